"""Parts of days and clock times."""

import re
from typing import Literal

from loaders.times.direction import is_verb
from loaders.times.forms import Form, Moved, Named, Part, Turn
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.rules.calendar import whole
from loaders.times.rules.joined import form
from loaders.times.rules.relative import NAMES_AN_EVENT
from loaders.times.sentences import noun_follows
from loaders.times.words import kind

NOON, HOURS, DAWN, HALF = 12, 24, 5, kind("half")
DOTTED = re.compile(r"(\d{1,2})\.(\d\d)")
"""“9.25 a.m.”, as British papers write it."""
HALF_OF_DAY = re.compile(r"\d ?([apAP])\.?[mM]\b")
CLOCK_TIME = re.compile(r"([0-2]?\d)(?::?([0-5]\d))?")
DAYLIGHT = frozenset({"daytime", "nighttime", "daylight"})
WHOLE_PARTS = DAYLIGHT | {"night"}
"""Parts that come back: “at night”, not “at nightfall”."""
EVENT_DAY = Moved(amount=0, unit="day", sign=1, base="event")


@rule(
    """c:clock (m:meridiem (z:zone | zone_letters)? | z:zone | zone_letters | v:units)
    | ((?<= at|by|until|before|after|about|from|between|to|dashes|of|since) | (?<= between clock and)) c:clock
    | n:num m:meridiem (z:zone | zone_letters)? | n:num oclock | n:num z:zone
    | (?<= at|by|until|before|after|about|from|since) n:num (?= (name|other|counted) timeword | open num zone)
    | n:num zone_letters
    | (?<= at|by|until|before|after|about|from|and|to|dashes) n:num u:units""",
    "time",
)
def clock(hit: Hit) -> Form | None:
    """A clock time; days are the writer's, whatever the zone."""
    if hit.has("u") and (hit["u"] != "hour" or not _is_military(hit.words("n"))):
        return None
    if hit.has("v") and hit["v"] != "hour":
        return None
    hour, minute = _hours(hit)
    if hit["m"] == "pm" and hour < NOON:
        hour += NOON
    if hit["m"] == "am" and hour == NOON:
        hour = 0
    if hour > HOURS or minute > 59:  # noqa: PLR2004 – minutes of an hour
        return None
    return Part(part=f"{hour:02d}:{minute:02d}", zone=str(hit["z"] or ""))


def _hours(hit: Hit) -> tuple[int, int]:
    if hit.has("c"):
        hour, minute = (int(part) for part in hit.words("c").split(":")[:2])
        return hour, minute
    dotted = DOTTED.fullmatch(hit.words("n"))
    if dotted:
        return int(dotted[1]), int(dotted[2])
    number = whole(hit["n"]) or 0
    return divmod(number, 100) if _is_military(hit.words("n")) else (number, 0)


def _is_military(digits: str) -> bool:
    """Whether digits are written as in “0735 hours”."""
    return digits.isdigit() and len(digits) == len("0735")


@rule(
    """(?<! num|code|dash|clock) (n:num | n:time) (dashes | to | until | through) t:time
    | (?<= between) (n:num | n:time) and t:time""",
    "time",
)
def clock_range(hit: Hit) -> Made | None:
    """“From 6 to 8 p.m.”: what is said of the last hour holds for the first, unless that would come after it."""
    first, last = CLOCK_TIME.fullmatch(hit.words("n")), form(hit, "t")
    if not first or not isinstance(last, Part) or not last.part[:2].isdigit() or int(first[1]) > HOURS:
        return None
    hour, minute, half = int(first[1]), first[2] or "00", HALF_OF_DAY.search(hit.words("t"))
    if half:
        late = f"{hour % NOON + NOON:02d}:{minute}"
        hour = hour % NOON + (NOON if half[1] in "pP" and late <= last.part else 0)
    elif not first[2]:
        return None
    at = hit.at("n")
    return Made(((at, at + 1, kind("time"), Part(part=f"{hour:02d}:{minute}", zone=last.zone)),))


@rule(
    """t:time ((name | other | counted) timeword)? (open time close)? comma? on? the? (d:point z:zone? | p:time)
    | (d:date | d:relative) comma? at? about? t:time | p:time comma? at about? t:time""",
    "time",
)
def clock_on_day(hit: Hit) -> Form | None:
    """A clock time with its day, or with the part of the day it lies in (“at 10 p.m. on Monday night”)."""
    time, day, part = form(hit, "t"), form(hit, "d"), form(hit, "p")
    if not isinstance(time, Part) or time.of is not None or not time.part[:2].isdigit():
        return None
    if isinstance(part, Part):
        return None if part.of is None or part.part[:2].isdigit() else _in_part(time, part.part, part.of)
    if day is None or (-1 < hit.at("d") < hit.at("t") and not _is_day(day)):
        return None
    return time.model_copy(update={"of": day, "zone": str(hit["z"] or time.zone)})


