"""How the tests of times read a text."""

from datetime import date

from graph.model import Block
from graph.record import Span
from graph.when import When, edtf
from loaders.times import TimesRead, find_times, read_times

FRIDAY = "2024-10-25"
"""The day the texts of these tests were published on, unless they say otherwise."""


def day(text: str) -> When:
    """One day, or a run of days with a slash, as it is given for a document."""
    first, _, last = text.partition("/")
    return When(
        first=date.fromisoformat(first), last=date.fromisoformat(last or first), grain="day", basis="given", text=""
    )


def read(text: str, published: str | None = FRIDAY, *, blocks: tuple[Block, ...] = ()) -> TimesRead:
    """All times of a text."""
    found = find_times(text, [Span(start=0, end=len(text))])
    return read_times("d1", text, found, blocks, day(published) if published else None)


def told(text: str, published: str | None = FRIDAY) -> list[tuple[str, str, str | None]]:
    """Words, TIMEX3 value and EDTF of every time in a text."""
    times = read(text, published).times
    return [(one.mention.text, one.value, edtf(one.when) if one.when else None) for one in times]


def days(text: str, published: str | None = FRIDAY) -> list[str | None]:
    """EDTF of every time in a text."""
    return [edtf_ for _, _, edtf_ in told(text, published)]
