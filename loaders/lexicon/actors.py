"""Who is who: the listed actors, their offices, the places, and the words that make actors out of countries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graph.model import Actor, ActorKind, ActorRole, Gender, Place
from loaders.lexicon import HERE, table
from loaders.lexicon.phrases import Phrases, fold
from loaders.lexicon.rows import Row, read_rows

FAMILY_NAME_COUNTRIES = frozenset({"KP", "KR", "CN", "TW", "VN"})
"""Where the family name stands first. Japanese and Hungarian names are turned round in English news."""


@dataclass(frozen=True)
class Office:
    """Who held an office of a state or organisation, and when; dates are EDTF, empty if unknown or unended."""

    actor: str
    title: str
    of: str
    first: str
    last: str

    def held_on(self, day: str) -> bool:
        """Whether it was held on a day (ISO). The ends count, a month or year as a whole."""
        return self.first <= day and (not self.last or day[: len(self.last)] <= self.last)


@dataclass(frozen=True)
class Country:
    """A state in words."""

    iso: str
    key: str
    name: str
    adjective: str
    """As it stands before a noun: "North Korean"; the name itself where English has no adjective."""


@dataclass(frozen=True)
class Institution:
    """An organ that every state has; `key` is empty for words that mean the state itself ("government")."""

    key: str
    name: str
    kind: ActorKind


@dataclass
class Lexicon:
    """All rows, ready to be looked for. Made by `lexicon()`; not changed afterwards."""

    actors: dict[str, Actor] = field(default_factory=dict)
    """By key."""
    places: dict[str, Place] = field(default_factory=dict)
    """By id: "place." and the key."""
    offices: list[Office] = field(default_factory=list)
    countries: dict[str, Country] = field(default_factory=dict)
    """By key."""
    state_of: dict[str, str] = field(default_factory=dict)
    """ISO code → key."""
    institutions: dict[str, Institution] = field(default_factory=dict)
    """By key, "" for the state."""
    organ_words: dict[str, str] = field(default_factory=dict)
    """Folded word for an institution → its key."""
    contexts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Actor → those of which one must be named before "the North" means it."""
    phrases: Phrases = field(default_factory=Phrases)
    titles: dict[str, str] = field(default_factory=dict)
    """Folded word for an office → the title as `roles.csv` writes it."""
    honorifics: dict[str, Gender | None] = field(default_factory=dict)
    """As written, such as "Mr", "Dame", "Gen."; the dot is part of it."""
    gendered: dict[str, Gender] = field(default_factory=dict)
    """Small nouns: "sister"."""
    name_endings: dict[str, str] = field(default_factory=dict)
    """Last word of a name, as written → organisation or place ("Hotel")."""
    given_names: dict[str, Gender] = field(default_factory=dict)
    """Folded."""
    family_first: frozenset[str] = frozenset()
    """Folded family names that stand before the given name."""
    holders: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """(title, folded surname) → listed actors of that surname who ever held such an office."""
    holder_surnames: frozenset[str] = frozenset()
    descriptions: dict[str, tuple[ActorKind, ...]] = field(default_factory=dict)
    """Lemma of a common noun → what it may describe: "agency" an organisation or a medium."""
    description_words: dict[str, frozenset[str]] = field(default_factory=dict)
    """Use → lemmas: "part" ("a contingent of …"), "kind" ("the … newspaper"), "amount", "former" …"""
    forces_words: frozenset[str] = frozenset()
    """Words for soldiers, small, in the plural."""

    def organ(self, state: str, key: str) -> Actor:
        """An organ of a state ("Japanese navy"), as a row lists it if one does; for "government" the state itself."""
        if not key:
            return self.actors[state]
        organ = self.institutions[key]
        name = f"{self.countries[state].adjective} {organ.name}"
        listed = self.phrases.keys(name, "actor")
        return self.actors[listed[0]] if listed else self._of(state, key, name, organ.kind)

    def forces(self, state: str) -> Actor:
        """A state's soldiers."""
        return self._of(state, "troops", f"{self.countries[state].adjective} troops", "group")

    def people(self, state: str, name: str) -> Actor:
        """A state's nationals."""
        return self._of(state, "people", name, "group")

    def state(self, actor: Actor) -> str | None:
        """Key of the state an actor belongs to or is."""
        return self.state_of.get(actor.country) if actor.country else None

    def _of(self, state: str, key: str, name: str, kind: ActorKind) -> Actor:
        return Actor(
            id=f"{state}.{key}",
            name=name,
            kind=kind,
            aliases=(),
            country=self.countries[state].iso,
            gender=None,
            roles=(),
            wikidata=None,
            belongs_to=(state,),
        )

    def surname(self, name: str, country: str | None) -> str:
        """The folded family name: the last word, or the first where names run that way."""
        parts = name.split()
        first, last = fold(parts[0]), fold(parts[-1])
        here = first in self.family_first and first not in self.given_names and last not in self.given_names
        return first if len(parts) > 1 and (country in FAMILY_NAME_COUNTRIES or here) else last


