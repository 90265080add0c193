"""How long before or after something dated it happened: "four months before the fair"."""

import re
from datetime import date, timedelta

from spacy.tokens import Token

from graph.when import When, month_days
from loaders.dating.inherit import date_of, inherited
from loaders.dating.order import SIDES, its_date, link_above, told_beside
from loaders.dating.scene import Scene
from loaders.records import ReadTime
from loaders.trees import Tree

LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
"""A TIMEX3 length of whole units."""
ABOUT = frozenset({"about", "around", "roughly", "approximately", "some", "nearly", "almost"})
"""Words before a length that say it is no exact one."""
BOUNDS = frozenset({"than", "over", "under", "least", "most", "within"})
"""Words before a length that say it was shorter or longer."""
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
            about = _word_before(scene.trees[scene.clauses[index].tree], length) in ABOUT
            there = _counted(when, length, beside.side, about=about)
            return there if there is not None and _may_be(scene, index, there) else None
    return None


def _may_be(scene: Scene, index: int, when: When) -> bool:
    """Whether it does not lie after publication though it is told as past: then it is counted from another one."""
    day = scene.published.last if scene.published else None
    told = scene.moods[index].modality in {"asserted", "denied"}
    return not (told and day is not None and when.first is not None and when.first > day)


def counted_back(scene: Scene, index: int) -> When | None:
    """What something dated came so long after, or before, was so long before or after it: "two days after the fire"."""
    token = scene.token(index)
    word, main = link_above(token)
    side = SIDES.get(word.lower_)
    length = _length_before(scene, index, word) if side is not None else None
    when = date_of(scene, scene.clauses[index].tree, main) if length is not None else None
    if length is None or when is None or not _is_narrow(when):
        return None
    about = _word_before(scene.trees[scene.clauses[index].tree], length) in ABOUT
    there = _counted(when, length, "last" if side == "first" else "first", about=about)
    return there if there is not None and _may_be(scene, index, there) else None


def _is_narrow(when: When) -> bool:
    return when.first is not None and when.last is not None and (when.last - when.first).days < WIDEST


def _length_before(scene: Scene, index: int, word: Token) -> ReadTime | None:
    """The length that stands right before a word, if it is no bound of one: "less than a decade after"."""
    tree = scene.trees[scene.clauses[index].tree]
    place = tree.block.span.start + word.idx
    ends = (time for time in scene.times if 0 < place - time.mention.span.end <= 1)
    length = next((time for time in ends if LENGTH.fullmatch(time.value)), None)
    return length if length is not None and _word_before(tree, length) not in BOUNDS else None


def _word_before(tree: Tree, length: ReadTime) -> str:
    words = tree.text[: length.mention.span.start - tree.block.span.start].split()
    return words[-1].lower() if words else ""


def _counted(when: When, length: ReadTime, side: str, *, about: bool) -> When | None:
    """The days so long before the first or after the last day of a date."""
    read = LENGTH.fullmatch(length.value)
    start = when.first if side == "last" else when.last
    if read is None or start is None:
        return None
    amount = int(read[1]) * (-1 if side == "last" else 1)
    days = _moved(start, amount, read[2])
    if days is None:
        return None
    grain = {"D": "day", "W": "day", "M": "month", "Y": "year"}[read[2]]
    about = read[2] == "W" or about
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
