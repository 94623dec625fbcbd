"""Pages and texts to open, made from the paragraphs of a library: pages as they are saved, and books."""

import re
import textwrap
from collections.abc import Iterator
from itertools import chain, islice, repeat
from pathlib import Path

WORDS = 1_100
"""Words of a story."""
_PARAGRAPH = re.compile(r"<p>([^<]{80,})</p>")
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:title" content="{title}"><meta property="og:type" content="article">
<style>{style}</style><script>{script}</script></head>
<body><header><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{title}</h1><p class="byline">By Ann Example</p>{story}</article>
<aside class="related"><h2>Read more</h2>{cards}</aside></main><footer><ul>{menu}</ul></footer></body></html>
"""
_CARD = '<div class="card"><a href="/story/{at}"><img src="/cards/{at}.jpg" alt=""><h3>{title}</h3></a></div>'


def write_pages(folder: Path, work: Path, pages: int) -> Iterator[Path]:
    """So many pages of 45 to 70 kB, most of it around the story: styles, scripts, menus, cards of other stories."""
    paragraphs = _paragraphs(folder)
    for number in range(pages):
        story = list(_some(paragraphs, WORDS))
        titles = [" ".join(words.split()[:9]) for words in story]
        path = work / f"page-{number}.html"
        path.write_text(
            _PAGE.format(
                title=titles[0],
                style="".join(f".part-{at} {{ margin: 0 {at}px; color: #33{at:02}44; }}\n" for at in range(90)),
                script="window.page = [" + ",".join(f'{{"slot": {at}, "kind": "banner"}}' for at in range(500)) + "];",
                menu="".join(f'<li><a href="/part/{at}">Part {at} of the paper</a></li>' for at in range(60)),
                story="\n".join(f"<p>{words}</p>" for words in story),
                cards="".join(_CARD.format(at=at, title=title) for at, title in enumerate(titles * 3)),
            ),
            "utf-8",
        )
        yield path


def write_books(folder: Path, work: Path, words: int) -> Iterator[tuple[str, Path]]:
    """A text, a text in wrapped lines and a page of so many words each, by what they are called."""
    story = list(_some(_paragraphs(folder), words))
    contents = {
        "text": "\n\n".join(story),
        "wrapped text": "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in story),
        "page": f"<article><h1>A book</h1>{''.join(f'<p>{paragraph}</p>' for paragraph in story)}</article>",
    }
    for name, content in contents.items():
        path = work / f"{name.replace(' ', '-')}.{'html' if name == 'page' else 'txt'}"
        path.write_text(content, "utf-8")
        yield name, path


def _paragraphs(folder: Path) -> Iterator[str]:
    """The paragraphs of all pages, again and again."""
    pages = islice(sorted(folder.rglob("*.html")), 400)
    found = list(chain.from_iterable(_PARAGRAPH.findall(page.read_text("utf-8", "replace")) for page in pages))
    return chain.from_iterable(repeat(found))


def _some(paragraphs: Iterator[str], words: int) -> Iterator[str]:
    while words > 0:
        paragraph = next(paragraphs)
        words -= len(paragraph.split())
        yield paragraph
