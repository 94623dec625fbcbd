import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import ImageRef, Kept
from reader.library import Entry, Index, Reading, Stamp, StoryWords, index_schema, reading_of, understood
from tests.indexed import entries_of, everything

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FULL = Entry(
    Path("/saved/\udcff tide.html"),
    "0a8f",
    "address:shore.example/tide",
    "Tide",
    "It always comes in",
    "The Shore",
    ("Ann Bay", "Ben Cove"),
    datetime(2025, 5, 4, 3, 2, tzinfo=timezone(timedelta(hours=1))),
    NOON,
    3,
    700,
    "en-GB",
    2,
    ImageRef("tide_files/a.jpg", Kept.BESIDE, address="https://shore.example/a.jpg"),
    Path("/saved/tide_files"),
    "",
)
BARE = Entry(Path("/saved/broken.pdf"), saved=NOON, problem="It is a PDF.")
DATED = Entry(Path("/saved/dated.txt"), saved=NOON, published=date(2025, 5, 4))


def known(*entries: Entry) -> list[tuple[Entry, Stamp]]:
    return [(entry, Stamp(10, 20)) for entry in entries]


def read(*entries: Entry) -> list[Reading]:
    return [reading_of(entry, Stamp(10, 20)) for entry in entries]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite"


def kept(path: Path) -> dict[Path, tuple[Entry, Stamp]]:
    base = Index(path)
    found = everything(base)
    base.close()
    return found


def keep(path: Path, *entries: Entry) -> None:
    base = Index(path)
    base.keep(read(*entries))
    base.close()


def test_entries_come_back_as_they_were(path: Path) -> None:
    keep(path, FULL, BARE, DATED)
    assert sorted(kept(path).values(), key=str) == sorted(known(FULL, BARE, DATED), key=str)


text = st.text(st.characters(exclude_characters="\n", codec="utf-8"), max_size=20)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(text, text, st.lists(text.filter(bool), max_size=3)), max_size=5))
def test_whatever_words_an_entry_has_can_be_kept(words: list[tuple[str, str, list[str]]]) -> None:
    base = Index(Path(":memory:"))
    entries = [
        Entry(Path(f"/{number}"), title=title, summary=summary, authors=tuple(authors), saved=NOON)
        for number, (title, summary, authors) in enumerate(words)
    ]
    base.keep(read(*entries))
    assert list(everything(base).values()) == known(*entries)
    base.close()


def test_a_later_entry_takes_the_place_of_an_earlier_one_and_gone_files_are_forgotten(path: Path) -> None:
    keep(path, FULL, BARE)
    base = Index(path)
    base.keep([reading_of(Entry(FULL.path, title="Newer", saved=NOON), Stamp(11, 21))])
    base.forget([BARE.path])
    assert [(entry.title, stamp) for entry, stamp in everything(base).values()] == [("Newer", Stamp(11, 21))]
    base.close()


@pytest.mark.parametrize("damage", [b"no database at all", b"SQLite format 3\0 and then nothing", b""])
def test_a_file_that_is_no_index_is_made_anew(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    keep(path, FULL)
    assert list(kept(path)) == [FULL.path]


def test_damage_that_shows_only_on_reading_is_mended_by_beginning_anew(path: Path) -> None:
    keep(path, *(Entry(Path(f"/{n}"), title="words " * 50, saved=NOON) for n in range(500)))
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 20_000] = b"\xaa" * 20_000
    path.write_bytes(content)
    assert len(kept(path)) in (0, 500)
    keep(path, FULL)
    assert FULL.path in kept(path)


def test_a_fault_of_our_own_is_told_and_costs_no_entry(path: Path) -> None:
    base = Index(path)
    base.keep(read(FULL))
    base.close()
    with pytest.raises(sqlite3.ProgrammingError):  # asked when it is closed already
        base.ids("newest")
    assert list(kept(path)) == [FULL.path]


