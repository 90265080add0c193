"""Dates that are counted from another: from publication (“last week”) or from what was told before (“the next day”)."""

from typing import Literal, cast

from loaders.times.forms import Form, Length, Moved, Named, Nth, Part, Turn, Unit, Which
from loaders.times.patterns import GROUPS, Hit, Rule, rule
from loaders.times.rules.calendar import day_number, whole
from loaders.times.words import kind

Base = Literal["publication", "event"]
AFTER, NEXT, FOR = kind("after"), kind("next"), kind("for")
NAMES_AN_EVENT = frozenset(kind(name) for name in ("other", "name", "the", "article", "poss", "that", "this"))
POINTS = frozenset(kind(name) for name in (*GROUPS["point"], "weekday", "month", "holiday", "season"))
ABOUT, OF, STRETCHES = kind("about"), kind("of"), frozenset({kind("during"), kind("within"), kind("in")})
CLOCK_UNITS = frozenset({"hour", "minute", "second"})
SPENT = kind("spent")
COMPARED, CODE = frozenset({kind("from"), kind("than")}), kind("code")
LONG_UNITS = frozenset({"week", "month", "year", "decade"})
SHORT_UNITS = frozenset({"day", "hour", "minute", "second"})
"""“The last day” and “the next day” are counted from the event told before, “last week” from publication."""


def amount(hit: Hit, name: str = "n") -> float | None:
    """A captured number; None for “several” and the like; 1 for an article."""
    value = hit[name]
    if hit.words(name).lower() in {"a", "an"}:
        return 1
    return float(value) if isinstance(value, int | float) else None


def unit(hit: Hit, name: str = "u") -> Unit:
    """A captured unit."""
    return cast("Unit", str(hit[name]))


def which(hit: Hit, name: str = "q") -> Which:
    """A captured word such as “last”."""
    return cast("Which", str(hit[name]))


def _named(hit: Hit, turn: Which) -> Named:
    return Named(
        which=turn,
        weekday=whole(hit["w"]),
        month=whole(hit["m"]),
        season=whole(hit["s"]),
        holiday=str(hit["h"] or ""),
    )


@rule("t:today", "relative")
def day_from_today(hit: Hit) -> Form:
    """Yesterday, today and tomorrow are counted from publication."""
    step = int(str(hit["t"]))
    return Moved(amount=abs(step), unit="day", sign=-1 if step < 0 else 1, base="publication")


@rule("t:tonight", "time")
def tonight(hit: Hit) -> Form:
    """Tonight is the night of publication, last night the one before."""
    step, part = str(hit["t"]).split()
    return Part(part=part, of=Moved(amount=abs(int(step)), unit="day", sign=-1, base="publication"))


@rule(
    """(m:month dot? d:dayno | d:dayno m:month | h:holiday)
    of? (the? q:last | the? q:next | q:this | (that|the) same | that) u:unit
    | (q:last | q:next | q:this) u:unit poss h:holiday""",
    "date",
)
def day_of_turn(hit: Hit) -> Form | None:
    """“July 25 of that year”, “Christmas Eve last year” takes its year from the words beside it."""
    turn = which(hit) if hit.has("q") else "same"
    day = day_number(hit)
    if hit["u"] != "year" or (day is None and not hit.has("h")):
        return None
    return Named(of_year=turn, month=whole(hit["m"]), day=day, holiday=str(hit["h"] or ""))


@rule(
    """(in? the)? (w:weekday | m:month | s:season | h:holiday)
    of? (the? q:last | the? q:next | q:this | that same | that | the same) u:unit
    | (q:last | q:next) u:unit (on w:weekday | in (m:month | the? s:season))""",
    "date",
)
def named_of_turn(hit: Hit) -> Form | None:
    """“October of last year”, “the spring of that year”, “Friday of last week”: a piece of the year or week counted."""
    turn = which(hit) if hit.has("q") else "same"
    if hit.has("w"):
        week = Turn(which=turn, unit="week")
        return Nth(number=1, amount=1, unit="day", weekday=whole(hit["w"]), of=week) if hit["u"] == "week" else None
    if hit["u"] != "year":
        return None
    return _named(hit, turn).model_copy(update={"which": None, "of_year": turn})


@rule("(the? q:last | the? q:next | this q:last | this q:next) (w:weekday | m:month | s:season | h:holiday)", "date")
def named_turn(hit: Hit) -> Form:
    """“Last Friday”, “next March”, “last autumn”: the nearest one before or after publication, never its own."""
    told = hit.pieces.words(hit.first).lower() == "the"  # “the next spring” is counted from what was told before
    return _named(hit, "following" if told and which(hit) == "next" else which(hit))


