"""A text that is no dump of a news story, shown as it stands: every word and, in verse and lists, every line kept."""

from collections.abc import Sequence

from reader.article import Article, Block, Paragraph, Span
from reader.parser.dates import read_moment


def as_it_stands(text: str, language: str) -> Article:
    """The text as paragraphs; its first line is the title where it stands alone and is short."""
    blocks = _blocks(text)
    title = ""
    if len(blocks) > 1 and _is_title(blocks[0]):
        title = " ".join(blocks.pop(0)[0].split()).lstrip("# ")
    story: list[Block] = []
    for block in blocks:
        story.extend(_paragraphs(block))
    return Article(title=title, language=language, blocks=tuple(story))


def _blocks(text: str) -> list[list[str]]:
    """Runs of lines between blank lines, without the indent that all lines of a run share."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [_undented(block) for block in blocks if block]


def _undented(block: Sequence[str]) -> list[str]:
    expanded = [line.expandtabs(4) for line in block]
    indent = min(len(line) - len(line.lstrip()) for line in expanded)
    return [line[indent:] for line in expanded]


def _is_title(block: Sequence[str]) -> bool:
    """One line of its own, short, that neither ends as a sentence nor is an address or a list."""
    line = block[0].strip()
    fits = len(block) == 1 and 1 < len(line) <= LONGEST_TITLE and line[-1] not in ".,;:"
    return fits and line.lstrip("# ")[:1].isalnum() and read_moment(line) is None


def _paragraphs(block: Sequence[str]) -> list[Paragraph]:
    """One paragraph with its line breaks; long lines without blank lines between are paragraphs of their own."""
    if all(len(line) > LONGEST_VERSE for line in block[:-1]):
        return [Paragraph((Span(line.strip()),)) for line in block]
    return [Paragraph((Span("\n".join(block)),))]


LONGEST_TITLE = 120
LONGEST_VERSE = 90
"""Signs beyond which a line is a paragraph, not a line of verse or a list."""
