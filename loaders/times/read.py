"""Resolving mentions in the order of the text."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from graph.model import Block, Problem
from graph.record import Record, Span
from graph.when import When
from loaders.records import ReadTime, TimeMention
from loaders.times.anchors import Anchors
from loaders.times.bounds import is_dated, when_of, within
from loaders.times.days import Days, OffCalendarError, is_day
from loaders.times.doubts import doubts, impossible, other_calendar
from loaders.times.forms import Between, Foreign, Length, Named, Said, Vague
from loaders.times.places import Place, embedded, places_of, within_one_of
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
    """Days that do not exist, other calendars, dates that what stands around them speaks against."""


def said(mention: TimeMention) -> Said:
    """The unresolved form of a mention that `find_times` found.

    Raises: TypeError for a mention from elsewhere.
    """
    if not isinstance(mention.form, Said):
        raise TypeError(f"“{mention.text}” was not found by find_times")
    return mention.form


def document_kind(mentions: Sequence[TimeMention]) -> DocumentKind:
    """A history names years and full dates and hardly a weekday; everything else is a report."""
    forms = [said(mention).form for mention in mentions]
    dated = sum(is_dated(form) * (2 if isinstance(form, Between) else 1) for form in forms)
    counted = sum(mention.deictic for mention in mentions)
    return "narrative" if dated > LEAST_DATED and dated > SHARE * counted else "report"


def read_times(
    document: str, text: str, mentions: Sequence[TimeMention], blocks: Sequence[Block], published: When | None
) -> TimesRead:
    """Every mention with its days and TIMEX3 value, and what is odd about them.

    If only some days are known that publication lies in, each time is as wide as all of them allow.
    """
    kind = document_kind(mentions)
    places = places_of(text, mentions, blocks)
    known = sorted({day for day in (published.first, published.last) if day}) if published else []
    days: list[date | None] = [*known] or [None]
    read = [_read_from(document, mentions, places, embedded(blocks), kind, day) for day in days]
    times, problems = read[-1]
    if len(read) > 1:
        times = [_hull(one, other) for one, other in zip(read[0][0], times, strict=True)]
    return TimesRead(times=tuple(times), kind=kind, problems=tuple(problems))


def resolve_times(
    text: str, mentions: Sequence[TimeMention], blocks: Sequence[Block], published: When | None
) -> tuple[ReadTime, ...]:
    """The times of `read_times` alone."""
    return read_times("", text, mentions, blocks, published).times


def _read_from(
    document: str,
    mentions: Sequence[TimeMention],
    places: Sequence[Place],
    embeds: Sequence[Span],
    kind: DocumentKind,
    published: date | None,
) -> tuple[list[ReadTime], list[Problem]]:
    anchors = Anchors(published, narrative=kind == "narrative")
    dates = _dates_of(embeds, mentions)
    times: list[ReadTime] = []
    problems: list[Problem] = []
    for mention, place in zip(mentions, places, strict=True):
        embed = within_one_of(embeds, mention.span)
        anchors.published = dates.get(embed.start, published) if embed else published
        times.append(_read(document, mention, place, anchors, problems))
    return times, problems


def _dates_of(embeds: Sequence[Span], mentions: Sequence[TimeMention]) -> dict[int, date]:
    """Start of a tweet → its last full date, which is the day it was written on."""
    found = {}
    for mention in mentions:
        form, embed = said(mention).form, within_one_of(embeds, mention.span)
        if embed and isinstance(form, Named) and form.year and form.day and is_day(form.year, form.month, form.day):
            found[embed.start] = date(form.year, form.month or 1, form.day)
    return found


def _read(document: str, mention: TimeMention, place: Place, anchors: Anchors, problems: list[Problem]) -> ReadTime:
    words = said(mention)
    anchors.used.clear()
    if isinstance(words.form, Foreign):
        problems.append(other_calendar(document, mention))
        return ReadTime(mention=mention, when=None, value="")
    ancient = anchors.ancient.value(words.form)
    if ancient:
        return ReadTime(mention=mention, when=None, value=ancient)
    try:
        days = days_of(words.form, anchors, words.direction)
    except OffCalendarError as error:
        problems.append(impossible(document, mention, error))
        return ReadTime(mention=mention, when=None, value="")
    value = value_of_form(words.form, days, history=anchors.narrative)
    days = days or within(words, anchors)
    when = when_of(mention, words, days, anchors) if days else None
    if days and when:
        problems.extend(doubts(document, mention, words, when, anchors))
        _tell(words, days, anchors, place, mention.span)
    return ReadTime(mention=mention, when=when, value=value)


def _tell(words: Said, days: Days, anchors: Anchors, place: Place, span: Span) -> None:
    """What comes after may be counted from these days."""
    if isinstance(words.form, Vague | Length) or days.open_first or days.open_last:
        return
    anchors.event, anchors.event_span = days, span
    anchors.day = days if days.grain == "day" else anchors.day
    dated = is_dated(words.form)
    if place == "heading":
        if dated:
            anchors.clock.head(days)
        return
    # “Since 1955” looks back, “the conference of 1954” only tells which one.
    weak = words.relation == "since" or (days.grain == "year" and words.of_a_thing)
    loose = words.of_a_thing and words.relation is None and days.grain == "month"
    named = isinstance(words.form, Named)
    anchors.clock.tell(days, dated=dated, named=named, weak=weak if dated else loose, opens=place == "opening")


def _hull(one: ReadTime, other: ReadTime) -> ReadTime:
    """A time as wide as both readings; without a value where they differ."""
    if one.when is None or other.when is None:
        return other if one.when == other.when else other.model_copy(update={"when": None})
    firsts, lasts = (one.when.first, other.when.first), (one.when.last, other.when.last)
    wide = {
        "first": min(day for day in firsts if day) if all(firsts) else None,
        "last": max(day for day in lasts if day) if all(lasts) else None,
    }
    if wide["first"] is None and wide["last"] is None:
        return other.model_copy(update={"when": None})
    value = other.value if one.value == other.value else ""
    return other.model_copy(update={"when": other.when.model_copy(update=wide), "value": value})
