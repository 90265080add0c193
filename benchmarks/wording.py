"""The words of the made-up war: sentences with slots, and what a claim read from each would be."""

import random
from dataclasses import dataclass, field
from datetime import date
from string import Formatter

from graph.model import Certainty, Claim, Modality, Participant, Quantity, Role, Speaker
from graph.record import Record, Span
from graph.when import When, bounded_by, month_days

STATES = ("Norland", "Sudria", "Velmark", "Ostany", "Karvia", "Lethe", "Marunia", "Tessaly", "Hollin", "Quend")
SPEAKERS = (
    "the defence ministry of Norland",
    "Anna Brandt",
    "General Piet Osk",
    "Minister Tova Lindqvist",
    "the intelligence service of Sudria",
    "Mirko Dale",
    "officials",
    "the Border Watch",
)
OUTLETS = (
    "The Harbour Courier",
    "Northern Wire",
    "Sudria Today",
    "The Ledger of Velmark",
    "Radio Ostany",
    "Fjord Post",
)
UNITS = ("soldiers", "shells", "drones", "trucks", "medics")
PLACES = ("Port Ansel", "the Greyfell pass", "Ilmar", "the Sava bridge", "Cape Torr", "Dunmere")


@dataclass(frozen=True)
class Pattern:
    """A sentence with slots, and what a claim read from it would be."""

    text: str
    trigger: str
    lemma: str
    type: str | None
    headline: str
    modality: Modality = "asserted"


PATTERNS = (
    Pattern("{agent} {trigger} {quantity} to {recipient} {when}, {speaker} said.", "sent", "send", "AID",
            "{agent} sends {unit} to {recipient}"),
    Pattern("According to {speaker}, {agent} {trigger} positions near {place} {when}.", "shelled", "shell", "ASSAULT",
            "{agent} shells positions near {place}"),
    Pattern("{agent} and {recipient} {trigger} a pact on border trade {when}, {speaker} said.", "signed", "sign",
            "SUPPORT", "{agent} and {recipient} sign a pact on border trade"),
    Pattern("{speaker} said {agent} would {trigger} {quantity} to {recipient} before the winter.", "deliver",
            "deliver", "AID", "{agent} to deliver {unit} to {recipient}", "planned"),
    Pattern("{speaker} denied that {agent} had {trigger} the crossing at {place} {when}.", "closed", "close", "COERCE",
            "{agent} closes the crossing at {place}", "denied"),
    Pattern("Envoys of {agent} {trigger} their colleagues from {recipient} in {place} {when}, {speaker} said.", "met",
            "meet", "CONSULT", "{agent} meets {recipient} in {place}"),
    Pattern("{agent} {trigger} {recipient} of moving {quantity} across the line {when}, {speaker} said.", "accused",
            "accuse", "ACCUSE", "{agent} accuses {recipient}"),
    Pattern("{quantity} of {agent} {trigger} {place} {when}, {speaker} said, “and that is only the beginning”.", "left",
            "leave", "RETREAT", "{unit} of {agent} leave {place}"),
)  # fmt: skip


class Happening(Record):
    """Something that several documents may tell of."""

    pattern: int
    agent: str
    recipient: str
    place: str
    unit: str
    number: int
    day: date
    wording: int
    """Which way its date is written: a day, a month, or not at all."""


@dataclass
class Writer:
    """A text that grows, and remembers where the words of each slot stand."""

    text: str = ""
    slots: dict[str, Span] = field(default_factory=dict)

    def add(self, words: str, slot: str = "") -> Span:
        """Append words; their span."""
        start = len(self.text)
        self.text += words
        span = Span(start=start, end=len(self.text))
        if slot:
            self.slots[slot] = span
        return span

    def fill(self, pattern: str, words: dict[str, str]) -> Span:
        """Append a pattern with its slots filled; the span of the whole."""
        start = len(self.text)
        self.slots = {}
        for literal, slot, _, _ in Formatter().parse(pattern):
            literal_words = literal if not slot or words[slot] else literal.rstrip()
            self.add(literal_words)
            if slot:
                self.add(words[slot] if len(self.text) > start else capital(words[slot]), slot)
        return Span(start=start, end=len(self.text))


def tell(dice: random.Random, writer: Writer, happening: Happening, published: date) -> Claim:
    """Write one sentence about a happening; the claim it makes, still without ids."""
    pattern, speaker = PATTERNS[happening.pattern], dice.choice(SPEAKERS)
    number = happening.number if dice.random() < 0.85 else happening.number * 2
    words = {
        "agent": happening.agent,
        "recipient": happening.recipient,
        "place": happening.place,
        "quantity": f"about {number:,} {happening.unit}",
        "trigger": pattern.trigger,
        "speaker": speaker,
        "when": _written(happening),
    }
    sentence = writer.fill(pattern.text, words)
    slots = dict(writer.slots)
    return Claim(
        id="",
        document="",
        sentence=sentence,
        trigger=slots["trigger"],
        trigger_text=pattern.trigger,
        lemma=pattern.lemma,
        type=pattern.type,
        participants=_participants(writer.text, slots),
        places=(),
        when=_when(happening, published, slots.get("when"), words["when"], pattern.modality),
        said_by=(_speaker(writer.text, slots["speaker"], speaker),),
        about=(),
        modality=pattern.modality,
        certainty=Certainty(degree="sure", text=""),
        quantities=_quantities(writer.text, slots, happening.unit, number),
        confidence=round(0.5 + dice.random() / 2, 2),
        rules=("subject_and_object", "speaker_after_comma"),
        block="body",
        problems=(),
    )


def _written(happening: Happening) -> str:
    day = happening.day
    return (f"on {day.day} {day:%B %Y}", f"in {day:%B %Y}", "")[happening.wording]


def _when(happening: Happening, published: date, span: Span | None, words: str, modality: Modality) -> When:
    if not words or span is None:
        return bounded_by(published, planned=modality == "planned")
    first, last = month_days(happening.day.year, happening.day.month)
    if happening.wording == 0:
        return When(first=happening.day, last=happening.day, grain="day", basis="explicit", text=words, span=span)
    return When(first=first, last=last, grain="month", basis="explicit", text=words, span=span)


def _participants(text: str, slots: dict[str, Span]) -> tuple[Participant, ...]:
    roles: dict[str, Role] = {"agent": "agent", "recipient": "recipient"}
    found = [
        Participant(actor=key(span.cut(text)), name=span.cut(text), role=role, text=span.cut(text), span=span)
        for slot, role in roles.items()
        if (span := slots.get(slot))
    ]
    return tuple(sorted(found, key=lambda one: one.span.start))


def _speaker(text: str, span: Span, name: str) -> Speaker:
    named = name != "officials"
    return Speaker(
        actor=key(name) if named else None,
        name=name,
        named=named,
        position=0,
        cue="said",
        quoted=False,
        text=span.cut(text),
        span=span,
    )


def _quantities(text: str, slots: dict[str, Span], unit: str, number: int) -> tuple[Quantity, ...]:
    span = slots.get("quantity")
    if span is None:
        return ()
    low = float(number)
    return (
        Quantity(
            low=low, high=low, bound="about", unit=unit, rate=None, role="patient", text=span.cut(text), span=span
        ),
    )


def key(name: str) -> str:
    """The id of an actor of that name."""
    return "-".join(name.lower().removeprefix("the ").split())


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]
