"""Resolving mentions in the order of the text."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, cast

from graph.model import Block, Problem
from graph.record import Record
from graph.when import Anchor, Basis, When
from loaders.records import ReadTime, TimeMention
from loaders.times.anchors import Anchors
from loaders.times.days import Days, OffCalendarError
from loaders.times.forms import Between, Edge, Form, Length, Moved, Named, Nth, Part, Said, Turn, Vague
from loaders.times.resolve import days_of
from loaders.times.values import value_of_form

DocumentKind = Literal["report", "narrative"]


LONGEST_HEADING = 90
SENTENCE_ENDS = frozenset(".!?,;:\"”’'")
LEAST_DATED, SHARE = 5, 10
"""Years and full dates that make a history, and how many there are for each weekday or “last week”."""


class TimesRead(Record):
    """All times of one document."""

    times: tuple[ReadTime, ...]
    """In the order of the mentions."""
    kind: DocumentKind
    """Whether dates are counted from publication or from what was told before."""
    problems: tuple[Problem, ...]


Place = Literal["heading", "opening", "inside"]


def places_of(text: str, mentions: Sequence[TimeMention], blocks: Sequence[Block]) -> list[Place]:
    """Where each mention stands: in a heading, as the first of its paragraph, or further inside."""
    headings = [block.span for block in blocks if block.kind in {"heading", "title"}]
    found: list[Place] = []
    before = -1
    for mention in mentions:
        start = mention.span.start
        line = text.rfind("\n", max(0, start - LONGEST_HEADING), start) + 1, text.find("\n", start)
        heading = any(span.holds(mention.span) for span in headings) or _is_heading(text, *line, start)
        opens = before < 0 or "\n" in text[before:start]
        found.append("heading" if heading else "opening" if opens else "inside")
        before = mention.span.end
    return found


def _is_heading(text: str, first: int, last: int, start: int) -> bool:
    last = last if last >= 0 else len(text)
    if start - first > LONGEST_HEADING or last - first > LONGEST_HEADING or (first == 0 and start > LONGEST_HEADING):
        return False
    line = text[first:last].strip()
    return bool(line) and line[-1] not in SENTENCE_ENDS


def is_dated(form: Form) -> bool:
    """Whether the words name the year."""
    if isinstance(form, Between):
        return is_dated(form.last)
    if isinstance(form, Edge | Nth):
        return is_dated(form.of)
    if isinstance(form, Part | Moved):
        return form.of is not None and is_dated(form.of)
    return isinstance(form, Named) and (form.year is not None or form.decade is not None or form.century is not None)


def document_kind(mentions: Sequence[TimeMention]) -> DocumentKind:
    """A history names years and full dates and hardly a weekday; everything else is a report."""
    forms = [cast("Said", mention.form).form for mention in mentions]
    dated = sum(isinstance(form, Named) and form.year is not None for form in forms)
    counted = sum(
        (isinstance(form, Named) and form.weekday is not None and form.year is None)
        or (isinstance(form, Turn) and form.which in {"last", "this", "next"})
        or (isinstance(form, Moved) and form.base == "publication")
        for form in forms
    )
    return "narrative" if dated > LEAST_DATED and dated > SHARE * counted else "report"


def read_times(
    document: str, text: str, mentions: Sequence[TimeMention], blocks: Sequence[Block], published: When | None
) -> TimesRead:
    """Every mention with its days and TIMEX3 value; what is odd about them as problems of the document."""
    kind = document_kind(mentions)
    problems: list[Problem] = []
    day = published.last or published.first if published else None
    anchors = Anchors(day, narrative=kind == "narrative")
    places = places_of(text, mentions, blocks)
    times = tuple(
        _read(document, mention, anchors, problems, place) for mention, place in zip(mentions, places, strict=True)
    )
    return TimesRead(times=times, kind=kind, problems=tuple(problems))


def resolve_times(
    text: str, mentions: Sequence[TimeMention], blocks: Sequence[Block], published: When | None
) -> tuple[ReadTime, ...]:
    """The times of `read_times` alone."""
    return read_times("", text, mentions, blocks, published).times


def _tell(said: Said, days: Days, anchors: Anchors, place: Place) -> None:
    """Move the clock of a history on."""
    dated = is_dated(said.form)
    if place == "heading":
        if dated:
            anchors.clock.head(days)
        return
    # “Since 1955” looks back, “the conference of 1954” only tells which one.
    weak = said.relation == "since" or (days.grain == "year" and said.of_a_thing)
    anchors.clock.tell(
        days,
        dated=dated,
        named=isinstance(said.form, Named),
        weak=weak if dated else said.of_a_thing and said.relation is None and days.grain == "month",
        opens=place == "opening",
    )


def _read(document: str, mention: TimeMention, anchors: Anchors, problems: list[Problem], place: Place) -> ReadTime:
    said = cast("Said", mention.form)
    anchors.used.clear()
    ancient = anchors.ancient.value(said.form)
    if ancient:
        return ReadTime(mention=mention, when=None, value=ancient)
    try:
        days = days_of(said.form, anchors, said.direction)
    except OffCalendarError as error:
        problems.append(
            Problem(
                document=document,
                span=mention.span,
                code="impossible-date",
                found=f"“{mention.text}” is no day of the calendar: {error}.",
                assumed="It is left without a date.",
            )
        )
        return ReadTime(mention=mention, when=None, value="")
    when = _when(mention, said, days, anchors) if days else None
    value = value_of_form(said.form, days, history=anchors.narrative)
    if days and not isinstance(said.form, Vague | Length) and not (days.open_first or days.open_last):
        anchors.event, anchors.event_span = days, mention.span
        _tell(said, days, anchors, place)
    return ReadTime(mention=mention, when=when, value=value)


def _basis(anchors: Anchors) -> Basis:
    order: tuple[Basis, ...] = ("relative to event", "narrative", "relative to publication")
    return next((basis for basis in order if basis in anchors.used), "explicit")


def _when(mention: TimeMention, said: Said, days: Days, anchors: Anchors) -> When | None:
    first, last = _bounds(said, days, anchors)
    if (first is None and last is None) or (first and last and first > last):
        first, last = days.first, days.last
    basis = _basis(anchors)
    return When(
        first=first,
        last=last,
        grain=days.grain,
        approximate=said.about or days.approximate,
        basis=basis,
        text=mention.text,
        span=mention.span,
        anchor=_anchor(basis, anchors),
    )


def _anchor(basis: Basis, anchors: Anchors) -> Anchor | None:
    if basis in {"relative to event", "narrative"} and anchors.event:
        return Anchor(first=anchors.event.first, last=anchors.event.last, span=anchors.event_span)
    if basis == "relative to publication" and anchors.published:
        return Anchor(first=anchors.published, last=anchors.published, span=None)
    return None


def _bounds(said: Said, days: Days, anchors: Anchors) -> tuple[date | None, date | None]:
    """First and last day as the preposition widens them: “since June” reaches to publication, “by Friday” from it."""
    first = None if days.open_first else days.first
    last = None if days.open_last else days.last
    now = anchors.published
    if isinstance(said.form, Moved) and said.bound and said.form.base == "publication":
        back = said.form.sign < 0
        return (None, last) if (said.bound == "over") == back else (first, now if back else None)
    if said.relation in {"since", "after"}:
        return first, (now if now and first and first <= now else None)
    if said.relation in {"by", "until"}:
        ahead = now is not None and last is not None and last >= now and said.direction != "past"
        return (now if ahead and not anchors.narrative else None), last
    if said.relation == "before":
        return None, last
    return first, last
