"""The common road of all that carries HTML: a page's markup in, a story out."""

from dataclasses import dataclass, replace
from pathlib import Path

from reader.article import Article, Moment, body_text, texts
from reader.parser.assets import Assets
from reader.parser.languages import detect_language
from reader.parser.page.address import absolute, is_web
from reader.parser.page.beyond import regions_beyond
from reader.parser.page.clean import clean
from reader.parser.page.facts import Facts, gather
from reader.parser.page.figures import lift_figures
from reader.parser.page.lead import with_lead
from reader.parser.page.locate import locate
from reader.parser.page.markup import read_story
from reader.parser.page.measure import Measures
from reader.parser.page.metadata import Metadata, read_metadata
from reader.parser.page.office import make_lists
from reader.parser.page.pairs import pair_up
from reader.parser.page.pictures import Pictures
from reader.parser.page.pieces import Piece, settle
from reader.parser.page.polish import polish
from reader.parser.page.quotes import mark_pull_quotes
from reader.parser.page.roll import Roll
from reader.parser.page.scripted import fuller
from reader.parser.page.shadows import show_shadows
from reader.parser.page.standfirst import choose_standfirst
from reader.parser.page.streamed import put_in_place
from reader.parser.page.tree import TooManyTagsError, grow
from reader.parser.page.trust import Reading, trust_in
from reader.parser.page.unlink import UNKNOWN, unlinked
from reader.parser.page.visible import drop_hidden, strip_unseen

__all__ = ["Page", "TooManyTagsError", "read_page"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was saved: its markup, its file, the folder of its own beside it, and what its saver noted.

    ``html`` holds no control characters, as ``decode`` gives it.
    """

    html: str
    path: Path
    folder: Path | None = None
    saved_from: str = ""
    saved: Moment | None = None


def read_page(page: Page) -> tuple[Article, Assets] | None:
    """The story of a page and its pictures; None where the page has no visible word. Raises TooManyTagsError.

    Where nothing would be left of a page, its words are shown as they stand.
    """
    found = _read(page, tidy=True)
    if found is not None and not _has_body(found[0]):
        found = _read(page, tidy=False)
    return found if found is not None and _has_words(found[0]) else None


def _read(page: Page, *, tidy: bool) -> tuple[Article, Assets] | None:
    """The way of a page, from top to bottom. Unless ``tidy``, nothing is cleaned away."""
    root = grow(page.html)
    if root is None:
        return None
    put_in_place(root, page.html)
    show_shadows(root, page.html)
    make_lists(root, page.html)
    facts = gather(root)
    strip_unseen(root)
    roll = Roll(root)
    metadata = read_metadata(roll, facts, page.saved_from)
    base = _base(facts, metadata)
    pictures = Pictures(base, page.path.parent, page.folder)
    drop_hidden(roll)
    measures = Measures(roll)
    located = locate(measures)
    story = located.element
    beyond = regions_beyond(roll, story) if tidy else []
    pair_up(roll)
    if tidy:
        clean(story, measures, base)
    mark_pull_quotes(story)
    figures = lift_figures(story, pictures, measures)
    visible = read_story(story, base or UNKNOWN, figures)
    pieces = fuller(visible, facts)
    reading = Reading(facts, metadata, located, is_told=pieces is not visible, is_tidy=tidy)
    known = choose_standfirst(_known(metadata, page), metadata, pieces, story)
    pieces = with_lead(polish(pieces, known) if tidy else pieces, metadata.lead, pictures, story, measures)
    article = _settled(known, [*pieces, *beyond])
    trusted = replace(article, trust=trust_in(article, reading))
    return trusted, Assets(page.path.parent, page.folder, tuple(pictures.parts))


def _base(facts: Facts, metadata: Metadata) -> str:
    """What relative addresses are relative to (WHATWG HTML, 2.4.1): the base element, else the page's address."""
    base = absolute(facts.base, metadata.address)
    return base if is_web(base) else metadata.address


def _known(metadata: Metadata, page: Page) -> Article:
    return Article(
        title=metadata.title,
        kicker=metadata.kicker,
        authors=metadata.authors,
        published=metadata.published,
        updated=metadata.updated,
        saved=page.saved,
        site=metadata.site,
        address=metadata.address,
        language=metadata.language,
    )


def _settled(known: Article, pieces: list[Piece]) -> Article:
    blocks, figures, asides = settle(pieces)
    if not known.address:
        blocks = unlinked(blocks)
    article = replace(known, blocks=blocks, figures=figures, set_aside=asides)
    return article if article.language else replace(article, language=detect_language(body_text(article)))


def _has_words(article: Article) -> bool:
    """Whether there is anything to read."""
    return bool(_has_body(article) or article.figures or article.set_aside or article.standfirst)


def _has_body(article: Article) -> bool:
    return any(text.strip() for text in texts(article.blocks))
