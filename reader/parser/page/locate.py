"""Where the story is: the element under which its paragraphs stand. Three walks over the page, all linear.

Each block weighs as much as its own running text; links, short labels and what is named as surroundings weigh nothing.
The parent whose blocks weigh most is the seed; from it one climbs while paragraphs of the same build stand beside it.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice

from reader.parser.page.names import names_of
from reader.parser.page.surroundings import is_comments, is_surrounding
from reader.parser.page.tree import BLOCK_TAGS, Element


@dataclass(slots=True)
class Weights:
    """The page's elements in document order, with what each block weighs and what stands below each element."""

    elements: list[Element]
    parents: list[int]
    own: list[float] = field(default_factory=list)
    total: list[float] = field(default_factory=list)

    def below(self, own: list[float]) -> list[float]:
        """Sum over each element and all below it."""
        total = own.copy()
        for place in range(len(total) - 1, 0, -1):
            total[self.parents[place]] += total[place]
        return total


@dataclass(frozen=True, slots=True)
class Located:
    """The element that holds the story, and its share of the page's running text, 0 to 1."""

    element: Element
    share: float = 1.0


def locate(root: Element) -> Located:
    """Where the story is; the whole body where nothing weighs anything."""
    weights = weigh(root)
    body = next((place for place, element in enumerate(weights.elements) if element.tag == "body"), 0)
    if not weights.total[body]:
        return Located(weights.elements[body])
    seed = _marked(weights, body)
    if seed is None:
        seed = _climb(weights, _seed(weights), body)
    return Located(weights.elements[seed], weights.total[seed] / weights.total[body])


def weigh(root: Element) -> Weights:
    """All weights of a page."""
    elements = list(root.iter())
    place_of = {element: place for place, element in enumerate(elements)}
    parents = [0, *(place_of[element.getparent()] for element in elements[1:])]  # type: ignore[index]
    weights = Weights(elements, parents)
    raw = _text_weights(elements, parents)
    total = weights.below(raw)
    weights.own = _without_surroundings(weights, raw, total)
    weights.total = weights.below(weights.own)
    if not weights.total[0]:
        weights.own, weights.total = raw, total
    return weights


_SENTENCE_SIGNS = re.compile(r"[.!?,;:…。、，！？；।،؛]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
ENOUGH_SIGNS = 2
"""More signs of sentences in a block are not counted: they would not make it weigh more."""
_WEIGHTLESS = ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "a", "th", "label", "legend", "nav", "dt")
_FACTORS = {**dict.fromkeys(_WEIGHTLESS, 0.0), "li": 0.5, "dd": 0.7, "td": 0.8}


def _text_weights(elements: list[Element], parents: list[int]) -> list[float]:
    """What each block's own running text weighs: its signs, more where it has sentences, nothing for links."""
    count = len(elements)
    block = [0] * count
    linked = [False] * count
    text, links = [0] * count, [0] * count
    signs = [0] * count
    wide = [0] * count
    for place, element in enumerate(elements):
        parent = parents[place]
        is_block = element.tag in BLOCK_TAGS or place == 0
        block[place] = place if is_block else block[parent]
        linked[place] = element.tag == "a" or (linked[parent] and place != 0)
        for words, home, is_link in (
            (element.text, block[place], linked[place]),
            (element.tail, block[parent], linked[parent]),
        ):
            if words and (length := len(words.strip())):
                text[home] += length
                if signs[home] < ENOUGH_SIGNS:
                    signs[home] += len(_SENTENCE_SIGNS.findall(words))
                if is_link:
                    links[home] += length
                elif not words.isascii():
                    wide[home] += len(_WIDE.findall(words))
    return [
        _weight(str(elements[place].tag), text[place] + wide[place], links[place], signs[place]) if text[place] else 0.0
        for place in range(count)
    ]


def _weight(tag: str, length: int, links: int, signs: int) -> float:
    if length < 25 or links > 0.5 * length or (signs == 0 and length < 80):
        return 0.0
    return (length - links) * _FACTORS.get(tag, 1.0) * (1.0 if signs > 1 or length > 80 else 0.5)


def _without_surroundings(weights: Weights, raw: list[float], total: list[float]) -> list[float]:
    """The weights with all set to nothing that stands in an element named as surroundings.

    A name alone never hides most of the page's text, but for the readers' comments.
    """
    outside = [False] * len(raw)
    whole = total[0] or 1.0
    safe = _holders_of_story(weights.elements)
    for place, element in enumerate(weights.elements):
        if outside[weights.parents[place]] and place:
            outside[place] = True
        elif element in safe:
            outside[place] = False
        elif total[place] < 0.6 * whole:
            outside[place] = is_surrounding(element)
        elif total[place] < 0.95 * whole:
            outside[place] = is_comments(element)
    return [0.0 if out else weight for weight, out in zip(raw, outside, strict=True)]


