"""Folding: text as a search compares it, whatever its case, accents, apostrophes, dashes and script."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")

_DROPPED = frozenset(
    chr(code)
    for first, last in (
        (0x00AD, 0x00AD),  # the soft hyphen
        (0x0300, 0x036F),  # accents
        (0x0591, 0x05BD),  # Hebrew points
        (0x05BF, 0x05C7),
        (0x0640, 0x0640),  # the stroke that stretches Arabic words
        (0x064B, 0x065F),  # Arabic vowel signs, and hamza over and under letters
        (0x0670, 0x0670),
        (0x1AB0, 0x1AFF),  # more accents
        (0x1DC0, 0x1DFF),
        (0x200B, 0x200F),  # signs without width
        (0x2060, 0x2060),
        (0x20D0, 0x20FF),
        (0xFE00, 0xFE0F),
        (0xFE20, 0xFE2F),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)
_TYPOGRAPHY = "’“”—–…‘\u00a0„«»•‹›‚"
"""Signs between words, the commonest first."""
_LIKE = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
    "ŧ": "t", "ĸ": "k", "ə": "e", "ƒ": "f",
}  # fmt: skip
"""Letters that no table of Unicode takes apart, as they are typed where there is no key for them."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\uac00-\ud7af"  # kana, Hangul
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
"""For a regular expression's brackets: signs of scripts that put no space between words, or long endings on them."""


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Compiled when it is first needed: the large classes of signs take their time, and the list needs none of them."""
    return re.compile(pattern)


_WORD = "[0-9a-z\x80-\U0010ffff]+"
_RUN = f"[{UNSPACED}]+"
_PART = f"[{UNSPACED}]+|(?:(?![{UNSPACED}])[0-9a-z\x80-\U0010ffff])+"


class _Signs(dict[int, str]):
    """What each sign beyond ASCII is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


_SIGNS = _Signs()


def folded(text: str) -> str:
    """The text in lower case, without accents; signs beyond ASCII that belong to no word become spaces."""
    text = _without_typography(text)
    if not text.isascii():
        text = _BEYOND_ASCII.sub(_fold_run, unicodedata.normalize("NFKC", text))
    return text.lower()


def aligned(text: str) -> "Aligned":
    """The text folded sign by sign, so that what is found in it can be found in the text itself."""
    text = _without_typography(text)
    if text.isascii():
        return Aligned(text.lower(), (), ())
    if len(text.encode("utf-8", "replace")) > len(text) * _DENSE:
        whole = text.translate(_SIGNS).lower()
        if len(whole) == len(text):  # each sign became one; it would be a rare chance if others made up for it
            return Aligned(whole, (), ())
    return _aligned_by_runs(text)


_DENSE = 1.2
"""Bytes to a sign from which on it is quicker to fold all of a text than only what is not ASCII in it."""


def _aligned_by_runs(text: str) -> "Aligned":
    pieces, starts, shifts = [], [], []
    end = length = 0
    for run in _BEYOND_ASCII.finditer(text):
        piece = run[0].translate(_SIGNS)
        length += run.start() - end + len(piece)
        pieces += [text[end : run.start()], piece]
        end = run.end()
        if len(piece) != len(run[0]):
            starts.append(length)
            shifts.append(end - length)
    return Aligned("".join((*pieces, text[end:])).lower(), starts, shifts)


class Aligned(NamedTuple):
    """Folded text; from each of ``starts`` on, places in the text itself are by that of ``shifts`` further on."""

    folded: str
    starts: Sequence[int]
    shifts: Sequence[int]

    def place(self, place: int) -> int:
        """Where in the text itself a place of the folded text is; at most some signs too early or too late."""
        before = bisect_right(self.starts, place)
        return place + self.shifts[before - 1] if before else place


def searchable(text: str) -> str:
    """Folded text for the full-text table: runs of unspaced scripts as overlapping pairs of signs.

    A pair stands at each sign of such a run but the last, which stands alone: so every part of a run is a row of
    neighbouring pairs, and one sign is the beginning of a pair.
    """
    text = folded(text)
    return text if text.isascii() else _pattern(_RUN).sub(_in_pairs, text)


def folded_words(text: str) -> list[str]:
    """The words of folded text, runs of unspaced scripts whole; ASCII signs other than letters and digits part them."""
    return _pattern(_WORD).findall(folded(text))


def _without_typography(text: str) -> str:
    """The text with spaces for quotes, dashes and the like: most text is then ASCII, and folded in no time."""
    if not text.isascii():
        for sign in _TYPOGRAPHY:
            text = text.replace(sign, " ")
    return text


def parts(text: str) -> list[str]:
    """The words of a text, folded; where a run of unspaced signs meets other letters, they are parted too."""
    return _pattern(_PART).findall(folded(text))


def is_unspaced(part: str) -> bool:
    """Whether a part is a run of signs that have no spaces between words."""
    return _pattern(_RUN).match(part) is not None


def _fold_run(run: re.Match[str]) -> str:
    return run[0].translate(_SIGNS)


def _fold(sign: str) -> str:
    if sign in _DROPPED:
        return ""
    plain = unicodedata.normalize("NFKC", sign)
    if plain != sign:
        return "".join(map(_fold, plain))
    if not sign.isalnum() and not unicodedata.category(sign).startswith("M"):
        return sign if sign.isascii() else " "
    letters = "".join(_LIKE.get(letter, letter) for letter in sign.casefold())
    parts = [part for part in unicodedata.normalize("NFD", letters) if part not in _DROPPED]
    return unicodedata.normalize("NFC", "".join(parts))


def _in_pairs(run: re.Match[str]) -> str:
    signs = run[0]
    pairs = " ".join([signs[place : place + 2] for place in range(len(signs))])
    return f" {pairs} "
