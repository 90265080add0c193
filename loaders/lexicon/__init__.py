"""Words and names, as tables. Every row says where it is from; a wrong row is told with file and line.

A table is a UTF-8 CSV file with a header. A `source` column is always there. Lines that begin with `#` are remarks.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graph.errors import LexiconError

HERE = Path(__file__).parent


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of every row, cells stripped.

    Raises: LexiconError if the file is away or no UTF-8, a column is missing or unknown, or a row has too many or too
    few cells, or no source.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"The lexicon table {path.name} cannot be read: {error}.") from error
    lines = [
        (number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip() and line[0] != "#"
    ]
    if not lines:
        raise LexiconError(f"The lexicon table {path.name} is empty; its first line must be {','.join(columns)}.")
    header = next(csv.reader([lines[0][1]]))
    if sorted(header) != sorted({*columns, "source"}):
        raise LexiconError(f"{path.name}, line {lines[0][0]}: the columns must be {','.join(columns)},source.")
    for number, line in lines[1:]:
        yield number, _cells(path, number, header, line)


def _cells(path: Path, number: int, header: list[str], line: str) -> dict[str, str]:
    cells = [cell.strip() for cell in next(csv.reader([line]))]
    if len(cells) != len(header):
        raise LexiconError(f"{path.name}, line {number}: {len(header)} cells expected, {len(cells)} found.")
    row = dict(zip(header, cells, strict=True))
    if not row["source"]:
        raise LexiconError(f"{path.name}, line {number}: a row must name its source.")
    return row


def table(name: str, *columns: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a table that ships with Dateline, by its name without folder and ending."""
    return read_table(HERE / f"{name}.csv", columns)


@cache
def word_class(name: str) -> frozenset[str]:
    """Lemmas of a class of the table `word_classes`; empty for a class that has none."""
    return frozenset(row["word"] for _, row in table("word_classes", "class", "word") if row["class"] == name)


@cache
def words_for(use: str) -> frozenset[str]:
    """Lemmas of a use of the table `description_words`; empty for a use that has none."""
    return frozenset(row["word"] for _, row in table("description_words", "use", "word") if row["use"] == use)


@cache
def saying() -> frozenset[str]:
    """Verbs that tell what somebody said, from the table `speech`."""
    return frozenset(row["lemma"] for _, row in table("speech", "lemma", "form", "how") if row["form"] == "verb")
