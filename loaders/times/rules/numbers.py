"""Number words, and words that are only sometimes words of time (“may”, “fall”, “sun”)."""

from loaders.times.patterns import Hit, Rule, rule
from loaders.times.words import Value


def _spelled(hit: Hit) -> int:
    """Value of a run of number words: ones and tens add up, “hundred” and “thousand” multiply."""
    total, current = 0, 0
    for at in range(hit.match.start(), hit.match.end()):
        value = hit.pieces.values[at]
        if not isinstance(value, int):
            continue
        if value >= 100:  # noqa: PLR2004 – a scale word
            current = max(current, 1) * value
            total, current = (total + current, 0) if value >= 1000 else (total, current)  # noqa: PLR2004
        else:
            current += value
    return total + current


@rule(
    "number_word dash? number_word | (number_word | article | digits_day) scale (and? number_word (dash number_word)?)?",
    "number",
)
def compound_number(hit: Hit) -> Value:
    """Number words that stand together are one number."""
    return _spelled(hit)


@rule("number_word dash ordinal_word", "ordinal_word")
def compound_ordinal(hit: Hit) -> Value:
    """“Twenty-first” is one ordinal."""
    return _spelled(hit)


@rule("some of | article some of? | (a:num and article half)", "some")
def vague_number(hit: Hit) -> Value:
    """“A few”, “several”, “a couple of” give no exact number."""
    return "some"


BEFORE = (
    "in|of|by|since|until|during|from|through|between|early|edge|last|next|this|that|same|each|dashes|before|after|to"
)
"""Words after which the name of a month is meant as one."""


@rule(f"(?<= {BEFORE}) m:weak_month (?! name)", "month")
def month_after_preposition(hit: Hit) -> Value:
    """“March”, “May” and short forms are months after words such as “in”, “last”, “since”."""
    return hit["m"]


@rule("(?<= digits_day|ordinal) m:weak_month", "month")
def month_after_day(hit: Hit) -> Value:
    """“May” and “March” are months after the number of a day."""
    return hit["m"]


@rule(
    "m:weak_month (?= dot? (digits_day|digits_year|ordinal|comma digits_year|dashes month|dashes digits_day|short_year))",
    "month",
)
def month_before_number(hit: Hit) -> Value:
    """“May” and “March” are months before the number of a day or a year."""
    return hit["m"]


@rule("(?<= the|article|poss|and|or) m:weak_month (?= plain|poss|comma|stop|dot)", "month")
def month_before_noun(hit: Hit) -> Value:
    """“The March offensive”, “April and May”: months between an article and a noun, or in a list."""
    return hit["m"] if len(hit.words("m")) > 3 else None  # noqa: PLR2004 – short forms need a number


@rule("w:weak_weekday dot? (?= comma? (month|weak_month|digits_day))", "weekday")
def short_weekday(hit: Hit) -> Value:
    """“Wed.”, “Sun” are weekdays before a date."""
    return hit["w"]


@rule(
    "(?<= early|last|next|this|that|same|each|current|edge) s:weak_season (?! of name)| s:weak_season (?= of? digits_year)",
    "season",
)
def fall_season(hit: Hit) -> Value:
    """“Fall” is a season after “last”, “this”, “late”, or before a year."""
    return hit["s"]


@rule("(?<= in|during) the s:weak_season (?! of)", "season")
def in_the_fall(hit: Hit) -> Value:
    """“In the fall” is a season unless something falls: “in the fall of the city”."""
    return hit["s"]


NUMBERS: tuple[Rule, ...] = (
    compound_number,
    compound_ordinal,
    vague_number,
    month_after_preposition,
    month_after_day,
    month_before_number,
    month_before_noun,
    short_weekday,
    fall_season,
    in_the_fall,
)
