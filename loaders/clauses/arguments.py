"""What hangs on a trigger: who did it, to whom, for whom, where. Every rule adds what it sees."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from loaders.clauses.phrases import joined, named, relative_head, resolved
from loaders.clauses.sites import Site
from loaders.clauses.subjects import by_agents, subject_rule
from loaders.grammar import is_passive, is_verb, preposition
from loaders.lexicon import word_class

TIMES = frozenset({"DATE", "TIME"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMED_BEFORE = {"ORG": "body before", "PERSON": "person before"}
"""Kind of name before a noun → how it hangs on it: a body does it, a person suffers a murder and pays a visit."""
STATES = frozenset({"GPE", "NORP"})
PLACE_WORDS = ("in", "at", "near", "from", "to", "into", "across", "inside", "outside", "off", "on", "through", "over",
               "toward", "towards", "around", "along", "between", "onto", "within", "throughout")  # fmt: skip


@dataclass(frozen=True)
class Argument:
    """A head word and how it hangs on the trigger, before the lexicon says what part it plays."""

    head: Token
    via: str


ArgumentRule = Callable[[Site], Iterable[Argument]]


def subject(site: Site) -> Iterator[Argument]:
    """The subject of the verb."""
    if site.verb is None:
        yield from _without_verb(site)
        return
    found, _ = site.subjects
    passive = is_passive(site.verb)
    for token, via in found:
        if token != site.noun:
            yield Argument(named(token), "passive subject" if passive and site.noun is None else _side(site, via))


def _without_verb(site: Site) -> Iterator[Argument]:
    """The hundreds of "hundreds dead", the person of "Ada Lind in Paris"."""
    if site.rule == "presence":
        yield Argument(site.token, "subject")
        yield Argument(site.words[-1], site.words[0].lower_)
    elif site.form == "adjective" and site.token.dep_ == "amod":
        yield Argument(named(site.token.head), "subject")


def _side(site: Site, via: str) -> str:
    return f"light {via}" if site.rule == "light_verb" else via


def owner_of_the_subject(site: Site) -> Iterator[Argument]:
    """In "the firm's website is down" it is the firm that the website stands for."""
    if site.verb is None or is_passive(site.verb) or site.noun is not None:
        return
    for token, _ in site.subjects[0]:
        if token.pos_ == "NOUN" and token.ent_type_ not in {"PERSON", "ORG"}:
            yield from (Argument(child, "owner") for child in token.children if child.dep_ == "poss")


def by_phrase(site: Site) -> Iterator[Argument]:
    """Who is named after "by" of a passive or a noun; an active verb has its doer already."""
    for word in (site.verb, site.noun):
        if word is not None and (word == site.noun or is_passive(word)):
            yield from (Argument(named(token), via) for token, via in by_agents(word))


def direct_object(site: Site) -> Iterator[Argument]:
    """The object of the verb, or the noun a relative clause without object speaks of."""
    verb = site.verb
    if verb is None or site.noun is not None:
        return
    heads = [resolved(child, verb) for child in verb.children if child.dep_ == "dobj" and child.ent_type_ not in TIMES]
    heads = heads or _shared_object(verb) or _relative_object(verb)
    for head in heads:
        yield from (Argument(named(token), "object") for token in joined(head))


def _shared_object(verb: Token) -> list[Token]:
    """In "killed or wounded thirty" both verbs have the object of the second."""
    after = [child for child in verb.children if child.dep_ == "conj" and is_verb(child) and child.i == verb.i + 2]
    return [child for other in after for child in other.children if child.dep_ == "dobj"]


def _relative_object(verb: Token) -> list[Token]:
    head = relative_head(verb)
    own = {child.dep_ for child in verb.children}
    if head is None or own & {"ccomp", "xcomp", "prep"} or "nsubj" not in own or is_passive(verb):
        return []
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return [head] if all(resolved(child, verb) == child for child in subjects) else []


def indirect_object(site: Site) -> Iterator[Argument]:
    """The one who gets it: "sent them help"."""
    if site.verb is not None:
        heads = (child for child in site.verb.children if child.dep_ == "dative" and child.pos_ != "ADP")
        yield from (Argument(named(token), "dative") for head in heads for token in joined(resolved(head, site.verb)))


def possessor(site: Site) -> Iterator[Argument]:
    """Whose happening it is: "the premier's visit"."""
    if site.noun is not None:
        heads = (child for child in site.noun.children if child.dep_ == "poss")
        yield from (Argument(named(token), "possessor") for head in heads for token in joined(head))


def nationality(site: Site) -> Iterator[Argument]:
    """A state before the noun: "the Russian invasion", "U.S. strikes"."""
    if site.noun is not None:
        heads = (child for child in site.noun.children if child.dep_ in {"amod", "compound", "nmod"})
        yield from (Argument(head, "nationality") for head in heads if head.ent_type_ in STATES)


def name_before(site: Site) -> Iterator[Argument]:
    """The name of a person or a body before the noun: "the Pentagon report", "Lind's" as much as "the Lind visit"."""
    if site.noun is not None:
        heads = (child for child in site.noun.children if child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN")
        yield from (Argument(head, NAMED_BEFORE[head.ent_type_]) for head in heads if head.ent_type_ in NAMED_BEFORE)


def doer_of_the_clause(site: Site) -> Iterator[Argument]:
    """In "left after a quarrel with Osei" and "was hurt during a visit" the clause's subject quarrels and visits."""
    noun = site.noun if site.verb is None else None
    if noun is None or noun.dep_ != "pobj" or not is_verb(noun.head.head) or _is_known(noun):
        return
    mutual = any(child.dep_ == "prep" and child.lower_ == "with" for child in noun.children)
    own = noun.lemma_.lower() in word_class("stay") and noun.head.lower_ in {"after", "before", "during", "for", "on"}
    if mutual or own:
        yield from (Argument(named(token), "control") for token, _ in subject_rule(noun.head.head)[0])


