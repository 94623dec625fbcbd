"""Parts of a page that came late, as streaming servers send them, are put where the page's script would put them."""

from reader.parser.page.tree import Element, drop, swap

_LATE = "S:"
_HOMES = ("B:", "P:")


def put_in_place(root: Element, html: str) -> None:
    """Move each late part into the place that was kept for it.

    React's server sends ``<template id="B:1">`` (or ``P:1``) at the place and, further down, the hidden part with
    ``id="S:1"`` (react-dom, "streaming server rendering"). A part without a place is shown where it stands.
    """
    if f'id="{_LATE}' not in html:
        return
    homes = {home.get("id") or "": home for home in root.iter("template")}
    for part in [part for part in root.iter("div") if (part.get("id") or "").startswith(_LATE)]:
        part.attrib.pop("hidden", "")
        number = (part.get("id") or "").removeprefix(_LATE)
        home = next((homes[prefix + number] for prefix in _HOMES if prefix + number in homes), None)
        if home is not None and home.getparent() is not None:
            drop(part)
            swap(home, part)
