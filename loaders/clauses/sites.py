"""Where happenings stand: which word of a sentence names one. The first rule that fits a word decides."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc, Token

from loaders.clauses.subjects import Found, subject_rule
from loaders.clauses.types import Types
from loaders.grammar import is_passive, is_verb, particle

CARRYING = frozenset({"under", "into", "in", "on", "to"})
CONTENT = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
NO_EVENT = frozenset({"be", "have", "do", "'s", "get"})
NAMED = frozenset({"ORG", "PERSON", "FAC", "PRODUCT", "WORK_OF_ART", "GPE", "LOC"})
SHORT = 3
HEADLINE = 0.7
"""Share of the longer words that begin with a capital in a headline that is written so."""
MEASURED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})


@dataclass(frozen=True)
class Site:
    """One trigger, with the verb that carries the arguments and the noun that names the happening, if it has them."""

    token: Token
    words: tuple[Token, ...]
    verb: Token | None
    noun: Token | None
    lemma: str
    form: Literal["verb", "noun", "adjective"]
    rule: str

    @cached_property
    def subjects(self) -> tuple[Found, str]:
        """The subjects of its verb and the rule that found them."""
        return subject_rule(self.verb) if self.verb is not None else ((), "")


SiteRule = Callable[[Token, Types], Site | None]


def lemma_of(verb: Token, types: Types) -> str:
    """The verb, with its particle or with a preposition that the lexicon joins to it."""
    if _place_too(verb):
        return "take place"
    tail = particle(verb)
    alone = verb.lemma_.lower()
    if tail is not None:
        phrase = f"{alone} {tail.lower_}"
        unknown = tail.dep_ == "prt" and not types.knows_phrase(alone)
        return phrase if unknown or types.knows_phrase(phrase) else alone
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    joined = f"{alone} {following.lower_}" if following is not None and following.dep_ == "prep" else ""
    return joined if types.knows_phrase(joined) else alone


def words_of(verb: Token, lemma: str) -> tuple[Token, ...]:
    """The verb with the particle right behind it."""
    if " " in lemma and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == lemma.split(" ")[1]:
        return verb, verb.nbor()
    return (verb,)


def light_verb(token: Token, types: Types) -> Site | None:
    """In "issued an order" and "made the trip" the noun names the happening, the verb only carries it."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ not in {"dobj", "pobj", "conj"}:
        return None
    verb = _carrier(token, types)
    if verb is None or not types.is_light(verb.lemma_, token.lemma_.lower()):
        return None
    return Site(token, (token,), verb, token, token.lemma_.lower(), "noun", "light_verb")


def _carrier(noun: Token, types: Types) -> Token | None:
    """The verb that a noun is the object of, straight or behind "under", "into" and the like."""
    noun = _counted(noun, types)
    if noun.dep_ == "dobj" and is_verb(noun.head):
        return noun.head
    above = noun.head
    fits = noun.dep_ == "pobj" and above.lower_ in CARRYING and is_verb(above.head)
    return above.head if fits else None


def _counted(noun: Token, types: Types) -> Token:
    """The first of joined nouns, and of "layers of surveillance" the layers: they hang where the noun hangs."""
    while True:
        if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in types.measures:
            noun = noun.head.head
        else:
            return noun


def happening_verb(token: Token, types: Types) -> Site | None:
    """In "the clash happened on Monday" and "an attack was launched" the verb says that the noun came about."""
    if not is_verb(token):
        return None
    nouns = [
        child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"} and child.pos_ in {"NOUN", "PROPN"}
    ]
    lemma = lemma_of(token, types)
    if not nouns or not types.happens(lemma, passive=is_passive(token)) or not types.is_event(nouns[0].lemma_.lower()):
        return None
    words = _place_too(token) or words_of(token, lemma)
    return Site(token, words, token, nouns[0], nouns[0].lemma_.lower(), "verb", "happening_verb")


def _place_too(verb: Token) -> tuple[Token, ...]:
    behind = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    return (verb, behind) if verb.lemma_ == "take" and behind is not None and behind.lower_ == "place" else ()


def full_verb(token: Token, types: Types) -> Site | None:
    """A verb with a meaning of its own; "'re" and "'ve" have none, whatever the parser's lemma."""
    if not is_verb(token) or token.lemma_ in NO_EVENT or token.text[0] in "'’" or token.dep_ in {"amod", "compound"}:
        return None
    if _carries(token, types) or (types.is_empty(token.lemma_.lower()) and _leads(token)) or _answers(token, types):
        return None
    lemma = lemma_of(token, types)
    words = _place_too(token) or words_of(token, lemma)
    return Site(token, words, token, None, lemma, "verb", "full_verb")


