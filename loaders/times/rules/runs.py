"""Several days of one month told together: “October 18–20”, “May 6 and 7”."""

import re

from graph.record import Span
from loaders.times.forms import Between, Form, Named
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.rules.calendar import MOST_DAYS, day_number, whole
from loaders.times.words import kind


@rule("m:month dot? a:dayno (dashes|to|through|until) b:dayno (?! month) (comma? y:anyyear)?", "range")
def days_of_month(hit: Hit) -> Form | None:
    """“October 18–20” is all three days."""
    return _run(hit)


@rule(
    """between? a:dayno (dashes|to|through|until|slash_mark) b:dayno of? m:month (dot? comma? y:anyyear)?
    | between a:dayno and b:dayno of? m:month (dot? comma? y:anyyear)?""",
    "range",
)
def days_before_month(hit: Hit) -> Form | None:
    """“18–20 October”, “between 8 and 13 October” is all days from the first to the last."""
    return _run(hit)


@rule("c:code of? m:month (dot? comma? y:anyyear)?", "range")
def days_with_a_slash(hit: Hit) -> Form | None:
    """“4/5 October” is both days."""
    days = re.fullmatch(r"(\d{1,2})/(\d{1,2})", hit.words("c"))
    first, last = (int(days[1]), int(days[2])) if days else (0, 0)
    if not 1 <= first < last <= MOST_DAYS:
        return None
    month, year, start, pieces = whole(hit["m"]), whole(hit["y"]), hit.pieces.starts[hit.first], hit.pieces
    middle = start + len(str(days[1] if days else ""))
    return Between(
        first=Named(year=year, month=month, day=first),
        last=Named(year=year, month=month, day=last),
        spans=(Span(start=start, end=middle), Span(start=middle + 1, end=pieces.ends[hit.end - 1])),
    )


@rule("between m:month a:dayno and b:dayno (comma? y:anyyear)?", "range")
def days_between(hit: Hit) -> Form | None:
    """“Between October 8 and 13” is all days from the first to the last."""
    return _run(hit)


def _run(hit: Hit) -> Form | None:
    first, last = day_number(hit, "a"), day_number(hit, "b")
    if first is None or last is None or first >= last:
        return None
    month, year, pieces = whole(hit["m"]), whole(hit["y"]), hit.pieces
    left, right = min(hit.at("a"), hit.at("m")), max(hit.at("a"), hit.at("m"))
    left, right = (left, right) if right < hit.at("b") else (hit.at("a"), hit.at("a"))
    return Between(
        first=Named(year=year, month=month, day=first),
        last=Named(year=year, month=month, day=last),
        spans=(
            Span(start=pieces.starts[left], end=pieces.ends[right]),
            Span(start=pieces.starts[hit.at("b")], end=pieces.ends[hit.end - 1]),
        ),
    )


@rule(
    """m:month dot? a:dayno (comma c:dayno)? (and|or|comma|comma and) b:dayno (?! anyunit|num|counted|dash|month)
    (comma? y:anyyear)?""",
    "dates",
)
def days_listed(hit: Hit) -> Made | None:
    """“May 6 and 7”, “May 3, 6 and 7” are single days."""
    return None if hit.follows().endswith("s") else _listed(hit)


@rule("a:dayno (comma c:dayno)? (and|or|comma|comma and) b:dayno of? m:month dot? (comma? y:anyyear)?", "dates")
def days_listed_before(hit: Hit) -> Made | None:
    """“6 and 7 May”, “3, 6 and 7 May” are single days."""
    return _listed(hit)


def _listed(hit: Hit) -> Made | None:
    names = [name for name in "acb" if hit.has(name)]
    days = [day_number(hit, name) or 0 for name in names]
    if not days[0] or days != sorted(set(days)):
        return None
    month, year, date = whole(hit["m"]), whole(hit["y"]), kind("date")
    starts = [hit.first, *(hit.at(name) for name in names[1:])]
    ends = [hit.at("a") + 1, *(hit.at(name) + 1 for name in names[1:-1]), hit.end]
    return Made(tuple(
        (start, end, date, Named(year=year, month=month, day=day))
        for start, end, day in zip(starts, ends, days, strict=True)
    ))  # fmt: skip


RUNS: tuple[Rule, ...] = (
    days_of_month, days_before_month, days_with_a_slash, days_between, days_listed, days_listed_before,
)  # fmt: skip
