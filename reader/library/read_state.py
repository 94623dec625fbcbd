"""ReadState: what the person did with each article: read, starred, how far, when; and what they took off the list."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.article import ArticleId
from reader.library.facts import Fact, Value
from reader.library.setting_kinds import may_be_a_path
from reader.library.store import Store

READ, STARRED, POSITION, OPENED, REMOVED = "read", "starred", "position", "opened", "removed"
"""Kinds of facts in the Store; all but the last are of an ArticleId, that one of a path."""


class Position(NamedTuple):
    """A place in a story: ``offset`` characters into the block of that number; ``fraction`` of the story lies above."""

    block: int
    offset: int = 0
    fraction: float = 0.0


class Marks(NamedTuple):
    """What is remembered of one article. ``opened`` is the last time, in seconds since 1970, 0 for never."""

    read: bool = False
    starred: bool = False
    position: Position | None = None
    opened: float = 0.0

    @property
    def fraction(self) -> float:
        """How much of the story was read, 0 to 1."""
        return self.position.fraction if self.position else 0.0


UNTOUCHED = Marks()


class ReadChange(NamedTuple):
    """``what`` changed for one article, and all that is remembered of it now."""

    identity: ArticleId
    what: str
    marks: Marks


class ReadState:
    """Reads and writes marks through the Store. A change is in force at once; None says that nothing changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def marks(self, identity: ArticleId) -> Marks:
        """What is remembered of an article; anything strange in the file counts as not said."""
        get = self._store.get
        read, starred = self._is_read(identity), get(STARRED, identity) is True
        position, opened = get(POSITION, identity), get(OPENED, identity)
        if not (read or starred or position or opened):
            return UNTOUCHED
        return Marks(read, starred, _position(position), _seconds(opened))

    def read_identities(self) -> set[ArticleId]:
        """Every article that is marked as read; some of them may be in no library of this machine."""
        return self._store.where(READ, True)

    def starred_identities(self) -> set[ArticleId]:
        """Every article that has a star."""
        return self._store.where(STARRED, True)

    def opened_moments(self) -> dict[ArticleId, float]:
        """When each article was last opened, in seconds since 1970; without those that never were."""
        moments = ((identity, _seconds(value)) for identity, value in self._store.of(OPENED).items())
        return {identity: moment for identity, moment in moments if moment}

    def set_read(self, identity: ArticleId, read: bool) -> ReadChange | None:
        """Mark as read or unread."""
        return self._set(READ, identity, read, before=self._is_read(identity))

    def set_starred(self, identity: ArticleId, starred: bool) -> ReadChange | None:
        """Give or take the star."""
        return self._set(STARRED, identity, starred, before=self.marks(identity).starred)

    def set_all_read(self, identities: Iterable[ArticleId], read: bool) -> list[ReadChange]:
        """Mark many as read or unread; the changes of those that were not."""
        changed = [each for each in dict.fromkeys(identities) if each and self._is_read(each) is not read]
        if changed:
            self._store.set_all(READ, changed, read)
        return [ReadChange(each, READ, self.marks(each)) for each in changed]

    def set_position(self, identity: ArticleId, position: Position) -> ReadChange | None:
        """Remember the place in the story."""
        value: Value = [position.block, position.offset, round(position.fraction, 4)]
        return self._set(POSITION, identity, value, before=self._store.get(POSITION, identity))

    def opened(self, identity: ArticleId, now: datetime) -> ReadChange | None:
        """Remember that the article was opened; ``now`` has a zone."""
        value = now.astimezone(UTC).isoformat(timespec="seconds")
        return self._set(OPENED, identity, value, before=self._store.get(OPENED, identity))

    def carry(self, was: ArticleId, now: ArticleId) -> bool:
        """Give a newer copy the star of the one before and the place in it; it is unread. Whether there was any.

        What is remembered of the newer copy already stays.
        """
        before, after = self.marks(was), self.marks(now)
        changes = []
        if before.starred and self._store.get(STARRED, now) is None:
            changes.append(self.set_starred(now, True))
        if before.position and after.position is None:
            changes.append(self.set_position(now, before.position))
        return any(changes)

    def remove(self, path: Path) -> None:
        """Take a file off the list; the file itself and its marks stay."""
        self._store.set(REMOVED, str(path), True)

    def restore(self, path: Path) -> None:
        """Have a file on the list again."""
        if self.is_removed(path):
            self._store.set(REMOVED, str(path), False)

    def is_removed(self, path: Path) -> bool:
        """Whether a file was taken off the list."""
        return self._store.get(REMOVED, str(path)) is True

    def removed(self) -> set[Path]:
        """The files that were taken off the list."""
        return {Path(path) for path in self._store.where(REMOVED, True) if may_be_a_path(path)}

    def changes(self, facts: Iterable[Fact]) -> list[ReadChange]:
        """What the Store's news, from other windows and devices, mean for articles."""
        return [
            ReadChange(fact.which, fact.what, self.marks(fact.which))
            for fact in facts
            if fact.what in (READ, STARRED, POSITION, OPENED)
        ]

    def _is_read(self, identity: ArticleId) -> bool:
        return self._store.get(READ, identity) is True

    def _set(self, what: str, identity: ArticleId, value: Value, before: Value) -> ReadChange | None:
        if not identity or value == before:
            return None
        self._store.set(what, identity, value)
        return ReadChange(identity, what, self.marks(identity))


def _position(value: Value) -> Position | None:
    if not isinstance(value, list) or len(value) != 3:
        return None
    block, offset, fraction = value
    if not (isinstance(block, int) and isinstance(offset, int) and isinstance(fraction, int | float)):
        return None
    return Position(block, offset, float(fraction)) if block >= 0 and offset >= 0 and 0 <= fraction <= 1 else None


def _seconds(value: Value) -> float:
    try:
        return datetime.fromisoformat(value).timestamp() if isinstance(value, str) else 0.0
    except (ValueError, OverflowError):
        return 0.0
