from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library import (
    Entry,
    Flag,
    Hits,
    Index,
    Stamp,
    StoryWords,
    folding,
    ranking,
    reading_of,
    search,
    understood,
)
from reader.library.catalogue import Catalogue

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
STORIES = {
    "ferry": (2024, 0, StoryWords("The last ferry", "A bridge is to come", "Mara Lund", "The ferry sails no more.")),
    "bridge": (2023, 1, StoryWords("A bridge", body="Where the ferry sailed, “they’re” building.", captions="A pier")),
    "zürich": (2022, 2, StoryWords("Zürich", body="Straße und Bahn", credits="Ben Cove / Keystone", site="Die Post")),
    "tokyo": (2021, 0, StoryWords("東京の地図", body="大東京都の地図と十月の雨。", authors="Ann Bay")),
    "undated": (None, 0, StoryWords("Notes", body="A ferry, a pier, a storm.")),
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "index.sqlite"


def fill(path: Path) -> dict[int, str]:
    base = Index(path)
    ids = base.keep(
        reading_of(
            Entry(
                Path(f"/{name}"),
                name,
                title=words.title,
                published=date(year, 6, 1) if year else None,
                saved=NOON,
                pictures=pictures,
            ),
            Stamp(1, 2),
            words,
        )
        for name, (year, pictures, words) in STORIES.items()
    )
    base.close()
    return dict(zip(ids, STORIES, strict=True))


class Library:
    """A search whose answers are names."""

    def __init__(self, path: Path) -> None:
        self.names = fill(path)
        self.index = Index(path)
        self.search = self.index.search

    def hits(self, text: str, flags: bytes | None = None, *, typing: bool = False) -> Hits:
        return self.search.find(understood(text, typing=typing), flags)

    def names_of(self, text: str, flags: bytes | None = None, *, typing: bool = False) -> list[str]:
        return [self.names[number] for number in self.hits(text, flags, typing=typing).ids]

    def flags(self, **flags: Flag) -> bytes:
        given = bytearray(max(self.names) + 1)
        for number, name in self.names.items():
            given[number] = flags.get(name, Flag.LISTED | Flag.UNREAD)
        return bytes(given)


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    library = Library(path)
    yield library
    library.index.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ferry", {"ferry", "bridge", "undated"}),
        ("ferry pier", {"bridge", "undated"}),
        ('"the ferry"', {"ferry", "bridge"}),
        ("ferry -bridge", {"undated"}),
        ("-ferry", {"zürich", "tokyo"}),
        ("sail*", {"ferry", "bridge"}),
        ("title:ferry", {"ferry"}),
        ("author:lund", {"ferry"}),
        ("caption:pier", {"bridge"}),
        ("credit:keystone", {"zürich"}),
        ("site:post", {"zürich"}),
        ("standfirst:bridge", {"ferry"}),
        ("zurich strasse", {"zürich"}),
        ("they're", {"bridge"}),
        ("東京", {"tokyo"}),
        ("京都", {"tokyo"}),
        ("雨", {"tokyo"}),
        ("月", {"tokyo"}),
        ("大東京都", {"tokyo"}),
        ("地図の", set()),
        ('"十月の雨" ann', {"tokyo"}),
        ("has:pictures", {"bridge", "zürich"}),
        ("-has:pictures ferry", {"ferry", "undated"}),
        ("before:2023", {"zürich", "tokyo"}),
        ("after:2023-06 before:2024", {"bridge"}),
        ("nowhere", set()),
    ],
)
def test_articles_are_found(library: Library, text: str, found: set[str]) -> None:
    assert set(library.names_of(text)) == found


def test_the_word_being_typed_finds_words_that_begin_with_it(library: Library) -> None:
    assert library.names_of("stor", typing=True) == ["undated"]
    assert library.names_of("stor") == []


