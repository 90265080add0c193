"""What kind of happening a word names: rows of the lexicon, the one that asks most of a clause first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.errors import LexiconError
from loaders.lexicon import HERE, read_table

ONTOLOGY = HERE.parents[1] / "graph" / "ontology.csv"
ROLES = frozenset({"", "agent", "patient", "recipient", "topic"})
NONE = frozenset({"", "none"})
AGAIN = re.compile("^(?:re|co)-")
"""Prefixes that leave a verb of its kind: done again, done together. "Pre-empt" and "counter-attack" are others."""

Features = Mapping[str, frozenset[str]]
"""What a clause looks like: "object" → lemmas of its objects, "to" → lemmas after "to", "clause" → (), …"""


@dataclass(frozen=True)
class Row:
    """One row of verbs.csv or nouns.csv."""

    lemma: str
    tests: tuple[tuple[str, str], ...]
    """(slot, word): the slot must be there, and hold the word or a word of the class ("@arms") if one is given."""
    type: str | None
    first: str
    """Role of a verb's subject or a noun's possessor; empty = agent."""
    second: str
    """Role of a verb's object or of what follows a noun's "of"; empty = patient for verbs, by the phrase for nouns."""


@dataclass(frozen=True)
class Types:
    """The lexicon of happenings."""

    verbs: Mapping[str, tuple[Row, ...]]
    nouns: Mapping[str, tuple[Row, ...]]
    states: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    light: Mapping[str, Mapping[str, str]]
    """Light verb → noun or "*" → role of the subject."""
    happening: frozenset[tuple[str, str]]
    """(lemma, voice) of verbs that say that their subject came about."""
    empty: frozenset[str]
    """Verbs that only say how the infinitive after them is meant."""

    @property
    def measures(self) -> frozenset[str]:
        """Nouns that only count or shape what follows their "of": "dozens", "layers"."""
        return self.classes.get("measure", frozenset())

    @property
    def relatives(self) -> frozenset[str]:
        """Nouns for persons that belong to somebody: "sister", "spokesman"."""
        return self.classes.get("relative", frozenset())

    def row(self, lemma: str, form: str, features: Features) -> Row | None:
        """The row that fits and asks most; on a tie the one that stands first. Who is re-arrested is arrested."""
        known = self.verbs if form == "verb" else self.nouns
        rows = known.get(lemma) or known.get(AGAIN.sub("", lemma), ())
        return next((row for row in rows if self._fits(row, features)), None)

    def _fits(self, row: Row, features: Features) -> bool:
        return all(self._holds(features, slot, word) for slot, word in row.tests)

    def _holds(self, features: Features, slot: str, word: str) -> bool:
        if slot.startswith("no-"):
            return not self._holds(features, slot.removeprefix("no-"), word)
        if slot not in features:
            return False
        wanted = self.classes.get(word[1:], frozenset()) if word.startswith("@") else frozenset({word})
        return not word or bool(features[slot] & wanted)

    def is_event(self, lemma: str) -> bool:
        """Whether a noun names a happening."""
        return lemma in self.nouns and lemma not in self.states

    def is_state(self, lemma: str) -> bool:
        """Whether an adjective tells of a happening or a state."""
        return lemma in self.states

    def is_light(self, verb: str, noun: str) -> bool:
        """Whether the verb only carries this noun."""
        nouns = self.light.get(verb, {})
        return noun in nouns or ("*" in nouns and self.is_event(noun))

    def light_subject(self, verb: str, noun: str) -> str:
        """Role of the subject of a light verb."""
        nouns = self.light.get(verb, {})
        return nouns.get(noun) or nouns.get("*") or "agent"

    def happens(self, lemma: str, *, passive: bool) -> bool:
        """Whether the verb says that its subject came about."""
        return (lemma, "passive" if passive else "active") in self.happening

    def is_empty(self, lemma: str) -> bool:
        """Whether the verb only says how an infinitive after it is meant."""
        return lemma in self.empty

    def knows_phrase(self, lemma: str) -> bool:
        """Whether a verb with its preposition has rows of its own."""
        return lemma in self.verbs


@cache
def read_types(folder: Path | None = None) -> Types:
    """The tables that ship with Dateline, then those of the same names in a user's folder.

    Raises: LexiconError for an unknown type, role or class, with file and line.
    """
    classes = _grouped(folder, "word_classes", "class", "word")
    states = {row["lemma"] for _, _, row in _rows(folder, "states", "lemma", "frame", "type", "first", "second")}
    nouns = (*_typed(folder, "nouns", classes), *_typed(folder, "states", classes))
    light: dict[str, dict[str, str]] = defaultdict(dict)
    for _, _, row in _rows(folder, "light_verbs", "verb", "noun", "subject"):
        light[row["verb"]][row["noun"]] = row["subject"]
    return Types(
        verbs=_by_lemma(_typed(folder, "verbs", classes)),
        nouns=_by_lemma(nouns),
        states=frozenset(states),
        classes=classes,
        light=light,
        happening=frozenset(
            (row["lemma"], row["voice"]) for _, _, row in _rows(folder, "happening_verbs", "lemma", "voice")
        ),
        empty=frozenset(row["lemma"] for _, _, row in _rows(folder, "empty_verbs", "lemma")),
    )


def _rows(folder: Path | None, name: str, *columns: str) -> Iterable[tuple[Path, int, dict[str, str]]]:
    for place in (HERE, folder):
        path = place / f"{name}.csv" if place is not None else None
        if path is not None and (place == HERE or path.exists()):
            yield from ((path, line, row) for line, row in read_table(path, columns))


def _grouped(folder: Path | None, name: str, key: str, value: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for _, _, row in _rows(folder, name, key, value):
        found[row[key]].add(row[value])
    return {group: frozenset(words) for group, words in found.items()}


def _typed(folder: Path | None, name: str, classes: Mapping[str, frozenset[str]]) -> list[Row]:
    """Rows of a table; a user's row replaces the shipped one of the same lemma and frame."""
    known = {row["type"] for _, row in read_table(ONTOLOGY, ("type", "family", "quad_class", "cameo", "label"))}
    found: dict[tuple[Path, str, str], Row] = {}
    for path, line, row in _rows(folder, name, "lemma", "frame", "type", "first", "second"):
        tests = tuple((slot, word) for slot, _, word in (test.partition(":") for test in row["frame"].split()))
        lost = {word for _, word in tests if word.startswith("@") and word[1:] not in classes}
        unknown = {row["type"]} - known - NONE | lost | ({row["first"], row["second"]} - ROLES)
        if unknown:
            raise LexiconError(f"{path.name}, line {line}: no type, class or role is called {min(unknown)}.")
        if (path, row["lemma"], row["frame"]) in found:
            raise LexiconError(f"{path.name}, line {line}: “{row['lemma']}” stands there twice with that frame.")
        kind = None if row["type"] in NONE else row["type"]
        found[path, row["lemma"], row["frame"]] = Row(row["lemma"], tests, kind, row["first"], row["second"])
    return list({(lemma, frame): row for (_, lemma, frame), row in found.items()}.values())


def _by_lemma(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.lemma].append(row)
    return {lemma: tuple(sorted(group, key=_demands, reverse=True)) for lemma, group in found.items()}


def _demands(row: Row) -> int:
    """How much a row asks of a clause; what must not be there counts for nothing."""
    return sum(not slot.startswith("no-") for slot, _ in row.tests)
