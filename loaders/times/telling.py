"""What a time that is told leaves for those after it: what they are counted from, and where the story is."""

from graph.record import Span
from loaders.times.anchors import Anchors
from loaders.times.bounds import is_dated
from loaders.times.days import Days
from loaders.times.forms import Form, Length, Moved, Named, Part, Said, Turn, Vague
from loaders.times.narrative import NEXT, Telling
from loaders.times.places import Place


def tell(words: Said, days: Days, anchors: Anchors, place: Place, span: Span) -> None:
    """What comes after may be counted from these days."""
    again = isinstance(words.form, Part) and words.form.zone and words.beside is not None  # “4 a.m. (0200 GMT Sunday)”
    if isinstance(words.form, Vague | Length) or days.open_first or days.open_last or again:
        return
    _tell_event(words, days, anchors, span)
    anchors.day = days if days.grain == "day" and days.first == days.last else anchors.day
    names_year = is_dated(words.form)
    if names_year and (days.grain in {"day", "month"} or (words.leads and days.grain == "year")):
        anchors.dated = days
    if place.kind == "heading":
        if names_year:
            anchors.clock.head(days, goes_on=not place.new_sentence)
        if names_year or days.grain != "day":
            return
    if anchors.narrative and (_is_of_a_speaker(words.form) or getattr(words.form, "of_words", False)):
        return
    loose = days.grain == "year" if names_year else words.relation is None and days.grain == "month"
    anchors.clock.tell(
        days,
        Telling(
            dated=names_year,
            named=_is_named(words.form),
            looks_back=anchors.looks_back or _looks_back(words.form),
            of_a_thing=words.of_a_thing and loose,
            leads=words.leads,
            opens=place.kind == "opening",
        ),
    )


def _tell_event(words: Said, days: Days, anchors: Anchors, span: Span) -> None:
    """“Two years later” is counted from these days, from those told aside only in the same sentence."""
    event = anchors.event
    if anchors.narrative and (words.relation == "since" or _steps_back(words) or _is_far_end(words, days, anchors)):
        return
    before = event is not None and days.last < event.first and days.grain == "year"
    aside = _names_a_thing_of(words, days, anchors) or (anchors.led and before and not words.leads)
    if aside and event is not None:
        anchors.story = anchors.story or (event, anchors.event_span)
    else:
        anchors.story = None
    anchors.led = anchors.led or (words.leads and days.grain == "year" and is_dated(words.form))
    anchors.event, anchors.event_span = days, span


def _is_far_end(words: Said, days: Days, anchors: Anchors) -> bool:
    """“A record that stood until 2005”."""
    at = anchors.clock.at
    ends = words.relation == "until" and days.grain == "year"
    return ends and at is not None and days.first.year - at.last.year > NEXT


def _names_a_thing_of(words: Said, days: Days, anchors: Anchors) -> bool:
    """“In July, the Act of 1862 was passed”, “he broke the pact of 1702”."""
    event, at = anchors.event, anchors.clock.at
    if not anchors.narrative or event is None or at is None or days.grain != "year" or not words.of_a_thing:
        return False
    inside = days.first <= event.first and event.last <= days.last and event.grain != days.grain
    return inside or days.last < at.first


def _steps_back(words: Said) -> bool:
    """“After the fire the year before”: what comes next is not counted from there, unless it begins its sentence."""
    form = words.form
    if isinstance(form, Moved):
        return form.sign < 0 and form.base == "event" and not words.leads
    return isinstance(form, Turn) and form.which == "previous" and not words.leads


def _looks_back(form: Form) -> bool:
    """“Until the previous autumn”."""
    return isinstance(form, Named) and form.which == "previous"


def _is_named(form: Form) -> bool:
    """Whether words name a month or a day: “May”, “early May”, “from May to August”."""
    of = getattr(form, "of", None) or getattr(form, "last", None)
    return _is_named(of) if isinstance(of, Form) else isinstance(form, Named)


def _is_of_a_speaker(form: Form) -> bool:
    """“Next summer” in a history is what somebody said or planned."""
    return isinstance(form, Named) and form.which in {"next", "last", "coming", "past"}
