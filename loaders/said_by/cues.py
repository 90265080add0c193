"""Verbs and nouns of saying: who speaks, and what hangs on their word."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from loaders.lexicon import table

How = Literal["say", "think", "deny", "ask", "accuse", "show"]

CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "acl", "prep", "parataxis", "dobj", "obj", "advcl"})
"""Ways in which what is said may hang on the word that says it."""

SUBJECTS = frozenset({"nsubj", "csubj"})
NAMING = frozenset({"tell", "call", "describe", "inform", "read"})
"""Verbs whose object is a person or thing spoken of or read, not what is said."""


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
    """The next link: who was told, who quotes."""


def how_it_speaks(token: Token) -> How | None:
    """How this word speaks, or None. A verb of saying without a speaker or content is still a verb of saying."""
    form = "verb" if token.pos_ in {"VERB", "AUX"} else "noun" if token.pos_ == "NOUN" else ""
    return speech_words().get((token.lemma_.lower(), form))


def subject_of(verb: Token) -> Token | None:
    """The one who does it: own subject, agent of a passive, else that of the verb it is joined to or controlled by."""
    seen = set()
    while verb.i not in seen:
        seen.add(verb.i)
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return antecedent(child)
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


def cue_at(token: Token) -> Cue | None:
    """The cue that this word is, or None."""
    how = how_it_speaks(token)
    if how is None:
        return None
    if token.pos_ == "NOUN":
        telling = _telling(token)
        maker = subject_of(telling) if telling is not None else None
        if telling is not None and maker is not None:
            return Cue(token, how, joined(maker), via=told(telling))
        return Cue(token, how, makers_of(token))
    quoted = quoted_as_saying(token)
    if quoted:
        return quoted
    speaker = subject_of(token) or _inverted(token)
    if speaker is not None and how_it_speaks(speaker) and speaker.pos_ == "NOUN":
        return Cue(token, how, makers_of(speaker) or (speaker,))
    return Cue(token, how, joined(speaker) if speaker is not None else (), via=told(token))


def _telling(noun: Token) -> Token | None:
    """The verb of "told the paper in a statement that …": whoever tells it makes the statement."""
    verb = noun.head.head
    in_it = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "with"} and verb.pos_ == "VERB"
    return verb if in_it and how_it_speaks(verb) == "say" else None


def _inverted(verb: Token) -> Token | None:
    """The speaker of a tag behind a quotation, which the parser takes for an object: "…", added the minister."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if before is None or not (before.is_quote or before.is_punct):
        return None
    if verb.dep_ in {"amod", "compound"} and verb.head.i > verb.i:
        return verb.head
    return next((noun for noun in verb.rights if noun.dep_ in {"dobj", "obj", "attr"} and noun.pos_ != "PRON"), None)


def quoted_as_saying(token: Token) -> Cue | None:
    """In "X was quoted as saying by Y", X speaks and Y passes it on."""
    passive = next((child for child in token.children if child.dep_ == "nsubjpass"), None)
    if token.lemma_ not in {"quote", "cite", "report"} or passive is None:
        return None
    agents = [agent for word in token.subtree if (agent := agent_of(word)) is not None]
    return Cue(token, "say", joined(antecedent(passive)), via=joined(agents[0]) if agents else ())


def told(verb: Token) -> tuple[Token, ...]:
    """Whom a speaker told: "X told the Harbor News", "in remarks to Harbor News"."""
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
            child.dep_ in CONTENT - {"advcl"}
            and not _apart(child, head)
            and (cue := cue_at(head))
            and carries(cue, child)
        ):
            yield cue
        child, head = head, head.head


def _apart(child: Token, head: Token) -> bool:
    """Whether a semicolon stands between the two; the parser joins clauses across it that say nothing of each other."""
    between = child.doc[child.right_edge.i + 1 : head.i] if child.i < head.i else child.doc[head.i : child.left_edge.i]
    return any(word.text == ";" for word in between)


def carries(cue: Cue, child: Token) -> bool:
    """Whether `child` holds what the cue says, not who says it, when or why."""
    if cue.token.pos_ == "NOUN":
        finite = child.tag_ != "VBN" or any(mark.dep_ == "mark" and mark.lower_ == "that" for mark in child.lefts)
        return (child.dep_ == "acl" and finite) or (
            child.dep_ == "prep" and child.lower_ in {"of", "about"} and has_verb(child)
        )
    if cue.how == "accuse":
        return child.dep_ == "prep" and child.lower_ in {"of", "for"}
    if child.dep_ in {"dobj", "obj"}:
        return cue.how in {"say", "deny", "show"} and cue.token.lemma_ not in NAMING
    if child.dep_ == "xcomp" and cue.token.lemma_ == "tell":
        return False  # who was told to do something was given an order
    if child.dep_ == "prep":
        return child.lower_ == "as" and cue.token.lemma_ in {"quote", "cite", "describe", "label"}
    return True


def has_verb(preposition: Token) -> bool:
    """Whether what the preposition governs is a clause ("claims of sending", not "claims of success")."""
    return any(child.dep_ == "pcomp" for child in preposition.children)


def interrupting(token: Token) -> Iterator[Cue]:
    """A word of saying put into the sentence it reports: "The army, he added, would not leave"."""
    word = token
    while True:
        for child in word.children:
            if child.dep_ == "parataxis" and child.i != token.i and (cue := cue_at(child)) and cue.speakers:
                yield cue
        if word.head == word:
            return
        word = word.head
