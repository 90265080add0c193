"""`documents.csv`: what a person says about the files beside it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import DocumentError
from loaders.datestrings import read_date
from loaders.formats.contract import LARGEST
from loaders.formats.encodings import decode
from loaders.records import Given

NAME = "documents.csv"
COLUMNS = ("file", "title", "url", "publisher", "authors", "published", "language")
HINT = "Its columns are " + ", ".join(COLUMNS) + "; all but file may be left out."


@dataclass
class Table:
    """The rows of one `documents.csv`."""

    rows: dict[str, Given] = field(default_factory=dict)
    """By file name."""
    refused: dict[str, DocumentError] = field(default_factory=dict)
    """Files whose row is wrong: better not loaded than loaded without what was meant."""
    wrong: list[DocumentError] = field(default_factory=list)
    """Rows that are about no file."""
    broken: DocumentError | None = None
    """The whole table cannot be read."""

    def given(self, name: str) -> Given:
        """What is said about a file. Raises: DocumentError if its row, or the table, is wrong."""
        error = self.broken or self.refused.get(name)
        if error:
            raise error
        return self.rows.get(name, Given())


def read_rows(folder: Path) -> Table:
    """The table of a folder, empty if there is none. Authors are separated by `;` or `|`."""
    path = folder / NAME
    table = Table()
    if not path.is_file():
        return table
    try:
        for number, row in _rows(path):
            _add(table, folder, number, row)
    except DocumentError as error:
        table.broken = error
    return table


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells. Raises: DocumentError if the file cannot be read or a column is unknown."""
    try:
        text = decode(path.read_bytes()[:LARGEST], path.name)
    except OSError as error:
        raise DocumentError(f"{path.name} cannot be read: {error.strerror}.") from error
    header = text.partition("\n")[0]
    reader = csv.reader(text.splitlines(keepends=True), delimiter=";" if ";" in header and "," not in header else ",")
    try:
        columns = [cell.strip().lower() for cell in next(reader, [])]
        unknown = next((column for column in columns if column not in COLUMNS), None)
        if unknown is not None or "file" not in columns:
            what = "there is no column “file”" if unknown is None else f"nobody knows the column “{unknown}”"
            raise DocumentError(f"{path.name}, line 1: {what}.", hint=HINT)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, _cells(columns, cells, reader.line_num)
    except csv.Error as error:
        raise DocumentError(f"{path.name}, line {reader.line_num}: {error}.", hint=HINT) from error


def _cells(columns: list[str], cells: list[str], number: int) -> dict[str, str]:
    if len(cells) > len(columns):
        raise DocumentError(
            f"{NAME}, line {number}: there are {len(cells)} cells under {len(columns)} columns.",
            hint="Put cells that hold a comma into quotation marks.",
        )
    return dict(zip(columns, (cell.strip() for cell in cells), strict=False))


def _add(table: Table, folder: Path, number: int, row: dict[str, str]) -> None:
    name = row.pop("file", "")
    if not name or not (folder / name).is_file():
        what = f"there is no file {name} beside it" if name else "it names no file"
        table.wrong.append(DocumentError(f"{NAME}, line {number}: {what}.", hint="Check the name in the column file."))
        return
    if name in table.rows:
        table.refused[name] = DocumentError(f"{NAME}, line {number}: {name} has a row already.")
        return
    try:
        read_date(row.get("published", ""))
    except DocumentError as error:
        table.refused[name] = DocumentError(f"{NAME}, line {number}: {error.message}", hint=error.hint)
        return
    authors = tuple(part.strip() for part in row.pop("authors", "").replace("|", ";").split(";") if part.strip())
    table.rows[name] = Given(**row, authors=authors)
