"""Stories as files: pages in the shapes that sites give them, and plain text."""

import json
from base64 import b64encode
from collections.abc import Callable
from html import escape

from benchmarks.press.pictures import picture
from benchmarks.press.stories import Shown, Story

Source = Callable[[Shown], str]
"""Where a page says that a picture is."""

_MENU = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("News", "Opinion", "Sport", "Arts"))


def text_of(story: Story) -> str:
    """The story as a text file: title, byline, day and paragraphs, parted by blank lines."""
    byline = f"By {' and '.join(story.authors)}" if story.authors else ""
    day = f"{story.published:%d %B %Y}" if story.published else ""
    parts = [story.title, story.standfirst, "\n".join(filter(None, (byline, day))), *_with_headings(story)]
    return "\n\n".join(part for part in parts if part) + "\n"


def page_of(story: Story, source: Source) -> str:
    """The story as a saved page, in one of SHAPES."""
    return SHAPES[story.number % len(SHAPES)](story, source)


def embedded(shown: Shown) -> str:
    """The picture as a part of the page itself."""
    assert shown.number is not None
    return f"data:image/png;base64,{b64encode(picture(shown.number)).decode()}"


def _semantic(story: Story, source: Source) -> str:
    """As news sites are built today: elements by their meaning, and the facts once more as JSON-LD."""
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "publisher": {"@type": "Organization", "name": story.site},
        "description": story.standfirst,
    } | ({"datePublished": story.published.isoformat()} if story.published else {})
    facts_json = json.dumps(facts).replace("<", "\\u003c")
    return _page(
        story,
        f'<script type="application/ld+json">{facts_json}</script>',
        f'<header><nav aria-label="Sections"><ul>{_MENU}</ul></nav></header><main><article>{_title(story)}'
        f"{_standfirst(story)}{_byline(story)}{_body(story, source)}</article><aside><h2>Most read</h2>"
        f"<ul>{_related(story)}</ul></aside></main><footer><p>© {escape(story.site)}</p></footer>",
    )


def _boxes(story: Story, source: Source) -> str:
    """As many older sites are: boxes in boxes, told apart by their classes."""
    return _page(
        story,
        _meta(story),
        f'<div id="wrapper"><div class="topnav"><ul>{_MENU}</ul></div><div class="content-main">'
        f'<div class="post-header">{_title(story)}{_standfirst(story)}{_byline(story)}</div>'
        f'<div class="post-body">{_body(story, source)}</div><div class="related-box"><h3>Related</h3>'
        f'<ul>{_related(story)}</ul></div></div><div class="sidebar"><p>Sign up for our newsletter</p></div>'
        f'<div class="comments"><h3>2 comments</h3><p>I could not agree more.</p><p>Neither could I.</p></div></div>',
    )


def _blog(story: Story, source: Source) -> str:
    """As a personal site is: hardly more than the story."""
    return _page(
        story,
        f'<meta name="author" content="{escape(", ".join(story.authors))}">{_meta(story)}',
        f'<article class="h-entry">{_title(story)}{_byline(story)}'
        f'<div class="e-content">{_standfirst(story)}{_body(story, source)}</div></article>',
    )


def _table(story: Story, source: Source) -> str:
    """As pages were built long ago: a table for the layout."""
    return _page(
        story,
        _meta(story),
        f'<table width="100%"><tr><td width="160"><ul>{_MENU}</ul></td><td>{_title(story)}{_standfirst(story)}'
        f"{_byline(story)}{_body(story, source)}</td></tr></table>",
    )


SHAPES = (_semantic, _boxes, _semantic, _blog, _semantic, _boxes, _table)


def _page(story: Story, head: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{story.language}"><head><meta charset="utf-8">'
        f"<title>{escape(story.title)} | {escape(story.site)}</title>"
        f'<meta property="og:site_name" content="{escape(story.site)}"><link rel="canonical" href="{story.address}">'
        f"{head}</head><body>{body}</body></html>\n"
    )


def _meta(story: Story) -> str:
    day = story.published.isoformat() if story.published else ""
    return (
        f'<meta property="og:title" content="{escape(story.title)}">'
        f'<meta name="description" content="{escape(story.standfirst)}">'
    ) + (f'<meta property="article:published_time" content="{day}">' if day else "")


def _title(story: Story) -> str:
    return f'<h1 class="title">{escape(story.title)}</h1>'


def _standfirst(story: Story) -> str:
    return f'<p class="standfirst">{escape(story.standfirst)}</p>' if story.standfirst else ""


def _byline(story: Story) -> str:
    names = " and ".join(f'<a rel="author" href="/people">{escape(name)}</a>' for name in story.authors)
    day = story.published
    moment = f'<time datetime="{day.isoformat()}">{day:%d %B %Y}</time>' if day else ""
    return f'<p class="byline">{f"By {names} " if names else ""}{moment}</p>' if names or moment else ""


def _body(story: Story, source: Source) -> str:
    """Headings, paragraphs and, after every third of them, a picture as long as there are some."""
    pictures = iter(story.pictures)
    parts = []
    for place, paragraph in enumerate(story.paragraphs):
        if place in story.headings:
            parts.append(f"<h2>{escape(story.headings[place])}</h2>")
        parts.append(f"<p>{escape(paragraph)}</p>")
        if place % 3 == 0 and (shown := next(pictures, None)):
            parts.append(_figure(shown, source))
    return "\n".join(parts) + "".join(_figure(shown, source) for shown in pictures)


def _figure(shown: Shown, source: Source) -> str:
    credit = f' <span class="credit">Photograph: {escape(shown.credit)}</span>' if shown.credit else ""
    return (
        f'<figure><img src="{escape(source(shown))}" width="480" height="320" alt="">'
        f"<figcaption>{escape(shown.caption)}{credit}</figcaption></figure>"
    )


def _related(story: Story) -> str:
    numbers = (story.number + step for step in (3, 5, 8))
    return "".join(f'<li><a href="/story/{number}">Another story of number {number}</a></li>' for number in numbers)


def _with_headings(story: Story) -> list[str]:
    parts = []
    for place, paragraph in enumerate(story.paragraphs):
        parts += [heading] if (heading := story.headings.get(place)) else []
        parts.append(paragraph)
    return parts
