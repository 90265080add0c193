"""What a clause looks like to the lexicon: which slots it has and the lemmas in them."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from loaders.clauses.arguments import Argument
from loaders.clauses.sites import Site
from loaders.clauses.types import Features
from loaders.grammar import is_negated, is_passive, is_verb

SLOT_OF = {
    "object": "object", "passive subject": "object", "modifier": "object", "of": "of", "dative": "to",
    "possessor": "subject", "nationality": "subject",
}  # fmt: skip
NAMES = {
    "ccomp": "clause",
    "parataxis": "clause",
    "xcomp": "infinitive",
    "acl": "infinitive",
    "amod": "kind",
    "oprd": "naming",
}
PEOPLE = frozenset({"PERSON", "NORP", "ORG", "GPE"})


def features(site: Site, found: Iterable[Argument]) -> Features:
    """Slot → lemmas in it; slots without words ("negated", "clause") are there or not."""
    slots: dict[str, set[str]] = {}
    for argument in found:
        via = argument.via.removeprefix("light ")
        name = SLOT_OF.get(via, "subject" if via in {"subject", "participle", "control", "relative"} else via)
        slots.setdefault(name, set()).update(_lemmas(argument.head))
    for head in (site.verb, site.noun):
        for name, words in _marks(head) if head is not None else ():
            slots.setdefault(name, set()).update(words)
    if site.noun is not None and "of" in slots:
        slots.setdefault("object", set()).update(slots["of"])
    return {name: frozenset(words) for name, words in slots.items()}


def _lemmas(head: Token) -> Iterator[str]:
    """The head's lemma, those of nouns before it and of what "of" counts ("dozens of rounds"), and its kind of name."""
    yield head.lemma_.lower()
    if (
        head.ent_type_ in PEOPLE
        or head.tag_ == "CD"
        or (head.tag_ in {"PRP", "WP"} and head.lower_ not in {"it", "what"})
    ):
        yield "#people"
    for child in head.children:
        if child.dep_ in {"compound", "amod"}:
            yield child.lemma_.lower()
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (lemma for token in child.children if token.dep_ == "pobj" for lemma in _lemmas(token))


def _marks(head: Token) -> Iterator[tuple[str, set[str]]]:
    if is_verb(head) and is_passive(head):
        yield "passive", set()
    if is_verb(head) and is_negated(head):
        yield "negated", set()
    for child in head.children:
        if child.dep_ in NAMES and (is_verb(child) or child.dep_ in {"amod", "oprd"}):
            yield NAMES[child.dep_], {child.lemma_.lower()}
        if child.dep_ == "advcl" and child.tag_ == "VB":
            yield "purpose", {child.lemma_.lower()}
        if child.dep_ == "prep":
            yield from ((child.lower_, {token.lemma_.lower()}) for token in child.children if token.dep_ == "pcomp")
