"""Looks: the signs that a line bears itself, whatever stands around it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from reader.parser import words
from reader.parser.plain.shapes import WORD_STEPS, Shape
from reader.parser.plain.sheet import Bundle, Sheet


def looks(sheet: Sheet) -> Iterator[list[Bundle]]:
    """How every line looks: its length, ending, case, marks and labels."""
    for place, (line, shape, size) in enumerate(zip(sheet.lines, sheet.shapes, sheet.sizes, strict=True)):
        step = bisect_right(WORD_STEPS, shape.words)
        bundles = [
            _length(step, bisect_right(FINE, shape.words), shape.ends_sentence),
            _inside(bisect_right(MARK_STEPS, shape.inner_marks), size, min(line.gap, 2)),
            _case(shape, size),
            _labels(shape.starts, shape.whole, shape.set_off, shape.ends_sentence),
            _known(shape.opens_quote, shape.opens_small, shape.digits > 0.15, shape.has_address, shape.has_date),
            *_marks(line.text, sheet.folded[place], shape, size),
        ]
        if line.bullet:
            bundles.append(_bullet(line.bullet[0].isdigit(), step, shape.ends_sentence))
        if not _roles().isdisjoint(sheet.said[place]):
            bundles.append((f"office {size}",))
        yield bundles


@cache
def _length(step: int, fine: int, ends_sentence: bool) -> Bundle:
    sentence = " sentence" if ends_sentence else ""
    return ("always", f"words {step}{sentence}", f"length {fine}{sentence}")


@cache
def _inside(marks: int, size: str, gap: int) -> Bundle:
    return (f"inner marks {marks} of {size}", f"gap {gap}")


@cache
def _bullet(is_number: bool, step: int, ends_sentence: bool) -> Bundle:
    return (f"bullet{' number' if is_number else ''}", f"bullet words {step}{' sentence' if ends_sentence else ''}")


def _case(shape: Shape, size: str) -> Bundle:
    capitals = bisect_right(CAPITAL_STEPS, shape.capitals) if shape.words >= 3 else -1
    common = bisect_right(COMMON_STEPS, shape.common)
    return _cased(common, capitals, bisect_left(LONG_STEPS, shape.words), size if shape.upper else "")


@cache
def _cased(common: int, capitals: int, length: int, upper: str) -> Bundle:
    signs = [f"common {common}{' long' if length > 0 else ''}"]
    if capitals >= 0:
        signs.append(f"capitals {capitals}{' long' if length > 1 else ''}")
    return (*signs, "upper", f"upper {upper}") if upper else tuple(signs)


@cache
def _labels(starts: frozenset[str], whole: frozenset[str], set_off: frozenset[str], ends_sentence: bool) -> Bundle:
    sentence = " sentence" if ends_sentence else ""
    return (
        *(f"starts {kind}{sentence}" for kind in starts),
        *(f"is {kind}" for kind in whole),
        *(f"set off {kind}" for kind in set_off),
    )


@cache
def _known(quote: bool, small: bool, digits: bool, address: bool, date: bool) -> Bundle:
    found = {"opens quote": quote, "opens small": small, "digits": digits, "address": address, "date": date}
    return tuple(sign for sign, holds in found.items() if holds)


def _marks(text: str, folded: str, shape: Shape, size: str) -> Iterator[Bundle]:
    """The marks that few lines have; cheap looks go before patterns."""
    if text[-1] in ENDINGS:
        yield ENDINGS[text[-1]]
    if text.endswith(("...", "…")):
        yield ("ends with dots",)
    if shape.separators:
        yield ("separators", "many separators") if shape.separators > 2 else ("separators",)
    if shape.times > 1:
        yield ("repeated", "repeated long") if shape.words > 5 else ("repeated",)
    if "©" in text or "(c)" in folded:
        yield ("rights",)
    if text[0] in "([":
        yield (f"bracketed {size}",) if text[-1] in ")]" else ()
        yield ("square",) if text[0] == "[" else ()
    if "." in text and _FILE.search(text):
        yield (f"file {size}",)
    if " " not in text and _SLUG.match(text):
        yield ("slug",)
    if shape.digits and len(text) < LONGEST_COUNT and _COUNT.match(text):
        yield ("count",)
    if '"' in text or "“" in text or "”" in text or "„" in text:
        yield (f"quotes {size}",)
    if _PERSON.search(text):
        yield (f"person {size}",)
    if shape.digits and _PRICE.search(text):
        yield (f"price {size}",)


@cache
def _roles() -> frozenset[str]:
    return frozenset(role for role in words.every("role") if " " not in role)


FINE = (3, 5, 7, 9, 11, 14, 18, 23, 30, 40, 60, 90)
ENDINGS = {
    **dict.fromkeys(":：", ("ends with colon",)),
    **dict.fromkeys("?？", ("ends with question",)),
    **dict.fromkeys('"”’»“」』', ("ends with quote",)),
}
LONGEST_COUNT = 40
"""Signs of a line such as "Image 3 of 12"."""
LONG_STEPS = (5, 12)
MARK_STEPS = (1, 2, 4, 7)
COMMON_STEPS = (0.01, 0.15, 0.3, 0.45)
CAPITAL_STEPS = (0.2, 0.5, 0.75)
_FILE = re.compile(r"\S\.(?:jpe?g|png|gif|webp|svg|mp4|bmp|tiff?)\b", re.I)
_SLUG = re.compile(r"\S*?(?:[-_]\w+){2}")
_COUNT = re.compile(r"\D{0,20}\d+\s*(?:/|of|von|de|di|из|sur)\s*\d+\D{0,12}$", re.I)
_PERSON = re.compile(r"\b(?:I|we|you|my|our|your|ich|wir|Sie|je|nous|vous)\b")
_PRICE = re.compile(r"[$€£]\s?\d|\d\s?[€$£]")
