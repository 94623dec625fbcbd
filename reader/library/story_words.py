"""StoryWords: what a search looks through in one article, and how the index keeps it."""

import json
import zlib
from typing import NamedTuple

from reader.article import Article, body_text
from reader.library.folding import searchable


class StoryWords(NamedTuple):
    """The words of an article as they are, by the names a search knows; passages and names stand on lines of their own.

    The fields are the columns of the full-text table, in its order.
    """

    title: str = ""
    standfirst: str = ""
    authors: str = ""
    body: str = ""
    captions: str = ""
    credits: str = ""
    site: str = ""


class Searched(NamedTuple):
    """What the index keeps of an article's words: ``packed`` as they are, ``folded`` as they are compared."""

    packed: bytes
    folded: tuple[str, ...]


def story_words(article: Article) -> StoryWords:
    """The words of an article."""
    return StoryWords(
        article.title,
        article.standfirst,
        "\n".join(article.authors),
        body_text(article),
        "\n".join(figure.caption for figure in article.figures if figure.caption),
        "\n".join(figure.credit for figure in article.figures if figure.credit),
        article.site,
    )


def searched(words: StoryWords) -> Searched:
    """The words made ready for the index; the slow part, for worker processes."""
    return Searched(packed(words), tuple(map(searchable, words)))


def packed(words: StoryWords) -> bytes:
    """The words in few bytes."""
    return zlib.compress(json.dumps(words, ensure_ascii=False).encode("utf-8", "replace"), 3)


def unpacked(content: bytes) -> StoryWords:
    """The words again. Raises ValueError or zlib.error for what was never packed."""
    return StoryWords(*json.loads(zlib.decompress(content)))
