"""Short ways to write stories in tests."""

from reader.article import (
    Article,
    Figure,
    FigurePlace,
    Heading,
    ImageRef,
    Item,
    Kept,
    Listing,
    Mark,
    Paragraph,
    SetAside,
    Span,
)


def p(*words: str | Span) -> Paragraph:
    """A paragraph of plain words and spans."""
    return Paragraph(tuple(Span(word) if isinstance(word, str) else word for word in words))


def h(words: str, level: int = 2) -> Heading:
    return Heading(level, (Span(words),))


def bullets(*items: str) -> Listing:
    return Listing(tuple(Item((p(item),)) for item in items))


def strong(words: str) -> Span:
    return Span(words, Mark.STRONG)


def link(words: str, address: str) -> Span:
    return Span(words, Mark.NONE, address)


def remote(name: str, caption: str = "", credit: str = "") -> Figure:
    """A picture that was not saved with the story."""
    return Figure(ImageRef(f"https://post.example/{name}", Kept.NOWHERE), caption=caption, credit=credit)


def long_story(paragraphs: int = 60) -> Article:
    """A story of several screens, with a picture in the middle and something set aside."""
    sentence = "The harbour was quiet that morning, and the ferry lay at the slip with her engine cold. "
    blocks = [p(f"Paragraph {number}. " + sentence * 4) for number in range(paragraphs)]
    middle = paragraphs // 2
    return Article(
        title="A long story",
        site="Harbour Post",
        language="en",
        blocks=(*blocks[:middle], FigurePlace(0), *blocks[middle:]),
        figures=(remote("boat.jpg", "The ferry at the slip", "Anna Brodie"),),
        set_aside=(SetAside("Read more: boats", "promotion", 2),),
    )
