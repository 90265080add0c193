"""Who speaks: subjects of verbs of saying, and the "I" and "we" between quotation marks."""

from functools import cache

from spacy.tokens import Token

from loaders.coreference.entities import Entity
from loaders.coreference.pronouns import PRONOUNS
from loaders.coreference.reading import Reading
from loaders.lexicon import table

AGENTS = frozenset({"nsubj", "nsubjpass"})


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas of verbs of saying."""
    return frozenset(cells["lemma"] for _, cells in table("speech", "lemma", "form", "how") if cells["form"] == "verb")


def speaks(token: Token) -> bool:
    """Whether the token is the subject of a verb of saying, or stands behind "according to"."""
    if token.dep_ in AGENTS:
        return token.head.lemma_.lower() in speech_verbs()
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def is_quoted(token: Token, reading: Reading) -> bool:
    """Whether a token stands between quotation marks."""
    return any(start <= token.idx < end for start, end in reading.quotes)


def quoted_speaker(token: Token, reading: Reading) -> list[Entity]:
    """Who says the sentence that a quoted token stands in: "he" between the marks is somebody else."""
    return _speaker(list(token.sent), reading) if is_quoted(token, reading) else []


def first_persons(reading: Reading) -> None:
    """Give every "I" to its speaker, every "we" to the body that speaks or that the speaker speaks for."""
    sentences = [list(sentence) for sentence in reading.tree.sentences()] if reading.quotes else []
    speakers = [_speaker(sentence, reading) for sentence in sentences]
    for index, sentence in enumerate(sentences):
        around = (speakers[index], *speakers[index - 1 : index], *speakers[index + 1 : index + 2])
        speaker = next((found for found in around if found), [])
        for token in sentence:
            pronoun = PRONOUNS.get(token.lower_) if token.pos_ in {"PRON", "DET"} else None
            if speaker and pronoun and pronoun.person == 1 and is_quoted(token, reading):
                meant = speaker[0] if pronoun.number == "singular" else _spoken_for(speaker[0], token, reading)
                if meant and (pronoun.number == "plural" or meant.kind == "person"):
                    reading.refer(token, meant)
                    reading.say(reading.tree.span(token), meant, "first person")


def _speaker(sentence: list[Token], reading: Reading) -> list[Entity]:
    """The subject of a verb of saying outside the quotation."""
    for token in sentence:
        if speaks(token) and not is_quoted(token, reading):
            if token.i in reading.refs:
                return list(reading.refs[token.i])
            ahead = (reading.talk.by_actor.get(m.actor or "") for m in reading.heads.get(token.i, ()))
            return [entity for entity in ahead if entity]
    return []


def _spoken_for(speaker: Entity, token: Token, reading: Reading) -> Entity | None:
    """The body itself, or the one that a person belongs to: as the text says, else as the lexicon does."""
    if speaker.kind != "person" or speaker.body is not None:
        return speaker.body or speaker
    actor = reading.actors.get(speaker.actor or "")
    body = reading.lexicon.actors.get(actor.belongs_to[0]) if actor and actor.belongs_to else None
    return reading.entity(body, token) if body else None
