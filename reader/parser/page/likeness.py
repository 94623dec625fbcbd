"""How alike two short texts are, signs, case and white space aside."""

import re
import unicodedata
from functools import lru_cache

_SIGNS = re.compile(r"[\W_]+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=4096)
def squashed(text: str) -> str:
    """The text's letters and digits alone, to know a line again."""
    return _SIGNS.sub("", text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold())


def likeness(one: str, other: str) -> float:
    """The share of words in common (Sørensen–Dice), 0 to 1; where a script sets no spaces, of signs."""
    if squashed(one) == squashed(other):
        return 1.0 if one else 0.0
    words, others = _words(one), _words(other)
    return 2 * len(words & others) / (len(words) + len(others)) * 0.99 if words and others else 0.0


@lru_cache(maxsize=1024)
def _words(text: str) -> set[str]:
    if _WIDE.search(text):
        return set(squashed(text))
    return set(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold().replace("\xad", "")))
