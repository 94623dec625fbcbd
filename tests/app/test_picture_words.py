import pytest

from reader.app.picture_words import host_and_path


@pytest.mark.parametrize(
    ("address", "halves"),
    [
        ("https://www.post.example/a/b.jpg?w=640#x", ("post.example", "/a/b.jpg")),
        ("page_files/a%20b.jpg", ("", "page_files/a b.jpg")),
        ("https://[broken", ("", "https://[broken")),
        ("", ("", "")),
    ],
)
def test_an_address_has_two_halves(address: str, halves: tuple[str, str]) -> None:
    assert host_and_path(address) == halves
