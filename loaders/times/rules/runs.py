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


@rule("m:month a:dayno (and|or|comma) b:dayno (?! anyunit|num|counted|dash|month) (comma? y:anyyear)?", "dates")
def days_listed(hit: Hit) -> Made | None:
    """“May 6 and 7” are two days."""
    last = hit.at("b")
    return _listed(hit, (hit.at("m"), last - 1), (last, hit.end)) if not hit.follows().endswith("s") else None


@rule("a:dayno (and|or|comma) b:dayno of? m:month (comma? y:anyyear)?", "dates")
def days_listed_before(hit: Hit) -> Made | None:
    """“6 and 7 May” are two days."""
    return _listed(hit, (hit.first, hit.first + 1), (hit.at("b"), hit.end))


def _listed(hit: Hit, one: tuple[int, int], other: tuple[int, int]) -> Made | None:
    first, last = day_number(hit, "a"), day_number(hit, "b")
    if first is None or last is None or first >= last:
        return None
    month, year, date = whole(hit["m"]), whole(hit["y"]), kind("date")
    return Made((
        (*one, date, Named(year=year, month=month, day=first)),
        (*other, date, Named(year=year, month=month, day=last)),
    ))  # fmt: skip


RUNS: tuple[Rule, ...] = (
    days_of_month, days_before_month, days_with_a_slash, days_between, days_listed, days_listed_before,
)  # fmt: skip
