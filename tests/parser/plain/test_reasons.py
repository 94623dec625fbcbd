import pytest

from reader.article import Article, body_text
from reader.parser.plain import read_plain

SENTENCES = [
    "The council met on Tuesday to hear what had become of the bridge, and heard very little about it.",
    "Nobody had expected the vote to be close, least of all the people who had asked for it in the spring.",
    "“It will be built,” said the engineer, who has said so every year since the old one was taken down.",
    "The old bridge had carried carts, then cars, and in its last years nothing heavier than a postman.",
]


def story_with(*lines: str) -> Article:
    """A dump whose sentences have these lines between them."""
    body = [
        part for sentence, line in zip(SENTENCES, [*lines, "", "", "", ""], strict=False) for part in (sentence, line)
    ]
    return read_plain("\n\n".join(["Bridge vote ends in a draw", "By Jan Ek", "3 May 2024", *filter(None, body)]))


def reasons(article: Article) -> dict[str, str]:
    return {aside.text: aside.reason for aside in article.set_aside}


def test_a_headline_in_capitals_between_sentences_leads_elsewhere() -> None:
    link = "COUNCIL BUYS SECOND FERRY AS BRIDGE STAYS SHUT"
    article = story_with(link)
    assert reasons(article) == {link: "promotion"}


def test_a_heading_in_capitals_stays() -> None:
    assert "THE VOTE" in body_text(story_with("THE VOTE"))


@pytest.mark.parametrize("name", ["old-bridge_02.jpg", "010_old_bridge-2", "bridge-from-the-north-side-03"])
def test_the_name_of_a_pictures_file_is_not_read_aloud(name: str) -> None:
    assert reasons(story_with(name)) == {name: "name of a picture"}


def test_what_each_picture_is_called_is_set_aside() -> None:
    said = "Bridge vote in Sandness picture"
    article = story_with(said, said, said)
    assert reasons(article) == {"\n".join([said]): "name of a picture"}
    assert said not in body_text(article)
    assert sum(aside.text == said for aside in article.set_aside) == 3


def test_an_invitation_in_a_longer_line_is_set_aside_unless_it_is_a_sentence() -> None:
    call = "Click here to see all the pictures of the old bridge of Sandness"
    assert reasons(story_with(call)) == {call: "promotion"}
    sentence = "Click here and you see all the pictures of the old bridge of Sandness that the town has kept."
    assert sentence in body_text(story_with(sentence))


@pytest.mark.parametrize(
    "line", ["The bridge in the snow.CreditIda Brook for The Valley Paper", "Ida Brook Submitted photo"]
)
def test_glued_credits_and_those_without_a_mark_belong_to_a_picture(line: str) -> None:
    article = story_with(line)
    assert [figure.caption for figure in article.figures] in (["The bridge in the snow."], ["Ida Brook"])
    assert line not in body_text(article)
