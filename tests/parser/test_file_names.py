import pytest

from reader.parser import is_candidate, is_own_folder


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.txt", "a.mhtml", "a.b.html"])
def test_articles_in_a_folder_are_known_by_name(name: str) -> None:
    assert is_candidate(name)


@pytest.mark.parametrize("name", [".a.html", "~a.txt", "a.js", "a.png", "html", ".html", "a.html.part"])
def test_other_files_in_a_folder_are_passed_over(name: str) -> None:
    assert not is_candidate(name)


@pytest.mark.parametrize("folder", ["lamp_files", "lamp-Dateien", "lamp_fichiers"])
def test_the_folder_of_a_page_holds_no_articles(folder: str) -> None:
    assert is_own_folder(folder, {"lamp.html", folder})
    assert not is_own_folder(folder, {"other.html", "lamp.txt", folder})


def test_a_folder_called_as_the_end_of_one_is_a_folder_like_any() -> None:
    assert not is_own_folder("_files", {".html", "_files"})
    assert not is_own_folder("files", {"files", "files.html"})
