"""Numbers in a text with their bound: "about 3,000", "dozens", "1.2 million", "between 5 and 10"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph.model import Bound
from loaders.lexicon import table

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SPACE = r"[ \u00a0]"
NAMED = re.compile(r"[\w.:/#@+_-]\Z|\d[–,]\Z")
"""What before a figure makes it part of a name, a time of day, a score: "Su-27", "10:30", "2/3"."""
GOES_ON = re.compile(r"[\w:/]|\.\d|,\d{3}")
"""What behind a figure does the same: "18th", "5G", "24/7"."""
RANGE = re.compile(rf"{SPACE}?[-–]{SPACE}?\Z|{SPACE}(?:to|and|or){SPACE}\Z")
BOUND_WINDOW = 40
"""Characters before or behind a number in which its bound may stand."""
HYPHENS = frozenset("-–")
LEAST_JOINED = 100
"""Smaller figures joined by a hyphen are days, scores or names, unless a bound stands before them."""
FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Four bare digits from one to the other are a year, unless a bound stands before them."""


@dataclass(frozen=True)
class Number:
    """A number as written; offsets count from the block's start."""

    start: int
    """Where its bound begins, or else the figure."""
    end: int
    at: int
    """Where the figure begins."""
    until: int
    """Where the figure ends; a bound may follow ("or more")."""
    low: float | None
    high: float | None
    bound: Bound
    kind: str
    """number, vague, several, fraction, times."""
    currency: str = ""


@dataclass(frozen=True)
class Words:
    """The tables, compiled."""

    figure: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    values: dict[str, tuple[str, float, float | None]]
    """Word → kind, low, high."""
    bounds: dict[tuple[str, str], Bound]
    currencies: dict[str, str]


@cache
def words() -> Words:
    """The tables `numbers`, `bounds` and `units`."""
    values = {
        cells["word"]: (cells["kind"], float(cells["low"]), float(cells["high"]) if cells["high"] else None)
        for _, cells in table("numbers", "word", "kind", "low", "high")
    }
    rows = [cells for _, cells in table("bounds", "words", "bound", "place")]
    units = [cells for _, cells in table("units", "word", "kind", "unit")]
    currencies = {cells["word"]: cells["unit"] for cells in units if cells["kind"] == "money"}
    ones = _any(word for word, (kind, *_) in values.items() if kind == "number" and " " not in word)
    scales = _any(word for word, (kind, *_) in values.items() if kind == "scale")
    whole = _any(word for word, (kind, *_) in values.items() if kind not in {"number", "scale"} or " " in word)
    money = re.sub(r"(?<=[A-Z])\\\$", lambda _: rf"{SPACE}?\$", _any(currencies))
    figure = (
        rf"(?:(?P<money>{money}){SPACE}?)?(?P<digits>{DIGITS})(?:(?:{SPACE}|-)?(?P<scale>{scales})\b)?"
        rf"|\b(?P<whole>{whole})\b"
        rf"|\b(?P<spelled>(?:{ones})(?:(?:{SPACE}|-|{SPACE}and{SPACE})(?:{ones}|{scales}))*)\b"
    )
    sides = {side: _any(cells["words"] for cells in rows if cells["place"] == side) for side in ("before", "after")}
    return Words(
        figure=re.compile(figure, re.IGNORECASE),
        before=re.compile(
            rf"\b(?:{sides['before']}){SPACE}(?:(?:about|some|around|an estimated){SPACE})?\Z", re.IGNORECASE
        ),
        after=re.compile(rf"{SPACE}(?:{sides['after']})\b", re.IGNORECASE),
        values=values,
        bounds={(cells["words"], cells["place"]): cells["bound"] for cells in rows},  # type: ignore[misc]  # our table
        currencies=currencies,
    )


def _any(listed: Iterable[str]) -> str:
    longest_first = sorted(listed, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in longest_first)


def numbers(text: str) -> Iterator[Number]:
    """Every number in the text, in order, not overlapping; whether it counts anything is for others to say."""
    last: Number | None = None
    for match in words().figure.finditer(text):
        found = _read(match, text, last)
        if found is None:
            continue
        if last is not None and RANGE.match(text, last.until, found.at) and _is_range(last, found, text):
            last = _joined(last, found)
            continue
        if last is not None:
            yield last
        last = found
    if last is not None:
        yield last


