"""What a piece says on one line, how it is set, and how much of it is linked."""

from reader.article import Block, Figure, Heading, Listing, Mark, Paragraph, Span, plain, texts
from reader.parser.page.pieces import Aside, Piece

_LINES = (Paragraph, Heading)
"""Made once: every rule asks nearly every piece."""
_WORDLESS = (Figure, Aside)


def line_of(piece: Piece) -> str:
    """The words of a paragraph or heading; empty for all other pieces."""
    return plain(piece.spans) if isinstance(piece, _LINES) else ""


def words_of(piece: Piece) -> str:
    """All running text of a piece on one line; none of figures and of what is set aside already."""
    if isinstance(piece, _LINES):
        return plain(piece.spans)
    return "" if isinstance(piece, _WORDLESS) else " ".join(texts([piece]))


def spans_of(piece: Piece | Block) -> list[Span]:
    """The spans of paragraphs, headings and lists; other pieces have none that matter here."""
    match piece:
        case Paragraph(spans) | Heading(_, spans):
            return list(spans)
        case Listing(items):
            return [span for item in items for block in item.blocks for span in spans_of(block)]
        case _:
            return []


def link_share(pieces: list[Piece]) -> float:
    """The share of the pieces' words that is linked, 0 to 1."""
    spans = [span for piece in pieces for span in spans_of(piece)]
    length = sum(len(span.text) for span in spans)
    return sum(len(span.text) for span in spans if span.link) / length if length else 0.0


def is_all(spans: list[Span], marks: Mark) -> bool:
    """Whether every word carries one of the marks."""
    return all(span.marks is not Mark.NONE and span.marks & marks for span in spans if span.text.strip())
