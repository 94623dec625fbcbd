from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.dates import day_first_evidence, find_moment, read_moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-11-13", "2023-11-13"),
        ("2023-11-13T07:34:00Z", "2023-11-13T07:34:00+00:00"),
        ("2023-11-13T07:34:00.123+0100", "2023-11-13T07:34:00+01:00"),
        ("2023-11-13 07:34", "2023-11-13T07:34:00"),
        ("20231113T073400Z", "2023-11-13T07:34:00+00:00"),
        ("20231113", "2023-11-13"),
        ("2023/11/13", "2023-11-13"),
        ("Mon, 13 Nov 2023 07:34:05 +0000", "2023-11-13T07:34:05+00:00"),
        ("13/11/2023 - 07:34", "2023-11-13T07:34:00"),
        ("11/13/2023 7:34 PM", "2023-11-13T19:34:00"),
        ("13.11.2023, 07.34 Uhr", "2023-11-13T07:34:00"),
        ("13.11.23", "2023-11-13"),
        ("14 November 2025, 07:34 GMT", "2025-11-14T07:34:00+00:00"),
        ("Nov. 14, 2025 7:34 p.m. ET", "2025-11-14T19:34:00-05:00"),
        ("July 4, 2025 12:05 a.m. ET", "2025-07-04T00:05:00-04:00"),
        ("Published: Friday 14th November 2025 at 7.34pm", "2025-11-14T19:34:00"),
        ("7:34 AM, November 14, 2025", "2025-11-14T07:34:00"),
        ("13-Nov-23", "2023-11-13"),
        ("Samstag, 1. März 2025 um 18 Uhr", "2025-03-01T18:00:00"),
        ("le 1er août 2024 à 14h30", "2024-08-01T14:30:00"),
        ("13 de noviembre de 2023", "2023-11-13"),
        ("lunedì 13 novembre 2023", "2023-11-13"),
        ("13 de março de 2023 às 09h05", "2023-03-13T09:05:00"),
        ("maandag 13 mei 2024 10:00", "2024-05-13T10:00:00"),
        ("13 listopada 2023", "2023-11-13"),
        ("13 ноября 2023, 07:34 МСК", "2023-11-13T07:34:00+03:00"),
        ("2023年11月13日 7時34分", "2023-11-13T07:34:00"),
        ("令和5年11月13日 午後3時4分", "2023-11-13T15:04:00"),
        ("2023年11月13日 下午3:04", "2023-11-13T15:04:00"),
        ("2023년 11월 13일 오후 3:04", "2023-11-13T15:04:00"),
        ("2023. 11. 13. 15:04", "2023-11-13T15:04:00"),
        ("١٣ نوفمبر ٢٠٢٣", "2023-11-13"),
        ("13 בנובמבר 2023", None),
        ("13 נובמבר 2023", "2023-11-13"),
        ("2023. november 13.", "2023-11-13"),
        ("13. listopadu 2023", "2023-11-13"),
        ("1699860840", "2023-11-13T07:34:00+00:00"),
        ("1699860840000", "2023-11-13T07:34:00+00:00"),
    ],
)
def test_a_moment_is_read_as_it_is_written(text: str, expected: str | None) -> None:
    found = read_moment(text)
    assert (found.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nov 14",
        "Nov 14 10:30",
        "32/13/2023",
        "13 March 9023",
        "May I have 2 of them?",
        "192.168.10.12",
        "1.2 million",
        "v2.10.3.1",
    ],
)
def test_what_is_no_whole_day_is_none(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("text", "language", "day_first", "expected"),
    [
        ("03/11/2023", "de", None, date(2023, 11, 3)),
        ("03/11/2023", "en-US", None, date(2023, 3, 11)),
        ("03/11/2023", "en-GB", None, date(2023, 11, 3)),
        ("03/11/2023", "en", True, date(2023, 11, 3)),
        ("03/11/2023", "en", False, date(2023, 3, 11)),
        ("03.11.2023", "", None, date(2023, 11, 3)),
        ("25/11/2023", "en-US", False, date(2023, 11, 25)),
        ("03/11/2023 09:00 GMT", "en", None, datetime.fromisoformat("2023-11-03T09:00+00:00")),
        ("03/11/2023 9:00 AM EST", "", None, datetime.fromisoformat("2023-03-11T09:00-05:00")),
    ],
)
def test_which_number_is_the_day_is_decided_by_evidence(
    text: str, language: str, day_first: bool | None, expected: date
) -> None:
    assert read_moment(text, day_first=day_first, language=language) == expected


def test_other_dates_of_the_file_decide_for_all() -> None:
    assert day_first_evidence(["03/11/2023", "no date", "13/11/2023"], "en") is True
    assert day_first_evidence(["03/11/2023", "11/13/2023"], "de") is False
    assert day_first_evidence(["03/11/2023"], "en") is None
    assert day_first_evidence([], "fr") is True


def test_what_is_left_of_a_date_line_is_told() -> None:
    found = find_moment("Updated: 13/11/2023 - 07:34")
    assert found is not None
    assert found[1].replace("-", "").strip() == "updated:"


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    found = read_moment(text)
    assert found is None or 1500 <= found.year <= 2100


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2099, 1, 1)))
def test_iso_times_come_back_as_they_were(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert read_moment(moment.isoformat()) == moment
