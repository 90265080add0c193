"""The one implementation of the contract, over the official Neo4j driver; each method is told in base.py."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from graph.errors import StoreSchemaError
from graph.event import Event, SourcedClaim
from graph.model import Actor, Document, Extraction, Place, Problem
from graph.schema import VERSION
from graph.store import gathering, reading, writing
from graph.store.base import (
    Card,
    CardPage,
    Cell,
    CoActor,
    Counts,
    DocumentDetail,
    EventDetail,
    Facets,
    Filters,
    Order,
    QueryResult,
    StoredCopy,
    WeekCount,
)
from graph.store.compose import compose
from graph.store.connection import Connection
from graph.store.console import Console
from graph.store.dialect import Dialect
from graph.store.paging import OUTLINE_EVENTS, Pages


class BoltStore:
    """A store behind Bolt."""

    def __init__(self, dialect: Dialect, url: str, *, outline_events: int = OUTLINE_EVENTS) -> None:
        self.url = url
        self._connection = Connection(dialect, url)
        self._console = Console(self._connection)
        self._pages = Pages(self._connection, outline_events)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────────────
    def prepare(self) -> None:
        self._connection.declare()
        found = self._connection.read(compose("read", "schema"))
        if found and found[0]["version"] != VERSION:
            raise StoreSchemaError(
                f"The store {self.url} is of schema {found[0]['version']}; this Dateline writes schema {VERSION}.",
                hint="Load the documents again into a new store.",
            )
        if not found:
            self._connection.write(lambda transaction: transaction.run(compose("read", "set_schema"), version=VERSION))

    def replace(self, extraction: Extraction) -> None:
        writing.replace(self._connection, [extraction])

    def replace_many(self, extractions: Iterable[Extraction]) -> None:
        writing.replace(self._connection, list(extractions))

    def remove(self, document: str) -> None:
        writing.remove(self._connection, [document])

    def write_events(self, events: Iterable[Event], *, of: Iterable[str]) -> None:
        gathering.write_events(self._connection, events, of)

    def clear_pending(self, documents: Iterable[str]) -> None:
        gathering.clear_pending(self._connection, documents)

    def clear(self) -> None:
        writing.clear(self._connection)

    # ── reading: whole store, for loading and export ─────────────────────────────────────────────────────────
    def counts(self) -> Counts:
        return reading.counts(self._connection)

    def documents(self) -> Iterator[Document]:
        return reading.documents(self._connection)

    def pending(self) -> tuple[str, ...]:
        return reading.pending(self._connection)

    def find_copy(self, uri: str) -> StoredCopy | None:
        return reading.find_copy(self._connection, uri)

    def claims(self) -> Iterator[SourcedClaim]:
        return reading.claims(self._connection)

    def events(self) -> Iterator[Card]:
        return reading.events(self._connection)

    def actors(self) -> Iterator[Actor]:
        return reading.actors(self._connection)

    def places(self) -> Iterator[Place]:
        return reading.places(self._connection)

    def problems(self) -> Iterator[Problem]:
        return reading.problems(self._connection)

    # ── reading: pages ───────────────────────────────────────────────────────────────────────────────────────
    def count(self, filters: Filters) -> int:
        return self._pages.count(filters)

    def weeks(self, filters: Filters) -> tuple[WeekCount, ...]:
        return self._pages.weeks(filters)

    def facets(self, filters: Filters, *, limit: int = 50) -> Facets:
        return self._pages.facets(filters, limit)

    def cards(
        self, filters: Filters, *, after: str | None = None, order: Order = "oldest", limit: int = 25
    ) -> CardPage:
        return self._pages.cards(filters, after, order, limit)

    def event(self, ident: str) -> EventDetail | None:
        return reading.event(self._connection, ident)

    def document(self, ident: str) -> DocumentDetail | None:
        return reading.document(self._connection, ident)

    def actor(self, ident: str) -> Actor | None:
        return reading.actor(self._connection, ident)

    def co_actors(self, ident: str, *, limit: int = 40) -> tuple[CoActor, ...]:
        return reading.co_actors(self._connection, ident, limit)

    # ── the console ──────────────────────────────────────────────────────────────────────────────────────────
    def query(
        self, text: str, parameters: Mapping[str, Cell] | None = None, *, limit: int = 1000, seconds: float = 5.0
    ) -> QueryResult:
        return self._console.query(text, parameters or {}, limit, seconds)
