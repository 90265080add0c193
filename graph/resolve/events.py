"""Events out of gathered claims. Everything in an event is derived, so it can be made anew at any time."""

from collections.abc import Iterable, Sequence
from functools import reduce

from graph.chronology import has_own_date, lead_claim
from graph.event import Conflict, Event, SourcedClaim
from graph.headline import headline
from graph.ids import folded
from graph.model import Participant, PlaceMention, Problem
from graph.resolve.sources import count_sources, status
from graph.when import When, bound_day, intersection, sort_key


def make_event(
    claims: Iterable[SourcedClaim],
    known: dict[str, str],
    conflicts: Iterable[Conflict],
    *,
    fulfils: str | None,
    problems: tuple[Problem, ...] = (),
) -> Event:
    """The event that these claims tell of; its id is that of the first by (published, document, offset)."""
    ordered = sorted(claims, key=lambda sourced: sourced.order)
    lead = lead_claim(ordered)
    told = [lead, *(one for one in ordered if one is not lead)]
    ident = ordered[0].claim.id
    when = common_days(told)
    against = {(one.one, one.other): one for one in conflicts}
    return Event(
        id=ident,
        type=lead.claim.type,
        headline=headline(lead),
        when=when,
        sort_key=sort_key(when, *lead.place, ident),
        participants=_participants(told),
        places=_places(told),
        claim_ids=tuple(one.claim.id for one in told),
        source_count=count_sources(ordered, known),
        claim_count=len(ordered),
        status=status(ordered, known, denied=_is_denied(against.values(), ordered)),
        conflicts=tuple(against[key] for key in sorted(against)),
        confidence=max(one.claim.confidence for one in ordered),
        fulfils=fulfils,
        problems=problems,
    )


def event_id(claims: Iterable[SourcedClaim]) -> str:
    """Id of the first claim by (published, document, offset)."""
    return min(claims, key=lambda sourced: sourced.order).claim.id


def common_days(claims: Sequence[SourcedClaim]) -> When | None:
    """What the claims' own dates have in common; without any, their inherited ones; without those, the first bound.

    The first bound in time: a plan that is told again and again stays where it was told first.
    """
    whens = [one.claim.when for one in claims if one.claim.when]
    own = [one.claim.when for one in claims if one.claim.when and has_own_date(one.claim)]
    for some in (own, [when for when in whens if not when.bounded]):
        if some:
            return reduce(lambda days, when: intersection(days, when) or days, some)
    return min(whens, key=bound_day, default=None)


def _is_denied(conflicts: Iterable[Conflict], claims: Sequence[SourcedClaim]) -> bool:
    """Whether somebody denies what one of these claims asserts."""
    denied = {one.claim.id for one in claims if one.claim.modality != "denied"}
    return any(one.about == "happening" and denied & {one.one, one.other} for one in conflicts)


def _participants(claims: Sequence[SourcedClaim]) -> tuple[Participant, ...]:
    """Everybody in any of the claims, each once in each role, the lead claim's first."""
    found: dict[tuple[str, str], Participant] = {}
    for sourced in claims:
        for one in sourced.claim.participants:
            found.setdefault((one.role, one.actor or folded(one.name)), one)
    return tuple(found.values())


def _places(claims: Sequence[SourcedClaim]) -> tuple[PlaceMention, ...]:
    found: dict[str, PlaceMention] = {}
    for sourced in claims:
        for one in sourced.claim.places:
            found.setdefault(one.place or folded(one.name), one)
    return tuple(found.values())
