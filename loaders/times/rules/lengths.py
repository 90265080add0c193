"""How long and how often: “three days”, “a five-year plan”, “every other Friday”."""

import re
from typing import cast

from loaders.times.forms import Form, Length, Named, Often, Unit, Which
from loaders.times.patterns import GROUPS, Hit, Made, Rule, rule
from loaders.times.pieces import YEAR
from loaders.times.rules.calendar import whole
from loaders.times.rules.relative import amount, unit, which
from loaders.times.sentences import noun_follows
from loaders.times.words import NAME, OTHER, Value, kind

ARTICLE, UNIT, UNITS, OF, IN = kind("article"), kind("unit"), kind("units"), kind("of"), kind("in")
POINTS = frozenset(kind(name) for name in GROUPS["point"])
MEASURES = frozenset(kind(name) for name in ("for", "in", "of", "than", "within", "after", "about"))
TIMES, PLURAL = frozenset({"once", "twice", "thrice"}), re.compile(r"[a-z]{2,}[a-rt-z]s")
SIZES: dict[Unit, int] = {"second": 0, "minute": 1, "hour": 2, "day": 3, "week": 4, "month": 5, "year": 6}
"""Units that are told one after the other, in the order of their size."""
IDIOMS = frozenset({"second", "minute"})
"""Units that are other words, too: “the minutes of a meeting”, “he seconds it”."""


def _is_idiom(hit: Hit) -> bool:
    """“A minute quantity”, “a day nursery”, “he scored a century”."""
    if hit["u"] == "century":
        return hit.first == 0 or hit.pieces.kinds[hit.first - 1] not in MEASURES
    noun = noun_follows(hit.pieces, hit.end)
    return hit["u"] in {"minute", "day"} and noun and hit.end - hit.first == 2  # noqa: PLR2004 – article and unit


@rule(
    """amount dash anyunit dash? old | num unit old | amount units old (?= other|name) | article unit dash old
    | units dash old | aged num""",
    "age",
)
def age(_: Hit) -> Value:
    """How old somebody is says nothing about when something happened."""
    return "age"


@rule("(?<= counted) (article | each) u:unit", "speed")
def speed(hit: Hit) -> Value:
    """“Sixty miles an hour” says how fast, neither when nor how long."""
    return "speed" if unit(hit) in {"hour", "minute", "second"} else None


@rule("each (other_one | n:nth) (w:weekday | w:weekdays | u:unit)", "often")
def every_other(hit: Hit) -> Form | None:
    """“Every other Friday” comes back after two weeks."""
    step = whole(hit["n"]) or 2
    if hit.has("w"):
        return Often(unit="week", amount=step, named=Named(weekday=whole(hit["w"])))
    return Often(unit=unit(hit), amount=step)


@rule("each (u:unit | n:num u:units | s:some u:units)", "often")
def every_unit(hit: Hit) -> Form:
    """“Every day”, “every two weeks”, “every few years” says how often."""
    if not hit.has("n"):
        return Often(unit=unit(hit), amount=1 if hit.has("u") and not hit.has("s") else None)
    return Often(unit=unit(hit), amount=int(amount(hit) or 1))


@rule("each d:date", "often")
def every_date(hit: Hit) -> Form | None:
    """“Every December 14” comes back each year."""
    named = hit["d"]
    dated = isinstance(named, Named) and named.year is None and named.month is not None
    return Often(unit="year", named=named) if dated and isinstance(named, Named) else None


@rule("the? n:nth w:weekday (of | in) each u:unit", "often")
def nth_weekday_of_each(hit: Hit) -> Form:
    """“The first Monday of each month” comes back each month."""
    return Often(unit=unit(hit))


@rule("each w:weekday (and | or) x:weekday", "dates")
def every_two(hit: Hit) -> Made:
    """“Every Monday and Thursday” is both, every week."""
    often = kind("often")
    one, other = (Often(unit="week", named=Named(weekday=whole(hit[name]))) for name in ("w", "x"))
    return Made(((hit.first, hit.first + 2, often, one), (hit.end - 1, hit.end, often, other)))


