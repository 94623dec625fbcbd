"""A picture is known again under another size, host, path or kind, and two pictures are never taken for one."""

import pytest

from reader.parser.page.sameness import is_house_picture, is_larger, picture_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.example/up/Harbour-1024x683.jpg?q=1", "/up/harbour.jpg"),
        ("https://x.example/harbour-scaled.jpg", "https://cdn.example/a/b/harbour@2x.webp"),
        ("/_next/image?url=%2Fimg%2Fharbour.png&w=1080", "https://x.example/img/harbour.png"),
        ("https://x.example/w_400/https%3A%2F%2Fy.example%2Fharbour_1200x800.png", "https://y.example/harbour.png"),
        ("https://x.example/media/0a1b2c3d4e5f/1000.jpg", "https://y.example/media/0a1b2c3d4e5f/master/3000.jpg"),
    ],
)
def test_one_picture_has_one_name(one: str, other: str) -> None:
    assert picture_name(one) == picture_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.example/a/1.jpg", "https://x.example/a/2.jpg"),
        ("https://x.example/a/1.jpg", "https://x.example/b/1.jpg"),
        ("https://x.example/2019/05/image.jpg", "https://x.example/2019/06/image.jpg"),
        ("https://x.example/picture?id=4711", "https://x.example/picture?id=4712"),
        ("https://x.example/IMG_20481.jpg", "https://x.example/IMG_20482.jpg"),
        ("https://[x/a", "https://[x/b"),
    ],
)
def test_two_pictures_have_two_names(one: str, other: str) -> None:
    assert picture_name(one) != picture_name(other)


@pytest.mark.parametrize("name", ["share-card.png", "og-image-default.jpg", "site-logo.png", "default_social.jpg"])
def test_the_sites_own_sign_is_told_by_its_name(name: str) -> None:
    assert is_house_picture(f"https://x.example/static/{name}")


@pytest.mark.parametrize("name", ["ferry.jpg", "shared-garden.jpg", "iconic-tower.jpg", "0a1b2c3d.jpg", ""])
def test_a_picture_of_a_story_is_no_sign(name: str) -> None:
    assert not is_house_picture(f"https://x.example/static/{name}")


@pytest.mark.parametrize(
    ("large", "small"),
    [
        ("https://x.example/max/2288/harbour.png", "https://x.example/max/60/harbour.png?q=20"),
        ("https://x.example/2024/harbour.jpg", "https://x.example/2024/harbour-150x150.jpg"),
        ("https://x.example/harbour.jpg?w=960", "https://x.example/harbour.jpg?w=480"),
    ],
)
def test_the_larger_of_two_addresses_is_told_by_its_numbers(large: str, small: str) -> None:
    assert is_larger(large, small)
    assert not is_larger(small, large)
    assert not is_larger(large, large)
