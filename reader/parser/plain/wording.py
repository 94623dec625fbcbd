"""Wording: which words a line says. Words such as "subscribe" or "reporter" betray what a line is for."""

from collections.abc import Iterator

from reader.parser.plain.sheet import Sheet


def wording(sheet: Sheet) -> Iterator[list[str]]:
    """The first, the last and all words of every line, without case."""
    for found in sheet.said:
        if not found:
            yield []
            continue
        signs = [f"first: {found[0]}", f"last: {found[-1]}"]
        if len(found) > 1:
            signs.append(f"first: {found[0]} {found[1]}")
        if len(found) <= SHORT:
            signs += [f"short: {word}" for word in set(found)]
        elif len(found) <= LONG:
            signs += [f"long: {word}" for word in set(found)]
        yield signs


WORDINGS = ("first: ", "last: ", "short: ", "long: ")
"""How the signs of words begin."""
SHORT, LONG = 7, 40
"""Words: what a short line says counts more, what a paragraph says nothing."""
