"""Shapes: what one line looks like, whatever it says."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reader.parser import words
from reader.parser.dates import find_moment
from reader.parser.plain.labels import label_before_colon, labels_at_start, labels_whole
from reader.parser.plain.lines import Line


@dataclass(frozen=True, slots=True)
class Shape:
    """One line as it looks."""

    words: float
    """How many words; two CJK signs count as one."""
    ends_sentence: bool
    inner_marks: int
    """Sentence marks and commas inside."""
    common: float
    """Share of the commonest words of any language."""
    capitals: float
    """Share of words that begin with a capital."""
    upper: bool
    opens_quote: bool
    opens_small: bool
    digits: float
    separators: int
    """Bars, guillemets, slashes and dots that set words apart."""
    has_address: bool
    has_date: bool
    starts: frozenset[str]
    whole: frozenset[str]
    set_off: frozenset[str]
    times: int
    """How often the same line stands in the text."""


def shapes_of(lines: Sequence[Line], language: str) -> list[Shape]:
    """The shape of every line; labels are those of the language and English, of all languages where it is unknown."""
    times = Counter(line.text.casefold() for line in lines)
    known = language if language in words.by_language("menu") else ""
    return [_shape(line.text, times[line.text.casefold()], known) for line in lines]


def _shape(text: str, times: int, language: str) -> Shape:
    found = _WORD.findall(text)
    signs = len(_CJK.findall(text))
    count = len(found) + signs / 2
    short = len(text) < 160
    return Shape(
        words=count,
        ends_sentence=bool(_SENTENCE_END.search(text)),
        inner_marks=len(_INNER_MARK.findall(text)),
        common=sum(word.casefold() in _common() for word in found[:80]) / max(1, len(found[:80])),
        capitals=sum(word[0].isupper() for word in found[:80]) / max(1, len(found[:80])),
        upper=text.isupper() and count > 1,
        opens_quote=text[0] in "\"'“”„‘’«»「『",
        opens_small=text[0].islower(),
        digits=sum(map(str.isdigit, text)) / len(text),
        separators=len(_SEPARATOR.findall(text)),
        has_address=bool(_ADDRESS.search(text)),
        has_date=short and _DIGIT.search(text) is not None and find_moment(text) is not None,
        starts=labels_at_start(text, language),
        whole=labels_whole(text, language) if short else frozenset(),
        set_off=label_before_colon(text, language),
        times=times,
    )


@cache
def _common() -> frozenset[str]:
    return words.every("common")


_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+(?:['’-][^\W_]+)*")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…。！？︕︖؟।][\"'”’»“)\]」』）]*$")
_INNER_MARK = re.compile(r"[.!?,;，、；。！？](?=[\s”\"’»]|[\u3040-\u9fff])")
_SEPARATOR = re.compile(r"[|»›•·→►▶]|\s[/>]\s")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|(?<!\w)[@#]\w")
_DIGIT = re.compile(r"\d")
