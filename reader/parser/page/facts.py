"""What a page says about itself in its head: meta words, links, JSON-LD, its title. Gathered in one walk."""

import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from reader.parser.page.tree import Element, flat

Node = dict[str, Any]
"""One object of a page's JSON-LD."""


@dataclass(slots=True)
class Facts:
    """The page's own words about itself, in the order in which they stand."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    nodes: list[Node] = field(default_factory=list)
    scripts: list[Element] = field(default_factory=list)
    """Those that hold no JSON-LD."""
    title: str = ""
    language: str = ""
    base: str = ""
    story: Node = field(default_factory=dict)
    """The JSON-LD object that describes the story, empty where there is none."""

    def meta(self, *names: str) -> str:
        """The first non-empty meta word of these names, tried in their order."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), "")

    def of_page(self) -> list[Node]:
        """The JSON-LD objects that describe the page: a WebPage or one of its kinds."""
        return [node for node in self.nodes if any(kind.endswith("Page") for kind in _kinds(node))]

    def of_kind(self, *kinds: str) -> list[Node]:
        """The JSON-LD objects of these kinds."""
        return [node for node in self.nodes if _kinds(node) & set(kinds)]


STORY_KINDS = {
    "AdvertiserContentArticle",
    "AnalysisNewsArticle",
    "Article",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "CreativeWork",
    "DiscussionForumPosting",
    "HowTo",
    "LiveBlogPosting",
    "NewsArticle",
    "OpinionNewsArticle",
    "Recipe",
    "ReportageNewsArticle",
    "Report",
    "Review",
    "ReviewNewsArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "TechArticle",
}
MOST_NODES = 2000


def gather(root: Element) -> Facts:
    """Read all facts of a page that has not been cleaned."""
    facts = Facts(language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    for element in root.iter("meta", "link", "title", "script", "base"):
        _READERS[str(element.tag)](element, facts)
    facts.story = next((node for node in facts.nodes if _kinds(node) & STORY_KINDS), {})
    return facts


def _read_meta(element: Element, facts: Facts) -> None:
    borne = cast("dict[str, str]", dict(element.items()))
    value = flat(borne.get("content") or borne.get("value"))
    if not value:
        return
    for attribute in _NAMING:
        for name in borne.get(attribute, "").lower().split():
            whole = _DUBLIN_CORE.sub(r"\1.", name) if name.startswith("dc") else name
            facts.metas.setdefault(whole, []).append(value)


_NAMING = ("property", "name", "itemprop", "http-equiv")
_DUBLIN_CORE = re.compile(r"^(dc|dcterms|dcterm):")
"""Written dc:creator in RDFa, which also allows several names in one attribute, and dc.creator elsewhere."""


def _read_link(element: Element, facts: Facts) -> None:
    for rel in (element.get("rel") or "").lower().split():
        if href := (element.get("href") or "").strip():
            facts.links.setdefault(rel, href)


def _read_title(element: Element, facts: Facts) -> None:
    parent = element.getparent()
    if not facts.title and (parent is None or parent.tag in ("head", "html", "body")):
        facts.title = flat("".join(map(str, element.itertext())))


def _read_base(element: Element, facts: Facts) -> None:
    facts.base = facts.base or (element.get("href") or "").strip()


def _read_script(element: Element, facts: Facts) -> None:
    if "ld+json" in (element.get("type") or "").lower() and element.text:
        facts.nodes.extend(_nodes(_loaded(element.text)))
        del facts.nodes[MOST_NODES:]
    else:
        facts.scripts.append(element)


_READERS = {
    "meta": _read_meta,
    "link": _read_link,
    "title": _read_title,
    "base": _read_base,
    "script": _read_script,
}

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)\s*|\s*(?://\s*)?(?:-->|\]\]>)\s*;?\s*$", re.S
)


_LAST_COMMA = re.compile(r",\s*([}\]])")
_MENDED: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: _WRAPPING.sub("", text).rstrip("; \n\t"),
    lambda text: _LAST_COMMA.sub(r"\1", text),
)
"""A script as it stands, without the comment around it, and without commas behind the last entries."""


def _loaded(text: str) -> object:
    """The JSON in a script, forgiving what browsers and search engines forgive; None where it is broken."""
    for mend in _MENDED:
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object) -> list[Node]:
    """Every object inside the value that has a kind, outermost first."""
    found: list[Node] = []
    waiting = deque([value])
    while waiting and len(found) < MOST_NODES:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extend(item[:MOST_NODES])
        elif isinstance(item, dict):
            if "@type" in item:
                found.append(item)
            waiting.extend(v for k, v in item.items() if k in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"))
    return found


def _kinds(node: Node) -> set[str]:
    kind = node.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return {name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)}


def words_in(value: object) -> str:
    """The words of a JSON-LD value: of a text, of an object's name, of the first entry of a list."""
    if isinstance(value, str):
        return flat(value)
    if isinstance(value, list):
        return next((words for item in value if (words := words_in(item))), "")
    if isinstance(value, dict):
        return words_in(value.get("name") or value.get("@value") or "")
    return ""
