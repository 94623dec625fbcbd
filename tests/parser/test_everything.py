from pathlib import Path

from reader.article import body_text
from reader.parser import Parsed, Unreadable, read_everything


def text_of(path: Path) -> str:
    answer = read_everything(path)
    assert isinstance(answer, Parsed)
    assert answer.article.title == path.name
    return body_text(answer.article)


def test_every_visible_word_of_a_page_is_there_a_line_for_each_block(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = "<nav>Home <b>News</b></nav><script>no()</script><p>One<br>two <i>three</i>.</p><aside>Read more</aside>"
    path.write_text(f"<!doctype html><html><body>{page}</body></html>", "utf-8")
    assert text_of(path).split("\n\n") == ["Home News", "One", "two three.", "Read more"]


def test_text_is_kept_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("WATCH NOW: a film\n\nOne\ntwo\n", "utf-8")
    assert text_of(path).split("\n\n") == ["WATCH NOW: a film", "One\ntwo"]


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    answer = read_everything(tmp_path / "gone.html")
    assert isinstance(answer, Unreadable)
    assert "gone.html" in answer.problem.message
