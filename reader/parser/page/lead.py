"""The lead picture: marked where it stands in the story, put at the head where it does not."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile
from urllib.parse import unquote

from reader.article import Figure, Heading, Kept
from reader.parser.page.boxes import IS_BOX, box_of, holds_picture, read_figure
from reader.parser.page.icons import LARGE_SIDE, is_icon
from reader.parser.page.measure import Measures
from reader.parser.page.names import names_of
from reader.parser.page.pictures import Pictures, candidates
from reader.parser.page.pieces import Aside, Piece
from reader.parser.page.sameness import is_house_picture, picture_name
from reader.parser.page.sights import Sights
from reader.parser.page.surroundings import is_surrounding
from reader.parser.page.tree import Element


def with_lead(
    pieces: list[Piece], declared: tuple[str, ...], pictures: Pictures, story: Element, measures: Measures
) -> list[Piece]:
    """The pieces with the lead picture among them, where the page declares one or shows one above the story."""
    declared = tuple(address for address in declared if not is_house_picture(address))
    names = {picture_name(address) for address in declared}
    place = _place_of(names, pieces, pictures)
    if place is None and declared:
        place = _opening_from_inside(pieces)
    if place is not None and isinstance(figure := pieces[place], Figure):
        return [*pieces[:place], _as_lead(figure, declared, pictures), *pieces[place + 1 :]]
    lead = _shown_beside(declared, names, pictures, measures)
    if lead is None and not any(True for _ in _opening_figures(pieces)):
        lead = _shown_above(story, pictures, measures) or _in_field_above(story, pictures, measures, bool(declared))
    lead = lead or _declared_only(declared, pictures)
    return [replace(lead, lead=bool(declared)), *pieces] if lead else pieces


def _place_of(names: set[str], pieces: list[Piece], pictures: Pictures) -> int | None:
    """The place of the figure that shows a picture of one of these names."""
    for place, piece in enumerate(pieces):
        if isinstance(piece, Figure) and piece.image and not names.isdisjoint(pictures.also.get(piece.image, ())):
            return place
    return None


def _opening_figures(pieces: list[Piece]) -> Iterator[tuple[int, Figure]]:
    """The figures before the first words of the story, with their places."""
    opening = takewhile(lambda entry: isinstance(entry[1], Figure | Aside | Heading), enumerate(pieces))
    return ((place, piece) for place, piece in opening if isinstance(piece, Figure))


def _opening_from_inside(pieces: list[Piece]) -> int | None:
    """The place of the picture a story opens with, where all are kept in the page and so have lost their names."""
    if any(isinstance(piece, Figure) and piece.image and piece.image.kept is Kept.NOWHERE for piece in pieces):
        return None
    for place, figure in _opening_figures(pieces):
        if figure.image and figure.image.kept is Kept.EMBEDDED and not figure.image.address:
            return place
    return None


def _as_lead(figure: Figure, declared: tuple[str, ...], pictures: Pictures) -> Figure:
    """The figure marked as lead; where its picture was not saved, its declared address is the best one."""
    whole = _declared_only(declared, pictures)
    lost = figure.image is None or figure.image.kept is Kept.NOWHERE
    return replace(figure, lead=True, image=whole.image if whole and lost else figure.image)


def _shown_beside(declared: tuple[str, ...], names: set[str], pictures: Pictures, measures: Measures) -> Figure | None:
    """The lead picture with its words, where the page shows it outside the story's element."""
    for element in measures.roll.elements[0].iter("img") if names else ():
        if _shows(element, names) and (figure := _figure_of(element, pictures, measures)):
            return _as_lead(figure, declared, pictures)
    return None


def _shows(element: Element, names: set[str]) -> bool:
    """Whether the element gives an address of one of these names; most do not even say them."""
    if next(element.iterancestors("picture"), None) is None:
        said = unquote(" ".join(map(str, element.values()))).lower()
        if not any(name.lower() in said for name in names):
            return False
    return not names.isdisjoint(map(picture_name, candidates(element)))


def _shown_above(story: Element, pictures: Pictures, measures: Measures) -> Figure | None:
    """A figure with its caption between headline and story, as papers set their main picture."""
    headline = None
    for element in measures.roll.elements[0].iter("h1", "figure", str(story.tag)):
        if element is story:
            return None
        if element.tag == "h1":
            headline = element
        elif element.tag == "figure" and headline is not None and not _is_surrounded(element):
            picture = next((inner for inner in element.iter("img") if not is_icon(inner)), None)
            if (
                picture is not None
                and (figure := _figure_of(picture, pictures, measures)) is not None
                and (figure.caption or figure.credit)
            ):
                return figure
    return None


def _in_field_above(story: Element, pictures: Pictures, measures: Measures, is_declared: bool) -> Figure | None:
    """The picture in a field of its own before the story's, with its words; where one ``is_declared``, not without."""
    sights = Sights()
    for row in (story, *islice(story.iterancestors(), 1)):
        for before in islice(row.itersiblings(preceding=True), MOST_FIELDS):
            if before.tag in _HEADS or next(before.iter(*_HEADS), None) is not None:
                return None
            if is_surrounding(before) or not holds_picture(before, measures, sights):
                continue
            picture = next(inner for inner in before.iter("img") if sights[inner])
            figure = _figure_of(picture, pictures, measures) if _is_shown_large(picture, before) else None
            if figure and (figure.caption or figure.credit or not is_declared):
                return figure
    return None


_HEADS = ("h1", "h2", "p")
MOST_FIELDS = 3


def _is_shown_large(picture: Element, field: Element) -> bool:
    """Whether the picture's size says so, or a name of the field or of what stands between them speaks of a picture."""
    width = picture.get("width") or ""
    if width.isdecimal():
        return len(width) < 6 and int(width) >= LARGE_SIDE
    around = (above for above in picture.iterancestors() if above is field or field in above.iterancestors())
    return any(IS_BOX(names_of(element)) for element in (picture, *around))


def _is_surrounded(element: Element) -> bool:
    return any(is_surrounding(above) for above in element.iterancestors() if above.tag not in ("html", "body"))


def _figure_of(element: Element, pictures: Pictures, measures: Measures) -> Figure | None:
    image = pictures.named(element)
    if image is None:
        return None
    around = [element, *element.iterancestors()][:FAR_UP][-1]
    sights = Sights()
    return read_figure(image, element, box_of(element, around, measures, sights), sights)[0]


FAR_UP = 7
"""How many elements up from a picture its words can stand."""


def _declared_only(declared: tuple[str, ...], pictures: Pictures) -> Figure | None:
    images = (pictures.image(address) for address in declared)
    return next((Figure(image, lead=True) for image in images if image is not None), None)
