"""A made-up war with made-up outlets, as large as wanted and the same on every run.

Whole records without a reader: documents with claims whose spans cut out their words, and the events they tell of.
Used by the page's tests and by `benchmarks.page`, which measure and look at many events, not at how they were read.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from string import Formatter

from graph.ids import claim_id, document_id, sentence_id
from graph.model import (
    Actor,
    Block,
    Certainty,
    Claim,
    Conflict,
    Copy,
    Document,
    Event,
    Extraction,
    Modality,
    Participant,
    Quantity,
    Role,
    Sentence,
    Speaker,
    Status,
)
from graph.record import Record, Span
from graph.when import When, bounded_by, month_days, sort_key

FIRST_DAY = date(2023, 1, 2)
DAYS = 700
CLAIMS_A_DOCUMENT = 10

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


class Telling(Record):
    """A claim and the number of the happening it tells of."""

    happening: int
    claim: Claim


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
                self.add(words[slot] if len(self.text) > start else _capital(words[slot]), slot)
        return Span(start=start, end=len(self.text))


def corpus(events: int, *, seed: int = 7) -> tuple[tuple[Extraction, ...], tuple[Event, ...]]:
    """Documents and exactly that many events, sorted by sort key."""
    dice = random.Random(seed)  # noqa: S311 – the same corpus on every run is what it is for
    happenings = sorted((_happening(dice) for _ in range(events)), key=lambda h: (h.day, h.pattern, h.agent))
    extractions, tellings = [], []
    for numbers, published in _issues(dice, happenings):
        extraction, told = _extraction(dice, happenings, numbers, published)
        extractions.append(extraction)
        tellings += [(telling, extraction.document) for telling in told]
    found = _events(happenings, tellings)
    return tuple(extractions), tuple(sorted(found, key=lambda event: event.sort_key))


def _happening(dice: random.Random) -> Happening:
    agent, recipient = dice.sample(STATES, 2)
    return Happening(
        pattern=min(int(dice.expovariate(0.35)), len(PATTERNS) - 1),
        agent=agent,
        recipient=recipient,
        place=dice.choice(PLACES),
        unit=dice.choice(UNITS),
        number=dice.choice((40, 120, 600, 1500, 3000, 12000)),
        day=FIRST_DAY + timedelta(days=int(DAYS * dice.betavariate(3, 2))),
        wording=dice.choice((0, 0, 1, 2, 2)),
    )


def _issues(dice: random.Random, happenings: Sequence[Happening]) -> Iterator[tuple[list[int], date]]:
    """Which happenings each document tells of: neighbours in time; every second one is told again in a later one."""
    again = {1: 2, 3: 6}
    told = [(number, number) for number in range(len(happenings))]
    for documents_later, every in again.items():
        told += [(n + documents_later * CLAIMS_A_DOCUMENT * 2, n) for n in range(0, len(happenings), every)]
    order = [number for _, number in sorted(told)]
    for start in range(0, len(order), CLAIMS_A_DOCUMENT):
        numbers = list(dict.fromkeys(order[start : start + CLAIMS_A_DOCUMENT]))
        yield numbers, max(happenings[number].day for number in numbers) + timedelta(days=dice.randrange(1, 9))


def _extraction(
    dice: random.Random, happenings: Sequence[Happening], numbers: Sequence[int], published: date
) -> tuple[Extraction, list[Telling]]:
    writer, outlet = Writer(), dice.choice(OUTLETS)
    leading = happenings[numbers[0]]
    title = f"{leading.agent} and {leading.recipient}: what is known {published:%d.%m.%Y}, {dice.randrange(10**6):06d}"
    blocks = [Block(kind="title", span=writer.add(title))]
    writer.add("\n\n")
    drafts = []
    for number in numbers:
        start = len(writer.text)
        drafts.append(_told(dice, writer, happenings[number], published))
        blocks.append(Block(kind="body", span=Span(start=start, end=len(writer.text))))
        writer.add("\n\n")
    blocks.append(Block(kind="furniture", span=writer.add(f"© {outlet}. Every word here is invented.")))
    document = _document(writer.text, title, outlet, published)
    claims = tuple(_placed(draft, document.id) for draft in drafts)
    sentences = tuple(
        Sentence(id=sentence_id(document.id, claim.sentence), span=claim.sentence, block="body") for claim in claims
    )
    names = sorted({(p.actor or "", p.name) for c in claims for p in c.participants} | _speakers(claims))
    extraction = Extraction(
        document=document,
        blocks=tuple(blocks),
        sentences=sentences,
        claims=claims,
        actors=tuple(_actor(ident, name) for ident, name in names if ident),
        places=(),
        problems=(),
    )
    return extraction, [Telling(happening=n, claim=c) for n, c in zip(numbers, claims, strict=True)]


def _told(dice: random.Random, writer: Writer, happening: Happening, published: date) -> Claim:
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


def _placed(draft: Claim, document: str) -> Claim:
    return draft.model_copy(update={"document": document, "id": claim_id(document, draft.trigger, 0)})


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
        Participant(actor=_key(span.cut(text)), name=span.cut(text), role=role, text=span.cut(text), span=span)
        for slot, role in roles.items()
        if (span := slots.get(slot))
    ]
    return tuple(sorted(found, key=lambda one: one.span.start))


def _speaker(text: str, span: Span, name: str) -> Speaker:
    named = name != "officials"
    return Speaker(
        actor=_key(name) if named else None,
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


def _document(text: str, title: str, outlet: str, published: date) -> Document:
    ident = document_id(text)
    given = When(first=published, last=published, grain="day", basis="given", text="")
    copy = Copy(
        uri=f"https://news.example/{ident}",
        publisher=outlet,
        sha256=ident[1:] * 3,
        published=given,
        published_basis="given",
        title=title,
    )
    return Document(id=ident, text=text, title=title, authors=(), language="en", copies=(copy,), reader="synthetic")


def _actor(ident: str, name: str) -> Actor:
    kind = "state" if name in STATES else "organisation" if name.startswith("the ") else "person"
    return Actor.model_validate(
        {
            "id": ident,
            "name": name,
            "kind": kind,
            "aliases": (),
            "country": None,
            "gender": None,
            "roles": (),
            "wikidata": None,
        }
    )


def _speakers(claims: Sequence[Claim]) -> set[tuple[str, str]]:
    return {(speaker.actor or "", speaker.name) for claim in claims for speaker in claim.said_by}


def _key(name: str) -> str:
    return "-".join(name.lower().removeprefix("the ").split())


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _events(happenings: Sequence[Happening], tellings: Sequence[tuple[Telling, Document]]) -> Iterator[Event]:
    by_happening: dict[int, list[tuple[Claim, Document]]] = {}
    for telling, document in tellings:
        by_happening.setdefault(telling.happening, []).append((telling.claim, document))
    for number, told in by_happening.items():
        yield _event(happenings[number], told)


def _event(happening: Happening, told: list[tuple[Claim, Document]]) -> Event:
    claims = [claim for claim, _ in sorted(told, key=lambda pair: (pair[1].copies[0].uri, pair[0].trigger.start))]
    lead = next((claim for claim in claims if claim.when and not claim.when.bounded), claims[0])
    sources = {claim.said_by[0].name for claim in claims}
    pattern = PATTERNS[happening.pattern]
    words = {"agent": happening.agent, "recipient": happening.recipient, "place": happening.place}
    return Event(
        id=claims[0].id,
        type=lead.type,
        headline=_capital(pattern.headline.format(**words, unit=happening.unit)),
        when=lead.when,
        sort_key=sort_key(lead.when, claims[0].id),
        participants=lead.participants,
        places=(),
        claim_ids=(lead.id, *(claim.id for claim in claims if claim.id != lead.id)),
        source_count=len(sources),
        claim_count=len(claims),
        status=_status(pattern.modality, len(sources)),
        conflicts=_conflicts(claims),
        confidence=max(claim.confidence for claim in claims),
    )


def _status(modality: Modality, sources: int) -> Status:
    if modality == "planned":
        return "planned"
    if modality == "denied":
        return "denied"
    return "corroborated" if sources > 1 else "one source"


def _conflicts(claims: Sequence[Claim]) -> tuple[Conflict, ...]:
    first, *others = claims
    found = []
    for other in others:
        if first.quantities and first.quantities[0].low != other.quantities[0].low:
            one, two = sorted((first.id, other.id))
            reason = f"One counts {first.quantities[0].text}, the other {other.quantities[0].text}."
            found.append(Conflict(one=one, other=two, about="quantity", reason=reason))
    return tuple(sorted(found, key=lambda conflict: (conflict.one, conflict.other)))