def test_a_file_moved_onto_one_that_is_known_takes_its_place(path: Path) -> None:
    keep(path, DATED, FULL)
    base = Index(path)
    base.move({DATED.path: FULL.path})
    base.keep(read(BARE))
    assert base.ids_of_paths([DATED.path, FULL.path, BARE.path]) == {FULL.path: 1, BARE.path: 2}
    assert list(base.search.find(understood("tide")).ids) == []
    base.close()


def test_a_row_we_never_wrote_is_damage(path: Path) -> None:
    keep(path, FULL)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE entries SET published = 'yesterday'")
    other.close()
    assert kept(path) == {}


def test_an_index_of_another_version_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(path, FULL)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE made_by SET version = 'older'")
    other.close()
    assert kept(path) == {}


def test_a_folder_that_cannot_be_made_is_one_kind_of_error(tmp_path: Path) -> None:
    (tmp_path / "in the way").touch()
    with pytest.raises(sqlite3.Error):
        Index(tmp_path / "in the way" / "index.sqlite")


WRITER = """
import sys
from pathlib import Path
from threading import Barrier
from datetime import UTC, datetime
from reader.library import Entry, Index, Stamp, reading_of
for turn in range(20):
    base = Index(Path(sys.argv[1]))
    base.keep([reading_of(Entry(Path(f"/{sys.argv[2]}/{turn}"), saved=datetime.now(UTC)), Stamp(1, 2))])
    base.close()
"""


def test_two_windows_may_make_and_fill_one_index_at_once(path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in "xy"]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert len(kept(path)) == 40


def test_windows_that_open_a_new_index_at_the_same_moment_all_get_it(tmp_path: Path) -> None:
    together = Barrier(3)

    def opened(path: Path) -> None:
        together.wait()
        Index(path).close()

    with ThreadPoolExecutor(3) as windows:
        for turn in range(60):
            list(windows.map(opened, [tmp_path / f"{turn}.sqlite"] * 3))


def test_the_number_of_the_schema_is_written(path: Path) -> None:
    keep(path, FULL)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT schema FROM made_by").fetchall() == [(index_schema.SCHEMA,)]
    other.close()


def test_a_file_keeps_its_id_when_it_is_read_again(path: Path) -> None:
    base = Index(path)
    first = base.keep(read(FULL, BARE))
    assert base.keep(read(BARE, FULL)) == first[::-1]
    base.close()


def dated(name: str, day: int | None, **more: object) -> Entry:
    published = date(2025, 5, day) if day else None
    return Entry(Path(f"/{name}"), name, published=published, saved=NOON, **more)  # type: ignore[arg-type]  # any field


LISTED = (
    dated("b", 2, title="The 9 lives", site="zeit", words=5),
    dated("none", None, title="Über 10 days", language="de", authors=("Ann",), words=9),
    dated("a", 7, title="9 lives", words=7),
    dated("c", 4, title="An Apple, “old”", site="Ärzteblatt", words=6, problem="It is a PDF."),
)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("newest", ["a", "c", "b", "none"]),
        ("oldest", ["b", "c", "a", "none"]),
        ("title", ["b", "a", "c", "none"]),
        ("source", ["none", "c", "b", "a"]),
        ("longest", ["none", "a", "c", "b"]),
    ],
)
def test_ids_come_in_the_order_asked_for(path: Path, order: str, names: list[str]) -> None:
    base = Index(path)
    base.keep(read(*LISTED))
    assert [entry.identity for entry in entries_of(base, base.ids(order))] == names
    base.close()


def test_entries_are_found_by_id_path_and_identity(path: Path) -> None:
    base = Index(path)
    ids = dict(zip("bnac", base.keep(read(*LISTED)), strict=True))
    assert entries_of(base, [ids["a"], 999, ids["b"]]) == [LISTED[2], LISTED[0]]
    assert base.ids_of_paths([Path("/a"), Path("/unknown")]) == {Path("/a"): ids["a"]}
    assert list(base.ids_of_identities(["c", "unknown"])) == [ids["c"]]
    assert list(base.unreadable()) == [ids["c"]]
    assert base.stamps()[b"/none"] == Stamp(10, 20)
    base.close()


