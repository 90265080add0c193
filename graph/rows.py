"""Records → rows for the graph: maps of plain values, one for every node and relationship. Nothing is decided here.

A row of a node is `{"node": properties}`, with `end` (or `start`) where it hangs on another node; a row of a
relationship is `{"start": id, "end": id, "edge": properties}`. Properties are those of `graph/schema.py`.
"""

from collections.abc import Mapping, Sequence

from graph.event import Event
from graph.ids import digest, sentence_id
from graph.model import Extraction, Participant, PlaceMention, Speaker
from graph.nodes import (
    Properties,
    Value,
    actor_node,
    claim_node,
    copy_node,
    document_node,
    event_node,
    place_id,
    place_node,
    problem_node,
    quantity_node,
    role_edge,
    sentence_node,
    span_properties,
    thing_id,
    voice_edge,
)

Row = Mapping[str, Value | Properties]
Rows = dict[str, list[Row]]
Mentions = list[tuple[str, Participant | Speaker, Properties]]
"""Claim, who is mentioned, how."""


def reading_of(extraction: Extraction) -> str:
    """Hash of an extraction, loading times left out: equal readings are equal documents."""
    return digest(extraction.model_dump_json(exclude={"document": {"copies": {"__all__": {"loaded_at"}}}}))


def extraction_rows(extraction: Extraction, reading: str) -> Rows:
    """Everything that one document gives. Raises: ValueError if a claim stands in no sentence of the extraction."""
    _check(extraction)
    document, claims = extraction.document, extraction.claims
    ids = {claim.id for claim in claims}
    return {
        "documents": [{"node": document_node(extraction, reading)}],
        "copies": [{"node": copy_node(copy), "end": document.id} for copy in document.copies],
        "sentences": [{"node": sentence_node(s, document.text), "end": document.id} for s in extraction.sentences],
        "problems": [
            {"node": problem_node(n, problem, reading), "end": document.id}
            for n, problem in enumerate(extraction.problems)
        ],
        "actors": [{"node": actor_node(actor, document.reader)} for actor in extraction.actors],
        "belongs": [{"start": a.id, "end": whole} for a in extraction.actors for whole in a.belongs_to],
        "places": [{"node": place_node(place, document.reader)} for place in extraction.places],
        "claims": [
            {
                "node": claim_node(n, c, reading),
                "end": sentence_id(c.document, c.sentence),
                "edge": span_properties(c.trigger),
            }
            for n, c in enumerate(claims)
        ],
        "about": [{"start": c.id, "end": other} for c in claims for other in c.about if other in ids],
        "quantities": [
            {"node": quantity_node(c.id, n, quantity), "start": c.id}
            for c in claims
            for n, quantity in enumerate(c.quantities)
        ],
        **_mention_rows(extraction),
    }


def _check(extraction: Extraction) -> None:
    """Our own record that is wrong raises: the servers would take half of it without a word."""
    known = {sentence.span for sentence in extraction.sentences}
    for claim in extraction.claims:
        if claim.sentence not in known or claim.document != extraction.document.id:
            raise ValueError(f"claim {claim.id} stands in no sentence of document {extraction.document.id}")


def _mention_rows(extraction: Extraction) -> Rows:
    """Relationships from claims to actors, things and places, and the local things and places themselves."""
    document, claims = extraction.document.id, extraction.claims
    roles: Mentions = [(claim.id, p, role_edge(p)) for claim in claims for p in claim.participants]
    voices: Mentions = [(claim.id, s, voice_edge(s)) for claim in claims for s in claim.said_by]
    named = {m.actor for _, m, _ in roles + voices if m.actor} | {actor.id for actor in extraction.actors}
    things = {thing_id(document, m.name): m.name for _, m, _ in roles + voices if not m.actor}
    places = {place.id: place.name for place in extraction.places}
    places |= {_place_of(document, where): where.name for claim in claims for where in claim.places}
    return {
        **_split("roles", document, roles),
        **_split("voices", document, voices),
        "located": [
            {"start": c.id, "end": _place_of(document, w), "edge": {"text": w.text, **span_properties(w.span)}}
            for c in claims
            for w in c.places
        ],
        "things": [{"node": {"id": key, "name": things[key]}, "start": document} for key in sorted(things)],
        "named_actors": [{"start": document, "end": key} for key in sorted(named)],
        "named_places": [{"start": document, "end": key, "name": places[key]} for key in sorted(places)],
    }


def _split(kind: str, document: str, mentions: Mentions) -> Rows:
    """Relationships to actors and to things apart: each has an index of its own to find the other end by."""
    rows: Rows = {f"actor_{kind}": [], f"thing_{kind}": []}
    for claim, mention, edge in mentions:
        if mention.actor:
            rows[f"actor_{kind}"].append({"start": claim, "end": mention.actor, "edge": edge})
        else:
            rows[f"thing_{kind}"].append({"start": claim, "end": thing_id(document, mention.name), "edge": edge})
    return rows


def event_rows(event: Event, publishers: Sequence[str] = ()) -> Rows:
    """An event's node and its relationships; publishers are those of its claims' documents, sorted."""
    involved = sorted({(p.actor, p.role) for p in event.participants if p.actor})
    places = sorted({place.place for place in event.places if place.place})
    return {
        "events": [{"node": event_node(event, publishers)}],
        "tells": [
            {"start": claim, "end": event.id, "edge": {"position": n}} for n, claim in enumerate(event.claim_ids)
        ],
        "involves": [{"start": event.id, "end": actor, "edge": {"role": role}} for actor, role in involved],
        "event_places": [{"start": event.id, "end": place} for place in places],
        "fulfils": [{"start": event.id, "end": event.fulfils}] if event.fulfils else [],
        "conflicts": [
            {"start": c.one, "end": c.other, "about": c.about, "reason": c.reason, "event": event.id}
            for c in event.conflicts
        ],
    }


def _place_of(document: str, where: PlaceMention) -> str:
    return where.place or place_id(document, where.name)
