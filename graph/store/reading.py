"""Reading whole records: for loading, for export, and for the pages of one event, document or actor."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from graph.errors import StoreError
from graph.event import Event, SourcedClaim
from graph.model import Actor, Block, Claim, Document, Place, Problem
from graph.nodes import copy_id
from graph.store.base import Card, CoActor, Counts, DocumentDetail, EventDetail, StoredCopy
from graph.store.batches import batches
from graph.store.compose import compose
from graph.store.connection import Connection, Row

BATCH = 50
"""Documents asked for at once."""
EVENTS_A_BATCH = 500
PATIENCE = 10.0
"""Seconds to wait for a document that somebody is writing at that moment."""

Item = TypeVar("Item")


def counts(connection: Connection) -> Counts:
    """What the store holds."""
    kinds = ("documents", "claims", "events", "actors", "pending")
    return Counts(**{kind: connection.read(compose("read", f"count_{kind}"))[0]["n"] for kind in kinds})


def pending(connection: Connection) -> tuple[str, ...]:
    """Ids of documents whose claims are not yet in events, sorted."""
    return tuple(row["id"] for row in connection.read(compose("read", "pending")))


def find_copy(connection: Connection, uri: str) -> StoredCopy | None:
    """The copy at that uri."""
    found = connection.read(compose("read", "copy"), id=copy_id(uri))
    return StoredCopy(**found[0]) if found else None


def documents(connection: Connection) -> Iterator[Document]:
    """All documents, by id."""
    ids = [row["id"] for row in connection.read(compose("read", "document_ids"))]
    for some in batches(ids, BATCH):
        for row in connection.read(compose("read", "documents"), ids=some):
            yield _document(row)


def claims(connection: Connection) -> Iterator[SourcedClaim]:
    """All claims in the order of `SourcedClaim.order`, which is the order of the documents, then that of the text."""
    rows = connection.read(compose("read", "document_ids"))
    ids = [row["id"] for row in sorted(rows, key=lambda row: (row["first"] or row["last"] or date.max, row["id"]))]
    for some in batches(ids, BATCH):
        yield from _settled(partial(_claims_of, connection, some))


def events(connection: Connection) -> Iterator[Card]:
    """All events by sort key, with their lead claims."""
    keys: list[str] = connection.read(compose("read", "event_order"))[0]["keys"]
    for some in batches(sorted(keys), EVENTS_A_BATCH):
        yield from cards_by_key(connection, some)


def cards_by_key(connection: Connection, keys: Sequence[str]) -> tuple[Card, ...]:
    """Events with their lead claims, in the order of the keys; one that went that very moment is left out."""
    found = connection.read(compose("read", "events"), keys=list(keys)) if keys else []
    by_key = {row["key"]: row for row in found}
    rows = [by_key[key] for key in keys if key in by_key]
    leads = sourced(connection, [row["lead"] for row in rows])
    return tuple(
        Card(event=Event.model_validate_json(row["record"]), lead=leads[row["lead"]])
        for row in rows
        if row["lead"] in leads
    )


def sourced(connection: Connection, ids: Sequence[str]) -> Mapping[str, SourcedClaim]:
    """Claims by id, those that are there, in the order of the ids."""
    rows = connection.read(compose("read", "sourced"), ids=sorted(set(ids))) if ids else []
    headers = _headers(row["document"] for row in rows)
    found = {row["id"]: _sourced(row, headers[row["document"]]) for row in rows}
    return {ident: found[ident] for ident in ids if ident in found}


def event(connection: Connection, ident: str) -> EventDetail | None:
    """The event with that id, else the one that a claim with that id tells of."""
    rows = connection.read(compose("read", "event"), id=ident)
    rows = rows or connection.read(compose("read", "event_of_claim"), id=ident)
    if not rows:
        return None
    found = Event.model_validate_json(rows[0]["record"])
    own = set(found.claim_ids)
    others = sorted({claim for c in found.conflicts for claim in (c.one, c.other)} - own)
    read = sourced(connection, [*found.claim_ids, *others])
    own_claims = tuple(read[claim] for claim in found.claim_ids if claim in read)
    return EventDetail(
        event=found,
        claims=own_claims,
        opposed=tuple(read[claim] for claim in others if claim in read),
        problems=_problems_at(connection, [one.claim for one in own_claims if one.claim.problems]),
    )


def _problems_at(connection: Connection, claims: Sequence[Claim]) -> tuple[Problem, ...]:
    """What was odd at the words of these claims, by document and span."""
    documents = sorted({claim.document for claim in claims})
    rows = connection.read(compose("read", "problems_of_documents"), ids=documents) if documents else []
    found = [Problem.model_validate_json(row["record"]) for row in rows]
    return tuple(sorted((p for p in found if any(c.is_touched_by(p) for c in claims)), key=_problem_order))


def document(connection: Connection, ident: str) -> DocumentDetail | None:
    """A document as it was read, of one version."""
    return _settled(lambda: _detail(connection, ident))


def actors(connection: Connection) -> Iterator[Actor]:
    """All actors by id."""
    return (Actor.model_validate_json(row["record"]) for row in connection.read(compose("read", "actors")))


def actor(connection: Connection, ident: str) -> Actor | None:
    """The actor with that id; None for one that is only belonged to."""
    rows = connection.read(compose("read", "actor"), id=ident)
    return Actor.model_validate_json(rows[0]["record"]) if rows and rows[0]["record"] else None


def places(connection: Connection) -> Iterator[Place]:
    """All places by id."""
    return (Place.model_validate_json(row["record"]) for row in connection.read(compose("read", "places")))


def problems(connection: Connection) -> Iterator[Problem]:
    """All problems by document and span; those without a span come first."""
    rows = connection.read(compose("read", "problems"))
    return iter(sorted((Problem.model_validate_json(row["record"]) for row in rows), key=_problem_order))


def co_actors(connection: Connection, ident: str, limit: int) -> tuple[CoActor, ...]:
    """Pairs among the actor and the `limit` actors it shares most events with, heaviest first."""
    near = [row["other"] for row in connection.read(compose("read", "shared_events"), id=ident, limit=limit + 1)]
    rows = connection.read(compose("read", "pairs"), id=ident, ids=near) if near else []
    return tuple(CoActor(one=row["one"], other=row["other"], count=row["n"]) for row in rows)


class _MovingError(Exception):
    """A read met a document half way between two versions."""


def _settled(read: Callable[[], Item]) -> Item:
    """Read again as long as somebody is writing what is read: a document is seen whole or not at all."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return read()
        except _MovingError as error:
            if time.monotonic() > deadline:
                raise StoreError(
                    "A document has been changing all the time it was read.", hint="Try again when loading is over."
                ) from error
        time.sleep(0.02)


