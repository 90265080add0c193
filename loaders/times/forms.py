"""What words of time say before anybody knows when they were written: the unresolved forms."""

from typing import Literal

from graph.record import Record, Span
from loaders.records import TimeKind

Unit = Literal[
    "second", "minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "season", "half", "year",
    "decade", "century", "millennium",
]  # fmt: skip
LONG_UNITS: frozenset[Unit] = frozenset({"year", "decade", "century", "millennium"})
"""“Forty years ago” can be said on any day."""
Which = Literal["last", "past", "previous", "this", "that", "same", "next", "following", "coming", "final", "current"]
"""Last, this, next, coming count from publication; previous, that, same, following from the event told before."""
LAST_WORDS: frozenset[Which] = frozenset({"last", "past", "previous", "final"})
NEXT_WORDS: frozenset[Which] = frozenset({"next", "following", "coming"})
TOLD_WORDS: frozenset[Which] = frozenset({"previous", "that", "same", "following"})
Direction = Literal["past", "future"]
Relation = Literal[
    "since", "until", "by", "before", "after", "from", "within", "during", "between", "for", "not until", "as of"
]


class Form(Record):
    """Base of all forms."""


class Named(Form):
    """A piece of the calendar, as far as the words name it: “Wednesday”, “October 18”, “the spring of 1862”."""

    millennium: int | None = None
    century: int | None = None
    """20 for the twentieth."""
    decade: int | None = None
    """First year; below 100 if the words have two digits."""
    year: int | None = None
    """Below 100 if the words have two digits (“'98”)."""
    half: int | None = None
    quarter: int | None = None
    season: int | None = None
    """EDTF: 21 spring to 24 winter."""
    month: int | None = None
    week: int | None = None
    weekday: int | None = None
    """ISO: 1 is Monday."""
    day: int | None = None
    holiday: str = ""
    """“12-25”, “easter -2”, “11 thu 4”."""
    before_christ: bool = False
    of_our_era: bool = False
    """Whether the words say so: “AD 14” is not 2014."""
    of_any_year: bool = False
    """Whether it tells of no year: “winter clothing”."""
    which: Which | None = None
    of_year: Which | None = None
    """The year, if words count it: “October of last year”."""


class Turn(Form):
    """A unit counted from an anchor: “last week”, “this month”, “that day”, “the following year”."""

    which: Which
    unit: Unit
    of_words: bool = False
    """Whether the words behind it say what it is counted from: “the day after the vote”."""


class Moved(Form):
    """Some way before or after an anchor: “two days ago”, “a week later”, “yesterday”, “the day after the vote”."""

    amount: float | None
    """None if the words are vague (“weeks ago”)."""
    unit: Unit
    sign: Literal[-1, 1]
    base: Literal["publication", "event"]
    """What is counted from, unless `of` says it."""
    of: Form | None = None
    as_finely: bool = False
    """Whether it is as long as what it is counted from: “the year-ago quarter”, “from a year earlier” of a month."""
    exact: bool = False
    """Whether it is the very day: “a year to the day after”."""
    of_words: bool = False
    """Whether the words behind it say from what: “two days after the vote”. Without their date that is no date."""


class Part(Form):
    """A part of a day or a clock time: “Wednesday night”, “10:30 p.m. on Jan. 9”."""

    part: str
    """MO, AF, EV, NI …, or HH:MM[:SS]."""
    zone: str = ""
    """Z or ±HH."""
    of: Form | None = None
    """The day; None if the words leave it to the sentence."""
    of_any_day: bool = False
    """Whether it tells of no day: “by night”, “a night attack”."""
    days: int = 1
    """2 for “the night of January 8 into 9”."""


class Edge(Form):
    """An end or the middle of something longer: “early October”, “mid-1998”, “the end of May”, “the first half”."""

    edge: Literal["start", "mid", "end", "H1", "H2"]
    of: Form
    spoken: bool = False
    """Whether “the end of …” says it, which may be a single day; else “late …”."""


class Nth(Form):
    """A unit counted inside something longer: “the second week of May”, “the first two months of 1939”."""

    number: int
    """From 1; negative numbers count from the end; 0 is the one that holds `of`."""
    amount: int
    unit: Unit
    of: Form
    weekday: int | None = None
    """ISO: only these days are counted."""


class Length(Form):
    """How long, without when: “three days”. With `which` it ends or begins at the anchor: “the past two weeks”."""

    amount: float | None
    unit: Unit
    which: Which | None = None
    rest: "Length | None" = None
    """What finer units add: “two years and three months”."""
    in_a_row: bool = False
    """“For the fourth day in a row”: the last of them is the day told of."""


class Often(Form):
    """How often: “every day”, “every other Friday”, “weekly”."""

    unit: Unit
    amount: int | None = 1
    """None if the words are vague (“every few years”)."""
    named: Named | None = None
    """“Fridays”: the day it falls on."""


class Vague(Form):
    """No place on a calendar: “now”, “recently”, “in the future”, “later”."""

    ref: Literal["present", "past", "future", "after", "same", "before"]
    of_things: bool = False
    """“The current flag”: it tells which thing, not when anything happens."""
    marked: Literal["always", "histories", "never"] = "always"
    """Whether TIMEX3 has a value for it: its guidelines leave out “later” and “soon”; those of histories say more."""


class Foreign(Form):
    """A date of another calendar: “10 Muharram 1445”, “Juche 113”. It is left alone."""


class Between(Form):
    """From one point to another, both included."""

    first: Form
    last: Form
    spans: tuple[Span, Span]
    """Where the two ends stand in the text."""


class Said(Form):
    """A form as it stands in its sentence. This is what `TimeMention.form` holds."""

    form: Form
    direction: Direction | None = None
    """Whether tense and cue words put it after or before the anchor; None if nothing speaks for either."""
    relation: Relation | None = None
    about: bool = False
    bound: Literal["", "over", "under"] = ""
    of_a_thing: bool = False
    """Whether it only tells which thing is meant: “the conference of 1954”, “the 1968 vote”."""
    leads: bool = False
    """Whether it begins its sentence: “In 1868, …”."""
    beside: Span | None = None
    """The time before it, if only a comma stands between: “in 1830, a year after the fire”."""
    pluperfect: bool = False
    """Whether its verb is: “he had left in 1850”."""
    just_earlier: bool = False
    """Whether “earlier on” stands before it, which tells of a day not long before what was told last."""


def is_of_any(form: Form) -> bool:
    """Whether it tells which kind of thing is meant, and no time: “a night attack”, “winter clothing”."""
    return (isinstance(form, Part) and form.of_any_day) or (isinstance(form, Named) and form.of_any_year)


def is_deictic(form: Form) -> bool:
    """Whether the days hang on the day of writing, or a day of them does: “yesterday”, “Friday night”, “last week”."""
    if isinstance(form, Part | Edge):
        return form.of is not None and is_deictic(form.of)
    return (
        (isinstance(form, Named) and form.weekday is not None and form.day is None and form.which not in TOLD_WORDS)
        or (isinstance(form, Turn) and form.which in {"last", "this", "next"})
        or (isinstance(form, Moved) and form.base == "publication" and form.unit not in LONG_UNITS)
    )


def kind_of(form: Form) -> TimeKind:
    """Which of the four kinds of TIMEX3 a form is."""
    if isinstance(form, Part) or (isinstance(form, Between) and isinstance(form.first, Part)):
        return "time"
    if isinstance(form, Length):
        return "duration"
    return "set" if isinstance(form, Often) else "date"
