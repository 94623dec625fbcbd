"""Which picture an ``img`` shows, at its best saved size, and where its bytes are."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from reader.article import ImageRef, Kept
from reader.parser.assets import file_inside
from reader.parser.page.address import absolute, is_web
from reader.parser.page.sameness import picture_name
from reader.parser.page.tree import Element

_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-hi-res-src",
    "data-full-src",
    "data-large-file",
    "data-orig-file",
    "data-src-large",
    "data-src-medium",
    "data-raw-src",
    "data-url",
    "data-image",
    "data-echo",
    "data-actualsrc",
    "data-original-src",
    "data-croporiginalsrc",
    "data-delayed-url",
    "data-flickity-lazyload",
    "data-pin-media",
    "datasrc",
)
_LAZY_NAMES = frozenset(_LAZY)
_SETS = ("data-srcset", "data-lazy-srcset", "data-srcset-large", "data-original-set", "srcset")


@dataclass(slots=True)
class Pictures:
    """Turns what a page writes into picture names. ``parts`` gathers the page's ``data:`` pictures.

    ``also`` holds, by picture, what stays the same of all addresses that the page gives for it.
    """

    base: str = ""
    beside: Path | None = None
    folder: Path | None = None
    parts: list[str] = field(default_factory=list)
    also: dict[ImageRef, set[str]] = field(default_factory=dict)

    def named(self, element: Element) -> ImageRef | None:
        """The picture of an ``img``; None where it names none. A saved one is better than one that is not."""
        addresses = [*_linked(element), *candidates(element)]
        image = self._best(addresses)
        if image is not None:
            if _is_kept(image):
                where = next((whole for whole in (absolute(a, "") for a in addresses) if is_web(whole)), "")
                image = ImageRef(image.source, image.kept, image.part, where) if where else image
            names = {picture_name(address) for address in addresses if address[:5].lower() != "data:"}
            self.also.setdefault(image, set()).update(names)
        return image

    def _best(self, addresses: list[str]) -> ImageRef | None:
        found = None
        for address in addresses:
            image = self.image(address)
            if image is not None and _is_kept(image):
                return image
            found = found or image
        return found

    def image(self, address: str) -> ImageRef | None:
        """One address as a picture's name."""
        address = address.strip()
        if address[:5].lower() == "data:":
            return self._embedded(address)
        if relative := self._beside(address):
            return ImageRef(relative, Kept.BESIDE)
        whole = absolute("https:" + address if address.startswith("//") else address, self.base)
        if is_web(whole):
            return ImageRef(whole, Kept.NOWHERE, address=whole)
        told = "" if self.base else self._told(address)
        return ImageRef(told, Kept.NOWHERE) if told else None

    def _told(self, address: str) -> str:
        """What can be said of a picture while its page's address is unknown.

        A path below the page's own place, as it stands; of one that leads elsewhere on its site, the file's name.
        """
        if _WITH_SCHEME.match(address):
            return ""
        path = re.split(r"[?#]", address)[0]
        return next((told for told in (path, path.rsplit("/", 1)[-1]) if self._is_plain(told)), "")

    def _is_plain(self, path: str) -> bool:
        """Whether it is a path below the page's own place, which no link in it leads out of."""
        if self.beside is None or not _PLAIN_PATH.fullmatch(path):
            return False
        try:
            home = self.beside.resolve()
            return (home / unquote(path)).resolve().is_relative_to(home)
        except (OSError, ValueError, RuntimeError):
            return False

    def _embedded(self, address: str) -> ImageRef | None:
        kind = address[5:100].split(",", maxsplit=1)[0].split(";", maxsplit=1)[0].strip().lower()
        if not kind.startswith("image/") or len(address) < SMALLEST_EMBEDDED or kind == "image/svg+xml":
            return None
        if address not in self.parts:
            self.parts.append(address)
        return ImageRef(f"data:{kind}", Kept.EMBEDDED, self.parts.index(address))

    def _beside(self, address: str) -> str:
        """The path relative to the page with ``/``, if the address names a file that lies below the page's place.

        What a browser saved in the page's own folder counts without a look.
        """
        if self.beside is None or _WITH_SCHEME.match(address) or address.startswith(("/", "\\")):
            return ""
        path = unquote(re.split(r"[?#]", address)[0]).replace("\\", "/")
        parts = [part for part in path.split("/") if part not in ("", ".")]
        if ".." in parts or "\0" in path or not parts:
            return ""
        own = self.folder is not None and parts[0] == self.folder.name and len(parts) > 1
        return "/".join(parts) if own or file_inside(self.beside, "/".join(parts)) else ""


