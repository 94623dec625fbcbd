"""Who may import whom, and how large files may grow."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "reader"

OURS = ("article", "parser", "export", "library", "app", "ui", "places", "cli", "front", "program", "launch")
LIBRARIES = {
    "PySide6.QtCore",
    "PySide6.QtGui",
    "PySide6.QtWidgets",
    "bs4",
    "charset_normalizer",
    "filelock",
    "lxml",
    "platformdirs",
    "py3langid",
    "sqlite3",
    "webencodings",
}
SOCKETS = {"socket", "urllib.request", "http.client", "http.server", "ftplib", "smtplib", "PySide6.QtNetwork", "ssl"}

MAY_IMPORT = {
    "article": set[str](),
    "parser": {"article", "bs4", "lxml", "charset_normalizer", "py3langid", "webencodings"},
    "export": {"article"},
    "library": {"article", "parser", "sqlite3", "filelock"},
    "app": {"article", "parser", "export", "library", "PySide6.QtCore", "PySide6.QtGui", "sqlite3"},
    "ui": {"article", "library", "app", "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"},
    "places": {"platformdirs"},
    "cli": {"article", "parser", "export", "library", "launch"},
    "front": {"article", "library", "app", "ui", "places", "PySide6.QtGui", "PySide6.QtWidgets"},
    "program": {*OURS, *LIBRARIES},
    "launch": {*OURS, *LIBRARIES},
    "__main__": {"cli"},
    "__init__": set[str](),
}
LONGEST_FILE = 400
HUBS = {"app/session.py": 250, "ui/main_window.py": 250, "program.py": 250}


def files() -> Iterator[Path]:
    return (path for path in sorted(PACKAGE.rglob("*.py")))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            module = node.module or ""
            yield module
            if module in {"PySide6", "reader", "urllib", "http"}:
                yield from (f"{module}.{alias.name}" for alias in node.names)


def subject(module: str) -> str | None:
    """The room or library that a module belongs to, or None for what is free to all."""
    parts = module.split(".")
    if parts[0] == "reader":
        return parts[1] if len(parts) > 1 and parts[1] in OURS else None
    for name in (".".join(parts[:2]), parts[0]):
        if name in LIBRARIES:
            return name
    return None


@pytest.mark.parametrize("path", list(files()), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    room = room_of(path)
    for module in imported(path):
        wanted = subject(module)
        assert wanted is None or wanted == room or wanted in MAY_IMPORT[room], f"{path} may not import {module}"


def test_nothing_in_the_program_can_open_a_socket() -> None:
    for path in files():
        assert not SOCKETS & set(imported(path)), f"{path} imports a way to the network"


def test_other_rooms_are_entered_by_their_door() -> None:
    for path in files():
        for module in imported(path):
            parts = module.split(".")
            if parts[0] == "reader" and len(parts) > 2 and parts[1] in {"parser", "export"}:
                assert room_of(path) == parts[1], f"{path} enters {parts[1]} by {module}"


@pytest.mark.parametrize("path", list(files()), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_stay_small(path: Path) -> None:
    limit = HUBS.get(path.relative_to(PACKAGE).as_posix(), LONGEST_FILE)
    assert len(path.read_text("utf-8").splitlines()) <= limit


def test_importing_the_rooms_below_qt_loads_no_qt() -> None:
    program = (
        "import sys, reader.cli, reader.article, reader.parser, reader.export, reader.library\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert found.stdout.strip() == "[]"
