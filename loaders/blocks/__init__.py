"""Every line of a text gets a kind, so that claims come from the article and never from what stands around it.

Tail headers, furniture lines, picture credits, bylines and tweets give lines away (`loaders/lexicon/furniture.csv`,
`credits.csv`, `datelines.csv`); of the rest the run that scores best as prose is the article.
"""

import re
from collections.abc import Iterator

from graph.model import Block, BlockKind
from graph.record import Span
from loaders.blocks.article import find_article
from loaders.blocks.datelines import opening
from loaders.blocks.kinds import kinds
from loaders.blocks.lines import Paragraph, paragraphs
from loaders.blocks.marks import SIGNATURE

MERGED: frozenset[BlockKind] = frozenset({"comment", "related", "furniture", "embed"})
"""Kinds whose neighbouring lines make one block; all others are a paragraph a block."""
FRONT_MATTER = re.compile(r"---[ \t]*\n.{0,5000}?\n---[ \t]*(?:\n|$)", re.DOTALL)
"""Lines between `---` at the top of a Markdown file, which say things about it."""
FIRST = 3
"""Paragraphs of prose among which a report begins: a notice and a summary may stand before it."""


def label(text: str) -> tuple[Block, ...]:
    """Blocks in order of the text. A paragraph is one block, wrapped lines of it joined; white space is in none."""
    matter = FRONT_MATTER.match(text)
    begin = matter.end() if matter else 0
    found = list(_apart([paragraph for paragraph in paragraphs(text) if paragraph.start >= begin]))
    blocks = [Block(kind="furniture", span=Span(start=0, end=len(text[:begin].rstrip())))] if begin else []
    for paragraph, kind in zip(found, kinds(found, find_article(found)), strict=True):
        span = Span(start=paragraph.start, end=paragraph.end)
        if blocks and blocks[-1].kind == kind and kind in MERGED:
            span = Span(start=blocks.pop().span.start, end=paragraph.end)
        blocks.append(Block(kind=kind, span=span))
    return tuple(blocks)


def _apart(found: list[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs, with a report's opening and what follows a tweet's signature on pieces of their own.

    A text with several openings that name no agency is a chronicle, and they date its entries.
    """
    prose = [paragraph for paragraph in found if paragraph.is_prose]
    bare = [paragraph for paragraph in prose if opening(paragraph.text, first=True)]
    report = sum(not opening(paragraph.text, first=False) for paragraph in bare) == 1
    first = prose[:FIRST] if report else []
    for paragraph in found:
        signature = SIGNATURE.search(paragraph.text) if paragraph.is_prose else None
        at = signature.end() if signature else opening(paragraph.text, first=paragraph in first)
        yield from _split(paragraph, at if paragraph.is_prose else 0)


def _split(paragraph: Paragraph, at: int) -> Iterator[Paragraph]:
    left, right = paragraph.text[:at].rstrip(), paragraph.text[at:].strip(" .\u00a0")
    if not left or not right:
        yield paragraph
        return
    start = paragraph.start
    yield Paragraph(start, start + len(left), left, paragraph.gap, paragraph.bullet)
    begin = start + paragraph.text.index(right, at)
    yield Paragraph(begin, paragraph.end, paragraph.text[begin - start :], gap=True)
