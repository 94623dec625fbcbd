"""Which lines of a dump are the story: the signs of every line are weighed, and neighbours decide together."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from reader.parser.plain.signs import Sheet, signs_of

Weights = Mapping[str, Mapping[str, float]]
"""By kind of text (``always`` for all of them), what each sign is worth."""


def story_lines(sheet: Sheet, weights: Weights | None = None) -> list[bool]:
    """For every line whether it is story; with the weights that come with the program, if no others are given."""
    weights = weights or _weights()
    verdicts = [_verdict(sheet, place, weights) for place in range(len(sheet.lines))]
    sized = [verdict * _size(shape.words) for verdict, shape in zip(verdicts, sheet.shapes, strict=True)]
    chosen = _filled(sheet, verdicts, together(sized))
    return chosen if _is_enough(sheet, chosen) else [sheet.core[0] <= at < sheet.core[1] for at in range(len(chosen))]


def _verdict(sheet: Sheet, place: int, weights: Weights) -> float:
    """The sum of the weights of the line's signs: above 0 it is rather story."""
    always, here = weights["always"], weights[sheet.kind]
    return sum(always.get(sign, 0.0) + here.get(sign, 0.0) for sign in signs_of(sheet, place))


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


def _filled(sheet: Sheet, verdicts: Sequence[float], chosen: list[bool]) -> list[bool]:
    """The choice, with the sentences amid the story that are not plainly something else: none of them may be lost."""
    filled = list(chosen)
    first, last = sheet.core
    for place, prose in enumerate(sheet.prose):
        if chosen[place] or not prose:
            continue
        amid = any(filled[max(0, place - 4) : place]) and any(chosen[place + 1 : place + 5])
        full = first <= place < last and prose >= FULL_SENTENCE
        filled[place] = (amid and verdicts[place] > PLAINLY_NOT) or (full and verdicts[place] > SURELY_NOT[sheet.kind])
    return filled


def _is_enough(sheet: Sheet, chosen: Sequence[bool]) -> bool:
    """Whether the choice holds a fair part of the densest prose; a story that vanishes was misjudged."""
    words = sum(shape.words for shape, story in zip(sheet.shapes, chosen, strict=True) if story)
    return words >= 0.25 * sum(sheet.prose[slice(*sheet.core)])


@cache
def _weights() -> Weights:
    with Path(__file__).with_name("weights.toml").open("rb") as file:
        return tomllib.load(file)


CHANGE = 1.5
"""What it costs to go from story to something else or back, in the unit of the weights."""
PLAINLY_NOT = -1.5
"""The verdict below which a sentence amid the story is left out all the same."""
SURELY_NOT = {"story": -0.6, "page": -1.2}
"""The same for a full sentence in the densest part, by the kind of text."""
FULL_SENTENCE = 12
"""Words."""
