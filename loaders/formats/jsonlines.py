"""Dateline's JSON lines: one document a line, with the names of `documents.csv` and its `text`.

A line without `file` is named after the file it stands in and its number, from 1: "pile.jsonl#7".
"""

import json
from collections.abc import Iterator
from typing import BinaryIO

from pydantic import ValidationError

from graph.errors import DocumentError
from loaders.datestrings import read_date
from loaders.formats.contract import LARGEST, Format, Source
from loaders.formats.encodings import decode
from loaders.records import Found, Given

NAMES = frozenset(Given.model_fields)
OTHER_NAMES = frozenset({"text", "id", "file"})
"""Names a line may carry besides those of `Given`; the id is that of its text and is not read."""


def _read(source: Source) -> Iterator[Found]:
    wrong: list[str] = []
    with source.open() as stream:
        for number, line in _lines(stream):
            try:
                yield _document(source, number, line)
            except DocumentError as error:
                wrong.append(f"line {number}: {error.message}")
    if wrong:
        raise DocumentError(
            f"{source.name}: {len(wrong)} {'line was' if len(wrong) == 1 else 'lines were'} left out. "
            + " ".join(wrong),
            hint="The other lines were read.",
        )


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Numbers from 1 and lines that are not empty; of an overlong line only the beginning is kept in memory."""
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        rest = line
        while len(rest) > LARGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LARGEST + 1)
        if line.strip():
            yield number, line


def _document(source: Source, number: int, line: bytes) -> Found:
    if len(line) > LARGEST:
        raise DocumentError(f"it is longer than {LARGEST // 1_000_000} MB.")
    row = _row(decode(line, "it"))
    text = str(row["text"])
    given = _given({name: value for name, value in row.items() if name in NAMES and value not in (None, "")})
    read_date(given.published)
    merged = source.given.model_copy(update=given.model_dump(exclude_defaults=True))
    name = str(row.get("file") or f"{source.name}#{number}")
    found = source.found(text.replace("\r\n", "\n"), line, JSON_LINES.name, Given())
    return found.model_copy(update={"given": merged, "name": name})


def _row(line: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DocumentError("it is no JSON.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise DocumentError("it needs a name “text” with the words of the document.")
    unknown = sorted(set(row) - NAMES - OTHER_NAMES)
    if unknown:
        raise DocumentError(f"nobody knows the name “{unknown[0]}”.")
    return row


def _given(row: dict[str, object]) -> Given:
    if isinstance(row.get("authors"), str):
        row = row | {"authors": [row["authors"]]}
    try:
        return Given.model_validate(row)
    except ValidationError as error:
        place = error.errors()[0]["loc"][0]
        raise DocumentError(f"its “{place}” must be text.") from error


def _begins(head: bytes) -> bool:
    return head.lstrip().startswith(b'{"') and b'"text"' in head


JSON_LINES = Format("json lines", frozenset({".jsonl", ".ndjson"}), _begins, _read)
