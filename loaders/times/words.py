"""The lexicon of times: what kind of word each word is, read once from `loaders/lexicon/times_*.csv`.

A kind is one character, so that a text becomes a string of kinds and a rule a regular expression over it.
"""

import re
from functools import cache
from typing import NamedTuple

from graph.errors import LexiconError
from loaders.lexicon import table

Value = object
"""What a word means: a number of a month, the name of a unit, a form."""


class Word(NamedTuple):
    """One entry of the lexicon."""

    kind: str
    value: Value


Phrase = tuple[tuple[str, ...], Word]
"""The parts of a phrase and what they mean together."""
PARTS = re.compile(r"'s\b|[^\s'.]+(?:'(?!s\b)[^\s'.]+)*|['.]")
"""A phrase is cut as texts are (`pieces.PIECE`)."""
KINDS: dict[str, str] = {}
"""Name of a kind → its character, in order of first use."""


def kind(name: str) -> str:
    """The character that stands for a kind. Private use area, so that no pattern syntax is met by chance."""
    return KINDS.setdefault(name, chr(0xE000 + len(KINDS)))


OTHER, NAME = kind("other"), kind("name")
"""A word that the lexicon does not know, in lower case and with a capital."""


@cache
def words() -> dict[str, Word]:
    """Every spelling of every single word.

    Raises: LexiconError if a word stands in two rows.
    """
    found: dict[str, Word] = {}
    for name in ("times_calendar", "times_numbers", "times_words"):
        columns = ("word", "kind", "value", "case") if name == "times_calendar" else ("word", "kind", "value")
        for line, row in table(name, *columns):
            entry = Word(kind(row["kind"]), _value(row["value"]))
            capital = row.get("case") == "capital"
            for spelling in _spellings(row["word"], capital=capital):
                if found.setdefault(spelling, entry) != entry:
                    raise LexiconError(f"{name}.csv, line {line}: the word {row['word']} stands in another row, too.")
    return found


@cache
def phrases() -> dict[str, dict[str, tuple[Phrase, ...]]]:
    """First word, in lower case → second one (or nothing) → what may begin with them, longest first."""
    found: dict[str, list[Phrase]] = {}
    for _, row in table("times_phrases", "words", "kind", "value"):
        _add(found, row["words"], Word(kind(row["kind"]), row["value"]))
    for _, row in table("times_holidays", "name", "day"):
        _add(found, row["name"], Word(kind("holiday"), row["day"]))
    return {first: _by_second(rows) for first, rows in found.items()}


def _by_second(rows: list[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for parts, word in sorted(rows, key=lambda row: -len(row[0])):
        second = parts[1].lower() if len(parts) > 1 else ""
        found[second] = (*found.get(second, ()), (parts, word))
    return found


def _add(found: dict[str, list[Phrase]], text: str, word: Word) -> None:
    parts = tuple(PARTS.findall(text.replace("’", "'")))
    found.setdefault(parts[0].lower(), []).append((parts, word))


def _spellings(word: str, *, capital: bool) -> set[str]:
    plain = {word, word.upper(), word[:1].upper() + word[1:]}
    return plain if capital else plain | {word.lower()}


def _value(cell: str) -> Value:
    return int(cell) if cell.isdigit() else cell
