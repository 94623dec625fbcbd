"""Scrolling the list: the time to paint a frame, row by row, page by page and from end to end."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from benchmarks.library.figures import Figure, nearest
from reader.app.article_filter import ArticleFilter
from reader.app.article_list import ArticleList
from reader.app.librarian import Librarian
from reader.app.list_order import Order
from reader.app.look import OF_LIST, Look, load_fonts
from reader.app.themes import Themes
from reader.launch import application
from reader.library import ReadState, Store
from reader.places import resource
from reader.ui.article_list_view import ArticleListView

FRAMES = 600


class Timed(ArticleListView):
    """Notes how long each frame takes, in milliseconds: by the clock, and of this thread's processor time."""

    frames: list[tuple[float, float]]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and take the time."""
        begun, worked = time.perf_counter(), time.thread_time()
        super().paintEvent(event)
        self.frames.append(((time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000))


def measure(_: Path, index: Path) -> Iterator[Figure]:
    """Scroll as a wheel does, as Page Down does and as a hand on the scroll bar does; then switch the order."""
    app = QApplication.instance() or application()
    with tempfile.TemporaryDirectory() as home:
        copied = Path(home) / "index.sqlite"
        shutil.copyfile(index, copied)
        store = Store(Path(home) / "standfirst-a.jsonl", "a")
        librarian = Librarian(copied)
        articles = ArticleList(librarian, ReadState(store))
        load_fonts(resource("fonts"), *OF_LIST)
        Timed.frames = []
        view = Timed(ArticleFilter(articles), Look(Themes(resource("themes"))["light"]), lambda _: None)
        view.resize(348, 780)
        view.show()
        articles.load()
        articles.reload()
        while not articles.is_settled:
            app.processEvents()
        yield from _frames(view, articles.counts.all)
        yield _switch(articles)
        view.close()
        librarian.close()
        store.close()


def _frames(view: Timed, count: int) -> Iterator[Figure]:
    bar = view.verticalScrollBar()
    Timed.frames = []
    for step in range(FRAMES):
        far = bar.maximum() * (step * 37 % 100) // 100
        bar.setValue(bar.value() + (34, 780)[step % 2] if step % 10 else far)
        _rest(4)
    for place, what in enumerate(("by the clock", "processor")):
        times = [frame[place] for frame in Timed.frames]
        yield Figure(f"scrolling {count:,} rows: a frame, 99th of 100, {what}", nearest(times, 0.99), 16, "ms")


def _switch(articles: ArticleList) -> Figure:
    """The longest time in which the window did not answer while the order was switched."""
    beats = [time.perf_counter()]
    beating = QTimer(interval=2)
    beating.timeout.connect(lambda: beats.append(time.perf_counter()))
    beating.start()
    for order in (Order.TITLE, Order.LONGEST, Order.NEWEST):
        articles.set_order(order)
        while not articles.is_settled:
            _rest(5)
    longest = max(after - before for before, after in pairwise(beats))
    return Figure("switching the order: longest time the window does not answer", longest * 1000, 100, "ms")


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