def _is_kept(image: ImageRef) -> bool:
    return image.kept is not Kept.NOWHERE


_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_PLAIN_PATH = re.compile(r"(?!.*\.\.)[\w%][\w%./ ()~+-]*\.\w{3,4}")
SMALLEST_EMBEDDED = 1000
"""Shorter data: pictures are placeholders and icons."""


def candidates(element: Element) -> list[str]:
    """All addresses an ``img`` gives for its picture, best first: largest of its sets, lazy ones, its src."""
    given = cast("dict[str, str]", dict(element.items()))
    sets = [given[name] for name in _SETS if name in given]
    picture = next(element.iterancestors("picture"), None)
    if picture is not None:
        for entry in picture.iter("source"):
            sets += [entry.get("data-srcset") or "", entry.get("srcset") or ""]
    source = given.get("src") or ""
    lazy = [] if _LAZY_NAMES.isdisjoint(given) else [given[name] for name in _LAZY if name in given]
    if not lazy and not is_real(source):
        lazy = in_data(element)
    in_sets = [address for text in sets if text for address in from_set(text)]
    return [address for address in (*in_sets, *lazy, source) if is_real(address)]


def _linked(element: Element) -> list[str]:
    """The address of the whole picture, where a link leads from it to that."""
    link = next(element.iterancestors("a"), None)
    target = (link.get("href") or "").strip() if link is not None else ""
    source = element.get("src") or ""
    is_whole = _PICTURE_FILE.fullmatch(target) is not None and picture_name(target) == picture_name(source)
    return [target] if is_whole else []


def in_data(element: Element) -> list[str]:
    """What the element's own data- attributes, whatever they are called, say that looks like a picture's address."""
    given = ((str(name), str(value)) for name, value in element.items())
    return [value for name, value in given if name.startswith("data-") and _PICTURE_FILE.fullmatch(value)]


_PICTURE_FILE = re.compile(r"[^\s{}<>\"']{1,2000}\.(?:jpe?g|png|webp|gif|avif)(?:[?#][^\s<>\"']*)?", re.I)
_PLACEHOLDER = re.compile(
    r"(?<![^/_-])(?:placeholder|blank|spacer|pixel|transparent|loading|lazy(?:load)?|grey|gray|1x1|clear|empty|trans|default[-_]?image)(?![a-z])[^/]*\.(?:gif|png|svg|webp)|^about:|^javascript:|\bthis\.src\b"
)
"""Of an address in lower case: ``re.I`` takes several times as long."""


@lru_cache(maxsize=4096)
def _is_placeholder(address: str) -> bool:
    return _PLACEHOLDER.search(address.lower()) is not None


def is_real(address: str) -> bool:
    """Whether the address may name a picture and not a placeholder."""
    address = address.strip()
    if not address or address.startswith(("#", "{")) or (len(address) < 400 and _is_placeholder(address)):
        return False
    return not (address[:5].lower() == "data:" and len(address) < SMALLEST_EMBEDDED)


_SET_ENTRY = re.compile(r"\s*((?:data:[^,\s]*,)?\S*[^\s,])(?:\s+([\d.]+)([wxh]))?[^,]*(?:,|$)")


def from_set(text: str) -> list[str]:
    """The addresses of a ``srcset``, largest first (WHATWG HTML, 4.8.4.2.1)."""
    entries = [
        (float(match[2] or 1) if re.fullmatch(r"\d*\.?\d+", match[2] or "1") else 1.0, match[1])
        for match in _SET_ENTRY.finditer(text[:100_000])
    ]
    entries.sort(key=lambda entry: -entry[0])
    return [address for _, address in entries]


@lru_cache(maxsize=4096)
def file_name(address: str) -> str:
    """The last part of an address's path, lower case."""
    try:
        return unquote(urlsplit(address.strip()).path).rstrip("/").rsplit("/", 1)[-1].lower()
    except ValueError:
        return ""
