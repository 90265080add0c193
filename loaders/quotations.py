"""Quotation marks: which words are somebody's own. Shared by the stages that ask who speaks."""

import re
from collections.abc import Iterator

QUOTATION = re.compile(
    r"“[^“”]*(?:”|\Z)|(?<![\w\"])\"(?=\S)[^\"]*(?:\"|\Z)|«[^«»]*»|(?<!\w)‘[^‘]{20,}?’(?!\w)"
    r"|(?<![\w'])'(?=[A-Z])(?:[^'\n]|(?<=\w)'(?=\w)){20,}?[.,!?]\s?'(?![\w'])"
    r"|``[^`']*(?:'(?!')[^`']*)*(?:''|\Z)"
)
"""Opening to closing mark, also as news agencies write them (``so''); a quotation that goes on in the next paragraph
has no closing mark in this one."""


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every quotation of a block's text, marks included."""
    return (match.span() for match in QUOTATION.finditer(text))
