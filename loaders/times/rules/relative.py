"""Dates that are counted from another: from publication (“last week”) or from what was told before (“the next day”)."""

from typing import Literal, cast

from loaders.times.forms import Form, Length, Moved, Named, Part, Turn, Unit, Vague, Which
from loaders.times.patterns import Hit, Rule, rule
from loaders.times.rules.calendar import whole

Base = Literal["publication", "event"]


def amount(hit: Hit, name: str = "n") -> float | None:
    """A captured number; None for “several” and the like; 1 for an article."""
    value = hit[name]
    if hit.words(name).lower() in {"a", "an", "the", "one"}:
        return 1
    return float(value) if isinstance(value, int | float) else None


def unit(hit: Hit, name: str = "u") -> Unit:
    """A captured unit."""
    return cast("Unit", str(hit[name]))


def which(hit: Hit, name: str = "q") -> Which:
    """A captured word such as “last”."""
    return cast("Which", str(hit[name]))


@rule("(about)? t:today", "relative")
def day_from_today(hit: Hit) -> Form:
    """Yesterday, today and tomorrow are counted from publication."""
    step = int(str(hit["t"]))
    return Moved(amount=abs(step), unit="day", sign=-1 if step < 0 else 1, base="publication")


@rule("t:tonight", "time")
def tonight(hit: Hit) -> Form:
    """Tonight is the night of publication, last night the one before."""
    step, part = str(hit["t"]).split()
    return Part(part=part, of=Moved(amount=abs(int(step)), unit="day", sign=-1, base="publication"))


@rule("the? (q:last|q:next|this q:last|this q:next) (w:weekday|m:month|s:season|h:holiday)", "date")
def named_turn(hit: Hit) -> Form:
    """“Last Friday”, “next March”, “last autumn”: the nearest one before or after publication, never its own."""
    return _named(hit, which(hit))


def _named(hit: Hit, turn: Which) -> Named:
    return Named(
        which=turn,
        weekday=whole(hit["w"]),
        month=whole(hit["m"]),
        season=whole(hit["s"]),
        holiday=str(hit["h"] or ""),
    )


@rule("(later|earlier)? q:this (w:weekday|m:month|s:season|h:holiday)", "date")
def this_named(hit: Hit) -> Form:
    """“This spring”, “this Friday” is that of the year or week of publication."""
    return _named(hit, "this")


@rule("(that same|that|the same) (w:weekday|m:month|s:season|h:holiday)", "date")
def that_named(hit: Hit) -> Form:
    """“That spring” is the one of the event told before."""
    return _named(hit, "that")


@rule("(w:weekday|m:month|s:season|h:holiday) of? (the? q:last|the? q:next|q:this|q:that|the q:same) unit", "date")
def named_of_turn(hit: Hit) -> Form:
    """“October of last year”, “the spring of that year”: a piece of the year counted."""
    return _named(hit, which(hit))


@rule("(later|early|earlier|about)? in? (this q:last|this p:next|this) u:anyunit", "relative")
def this_unit(hit: Hit) -> Form | None:
    """“This week”, “this month” is the one of publication; “this past week” the seven days before it."""
    if hit.has("q"):
        return Length(amount=1, unit=unit(hit), which="last")
    if hit.has("p"):
        return Turn(which="next", unit=unit(hit))
    return Turn(which="this", unit=unit(hit)) if hit.words("u")[-1] != "s" else None


@rule("(the? q:last|the? q:next|the? q:current) u:unit", "relative")
def turn_unit(hit: Hit) -> Form:
    """“Last week” is the calendar week before that of publication; “the next day” the day after the event told before."""
    turn = which(hit)
    counted = unit(hit)
    if turn == "past":
        return Length(amount=1, unit=counted, which="past")
    if (turn in {"next", "last"} and counted in {"day", "night"}) or (turn == "next" and _with_the(hit)):
        turn = "following" if turn == "next" else "previous"
    return Turn(which="this" if turn == "current" else turn, unit=counted)


def _with_the(hit: Hit) -> bool:
    return hit.pieces.words(hit.match.start()).lower() == "the"


@rule(
    "(later|earlier|early)? (in|on)? (that same|that|the same) u:unit | (later|earlier|early) in? the u:unit",
    "relative",
)
def that_unit(hit: Hit) -> Form | None:
    """“That day”, “the same month”, “later that year” is the one of the event told before."""
    return Turn(which="same", unit=unit(hit))


@rule("the u:unit (a:after|b:before|n:next|e:earlier) (?! word|the|article|date|month_at|poss)", "relative")
def unit_after(hit: Hit) -> Form:
    """“The day after”, “the year before” is counted from the event told before."""
    return Turn(which="previous" if hit.has("b") or hit.has("e") else "following", unit=unit(hit))


@rule("(about|more than)* (n:num|n:some|n:article) (about)? u:anyunit g:ago | u:units g:ago", "relative")
def ago(hit: Hit) -> Form | None:
    """“Two days ago” is counted back from publication, as finely as the unit says."""
    return Moved(amount=amount(hit), unit=unit(hit), sign=-1, base="publication", bound=_bound(hit))


def _bound(hit: Hit) -> Literal["", "over", "under"]:
    first = hit.pieces.words(hit.match.start()).lower()
    return "over" if first in {"over", "more"} else "under" if first in {"less", "nearly", "almost", "under"} else ""


@rule(
    "(about|more than)* (n:num|n:some|n:article) u:anyunit (l:later|e:earlier|b:before) (?! word|the|article|date|poss|that) | u:units (l:later|e:earlier)",
    "relative",
)
def later(hit: Hit) -> Form | None:
    """“Two days later”, “a week earlier” is counted from the event told before."""
    back = hit.has("e") or hit.has("b")
    return Moved(amount=amount(hit), unit=unit(hit), sign=-1 if back else 1, base="event", bound=_bound(hit))


@rule("v:present", "vague")
def present(_: Hit) -> Form:
    """“Now”, “currently” is the day of publication."""
    return Vague(ref="present")


@rule("v:past | v:recent", "vague")
def past(_: Hit) -> Form:
    """“Recently”, “so far” is some time until publication."""
    return Vague(ref="past")


@rule("v:future", "vague")
def future(_: Hit) -> Form:
    """“Soon”, “in the future” is some time after publication."""
    return Vague(ref="future")


@rule("v:afterwards", "vague")
def afterwards(_: Hit) -> Form:
    """“Subsequently” lies between the event told before and publication."""
    return Vague(ref="after")


@rule("v:then|v:later", "vague")
def then(_: Hit) -> Form:
    """“Later”, “at that time” is taken as the day of the event told before."""
    return Vague(ref="same")


@rule("v:opening", "vague")
def opening(_: Hit) -> Form:
    """“Initially” is some time until publication."""
    return Vague(ref="past")


FIRST: tuple[Rule, ...] = (
    day_from_today,
    tonight,
    named_of_turn,
    named_turn,
    this_named,
    that_named,
)
RELATIVE: tuple[Rule, ...] = (
    this_unit,
    turn_unit,
    that_unit,
    unit_after,
    ago,
    later,
)
VAGUE: tuple[Rule, ...] = (present, past, future, afterwards, then, opening)
