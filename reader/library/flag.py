"""Flag: what the list tells a search of each article."""

from enum import IntFlag


class Flag(IntFlag):
    """What the list knows of an article and a search may ask for; an article that is not LISTED is never found."""

    LISTED = 1
    UNREAD = 2
    STARRED = 4
