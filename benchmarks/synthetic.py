"""A made-up war with made-up outlets, as large as wanted and the same on every run.

Whole records without a reader: documents with claims whose spans cut out their words, and the events they tell of.
Used by the page's tests and by `benchmarks.page`, which measure and look at many events, not at how they were read.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from benchmarks.wording import OUTLETS, PATTERNS, PLACES, STATES, UNITS, Happening, Writer, capital, tell
from graph.event import Conflict, Event
from graph.ids import claim_id, document_id, sentence_id
from graph.model import Actor, Block, Claim, Copy, Document, Extraction, Modality, Sentence, Status
from graph.record import Record, Span
from graph.when import When, sort_key

FIRST_DAY = date(2023, 1, 2)
DAYS = 700
CLAIMS_A_DOCUMENT = 10


class Telling(Record):
    """A claim and the number of the happening it tells of."""

    happening: int
    claim: Claim


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
        drafts.append(tell(dice, writer, happenings[number], published))
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


def _placed(draft: Claim, document: str) -> Claim:
    return draft.model_copy(update={"document": document, "id": claim_id(document, draft.trigger, 0)})


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
        headline=capital(pattern.headline.format(**words, unit=happening.unit)),
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
