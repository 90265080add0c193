"""Plans and what came of them: two events, joined by FULFILS."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations

from graph.model import FACTUAL
from graph.resolve.gather import Gathering
from graph.resolve.same import keeps_apart
from graph.resolve.telling import Telling, meet

LATEST = 120
"""Days after a plan was told in which what happens may be its fulfilment."""
MOST_PLANS = 16
"""Plans of the same people and deed that one event is compared with, the latest first."""
TWO = 2


def fulfilments(gatherings: Iterable[Gathering]) -> dict[int, int]:
    """Number of the gathering that fulfils → number of the planned one; each event fulfils one plan at most."""
    plans: defaultdict[tuple[str, str, str], list[Gathering]] = defaultdict(list)
    deeds = []
    for gathering in sorted(gatherings, key=lambda one: _first(one).sourced.order):
        first = _first(gathering)
        if first.side == "plan":
            for key in _keys(first):
                plans[key].append(gathering)
        elif first.side == "deed" and any(one.claim.modality in FACTUAL for one in gathering.members):
            deeds.append(gathering)
    found = {}
    for deed in deeds:
        candidates = {plan.number: plan for key in _keys(_first(deed)) for plan in plans[key][-MOST_PLANS:]}
        fits = [(_fit(plan, deed), -number) for number, plan in candidates.items() if _fulfils(plan, deed)]
        if fits:
            found[deed.number] = -max(fits)[1]
    return found


def _first(gathering: Gathering) -> Telling:
    """The claim that came first; of a fulfilment, the first that asserts it."""
    facts = [one for one in gathering.members if one.claim.modality in FACTUAL] or gathering.members
    return min(facts, key=lambda one: one.sourced.order)


def _keys(telling: Telling) -> list[tuple[str, str, str]]:
    names = sorted({party.key for party in telling.parties})
    return [(one, other, telling.deed) for one, other in combinations(names, 2)]


def _fulfils(plan: Gathering, deed: Gathering) -> bool:
    """Whether the same people do the same thing, and not before it was planned."""
    planned, done = _first(plan), _first(deed)
    if planned.claim.type != done.claim.type or meet(planned.parties, done.parties) < TWO or keeps_apart(planned, done):
        return False
    told, happened = _told(planned), _happened(deed, done)
    return told is not None and happened is not None and 0 <= (happened - told).days <= LATEST


def _told(plan: Telling) -> date | None:
    """When the plan was told."""
    published = plan.sourced.copy_.published
    return (published.last or published.first) if published else None


def _happened(deed: Gathering, done: Telling) -> date | None:
    """The last day on which it may have happened."""
    return (deed.days.last or deed.days.first) if deed.days else done.told_on


def _fit(plan: Gathering, deed: Gathering) -> tuple[int, str]:
    """More people in common first, then the plan told last."""
    planned = _first(plan)
    told = _told(planned)
    return meet(planned.parties, _first(deed).parties), told.isoformat() if told else ""
