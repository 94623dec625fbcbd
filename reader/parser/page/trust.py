"""How far a story read from a page can be trusted: who else says what its fields say, and what may be missing.

The limits were found on some 640 labelled pages: below them, every second story was in fact wrong or cut short, above
them one in forty.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from reader.article import Article, Found, Moment, Trust, Witness, body_text, word_count
from reader.parser.dates import read_moment
from reader.parser.page.facts import Facts, words_in
from reader.parser.page.likeness import squashed
from reader.parser.page.locate import Located
from reader.parser.page.metadata import Metadata
from reader.parser.page.tree import Element, text_of

Says = dict[Witness, list[str]]
"""What each witness says of one field."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of how one page was read. ``is_told``: its story is the one that a script tells."""

    facts: Facts
    metadata: Metadata
    located: Located
    is_told: bool = False
    is_tidy: bool = True


def trust_in(article: Article, reading: Reading) -> Trust:
    """The trust that an article deserves, as it was read."""
    completeness, doubts = _weighed(article, reading)
    return Trust(
        title=_title_witnesses(article.title, reading),
        authors=_author_witnesses(article.authors, reading.facts),
        published=_day_witnesses(article.published, article.address, reading.facts),
        story=_found(reading),
        completeness=round(completeness, 2),
        doubts=doubts,
    )


def _title_witnesses(title: str, reading: Reading) -> tuple[Witness, ...]:
    facts, headline = reading.facts, reading.metadata.headline
    wanted = squashed(title)
    says: Says = {
        Witness.HEADLINE: [text_of(headline)] if headline is not None else [],
        Witness.STRUCTURED: [words_in(facts.story.get("headline"))],
        Witness.META: [facts.meta("og:title"), facts.meta("twitter:title"), facts.meta("citation_title", "dc.title")],
        Witness.PAGE_TITLE: [facts.title],
    }
    return _agreeing(says, lambda said: bool(wanted) and wanted in squashed(said))


def _author_witnesses(authors: tuple[str, ...], facts: Facts) -> tuple[Witness, ...]:
    if not authors:
        return ()
    first = squashed(authors[0])
    says: Says = {
        Witness.STRUCTURED: [str(told) for node in facts.nodes[:MOST_NODES] if (told := node.get("author"))],
        Witness.META: [facts.meta("author", "article:author", "dc.creator", "parsely-author", "citation_author")],
    }
    return _agreeing(says, lambda said: first in squashed(said)) or (Witness.TEXT,)


MOST_NODES = 40
"""Objects of a page's structured data that are asked for authors."""


def _day_witnesses(published: Moment | None, address: str, facts: Facts) -> tuple[Witness, ...]:
    if published is None:
        return ()
    day = published.date() if isinstance(published, datetime) else published
    says: Says = {
        Witness.STRUCTURED: [words_in(facts.story.get("datePublished"))],
        Witness.META: [facts.meta("article:published_time"), facts.meta("date", "dc.date", "pubdate", "datepublished")],
        Witness.ADDRESS: [address],
    }
    return _agreeing(says, lambda said: _names_day(said, day)) or (Witness.TEXT,)


def _names_day(said: str, day: date) -> bool:
    """Whether a date, or an address with the parts of one, names the day; a day to each side is another zone's."""
    if said.startswith("http"):
        return any(f"{day:{form}}" in said for form in ("%Y/%m/%d", "%Y-%m-%d", "%Y%m%d"))
    moment = read_moment(said)
    if moment is None:
        return False
    return abs(((moment.date() if isinstance(moment, datetime) else moment) - day).days) <= 1


def _agreeing(says: Says, agrees: Callable[[str], bool]) -> tuple[Witness, ...]:
    return tuple(witness for witness, texts in says.items() if any(text and agrees(text) for text in texts))


def _found(reading: Reading) -> Found:
    if reading.is_told:
        return Found.SCRIPT
    element = reading.located.element
    return next((found for found, fits in _FINDS.items() if fits(element)), Found.DENSEST)


_FINDS: dict[Found, Callable[[Element], bool]] = {
    Found.MARKED: lambda element: "articlebody" in (element.get("itemprop") or "").lower(),
    Found.ARTICLE: lambda element: element.tag in ("article", "main") or element.get("role") in ("article", "main"),
    Found.PAGE: lambda element: element.tag in ("body", "html"),
}


# What may be missing


@dataclass(frozen=True, slots=True)
class Estimate:
    """One way to tell how complete a story is, and what to say where it comes out below ``limit``."""

    share: Callable[[Article, Reading], float]
    limit: float
    doubt: str


def _weighed(article: Article, reading: Reading) -> tuple[float, tuple[str, ...]]:
    """The least of all estimates, and every doubt."""
    if not reading.is_tidy:
        return 1.0, (NO_STORY,)
    shares = [(estimate.share(article, reading), estimate) for estimate in ESTIMATES]
    doubts = tuple(dict.fromkeys(estimate.doubt for share, estimate in shares if share < estimate.limit))
    return min(1.0, *(share for share, _ in shares)), doubts


def _share_of_page(_: Article, reading: Reading) -> float:
    return 1.0 if reading.is_told else reading.located.share


def _share_of_stories(article: Article, _: Reading) -> float:
    """The story beside passages that were taken for others."""
    others = sum(len(passage.text) for passage in article.set_aside if passage.reason == OTHER_STORY)
    return _part(len(body_text(article)), others) if others else 1.0


OTHER_STORY = "another story"


def _share_of_told(article: Article, reading: Reading) -> float:
    """The story beside the length that its structured data give (schema.org: articleBody, wordCount)."""
    body, count = reading.facts.story.get("articleBody"), reading.facts.story.get("wordCount")
    shares = [1.0]
    if isinstance(body, str) and len(body) >= SHORTEST_TOLD:
        shares.append(len(body_text(article)) / len(body))
    if (words := _number(count)) >= SHORTEST_TOLD / 6:
        shares.append(word_count(body_text(article)) / words)
    return min(shares)


SHORTEST_TOLD = 400
"""Signs below which what the structured data hold is a summary and tells nothing of the length."""


def _number(value: object) -> int:
    text = str(value).strip() if isinstance(value, str | int) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0


def _opened_part(article: Article, reading: Reading) -> float:
    """What a page for subscribers shows of its story: only the beginning, where that is short or breaks off."""
    if not _is_for_subscribers(reading.facts):
        return 1.0
    text = body_text(article).rstrip()
    limit = LONGEST_BROKEN if text.endswith(("…", "...")) else LONGEST_BEGINNING
    return PART_OPENED if len(text) < limit else 1.0


LONGEST_BEGINNING, LONGEST_BROKEN = 800, 3000
"""Signs: what is longer is more than a beginning; the second where it breaks off."""
PART_OPENED = 0.3
"""How much of such a story is usually shown: a third at most."""


def _is_for_subscribers(facts: Facts) -> bool:
    """What the page declares for search engines (schema.org: isAccessibleForFree)."""
    return str(facts.story.get("isAccessibleForFree", "")).lower() == "false"


def _part(kept: int, lost: int) -> float:
    return kept / (kept + lost) if kept + lost else 1.0


NO_STORY = "No story could be told from the rest of the page, so all its words are shown."
ESTIMATES = (
    Estimate(_share_of_page, 0.45, "More text stands elsewhere on the page than in what was found."),
    Estimate(_share_of_stories, 0.5, "Most of the page's text was taken for other stories."),
    Estimate(_share_of_told, 0.5, "The page gives its story a much greater length than what was found."),
    Estimate(_opened_part, 0.5, "The page was saved with only the beginning of its story."),
)
