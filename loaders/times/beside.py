"""Times that a date beside them says again: “two years later (218 BC)”, “the next day, 7 April 1862”."""

from collections.abc import Sequence
from itertools import pairwise

from graph.record import Span
from loaders.records import TimeMention
from loaders.times.bounds import dated
from loaders.times.forms import TOLD_WORDS, Form, Moved, Named, Part, Said, Turn, Unit, Vague


def said_again(mentions: Sequence[TimeMention]) -> dict[Span, Form]:
    """Where a time stands that is counted from what was told before → what the date behind it makes of it."""
    found = {}
    for one, other in pairwise(mentions):
        words, again = one.form, other.form
        if not isinstance(words, Said) or not isinstance(again, Said) or again.beside != one.span:
            continue
        form = _dated_by(words.form, again.form) if isinstance(again.form, Named) and dated(again.form) else None
        if form is not None:
            found[one.span] = form
    return found


def _dated_by(form: Form, by: Form) -> Form | None:
    """The time with the year, month or day that the date names; None if the one does not fit the other."""
    if not isinstance(by, Named) or by.year is None:
        return None
    if isinstance(form, Part):
        day = _dated_by(form.of, by) if form.of is not None else None
        return form.model_copy(update={"of": day}) if day else None
    if isinstance(form, Named):
        return _of_that_year(form, by) if form.which in TOLD_WORDS else None
    if isinstance(form, Vague):
        return by if form.ref == "same" and form.marked != "never" else None
    unit = _unit(form)
    parts = {"year": ("year",), "month": ("year", "month"), "day": ("year", "month", "day")}.get(unit or "", ())
    if not parts or any(getattr(by, part) is None for part in parts):
        return None
    era = {"before_christ": by.before_christ, "of_our_era": by.of_our_era}
    return Named(**{part: getattr(by, part) for part in parts}, **era)


def _unit(form: Form) -> Unit | None:
    """What is counted from the time told before: “two *years* later”, “the next *day*”."""
    if isinstance(form, Moved) and form.base == "event" and form.of is None and form.amount is not None:
        return form.unit
    return form.unit if isinstance(form, Turn) and form.which in TOLD_WORDS else None


def _of_that_year(form: Named, by: Named) -> Named | None:
    """“The following spring (479 BC)”."""
    if by.season or by.day or (by.month and by.month != form.month):
        return None
    era = {"before_christ": by.before_christ, "of_our_era": by.of_our_era}
    return form.model_copy(update={"year": by.year, "which": None, **era})
