"""Names that the lexicon lists, and what English makes of a country's name: its forces, its organs, its people."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.record import Span
from loaders.actors.names import Cast, Name
from loaders.lexicon.phrases import Match, Sense, Word, words_of
from loaders.trees import Tree

POSSESSIVE = re.compile(r"['’]s?\s+|\s+")
"""What joins a country's name to the noun it owns."""
BETWEEN = re.compile(r"(?:['’]s?)?(?:[ \u00a0\n-][\w’'-]+){0,3}[ \u00a0\n]\Z")
"""At most three words between a country and the noun that it makes an actor of."""
JOINED = re.compile(r"(?:['’]s)?(?:,? (?:and|or) |, | ?[&/–-] ?)(?:the )?\Z")
"""Between two countries that share a noun: "Russian and North Korean troops"."""
JOINT = " and "
BEHIND = re.compile(r" (?:of|in) (?:the )?\Z")
UNIT = re.compile(
    r"\b\d{1,4}(?:st|nd|rd|th)(?: [A-Z][\w’'-]+){0,5}? "
    r"(?:Brigade|Corps|Division|Regiment|Battalion|Army|Fleet|Squadron|Air Wing)\b"
)
"""A numbered unit."""
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART", "PUNCT"})
COUNTRY_SENSES: frozenset[Sense] = frozenset({"state", "seat", "adjective"})


@dataclass(frozen=True)
class Spotted:
    """One listed name of a block; offsets count from the block's start."""

    start: int
    end: int
    senses: dict[Sense, tuple[str, ...]]
    """Way of meaning → keys, likeliest first."""

    def first(self, *senses: Sense) -> str | None:
        """The likeliest key in one of these ways."""
        return next((self.senses[sense][0] for sense in senses if sense in self.senses), None)


def spot(tree: Tree, cast: Cast) -> list[Spotted]:
    """The listed names of a block, in order, the longest at each place."""
    text = tree.text
    words = words_of(text)
    return [_spotted(match, words) for match in cast.lexicon.phrases.find(text, words)]


def listed_names(tree: Tree, cast: Cast, spotted: list[Spotted]) -> Iterator[Name]:
    """All listed names of a block, and the groups and organs made from countries; not in order."""
    text = tree.text
    for index, here in enumerate(spotted):
        yield from _plain(tree, cast, here)
        if "institution" in here.senses or "force" in here.senses:
            yield from _composed(tree, cast, spotted, index)
    for match in UNIT.finditer(text):
        if not any(here.start < match.end() and match.start() < here.end for here in spotted if "actor" in here.senses):
            yield _name(tree, match.start(), match.end(), (cast.unlisted(match[0], "unit"),), "numbered unit")


def listed_places(tree: Tree, spotted: Sequence[Spotted]) -> Iterator[tuple[Span, str]]:
    """Where listed places and states are named, with the id of the place; in order."""
    for here in spotted:
        if place := here.first("place"):
            yield tree.cut(here.start, here.end), place
        elif state := here.first("state"):
            yield tree.cut(here.start, here.end), f"place.{state}"


def _spotted(match: Match, words: list[Word]) -> Spotted:
    senses: dict[Sense, tuple[str, ...]] = {}
    for meaning in match.meanings:
        keys = senses.get(meaning.sense, ())
        senses[meaning.sense] = keys if meaning.key in keys else (*keys, meaning.key)
    return Spotted(words[match.first].start, words[match.after - 1].end, senses)


def _plain(tree: Tree, cast: Cast, here: Spotted) -> Iterator[Name]:
    """A listed name for what it is."""
    senses = here.senses
    if "actor" in senses:
        yield _name(tree, here.start, here.end, senses["actor"], "listed name")
    elif key := here.first("state", "seat"):
        yield _name(tree, here.start, here.end, (key,), "state" if "state" in senses else "seat of government")
    elif key := here.first("people"):
        yield _people(tree, cast, here, key)
    elif key := here.first("adjective"):
        if _modifies(tree, here):
            yield _name(tree, here.start, here.end, (key,), "adjective of a country")
    elif (key := here.first("context")) and _is_the_name(tree.text, here):
        yield _name(tree, here.start, here.end, (key,), "the North")


