"""Descriptions in the talk: those whose bearer a rule finds, and those that bring in somebody new."""

from spacy.tokens import Token

from loaders.coreference.descriptions import RULES
from loaders.coreference.entities import Entity
from loaders.coreference.named import SOLDIERS_REACH
from loaders.coreference.phrases import PLACES, Phrase, called, kinds_of, title_of
from loaders.coreference.quotes import speaks
from loaders.coreference.reading import Reading


def described(phrase: Phrase, reading: Reading) -> None:
    """Read a noun phrase: by the first rule that finds its bearer, else as somebody or something new."""
    token = phrase.head
    span = reading.tree.span(phrase.tokens)
    for rule in RULES:
        meant = rule(phrase, reading)
        if meant:
            for entity in meant:
                entity.nouns.add(phrase.lemma)
                entity.seen(reading.talk.sentence, token.i, token.dep_)
                if entity.kind != "thing":
                    reading.say(span, entity, rule.__name__.replace("_", " "), name=_called(phrase, entity, reading))
                if speaks(token):
                    entity.spoke = reading.talk.sentence
            reading.refer(token, *meant)
            return
    _new(phrase, reading)


def _called(phrase: Phrase, entity: Entity, reading: Reading) -> str:
    """A state called by a word for those who rule it keeps that word: "North Korean authorities"."""
    words = reading.lexicon
    if entity.is_forces and entity.country and phrase.head.lower_ in words.forces_words:
        adjective = words.countries[words.state_of[entity.country]].adjective
        return f"{adjective} {phrase.head.lower_}"
    organ = reading.lexicon.organ_words.get(phrase.lemma, reading.lexicon.organ_words.get(phrase.head.lower_))
    if entity.kind != "state" or organ != "" or not entity.actor:
        return ""
    entity.said = f"{reading.lexicon.countries[entity.actor].adjective} {phrase.head.lower_}"
    return entity.said


def troop(token: Token, reading: Reading) -> None:
    """The singular before another noun means the soldiers talked about: "troop movements"."""
    owners = (reading.refs.get(left.i, ()) for left in token.head.lefts if left.i < token.i)
    state = next((state for known in owners for one in known if (state := reading.state(one))), None)
    known = reading.talk.latest(lambda entity: entity.is_forces, SOLDIERS_REACH)
    meant = reading.entity(reading.lexicon.forces(state), token) if state else known
    if meant is not None:
        reading.refer(token, meant)
        reading.say(reading.tree.span(token), meant, "those forces")


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


def _one_of(many: Entity) -> Entity:
    """A single one of a group: a person without a name."""
    return Entity(name=f"one of the {many.name}", kinds=("person",), number="singular", country=many.country)


def part(token: Token, reading: Reading) -> None:
    """A number or part of a group means the group: "thousands of North Korean soldiers", "3,000 of them"."""
    if token.dep_ not in PLACES or (token.pos_ != "NUM" and token.lemma_.lower() not in reading.parts):
        return
    for of in token.rights:
        below = [child for child in of.rights if child.dep_ == "pobj"] if of.lower_ == "of" else []
        known = reading.refs.get(below[0].i, ()) if below else ()
        if known and token.lower_ == "one":
            reading.refer(token, reading.talk.new(_one_of(known[0]), token))
        elif known and all("group" in entity.kinds for entity in known):
            span = reading.tree.span(reading.tree.doc[token.i : below[0].i + 1])
            reading.refer(token, *known)
            for entity in known:
                entity.seen(reading.talk.sentence, token.i, token.dep_)
                reading.say(span, entity, "part of a group")
