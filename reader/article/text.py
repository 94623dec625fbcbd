"""Spans: runs of text that carry the same marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Flag, auto


class Mark(Flag):
    """How a run of text is set; marks combine with ``|``."""

    NONE = 0
    STRONG = auto()
    EMPHASIS = auto()
    CODE = auto()
    SUBSCRIPT = auto()
    SUPERSCRIPT = auto()
    STRUCK = auto()


@dataclass(frozen=True, slots=True)
class Span:
    r"""A run of text with the same marks; ``link`` is an absolute address, ``#place`` in the story, or empty.

    A line break inside a paragraph is a ``\n`` in ``text``.
    """

    text: str
    marks: Mark = Mark.NONE
    link: str = ""


Spans = tuple[Span, ...]


def plain(spans: Iterable[Span]) -> str:
    """The words of the spans without their marks."""
    if isinstance(spans, tuple) and len(spans) == 1:  # as most paragraphs are
        return spans[0].text
    return "".join([span.text for span in spans])


def joined(spans: Iterable[Span]) -> Spans:
    """The same text with neighbours of equal marks and link made one, and empty runs dropped."""
    result: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if result and (result[-1].marks, result[-1].link) == (span.marks, span.link):
            result[-1] = Span(result[-1].text + span.text, span.marks, span.link)
        else:
            result.append(span)
    return tuple(result)
