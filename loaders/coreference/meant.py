"""Pronouns in the talk: whom each of them means."""

from spacy.tokens import Token

from loaders.coreference.entities import Entity
from loaders.coreference.pronouns import PRONOUNS, REFLEXIVE, is_empty, may_mean, subjects_above
from loaders.coreference.quotes import is_quoted, quoted_speaker, speaks
from loaders.coreference.reading import Reading

UNNAMED = {
    "singular": frozenset({"one", "another", "other", "someone", "somebody"}),
    "plural": frozenset({"some", "others", "several", "many", "few", "both", "most"}),
}
STILL_SPEAKING, GOES_ON_SPEAKING = 0.25, 0.6


def pronoun(token: Token, reading: Reading) -> None:
    """Read a pronoun of the third person; the first ones wait until the block's speakers are known."""
    asks = PRONOUNS[token.lower_]
    if asks.person == 1 or is_empty(token) or _is_somebody_unnamed(token, reading):
        return
    meant = (
        _own_subject(token, reading)
        or _whose_word(token, reading)
        or _ahead(token, reading)
        or reading.talk.meant(
            asks,
            token,
            speaking=_speaking(token, reading),
            quoted=is_quoted(token, reading),
            excluded=quoted_speaker(token, reading),
        )
    )
    if meant is None:
        return
    if asks.gender and meant.gender is None and meant.kind == "person":
        meant.gender = asks.gender
    reading.refer(token, *(meant.members or (meant,)))
    reading.say(reading.tree.span(token), meant, "pronoun")
    for one in meant.members or (meant,):
        one.seen(reading.talk.sentence, token.i, token.dep_)
        if speaks(token):
            one.spoke = reading.talk.sentence
    if meant.members:
        meant.seen(reading.talk.sentence, token.i, token.dep_)


def _is_somebody_unnamed(token: Token, reading: Reading) -> bool:
    """Whether the clause above is of somebody whom nobody names: "one said he had been sent abroad"."""
    subject = next(iter(subjects_above(token)), None)
    return (
        subject is not None
        and subject.i not in reading.refs
        and token.dep_ in {"nsubj", "nsubjpass"}
        and subject.lower_ in UNNAMED[PRONOUNS[token.lower_].number]
    )


def _speaking(token: Token, reading: Reading) -> float:
    """How likely a pronoun means whoever spoke before: likelier as a speaker, most where "added" says so."""
    if not speaks(token):
        return 0.0
    on = token.head.lemma_.lower() in reading.lexicon.description_words["goes on"]
    return GOES_ON_SPEAKING if on else STILL_SPEAKING


def _own_subject(token: Token, reading: Reading) -> Entity | None:
    """A reflexive means the subject of its clause."""
    if token.dep_ == "appos" and token.lower_ in REFLEXIVE:
        return next(iter(reading.refs.get(token.head.i, ())), None)
    subjects = subjects_above(token) if token.lower_ in REFLEXIVE else []
    known = reading.refs.get(subjects[0].i, ()) if subjects else ()
    return known[0] if len(known) == 1 else None


def _whose_word(token: Token, reading: Reading) -> Entity | None:
    """In "Norland's claim that it had won" the one whose claim it is."""
    clause = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"} or clause.dep_ != "acl" or clause.head.pos_ != "NOUN":
        return None
    owners = [one for child in clause.head.lefts if child.dep_ == "poss" for one in reading.refs.get(child.i, ())]
    return next((one for one in owners if may_mean(PRONOUNS[token.lower_], one)), None)


def _ahead(token: Token, reading: Reading) -> Entity | None:
    """The subject that follows a phrase in front of it: "In her statement, Kim Yo-jong said …"."""
    if token.dep_ != "poss":
        return None
    root = token.sent.root
    subject = next((child for child in root.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.i < token.i or token.i in {below.i for below in subject.subtree}:
        return None
    for mention in reading.heads.get(subject.i, ()):
        known = reading.talk.by_actor.get(mention.actor or "") or reading.talk.named(mention, subject)
        if may_mean(PRONOUNS[token.lower_], known):
            return known
    return None