def _carries(verb: Token, types: Types) -> bool:
    return any(
        light_verb(noun, types) is not None
        for child in verb.children
        for noun in (child, *child.children)
        if noun.dep_ in {"dobj", "pobj"}
    )


def _leads(verb: Token) -> bool:
    """Whether an infinitive or an -ing form follows that says what it is about ("plans to send")."""
    return any(child.dep_ in {"xcomp", "ccomp"} and is_verb(child) for child in verb.children)


def _answers(verb: Token, types: Types) -> bool:
    """Whether it only says that what follows was an answer: "retaliated by shelling the port"."""
    below = (low for child in verb.children if child.lower_ == "by" and child.i > verb.i for low in child.children)
    return verb.lemma_.lower() in types.classes["answer"] and any(low.dep_ == "pcomp" for low in below)


def event_noun(token: Token, types: Types) -> Site | None:
    """A noun that names a happening by itself: "the visit", "troop deployments"."""
    lemma = _noun_lemma(token, types)
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound" or not types.is_event(lemma):
        return None
    if (
        token.ent_type_ in MEASURED
        or (token.pos_ == "PROPN" and token.ent_type_ in NAMED)
        or _is_told_by_its_verb(token, types)
    ):
        return None
    words = (token.nbor(-1), token) if " " in lemma else (token,)
    return Site(token, words, None, token, lemma, "noun", "event_noun")


def _is_in_a_name(noun: Token) -> bool:
    """Whether it is a word of a name ("Deseret News"); where all words are capitals, as in a headline, none is."""
    if noun.pos_ != "PROPN":
        return False
    words = [word for word in noun.sent if word.is_alpha and len(word) > SHORT]
    if sum(word.is_title for word in words) > HEADLINE * len(words):
        return False
    before = noun.doc[noun.i - 1] if noun.i else None
    return noun.ent_type_ in NAMED or (before is not None and before.pos_ == "PROPN" and before.is_title)


def _noun_lemma(noun: Token, types: Types) -> str:
    """The noun, with the noun before it where the lexicon knows the two as one: "war crime"."""
    before = noun.doc[noun.i - 1] if noun.i else None
    both = f"{before.lemma_.lower()} {noun.lemma_.lower()}" if before is not None and before.head == noun else ""
    return both if types.is_event(both) else noun.lemma_.lower()


def _is_told_by_its_verb(noun: Token, types: Types) -> bool:
    above = noun.head
    site = happening_verb(above, types) if noun.dep_ in {"nsubj", "nsubjpass"} else None
    return site is not None and site.noun == noun


def predicate_adjective(token: Token, types: Types) -> Site | None:
    """An adjective that tells of a happening or a state: "is dead", "was critical of"."""
    if token.pos_ != "ADJ" or not types.is_state(token.lemma_.lower()) or _is_before_its_noun(token):
        return None
    verb = token.head if token.dep_ == "acomp" and token.head.pos_ in {"AUX", "VERB"} else None
    return Site(token, (token,), verb, token, token.lemma_.lower(), "adjective", "predicate_adjective")


def presence(token: Token, _types: Types) -> Site | None:
    """A sentence without a verb, as under pictures, that tells who was where: "Ada Lind in Paris on Monday"."""
    if token.dep_ != "ROOT" or token.ent_type_ != "PERSON" or any(is_verb(word) for word in token.sent):
        return None
    for child in token.children:
        places = [word for word in child.children if word.dep_ == "pobj" and word.ent_type_ == "GPE"]
        if child.dep_ == "prep" and child.lower_ in {"in", "at"} and places and places[0].i == child.i + 1:
            return Site(token, (child, places[0]), None, None, f"be {child.lower_}", "adjective", "presence")
    return None


def _is_before_its_noun(adjective: Token) -> bool:
    return adjective.dep_ == "amod" and adjective.i < adjective.head.i


SITE_RULES: tuple[SiteRule, ...] = (light_verb, happening_verb, full_verb, event_noun, predicate_adjective, presence)
"""Tried in order; the first that fits a word decides."""


def find_sites(doc: Doc, types: Types) -> Sequence[Site]:
    """All triggers of a tree, in order of the text."""
    return tuple(site for token in doc if token.pos_ in CONTENT for site in _first(token, types))


def _first(token: Token, types: Types) -> Iterator[Site]:
    for rule in SITE_RULES:
        site = rule(token, types)
        if site is not None:
            yield site
            return
