"""Shapes: what one line looks like, whatever it says."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reader.parser import words
from reader.parser.dates import find_moment
from reader.parser.plain.labels import NONE, labels_of
from reader.parser.plain.lines import Line


class Shape(NamedTuple):
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
    folded = [line.text.casefold() for line in lines]
    times = Counter(folded)
    known = language if language in words.by_language("menu") else ""
    return [_shape(line.text, times[text], known) for line, text in zip(lines, folded, strict=True)]


def size_of(shape: Shape) -> str:
    """A line's length in five steps, and whether it ends as a sentence."""
    return SIZES[bisect_right(COARSE_STEPS, shape.words)][shape.ends_sentence]


def _shape(text: str, times: int, language: str) -> Shape:
    found = _WORD.findall(text)
    first = found[:FIRST_WORDS]
    common = _common()
    is_ascii = text.isascii()
    count = len(found) + (0 if is_ascii else len(_CJK.findall(text)) / 2)
    digits = len(_DIGIT.findall(text)) if _DIGIT.search(text) else 0
    short = len(text) < SHORT
    labels = labels_of(text, language)
    return Shape(
        words=count,
        ends_sentence=not text[-1].isalnum() and _SENTENCE_END.search(text[-LONGEST_ENDING:]) is not None,
        inner_marks=len(_INNER_MARK.findall(text)),
        common=len([1 for word in first if word.casefold() in common]) / max(1, len(first)),
        capitals=sum([word[0].isupper() for word in first]) / max(1, len(first)),
        upper=count > 1 and text.isupper(),
        opens_quote=text[0] in "\"'“”„‘’«»「『",
        opens_small=text[0].islower(),
        digits=digits / len(text),
        separators=len(_SEPARATOR.findall(text)) if not is_ascii or "|" in text or "/" in text or ">" in text else 0,
        has_address=("://" in text or "www." in text or "@" in text or "#" in text)
        and _ADDRESS.search(text) is not None,
        has_date=short and digits > 0 and find_moment(text) is not None,
        starts=labels.starts,
        whole=labels.whole if short else NONE,
        set_off=labels.set_off,
        times=times,
    )


@cache
def _common() -> frozenset[str]:
    return words.every("common")


WORD_STEPS = (2, 4, 6, 9, 13, 20, 35, 60)
COARSE_STEPS = (3, 7, 14, 30)
SIZES = tuple((f"size {step}", f"size {step} sentence") for step in range(len(COARSE_STEPS) + 1))
FIRST_WORDS = 80
"""What is counted of them is told by so many words."""
SHORT = 160
"""Signs up to which a line may be a date or a label."""
LONGEST_ENDING = 12
"""Signs in which a sentence ends: its mark, quotes and brackets."""
_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+(?:['’-][^\W_]+)*")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…。！？︕︖؟।][\"'”’»“)\]」』）]*$")
_INNER_MARK = re.compile(r"[.!?,;，、；。！？](?=[\s”\"’»]|[\u3040-\u9fff])")
_SEPARATOR = re.compile(r"[|»›•·→►▶]|\s[/>]\s")
_ADDRESS = re.compile(r"https?://|www\.|@(?<=\w@)\w|[@#](?<!\w[@#])\w")
_DIGIT = re.compile(r"\d")
