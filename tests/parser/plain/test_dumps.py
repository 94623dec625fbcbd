from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article, Figure, FigurePlace, Heading, Listing, body_text, texts
from reader.parser.plain import read_plain

FERRY = """\
Harbour ferry to sail again after ten weeks in the yard

A boy waves at the ferry 'Gullwing' from the quay!

Instagram
Mara Quill

By Mara Quill


Published: 23/04/2024

- 06:15

Updated: 02/05/2024

- 17:40

Islanders had asked when the boat would be back

The harbour ferry will carry passengers again on Monday after ten weeks in the repair yard at Sandness.

The boat had been taken out of service in February, when an engineer found a crack in the shaft of its engine.

WATCH NOW: The ferry leaves the repair yard at dawn

Its owner said the crack was “no danger to anyone”, but that sailing on would have been careless.

“We know what the boat means to people,” the harbour master said. “Nobody here takes that lightly, and never will.”

LATEST DEVELOPMENTS:

Passengers queue at the landing stage in the rain

Passengers queue at the landing stage in the rain

Reuters

About four hundred islanders use the ferry on a working day, most of them to reach the school and the clinic.

A replacement boat had been hired from the mainland, but it could not sail in winds above force six.

You may like"""


def words_of(article: Article) -> str:
    fields = [article.title, article.standfirst, *article.authors, body_text(article)]
    pictures = [f"{figure.alt} {figure.caption} {figure.credit}" for figure in article.figures]
    return " ".join([*fields, *pictures, *(aside.text for aside in article.set_aside)])


def test_the_head_of_a_dump_becomes_fields() -> None:
    article = read_plain(FERRY)
    assert article.title == "Harbour ferry to sail again after ten weeks in the yard"
    assert article.standfirst == "Islanders had asked when the boat would be back"
    assert article.authors == ("Mara Quill",)
    assert article.language == "en"


def test_date_and_time_on_two_lines_are_one_moment_and_the_day_comes_first_by_evidence() -> None:
    article = read_plain(FERRY)
    assert article.published == datetime(2024, 4, 23, 6, 15)
    assert article.updated == datetime(2024, 5, 2, 17, 40)


def test_captions_are_said_once_with_their_credit_in_their_place() -> None:
    article = read_plain(FERRY)
    queue = "Passengers queue at the landing stage in the rain"
    assert article.figures == (
        Figure(None, caption="A boy waves at the ferry 'Gullwing' from the quay!", credit="Instagram"),
        Figure(None, alt=queue, caption=queue, credit="Reuters"),
    )
    assert article.blocks[0] == FigurePlace(0)
    assert article.blocks[5] == FigurePlace(1)


def test_promotions_empty_headings_and_footers_are_set_aside_in_their_place() -> None:
    article = read_plain(FERRY)
    assert [(aside.text, aside.reason, aside.after_block) for aside in article.set_aside] == [
        ("WATCH NOW: The ferry leaves the repair yard at dawn", "promotion", 2),
        ("LATEST DEVELOPMENTS:", "related links", 4),
        ("You may like", "related links", len(article.blocks) - 1),
    ]


def test_the_story_is_whole() -> None:
    paragraphs = list(texts(read_plain(FERRY).blocks))
    assert len(paragraphs) == 6
    assert paragraphs[0].startswith("The harbour ferry will carry")
    assert paragraphs[-1].endswith("force six.")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\x85"])
def test_every_kind_of_line_end_reads_the_same(ending: str) -> None:
    assert read_plain(FERRY.replace("\n", ending)) == read_plain(FERRY)


PAGE = """\
Skip to content
  • Home
  • News
  • Sport
  • Weather
  • Subscribe
  • Log in
Search

Town orchestra finds its lost cello in a barn

By Ilse Brandt

14 May 2024 09:30

The town orchestra has found the cello it lost in the flood of 1954, in a barn not two miles from the concert hall.

A farmer came upon the instrument behind a stack of window frames and took it for a wardrobe, he told the orchestra.

How it was found

The case had kept the water out, and only the strings and the bridge had to be replaced before it could be played.

It will be heard on Sunday, in the piece that had been on the stands on the night of the flood.

Photo: Ilse Brandt

Related articles

  • Flood wall gets a second gate
  • Concert hall roof to be mended
  • Brass band seeks trombones

Leave a comment

Contact us
Privacy policy
Terms of use
© 2024 The Valley Paper. All rights reserved.
"""


