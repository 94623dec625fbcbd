"""Made-up stories as values: what a page of them has to say, before it is printed in one shape or another."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from benchmarks.press.vocabulary import Vocabulary, vocabulary

LEAST_WORDS = 350
SITES, PEOPLE = 300, 2_500
FIRST_DAY = datetime(2009, 1, 4, 6, tzinfo=UTC)
DAYS = 6_100
_LANGUAGES = ("en",) * 80 + ("de",) * 7 + ("fr",) * 6 + ("ru",) * 4 + ("ja",) * 3
_KINDS = ("Post", "Courier", "Gazette", "Herald", "Review", "Observer", "Times", "Journal", "Dispatch", "Bulletin")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with its words; ``number`` is the picture's own, None where it was not saved."""

    caption: str
    credit: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """One made-up story. Every paragraph is one line; ``headings`` stand before the paragraphs of their numbers."""

    number: int
    language: str
    title: str
    standfirst: str
    authors: tuple[str, ...]
    published: datetime | None
    saved: datetime
    site: str
    address: str
    paragraphs: tuple[str, ...]
    headings: dict[int, str]
    pictures: tuple[Shown, ...]


def story(number: int) -> Story:
    """The story of that number. One in fifty is a second copy of an earlier one, saved later."""
    chance = random.Random(f"story {number}")
    if number > 50 and chance.random() < 0.02:
        return _again(story(chance.randrange(number // 2)), number, chance)
    words = vocabulary(chance.choice(_LANGUAGES))
    theme = words.theme(int(700 * chance.random() ** 2))
    published = FIRST_DAY + timedelta(days=int(DAYS * chance.random() ** 0.6), minutes=chance.randrange(900))
    site, host = _site(int(SITES * chance.random() ** 2))
    paragraphs = _paragraphs(words, chance, theme)
    return Story(
        number,
        words.language,
        title=_line(words, chance, theme, 4, 12),
        standfirst=_sentence(words, chance, theme, 12, 26) if chance.random() < 0.7 else "",
        authors=tuple(_person(int(PEOPLE * chance.random() ** 2)) for _ in range(chance.choice((0, 1, 1, 1, 1, 1, 2)))),
        published=published if chance.random() < 0.93 else None,
        saved=published + timedelta(days=chance.randrange(1, 40), seconds=chance.randrange(86_400)),
        site=site,
        address=f"https://{host}/story/{number}",
        paragraphs=paragraphs,
        headings={place: _line(words, chance, theme, 2, 6) for place in range(4, len(paragraphs) - 2, 5)},
        pictures=_pictures(words, chance, theme),
    )


def _again(first: Story, number: int, chance: random.Random) -> Story:
    later = first.saved + timedelta(days=chance.randrange(1, 90))
    return Story(
        number, first.language, first.title, first.standfirst, first.authors, first.published, later, first.site,
        first.address, first.paragraphs, first.headings, first.pictures,
    )  # fmt: skip


def _paragraphs(words: Vocabulary, chance: random.Random, theme: Sequence[str]) -> tuple[str, ...]:
    """At least LEAST_WORDS words, seldom more than 2,000."""
    wanted = LEAST_WORDS + min(4_000, int(chance.lognormvariate(4.6, 1.0)))
    paragraphs = []
    while wanted > 0:
        sentences = [_sentence(words, chance, theme, 7, 28) for _ in range(chance.choice((1, 2, 3, 3, 4)))]
        paragraphs.append((" " if words.between else "").join(sentences))
        wanted -= sum(sentence.count(" ") + 1 if words.between else len(sentence) // 3 for sentence in sentences)
    return tuple(paragraphs)


def _sentence(words: Vocabulary, chance: random.Random, theme: Sequence[str], least: int, most: int) -> str:
    drawn = words.draw(chance, chance.randint(least, most), theme)
    if len(drawn) > 12:
        drawn[len(drawn) // 2] += "," if words.between else "、"
    if chance.random() < 0.1 and len(drawn) > 3:
        drawn[2] = f"“{drawn[2]}”" if words.between else f"「{drawn[2]}」"
    if chance.random() < 0.08:
        drawn[1] = f"{chance.randint(2, 9_999):,}"
    text = words.between.join(drawn)
    return text[0].upper() + text[1:] + words.full_stop


def _line(words: Vocabulary, chance: random.Random, theme: Sequence[str], least: int, most: int) -> str:
    return _sentence(words, chance, theme, least, most).rstrip(".。")


def _pictures(words: Vocabulary, chance: random.Random, theme: Sequence[str]) -> tuple[Shown, ...]:
    """A third of the stories have pictures; of a third of these some were saved."""
    if chance.random() > 0.34:
        return ()
    saved = chance.random() < 0.34
    return tuple(
        Shown(
            _sentence(words, chance, theme, 6, 18),
            f"{_person(chance.randrange(PEOPLE))} / {_site(chance.randrange(40))[0]}" if chance.random() < 0.7 else "",
            chance.randrange(48) if saved and chance.random() < 0.8 else None,
        )
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5)))
    )


@cache
def _person(number: int) -> str:
    chance = random.Random(f"person {number}")
    first, last = (_name(chance) for _ in range(2))
    return f"{first} {last}"


@cache
def _site(number: int) -> tuple[str, str]:
    """The name of a site and its host."""
    chance = random.Random(f"site {number}")
    place, kind = _name(chance), chance.choice(_KINDS)
    return f"The {place} {kind}", f"{place}-{kind}.example".lower()


def _name(chance: random.Random) -> str:
    words = vocabulary("en").words
    while not (word := words[chance.randrange(1_000, 30_000)]).isalpha():
        pass
    return word.capitalize()
