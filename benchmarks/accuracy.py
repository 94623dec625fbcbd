"""How exactly pages are read: the answers of the parser against labels, as a table.

accuracy.py FOLDER... [--worst N] [--without LIST]

Each FOLDER holds ``index.json``: a list of ``{"id", "file", "gold"}``, the file relative to the folder and packed with
gzip or not. docs/measuring.md says what the labels are and how each figure comes about.
"""

import argparse
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import mean
from typing import Any
from urllib.parse import unquote, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.article import Article, Moment, body_text
from reader.parser import Parsed, Source, parse_source, read_moment

Gold = dict[str, Any]
"""The labels of one page; a label that is missing is not asked for."""
Figures = dict[str, float]

RUN = 4
"""Words in a row that are compared as one."""


def runs_of_words(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words in the text with its number; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[place : place + RUN]) for place in range(max(1, len(words) - RUN + 1)) if words)


def likeness(gold: str, text: str) -> Figures:
    """Precision and recall of the runs of words in a text; each only where it can be told."""
    wanted, given = runs_of_words(gold), runs_of_words(text)
    right = (wanted & given).total()
    figures = {"same words": float(re.findall(r"\w+", gold) == re.findall(r"\w+", text))}
    if given:
        figures["precision"] = right / given.total()
    if wanted:
        figures["recall"] = right / wanted.total()
    return figures


def segments(gold: Gold, text: str) -> Figures:
    """How many passages that must stand in the text do, and how many that must not do as well."""
    line = " ".join(text.split())
    kept = sum(" ".join(passage.split()) in line for passage in gold["with"])
    leaked = sum(" ".join(passage.split()) in line for passage in gold["without"])
    return {"kept": kept, "leaked": leaked, "lost": len(gold["with"]) - kept}


def pictures(gold: Gold, article: Article) -> Figures:
    """How many labelled pictures are shown, how many are not, and how many others are; each file's name counts once."""
    names = {file_name(figure.image.source) for figure in article.figures if figure.image is not None} - {""}
    shown = sum(not names.isdisjoint(picture["names"]) for picture in gold["images"])
    known = {name for picture in gold["images"] for name in picture["names"]} | set(gold.get("neutral", ()))
    return {"shown": shown, "unshown": len(gold["images"]) - shown, "others": len(names - known)}


def file_name(address: str) -> str:
    """The last part of an address's path in lower case, without the size that many systems put before its ending."""
    if address.startswith("data:"):
        return ""
    name = unquote(urlsplit(address).path).rstrip("/").rsplit("/", 1)[-1].lower()
    return re.sub(r"(-\d+x\d+|@\dx)(?=\.\w+$)", "", name)


