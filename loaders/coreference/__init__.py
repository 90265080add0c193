"""Whom "he", "the regime" and "both countries" mean, by presence, number, gender and kind."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from graph.model import BlockKind
from loaders.coreference.descriptions import RULES
from loaders.coreference.entities import Entity
from loaders.coreference.phrases import PLACES, Phrase, called, kinds_of, phrase_at, title_of
from loaders.coreference.pronouns import PRONOUNS, REFLEXIVE, is_empty, may_mean, subjects_above
from loaders.coreference.quotes import first_persons, is_quoted, quotations, quoted_speaker, speaks
from loaders.coreference.reading import Reading
from loaders.coreference.talk import Talk
from loaders.lexicon.actors import Lexicon
from loaders.records import ActorMention, ActorsFound
from loaders.trees import Tree

__all__ = ["refer"]

RUNNING_TEXT: frozenset[BlockKind] = frozenset({"title", "heading", "body"})
"""Blocks that are read as one text. A caption or an embed stands for itself: nothing outside it is meant."""
SOLDIERS_REACH = 3
"""Sentences in which soldiers stay what "the North Koreans" means."""
NEW_SECTION = 2
"""Sentences' worth of distance that a heading puts between what is above and below it."""
NAMING = frozenset({"compound", "nmod", "amod"})


def refer(trees: Sequence[Tree], found: ActorsFound, lexicon: Lexicon, *, published: date | None = None) -> ActorsFound:
    """All that was found, with pronouns and descriptions and the actors that only those name, in order of the text.

    `published` says whose offices are current ("the South Korean president"); without it no office is resolved. One
    pronoun that means several gives a mention for each, on the same span.
    """
    actors = {actor.id: actor for actor in found.actors}
    talk, day = Talk(), published.isoformat() if published else ""
    mentions: list[ActorMention] = []
    starts = [mention.span.start for mention in found.mentions]
    for tree in trees:
        here = found.mentions[bisect_left(starts, tree.block.span.start) : bisect_left(starts, tree.block.span.end)]
        own = talk if tree.block.kind in RUNNING_TEXT else Talk()
        heads, inside = _heads(tree, here)
        reading = Reading(lexicon, day, own, actors, tree, heads, inside, quotes=quotations(tree.doc.text))
        _read(reading)
        mentions += [reading.instead.get(mention, mention) for mention in here]
        mentions += reading.mentions
    named = {mention.actor for mention in mentions}
    return found.model_copy(
        update={
            "mentions": tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))),
            "actors": tuple(sorted((a for a in actors.values() if a.id in named), key=lambda a: a.id)),
        }
    )


def _heads(tree: Tree, mentions: Sequence[ActorMention]) -> tuple[dict[int, list[ActorMention]], set[int]]:
    """The names by their head token, and all tokens inside names, whose nouns describe nobody of their own."""
    inside: set[int] = set()
    heads: dict[int, list[ActorMention]] = {}
    start = tree.block.span.start
    for mention in mentions:
        words = tree.doc.char_span(mention.span.start - start, mention.span.end - start, alignment_mode="expand")
        if words is not None and len(words):
            heads.setdefault(words.root.i, []).append(mention)
            inside.update(range(words.start, words.end))
    return heads, inside


def _read(reading: Reading) -> None:
    if reading.tree.block.kind == "heading":
        reading.talk.sentence += NEW_SECTION
    for sentence in reading.tree.sentences():
        reading.talk.next_sentence()
        for token in sentence:
            _word(token, reading)
        for token in sentence:
            _part(token, reading)
    first_persons(reading)


def _word(token: Token, reading: Reading) -> None:
    if token.i in reading.heads:
        _name(token, reading)
    elif token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"}:
        _pronoun(token, reading)
    elif token.i not in reading.inside and (phrase := phrase_at(token)):
        _phrase(phrase, reading)
    if token.i in reading.refs:
        _joined(token, reading)


def _name(token: Token, reading: Reading) -> None:
    entities = [_people(mention, token, reading) for mention in reading.heads[token.i]]
    reading.refer(token, *entities)
    for entity in entities:
        if entity.kind == "person":
            entity.nouns |= {left.lemma_.lower() for left in token.lefts if left.dep_ in NAMING and left.is_alpha}
        if speaks(token):
            entity.spoke = reading.talk.sentence


def _people(mention: ActorMention, token: Token, reading: Reading) -> Entity:
    """A name as an entity; "the North Koreans" are their soldiers where the talk is of those, not of the state."""
    if mention.rule != "people" or mention.kind != "state":
        return reading.talk.named(mention, token)
    state = reading.talk.by_actor.get(mention.actor or "")
    troops = reading.talk.by_actor.get(f"{mention.actor}.troops")
    near = troops is not None and reading.talk.sentence - troops.sentence <= SOLDIERS_REACH
    if troops is not None and near and (state is None or state.sentence < troops.sentence):
        troops.seen(reading.talk.sentence, token.i, token.dep_)
        reading.instead[mention] = mention.model_copy(
            update={"actor": troops.actor, "name": troops.name, "kind": troops.kind, "number": "plural"}
        )
        return troops
    entity = reading.talk.named(mention, token)
    entity.plural = reading.talk.sentence
    return entity