def test_what_a_title_tells_comes_first_and_of_two_alike_the_newer(library: Library) -> None:
    assert library.names_of("ferry")[0] == "ferry"
    base = library.index
    words = StoryWords(body="whale")
    entries = [Entry(Path(f"/{year}"), published=date(year, 1, 1)) for year in (2001, 2020)]
    old, new = base.keep(reading_of(entry, Stamp(1, 1), words) for entry in entries)
    assert list(library.hits("whale").ids) == [new, old]


def test_marks_are_asked_of_the_list_and_what_it_does_not_list_is_not_found(library: Library) -> None:
    flags = library.flags(ferry=Flag.LISTED, bridge=Flag.LISTED | Flag.UNREAD | Flag.STARRED, undated=Flag(0))
    assert library.names_of("ferry is:unread", flags) == ["bridge"]
    assert library.names_of("is:read", flags) == ["ferry"]
    assert library.names_of("is:starred", flags) == ["bridge"]
    assert set(library.names_of("ferry", flags)) == {"ferry", "bridge"}
    assert library.names_of("ferry", b"") == []


def test_without_words_the_newest_comes_first_and_what_has_no_date_last(library: Library) -> None:
    hits = library.hits("is:unread")
    assert hits.by_date
    assert [library.names[number] for number in hits.ids] == ["ferry", "bridge", "zürich", "tokyo", "undated"]


def test_too_many_articles_or_too_common_words_come_by_date(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not library.hits("ferry").by_date
    monkeypatch.setattr(search, "MOST_RANKED", 2)
    assert library.hits("ferry").by_date
    assert library.names_of("ferry") == ["ferry", "bridge", "undated"]
    monkeypatch.setattr(search, "MOST_RANKED", 3)
    monkeypatch.setattr(ranking, "COMMON", 2)
    assert library.hits("ferry").by_date
    assert not library.hits("ferry pier").by_date


def test_excerpts_come_with_the_first_and_on_demand_with_others(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FIRST", 1)
    hits = library.hits("pier storm ferry")
    (number,) = hits.ids
    assert hits.excerpts[number].text == "A ferry, a pier, a storm."
    assert library.search.excerpts(hits.query, [number, 999]) == hits.excerpts


def test_what_another_window_reads_in_is_found_at_once(library: Library, path: Path) -> None:
    assert library.names_of("volcano") == []
    base = Index(path)
    (number,) = base.keep([reading_of(Entry(Path("/v"), saved=NOON), Stamp(1, 2), StoryWords(body="A volcano"))])
    base.close()
    assert list(library.hits("volcano").ids) == [number]


def test_articles_that_come_while_one_searches_are_left_out_until_the_next(library: Library) -> None:
    catalogue = library.index._file.read(Catalogue.of)
    last = max(library.names)
    assert catalogue.choose([last, last + 1]) == bytearray(last) + b"\1"


queries = st.lists(
    st.sampled_from([*' "-*:()^+東é\0', "title:", "is:unread", "before:2024", "ferry ", "NOT", "NEAR(", "a AND b"])
    | st.text(max_size=4)
).map("".join)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=queries, typing=st.booleans())
def test_whatever_is_typed_has_an_answer(library: Library, text: str, typing: bool) -> None:
    hits = library.hits(text, typing=typing)
    assert set(hits.ids) <= set(library.names)


def test_who_prepares_has_what_words_are_understood_by_compiled(path: Path) -> None:
    fill(path)
    folding._pattern.cache_clear()
    base = Index(path)
    base.search.prepare()
    base.close()
    compiled = folding._pattern.cache_info().misses
    understood("two words", typing=True)
    assert compiled == folding._pattern.cache_info().misses > 0


def test_a_damaged_index_is_made_anew_and_finds_nothing(path: Path) -> None:
    fill(path)
    path.write_bytes(b"no database at all" * 400)
    base = Index(path)
    assert list(base.search.find(understood("ferry")).ids) == []
    base.close()
