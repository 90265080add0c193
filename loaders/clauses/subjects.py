"""Who does it: the subject of a verb, said beside it or to be found by grammar. The first rule that finds one wins."""

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from loaders.clauses.phrases import described, joined, resolved
from loaders.grammar import (
    FINITE,
    SUBJECTS,
    helpers,
    is_infinitive,
    is_passive,
    is_verb,
    main_verb_behind,
    own_subjects,
    preposition,
)
from loaders.lexicon import saying, table, word_class

Found = tuple[tuple[Token, str], ...]
"""Heads of subjects with how they hang on the verb."""
SubjectRule = Callable[[Token], Found]

CLAUSAL = frozenset({"xcomp", "ccomp"})
NO_DOERS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY"})


@cache
def object_control() -> frozenset[str]:
    """Verbs whose object is the one who does what follows: "ordered the troops to leave"."""
    return frozenset(row["lemma"] for _, row in table("control", "lemma"))


@cache
def people() -> frozenset[str]:
    """Nouns for people and groups of people, that can do something."""
    return frozenset().union(*(word_class(name) for name in ("people", "relative", "troops", "protester")))


@cache
def bodies() -> frozenset[str]:
    """Nouns for people, bodies and places: whatever stands before "by" there was not made by whoever follows."""
    return people().union(*(word_class(name) for name in ("place", "organisation", "company", "police")))


@cache
def accusing() -> frozenset[str]:
    """Verbs whose object is said to have done what follows: "accused them of lying"."""
    return frozenset(row["lemma"] for _, row in table("speech", "lemma", "form", "how") if row["how"] == "accuse")


def own_subject(verb: Token) -> Found:
    """The subject stands beside the verb; a relative pronoun means the noun before it."""
    heads = (resolved(child, verb) for child in own_subjects(verb))
    return tuple((token, "subject") for head in heads for token in joined(head))


def taken_by_the_tag(verb: Token) -> Found:
    """In "the firms, said Lind, are required to pay" the firms are required, though grammar has them speak."""
    tags = [child for child in verb.children if child.dep_ == "parataxis" and child.i < verb.i and child.pos_ == "VERB"]
    taken = [
        child
        for tag in tags
        for child in tag.children
        if child.dep_ in SUBJECTS and child.i < tag.i and child not in own_subjects(tag)
    ]
    return tuple((token, "subject") for head in taken for token in joined(head))


def right_before(verb: Token) -> Found:
    """In "back from Osk, Lind \u201cleft the club\u201d" Lind left: the name right before a verb that has no subject.

    Small parsers hang it on the noun before the comma as if it were an aside.
    """
    if verb.tag_ not in FINITE or verb.dep_ in {"conj", "relcl", "acl"}:
        return ()
    before = [token for token in verb.doc[verb.sent.start : _first_word(verb).i] if not token.is_quote]
    name = before[-1] if before else None
    if name is None or name.pos_ not in {"PROPN", "PRON"} or name.i == verb.sent.start:
        return ()
    while name.dep_ in {"compound", "flat"}:
        name = name.head
    ahead = name.left_edge.nbor(-1) if name.left_edge.i > verb.sent.start else None
    aside = name.dep_ == "appos" and ahead is not None and ahead.text == ","
    return ((name, "subject"),) if aside else ()


def _first_word(verb: Token) -> Token:
    """The first of the verb's helpers, or the verb."""
    return min([verb, *helpers(verb)], key=lambda token: token.i)


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
    """Verbs joined by "and" or "or" share the subject, if they are of one kind.

    In "noting the number of dead and wounded soldiers" nobody who notes it wounded anybody: small parsers take such a
    participle before a noun for a past tense.
    """
    if verb.dep_ != "conj" or not is_verb(verb.head) or (verb.head.tag_ == "VBG" and verb.tag_ == "VBD"):
        return ()
    return subjects(verb.head)


def controlled(verb: Token) -> Found:
    """In "plans to send" the planner sends; in "ordered them to leave" those who were ordered leave."""
    if verb.dep_ not in CLAUSAL or not _bare(verb):
        return ()
    above = verb.head
    if verb.i < above.i and above.lemma_.lower() in saying():
        return ()  # "…, put it down and fired, Lind said": who says so is not who did it
    objects = [child for child in above.children if child.dep_ in {"dobj", "dative"} and child.pos_ != "ADP"]
    if above.lemma_ in object_control() and objects:
        return tuple((token, "control") for token in joined(resolved(objects[0], above)))
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    return tuple((token, "control") for token, _ in subjects(above)) if above.pos_ in {"VERB", "AUX"} else ()


def _bare(verb: Token) -> bool:
    return verb.tag_ in {"VBG", "VBN"} or is_infinitive(verb)


def adverbial(verb: Token) -> Found:
    """In "withdrew, saying that …" and "went there to help" the subject of the main verb does both.

    In "described her as a fighter, facing …" it is the one described.
    """
    above = verb.head
    if verb.dep_ != "advcl" or above.pos_ not in {"VERB", "AUX"} or verb.tag_ not in {"VB", "VBG", "VBN"}:
        return ()
    objects = [child for child in above.children if child.dep_ == "dobj" and child.i < verb.i]
    if objects and not is_passive(above) and _is_of_the_described(verb):
        return tuple((token, "control") for token in joined(resolved(objects[0], above)))
    return tuple((token, "control") for token, _ in subjects(above))


def _is_of_the_described(verb: Token) -> bool:
    """Whether a participle goes on with what somebody is described as, and does not tell what the describer says."""
    as_ = [child for child in verb.head.children if child.lower_ == "as" and child.dep_ == "prep" and child.i < verb.i]
    return verb.tag_ == "VBG" and bool(as_) and verb.lemma_.lower() not in saying()


def after_preposition(verb: Token) -> Found:
    """In "answered by firing" who answered fires; in "accused her of lying" the accused lies.

    In "quoted her as saying" she says so.
    """
    if verb.dep_ != "pcomp":
        return ()
    above = verb.head.head
    if not is_verb(above):
        return _near_a_noun(above, verb.head)
    objects = [child for child in above.children if child.dep_ == "dobj" and _is_somebody(child)]
    if objects and verb.head.lower_ in {"of", "for", "from", "into", "as"} and not is_passive(above):
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
    taken_by_the_tag,
    right_before,
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
    heads = [head for head in (*preposition(word, "by"), *_by_below(word)) if head.ent_type_ not in NO_DOERS]
    return tuple(
        (token, "by") for head in heads if head.pos_ != "VERB" and not _is_means(head) for token in joined(head)
    )


def _is_means(noun: Token) -> bool:
    """Whether a bare noun tells how it was done: "by mail", "by mistake"."""
    return noun.tag_ == "NN" and not list(noun.lefts) and noun.lemma_.lower() in word_class("means")


def _by_below(verb: Token) -> list[Token]:
    """In "was sent back to the club by Lind" the doer of a passive, hung by the parser on the place before it."""
    if not is_verb(verb) or not is_passive(verb):
        return []
    clauses = [
        verb,
        *(low for child in verb.children if child.dep_ == "prep" for low in child.children if is_verb(low)),
    ]
    nouns = [noun for clause in clauses for child in clause.children if child.dep_ == "prep" for noun in child.children]
    return [head for noun in nouns if _makes_nothing(noun) for head in preposition(noun, "by") if head.i > verb.i]


def _makes_nothing(noun: Token) -> bool:
    """Whether a noun is nobody's deed or work: a name, a place, people."""
    return noun.dep_ == "pobj" and (noun.pos_ == "PROPN" or noun.lemma_.lower() in bodies())
