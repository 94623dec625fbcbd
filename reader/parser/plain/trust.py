"""How far a story told by the shape of its lines can be trusted."""

from dataclasses import replace

from reader.article import Article, Found, Trust, Witness, body_text

FULL_LENGTH = 120
"""Signs from which a line is running text, whatever else it may be."""
LEAST_SHARE = 0.45
DOUBT = "More running text stands elsewhere in the file than in what was found."


def with_trust(article: Article, found: Found) -> Article:
    """The article with how it was read. Its fields have no witness but the lines themselves."""
    share = 1.0 if found is Found.TEXT else _share(article)
    trust = Trust(
        title=_lines(article.title),
        authors=_lines(article.authors),
        published=_lines(article.published),
        story=found,
        completeness=round(share, 2),
        doubts=(DOUBT,) if share < LEAST_SHARE else (),
    )
    return replace(article, trust=trust)


def _lines(field: object) -> tuple[Witness, ...]:
    return (Witness.LINES,) if field else ()


def _share(article: Article) -> float:
    """The story's share of all running text in the file."""
    kept = len(body_text(article))
    lines = (line for passage in article.set_aside for line in passage.text.splitlines())
    lost = sum(len(line) for line in lines if len(line) >= FULL_LENGTH)
    return kept / (kept + lost) if lost else 1.0
