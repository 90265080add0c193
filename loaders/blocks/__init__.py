"""Every line of a text gets a kind, so that claims come from the article and never from what stands around it.

Tail headers, furniture lines, picture credits, bylines and tweets give lines away (`loaders/lexicon/furniture.csv`,
`credits.csv`, `datelines.csv`); of the rest the run that scores best as prose is the article.
"""

from graph.model import Block, BlockKind
from graph.record import Span
from loaders.blocks.article import find_article
from loaders.blocks.kinds import kinds
from loaders.blocks.lines import paragraphs

MERGED: frozenset[BlockKind] = frozenset({"comment", "related", "furniture", "embed"})
"""Kinds whose neighbouring lines make one block; all others are a paragraph a block."""


def label(text: str) -> tuple[Block, ...]:
    """Blocks in order of the text. A paragraph is one block, wrapped lines of it joined; white space is in none."""
    found = paragraphs(text)
    blocks: list[Block] = []
    for paragraph, kind in zip(found, kinds(found, find_article(found)), strict=True):
        span = Span(start=paragraph.start, end=paragraph.end)
        if blocks and blocks[-1].kind == kind and kind in MERGED:
            span = Span(start=blocks.pop().span.start, end=paragraph.end)
        blocks.append(Block(kind=kind, span=span))
    return tuple(blocks)
