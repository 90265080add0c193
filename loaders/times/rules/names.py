"""What is left when nothing else fitted: a bare month, season or weekday."""

from loaders.times.forms import Form, Named, Turn
from loaders.times.patterns import Hit, Rule, rule
from loaders.times.rules.calendar import whole
from loaders.times.rules.relative import unit
from loaders.times.sentences import noun_follows
from loaders.times.words import NAME, kind

REST, QUARTERS, SEASONAL = kind("rest"), kind("quarters"), kind("seasonal")
RESTS = frozenset({"day", "week", "month", "decade"})
SEASONS = frozenset({kind("season"), kind("season_at")})


@rule("m:month (?! name dash)", "month_at")
def month_alone(hit: Hit) -> Form | None:
    """A month without its year is the one nearest to publication, on the side that tense says."""
    return Named(month=whole(hit["m"]))


@rule("((?<! dash) | (?<= early dash)) the? s:season (units (?! of))? (?! name|of name|of other)", "season_at")
def season_alone(hit: Hit) -> Form | None:
    """A season without its year is the one nearest to publication, on the side that tense says."""
    kinds, bare = hit.pieces.kinds, hit.end - hit.first == 1
    named = hit.first > 0 and kinds[hit.first - 1] == NAME and hit.words("s")[0].isupper()
    if named and kinds[hit.end : hit.end + 1] != [SEASONAL]:
        return None  # “the Prague Spring”, but “the Allied spring offensive”
    listed = hit.first > 1 and kinds[hit.first - 2] in SEASONS  # “the spring and summer organizing an army”
    quarters = kinds[hit.end : hit.end + 1] == [QUARTERS]
    of_a_kind = bare and not listed and (quarters or noun_follows(hit.pieces, hit.end))
    return Named(season=whole(hit["s"]), of_any_year=of_a_kind)  # “a winter storm”, “summer interns”


@rule("(?<! title) (?<! title dot) w:weekday", "date")
def bare_weekday(hit: Hit) -> Form | None:
    """A weekday with no date is the nearest one to publication, before or after it as tense says."""
    return Named(weekday=whole(hit["w"]))


@rule("(?<= about|during|of|at|on|for|over|through|until|by|before|after|since) the u:unit (?! of|dash)", "relative")
def the_weekend(hit: Hit) -> Form | None:
    """“Over the weekend” is the nearest one to publication, before or after it as tense says."""
    if hit["u"] != "weekend" or noun_follows(hit.pieces, hit.end):
        return None
    return Turn(which="this", unit=unit(hit))


@rule("(?<= during|of) the u:unit (?! of|dash|name)", "relative")
def the_year(hit: Hit) -> Form | None:
    """“The rest of the year”, “of the week” is of the year or week spoken of."""
    rest = hit.pieces.kinds[hit.first - 2 : hit.first - 1] == [REST]
    if noun_follows(hit.pieces, hit.end) and not rest:
        return None
    return Turn(which="same", unit=unit(hit)) if hit["u"] == "year" or (rest and hit["u"] in RESTS) else None


NAMES: tuple[Rule, ...] = (month_alone, season_alone, bare_weekday, the_weekend, the_year)
