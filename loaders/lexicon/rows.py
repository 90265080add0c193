"""Reading the tables of names: `actors.csv`, `roles.csv`, `places.csv`, each row checked."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from graph.errors import LexiconError
from graph.model import ActorKind, Gender
from loaders.lexicon import HERE, read_table

TABLES = {
    "actors.csv": ("key", "name", "kind", "aliases", "country", "gender", "belongs_to", "wikidata"),
    "roles.csv": ("actor", "title", "of", "first", "last"),
    "places.csv": ("key", "name", "aliases", "country", "latitude", "longitude"),
}
KEY = re.compile(r"[a-z0-9_]+")
COUNTRY = re.compile(r"[A-Z]{2}")
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
LATITUDES, LONGITUDES = 90.0, 180.0


@dataclass(frozen=True)
class Row:
    """A row and where it stands."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """A cell that holds several values joined with `|`."""
        return tuple(part for part in (raw.strip() for raw in self.cells[column].split("|")) if part)

    def must(self, holds: object, sentence: str) -> None:
        """Raises: LexiconError with file and line if it does not hold."""
        if not holds:
            raise LexiconError(f"{self.path}, line {self.line}: {sentence}")


@dataclass
class Rows:
    """The rows of all folders; a later actor or place with the same key replaces the earlier one."""

    actors: dict[str, Row] = field(default_factory=dict)
    roles: list[Row] = field(default_factory=list)
    places: dict[str, Row] = field(default_factory=dict)


def read_rows(folders: tuple[Path, ...], states: frozenset[str]) -> Rows:
    """All rows of these folders, in order.

    Raises: LexiconError with file and line if a row is wrong, or if a folder is away, empty or holds an unknown table.
    """
    rows = Rows()
    for folder in folders:
        _check_folder(folder)
        for name in TABLES:
            if (folder / name).is_file():
                _read(rows, folder / name)
    _check_links(rows, states)
    return rows


def _check_folder(folder: Path) -> None:
    """A misspelt table would be left out without a word; the other tables that ship are for other stages to read."""
    known = {*TABLES, *(path.name for path in HERE.glob("*.csv"))}
    present = {path.name for path in folder.glob("*.csv")}
    if not present:
        raise LexiconError(f"The lexicon folder {folder} is away or holds no table such as {', '.join(TABLES)}.")
    if present - known:
        raise LexiconError(f"{folder / min(present - known)} is no table that is known; {', '.join(TABLES)} are.")


def _read(rows: Rows, path: Path) -> None:
    for line, cells in read_table(path, TABLES[path.name]):
        row = Row(path, line, cells)
        if path.name == "roles.csv":
            _check_role(row)
            rows.roles.append(row)
        else:
            _check_named(row)
            (_check_actor if path.name == "actors.csv" else _check_place)(row)
            (rows.actors if path.name == "actors.csv" else rows.places)[row["key"]] = row


def _check_named(row: Row) -> None:
    row.must(KEY.fullmatch(row["key"]), f"the key {row['key']!r} may hold only small letters, digits and _.")
    row.must(re.search(r"\w", row["name"]), "the name is empty.")
    row.must(not row["country"] or COUNTRY.fullmatch(row["country"]), "the country is no ISO code of two letters.")


def _check_actor(row: Row) -> None:
    row.must(row["kind"] in get_args(ActorKind), f"the kind must be one of {', '.join(get_args(ActorKind))}.")
    row.must(row["gender"] in ("", *get_args(Gender)), "the gender must be female, male or empty.")
    row.must(not row["wikidata"] or WIKIDATA.fullmatch(row["wikidata"]), "the Wikidata id must look like Q42.")


def _check_role(row: Row) -> None:
    row.must(row["title"], "the title is empty.")
    for column in ("first", "last"):
        row.must(not row[column] or DATE.fullmatch(row[column]), f"{column} must be YYYY, YYYY-MM or YYYY-MM-DD.")


def _check_place(row: Row) -> None:
    row.must(bool(row["latitude"]) == bool(row["longitude"]), "latitude and longitude go together.")
    for column, limit in (("latitude", LATITUDES), ("longitude", LONGITUDES)):
        row.must(not row[column] or _within(row[column], limit), f"the {column} is no number of degrees.")


def _within(text: str, limit: float) -> bool:
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) is not None and abs(float(text)) <= limit


def _check_links(rows: Rows, states: frozenset[str]) -> None:
    known = states | rows.actors.keys()
    for row in rows.actors.values():
        for key in row.many("belongs_to"):
            row.must(key in known, f"belongs_to names {key!r}, which no row lists.")
    for row in rows.roles:
        row.must(row["actor"] in rows.actors, f"no row lists the actor {row['actor']!r}.")
        row.must(not row["of"] or row["of"] in known, f"no row lists {row['of']!r}.")
