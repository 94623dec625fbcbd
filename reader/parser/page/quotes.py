"""Quotations, pull quotes, posts embedded from elsewhere, and code."""

import re

from lxml import etree

from reader.article import Block, Code, Embed, Paragraph, PullQuote, Quote, Spans, plain
from reader.parser.page.blocks import Reading, blocks_inside, line_of
from reader.parser.page.names import names_of, naming
from reader.parser.page.pieces import Piece
from reader.parser.page.tree import Element, flat, text_of

PULL_NAMES = naming(r"[a-z]*pull-?_?quotes?|pq|quote-?(?:pull|box|highlight)|blockquote--pull|zitat-?box")
_POSTS = {
    "twitter": "Twitter",
    "instagram": "Instagram",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "tiktok": "TikTok",
    "reddit": "Reddit",
    "facebook": "Facebook",
    "fb-post": "Facebook",
}


LONGEST_PULL = 600
_DASHES = "—–- "


def mark_pull_quotes(story: Element) -> None:
    """Name pull quotes by their own tag, whatever element the page sets them in."""
    for element in story.iter("aside", "div", "section", "p", "blockquote", "figure"):
        if element is story or not PULL_NAMES(names_of(element)) or len(text_of(element)) > LONGEST_PULL:
            continue
        if next(element.iterancestors("pull-quote"), None) is None:
            element.tag = "pull-quote"


def read_pull_quote(element: Element, reading: Reading) -> list[Piece]:
    """A sentence of the story set large."""
    blocks, others = blocks_inside(element, reading)
    blocks = [inner for block in blocks for inner in (block.blocks if isinstance(block, Quote) else (block,))]
    spans = line_of(blocks)
    return [PullQuote(spans, _cite(element)), *others] if spans else others


def read_quote(element: Element, reading: Reading) -> list[Piece]:
    """A quotation, or an embedded post if its name or its links say so."""
    names = names_of(element)
    site = next((site for word, site in _POSTS.items() if word in names), "")
    blocks, others = blocks_inside(element, reading)
    if not blocks:
        return others
    if site:
        return [_embed(element, blocks, site), *others]
    cite = _cite(element)
    if len(blocks) > 1 and cite and _bare(line_of(blocks[-1:])) == cite:
        blocks = blocks[:-1]
    return [Quote(tuple(blocks), cite), *others]


def _bare(spans: Spans) -> str:
    return flat(plain(spans)).strip(_DASHES)


_SIGNATURE = re.compile(r"[—–-]\s*(.{2,80}?)\s*\(@\w+\)")


def _embed(element: Element, blocks: list[Block], site: str) -> Embed:
    text = " ".join(plain(block.spans) for block in blocks if isinstance(block, Paragraph))
    signature = _SIGNATURE.search(text)
    address = element.get("cite") or element.get("data-instgrm-permalink") or _last_link(element)
    return Embed(tuple(blocks), signature[1] if signature else "", site, address if address.startswith("http") else "")


def _last_link(element: Element) -> str:
    links = [link.get("href") or "" for link in element.iter("a")]
    return links[-1] if links else ""


def _cite(element: Element) -> str:
    """Whom the quotation is from, where the page marks it."""
    for cite in (*element.iter("footer"), *element.iter("cite", "figcaption")):
        if text := text_of(cite).strip(_DASHES):
            return text if len(text) < 200 else ""
    return ""


_LANGUAGE = re.compile(r"(?:language|lang|brush|highlight-source|hljs)[-: ]+([a-z0-9+#]+)", re.I)


def read_code(element: Element, _reading: Reading) -> list[Piece]:
    """Lines to be shown as they stand, with the language their class names."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append("\n" if node.tag == "br" else node.text or "")
        elif node is not element:
            parts.append(node.tail or "")
    text = "".join(parts).strip("\n").rstrip()
    inner = element.find(".//code")
    inner_names = names_of(inner) if inner is not None else ""
    language = _LANGUAGE.search(f"{names_of(element)} {inner_names} lang-{flat(element.get('lang'))}")
    return [Code(text, language[1] if language else "")] if text.strip() else []
