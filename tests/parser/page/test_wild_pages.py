"""Whatever stands in a page, reading it ends in a sound story or in none, in a time that grows with its size."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.article import (
    Article,
    Block,
    Embed,
    FigurePlace,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    PullQuote,
    Quote,
    plain,
)
from reader.parser.decoding import without_controls
from reader.parser.page import Page, read_page
from reader.parser.page.clean import clean
from reader.parser.page.locate import locate
from reader.parser.page.measure import Measures
from reader.parser.page.roll import Roll
from reader.parser.page.tree import DEEPEST, TooManyTagsError, grow, text_of

TAGS = (
    *("p", "div", "span", "a", "b", "i", "em", "strong", "br", "img", "figure", "figcaption", "picture", "source"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "h1", "h2", "h3", "blockquote", "pre"),
    *("code", "hr", "article", "section", "aside", "nav", "header", "footer", "form", "noscript", "script", "style"),
    *("math", "svg", "sup", "q", "x-y"),
)
NAMES = (
    "",
    "caption",
    "comments",
    "share",
    "byline",
    "pullquote",
    "related",
    "entry-content",
    "sr-only",
    "footnote",
    "date",
)
WORDS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    [
        "A sentence that is long enough to be a paragraph of some story, with a comma and a full stop.",
        "By Ann Lee",
        "3 May 2020",
    ]
)
ATTRIBUTES = st.sampled_from(
    (
        *("", ' src="a.jpg"', ' src="data:image/png;base64,AAAA"', ' srcset="a 1x, b 2x,"', ' href="javascript:x"'),
        *(' href="//x"', ' style="display:none"', " hidden", ' colspan="99999"', ' start="-9"', ' href="http://[x"'),
        ' itemprop="articleBody"',
    )
)


@st.composite
def pieces(draw: st.DrawFn) -> str:
    tag, name = draw(st.sampled_from(TAGS)), draw(st.sampled_from(NAMES))
    end = draw(st.sampled_from(["", f"</{tag}>", "</div>", "</p>"]))
    return f'<{tag} class="{name}"{draw(ATTRIBUTES)}>{draw(WORDS)}{end}'


def read(html: str) -> Article | None:
    found = read_page(Page(without_controls(html), Path("page.html")))
    return found[0] if found else None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pieces(), max_size=25).map("".join))
def test_any_markup_is_read_as_a_sound_story(html: str) -> None:
    article = read(html)
    if article is None:
        return
    for block in article.blocks:
        check(block, article)
    assert all(-1 <= aside.after_block < len(article.blocks) for aside in article.set_aside)
    assert all(aside.text.strip() and aside.reason for aside in article.set_aside)
    places = [block.figure for block in article.blocks if isinstance(block, FigurePlace)]
    assert places == list(range(len(article.figures)))


def check(block: Block, article: Article) -> None:
    match block:
        case Paragraph(spans) | Heading(_, spans) | PullQuote(spans):
            assert plain(spans).strip()
            assert all(span.text for span in spans)
            assert all(not span.link or span.link.startswith(("http:", "https:", "mailto:", "#")) for span in spans)
        case Quote(inner) | Embed(inner) | Footnote(_, inner):
            assert inner
            for each in inner:
                check(each, article)
        case Listing(items):
            assert items
            for item in items:
                assert item.blocks
                for each in item.blocks:
                    check(each, article)
        case _:
            pass


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_at_all_is_read(text: str) -> None:
    read(f"<html><body>{text}")
    read(f'<script type="application/ld+json">{text}</script><meta name="date" content="{text}"><p>{text}')


@pytest.mark.parametrize(
    "tag", ["div", "span", "blockquote", "ul><li", "table><tr><td", "b><i", "font", "p", "dl><dd", "article"]
)
def test_depth_loses_no_word(tag: str) -> None:
    deep = f"<{tag}>" * 3000 + "deep inside" + "".join(f"</{name}>" for name in reversed(tag.split("><"))) * 3000
    sentence = "A sentence that stands before and after all of it, so that there is a story at all."
    root = grow(f"<html><body><p>{sentence}</p>{deep}<p>{sentence} Twice.</p></body></html>")
    assert root is not None
    assert "deep inside" in text_of(root)
    assert text_of(root).endswith("Twice.")
    assert max(sum(1 for _ in element.iterancestors()) for element in root.iter()) <= DEEPEST
    assert read(f"<html><body><p>{sentence}</p>{deep}<p>{sentence} Twice.</p></body></html>") is not None


def test_a_node_beyond_ten_megabytes_loses_nothing_behind_it() -> None:
    article = read("<p>" + "word " * 2_200_000 + "</p><p>And this sentence stands behind it all.</p>")
    assert article is not None
    assert "And this sentence" in plain(article.blocks[-1].spans if isinstance(article.blocks[-1], Paragraph) else ())


def test_a_page_that_would_take_minutes_is_refused() -> None:
    with pytest.raises(TooManyTagsError):
        grow("<div>" * 300 + "<b>i</b>" * 450_000)


@pytest.mark.parametrize(
    "build",
    [
        lambda n: "<p>" + "<b>i</b>" * n,
        lambda n: "<div><img src='http://x.example/a.jpg'>text</div>" * n,
        lambda n: "<div class='image'>" * 150 + "<img src='http://x.example/a.jpg'>word" * n,
        lambda n: "<ul>" + "<li><a href='/x'>a link</a>" * n,
        lambda n: "<table>" + "<tr><td>cell<td>cell" * n,
        lambda n: "<h2>a</h2>" * n + "<p>One paragraph of some length that makes it a story.</p>" * 3,
        lambda n: "<p>By A B</p>" * n,
        lambda n: "<p>Read more: x</p>" * n,
        lambda n: "<p>" + "photo: ( " * n,
        lambda n: "<span class='" + "a-" * n + "'>x</span>",
        lambda n: "<div><h1>A thread</h1>" + "<div class='ad message'><p>A message of words.</p></div>" * n,
    ],
    ids=["inline", "pictures", "boxes", "links", "cells", "headings", "bylines", "labels", "credits", "names", "posts"],
)  # fmt: skip
def test_work_grows_with_size_and_no_faster(build: object) -> None:
    """Steps of the interpreter, not seconds: twice the page may cost little more than twice the steps."""
    assert callable(build)
    read(build(50))
    small, large = steps(build(400)), steps(build(1600))
    assert large < small * 4 * 1.6


def steps(html: str) -> int:
    """How many calls and lines of Python the reading of a page takes."""
    import sys

    count = 0

    def count_calls(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(count_calls)
    try:
        read(html)
    finally:
        sys.setprofile(None)
    return count


def test_the_story_of_an_empty_body_is_the_body() -> None:
    root = grow("<html><body></body></html>")
    assert root is not None
    measures = Measures(Roll(root))
    story = locate(measures).element
    clean(story, measures)
    assert story.tag == "body"


@pytest.mark.parametrize("number", [0, 8, 11, 31, 127, 0xD800, 0xFFFE, 0xFFFF, 0x10FFFF, 0x110000, 9_999_999])
def test_signs_that_no_tree_may_hold_are_left_out(number: int) -> None:
    article = read(f"<p>one<b hidden>x</b>&#{number};<b hidden>y</b>&#x{number:x};two, which is all.")
    assert article is not None


def test_all_other_signs_may_be_written_by_number() -> None:
    article = read("<p>It&#39;s &#x27;here&#x27; &#8211; &#128512;&#x1F600; &#233;, and that is all.")
    assert article is not None
    assert [plain(block.spans) for block in article.blocks if isinstance(block, Paragraph)] == [
        "It's 'here' – 😀😀 é, and that is all."
    ]


STORY = (
    "<main><h1>The ferry</h1>" + "<p>The harbour was quiet that morning, and nobody on the quay spoke a word.</p>" * 4
)


@pytest.mark.parametrize(
    "page",
    [
        f"<!doctype html><title>The ferry</title>{STORY}</main>",
        f"<html lang=en><title>The ferry</title><header>Harbour Post</header>{STORY}</main><footer>Imprint</footer>",
        f"<title>The ferry</title><meta charset=utf-8>{STORY}</main><script>late()</script><p>The end.",
    ],
)
def test_a_page_that_leaves_out_the_tags_of_head_and_body_keeps_its_story(page: str) -> None:
    root = grow(page)
    assert root is not None
    assert root.findtext("head/title") == "The ferry"
    body = root.find("body")
    assert body is not None
    assert text_of(body).count("The harbour was quiet") == 4


def test_a_stray_tag_in_the_head_of_a_page_with_a_body_stays_there() -> None:
    root = grow(f"<html><head><title>A</title><x-banner>Buy</x-banner></head><body>{STORY}</main></body></html>")
    assert root is not None
    assert root.find("body/main") is not None
    assert root.find("head/x-banner") is not None
