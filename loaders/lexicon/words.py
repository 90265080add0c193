"""The tables of words that describe actors, those that ship and then a user's: titles, institutions, given names."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import get_args

from graph.model import ActorKind, Gender
from loaders.lexicon import HERE, read_table
from loaders.lexicon.phrases import fold
from loaders.lexicon.rows import Row
from loaders.lexicon.who import Institution, Lexicon


def rows_of(folders: Sequence[Path], name: str, *columns: str) -> Iterator[Row]:
    """The rows of a table that ships, then of the table of that name in each folder that has one.

    Raises: LexiconError with file and line if a table is no table of these columns.
    """
    for folder in (HERE, *folders):
        path = folder / f"{name}.csv"
        if folder == HERE or path.is_file():
            for line, cells in read_table(path, columns):
                yield Row(path, line, cells)


def list_words(made: Lexicon, folders: Sequence[Path]) -> None:
    """The words that make actors out of countries and persons, and those that describe.

    Raises: LexiconError with file and line if a row is wrong.
    """
    for row in rows_of(folders, "institutions", "key", "name", "kind", "aliases"):
        _list_institution(made, row)
    forces = [(row["word"], row["group"]) for row in rows_of(folders, "forces", "word", "group")]
    for word, group in forces:
        made.phrases.add(word, "force", group)
    made.forces_words = frozenset(word for word, _ in forces)
    for row in rows_of(folders, "descriptions", "word", "kinds"):
        row.must(set(row.many("kinds")) <= set(get_args(ActorKind)), "a kind of actor is unknown.")
        made.descriptions[row["word"]] = row.many("kinds")  # type: ignore[assignment]  # just checked
    for row in rows_of(folders, "contexts", "name", "actor", "needs"):
        row.must({row["actor"], *row.many("needs")} <= made.actors.keys(), "no row lists one of these actors.")
        made.phrases.add(row["name"], "context", row["actor"])
        made.contexts[row["actor"]] = row.many("needs")
    for row in rows_of(folders, "description_words", "use", "word"):
        known = made.description_words.get(row["use"], frozenset())
        made.description_words[row["use"]] = known | {row["word"]}
    made.name_endings.update({row["word"]: row["kind"] for row in rows_of(folders, "name_endings", "word", "kind")})
    made.titles.update({fold(row["word"]): row["title"] for row in rows_of(folders, "titles", "word", "title")})
    made.family_first = frozenset(fold(row["word"]) for row in rows_of(folders, "family_name_first", "word"))
    _list_genders(made, folders)


def _list_institution(made: Lexicon, row: Row) -> None:
    row.must(row["kind"] in get_args(ActorKind), f"the kind must be one of {', '.join(get_args(ActorKind))}.")
    made.institutions[row["key"]] = Institution(row["key"], row["name"], row["kind"])  # type: ignore[arg-type]
    for name in row.many("aliases"):
        made.phrases.add(name, "institution", row["key"])
        made.organ_words[fold(name)] = row["key"]


def _list_genders(made: Lexicon, folders: Sequence[Path]) -> None:
    made.honorifics.update(_genders(folders, "honorifics", str))
    made.gendered.update({word: gender for word, gender in _genders(folders, "gendered_nouns", str).items() if gender})
    made.given_names.update({word: gender for word, gender in _genders(folders, "given_names", fold).items() if gender})


def _genders(folders: Sequence[Path], name: str, written: Callable[[str], str]) -> dict[str, Gender | None]:
    found: dict[str, Gender | None] = {}
    for row in rows_of(folders, name, "word", "gender"):
        row.must(row["gender"] in ("", *get_args(Gender)), "the gender must be female, male or empty.")
        found[written(row["word"])] = row["gender"] or None  # type: ignore[assignment]  # just checked
    return found
