import gzip
import importlib
import json
from pathlib import Path

import pytest

accuracy = importlib.import_module("benchmarks.accuracy")
extract = importlib.import_module("benchmarks.extract")

STORY = "The ferry to the islands stayed in harbour today, and nobody minded much, for the wind blew from the north. "
PAGE = f"""<!doctype html><html lang="en"><head><title>Ferry stays in harbour</title>
<meta name="author" content="Ann Bay">
<meta property="article:published_time" content="2026-03-01T07:30:00+01:00"></head>
<body><article><h1>Ferry stays in harbour</h1><p>{STORY * 3}</p><p>{STORY * 2}</p></article></body></html>"""
TEXT = f"{STORY * 3}\n{STORY * 2}"


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    (tmp_path / "ferry.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    gold = {
        "text": TEXT,
        "with": ["nobody minded much"],
        "without": ["Sign up"],
        "title": "Ferry Stays in Harbour",
        "authors": ["ann bay"],
        "published": "2026-03-01",
    }
    (tmp_path / "index.json").write_text(json.dumps([{"id": "ferry", "file": "ferry.html.gz", "gold": gold}]))
    return tmp_path


def test_a_page_read_as_labelled_is_right_in_every_figure(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([str(labelled), "--worst", "1"]) == 0
    line, worst = capsys.readouterr().out.splitlines()
    for name in ("F1", "same words", "segments F1", "title", "authors", "published"):
        assert f"{name} 1.000" in line
    assert worst.split() == ["1.000", "ferry"]


def test_what_is_missing_and_what_is_too_much_cost_recall_and_precision() -> None:
    short = accuracy.likeness("one two three four five six", "one two three four")
    assert (short["precision"], short["recall"], short["same words"]) == (1.0, 1 / 3, 0.0)
    long = accuracy.likeness("one two three four", "one two three four five")
    assert (long["precision"], long["recall"]) == (0.5, 1.0)
    assert accuracy.likeness("one two", "") == {"same words": 0.0, "recall": 0.0}


def test_segments_count_over_all_pages_together() -> None:
    figures = accuracy.summed([{"kept": 3, "leaked": 0, "lost": 1}, {"kept": 1, "leaked": 1, "lost": 0}])
    assert figures == {"segments F1": pytest.approx(8 / 10)}


def test_pictures_count_by_the_names_of_their_files(tmp_path: Path) -> None:
    page = PAGE.replace("</h1>", '</h1><figure><img src="https://p.example/a/boat-300x200.jpg"></figure>')
    (tmp_path / "ferry.html").write_text(page)
    gold = {"images": [{"names": ["boat.jpg"]}, {"names": ["quay.jpg"]}]}
    figures = accuracy.pictures(gold, accuracy.read(tmp_path, "ferry.html"))
    assert figures == {"shown": 1, "unshown": 1, "others": 0}
    assert accuracy.summed([figures]) == {"pictures F1": pytest.approx(2 / 3)}


def test_a_doubted_label_is_not_asked_for(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doubted = labelled / "doubted.tsv"
    doubted.write_text(f"# a remark\n{labelled.name}\ttitle\tferry\n")
    assert accuracy.main([str(labelled), "--without", str(doubted)]) == 0
    line = capsys.readouterr().out
    assert "title" not in line
    assert "authors 1.000" in line


def test_a_day_is_the_same_as_written_or_in_utc() -> None:
    from reader.parser import read_moment

    assert accuracy.same_day("2026-03-01", read_moment("2026-03-02T00:30:00+02:00"))
    assert not accuracy.same_day("2026-03-01", read_moment("2026-03-02T12:00:00+02:00"))
    assert not accuracy.same_day("2026-03-01", None)


def test_time_is_told_beside_the_bare_parse(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract.main([str(labelled), "--rounds", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1 pages, ")
    assert [line.split()[0] for line in lines[2:4]] == ["standfirst", "bare"]
    assert any(line.startswith("share of the bare parse: ") for line in lines)


def test_the_ratio_to_another_tool_is_of_the_same_figures() -> None:
    times = {"standfirst": (1.0, 2.0, 3.0), "bare parse": (0.5, 0.5, 0.5), "trafilatura": (4.0, 8.0, 12.0)}
    shown = extract.table({name: extract.Times(pages) for name, pages in times.items()})
    assert "share of the bare parse: 25%" in shown
    assert "faster than trafilatura: 4.0 times at p50, 4.0 times at p95" in shown


def test_a_folder_without_pages_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract.main([str(tmp_path)]) == 2
    assert "no pages" in capsys.readouterr().err
