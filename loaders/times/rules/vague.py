"""Words of time that name no piece of the calendar."""

from typing import Literal, cast

from loaders.times.direction import is_past
from loaders.times.forms import Form, Vague
from loaders.times.patterns import Hit, Rule, rule

Marked = Literal["always", "histories", "never"]


def _marked(hit: Hit) -> Marked:
    return cast("Marked", hit["v"])


@rule("v:present", "vague")
def present(hit: Hit) -> Form:
    """“Now”, “currently” is the day of publication."""
    return Vague(ref="present", marked=_marked(hit))


@rule("current (?= other|name)", "vague")
def current(hit: Hit) -> Form | None:
    """“The current government” is that of the day of publication."""
    if is_past(hit.follows()):
        return None
    return Vague(ref="present", of_things=True)


@rule("v:past", "vague")
def past(hit: Hit) -> Form:
    """“Recently”, “so far” is some time until publication."""
    return Vague(ref="past", marked=_marked(hit))


@rule("in? the q:last (?! anyunit|num|some|point)", "vague")
def in_the_past(hit: Hit) -> Form | None:
    """“In the past” is some time until publication."""
    return Vague(ref="past") if hit["q"] == "past" else None


@rule("(?<= in|of|the|from|owner|by|and|for|stop|gap) q:last (?= other)", "vague")
def past_things(hit: Hit) -> Form | None:
    """“Past wars” were fought before the time told of."""
    return Vague(ref="past", marked="histories") if hit["q"] == "past" else None


@rule("recent", "vague")
def recent(_: Hit) -> Form:
    """“Recent images” are of some time until publication."""
    return Vague(ref="past")


@rule("former", "vague")
def former(_: Hit) -> Form:
    """“The former king” held his office before the time told of."""
    return Vague(ref="before", marked="histories")


@rule("v:future", "vague")
def ahead(hit: Hit) -> Form:
    """“Soon”, “in the future” is some time after publication."""
    return Vague(ref="future", marked=_marked(hit))


@rule("(?<! article) future_word", "vague")
def future_things(_: Hit) -> Form:
    """“Future talks” come after publication."""
    return Vague(ref="future", of_things=True)


@rule("v:afterwards", "vague")
def afterwards(hit: Hit) -> Form:
    """“Subsequently” lies between the event told before and publication."""
    return Vague(ref="after", marked=_marked(hit))


@rule("v:then", "vague")
def then(hit: Hit) -> Form:
    """“At that time” is taken as the day of the event told before."""
    return Vague(ref="same", marked=_marked(hit))


@rule("v:meanwhile", "vague")
def meanwhile(hit: Hit) -> Form:
    """“Meanwhile” is the time of the event told before in a history; in a report it turns to something else."""
    return Vague(ref="same", of_things=True, marked=_marked(hit))


@rule("(?<![^ stop dot gap quote]) later (?= comma)", "vague")
def later_on(_: Hit) -> Form:
    """A sentence that begins with “Later,” goes on with the day of the event told before."""
    return Vague(ref="same", marked="never")


@rule("v:opening", "vague")
def opening(hit: Hit) -> Form:
    """“Initially” is some time until publication."""
    return Vague(ref="past", marked=_marked(hit))


VAGUE: tuple[Rule, ...] = (
    present, current, past, in_the_past, past_things, recent, former, ahead, future_things, afterwards, then, later_on,
    opening,
)  # fmt: skip
