"""Pieces: what the reading of a story's markup yields, in order, before it is settled into an article."""

from dataclasses import dataclass

from reader.article import Block, Figure, FigurePlace, SetAside


@dataclass(frozen=True, slots=True)
class Aside:
    """A passage that is no story, at its place."""

    text: str
    reason: str


Piece = Block | Figure | Aside


def settle(pieces: list[Piece]) -> tuple[tuple[Block, ...], tuple[Figure, ...], tuple[SetAside, ...]]:
    """Blocks, figures and set-aside passages apart; a figure leaves its place among the blocks."""
    blocks: list[Block] = []
    figures: list[Figure] = []
    asides: list[SetAside] = []
    for piece in pieces:
        match piece:
            case Aside(text, reason):
                if text:
                    asides.append(SetAside(text, reason, len(blocks) - 1))
            case Figure():
                blocks.append(FigurePlace(len(figures)))
                figures.append(piece)
            case _:
                blocks.append(piece)
    return tuple(blocks), tuple(figures), tuple(asides)
