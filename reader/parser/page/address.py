"""Addresses: made absolute, and kept only where they are harmless."""

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

_JUNK = re.compile(r"[\x00-\x20\x7f]+")
_WHOLE = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#][^\s\x00-\x20\x7f]*)?", re.I)


def absolute(href: str, base: str) -> str:
    """The address as a whole, or empty where it cannot be understood."""
    if _WHOLE.fullmatch(href):
        return href
    href = href.strip()
    if href[:5].lower() != "data:":
        href = _JUNK.sub("", href)
    try:
        return urljoin(base, href) if href else ""
    except ValueError:
        return ""


def is_web(address: str) -> bool:
    """Whether it is a whole http or https address."""
    if _WHOLE.fullmatch(address):
        return True
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def link_target(href: str, base: str) -> str:
    """What a link in the story may lead to: http, https, mailto or a place in the story; else empty."""
    href = href.strip()
    if href.startswith("#"):
        return href if len(href) > 1 else ""
    whole = absolute(href, base)
    page, _, fragment = whole.partition("#")
    if fragment and base and page == base.partition("#")[0]:
        return "#" + fragment
    return whole if is_web(whole) or re.fullmatch(r"mailto:[^\s@]+@[^\s@]+", whole, re.I) else ""
