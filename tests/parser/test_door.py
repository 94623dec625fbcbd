import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import article_id
from reader.parser import Parsed, Source, Unreadable, parse_file, parse_source


def unreadable(path: Path) -> Unreadable:
    answer = parse_file(path)
    assert isinstance(answer, Unreadable)
    assert answer.problem.message.endswith(".")
    return answer


def test_a_text_is_parsed_with_the_identity_of_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("A story.\n\nIt is short.")
    answer = parse_file(file)
    assert isinstance(answer, Parsed)
    assert (answer.format, answer.identity) == ("text", article_id(file.read_bytes()))


def test_a_page_called_txt_is_read_as_a_page(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(
        "<!doctype html><title>Lamp</title><h1>Lamp</h1><p>The lamp went out, and nobody saw it go out.</p>"
    )
    assert parse_file(file).__class__ is Unreadable or getattr(parse_file(file), "format", "") == "html"


def test_a_text_called_html_is_read_as_text(tmp_path: Path) -> None:
    file = tmp_path / "note.html"
    file.write_text("Just a few words, and no markup at all.")
    answer = parse_file(file)
    assert isinstance(answer, Parsed)
    assert answer.format == "text"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7", "report.html is a PDF document, not a saved article; open it in a PDF viewer."),
        (b"", "report.html is empty; save the article again."),
        (b" \n\t\n", "report.html holds no visible word; save the article again."),
        (bytes(range(32)) * 9, "report.html holds data, not text; open it in the program it was made with."),
    ],
)
def test_what_is_no_article_is_said_in_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(content)
    answer = unreadable(file)
    assert answer.problem.message == says
    assert answer.identity == article_id(content)


def test_an_archive_says_how_to_save_again_and_shows_its_text(tmp_path: Path) -> None:
    file = tmp_path / "page.mhtml"
    file.write_bytes(b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=y\r\n\r\n--y\r\n")
    answer = unreadable(file)
    assert "single HTML file" in answer.problem.message
    assert "multipart/related" in answer.text


def test_missing_files_folders_and_forbidden_files_are_sentences(tmp_path: Path) -> None:
    assert "is not there" in unreadable(tmp_path / "gone.html").problem.message
    assert "is a folder" in unreadable(tmp_path).problem.message
    assert "is not there" in unreadable(Path("/dev/null/x.txt")).problem.message
    assert unreadable(Path("a\0b.txt")).problem.code == "cannot-open"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "pipe or a device" in unreadable(pipe).problem.message


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may read everything"
)
def test_a_forbidden_file_says_so(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("x")
    file.chmod(0)
    assert "may not be read" in unreadable(file).problem.message


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_can_still_be_said(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9\n.txt")
    file.write_bytes(b"")
    unreadable(file).problem.message.encode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="there the whole path is what may be too long")
def test_a_page_with_the_longest_name_a_file_can_have_is_read(tmp_path: Path) -> None:
    page = tmp_path / ("a" * 250 + ".html")
    page.write_text("<p>A page that needs no folder of pictures, and could have none for its long name.</p>")
    assert isinstance(parse_file(page), Parsed)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300).filter(lambda content: b"<" not in content))
def test_any_bytes_are_answered(content: bytes) -> None:
    answer = parse_source(Source(Path("x.txt"), content))
    assert answer.identity == article_id(content)
