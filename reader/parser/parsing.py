"""Parsing: one file, or its bytes, turned into an article, or into the sentence why it is none."""

import stat
from dataclasses import replace
from pathlib import Path

from reader.article import Problem, article_id
from reader.parser import formats
from reader.parser.decoding import decode
from reader.parser.parsed import Parsed, Unreadable
from reader.parser.source import MAXIMUM_BYTES, Source, TooLargeError, read_source


def parse_file(path: Path) -> Parsed | Unreadable:
    """Read one saved file. Never raises for what a file or its name may be or contain."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return Unreadable(_no_file(path, is_folder=stat.S_ISDIR(mode)))
        source = read_source(path)
    except TooLargeError as error:
        return Unreadable(_too_large(path, error.args[0]))
    except (OSError, ValueError) as error:
        return Unreadable(Problem("cannot-open", _why_not_opened(path, error)))
    return parse_source(source)


def parse_source(source: Source) -> Parsed | Unreadable:
    """Read the bytes of one file, whatever they are. Both answers carry the identity of the bytes."""
    return replace(_parse(source), identity=article_id(source.content))


def _parse(source: Source) -> Parsed | Unreadable:
    name = _spoken(source.path)
    if not source.content:
        return Unreadable(Problem("empty", f"{name} is empty; save the article again."))
    decoded = decode(source.content)
    if problem := formats.foreign_problem(name, source.content, decoded):
        return Unreadable(problem, text=formats.text_of_foreign(source.content, decoded))
    if not any(sign.isprintable() and not sign.isspace() for sign in decoded.text):
        return Unreadable(Problem("no-words", f"{name} holds no visible word; save the article again."))
    return formats.read(source, decoded)


def _spoken(path: Path) -> str:
    """The file's name as it can be shown: names may hold bytes that are no text, and line breaks."""
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign if sign.isprintable() else "?" for sign in name) or str(path)


def _no_file(path: Path, *, is_folder: bool) -> Problem:
    if is_folder:
        return Problem("folder", f"{_spoken(path)} is a folder; open it as a folder to see the articles in it.")
    return Problem(
        "no-file", f"{_spoken(path)} is a pipe or a device, not a file; save what comes from it to a file first."
    )


def _too_large(path: Path, size: int) -> Problem:
    return Problem(
        "too-large",
        f"{_spoken(path)} has {size / 2**20:,.0f} MB; articles of up to {MAXIMUM_BYTES // 2**20} MB are opened. "
        "Save the page again without its films and sounds.",
    )


def _why_not_opened(path: Path, error: OSError | ValueError) -> str:
    name = _spoken(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return f"{name} is not there; it may have been moved, renamed or deleted."
        case PermissionError():
            return f"{name} may not be read by you; change its permissions or copy it to a folder of your own."
        case OSError(strerror=str(reason)):
            return f"{name} could not be read: {reason}. Try again, or copy the file elsewhere first."
        case _:
            return f"{name} could not be read, for its name is not one that files can have."
