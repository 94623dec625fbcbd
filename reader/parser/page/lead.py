"""The declared lead picture: marked where it stands in the story, put at the head where it does not."""

from dataclasses import replace

from reader.article import Figure
from reader.parser.page.pictures import Pictures, candidates, file_name
from reader.parser.page.pieces import Piece
from reader.parser.page.tree import Element


def with_lead(pieces: list[Piece], declared: tuple[str, ...], pictures: Pictures) -> list[Piece]:
    """The pieces with the lead picture among them, where the page declares one."""
    names = {file_name(address) for address in declared}
    for place, piece in enumerate(pieces):
        if isinstance(piece, Figure) and piece.image and file_name(piece.image.address or piece.image.source) in names:
            return [*pieces[:place], replace(piece, lead=True), *pieces[place + 1 :]]
    for address in declared:
        if (image := pictures.image(address)) is not None:
            return [Figure(image, lead=True), *pieces]
    return pieces


def shown_elsewhere(root: Element, declared: tuple[str, ...]) -> Element | None:
    """The ``img`` outside the story that shows the declared picture: its caption stands there."""
    names = {file_name(address) for address in declared}
    for element in root.iter("img"):
        if any(file_name(address) in names for address in candidates(element)):
            return element
    return None
