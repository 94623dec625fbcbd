"""The dump of a web story, read: fields, pictures, story, and what was set aside with its reason and place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.article import Article, Block, Figure, FigurePlace, Heading, Item, Listing, Paragraph, SetAside, Span
from reader.parser.plain.captions import Placed, figures_in, lead_picture
from reader.parser.plain.head import Head, read_head, read_standfirst
from reader.parser.plain.reasons import reason_of
from reader.parser.plain.sheet import Sheet
from reader.parser.plain.weigh import story_lines


def read_dump(sheet: Sheet, language: str, *, story: Sequence[bool] | None = None) -> Article:
    """The story in a dump: its ``story`` lines, weighed if not given, without those that are labels or fields."""
    story = story_lines(sheet) if story is None else story
    head = read_head(sheet, story, language)
    figures = _story_figures(figures_in(sheet, story, head.opening), head, story)
    if not any(placed.first < head.opening for placed in figures):
        free = [place for place in range(head.first + 1, head.opening) if place not in head.used]
        figures = [lead, *figures] if (lead := lead_picture(sheet, free)) else figures
    pictures = {place for placed in figures for place in range(placed.first, placed.last)}
    read_standfirst(sheet, head, pictures)
    desk = _Desk(sheet)
    last = _last(story)
    starts = {placed.first: placed.figure for placed in figures}
    hidden = pictures | head.used
    for place, is_story in enumerate(story):
        if place in starts:
            desk.put_figure(starts[place])
        if place in hidden:
            continue
        if reason := reason_of(sheet, place, is_story, head.opening, last):
            desk.set_aside(place, reason)
        else:
            desk.put_line(place)
    desk.close()
    return Article(
        title=head.title,
        standfirst=head.standfirst,
        authors=head.authors,
        published=head.published,
        updated=head.updated,
        language=language,
        blocks=tuple(desk.blocks),
        figures=tuple(desk.figures),
        set_aside=tuple(SetAside("\n".join(aside.lines), aside.reason, aside.after) for aside in desk.asides),
    )


def _story_figures(found: Sequence[Placed], head: Head, story: Sequence[bool]) -> list[Placed]:
    """The pictures between the title and the end of the story; those of menus and teasers stay what they are."""
    last = _last(story)
    lines_of_fields = head.used
    return [
        placed
        for placed in found
        if head.first <= placed.first <= last + 3
        and not any(at in lines_of_fields for at in range(placed.first, placed.last))
    ]


def _last(story: Sequence[bool]) -> int:
    return max((place for place, is_story in enumerate(story) if is_story), default=-1)


@dataclass(slots=True)
class _Passage:
    """Neighbouring lines that are set aside for one reason."""

    lines: list[str]
    reason: str
    after: int


@dataclass(slots=True)
class _Desk:
    """Where the article is put together, line by line."""

    sheet: Sheet
    blocks: list[Block] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    asides: list[_Passage] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    ordered: bool = False
    rows: list[str] = field(default_factory=list)
    last_aside: int = -2

    def put_figure(self, figure: Figure) -> None:
        self.close()
        self.blocks.append(FigurePlace(len(self.figures)))
        self.figures.append(figure)

    def put_line(self, place: int) -> None:
        line = self.sheet.lines[place]
        if self._is_row(place):
            if line.gap or not self.rows:
                self.close()
            self.rows.append(line.typed)
            return
        self._close_rows()
        if line.bullet:
            self.ordered = self.ordered or line.bullet[0].isdigit()
            self.items.append(line.text)
            return
        self.close()
        spans = (Span(line.text),)
        self.blocks.append(Heading(2, spans) if self._is_heading(place) else Paragraph(spans))

    def _is_row(self, place: int) -> bool:
        """Whether a line is one of several right under each other that spaces part into columns."""
        lines, here = self.sheet.lines, self.sheet.lines[place]
        follows = place > 0 and not here.gap and lines[place - 1].typed
        goes_on = place + 1 < len(lines) and not lines[place + 1].gap and lines[place + 1].typed
        return bool(here.typed and (follows or goes_on))

    def _close_rows(self) -> None:
        if self.rows:
            self.blocks.append(Paragraph((Span("\n".join(self.rows)),)))
        self.rows = []

    def _is_heading(self, place: int) -> bool:
        shape = self.sheet.shapes[place]
        follows = place + 1 < len(self.sheet.lines) and self.sheet.prose[place + 1] > 0
        ends = shape.ends_sentence and not self.sheet.lines[place].text.endswith(("?", "!"))
        return follows and not ends and shape.words <= 14 and not shape.opens_small and not shape.opens_quote

    def set_aside(self, place: int, reason: str) -> None:
        """Neighbours of the same reason become one passage."""
        self.close()
        text, after = self.sheet.lines[place].text, len(self.blocks) - 1
        if self.asides and self.last_aside == place - 1 and self.asides[-1].reason == reason:
            self.asides[-1].lines.append(text)
        else:
            self.asides.append(_Passage([text], reason, after))
        self.last_aside = place

    def close(self) -> None:
        """What is gathered of a list or a table is put."""
        self._close_rows()
        if self.items:
            items = tuple(Item((Paragraph((Span(text),)),)) for text in self.items)
            self.blocks.append(Listing(items, self.ordered))
        self.items, self.ordered = [], False
