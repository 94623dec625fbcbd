"""The standfirst: the lines under the headline, as the page names them, sets them, or describes itself."""

from dataclasses import replace
from itertools import islice

from reader.article import Article, Mark, Paragraph, plain
from reader.parser.page.head import is_byline, is_date_line
from reader.parser.page.likeness import squashed
from reader.parser.page.lines import is_all, line_of
from reader.parser.page.metadata import Metadata
from reader.parser.page.pieces import Piece
from reader.parser.page.surroundings import is_surrounding
from reader.parser.page.tree import Element, text_of

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
    if named and not any(_repeats(named, line) for line in opening if line != squashed(named)):
        return replace(known, standfirst=named)
    if opening_line := _set_as_standfirst(known, description, pieces):
        return replace(known, standfirst=opening_line)
    between = lines_between(metadata.headline, story)
    whole = not description.endswith(("...", "…", "[…]", "[...]"))
    for line in filter(None, (_other_than(known.title, line) for line in between)):
        if not any(_repeats(line, other) for other in opening):
            return replace(known, standfirst=line)
    if description and whole and not any(_repeats(description, line) for line in opening):
        return replace(known, standfirst=description)
    return known


def _other_than(title: str, line: str) -> str:
    """The line, empty where it says the title once more."""
    return "" if squashed(line) in squashed(title) else line


def _set_as_standfirst(known: Article, description: str, pieces: list[Piece]) -> str:
    """The first paragraph, where it is emphasised as a whole and is the page's description or stands over the byline;

    or where it is the description word for word and no paragraph follows it at once.
    """
    start = next(
        (at for at, piece in enumerate(pieces) if squashed(line_of(piece)) not in ("", squashed(known.title))), 0
    )
    lines = pieces[start : start + 2]
    first = lines[0] if lines else None
    if not isinstance(first, Paragraph) or not LEAST < len(text := plain(first.spans)) <= LONGEST:
        return ""
    described = squashed(text) == squashed(description)
    emphasised = is_all(list(first.spans), Mark.STRONG | Mark.EMPHASIS)
    if len(lines) < 2 or not (described or emphasised):
        return ""
    over_byline = isinstance(lines[1], Paragraph) and (
        is_byline(after := line_of(lines[1]), known) or is_date_line(after)
    )
    sets_off = described and (emphasised or not isinstance(lines[1], Paragraph))
    return text if over_byline or sets_off else ""


LEAST = 30


def _repeats(description: str, line: str) -> bool:
    """Whether the one begins as the other does."""
    short = squashed(description)[:50]
    return bool(short) and (short in line or (len(line) > 40 and line[:50] in squashed(description)))


def lines_between(headline: Element | None, story: Element) -> list[str]:
    """The paragraphs between the headline and the element that holds the story; none where there are several."""
    if headline is None or any(above is story for above in headline.iterancestors()):
        return []
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
    lines = [text_of(p) for p in element.iter("p", "h2", "h3", "div") if p.tag != "div" or not len(p)]
    return [line for line in lines if SHORTEST <= len(line) <= LONGEST]
