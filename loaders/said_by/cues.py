"""Verbs and nouns of saying: who speaks, and what hangs on their word."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from spacy.tokens import Token

from loaders.grammar import is_finite, is_negated
from loaders.lexicon import table, word_class
from loaders.said_by.people import (
    agent_of,
    cited_beside,
    describing,
    inverted,
    is_as_saying,
    joined,
    quoted,
    subject_of,
)

How = Literal["say", "think", "deny", "ask", "accuse", "show"]

CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "acl", "prep", "parataxis", "dobj", "obj", "advcl"})
"""Ways in which what is said may hang on the word that says it."""

WITNESSES = ("evidence", "figure", "study", "document", "footage", "information", "media", "intelligence", "poll",
             "inquiry", "message", "words")  # fmt: skip
"""Classes of nouns that can show or suggest something, besides people and bodies."""
ASKING = frozenset({"WRB", "WP", "WDT"})


@cache
def speech_words() -> dict[tuple[str, str], How]:
    """(lemma, verb or noun) → how it speaks, from the table `speech`."""
    rows = table("speech", "lemma", "form", "how")
    return {(row["lemma"], row["form"]): row["how"] for _, row in rows}  # type: ignore[misc]  # held by a test


@dataclass(frozen=True)
class Cue:
    """One word of saying in a sentence, with its speakers' head words."""

    token: Token
    how: How
    speakers: tuple[Token, ...]
    """Nearest link of the chain; empty if it is not said who ("it is believed")."""
    via: tuple[Token, ...] = ()
    """The next link: who quotes."""
    told: tuple[Token, ...] = ()
    """Who was told; the next link if it is an outlet."""


def how_it_speaks(token: Token) -> How | None:
    """How this word speaks, or None. A verb of saying without a speaker or content is still a verb of saying."""
    form = "verb" if token.pos_ in {"VERB", "AUX"} else "noun" if token.pos_ == "NOUN" else ""
    return speech_words().get((token.lemma_.lower(), form))


def cue_at(token: Token) -> Cue | None:
    """The cue that this word is, or None."""
    how = how_it_speaks(token)
    if how is None:
        return None
    return _noun_cue(token, how) if token.pos_ == "NOUN" else _verb_cue(token, how)


def _noun_cue(noun: Token, how: How) -> Cue:
    telling = _telling(noun)
    maker = subject_of(telling) if telling is not None else None
    if telling is not None and maker is not None:
        return Cue(noun, how, joined(maker), told=told(telling))
    return Cue(noun, how, makers_of(noun))


def _verb_cue(verb: Token, how: How) -> Cue | None:
    named, quoting = quoted(verb)
    if named:
        return Cue(verb, "say", named, via=quoting)
    speaker = subject_of(verb) or inverted(verb)
    if speaker is None:
        return Cue(verb, how, cited_beside(verb), told=told(verb))
    if how_it_speaks(speaker) and speaker.pos_ == "NOUN":
        return Cue(verb, how, makers_of(speaker) or (speaker,))
    if _is_only_a_sign(speaker, verb):
        return None
    cited = cited_beside(verb)
    return Cue(verb, how, cited, via=joined(speaker)) if cited else Cue(verb, how, joined(speaker), told=told(verb))


def _is_only_a_sign(subject: Token, verb: Token) -> bool:
    """Whether a happening shows something, and nobody says it: "the visit signals that …"."""
    if verb.lemma_.lower() not in word_class("sign") or subject.pos_ != "NOUN":
        return False
    lemma = subject.lemma_.lower()
    return lemma not in describing() and not any(lemma in word_class(name) for name in WITNESSES)


def _telling(noun: Token) -> Token | None:
    """The verb of "told the paper in a statement that …": whoever tells it makes the statement."""
    verb = noun.head.head
    in_it = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "with"} and verb.pos_ == "VERB"
    return verb if in_it and how_it_speaks(verb) == "say" else None


def told(verb: Token) -> tuple[Token, ...]:
    """Whom a speaker told: "X told the Harbor News"."""
    if verb.lemma_ != "tell":
        return ()
    return tuple(child for child in verb.children if child.dep_ in {"dobj", "dative", "obj"} and child.pos_ != "PRON")


def makers_of(noun: Token) -> tuple[Token, ...]:
    """Who stands behind a report, a claim or a film: its possessor, or who published it; empty if it is not said."""
    for child in noun.children:
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return joined(child)
        if child.dep_ == "acl" and (agent := agent_of(child)) is not None:
            return joined(agent)
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return tuple(
                noun
                for pobj in child.children
                if pobj.dep_ == "pobj"
                for noun in joined(pobj)
                if noun.ent_type_ != "DATE"
            )
    verb = noun.head
    published = noun.dep_ in {"dobj", "obj"} and verb.lemma_ in {"release", "publish", "issue", "share", "post", "make"}
    maker = subject_of(verb) if published else None
    return joined(maker) if maker is not None else ()


