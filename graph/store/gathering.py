"""Writing events: only what differs from what is there, in batches of one transaction each."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from graph.event import Event
from graph.nodes import event_digest
from graph.ontology import type_family
from graph.rows import event_rows
from graph.store.batches import batches
from graph.store.compose import compose
from graph.store.connection import Connection, Row, Transaction
from graph.store.writing import changed, joined

BATCH = 500
"""Events in one transaction."""

WRITE = ("events", "tells", "involves", "event_places", "fulfils", "conflicts")


def write_events(connection: Connection, events: Iterable[Event], families: Iterable[str]) -> None:
    """Make these the events of the claims of these type families.

    Raises: ValueError for an event of another family, or one without claims.
    """
    of = sorted(set(families))
    wanted = {event.id: event for event in events}
    _check(wanted.values(), of)
    there = {row["id"]: row["digest"] for row in connection.read(compose("write_events", "digests"), families=of)}
    gone = sorted(there.keys() - wanted.keys())
    different = [event for event in wanted.values() if there.get(event.id) != event_digest(event)]
    # A plan is written before what fulfils it, so that the link finds both.
    different.sort(key=lambda event: (event.fulfils is not None, event.sort_key))
    for ids in batches(gone, BATCH):
        connection.write(partial(_forget, ids=ids))
    for some in batches(different, BATCH):
        connection.write(partial(_write, events=some, there=there.keys()))
    connection.write(lambda transaction: _clear(transaction, of))


def clear_pending(connection: Connection, documents: Iterable[str]) -> None:
    """Say that all claims of these documents are in events."""
    ids = sorted(set(documents))
    connection.write(lambda transaction: _run(transaction, "clear_pending", ids=ids))


def _check(events: Iterable[Event], families: Sequence[str]) -> None:
    for event in events:
        if type_family(event.type) not in families:
            raise ValueError(f"event {event.id} is of type {event.type}, which is not of {', '.join(families)}")
        if not event.claim_ids:
            raise ValueError(f"event {event.id} has no claims")


def _forget(transaction: Transaction, ids: list[str]) -> None:
    _forget_conflicts(transaction, ids)
    _run(transaction, "forget_events", ids=ids)
    changed(transaction)


def _forget_conflicts(transaction: Transaction, ids: list[str]) -> None:
    old = [Event.model_validate_json(row["record"]) for row in _run(transaction, "records", ids=ids)]
    rows = [row for event in old for row in event_rows(event)["conflicts"]]
    _run(transaction, "forget_conflicts", rows=rows)
    _run(transaction, "forget_empty_conflicts", rows=rows)


def _write(transaction: Transaction, events: Sequence[Event], there: Iterable[str]) -> None:
    old = sorted({event.id for event in events}.intersection(there))
    if old:
        _forget_conflicts(transaction, old)
        _run(transaction, "forget_links", ids=old)
        _run(transaction, "forget_tells", ids=old)
    claims = [claim for event in events for claim in event.claim_ids]
    publishers = {row["id"]: row["publishers"] for row in _run(transaction, "publishers", claims=claims)}
    rows = joined(event_rows(event, _publishers(event, publishers)) for event in events)
    _run(transaction, "move_claims", claims=claims)
    for name in WRITE:
        _run(transaction, name, rows=rows[name])
    changed(transaction)


def _publishers(event: Event, of_claims: Mapping[str, Sequence[str]]) -> list[str]:
    return sorted({publisher for claim in event.claim_ids for publisher in of_claims.get(claim, ())})


def _clear(transaction: Transaction, families: list[str]) -> None:
    _run(transaction, "resolved", families=families)
    transaction.run(compose("write_events", "done"))


def _run(transaction: Transaction, name: str, **parameters: Sequence[object]) -> list[Row]:
    if not all(parameters.values()):
        return []
    return transaction.run(compose("write_events", name), **parameters)
