"""Where the story is: the element under which its paragraphs stand.

Each block weighs as much as its own running text; links, short labels and what is named as surroundings weigh nothing.
The parent whose blocks weigh most is the seed; from it one climbs while paragraphs of the same build stand beside it.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reader.parser.page.measure import Measures, Tally
from reader.parser.page.names import names_of, naming
from reader.parser.page.roll import Roll
from reader.parser.page.tree import BLOCK_TAGS, Element


class Weights:
    """What the blocks of a page weigh, by their numbers, and what stands inside any element together."""

    def __init__(self, roll: Roll, own: dict[int, float]) -> None:
        self.roll = roll
        self.own = dict(sorted(own.items()))
        self._tally = Tally(self.own.items(), 0.0)

    def total(self, number: int) -> float:
        """The weight of the element and all inside."""
        return self._tally.between(number, self.roll.ends[number])


@dataclass(frozen=True, slots=True)
class Located:
    """The element that holds the story, and its share of the page's running text, 0 to 1."""

    element: Element
    share: float = 1.0


def locate(measures: Measures) -> Located:
    """Where the story is; the whole body where nothing weighs anything."""
    roll = measures.roll
    weights = weigh(measures)
    body = next(iter(roll.tagged("body")), 0)
    whole = weights.total(body)
    if not whole:
        return Located(roll.elements[body])
    found = _marked(weights, body)
    if found is None:
        found = _climb_to_rest(weights, measures, _climb(weights, _seed(weights), body), body)
    return Located(roll.elements[found], weights.total(found) / whole)


def weigh(measures: Measures) -> Weights:
    """The weights of a page without its surroundings; of all of it where nothing else weighs anything."""
    every = Weights(measures.roll, _text_weights(measures))
    own = Weights(measures.roll, _without_surroundings(every, measures))
    return own if own.total(0) else every


