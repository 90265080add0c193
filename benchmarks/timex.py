"""TimeML documents, and how well TIMEX3 expressions are read: the measures of TempEval-3 (UzZaman et al. 2013).

Offsets count the characters inside <TEXT>, entities resolved, CR LF → LF, nothing stripped.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

DECADE = re.compile(r"\d{2,3}X*")


@dataclass(frozen=True, slots=True)
class Expression:
    """One TIMEX3, annotated or read."""

    start: int
    end: int
    kind: str
    """DATE, TIME, DURATION, SET."""
    value: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One TimeML document."""

    name: str
    text: str
    created: str
    """Value of the creation time; empty if there is none."""
    expressions: tuple[Expression, ...]


def read_folder(folder: Path) -> list[Annotated]:
    """Every .tml file, by name."""
    return [read(path) for path in sorted(folder.glob("*.tml"))]


def read(path: Path) -> Annotated:
    """One file."""
    root = ET.fromstring(path.read_bytes().lstrip())  # noqa: S314 – as above
    created = root.find(".//DCT/TIMEX3")
    text, spans = [""], list[tuple[int, int, ET.Element]]()
    body = root.find(".//TEXT")
    if body is not None:
        _walk(body, text, spans)
    found = [Expression(start, end, one.get("type", ""), one.get("value", "")) for start, end, one in spans]
    found.sort(key=lambda one: (one.start, -one.end))
    name = path.name.removesuffix(".tml")
    return Annotated(name, text[0], created.get("value", "") if created is not None else "", tuple(found))


def _walk(element: ET.Element, text: list[str], spans: list[tuple[int, int, ET.Element]]) -> None:
    start = len(text[0])
    text[0] += element.text or ""
    for child in element:
        _walk(child, text, spans)
        text[0] += child.tail or ""
    if element.tag == "TIMEX3":
        spans.append((start, len(text[0]), element))


def paired(gold: Sequence[Expression], read_: Sequence[Expression]) -> dict[int, int]:
    """Gold index → index of what was read: the same span first, then as many overlapping pairs as there can be."""
    at = {(one.start, one.end): index for index, one in enumerate(read_)}
    pairs = {g: at[one.start, one.end] for g, one in enumerate(gold) if (one.start, one.end) in at}
    taken = {r: g for g, r in pairs.items()}
    fixed = set(taken)
    meeting = {
        g: [
            r
            for r, other in enumerate(read_)
            if r not in fixed and min(one.end, other.end) > max(one.start, other.start)
        ]
        for g, one in enumerate(gold)
        if g not in pairs
    }

    def augment(g: int, seen: set[int]) -> bool:
        for r in meeting[g]:
            if r in seen:
                continue
            seen.add(r)
            if r not in taken or augment(taken[r], seen):
                taken[r], pairs[g] = g, r
                return True
        return False

    for g in meeting:
        augment(g, set())
    return pairs


def figures(documents: Iterable[tuple[Sequence[Expression], Sequence[Expression]]]) -> dict[str, float]:
    """F1 of spans (strict, relaxed), types and values, in percent; `value_f1_fair` counts known quirks as right."""
    count: Counter[str] = Counter()
    for gold, read_ in documents:
        pairs = paired(gold, read_)
        count.update(gold=len(gold), read=len(read_), relaxed=len(pairs))
        for g, r in pairs.items():
            one, other = gold[g], read_[r]
            count["strict"] += (one.start, one.end) == (other.start, other.end)
            count["type"] += one.kind == other.kind
            count["value"] += one.value == other.value
            count["value_fair"] += one.value == other.value or is_quirk(one.value, other.value)
    both = count["gold"] + count["read"]
    share = {name: round(200 * count[name] / both, 2) if both else 0.0 for name in MEASURES}
    return {
        f"{name.removesuffix('_fair')}_f1{'_fair' * name.endswith('_fair')}": value for name, value in share.items()
    }


MEASURES = ("strict", "relaxed", "type", "value", "value_fair")


def is_quirk(gold: str, value: str) -> bool:
    """Whether two values differ only in ways that annotators differ in (benchmarks/times-quirks.md)."""
    if re.sub(r"(-XX)+$", "", gold) == value:
        return True
    if re.fullmatch(r"\d{4}-W\d\d", value):
        return gold == "P1W" or gold.replace("-W", "-W0") == value or _meets(gold.removesuffix("-XX"), value)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT[A-Z]{2}", value):
        return gold == value[:10]
    if DECADE.fullmatch(gold) and DECADE.fullmatch(value):
        return gold.rstrip("X") == value.rstrip("X")
    return (gold == "null" and "XX" in value) or (gold == "P100Y" and value.endswith("XX"))


def _meets(gold: str, week: str) -> bool:
    """Whether a day or month shares a day with a week."""
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    return any((monday + timedelta(days=day)).isoformat().startswith(gold) for day in range(7)) and len(gold) > len(
        "1998"
    )


def shape(expression: Expression) -> str:
    """The class an annotated expression belongs to, by its value."""
    value = expression.value
    for name, pattern in SHAPES.items():
        if re.fullmatch(pattern, value):
            return name
    return "other"


SHAPES = {
    "reference": r"(PRESENT|PAST|FUTURE)_REF",
    "day": r"\d{4}-\d\d-\d\d",
    "time": r".*T(\d\d|[A-Z]{2}).*",
    "week": r"\d{4}-W\d+(-WE)?",
    "month": r"\d{4}-\d\d(-XX)?",
    "quarter, half": r"\d{4}-[QH]\d",
    "season": r"\d{4}-(SP|SU|FA|WI)",
    "year": r"\d{4}(-XX){0,2}",
    "decade, century": r"\d{2,3}X*",
    "before Christ": r"BC.*",
    "length": r"P.*\d.*|PT?X.*",
    "open": r".*XXXX.*|null",
}
