"""What is odd about a time: it keeps its value and gets a problem that the page shows."""

from collections.abc import Iterator

from graph.model import Problem
from graph.when import When, edtf
from loaders.records import TimeMention
from loaders.times.anchors import Anchors
from loaders.times.days import OffCalendarError
from loaders.times.forms import Named, Said

SHORTLY = 31
"""Days that “earlier on …” may reach back from what was told just before."""


def impossible(document: str, mention: TimeMention, error: OffCalendarError) -> Problem:
    """A day that does not exist."""
    return Problem(
        document=document,
        span=mention.span,
        code="impossible-date",
        found=f"“{mention.text}” is no day of the calendar: {error}.",
        assumed="It is left without a date.",
    )


def other_calendar(document: str, mention: TimeMention) -> Problem:
    """A date of a calendar that is not ours."""
    return Problem(
        document=document,
        span=mention.span,
        code="other-calendar",
        found=f"“{mention.text}” counts by another calendar than the Gregorian.",
        assumed="It is left without a date.",
    )


def doubts(document: str, mention: TimeMention, words: Said, when: When, anchors: Anchors) -> Iterator[Problem]:
    """What stands around a date speaks against it."""
    now = anchors.published
    explicit = isinstance(words.form, Named) and words.form.year is not None and not words.of_a_thing
    if explicit and words.direction == "past" and now and when.first and when.first > now:
        yield Problem(
            document=document,
            span=mention.span,
            code="past-after-publication",
            found=f"“{mention.text}” is told as past, but lies after the publication on {now.isoformat()}.",
            assumed="The date is kept as written.",
        )
    told = anchors.day
    if words.just_earlier and told and when.last and when.is_closed and (told.first - when.last).days > SHORTLY:
        yield Problem(
            document=document,
            span=mention.span,
            code="long-before-what-it-precedes",
            found=(
                f"“Earlier on {mention.text}” follows what is told of {told.first.isoformat()}, "
                f"but {edtf(when)} lies {(told.first - when.last).days} days before it."
            ),
            assumed="The date is kept as written; it may be a slip for a later one.",
        )
