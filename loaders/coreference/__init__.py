"""Whom "he", "the regime" and "both countries" mean, by presence, number, gender and kind."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from graph.model import BlockKind
from loaders.coreference.belonging import belongings
from loaders.coreference.described import described, part, troop
from loaders.coreference.meant import pronoun
from loaders.coreference.named import name
from loaders.coreference.phrases import phrase_at
from loaders.coreference.pronouns import PRONOUNS
from loaders.coreference.quotes import first_persons
from loaders.coreference.reading import Reading, Said
from loaders.coreference.talk import Talk
from loaders.lexicon.actors import Lexicon
from loaders.quotations import quotations
from loaders.records import ActorMention, ActorsFound
from loaders.trees import Tree

__all__ = ["refer"]

RUNNING_TEXT: frozenset[BlockKind] = frozenset({"title", "heading", "body"})
"""Blocks that are read as one text. A caption or an embed stands for itself: nothing outside it is meant."""
NEW_SECTION = 2
"""Sentences' worth of distance that a heading puts between what is above and below it."""


def refer(trees: Sequence[Tree], found: ActorsFound, lexicon: Lexicon, *, published: date | None = None) -> ActorsFound:
    """All that was found, with pronouns and descriptions and the actors that only those name, in order of the text.

    `published` says whose offices are current ("the South Korean president"); without it no office is resolved. One
    pronoun that means several gives a mention for each, on the same span.
    """
    actors = {actor.id: actor for actor in found.actors}
    talk, day = Talk(), published.isoformat() if published else ""
    mentions: list[ActorMention] = []
    said: list[Said] = []
    starts = [mention.span.start for mention in found.mentions]
    for tree in trees:
        here = found.mentions[bisect_left(starts, tree.block.span.start) : bisect_left(starts, tree.block.span.end)]
        own = talk if tree.block.kind in RUNNING_TEXT else Talk()
        reading = _reading(Reading(lexicon, day, own, actors, tree, quotes=tuple(quotations(tree.text))), here)
        _read(reading)
        mentions += [reading.instead.get(mention, mention) for mention in here]
        said += reading.said
    mentions += [words.mention() for words in said]
    named = {mention.actor for mention in mentions}
    return found.model_copy(
        update={
            "mentions": tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))),
            "actors": tuple(sorted((a for a in actors.values() if a.id in named), key=lambda a: a.id)),
        }
    )


def _reading(reading: Reading, mentions: Sequence[ActorMention]) -> Reading:
    """The same with its names laid out over the tokens."""
    start = reading.tree.block.span.start
    for mention in mentions:
        words = reading.tree.doc.char_span(
            mention.span.start - start, mention.span.end - start, alignment_mode="expand"
        )
        if words is not None and len(words):
            reading.heads.setdefault(words.root.i, []).append(mention)
            reading.inside.update(range(words.start, words.end))
            if mention.kind == "person":
                reading.persons[words.start] = mention
    return reading


def _read(reading: Reading) -> None:
    if reading.tree.block.kind == "heading":
        reading.talk.sentence += NEW_SECTION
    for sentence in reading.tree.sentences():
        reading.talk.next_sentence()
        for token in sentence:
            _word(token, reading)
        for token in sentence:
            part(token, reading)
    belongings(reading)
    first_persons(reading)


def _word(token: Token, reading: Reading) -> None:
    if token.i in reading.heads:
        name(token, reading)
    elif token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"}:
        pronoun(token, reading)
    elif token.dep_ == "compound" and token.lemma_ in reading.lexicon.description_words["troop"]:
        troop(token, reading)
    elif token.i not in reading.inside and (phrase := phrase_at(token)):
        described(phrase, reading)
    if token.i in reading.refs:
        _joined(token, reading)


def _joined(token: Token, reading: Reading) -> None:
    """Those joined by "and" may be meant together."""
    own = reading.refs[token.i]
    before = reading.chains.get(token.head.i, ()) if token.dep_ == "conj" else ()
    chain = tuple(dict.fromkeys((*before, *own)))
    reading.chains[token.i] = chain
    if len(chain) > 1 and all(entity.kind != "thing" for entity in chain):
        first = token.head if token.dep_ == "conj" else token
        while first.dep_ == "conj":
            first = first.head
        reading.talk.join(chain, first)
