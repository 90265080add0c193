"""Writing documents: whole, in one transaction, with all that depends on what they had before."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from graph.model import Document, Extraction
from graph.nodes import copy_id, document_header
from graph.ontology import type_family
from graph.rows import Rows, extraction_rows, reading_of
from graph.store.compose import compose
from graph.store.connection import Connection, Row, Transaction

CLEARED = 2000
"""Nodes that `clear` takes away in one transaction."""

FORGET = ("quantities", "mentions", "sentences", "copies", "problems", "things")
WRITE = (
    "documents",
    "copies",
    "sentences",
    "problems",
    "places",
    "named_actors",
    "named_places",
    "things",
    "claims",
    "about",
    "quantities",
    "actor_roles",
    "thing_roles",
    "actor_voices",
    "thing_voices",
    "located",
)
"""Order of the statements that write a document: what a row hangs on comes before it."""


def replace(connection: Connection, extractions: Sequence[Extraction]) -> None:
    """Write documents whole, all of them in one transaction.

    Two extractions of one document, or of one address, are written one after the other: the later one stands.
    """
    if len(extractions) > 1 and not _apart(extractions):
        for extraction in extractions:
            replace(connection, [extraction])
        return
    readings = {extraction.document.id: reading_of(extraction) for extraction in extractions}
    if extractions:
        connection.write(lambda transaction: _replace(transaction, extractions, readings))


def remove(connection: Connection, documents: Iterable[str]) -> None:
    """Take documents away with all that is theirs alone."""
    ids = sorted(set(documents))
    connection.write(lambda transaction: _remove(transaction, ids))


def clear(connection: Connection) -> None:
    """Take everything away, a batch a transaction; the schema stays."""
    for kind in ("claims", "events", "sentences", "quantities", "rest"):
        work = partial(_clear_some, statement=compose("write_document", f"clear_{kind}"))
        while connection.write(work):
            pass
    connection.write(changed)


def _clear_some(transaction: Transaction, statement: str) -> int:
    return int(transaction.run(statement, limit=CLEARED)[0]["n"])


def _apart(extractions: Sequence[Extraction]) -> bool:
    ids = [extraction.document.id for extraction in extractions]
    uris = [copy.uri for extraction in extractions for copy in extraction.document.copies]
    return len(set(ids)) == len(ids) and len(set(uris)) == len(uris)


def _replace(transaction: Transaction, extractions: Sequence[Extraction], readings: Mapping[str, str]) -> None:
    known = {row["id"]: row for row in _run(transaction, "known", ids=list(readings))}
    _take_copies(transaction, [extraction.document for extraction in extractions])
    changed = [e for e in extractions if known.get(e.document.id, {}).get("reading") != readings[e.document.id]]
    same = [e.document for e in extractions if e not in changed]
    _run(transaction, "headers", rows=[{"node": document_header(document)} for document in same])
    rows = joined(extraction_rows(extraction, readings[extraction.document.id]) for extraction in changed)
    names = _forget_reading(transaction, [e for e in changed if e.document.id in known], known)
    _write_rows(transaction, rows)
    _forget_names(transaction, names)


def _forget_reading(transaction: Transaction, old: Sequence[Extraction], known: Mapping[str, Row]) -> set[str]:
    """Clear what the documents had before, but for the nodes of claims that stay: they keep their place in events.

    Answers whom the documents named.
    """
    if not old:
        return set()
    documents = [extraction.document for extraction in old]
    moved = [d.id for d in documents if document_header(d)["publishers"] != known[d.id]["publishers"]]
    _run(transaction, "events_of_documents", ids=moved)
    stay = {(claim.id, type_family(claim.type)) for extraction in old for claim in extraction.claims}
    names, events = _forget(transaction, [document.id for document in documents], stay)
    _run(transaction, "pend_neighbours", events=events)
    return names


def _forget(transaction: Transaction, ids: list[str], stay: set[tuple[str, str]]) -> tuple[set[str], list[Row]]:
    """Clear documents. Answers whom they named, and which events lost a claim and are still there."""
    before = _run(transaction, "claims_before", ids=ids)
    gone = sorted(row["id"] for row in before if (row["id"], row["family"]) not in stay)
    events = _run(transaction, "stale_events", claims=gone)
    for what in FORGET:
        _run(transaction, f"forget_{what}", ids=ids)
    names = {row["id"] for row in _run(transaction, "forget_names", ids=ids)}
    _run(transaction, "forget_claims", claims=gone)
    _run(transaction, "forget_empty_events", events=[event["id"] for event in events])
    _run(transaction, "lead_again", events=[event["id"] for event in events])
    changed(transaction)
    return names, events


def changed(transaction: Transaction) -> None:
    """Say that events, or sentences that they are found by, have changed: part of every transaction that does so."""
    transaction.run(compose("write_events", "changed"))


def _remove(transaction: Transaction, ids: list[str]) -> None:
    names, events = _forget(transaction, ids, set())
    _run(transaction, "forget_documents", ids=ids)
    _run(transaction, "pend_neighbours", events=events)
    _forget_names(transaction, names)


def _forget_names(transaction: Transaction, names: set[str]) -> None:
    """Actors and places that no document names any more go; then those that such an actor belonged to."""
    _run(transaction, "forget_unnamed_places", names=sorted(names))
    left = names
    while left:
        found = _run(transaction, "forget_unnamed_actors", names=sorted(left))
        left = {whole for row in found for whole in row["wholes"]}
    _run(transaction, "strip_unnamed_actors", names=sorted(names))


def _take_copies(transaction: Transaction, documents: Sequence[Document]) -> None:
    """Move copies here from documents that held them; one without copies goes.

    A document that loses the copy which anchored its dates gets an empty `reader`: it has to be read again.
    """
    taken = [{"id": copy_id(copy.uri), "document": d.id} for d in documents for copy in d.copies]
    found = _run(transaction, "elsewhere", copies=taken)
    losers = {row["id"]: Document.model_validate_json(row["record"][:-1] + ',"text":""}') for row in found}
    uris = {row["uri"] for row in found}
    _run(transaction, "forget_taken", copies=[copy_id(uri) for uri in sorted(uris)])
    left = [_without(document, uris) for document in losers.values()]
    _run(transaction, "headers", rows=[{"node": document_header(document)} for document in left if document.copies])
    _run(transaction, "events_of_documents", ids=[document.id for document in left])
    empty = sorted(document.id for document in left if not document.copies)
    if empty:
        _remove(transaction, empty)


def _without(document: Document, uris: set[str]) -> Document:
    copies = tuple(copy for copy in document.copies if copy.uri not in uris)
    anchored = copies[:1] == document.copies[:1]
    return document.model_copy(update={"copies": copies, "reader": document.reader if anchored else ""})


def _write_rows(transaction: Transaction, rows: Rows) -> None:
    changed = [row["id"] for row in _run(transaction, "actors", rows=rows.get("actors", []))]
    _run(transaction, "forget_belongs", ids=changed)
    belongs = [row for row in rows.get("belongs", []) if row["start"] in changed]
    _run(transaction, "belongs", rows=belongs)
    for name in WRITE:
        _run(transaction, name, rows=rows.get(name, []))


def joined(all_rows: Iterable[Rows]) -> Rows:
    """Rows of several records, kind by kind, each by id: two writers then lock in one order."""
    together: Rows = {}
    for rows in all_rows:
        for kind, more in rows.items():
            together.setdefault(kind, []).extend(more)
    return together


def _run(transaction: Transaction, name: str, **parameters: Sequence[object]) -> list[Row]:
    """Run a statement of write_document.cypher; one with nothing to do is left out."""
    if not all(parameters.values()):
        return []
    return transaction.run(compose("write_document", name), **parameters)
