"""From days to a `When`: prepositions and “about” widen, open or mark the days."""

from datetime import date

from graph.when import Anchor, Basis, When
from loaders.records import TimeMention
from loaders.times.anchors import Anchors
from loaders.times.days import Days, moved, step
from loaders.times.forms import Form, Length, Moved, Named, Part, Said, Turn

Ends = tuple[date | None, date | None]
BASES: tuple[Basis, ...] = ("relative to event", "narrative", "relative to publication")
"""If several anchors were used, the first of these is told."""


def when_of(mention: TimeMention, said: Said, days: Days, anchors: Anchors) -> When | None:
    """The days as the chronology keeps them; None if they are only a guess."""
    if days.guessed:
        return None
    first, last = _ends(said, days, anchors)
    if (first is None and last is None) or (first and last and first > last):
        first, last = days.first, days.last
    basis: Basis = next((one for one in BASES if one in anchors.used), "explicit")
    return When(
        first=first,
        last=last,
        grain=days.grain,
        approximate=said.about and not isinstance(said.form, Part),  # “around 10:30 p.m.” is sure of the day
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


def _ends(said: Said, days: Days, anchors: Anchors) -> Ends:
    """First and last day: “since June” reaches to publication, “by Friday” from it, “over 70 years ago” is open."""
    first = None if days.open_first else days.first
    last = None if days.open_last else days.last
    if isinstance(said.form, Moved) and said.bound and said.form.base == "publication":
        return _counted(said, first, last, anchors)
    now = anchors.published
    if now and _is_this_week(said.form) and days.first <= now <= days.last:
        first, last = (now, last) if said.direction == "future" else (first, now)
    if isinstance(said.form, Length):
        return first, last
    return _with_preposition(said, first, last, anchors)


def _is_this_week(form: Form) -> bool:
    return isinstance(form, Turn) and form.which == "this" and form.unit == "week"


def _counted(said: Said, first: date | None, last: date | None, anchors: Anchors) -> Ends:
    """“Over 70 years ago” is until then, “less than a year ago” from then until publication."""
    form, now = said.form, anchors.published
    if not isinstance(form, Moved) or form.amount is None or now is None:
        return first, last
    if said.bound == "over":
        return (None, last) if form.sign < 0 else (first, None)
    there = step(now, form.sign * form.amount, form.unit)
    return min(there, now), max(there, now)


def _with_preposition(said: Said, first: date | None, last: date | None, anchors: Anchors) -> Ends:
    now = None if anchors.narrative else anchors.published
    match said.relation:
        case "since" | "after":
            return first, now if now and first and first <= now else None
        case "by" | "until":
            ahead = now is not None and last is not None and last >= now and said.direction != "past"
            return now if ahead else None, last
        case "before" if first:
            return None, moved(first, -1)
    return first, last


def within(said: Said, anchors: Anchors) -> Days | None:
    """“Within 48 hours” from publication on, unless it is told as past."""
    form, now = said.form, anchors.published
    if not isinstance(form, Length) or form.which or said.relation != "within" or now is None:
        return None
    if said.direction == "past" or anchors.narrative or form.amount is None:
        return None
    anchors.used.add("relative to publication")
    return Days(now, step(now, form.amount, form.unit), "day")


def is_dated(form: Form) -> bool:
    """Whether the words name the year."""
    return dated(form) is not None


def dated(form: Form) -> Named | None:
    """What names the year in it: the “1998” of “mid-1998”."""
    of = getattr(form, "of", None) or getattr(form, "last", None)
    if isinstance(of, Form):
        return dated(of)
    years = isinstance(form, Named) and (form.year, form.decade, form.century, form.millennium) != (None,) * 4
    return form if years and isinstance(form, Named) else None
