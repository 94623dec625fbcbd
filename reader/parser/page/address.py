"""Addresses: made absolute, and kept only where they are harmless."""

import re
from urllib.parse import urljoin, urlsplit

_JUNK = re.compile(r"[\x00-\x20\x7f]+")


def absolute(href: str, base: str) -> str:
    """The address as a whole, or empty where it cannot be understood."""
    href = _JUNK.sub("", href) if href[:200].lstrip()[:5].lower() != "data:" else href.strip()
    try:
        return urljoin(base, href) if href else ""
    except ValueError:
        return ""


def is_web(address: str) -> bool:
    """Whether it is a whole http or https address."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def link_target(href: str | None, base: str) -> str:
    """What a link in the story may lead to: http, https, mailto or a place in the story; else empty."""
    href = (href or "").strip()
    if not href:
        return ""
    if href.startswith("#"):
        return href if len(href) > 1 else ""
    whole = absolute(href, base)
    page, _, fragment = whole.partition("#")
    if fragment and base and page == base.partition("#")[0]:
        return "#" + fragment
    return whole if is_web(whole) or re.match(r"mailto:[^\s@]+@[^\s@]+$", whole, re.I) else ""