_SENTENCE_SIGN = re.compile(r"[.!?,;:…。、，！？；।،؛]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_WEIGHTLESS = ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "a", "th", "label", "legend", "nav", "dt")
_FACTORS = {**dict.fromkeys(_WEIGHTLESS, 0.0), "li": 0.5, "dd": 0.7, "td": 0.8}
LEAST_TEXT, FULL_TEXT = 25, 80
"""Signs below which a block weighs nothing, and above which it needs no signs of a sentence."""


def _wide(passage: str) -> int:
    """How many signs are ideographs and the like, each of which says as much as two letters."""
    return len(_WIDE.findall(passage)) if len(passage.encode()) - len(passage) > len(passage) // 5 else 0


def _text_weights(measures: Measures) -> dict[int, float]:
    """What each block's own running text weighs: its signs, more where it has sentences, nothing for links."""
    passages: defaultdict[int, list[str]] = defaultdict(list)
    lengths: defaultdict[int, int] = defaultdict(int)
    linked: defaultdict[int, int] = defaultdict(int)
    for block, passage, length, is_linked in _passages(measures):
        passages[block].append(passage)
        lengths[block] += length
        if is_linked:
            linked[block] += length
        elif not passage.isascii():
            lengths[block] += _wide(passage)
    long = (block for block, length in lengths.items() if length >= LEAST_TEXT and linked[block] <= 0.5 * length)
    tags = measures.roll.tags
    weights = ((block, _weight(tags[block], lengths[block], linked[block], passages[block])) for block in long)
    return {block: weight for block, weight in weights if weight}


def _passages(measures: Measures) -> Iterator[tuple[int, str, int, bool]]:
    """The passages of the page with the number of the block they stand right in, their length, whether they are linked.

    Of the length, white space at both ends is no part.
    """
    roll, texts, tails = measures.roll, measures.texts, measures.tails
    home: list[int] = []
    link = link_end = 0
    read = zip(roll.tags, roll.parents, measures.text_lengths, measures.tail_lengths, strict=True)
    for number, (tag, parent, length, behind) in enumerate(read):
        home.append(number if tag in BLOCK_TAGS or not number else home[parent])
        if tag == "a" and number >= link_end:
            link, link_end = number, roll.ends[number]
        if length:
            yield home[number], texts[number] or "", length, number < link_end
        if behind:
            yield home[parent], tails[number] or "", behind, link < number < link_end


def _weight(tag: str, length: int, linked: int, passages: list[str]) -> float:
    """The signs of a block less the linked ones: half of them where it is short and has one sign of a sentence only."""
    weight = (length - linked) * _FACTORS.get(tag, 1.0)
    if length > FULL_TEXT or not weight:
        return weight
    signs = sum(len(_SENTENCE_SIGN.findall(passage)) for passage in passages)
    return weight if signs > 1 else 0.5 * weight if signs or length == FULL_TEXT else 0.0


_BESIDE = ("aside", "figcaption", "form")
_NEVER_COMMENTS = frozenset({"html", "body", "main", "article"})


def _without_surroundings(weights: Weights, measures: Measures) -> dict[int, float]:
    """The weights of all that stands in no element named as surroundings.

    A name alone never hides most of the page's text, but for the readers' comments.
    """
    roll, whole = weights.roll, weights.total(0) or 1.0
    own, safe = dict(weights.own), _holders_of_story(roll)
    numbers = list(own)
    end = 0
    for number in sorted({*roll.reasons, *roll.tagged(*_BESIDE)} - safe):
        if number < end or not (weight := weights.total(number)):
            continue
        if roll.tags[number] == "form" and number not in roll.reasons and _tells(number, measures):
            continue
        is_comments = roll.reasons.get(number) == "comments" and roll.tags[number] not in _NEVER_COMMENTS
        if weight < 0.6 * whole or (is_comments and weight < 0.95 * whole):
            end = roll.ends[number]
            for inside in numbers[bisect_left(numbers, number) : bisect_left(numbers, end)]:
                del own[inside]
    return own


def _tells(form: int, measures: Measures) -> bool:
    """Whether hardly anything but paragraphs stands in a form: what its author may edit there, and others read."""
    if measures.roll.tagged("label", inside=form):
        return False
    running = measures.running_between(form, measures.roll.ends[form])
    return running > LEAST_STORY / 2 and running > NEARLY_ALL_OF_FORM * measures.length_of(form)


NEARLY_ALL_OF_FORM = 0.8


def _holders_of_story(roll: Roll) -> set[int]:
    """What holds the page's one headline or its main part is no surrounding, whatever it is called."""
    headlines = roll.tagged("h1")
    marks = [*(headlines if len(headlines) == 1 else ()), *roll.tagged("main"), *_marked_bodies(roll)]
    return {holder for mark in marks for holder in (mark, *roll.around(mark))}


def _marked(weights: Weights, body: int) -> int | None:
    """The one element marked as the body of the article, where it holds most of the page's story."""
    best = max(_marked_bodies(weights.roll), key=weights.total, default=None)
    return best if best is not None and weights.total(best) > 0.6 * weights.total(body) else None


def _marked_bodies(roll: Roll) -> list[int]:
    return [
        number
        for number, said in roll.bearing("itemprop").items()
        if "articlebody" in said.lower() and roll.here[number]
    ]


def _seed(weights: Weights) -> int:
    """The element whose near blocks weigh most: a child's weight counts whole, a grandchild's half, then a quarter."""
    score: dict[int, float] = defaultdict(float)
    roll = weights.roll
    for number, weight in weights.own.items():
        if roll.tags[number] not in ("p", "li", "pre", "td", "dd"):
            score[number] += weight
        share, above = 1.0, roll.parents[number]
        for _ in range(4):
            score[above] += weight * share
            share, above = share * 0.5, roll.parents[above]
    best, most = 0, 0.0
    for number in sorted(score, key=score.__getitem__, reverse=True):
        if score[number] * HIGHEST_FACTOR <= most:  # no name could help it any more
            break
        if (weight := score[number] * _name_factor(roll.elements[number])) > most:
            best, most = number, weight
    return best


_BODY = naming(
    r"(?:article-?_{0,2}(?:body|text|content)|story-?_{0,2}(?:body|text|content)|entry-content|post-?_{0,2}(?:body|content)|articlebody)"
)


HIGHEST_FACTOR = 1.2


def _name_factor(element: Element) -> float:
    if element.tag in ("html", "body"):
        return 0.8
    return HIGHEST_FACTOR if element.tag in ("article", "main") or _BODY(names_of(element)) else 1.0


Build = tuple[str, str, str, str]


def _build(roll: Roll, number: int) -> Build:
    """How a block is made: its tag and class, and its parent's."""
    return (*_made(roll, number), *(_made(roll, roll.parents[number]) if number else ("", "")))


def _made(roll: Roll, number: int) -> tuple[str, str]:
    return roll.tags[number], _without_digits(roll.bearing("class").get(number, ""))


@lru_cache(maxsize=4096)
def _without_digits(names: str) -> str:
    return re.sub(r"\d+", "", names)


LEAST_ALIKE = 60
"""Blocks that weigh no more are not looked at for their build."""
SMALLEST_SHARE = 0.35
"""Of the page's running text; below it, the part found is one of many that make the story together."""


def _climb(weights: Weights, seed: int, top: int) -> int:
    """Climb from the seed to the ancestor that also holds what belongs to the story beside it.

    Inside the article's own element any running text counts; beyond it, only blocks built as those of the seed.
    """
    roll = weights.roll
    alike = _alike(weights, seed)
    region = _region(roll, seed, top)
    here = above = seed
    while above not in (top, 0):
        inside, above = region not in (above, top), roll.parents[above]
        gained = alike.total(above) - alike.total(here)
        other = weights.total(above) - weights.total(here)
        if (gained > 0.04 * alike.total(here) and gained > 0.5 * other) or (
            inside and other > 0.04 * weights.total(here)
        ):
            here = above
        if above == region:
            region = top
    return here if weights.total(here) > SMALLEST_SHARE * weights.total(top) else _climb_far(weights, here, top)


def _climb_to_rest(weights: Weights, measures: Measures, here: int, top: int) -> int:
    """Up to the nearest element that holds all the rest of what the page tells, where little else stands in it."""
    whole = weights.total(top)
    if weights.total(here) > MOST * whole or whole < LEAST_STORY:
        return here
    below = here
    weight, length = weights.total(here), measures.length_of(here)
    for above in weights.roll.around(here):
        if above in (top, 0) or _is_whole_article(weights.roll.elements[below]):
            break
        below = above
        if (rest := weights.total(above)) > NEARLY_ALL * whole:
            gained, beside = rest - weight, measures.length_of(above) - length
            return above if gained * length > SHARE_OF_TEXT * beside * weight else here
    return here


def _is_whole_article(element: Element) -> bool:
    """Whether the page says that the article ends with this element."""
    return element.tag == "article" or _ARTICLE(names_of(element))


_ARTICLE = naming(r"article|hentry|story")
LEAST_STORY = 400
MOST, NEARLY_ALL = 0.85, 0.97
SHARE_OF_TEXT = 0.35
"""How dense with running text the rest is, at the least, as a share of how dense the story found is."""


def _alike(weights: Weights, seed: int) -> Weights:
    """The weights of the blocks that are built as those inside the seed."""
    roll = weights.roll
    built = {number: _build(roll, number) for number, weight in weights.own.items() if weight > LEAST_ALIKE}
    builds = {build for number, build in built.items() if seed <= number < roll.ends[seed]}
    builds |= _paragraphs_above(roll, seed, {build[:2] for build in builds})
    return Weights(roll, {number: weights.own[number] for number, build in built.items() if build in builds})


def _climb_far(weights: Weights, here: int, top: int) -> int:
    """From a small part of a page of many equal parts to what holds most of them."""
    while here not in (top, 0) and weights.total(here) < 0.5 * weights.total(top):
        here = weights.roll.parents[here]
    return here


def _paragraphs_above(roll: Roll, seed: int, made: set[tuple[str, str]]) -> set[Build]:
    """How the seed's paragraphs would be built if they stood right in an element around it."""
    return {(*own, *_made(roll, above)) for above in islice(roll.around(seed), 3) for own in made if own[0] == "p"}


def _region(roll: Roll, seed: int, top: int) -> int:
    """The article's own element around the seed: the nearest ``article`` or ``main``; else the body."""
    for number in (seed, *roll.around(seed)):
        if number in (top, 0):
            break
        if roll.tags[number] in ("article", "main") or roll.bearing("role").get(number) in ("main", "article"):
            return number
    return top
