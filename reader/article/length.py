"""How long a story is: words, and minutes of reading."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")

WORDS_PER_MINUTE = 238
"""Silent reading of English prose; Brysbaert, How many words do we read per minute?, 2019."""
SIGNS_PER_MINUTE = 260
"""Chinese characters a minute, silent reading; the same study."""


def word_count(text: str) -> int:
    """How many words the text has; each CJK sign counts as one."""
    signs = len(_IDEOGRAPH.findall(text))
    return signs + len(_WORD.findall(_IDEOGRAPH.sub(" ", text)))


def minutes(text: str) -> int:
    """Minutes it takes to read the text, at least one."""
    signs = len(_IDEOGRAPH.findall(text))
    words = word_count(text) - signs
    return max(1, round(words / WORDS_PER_MINUTE + signs / SIGNS_PER_MINUTE))
