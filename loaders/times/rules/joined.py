"""Times put together from others: parts of days, ends of months, ranges."""

from typing import Literal, cast

from graph.record import Span
from loaders.times.forms import Between, Edge, Form, Moved, Nth, Part, Turn
from loaders.times.patterns import Hit, Rule, rule
from loaders.times.rules.calendar import whole
from loaders.times.rules.relative import amount, unit

Ends = Literal["start", "mid", "end"]


def form(hit: Hit, name: str) -> Form | None:
    """A captured form."""
    value = hit[name]
    return value if isinstance(value, Form) else None


@rule("(about)? c:clock m:meridiem? z:zone? | n:num m:meridiem z:zone? | n:num oclock", "time")
def clock(hit: Hit) -> Form | None:
    """A clock time."""
    if hit.has("c"):
        hour, minute = (int(part) for part in hit.words("c").split(":")[:2])
    else:
        hour, minute = whole(hit["n"]) or 0, 0
    half = hit["m"]
    if half == "pm" and hour < 12:  # noqa: PLR2004
        hour += 12
    if half == "am" and hour == 12:  # noqa: PLR2004
        hour = 0
    if hour > 24:  # noqa: PLR2004
        return None
    return Part(part=f"{hour:02d}:{minute:02d}", zone=str(hit["z"] or ""))


@rule("t:time (comma|on|open)? (the)? d:point close? | d:date comma? (at|about)* t:time", "time")
def clock_on_day(hit: Hit) -> Form | None:
    """A clock time with its day."""
    time = form(hit, "t")
    day = form(hit, "d")
    if not isinstance(time, Part) or time.of is not None:
        return None
    return time.model_copy(update={"of": day})


@rule(
    "(early|edge)? d:date p:part | d:relative p:part | (t:this) p:part | (s:that|the s:same) p:part | the (early)? p:part (of|on) d:point",
    "time",
)
def part_of_day(hit: Hit) -> Form | None:
    """A part of a day is told as that day."""
    if hit.has("t"):
        return Part(part=str(hit["p"]), of=Moved(amount=0, unit="day", sign=1, base="publication"))
    if hit.has("s"):
        return Part(part=str(hit["p"]), of=Moved(amount=0, unit="day", sign=1, base="event"))
    return Part(part=str(hit["p"]), of=form(hit, "d"))


@rule("the (next) p:part", "time")
def next_part(hit: Hit) -> Form | None:
    """“The next morning” is that of the day after the event told before."""
    return Part(part=str(hit["p"]), of=Moved(amount=1, unit="day", sign=1, base="event"))


@rule("(?<= in|at|by|before|until|after) the? p:part (?! name|plain)", "time")
def part_alone(hit: Hit) -> Form | None:
    """“In the morning” is that of the day spoken of."""
    return Part(part=str(hit["p"]))


@rule("e:early dash? (in)? p:point", "relative")
def early(hit: Hit) -> Form | None:
    """“Early October” is its first third, “late October” its last."""
    return Edge(edge=cast("Ends", hit["e"]), of=form(hit, "p") or Form())


@rule("the? e:edge of p:point", "relative")
def edge(hit: Hit) -> Form | None:
    """“The end of October” is its last third."""
    ends = {"turn": "start", "eve": "start"}
    return Edge(edge=cast("Ends", ends.get(str(hit["e"]), hit["e"])), of=form(hit, "p") or Form(), spoken=True)


@rule("(the) e:edge of the u:unit", "relative")
def edge_of_unit(hit: Hit) -> Form | None:
    """“The end of the year” is that of the year spoken of."""
    return Edge(edge=cast("Ends", hit["e"]), of=Turn(which="same", unit=unit(hit)), spoken=True)


@rule("the? (n:nth|e:early) half of p:point", "relative")
def half_of(hit: Hit) -> Form | None:
    """“The first half of 2025” is January to June; of a month, its first fifteen days."""
    number = 2 if hit.has("e") and hit["e"] == "end" else whole(hit["n"]) or 1
    return Edge(edge="H1" if number == 1 else "H2", of=form(hit, "p") or Form()) if number <= 2 else None  # noqa: PLR2004


@rule("the? (n:nth|l:last) (u:unit|c:num u:units) of p:point", "relative")
def nth_unit(hit: Hit) -> Form | None:
    """“The second week of May” is counted inside May."""
    number = whole(hit["n"]) or -1
    return Nth(number=number, amount=whole(hit["c"]) or 1, unit=unit(hit), of=form(hit, "p") or Form())


@rule(
    "(n:num|n:article) u:anyunit (a:after|b:before|f:from) p:point | the u:unit (a:after|b:before) p:point", "relative"
)
def counted_from(hit: Hit) -> Form | None:
    """“Two days after October 4” is counted from that day."""
    number = amount(hit) if hit.has("n") else 1
    return Moved(amount=number, unit=unit(hit), sign=-1 if hit.has("b") else 1, base="event", of=form(hit, "p"))


@rule("a:point (to|until|through|dashes) b:point | (between) c:point and d:point", "range")
def between_points(hit: Hit) -> Form | None:
    """From one time to another, both included."""
    one, other = ("a", "b") if hit.has("a") else ("c", "d")
    first, last = form(hit, one), form(hit, other)
    if first is None or last is None:
        return None
    spans = tuple(Span(start=hit.pieces.starts[hit.at(n)], end=hit.pieces.ends[hit.at(n)]) for n in (one, other))
    return Between(first=first, last=last, spans=(spans[0], spans[1]))


JOINED: tuple[Rule, ...] = (
    clock,
    part_of_day,
    next_part,
    clock_on_day,
    part_alone,
    early,
    edge,
    edge_of_unit,
    half_of,
    nth_unit,
    counted_from,
    between_points,
)
