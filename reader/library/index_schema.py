"""The tables of the index."""

import sqlite3

from reader import __version__

SCHEMA = 3
"""Grows with every change of the tables. An index of another number, or of another version of ours, is dropped."""

ENTRY_COLUMNS = """
  path BLOB UNIQUE NOT NULL, size INTEGER, changed INTEGER,
  identity TEXT, story_key TEXT, title TEXT, summary TEXT, site TEXT, authors TEXT, published TEXT, saved REAL,
  minutes INTEGER, words INTEGER, language TEXT, pictures INTEGER,
  source TEXT, kept TEXT, part INTEGER, address TEXT, folder BLOB, problem TEXT,
  moment REAL, undated INTEGER, title_key TEXT, source_key TEXT
"""
"""Of one file. Paths are bytes, for a file's name need not be text; ``source`` to ``address`` are the thumbnail;
the last four are what the list is ordered by: ``moment`` is when the story appeared, else (``undated``) was saved."""

NAMES = tuple(line.split()[0] for line in ENTRY_COLUMNS.replace("\n", " ").split(","))

_TABLES = ("entries", "texts", "fulltext", "made_by")

_MAKE = (
    *(f"DROP TABLE IF EXISTS {table}" for table in _TABLES),
    f"CREATE TABLE entries (id INTEGER PRIMARY KEY, {ENTRY_COLUMNS})",
    # each order of the list is read off one of these alone
    "CREATE INDEX by_moment ON entries (undated, moment DESC)",
    "CREATE INDEX by_title ON entries (title_key)",
    "CREATE INDEX by_source ON entries (source_key, undated, moment DESC)",
    "CREATE INDEX by_length ON entries (words DESC)",
    "CREATE INDEX by_identity ON entries (identity)",
    "CREATE INDEX by_story ON entries (story_key)",
    "CREATE INDEX unreadable ON entries (id) WHERE problem <> ''",
    "CREATE INDEX pictured ON entries (id) WHERE pictures > 0",
    # the words as they are, packed; the columns of the full-text table hold them folded, and keep no copy
    "CREATE TABLE texts (id INTEGER PRIMARY KEY, packed BLOB NOT NULL)",
    "CREATE VIRTUAL TABLE fulltext USING fts5 (title, standfirst, authors, body, captions, credits, site,"
    " content='', tokenize='ascii', prefix='2 3')",
    # half the time of reading in, for more parts to look through: see IndexFile.tidy
    "INSERT INTO fulltext (fulltext, rank) VALUES ('automerge', 16)",
    "INSERT INTO fulltext (fulltext, rank) VALUES ('hashsize', 8000000)",
    "CREATE TABLE made_by (schema INTEGER, version TEXT)",
    f"INSERT INTO made_by VALUES ({SCHEMA}, '{__version__}')",  # noqa: S608  own words only
)


def make(base: sqlite3.Connection) -> None:
    """Begin anew, unless another window has just done so."""
    base.execute("BEGIN IMMEDIATE")
    if not is_current(base):
        for statement in _MAKE:
            base.execute(statement)
    base.commit()


def is_current(base: sqlite3.Connection) -> bool:
    """Whether these are the tables of this version."""
    (tables,) = base.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN ('entries', 'texts', 'fulltext', 'made_by')"
    ).fetchone()
    if tables != len(_TABLES):
        return False
    made_by: object = base.execute("SELECT schema, version FROM made_by").fetchone()
    return made_by == (SCHEMA, __version__)
