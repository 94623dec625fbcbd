"""The declared lead picture: marked where it stands in the story, put at the head where it does not."""

from dataclasses import replace

from reader.article import Figure
from reader.parser.page.figures import box_of, read_figure
from reader.parser.page.measure import measure
from reader.parser.page.pictures import Pictures, candidates, file_name
from reader.parser.page.pieces import Piece
from reader.parser.page.tree import Element


def with_lead(pieces: list[Piece], declared: tuple[str, ...], pictures: Pictures, root: Element) -> list[Piece]:
    """The pieces with the lead picture among them, where the page declares one."""
    names = {file_name(address) for address in declared} - {""}
    for place, piece in enumerate(pieces):
        if isinstance(piece, Figure) and piece.image and file_name(piece.image.address or piece.image.source) in names:
            return [*pieces[:place], replace(piece, lead=True), *pieces[place + 1 :]]
    if lead := _shown_beside(names, pictures, root) or _declared_only(declared, pictures):
        return [lead, *pieces]
    return pieces


def _shown_beside(names: set[str], pictures: Pictures, root: Element) -> Figure | None:
    """The lead picture with its words, where the page shows it outside the story's element."""
    for element in root.iter("img") if names else ():
        if any(file_name(address) in names for address in candidates(element)) and (image := pictures.named(element)):
            around = [element, *element.iterancestors()][:FAR_UP][-1]
            figure, _ = read_figure(image, element, box_of(element, around, measure(around)))
            return replace(figure, lead=True)
    return None


FAR_UP = 7
"""How many elements up from a picture its words can stand."""


def _declared_only(declared: tuple[str, ...], pictures: Pictures) -> Figure | None:
    images = (pictures.image(address) for address in declared)
    return next((Figure(image, lead=True) for image in images if image is not None), None)
