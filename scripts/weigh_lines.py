"""Fit the weights by which lines of text dumps are judged, and write ``reader/parser/plain/weights.toml``.

    scripts/weigh_lines.py FOLDER...

Each folder holds ``index.json``, a list of ``{"file": "pages/x.txt.gz", "host": …, "gold": {"text": …}}``, and the
dumps it names. A line counts as story where most of its runs of four words stand in the gold text. The weights are
those of a logistic regression, fitted by gradient descent (Adam, Kingma and Ba, 2014). Before it writes them, the
script says how well weights from three quarters of the hosts do on the fourth: what to expect on dumps never seen.
"""

import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.parser.decoding import decode
from reader.parser.languages import detect_language
from reader.parser.plain import weigh
from reader.parser.plain.lines import Line, lines_of
from reader.parser.plain.shapes import shapes_of
from reader.parser.plain.signs import Sheet, sheet_of, signs_of

Floats = NDArray[np.float64]
Weights = dict[str, dict[str, float]]
TARGET = Path(__file__).parents[1] / "reader" / "parser" / "plain" / "weights.toml"
RARE, PENALTY, ROUNDS, PARTS = 6, 12.0, 110, 4


@dataclass(frozen=True, slots=True)
class Dump:
    """One labelled dump: its lines, whether each is story, and how many words each has."""

    host: str
    gold: str
    sheet: Sheet
    story: Sequence[bool]
    sizes: Sequence[int]


def main(folders: Sequence[str]) -> None:
    """Fit, tell, write."""
    dumps = [dump for folder in folders for dump in _read(Path(folder))]
    parts = [int(hashlib.sha256(dump.host.encode()).hexdigest(), 16) % PARTS for dump in dumps]
    unseen: list[tuple[float, float]] = []
    for number in range(PARTS):
        fitted = _fit([dump for dump, part in zip(dumps, parts, strict=True) if part != number])
        unseen += [_score(dump, fitted) for dump, part in zip(dumps, parts, strict=True) if part == number]
    print(f"{len(dumps)} dumps; on hosts not fitted to: F1 {_f1(unseen):.3f}")
    weights = _fit(dumps)
    print(f"on the dumps themselves: F1 {_f1([_score(dump, weights) for dump in dumps]):.3f}")
    TARGET.write_text(_toml(weights), "utf-8")


def _read(folder: Path) -> Iterator[Dump]:
    for entry in json.loads((folder / "index.json").read_text("utf-8")):
        text = decode(gzip.decompress((folder / entry["file"]).read_bytes())).text
        lines = lines_of(text)
        if lines:
            sheet = sheet_of(lines, shapes_of(lines, detect_language(text[len(text) // 4 :])))
            gold = entry["gold"]["text"]
            sizes = [len(_words(line.text)) for line in lines]
            yield Dump(entry.get("host") or entry["id"], gold, sheet, _labels(lines, sizes, gold), sizes)


def _labels(lines: Sequence[Line], sizes: Sequence[int], gold: str) -> list[bool]:
    """Which lines are story. Lines of one to three words follow their neighbours, for such words stand everywhere."""
    known, whole = _shingles(gold), f" {' '.join(_words(gold))} "
    shares = [_share(line.text, known, whole) for line in lines]
    labels = []
    for place, share in enumerate(shares):
        near = [
            shares[at] for at in range(max(0, place - 3), min(len(lines), place + 4)) if at != place and sizes[at] > 3
        ]
        agreed = sum(other >= 0.5 for other in near) >= max(1, len(near) / 2)
        labels.append(share >= 0.5 and (sizes[place] > 3 or agreed))
    return labels


def _share(text: str, known: Counter[tuple[str, ...]], whole: str) -> float:
    found = _words(text)
    if len(found) < 4:
        return float(bool(found) and f" {' '.join(found)} " in whole)
    runs = _shingles(text)
    return sum(run in known for run in runs) / len(runs)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    found = _words(text)
    return Counter(tuple(found[at : at + 4]) for at in range(max(1, len(found) - 3)) if found)


def _signs(dump: Dump) -> list[list[str]]:
    """The signs of every line, each once in general and once for its kind of text."""
    general = [list(signs_of(dump.sheet, place)) for place in range(len(dump.story))]
    return [[*signs, *(f"{dump.sheet.kind}: {sign}" for sign in signs)] for signs in general]


def _fit(dumps: Sequence[Dump]) -> Weights:
    rows = [signs for dump in dumps for signs in _signs(dump)]
    often = Counter(sign for signs in rows for sign in signs)
    names = sorted(sign for sign, times in often.items() if times >= RARE)
    index = {name: number for number, name in enumerate(names)}
    table = np.full((len(rows), max(map(len, rows))), len(names), dtype=np.int32)
    for row, signs in zip(table, rows, strict=True):
        known = [index[sign] for sign in signs if sign in index]
        row[: len(known)] = known
    story = np.array([float(label) for dump in dumps for label in dump.story])
    found = _descend(table, story, _importance(dumps), len(names))
    weights: Weights = {"always": {}, "story": {}, "page": {}}
    for name, weight in zip(names, found.tolist(), strict=True):
        kind, colon, sign = name.partition(": ")
        own = kind in weights and bool(colon)
        if abs(weight) >= 0.03:
            weights[kind if own else "always"][sign if own else name] = round(weight, 2)
    return weights


def _importance(dumps: Sequence[Dump]) -> Floats:
    """A line counts by its words, a dump as much as any other."""
    parts = []
    for dump in dumps:
        whole = sum(size for size, story in zip(dump.sizes, dump.story, strict=True) if story)
        parts.append(np.minimum(np.array(dump.sizes, dtype=np.float64), 40) / max(whole, 50))
    importance: Floats = np.concatenate(parts)
    levelled: Floats = np.minimum(importance / importance.mean(), 30)
    return levelled


def _descend(table: NDArray[np.int32], story: Floats, importance: Floats, count: int) -> Floats:
    weights, mean, spread = (np.zeros(count) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        likely = 1 / (1 + np.exp(-np.append(weights, 0.0)[table].sum(axis=1)))
        errors = np.repeat(importance * (likely - story), table.shape[1])
        slope = np.bincount(table.ravel(), weights=errors, minlength=count + 1)[:count] + PENALTY * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope * slope
        step = 0.12 if turn < ROUNDS / 2 else 0.03
        weights = weights - step * (mean / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.99**turn)) + 1e-8)
    return weights


def _score(dump: Dump, weights: Weights) -> tuple[float, float]:
    """Precision and recall of runs of four words."""
    chosen = weigh.story_lines(dump.sheet, weights)
    text = "\n".join(line.text for line, story in zip(dump.sheet.lines, chosen, strict=True) if story)
    have, want = _shingles(text), _shingles(dump.gold)
    common = (have & want).total()
    return common / max(1, have.total()), common / max(1, want.total())


def _f1(scores: Sequence[tuple[float, float]]) -> float:
    precision = sum(score[0] for score in scores) / len(scores)
    recall = sum(score[1] for score in scores) / len(scores)
    return 2 * precision * recall / (precision + recall)


def _toml(weights: Weights) -> str:
    lines = [
        "# What each sign of a line is worth: above 0 it speaks for the story, below 0 against it (natural logarithm",
        "# of odds). Fitted by scripts/weigh_lines.py on labelled dumps; never edited by hand.",
    ]
    for kind, signs in weights.items():
        lines += ["", f"[{kind}]", *(f'"{sign}" = {weight}' for sign, weight in signs.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
