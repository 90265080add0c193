"""The files a user takes away: `timeline.csv`, `claims.csv`, and claims as JSON lines.

Rows are written one after the other in the order they come; the same rows give the same bytes. Into a file object: who
opens it also replaces the old file at once.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TextIO

from graph.cells import joined, read_rows, write_rows
from graph.chronology import precision
from graph.event import Event, SourcedClaim
from graph.model import Claim, Participant, Place, PlaceMention, Quantity, Role, Speaker
from graph.when import When, edtf

SCHEMA_VERSION = "1"
"""Of the files; raised when a column changes its name, place or meaning."""

_TIMELINE = (
    "event_id,date_edtf,date_start,date_end,date_precision,date_qualifier,date_text,date_anchor,headline,event_type,"
    "actors,actor_ids,place,latitude,longitude,quantity,said_by,event_status,confidence,sources_count,source_title,"
    "source_url,source_publisher,source_published,document_id,document_sha256,char_start,char_end,sentence,"
    "review_status,updated_at,schema_version"
)
TIMELINE_COLUMNS = tuple(_TIMELINE.split(","))

NAMED = ("agents", "patients", "recipients", "places", "said_by")
"""Fields of `claim_line` that hold names: a column of names, one of ids (empty for a thing) and one of words each."""
COUNTED = ("low", "high", "bound", "unit")
_CLAIMS = (
    "claim_id,event_id,document,char_start,char_end,trigger,trigger_start,trigger_end,type,"
    + ",".join(f"{field},{field}_ids,{field}_texts" for field in NAMED)
    + ",modality,certainty,date,date_text,date_basis,quantities,"
    + ",".join(f"quantities_{part}" for part in COUNTED)
    + ",confidence,rules,block,source_title,source_url,source_publisher,source_published,document_id,document_sha256,"
    + "sentence,problems,schema_version"
)
CLAIM_COLUMNS = tuple(_CLAIMS.split(","))

ROLES: Mapping[str, Role] = {"agents": "agent", "patients": "patient", "recipients": "recipient"}
UNREVIEWED = "unreviewed"

Line = dict[str, object]
Named = Participant | PlaceMention | Speaker


class Told(Protocol):
    """An event with the claim that speaks for it; the store's cards are such."""

    @property
    def event(self) -> Event: ...
    @property
    def lead(self) -> SourcedClaim: ...


def write_timeline(cards: Iterable[Told], file: TextIO, *, places: Iterable[Place] = ()) -> None:
    """`timeline.csv`, one row an event in the order given; places give their points on the map."""
    points = {place.id: place for place in places}
    write_rows(TIMELINE_COLUMNS, (_timeline_row(card, points) for card in cards), file)


def read_timeline(file: TextIO) -> Iterator[dict[str, str]]:
    """The rows of a `timeline.csv`. Raises: DocumentError if it is none."""
    return read_rows(TIMELINE_COLUMNS, file)


def write_claims(claims: Iterable[SourcedClaim], events: Iterable[Event], file: TextIO) -> None:
    """`claims.csv`, one row a claim in the order given, with the event that tells of it, if one does."""
    event_of = {ident: event for event in events for ident in event.claim_ids}
    write_rows(CLAIM_COLUMNS, (_claim_row(sourced, event_of.get(sourced.claim.id)) for sourced in claims), file)


def read_claims(file: TextIO) -> Iterator[dict[str, str]]:
    """The rows of a `claims.csv`. Raises: DocumentError if it is none."""
    return read_rows(CLAIM_COLUMNS, file)


def write_jsonl(claims: Iterable[SourcedClaim], file: TextIO) -> None:
    """One claim a line, as `dateline extract` writes them; the document is named by its address."""
    lines = (claim_line(sourced.claim, sourced.copy_.uri) for sourced in claims)
    file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def claim_line(claim: Claim, document: str) -> Line:
    """A claim in the form that `dateline extract` prints; `document` is the name of its file."""
    return {
        "document": document,
        "claim": claim.id,
        "char_start": claim.sentence.start,
        "char_end": claim.sentence.end,
        "trigger": {
            "text": claim.trigger_text,
            "char_start": claim.trigger.start,
            "char_end": claim.trigger.end,
        },
        "type": claim.type,
        **{field: [_named(one.actor, one) for one in _in_role(claim, role)] for field, role in ROLES.items()},
        "places": [_named(place.place, place) for place in claim.places],
        "said_by": [_named(speaker.actor, speaker) for speaker in claim.said_by],
        "modality": claim.modality,
        "certainty": claim.certainty.degree,
        "date": edtf(claim.when) if claim.when else None,
        "date_text": claim.when.text if claim.when else None,
        "date_basis": claim.when.basis if claim.when else None,
        "quantities": [_counted(quantity) for quantity in claim.quantities],
        "confidence": claim.confidence,
        "rules": list(claim.rules),
        "block": claim.block,
    }