@rule("this (w:weekday | m:month | s:season | h:holiday)", "date")
def this_named(hit: Hit) -> Form:
    """“This spring”, “this Friday” is that of the year or week of publication."""
    return _named(hit, "this")


@rule("(that same | that | the same) (w:weekday | m:month | s:season | h:holiday)", "date")
def that_named(hit: Hit) -> Form:
    """“That spring” is the one of the event told before."""
    return _named(hit, "that")


@rule("this q:last u:unit", "length")
def this_past_unit(hit: Hit) -> Form:
    """“This past week” is the seven days that end with publication."""
    return Length(amount=1, unit=unit(hit), which="past")


@rule(
    """((later | early | earlier) in?)? this n:next? (u:unit | u:quarter) | the? n:current (u:unit | u:quarter)""",
    "relative",
)
def this_unit(hit: Hit) -> Form | None:
    """“This week”, “this month” is the one of publication."""
    return Turn(which="next" if hit.has("n") and hit["n"] == "coming" else "this", unit=unit(hit))


def _is_stretch(hit: Hit) -> bool:
    """“For the last week”, “over the next year”: as long as that from now, not a piece of the calendar."""
    before = hit.pieces.kinds[hit.first - 1] if hit.first else ""
    the = hit.pieces.words(hit.first).lower() == "the"
    over = before == ABOUT and hit.pieces.values[hit.first - 1] == "over"
    inside = before in STRETCHES and hit["q"] != "following"  # “in the following year” is a year
    return before == FOR or (the and (over or inside))


@rule("the? (q:last | q:next) (u:unit | u:quarter (?! of|dash|unit)) (?! of (the unit|point|month|season))", "relative")
def turn_unit(hit: Hit) -> Form:
    """“Last week” is the calendar week before that of publication, “the next day” follows the event told before."""
    turn, counted = which(hit), unit(hit)
    if turn == "past":
        return Length(amount=1, unit=counted, which="past")
    if turn != "previous" and _is_stretch(hit):
        inside = hit.pieces.kinds[hit.end : hit.end + 1] == [OF]  # “the last week of the campaign” has its own end
        return Length(amount=1, unit=counted, which=None if inside else "past" if turn == "last" else turn)
    told = counted in SHORT_UNITS or (turn == "next" and hit.pieces.words(hit.first).lower() == "the")
    if told and turn in {"next", "last"}:
        turn = "following" if turn == "next" else "previous"
    return Turn(which=turn, unit=counted)


@rule(
    """((later | early | earlier) (in|on)?)? (that same | that | the same | this same) u:unit
    | (later | earlier | early) (in | on)? the u:unit""",
    "relative",
)
def that_unit(hit: Hit) -> Form | None:
    """“That day”, “the same month”, “later that year” is the one of the event told before."""
    return Turn(which="same", unit=unit(hit))


@rule("(?<= for|in|during|of) the (latest? u:quarter | latest u:unit) (?! of|dash|unit)", "relative")
def told_quarter(hit: Hit) -> Form:
    """“In the quarter”, “for the latest quarter” is the one spoken of."""
    return Turn(which="same", unit=unit(hit))


@rule("the? u:unit dash? (ago | earlier) (quarter | unit | period)", "relative")
def year_ago_quarter(hit: Hit) -> Form | None:
    """“The year-ago quarter” is the same quarter of the year before, and so with months."""
    return Moved(amount=1, unit=unit(hit), sign=-1, base="event", as_finely=True) if hit["u"] == "year" else None


@rule(
    "the u:unit (after | before | n:next) | the? (?<! article) u:unit (earlier | before) (?= comma|stop|dot|gap|and)",
    "relative",
)
def unit_after(hit: Hit) -> Form | None:
    """“The day after”, “the year before” is counted from the event told before."""
    if hit.end < len(hit.pieces.kinds) and hit.pieces.kinds[hit.end] in POINTS:
        return None
    kinds = hit.match.group()
    turn: Which = "following" if hit.has("n") or kinds[-1] == AFTER else "previous"
    named = hit.end < len(hit.pieces.kinds) and hit.pieces.kinds[hit.end] in NAMES_AN_EVENT
    return Turn(which=turn, unit=unit(hit), of_words=named)


