"""Links that are relative to a page of unknown address: a sign while the story is read, and no links afterwards."""

from dataclasses import replace

from reader.article import Block, Embed, Footnote, Heading, Listing, Paragraph, PullQuote, Quote, Spans, Table, joined

UNKNOWN = "http://page.invalid/"
"""Stands for the address of a page that nobody noted (RFC 6761 reserves ``.invalid``)."""


def unlinked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without links that lead to the unknown place."""
    return tuple(_unlinked(block) for block in blocks)


def _unlinked(block: Block) -> Block:
    match block:
        case Paragraph() | Heading() | PullQuote():
            if not any(span.link for span in block.spans):
                return block
            return replace(block, spans=_spans(block.spans))
        case Quote() | Embed() | Footnote():
            return replace(block, blocks=unlinked(block.blocks))
        case Listing():
            return replace(block, items=tuple(replace(item, blocks=unlinked(item.blocks)) for item in block.items))
        case Table():
            rows = (tuple(replace(cell, spans=_spans(cell.spans)) for cell in row) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case _:
            return block


def _spans(spans: Spans) -> Spans:
    return joined(replace(span, link="") if span.link.startswith(UNKNOWN) else span for span in spans)
