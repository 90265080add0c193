"""Plain text and Markdown: kept as it is, so that offsets are those of the file."""

import re
from collections.abc import Iterator

from loaders.formats.contract import Format, Source
from loaders.formats.encodings import decode
from loaders.records import Found, Given

FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,5000}?)\n---[ \t]*(?:\n|$)", re.DOTALL)
FRONT_LINE = re.compile(r"^([A-Za-z_]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
FRONT_KEYS = {
    "title": "title",
    "url": "url",
    "canonical_url": "url",
    "link": "url",
    "publisher": "publisher",
    "site": "publisher",
    "author": "authors",
    "authors": "authors",
    "date": "published",
    "published": "published",
    "lang": "language",
    "language": "language",
}
"""Keys of front matter that Jekyll, Hugo and Pandoc know → our names."""


def _read_text(source: Source) -> Iterator[Found]:
    data = source.content()
    yield source.found(decode(data, source.name), data, TEXT.name, Given())


def _read_markdown(source: Source) -> Iterator[Found]:
    data = source.content()
    text = decode(data, source.name)
    yield source.found(text, data, MARKDOWN.name, front_matter(text))


def front_matter(text: str) -> Given:
    """What the lines between `---` at the top of a Markdown file say; plain `key: value` lines only."""
    match = FRONT_MATTER.match(text)
    cells: dict[str, str | tuple[str, ...]] = {}
    for key, value in FRONT_LINE.findall(match.group(1)) if match else ():
        name, bare = FRONT_KEYS.get(key.lower()), value.strip("\"'[]")
        if name and bare:
            cells[name] = tuple(part.strip(" \"'") for part in bare.split(",")) if name == "authors" else bare
    return Given.model_validate(cells)


TEXT = Format("text", frozenset({".txt", ".text"}), lambda _: True, _read_text)
MARKDOWN = Format("markdown", frozenset({".md", ".markdown"}), lambda _: False, _read_markdown)
