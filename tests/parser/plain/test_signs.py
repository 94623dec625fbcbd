from reader.parser.plain.lines import lines_of
from reader.parser.plain.shapes import shapes_of
from reader.parser.plain.sheet import Sheet, sheet_of
from reader.parser.plain.signs import FAMILIES, signs_of
from reader.parser.plain.since import dated

PROSE = "The council met on Tuesday to hear what had become of the bridge, and heard very little about it."
TEXT = f"""\
Bridge vote ends in a draw
{PROSE}
The bridge at dusk
The bridge at dusk (Photo: Jan Ek)
{PROSE[:-1]}, or of the ferry.
Image 2 of 5
harbour-02.jpg
Subscribe to our newsletter
• Home
• News
"""


def sheet() -> Sheet:
    lines = lines_of(TEXT)
    return sheet_of(lines, shapes_of(lines, "en"))


def signs() -> list[set[str]]:
    return [set(found) for found in signs_of(sheet())]


def test_every_family_tells_something_of_every_line() -> None:
    for family in FAMILIES:
        assert len(list(family(sheet()))) == 10
    assert all("always" in found for found in signs())


def test_a_line_said_again_with_a_credit_goes_on_from_the_one_before() -> None:
    assert "after: goes on from this" in signs()[2]
    assert {"before: this goes on from it", "credit inside"} <= signs()[3]
    assert "after: credit inside" in signs()[2]


def test_words_numbers_and_names_of_files_are_signs() -> None:
    assert {"first: subscribe", "first: subscribe to", "last: newsletter", "short: newsletter"} <= signs()[7]
    assert "count" in signs()[5]
    assert any(sign.startswith("file") for sign in signs()[6])


def test_a_line_knows_how_much_it_shares_with_the_prose() -> None:
    topics = {sign.split(" of ")[0] for sign in signs()[0] if sign.startswith("topic ") and "often" not in sign}
    assert topics == {"topic 2"}


def test_items_know_their_list() -> None:
    assert any(sign.startswith("list of 1") for sign in signs()[8])
    assert not any(sign.startswith("list") for sign in signs()[0])


def test_a_line_knows_the_gaps_around_it_and_what_is_left() -> None:
    assert "gaps 00 to 0 bullet" in signs()[8]
    assert any(sign.startswith("gaps 03") for sign in signs()[9])
    assert "lines left 0 line" in signs()[9]


def test_what_only_one_line_speaks_of_is_known() -> None:
    shares = {sign for sign in signs()[7] if sign.startswith(("of the opening", "said here alone"))}
    assert {sign[:18] for sign in shares} == {"of the opening 0 o", "said here alone 5 "}


def test_lines_that_break_off_know_of_each_other() -> None:
    lines = lines_of("The ferry sails again at six on Monday ...\nThe bridge is to be painted in two colours ...\nAll")
    found = [set(told) for told in signs_of(sheet_of(lines, shapes_of(lines, "en")))]
    assert ["dots near 0" in told for told in found] == [True, True, False]
    assert "dots near 1" in found[2]


COMMENTS = f"""\
Bridge vote ends in a draw
{PROSE}
{PROSE[:-1]}, or of the ferry.
{PROSE[:-1]}, or of the harbour.
{PROSE[:-1]}, or of the lighthouse.
Reply
Jan Ek
May 3, 2024
It will be built all the same.
Ida Moe
5 hours ago
I doubt that very much.
Bo Lind
at 18:45
"""


def test_a_comment_knows_the_dates_and_labels_that_were_passed_since_the_story_began() -> None:
    lines = lines_of(COMMENTS)
    found = [set(told) for told in signs_of(sheet_of(lines, shapes_of(lines, "en")))]
    assert not any(sign.startswith("dates passed") for sign in found[4])
    assert {"dates passed 0, last 0", "since date 0, next 1 sentence", "since comments 0 prose 0"} <= found[8]
    assert "dates passed 1, last 0" in found[11]
    assert "since date 1, next 0" in found[12]


def test_how_long_ago_is_told_in_many_languages_and_only_in_short_lines() -> None:
    told = ["vor 3 Stunden", "il y a 2 jours", "5分钟前", "3 часа назад", "před 3 minutami"]
    others = ["Die 3 vorderen Reihen", "Only 300 people were there to see it, days ago", "Anna Berg"]
    lines = lines_of("\n".join(f"{text}\nEnd" for text in (*told, *others)))
    sheet = sheet_of(lines, shapes_of(lines, ""))
    distances = [next(sign for bundle in found for sign in bundle if ", next " in sign) for found in dated(sheet)]
    after = [distance.startswith("since date 0,") for distance in distances[1::2]]
    assert after == [True] * len(told) + [False] * len(others)


def test_names_of_networks_in_a_row_are_a_label_of_sharing() -> None:
    text = f"{COMMENTS}Whatsapp Facebook Keep\nThe end of it all.\nI like Facebook\n{PROSE}\nIt was late.\n"
    lines = lines_of(text)
    found = [set(told) for told in signs_of(sheet_of(lines, shapes_of(lines, "en")))]
    assert "since share 0 prose 0" in found[15]
    assert "since share 0 prose 1" in found[18]
