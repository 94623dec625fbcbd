import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__, cli

STORY = """\
Ferry stays in harbour

The ferry to the islands stayed in harbour today, the harbour master said.

Nobody minded.
"""
FIELDS = [
    "path",
    "format",
    "title",
    "standfirst",
    "authors",
    "published",
    "updated",
    "site",
    "url",
    "language",
    "text",
    "blocks",
    "images",
    "set_aside",
    "trust",
    "warnings",
    "error",
]


def run(*arguments: str | bytes | Path, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        cwd=Path(__file__).parent.parent,
    )


def objects(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.decode("utf-8").split("\n") if line]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_each_file_is_one_line_with_all_fields(story: Path) -> None:
    done = run("extract", story)
    (found,) = objects(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(found) == FIELDS
    assert (found["path"], found["format"], found["error"]) == (str(story), "text", None)
    assert "harbour master" in str(found["text"])


def test_files_come_in_order_and_one_that_cannot_be_read_says_so_and_the_rest_goes_on(
    story: Path, tmp_path: Path
) -> None:
    empty, picture = tmp_path / "empty.html", tmp_path / "picture.txt"
    empty.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    blank = tmp_path / "blank.html"
    blank.write_text("<!doctype html><title></title><body><p>&nbsp;</p></body>")
    given = [empty, story, tmp_path / "gone.html", picture, blank, story]
    done = run("extract", *given)
    found = objects(done.stdout)
    assert done.returncode == 1
    assert [each["path"] for each in found] == [str(path) for path in given]
    assert [bool(each["error"]) for each in found] == [True, False, True, True, True, False]
    assert all(list(each) == FIELDS for each in found)
    assert all(str(each["error"]).endswith(".") for each in found if each["error"])


def test_a_name_longer_than_files_can_have_says_so_and_the_rest_goes_on(story: Path, tmp_path: Path) -> None:
    done = run("extract", tmp_path / ("a" * 300), story)
    errors = [found["error"] for found in objects(done.stdout)]
    assert (done.returncode, done.stderr, errors[1]) == (1, b"", None)
    assert "could not be read" in str(errors[0])


def test_folders_are_walked(story: Path, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text(STORY)
    (tmp_path / ".hidden.txt").write_text(STORY)
    (tmp_path / "picture.jpg").write_bytes(b"")
    assert [each["path"] for each in objects(run("extract", tmp_path).stdout)] == [str(story), str(inner / "a.txt")]


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    (tmp_path / "folder.html").mkdir()
    done = run("extract", tmp_path / "folder.html")
    (found,) = objects(done.stdout)
    assert (done.returncode, list(found)) == (1, FIELDS)
    assert "no saved articles" in str(found["error"])


def test_no_sign_inside_a_line_is_taken_for_its_end(tmp_path: Path) -> None:
    path = tmp_path / "tide.txt"
    path.write_text("Tide\u2028table\x85and\u2029more of it, as it was in the old harbour book.\n", "utf-8")
    output = run("extract", path).stdout.decode("utf-8")
    assert len(output.splitlines()) == 1
    assert "harbour book" in json.loads(output)["text"]


@pytest.mark.skipif(sys.platform == "win32", reason="names on Windows are text")
def test_a_name_that_is_no_text_comes_back_as_json_can_say_it(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/tide \xff.txt"
    with open(path, "w") as file:
        file.write(STORY)
    gone = os.fsencode(tmp_path) + b"/gone \xff.txt"
    done = run("extract", path, gone, PYTHONUTF8="0", LC_ALL="C")
    found = objects(done.stdout)
    assert [os.fsencode(str(each["path"])) for each in found] == [path, gone]
    assert found[1]["error"]
    assert not any(0xD800 <= ord(sign) < 0xE000 for sign in str(found[1]["error"]))


def test_the_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "tide.txt"
    path.write_text("Ebbe und Flut – 潮汐\n\nDas Wasser stieg über die Straße, 潮が満ちてきた。\n", "utf-8")
    for form in ("json", "markdown", "text"):
        done = run("extract", "--as", form, path, PYTHONUTF8="0", LC_ALL="C", PYTHONIOENCODING="ascii")
        assert done.returncode == 0, done.stderr
        assert "Straße, 潮" in done.stdout.decode("utf-8")


def test_no_qt_is_loaded_and_nothing_is_written(story: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from reader import cli; status = cli.main(['extract', sys.argv[1]]);"
        "print([name for name in sys.modules if 'PySide' in name or 'platformdirs' in name], status)"
    )
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, str(story)],
        capture_output=True,
        check=True,
        env={**os.environ, "HOME": str(home), "TMPDIR": str(home), "XDG_CACHE_HOME": str(home)},
    )
    assert done.stdout.splitlines()[-1] == b"[] 0"
    assert list(home.iterdir()) == []
    assert sorted(tmp_path.iterdir()) == [story, home]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no head on Windows")
def test_a_reader_that_leaves_early_ends_it_quietly(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(STORY * 40)
    command = [sys.executable, "-m", "reader", "extract", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_told_in_a_sentence(story: Path) -> None:
    command = [sys.executable, "-m", "reader", "extract", str(story)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"could not be written" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the shell's own way to close an output")
def test_a_closed_output_is_told_in_a_sentence(story: Path) -> None:
    command = f'"{sys.executable}" -m reader extract "{story}" >&-'
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"There is no output to write to.\n")


def test_markdown_and_text_are_for_the_eye(story: Path, tmp_path: Path) -> None:
    done = run("extract", "--as", "text", story, tmp_path / "gone.txt", story)
    assert done.returncode == 1
    assert done.stdout.count(b"\f") == 1
    assert done.stdout.decode().count("Nobody minded.") == 2
    assert b"gone.txt" in done.stderr
    assert b"Ferry stays in harbour" in run("extract", "--as", "markdown", story).stdout


def test_a_fault_of_ours_costs_one_file_and_is_shown(
    story: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def fail(_: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("reader.parser.parse_file", fail)
    assert cli.main(["extract", str(story), str(story)]) == 1
    output, errors = capfdbinary.readouterr()
    assert ["ferry.txt" in str(each["error"]) for each in objects(output)] == [True, True]
    assert b"ZeroDivisionError" in errors


def test_the_version_is_told() -> None:
    assert run("--version").stdout.decode().strip() == f"Standfirst {__version__}"


def test_help_names_both_ways() -> None:
    assert b"standfirst extract FILE" in run("--help").stdout
    assert b"--as" in run("extract", "--help").stdout


def test_a_wrong_call_is_told_so() -> None:
    assert run("extract").returncode == 2
    assert run("extract", "--as", "pdf", "x").returncode == 2
    assert run("--nonsense").returncode == 2


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display here")
def test_without_a_display_one_sentence_names_the_way_without_a_window() -> None:
    done = run("some.html", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"standfirst extract" in done.stderr
    assert b"Traceback" not in done.stderr
