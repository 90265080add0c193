"""Times put together from others: ends of months, counted pieces, ranges."""

from typing import Literal, cast

from graph.record import Span
from loaders.times.forms import Between, Edge, Form, Moved, Named, Nth, Turn, Vague
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.rules.calendar import whole
from loaders.times.rules.relative import amount, unit
from loaders.times.words import kind

Ends = Literal["start", "mid", "end"]
SINCE = kind("since")
THE, POSS, DASH = kind("the"), kind("poss"), kind("dash")
PRESENT, DASHES = kind("present"), frozenset({kind("dash"), kind("long_dash")})
STARTS = frozenset({"turn", "eve"})


def form(hit: Hit, name: str) -> Form | None:
    """A captured form."""
    value = hit[name]
    return value if isinstance(value, Form) else None


def _edge(value: object) -> Ends:
    return "start" if value in STARTS else cast("Ends", value)


@rule("the? e:early dash? in? the? p:point", "relative")
def early(hit: Hit) -> Form | None:
    """“Early October” is its first third, “late October” its last."""
    whole_form = form(hit, "p")
    return Edge(edge=_edge(hit["e"]), of=whole_form) if whole_form else None


@rule("the? e:edge of the? p:point", "relative")
def edge(hit: Hit) -> Form | None:
    """“The end of October” is its last third; “the eve of Independence Day” is the day before."""
    whole_form = form(hit, "p")
    if hit.first and hit.pieces.kinds[hit.first - 1] == SINCE and whole_form == Turn(which="same", unit="year"):
        whole_form = Turn(which="this", unit="year")  # “up since the start of the year”
    day = isinstance(whole_form, Named) and (whole_form.day or whole_form.weekday or whole_form.holiday)
    if hit["e"] == "eve" and day:
        return Moved(amount=1, unit="day", sign=-1, base="event", of=whole_form)
    return Edge(edge=_edge(hit["e"]), of=whole_form, spoken=True) if whole_form else None


@rule("(?<! unit) u:unit dash? e:edge y:year_at", "relative")
def end_of_that_year(hit: Hit) -> Form | None:
    """“Year-end 2024” is the end of that year."""
    of = form(hit, "y")
    return Edge(edge=_edge(hit["e"]), of=of, spoken=True) if of and hit["u"] == "year" else None


@rule("e:early dash u:unit (?! dash|of) | m:middle", "relative")
def middle(hit: Hit) -> Form | None:
    """“By mid-century”, “midyear” is the middle of the one spoken of."""
    counted = str(hit["m"] or hit["u"])
    if counted == "day" or hit["e"] not in {None, "mid"}:
        return None
    return Edge(edge="mid", of=Turn.model_validate({"which": "same", "unit": counted}), spoken=True)


@rule("the? e:edge of (the | this) u:unit | (the? unit poss | unit dash?) e:edge", "relative")
def edge_of_unit(hit: Hit) -> Form | None:
    """“The end of the year” is that of the year spoken of."""
    if hit["e"] != "end" and hit.pieces.kinds[hit.end - 2] not in {POSS, DASH} and not hit.has("u"):
        return None  # “one day start”
    counted = unit(hit) if hit.has("u") else cast("str", hit.pieces.values[_unit_at(hit)])
    return Edge(edge=_edge(hit["e"]), of=Turn.model_validate({"which": "same", "unit": counted}), spoken=True)


def _unit_at(hit: Hit) -> int:
    return hit.first + (hit.pieces.kinds[hit.first] == THE)


@rule("the? (n:nth | e:early | l:last) half of (p:point | the u:unit)", "relative")
def half_of(hit: Hit) -> Form | None:
    """“The first half of 2025” is January to June; of a month, its first fifteen days."""
    number = 2 if hit.has("l") or hit["e"] == "end" else whole(hit["n"]) or 1
    of = form(hit, "p") or Turn(which="same", unit=unit(hit))
    return Edge(edge="H1" if number == 1 else "H2", of=of) if number in {1, 2} else None


@rule("the? (n:nth | l:last | e:early) some? units of p:point", "relative")
def edge_units(hit: Hit) -> Form | None:
    """“The first days of September” is its first third, “the last months of 1944” the last of that year."""
    whole_form, number = form(hit, "p"), whole(hit["n"])
    if whole_form is None or number not in {None, 1}:
        return None
    return Edge(edge="start" if number else "end" if hit.has("l") else _edge(hit["e"]), of=whole_form)


@rule("the? (n:nth | l:last | o:nth to last) (u:unit | c:num u:units) of (p:point | the v:unit)", "relative")
def nth_unit(hit: Hit) -> Form | None:
    """“The second week of May” is counted inside May, “the last day of the year” inside the year spoken of."""
    of = Turn(which="same", unit=unit(hit, "v")) if hit.has("v") else form(hit, "p")
    number = -(whole(hit["o"]) or 1) if hit.has("o") else whole(hit["n"]) or -1
    return Nth(number=number, amount=whole(hit["c"]) or 1, unit=unit(hit), of=of) if of else None


@rule("the? (n:nth | q:last | e:early) u:units of p:point", "relative")
def first_days(hit: Hit) -> Form | None:
    """“The first days of May” and “the final weeks of 1999” are its first and last third."""
    of, number = form(hit, "p"), whole(hit["n"]) or 1
    end: Ends = "end" if hit.has("q") else _edge(hit["e"]) if hit.has("e") else "start"
    return Edge(edge=end, of=of) if of and number == 1 else None