def _pronoun(token: Token, reading: Reading) -> None:
    pronoun = PRONOUNS[token.lower_]
    if pronoun.person == 1 or is_empty(token):
        return
    meant = (
        _own_subject(token, reading)
        or _ahead(token, reading)
        or reading.talk.meant(
            pronoun,
            token,
            speaking=speaks(token),
            quoted=is_quoted(token, reading),
            excluded=quoted_speaker(token, reading),
        )
    )
    if meant is None:
        return
    if pronoun.gender and meant.gender is None and meant.kind == "person":
        meant.gender = pronoun.gender
    reading.refer(token, *(meant.members or (meant,)))
    reading.say(reading.tree.span(token), meant, "pronoun")
    for one in meant.members or (meant,):
        one.seen(reading.talk.sentence, token.i, token.dep_)
        if speaks(token):
            one.spoke = reading.talk.sentence
    if meant.members:
        meant.seen(reading.talk.sentence, token.i, token.dep_)


def _own_subject(token: Token, reading: Reading) -> Entity | None:
    """A reflexive means the subject of its clause."""
    if token.dep_ == "appos" and token.lower_ in REFLEXIVE:
        return next(iter(reading.refs.get(token.head.i, ())), None)
    subjects = subjects_above(token) if token.lower_ in REFLEXIVE else []
    known = reading.refs.get(subjects[0].i, ()) if subjects else ()
    return known[0] if len(known) == 1 else None


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


def _phrase(phrase: Phrase, reading: Reading) -> None:
    token = phrase.head
    span = reading.tree.span(phrase.tokens)
    for rule in RULES:
        meant = rule(phrase, reading)
        if meant:
            for entity in meant:
                entity.nouns.add(phrase.lemma)
                entity.seen(reading.talk.sentence, token.i, token.dep_)
                if entity.kind != "thing":
                    reading.say(span, entity, rule.__name__.replace("_", " "))
                if speaks(token):
                    entity.spoke = reading.talk.sentence
            reading.refer(token, *meant)
            return
    _new(phrase, reading)


def _new(phrase: Phrase, reading: Reading) -> None:
    """Somebody or something described for the first time."""
    kinds = kinds_of(phrase, reading.lexicon)
    if title_of(phrase, reading.lexicon):
        kinds = ("person",)
    if phrase.plural and kinds[0] not in {"thing", "group"}:
        kinds = ("group", *kinds)
    owner = reading.whose(phrase)
    entity = Entity(
        name=called(phrase, reading.lexicon),
        kinds=kinds,
        number="plural" if phrase.plural or phrase.lemma in {"police", "personnel"} else "singular",
        gender=reading.lexicon.gendered.get(phrase.lemma),
        country=owner.country if owner else None,
        nouns={phrase.lemma},
    )
    subject = _copula_subject(phrase, reading)
    if subject:
        subject.nouns.add(phrase.lemma)
        return
    reading.talk.new(entity, phrase.head)
    reading.refer(phrase.head, entity)
    if speaks(phrase.head):
        entity.spoke = reading.talk.sentence
    if entity.kind != "thing":
        reading.say(reading.tree.span(phrase.tokens), entity, "description")


def _copula_subject(phrase: Phrase, reading: Reading) -> Entity | None:
    """Of whom the phrase says what they are: "Kim is a defector"."""
    if phrase.head.dep_ != "attr":
        return None
    subjects = [child for child in phrase.head.head.lefts if child.dep_ == "nsubj" and child.i in reading.refs]
    return reading.refs[subjects[0].i][0] if subjects else None


def _part(token: Token, reading: Reading) -> None:
    """A number or part of a group means the group: "thousands of North Korean soldiers", "3,000 of them"."""
    if token.dep_ not in PLACES or (token.pos_ != "NUM" and token.lemma_.lower() not in reading.parts):
        return
    for of in token.rights:
        below = [child for child in of.rights if child.dep_ == "pobj"] if of.lower_ == "of" else []
        known = reading.refs.get(below[0].i, ()) if below else ()
        if known and all("group" in entity.kinds for entity in known):
            span = reading.tree.span(reading.tree.doc[token.i : below[0].i + 1])
            reading.refer(token, *known)
            for entity in known:
                entity.seen(reading.talk.sentence, token.i, token.dep_)
                reading.say(span, entity, "part of a group")


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
