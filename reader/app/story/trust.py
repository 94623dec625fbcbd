"""How a story was read, in words for the person who doubts it."""

from reader.app.story import head
from reader.article import Article, Trust, Witness


def doubt(trust: Trust) -> str:
    """What speaks against the story, as one passage; empty where nothing does."""
    return " ".join(trust.doubts)


def account(article: Article) -> list[tuple[str, str]]:
    """What was found and on whose word: pairs of a label and words, empty ones left out."""
    trust = article.trust
    rows = (
        ("Story", _opened(trust.story)),
        ("Title", _told(article.title, trust.title)),
        ("Authors", _told(", ".join(article.authors), trust.authors)),
        ("Published", _told(head.when(article.published) if article.published else "", trust.published)),
        ("Complete", f"about {round(100 * trust.completeness)} %" if trust.story else ""),
        ("Set aside", _passages(len(article.set_aside))),
    )
    return [(label, words) for label, words in rows if words]


def _told(words: str, witnesses: tuple[Witness, ...]) -> str:
    """A field's words, and who says them."""
    if not words:
        return ""
    return f"{words}\n{_opened(', '.join(witnesses))}" if witnesses else words


def _opened(words: str) -> str:
    return words[:1].upper() + words[1:]


def _passages(count: int) -> str:
    return f"{count} passages" if count > 1 else "1 passage" if count else ""