@rule(
    """(n:amount more? (whole | long)? u:anyunit (or (w:other | v:num | v:more))?
    | n:amount u:anyunit and article h:half | u:units) ago (t:to the unit)?""",
    "relative",
)
def ago(hit: Hit) -> Form | None:
    """“Two days ago”, “a year and a half ago” is counted back from publication, as finely as the unit says."""
    number = None if hit.has("v") else amount(hit)  # “a week or two ago”
    if hit.has("w") and hit.words("w") != "so":
        return None
    if hit.has("h") and number is not None:
        number += 0.5
    compared = hit.first > 0 and hit.pieces.kinds[hit.first - 1] in COMPARED | {CODE}
    return Moved(amount=number, unit=unit(hit), sign=-1, base="publication", exact=hit.has("t"), as_finely=compared)


@rule(
    """(n:amount more? u:anyunit (and article h:half | or w:other)? | u:units)
    (l:later | l:afterwards | earlier (?! to)
    | before (?! word|label|the|article|point|poss|that|part|time|owner|next))""",
    "relative",
)
def later(hit: Hit) -> Form | None:
    """“Two days later”, “a year and a half earlier”, “a month or so later” is counted from the event told before."""
    compared = hit.first > 0 and hit.pieces.kinds[hit.first - 1] in COMPARED
    if hit.has("w") and hit.words("w") != "so":
        return None
    number = amount(hit)
    if number is not None and hit.has("h"):
        number += 0.5
    return Moved(amount=number, unit=unit(hit), sign=1 if hit.has("l") else -1, base="event", as_finely=compared)


@rule(
    "n:amount more? u:anyunit (?= (after | before | next | earlier to) (word|label|the|article|that|poss|this|owner))",
    "relative",
)
def after_words(hit: Hit) -> Form | None:
    """“Two days after the vote” is counted from what the words name, which may have no date."""
    if hit.first and hit.pieces.kinds[hit.first - 1] in {FOR, SPENT}:
        return None  # “it flew for three weeks before it fell”, “it lasted ten days before”
    sign: Literal[-1, 1] = 1 if hit.pieces.kinds[hit.end] in {AFTER, NEXT} else -1
    return Moved(amount=amount(hit), unit=unit(hit), sign=sign, base="event", of_words=True)


@rule("n:amount u:anyunit from present", "relative")
def from_now(hit: Hit) -> Form | None:
    """“Two weeks from now” is counted from publication, as finely as the unit says."""
    return Moved(amount=amount(hit), unit=unit(hit), sign=1, base="publication")


BEFORE_DAYS: tuple[Rule, ...] = (day_of_turn,)
"""Tried before “July 25” is read alone."""


@rule("(?<! article) the? (n:nth | q:last) u:unit (?! of (point|the unit))", "relative")
def nth_of_words(hit: Hit) -> Form | None:
    """“The fifth day of the strike” is counted from something without a date of its own; often the day told before."""
    if unit(hit) in CLOCK_UNITS:
        return None  # “the 62nd minute” is of a match
    kinds = hit.pieces.kinds
    through = kinds[hit.end : hit.end + 1] == [OF] or (hit.first > 0 and kinds[hit.first - 1] == FOR)
    if unit(hit) in LONG_UNITS and through and (hit["n"] == 1 or hit.has("q")):
        return Length(amount=1, unit=unit(hit))
    return Turn(which="same", unit=unit(hit), of_words=True)


FIRST: tuple[Rule, ...] = (
    from_now, day_from_today, tonight, named_of_turn, named_turn, this_named,
    that_named,
)  # fmt: skip
"""Tried before bare months and weekdays."""


@rule("n:amount u:anyunit to the v:unit (a:after | before) (?! point|weekday|month|holiday|season)", "relative")
def to_the_day_told(hit: Hit) -> Form | None:
    """“A year to the day after” is exactly a year after what was told before."""
    number, sign = amount(hit), 1 if hit.has("a") else -1
    return Moved.model_validate({
        "amount": number, "unit": unit(hit), "sign": sign, "base": "event", "exact": True, "of_words": True,
    }) if number else None  # fmt: skip


TURNS: tuple[Rule, ...] = (
    to_the_day_told, this_past_unit, this_unit, year_ago_quarter, turn_unit, that_unit, told_quarter, unit_after,
)  # fmt: skip


@rule("(?<= point comma) the other (other|whole)? u:unit (?= of|in|since)", "relative")
def said_again(hit: Hit) -> Form | None:
    """“On 17 September, the bloodiest day of the war, …” tells of the day beside it."""
    return Turn(which="same", unit=unit(hit), of_words=True)


MOVES: tuple[Rule, ...] = (ago, later, after_words, nth_of_words, said_again)
