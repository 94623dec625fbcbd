"""The headings that articles are gathered under: days as one speaks of them, sources, folders."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from reader.app.list_order import Grouping

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
OPENED, LIBRARY = "Opened", "Library"
"""Over single files that were opened beside the library; over all others, where nothing else gathers them."""
UNDATED, UNSIGNED = "Undated", "No source"


def heading(grouping: Grouping, name: str, today: date, folders: Sequence[Path] = ()) -> str:
    """The heading of a section: ``name`` is a day (``2025-11-21``), a source or a folder's path."""
    if grouping is Grouping.DAY:
        return day_heading(name, today)
    if grouping is Grouping.FOLDER:
        return folder_heading(Path(name), folders)
    return name or (UNSIGNED if grouping is Grouping.SOURCE else LIBRARY)


def day_heading(name: str, today: date) -> str:
    """A day as one speaks of it: ``Today``, ``Yesterday``, ``Last 7 days``, then its month."""
    try:
        day = date.fromisoformat(name)
    except ValueError:
        return UNDATED
    if day >= today:
        return "Today" if day == today else f"{MONTHS[day.month - 1]} {day.year}"
    if day == today - timedelta(days=1):
        return "Yesterday"
    if day > today - timedelta(days=7):
        return "Last 7 days"
    month = MONTHS[day.month - 1]
    return f"Earlier in {month}" if (day.year, day.month) == (today.year, today.month) else f"{month} {day.year}"


def folder_heading(folder: Path, folders: Sequence[Path]) -> str:
    """A folder by its place in the library, such as ``Articles › 2024 › May``; outside of it by its own name."""
    for root in folders:
        if folder.is_relative_to(root):
            return " › ".join((root.name or str(root), *folder.relative_to(root).parts))
    return folder.name or str(folder)
