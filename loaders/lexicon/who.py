"""The lexicon of actors as it is asked: who is who, who held which office, which words make actors out of countries."""

from dataclasses import dataclass, field

from graph.model import Actor, ActorKind, Gender, Place
from loaders.lexicon.phrases import Phrases, fold

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
