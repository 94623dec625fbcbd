import pytest
from lxml import html

from reader.parser.page.named import Named, kinds_of
from reader.parser.page.roll import Roll


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        ("entry-title", {"title"}),
        ("postTitle", {"title"}),
        ("article__subtitle", {"standfirst"}),
        ("sub-title", {"standfirst"}),
        ("post-author vcard", {"byline", "date", "card"}),
        ("entry-date published updated", {"published", "updated", "date"}),
        ("article-lead", {"standfirst"}),
        ("article", set()),
        ("posted-by", {"published", "byline", "date"}),
        ("nav menu-item", set()),
    ],
)
def test_what_names_tell(names: str, kinds: set[str]) -> None:
    assert kinds_of(names) == kinds


def test_a_page_gives_its_named_elements_in_order() -> None:
    page = html.document_fromstring(
        '<body><p class="date" id="one">1</p><time>2</time><p itemprop="author name">3</p>'
        '<a rel="author nofollow">4</a><p class="pub_date" id="five">5</p></body>'
    )
    named = Named(Roll(page))
    assert [element.text for element in named.of("date")] == ["1", "5"]
    assert [element.text for element in named.told("name")] == ["3"]
    assert [element.text for element in named.author_links] == ["4"]
    assert [element.text for element in named.elements(named.dated)] == ["1", "2", "5"]
