"""Which pronoun may mean whom, by number, gender and kind; and which "it" means nothing."""

from dataclasses import dataclass

from spacy.tokens import Token

from graph.model import ActorKind, Gender
from loaders.coreference.entities import Entity
from loaders.lexicon import words_for


@dataclass(frozen=True)
class Pronoun:
    """What a word asks of those it may mean."""

    person: int
    number: str
    gender: Gender | None
    kinds: frozenset[ActorKind]
    reach: int
    """Sentences back that it may look."""


PEOPLE: frozenset[ActorKind] = frozenset({"person"})
BODIES: frozenset[ActorKind] = frozenset({"organisation", "state", "unit", "media", "thing"})
MANY: frozenset[ActorKind] = frozenset({"group", "person", "organisation", "state", "unit", "media", "thing"})
HE = Pronoun(3, "singular", "male", PEOPLE, 6)
SHE = Pronoun(3, "singular", "female", PEOPLE, 6)
IT = Pronoun(3, "singular", None, BODIES, 2)
THEY = Pronoun(3, "plural", None, MANY, 3)
I = Pronoun(1, "singular", None, PEOPLE, 1)  # noqa: E741 – that is the word
WE = Pronoun(1, "plural", None, MANY, 1)
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
    **dict.fromkeys(("it", "its", "itself"), IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), THEY),
    **dict.fromkeys(("i", "me", "my", "myself"), I),
    **dict.fromkeys(("we", "us", "our", "ourselves"), WE),
}
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
OBJECTS = frozenset({"dobj", "dative", "pobj", "iobj"})


def is_empty(token: Token) -> bool:
    """Whether "it" stands for a clause or for nothing: "it is believed that", "it has been a month since"."""
    if token.lower_ != "it" or token.dep_ == "poss":
        return False
    verb = token.head
    if token.dep_ == "expl" or verb.lemma_.lower() in words_for("formal object"):
        return token.dep_ == "expl" or any(right.dep_ in {"xcomp", "ccomp", "advcl"} for right in verb.rights)
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if verb.lemma_.lower() not in words_for("impersonal"):
        return False
    return any(_is_its_clause(child) for child in verb.rights) or _has_time(verb)


def _is_its_clause(child: Token) -> bool:
    """A clause that "it" announces; an adjective or noun may stand between ("it is clear that")."""
    if child.dep_ in {"ccomp", "csubj", "csubjpass", "xcomp", "advcl"}:
        return child.dep_ != "advcl" or any(mark.lower_ in {"that", "since"} for mark in child.lefts)
    return child.dep_ in {"acomp", "attr"} and any(
        below.dep_ in {"ccomp", "xcomp", "csubj", "relcl", "acl", "advcl"} for below in child.rights
    )


def _has_time(verb: Token) -> bool:
    return verb.lemma_ == "be" and any(
        child.dep_ == "attr" and child.ent_type_ in {"DATE", "TIME"} for child in verb.rights
    )


def may_mean(pronoun: Pronoun, entity: Entity) -> bool:
    """Whether number, gender and kind allow it."""
    if pronoun.number == "singular":
        fits = entity.number == "singular" and not entity.members and bool(pronoun.kinds & set(entity.kinds))
        return fits and (pronoun.gender is None or entity.gender in (None, pronoun.gender))
    bodies = bool({"organisation", "state", "unit", "media"} & set(entity.kinds))
    return entity.number == "plural" or bool(entity.members) or bodies


def binds(token: Token, entity: Entity) -> bool:
    """Whether grammar keeps the pronoun from meaning the entity: "he saw him", "an artist she had hired"."""
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "relcl":
        return entity.token == token.head.head.i
    if token.dep_ not in OBJECTS or token.lower_ in REFLEXIVE or token.dep_ == "poss":
        return False
    subjects = subjects_above(token)
    return bool(subjects) and subjects[0].i == entity.token


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, any other subject itself."""
    return verb.head if subject.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else subject


def subjects_above(token: Token) -> list[Token]:
    """The subjects of the clauses that hold a token, innermost first; its own clause's, if it is not that itself.

    For "who" and "which" stands the noun that they mean.
    """
    found, at = [], token
    while True:
        if at.pos_ in {"VERB", "AUX"}:
            own = [child for child in at.lefts if child.dep_ in {"nsubj", "nsubjpass"} and child.i < token.i]
            found += [_antecedent(child, at) for child in own[:1]]
        if at.head.i == at.i:
            return found
        at = at.head
