"""How a clause is meant, all told: by its own words, else by the word that it depends on, else as a fact."""

from collections.abc import Callable

from spacy.tokens import Token

from graph.model import BlockKind, Modality
from loaders.grammar import helpers, is_infinitive, is_passive, is_verb
from loaders.modality.governors import MODALITIES, Governor, effect, governor
from loaders.modality.own import OWN_RULES, carrier

Rule = Callable[[Token], Modality | None]
Told = tuple[Modality, str]
"""A mood and the name of the rule that gave it."""

PURPOSE = "purpose"
"""What something is done for is planned; but who summons somebody to protest does protest."""
HEADLINE = "headline_to"
"""In a headline, "Norland to send troops" tells a plan."""
OWN_MEANING = "by_its_own_meaning"
"""Some words say by themselves how they are meant: a promise lies ahead, a denial denies."""
AS_A_FACT = "told_as_fact"
"""Nothing says that it is planned, denied or only supposed, so it is told as having happened."""

DEEPEST = 12
"""Governors are followed no further; longer chains are parser errors."""


def by_its_governor(token: Token, depth: int = 0) -> Told | None:
    """What hangs on "plans", "the threat of", "is likely to" is meant as that word says."""
    above = governor(token)
    if above is None or depth > DEEPEST:
        return None
    said = _fulfilled(token, effect(above), above.token)
    if said and said != "same":
        return _turned(above, MODALITIES[said], depth)
    if above.relation == "purpose":
        return _of_purpose(token, above.token, depth)
    main = mood_above(_verb_of(above), depth + 1)
    if above.relation == "moment":
        return main if main is not None and main[0] == "planned" else None
    return main if said == "same" or _is_meant_alike(token, above) else None


def _is_meant_alike(token: Token, above: Governor) -> bool:
    """Whether a clause is meant as the word above it, where the table says nothing."""
    if above.relation == "joined":
        return not (is_verb(token) and (_has_own_subject(token) or _is_told_apart(token, above.token)))
    nested = above.relation == "of" and not is_verb(token)
    return nested or above.relation in {"infinitive", "manner"}


def _is_told_apart(verb: Token, other: Token) -> bool:
    """Whether a verb with a tense is joined to an infinitive: "were told to close and were led off".

    Behind "be" a participle is often taken for a past tense: "will be fed and treated".
    """
    own = any(child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBD", "VBZ"} for child in verb.children)
    passive = other.lemma_ == "be" or is_passive(other)
    finite = verb.tag_ in {"VBD", "VBZ"} and verb.lower_ != verb.lemma_  # "put" and "cut" may be either
    return other.tag_ == "VB" and (own or (finite and not passive))


def _verb_of(above: Governor) -> Token:
    """For "uses measures such as holding hostages" the using, for it is meant as the holding is."""
    word = above.token
    return word.head if above.relation == "manner" and word.pos_ == "NOUN" and word.dep_ == "dobj" else word


def _fulfilled(token: Token, said: str, word: Token) -> str:
    """What is "likely" to have happened is told as a fact, if not a sure one."""
    perfect = any(child.lemma_ == "have" for child in helpers(token)) or carrier(token).tag_ == "VBD"
    return "fact" if said == "hypothetical" and word.pos_ == "ADJ" and perfect else said


def _turned(governed: Governor, said: Modality, depth: int) -> Told | None:
    """What nobody planned is denied; what somebody would plan is only possible."""
    above = mood_above(governed.token, depth + 1)
    if governed.relation == "clause" and said == "asserted":
        return said, "by_its_governor"  # who did not say why it happened does not say that it did not
    if above is not None and (
        (said in {"planned", "asserted"} and above[0] in {"denied", "hypothetical"})
        or (said == "asserted" and above[0] == "planned")
    ):
        return above
    return said, "by_its_governor"


def _of_purpose(token: Token, word: Token, depth: int) -> Told:
    """What something is done for is planned; but who summons somebody to protest does protest."""
    above = mood_above(word, depth + 1)
    if above is not None and above[0] in {"hypothetical", "denied"}:
        return "hypothetical", PURPOSE
    at_once = effect(Governor(token, "purpose")) == "fact"
    return (above or ("asserted", PURPOSE)) if at_once else ("planned", PURPOSE)


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


OUTWEIGHED = frozenset(
    {("planned", "hypothetical"), ("denied", "hypothetical"), ("hypothetical", "planned"), ("denied", "planned")}
)
"""(Own mood, that by the governor): here the governor decides – "asked them not to go", "an order that they should"."""


def mood_above(token: Token, depth: int = 0) -> Told | None:
    """Mood of a word by its own words, else by what it depends on; None if nothing speaks against a fact."""
    for rule in OWN_RULES:
        mood = rule(token)
        if mood is not None:
            above = by_its_governor(token, depth)
            return above if above and (mood, above[0]) in OUTWEIGHED else (mood, rule.__name__)
    return by_its_governor(token, depth)


def habit(token: Token) -> Modality | None:
    """What is done "every day" or "usually" is told as a habit."""
    for child in carrier(token).children:
        if child.pos_ == "PROPN":
            continue  # who told the Harbour Weekly did so once
        each = any(word.lower_ in {"every", "each"} for word in child.children)
        if effect(Governor(child, "each" if each else "adverb")) == "habitual":
            return "habitual"
    return None


def going_on(token: Token) -> Modality | None:
    """What somebody "is doing" or "has been doing" is told as going on."""
    verb = carrier(token)
    if verb.tag_ != "VBG":
        return None
    words = [child for child in helpers(verb) if child.lemma_ == "be"]
    now = any(child.tag_ in {"VBZ", "VBP"} or child.lower_ in {"’s", "'s", "’re", "'re"} for child in words)
    return "ongoing" if now or any(child.lower_ == "been" for child in words) else None


def simple_present(token: Token) -> Modality | None:
    """The simple present tells of what is so, apart from headlines, captions and words of saying."""
    verb = carrier(token)
    if not is_verb(verb) or verb.tag_ not in {"VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return None
    speaks = any(child.dep_ in {"ccomp", "parataxis"} for child in verb.children) or _first_person(verb)
    return None if speaks else "ongoing"


def _first_person(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in verb.children)


FACT_RULES: tuple[Rule, ...] = (habit, going_on)
"""How a fact is told."""


def mood_of(token: Token, block: BlockKind) -> Told:
    """Mood of a trigger and the rule that gave it."""
    found = mood_above(token)
    if block in {"title", "heading"} and found in {None, ("planned", PURPOSE)} and is_infinitive(carrier(token)):
        return "planned", HEADLINE  # "Norland to send troops"
    if found is not None and found[0] != "asserted":
        return found
    own = effect(Governor(token, "self"))
    if own in MODALITIES and found is None:
        return MODALITIES[own], OWN_MEANING
    for rule in (*FACT_RULES, *((simple_present,) if block in {"body", "embed"} else ())):
        mood = rule(token)
        if mood is not None:
            return mood, rule.__name__
    return found or ("asserted", AS_A_FACT)
