"""Labels among dates: "Published 3 May, updated 5 May"."""

import re

from reader.parser import words

_DIGIT = re.compile(r"\d")


def _label(kind: str) -> list[str]:
    return [word for word in words.every(kind) if len(word) > 4 or not word.isascii()]


def _one_of(labels: list[str]) -> str:
    return "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))


_NEW, _OLD = [*_label("updated"), "stand:", "modif"], [*_label("published"), "created"]
_LABELS = re.compile(rf"(?P<new>{_one_of(_NEW)})|(?P<old>{_one_of(_OLD)})")
"""In lower case, for lower case: ``re.I`` would try every label at every sign."""
_BEGINNINGS = frozenset(label[:4] for label in (*_NEW, *_OLD))
_WORD = re.compile(r"[a-z]{4}")


def by_label(text: str) -> tuple[list[str], list[str]]:
    """The text cut at its labels: what is of the publication, what of a change."""
    labels = _labels_in(text)
    if not labels:
        return [text], []
    published: list[str] = [text[: labels[0].start()]]
    updated: list[str] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        part = text[label.end() : following.start() if following else len(text)]
        (updated if label["new"] else published).append(part)
    return [part for part in published if _DIGIT.search(part)], [part for part in updated if _DIGIT.search(part)]


def calls_published(text: str) -> bool:
    """Whether a label of the publication stands there, with a day behind it."""
    return any(label["old"] and _DAY_NEXT.match(text, label.end()) for label in _labels_in(text))


_DAY_NEXT = re.compile(r"\W{0,4}\d")


def _labels_in(text: str) -> list[re.Match[str]]:
    """The labels, at their places in the text."""
    levelled = text.lower()
    if len(levelled) != len(text):  # some letters have no single small one
        levelled = "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)
    return list(_LABELS.finditer(levelled)) if _may_be_labelled(levelled) else []


def _may_be_labelled(levelled: str) -> bool:
    """Whether a label may stand there: a quick look, for most texts have none and the labels are many."""
    if levelled.isascii():
        return not _BEGINNINGS.isdisjoint(_WORD.findall(levelled))
    return any(beginning in levelled for beginning in _BEGINNINGS)
