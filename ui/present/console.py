"""Answers of the query console as a table and as a file."""

import io
import re
from collections.abc import Mapping
from datetime import date

from graph.cells import guarded, joined, write_rows
from graph.record import Record
from graph.store.base import Cell, QueryResult
from ui import address
from ui.present.render import render

ROWS_A_PAGE = 50
PARAMETER = re.compile(r"\$(\w+)")
QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*|/\*.*?\*/", re.DOTALL)
IDENT = re.compile(r"[cd][0-9a-f]{20}")
"""Ids of claims and documents (`graph.ids`); an event has the id of a claim."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


class Entry(Record):
    """A cell as the table shows it."""

    text: str
    href: str
    """Address of the event or document that the cell names; empty if it names none."""
    unbroken: bool
    """Whether it is a number or a day, which is not broken over lines."""


def table(result: QueryResult, page: int) -> str:
    """One page of the rows, counted from 1."""
    start = (page - 1) * ROWS_A_PAGE
    rows = [[_entry(cell) for cell in row] for row in result.rows[start : start + ROWS_A_PAGE]]
    return render(
        "table.html", columns=result.columns, rows=rows, total=len(result.rows), first=start + 1, more=result.truncated
    )


def pages(result: QueryResult) -> int:
    """How many pages the rows fill; 1 for no rows."""
    return max(1, -(-len(result.rows) // ROWS_A_PAGE))


def spreadsheet(result: QueryResult) -> bytes:
    """All rows as CSV, as `graph.cells` writes it."""
    file = io.StringIO(newline="")
    columns = [guarded(column) for column in result.columns]
    write_rows(columns, ([plain(cell) for cell in row] for row in result.rows), file)
    return file.getvalue().encode("utf-8")


def parameters(query: str) -> tuple[str, ...]:
    """Names of the parameters that a query wants, in order; those in strings and comments are none."""
    return tuple(dict.fromkeys(PARAMETER.findall(QUOTED.sub(" ", query))))


def plain(cell: Cell) -> str:
    """A cell as text: nothing for null, ISO for dates, lists joined with " | ", a node as its properties."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Mapping):
        return ", ".join(f"{name}: {plain(value)}" for name, value in cell.items())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, tuple):
        return joined(plain(one) for one in cell)
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def typed(text: str) -> Cell:
    """What somebody typed as a value: a day, a number, or the text itself."""
    if NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _entry(cell: Cell) -> Entry:
    text = plain(cell)
    return Entry(text=text, href=_href(text), unbroken=bool(NUMBER.fullmatch(text) or DAY.fullmatch(text)))


def _href(text: str) -> str:
    if not IDENT.fullmatch(text):
        return ""
    return address.event(text) if text.startswith("c") else address.document(text)
