"""The roll of a page: numbers in document order, what stands inside what, and who is named how."""

from hypothesis import given
from hypothesis import strategies as st

from reader.parser.page.names import NO_WORD, WHOLE_WORD, Naming, Vocabulary, naming
from reader.parser.page.roll import Roll
from reader.parser.page.surroundings import reason_of
from reader.parser.page.tree import Element, grow

PAGE = """
<head><meta name="a"><title>Head</title></head>
<body><nav id=top class=Menu><a href=/>Home</a></nav>
<article class="post siteStory"><p class=entry-date>3 May</p>
<blockquote><footer class=credits>Ann Lee</footer></blockquote>
<div class="related-links">More</div><div class="related-links">More still</div></article>
<footer><p>The house</p></footer></body>
"""


def called(html: str) -> Roll:
    root = grow(html)
    assert root is not None
    return Roll(root)


def named(roll: Roll, asks: Naming) -> list[Element]:
    return [roll.elements[number] for number in roll.named(asks)]


def test_elements_are_numbered_in_the_order_of_the_page_without_its_head() -> None:
    roll = called(PAGE)
    assert roll.tags[:5] == ["html", "body", "nav", "a", "article"]
    assert [roll.number[element] for element in roll.elements] == list(range(len(roll.tags)))


def test_what_stands_inside_an_element_are_the_numbers_up_to_its_end() -> None:
    roll = called(PAGE)
    for number, element in enumerate(roll.elements):
        inside = roll.elements[number + 1 : roll.ends[number]]
        assert inside == [inner for inner in element.iterdescendants() if inner in roll.number]


def test_names_that_say_a_word_are_found_in_the_order_of_the_page() -> None:
    roll = called(PAGE)
    assert [element.text for element in named(roll, naming("related-?links|entry-date"))] == [
        "3 May",
        "More",
        "More still",
    ]
    assert named(roll, naming("ent")) == []


def test_names_that_may_tell_something_come_as_they_are_written_ids_before_classes() -> None:
    words = Vocabulary(lambda word: WHOLE_WORD if word in {"top", "site", "related"} else NO_WORD)
    assert [(names, len(numbers)) for names, numbers in called(PAGE).naming(words)] == [
        ("top", 1),
        ("post siteStory", 1),
        ("related-links", 2),
    ]


def test_what_has_left_the_page_is_not_found_by_its_tag() -> None:
    roll = called(PAGE)
    roll.leave(roll.tagged("article")[0])
    assert [roll.tags[number] for number in roll.tagged("p", "blockquote", "footer")] == ["footer", "p"]


def test_the_reasons_of_a_page_are_those_of_its_elements() -> None:
    roll = called(PAGE)
    reasons = {number: reason for number, element in enumerate(roll.elements) if (reason := reason_of(element))}
    assert roll.reasons == reasons
    assert set(reasons.values()) == {"navigation", "related links", "house text"}


WORDS = ("byline", "by-line", "sub", "title", "subTitle", "story", "date", "updated", "x9", "Post")


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join), max_size=12))
def test_asking_by_words_finds_no_fewer_than_asking_every_name(classes: list[str]) -> None:
    roll = called("<body>" + "".join(f'<p class="{names}">x</p>' for names in classes))
    for asks in (naming(r"by-?lines?|[a-z]*dat(?:e|um)"), naming(r"sub-?title|[a-z]*title|posts?")):
        assert named(roll, asks) == [element for element in roll.elements if asks((element.get("class") or "").lower())]
