"""What is left when nothing else fitted: a bare month, season or weekday."""

from loaders.times.direction import is_verb
from loaders.times.forms import Form, Named, Turn
from loaders.times.patterns import Hit, Rule, rule
from loaders.times.rules.calendar import whole
from loaders.times.rules.relative import unit
from loaders.times.words import NAME, OTHER, kind

OF_A_KIND = frozenset({OTHER, NAME, *(kind(name) for name in ("article", "owner", "poss", "stop", "dot", "gap"))})


@rule("m:month (?! name dash)", "month_at")
def month_alone(hit: Hit) -> Form | None:
    """A month without its year is the one nearest to publication, on the side that tense says."""
    return Named(month=whole(hit["m"]))


@rule("(?<! name|dash) the? s:season (?! name|of name|of other)", "season_at")
def season_alone(hit: Hit) -> Form | None:
    """A season without its year is the one nearest to publication, on the side that tense says."""
    kinds, bare = hit.pieces.kinds, hit.end - hit.first == 1
    of_a_kind = bare and hit.end < len(kinds) and kinds[hit.end] == OTHER and not is_verb(hit.follows())
    if of_a_kind and (hit.first == 0 or kinds[hit.first - 1] in OF_A_KIND):
        return None  # “a winter storm”, “summer interns”
    return Named(season=whole(hit["s"]))


@rule("(?<! title) (?<! title dot) w:weekday", "date")
def bare_weekday(hit: Hit) -> Form | None:
    """A weekday with no date is the nearest one to publication, before or after it as tense says."""
    return Named(weekday=whole(hit["w"]))


@rule(
    "(?<= about|during|of|at|on|for|over|through|until|by|before|after|since) the u:unit (?! of|dash|other)", "relative"
)
def the_weekend(hit: Hit) -> Form | None:
    """“Over the weekend” is the nearest one to publication, before or after it as tense says."""
    return Turn(which="this", unit=unit(hit)) if hit["u"] == "weekend" else None


@rule("(?<= during|of) the u:unit (?! of|dash|other|name)", "relative")
def the_year(hit: Hit) -> Form | None:
    """“The rest of the year” is of the year of the event told before."""
    return Turn(which="same", unit=unit(hit)) if hit["u"] == "year" else None


NAMES: tuple[Rule, ...] = (month_alone, season_alone, bare_weekday, the_weekend, the_year)