def _check_whole(header: Row, rows: Sequence[Row], kind: str) -> None:
    """Every row says which reading of the document it is of, and the document says how many there are."""
    if len(rows) != header[kind] or any(row["reading"] != header["reading"] for row in rows):
        raise _MovingError


def _detail(connection: Connection, ident: str) -> DocumentDetail | None:
    headers = connection.read(compose("read", "document"), id=ident)
    if not headers:
        return None
    claim_rows = connection.read(compose("read", "claims_of_document"), id=ident)
    problem_rows = connection.read(compose("read", "problems_of_document"), id=ident)
    _check_whole(headers[0], claim_rows, "claims")
    _check_whole(headers[0], problem_rows, "problems")
    found = [Claim.model_validate_json(row["record"]) for row in claim_rows]
    return DocumentDetail(
        document=_document(headers[0]),
        blocks=tuple(Block(**block) for block in json.loads(headers[0]["blocks"])),
        claims=tuple(found),
        events=tuple((c.id, row["event"]) for c, row in zip(found, claim_rows, strict=True) if row["event"]),
        problems=tuple(Problem.model_validate_json(row["record"]) for row in problem_rows),
    )


def _claims_of(connection: Connection, ids: Sequence[str]) -> list[SourcedClaim]:
    """Claims of these documents, document by document in the order given, each in the order of its text."""
    headers = {row["id"]: row for row in connection.read(compose("read", "headers"), ids=ids)}
    rows: dict[str, list[Row]] = {ident: [] for ident in ids}
    for row in connection.read(compose("read", "claims_of_documents"), ids=ids):
        rows[row["owner"]].append(row)
    found: list[SourcedClaim] = []
    for ident in (ident for ident in ids if ident in headers):
        _check_whole(headers[ident], rows[ident], "claims")
        header = _header(headers[ident]["document"])
        own = [_sourced(row, header) for row in rows[ident]]
        found += sorted(own, key=lambda sourced: sourced.order)
    return found


def _document(row: Row) -> Document:
    return Document(text=row["text"], **json.loads(row["document"]))


def _header(document: str) -> Document:
    """A document without its text."""
    return Document(text="", **json.loads(document))


def _headers(documents: Iterable[str]) -> Mapping[str, Document]:
    """Each document once: many claims are of one."""
    return {document: _header(document) for document in set(documents)}


def _sourced(row: Row, header: Document) -> SourcedClaim:
    return SourcedClaim(
        claim=Claim.model_validate_json(row["record"]),
        sentence=row["sentence"],
        title=header.title,
        copy_=header.copies[0],
        copies=len(header.copies),
    )


def _problem_order(problem: Problem) -> tuple[str, int, int, str, str]:
    span = (problem.span.start, problem.span.end) if problem.span else (-1, -1)
    return (problem.document, *span, problem.code, problem.found)
