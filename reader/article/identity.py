"""Who is who: this saved copy (ArticleId) and this story (StoryKey)."""

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from reader.article.article import Article, body_text
from reader.article.names import ArticleId, StoryKey

OPENING = 4000
"""Signs among which the first sixty words stand."""


def article_id(content: bytes) -> ArticleId:
    """The identity of a saved copy: equal bytes, equal identity, wherever the file lies."""
    return hashlib.sha256(content).hexdigest()[:32]


def story_key(article: Article) -> StoryKey:
    """The identity of a story: two saves of one page share it."""
    if article.address:
        return "address:" + _levelled_address(article.address)
    opening = f"{article.title} {body_text(article)}"[:OPENING]
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", opening).casefold())[:60]
    return "words:" + hashlib.sha256(" ".join(words).encode()).hexdigest()[:32]


def _levelled_address(address: str) -> str:
    """The address without what differs between two visits: scheme, www, tracking words, fragment, last slash."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    query = "&".join(sorted(p for p in parts.query.split("&") if p and not re.match(r"(utm_|fbclid|gclid|mc_)", p)))
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"
