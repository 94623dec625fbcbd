"""Whether a text is a web page: by its markup, whatever the file is called."""

import re

_BEFORE_MARKUP = re.compile(r"(?:\s|<!--.*?-->|<\?xml.*?\?>)*", re.S)
_PAGE_OPENS = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|style|script|base|div|p|h[1-6]|article|section|main|header|nav"
    r"|table|center|font|span|ul|ol|blockquote|figure|picture|img|a|form|iframe)\b",
    re.I,
)
_MARKUP_OPENS = re.compile(r"<(?:!doctype|html|head|body)\b", re.I)
_TAG_CLOSES = re.compile(r"</(?:p|div|a|span|li|h[1-6]|td|em|strong|body|html)\s*>", re.I)
LOOKED_AT = 200_000
"""Signs in which closing tags are counted."""


def is_page(text: str) -> bool:
    """Whether the text is HTML: it opens with a tag of a page, or closes many tags all through.

    A text that merely quotes some tags, or a Markdown note with a few, is none.
    """
    head = text[:LOOKED_AT]
    start = _BEFORE_MARKUP.match(head)
    place = start.end() if start else 0
    if _MARKUP_OPENS.match(head, place) or 0 < place == len(head):  # opened as a page, or nothing but comments
        return True
    closings = len(_TAG_CLOSES.findall(head))
    if _PAGE_OPENS.match(head, place):
        return closings > 0 or "</" not in head
    return closings >= 3 and closings * 400 > len(head)
