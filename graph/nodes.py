"""Records → properties of nodes and relationships, as `graph/schema.py` describes them. Nothing is decided here."""

import json
from collections.abc import Sequence
from datetime import date, timedelta

from graph.event import Event
from graph.ids import digest, folded
from graph.model import (
    Actor,
    Claim,
    Copy,
    Document,
    Extraction,
    Participant,
    Place,
    Problem,
    Quantity,
    Sentence,
    Speaker,
)
from graph.ontology import NO_TYPE, type_family
from graph.record import Span
from graph.when import When, bound_day, edtf, sort_key

Value = str | int | float | bool | date | list[str] | None
Properties = dict[str, Value]


def copy_id(uri: str) -> str:
    """Id of the copy at that address."""
    return "u" + digest(uri)


def thing_id(document: str, name: str) -> str:
    """Id of a participant or speaker that is no actor: local to its document."""
    return "t" + digest(document, folded(name) or name)


def place_id(document: str, name: str) -> str:
    """Id of a place that no gazetteer knows: local to its document."""
    return "p" + digest(document, folded(name) or name)


def document_node(extraction: Extraction, reading: str) -> Properties:
    """A document as it stands after reading: pending, all its families unresolved."""
    document = extraction.document
    families = sorted({type_family(claim.type) for claim in extraction.claims})
    return {
        **document_header(document),
        "text": document.text,
        "blocks": json.dumps([block.model_dump() for block in extraction.blocks]),
        "claim_count": len(extraction.claims),
        "problem_count": len(extraction.problems),
        "unresolved": families,
        "pending": True,
        "reading": reading,
    }


def document_header(document: Document) -> Properties:
    """What of a document's node does not come from its text."""
    first = document.copies[0]
    return {
        "id": document.id,
        "title": document.title,
        "authors": list(document.authors),
        "language": document.language,
        "publisher": first.publisher,
        "uri": first.uri,
        **days_properties(first.published),
        "reader": document.reader,
        "publishers": sorted({copy.publisher for copy in document.copies if copy.publisher}),
        "copy_count": len(document.copies),
        "record": document.model_dump_json(exclude={"text"}),
    }


def copy_node(copy: Copy) -> Properties:
    """One place where a text was found."""
    return {
        "id": copy_id(copy.uri),
        "uri": copy.uri,
        "publisher": copy.publisher,
        "sha256": copy.sha256,
        **days_properties(copy.published),
        "published_basis": copy.published_basis,
        "title": copy.title,
        "origin": copy.origin,
    }


def sentence_node(sentence: Sentence, text: str) -> Properties:
    """A sentence with its words."""
    words = sentence.span.cut(text)
    return {
        "id": sentence.id,
        "text": words,
        "words": folded(words),
        "block": sentence.block,
        **span_properties(sentence.span),
    }


def actor_node(actor: Actor, reader: str) -> Properties:
    """An actor; `reader` says which reading gave the record."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "country": actor.country,
        "gender": actor.gender,
        "wikidata": actor.wikidata,
        "listed": actor.listed,
        "reader": reader,
        "record": actor.model_dump_json(),
    }


def place_node(place: Place, reader: str) -> Properties:
    """A place; `reader` says which reading gave the record."""
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "reader": reader,
        "record": place.model_dump_json(),
    }


def claim_node(number: int, claim: Claim, reading: str) -> Properties:
    """The document's claim with that running number; `reading` is its document's."""
    return {
        "id": claim.id,
        "document": claim.document,
        "position": number,
        "type": claim.type or NO_TYPE,
        "family": type_family(claim.type),
        "trigger": claim.trigger_text,
        "lemma": claim.lemma,
        "modality": claim.modality,
        "certainty": claim.certainty.degree,
        "certainty_text": claim.certainty.text,
        **days_properties(claim.when),
        "date_basis": claim.when.basis if claim.when else None,
        "date_text": claim.when.text if claim.when else None,
        "sort_key": sort_key(claim.when, claim.document, f"{claim.trigger.start:08d}", claim.id),
        "confidence": claim.confidence,
        "rules": list(claim.rules),
        "block": claim.block,
        "problems": list(claim.problems),
        **span_properties(claim.trigger),
        "reading": reading,
        "record": claim.model_dump_json(),
    }


def quantity_node(claim: str, number: int, quantity: Quantity) -> Properties:
    """The claim's quantity with that running number."""
    return {
        "id": "q" + digest(claim, number),
        "low": quantity.low,
        "high": quantity.high,
        "bound": quantity.bound,
        "unit": quantity.unit,
        "rate": quantity.rate,
        "role": quantity.role,
        "text": quantity.text,
        **span_properties(quantity.span),
    }


