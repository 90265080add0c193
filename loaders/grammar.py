"""What a verb's own words tell: its voice, its particle, its helpers, whether it is denied. Shared by the stages."""

from spacy.tokens import Token

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
HELPER_DEPS = frozenset({"aux", "auxpass"})
NO_VERB_DEPS = HELPER_DEPS | {"prep", "case", "mark", "amod", "compound", "det", "cc"}


def is_verb(token: Token) -> bool:
    """A verb with content: no auxiliary, no modal, no verb turned preposition ("according to") or adjective."""
    return token.tag_ in VERB_TAGS and token.pos_ in {"VERB", "AUX"} and token.dep_ not in NO_VERB_DEPS


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
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ in {"have", "'ve"} for child in verb.children):
        return False
    if verb.dep_ == "conj" and is_verb(verb.head) and not has_subject(verb):
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "amod", "relcl", "ROOT", "ccomp", "pcomp", "dep", "conj"} and not has_subject(
        verb
    )


def particle(verb: Token) -> Token | None:
    """The "down" of "step down"."""
    return next((child for child in verb.children if child.dep_ == "prt"), None)


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
