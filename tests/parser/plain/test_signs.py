from reader.parser.plain.lines import lines_of
from reader.parser.plain.shapes import shapes_of
from reader.parser.plain.sheet import Sheet, sheet_of
from reader.parser.plain.signs import FAMILIES, signs_of

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