def problem_node(number: int, problem: Problem, reading: str) -> Properties:
    """The document's problem with that running number."""
    return {
        "id": "x" + digest(problem.document, number),
        "position": number,
        "code": problem.code,
        "found": problem.found,
        "assumed": problem.assumed,
        **span_properties(problem.span),
        "reading": reading,
        "record": problem.model_dump_json(),
    }


def role_edge(participant: Participant) -> Properties:
    """How somebody takes part."""
    return {"role": participant.role, "text": participant.text, **span_properties(participant.span)}


def voice_edge(speaker: Speaker) -> Properties:
    """How somebody says it."""
    return {
        "position": speaker.position,
        "cue": speaker.cue,
        "quoted": speaker.quoted,
        "named": speaker.named,
        "text": speaker.text,
        **span_properties(speaker.span),
    }


def event_digest(event: Event) -> str:
    """Hash of an event: equal digests are equal events."""
    return digest(event.model_dump_json())


def outline_of(event: Event, publishers: Sequence[str]) -> str:
    """What the chronology's filters need of an event, as one line of JSON."""
    first, last = touched(event.when)
    week = _monday(event.when)
    days = [day.isoformat() if day else None for day in (week, first, last)]
    actors = sorted({p.actor for p in event.participants if p.actor})
    row = [event.sort_key, event.type or NO_TYPE, event.status, *days, actors, list(publishers)]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def touched(when: When | None) -> tuple[date | None, date | None]:
    """First and last day by which a filter finds a date: an open side counts as the other end."""
    return (when.first or when.last, when.last or when.first) if when else (None, None)


def _monday(when: When | None) -> date | None:
    """Of the week that a date is filed under."""
    if when is None:
        return None
    day = bound_day(when)
    return day - timedelta(days=min(day.weekday(), (day - date.min).days))


def event_node(event: Event, publishers: Sequence[str]) -> Properties:
    """An event with the publishers of its claims' documents, which the store knows."""
    when = event.when
    first, last = touched(when)
    return {
        "id": event.id,
        "type": event.type or NO_TYPE,
        "family": type_family(event.type),
        "headline": event.headline,
        **days_properties(when),
        "date_basis": when.basis if when else None,
        "sort_key": event.sort_key,
        "filed": bound_day(when) if when else None,
        "week": _monday(when),
        "touch_first": first,
        "touch_last": last,
        "status": event.status,
        "confidence": event.confidence,
        "source_count": event.source_count,
        "claim_count": event.claim_count,
        "actor_ids": sorted({p.actor for p in event.participants if p.actor}),
        "publishers": list(publishers),
        "outline": outline_of(event, publishers),
        "problems": [problem.code for problem in event.problems],
        "lead": event.claim_ids[0],
        "digest": event_digest(event),
        "record": event.model_dump_json(),
    }


def days_properties(when: When | None) -> Properties:
    """A date as the graph keeps it; open sides and missing dates are null."""
    if when is None:
        return {"date_first": None, "date_last": None, "date_edtf": None}
    return {"date_first": when.first, "date_last": when.last, "date_edtf": edtf(when)}


def span_properties(span: Span | None) -> Properties:
    """A span as the graph keeps it."""
    return {"char_start": span.start, "char_end": span.end} if span else {"char_start": None, "char_end": None}
