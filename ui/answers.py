"""What pages ask the store. One open store a process; answers are kept until the store has changed.

Records are frozen, so an answer is shared between sessions as it is and never copied.
"""

import gc
import time
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from threading import Lock

from graph.model import Actor, Document
from graph.record import Record
from graph.store import open_store
from graph.store.base import CardPage, CoActor, Counts, FacetCount, Facets, Filters, Order, Store, WeekCount
from ui.address import View
from ui.settings import settings

CARDS_A_PAGE = 25
VALUES_A_FILTER = 30
MOST_COUNTED = 5000
MOST_DOCUMENTS = 2000
FRESH_SECONDS = 5
"""How long a change in the store may stay unseen."""

_OPENING = Lock()
_OPEN: dict[str, Store] = {}
"""The open store by its URL; one at most, but for tests."""


class Answer(Record):
    """Everything that the chronology shows for one view."""

    count: int
    weeks: tuple[WeekCount, ...]
    facets: Facets
    page: CardPage


def store() -> Store:
    """The store that the settings name, opened once and then shared: its driver serves many threads."""
    asked = settings()
    with _OPENING:
        if asked.store not in _OPEN:
            opened = open_store(asked.store, password=asked.password)
            _OPEN[asked.store] = opened
            opened.prepare()
        return _OPEN[asked.store]


def forget() -> None:
    """Close the store, to be opened anew when it is next asked; what was answered is forgotten."""
    with _OPENING:
        for opened in _OPEN.values():
            opened.close()
        _OPEN.clear()
    for remembered in (
        _counts,
        _weeks,
        _facets,
        _count,
        _page,
        _everybody,
        _event_counts,
        _documents,
        _actor,
        _co_actors,
    ):
        remembered.cache_clear()


def counts() -> Counts:
    """What the store holds, at most `FRESH_SECONDS` old."""
    return _counts(int(time.monotonic() / FRESH_SECONDS))


def answer(view: View) -> Answer:
    """The events of a view with counts for every filter."""
    stamp, filters = counts(), view.filters
    found = Answer(
        count=_count(stamp, filters),
        weeks=_weeks(stamp, filters.model_copy(update={"first": None, "last": None})),
        facets=_facets(stamp, filters),
        page=_page(stamp, view),
    )
    _spare(stamp)
    return found


def everybody() -> tuple[Actor, ...]:
    """All actors by id."""
    return _everybody(counts())


def event_counts() -> tuple[FacetCount, ...]:
    """How many events each actor takes part in, for the `MOST_COUNTED` with most."""
    return _event_counts(counts())


def actors_of(idents: Sequence[str]) -> tuple[Actor, ...]:
    """The actors with these ids, those that are there."""
    found = (_actor(counts(), ident) for ident in idents)
    return tuple(one for one in found if one)


def documents() -> tuple[Document, ...]:
    """The first `MOST_DOCUMENTS` documents by id, without their texts."""
    return _documents(counts())


def co_actors(ident: str) -> tuple[CoActor, ...]:
    """Pairs among the actor and those it shares most events with."""
    return _co_actors(counts(), ident)


@lru_cache(maxsize=1)
def _counts(_moment: int) -> Counts:
    return store().counts()


# The stamp is part of every key: when the store's counts change, all answers are asked for again.
@lru_cache(maxsize=512)
def _count(_stamp: Counts, filters: Filters) -> int:
    return store().count(filters)


@lru_cache(maxsize=128)
def _weeks(_stamp: Counts, filters: Filters) -> tuple[WeekCount, ...]:
    return store().weeks(filters)


@lru_cache(maxsize=128)
def _facets(_stamp: Counts, filters: Filters) -> Facets:
    return store().facets(filters, limit=VALUES_A_FILTER)


@lru_cache(maxsize=128)
def _page(_stamp: Counts, view: View) -> CardPage:
    if not view.before:
        return store().cards(view.filters, after=view.after or None, order=view.order, limit=CARDS_A_PAGE)
    back: Order = "newest" if view.order == "oldest" else "oldest"
    found = store().cards(view.filters, after=view.before, order=back, limit=CARDS_A_PAGE)
    return CardPage(cards=tuple(reversed(found.cards)), more=found.more)


@lru_cache(maxsize=1)
def _spare(_stamp: Counts) -> None:
    """Take everything that is there now out of the garbage collector's sight.

    Streamlit collects over all objects of the process after every run, and nothing is sent meanwhile: 80 ms for what
    the libraries and the store keep in memory. What is frozen still goes when nothing refers to it any more.
    """
    gc.collect()
    gc.freeze()


@lru_cache(maxsize=1)
def _everybody(_stamp: Counts) -> tuple[Actor, ...]:
    return tuple(store().actors())


@lru_cache(maxsize=1)
def _event_counts(_stamp: Counts) -> tuple[FacetCount, ...]:
    return store().facets(Filters(), limit=MOST_COUNTED).actors


@lru_cache(maxsize=1)
def _documents(_stamp: Counts) -> tuple[Document, ...]:
    found = islice(store().documents(), MOST_DOCUMENTS)
    return tuple(document.model_copy(update={"text": ""}) for document in found)


@lru_cache(maxsize=4096)
def _actor(_stamp: Counts, ident: str) -> Actor | None:
    return store().actor(ident)


@lru_cache(maxsize=128)
def _co_actors(_stamp: Counts, ident: str) -> tuple[CoActor, ...]:
    return store().co_actors(ident)
