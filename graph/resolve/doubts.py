"""Dates that the rest of the store speaks against. A doubted date keeps its value; a `Problem` of its event says why.

What was decided, and what was left out: docs/decisions/0016-doubt-from-the-store.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.chronology import has_own_date, written_date
from graph.event import Conflict, SourcedClaim
from graph.model import Problem
from graph.ontology import REPLIES
from graph.record import Span
from graph.resolve.conflicts import Crossing, dated
from graph.resolve.gather import Gathering
from graph.resolve.sources import count_sources
from graph.resolve.telling import Telling
from graph.when import When

GAP = timedelta(days=45)
"""How long before everybody else a reply must be dated: news answers news, within days."""
HISTORY = timedelta(days=366)
"""How long before it was told a deed may lie to be more than history."""
BURST = timedelta(days=7)
"""Reports of these last days before a matter comes up may be part of its coming up."""
MENTIONS, TWO = 3, 2
"""Other documents that must name a matter; publishers and reports that must speak against a date."""
KEPT = "The date is kept as it is written."


@dataclass
class Passage:
    """One sentence of the store: who is named together in it, by the keys of `Party`."""

    document: str
    publisher: str
    published: date | None
    day: date
    """The first day that it tells of or was published on; the first of the calendar if neither is known."""
    keys: set[str] = field(default_factory=set)


class Press:
    """Who is named together with whom, by day: what all claims of a store say about a matter."""

    def __init__(self, claims: Iterable[SourcedClaim]) -> None:
        self._passages: dict[tuple[str, Span], Passage] = {}
        self._names: dict[str, str] = {}
        for sourced in claims:
            self._take(Telling(sourced))
        self._named: defaultdict[str, list[Passage]] = defaultdict(list)
        for passage in sorted(self._passages.values(), key=lambda one: (one.day, one.document)):
            for key in passage.keys:
                self._named[key].append(passage)

    def _take(self, telling: Telling) -> None:
        claim, copy = telling.claim, telling.sourced.copy_
        published = _day(copy.published)
        days = [day for day in (_day(telling.days), published) if day]
        new = Passage(claim.document, copy.publisher or copy.uri, published, min(days, default=date.min))
        passage = self._passages.setdefault((claim.document, claim.sentence), new)
        passage.day = min(passage.day, new.day)
        passage.keys.update(party.key for party in telling.parties)
        for one in claim.participants:
            if one.actor:
                self._names[one.actor] = min(self._names.get(one.actor, one.name), one.name)

    def together(self, keys: Iterable[str], *, beside: str) -> list[Passage]:
        """The passages that name all of these, but those of one document, by day."""
        wanted = set(keys)
        rarest = min((self._named[key] for key in sorted(wanted)), key=len)
        return [one for one in rarest if one.document != beside and wanted <= one.keys]

    def sentence(self, telling: Telling) -> set[str]:
        """Everybody who is named in the sentence of a claim."""
        return self._passages[telling.claim.document, telling.claim.sentence].keys

    def name(self, key: str) -> str:
        """A name for somebody as a reader knows it."""
        return self._names.get(key) or key.partition(":")[2] or key


def doubts(
    gatherings: Iterable[Gathering],
    crossing: Iterable[Crossing],
    known: dict[str, str],
    press: Press,
) -> dict[int, tuple[Problem, ...]]:
    """Number of the gathering → what is odd about its date, by document, place in the text and code."""
    found: defaultdict[int, set[Problem]] = defaultdict(set)
    for one, other, conflict in crossing:
        for weak, strong in ((one, other), (other, one)):
            found[weak.number].update(others_date_it_otherwise(weak, strong, conflict, known))
    for gathering in gatherings:
        found[gathering.number].update(before_anybody_mentions_it(gathering, press))
    return {number: tuple(sorted(problems, key=_order)) for number, problems in found.items() if problems}


def others_date_it_otherwise(
    weak: Gathering, strong: Gathering, conflict: Conflict, known: dict[str, str]
) -> Iterator[Problem]:
    """One source dates to all appearance the same happening otherwise than two or more who agree."""
    telling = _written(weak)
    agree = [one.sourced for one in strong.members if one.is_narrow and has_own_date(one.claim)]
    number = count_sources(agree, known)
    alone = _is_of_one_text(weak) and count_sources((one.sourced for one in weak.members), known) == 1
    if telling and alone and number >= TWO and len({one.claim.document for one in agree}) >= TWO:
        why = f"{conflict.reason} {number} sources give the one date, one gives the other."
        yield _problem(telling, "others-date-it-otherwise", why)


def before_anybody_mentions_it(gathering: Gathering, press: Press) -> Iterator[Problem]:
    """A reply comes after what it replies to: not weeks before anybody else names the matter.

    Silence speaks only if others wrote about the same two meanwhile, and if the reply was told late itself.
    """
    telling = _written(gathering)
    told = _day(telling.sourced.copy_.published) if telling else None
    last = telling.days.last if telling and telling.days else None
    if telling is None or told is None or last is None or telling.claim.type not in REPLIES:
        return
    if not _is_of_one_text(gathering) or not GAP <= told - last <= HISTORY:
        return
    pair = [party.key for party in telling.parties if party.is_named][:TWO]
    matter = _first_named(telling, pair, press) if len(pair) == TWO else None
    if matter is None or matter[1][0].day - last < GAP:
        return
    third, others = matter
    between = [
        one
        for one in press.together(pair, beside=telling.claim.document)
        if one.published and last < one.published < others[0].day - BURST
    ]
    if _are_several(others, MENTIONS) and _are_several(between, TWO):
        yield _problem(telling, "before-anybody-mentions-it", _silence(telling, [*pair, third], others, between, press))


def _first_named(telling: Telling, pair: Sequence[str], press: Press) -> tuple[str, list[Passage]] | None:
    """Of what else the sentence names, that which others first name with the two, and where they do."""
    thirds = sorted(press.sentence(telling).difference(pair))
    named = [(third, press.together([*pair, third], beside=telling.claim.document)) for third in thirds]
    return min((one for one in named if one[1]), key=lambda one: (one[1][0].day, one[0]), default=None)


def _silence(
    telling: Telling, keys: Sequence[str], others: Sequence[Passage], between: Sequence[Passage], press: Press
) -> str:
    one, other, third = (press.name(key) for key in keys)
    first = min(others, key=lambda passage: passage.day).day
    day = written_date(When(first=first, last=first, grain="day", basis="explicit", text=""))
    words = f"“{telling.claim.when.text}” puts this on" if telling.claim.when else ""
    return (
        f"{words} {written_date(telling.days)}, but {_documents(others)} other documents name {one}, {other} and "
        f"{third} together and none before {day}, though {_documents(between)} tell of {one} and {other} meanwhile."
    )


def _are_several(passages: Sequence[Passage], documents: int) -> bool:
    """Whether they are of so many documents and of two publishers at least."""
    return _documents(passages) >= documents and len({one.publisher for one in passages}) >= TWO


def _documents(passages: Iterable[Passage]) -> int:
    return len({one.document for one in passages})


def _is_of_one_text(gathering: Gathering) -> bool:
    return len({one.claim.document for one in gathering.members}) == 1


def _written(gathering: Gathering) -> Telling | None:
    """The first claim that gives the event exact days of its own in words that a problem can point at."""
    telling = dated(gathering)
    return telling if telling and telling.claim.when and telling.claim.when.span else None


def _day(when: When | None) -> date | None:
    return (when.first or when.last) if when else None


def _problem(telling: Telling, code: str, found: str) -> Problem:
    when = telling.claim.when
    return Problem(
        document=telling.claim.document, span=when.span if when else None, code=code, found=found, assumed=KEPT
    )


def _order(problem: Problem) -> tuple[str, int, str, str]:
    return problem.document, problem.span.start if problem.span else -1, problem.code, problem.found
