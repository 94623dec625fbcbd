"""What surrounds a story, known by how pages name it: the words of class, id and role, from ``names.toml``."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from reader.parser.page.names import NO_WORD, PART_WORD, WHOLE_WORD, Vocabulary
from reader.parser.page.tree import Element

if TYPE_CHECKING:
    from reader.parser.page.roll import Roll

_TABLE: dict[str, list[str]] = tomllib.loads(
    resources.files("reader.parser.page").joinpath("names.toml").read_text("utf-8")
)
_REASON_OF: Final = {word: reason for reason, words in _TABLE.items() for word in words if not word.endswith("*")}
_REASON_OF_BEGINNING: Final = {
    word.rstrip("*"): reason for reason, words in _TABLE.items() for word in words if word.endswith("*")
}
_BEGINNING = re.compile("|".join(map(re.escape, _REASON_OF_BEGINNING)))
_LETTERS = re.compile("[a-z]+")
_WORDS_IN_A_ROW = frozenset(
    word for listed in _TABLE.values() for name in listed if "-" in name for word in _LETTERS.findall(name)
)
_FIRST_IN_A_ROW = frozenset(name.partition("-")[0] for listed in _TABLE.values() for name in listed if "-" in name)
_BEGINNINGS = tuple(_REASON_OF_BEGINNING)
_LAST_BEGINNINGS = tuple(name.rpartition("-")[2] for name in _REASON_OF_BEGINNING)
_POSTS = frozenset({"hentry", "type-post", "type-page", "status-publish"})
"""What blog engines call the story itself; beside it they write its own categories and tags."""
_WORDS_OF_POSTS = frozenset({"hentry", "type", "status"})
"""One word of each."""

_TAGS = {"nav": "navigation", "footer": "house text", "menu": "navigation"}
_ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "contentinfo": "house text",
    "complementary": "related links",
    "search": "navigation",
    "dialog": "notice",
    "alertdialog": "notice",
    "menu": "navigation",
    "menubar": "navigation",
}
_NEVER_BY_NAME = frozenset(
    {"html", "body", "main", "h1", "img", "figure", "picture", "blockquote", "table", "mjx-container"}
)
_QUOTING = ("blockquote", "figure")
_NOT_BY_NAME_ALONE = _NEVER_BY_NAME | {"article", "footer"}
_REASONS_FOR_ARTICLES = frozenset({"comments", "related links", "promotion", "advertisement"})


def reason_of(element: Element) -> str:
    """Why the element is no story, by its name; empty where its name says nothing against it."""
    if element.tag in _NEVER_BY_NAME or _is_attribution(element):
        return ""
    get = element.get
    role = get("role")
    if role and role in _ROLES:
        return _ROLES[role]
    names = f"{get('class') or ''} {get('id') or ''}"
    reason = _TAGS.get(str(element.tag), "") or (reason_of_names(names) if len(names) > 2 else "")
    return "" if element.tag == "article" and reason not in _REASONS_FOR_ARTICLES else reason


def reasons_in(roll: "Roll") -> dict[int, str]:
    """``reason_of`` each element of a page that has one, by its number, in document order."""
    found: dict[int, str] = {}
    posts: list[int] = []
    for names, numbers in roll.naming(_VOCABULARY):  # ids come before classes, which decide
        if not _POSTS.isdisjoint(names.split()):
            posts += numbers
        elif reason := reason_of_names(names):
            found.update(dict.fromkeys(numbers, reason))
    for number in posts:
        found.pop(number, None)
    found |= {number: _TAGS[roll.tags[number]] for number in roll.tagged(*_TAGS)}
    found |= {number: _ROLES[role] for number, role in roll.bearing("role").items() if role in _ROLES}
    tags = roll.tags
    return {
        number: found[number]
        for number in sorted(found)
        if tags[number] not in _NOT_BY_NAME_ALONE or _counts(roll, number, found[number])
    }


def _counts(roll: "Roll", number: int, reason: str) -> bool:
    tag = roll.tags[number]
    if tag == "article":
        return reason in _REASONS_FOR_ARTICLES
    if tag == "footer":
        return roll.tags[roll.parents[number]] not in _QUOTING
    return tag not in _NEVER_BY_NAME


def _weight(word: str) -> int:
    """How much a word in a name may have to do with a reason (see ``Naming``)."""
    if word in _REASON_OF or f"={word}" in _REASON_OF or word in _WORDS_OF_POSTS or word.startswith(_BEGINNINGS):
        return WHOLE_WORD
    return PART_WORD if word in _WORDS_IN_A_ROW or word.startswith(_LAST_BEGINNINGS) else NO_WORD


_VOCABULARY = Vocabulary(_weight)


def _is_attribution(element: Element) -> bool:
    """Whether it is the footer of a quotation: it says whom that is from (HTML Standard, the blockquote element)."""
    parent = element.getparent() if element.tag == "footer" else None
    return parent is not None and parent.tag in _QUOTING


MOST_WORDS = 5
"""A longer class or id is a sentence: the anchor of a heading, made from its text."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+|\d\w+")


@lru_cache(maxsize=1 << 14)
def reason_of_names(names: str) -> str:
    """The reason that the words of a class or id give; empty for none."""
    parted = names.split()
    reason = next((reason for name in parted if (reason := _reason_of_name(name))), "")
    return reason if _POSTS.isdisjoint(parted) else ""


@lru_cache(maxsize=1 << 15)
def _reason_of_name(name: str) -> str:
    if reason := _REASON_OF.get("=" + name.lower()):
        return reason
    words = _WORD.findall(name if name.islower() else _CAMEL.sub("-", name).lower())
    if len(words) == 1:
        return _reason_of_run(words[0])
    if len(words) > MOST_WORDS:
        return ""
    for word in words:
        if reason := _reason_of_run(word):
            return reason
    begun = [start for start, word in enumerate(words) if word in _FIRST_IN_A_ROW]
    for length in (2, 3) if begun else ():
        for start in begun:
            if start + length <= len(words) and (reason := _reason_of_run("-".join(words[start : start + length]))):
                return reason
    return ""


@lru_cache(maxsize=1 << 12)
def _reason_of_run(run: str) -> str:
    if reason := _REASON_OF.get(run):
        return reason
    match = _BEGINNING.match(run) if run.startswith(_BEGINNINGS) else None
    return _REASON_OF_BEGINNING[match[0]] if match else ""


def is_comments(element: Element) -> bool:
    """Whether the element is named as the place of readers' comments."""
    return reason_of(element) == "comments" and element.tag not in ("html", "body", "main", "article")


def is_in_surroundings(element: Element) -> bool:
    """Whether an element around it is named as anything but the story."""
    return any(reason_of(above) for above in element.iterancestors())


def is_surrounding(element: Element) -> bool:
    """Whether the element is named as anything but the story, or is a part of a page that never holds it."""
    return element.tag in ("aside", "figcaption", "form") or bool(reason_of(element))
