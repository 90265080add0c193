"""Names in the talk: who is meant by them, and who was introduced under no name before."""

from spacy.tokens import Token

from loaders.coreference.entities import Entity
from loaders.coreference.quotes import speaks
from loaders.coreference.reading import Reading
from loaders.records import ActorMention

SOLDIERS_REACH = 3
"""Sentences in which soldiers stay what "the North Koreans" means."""
AS_ITSELF = 0.3
"""Weight below which a state was only named by its adjective."""
NAMING = frozenset({"compound", "nmod", "amod"})


def name(token: Token, reading: Reading) -> None:
    """Read a name: note who is meant, what nouns stand before it, and whether they speak."""
    first = [mention.actor not in reading.talk.by_actor for mention in reading.heads[token.i]]
    entities = [_people(mention, token, reading) for mention in reading.heads[token.i]]
    reading.refer(token, *entities)
    for entity in entities:
        if entity.kind == "person":
            entity.nouns |= {left.lemma_.lower() for left in token.lefts if left.dep_ in NAMING and left.is_alpha}
        elif entity.kind == "group":
            entity.nouns.add(token.lemma_.lower())
        if speaks(token):
            if first == [True] and entity.kind == "person":
                _introduced(token, entity, reading)
            entity.spoke = reading.talk.sentence


def _introduced(token: Token, entity: Entity, reading: Reading) -> None:
    """Who speaks for the first time without any introduction is whoever was described, unnamed, just before.

    "A Norlandish diplomat said … . Ann Rivers told us …": news introduces everybody once.
    """
    bare = all(left.pos_ == "PROPN" for left in token.lefts) and token.left_edge.i == token.sent.start
    if not bare or any(right.dep_ in {"appos", "relcl"} for right in token.rights):
        return
    described = reading.talk.latest(
        lambda other: (
            other.actor is None
            and other.kind == "person"
            and other.number == "singular"
            and reading.talk.sentence - other.spoke == 1
            and (other.country is None or entity.country in (None, other.country))
        ),
        1,
    )
    if described is not None:
        described.same = entity


def _people(mention: ActorMention, token: Token, reading: Reading) -> Entity:
    """A name as an entity; "the North Koreans" are their soldiers where the talk is of those, not of the state."""
    if mention.rule != "people" or mention.kind != "state":
        return reading.talk.named(mention, token)
    state = reading.talk.by_actor.get(mention.actor or "")
    troops = reading.talk.by_actor.get(f"{mention.actor}.troops")
    near = troops is not None and reading.talk.sentence - troops.sentence <= SOLDIERS_REACH
    if troops is not None and near and (state is None or state.sentence < troops.sentence or state.weight < AS_ITSELF):
        troops.seen(reading.talk.sentence, token.i, token.dep_)
        reading.instead[mention] = mention.model_copy(
            update={"actor": troops.actor, "name": troops.name, "kind": troops.kind, "number": "plural"}
        )
        return troops
    entity = reading.talk.named(mention, token)
    entity.plural = reading.talk.sentence
    return entity
