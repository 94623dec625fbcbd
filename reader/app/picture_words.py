"""Picture words: what is said of a picture that is not its caption."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from reader.article import Figure, ImageRef, Kept


def told(figure: Figure, number: int, count: int, *, saved: bool) -> str:
    """All there is to say of a picture, as a screen reader says it."""
    parts = (
        f"Picture {number} of {count}",
        figure.alt,
        figure.caption if figure.caption != figure.alt else "",
        f"Credit: {figure.credit}" if figure.credit else "",
        "" if saved else "Not saved with the story",
    )
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip()) + "."


def where(image: ImageRef | None) -> str:
    """Where a picture is, or was to be found: its address on the web, else its file; empty where unknown."""
    if image is None:
        return ""
    return image.address or ("" if image.kept is Kept.EMBEDDED else image.source)


def host_and_path(address: str) -> tuple[str, str]:
    """The two halves of an address a person looks at: host, and path without its query. A file has no host."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return "", address
    if not host:
        return "", unquote(address)
    return host.removeprefix("www."), unquote(parts.path)


def file_name(image: ImageRef | None, number: int) -> str:
    """A name for a copy of the picture: its file's own, else its number and kind."""
    if image is None or image.kept is Kept.EMBEDDED:
        kind = "" if image is None else image.source.partition("/")[2].partition("+")[0]
        return f"picture-{number}.{_SUFFIXES.get(kind, kind)}".rstrip(".")
    return PurePosixPath(image.source).name or f"picture-{number}"


_SUFFIXES = {"jpeg": "jpg"}
