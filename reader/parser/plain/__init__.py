"""Plain text in, an Article out: the dump of a web story, or any other text as it stands."""

from reader.article import Article, Found
from reader.parser.languages import detect_language
from reader.parser.plain.dump import read_dump
from reader.parser.plain.evidence import is_dump
from reader.parser.plain.lines import lines_of
from reader.parser.plain.shapes import shapes_of
from reader.parser.plain.sheet import sheet_of
from reader.parser.plain.stands import as_it_stands
from reader.parser.plain.trust import with_trust
from reader.parser.plain.wrap import unwrapped

__all__ = ["read_plain"]


MOST_LINES = 20_000
MOST_SIGNS = 400_000
"""Longer texts are books and logs, not dumps of a story; weighing their lines would take half a second and more."""


def read_plain(text: str) -> Article:
    """The story in a plain text. No word is lost: each is in the story, in a field, or set aside."""
    language = detect_language(text[len(text) // 4 :]) or detect_language(text)
    whole = unwrapped(text)
    if len(whole) > MOST_SIGNS or len(lines := lines_of(whole)) > MOST_LINES:
        return with_trust(as_it_stands(whole, language), Found.TEXT)
    sheet = sheet_of(lines, shapes_of(lines, language))
    if not is_dump(sheet, language):
        return with_trust(as_it_stands(whole, language), Found.TEXT)
    story = [True] * len(lines) if whole != text else None
    return with_trust(read_dump(sheet, language, story=story), Found.LINES)
