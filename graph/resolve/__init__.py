"""Claims → events, conflicts, plans and their fulfilment. Pure and deterministic: the order of loading changes nothing.

Rules, and what was decided where they could have been otherwise: docs/decisions/0004-one-happening-or-two.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.event import Conflict, Event, SourcedClaim
from graph.model import Claim
from graph.ontology import type_family
from graph.resolve.conflicts import Crossing, across, denials, within
from graph.resolve.doubts import Press, doubts
from graph.resolve.events import event_id, make_event
from graph.resolve.fulfil import fulfilments
from graph.resolve.gather import Gathering, gather
from graph.resolve.sources import same_names
from graph.resolve.telling import Telling

__all__ = ["Press", "family", "resolve"]


def family(claim: Claim) -> str:
    """The type family, the largest part of the store that is resolved apart; "none" for a claim without type."""
    return type_family(claim.type)


def resolve(claims: Iterable[SourcedClaim], *, press: Press | None = None) -> tuple[Event, ...]:
    """The events that the claims tell of, by sort key; every claim is in exactly one.

    All claims of a family must come together; several families may come at once. `press` is made of all claims of the
    store, which may speak against a date; without it, of these.
    """
    families: defaultdict[str, list[SourcedClaim]] = defaultdict(list)
    for sourced in claims:
        families[family(sourced.claim)].append(sourced)
    said = press or Press(sourced for some in families.values() for sourced in some)
    events = (event for name in sorted(families) for event in _resolve_family(families[name], said))
    return tuple(sorted(events, key=lambda event: event.sort_key))


def _resolve_family(claims: Sequence[SourcedClaim], press: Press) -> Iterable[Event]:
    gatherings = gather(Telling(sourced) for sourced in claims)
    known = same_names(claims)
    crossing = tuple(across(gatherings))
    conflicts = _conflicts(gatherings, crossing)
    fulfils = fulfilments(gatherings)
    doubted = doubts(gatherings, crossing, known, press)
    members = {one.number: [telling.sourced for telling in one.members] for one in gatherings}
    for number, told in members.items():
        plan = event_id(members[fulfils[number]]) if number in fulfils else None
        yield make_event(told, known, conflicts[number], fulfils=plan, problems=doubted.get(number, ()))


def _conflicts(gatherings: Sequence[Gathering], crossing: Iterable[Crossing]) -> dict[int, list[Conflict]]:
    """Number of the gathering → its conflicts, those with other events in both."""
    found = {gathering.number: list(within(gathering)) for gathering in gatherings}
    for pairs in (crossing, denials(gatherings)):
        for one, other, conflict in pairs:
            found[one.number].append(conflict)
            found[other.number].append(conflict)
    return found
