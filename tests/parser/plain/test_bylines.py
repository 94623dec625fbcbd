import pytest

from reader.parser.plain.bylines import authors_in, is_bare_by, is_name


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("By Mara Quill", "en", ("Mara Quill",)),
        ("BY MARA QUILL AND JAN EK", "en", ("MARA QUILL", "JAN EK")),
        ("By Mara Quill, Jan Ek and Ilse von Brandt", "en", ("Mara Quill", "Jan Ek", "Ilse von Brandt")),
        ("By Mara Quill - Staff Writer 2024-05-03", "en", ("Mara Quill",)),
        ("By Mara Quill, News Editor", "en", ("Mara Quill",)),
        ("Von Greta Lind", "de", ("Greta Lind",)),
        ("Par Aimée Le Goff et Luc Noir", "fr", ("Aimée Le Goff", "Luc Noir")),
        ("作者：李明", "zh", ("李明",)),
        ("By the time the boat came, it was dark", "en", ()),
        ("Bystanders wave", "en", ()),
    ],
)
def test_a_byline_names_people(line: str, language: str, names: tuple[str, ...]) -> None:
    assert authors_in(line, language) == names


def test_the_word_alone_waits_for_the_next_line() -> None:
    assert is_bare_by("By", "en")
    assert not is_bare_by("By Mara Quill", "en")


@pytest.mark.parametrize("text", ["Staff Writer", "the harbour", "X", "12 May", "A very long line of many words here"])
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)
