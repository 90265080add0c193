"""Nothing in a cell is run by a spreadsheet, and reading gives back what was written."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.cells import guarded, joined, parted, read_rows, unguarded, write_rows
from graph.errors import DocumentError

# What spreadsheets look at, among letters: hypothesis would find a "=" behind three quotes too seldom.
nasty = st.text(
    st.one_of(st.sampled_from("=+-@'＝＋－＠ \t\r\n|\u200b\ufeff\u00a0.,5\";"), st.characters(codec="utf-8"))
)


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "＝1+1",
        "＠x",
        "\t=1",
        "\r=1",
        "\nplain",
        "  =1",
        "\u200b=1",
        "\ufeff=1",
        "'=1",
        "-5 soldiers",
        "--5",
        "-",
    ],
)
def test_a_cell_that_would_be_run_is_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-5", "-5.25", "3,000", "'tis", "a=b", "2024-10-18", "“=”", "../2024-10-25"])
def test_any_other_cell_is_left_alone(cell: str) -> None:
    assert guarded(cell) == cell


@given(nasty)
def test_taking_the_guard_away_gives_the_cell_back(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@given(st.lists(nasty.filter(bool), max_size=5))
def test_a_joined_list_comes_apart_into_its_values(values: list[str]) -> None:
    assert parted(joined(values)) == tuple(values)


@given(st.lists(st.lists(nasty, min_size=3, max_size=3), max_size=6))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    write_rows(("a", "b", "c"), rows, file)
    file.seek(0)
    assert [list(row.values()) for row in read_rows(("a", "b", "c"), file)] == rows


def test_a_file_begins_with_a_mark_and_ends_lines_as_the_standard_says() -> None:
    file = io.StringIO(newline="")
    write_rows(("a", "b"), [("one", 'a "quoted", cell')], file)
    assert file.getvalue() == '\ufeffa,b\r\none,"a ""quoted"", cell"\r\n'


def test_a_cell_longer_than_the_usual_limit_is_read_back() -> None:
    file = io.StringIO(newline="")
    write_rows(("a",), [("x" * 200_000,)], file)  # Python's csv gives up at 131,072
    file.seek(0)
    assert len(next(read_rows(("a",), file))["a"]) == 200_000


@pytest.mark.parametrize("text", ["", "x,y\r\n", "\ufeffa\r\n", "\ufeffb,a\r\n"])
def test_another_header_is_refused(text: str) -> None:
    with pytest.raises(DocumentError, match="not written by this version"):
        list(read_rows(("a", "b"), io.StringIO(text, newline="")))


def test_a_row_that_is_too_short_is_refused_with_its_line() -> None:
    with pytest.raises(DocumentError, match="Line 3 has 1 cells; 2 were expected"):
        list(read_rows(("a", "b"), io.StringIO("a,b\r\n1,2\r\n3\r\n", newline="")))
