"""A claim as the rules of sameness see it: who takes part, under keys that hold across documents, when, how many."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from graph.event import SourcedClaim
from graph.ids import folded, is_listed
from graph.model import Claim, Participant, Role
from graph.when import FORTNIGHT, When, bound_day, width

Side = Literal["deed", "habit", "plan", "possible"]
"""Claims of different sides are never one event: a plan is not its fulfilment. A denial is of the side it denies."""

SIDES: Mapping[str, Side] = {"habitual": "habit", "planned": "plan", "hypothetical": "possible"}
AFTER_HEAD = frozenset({"of", "in", "from", "to", "for", "at", "on", "with", "who", "that", "which", "near", "between"})
"""Words that end the noun a phrase is about."""
NUMBER_WORDS = frozenset(
    {"a", "an", "the", "about", "around", "over", "than", "more", "least", "nearly", "some", "several", "many"}
    | {"few", "up", "first", "least", "all", "other", "its", "their", "his", "her", "our", "these", "those", "this"}
    | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens"}
    | {"hundred", "hundreds", "thousand", "thousands", "million", "millions", "approximately", "almost", "roughly"}
)
"""Words of a phrase that do not say which things are meant; how many is compared apart."""
SHORTEST_WORD = 4
"""Letters of a word of a sentence that says something about its content."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something that takes part."""

    key: str
    """A listed actor's id; else the folded name, or the class of a thing."""
    limits: frozenset[str] = frozenset()
    """Words that narrow a thing: "North Korean" of "North Korean soldiers"."""

    @property
    def is_named(self) -> bool:
        """Whether it has a name of its own; a thing is local to its document."""
        return not self.key.startswith("thing:")

    def meets(self, other: "Party") -> bool:
        """Whether both may be the same: one key, and no words that keep them apart."""
        return self.key == other.key and (
            not self.limits or not other.limits or not self.limits.isdisjoint(other.limits)
        )


@dataclass(frozen=True)
class Telling:
    """One claim with what is compared; made once a claim."""

    sourced: SourcedClaim

    @cached_property
    def claim(self) -> Claim:
        return self.sourced.claim

    @cached_property
    def side(self) -> Side:
        return SIDES.get(self.claim.modality, "deed")

    @cached_property
    def denies(self) -> bool:
        return self.claim.modality == "denied"

    @cached_property
    def deed(self) -> str:
        """The trigger's class of words, else its lemma."""
        return word_class("deed", self.claim.lemma.casefold())

    @cached_property
    def days(self) -> When | None:
        """Its own or inherited days; None if it is only bounded by publication."""
        when = self.claim.when
        return None if when is None or when.bounded else when

    @cached_property
    def told_on(self) -> date | None:
        """The day that bounds it, else that of publication; None if neither is known."""
        when = self.claim.when or self.sourced.copy_.published
        return bound_day(when) if when else None

    @cached_property
    def is_narrow(self) -> bool:
        """Whether its days are few enough to tell two happenings of one kind apart."""
        return self.days is not None and self.days.is_closed and width(self.days) <= FORTNIGHT

    def of_role(self, role: Role) -> tuple[Party, ...]:
        return self.by_role.get(role, ())

    @cached_property
    def by_role(self) -> Mapping[Role, tuple[Party, ...]]:
        roles: dict[Role, tuple[Party, ...]] = {}
        for participant in self.claim.participants:
            roles[participant.role] = (*roles.get(participant.role, ()), party(participant))
        return roles

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Everybody, each once, in order of the text."""
        return tuple(dict.fromkeys(one for parties in self.by_role.values() for one in parties))

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset(folded(place.place or place.name) for place in self.claim.places)

    @cached_property
    def known_places(self) -> frozenset[str]:
        """Those with a key of their own."""
        return frozenset(place.place for place in self.claim.places if place.place)

    @cached_property
    def words(self) -> frozenset[str]:
        """Words of the sentence that say something about its content: not who takes part, and not who says it."""
        named = [one.text for one in self.claim.participants] + [one.text for one in self.claim.said_by]
        names = {word for name in named for word in folded(name).split()}
        return frozenset(
            word for word in folded(self.sourced.sentence).split() if len(word) >= SHORTEST_WORD and word not in names
        )


def party(participant: Participant) -> Party:
    """The participant under a key that holds across documents."""
    if participant.actor and is_listed(participant.actor):
        return Party(participant.actor)
    words = folded(participant.name).split()
    if participant.actor:
        return Party("name:" + " ".join(words))
    phrase = _head_phrase([word for word in words if not word.isdigit() and word not in NUMBER_WORDS])
    if not phrase:
        return Party("name:" + " ".join(words))
    return Party("thing:" + word_class("thing", _singular(phrase[-1])), frozenset(phrase[:-1]))


def _head_phrase(words: list[str]) -> list[str]:
    """The words up to the noun: "North Korean soldiers" of "North Korean soldiers in Kursk"; "thousands of" is gone."""
    while words and words[0] in AFTER_HEAD:
        words = words[1:]
    end = next((at for at, word in enumerate(words) if word in AFTER_HEAD), len(words))
    return words[:end]


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _classes() -> Mapping[tuple[str, str], str]:
    with Path(__file__).with_name("words.csv").open(encoding="utf-8", newline="") as file:
        return {(row["kind"], row["word"]): row["class"] for row in csv.DictReader(file)}


def word_class(kind: Literal["thing", "deed"], word: str) -> str:
    """The class of words that may stand for each other, by `words.csv`; the word itself if there is none."""
    return _classes().get((kind, word), word)


def unit_class(unit: str) -> str:
    """The class of what a number counts: soldiers and troops are one."""
    words = folded(unit).split()
    return word_class("thing", _singular(words[-1])) if words else ""


def meet(ones: Iterable[Party], others: Iterable[Party]) -> int:
    """How many of the one side meet somebody of the other."""
    others = tuple(others)
    return sum(any(one.meets(other) for other in others) for one in ones)
