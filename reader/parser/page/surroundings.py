"""What surrounds a story, known by how pages name it: the words of class, id and role, from ``names.toml``."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Final

from reader.parser.page.tree import Element

_TABLE: dict[str, list[str]] = tomllib.loads(
    resources.files("reader.parser.page").joinpath("names.toml").read_text("utf-8")
)
_REASON_OF: Final = {word: reason for reason, words in _TABLE.items() for word in words if not word.endswith("*")}
_REASON_OF_BEGINNING: Final = {
    word.rstrip("*"): reason for reason, words in _TABLE.items() for word in words if word.endswith("*")
}
_BEGINNING = re.compile("|".join(map(re.escape, _REASON_OF_BEGINNING)))
_POST = re.compile(r"(?<![\w-])(?:hentry|type-post|type-page|status-publish)(?![\w-])")

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


def _is_attribution(element: Element) -> bool:
    """Whether it is the footer of a quotation: it says whom that is from (HTML Standard, the blockquote element)."""
    parent = element.getparent() if element.tag == "footer" else None
    return parent is not None and parent.tag in ("blockquote", "figure")


MOST_WORDS = 5
"""A longer class or id is a sentence: the anchor of a heading, made from its text."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+|\d\w+")


@lru_cache(maxsize=1 << 14)
def reason_of_names(names: str) -> str:
    """The reason that the words of a class or id give; empty for none."""
    if _POST.search(names):  # a blog engine writes the story's own categories and tags here
        return ""
    return next((reason for name in names.split() if (reason := _reason_of_name(name))), "")


@lru_cache(maxsize=1 << 15)
def _reason_of_name(name: str) -> str:
    if reason := _REASON_OF.get("=" + name.lower()):
        return reason
    words = _WORD.findall(_CAMEL.sub("-", name).lower())
    if len(words) > MOST_WORDS:
        return ""
    runs = ["-".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)]
    for run in runs:
        if reason := _REASON_OF.get(run):
            return reason
        if match := _BEGINNING.match(run):
            return _REASON_OF_BEGINNING[match[0]]
    return ""


def is_comments(element: Element) -> bool:
    """Whether the element is named as the place of readers' comments."""
    return reason_of(element) == "comments" and element.tag not in ("html", "body", "main", "article")


def is_surrounding(element: Element) -> bool:
    """Whether the element is named as anything but the story, or is a part of a page that never holds it."""
    return element.tag in ("aside", "figcaption", "form") or bool(reason_of(element))