@cache
def lexicon(*folders: Path) -> Lexicon:
    """What ships, then the rows of these folders; the same folders give the same object.

    Raises: LexiconError with file and line if a row is wrong, or if a folder is away or holds none of the tables.
    """
    made = Lexicon()
    _list_countries(made)
    stories = sorted(path for path in (HERE / "stories").iterdir() if path.is_dir())
    rows = read_rows((HERE, *stories, *folders), frozenset(made.countries))
    for row in rows.roles:
        made.offices.append(Office(row["actor"], row["title"], row["of"], row["first"], row["last"]))
    for row in rows.actors.values():
        _list_actor(made, row)
    for row in rows.places.values():
        _list_place(made, row)
    _list_words(made)
    _list_holders(made)
    return made


def _list_countries(made: Lexicon) -> None:
    """Every state with its seats; the name is a place too."""
    for line, cells in table("countries", "iso", "key", "name", "aliases", "adjectives", "people", "seats", "wikidata"):
        row = Row(HERE / "countries.csv", line, cells)
        names, adjectives = (row["name"], *row.many("aliases")), row.many("adjectives")
        made.countries[row["key"]] = Country(row["iso"], row["key"], row["name"], next(iter(adjectives), row["name"]))
        made.state_of[row["iso"]] = row["key"]
        made.actors[row["key"]] = Actor(
            id=row["key"],
            name=row["name"],
            kind="state",
            aliases=tuple(sorted({*names[1:], *row.many("seats")})),
            country=row["iso"],
            gender=None,
            roles=(),
            wikidata=row["wikidata"] or None,
        )
        made.places[f"place.{row['key']}"] = Place(
            id=f"place.{row['key']}", name=row["name"], country=row["iso"], latitude=None, longitude=None
        )
        for name in names:
            made.phrases.add(name, "state", row["key"])
        for name in row.many("seats"):
            made.phrases.add(name.removeprefix("the "), "seat", row["key"])
        for name in adjectives:
            made.phrases.add(name, "adjective", row["key"])
        for name in row.many("people"):
            made.phrases.add(name, "people", row["key"])


def _list_actor(made: Lexicon, row: Row) -> None:
    key, name, aliases = row["key"], row["name"], row.many("aliases")
    held = [office for office in made.offices if office.actor == key]
    made.actors[key] = Actor(
        id=key,
        name=name,
        kind=row["kind"],
        aliases=tuple(sorted(set(aliases) - {name})),
        country=row["country"] or None,
        gender=row["gender"] or None,
        roles=tuple(ActorRole(title=o.title, first=o.first or None, last=o.last or None) for o in held),
        wikidata=row["wikidata"] or None,
        belongs_to=row.many("belongs_to"),
    )
    for written in (name, *aliases):
        made.phrases.add(written, "actor", key)


def _list_place(made: Lexicon, row: Row) -> None:
    ident = f"place.{row['key']}"
    made.places[ident] = Place(
        id=ident,
        name=row["name"],
        country=row["country"] or None,
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
    )
    for written in (row["name"], *row.many("aliases")):
        made.phrases.add(written, "place", ident)


def _list_words(made: Lexicon) -> None:
    """The words that make actors out of countries and persons."""
    for line, cells in table("institutions", "key", "name", "kind", "aliases"):
        row = Row(HERE / "institutions.csv", line, cells)
        made.institutions[row["key"]] = Institution(row["key"], row["name"], row["kind"])  # type: ignore[arg-type]  # our own table
        for name in row.many("aliases"):
            made.phrases.add(name, "institution", row["key"])
            made.organ_words[fold(name)] = row["key"]
    forces = [(cells["word"], cells["group"]) for _, cells in table("forces", "word", "group")]
    for word, group in forces:
        made.phrases.add(word, "force", group)
    made.forces_words = frozenset(word for word, _ in forces)
    for line, cells in table("descriptions", "word", "kinds"):
        kinds = Row(HERE / "descriptions.csv", line, cells).many("kinds")
        made.descriptions[cells["word"]] = kinds  # type: ignore[assignment]  # our own table
    for _, cells in table("contexts", "name", "actor", "needs"):
        made.phrases.add(cells["name"], "context", cells["actor"])
        made.contexts[cells["actor"]] = tuple(cells["needs"].split("|"))
    for _, cells in table("description_words", "use", "word"):
        known = made.description_words.get(cells["use"], frozenset())
        made.description_words[cells["use"]] = known | {cells["word"]}
    made.name_endings.update({cells["word"]: cells["kind"] for _, cells in table("name_endings", "word", "kind")})
    made.titles.update({fold(cells["word"]): cells["title"] for _, cells in table("titles", "word", "title")})
    made.family_first = frozenset(fold(cells["word"]) for _, cells in table("family_name_first", "word"))
    made.honorifics.update(_genders("honorifics", str))
    made.gendered.update({word: gender for word, gender in _genders("gendered_nouns", str).items() if gender})
    made.given_names.update({word: gender for word, gender in _genders("given_names", fold).items() if gender})


def _list_holders(made: Lexicon) -> None:
    for office in made.offices:
        holder = made.actors[office.actor]
        key = (office.title, made.surname(holder.name, holder.country))
        made.holders[key] = made.holders.get(key, frozenset()) | {office.actor}
    made.holder_surnames = frozenset(surname for _, surname in made.holders)


def _genders(name: str, written: Callable[[str], str]) -> dict[str, Gender | None]:
    rows = (cells for _, cells in table(name, "word", "gender"))
    return {written(cells["word"]): cells["gender"] or None for cells in rows}  # type: ignore[misc]
