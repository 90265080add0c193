"""Years before Christ. Our calendar (`datetime.date`) cannot hold them, so they have a TIMEX3 value and no days."""

from dataclasses import dataclass

from loaders.times.forms import Edge, Form, Moved, Named, Turn, Vague
from loaders.times.values import SEASONS

STEPS = {"last": 1, "previous": 1, "next": -1, "following": -1, "same": 0, "that": 0, "this": 0}


@dataclass(slots=True)
class AncientClock:
    """The last year before Christ that was told, as long as nothing later is told."""

    year: int | None = None

    def value(self, form: Form) -> str:
        """Value of a form that stands in such a year; empty if it does not."""
        if isinstance(form, Edge):
            return self.value(form.of)
        if isinstance(form, Named) and (form.year is not None or form.century is not None):
            self.year = form.year if form.before_christ else None
            return ""
        if self.year is None:
            return ""
        if isinstance(form, Named) and not form.which:
            return _named(form, self.year)
        if isinstance(form, Vague) and form.ref == "same":
            return _written(self.year)
        return self._moved(form, self.year)

    def _moved(self, form: Form, year: int) -> str:
        if isinstance(form, Turn) and form.unit == "year" and form.which in STEPS:
            year += STEPS[form.which]
        elif isinstance(form, Moved) and form.unit == "year" and form.amount is not None and form.base == "event":
            year -= form.sign * int(form.amount)
        else:
            return ""
        self.year = max(year, 1)
        return _written(self.year)


def _named(form: Named, year: int) -> str:
    if form.season:
        return f"{_written(year)}-{SEASONS[form.season]}"
    if form.month:
        return f"{_written(year)}-{form.month:02d}" + (f"-{form.day:02d}" if form.day else "")
    return ""


def _written(year: int) -> str:
    return f"BC{year:04d}"
