"""Who speaks, by grammar: the subject of a verb of saying, whoever is quoted by it, and whoever stands jointly."""

from functools import cache

from spacy.tokens import Token

from loaders.grammar import own_subjects
from loaders.lexicon import table, word_class

SUBJECTS = frozenset({"nsubj", "csubj"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def subject_of(verb: Token) -> Token | None:
    """The one who does it: own subject, agent of a passive, else that of the verb it is joined to or controlled by."""
    seen = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = [child for child in own_subjects(verb) if child.dep_ in SUBJECTS]
        if own:
            return antecedent(own[0])
        if verb.tag_ == "VBN" and (_is_passive(verb) or agent_of(verb) is not None):
            return agent_of(verb)
        if verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep", "acl"}:
            return None
        if verb.dep_ == "acl":
            return verb.head if verb.tag_ != "VB" else None  # "a process to consider it" considers nothing
        verb = verb.head
    return None


def _is_passive(verb: Token) -> bool:
    return verb.dep_ == "acl" or any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def agent_of(verb: Token) -> Token | None:
    """The noun of a passive's by-phrase."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def antecedent(noun: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word is its own."""
    if noun.tag_ in {"WP", "WDT"}:
        clause = noun.head
        while clause.dep_ in {"conj", "ccomp", "xcomp"} and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return noun


def joined(noun: Token) -> tuple[Token, ...]:
    """A noun and those joined to it by "and": joint speakers, in order of the text."""
    found, queue = [], [noun]
    while queue:
        word = queue.pop()
        found.append(word)
        queue += [child for child in word.children if child.dep_ == "conj"]
    return tuple(sorted(found, key=lambda word: word.i))


def inverted(verb: Token) -> Token | None:
    """The speaker of a tag behind a quotation, which the parser takes for an object: "…", added the minister."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if before is None or not (before.is_quote or before.is_punct):
        return None
    if verb.dep_ in {"amod", "compound"} and verb.head.i > verb.i:
        return verb.head
    return next((noun for noun in verb.rights if noun.dep_ in {"dobj", "obj", "attr"} and noun.pos_ != "PRON"), None)


def is_quoting(verb: Token) -> bool:
    """Whether a verb passes on what somebody else says: "quoted Osei as saying"."""
    return verb.lemma_.lower() in word_class("quoting")


def quoted(verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Who is quoted and who quotes them, in "X was quoted as saying by Y" and "Y quoted X as saying"; else nobody."""
    if not is_quoting(verb):
        return (), ()
    passive = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if passive is not None:
        agents = [agent for word in verb.subtree if (agent := agent_of(word)) is not None]
        return joined(antecedent(passive)), joined(agents[0]) if agents else ()
    named = next((child for child in verb.children if child.dep_ in {"dobj", "obj"}), None)
    if named is None or not any(child.lower_ == "as" and child.dep_ == "prep" for child in verb.children):
        return (), ()
    quoting = subject_of(verb)
    return joined(named), joined(quoting) if quoting is not None else ()


def is_as_saying(verb: Token) -> bool:
    """Whether it is the "saying" of "quoted as saying", which says no more than the quoting does."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "as" and is_quoting(verb.head.head)


def cited_beside(verb: Token) -> tuple[Token, ...]:
    """Whom a speaker cites in the same breath: "the Lantern reported, citing Osei"; rules and reasons are nobody."""
    nouns = (
        noun
        for child in verb.children
        if child.dep_ == "advcl" and child.tag_ == "VBG" and is_quoting(child)
        for noun in child.children
        if noun.dep_ in {"dobj", "obj"}
    )
    return next((joined(noun) for noun in nouns if is_somebody(noun)), ())


def is_somebody(noun: Token) -> bool:
    """Whether a noun names or describes people or a body that can speak."""
    return noun.ent_type_ in NAMES if noun.pos_ == "PROPN" else noun.lemma_.lower() in describing()


@cache
def describing() -> frozenset[str]:
    """Nouns for people and bodies, from the table `descriptions`."""
    return frozenset(row["word"] for _, row in table("descriptions", "word", "kinds"))
