"""The contract of a store, and its promises. Every promise is a test that runs on both servers.

1. A document is visible whole or not at all.
2. Loading twice is loading once, in any order.
3. An acknowledged write survives kill -9.
4. The console cannot write, read files, reach the network or run for ever.
5. What is read back equals what was written, field by field.

All methods raise `StoreAwayError`, `StoreAccessError` or `StoreFullError` when the server fails them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, Self

from graph.event import Event, SourcedClaim
from graph.model import Actor, Block, Claim, Document, Extraction, Place, Problem, Status
from graph.record import Record

Cell = str | int | float | bool | date | None | tuple["Cell", ...] | Mapping[str, "Cell"]
"""What a query may answer with; nodes come as mappings of their properties."""


class Filters(Record):
    """What part of the chronology is wanted. Several values of one field: any of them; several fields: all of them."""

    actors: tuple[str, ...] = ()
    """Ids."""
    types: tuple[str, ...] = ()
    """Of the ontology; "none" stands for no type."""
    statuses: tuple[Status, ...] = ()
    publishers: tuple[str, ...] = ()
    text: str = ""
    """Words that all stand in one sentence of the event's claims, in any order and case."""
    first: date | None = None
    last: date | None = None
    """Days an event must touch, both included; a bounded event is placed by its bound, never by its open side."""


class WeekCount(Record):
    """How many events are filed under a week."""

    monday: date
    count: int


class FacetCount(Record):
    """How many events a value of a filter would leave, all other filters kept."""

    value: str
    label: str
    count: int


class Facets(Record):
    """Counts for every filter, most frequent first, at most `limit` each."""

    actors: tuple[FacetCount, ...]
    types: tuple[FacetCount, ...]
    statuses: tuple[FacetCount, ...]
    publishers: tuple[FacetCount, ...]


class Card(Record):
    """One event as the chronology shows it."""

    event: Event
    lead: SourcedClaim


class CardPage(Record):
    """A run of cards in chronological (or reverse) order."""

    cards: tuple[Card, ...]
    more: bool
    """Whether another card comes after the last one."""


class EventDetail(Record):
    """An event with all its claims, in the order of `event.claim_ids`."""

    event: Event
    claims: tuple[SourcedClaim, ...]
    opposed: tuple[SourcedClaim, ...]
    """Claims of other events that a conflict of this event names."""
    problems: tuple[Problem, ...] = ()
    """What was odd in the documents of its claims at the words of these claims."""


class DocumentDetail(Record):
    """A document as it was read."""

    document: Document
    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...]
    """In order of the text."""
    events: tuple[tuple[str, str], ...]
    """Claim id → event id, for claims that are resolved."""
    problems: tuple[Problem, ...]


class CoActor(Record):
    """Two actors that take part in the same events."""

    one: str
    other: str
    count: int


class StoredCopy(Record):
    """What `load` must know of a copy to see that it need not be read again."""

    document: str
    """Id."""
    origin: str
    """As in `Copy`."""
    reader: str
    """Of the document."""


class Counts(Record):
    """What the store holds."""

    documents: int
    claims: int
    events: int
    actors: int
    pending: int
    """Documents whose claims are not yet gathered into events."""


@dataclass(frozen=True)
class QueryResult:
    """Answer of the console. No pydantic record: a cell may hold cells, and nothing here is checked."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truncated: bool
    """Whether there were more rows than the limit."""


Order = Literal["oldest", "newest"]


class Store(Protocol):
    """Where claims are kept. `graph.store.open_store(url)` gives one."""

    url: str
    """As the user gave it, without password."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *exc: object) -> None: ...
    def close(self) -> None: ...

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────────────
    def prepare(self) -> None:
        """Make schema and indexes; may be called again. Raises: StoreSchemaError for a store of another schema."""

    def replace(self, extraction: Extraction) -> None:
        """Write one document whole, in one transaction, marked pending; what it had before goes.

        Documents that lose a claim's company that way (their events change) are marked pending with it.
        """

    def replace_many(self, extractions: Iterable[Extraction]) -> None:
        """Write several documents in one transaction: for bulk loads, about twenty at a time."""

    def remove(self, document: str) -> None:
        """Take a document with its claims, sentences and copies away, in one transaction.

        Documents that share an event with it are marked pending, so that its events are made anew.
        """

    def write_events(self, events: Iterable[Event], *, of: Iterable[str]) -> None:
        """Make `events` the events of the claims of type family `of`, clear the mark of documents wholly resolved.

        Events that are already there unchanged are left alone; those of these families not named any more go.
        """

    def clear_pending(self, documents: Iterable[str]) -> None:
        """Say that all claims of these documents are in events."""

    def clear(self) -> None:
        """Take everything away."""

    # ── reading: whole store, for loading and export ─────────────────────────────────────────────────────────
    def counts(self) -> Counts: ...

    def documents(self) -> Iterator[Document]:
        """All documents, by id."""

    def pending(self) -> tuple[str, ...]:
        """Ids of documents whose claims are not yet in events, sorted."""

    def find_copy(self, uri: str) -> StoredCopy | None:
        """The copy at that uri; a uri belongs to one document."""

    def claims(self) -> Iterator[SourcedClaim]:
        """All claims by `SourcedClaim.order`."""

    def events(self) -> Iterator[Card]:
        """All events by sort key, with their lead claims."""

    def actors(self) -> Iterator[Actor]:
        """All actors by id."""

    def places(self) -> Iterator[Place]:
        """All places by id."""

    def problems(self) -> Iterator[Problem]:
        """All problems by document and span."""

    # ── reading: pages ───────────────────────────────────────────────────────────────────────────────────────
    def count(self, filters: Filters) -> int:
        """Number of events that the filters leave."""

    def weeks(self, filters: Filters) -> tuple[WeekCount, ...]:
        """Events a week, by Monday, weeks without events left out; `first` and `last` of the filters are ignored."""

    def facets(self, filters: Filters, *, limit: int = 50) -> Facets: ...

    def cards(
        self, filters: Filters, *, after: str | None = None, order: Order = "oldest", limit: int = 25
    ) -> CardPage:
        """Events in order of sort key, from the first one beyond the key `after`."""

    def event(self, ident: str) -> EventDetail | None:
        """The event with that id, or the one that a claim with that id tells of."""

    def document(self, ident: str) -> DocumentDetail | None: ...

    def actor(self, ident: str) -> Actor | None: ...

    def co_actors(self, ident: str, *, limit: int = 40) -> tuple[CoActor, ...]:
        """Pairs among the actor and those it shares most events with, heaviest first."""

    # ── the console ──────────────────────────────────────────────────────────────────────────────────────────
    def query(
        self, text: str, parameters: Mapping[str, Cell] | None = None, *, limit: int = 1000, seconds: float = 5.0
    ) -> QueryResult:
        """Answer a query that somebody typed. Raises: QueryRefusedError, QueryTimeoutError, QueryError."""
