from datetime import UTC, datetime, timedelta, timezone

import pytest

from reader.parser import zones


@pytest.mark.parametrize(
    ("host", "language", "month", "hours"),
    [
        ("lampe.de", "", 1, 1),
        ("lampe.de", "", 7, 2),
        ("lantern.co.uk", "en", 7, 1),
        ("tourou.jp", "ja", 7, 9),
        ("lampara.bo", "es", 1, -4),
        ("blog.example", "de", 1, 1),
        ("blog.example", "en-IE", 1, 0),
    ],
)
def test_the_clock_of_a_sites_country(host: str, language: str, month: int, hours: float) -> None:
    moment = datetime(2022, month, 15, 12, tzinfo=UTC)
    assert zones.of_site(host, language, moment) == timezone(timedelta(hours=hours))


@pytest.mark.parametrize(("host", "language"), [("lantern.com", "en"), ("lantern.us", "en-US"), ("", "")])
def test_a_country_of_several_zones_has_no_clock(host: str, language: str) -> None:
    assert zones.of_site(host, language, datetime(2022, 1, 15, tzinfo=UTC)) is None


def test_summer_begins_and_ends_on_a_sunday_at_one() -> None:
    assert not zones.is_european_summer(datetime(2022, 3, 27, 0, 59))
    assert zones.is_european_summer(datetime(2022, 3, 27, 1, 0))
    assert not zones.is_european_summer(datetime(2022, 10, 30, 1, 0))


def test_a_name_that_means_standard_and_summer_time() -> None:
    assert zones.called("et", datetime(2022, 1, 1)) == timezone(timedelta(hours=-5))
    assert zones.called("et", datetime(2022, 7, 1)) == timezone(timedelta(hours=-4))
    assert zones.called("ist", datetime(2022, 7, 1)) is None
