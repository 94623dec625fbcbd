"""The standfirst: the lines under the headline, as the page names them, sets them, or describes itself."""

from dataclasses import replace
from itertools import islice, takewhile

from reader.article import Article, Figure, Heading, Mark, Paragraph, plain
from reader.parser.page.head import is_byline, is_date_line
from reader.parser.page.likeness import squashed
from reader.parser.page.lines import is_all, line_of
from reader.parser.page.metadata import Metadata
from reader.parser.page.named import kinds_of
from reader.parser.page.names import names_of
from reader.parser.page.pieces import Aside, Piece
from reader.parser.page.surroundings import is_surrounding
from reader.parser.page.tree import BLOCK_TAGS, Element, text_of

MOST_PARAGRAPHS = 6
SHORTEST, LONGEST = 60, 800


def choose_standfirst(known: Article, metadata: Metadata, pieces: list[Piece], story: Element) -> Article:
    """The story with its standfirst.

    Order: the element named so; the first paragraph, where it is set as one; the one paragraph that stands between
    the headline and the story; the description, where it does not repeat the story.
    """
    paragraphs = islice((piece for piece in pieces if isinstance(piece, Paragraph)), MOST_PARAGRAPHS)
    opening = [squashed(plain(paragraph.spans)) for paragraph in paragraphs]
    named, description = (_other_than(known.title, line) for line in (metadata.standfirst, metadata.description))
    if squashed(description) in _sections(pieces):
        description = ""
    if named and not any(_repeats(named, line) for line in opening if line != squashed(named)):
        return replace(known, standfirst=named)
    if opening_line := _set_as_standfirst(known, description, pieces, story):
        return replace(known, standfirst=opening_line)
    between = lines_between(metadata.headline, story)
    whole = not description.endswith(("...", "…", "[…]", "[...]"))
    for line in filter(None, (_other_than(known.title, line) for line in between)):
        if not any(_repeats(line, other) for other in opening if other != squashed(line)):
            return replace(known, standfirst=line)
    if description and whole and not any(_repeats(description, line) for line in opening):
        return replace(known, standfirst=description)
    return known


def _sections(pieces: list[Piece]) -> set[str]:
    """The short headings of which others of the same level follow: each is a section's, none the standfirst."""
    headings = [piece for piece in pieces if isinstance(piece, Heading)]
    return {
        squashed(plain(heading.spans))
        for place, heading in enumerate(headings)
        if len(plain(heading.spans)) < SHORTEST and any(other.level == heading.level for other in headings[place + 1 :])
    }


def _other_than(title: str, line: str) -> str:
    """The line, empty where it says the title once more."""
    return "" if squashed(line) in squashed(title) else line


def _set_as_standfirst(known: Article, description: str, pieces: list[Piece], story: Element) -> str:
    """The first paragraph, where it stands over the byline and is emphasised as a whole, or the page's description, or
    built otherwise than the story; or where it is the description word for word and no paragraph follows it at once.
    """
    start = next(
        (at for at, piece in enumerate(pieces) if squashed(line_of(piece)) not in ("", squashed(known.title))), 0
    )
    first, after = (pieces[start] if pieces else None), pieces[start + 1 : start + 2]
    if not isinstance(first, Paragraph) or not LEAST < len(text := plain(first.spans)) <= LONGEST or not after:
        return ""
    described = squashed(text) == squashed(description)
    emphasised = is_all(list(first.spans), Mark.STRONG | Mark.EMPHASIS)
    if _is_over_byline(pieces[start + 1 :], known) and (
        described
        or emphasised
        or (_has_headline(pieces[:start], known) and _is_apart(text, pieces[start + 2 :], story))
    ):
        return text
    return text if described and (emphasised or not isinstance(after[0], Paragraph)) else ""


def _has_headline(pieces: list[Piece], known: Article) -> bool:
    """Whether the last words among them are the title's."""
    words = [piece.text if isinstance(piece, Aside) else line_of(piece) for piece in pieces]
    return bool(known.title) and squashed(next((line for line in reversed(words) if line), "")) == squashed(known.title)


def _is_apart(text: str, pieces: list[Piece], story: Element) -> bool:
    """Whether a paragraph of the story stands among the pieces, and is built otherwise than the text is."""
    lines = (plain(piece.spans) for piece in pieces if isinstance(piece, Paragraph))
    following = next((line for line in lines if len(line) > LEAST_STORY), "")
    builds = [_build_of(line, story) for line in (text, following)]
    return bool(following) and None not in builds and builds[0] != builds[1]


def _build_of(line: str, story: Element) -> tuple[str, str | None, Element | None] | None:
    """What the first element with these words is: its tag, its class and the element around it."""
    start = squashed(line)[:LEAST]
    for element in story.iter("p", "div", "section", "span"):
        if not any(inner.tag in BLOCK_TAGS for inner in element) and squashed(text_of(element)).startswith(start):
            return str(element.tag), element.get("class"), element.getparent()
    return None


def _is_over_byline(pieces: list[Piece], known: Article) -> bool:
    """Whether the first words among them are authors' names or a date."""
    after = next((piece for piece in pieces if not isinstance(piece, Figure)), None)
    return isinstance(after, Paragraph) and (is_byline(line := line_of(after), known) or is_date_line(line))


LEAST, LEAST_STORY = 30, 45


def _repeats(description: str, line: str) -> bool:
    """Whether the one begins as the other does."""
    short = squashed(description)[:50]
    return bool(short) and (short in line or (len(line) > 40 and line[:50] in squashed(description)))


def lines_between(headline: Element | None, story: Element) -> list[str]:
    """The paragraphs between the headline and the element that holds the story; none where there are several."""
    if headline is None:
        return []
    if any(above is story for above in headline.iterancestors()):
        return _lines_of_header(headline, story)
    around = set(story.iterancestors()) | {story}
    found: list[str] = []
    for row in (headline, *headline.iterancestors()):
        for sibling in row.itersiblings():
            if sibling in around:
                found += _paragraphs_before(sibling, story, around)
                return found if len(found) <= 2 else []
            found += _paragraphs(sibling)
        if row in around:
            break
    return []


def _lines_of_header(headline: Element, story: Element) -> list[str]:
    """The paragraph that shares the ``header`` inside the story's element with the headline, where it is alone."""
    above = takewhile(lambda element: element is not story, headline.iterancestors())
    header = next((element for element in above if element.tag == "header"), None)
    found = (
        [line for line in _paragraphs(header) if squashed(line) not in squashed(text_of(headline))]
        if header is not None
        else []
    )
    return found if len(found) == 1 else []


def _paragraphs_before(element: Element, story: Element, around: set[Element]) -> list[str]:
    """The paragraphs inside the element that stand before the story."""
    found: list[str] = []
    while element is not story:
        for child in element:
            if child in around:
                element = child
                break
            found += _paragraphs(child)
        else:
            break
    return found


def _paragraphs(element: Element) -> list[str]:
    if is_surrounding(element):
        return []
    elements = (p for p in element.iter("p", "h2", "h3", "div") if p.tag != "div" or not len(p))
    lines = [(text_of(p), p) for p in elements]
    return [line for line, p in lines if SHORTEST <= len(line) <= LONGEST and not _tells_who(p, element)]


def _tells_who(line: Element, around: Element) -> bool:
    """Whether it stands in what is named after the author, inside ``around``, or is most of it links."""
    for above in (line, *line.iterancestors()):
        if "byline" in kinds_of(names_of(above)):
            return True
        if above is around:
            break
    return 2 * sum(len(text_of(link)) for link in line.iter("a")) > len(text_of(line))
