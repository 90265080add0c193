"""From the phrases of a clause to those who take part: names put in place of pronouns and descriptions."""

from collections.abc import Iterator

from graph.model import Participant, PlaceMention, Role
from loaders.claims.material import Material
from loaders.records import ActorMention, Clause, Slot

KEPT: frozenset[Role] = frozenset({"agent", "patient", "recipient", "topic", "instrument"})
SENT = frozenset({"AID", "MOBILIZE"})
"""Types in which a state's soldiers are sent by their state, if nobody else is named."""
ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "my", "your", "this", "these", "those"})


def participants(material: Material, clause: Clause) -> tuple[Participant, ...]:
    """Who takes part, in order of the text; one who stands there twice in one role stands there once."""
    found = [one for slot in clause.slots if slot.role in KEPT for one in _of_slot(material, clause, slot)]
    found += _senders(material, clause, found)
    unique: dict[tuple[Role, str], Participant] = {}
    for one in found:
        unique.setdefault((one.role, one.actor or one.name.casefold()), one)
    return tuple(sorted(unique.values(), key=lambda one: (one.span.start, one.span.end, one.role)))


def _of_slot(material: Material, clause: Clause, slot: Slot) -> Iterator[Participant]:
    meant = material.mentions.at(slot.head)
    if meant:
        yield from (_named(slot, mention) for mention in meant)
    elif not _is_pronoun(material, clause, slot):
        yield Participant(actor=None, name=bare(slot.text), role=slot.role, text=slot.text, span=slot.span)


def _is_pronoun(material: Material, clause: Clause, slot: Slot) -> bool:
    """Whether it is a pronoun that nobody could resolve: it names nobody."""
    word = material.trees[clause.tree].token_at(slot.head.start)
    return word is not None and word.pos_ in {"PRON", "DET"}


def _named(slot: Slot, mention: ActorMention) -> Participant:
    return Participant(actor=mention.actor, name=mention.name, role=slot.role, text=slot.text, span=slot.span)


def bare(text: str) -> str:
    """A phrase without its article: "the ambassador" is "ambassador"."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in ARTICLES else text


def _senders(material: Material, clause: Clause, found: list[Participant]) -> Iterator[Participant]:
    """The state whose soldiers are sent, where nobody else is said to send them."""
    if clause.type not in SENT or any(one.role == "agent" for one in found):
        return
    for slot in clause.slots:
        forces = material.mentions.at(slot.head) if slot.role == "patient" else ()
        for mention in forces:
            if mention.kind in {"group", "unit"} and mention.country:
                state = next((m for m in material.mentions.within(mention.span) if m.kind == "state"), None)
                if state is not None:
                    yield Participant(
                        actor=state.actor, name=state.name, role="agent", text=state.text, span=state.span
                    )


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