def _is_day(day: Form | None) -> bool:
    return isinstance(day, Named) or (isinstance(day, Moved | Turn) and day.unit == "day")


def _in_part(time: Part, part: str, of: Form | None) -> Part:
    """A clock time in a part of the day: half past seven in the evening is 19:30."""
    hour = int(time.part[:2])
    if part == "MO" and hour == NOON:
        return time.model_copy(update={"part": f"00{time.part[2:]}", "of": of})
    late = part in {"AF", "EV", "NI"} and hour < NOON
    shown = f"{hour + NOON:02d}{time.part[2:]}" if late and not (part == "NI" and hour < DAWN) else time.part
    return time.model_copy(update={"part": shown, "of": of})


@rule(
    """(early | edge)? (d:date | d:relative) comma? (in the | at)? (early dash?)? p:part
    | (?<= at|by|before|until|after|since|about) (early dash?)? p:part d:date
    | early? (early dash?)? p:part comma? on? r:relative
    | (article | n:num) p:part in m:month_at
    | this p:part | (e:that | the e:same | that e:same) p:part
    | the? early? (in the)? p:part units? (of | on) (d:point | d:range)""",
    "time",
)
def part_of_day(hit: Hit) -> Form | None:
    """A part of a day is told as that day."""
    if hit.has("e"):
        return Part(part=str(hit["p"]), of=EVENT_DAY)
    if hit.pieces.words(hit.first).lower() == "these" or (hit.has("n") and hit["n"] != 1):
        return None
    if hit.has("r"):
        return Part(part=str(hit["p"]), of=form(hit, "r")) if _is_day(form(hit, "r")) else None
    if hit.has("m"):
        return Part(part=str(hit["p"]), of=form(hit, "m"))
    today = Moved(amount=0, unit="day", sign=1, base="publication")
    return Part(part=str(hit["p"]), of=form(hit, "d") or today)


@rule("the? early u:units (of (d:point part? | the part))? (?! other|name|of)", "time")
def early_hours(hit: Hit) -> Form | None:
    """“The early hours of Sunday” is its morning."""
    return Part(part="MO", of=form(hit, "d")) if hit["u"] == "hour" else None


@rule("early? the? (n:next | b:last) p:part", "time")
def next_part(hit: Hit) -> Form | None:
    """“The next morning” is that of the day after the event told before, “the previous night” of the day before."""
    back = hit.has("b")
    if back and hit["b"] != "previous":
        return None
    return Part(part=str(hit["p"]), of=Moved(amount=1, unit="day", sign=-1 if back else 1, base="event"))


@rule("the p:part (a:after | before) (?! point|q:last)", "time")
def part_before(hit: Hit) -> Form | None:
    """“The night before”, “the evening before the battle” is of the day before the one told before."""
    end = hit.end
    named = end < len(hit.pieces.kinds) and hit.pieces.kinds[end] in NAMES_AN_EVENT
    sign: Literal[-1, 1] = 1 if hit.has("a") else -1
    return Part(part=str(hit["p"]), of=Moved(amount=1, unit="day", sign=sign, base="event", of_words=named))


@rule("the? (n:nth | q:last) p:part (?! of|dash)", "time")
def nth_part(hit: Hit) -> Form | None:
    """“On the third night” is of a day told before; “last night” is read before."""
    return None if noun_follows(hit.pieces, hit.end) else Part(part=str(hit["p"]), of=EVENT_DAY)


@rule("all (through the)? p:part", "time")
def all_night(hit: Hit) -> Form | None:
    """“All night”, “all through the night” is that of the day spoken of."""
    return Part(part=str(hit["p"])) if str(hit["p"]).isalpha() else None


@rule("the? edge of the p:part", "time")
def middle_of_night(hit: Hit) -> Form | None:
    """“In the middle of the night” is that of the day spoken of."""
    return Part(part=str(hit["p"]))


@rule("l:light (on? d:point)?", "time")
def first_light(hit: Hit) -> Form | None:
    """“At first light” is the morning."""
    return Part(part=str(hit["l"]), of=form(hit, "d"))


@rule(
    """(?<= in|at|by|before|until|after|during|since|from|to|about|through|into) the? (early dash?)? p:part
    (?! name|dash)""",
    "time",
)
def part_alone(hit: Hit) -> Form | None:
    """“In the morning” is that of the day spoken of; “at dawn patrols” names a thing."""
    if noun_follows(hit.pieces, hit.end):
        return None
    return Part(part=str(hit["p"]), of_any_day=hit.end - hit.first == 1 and hit.words("p") in DAYLIGHT)