def test_a_whole_page_gives_its_story_alone() -> None:
    article = read_plain(PAGE)
    assert article.title == "Town orchestra finds its lost cello in a barn"
    assert article.authors == ("Ilse Brandt",)
    assert article.published == datetime(2024, 5, 14, 9, 30)
    story = body_text(article)
    assert story.startswith("The town orchestra has found")
    assert story.endswith("on the night of the flood.")
    assert "Subscribe" not in story
    assert "trombones" not in story


def test_a_heading_inside_the_story_is_a_heading() -> None:
    assert any(isinstance(block, Heading) for block in read_plain(PAGE).blocks)


def test_what_surrounds_the_story_of_a_page_is_kept_with_its_reason() -> None:
    asides = read_plain(PAGE).set_aside
    assert {"menu", "related links", "rights and terms"} <= {aside.reason for aside in asides}
    assert any("Brass band seeks trombones" in aside.text for aside in asides)


def test_a_list_inside_the_story_is_a_list() -> None:
    listed = FERRY.replace(
        "LATEST DEVELOPMENTS:", "The new timetable has three crossings a day:\n\n• at seven\n• at noon\n• at six"
    )
    assert any(isinstance(block, Listing) for block in read_plain(listed).blocks)


def test_a_bracketed_credit_is_parted_from_its_caption() -> None:
    text = FERRY.replace("Reuters", "The old pier seen from the sea (Image: GETTY)")
    figures = read_plain(text).figures
    assert ("The old pier seen from the sea", "GETTY") in {(figure.caption, figure.credit) for figure in figures}


def test_a_german_dump_is_read_with_german_words() -> None:
    text = """\
Die alte Fähre fährt wieder

Von Greta Lind

Veröffentlicht: 03.05.2024, 08:10 Uhr

Die Fähre über die Förde nimmt am Montag nach zehn Wochen in der Werft ihren Betrieb wieder auf, teilte die Stadt mit.

Lesen Sie auch: Warum der Leuchtturm dunkel bleibt

Ein Riss in der Welle hatte im Februar dazu geführt, dass das Schiff aus dem Dienst genommen werden musste.

Die Stadt rechnet damit, dass rund vierhundert Menschen am Tag mit dem Schiff zur Schule und zur Arbeit fahren."""
    article = read_plain(text)
    assert article.language == "de"
    assert article.authors == ("Greta Lind",)
    assert article.published == datetime(2024, 5, 3, 8, 10)
    assert [aside.reason for aside in article.set_aside] == ["promotion"]
    assert len(list(texts(article.blocks))) == 3


def test_a_date_without_a_time_stays_a_day() -> None:
    published = read_plain(FERRY.replace("Published: 23/04/2024\n\n- 06:15", "Published: 23/04/2024")).published
    assert published == date(2024, 4, 23)


SENTENCES = [
    "The council met on Tuesday to hear what had become of the bridge, and heard very little about it.",
    "Nobody had expected the vote to be close, least of all the people who had asked for it in the spring.",
    "“It will be built,” said the engineer, who has said so every year since the old one was taken down.",
]
SCRAPS = [
    "Read more",
    "Advertisement",
    "Photo: Jan Ek",
    "A bridge at dusk",
    "• Home",
    "Reuters",
    "Tags",
    "Share",
    "12",
    "On the river",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES + SCRAPS), min_size=1, max_size=25))
def test_no_line_of_a_dump_is_lost(lines: list[str]) -> None:
    said = words_of(read_plain("Bridge vote ends in a draw\n\nBy Jan Ek\n\n" + "\n\n".join(lines)))
    for line in lines:
        for word in line.removeprefix("• ").removeprefix("Photo: ").split():
            assert word in said


