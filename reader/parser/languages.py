"""Which language a text is in: by its script, by its commonest words, and last by py3langid."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from reader.parser import words


def detect_language(text: str) -> str:
    """The BCP 47 primary tag of the language, or "" where the text is too short or unsure."""
    sample = _sample(text)
    signs = {sign: count for sign, count in Counter(sample).items() if sign.isalpha()}
    letters = sum(signs.values())
    if letters < LETTERS_FOR_SCRIPT:
        return ""
    script = _script(signs, letters)
    if script not in {"latin", "cyrillic"}:
        return _language_of_script(script, sample)
    if letters < LETTERS_FOR_WORDS:
        return ""
    return _by_common_words(sample) or _by_langid(sample, script)


def _sample(text: str) -> str:
    """The first running text: whole pages begin with menus, whose names and headings are no sentences."""
    prose = "\n".join(line for line in text[:SEARCHED].splitlines() if len(line) >= LEAST_IN_PROSE)
    return prose[:SAMPLE] if len(prose) >= LEAST_PROSE else text[:SAMPLE]


def _script(signs: Mapping[str, int], letters: int) -> str:
    """The script of most letters; a few kana make a text of ideographs Japanese."""
    counts: Counter[str] = Counter()
    for sign, count in signs.items():
        counts[_script_of(sign)] += count
    del counts[""]
    if not counts:
        return ""
    if counts["kana"] * 20 > letters:
        return "kana"
    name, most = counts.most_common(1)[0]
    return name if most * 2 > letters else ""


def _script_of(sign: str) -> str:
    place = ord(sign)
    return next((name for name, first, last in SCRIPTS if first <= place <= last), "")


def _language_of_script(script: str, sample: str) -> str:
    """The language that the script alone, or a few letters in it, tells."""
    if script == "arabic":
        return next((tag for tag, letters in ARABIC_LETTERS if sum(map(sample.count, letters)) >= 2), "ar")
    return LANGUAGE_OF_SCRIPT.get(script, "")


def _by_common_words(sample: str) -> str:
    """The language whose commonest words the text is full of, where no other comes near."""
    counts = Counter(_WORD.findall(sample.casefold()))
    total = sum(counts.values())
    scores = sorted(((_score(counts, common), tag) for tag, common in _common().items()), reverse=True)
    (best, tag), (second, _) = scores[:2]
    is_clear = best >= 4 and best >= 0.08 * total and best >= 1.35 * second
    return tag if is_clear or (best >= MANY and best >= 2 * second) else ""


def _score(counts: Counter[str], common: frozenset[str]) -> float:
    """How often the common words stand in the text; many different ones count more than one again and again."""
    return sum(min(counts[word], 3 + counts[word] / 4) for word in common.intersection(counts))


@cache
def _common() -> dict[str, frozenset[str]]:
    return {tag: frozenset(listed) for tag, listed in words.by_language("common").items()}


def _by_langid(sample: str, script: str) -> str:
    """What py3langid says, where its second guess is far behind. It is slow to import, and seldom needed."""
    from py3langid import rank  # type: ignore[import-untyped]  # noqa: PLC0415  # (no types)

    (tag, best), (_, second) = rank(sample)[:2]
    fits = (tag in CYRILLIC_LANGUAGES) == (script == "cyrillic")
    if not fits or best - second < SURE:
        return ""
    return "nb" if tag == "no" else str(tag)


SAMPLE = 4000
"""Signs looked at; more do not change the answer."""
SEARCHED = 20_000
"""Signs in which running text is looked for."""
LEAST_IN_PROSE, LEAST_PROSE = 80, 400
"""Signs of a line that is a sentence, and of all such lines together."""
LETTERS_FOR_SCRIPT = 8
LETTERS_FOR_WORDS = 40
MANY = 12
"""Common words that are enough where another language has not half as many, however many names stand between."""
SURE = 8.0
"""How far the best guess must lead: natural logarithm of the odds."""
SCRIPTS = (
    ("latin", 0x41, 0x24F),
    ("greek", 0x370, 0x3FF),
    ("cyrillic", 0x400, 0x52F),
    ("armenian", 0x530, 0x58F),
    ("hebrew", 0x590, 0x5FF),
    ("arabic", 0x600, 0x77F),
    ("devanagari", 0x900, 0x97F),
    ("bengali", 0x980, 0x9FF),
    ("tamil", 0xB80, 0xBFF),
    ("telugu", 0xC00, 0xC7F),
    ("thai", 0xE00, 0xE7F),
    ("georgian", 0x10A0, 0x10FF),
    ("hangul", 0x1100, 0x11FF),
    ("latin", 0x1E00, 0x1EFF),
    ("kana", 0x3040, 0x30FF),
    ("han", 0x3400, 0x9FFF),
    ("hangul", 0xAC00, 0xD7AF),
)
"""Blocks of The Unicode Standard, by first and last code point."""
LANGUAGE_OF_SCRIPT = {
    "greek": "el",
    "armenian": "hy",
    "hebrew": "he",
    "devanagari": "hi",
    "bengali": "bn",
    "tamil": "ta",
    "telugu": "te",
    "thai": "th",
    "georgian": "ka",
    "hangul": "ko",
    "kana": "ja",
    "han": "zh",
}
ARABIC_LETTERS = (("ur", "ٹڈڑںے"), ("fa", "پچژگ"))
"""Letters that Arabic itself lacks."""
CYRILLIC_LANGUAGES = {"ru", "uk", "bg", "sr", "be", "mk", "kk", "ky", "mn"}
_WORD = re.compile(r"[^\W\d_]+")
