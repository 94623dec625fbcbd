import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "reader"
LAZY = ("article", "library")


def declared(room: str) -> dict[str, str]:
    """Which module each name of a room comes from, as the door tells a type checker."""
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module)
    return {
        alias.asname or alias.name: node.module or ""
        for node in imports
        for alias in node.names
        if node.module != "typing" and alias.name not in ("TYPE_CHECKING", "door")
    }


@pytest.mark.parametrize("room", LAZY)
def test_a_door_gives_each_name_from_where_a_type_checker_sees_it(room: str) -> None:
    names = declared(room)
    opened = import_module(f"reader.{room}")
    assert sorted(names) == sorted(opened.__all__)
    for name, module in names.items():
        inside = import_module(module)
        assert getattr(opened, name) is getattr(inside, name, inside)
    with pytest.raises(AttributeError, match="has no attribute 'nothing_of_the_kind'"):
        _ = opened.nothing_of_the_kind


@pytest.mark.parametrize("room", LAZY)
def test_entering_a_room_loads_nothing_of_it(room: str) -> None:
    program = f"import sys, reader.{room}; print([name for name in sys.modules if name.startswith('reader.{room}.')])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
