"""Persons of one document: whose surname a lone name is, and whether a person is a he or a she."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Gender
from graph.record import Span
from loaders.actors.names import Cast, Name
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


def bearers(names: Sequence[Name], cast: Cast) -> list[Bearer]:
    """Persons named by two words or more, in order of the text."""
    found = []
    for name in names:
        actor = cast[name.actors[0]]
        if actor.kind == "person" and len(name.text.split()) > 1:
            surname = cast.lexicon.surname(actor.name, actor.country)
            given = next((fold(part) for part in actor.name.split() if fold(part) != surname), surname)
            found.append(Bearer(name.span.start, actor.id, surname, given))
    return sorted(found, key=lambda bearer: bearer.at)


def whose(lone: str, at: int, known: Sequence[Bearer]) -> str | None:
    """The actor that a surname standing alone means: the last bearer before it, else the first after it.

    A given name counts where the document has one bearer of it.
    """
    word = fold(lone)
    same = [bearer for bearer in known if bearer.surname == word]
    before = [bearer for bearer in same if bearer.at <= at]
    given = {bearer.actor for bearer in known if bearer.given == word}
    lone_given = next(iter(given)) if len(given) == 1 else None
    return before[-1].actor if before else same[0].actor if same else lone_given


def lone_surnames(tree: Tree, known: Sequence[Bearer], names: Sequence[Name], cast: Cast) -> Iterator[Name]:
    """Surnames that stand alone, each given to its bearer; of persons that rows list only after their title."""
    surnames = {bearer.surname for bearer in known} | cast.lexicon.holder_surnames
    here = tree.block.span
    taken = [name.span for name in names if name.span.meets(here)]
    for token in tree.doc:
        if not token.text[:1].isupper() or folded_word(token.text) not in surnames:
            continue
        span = tree.span(token)
        if any(other.meets(span) for other in taken) or not _stands_alone(tree, token.i, cast.lexicon):
            continue
        actor = titled(tree, span, cast) or whose(token.text, span.start, known)
        if actor:
            yield Name(span, token.text, (actor,), "surname within the document")


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
    for match in NAMESAKE.finditer(tree.doc.text):
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
