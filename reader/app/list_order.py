"""The orders of the list, and the ways its articles are gathered under headings."""

from enum import Enum


class Order(Enum):
    """In which order the list stands; the value names it in the settings."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    LONGEST = "longest"
    RECENT = "recent"
    RELEVANCE = "relevance"  # of what was found, and never kept in the settings


class Grouping(Enum):
    """What the headings of the list are; the value names it in the settings."""

    NONE = "none"
    DAY = "day"
    SOURCE = "source"
    FOLDER = "folder"


ORDER_WORDS = {
    Order.NEWEST: "Newest",
    Order.OLDEST: "Oldest",
    Order.TITLE: "Title",
    Order.SOURCE: "Source",
    Order.LONGEST: "Longest",
    Order.RECENT: "Recently opened",
    Order.RELEVANCE: "Relevance",
}

GROUPING_WORDS = {
    Grouping.NONE: "No headings",
    Grouping.DAY: "By day",
    Grouping.SOURCE: "By source",
    Grouping.FOLDER: "By folder",
}
