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
from loaders.times.forms import Length, Moved, Named, Said, Turn, Vague
from loaders.times.resolve import days_of
from loaders.times.values import value_of_form

DocumentKind = Literal["report", "narrative"]


LEAST_DATED, SHARE = 5, 10
"""Years and full dates that make a history, and how many there are for each weekday or “last week”."""


class TimesRead(Record):
    """All times of one document."""

    times: tuple[ReadTime, ...]
    """In the order of the mentions."""
    kind: DocumentKind
    """Whether dates are counted from publication or from what was told before."""
    problems: tuple[Problem, ...]


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
    times = tuple(_read(document, mention, anchors, problems) for mention in mentions)
    return TimesRead(times=times, kind=kind, problems=tuple(problems))


def resolve_times(
    text: str, mentions: Sequence[TimeMention], blocks: Sequence[Block], published: When | None
) -> tuple[ReadTime, ...]:
    """The times of `read_times` alone."""
    return read_times("", text, mentions, blocks, published).times


def _read(document: str, mention: TimeMention, anchors: Anchors, problems: list[Problem]) -> ReadTime:
    said = cast("Said", mention.form)
    anchors.used.clear()
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
