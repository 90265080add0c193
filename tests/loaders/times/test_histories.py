"""Histories of invented wars, lives, firms and disasters, annotated by hand: `[words|TIMEX3 value]` in the text.

`null` marks words that may be read or left. No document of an annotated set is in here.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.times import tag
from benchmarks.timex import Annotated, Expression, paired

TEXTS = sorted((Path(__file__).parent / "histories").glob("*.txt"))
MARKED = re.compile(r"\[([^\]|]*)\|([^\]]*)\]")
HEADING = re.compile(r"^[^\n]{1,90}[^\n.!?,;:]\n\n", re.MULTILINE)


def annotated(name: str, marked: str) -> Annotated:
    """A text without its marks, and what they say."""
    text, expressions, at = "", list[Expression](), 0
    for found in MARKED.finditer(marked):
        text += marked[at : found.start()]
        expressions.append(Expression(len(text), len(text) + len(found[1]), "", found[2]))
        text, at = text + found[1], found.end()
    return Annotated(name, text + marked[at:], "2009-12-19", tuple(expressions))


def wrong(document: Annotated) -> list[str]:
    """Words of which another value was read, or none."""
    read = tag(document, hide=False)
    pairs = paired(document.expressions, read)
    return [
        f"{document.text[one.start : one.end]}: {one.value}, read {read[pairs[at]].value if at in pairs else 'nothing'}"
        for at, one in enumerate(document.expressions)
        if one.value != "null" and (at not in pairs or read[pairs[at]].value != one.value)
    ]


def as_written(marked: str) -> str:
    return marked


def without_headings(marked: str) -> str:
    return HEADING.sub("", marked)


def first_half(marked: str) -> str:
    """Until the first paragraph that ends after the middle."""
    return marked[: marked.index("\n", len(marked) // 2)]


def second_half(marked: str) -> str:
    """From the first paragraph after the middle; its year may stand in the first half only."""
    return marked[marked.index("\n\n", len(marked) // 2) + 2 :]


@pytest.mark.parametrize(
    ("part", "least"),
    [
        pytest.param(as_written, 0.96, id="as written"),
        pytest.param(without_headings, 0.9, id="without headings"),
        pytest.param(first_half, 0.95, id="first half"),
        pytest.param(second_half, 0.8, id="second half"),
    ],
)
def test_most_times_of_histories_are_read_rightly(part: Callable[[str], str], least: float) -> None:
    documents = [annotated(path.stem, part(path.read_text("utf-8"))) for path in TEXTS]
    slips = [slip for document in documents for slip in wrong(document)]
    count = sum(one.value != "null" for document in documents for one in document.expressions)
    assert 1 - len(slips) / count >= least, "\n".join(slips)
