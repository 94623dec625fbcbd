"""Fit the weights by which lines of text dumps are judged, and write ``reader/parser/plain/weights.json``.

    scripts/weigh_lines.py FOLDER...

Each folder holds ``index.json``, a list of ``{"file": "pages/x.txt.gz", "host": …, "gold": {"text": …}}``, and the
dumps it names; an entry may have a ``"weight"``, what it counts beside the others (1), and with less than 1 it is
learnt from but not measured. A line counts as story where most of its runs of four words stand in the gold text. The
weights are those of a logistic regression (scikit-learn). Before it writes them, the script says how well weights from
four fifths of the hosts do on the fifth: what to expect on dumps never seen. docs/notes/007-weighing-lines.md says why.
"""

import gzip
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from reader.article import body_text
from reader.parser.languages import detect_language
from reader.parser.plain.dump import read_dump
from reader.parser.plain.evidence import is_dump
from reader.parser.plain.lines import Line, lines_of
from reader.parser.plain.shapes import shapes_of
from reader.parser.plain.sheet import Sheet, sheet_of
from reader.parser.plain.signs import signs_of
from reader.parser.plain.weigh import Weights, story_lines
from reader.parser.plain.wording import WORDINGS

TARGET = Path(__file__).parents[1] / "reader" / "parser" / "plain" / "weights.json"
PARTS = 5
STRENGTH, ROUNDS = 0.02, 100
"""Of the regression: the inverse of its penalty, and how many steps at most."""
FEWEST_SITES = {True: 10, False: 4}
"""From how many sites a sign must be known: a word, and anything else. What one site says is no rule."""
WORDS_COUNT = 0.7
"""How much a word's sign weighs in the penalty beside the others: words must earn more."""
LEAST = 0.05
"""Weights nearer to 0 are left out."""


@dataclass(frozen=True, slots=True)
class Dump:
    """One labelled dump: its lines, whether each is story, and how many words each has."""

    folder: str
    site: str
    gold: str
    weight: float
    language: str
    sheet: Sheet
    story: Sequence[bool]
    sizes: Sequence[int]
    signs: Sequence[Sequence[str]]


def main(folders: Sequence[str]) -> None:
    """Fit, tell, write."""
    dumps = [dump for folder in folders for dump in _read(Path(folder))]
    parts = [int(hashlib.sha256(dump.site.encode()).hexdigest(), 16) % PARTS for dump in dumps]
    unseen: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for number in range(PARTS):
        weights = _fit([dump for dump, part in zip(dumps, parts, strict=True) if part != number])
        for dump, part in zip(dumps, parts, strict=True):
            if part == number and dump.weight >= 1:
                unseen[dump.folder].append(_score(dump, weights))
    _tell("on hosts not fitted to", unseen)
    weights = _fit(dumps)
    TARGET.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", "utf-8")
    seen: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for dump in dumps:
        if dump.weight >= 1:
            seen[dump.folder].append(_score(dump, weights))
    _tell("on the dumps themselves", seen)
    print(f"{len(dumps)} dumps, {sum(map(len, weights.values()))} weights")


def _read(folder: Path) -> Iterator[Dump]:
    for entry in json.loads((folder / "index.json").read_text("utf-8")):
        text = gzip.decompress((folder / entry["file"]).read_bytes()).decode("utf-8")
        if not (lines := lines_of(text)):
            continue
        language = detect_language(text[len(text) // 4 :])
        sheet = sheet_of(lines, shapes_of(lines, language))
        gold = entry["gold"]["text"]
        sizes = [len(_words(line.text)) for line in lines]
        story = _labels(lines, sizes, gold)
        signs = [list(signs) for signs in signs_of(sheet)]
        site = _site(entry.get("host") or entry["id"])
        yield Dump(folder.name, site, gold, entry.get("weight", 1.0), language, sheet, story, sizes, signs)


def _site(host: str) -> str:
    """The part of a host's name that all hosts of one site share."""
    parts = host.removeprefix("www.").split(".")
    two_level = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if two_level else parts[-2:])


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


def _is_word(sign: str) -> bool:
    return sign.startswith(WORDINGS)


def _fit(dumps: Sequence[Dump]) -> Weights:
    """Each sign has a weight in general and, if it is no word, one more for its kind of text."""
    sites: dict[str, set[str]] = defaultdict(set)
    for dump in dumps:
        for sign in {sign for signs in dump.signs for sign in signs}:
            sites[sign].add(dump.site)
            if not _is_word(sign):
                sites[f"{dump.sheet.kind}: {sign}"].add(dump.site)
    names = sorted(sign for sign, where in sites.items() if len(where) >= FEWEST_SITES[_is_word(sign)])
    index = {name: number for number, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for dump in dumps:
        for signs in dump.signs:
            own = {index.get(sign) for sign in signs} | {index.get(f"{dump.sheet.kind}: {sign}") for sign in signs}
            columns += sorted(number for number in own if number is not None)
            ends.append(len(columns))
    scale = np.array([WORDS_COUNT if _is_word(name) else 1.0 for name in names], dtype=np.float32)
    table = csr_matrix((scale[columns], columns, ends), shape=(len(ends) - 1, len(names)))
    story = np.array([label for dump in dumps for label in dump.story])
    fitted = LogisticRegression(C=STRENGTH, max_iter=ROUNDS).fit(table, story, _importance(dumps))
    return _weights(names, (fitted.coef_[0] * scale).tolist(), float(fitted.intercept_[0]))


def _weights(names: Sequence[str], found: Sequence[float], offset: float) -> Weights:
    weights: dict[str, dict[str, float]] = {"always": {}, "story": {}, "page": {}}
    for name, weight in zip(names, found, strict=True):
        kind, _, sign = name.partition(": ")
        own = kind in {"story", "page"}
        if abs(weight) >= LEAST:
            weights[kind if own else "always"][sign if own else name] = round(weight, 2)
    weights["always"]["always"] = round(weights["always"].get("always", 0.0) + offset, 2)
    return weights


def _importance(dumps: Sequence[Dump]) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    """A line counts by its words, a dump as much as any other of its weight."""
    parts = []
    for dump in dumps:
        whole = sum(size for size, story in zip(dump.sizes, dump.story, strict=True) if story)
        parts.append(dump.weight * np.minimum(np.array(dump.sizes, dtype=np.float64), 60) / max(whole, 50))
    importance = np.concatenate(parts)
    levelled: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = np.minimum(importance / importance.mean(), 30)
    return levelled


def _score(dump: Dump, weights: Weights) -> tuple[float, float]:
    """Precision and recall of runs of four words in the whole reading of the dump, as the program reads it."""
    if is_dump(dump.sheet, dump.language):
        text = body_text(read_dump(dump.sheet, dump.language, story=story_lines(dump.sheet, weights)))
    else:
        text = "\n".join(line.text for line in dump.sheet.lines)
    have, want = _shingles(text), _shingles(dump.gold)
    common = (have & want).total()
    return common / max(1, have.total()), common / max(1, want.total())


def _tell(where: str, scores: dict[str, list[tuple[float, float]]]) -> None:
    for folder, pairs in scores.items():
        precision, recall = (sum(pair[at] for pair in pairs) / len(pairs) for at in (0, 1))
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{folder} {where}: F1 {f1:.4f} precision {precision:.4f} recall {recall:.4f} ({len(pairs)} dumps)")


if __name__ == "__main__":
    main(sys.argv[1:])
