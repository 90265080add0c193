"""Resolved times as TIMEX3 expressions, for scoring and for export."""

import re

from graph.record import Record, Span
from loaders.records import ReadTime, TimeKind
from loaders.times.forms import Between, Said

PERIOD = re.compile(r"P[\dXT]")
"""A value that says how long: “two days after the vote” and “the first nine months of 2024” are durations."""


class Timex(Record):
    """One TIMEX3 expression."""

    span: Span
    kind: TimeKind
    value: str


def timexes(time: ReadTime) -> tuple[Timex, ...]:
    """The expressions of one time, in order of the text: none without a value, two for a range (its ends)."""
    said, mention = time.mention.form, time.mention
    if not time.value:
        return ()
    if isinstance(said, Said) and isinstance(said.form, Between):
        values = time.value.partition("/")
        ends = zip(said.form.spans, (values[0], values[2]), strict=True)
        return tuple(Timex(span=span, kind=mention.kind, value=value) for span, value in ends)
    kind = "duration" if mention.kind == "date" and PERIOD.match(time.value) else mention.kind
    return (Timex(span=mention.span, kind=kind, value=time.value),)
