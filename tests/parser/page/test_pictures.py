"""Which picture a page means, and where its bytes may lie: in the page's own folder, in the page itself, or nowhere."""

from pathlib import Path

import pytest
from lxml import etree

from reader.article import ImageRef, Kept
from reader.parser.assets import Assets
from reader.parser.page.pictures import Pictures, candidates, from_set
from reader.parser.page.tree import Element

EMBEDDED = "data:image/png;base64," + "A" * 1200


def picture(markup: str) -> Element:
    found = etree.fromstring(markup, etree.HTMLParser()).find(".//img")
    assert found is not None
    return found


def pictures(tmp_path: Path, base: str = "https://paper.example/a/") -> Pictures:
    return Pictures(base, tmp_path, tmp_path / "page_files")


@pytest.mark.parametrize("source", ["page_files/a%20b.jpg", "./page_files/a b.jpg", "page_files/./a b.jpg?x=1"])
def test_a_picture_in_the_pages_own_folder_is_named_by_its_path(tmp_path: Path, source: str) -> None:
    assert pictures(tmp_path).image(source) == ImageRef("page_files/a b.jpg", Kept.BESIDE)


@pytest.mark.parametrize(
    "source",
    [
        "../secret.jpg",
        "page_files/../../secret.jpg",
        "page_files/%2e%2e/%2e%2e/secret.jpg",
        "page_files\\..\\..\\secret.jpg",
        "/etc/secret.jpg",
        "file:///etc/secret.jpg",
        "\\\\host\\share\\secret.jpg",
        "C:/secret.jpg",
        "other_files/secret.jpg",
        "page_files",
        "page_files/a\0.jpg",
    ],
)
def test_nothing_outside_the_folder_is_ever_named_as_lying_there(tmp_path: Path, source: str) -> None:
    image = pictures(tmp_path).image(source)
    assert image is None or (image.kept is Kept.NOWHERE and image.source.startswith("https://paper.example/"))


@pytest.mark.parametrize(
    "source", ["file:///a.jpg", "javascript:x", "ftp://x.example/a.jpg", "", "../../secret", "/b/"]
)
def test_without_an_address_only_names_of_pictures_are_told(tmp_path: Path, source: str) -> None:
    assert pictures(tmp_path, base="").image(source) is None


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("images/a.jpg", "images/a.jpg"),
        ("images/a.jpg?w=2", "images/a.jpg"),
        ("/images/a.jpg?w=2", "a.jpg"),
        ("../../images/a.jpg", "a.jpg"),
        ("//paper.example/a.jpg", "https://paper.example/a.jpg"),
    ],
)
def test_without_an_address_as_much_of_it_is_told_as_leads_nowhere_else(tmp_path: Path, source: str, told: str) -> None:
    image = pictures(tmp_path, base="").image(source)
    assert image is not None
    assert (image.source, image.kept) == (told, Kept.NOWHERE)


@pytest.mark.parametrize(
    "source", ["pics/a%20b.png", "./pics/a b.png?x", "pics\\a b.png", "other_files/../pics/a b.png"]
)
def test_a_picture_that_lies_below_the_pages_place_is_found(tmp_path: Path, source: str) -> None:
    (tmp_path / "pics").mkdir()
    (tmp_path / "pics" / "a b.png").write_bytes(b"picture")
    image = Pictures("https://paper.example/a/", tmp_path, None).image(source)
    assert image is not None
    if ".." in source:
        assert image.kept is Kept.NOWHERE
    else:
        assert image == ImageRef("pics/a b.png", Kept.BESIDE)
        assert Assets(tmp_path).open(image) == b"picture"


def test_a_link_that_leads_out_of_the_pages_place_is_not_followed(tmp_path: Path) -> None:
    place = tmp_path / "page"
    place.mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    (place / "link.png").symlink_to(tmp_path / "secret.png")
    (place / "out").symlink_to(tmp_path)
    assert Pictures("", place, None).image("link.png") is None
    for source in ("link.png", "out/secret.png", "../secret.png", "page_files/../../secret.png"):
        assert Assets(place).open(ImageRef(source, Kept.BESIDE)) is None


@pytest.mark.parametrize("source", ["", ".", "a" * 300 + ".png", "a\0.png", "pics"])
def test_what_is_no_file_is_never_found(tmp_path: Path, source: str) -> None:
    (tmp_path / "pics").mkdir()
    assert Assets(tmp_path).path(ImageRef(source, Kept.BESIDE)) is None


def test_an_embedded_picture_is_a_part_and_equal_ones_are_one(tmp_path: Path) -> None:
    room = pictures(tmp_path)
    assert room.image(EMBEDDED) == ImageRef("data:image/png", Kept.EMBEDDED, 0)
    assert room.image(EMBEDDED) == ImageRef("data:image/png", Kept.EMBEDDED, 0)
    assert room.parts == [EMBEDDED]


@pytest.mark.parametrize(
    "source", ["data:image/gif;base64,R0lGOD", "data:text/html," + "x" * 2000, "data:image/svg+xml," + "x" * 2000]
)
def test_placeholders_and_what_is_no_photograph_are_no_parts(tmp_path: Path, source: str) -> None:
    assert pictures(tmp_path).image(source) is None


def test_a_saved_picture_is_better_than_one_that_is_not_and_remembers_the_web(tmp_path: Path) -> None:
    element = picture('<img data-src="https://cdn.example/big.jpg" src="page_files/big.jpg">')
    assert pictures(tmp_path).named(element) == ImageRef(
        "page_files/big.jpg", Kept.BESIDE, address="https://cdn.example/big.jpg"
    )


def test_the_largest_of_a_set_comes_first() -> None:
    assert from_set("a.jpg 400w, b.jpg 1600w, c.jpg 800w") == ["b.jpg", "c.jpg", "a.jpg"]
    assert from_set("a,b.jpg 1x, https://x.example/i,w_2.jpg 2x") == ["https://x.example/i,w_2.jpg", "a,b.jpg"]
    assert from_set("a.jpg") == ["a.jpg"]
    assert from_set(" , ") == []


def test_the_sources_of_a_picture_element_count_as_its_own() -> None:
    element = picture('<picture><source srcset="wide.webp 2x"><img src="data:image/gif;base64,R0"></picture>')
    assert candidates(element) == ["wide.webp"]


@pytest.mark.parametrize("source", ["/img/placeholder.png", "https://x.example/1x1.gif", "/static/blank.gif"])
def test_placeholders_are_no_candidates(source: str) -> None:
    assert candidates(picture(f'<img src="{source}">')) == []


def test_any_attribute_that_names_a_picture_counts_where_the_img_has_none() -> None:
    element = picture('<img src="data:image/svg+xml,x" data-loader="https://x.example/a.png" data-path="up/a">')
    assert candidates(element) == ["https://x.example/a.png"]


def test_a_picture_is_remembered_under_all_its_names(tmp_path: Path) -> None:
    room = pictures(tmp_path)
    image = room.named(picture('<img src="meadow-at-dawn.jpg" srcset="/img/dawn-over-meadow@2x.webp 2x">'))
    assert image is not None
    assert room.also[image] == {"meadow-at-dawn", "dawn-over-meadow"}
