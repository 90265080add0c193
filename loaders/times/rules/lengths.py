"""How long and how often: “three days”, “a five-year plan”, “every other Friday”."""

from loaders.times.forms import Form, Length, Named, Often
from loaders.times.patterns import Hit, Rule, rule
from loaders.times.rules.calendar import whole
from loaders.times.rules.relative import amount, unit, which
from loaders.times.words import Value


@rule("(num|some|article) dash? anyunit dash? (old|of age) | units dash old | aged num", "age")
def age(hit: Hit) -> Value:
    """How old somebody is says nothing about when something happened."""
    return "age"


@rule("each o:other (w:weekday|u:unit|w:weekdays) | each n:nth (w:weekday|u:unit)", "often")
def every_other(hit: Hit) -> Form:
    """“Every other Friday” comes back after two weeks."""
    step = whole(hit["n"]) or 2
    if hit.has("w"):
        return Often(unit="week", amount=step, named=Named(weekday=whole(hit["w"])))
    return Often(unit=unit(hit), amount=step)


@rule("each (u:unit|n:num u:units|n:some u:units)", "often")
def every_unit(hit: Hit) -> Form:
    """“Every day”, “every two weeks” says how often."""
    if hit.has("n"):
        return Often(unit=unit(hit), amount=int(amount(hit) or 1))
    return Often(unit=unit(hit))


@rule("each (w:weekday|m:month|s:season|p:part)", "often")
def every_named(hit: Hit) -> Form:
    """“Every Friday” comes back each week, “every spring” each year, “every morning” each day."""
    if hit.has("w"):
        return Often(unit="week", named=Named(weekday=whole(hit["w"])))
    return Often(unit="day" if hit.has("p") else "year", named=Named(month=whole(hit["m"]), season=whole(hit["s"])))


@rule("w:weekdays", "often")
def weekdays(hit: Hit) -> Form:
    """“Fridays” is every Friday."""
    return Often(unit="week", named=Named(weekday=whole(hit["w"])))


@rule("o:adverb", "often")
def adverb(hit: Hit) -> Form:
    """“Daily”, “weekly”, “annually” says how often."""
    return Often(unit=unit(hit, "o"))


@rule("the? (q:last|q:next) (n:num|n:some) (u:units|u:unit)", "length")
def past_lengths(hit: Hit) -> Form:
    """“The past two weeks” ends with publication, “the next two weeks” begins with it."""
    return Length(amount=amount(hit), unit=unit(hit), which=which(hit))


@rule("(the|in|this)? (q:last|q:next|r:recent) u:units", "length")
def recent_lengths(hit: Hit) -> Form:
    """“Recent months” ends with publication, “the coming days” begins with it; how long is left open."""
    return Length(amount=None, unit=unit(hit), which=which(hit) if hit.has("q") else "last")


@rule("b:about* m:more? than? (n:num|n:some|n:article) dash? m:more? u:anyunit dash? (long)?", "length")
def length(hit: Hit) -> Form | None:
    """A number with a unit says how long."""
    return Length(amount=amount(hit), unit=unit(hit))


@rule("u:units dash? l:long | (?<= for|in) u:units", "length")
def bare_lengths(hit: Hit) -> Form:
    """“For weeks” says roughly how long."""
    return Length(amount=None, unit=unit(hit))


LENGTHS: tuple[Rule, ...] = (
    age,
    every_other,
    every_unit,
    every_named,
    weekdays,
    adverb,
    past_lengths,
    recent_lengths,
    length,
    bare_lengths,
)
