"""TIMEX3 values (TimeML 1.2.1, ISO 8601)."""

from loaders.times.days import Days, iso_week_value, season_of
from loaders.times.forms import Between, Edge, Form, Length, Moved, Named, Often, Part, Turn, Unit, Vague

SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
SMALLER: dict[Unit, int] = {"decade": 10, "century": 100, "millennium": 1000, "fortnight": 2}
"""Units told in years, or weeks, and how many of them."""
BELOW_A_DAY = frozenset({"hour", "minute", "second"})
PARTS_OF_ONE: dict[tuple[float, Unit], tuple[Unit, float]] = {
    (0.5, "hour"): ("minute", 30), (0.25, "hour"): ("minute", 15), (0.75, "hour"): ("minute", 45),
    (0.5, "year"): ("month", 6), (0.5, "day"): ("hour", 12),
}  # fmt: skip
UNKNOWN = frozenset({"XXXX-XX-XX", "XXXX-WXX"})
REFS = {
    "present": "PRESENT_REF",
    "past": "PAST_REF",
    "future": "FUTURE_REF",
    "after": "FUTURE_REF",
    "same": "PRESENT_REF",
    "before": "PAST_REF",
}
CODES: dict[Unit, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "season": "S", "half": "H", "year": "Y", "decade": "DE", "century": "CE",
    "millennium": "ML",
}  # fmt: skip
EVENING, MORNING = 18, 8
"""Hours between which a day ends for those who are awake."""


def value_of(days: Days) -> str:
    """Value of a run of days by its grain."""
    if days.value:
        return days.value
    first = days.first
    written = {
        "day": first.isoformat(),
        "month": first.isoformat()[:7],
        "year": f"{first.year:04d}",
        "week": iso_week_value(first),
        "quarter": f"{first.year:04d}-Q{(first.month + 2) // 3}",
        "half": f"{first.year:04d}-H{(first.month + 5) // 6}",
        "decade": f"{first.year // 10:03d}X",
        "century": f"{first.year // 100:02d}XX",
    }
    if days.grain == "season":
        year, season = season_of(first)  # “late winter” begins in the year after its winter
        return f"{year:04d}-{SEASONS[season]}"
    return written.get(days.grain, first.isoformat())


def is_past_midnight(told: str, part: str) -> bool:
    """Whether what was told of at night goes on in the small hours: “At 10:55 p.m. … By 3 a.m. …”, “by daybreak”."""
    before = told.partition("T")[2][:2]
    late = before == "NI" or (before.isdigit() and int(before) >= EVENING)
    return late and (part == "MO" or (part[:2].isdigit() and int(part[:2]) < MORNING))


def some_day(base: Days) -> str:
    """A day of which only the month is known, or nothing."""
    if base.value.count("-") == len(("month", "day")):
        return base.value.partition("T")[0]
    inside = base.grain in {"month", "week"} and base.first.month == base.last.month
    return f"{base.first.isoformat()[:7]}-XX" if inside else "XXXX-XX-XX"


def length_value(form: Length) -> str:
    """“P3D”, “PT5H”, “PXW”, “P2Y3M”; decades and centuries in years."""
    if form.rest is not None:
        one, other = (length_value(part) for part in (form.model_copy(update={"rest": None}), form.rest))
        return one + (other[1:] if "T" not in one else other.removeprefix("PT"))
    unit, amount = form.unit, form.amount
    if unit in SMALLER:
        amount = None if amount is None else amount * SMALLER[unit]
        unit = "week" if unit == "fortnight" else "year"
    return period(unit, amount)


def period(unit: Unit, amount: float | None) -> str:
    """A period of so many units; X if nobody says how many."""
    if amount is not None:
        unit, amount = PARTS_OF_ONE.get((amount, unit), (unit, amount))
    code = CODES[unit]
    number = "X" if amount is None else f"{amount:g}"
    return f"PT{number}{code[1]}" if code[0] == "T" else f"P{number}{code}"


def often_value(form: Often) -> str:
    """“P1D” for every day, “XXXX-WXX-5” for Fridays."""
    named = form.named
    if named is not None and form.amount == 1:
        return open_value(named)
    return length_value(Length(amount=form.amount, unit=form.unit))


def open_value(form: Named) -> str:
    """Value of a piece of the calendar whose year nobody knows: “XXXX-10-18”."""
    if form.weekday and not form.day:
        return f"XXXX-WXX-{form.weekday}"
    if form.season:
        return f"XXXX-{SEASONS[form.season]}"
    if form.quarter:
        return f"XXXX-Q{form.quarter}"
    month = f"{form.month:02d}" if form.month else "XX"
    return f"XXXX-{month}-{form.day:02d}" if form.day else f"XXXX-{month}" if form.month else "XXXX-XX-XX"


def value_of_form(form: Form, days: Days | None, *, history: bool) -> str:
    """Value of a resolved mention; empty if TIMEX3 has none for it."""
    if isinstance(form, Length):
        return length_value(form)
    if isinstance(form, Often):
        return often_value(form)
    if isinstance(form, Vague):
        return _vague(form, days, history=history)
    own = _moved(form, days, history=history) if isinstance(form, Moved) else ""
    if days is not None:
        return own or value_of(days)
    value = own or undated_value(form)
    return value if history or value not in UNKNOWN else ""  # “the fifth day of the strike” says nothing in a report


def _moved(form: Moved, days: Days | None, *, history: bool) -> str:
    """Value of steps that are not told by their days: hours, steps from what has no date, “a few years ago”."""
    vague = form.amount is None
    unnamed = (days is None and form.base == "event" and not vague) or (form.of_words and (vague or days is None))
    if unnamed or (form.unit in BELOW_A_DAY and form.base == "event"):
        return length_value(Length(amount=form.amount, unit=form.unit))
    if vague:
        return REFS["past" if form.sign < 0 else "future"]
    return REFS["present"] if history and form.base == "publication" and form.amount == 0 else ""


def _vague(form: Vague, days: Days | None, *, history: bool) -> str:
    if form.marked == "never" or (form.marked == "histories" and not history):
        return ""
    return value_of(days) if form.ref == "same" and days is not None else REFS[form.ref]


def undated_value(form: Form) -> str:
    """Value of what no day is known of: open pieces."""
    if isinstance(form, Named):
        return open_value(form)
    if isinstance(form, Between):
        return f"{undated_value(form.first)}/{undated_value(form.last)}"
    if isinstance(form, Part):
        return f"XXXX-XX-XXT{form.part}{form.zone}"
    if isinstance(form, Edge):
        return undated_value(form.of)
    return "XXXX-WXX" if isinstance(form, Turn) and form.unit == "week" else "XXXX-XX-XX"
