"""Ids: many numbers of entries at once, fetched from SQLite in one piece."""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from typing import TypeAlias

Ids: TypeAlias = "array[int]"
"""Numbers of entries: 8 bytes each."""


def ids_of(base: sqlite3.Connection, question: str, values: Sequence[object] = ()) -> list[int]:
    """The ids that a SELECT of one column answers, in its order.

    SQLite writes them all as one JSON text, which Python reads in a third of the time that as many rows take.
    """
    ((text,),) = base.execute(f"SELECT json_group_array(id) FROM ({question})", values).fetchall()  # noqa: S608  own words
    found: list[int] = json.loads(text)
    return found