@rule("the? u:unit of p:date | p:date u:unit", "relative")
def week_of(hit: Hit) -> Form | None:
    """“The week of March 6” is the week that holds that day."""
    of = form(hit, "p")
    feast = isinstance(of, Named) and of.holiday and hit["u"] == "weekend"
    if not hit.has("p") or (hit.first == hit.at("p") and hit["u"] != "week" and not feast):
        return None
    return Nth(number=0, amount=1, unit=unit(hit), of=of) if of else None


@rule(
    """n:amount u:anyunit (a:after | before | f:from) p:point (?! to|until|dashes)
    | the u:unit (a:after | before) p:point""",
    "relative",
)
def counted_from(hit: Hit) -> Form | None:
    """“Two days after October 4” is counted from that day."""
    number = amount(hit) if hit.has("n") else 1
    of, ahead = form(hit, "p"), hit.has("a") or hit.has("f")
    exact = hit.has("f") and unit(hit) == "week" and (isinstance(of, Moved) or getattr(of, "weekday", None) is not None)
    if exact and isinstance(of, Named):
        of = of.model_copy(update={"which": "this"})  # “a week from Friday” is from the next one
    return Moved(amount=number, unit=unit(hit), sign=1 if ahead else -1, base="event", of=of, exact=exact)


@rule("article u:unit to the u:unit (a:after | before) p:point?", "relative")
def to_the_day(hit: Hit) -> Form | None:
    """“A year to the day after October 7” is exactly a year later."""
    counted = cast("str", hit.pieces.values[hit.first + 1])
    return Moved.model_validate({
        "amount": 1, "unit": counted, "sign": 1 if hit.has("a") else -1, "base": "event", "of": form(hit, "p"),
        "exact": True, "of_words": not hit.has("p"),
    })  # fmt: skip


@rule(
    """from? a:point (to | until | through) the? (b:point | b:present) | from? a:point dashes b:point
    | between a:point comma? and the? (b:point | b:present)""",
    "range",
)
def between_points(hit: Hit) -> Form | None:
    """From one time to another, both included."""
    first, last = form(hit, "a"), form(hit, "b")
    if hit.pieces.kinds[hit.at("b")] == PRESENT:
        last = Vague(ref="present")
    if first is None or last is None or (hit.pieces.kinds[hit.at("b") - 1] in DASHES and not _alike(first, last)):
        return None
    return _between(hit, first, last)


def _alike(one: Form, other: Form) -> bool:
    """Whether two dates around a dash are the ends of a run, not one date told twice."""
    if not isinstance(one, Named) or not isinstance(other, Named):
        return type(one) is type(other)
    return all(
        bool(getattr(one, name)) == bool(getattr(other, name)) for name in ("holiday", "month", "season", "which")
    )


@rule("a:time (to | until | dashes) b:time | between a:time and b:time | from a:time to b:time", "range")
def between_clocks(hit: Hit) -> Form | None:
    """From one clock time to another."""
    first, last = form(hit, "a"), form(hit, "b")
    return _between(hit, first, last) if first is not None and last is not None else None


def _between(hit: Hit, first: Form, last: Form) -> Form:
    starts, ends = hit.pieces.starts, hit.pieces.ends
    one, other = hit.at("a"), hit.at("b")
    spans = Span(start=starts[one], end=ends[one]), Span(start=starts[other], end=ends[other])
    return Between(first=first, last=last, spans=spans)


@rule("a:month_at (and | comma | or | slash_mark) b:month_at", "months")
def months_listed(hit: Hit) -> Made | None:
    """“January and February 1937”: the year stands once for both."""
    first, last = form(hit, "a"), form(hit, "b")
    if not isinstance(first, Named) or not isinstance(last, Named) or first.year is not None or last.year is None:
        return None
    earlier = last.year - ((first.month or 1) > (last.month or 1))
    dated = first.model_copy(update={"year": earlier})
    return Made(((hit.first, hit.first + 1, kind("month_at"), dated), (hit.end - 1, hit.end, kind("month_at"), last)))


@rule("a:season_at (and | or | comma | dash | slash_mark) b:season_at", "seasons")
def seasons_listed(hit: Hit) -> Made | None:
    """“The summer and autumn of 1871”: the year stands once for both; a winter before a spring began before it."""
    first, last = form(hit, "a"), form(hit, "b")
    if not isinstance(first, Named) or not isinstance(last, Named) or first.year is not None or last.year is None:
        return None
    if first.season is None or last.season is None or first.which or first.of_any_year:
        return None
    dated = first.model_copy(update={"year": last.year - (first.season > last.season)})
    season_at = kind("season_at")
    return Made(((hit.first, hit.first + 1, season_at, dated), (hit.end - 1, hit.end, season_at, last)))


@rule("(?<= in|during) (a:month_at and b:month_at | a:year_at and b:year_at)", "range")
def neighbours(hit: Hit) -> Form | None:
    """“In 1997 and 1998”, “in January and February” is the time of both."""
    first, last = form(hit, "a"), form(hit, "b")
    if not isinstance(first, Named) or not isinstance(last, Named) or first.before_christ or last.before_christ:
        return None
    months = (last.month or 0) - (first.month or 0)
    years = (last.year or 0) - (first.year or 0)
    return _between(hit, first, last) if (years, months) in {(1, 0), (0, 1), (1, -11)} else None


JOINED: tuple[Rule, ...] = (
    months_listed,
    seasons_listed,
    neighbours,
    early,
    edge,
    end_of_that_year,
    middle,
    edge_of_unit,
    half_of,
    edge_units,
    nth_unit,
    first_days,
    week_of,
    to_the_day,
    counted_from,
    between_points,
    between_clocks,
)
