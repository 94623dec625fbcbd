"""Lines inside a story that lead away from it: "Read more: …", "Advertisement", links that are no sentence."""

import re

from reader.article import Article, Heading, Mark, Paragraph, Quote, plain
from reader.parser.page.likeness import squashed
from reader.parser.page.lines import is_all, link_share, spans_of
from reader.parser.page.pieces import Aside, Piece
from reader.parser.page.words import WORDS

SET_OFF = Mark.STRONG | Mark.EMPHASIS
_STARTS = tuple(WORDS["label"]["starts"])
_INVITATIONS = tuple(WORDS["label"]["invitations"])
_FAULT = re.compile(
    r"(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|(?:Fatal|Parse) error): .* on line \d+$", re.S
)
"""What PHP prints into pages (php.ini, display_errors)."""
_WHOLE = frozenset(squashed(word) for word in WORDS["label"]["whole"])
_READ = "read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|czytania|чтения"
_TIME = "reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd"
_COUNTED = (
    "views?|reads?|shares?|likes?|claps?|kudos|comments?|votes?|aufrufe|kommentare?|vues|partages|commentaires?|visitas"
    "|lecturas|comentarios|visualizações|visualizzazioni|commenti|weergaven|reacties|wyświetleń|komentarzy|просмотр(?:а|ов)?"
)
_COUNTER = re.compile(
    r"(?:\w+ )?\d+\s?(?:of|/|von|de|di|sur|van|z|из)\s?\d+"
    rf"|\d[\d.,]*\s?[km]?\s(?:{_COUNTED})"
    rf"|\d+\s*min(?:ute[ns]?|utos|uti|uten|s)?\.?\s*(?:{_READ})|(?:{_TIME})\s*:?\s*(?:ca\.?\s*)?\d+\s*min\w*\.?",
    re.I,
)
"""A gallery's counter, how often somebody looked or clapped, or how long the page thinks one reads."""
_SIGNS_BEFORE = re.compile(r"^[\W_]+")
_BEYOND = re.compile(r"[.?!。]['\"”’]?$|^https?:|^www\.|^\S+@\S+$")
"""A sentence, or an address, that is linked as a whole and yet the story's."""
LONGEST_LABEL = 25
"""Words."""


def drop_labels(pieces: list[Piece], known: Article) -> list[Piece]:
    """Lines that lead away: "Read more: …", "Advertisement", and paragraphs that are one link and no sentence."""
    return [_without_label(piece, known) for piece in pieces]


def _without_label(piece: Piece, known: Article) -> Piece:
    match piece:
        case Paragraph() | Heading():
            return _as_label(piece, known)
        case Quote((Paragraph() as line,)):
            label = _as_label(line, known)
            return label if isinstance(label, Aside) and label.reason == "promotion" else piece
        case _:
            return piece


def _as_label(piece: Paragraph | Heading, known: Article) -> Piece:
    line = plain(piece.spans)
    is_long = len(line.split(None, LONGEST_LABEL)) > LONGEST_LABEL
    if not is_long and (squashed(line) in _WHOLE or _COUNTER.fullmatch(line) or line == (known.address or None)):
        return Aside(line, "label")
    if _FAULT.match(line):
        return Aside(line, "fault of the page")
    if is_long or isinstance(piece, Heading):
        return piece
    levelled = _SIGNS_BEFORE.sub("", line).casefold().replace("’", "'")
    if levelled.startswith(_INVITATIONS) or (levelled.startswith(_STARTS) and _is_set_off(piece, levelled)):
        return Aside(line, "promotion")
    if _is_one_link(piece) and not _BEYOND.search(line):
        return Aside(line, "link")
    return piece


def _is_set_off(piece: Paragraph | Heading, levelled: str) -> bool:
    return link_share([piece]) > 0.3 or is_all(spans_of(piece), SET_OFF) or levelled.endswith(":")


def _is_one_link(piece: Paragraph) -> bool:
    spans = [span for span in piece.spans if span.text.strip(" \n|>»→[]()")]
    return all(span.link and not span.link.startswith("#") for span in spans)
