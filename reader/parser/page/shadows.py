"""Shadow trees: what an element shows in place of what it holds, as pages are saved with it."""

from reader.parser.page.tree import BLOCK_TAGS, Element, drop

_MARK = "shadowroot"


def show_shadows(root: Element, html: str) -> None:
    """Show each declared shadow tree where it stands, with what its host holds in its slot.

    ``<template shadowrootmode="open">`` (HTML Standard, 4.12.3; earlier ``shadowroot``) is what its parent shows.
    """
    if _MARK not in html:
        return
    for shadow in list(root.iter("template")):
        if shadow.get("shadowrootmode") or shadow.get("shadowroot"):
            _show(shadow)


def _show(shadow: Element) -> None:
    host = shadow.getparent()
    shadow.tag = "div" if next(shadow.iter(*BLOCK_TAGS), None) is not None else "span"
    slots = {slot.get("name") or "": slot for slot in shadow.iter("slot")}
    if host is None or not slots:
        return
    for child in [child for child in host if child is not shadow]:
        slot = slots.get(child.get("slot") or "")
        if slot is not None:
            tail = child.tail
            child.tail = None
            drop(child)
            slot.append(child)
            child.tail = tail