@rule("(?<= in|during) (early dash?)? p:part (?= trading)", "time")
def part_of_trading(hit: Hit) -> Form:
    """“In late afternoon trading” is that part of the day spoken of."""
    return Part(part=str(hit["p"]))


@rule("(?<! unit by) ((?<= at) | (?<= by)) (p:part | u:unit (?! num|digits_day|ordinal|poss))", "time")
def by_night(hit: Hit) -> Form | None:
    """“By night” and “by day” tell of no day."""
    if hit["u"] == "day":
        return Part(part="DT", of_any_day=True)
    return Part(part=str(hit["p"]), of_any_day=True) if hit.words("p").lower() in WHOLE_PARTS else None


@rule("(?<= during) the u:unit (?! of|name|dash|before|after)", "time")
def during_the_day(hit: Hit) -> Form | None:
    """“During the day” tells of no day."""
    return Part(part="DT", of_any_day=True) if hit["u"] == "day" else None


@rule("p:part (?= dash? (other | seasonal))", "time")
def part_of_things(hit: Hit) -> Form | None:
    """“A night attack”, “the dawn raid” tells of no day."""
    after = hit.end + (hit.pieces.words(hit.end) == "-")
    told = after < len(hit.pieces.kinds) and is_verb(hit.pieces.words(after))
    return Part(part=str(hit["p"]), of_any_day=True) if str(hit["p"]).isalpha() and not told else None


@rule("(?<! the|article|number_word|that|same|tonight|ordinal|ordinal_word|last|next) p:part", "time")
def any_night(hit: Hit) -> Form | None:
    """“The dead of night” tells of no day."""
    return Part(part=str(hit["p"]), of_any_day=True) if hit.words("p") in WHOLE_PARTS else None


@rule(
    "(?<= at|about|by|until|before|after|from) (half | article? quarter) (q:last | to) n:num (m:meridiem | oclock)?",
    "time",
)
def half_past(hit: Hit) -> Form | None:
    """“Half past nine”, “a quarter to three”."""
    minutes = 30 if hit.pieces.kinds[hit.first] == HALF else 15
    hour = whole(hit["n"]) or 0
    if not 1 <= hour <= NOON or hit["q"] not in {None, "past"} or (minutes == 30 and not hit.has("q")):  # noqa: PLR2004
        return None
    late = hour % NOON + (NOON if hit["m"] == "pm" else 0)
    hour, minute = divmod(late * 60 + (minutes if hit.has("q") else -minutes), 60)
    return Part(part=f"{hour % HOURS:02d}:{minute:02d}")


@rule("(t:time | (?<= at|by|until|before|after|about|from) n:num) in the p:part", "time")
def clock_in_part(hit: Hit) -> Form | None:
    """“7:30 in the evening” is half past seven at night, “at two in the morning” two hours after midnight."""
    number = whole(hit["n"])
    time = Part(part=f"{number:02d}:00") if number and number <= NOON else form(hit, "t")
    if not isinstance(time, Part) or time.of is not None or not time.part[:2].isdigit():
        return None
    return _in_part(time, str(hit["p"]), None)


@rule("n:amount p:parts (l:later | l:afterwards | earlier)", "time")
def parts_later(hit: Hit) -> Form | None:
    """“Two nights later” is counted from the event told before."""
    count = whole(hit["n"])
    day = Moved(amount=count, unit="day", sign=1 if hit.has("l") else -1, base="event")
    return Part(part=str(hit["p"]), of=day) if count else None


@rule("p:part on? d:date", "time")
def overnight(hit: Hit) -> Form | None:
    """“Overnight Monday” is the night of that day; “overnight” alone says how quickly as often as when."""
    return Part(part=str(hit["p"]), of=form(hit, "d")) if hit.words("p").lower() == "overnight" else None


@rule("t:time into the? (d:dayno | date)", "time")
def night_into(hit: Hit) -> Form | None:
    """“The night of January 8 into 9”, “overnight Sunday into Monday” is both days."""
    time = form(hit, "t")
    return time.model_copy(update={"days": 2}) if isinstance(time, Part) and time.of is not None else None


CLOCK: tuple[Rule, ...] = (
    half_past, clock, clock_range, clock_in_part, parts_later, early_hours, overnight, part_of_day, next_part,
    clock_on_day, first_light, part_before, part_of_trading, by_night, during_the_day, all_night, middle_of_night,
    part_alone, nth_part, part_of_things, any_night, night_into,
)  # fmt: skip
