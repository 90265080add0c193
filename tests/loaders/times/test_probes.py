"""The table of docs/times.md, run."""

from pathlib import Path

import pytest

from graph.when import edtf
from loaders.times.rules import RULES
from tests.loaders.times.reading import read

DOCUMENT = Path(__file__).parents[3] / "docs" / "times.md"
PROBES = (
    "will leave on Wednesday", "the 18th", "between 8 and 13 October 2024", "around 10:30 p.m. on Jan. 9",
    "several weeks in late 2024", "Two days later", "This past week", "in the coming weeks", "by the end of October",
    "last autumn", "for the fourth day in a row", "every other Friday", "the night of January 8 into 9",
    "The first half of 2025", "mid-October", "A year to the day after", "not open until December",
    "Between June and now",
)  # fmt: skip


def rows() -> list[list[str]]:
    table = DOCUMENT.read_text("utf-8").partition("## Eighteen probes")[2].partition("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("|")][2:]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[1])
def test_each_row_of_the_table_is_what_is_read(row: list[str]) -> None:
    text, words, value, days, basis, rule = row
    (found,) = [one for one in read(text).times if one.mention.text == words]
    when = found.when
    assert (found.value or "–", edtf(when) if when else "–") == (value, days)
    assert (when.basis if when else "–", found.mention.rule) == (basis, rule)


@pytest.mark.parametrize("probe", PROBES)
def test_each_probe_stands_in_the_table(probe: str) -> None:
    assert any(probe in row[0] for row in rows())


def test_every_rule_tells_readers_what_it_does() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert [rule.name for rule in RULES if not rule.told.endswith(".")] == []
