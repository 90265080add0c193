"""The rules of mood, tried in order; the first that has an answer decides."""

from collections.abc import Callable

from spacy.tokens import Token

from graph.model import BlockKind, Modality
from loaders.grammar import helpers, is_negated, is_passive, is_verb
from loaders.modality.governors import MODALITIES, Governor, effect, governor, modifiers

Rule = Callable[[Token], Modality | None]

CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
POSSIBLE = frozenset({"would", "could", "might", "may", "can", "should", "’d", "'d", "ca", "must", "ought"})
WOULD = frozenset({"would", "’d", "'d"})
CAUTIOUS = frozenset(
    {"consider", "like", "prefer", "love", "mean", "need", "want", "be", "seem", "require", "expect", "think"}
)
FUTURE = frozenset({"will", "shall", "wo", "’ll", "'ll", "gonna"})
OFTEN = frozenset(
    {"usually", "often", "regularly", "always", "typically", "routinely", "daily", "weekly", "monthly", "annually"}
)
SPAN_WORDS = frozenset(["day", "week", "month", "year", "night", "time", "hour", "minute", "morning"])
DEEPEST = 12
"""Governors are followed no further; longer chains are parser errors."""


def question(token: Token) -> Modality | None:
    """A question says nothing of its own."""
    words = [word for word in token.sent if not word.is_space and word.text not in {'"', "”", "'", "’"}]
    asks = bool(words) and words[-1].text == "?"
    return "hypothetical" if asks and not _is_speech_tag(token) else None


def _is_speech_tag(token: Token) -> bool:
    """The "asked" after a quoted question is a fact."""
    return any(child.dep_ == "ccomp" and child.i < token.i for child in token.children)


def condition(token: Token) -> Modality | None:
    """What stands behind "if" or "unless", and what depends on it, is only supposed."""
    verb = _carrier(token)
    if any(child.lower_ in CONDITIONS and child.dep_ in {"mark", "advmod"} for child in verb.children):
        return "hypothetical"
    if any(_is_condition(child) for child in verb.children):
        return "hypothetical" if any(child.lower_ in POSSIBLE | FUTURE for child in helpers(verb)) else None
    return None


def _is_condition(word: Token) -> bool:
    if word.dep_ not in {"advcl", "ccomp", "prep"}:
        return False
    marks = {child.lower_ for child in word.children if child.dep_ in {"mark", "advmod"}}
    return bool(marks & {"if", "unless"}) or _is_inverted(word)


def _is_inverted(verb: Token) -> bool:
    """In "had it happened …" the auxiliary stands before the subject."""
    had = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ in {"had", "should"}), None)
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return had is not None and subject is not None and had.i < subject.i


def inverted_condition(token: Token) -> Modality | None:
    """In "had it happened an hour later" the verb tells what did not happen."""
    return "hypothetical" if is_verb(token) and _is_inverted(token) else None


def would_be_done(token: Token) -> Modality | None:
    """Without a condition, what "would be built" and what somebody said they would do is a plan seen from the past."""
    verb = _carrier(token)
    words = helpers(verb)
    if not words or words[0].lower_ not in WOULD or any(child.lemma_ == "have" for child in words):
        return None
    open_ended = verb.lemma_ in CAUTIOUS or any(word.lower_ in CONDITIONS for word in verb.sent)
    return None if open_ended or not (is_passive(verb) or _acts(verb)) else "planned"


def _acts(verb: Token) -> bool:
    """Whether somebody does it, not something."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return any(
        child.pos_ in {"PROPN", "PRON"} and child.lower_ not in {"it", "this", "that", "which"} for child in subjects
    )


def possibility(token: Token) -> Modality | None:
    """The words "would", "could", "might", "may" tell a possibility."""
    return "hypothetical" if any(child.lower_ in POSSIBLE for child in helpers(_carrier(token))) else None


def denial(token: Token) -> Modality | None:
    """The words "not", "never", "no" say that it did not happen."""
    verb = _carrier(token)
    if is_negated(verb) or _by_its_arguments(token) or (verb != token and _by_its_arguments(verb)):
        return "denied"
    return None


def _by_its_arguments(word: Token) -> bool:
    """In "no soldiers were sent" and "nobody came" the verb is denied by its arguments."""
    if any(child.dep_ == "det" and child.lower_ in {"no", "neither"} for child in word.children):
        return True
    subjects = [child for child in word.children if child.dep_ in {"nsubj", "nsubjpass"}] if is_verb(word) else []
    return any(
        child.lower_ in {"nobody", "none", "nothing"}
        or any(d.lower_ == "no" and d.dep_ == "det" for d in child.children)
        for child in subjects
    )


def future(token: Token) -> Modality | None:
    """The words "will" and "shall" tell a plan."""
    return "planned" if any(child.lower_ in FUTURE for child in helpers(_carrier(token))) else None


def to_be_done(token: Token) -> Modality | None:
    """What "is to be held" is a plan, and so is "a bridge to be built"."""
    verb = token.head
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)
    if token.dep_ in {"acl", "relcl"} and token.tag_ == "VBN":
        return "planned" if infinitive else None
    is_to = token.dep_ == "xcomp" and verb.lemma_ == "be" and infinitive
    return "planned" if is_to and not any(child.dep_ in {"attr", "acomp"} for child in verb.children) else None


def described(token: Token) -> Modality | None:
    """An event noun is meant as the word before it says: "possible", "planned", "further"."""
    if is_verb(token):
        return None
    return next((MODALITIES[mood] for word in modifiers(token) if (mood := effect(word)) in MODALITIES), None)


def call(token: Token) -> Modality | None:
    """An imperative asks for something that has not happened."""
    bare = (
        token.dep_ == "ROOT"
        and token.tag_ == "VB"
        and not any(c.dep_.startswith(("nsubj", "aux")) for c in token.children)
    )
    return "hypothetical" if bare else None


OWN_RULES: tuple[Rule, ...] = (
    question,
    condition,
    inverted_condition,
    would_be_done,
    possibility,
    denial,
    to_be_done,
    future,
    described,
    call,
)
"""What a clause's own words say."""


