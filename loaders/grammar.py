"""What a verb's own words tell: its voice, its particle, its helpers, whether it is denied. Shared by the stages."""

from spacy.tokens import Token

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of a verb with a tense."""
HELPER_DEPS = frozenset({"aux", "auxpass"})
PARTICLES = frozenset({"back", "down", "up", "out", "off", "away", "over", "in", "together"})
NO_VERB_DEPS = HELPER_DEPS | {"prep", "case", "mark", "amod", "compound", "det", "cc"}


def is_verb(token: Token) -> bool:
    """A verb with content: no auxiliary, no modal, no verb turned preposition ("according to") or adjective."""
    return (
        token.tag_ in VERB_TAGS
        and token.pos_ in {"VERB", "AUX"}
        and token.dep_ not in NO_VERB_DEPS
        and any(char.isalpha() for char in token.text)
    )


def helpers(verb: Token) -> list[Token]:
    """Its auxiliaries and modals, in order; a joined verb without a subject and helpers of its own borrows them."""
    own = [child for child in verb.children if child.dep_ in HELPER_DEPS]
    if not own and verb.dep_ == "conj" and is_verb(verb.head) and not has_subject(verb) and _same_form(verb):
        return helpers(verb.head)
    return own


def _same_form(verb: Token) -> bool:
    return verb.tag_ == verb.head.tag_ and verb.tag_ in {"VB", "VBN", "VBG"}


def has_subject(verb: Token) -> bool:
    """Whether a subject hangs on it."""
    return any(child.dep_ in {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"} for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Passive by auxiliary ("was sent"), by form alone ("troops sent to …"), or by the verb it is joined to."""
    if main_verb_behind(verb) is not None:
        return True
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "acl":
        return True  # spaCy often takes "soldiers sent abroad" for a past tense
    if verb.tag_ != "VBN" or any(_is_have(child) for child in verb.children):
        return False
    if verb.dep_ == "conj" and is_verb(verb.head) and not has_subject(verb) and verb.head.tag_ != "VBG":
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "amod", "relcl", "ROOT", "ccomp", "pcomp", "dep", "conj"} and not has_subject(
        verb
    )


def own_subjects(verb: Token) -> list[Token]:
    """Subjects that hang on the verb and are its own, in order of the text.

    Of "A fine player, Lind won" the name; of "the firms, said Lind, are required to pay" the speaker; of "Report:
    guards left" the guards: two subjects with a comma or colon between are a fault of small parsers.
    """
    found = [child for child in verb.children if child.dep_ in SUBJECTS and child.tag_ != "EX"]
    if len(found) > 1 and found[0].i < verb.i < found[-1].i and verb.dep_ == "parataxis":
        return [child for child in found if child.i > verb.i]
    name = len(found) > 1 and found[0].pos_ == "NOUN" and found[-1].pos_ == "PROPN"
    apart = len(found) > 1 and (_between(found, ":") or (name and _between(found, ",")))
    return found[-1:] if apart else found


def _between(found: list[Token], mark: str) -> bool:
    return any(token.text == mark for token in found[0].doc[found[0].i : found[-1].i])


def main_verb_behind(verb: Token) -> Token | None:
    """The real main verb of "troops sent abroad have rebelled", where the parser took "sent" for it; else None.

    Seen by its lack of a subject and of any "and" or comma before it. A known fault of small parsers.
    """
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if verb.tag_ != "VBD" or not subjects or subjects[-1].right_edge.i != verb.i - 1:
        return None
    if any(child.dep_ in {"dobj", "aux", "ccomp"} and child.i == verb.i + 1 for child in verb.children):
        return None
    later = (*verb.rights, *(child for child in verb.head.children if child.i > verb.i), verb.head)
    return next((other for other in later if other.i > verb.i + 1 and _lost_its_subject(other, verb)), None)


def _lost_its_subject(other: Token, verb: Token) -> bool:
    if other.dep_ not in {"conj", "ccomp", "dep", "ROOT"} or has_subject(other) or not is_finite(other):
        return False
    between = other.doc[verb.i + 1 : other.i]
    return not any(token.dep_ == "cc" or token.is_punct or token.dep_ in {"mark", "nsubj"} for token in between)


def is_finite(verb: Token) -> bool:
    """Whether a verb or one of its helpers has a tense."""
    words = [verb, *(child for child in verb.children if child.dep_ in HELPER_DEPS)]
    return any(word.tag_ in FINITE | {"MD"} for word in words)


def _is_have(word: Token) -> bool:
    return word.dep_ == "aux" and word.lower_ in {"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"}


def particle(verb: Token) -> Token | None:
    """The "down" of "step down"; an adverb of that kind right behind the verb counts too."""
    for child in verb.children:
        if child.dep_ == "prt" or (child.dep_ == "advmod" and child.i == verb.i + 1 and child.lower_ in PARTICLES):
            return child
    return None


def preposition(word: Token, *which: str) -> list[Token]:
    """Objects of the prepositions that hang on a word, in order of the text."""
    found = []
    for child in word.children:
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in which:
            found += [token for token in child.children if token.dep_ in {"pobj", "dobj"}]
    return found


def is_negated(verb: Token) -> bool:
    """Whether "not", "never" or "no longer" hangs on the verb or on a helper it shares."""
    own = any(_denies(child) for child in verb.children)
    shares = verb.dep_ == "conj" and is_verb(verb.head) and not has_subject(verb) and not own
    return own or (shares and _same_form(verb) and is_negated(verb.head))


def _denies(word: Token) -> bool:
    """Whether a word is "not" or "never", but not that of "not only … but also"."""
    if word.dep_ != "neg" and word.lower_ != "never":
        return False
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return following not in {"only", "just", "merely", "simply", "least"}


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to": "urged them to leave"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