def cues_above(token: Token) -> Iterator[Cue]:
    """The words of saying that this word's clause hangs on, nearest first.

    A relative clause or an apposition is the author's own remark *about* somebody unless it stands inside a longer
    content clause, so climbing goes on through it.
    """
    child, head = token, token.head
    while child != head:
        if (
            (child.dep_ in CONTENT - {"advcl"} or _goes_on(child, head))
            and not _apart(child, head)
            and not is_as_saying(head)
            and (cue := cue_at(head))
            and carries(cue, child)
        ):
            yield from _passed_on(cue, token)
        child, head = head, head.head


def _passed_on(cue: Cue, token: Token) -> Iterator[Cue]:
    """The cue; for the "saying" of "Y quoted X as saying" only Y's word, for X is who does it."""
    if not is_as_saying(token) or token.head.head != cue.token:
        yield cue
    elif cue.via:
        yield replace(cue, speakers=cue.via, via=())


def _goes_on(child: Token, head: Token) -> bool:
    """Whether a clause goes on with what another says: "claims that his boat was taken and he was beaten".

    Parsers join such a clause to the word of saying. A comma before "and", a saying of its own, and a subject that is
    no pronoun speak for the author, who goes on with what happened.
    """
    subjects = [subject for subject in child.lefts if subject.dep_ in {"nsubj", "nsubjpass"}]
    if child.dep_ != "conj" or how_it_speaks(child) is not None or not any(s.tag_ == "PRP" for s in subjects):
        return False
    said = [other for other in head.rights if other.dep_ == "ccomp" and other.i < child.i]
    opened = bool(said) and any(mark.lower_ == "that" and mark.dep_ == "mark" for mark in said[-1].lefts)
    return opened and not any(word.is_punct for word in child.doc[said[-1].i : child.left_edge.i])


def _apart(child: Token, head: Token) -> bool:
    """Whether a semicolon stands between the two; the parser joins clauses across it that say nothing of each other."""
    between = child.doc[child.right_edge.i + 1 : head.i] if child.i < head.i else child.doc[head.i : child.left_edge.i]
    return any(word.text == ";" for word in between)


def carries(cue: Cue, child: Token) -> bool:
    """Whether `child` holds what the cue says, not who says it, when or why."""
    if cue.token.pos_ == "NOUN":
        return _noun_carries(child)
    if cue.how == "accuse":
        return child.dep_ == "prep" and child.lower_ in {"of", "for"}
    if child.dep_ == "prep":
        return child.lower_ == "as" and cue.token.lemma_ in {"quote", "cite", "describe", "label"}
    if cue.token.lemma_.lower() in word_class("clausal") and not _is_clause(child):
        return False  # who continues to do something says nothing, who was told to do it was given an order
    if child.dep_ in {"dobj", "obj"}:
        return cue.how in {"say", "deny", "show"}
    # Who does not say why it sank has not said that it sank.
    return not (child.dep_ == "ccomp" and is_negated(cue.token) and _asks(child))


def _noun_carries(child: Token) -> bool:
    finite = child.tag_ != "VBN" or any(mark.dep_ == "mark" and mark.lower_ == "that" for mark in child.lefts)
    return (child.dep_ == "acl" and finite) or (
        child.dep_ == "prep" and child.lower_ in {"of", "about"} and has_verb(child)
    )


def _is_clause(child: Token) -> bool:
    """Whether it can be what a verb such as "maintain" says: a clause of its own, quoted words, an "as"."""
    said = is_finite(child) or any(mark.dep_ == "mark" and mark.lower_ == "that" for mark in child.lefts)
    return child.dep_ not in {"dobj", "obj", "xcomp"} and (child.dep_ != "ccomp" or said)


def _asks(clause: Token) -> bool:
    """Whether a clause opens with "why", "who", "whether"."""
    first = clause.left_edge
    return first.tag_ in ASKING or first.lower_ in {"whether", "if"}


def has_verb(preposition: Token) -> bool:
    """Whether what the preposition governs is a clause ("claims of sending", not "claims of success")."""
    return any(child.dep_ == "pcomp" for child in preposition.children)


def interrupting(token: Token) -> Iterator[Cue]:
    """A word of saying put into the sentence it reports: "The army, he added, would not leave"."""
    if token.dep_ == "parataxis" and how_it_speaks(token) is not None:
        return
    word = token
    while True:
        for child in word.children:
            if child.dep_ != "parataxis" or child.i == token.i or _apart(child, token):
                continue
            if (cue := cue_at(child)) and cue.speakers:
                yield cue
        if word.head == word:
            return
        word = word.head
