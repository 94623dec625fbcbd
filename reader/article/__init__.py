"""What a story is: values only, no files and no toolkit."""

from typing import TYPE_CHECKING

from reader.door import door

if TYPE_CHECKING:
    from reader.article.article import Article, SetAside, body_text, texts
    from reader.article.blocks import (
        Block,
        Cell,
        Code,
        Embed,
        FigurePlace,
        Footnote,
        Heading,
        Item,
        Listing,
        Paragraph,
        PullQuote,
        Quote,
        Rule,
        Table,
    )
    from reader.article.figures import Figure
    from reader.article.identity import article_id, story_key
    from reader.article.images import ImageRef, Kept
    from reader.article.length import length_of, minutes, word_count
    from reader.article.names import ArticleId, Moment, StoryKey
    from reader.article.problems import Problem
    from reader.article.text import Mark, Span, Spans, joined, plain
    from reader.article.trust import Found, Trust, Witness
else:
    __getattr__ = door(
        __name__,
        {
            "article": "Article SetAside body_text texts",
            "blocks": (
                "Block Cell Code Embed FigurePlace Footnote Heading Item Listing Paragraph PullQuote Quote Rule Table"
            ),
            "figures": "Figure",
            "identity": "article_id story_key",
            "images": "ImageRef Kept",
            "length": "length_of minutes word_count",
            "names": "ArticleId Moment StoryKey",
            "problems": "Problem",
            "text": "Mark Span Spans joined plain",
            "trust": "Found Trust Witness",
        },
    )

__all__ = [
    "Article",
    "ArticleId",
    "Block",
    "Cell",
    "Code",
    "Embed",
    "Figure",
    "FigurePlace",
    "Footnote",
    "Found",
    "Heading",
    "ImageRef",
    "Item",
    "Kept",
    "Listing",
    "Mark",
    "Moment",
    "Paragraph",
    "Problem",
    "PullQuote",
    "Quote",
    "Rule",
    "SetAside",
    "Span",
    "Spans",
    "StoryKey",
    "Table",
    "Trust",
    "Witness",
    "article_id",
    "body_text",
    "joined",
    "length_of",
    "minutes",
    "plain",
    "story_key",
    "texts",
    "word_count",
]