@rule("each (w:weekday | m:month | s:season | p:part)", "often")
def every_named(hit: Hit) -> Form:
    """“Every Friday” comes back each week, “every spring” each year, “every morning” each day."""
    if hit.has("w"):
        return Often(unit="week", named=Named(weekday=whole(hit["w"])))
    if hit.has("p"):
        return Often(unit="day")
    return Often(unit="year", named=Named(month=whole(hit["m"]), season=whole(hit["s"])))


@rule(
    """(?<= num|code|some|counted|units|other|name) article u:unit
    (?! dash|poss|ago|later|after|before|earlier|into|and)
    | ((?<= num slash_mark) | (?<= code slash_mark)) u:unit""",
    "often",
)
def rate(hit: Hit) -> Form | None:
    """“30 a day”, “hundreds of calls a day”, “twice a week” says how often."""
    before = hit.pieces.words(hit.first - 1)
    word = hit.pieces.kinds[hit.first - 1] in {OTHER, NAME}
    if word and hit.follows() == "from":
        return None  # “it opens a week from Friday”
    if word and not (before.lower() in TIMES or PLURAL.fullmatch(before)):
        return None
    return Often(unit=unit(hit))


@rule("w:weekdays | w:weekday parts", "often")
def weekdays(hit: Hit) -> Form:
    """“Fridays” is every Friday."""
    return Often(unit="week", named=Named(weekday=whole(hit["w"])))


@rule("o:adverb (?! name)", "often")
def adverb(hit: Hit) -> Form | None:
    """“Daily”, “weekly”, “semiannual” says how often."""
    if hit.words("o")[0].isupper() and hit.first and hit.pieces.kinds[hit.first - 1] == NAME:
        return None
    number, _, counted = str(hit["o"]).rpartition(" ")
    return Often(unit=cast("Unit", counted), amount=int(number or 1))


@rule(
    """the? (q:last | q:next | this q:last | this q:next) (n:num | n:some) other? (u:units | u:unit)
    | the n:num (q:last | q:next) u:units""",
    "length",
)
def counted_turn(hit: Hit) -> Form:
    """“The past two weeks” ends with publication, “the next two weeks” begins with it."""
    return Length(amount=amount(hit), unit=unit(hit), which=_side(hit))


def _side(hit: Hit) -> Which | None:
    """“The last weeks of the war” have their own end."""
    inside = hit.pieces.kinds[hit.end : hit.end + 1] == [OF] and hit["q"] in {"last", "final"}
    return None if inside else which(hit) if hit.has("q") else "last"


@rule("the? (q:last | q:next | recent) u:units", "length")
def turns(hit: Hit) -> Form:
    """“Recent months” ends with publication, “the coming days” begins with it; how long is left open."""
    return Length(amount=None, unit=unit(hit), which=_side(hit))


@rule("the u:units ahead (?! of)", "length")
def units_ahead(hit: Hit) -> Form:
    """“The months ahead”, “the years to come” begin with publication."""
    return Length(amount=None, unit=unit(hit), which="coming")


@rule("n:num consecutive (u:units | u:quarters)", "length")
def consecutive(hit: Hit) -> Form:
    """“Three straight months” says how long."""
    return Length(amount=amount(hit), unit=unit(hit))


@rule("the? (q:last | q:next | recent) (n:num | n:some)? u:quarters", "length")
def quarters(hit: Hit) -> Form:
    """“The past two quarters”, “in recent quarters”; “three quarters” alone are of anything."""
    number = amount(hit) if hit.has("n") else None
    return Length(amount=number, unit=unit(hit), which=which(hit) if hit.has("q") else "last")


@rule("(the | article) (n:nth consecutive (u:unit | u:quarter) | n:nth (u:unit | u:quarter) consecutive)", "length")
def in_a_row(hit: Hit) -> Form:
    """“For the fourth day in a row” is four days, the last of them the day told of."""
    return Length(amount=whole(hit["n"]), unit=unit(hit), which="past", in_a_row=True)


