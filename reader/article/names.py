"""The plain values other rooms know a story by, without having loaded what a story is."""

from datetime import date, datetime

ArticleId = str
"""Names one saved copy: the first 32 hexadecimal signs of its bytes' SHA-256."""
StoryKey = str
"""Names one story across its copies: from its canonical address, else from its title and opening words."""
Moment = date | datetime
"""A day, or a day and a time; a zone only where the page gives one. ``isoformat`` writes all three."""
