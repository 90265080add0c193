"""Resolving mentions in the order of the text."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from graph.model import Block, Problem
from graph.record import Record, Span
from graph.when import When
from loaders.records import ReadTime, TimeMention
from loaders.times.anchors import CENTURY, Anchors
from loaders.times.ancient import is_reckoned, written
from loaders.times.beside import said_again
from loaders.times.bounds import dated, is_dated, when_of, within
from loaders.times.days import Days, OffCalendarError, is_day
from loaders.times.doubts import doubts, impossible, other_calendar
from loaders.times.forms import Between, Foreign, Moved, Named, Said, is_of_any
from loaders.times.places import Place, embedded, places_of, within_one_of
from loaders.times.resolve import days_of
from loaders.times.telling import tell
from loaders.times.values import value_of_form

DocumentKind = Literal["report", "narrative"]
LEAST_DATED, SHARE, LONG_AGO, NEARLY_ALL = 5, 10, 3, 0.8
MANY, SHARE_LONG_AGO = 20, 5
ASIDE = frozenset({"since", "as of"})
"""Years and full dates that make a history, how many there are for each weekday or “last week”; and how many years
before publication how much lies that a shorter one tells."""


class TimesRead(Record):
    """All times of one document."""

    times: tuple[ReadTime, ...]
    """In the order of the mentions; a report leaves out those of no day at all (“a night attack”)."""
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


def document_kind(mentions: Sequence[TimeMention], published: date | None = None) -> DocumentKind:
    """A history names years and full dates and hardly a weekday; everything else is a report.

    A few dates will do if nearly all are long past when it is published, and nothing but “today” is counted from then.
    """
    forms = [said(mention).form for mention in mentions]
    years = sum(is_dated(form) * (2 if isinstance(form, Between) else 1) for form in forms)
    counted = sum(mention.deictic for mention in mentions)
    today = sum(isinstance(form, Moved) and form.base == "publication" and form.amount == 0 for form in forms)
    named = [form for one in forms if (form := dated(one))]
    few = counted <= today or (years >= MANY and SHARE_LONG_AGO * (counted - today) <= years)
    if few and published and _is_long_past(named, published):
        return "narrative"
    return "narrative" if years > LEAST_DATED and years > SHARE * counted else "report"


def _is_long_past(forms: Sequence[Named], published: date) -> bool:
    """Whether nearly all years lie long before publication, and a month or season of one is named, or many years."""
    past = [form for form in forms if form.before_christ or CENTURY <= (form.year or 0) < published.year - LONG_AGO]
    years = sum(form.year is not None for form in forms)
    seasons = any(form.month or form.season for form in past)
    return (seasons or len(past) > LEAST_DATED) and len(past) >= NEARLY_ALL * years


def read_times(
    document: str, text: str, mentions: Sequence[TimeMention], blocks: Sequence[Block], published: When | None
) -> TimesRead:
    """Every mention with its days and TIMEX3 value, and what is odd about them.

    If only some days are known that publication lies in, each time is as wide as all of them allow.
    """
    kind = document_kind(mentions, published.first if published else None)
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
    anchors.clock.ahead = _first_year(mentions) if anchors.narrative else None
    dates = _dates_of(embeds, mentions)
    times: list[ReadTime] = []
    problems: list[Problem] = []
    again = said_again(mentions)
    for mention, place in zip(mentions, places, strict=True):
        if kind == "report" and is_of_any(said(mention).form):
            continue
        embed = within_one_of(embeds, mention.span)
        anchors.published = dates.get(embed.start, published) if embed else published
        words = said(mention)
        if mention.span in again:
            words = words.model_copy(update={"form": again[mention.span]})
        times.append(_read(document, mention, words, place, anchors, problems))
    return times, problems


def _dates_of(embeds: Sequence[Span], mentions: Sequence[TimeMention]) -> dict[int, date]:
    """Start of a tweet → its last full date, which is the day it was written on."""
    found = {}
    for mention in mentions:
        form, embed = said(mention).form, within_one_of(embeds, mention.span)
        if embed and isinstance(form, Named) and form.year and form.day and is_day(form.year, form.month, form.day):
            found[embed.start] = date(form.year, form.month or 1, form.day)
    return found


def _stand(words: Said, place: Place, anchors: Anchors) -> None:
    """Stand where a mention stands: in a new sentence, paragraph or section, beside another date."""
    anchors.used.clear()
    anchors.looks_back = words.relation in ASIDE or (words.pluperfect and not words.of_a_thing)
    anchors.clock.opens = place.kind == "opening"
    if place.kind == "opening":
        anchors.forget_old_days()
    if place.new_sentence:
        anchors.clock.sentence = anchors.dated = None
        anchors.led = False
        if anchors.story is not None:
            anchors.event, anchors.event_span = anchors.story
            anchors.story = None
    beside = words.beside is not None and words.beside == anchors.event_span
    if beside and anchors.event and anchors.event.grain == "year":
        anchors.clock.sentence = anchors.event
    if place.new_section:
        anchors.clock.under = False


def _read(
    document: str, mention: TimeMention, words: Said, place: Place, anchors: Anchors, problems: list[Problem]
) -> ReadTime:
    _stand(words, place, anchors)
    if isinstance(words.form, Foreign):
        problems.append(other_calendar(document, mention))
        return ReadTime(mention=mention, when=None, value="")
    try:
        days = _days(words, anchors)
    except OffCalendarError as error:
        problems.append(impossible(document, mention, error))
        return ReadTime(mention=mention, when=None, value="")
    value = value_of_form(words.form, days, history=anchors.narrative)
    if days and is_reckoned(days):
        tell(words, days, anchors, place, mention.span)
        return ReadTime(mention=mention, when=None, value=written(value))
    days = days or within(words, anchors)
    when = when_of(mention, words, days, anchors) if days else None
    if days and when:
        problems.extend(doubts(document, mention, words, when, anchors))
        tell(words, days, anchors, place, mention.span)
    return ReadTime(mention=mention, when=when, value=value)


def _days(words: Said, anchors: Anchors) -> Days | None:
    """The days of a mention; those of the date beside it if it only says from what that date may be counted."""
    beside = words.beside is not None and words.beside == anchors.event_span
    if anchors.narrative and beside and getattr(words.form, "of_words", False):
        anchors.used.add("relative to event")
        return anchors.event.but(value=anchors.event.value.partition("T")[0]) if anchors.event else None
    return days_of(words.form, anchors, words.direction)


def _first_year(mentions: Sequence[TimeMention]) -> Days | None:
    """The first year that a history names."""
    for mention in mentions:
        form = said(mention).form
        try:
            days = days_of(form, Anchors(None, narrative=True), None) if is_dated(form) else None
        except OffCalendarError:
            continue
        if days:
            return Days(days.first, days.last, "year")
    return None


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
