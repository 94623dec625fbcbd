"""How long a story is: words, and minutes of reading."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")

WORDS_PER_MINUTE = 238
"""Silent reading of English prose; Brysbaert, How many words do we read per minute?, 2019."""
SIGNS_PER_MINUTE = 260
"""Chinese characters a minute, silent reading; the same study."""


BOOK = 200_000
"""So many signs of a longer text stand for all of it when its minutes are reckoned."""


def word_count(text: str) -> int:
    """How many words the text has; each CJK sign counts as one."""
    words, signs = _counts(text)
    return words + signs


def minutes(text: str) -> int:
    """Minutes it takes to read the text, at least one."""
    share = max(1.0, len(text) / BOOK)
    return _minutes(share, *_counts(text[:BOOK]))


def length_of(text: str) -> tuple[int, int]:
    """Words and minutes at once, in half the time."""
    if len(text) > BOOK:
        return word_count(text), minutes(text)
    words, signs = _counts(text)
    return words + signs, _minutes(1.0, words, signs)


def _minutes(share: float, words: int, signs: int) -> int:
    return max(1, round(share * (words / WORDS_PER_MINUTE + signs / SIGNS_PER_MINUTE)))


def _counts(text: str) -> tuple[int, int]:
    """How many words, and how many CJK signs."""
    if text.isascii():
        return len(_WORD.findall(text)), 0
    signs = len(_IDEOGRAPH.findall(text))
    return len(_WORD.findall(_IDEOGRAPH.sub(" ", text) if signs else text)), signs
