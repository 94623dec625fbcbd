"""Numbering: what stands before the items of a list."""

from reader.article import Listing

BULLETS = ("•", "◦", "▪")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_SMALL_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def label(listing: Listing, number: int, depth: int) -> str:
    """The sign or number of the item with that number, from nought, in a list that lies so deep in others."""
    if not listing.ordered:
        return BULLETS[min(depth, len(BULLETS) - 1)]
    count = listing.start + number
    return f"{(str, letters, roman)[depth % 3](count)}."


def letters(count: int) -> str:
    """A, b … z, aa, ab …; what cannot be counted so is given in figures."""
    if count < 1:
        return str(count)
    result = ""
    while count:
        count, rest = divmod(count - 1, 26)
        result = chr(ord("a") + rest) + result
    return result


def roman(count: int) -> str:
    """Roman numerals in small letters; what they cannot say is given in figures."""
    if not 0 < count < 4000:
        return str(count)
    result = ""
    for value, sign in (*_ROMAN, *_SMALL_ROMAN):
        times, count = divmod(count, value)
        result += sign * times
    return result
