"""Who does it: the subject of a verb, said beside it or to be found by grammar. The first rule that finds one wins."""

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from loaders.clauses.phrases import described, joined, resolved
from loaders.grammar import is_passive, is_verb, main_verb_behind, preposition
from loaders.lexicon import table

Found = tuple[tuple[Token, str], ...]
"""Heads of subjects with how they hang on the verb."""
SubjectRule = Callable[[Token], Found]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSAL = frozenset({"xcomp", "ccomp"})


@cache
def object_control() -> frozenset[str]:
    """Verbs whose object is the one who does what follows: "ordered the troops to leave"."""
    return frozenset(row["lemma"] for _, row in table("control", "lemma"))


@cache
def people() -> frozenset[str]:
    """Nouns for people and groups of people, that can do something."""
    rows = (row for _, row in table("word_classes", "class", "word"))
    return frozenset(row["word"] for row in rows if row["class"] in {"people", "relative", "troops", "protester"})


@cache
def accusing() -> frozenset[str]:
    """Verbs whose object is said to have done what follows: "accused them of lying"."""
    return frozenset(row["lemma"] for _, row in table("speech", "lemma", "form", "how") if row["how"] == "accuse")


def own_subject(verb: Token) -> Found:
    """The subject stands beside the verb; a relative pronoun means the noun before it."""
    heads = (resolved(child, verb) for child in verb.children if child.dep_ in SUBJECTS and child.tag_ != "EX")
    return tuple((token, "subject") for head in heads for token in joined(head))


def participle_head(verb: Token) -> Found:
    """In "troops sent abroad" and "a crowd shouting" the noun before the participle is the subject."""
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD", "VBG"}:
        return tuple((token, "participle") for token in joined(described(verb.head)))
    return ()


def holder_of_a_plan(verb: Token) -> Found:
    """In "Norland's plan to send a ship" and "has a right to send a ship" the holder does what is planned."""
    if verb.dep_ != "acl" or verb.tag_ != "VB":
        return ()
    return holders(verb.head)


def holders(noun: Token) -> Found:
    """The possessor of a noun, or else the subject of the verb it hangs on."""
    owners = tuple((token, "control") for child in noun.children if child.dep_ == "poss" for token in joined(child))
    above = noun.head
    while above.dep_ in {"prep", "pobj"} and not is_verb(above):
        above = above.head
    if owners or not is_verb(above) or noun.dep_ in SUBJECTS:
        return owners
    return tuple((token, "control") for token, _ in subjects(above))


def joined_subject(verb: Token) -> Found:
    """Verbs joined by "and" or "or" share the subject."""
    if verb.dep_ == "conj" and is_verb(verb.head):
        return subjects(verb.head)
    return ()


def controlled(verb: Token) -> Found:
    """In "plans to send" the planner sends; in "ordered them to leave" those who were ordered leave."""
    if verb.dep_ not in CLAUSAL or not _bare(verb):
        return ()
    above = verb.head
    objects = [child for child in above.children if child.dep_ in {"dobj", "dative"} and child.pos_ != "ADP"]
    if above.lemma_ in object_control() and objects:
        return tuple((token, "control") for token in joined(resolved(objects[0], above)))
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    return tuple((token, "control") for token, _ in subjects(above)) if above.pos_ in {"VERB", "AUX"} else ()


def _bare(verb: Token) -> bool:
    return verb.tag_ in {"VBG", "VBN"} or any(child.lower_ == "to" for child in verb.children if child.dep_ == "aux")


def adverbial(verb: Token) -> Found:
    """In "withdrew, saying that …" and "went there to help" the subject of the main verb does both."""
    if verb.dep_ == "advcl" and verb.head.pos_ in {"VERB", "AUX"} and verb.tag_ in {"VB", "VBG", "VBN"}:
        return tuple((token, "control") for token, _ in subjects(verb.head))
    return ()


def after_preposition(verb: Token) -> Found:
    """In "answered by firing" who answered fires; in "accused her of lying" the accused lies."""
    if verb.dep_ != "pcomp":
        return ()
    above = verb.head.head
    if not is_verb(above):
        return _near_a_noun(above, verb.head)
    objects = [child for child in above.children if child.dep_ == "dobj" and _is_somebody(child)]
    if objects and verb.head.lower_ in {"of", "for", "from", "into"} and not is_passive(above):
        return tuple((token, "control") for token in joined(resolved(objects[0], above)))
    return tuple((token, "control") for token, _ in subjects(above))


def _is_somebody(noun: Token) -> bool:
    return noun.pos_ in {"PRON", "PROPN"} or noun.lemma_.lower() in people()


def _near_a_noun(noun: Token, preposition: Token) -> Found:
    """Who does it where a preposition hangs on a noun: a name, those who are accused of it, or the noun's holder."""
    accused = noun.dep_ == "dobj" and noun.head.lemma_.lower() in accusing() and preposition.lower_ in {"of", "for"}
    if noun.pos_ == "PROPN" or accused:
        return tuple((token, "control") for token in joined(noun))
    return holders(noun) if noun.pos_ == "NOUN" else ()


def before_a_participle(verb: Token) -> Found:
    """In "troops sent abroad have rebelled" the troops rebelled, even where grammar took "sent" for the main verb."""
    others = (*verb.lefts, *verb.head.children, verb.head)
    misread = (other for other in others if other.i < verb.i and is_verb(other) and main_verb_behind(other) == verb)
    return tuple(found for other in misread for found in own_subject(other))


def of_a_reported_verb(verb: Token) -> Found:
    """In "is said by officials to have left" who is spoken of has left."""
    if verb.dep_ in CLAUSAL and is_verb(verb.head) and is_passive(verb.head):
        return tuple((token, "control") for token, _ in subjects(verb.head))
    return ()


SUBJECT_RULES: tuple[SubjectRule, ...] = (
    own_subject,
    participle_head,
    holder_of_a_plan,
    before_a_participle,
    joined_subject,
    controlled,
    adverbial,
    after_preposition,
    of_a_reported_verb,
)
"""Tried in order; the first that finds somebody wins. Each looks only upwards in the tree, so the search ends."""


def subject_rule(verb: Token) -> tuple[Found, str]:
    """The subjects of a verb, in order of the text, and the name of the rule that found them."""
    for rule in SUBJECT_RULES:
        found = rule(verb)
        if found:
            return found, rule.__name__
    return (), ""


def subjects(verb: Token) -> Found:
    """The subjects of a verb, in order of the text."""
    return subject_rule(verb)[0]


def by_agents(word: Token) -> Found:
    """Those after "by", joined ones too; times and means ("by boat", "by Friday") left out."""
    heads = [head for head in preposition(word, "by") if head.ent_type_ not in {"DATE", "TIME", "CARDINAL", "MONEY"}]
    return tuple((token, "by") for head in heads if head.pos_ != "VERB" for token in joined(head))
