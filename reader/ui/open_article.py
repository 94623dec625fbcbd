"""OpenArticle: which article of the list is the open one, from the moment that a person chose its row."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.app.article_filter import ArticleFilter
from reader.library import Entry


class OpenArticle(QObject):
    """Known by its id or by its file, whichever came first; the other one is asked for.

    ``chosen()``: a person chose another article, just now. ``opened(entry)``: which one that was, as soon as it is
    known. ``found(number | None)``: the open file's article, to make its row the current one.
    """

    chosen = Signal()
    opened = Signal(object)
    found = Signal(object)

    def __init__(self, shown: ArticleFilter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._path: Path | None = None
        self.number: int | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether a person chose an article of the list of which nothing else is known yet."""
        return self._path is None and self.number is not None and bool(self._shown.articles.flags_of(self.number))

    @property
    def is_elsewhere(self) -> bool:
        """Whether the open file is none of the list, or no longer."""
        listed = self.number is not None and self._shown.articles.flags_of(self.number)
        return self._path is not None and not listed

    def choose(self, number: int | None) -> None:
        """A person chose this article: that counts at once, also against what was asked for before."""
        if number is None or number == self.number:
            return
        self._path = None
        self._set_number(number)
        self.chosen.emit()
        self._shown.articles.rows.with_row(number, lambda entry: self._open(number, entry))

    def follow(self, path: Path | None) -> None:
        """Another file is open now, whoever opened it, or none is; ``found`` follows."""
        if path is None:
            self._path = None
            self._find(None)
            return
        if path != self._path:
            self._path, self.number = path, None
        self._shown.articles.find(path, lambda number: self._take_found(path, number))

    def look_again(self) -> None:
        """Articles have come or gone: where the open one has a row, ``found`` follows."""
        if self.number is None and self._path is not None:
            self.follow(self._path)
        elif self.number is not None and self._shown.row_of(self.number) is not None:
            self._find(self.number)

    def _open(self, number: int, entry: Entry) -> None:
        if number == self.number:
            self._path = entry.path
            self.opened.emit(entry)

    def _take_found(self, path: Path, number: int | None) -> None:
        if path == self._path:
            self._find(number)

    def _find(self, number: int | None) -> None:
        self._set_number(number)
        self.found.emit(number)

    def _set_number(self, number: int | None) -> None:
        self.number = number
        self._shown.set_open(number)
