"""Which lines of a dump are the story: the signs of every line are weighed, and neighbours decide together."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from reader.parser.plain.sheet import Bundle, Sheet
from reader.parser.plain.signs import FAMILIES
from reader.parser.plain.wording import wording

Weights = Mapping[str, Mapping[str, float]]
"""By kind of text (``always`` for all of them), what each sign is worth."""


def story_lines(sheet: Sheet, weights: Weights | None = None) -> list[bool]:
    """For every line whether it is story; with the weights that come with the program, if no others are given."""
    worth = _worth(sheet.kind) if weights is None else _together(weights, sheet.kind)
    verdicts = _verdicts(sheet, worth)
    lenient, strict = ([verdict + lean[sheet.kind] for verdict in verdicts] for lean in (LENIENT, AT_THE_END))
    chosen = _filled(sheet, lenient, _ended(_chosen(sheet, lenient), _chosen(sheet, strict)))
    return chosen if _is_enough(sheet, chosen) else [sheet.core[0] <= at < sheet.core[1] for at in range(len(chosen))]


def _verdicts(sheet: Sheet, worth: "_Worth") -> list[float]:
    """What the signs of every line are worth together: family by family, which is quicker than line by line."""
    bundle, word = worth.bundles.__getitem__, worth.signs.get
    sums = [sum([word(sign, 0.0) for sign in said]) for said in wording(sheet)]
    for family in FAMILIES:
        sums = [before + sum(map(bundle, told)) for before, told in zip(sums, family(sheet), strict=True)]
    return sums


def _chosen(sheet: Sheet, verdicts: Sequence[float]) -> list[bool]:
    """What the lines are together; long ones have more to say in it."""
    return together([verdict * _size(shape.words) for verdict, shape in zip(verdicts, sheet.shapes, strict=True)])


def _ended(chosen: Sequence[bool], surely: Sequence[bool]) -> list[bool]:
    """The choice up to its last line that is surely story: what only leniency holds behind it belongs to no story."""
    end = max((place for place, is_story in enumerate(surely) if is_story), default=len(surely))
    return [is_story and place <= end for place, is_story in enumerate(chosen)]


class _Worth:
    """What signs are worth in a kind of text: each by itself, and bundles of them, which are summed up only once."""

    def __init__(self, signs: Mapping[str, float]) -> None:
        self.signs = signs
        self.bundles = _Sums(signs)


class _Sums(dict[Bundle, float]):
    """The worth of bundles, remembered."""

    def __init__(self, signs: Mapping[str, float]) -> None:
        super().__init__()
        self._signs = signs

    def __missing__(self, bundle: Bundle) -> float:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[bundle] = worth = sum(self._signs.get(sign, 0.0) for sign in bundle)
        return worth


def _size(words: float) -> float:
    """Long lines have more to say in what their neighbours are."""
    return float(min(3.0, (max(words, 1) / 12) ** 0.3))


def together(verdicts: Sequence[float]) -> list[bool]:
    """The likeliest run of story and other lines, where each change costs ``CHANGE`` (Viterbi, 1967)."""
    other, story = 0.0, 0.0
    steps: list[tuple[bool, bool]] = []
    for verdict in verdicts:
        steps.append((story - CHANGE > other, other - CHANGE <= story))
        other, story = max(other, story - CHANGE), max(story, other - CHANGE) + verdict
    state = story > other
    chosen: list[bool] = []
    for to_other, to_story in reversed(steps):
        chosen.append(state)
        state = to_story if state else to_other
    return chosen[::-1]


def _filled(sheet: Sheet, verdicts: Sequence[float], chosen: Sequence[bool]) -> list[bool]:
    """The choice with the few sentences between its own that are not plainly something else: none may be lost."""
    filled = list(chosen)
    between: list[int] = []
    last = -NEAR
    for place, prose in enumerate(sheet.prose):
        if prose and not chosen[place]:
            between.append(place)
        elif prose:
            if place - last <= NEAR and len(between) <= FEW:
                for lost in between:
                    filled[lost] = verdicts[lost] > PLAINLY_NOT
            between, last = [], place
    return filled


def _is_enough(sheet: Sheet, chosen: Sequence[bool]) -> bool:
    """Whether the choice holds a fair part of the densest prose; a story that vanishes was misjudged."""
    words = sum(shape.words for shape, story in zip(sheet.shapes, chosen, strict=True) if story)
    return words >= 0.25 * sum(sheet.prose[slice(*sheet.core)])


@cache
def _worth(kind: str) -> _Worth:
    return _together(json.loads(Path(__file__).with_name("weights.json").read_text("utf-8")), kind)


def _together(weights: Weights, kind: str) -> _Worth:
    """What each sign is worth in a kind of text: always, and there besides."""
    here = weights[kind]
    worth = {sign: weight + here.get(sign, 0.0) for sign, weight in weights["always"].items()}
    return _Worth({**here, **worth})


MOST_REMEMBERED = 50_000
"""Bundles whose worth is remembered; a few megabytes."""
CHANGE = 1.0
"""What it costs to go from story to something else or back, in the unit of the weights."""
LENIENT = {"story": 0.6, "page": 1.8}
"""What is added to every verdict, by the kind of text: a lost paragraph is worse than a line too many."""
AT_THE_END = {"story": 0.45, "page": 0.3}
"""The same for the line that ends the story: behind it stand other stories, comments, a site's own words."""
PLAINLY_NOT = -1.0
"""The verdict below which a sentence amid the story is left out all the same."""
FEW, NEAR = 3, 12
"""Sentences left out in a row, and lines from the one before them to the one after, that are still amid the story."""
