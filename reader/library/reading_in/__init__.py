"""Reading in: a process beside the window walks the folders, has workers read what is new, and keeps the index."""

from typing import TYPE_CHECKING

from reader.door import door

if TYPE_CHECKING:
    from reader.library.reading_in.newsroom import Newsroom
    from reader.library.reading_in.notes import Answer, Ended, Look, Looked, Order, Pause, Stale, Stop, Taken
else:
    __getattr__ = door(
        __name__, {"newsroom": "Newsroom", "notes": "Answer Ended Look Looked Order Pause Stale Stop Taken"}
    )

__all__ = ["Answer", "Ended", "Look", "Looked", "Newsroom", "Order", "Pause", "Stale", "Stop", "Taken"]