def _in_role(claim: Claim, role: Role) -> list[Participant]:
    return [participant for participant in claim.participants if participant.role == role]


def _named(ident: str | None, named: Named) -> Line:
    return {"id": ident, "name": named.name, "text": named.text}


def _counted(quantity: Quantity) -> Line:
    return {**{part: getattr(quantity, part) for part in COUNTED}, "text": quantity.text}


def _timeline_row(card: Told, points: Mapping[str, Place]) -> list[str]:
    event, lead = card.event, card.lead
    claim, actors = lead.claim, _actors(event)
    return [
        event.id,
        *_dates(event.when),
        event.headline,
        event.type or "",
        joined(actors.values()),
        joined(actors),
        *_place(event, points),
        joined(quantity.text for quantity in claim.quantities),
        joined(speaker.name for speaker in claim.said_by),
        event.status,
        f"{event.confidence:.2f}",
        str(event.source_count),
        *_source(lead),
        claim.document,
        lead.copy_.sha256,
        str(claim.sentence.start),
        str(claim.sentence.end),
        lead.sentence,
        UNREVIEWED,
        "",
        SCHEMA_VERSION,
    ]


def _actors(event: Event) -> dict[str, str]:
    """Id → name of those with a key of their own, in the event's order."""
    found: dict[str, str] = {}
    for one in event.participants:
        if one.actor:
            found.setdefault(one.actor, one.name)
    return found


def _dates(when: When | None) -> list[str]:
    """`date_edtf` to `date_anchor`; the qualifier says how the days are to be taken."""
    if when is None:
        return ["", "", "", precision(None), "", "", ""]
    marks = [mark for mark in ("approximate", "uncertain") if getattr(when, mark)]
    if when.basis in ("known event", "inherited", "bounded by publication"):
        marks.append(when.basis)
    anchor = when.anchor
    counted_from = "/".join(dict.fromkeys((anchor.first.isoformat(), anchor.last.isoformat()))) if anchor else ""
    ends = [day.isoformat() if day else "" for day in (when.first, when.last)]
    return [edtf(when), *ends, precision(when), joined(marks), when.text, counted_from]


def _place(event: Event, points: Mapping[str, Place]) -> list[str]:
    """Name, latitude and longitude of the first place that has a point; else the first name."""
    for mention in event.places:
        point = points.get(mention.place or "")
        if point and point.latitude is not None and point.longitude is not None:
            return [mention.name, f"{point.latitude:.4f}", f"{point.longitude:.4f}"]
    return [event.places[0].name if event.places else "", "", ""]


def _source(sourced: SourcedClaim) -> list[str]:
    """`source_title` to `source_published`."""
    copy = sourced.copy_
    return [sourced.title, copy.uri, copy.publisher, edtf(copy.published) if copy.published else ""]


def _claim_row(sourced: SourcedClaim, event: Event | None) -> list[str]:
    claim, when = sourced.claim, sourced.claim.when
    return [
        claim.id,
        event.id if event else "",
        sourced.copy_.uri,
        str(claim.sentence.start),
        str(claim.sentence.end),
        claim.trigger_text,
        str(claim.trigger.start),
        str(claim.trigger.end),
        claim.type or "",
        *(cell for role in ROLES.values() for cell in _names((p.actor, p) for p in _in_role(claim, role))),
        *_names((place.place, place) for place in claim.places),
        *_names((speaker.actor, speaker) for speaker in claim.said_by),
        claim.modality,
        claim.certainty.degree,
        *([edtf(when), when.text, when.basis] if when else ["", "", ""]),
        joined(quantity.text for quantity in claim.quantities),
        *(joined(_number(getattr(quantity, part)) for quantity in claim.quantities) for part in COUNTED),
        f"{claim.confidence:.2f}",
        joined(claim.rules),
        claim.block,
        *_source(sourced),
        claim.document,
        sourced.copy_.sha256,
        sourced.sentence,
        joined(_problems(claim, event)),
        SCHEMA_VERSION,
    ]


def _problems(claim: Claim, event: Event | None) -> dict[str, None]:
    """Codes of what its document or the rest of the store says against it, each once."""
    of_store = [problem.code for problem in (event.problems if event else ()) if claim.is_touched_by(problem)]
    return dict.fromkeys((*claim.problems, *of_store))


def _names(named: Iterable[tuple[str | None, Named]]) -> list[str]:
    """Names, ids and words in three cells; a list's values stand at the same place in each."""
    found = [(one.name, ident or "", one.text) for ident, one in named]
    return [joined(column) for column in zip(*found, strict=True)] if found else ["", "", ""]


def _number(value: str | float | None) -> str:
    """Whole numbers without a point; empty for an open end."""
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else repr(value)
    return "" if value is None else str(value)