def _read(match: re.Match[str], text: str, last: Number | None) -> Number | None:
    known = words()
    start, end = match.span()
    joined = last is not None and last.until == start - 1 and text[start - 1] in HYPHENS
    if NAMED.search(text, max(0, start - 2), start) and not match["money"] and not joined:
        return None
    if match["digits"] and GOES_ON.match(text, end):
        return None
    kind, low, high = _value(match)
    before = known.before.search(text, max(0, start - BOUND_WINDOW), start)
    after = known.after.match(text, end, end + BOUND_WINDOW)
    bound = _bound(before, after, kind)
    if match["digits"] and not before and not match["money"] and _is_year(match):
        return None
    if text[end : end + 1] in HYPHENS and text[end + 1 : end + 2].isdigit() and not before and low < LEAST_JOINED:
        return None
    ends = _ends(low, high, bound)
    if kind == "times":
        before, bound, ends = None, "exact", (low, high)
    return Number(
        start=before.start() if before else start,
        end=after.end() if after else end,
        at=start,
        until=end,
        low=ends[0],
        high=ends[1],
        bound=bound,
        kind=kind,
        currency=known.currencies.get((match["money"] or "").upper().replace(" ", ""), ""),
    )


def _is_year(match: re.Match[str]) -> bool:
    bare = match["digits"].isdecimal() and len(match["digits"]) == len(str(FIRST_YEAR)) and not match["scale"]
    return bare and FIRST_YEAR <= int(match["digits"]) < LAST_YEAR


def _value(match: re.Match[str]) -> tuple[str, float, float | None]:
    values = words().values
    if match["digits"]:
        scale = values[match["scale"].lower()][1] if match["scale"] else 1.0
        value = round(float(match["digits"].replace(",", "")) * scale, 6)
        return "number", value, value
    if match["whole"]:
        kind, low, high = values[" ".join(match["whole"].lower().split())]
        return kind, low, high
    return "number", *(2 * (_spelled(match["spelled"]),))


def _spelled(written: str) -> float:
    """Number words: smaller ones add up, a scale multiplies what stands before it ("two hundred and five")."""
    total = current = 0.0
    for word in re.findall(r"[a-z]+", written.lower()):
        kind, value, _ = words().values.get(word, ("", 0.0, None))
        if kind == "scale":
            current = max(current, 1.0) * value
            if value >= 1000:  # noqa: PLR2004 – a thousand closes what was counted before
                total, current = total + current, 0.0
        else:
            current += value
    return total + current


def _bound(before: re.Match[str] | None, after: re.Match[str] | None, kind: str) -> Bound:
    known = words().bounds
    if after:
        return known[" ".join(after[0].lower().split()), "after"]
    if before:
        said = " ".join(before[0].lower().split())
        return next(bound for (words_, place), bound in known.items() if place == "before" and said.startswith(words_))
    return "several" if kind == "several" else "about" if kind == "vague" else "exact"


def _ends(low: float, high: float | None, bound: Bound) -> tuple[float | None, float | None]:
    """The end that a bound leaves open."""
    if bound in {"over", "at least"}:
        return low, None
    if bound in {"under", "at most", "up to"}:
        return None, high
    return low, high


def _is_range(one: Number, two: Number, text: str) -> bool:
    """Whether two numbers are the ends of one: "5-10", "between 5 and 10", "from 3,000 to 5,000", "one or two"."""
    joint = text[one.until : two.at]
    if one.low is None or two.high is None or one.low >= two.high or one.kind != two.kind:
        return False
    if joint.strip() == "and":
        return bool(re.search(r"\bbetween\s\Z", text[max(0, one.start - 8) : one.start]))
    return True


def _joined(one: Number, two: Number) -> Number:
    """Both ends in one; "1.2 to 1.5 million" gives its scale to both."""
    low = one.low or 0.0
    high = two.high or 0.0
    scale = 1.0
    while low < 1000 and high >= 1000 and low * scale * 1000 <= high:  # noqa: PLR2004 – thousands are the steps
        scale *= 1000
    return replace(two, start=one.start, at=one.at, low=low * scale, high=high, bound="range", currency=one.currency)
