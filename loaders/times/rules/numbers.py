"""Number words, and words that are only sometimes words of time (“may”, “fall”, “sun”)."""

from loaders.times.direction import cues
from loaders.times.patterns import Hit, Rule, rule
from loaders.times.rules.calendar import whole
from loaders.times.sentences import noun_follows
from loaders.times.words import Value

THOUSAND, HUNDRED, TWENTY, TEN = 1000, 100, 20, 10
FALL = 23
"""The season (EDTF) whose name is a common noun."""
CUT_IN_FOURTHS = frozenset({"hour", "century"})


def _spelled(hit: Hit) -> int:
    """Value of a run of number words: ones and tens add up, “hundred” and “thousand” multiply."""
    total, current = 0, 0
    for at in range(hit.first, hit.end):
        value = hit.pieces.values[at]
        if not isinstance(value, int):
            continue
        if hit.pieces.words(at).lower() == "dozen":
            current = max(current, 1) * value
            continue
        if value < HUNDRED:
            current += value
            continue
        current = max(current, 1) * value
        if value >= THOUSAND:
            total, current = total + current, 0
    return total + current


@rule(
    """t:number_word dash? o:number_word
    | (number_word | article | digits_day) scale (and? number_word (dash number_word)?)?""",
    "number",
)
def compound_number(hit: Hit) -> Value:
    """Number words that stand together are one number (“two dozen”); “one two-year term” has two."""
    tens, dozens = hit["t"], hit.words("o").lower() == "dozen"
    if not dozens and isinstance(tens, int) and (tens < TWENTY or tens % TEN or not 0 < (whole(hit["o"]) or 0) < TEN):
        return None
    return _spelled(hit)


@rule(
    """n:num dash? and dash? article dash? half (?= dash? anyunit)
    | half article (?= unit) | article half (?= dash? unit)""",
    "number",
)
def number_and_half(hit: Hit) -> Value:
    """“Two and a half”, “half an” are numbers before a unit."""
    value = hit["n"]
    return (float(value) if isinstance(value, int | float) else 0) + 0.5


@rule(
    """(article? quarter | n:num dash? quarters) of article (?= unit)
    | (article | (?<= last)) quarter dash? (?= u:unit)""",
    "number",
)
def fourths(hit: Hit) -> Value:
    """“A quarter of a century”, “a quarter-century” and “three quarters of an hour” are fourths of a unit."""
    if hit.end < len(hit.pieces.kinds) and hit.pieces.values[hit.end] not in CUT_IN_FOURTHS:
        return None
    number = hit["n"] if hit.has("n") else 1
    return number / 4 if isinstance(number, int | float) and number in {1, 3} else None


@rule(
    "q:some scale+ (?= dash? anyunit) | (?<! number|number_word|article|some|digits) scale (?= dash? anyunit)", "number"
)
def hundreds(hit: Hit) -> Value:
    """“The Hundred Days” are a hundred; “several hundred years” have no exact number."""
    return "several" if hit.has("q") else _spelled(hit)


@rule("number_word dash ordinal_word", "ordinal_word")
def compound_ordinal(hit: Hit) -> Value:
    """“Twenty-first” is one ordinal."""
    return _spelled(hit)


@rule("article? some of? | some of", "some")
def vague_number(_: Hit) -> Value:
    """“A few”, “several”, “a couple of” give no exact number."""
    return "some"


@rule(
    """((?<= in|by|as_of|since|until|during|before|after|early|edge|last|next|this|that|same|each) | (?<= unit of)
    | (?<= units of)) m:weak_month
    | ((?<= of|from|through|between|to|and|or|dashes|slash_mark|for|into|about|than) | (?<= at more)) m:weak_month
    (?! name)""",
    "month",
)
def month_after_preposition(hit: Hit) -> Value:
    """“March”, “May” and short forms are months after words such as “in”, “last”, “since”."""
    return hit["m"]


@rule("(?<= digits_day|ordinal) m:weak_month", "month")
def month_after_day(hit: Hit) -> Value:
    """“May” and “March” are months after the number of a day."""
    return hit["m"]


