"""A text that is no dump of a news story, shown as it stands: every word and, in verse and lists, every line kept."""

from collections.abc import Sequence
from itertools import chain

from reader.article import Article, Block, Paragraph, Span
from reader.parser.dates import read_moment
from reader.parser.plain.runs import runs_of


def as_it_stands(text: str, language: str) -> Article:
    """The text as paragraphs; its first line is the title where it stands alone and is short."""
    runs = runs_of(text)
    title = ""
    if len(runs) > 1 and _is_title(runs[0]):
        title = " ".join(runs.pop(0)[0].expandtabs(4).split()).lstrip("# ")
    blocks: tuple[Block, ...] = tuple(chain.from_iterable(map(_paragraphs, runs)))
    return Article(title=title, language=language, blocks=blocks)


def _undented(run: Sequence[str]) -> list[str]:
    """The lines without the indent that they share."""
    expanded = [line.expandtabs(4) for line in run]
    indent = min([len(line) - len(line.lstrip()) for line in expanded])
    return [line[indent:] for line in expanded] if indent else expanded


def _is_title(run: Sequence[str]) -> bool:
    """One line of its own, short, that neither ends as a sentence nor is an address or a list."""
    line = run[0].expandtabs(4).strip()
    fits = len(run) == 1 and 1 < len(line) <= LONGEST_TITLE and line[-1] not in ".,;:"
    return fits and line.lstrip("# ")[:1].isalnum() and read_moment(line) is None


def _paragraphs(run: Sequence[str]) -> list[Paragraph]:
    """One paragraph with its line breaks; long lines without blank lines between are paragraphs of their own."""
    lines = _undented(run)
    if len(lines) == 1 or all(len(line) > LONGEST_VERSE for line in lines[:-1]):
        return [Paragraph((Span(line.strip()),)) for line in lines]
    return [Paragraph((Span("\n".join(lines)),))]


LONGEST_TITLE = 120
LONGEST_VERSE = 90
"""Signs beyond which a line is a paragraph, not a line of verse or a list."""
