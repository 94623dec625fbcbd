"""Signs of text inside the elements of a page: all, linked and running."""

from reader.parser.page.measure import Measures, Tally
from reader.parser.page.roll import Roll
from reader.parser.page.tree import Element, grow

SENTENCE = "A sentence that is long enough to count as running text, for it has more than eighty signs in all."


def measured(html: str) -> tuple[Measures, Element]:
    root = grow(html)
    assert root is not None
    body = root.find("body")
    assert body is not None
    return Measures(Roll(root)), body


def test_a_length_holds_all_words_inside_and_none_behind() -> None:
    measures, body = measured("<body><div>one<b> two </b>three</div>four</body>")
    assert [measures.length(element) for element in body.iter()] == [15, 11, 3]


def test_links_are_counted_where_they_have_words() -> None:
    measures, body = measured("<body><p><a href=#>here</a> or <a href=#><b>there</b></a><a href=#></a> now</p></body>")
    assert measures.links(body) == 2
    assert measures.link_share(body) == 9 / 14


def test_running_text_is_counted_once_where_it_is_nested() -> None:
    measures, body = measured(f"<body><blockquote><p>{SENTENCE}</p></blockquote><p>Short.</p><p>{SENTENCE}</p></body>")
    assert measures.running(body) == 2 * len(SENTENCE)
    assert [measures.running(p) for p in body.iter("p")] == [len(SENTENCE), 0, len(SENTENCE)]


def test_what_was_put_into_the_page_later_measures_nothing() -> None:
    measures, body = measured("<body><p>one</p></body>")
    later = body.makeelement("p")
    body.append(later)
    assert (measures.length(later), measures.links(later), measures.link_share(later), measures.running(later)) == (
        0,
        0,
        0,
        0,
    )


def test_a_tally_sums_from_one_number_up_to_another() -> None:
    tally = Tally([(2, 5), (4, 7), (9, 1)], 0)
    assert [tally.between(0, 10), tally.between(3, 9), tally.between(2, 2), tally.count(2, 5)] == [13, 7, 0, 2]
