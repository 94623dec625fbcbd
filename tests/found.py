"""Parts of a window, by their kind."""

from typing import TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T", bound=QObject)


def child(parent: QObject, kind: type[T]) -> T:
    """The first part of that kind; there must be one."""
    found = parent.findChild(kind)
    assert isinstance(found, kind)
    return found
