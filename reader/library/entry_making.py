"""Making the entry of a saved file from what the parser found in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import (
    Article,
    Figure,
    Kept,
    Moment,
    Paragraph,
    body_text,
    length_of,
    plain,
    story_key,
    texts,
)
from reader.library.entries import NEVER, Entry

if TYPE_CHECKING:
    from reader.parser import Parsed, Unreadable

SUMMARY_LENGTH = 240
"""As many characters of a story's opening as stand in for a standfirst."""


def entry_of(path: Path, answer: "Parsed | Unreadable", changed: datetime) -> Entry:
    """The row of a parsed file. ``changed`` is when the file last was, with a zone."""
    from reader.parser import Unreadable  # noqa: PLC0415  as above

    if isinstance(answer, Unreadable):
        return Entry(path, answer.identity, title=_name(path.name), saved=changed, problem=answer.problem.message)
    return _entry_of_story(path, answer, changed)


def _entry_of_story(path: Path, answer: "Parsed", changed: datetime) -> Entry:
    article = answer.article
    words, minutes = length_of(body_text(article))
    kept = [figure.image for figure in _lead_first(article.figures) if _is_kept(figure)]
    return Entry(
        path,
        answer.identity,
        story_key(article),
        title=article.title or _name(path.stem),
        summary=_shortened(article.standfirst or _opening(article)),
        site=article.site,
        authors=article.authors,
        published=article.published,
        saved=_zoned(article.saved) or changed,
        minutes=minutes,
        words=words,
        language=article.language,
        pictures=len(kept),
        thumbnail=kept[0] if kept else None,
        folder=answer.assets.folder,
    )


def thumbnail_bytes(entry: Entry) -> bytes | None:
    """The bytes of the entry's picture, or None where there is none. Slow for pictures inside a page: it is parsed."""
    from reader.parser import Assets, Parsed, parse_file  # noqa: PLC0415  as above

    if entry.thumbnail is None:
        return None
    if entry.thumbnail.kept is Kept.BESIDE:
        return Assets(entry.path.parent, entry.folder).open(entry.thumbnail)
    answer = parse_file(entry.path)
    return answer.assets.open(entry.thumbnail) if isinstance(answer, Parsed) else None


def changed(path: Path) -> datetime:
    """When a file last was, with a zone; 1970 for one that is gone, or whose time no calendar has."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):  # gone, or a time no calendar has
        return NEVER


def _name(name: str) -> str:
    """A file's name as it can be shown: it may hold bytes that are no text."""
    return name.encode("utf-8", "replace").decode()


def _zoned(moment: Moment | None) -> datetime | None:
    """A time with a zone; one without is taken for this machine's own."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day) if moment else None
    return moment.astimezone(UTC) if moment else None


def _lead_first(figures: tuple[Figure, ...]) -> list[Figure]:
    return sorted(figures, key=lambda figure: not figure.lead)


def _is_kept(figure: Figure) -> bool:
    return figure.image is not None and figure.image.kept is not Kept.NOWHERE


def _opening(article: Article) -> str:
    """The first words of running text; headings and the like only where there is nothing else."""
    return next(_openings(article), "")


def _openings(article: Article) -> Iterator[str]:
    for block in article.blocks:
        if isinstance(block, Paragraph) and plain(block.spans).strip():
            yield plain(block.spans)
    yield from (text for text in texts(article.blocks) if text.strip())


def _shortened(text: str) -> str:
    """One line of at most ``SUMMARY_LENGTH`` characters, cut between words where there are any."""
    line = " ".join(text[: 4 * SUMMARY_LENGTH].split())
    if len(line) <= SUMMARY_LENGTH:
        return line
    cut = line[:SUMMARY_LENGTH]
    return (cut.rpartition(" ")[0] or cut) + "…"
