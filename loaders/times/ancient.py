"""Years before Christ, which our calendar (`datetime.date`) cannot hold.

They are reckoned with at the far end of the calendar, where years run forward as they do elsewhere, and written back
when a value is told. They have a TIMEX3 value and no days.
"""

import re

from loaders.times.days import Days
from loaders.times.forms import Named

LAST_YEAR = 9000
"""Where the year 1 before Christ is followed by; 480 BC is reckoned as 8520."""
EARLIEST = 6000
"""Years before Christ that can be reckoned with."""
YEAR = re.compile(r"(?:^|(?<=/))(\d{4}|(?=\d+X+(?:$|/))[\dX]{4})")
MILLENNIUM, CENTURY, DECADE = 1000, 100, 10
OURS = {"before_christ": False, "of_our_era": True}


def reckoned(form: Named) -> Named:
    """The same piece of the calendar at its far end."""
    if form.millennium is not None:
        return form.model_copy(update={"millennium": LAST_YEAR // MILLENNIUM - form.millennium + 1, **OURS})
    if form.century is not None:
        return form.model_copy(update={"century": LAST_YEAR // CENTURY - form.century + 1, **OURS})
    if form.decade is not None:
        return form.model_copy(update={"decade": LAST_YEAR - form.decade - DECADE + 1, **OURS})
    return form.model_copy(update={"year": LAST_YEAR - (form.year or 0), **OURS})


def is_reckoned(days: Days) -> bool:
    """Whether days stand for days before Christ."""
    return days.first.year >= LAST_YEAR - EARLIEST


def written(value: str) -> str:
    """A value that stands for one before Christ, as TIMEX3 writes it: “BC0480-08”, “BC05” for the sixth century."""
    return YEAR.sub(_before_christ, value)


def _before_christ(found: re.Match[str]) -> str:
    digits = found[1].rstrip("X")
    unknown = len(found[1]) - len(digits)
    if unknown:
        count = LAST_YEAR // 10**unknown - int(digits) - 1
        return f"BC{count:0{len(digits)}d}" if count < EARLIEST // 10**unknown else found[1]
    year = LAST_YEAR - int(digits)
    return f"BC{year:04d}" if 0 < year <= EARLIEST else f"{1 - year:04d}" if year <= 0 else digits