@rule("n:num (or | to | dash) m:num dash? u:units | (?<= between) n:num and m:num dash? u:units", "lengths")
def two_lengths(hit: Hit) -> Made:
    """“Ten or fifteen years”, “between two and three weeks” is two lengths."""
    counted, first, second = unit(hit), hit.at("n"), hit.at("m")
    return Made((
        (first, first + 1, kind("length"), Length(amount=amount(hit), unit=counted)),
        (second, hit.end, kind("length"), Length(amount=amount(hit, "m"), unit=counted)),
    ))  # fmt: skip


@rule(
    """n:amount more? dash? u:anyunit (dash? long)? | n:num (other | whole) u:units
    | article o:num dash? u:unit (dash? long)? | n:article whole u:unit | n:num whole u:unit""",
    "length",
)
def length(hit: Hit) -> Form | None:
    """A number with a unit says how long."""
    kinds = hit.pieces.kinds
    if hit.words("n").lower() == "one" and _is_some_day(hit):
        return None
    if (kinds[hit.first] == ARTICLE and (_is_idiom(hit) or _is_plural(hit))) or (
        kinds[hit.first] == YEAR and kinds[hit.end - 1] == UNIT
    ):
        return None
    return Length(amount=amount(hit, "o") if hit.has("o") else amount(hit), unit=unit(hit)) if hit["n"] != 0 else None


def _is_some_day(hit: Hit) -> bool:
    """“One day last week”, “one week in June” says when, not how long; “for one year in April 1636” does."""
    kinds = hit.pieces.kinds
    if hit.first and kinds[hit.first - 1] in MEASURES:
        return False
    after = kinds[hit.end + 1 : hit.end + 2] if kinds[hit.end : hit.end + 1] == [IN] else kinds[hit.end : hit.end + 1]
    return bool(after) and after[0] in POINTS


@rule("m:more u:unit", "length")
def another(hit: Hit) -> Form | None:
    """“For another year” is one year more."""
    return Length(amount=1, unit=unit(hit)) if hit["m"] == "another" else None


def _is_plural(hit: Hit) -> bool:
    """“A decades-long feud” is no single decade."""
    at = hit.at("u")
    return at >= 0 and hit.pieces.kinds[at] == UNITS and not hit.has("o")


@rule("(n:num | article) u:anyunit and article half (?! number_word|of|anyunit|other)", "length")
def halves(hit: Hit) -> Form:
    """“A year and a half”, “two months and a half” is a length with a half."""
    return Length(amount=(amount(hit) or 1) + 0.5, unit=unit(hit))


@rule("u:unit dash long | u:unit_long", "length")
def unit_long(hit: Hit) -> Form:
    """“Day-long”, “weeklong” is one day, one week."""
    return Length(amount=1, unit=unit(hit))


@rule("the? u:units (dash? long)?", "length")
def bare_length(hit: Hit) -> Form | None:
    """“For weeks” says roughly how long."""
    if unit(hit) in IDIOMS and not (hit.first and hit.pieces.kinds[hit.first - 1] in MEASURES):
        return None
    return Length(amount=None, unit=unit(hit))


@rule("a:length (comma b:length)? comma? and c:length", "length")
def joined_lengths(hit: Hit) -> Form | None:
    """“Two years, three months and five days” is one length."""
    last = hit["c"]
    if hit.has("b"):
        last = _with_rest(hit["b"], last)
    return _with_rest(hit["a"], last)


def _with_rest(one: Value, other: Value) -> Length | None:
    """A length with a finer one behind it, if both are exact."""
    if not isinstance(one, Length) or not isinstance(other, Length) or one.which or other.which:
        return None
    exact = one.amount is not None and other.amount is not None
    return (
        one.model_copy(update={"rest": other})
        if exact and SIZES.get(one.unit, -1) > SIZES.get(other.unit, len(SIZES))
        else None
    )


OFTEN: tuple[Rule, ...] = (
    age,
    in_a_row,
    speed,
    every_date,
    nth_weekday_of_each,
    every_two,
    every_other,
    every_unit,
    every_named,
    rate,
    weekdays,
    adverb,
)
LENGTHS: tuple[Rule, ...] = (
    halves,
    consecutive,
    quarters,
    counted_turn,
    turns,
    units_ahead,
    two_lengths,
    length,
    another,
    unit_long,
    bare_length,
    joined_lengths,
)
