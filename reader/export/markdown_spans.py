"""Running text in Markdown (CommonMark 0.31, with GitHub's strike-through): nothing a reader typed becomes markup."""

import re
from itertools import groupby

from reader.article import Mark, Span, Spans, joined

_ALWAYS = re.compile(r"([\\`*_\[\]<>|~])")
_AMPERSAND = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))", re.MULTILINE)
_DIGITS = re.compile(r"\d+")

_SIGNS = (
    (Mark.STRONG, "**", "**"),
    (Mark.EMPHASIS, "*", "*"),
    (Mark.STRUCK, "~~", "~~"),
    (Mark.SUBSCRIPT, "<sub>", "</sub>"),
    (Mark.SUPERSCRIPT, "<sup>", "</sup>"),
)


def marked(spans: Spans) -> str:
    r"""The spans as one line of Markdown, line breaks inside as ``\`` at a line's end."""
    groups = groupby(joined(spans), key=lambda span: span.link)
    text = "".join(_linked(_nested(tuple(group), _SIGNS), link) for link, group in groups)
    return _LINE_START.sub(_escaped_start, text.strip()).replace("\n", "\\\n")


def one_line(spans: Spans) -> str:
    """The same for places that know no line break: headings and cells."""
    return marked(tuple(Span(span.text.replace("\n", " "), span.marks, span.link) for span in spans))


def escaped(text: str) -> str:
    """Plain words such that Markdown shows them as they are."""
    return _LINE_START.sub(_escaped_start, _signs_escaped(text))


def destination(address: str) -> str:
    """An address as the target of a link or picture, whatever signs it has."""
    one_line = address.replace("\n", "%0A").replace("\r", "%0D")
    return "<" + re.sub(r"[<>\\]", lambda sign: "\\" + sign[0], one_line) + ">"


def _signs_escaped(text: str) -> str:
    return _AMPERSAND.sub(r"\\&", _ALWAYS.sub(r"\\\1", text))


def _escaped_start(found: re.Match[str]) -> str:
    r"""A number keeps its digits (``1\.``); another sign is escaped itself."""
    space, sign = found[1], found[2]
    return space + (sign + "\\" if _DIGITS.fullmatch(sign) else "\\" + sign)


def _linked(text: str, link: str) -> str:
    return f"[{text}]({destination(link)})" if link else text


def _nested(spans: Spans, signs: tuple[tuple[Mark, str, str], ...]) -> str:
    """Neighbours with the first mark between one pair of its signs, and inside them the same for the next mark."""
    if not signs:
        return "".join(_code(span.text) if Mark.CODE in span.marks else _signs_escaped(span.text) for span in spans)
    (mark, opening, closing), rest = signs[0], signs[1:]
    groups = groupby(spans, key=lambda span: mark in span.marks)
    return "".join(_wrapped(_nested(tuple(group), rest), opening, closing, yes) for yes, group in groups)


def _wrapped(text: str, opening: str, closing: str, wanted: bool) -> str:
    """The text between its signs; white space at its edges stays outside, where Markdown wants it."""
    core = text.strip()
    if not wanted or not core:
        return text
    before, _, after = text.partition(core)
    return before + opening + core + closing + after


def _code(text: str) -> str:
    """A code span fenced by more backticks than stand in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return fence + space + text.replace("\n", " ") + space + fence
