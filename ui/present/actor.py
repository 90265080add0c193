"""An actor: names, offices, those it takes part in events with; and the list of all actors."""

from collections.abc import Iterable, Mapping, Sequence

from graph.model import Actor
from graph.record import Record
from graph.store.base import CoActor, FacetCount, Filters
from ui.address import View, chronology
from ui.present.render import render

ROWS = 200
"""Actors that the list shows; the search finds the others."""


class Row(Record):
    """An actor in the list."""

    actor: Actor
    count: int
    events: str
    """Address of its events."""


class Neighbour(Record):
    """Another actor of the same events."""

    ident: str
    name: str
    count: int
    together: str
    """Address of the events of either."""


def actor(found: Actor, events: int, belongs_to: Sequence[Actor]) -> str:
    """Who the actor is; `belongs_to` are those it is part of, `events` how many it takes part in."""
    return render("actor.html", actor=found, count=events, href=_events(found.id), belongs_to=belongs_to)


def neighbours(ident: str, pairs: Iterable[CoActor], names: Mapping[str, str]) -> str:
    """Those the actor shares most events with, as links: what the drawing shows, for every reader."""
    found = [
        Neighbour(ident=other, name=names.get(other, other), count=pair.count, together=_events(ident, other))
        for pair in pairs
        if ident in {pair.one, pair.other}
        for other in {pair.one, pair.other} - {ident}
    ]
    return render("neighbours.html", neighbours=sorted(found, key=lambda one: (-one.count, one.name)))


def listed(actors: Iterable[Actor], counts: Iterable[FacetCount], search: str) -> str:
    """Actors whose names hold all the words, those of most events first."""
    by_id = {count.value: count.count for count in counts}
    words = search.casefold().split()
    found = [
        Row(actor=one, count=by_id.get(one.id, 0), events=_events(one.id))
        for one in actors
        if all(word in " ".join((one.name, *one.aliases)).casefold() for word in words)
    ]
    found.sort(key=lambda row: (-row.count, row.actor.name, row.actor.id))
    return render("actors.html", rows=found[:ROWS], total=len(found))


def _events(*idents: str) -> str:
    return chronology(View(filters=Filters(actors=idents)))
