"""Vocabularies whose words occur as often as words of natural text do: by their rank, after Zipf and Mandelbrot."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

SIZE = 60_000
"""Different words of a language: about what a newspaper uses in some years."""
EXPONENT, OFFSET = 1.04, 2.7
"""Of Mandelbrot's law: a word of rank r occurs in proportion to 1 / (r + OFFSET) ** EXPONENT."""
THEMES, THEME_SIZE = 700, 50

_ENGLISH = (Path(__file__).parent / "common_words.txt").read_text("utf-8").split()
"""The commonest words of English, in their order, and some that newspapers print often."""


def _parted(lists: dict[str, str]) -> dict[str, list[str]]:
    return {language: parts.split() for language, parts in lists.items()}


_ONSETS = _parted(
    {
        "en": "b c d f g h l m n p r s t v w " * 2
        + "st tr pr br gr cl pl sh ch th fr sp cr dr sl sw fl bl wh sc sn gl str",
        "de": "b d f g h k l m n p r s t w z sch st br gr kl tr fr schw pf bl fl kn",
        "fr": "b c d f g j l m n p r s t v ch br cr pr tr gr pl cl fl qu",
        "ru": "б в г д ж з к л м н п р с т ф х ц ч ш ст пр тр кр сл вл гр бр",
    }
)
_VOWELS = _parted(
    {
        "en": "a e i o u a e i o e i ea ou ai ee oo ie",
        "de": "a e i o u e i e ä ö ü ei ie au",
        "fr": "a e i o u é e è ou ai eau ê â i oi",
        "ru": "а е и о у ы я о а е и ё",
    }
)
_CODAS = {
    "en": ["", "", "", "", "", "n", "r", "t", "s", "l", "d", "m", "nd", "st", "nt", "ck", "ng"],
    "de": ["", "", "n", "r", "t", "s", "l", "ch", "nd", "st", "ß", "ng", "rt", "ck"],
    "fr": ["", "", "", "", "n", "r", "t", "s", "l", "nt", "rs", "ç"],
    "ru": ["", "", "", "н", "р", "т", "с", "л", "к", "й", "м", "сть"],
}
_ENDINGS = {
    "en": ["", "", "", "", "s", "ed", "ing", "er", "ly", "ion", "ness", "al", "ment", "able", "ity", "ous", "’s"],
    "de": ["", "", "en", "er", "e", "ung", "lich", "keit", "isch", "te"],
    "fr": ["", "", "e", "er", "es", "ment", "tion", "eur", "ée", "eux"],
    "ru": ["", "", "а", "ы", "ом", "ая", "ого", "ить", "ение", "ский"],
}
_SYLLABLES = (1, 1, 2, 2, 2, 2, 3)


@dataclass(frozen=True)
class Vocabulary:
    """The words of a language, the commonest first, with the sums of how often the words up to each occur."""

    language: str
    words: Sequence[str]
    sums: Sequence[float]
    between: str = " "
    """What stands between two words."""
    full_stop: str = "."

    def draw(self, chance: random.Random, count: int, theme: Sequence[str]) -> list[str]:
        """So many words as they occur in running text; about one in eight is of the theme."""
        words = chance.choices(self.words, cum_weights=self.sums, k=count)
        for place in chance.sample(range(count), count // 8):
            words[place] = chance.choice(theme)
        return words

    def theme(self, number: int) -> list[str]:
        """Words that go together: an article about something uses them again and again."""
        chance = random.Random(f"theme {self.language} {number % THEMES}")
        return [self.words[int(len(self.words) * chance.random() ** 3)] for _ in range(THEME_SIZE)]


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of ``en``, ``de``, ``fr``, ``ru`` or ``ja``."""
    if language == "ja":
        return Vocabulary(language, _japanese(), _sums(SIZE // 4), "", "。")
    return Vocabulary(language, _words(language), _sums(SIZE))


def _sums(size: int) -> list[float]:
    return list(accumulate((rank + OFFSET) ** -EXPONENT for rank in range(1, size + 1)))


def _words(language: str) -> list[str]:
    chance = random.Random(f"words {language}")
    words = dict.fromkeys(_ENGLISH if language == "en" else ())
    while len(words) < SIZE:
        words[_word(chance, language)] = None
    return _commonest_short(list(words), len(_ENGLISH) if language == "en" else 0)


def _commonest_short(words: list[str], fixed: int) -> list[str]:
    """Common words are short ones, as a rule: those made up come by their length, with some disorder."""
    chance = random.Random("ranks")
    return words[:fixed] + sorted(words[fixed:], key=lambda word: len(word) + chance.gauss(0, 3))


def _word(chance: random.Random, language: str) -> str:
    syllables = (
        chance.choice(_ONSETS[language]) + chance.choice(_VOWELS[language]) + chance.choice(_CODAS[language])
        for _ in range(chance.choice(_SYLLABLES))
    )
    return "".join(syllables) + chance.choice(_ENDINGS[language])


def _japanese() -> list[str]:
    """Words of one to four signs, Han with kana between them."""
    chance = random.Random("words ja")
    han = [chr(code) for code in range(0x4E00, 0x4E00 + 2_000)]
    kana = [chr(code) for code in range(0x3042, 0x3094)]
    words = dict.fromkeys("のにはをたがでてとしれさあるいもなる")
    while len(words) < SIZE // 4:
        stem = "".join(chance.choices(han, k=chance.choice((1, 2, 2, 2, 3))))
        words[stem + "".join(chance.choices(kana, k=chance.choice((0, 0, 1, 2))))] = None
    return list(words)
