"""What the JSON-LD of a recipe or a manual tells: what is needed, and the steps (schema.org Recipe and HowTo)."""

import html
from collections.abc import Iterator

from reader.article import Heading, Item, Listing, Paragraph, Span
from reader.parser.decoding import without_controls
from reader.parser.page.facts import Facts, Node
from reader.parser.page.pieces import Piece
from reader.parser.page.tree import flat, grow, text_of

DEEPEST_SECTIONS = 3


def recipe_told(facts: Facts) -> list[Piece]:
    """The first recipe or manual of the page as pieces; none where there is none."""
    node = next(iter(facts.of_kind("Recipe", "HowTo")), {})
    needed = _listed(node, "recipeIngredient") or _listed(node, "supply")
    steps = node.get("recipeInstructions") or node.get("step")
    introduction = _lines(node.get("description")) if node.get("step") else []
    return [*(Paragraph((Span(line),)) for line in introduction), *_listing(needed, ordered=False), *_steps(steps, 0)]


def _listed(node: Node, name: str) -> list[str]:
    return [words for item in _as_list(node.get(name)) if (words := _words(item))]


def _steps(value: object, depth: int) -> Iterator[Piece]:
    """Steps as one numbered list; a section of steps under its own heading."""
    run: list[str] = []
    for step in _as_list(value):
        inner = step.get("itemListElement") if isinstance(step, dict) else None
        if isinstance(step, dict) and inner and not step.get("text") and depth < DEEPEST_SECTIONS:
            yield from _listing(run, ordered=True)
            run = []
            if title := _lines(step.get("name")):
                yield Heading(3, (Span(title[0]),))
            yield from _steps(inner, depth + 1)
        elif words := _words(step):
            run.append(words)
    yield from _listing(run, ordered=True)


def _listing(lines: list[str], *, ordered: bool) -> list[Piece]:
    return [Listing(tuple(Item((Paragraph((Span(line),)),)) for line in lines), ordered)] if lines else []


def _words(value: object) -> str:
    """The words of a step or an ingredient, which is a text or an object with text or name."""
    if isinstance(value, dict):
        value = value.get("text") or value.get("name")
    return " ".join(_lines(value))


def _lines(value: object) -> list[str]:
    """The paragraphs of a text that may be marked up."""
    if not isinstance(value, str):
        return []
    text = html.unescape(value)
    root = grow(without_controls(text)) if "<" in text else None
    if root is None:
        return [line for line in map(flat, text.splitlines()) if line]
    return [line for part in root.iter("p", "li") if (line := text_of(part))] or [text_of(root)]


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]
