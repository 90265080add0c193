"""What a clause's own words say about how it is meant: "not", "will", "could", a question mark."""

from collections.abc import Callable

from spacy.tokens import Token

from graph.model import Modality
from loaders.grammar import helpers, is_infinitive, is_negated, is_passive, is_verb
from loaders.modality.governors import MODALITIES, Governor, effect, modifiers

Rule = Callable[[Token], Modality | None]

CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
POSSIBLE = frozenset({"would", "could", "might", "may", "can", "should", "’d", "'d", "ca", "must", "ought"})
WOULD = frozenset({"would", "’d", "'d"})
FUTURE = frozenset({"will", "shall", "wo", "’ll", "'ll", "gonna"})


def question(token: Token) -> Modality | None:
    """A question says nothing of its own."""
    return "hypothetical" if _asks(token) and not _is_speech_tag(token) else None


def _asks(token: Token) -> bool:
    """Whether the sentence ends in a question mark, quotation marks behind it left aside."""
    sentence = token.sent
    for place in range(sentence.end - 1, sentence.start - 1, -1):
        word = token.doc[place]
        if not word.is_space and not word.is_quote:
            return bool(word.text == "?")
    return False


def _is_speech_tag(token: Token) -> bool:
    """The "asked" after a quoted question is a fact."""
    return any(child.dep_ == "ccomp" and child.i < token.i for child in token.children)


def condition(token: Token) -> Modality | None:
    """What stands behind "if" or "unless", and what depends on it, is only supposed."""
    verb = carrier(token)
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
    verb = carrier(token)
    words = helpers(verb)
    if not words or words[0].lower_ not in WOULD or any(child.lemma_ == "have" for child in words):
        return None
    open_ended = effect(Governor(verb, "would")) == "hypothetical" or any(
        word.lower_ in CONDITIONS for word in verb.sent
    )
    return None if open_ended or not (is_passive(verb) or _acts(verb)) else "planned"


def _acts(verb: Token) -> bool:
    """Whether somebody does it, not something."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return any(
        child.pos_ in {"PROPN", "PRON"} and child.lower_ not in {"it", "this", "that", "which"} for child in subjects
    )


def possibility(token: Token) -> Modality | None:
    """The words "would", "could", "might", "may" tell a possibility."""
    return "hypothetical" if any(child.lower_ in POSSIBLE for child in helpers(carrier(token))) else None


def negation(token: Token) -> Modality | None:
    """The words "not", "never", "no" say that it did not happen."""
    verb = carrier(token)
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
        or any(d.lower_ in {"no", "neither"} and d.dep_ in {"det", "preconj", "cc"} for d in child.children)
        for child in subjects
    )


def future(token: Token) -> Modality | None:
    """The words "will" and "shall" tell a plan."""
    verb = carrier(token)
    if verb.tag_ in {"VBD", "VBZ"}:
        return None  # "Will Palm scored": that is a name
    return "planned" if any(child.lower_ in FUTURE for child in helpers(verb)) else None


def to_be_done(token: Token) -> Modality | None:
    """What "is to be held" is a plan, and so is "a bridge to be built"."""
    verb = token.head
    infinitive = is_infinitive(token)
    if token.dep_ in {"acl", "relcl"} and token.tag_ == "VBN":
        return "planned" if infinitive else None
    is_to = token.dep_ == "xcomp" and verb.lemma_ == "be" and infinitive
    return "planned" if is_to and not any(child.dep_ in {"attr", "acomp"} for child in verb.children) else None


def as_described(token: Token) -> Modality | None:
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
    negation,
    to_be_done,
    future,
    as_described,
    call,
)
"""What a clause's own words say."""


def carrier(token: Token) -> Token:
    """The verb whose helpers tell how a word is meant: itself, or the copula or light verb it hangs on."""
    if not is_verb(token) and token.dep_ in {"attr", "acomp"} and token.head.pos_ in {"AUX", "VERB"}:
        return token.head
    return token