def _holders_of_story(elements: list[Element]) -> set[Element]:
    """What holds the page's one headline or its main part is no surrounding, whatever it is called."""
    headlines = [element for element in elements if element.tag == "h1"]
    marks = headlines if len(headlines) == 1 else []
    marks += [*elements[0].iter("main"), *_marked_bodies(elements[0])]
    return {holder for mark in marks for holder in (mark, *mark.iterancestors())}


_BODY = re.compile(
    r"(?<![a-z])(?:article-?_{0,2}(?:body|text|content)|story-?_{0,2}(?:body|text|content)|entry-content|post-?_{0,2}(?:body|content)|articlebody)(?![a-z])"
)


def _marked(weights: Weights, body: int) -> int | None:
    """The one element marked as the body of the article, where it holds most of the page's story."""
    marked = set(_marked_bodies(weights.elements[0]))
    places = [place for place, element in enumerate(weights.elements) if element in marked] if marked else []
    best = max(places, key=lambda place: weights.total[place], default=None)
    return best if best is not None and weights.total[best] > 0.6 * weights.total[body] else None


def _marked_bodies(root: Element) -> list[Element]:
    return [e for e in root.iterfind(".//*[@itemprop]") if "articlebody" in (e.get("itemprop") or "").lower()]


def _seed(weights: Weights) -> int:
    """The element whose near blocks weigh most: a child's weight counts whole, a grandchild's half, then a quarter."""
    score: dict[int, float] = defaultdict(float)
    for place, weight in enumerate(weights.own):
        if weight:
            if weights.elements[place].tag not in ("p", "li", "pre", "td", "dd"):
                score[place] += weight
            share, above = 1.0, weights.parents[place]
            for _ in range(4):
                score[above] += weight * share
                share, above = share * 0.5, weights.parents[above]
    return max(score, key=lambda place: score[place] * _name_factor(weights.elements[place]))


def _name_factor(element: Element) -> float:
    if element.tag in ("html", "body"):
        return 0.8
    return 1.2 if element.tag in ("article", "main") or _BODY.search(names_of(element)) else 1.0


Build = tuple[str, str, str, str]


def _build(element: Element) -> Build:
    """How a block is made: its tag and class, and its parent's."""
    parent = element.getparent()
    return (*_made(element), *(_made(parent) if parent is not None else ("", "")))


def _made(element: Element) -> tuple[str, str]:
    return str(element.tag), re.sub(r"\d+", "", element.get("class") or "")


SMALLEST_SHARE = 0.35
"""Of the page's running text; below it, the part found is one of many that make the story together."""


def _climb(weights: Weights, seed: int, top: int) -> int:
    """Climb from the seed to the ancestor that also holds what belongs to the story beside it.

    Inside the article's own element any running text counts; beyond it, only blocks built as those of the seed.
    """
    last = _end(weights, seed)
    builds = {_build(weights.elements[p]) for p in range(seed, last) if weights.own[p] > 60}
    builds |= _paragraphs_above(weights, seed, {build[:2] for build in builds})
    like = [w if w > 60 and _build(weights.elements[p]) in builds else 0.0 for p, w in enumerate(weights.own)]
    like_below = weights.below(like)
    region = _region(weights, seed, top)
    here = above = seed
    while above not in (top, 0):
        inside, above = region not in (above, top), weights.parents[above]
        gained = like_below[above] - like_below[here]
        other = weights.total[above] - weights.total[here]
        if (gained > 0.04 * like_below[here] and gained > 0.5 * other) or (
            inside and other > 0.04 * weights.total[here]
        ):
            here = above
        if above == region:
            region = top
    return here if weights.total[here] > SMALLEST_SHARE * weights.total[top] else _climb_far(weights, here, top)


def _climb_far(weights: Weights, here: int, top: int) -> int:
    """From a small part of a page of many equal parts to what holds most of them."""
    while here not in (top, 0) and weights.total[here] < 0.5 * weights.total[top]:
        here = weights.parents[here]
    return here


def _paragraphs_above(weights: Weights, seed: int, made: set[tuple[str, str]]) -> set[Build]:
    """How the seed's paragraphs would be built if they stood right in an element around it."""
    around = weights.elements[seed].iterancestors()
    return {(*own, *_made(element)) for element in islice(around, 3) for own in made if own[0] == "p"}


def _region(weights: Weights, seed: int, top: int) -> int:
    """The article's own element around the seed: the nearest ``article`` or ``main``; else the body."""
    place = seed
    while place not in (top, 0):
        element = weights.elements[place]
        if element.tag in ("article", "main") or element.get("role") in ("main", "article"):
            return place
        place = weights.parents[place]
    return top


def _end(weights: Weights, place: int) -> int:
    """The place behind the last element below this one."""
    last = place
    inside = {place}
    for other in range(place + 1, len(weights.elements)):
        if weights.parents[other] not in inside:
            break
        inside.add(other)
        last = other
    return last + 1
