"""From the phrases of a clause to those who take part: names put in place of pronouns and descriptions."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import Participant, PlaceMention, Role
from loaders.claims.material import Material
from loaders.lexicon import word_class
from loaders.records import UNNAMED, ActorMention, Clause, Slot

KEPT: frozenset[Role] = frozenset({"agent", "patient", "recipient", "topic", "instrument"})
SENT = frozenset({"AID", "MOBILIZE"})
"""Types in which a state's soldiers are sent by their state, if nobody else is named."""
FIRST_PERSONS = frozenset({"i", "me", "we", "us"})
ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "my", "your", "this", "these", "those"})


def participants(material: Material, index: int) -> tuple[Participant, ...]:
    """Who takes part in a clause, in order of the text; one who stands there twice in one role stands there once."""
    clause = material.clauses[index]
    found = [one for slot in clause.slots if slot.role in KEPT for one in _of_slot(material, index, slot)]
    found += _senders(material, clause, found)
    unique: dict[tuple[Role, str], Participant] = {}
    for one in found:
        unique.setdefault((one.role, one.actor or one.name.casefold()), one)
    return tuple(sorted(unique.values(), key=lambda one: (one.span.start, one.span.end, one.role)))


def _of_slot(material: Material, index: int, slot: Slot) -> Iterator[Participant]:
    clause, meant = material.clauses[index], material.mentions.at(slot.head)
    word = material.trees[clause.tree].token_at(slot.head.start)
    if meant:
        yield from (_named(slot, mention) for mention in meant)
    elif word is not None and word.lower_ in FIRST_PERSONS:
        # "We have learned a lot", said the coach: whoever says so is one of them.
        near = (one for one in material.voices[index].said_by if one.position == 0 and one.name != UNNAMED)
        yield from (
            Participant(actor=one.actor, name=one.name, role=slot.role, text=slot.text, span=slot.span) for one in near
        )
    elif word is None or (word.pos_ not in {"PRON", "DET"} and not _asks_which(word)):
        # Who is accused or asked receives it; what is condemned or announced is its object.
        thing = slot.via == "object" and slot.role == "recipient" and not slot.head.meets(clause.trigger)
        role: Role = "patient" if thing and not _is_person(material, clause, slot) else slot.role
        yield Participant(actor=None, name=bare(slot.text), role=role, text=slot.text, span=slot.span)


def _is_person(material: Material, clause: Clause, slot: Slot) -> bool:
    word = material.trees[clause.tree].token_at(slot.head.start)
    return word is not None and word.lemma_.lower() in word_class("people") | word_class("relative")


def _asks_which(noun: Token) -> bool:
    """Whether it only points back, as "time" does in "at which time"."""
    return any(child.dep_ == "det" and child.tag_ == "WDT" for child in noun.children)


def _named(slot: Slot, mention: ActorMention) -> Participant:
    return Participant(actor=mention.actor, name=mention.name, role=slot.role, text=slot.text, span=slot.span)


def bare(text: str) -> str:
    """A phrase without its article: "the ambassador" is "ambassador"."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in ARTICLES else text


def _senders(material: Material, clause: Clause, found: list[Participant]) -> Iterator[Participant]:
    """The state whose soldiers are sent or take part, where nobody else is said to send them."""
    if clause.type not in SENT:
        return
    role = "agent" if any(one.role == "agent" for one in found) else "patient"
    for slot in clause.slots:
        for mention in material.mentions.at(slot.head) if slot.role == role else ():
            state = _state_of(material, mention)
            if state is not None:
                yield Participant(actor=state.actor, name=state.name, role="agent", text=slot.text, span=slot.span)


def _state_of(material: Material, forces: ActorMention) -> ActorMention | None:
    """The state that soldiers belong to, where the document names it."""
    if forces.kind not in {"group", "unit"} or forces.country is None:
        return None
    return material.states.get(forces.country)


def places(material: Material, clause: Clause) -> tuple[PlaceMention, ...]:
    """Where it happened, in order of the text: known places by their names, others in the text's words."""
    found = []
    for slot in clause.places:
        known = [place for place in material.places if slot.span.holds(place.span)]
        inside = next((place for place in known if place.span.holds(slot.head)), None)
        if inside is not None:
            found.append(inside.model_copy(update={"text": slot.text, "span": slot.span}))
        else:
            found.append(PlaceMention(place=None, name=bare(slot.text), text=slot.text, span=slot.span))
    return tuple(found)
