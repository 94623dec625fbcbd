"""Inline markup to spans: a run collects words and their marks until a block begins or ends."""

import re
from dataclasses import dataclass, field
from typing import Final

from reader.article import Mark, Span, Spans, joined
from reader.parser.page.address import link_target
from reader.parser.page.tree import Element

MARKS: Final = {
    "b": Mark.STRONG,
    "strong": Mark.STRONG,
    "i": Mark.EMPHASIS,
    "em": Mark.EMPHASIS,
    "cite": Mark.EMPHASIS,
    "dfn": Mark.EMPHASIS,
    "var": Mark.EMPHASIS,
    "code": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
    "tt": Mark.CODE,
    "sub": Mark.SUBSCRIPT,
    "sup": Mark.SUPERSCRIPT,
    "s": Mark.STRUCK,
    "strike": Mark.STRUCK,
    "del": Mark.STRUCK,
}


@dataclass(frozen=True, slots=True)
class Style:
    """The marks and the link that hold at one place."""

    marks: Mark = Mark.NONE
    link: str = ""

    def inside(self, element: Element, base: str) -> "Style":
        """The style inside an inline element."""
        tag = element.tag
        if tag == "a":
            link = link_target(element.get("href") or "", base)
            return Style(self.marks, link) if link else self
        mark = MARKS.get(str(tag))
        return self if mark is None else Style(self.marks | mark, self.link)


PLAIN: Final = Style()
_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")


@dataclass(slots=True)
class Run:
    """The words of one paragraph as they come; white space is set as a browser sets it."""

    spans: list[Span] = field(default_factory=list)
    open: bool = False  # whether a space at this place would show

    def add(self, text: str | None, style: Style) -> None:
        """Add words; white space at the beginning, after a break or after another space is dropped."""
        if not text:
            return
        if "  " in text or not text.isprintable():  # a line break is not printable
            text = _SPACES.sub(" ", text)
        if not self.open:
            text = text.lstrip(" ")
        if text:
            self.spans.append(Span(text, style.marks, style.link))
            self.open = not text.endswith(" ")

    def end_line(self) -> None:
        """A line break inside the paragraph."""
        if self.spans:
            self.spans.append(Span("\n"))
            self.open = False

    def has_blank_line(self) -> bool:
        """Whether two line breaks stand at the end, with nothing between."""
        breaks = 0
        for span in reversed(self.spans):
            if span.text == "\n":
                breaks += 1
            elif span.text.strip():
                break
        return breaks >= 2

    def take(self) -> Spans:
        """The finished spans, trimmed; the run is empty afterwards."""
        if not self.spans:
            return ()
        spans, self.spans, self.open = trimmed(self.spans), [], False
        return spans


def trimmed(spans: list[Span]) -> Spans:
    """The spans without white space at both ends and around line breaks."""
    if len(spans) == 1:
        only = spans[0]
        text = only.text.strip()
        return (only if text == only.text else Span(text, only.marks, only.link),) if text else ()
    tidy: list[Span] = []
    for span in spans:
        if span.text == "\n":
            _strip_end(tidy)
        tidy.append(span)
    _strip_end(tidy)
    while tidy and not tidy[0].text.strip():
        tidy.pop(0)
    if tidy:
        tidy[0] = Span(tidy[0].text.lstrip(), tidy[0].marks, tidy[0].link)
    return joined(tidy)


def _strip_end(spans: list[Span]) -> None:
    while spans and not spans[-1].text.strip():
        spans.pop()
    if spans:
        last = spans[-1]
        spans[-1] = Span(last.text.rstrip(), last.marks, last.link)
