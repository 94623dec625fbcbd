"""Ornaments are told from pictures by size, names and address; a photograph may be named after anything."""

import pytest
from lxml import etree

from reader.parser.page.icons import is_icon


def icon(markup: str) -> bool:
    found = etree.fromstring(markup, etree.HTMLParser()).find(".//img")
    assert found is not None
    return is_icon(found)


@pytest.mark.parametrize(
    "attributes",
    [
        'src="/a.jpg" width="16"',
        'src="/a.jpg" width="90" height="90"',
        'src="/a.jpg" class="avatar"',
        'src="/img/facebook.png"',
        'src="/img/icon-twitter_32x32.png"',
        'src="/icons/boat.png"',
        'src="/img/paper-logo.png"',
        'src="https://i.example/by-sa/88x31.png"',
        'src="/banners/summer.jpg"',
        'src="/up/summer-468x60.gif"',
        'src="/wp-content/plugins/films/play.png"',
        'src="/chart.svg" width="800"',
        'src="/images/site_ads/thanks.png"',
    ],
)
def test_ornaments_are_no_pictures(attributes: str) -> None:
    assert icon(f"<img {attributes}>")


@pytest.mark.parametrize(
    "attributes",
    [
        'src="/up/head-of-facebook-at-home.jpg"',
        'src="/up/pixel-phone-in-hand.jpg"',
        'src="/up/arrow-season-six.jpg"',
        'src="/up/iconic-tower.jpg"',
        'src="/up/paper-logo.png" width="800" height="400"',
        'src="/up/wide.jpg" width="570" height="0"',
        'src="/up/11112222333344445555.jpg"',
        'src="/thumbs/a/ad/harbour.jpg/152px-harbour.jpg"',
    ],
)
def test_photographs_are_pictures(attributes: str) -> None:
    assert not icon(f"<img {attributes}>")


def test_a_sign_that_links_to_its_own_file_is_a_picture() -> None:
    assert icon('<a href="/"><img src="/thumbs/200px-ferry-logo.png"></a>')
    assert not icon('<a href="/wiki/File:Ferry-logo.png"><img src="/thumbs/200px-ferry-logo.png"></a>')
