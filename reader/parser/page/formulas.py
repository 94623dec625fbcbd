"""A formula as a line of text: its own plain wording, else its TeX source, else its signs as one would type them."""

from typing import Final

from reader.parser.page.tree import Element, flat

Written = list[str]
"""What the parts of a formula say, one after the other."""

DEEPEST_FORMULA = 60


def written_out(formula: Element) -> str:
    """The formula in one line: ``x = (−b ± √(b^2 − 4 a c))/(2 a)``."""
    source = formula.find(".//{*}annotation")
    told = formula.get("alttext") or (source.text if source is not None else "")
    return flat(told) or flat(_line(formula, 0))


def _line(element: Element, depth: int) -> str:
    name = str(element.tag).rsplit(":", 1)[-1]
    if depth > DEEPEST_FORMULA or not len(element):
        return flat("".join(map(str, element.itertext())))
    parts = [_line(child, depth + 1) for child in element]
    if name in _SCRIPTS and len(parts) == _SCRIPTS[name].count("{}"):
        return _SCRIPTS[name].format(*(_grouped(part) if place else part for place, part in enumerate(parts)))
    if name == "mfrac" and len(parts) == 2:
        return f"{_grouped(parts[0])}/{_grouped(parts[1])}"
    inside = _SEPARATORS.get(name, " ").join(filter(None, parts))
    return f"√({inside})" if name == "msqrt" else inside


_SCRIPTS: Final = {
    "msup": "{}^{}",
    "mover": "{}{}",
    "msub": "{}_{}",
    "munder": "{}_{}",
    "msubsup": "{}_{}^{}",
    "munderover": "{}_{}^{}",
    "mroot": "{}^(1/{})",
}
_SEPARATORS: Final = {"mtable": "; ", "mtr": ", ", "mtext": ""}


def _grouped(part: str) -> str:
    return f"({part})" if " " in part else part
