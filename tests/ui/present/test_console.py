import csv
import io
from datetime import date

import pytest

from graph.store.base import Cell, QueryResult
from tests.ui.seen import HOSTILE, Seen
from ui.present import console


def result(*rows: tuple[Cell, ...], columns: tuple[str, ...] = ("a",), truncated: bool = False) -> QueryResult:
    return QueryResult(columns=columns, rows=rows, truncated=truncated)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "true"),
        (3, "3"),
        (3000.0, "3000"),
        (0.5, "0.5"),
        (date(2024, 10, 18), "2024-10-18"),
        (("a", 1), "a | 1"),
        ({"id": "x", "n": None}, "id: x, n: "),
    ],
)
def test_a_cell_is_text(cell: Cell, text: str) -> None:
    assert console.plain(cell) == text


def test_parameters_are_found_outside_strings_and_comments() -> None:
    query = "// $no\nMATCH (a {x: '$nor'}) /* $neither */ WHERE a.y = $yes AND a.z > $also AND a.y <> $yes RETURN a"
    assert console.parameters(query) == ("yes", "also")


@pytest.mark.parametrize(
    ("typed", "value"),
    [("3", 3), ("-2.5", -2.5), ("2024-10-18", date(2024, 10, 18)), ("soldiers", "soldiers"), ("", "")],
)
def test_what_is_typed_becomes_a_value(typed: str, value: Cell) -> None:
    assert console.typed(typed) == value


def test_ids_lead_to_events_and_documents() -> None:
    seen = Seen(console.table(result(("c" + "0" * 20,), ("d" + "1" * 20,), ("claim",)), 1))
    assert seen.links == [f"/event?event=c{'0' * 20}", f"/document?document=d{'1' * 20}"]


def test_rows_are_paged() -> None:
    many = result(*((number,) for number in range(120)), truncated=True)
    assert console.pages(many) == 3
    seen = Seen(console.table(many, 3))
    assert "Rows 101 to 120 of 120; there are more" in seen.text
    assert "99" not in seen.text


def test_no_row_is_said_so() -> None:
    assert "No row" in Seen(console.table(result(), 1)).text
    assert console.pages(result()) == 1


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_cells_are_text_on_the_page_and_in_the_file(hostile: str) -> None:
    answer = result((hostile,), columns=(hostile,))
    seen = Seen(console.table(answer, 1))
    assert seen.text.count(hostile) == 2
    assert not {"script", "img"} & set(seen.tags)
    header, row = csv.reader(io.StringIO(console.spreadsheet(answer).decode("utf-8-sig"), newline=""))
    for (cell,) in (header, row):
        assert cell in {hostile, f"'{hostile}"}
        assert not cell.startswith(("=", "+", "-", "@"))