def test_more_ids_than_one_statement_takes_are_no_trouble(path: Path) -> None:
    base = Index(path)
    ids = base.keep(read(*(dated(f"{n:04}", None) for n in range(1_201))))
    assert [entry.identity for entry in entries_of(base, ids)] == [f"{n:04}" for n in range(1_201)]
    base.close()


def test_copies_of_a_story_are_told_newest_first(path: Path) -> None:
    base = Index(path)
    copies = [dated(name, day, story_key=key) for name, day, key in (("x", 1, "s"), ("y", 3, "s"), ("z", 2, "t"))]
    x, y, *_ = base.keep(read(*copies, dated("bare", None)))
    assert [list(each) for each in base.copies()] == [[y, x]]
    base.close()


def matching(path: Path, query: str) -> list[str]:
    with sqlite3.connect(path) as other:
        rows = other.execute(
            "SELECT identity FROM fulltext JOIN entries ON entries.id = fulltext.rowid WHERE fulltext MATCH ?", (query,)
        )
        found = sorted(identity for (identity,) in rows)
    other.close()
    return found


def test_words_of_a_file_that_was_read_again_or_is_gone_are_not_found_any_more(path: Path) -> None:
    base = Index(path)
    one, other = dated("one", 1), dated("other", 2)
    base.keep([reading_of(each, Stamp(1, 2), StoryWords(body="the old ferry")) for each in (one, other)])
    assert matching(path, "ferry") == ["one", "other"]
    base.keep([reading_of(one, Stamp(1, 3), StoryWords(body="a new bridge"))])
    assert (matching(path, "ferry"), matching(path, "bridge")) == (["other"], ["one"])
    base.forget([other.path])
    assert matching(path, "ferry") == []
    base.close()


def test_another_window_sees_what_is_kept_in_a_file_made_anew(path: Path) -> None:
    base, other = Index(path), Index(path)
    base.keep(read(FULL))
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink()
    other.keep(read(BARE))
    assert list(everything(base)) == [BARE.path]
    base.close()
    other.close()


def test_a_full_disk_is_told_and_what_was_kept_before_stays(path: Path) -> None:
    base = Index(path)
    base.keep(read(FULL))
    limit = base._file.read(lambda file: file.execute("PRAGMA page_count").fetchone()[0]) + 2
    base._file.read(lambda file: file.execute(f"PRAGMA max_page_count = {limit}").fetchone())
    many = [reading_of(dated(f"{n}", None), Stamp(1, 2), StoryWords(body=f"word{n} " * 400)) for n in range(200)]
    with pytest.raises(sqlite3.OperationalError, match="full"):
        base.keep(many)
    assert list(everything(base)) == [FULL.path]
    base._file.read(lambda file: file.execute("PRAGMA max_page_count = 1000000").fetchone())
    assert len(base.keep(many)) == 200
    base.close()


KILLED = """
import sys
from pathlib import Path
from threading import Barrier
from reader.library import Entry, Index, Stamp, StoryWords, reading_of
base = Index(Path(sys.argv[1]))
print("ready", flush=True)
for turn in range(10_000):
    numbers = range(turn * 5 % 300, turn * 5 % 300 + 5)
    words = {n: StoryWords(body=f"round{turn} whale{n} " * 99) for n in numbers}
    base.keep(reading_of(Entry(Path(f"/{n}"), str(n)), Stamp(turn, 2), words[n]) for n in numbers)
    base.forget([Path(f"/{turn * 7 % 300}")])
    print(turn, flush=True)
"""


def test_whatever_moment_a_writer_is_killed_at_the_index_is_whole(path: Path) -> None:
    for pause in (0.02, 0.13, 0.31):
        with subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(pause)
            writer.kill()
        base = Index(path)
        assert base._file.read(lambda file: file.execute("PRAGMA integrity_check").fetchone()) == ("ok",)
        base._file.write(lambda file: file.execute("INSERT INTO fulltext (fulltext) VALUES ('integrity-check')"))
        for entry, stamp in everything(base).values():
            (number,) = base.ids_of_identities([entry.identity])
            assert list(base.search.find(understood(f"whale{entry.identity} round{stamp.size}")).ids) == [number]
        base.close()
