"""Files to texts: the ending chooses the format; a file without a known ending is looked at."""

from collections.abc import Iterator
from pathlib import Path

from loaders.formats.contract import STANDARD_INPUT, Format, Source
from loaders.formats.html import HTML
from loaders.formats.jsonlines import JSON_LINES
from loaders.formats.text import MARKDOWN, TEXT
from loaders.records import Found, Given

FORMATS: tuple[Format, ...] = (JSON_LINES, HTML, MARKDOWN, TEXT)
"""Asked in this order what the first bytes look like; the last one takes everything."""
ENDINGS: frozenset[str] = frozenset().union(*(one.endings for one in FORMATS))
HEAD = 2_000
"""Bytes that are looked at."""


def read(path: Path, given: Given) -> Iterator[Found]:
    """The texts of a file, in its order; `-` is standard input, plain text.

    A file of several documents hands over all that can be read *before* it raises for those that cannot, so take its
    texts one by one.

    Raises: DocumentError with a whole sentence about that file: it is away, no text, in an unknown encoding, too large.
    """
    source = Source(path, given)
    yield from format_of(source).read(source)


def format_of(source: Source) -> Format:
    """The format by ending, else by the first bytes.

    Raises: DocumentError if the file cannot be opened.
    """
    if source.path == STANDARD_INPUT:
        return TEXT
    for one in FORMATS:
        if source.path.suffix.lower() in one.endings:
            return one
    with source.open() as stream:
        head = stream.read(HEAD)
    return next(one for one in FORMATS if one.begins(head))