def _is_known(noun: Token) -> bool:
    """Whether it is told whose it is, or which one: "its quarrel with", "the talks with"."""
    owned = {"poss", "nummod"}
    return any(child.dep_ in owned or child.lower_ in {"the", "this", "that", "these"} for child in noun.lefts)


def modifier(site: Site) -> Iterator[Argument]:
    """A noun before the noun: "troop deployments", "missile tests"."""
    if site.noun is not None:
        heads = (child for child in site.noun.children if child.dep_ == "compound" and child.ent_type_ not in STATES)
        yield from (Argument(head, "modifier") for head in heads if head.pos_ == "NOUN")


def obliques(site: Site) -> Iterator[Argument]:
    """What stands after a preposition: "to", "against", "on", "with", "of", "for", "from", "between", "about"."""
    for word in _bearers(site):
        for child in word.children:
            if (
                child.dep_ not in {"prep", "dative"}
                or child.lower_ == "by"
                or child.pos_ not in {"ADP", "SCONJ", "PART"}
            ):
                continue
            heads = (
                token for token in child.children if token.dep_ in {"pobj", "dobj"} and token.ent_type_ not in TIMES
            )
            for head in heads:
                yield from (Argument(named(token), child.lower_) for token in joined(resolved(head, word)))


def _bearers(site: Site) -> list[Token]:
    """Words whose prepositions belong to the happening: the verb, the noun, and an object that "to" was hung on."""
    return [word for word in (site.verb, site.noun) if word is not None]


def misplaced_goal(site: Site) -> Iterator[Argument]:
    """In "sent troops to Norland" the goal belongs to the sending, even where grammar hangs it on the troops."""
    if site.verb is None or site.noun is not None:
        return
    for child in site.verb.children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            yield from (Argument(named(token), "to") for head in preposition(child, "to") for token in joined(head))


ARGUMENT_RULES: tuple[ArgumentRule, ...] = (
    subject,
    owner_of_the_subject,
    by_phrase,
    direct_object,
    indirect_object,
    possessor,
    nationality,
    name_before,
    modifier,
    obliques,
    misplaced_goal,
    doer_of_the_clause,
)
"""All are asked; a head that two of them name keeps what the first said."""


def arguments(site: Site) -> tuple[Argument, ...]:
    """What hangs on a trigger, in order of the text; a head may stand there only once."""
    found: dict[int, Argument] = {}
    for rule in ARGUMENT_RULES:
        for argument in rule(site):
            found.setdefault(argument.head.i, argument)
    own = set() if site.rule == "presence" else {site.token.i, *(word.i for word in site.words)}
    return tuple(found[index] for index in sorted(found) if index not in own)