MUSEUM = """\
Town museum gives the brass whale back to the sailors' church

The brass whale, which weighs ninety pounds, on its hook in the nave

The brass whale, which weighs ninety pounds, on its hook in the nave

Coast Tribune
Ada Finch

By Ada Finch

Published: 22/10/2025

- 16:48

The curator says that nobody had thought to ask whose it was

The town museum has given back the brass whale that hung in its hall for eighty years, after a verger found the receipt.

The whale was carried through the town on Tuesday, and was rung like a bell at every corner on the way to the church.

The verger and the curator carry the whale across the bridge

The verger and the curator carry the whale across the bridge

Ada Finch

It will hang in the nave, where a hook had been kept free for it by eleven vergers in a row, none of whom knew why."""


def test_a_doubled_caption_is_not_the_title_and_a_name_behind_it_is_its_credit() -> None:
    article = read_plain(MUSEUM)
    assert article.title == "Town museum gives the brass whale back to the sailors' church"
    assert article.standfirst == "The curator says that nobody had thought to ask whose it was"
    assert [(figure.caption[:14], figure.credit) for figure in article.figures] == [
        ("The brass whal", "Coast Tribune"),
        ("The verger and", "Ada Finch"),
    ]
    assert article.set_aside == ()
    assert len(list(texts(article.blocks))) == 3


def test_a_list_before_the_first_long_sentence_is_story_and_not_lost() -> None:
    items = ["New oars", "A second anchor", "Lamps for the mast", "Rope in three colours", "A bell", "Dry biscuits"]
    listed = "\n".join(f"• {item} came aboard on Monday." for item in items)
    text = f"The ferry takes in stores\n\n{listed}\n\n{FERRY.split('WATCH NOW')[1].split(chr(10), 2)[2]}"
    story = body_text(read_plain(text))
    assert all(item in story for item in items)


def test_lines_in_columns_keep_their_spaces_and_stay_together() -> None:
    table = "Monday      06.15    17.40\nTuesday     06.50    18.20\nSunday      none     12.00"
    text = FERRY.replace("LATEST DEVELOPMENTS:", f"The boat sails at these hours until October:\n\n{table}")
    assert table in body_text(read_plain(text))


def test_two_spaces_behind_a_full_stop_are_no_columns() -> None:
    typed = "It rained.  Nobody minded.\nIt stopped.  Nobody noticed."
    assert "It rained. Nobody minded." in body_text(read_plain(FERRY.replace("LATEST DEVELOPMENTS:", typed)))


@pytest.mark.parametrize(
    "trace",
    ["By\n\nMara Quill", "old-bridge_02.jpg", "HARBOUR GETS A SECOND LAMP AFTER TEN YEARS"],
)
def test_one_trace_of_the_page_is_enough_to_know_a_dump(trace: str) -> None:
    body = "\n\n".join(SENTENCES)
    assert trace.replace("\n", "") not in body_text(read_plain(f"{SENTENCES[0]} Twice.\n\n{trace}\n\n{body}")).replace(
        "\n", ""
    )
    assert read_plain(f"{SENTENCES[0]} Twice.\n\n{body}").set_aside == ()


def test_sections_and_topics_under_the_title_are_no_standfirst() -> None:
    text = FERRY.replace("Islanders had asked when the boat would be back", "Boats, Ferry News, Harbour, All")
    assert read_plain(text).standfirst == ""


def test_one_word_over_everything_is_the_title() -> None:
    story = FERRY.split("Islanders had")[1].split("\n", 2)[2]
    assert read_plain(f"Gullwing\n\nBy Mara Quill\n\n{story}").title == "Gullwing"


def test_a_button_and_the_name_of_its_network_are_no_picture() -> None:
    text = FERRY.replace("LATEST DEVELOPMENTS:", "12 times told about on Twitter\n\nTwitter")
    assert [figure.caption for figure in read_plain(text).figures] == [
        figure.caption for figure in read_plain(FERRY).figures
    ]
