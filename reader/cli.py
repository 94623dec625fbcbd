"""The command: a window by default, ``extract`` without one. Loads Qt in the window branch alone."""

import argparse
import errno
import gc
import json
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader import __version__

if TYPE_CHECKING:
    from reader.parser import Parsed

_WINDOW_WORDS = """\
Standfirst is a calm desktop reader for saved articles: web pages and text files.

  standfirst                    open the window where you stopped
  standfirst FILE|FOLDER ...    open these files and folders in the window
  standfirst extract FILE ...   write what the files say to standard output, without a window
  standfirst extract --help     more about that"""

_EXTRACT_WORDS = """\
Read saved articles and write them to standard output, in the order given: one JSON object
a line for each file (docs/extract.md describes it), or Markdown, or plain text. Folders are
walked. A file that cannot be read says why in its object, the rest goes on, and the exit
status is 1. Nothing is written anywhere else."""

_NO_DISPLAY = (
    "There is no display here to open a window on; "
    "`standfirst extract FILE ...` reads saved articles without one (see `standfirst extract --help`)."
)
_LINE_ENDS = "\x85\u2028\u2029"
"""Signs that some programs take for the end of a line."""
_BETWEEN_STORIES = {"markdown": "\n---\n\n", "text": "\n\f\n"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Gives the exit status: 0; 1 where a file could not be read; 2 for a call that cannot be met."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _extract(given[1:]) if given[:1] == ["extract"] else _window(given)
    except KeyboardInterrupt:
        return 130


def _window(given: list[str]) -> int:
    command = argparse.ArgumentParser(
        "standfirst", description=_WINDOW_WORDS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    command.add_argument("paths", nargs="*", type=Path, metavar="FILE|FOLDER", help="what to open")
    command.add_argument(
        "--home",
        type=Path,
        metavar="DIR",
        help="keep settings, marks and cache in DIR: for a stick, or to try things out",
    )
    command.add_argument("--version", action="version", version=f"Standfirst {__version__}")
    options = command.parse_args(given)
    if not _has_display():
        print(_NO_DISPLAY, file=sys.stderr)
        return 2
    gc.disable()  # all that a start makes is there to stay; app.collector takes over when everything is loaded
    from reader import launch  # noqa: PLC0415  Qt is loaded for a window alone

    return launch.run(options.paths, options.home)


def _has_display() -> bool:
    """Whether a window can be shown; on Linux and its kin a display server is named by the environment."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _extract(given: list[str]) -> int:
    command = argparse.ArgumentParser(
        "standfirst extract", description=_EXTRACT_WORDS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER", help="what to read")
    command.add_argument(
        "--as", dest="form", choices=("json", "markdown", "text"), default="json", help="the form of the output (json)"
    )
    options = command.parse_args(given)
    if sys.stdout is None:  # closed by the caller, or a window's command on Windows
        print("There is no output to write to.", file=sys.stderr)
        return 1
    try:
        with _rarely_collected():
            return _write_all(options.paths, options.form, sys.stdout.buffer)
    except OSError as error:
        _abandon_output()
        if _is_closed_pipe(error):
            return 0
        print(f"The output could not be written: {error.strerror}.", file=sys.stderr)
        return 1


def _is_closed_pipe(error: OSError) -> bool:
    """Whether whoever read our output has left; Windows tells it as an invalid argument."""
    return error.errno == errno.EPIPE or (sys.platform == "win32" and error.errno == errno.EINVAL)


def _abandon_output() -> None:
    """Let what is still to be flushed at exit go nowhere, for it could only fail once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _write_all(paths: Sequence[Path], form: str, output: BinaryIO) -> int:
    """Read and write each file; 1 where one could not be read."""
    status = 0
    for number, (path, answer) in enumerate(_answers(paths)):
        if isinstance(answer, str):
            status = 1
        output.write(_json_line(path, answer) if form == "json" else _story(answer, form, number))
        output.flush()
    return status


COLLECT_EVERY = 20_000
"""New objects between two looks for cycles: a story has hardly any, and what it is made of dies with it."""


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Look for cycles less often than Python does of itself, while nothing but stories is read."""
    usual = gc.get_threshold()
    gc.set_threshold(COLLECT_EVERY)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _answers(paths: Sequence[Path]) -> Iterator[tuple[Path, "Parsed | str"]]:
    """Each file with its story, or with the sentence why there is none."""
    for path in paths:
        if os.path.isdir(path):  # never raises, whatever the name
            yield from _answers_in(path)
        else:
            yield path, _read(path)


def _answers_in(folder: Path) -> Iterator[tuple[Path, "Parsed | str"]]:
    from reader.library import walk  # noqa: PLC0415  only folders need it

    is_empty = True
    for found in walk(folder):
        is_empty = False
        yield (found, _read(found)) if isinstance(found, Path) else (folder, found.message)
    if is_empty:
        yield folder, f"The folder {folder.name or folder} holds no saved articles."


def _read(path: Path) -> "Parsed | str":
    from reader.parser import Unreadable, parse_file  # noqa: PLC0415  not for the window's start

    try:
        answer = parse_file(path)
    except Exception as fault:  # a fault of ours must not cost the files that follow; it is shown, not hidden
        traceback.print_exc()
        return f"{path.name} could not be read: this program failed on it ({type(fault).__name__})."
    return answer.problem.message if isinstance(answer, Unreadable) else answer


def _json_line(path: Path, answer: "Parsed | str") -> bytes:
    r"""One line of UTF-8; a file name that is no UTF-8 keeps its bytes as JSON escapes (``\udcff``)."""
    from reader.article import Article  # noqa: PLC0415  as above
    from reader.export import article_fields  # noqa: PLC0415

    article = Article() if isinstance(answer, str) else answer.article
    fields = {
        "format": "" if isinstance(answer, str) else answer.format,
        **article_fields(article),
        "warnings": [] if isinstance(answer, str) else [problem.message for problem in answer.problems],
        "error": answer if isinstance(answer, str) else None,
    }
    name = json.dumps(str(path), ensure_ascii=False).encode("utf-8", "backslashreplace")
    rest = json.dumps(fields, ensure_ascii=False)
    for sign in _LINE_ENDS:
        rest = rest.replace(sign, f"\\u{ord(sign):04x}")
    return b'{"path": ' + name + b", " + rest[1:].encode("utf-8", "replace") + b"\n"


def _story(answer: "Parsed | str", form: str, number: int) -> bytes:
    """One story for the eye; a file without one is told on standard error."""
    from reader.export import EXPORTERS  # noqa: PLC0415  as above

    if isinstance(answer, str):
        print(answer.encode("utf-8", "replace").decode(), file=sys.stderr)
        return b""
    between = _BETWEEN_STORIES[form] if number else ""
    return (between + EXPORTERS[form](answer.article)).encode("utf-8", "replace")
