"""Times told by others beside them: “the week ended Oct. 19”, “this time last year”, “Friday and Saturday”."""

from typing import Literal

from loaders.times.forms import Form, Moved, Named, Nth, Turn
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.rules.calendar import whole
from loaders.times.rules.relative import amount, unit, which
from loaders.times.words import kind

LISTED = 3
"""Days between two weekdays that are told together."""
WHOLE = frozenset({"week", "month", "quarter"})
"""What ends with a day of its own; a year that ends in March is no year of the calendar."""


@rule("the? (u:unit | u:quarter) (ended | e:edge) on? d:date", "relative")
def ended(hit: Hit) -> Made | None:
    """“The week ended Oct. 19”, “the quarter ending June 30” is the one that day lies in."""
    of, at = hit["d"], hit.at("u") + 1
    if not isinstance(of, Named) or unit(hit) not in WHOLE or hit["e"] not in {None, "start"}:
        return None
    whole_unit = Nth(number=0, amount=1, unit=unit(hit), of=of)
    return Made(((hit.first, at, kind("relative"), whole_unit), (hit.end - 1, hit.end, kind("date"), of)))


@rule("(this timeword | p:present) (q:last u:unit | n:amount u:unit ago)", "relative")
def this_time(hit: Hit) -> Form | None:
    """“This time last year” is the month of publication, a year before."""
    told = not hit.has("p") or hit.words("p").lower().endswith("this time")
    if hit["u"] != "year" or not told or hit["q"] not in {None, "last"}:
        return None
    number = amount(hit) if hit.has("n") else 1
    month = Turn(which="this", unit="month")
    return Moved(amount=number, unit="year", sign=-1, base="publication", of=month, as_finely=True)


@rule("(?<! each) w:weekday (and | or) x:weekday (?! part|parts)", "dates")
def weekdays_listed(hit: Hit) -> Made | None:
    """“Friday and Saturday” are neighbours: the second is the one after the first."""
    first, second = whole(hit["w"]) or 0, whole(hit["x"]) or 0
    if not 1 <= (second - first) % 7 <= LISTED:
        return None
    date = kind("date")
    return Made((
        (hit.first, hit.first + 1, date, Named(weekday=first)),
        (hit.end - 1, hit.end, date, Named(weekday=second, which="following")),
    ))  # fmt: skip


@rule("the? (n:nth | q:last) w:weekday (of | in) (p:month_at | m:month)", "date")
def nth_weekday(hit: Hit) -> Form | None:
    """“The third Monday of May” is counted inside May."""
    of = hit["p"] if isinstance(hit["p"], Form) else Named(month=whole(hit["m"]))
    return Nth(number=whole(hit["n"]) or -1, amount=1, unit="day", weekday=whole(hit["w"]), of=of)


@rule("n:num w:weekdays ago", "date")
def weekdays_ago(hit: Hit) -> Form | None:
    """“Two Sundays ago” is the Sunday before last Sunday."""
    weeks = (amount(hit) or 1) - 1
    last = Named(which="last", weekday=whole(hit["w"]))
    return Moved(amount=weeks, unit="week", sign=-1, base="publication", of=last, exact=True)


@rule(
    """the (u:unit | w:weekday) (after n:next | before q:last)
    (?! weekday|month|unit|units|season|holiday|num|quarter|part)""",
    "relative",
)
def after_next(hit: Hit) -> Form | None:
    """“The week after next”, “the Friday before last” is one further from publication than the next or last."""
    if (hit["n"] or hit["q"]) not in {"next", "last"}:
        return None
    sign: Literal[-1, 1] = 1 if hit.has("n") else -1
    if hit.has("w"):
        of = Named(which="next" if sign > 0 else "last", weekday=whole(hit["w"]))
        return Moved(amount=1, unit="week", sign=sign, base="publication", of=of, exact=True)
    return Moved(amount=2, unit=unit(hit), sign=sign, base="publication")


@rule("the e:earlier (u:unit | u:quarter)", "relative")
def prior_unit(hit: Hit) -> Form | None:
    """“The prior quarter” is the one before that told of."""
    return Turn(which="previous", unit=unit(hit)) if hit.words("e").lower() == "prior" else None


@rule("the same (u:unit | u:quarter | period) (q:last v:unit | article v:unit (ago | earlier))", "relative")
def same_of_last(hit: Hit) -> Form | None:
    """“The same month last year” is the one told before, a year back."""
    back = hit["v"] == "year" and hit["q"] in {None, "last", "previous"}
    return Moved(amount=1, unit="year", sign=-1, base="event", as_finely=True) if back else None


@rule("n:amount u:anyunit ago (w:weekday | t:today | (this | q:last | q:next) v:unit)", "date")
def ago_this(hit: Hit) -> Form | None:
    """“A year ago today”, “five years ago Monday”, “six months ago this week” count from that day or week."""
    of: Form = (
        Turn(which=which(hit) if hit.has("q") else "this", unit=unit(hit, "v"))
        if hit.has("v")
        else Moved(amount=0, unit="day", sign=1, base="publication")
    )
    if hit.has("w"):
        of = Named(which="this", weekday=whole(hit["w"]))
    number = amount(hit)
    if number is None or (hit.has("t") and hit["t"] != "0"):
        return None
    day = not hit.has("v")
    return Moved(amount=number, unit=unit(hit), sign=-1, base="publication", of=of, exact=day, as_finely=not day)


SPANS: tuple[Rule, ...] = (
    ended,
    ago_this,
    this_time,
    same_of_last,
    prior_unit,
    after_next,
    nth_weekday,
    weekdays_ago,
    weekdays_listed,
)
