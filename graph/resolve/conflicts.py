"""Where claims speak against each other. A CONTRADICTS edge is drawn only for what a reader can check in two sentences.

Happening: one denies what the other asserts. Quantity: unit, role and days agree, and no number fits both. Date: type,
who takes part and one shared detail speak for one happening, but the days are disjoint. Bounds by publication neither
agree nor conflict.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from graph.chronology import has_own_date, written_date
from graph.event import Conflict
from graph.model import FACTUAL
from graph.resolve.gather import Gathering
from graph.resolve.numbers import agree_on_days, clashing, share_a_number
from graph.resolve.same import SPOKEN, keeps_apart, near
from graph.resolve.sources import sources
from graph.resolve.telling import Telling, meet
from graph.when import When

Crossing = tuple[Gathering, Gathering, Conflict]
"""Two events and what is between them."""

MOST_CLAIMS = 24
"""Claims of an event that are compared with each other, one of each source first."""
MOST_NEIGHBOURS = 8
"""Later happenings of the same kind and people that a date is compared with."""
MOST_DENIED = 8
"""Events of the same people and deed that a denial is held against, the latest first."""
FARTHEST = 100
"""Days that a wrong date is looked for: a slip of a month or two. Beyond, the thing simply happened again."""
TWO = 2


def within(gathering: Gathering) -> tuple[Conflict, ...]:
    """Denials and numbers inside one event; ordered by claim ids."""
    members = _one_a_source(gathering)
    found = {}
    for one, other in combinations(members, 2):
        conflict = _denial(one, other) or _numbers(one, other)
        if conflict:
            found[conflict.one, conflict.other] = conflict
    return tuple(found[key] for key in sorted(found))


def _one_a_source(gathering: Gathering) -> list[Telling]:
    """The first claim of each source and side of the matter, then more, at most `MOST_CLAIMS`."""
    first: list[Telling] = []
    more: list[Telling] = []
    seen = set()
    for telling in sorted(gathering.members, key=lambda member: member.sourced.order):
        who = (sources(telling.sourced), telling.denies, telling.claim.quantities == ())
        (more if who in seen else first).append(telling)
        seen.add(who)
    return (first + more)[:MOST_CLAIMS]


def _denial(one: Telling, other: Telling) -> Conflict | None:
    if one.denies == other.denies or not {one.claim.modality, other.claim.modality} & FACTUAL:
        return None
    return _denied(one, other) if one.denies else _denied(other, one)


def _denied(denial: Telling, told: Telling) -> Conflict:
    return _conflict(denial, told, "happening", f"{_voice(denial)} denies it, {_voice(told)} says so.")


def _numbers(one: Telling, other: Telling) -> Conflict | None:
    if one.denies or other.denies or not agree_on_days(one, other):
        return None
    pair = clashing(one.claim, other.claim)
    if pair is None or one.claim.document == other.claim.document:
        return None
    days = written_date(one.days)
    words = f"{_voice(one)} says “{pair[0].text}”, {_voice(other)} says “{pair[1].text}”"
    reason = f"{words}; both speak of the same days ({days})."
    return _conflict(one, other, "quantity", reason)


def across(gatherings: Iterable[Gathering]) -> Iterator[Crossing]:
    """Pairs of events that are one happening to all appearance but for the date."""
    kinds: defaultdict[tuple[str, str, str], list[tuple[Gathering, Telling]]] = defaultdict(list)
    for gathering in gatherings:
        telling = dated(gathering)
        if telling:
            for key in _pairs(telling):
                kinds[key].append((gathering, telling))
    seen = set()
    for kind in sorted(kinds):
        for (first, one), (second, other) in _neighbours(kinds[kind]):
            pair = (first.number, second.number)
            detail = "" if pair in seen else _shared_detail(one, other)
            seen.add(pair)
            if detail:
                yield first, second, _dates(one, other, detail)


def denials(gatherings: Iterable[Gathering]) -> Iterator[Crossing]:
    """Denials that stand alone because they fit several events, with each of those: "X sent no soldiers at all"."""
    asserted: defaultdict[tuple[str, str, str], list[tuple[Gathering, Telling]]] = defaultdict(list)
    alone = []
    for gathering in sorted(gatherings, key=lambda one: first_told(one).sourced.order):
        facts = [member for member in gathering.members if member.claim.modality in FACTUAL]
        if facts:
            first = min(facts, key=lambda member: member.sourced.order)
            for key in _pairs(first):
                asserted[key].append((gathering, first))
        elif first_told(gathering).denies:
            alone.append(gathering)
    for gathering in alone:
        denial = first_told(gathering)
        found = {other.number: (other, told) for key in _pairs(denial) for other, told in asserted[key][-MOST_DENIED:]}
        for number in sorted(found):
            other, told = found[number]
            if _covers(denial, told):
                yield gathering, other, _denied(denial, told)


def _covers(denial: Telling, told: Telling) -> bool:
    """Whether all that the denial names stands in the claim, so that it is one of those denied."""
    if keeps_apart(denial, told) or meet(denial.parties, told.parties) < len(denial.parties):
        return False
    return near(denial, told)


def first_told(gathering: Gathering) -> Telling:
    """The claim that came first."""
    return min(gathering.members, key=lambda member: member.sourced.order)


def _pairs(telling: Telling) -> list[tuple[str, str, str]]:
    names = sorted({party.key for party in telling.parties})
    return [(one, other, telling.deed) for one, other in combinations(names, 2)]


def dated(gathering: Gathering) -> Telling | None:
    """The first claim that gives the event exact days of its own, if it is a deed that sources assert."""
    for telling in sorted(gathering.members, key=lambda member: member.sourced.order):
        claim = telling.claim
        exact = telling.is_narrow and has_own_date(claim) and claim.when and not claim.when.approximate
        if exact and claim.modality == "asserted" and claim.type not in SPOKEN:
            return telling
    return None


def _neighbours(
    found: list[tuple[Gathering, Telling]],
) -> Iterator[tuple[tuple[Gathering, Telling], tuple[Gathering, Telling]]]:
    ordered = sorted(found, key=lambda pair: (_first(pair[1].days), pair[1].claim.id))
    for at, earlier in enumerate(ordered):
        for later in ordered[at + 1 : at + 1 + MOST_NEIGHBOURS]:
            if 0 < _first(later[1].days) - _last(earlier[1].days) <= FARTHEST:
                yield earlier, later


def _first(when: When | None) -> int:
    return when.first.toordinal() if when and when.first else 0


def _last(when: When | None) -> int:
    return when.last.toordinal() if when and when.last else 0


def _shared_detail(one: Telling, other: Telling) -> str:
    """What speaks for one happening beside type and people; empty if nothing does, or if one text tells of both."""
    if one.claim.document == other.claim.document or one.claim.type != other.claim.type:
        return ""
    if meet(one.parties, other.parties) < TWO:
        return ""
    if share_a_number(one.claim, other.claim):
        return "the same number"
    if _same_day_of_month(one.days, other.days):
        return "the same day of another month"
    if meet(one.parties, other.parties) > TWO and one.places & other.places:
        return "the same people and place"
    return ""


def _same_day_of_month(one: When | None, other: When | None) -> bool:
    days = [when.first.day for when in (one, other) if when and when.first and when.first == when.last]
    return len(days) == TWO and days[0] == days[1]


def _dates(one: Telling, other: Telling, detail: str) -> Conflict:
    told = [f"{_voice(telling)} puts it on {written_date(telling.days)}" for telling in (one, other)]
    return _conflict(one, other, "date", f"{told[0]}, {told[1]}; {detail} speaks for one happening.")


def _conflict(one: Telling, other: Telling, about: str, reason: str) -> Conflict:
    first, second = sorted((one.claim.id, other.claim.id))
    sentence = reason[:1].upper() + reason[1:]
    return Conflict.model_validate({"one": first, "other": second, "about": about, "reason": sentence})


def _voice(telling: Telling) -> str:
    """Who says it, as a reader would name them: the nearest speakers, with a name or without, else the publisher."""
    said_by = telling.claim.said_by
    nearest = min((speaker.position for speaker in said_by), default=0)
    names = dict.fromkeys(speaker.name for speaker in said_by if speaker.position == nearest)
    return " and ".join(names) or telling.sourced.copy_.publisher or telling.sourced.copy_.uri