@rule(
    """m:weak_month (?= dot? (digits_day | digits_year | ordinal | comma digits_year
    | dashes (month | weak_month | digits_day) | short_year | poss
    | (and|or|to|through|comma) (month | weak_month)))""",
    "month",
)
def month_before_number(hit: Hit) -> Value:
    """“May” and “March” are months before the number of a day or a year, or before another month."""
    return hit["m"]


@rule("(?<= the|article|poss|and|or) m:weak_month (?= other)", "month")
def month_before_noun(hit: Hit) -> Value:
    """“The March offensive”: a month between an article and a noun."""
    return hit["m"] if len(hit.words("m")) > 3 else None  # noqa: PLR2004 – short forms need a number


@rule("(?<![^ stop dot gap quote]) m:weak_month (?= other (the | article))", "month")
def month_of_sentence(hit: Hit) -> Value:
    """“August was the hottest month”: a month that begins its sentence."""
    short = len(hit.words("m")) <= len("Sept") and hit.words("m") not in {"May", "June"}
    return hit["m"] if not short and hit.follows() in {"was", "is", "marks", "marked"} else None


@rule("q:last (?= about? (num | some | article | the))", "lasting")
def lasting(hit: Hit) -> Value:
    """“Will last five years”, “to last a decade”: a verb, not the years that went."""
    before = hit.pieces.words(hit.first - 1).lower() if hit.first else ""
    return "lasting" if before == "to" or before.endswith("n't") or cues().get(before) == "future" else None


@rule("w:weak_weekday dot? (?= comma? (month|weak_month|digits_day))", "weekday")
def short_weekday(hit: Hit) -> Value:
    """“Wed.”, “Sun” are weekdays before a date."""
    return hit["w"]


@rule(
    """(?<= early|last|next|this|that|same|each|current|season) s:weak_season (?! of (name|the|other))
    | s:weak_season (?= (of|comma)? (digits_year | num era) | of digits) | s:weak_season (?= seasonal)
    | s:weak_season (?= of? the? (last|next|this|that|same) unit)
    | ((?<= in the) | (?<= during the) | (?<= by the) | (?<= since the)) s:weak_season (?! of|name)
    | ((?<= in|by|during|since|until|from) | (?<= season to)) s:weak_season (?! of|other|name)""",
    "season",
)
def fall_season(hit: Hit) -> Value:
    """“Fall” is a season after “last”, “this”, “late”, before a year, or in “the fall campaign”."""
    return hit["s"] if hit.first == 0 or hit.pieces.values[hit.first - 1] != "final" else None


@rule("(?<= (until|before|after|from|about|of|for|through|to) the) s:weak_season (?! of|name)", "season")
def the_spring(hit: Hit) -> Value:
    """“Until the spring”, “in the course of the spring”: a fall is more often that of a city."""
    return None if hit["s"] == FALL or noun_follows(hit.pieces, hit.end) else hit["s"]


@rule("s:weak_season (?= (slash_mark | dash | and | or) season)", "season")
def season_listed(hit: Hit) -> Value:
    """“Spring and summer”, “spring/summer”."""
    return hit["s"]


@rule("((?<= edge of) | (?<= next of) | (?<= advent of) | (?<= when)) s:weak_season (?! of|name)", "season")
def coming_of_spring(hit: Hit) -> Value:
    """“With the coming of spring”, “at the beginning of spring”, “when spring came”."""
    return None if hit["s"] == FALL else hit["s"]


@rule("(?<= in|by|during|since|until|from) s:weak_season (?= other)", "season")
def season_before_words(hit: Hit) -> Value:
    """“In spring they came back” tells of the season."""
    return None if hit["s"] == FALL or noun_follows(hit.pieces, hit.end) else hit["s"]


@rule(
    "(?<= the) s:weak_season (?= comma|stop|dot|gap|and|poss|when|after|before|to|dash|until|close|semicolon)", "season"
)
def the_fall(hit: Hit) -> Value:
    """“In the fall” is a season unless something falls: “in the fall of the city”."""
    return hit["s"]


NUMBERS: tuple[Rule, ...] = (
    compound_number,
    number_and_half,
    fourths,
    hundreds,
    compound_ordinal,
    vague_number,
    month_after_preposition,
    month_after_day,
    month_before_number,
    month_before_noun,
    month_of_sentence,
    lasting,
    short_weekday,
    fall_season,
    the_spring,
    season_before_words,
    coming_of_spring,
    season_listed,
    the_fall,
)
