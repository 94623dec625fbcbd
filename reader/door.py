"""Door: a room that names what it offers, and fetches each thing only when it is asked for.

The window is to stand before parser, exports and half of the library are loaded.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def door(room: str, inside: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a room: ``inside`` gives, for each of its modules, the names it has, with spaces between.

    The name of one of its modules gives that module. What was fetched once is kept in the room and not asked for again.
    """
    module_of = {name: module for module, names in inside.items() for name in names.split()}

    def fetch(name: str) -> object:
        if name in inside:
            return import_module(f"{room}.{name}")
        if name not in module_of:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        found = getattr(import_module(f"{room}.{module_of[name]}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return fetch