def levelled(text: str) -> str:
    """Without what titles are printed with in one way or another: case, kinds of quotes and dashes, white space."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[‘’‚`´]", "'", re.sub("[“”„«»]", '"', re.sub("[‐-―−]", "-", text)))
    return " ".join(text.split())


def same_people(gold: str | list[str], authors: Iterable[str]) -> bool:
    """Whether the names are the same, in whatever order."""
    wanted = [gold] if isinstance(gold, str) else gold
    return {levelled(name) for name in wanted} == {levelled(name) for name in authors}


def same_day(gold: str, moment: Moment | None) -> bool:
    """Whether the label and the answer can mean the same day, as written or in UTC."""
    wanted = read_moment(gold)
    return wanted is not None and moment is not None and bool(_days(wanted) & _days(moment))


def _days(moment: Moment) -> set[date]:
    if not isinstance(moment, datetime):
        return {moment}
    return {moment.date(), moment.astimezone(UTC).date()} if moment.tzinfo else {moment.date()}


FIELDS: dict[str, Callable[[Any, Article], bool]] = {
    "title": lambda gold, article: levelled(gold) == levelled(article.title),
    "authors": lambda gold, article: same_people(gold, article.authors),
    "published": lambda gold, article: same_day(gold, article.published),
    "standfirst": lambda gold, article: levelled(gold) == levelled(article.standfirst),
}
"""Each label that says what a field must be, and when the field is right."""


def judged(gold: Gold, article: Article) -> Figures:
    """All figures of one page."""
    text = body_text(article)
    figures = likeness(gold["text"], text) if "text" in gold else {}
    if "with" in gold:
        figures |= segments(gold, text)
    if "images" in gold:
        figures |= pictures(gold, article)
    return figures | {name: float(is_right(gold[name], article)) for name, is_right in FIELDS.items() if gold.get(name)}


PICTURES = ("shown", "unshown", "others")


def summed(pages: Sequence[Figures]) -> Figures:
    """The figures of a set: shares as means over its pages, segments as their sums, F1 of what these give."""
    columns: dict[str, list[float]] = defaultdict(list)
    for page in pages:
        for name, figure in page.items():
            columns[name].append(figure)
    kept, leaked, lost = (sum(columns.pop(name, [])) for name in ("kept", "leaked", "lost"))
    shown, unshown, others = (sum(columns.pop(name, [])) for name in PICTURES)
    found = {name: mean(column) for name, column in columns.items()}
    if "precision" in found and "recall" in found:
        found = {"F1": harmonic(found["precision"], found["recall"])} | found
    if kept + leaked + lost:
        found["segments F1"] = 2 * kept / (2 * kept + leaked + lost)
    if shown + unshown + others:
        found["pictures F1"] = 2 * shown / (2 * shown + unshown + others)
    return found


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean of the two, nothing where both are nothing."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def read(folder: Path, file: str) -> Article:
    """The story in one labelled page; an empty one where there is none."""
    path = folder / file
    content = path.read_bytes()
    source = Source(path.with_suffix(""), gzip.decompress(content)) if path.suffix == ".gz" else Source(path, content)
    answer = parse_source(source)
    return answer.article if isinstance(answer, Parsed) else Article()


def main(given: Sequence[str] | None = None) -> int:
    """Read the folders and print a line a folder, and the worst pages where they are asked for."""
    command = argparse.ArgumentParser("accuracy.py", description=__doc__.split("\n", maxsplit=1)[0])
    command.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="labelled pages with their index.json")
    command.add_argument("--worst", type=int, default=0, help="so many of the pages least like their labels")
    command.add_argument(
        "--without", type=Path, help="a list of labels to leave out: folder, label and id, tabs between"
    )
    options = command.parse_args(given)
    doubted = doubts(options.without) if options.without else set()
    for folder in options.folders:
        index = json.loads((folder / "index.json").read_text("utf-8"))
        pages = {}
        for entry in index:
            gold = {
                name: label for name, label in entry["gold"].items() if (folder.name, name, entry["id"]) not in doubted
            }
            pages[entry["id"]] = judged(gold, read(folder, entry["file"]))
        shown = "  ".join(f"{name} {figure:.3f}" for name, figure in summed(list(pages.values())).items())
        print(f"{folder.name:<14}{len(pages):>5} pages  {shown}")
        for name in sorted(pages, key=lambda name: _goodness(pages[name]))[: options.worst]:
            print(f"    {_goodness(pages[name]):.3f}  {name}")
    return 0


def doubts(path: Path) -> set[tuple[str, str, str]]:
    """The folder, the label and the id of each line of a list; lines that begin with # are remarks."""
    lines = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return {(folder, label, page) for folder, label, page in (line.split("\t") for line in lines)}


def _goodness(page: Figures) -> float:
    """How right a page is as a whole, 0 to 1: the mean of its shares, segments counted as one."""
    shares = {name: figure for name, figure in page.items() if name not in _COUNTED}
    if "shown" in page and (every := 2 * page["shown"] + page["unshown"] + page["others"]):
        shares["pictures"] = 2 * page["shown"] / every
    if "kept" in page and (every := 2 * page["kept"] + page["leaked"] + page["lost"]):
        shares["segments"] = 2 * page["kept"] / every
    return mean(shares.values()) if shares else 1.0


_COUNTED = frozenset({"kept", "leaked", "lost", "same words", *PICTURES})


if __name__ == "__main__":
    sys.exit(main())