def by_its_governor(token: Token, depth: int = 0) -> tuple[Modality, str] | None:
    """What hangs on "plans", "the threat of", "is likely to" is meant as that word says."""
    above = governor(token)
    if above is None or depth > DEEPEST:
        return None
    said = _fulfilled(token, effect(above), above.token)
    if said and said != "same":
        return _turned(above, MODALITIES[said], depth)
    inherits = (
        said == "same"
        or above.relation in {"infinitive", "joined"}
        or (above.relation in {"of", "manner"} and (above.relation == "manner" or not is_verb(token)))
    )
    if above.relation == "purpose":
        return _of_purpose(token, above.token, depth)
    if not inherits:
        return None
    if above.relation == "joined" and is_verb(token) and (_has_own_subject(token)):
        return None
    return mood_above(_verb_of(above), depth + 1)


def _verb_of(above: Governor) -> Token:
    """For "uses measures such as holding hostages" the using, for it is meant as the holding is."""
    word = above.token
    return word.head if above.relation == "manner" and word.pos_ == "NOUN" and word.dep_ == "dobj" else word


def _fulfilled(token: Token, said: str, word: Token) -> str:
    """What is "likely" to have happened is told as a fact, if not a sure one."""
    perfect = any(child.lemma_ == "have" for child in helpers(token)) or _carrier(token).tag_ == "VBD"
    return "fact" if said == "hypothetical" and word.pos_ == "ADJ" and perfect else said


def _turned(governed: Governor, said: Modality, depth: int) -> tuple[Modality, str] | None:
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


def _of_purpose(token: Token, word: Token, depth: int) -> tuple[Modality, str]:
    """What something is done for is planned; but who summons somebody to protest does protest."""
    above = mood_above(word, depth + 1)
    if above is not None and above[0] in {"hypothetical", "denied"}:
        return "hypothetical", "purpose"
    at_once = effect(Governor(token, "purpose")) == "fact"
    return (above or ("asserted", "purpose")) if at_once else ("planned", "purpose")


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


OUTWEIGHED = frozenset(
    {("planned", "hypothetical"), ("denied", "hypothetical"), ("hypothetical", "planned"), ("denied", "planned")}
)
"""(Own mood, that by the governor): here the governor decides – "asked them not to go", "an order that they should"."""


def mood_above(token: Token, depth: int = 0) -> tuple[Modality, str] | None:
    """Mood of a word by its own words, else by what it depends on; None if nothing speaks against a fact."""
    for rule in OWN_RULES:
        mood = rule(token)
        if mood is not None:
            above = by_its_governor(token, depth)
            return above if above and (mood, above[0]) in OUTWEIGHED else (mood, rule.__name__)
    return by_its_governor(token, depth)


def habit(token: Token) -> Modality | None:
    """What is done "every day" or "usually" is told as a habit."""
    verb = _carrier(token)
    for child in verb.children:
        if child.lower_ in OFTEN:
            return "habitual"
        each = any(det.lower_ in {"every", "each"} for det in child.children)
        if each and child.lemma_.lower() in SPAN_WORDS and child.dep_ in {"npadvmod", "pobj", "dobj", "dep", "nsubj"}:
            return "habitual"
    return None


def going_on(token: Token) -> Modality | None:
    """What somebody "is doing" or "has been doing" is told as going on."""
    verb = _carrier(token)
    if verb.tag_ != "VBG":
        return None
    words = [child for child in helpers(verb) if child.lemma_ == "be"]
    now = any(child.tag_ in {"VBZ", "VBP"} or child.lower_ in {"’s", "'s", "’re", "'re"} for child in words)
    return "ongoing" if now or any(child.lower_ == "been" for child in words) else None


def simple_present(token: Token) -> Modality | None:
    """The simple present tells of what is so, apart from headlines, captions and words of saying."""
    verb = _carrier(token)
    if not is_verb(verb) or verb.tag_ not in {"VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return None
    speaks = any(child.dep_ in {"ccomp", "parataxis"} for child in verb.children) or _first_person(verb)
    return None if speaks else "ongoing"


def _first_person(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in verb.children)


FACT_RULES: tuple[Rule, ...] = (habit, going_on)
"""How a fact is told."""


def mood_of(token: Token, block: BlockKind) -> tuple[Modality, str]:
    """Mood of a trigger and the rule that gave it."""
    found = mood_above(token)
    if block in {"title", "heading"} and found in {None, ("planned", "purpose")} and _is_infinitive(_carrier(token)):
        return "planned", "headline_to"  # "Norland to send troops"
    if found is not None and found[0] != "asserted":
        return found
    own = effect(Governor(token, "self"))
    if own in MODALITIES and found is None:
        return MODALITIES[own], "by_its_own_meaning"
    for rule in (*FACT_RULES, *((simple_present,) if block in {"body", "embed"} else ())):
        mood = rule(token)
        if mood is not None:
            return mood, rule.__name__
    return found or ("asserted", "told_as_fact")


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _carrier(token: Token) -> Token:
    """The verb whose helpers tell how a word is meant: itself, or the copula or light verb it hangs on."""
    if not is_verb(token) and token.dep_ in {"attr", "acomp"} and token.head.pos_ in {"AUX", "VERB"}:
        return token.head
    return token
