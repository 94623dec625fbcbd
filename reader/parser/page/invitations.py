"""Small boxes that invite to subscribe or to register, known by their words where no name tells."""

from reader.parser.page.measure import Measures
from reader.parser.page.tree import BLOCK_TAGS, Element, text_of
from reader.parser.page.words import WORDS

SHORTEST, LONGEST = 20, 450
"""Signs of text in such a box."""
LONGEST_FIRST, MOST_LINES = 80, 6
_PHRASES = tuple(WORDS["signup"]["phrases"])
_ANY = (*_PHRASES, *WORDS["signup"]["words"])


def is_invitation(box: Element, measures: Measures) -> bool:
    """Whether a short line leads the few lines of the box, and that one invites, or all those of some length do."""
    if not SHORTEST < measures.length(box) < LONGEST or not _says(text_of(box), _ANY):
        return False
    lines = [line for line in box.iter() if line.tag in BLOCK_TAGS and line is not box and measures.length(line)]
    lines = [line for line in lines if not any(inner.tag in BLOCK_TAGS for inner in line)]
    if not 2 <= len(lines) <= MOST_LINES or measures.length(lines[0]) > LONGEST_FIRST or box.find(".//img") is not None:
        return False
    if _says(text_of(lines[0]), _ANY):
        return True
    running = [text_of(line) for line in lines if measures.running(line)]
    return all(_says(text, _PHRASES) for text in running or [text_of(box)])


def _says(text: str, words: tuple[str, ...]) -> bool:
    levelled = text.casefold()
    return any(word in levelled for word in words)
