"""How long before or after something dated it happened: "four months before the fair"."""

import re
from datetime import date, timedelta

from spacy.tokens import Token

from graph.when import When, month_days
from loaders.dating.inherit import inherited
from loaders.dating.order import Beside, its_date, told_beside
from loaders.dating.scene import Scene
from loaders.records import ReadTime

LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
"""A TIMEX3 length of whole units."""
ABOUT = frozenset({"about", "around", "roughly", "approximately", "some", "nearly", "almost"})
"""Words before a length that say it is no exact one."""
WIDEST = 14
"""Days of what may be counted from."""
MONTHS = 12


def counted_from_it(scene: Scene, index: int) -> When | None:
    """How long before or after something dated it happened, the words count: "four months before the fair".

    Months and years count to a month and a year, weeks to a day or so.
    """
    for beside in told_beside(scene.token(index)):
        length = _length_before(scene, index, beside.word)
        when = its_date(scene, scene.clauses[index].tree, beside.other) if length is not None else None
        if length is not None and when is not None and _is_narrow(when):
            there = _counted(when, length, beside)
            return there if there is not None and _may_be(scene, index, there) else None
    return None


def _may_be(scene: Scene, index: int, when: When) -> bool:
    """Whether it does not lie after publication though it is told as past: then it is counted from another one."""
    day = scene.published.last if scene.published else None
    told = scene.moods[index].modality in {"asserted", "denied"}
    return not (told and day is not None and when.first is not None and when.first > day)


def _is_narrow(when: When) -> bool:
    return when.first is not None and when.last is not None and (when.last - when.first).days < WIDEST


def _length_before(scene: Scene, index: int, word: Token) -> ReadTime | None:
    """The length that stands right before a word."""
    tree = scene.trees[scene.clauses[index].tree]
    place = tree.block.span.start + word.idx
    ends = (time for time in scene.times if 0 < place - time.mention.span.end <= 1)
    return next((time for time in ends if LENGTH.fullmatch(time.value)), None)


def _counted(when: When, length: ReadTime, beside: Beside) -> When | None:
    """The days so long before the first or after the last day of a date."""
    read = LENGTH.fullmatch(length.value)
    start = when.first if beside.side == "last" else when.last
    if read is None or start is None:
        return None
    amount = int(read[1]) * (-1 if beside.side == "last" else 1)
    days = _moved(start, amount, read[2])
    if days is None:
        return None
    grain = {"D": "day", "W": "day", "M": "month", "Y": "year"}[read[2]]
    about = read[2] == "W" or beside.word.doc[max(0, beside.word.i - 3)].lower_ in ABOUT
    return inherited(when).model_copy(
        update={"first": days[0], "last": days[1], "grain": grain, "approximate": when.approximate or about}
    )


def _moved(day: date, amount: int, unit: str) -> tuple[date, date] | None:
    """Days, months or years before or after a day; None outside the calendar."""
    try:
        if unit in {"D", "W"}:
            there = day + timedelta(days=amount * (7 if unit == "W" else 1))
            return there, there
        if unit == "Y":
            return date(day.year + amount, 1, 1), date(day.year + amount, 12, 31)
        months = day.year * MONTHS + day.month - 1 + amount
        return month_days(months // MONTHS, months % MONTHS + 1)
    except (ValueError, OverflowError):
        return None
