"""Cells of a CSV file that spreadsheets may open: nothing in them is run, and reading gives back what was written."""

import csv
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from graph.errors import DocumentError

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the local code page."""
LIST_SEPARATOR = " | "


def joined(values: Iterable[str]) -> str:
    """Several values in one cell; a bar inside a value is doubled, so that `parted` gives them back."""
    return LIST_SEPARATOR.join(value.replace("|", "||") for value in values)


def parted(cell: str) -> tuple[str, ...]:
    """The values of a cell that `joined` wrote; none for an empty cell."""
    return tuple(value.replace("||", "|") for value in cell.split(LIST_SEPARATOR)) if cell else ()


def guarded(cell: str) -> str:
    """The cell with a `'` before it if a spreadsheet would run it."""
    return f"'{cell}" if _is_run(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _is_run(cell[1:]) else cell


def _is_run(cell: str) -> bool:
    """Whether the cell starts a formula, behind quotes and blanks, too, which some programs drop; no number does."""
    for at, sign in enumerate(cell):
        if sign in "\t\r\n":
            return True
        if sign != "'" and not sign.isspace() and unicodedata.category(sign) != "Cf":
            return unicodedata.normalize("NFKC", sign)[0] in "=+-@" and not _is_number(cell[at:])
    return False


def _is_number(text: str) -> bool:
    """Whether it is a negative number as we write it."""
    return text[0] == "-" and text[1:].replace(".", "", 1).isdecimal() and text.isascii()


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], file: TextIO) -> None:
    """Header and rows, one after the other: UTF-8 text with byte order mark, CR LF, RFC 4180.

    The file must be opened with `newline=""` and encoding UTF-8.
    """
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)


def read_rows(columns: Sequence[str], file: TextIO) -> Iterator[dict[str, str]]:
    """The rows that `write_rows` wrote, by column; the file must be opened with `newline=""`.

    Raises: DocumentError if the header is another one or a row has another length.
    """
    csv.field_size_limit(sys.maxsize)  # a sentence has no longest length, and Python's limit would refuse it
    reader = csv.reader(file)
    header = next(reader, [])
    if [header[0].removeprefix(BYTE_ORDER_MARK), *header[1:]] != list(columns) if header else True:
        raise DocumentError(
            f"This file was not written by this version of Dateline: its columns are not {', '.join(columns[:3])} …"
        )
    for row in reader:
        if len(row) != len(columns):
            raise DocumentError(f"Line {reader.line_num} has {len(row)} cells; {len(columns)} were expected.")
        yield {column: unguarded(cell) for column, cell in zip(columns, row, strict=True)}
