"""Persons of one document: whose surname a lone name is, and whether a person is a he or a she."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graph.model import Gender
from graph.record import Span
from loaders.actors.cities import PLACE_WORDS, is_large_city
from loaders.actors.names import Cast, Name, Spans
from loaders.lexicon.actors import Lexicon
from loaders.lexicon.phrases import fold, folded_word
from loaders.trees import Tree

LONGEST_TITLE = 4
"""Words."""
NAMESAKE = re.compile(
    r"\b(?:another|a second|a different|an unrelated)\s(?P<who>[\w’'-]+(?:\s[\w’'-]+)?),?\s"
    r"(?:also\s)?(?:with|of|bearing|who shares|sharing)\sthe\ssame\s(?:sur|family\s|last\s|first\s|given\s)?name\b",
    re.IGNORECASE,
)
"""Says that somebody bears a name already used, and is somebody else."""


@dataclass(frozen=True)
class Bearer:
    """A person named in full, and where."""

    at: int
    actor: str
    surname: str
    given: str
    """Both folded; the given name is the first word that is not the surname."""


class Bearers:
    """Persons named by two words or more, by surname and by given name."""

    def __init__(self, names: Sequence[Name], cast: Cast) -> None:
        self.by_surname: dict[str, list[Bearer]] = {}
        self._by_given: dict[str, set[str]] = {}
        for bearer in _bearers(names, cast):
            self.by_surname.setdefault(bearer.surname, []).append(bearer)
            self._by_given.setdefault(bearer.given, set()).add(bearer.actor)

    def whose(self, lone: str, at: int) -> str | None:
        """The actor that a surname standing alone means: the last bearer before it, else the first after it.

        A given name counts where the document has one bearer of it.
        """
        word = fold(lone)
        same = self.by_surname.get(word, [])
        if same:
            return same[max(0, bisect_right(same, at, key=lambda bearer: bearer.at) - 1)].actor
        given = self._by_given.get(word, set())
        return next(iter(given)) if len(given) == 1 else None


def _bearers(names: Sequence[Name], cast: Cast) -> list[Bearer]:
    """In order of the text."""
    found = []
    for name in names:
        actor = cast[name.actors[0]]
        if actor.kind == "person" and len(name.text.split()) > 1:
            surname = cast.lexicon.surname(actor.name, actor.country)
            given = next((fold(part) for part in actor.name.split() if fold(part) != surname), surname)
            found.append(Bearer(name.span.start, actor.id, surname, given))
    return sorted(found, key=lambda bearer: bearer.at)


def lone_surnames(tree: Tree, known: Bearers, taken: Spans, cast: Cast) -> Iterator[Name]:
    """Surnames that stand alone, each given to its bearer; of persons that rows list only after their title."""
    for token in tree.doc:
        word = folded_word(token.text) if token.text[:1].isupper() else ""
        if word not in known.by_surname and word not in cast.lexicon.holder_surnames:
            continue
        span = tree.span(token)
        if taken.meeting(span) or _is_place(token) or not _stands_alone(tree, token.i, cast.lexicon):
            continue
        actor = titled(tree, span, cast) or known.whose(token.text, span.start)
        if actor:
            yield Name(span, token.text, (actor,), "surname within the document")


def _is_place(token: Token) -> bool:
    """A city's name behind a preposition of place is the city, not the person."""
    led = token.dep_ == "pobj" and token.head.lower_ in PLACE_WORDS and token.head.head.lower_ != "according"
    return led and is_large_city(token.text)


def titled(tree: Tree, span: Span, cast: Cast) -> str | None:
    """The one listed holder of the office written before a surname ("President Yoon")."""
    token = tree.token_at(span.start)
    if token is None or not token.i:
        return None
    doc, surname = tree.doc, folded_word(token.text)
    for start in range(max(0, token.i - LONGEST_TITLE), token.i):
        title = cast.lexicon.titles.get(fold(doc[start : token.i].text))
        holders = cast.lexicon.holders.get((title, surname), frozenset()) if title else frozenset()
        if len(holders) == 1:
            return next(iter(holders))
    return None


def _stands_alone(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether no other capitalised name word touches it; titles do not count."""
    doc = tree.doc
    before = doc[index - 1] if index else None
    after = doc[index + 1] if index + 1 < len(doc) else None
    if after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and doc[index].whitespace_:
        return False
    if before is None or before.pos_ != "PROPN" or not before.text[0].isupper():
        return True
    return before.text in lexicon.honorifics or fold(before.text) in lexicon.titles


def namesakes(tree: Tree, names: Sequence[Name], cast: Cast) -> Iterator[Name]:
    """Another person of the same name ("another defector with the same surname") is an actor of their own."""
    for match in NAMESAKE.finditer(tree.text):
        span = Span(start=tree.block.span.start + match.start(), end=tree.block.span.start + match.end())
        before = [n for n in names if n.span.start < span.start and cast[n.actors[0]].kind == "person"]
        if before:
            other = cast[max(before, key=lambda name: name.span.start).actors[0]]
            lone = other.name.split()[0] if " " in other.name else other.name
            called = f"{lone} ({match['who'].lower()}, another)"
            actor = cast.unlisted(called, "person", country=other.country)
            yield Name(span, match[0], (actor,), "another of the same name", called)


def given_gender(name: str, title: str, country: str | None, lexicon: Lexicon) -> Gender | None:
    """He or she by the honorific, else by the given name; unknown where the family name stands first."""
    if gender := lexicon.honorifics.get(title):
        return gender
    given = fold(name.split(maxsplit=1)[0])
    return None if lexicon.surname(name, country) == given else lexicon.given_names.get(given)
