"""Looks: the signs that a line bears itself, whatever stands around it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from reader.parser import words
from reader.parser.plain.lines import Line
from reader.parser.plain.shapes import Shape
from reader.parser.plain.sheet import Sheet


def looks(sheet: Sheet) -> Iterator[list[str]]:
    """How every line looks: its length, ending, case, marks and labels."""
    for line, shape, folded in zip(sheet.lines, sheet.shapes, sheet.folded, strict=True):
        signs = _size(line, shape)
        signs += _case(shape)
        signs += _labels(shape)
        signs += [name for name, holds in _marks(line, shape, folded) if holds]
        yield signs


def size_of(shape: Shape) -> str:
    """A line's length in five steps, and whether it ends as a sentence."""
    return SIZES[bisect_right(COARSE, shape.words)][shape.ends_sentence]


def _size(line: Line, shape: Shape) -> list[str]:
    sentence = " sentence" if shape.ends_sentence else ""
    size = bisect_right(WORD_STEPS, shape.words)
    signs = [
        "always",
        f"words {size}{sentence}",
        f"length {bisect_right(FINE, shape.words)}{sentence}",
        f"inner marks {bisect_right(MARK_STEPS, shape.inner_marks)} of {size_of(shape)}",
        f"gap {min(line.gap, 2)}",
    ]
    if line.bullet:
        signs += [f"bullet{' number' if line.bullet[0].isdigit() else ''}", f"bullet words {size}{sentence}"]
    return signs


def _case(shape: Shape) -> list[str]:
    signs = [f"common {bisect_right(COMMON_STEPS, shape.common)}{' long' if shape.words > 5 else ''}"]
    if shape.words >= 3:
        capitals = bisect_right(CAPITAL_STEPS, shape.capitals)
        signs.append(f"capitals {capitals}{' long' if shape.words > 12 else ''}")
    if shape.upper:
        signs += ["upper", f"upper {size_of(shape)}"]
    return signs


def _labels(shape: Shape) -> list[str]:
    sentence = " sentence" if shape.ends_sentence else ""
    signs = [f"starts {kind}{sentence}" for kind in shape.starts]
    signs += [f"is {kind}" for kind in shape.whole]
    signs += [f"set off {kind}" for kind in shape.set_off]
    return signs


def _marks(line: Line, shape: Shape, folded: str) -> tuple[tuple[str, object], ...]:
    text, size = line.text, size_of(shape)
    return (
        ("opens quote", shape.opens_quote),
        ("opens small", shape.opens_small),
        ("digits", shape.digits > 0.15),
        ("separators", shape.separators > 0),
        ("many separators", shape.separators > 2),
        ("address", shape.has_address),
        ("date", shape.has_date),
        ("ends with colon", text[-1] in ":："),
        ("ends with question", text[-1] in "?？"),
        ("ends with dots", text.endswith(("...", "…"))),
        ("ends with quote", text[-1] in '"”’»“」』'),
        ("repeated", shape.times > 1),
        ("repeated long", shape.times > 1 and shape.words > 5),
        ("rights", "©" in text or "(c)" in folded),
        (f"bracketed {size}", text[0] in "([" and text[-1] in ")]"),
        ("square", text[0] == "["),
        (f"file {size}", "." in text and _FILE.search(text)),
        ("slug", " " not in text and _SLUG.match(text)),
        ("count", len(text) < 40 and _COUNT.match(text)),
        (f"office {size}", not _roles().isdisjoint(_WORD.findall(folded[:200]))),
        (f"quotes {size}", '"' in text or "“" in text or "”" in text or "„" in text),
        (f"person {size}", _PERSON.search(text)),
        (f"price {size}", _PRICE.search(text)),
    )


@cache
def _roles() -> frozenset[str]:
    return frozenset(role for role in words.every("role") if " " not in role)


WORD_STEPS = (2, 4, 6, 9, 13, 20, 35, 60)
FINE = (3, 5, 7, 9, 11, 14, 18, 23, 30, 40, 60, 90)
COARSE = (3, 7, 14, 30)
SIZES = tuple((f"size {step}", f"size {step} sentence") for step in range(len(COARSE) + 1))
MARK_STEPS = (1, 2, 4, 7)
COMMON_STEPS = (0.01, 0.15, 0.3, 0.45)
CAPITAL_STEPS = (0.2, 0.5, 0.75)
_FILE = re.compile(r"\S\.(?:jpe?g|png|gif|webp|svg|mp4|bmp|tiff?)\b", re.I)
_SLUG = re.compile(r"\S*?(?:[-_]\w+){2}")
_COUNT = re.compile(r"\D{0,20}\d+\s*(?:/|of|von|de|di|из|sur)\s*\d+\D{0,12}$", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PERSON = re.compile(r"\b(?:I|we|you|my|our|your|ich|wir|Sie|je|nous|vous)\b")
_PRICE = re.compile(r"[$€£]\s?\d|\d\s?[€$£]")