def _people(tree: Tree, cast: Cast, here: Spotted, key: str) -> Name:
    """After "the" the nationals stand for their state ("the South Koreans"), else for themselves."""
    before = tree.text[: here.start].rstrip()
    words = tree.text[here.start : here.end]
    definite = before[-3:].casefold() == "the" and not before[-4:-3].isalnum()
    actor = key if definite else cast.keep(cast.lexicon.people(key, words))
    if "adjective" in here.senses and _modifies(tree, here):
        return _name(tree, here.start, here.end, (key,), "adjective of a country")
    return _name(tree, here.start, here.end, (actor,), "people")


def _modifies(tree: Tree, here: Spotted) -> bool:
    """Whether the words stand before a noun, as an adjective does; "a North Korean said" is a person."""
    found = tree.doc.char_span(here.start, here.end, alignment_mode="expand")
    last = found[-1] if found is not None else None
    return last is not None and (
        last.dep_ in {"amod", "compound", "nmod", "poss"} or last.pos_ == "ADJ" or last.head.i > last.i
    )


def _is_the_name(text: str, here: Spotted) -> bool:
    """Whether "North" stands after "the" and before no other name."""
    return bool(re.search(r"\b[Tt]he\s\Z", text[: here.start])) and not re.match(r"[\s-]+[A-Z]", text[here.end :])


def _composed(tree: Tree, cast: Cast, spotted: list[Spotted], index: int) -> Iterator[Name]:
    """A country before a noun ("Russian troops", "South Korea's navy"), or behind it ("the navy of South Korea")."""
    here = spotted[index]
    owners = _owners(tree, cast, spotted, index)
    if owners:
        start = owners[0][0]
        for _, state in owners:
            yield _made(tree, cast, here, state, start, here.end)
        return
    if "institution" in here.senses and index + 1 < len(spotted):
        after = spotted[index + 1]
        behind = after.first("state", "seat")
        if behind and BEHIND.match(tree.text, here.end, after.start):
            yield _made(tree, cast, here, behind, here.start, after.end)


def _made(tree: Tree, cast: Cast, here: Spotted, state: str, start: int, end: int) -> Name:
    organ = here.senses.get("institution")
    words = tree.text[start:end]
    if organ:
        return _name(
            tree, start, end, (cast.keep(cast.lexicon.organ(state, organ[0])),), "organ of a country", own_name=words
        )
    noun = tree.text[here.start : here.end]
    adjective = cast.lexicon.countries[state].adjective
    called = tree.text[start:end]
    called = called if called.startswith(adjective) and JOINT not in called else f"{adjective} {noun.lower()}"
    actor = cast.keep(cast.lexicon.forces(state))
    return _name(tree, start, end, (actor,), "forces of a country", own_name=called)


def _owners(tree: Tree, cast: Cast, spotted: list[Spotted], index: int) -> list[tuple[int, str]]:
    """Start and state of the country before a noun, and of those joined to it, in order of the text."""
    found: list[tuple[int, str]] = []
    text, end = tree.text, spotted[index].start
    for before in reversed(spotted[:index]):
        between = (JOINED if found else BETWEEN).match(text, before.end, end)
        state = _owner(cast, before, spotted[index])
        if not between or (not found and not _is_modifying(tree, before.end, end)):
            break
        if state:
            found.insert(0, (before.start, state))
            end = before.start
        elif found:
            break
    return found


def _owner(cast: Cast, before: Spotted, noun: Spotted) -> str | None:
    """The state that a name stands for before a noun; a person's or an army's own state counts too."""
    state = before.first(*COUNTRY_SENSES)
    if state or "actor" not in before.senses:
        return state
    actor = cast.lexicon.actors[before.senses["actor"][0]]
    states = noun.first("institution") == "" and actor.kind == "person"
    armies = "force" in noun.senses and actor.kind in ("organisation", "unit")
    return cast.state(actor.id) if states or armies else None


def _is_modifying(tree: Tree, start: int, end: int) -> bool:
    """Whether all words between a country and its noun could modify the noun."""
    found = tree.doc.char_span(start, end, alignment_mode="contract")
    return found is None or all(token.pos_ in MODIFIERS or token.is_space or token.tag_ == "VBN" for token in found)


def _name(tree: Tree, start: int, end: int, actors: tuple[str, ...], rule: str, *, own_name: str = "") -> Name:
    return Name(tree.cut(start, end), tree.text[start:end], actors, rule, own_name)
