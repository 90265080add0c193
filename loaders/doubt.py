"""Dates that the rest of their document speaks against. A doubted date keeps its value; a `Problem` says why.

What a source gets wrong is kept as said: a reader is shown the doubt and decides.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from graph.model import FACTUAL, Claim, Problem
from graph.ontology import REPLIES
from graph.when import When, edtf

GAP = timedelta(days=21)
"""How long before everything else among the same actors a reply must stand to be doubted; news answers news."""

RECENT = timedelta(days=31)
"""How near to publication the happenings must be that a reply in a report can be about."""


def doubts(document: str, claims: Sequence[Claim], published: When | None) -> tuple[Problem, ...]:
    """One problem for each date that is doubted, in order of the text; claims of one date phrase share it."""
    day = (published.last or published.first) if published else None
    if day is None:
        return ()
    found: dict[tuple[int, str], Problem] = {}
    for claim in claims:
        for code, why in (*after_publication(claim, day), *reply_before_question(claim, claims, day)):
            when = claim.when
            if when is not None and when.span is not None:
                found.setdefault(
                    (when.span.start, code),
                    Problem(document=document, span=when.span, code=code, found=why, assumed=KEPT),
                )
    return tuple(found[key] for key in sorted(found))


KEPT = "The date is kept as it is written."


def marked(claims: Sequence[Claim], problems: Sequence[Problem]) -> tuple[Claim, ...]:
    """The claims with the codes of the problems that touch their dates."""
    codes = {(problem.span, problem.code) for problem in problems if problem.span}
    return tuple(
        _mark(claim, sorted(code for span, code in codes if claim.when and claim.when.span == span)) for claim in claims
    )


def _mark(claim: Claim, codes: list[str]) -> Claim:
    new = tuple(code for code in codes if code not in claim.problems)
    return claim.model_copy(update={"problems": (*claim.problems, *new)}) if new else claim


def after_publication(claim: Claim, day: date) -> Iterator[tuple[str, str]]:
    """What is told as past cannot lie after the day it was published."""
    when = claim.when
    if claim.modality == "asserted" and own(when) and when and when.first and when.first > day:
        yield (
            "told-as-past-but-later",
            (
                f"“{when.text}” puts this on {edtf(when)}, after the text was published on {day.isoformat()}, "
                "and yet it is told as having happened."
            ),
        )


def reply_before_question(claim: Claim, claims: Sequence[Claim], day: date) -> Iterator[tuple[str, str]]:
    """A reply comes after what it replies to: after the first thing that the report dates among the same actors."""
    when = claim.when
    if claim.type not in REPLIES or claim.modality not in FACTUAL or not own(when) or when is None or when.last is None:
        return
    others = sorted(_dated_with(claim, claims))
    recent = [first for first in others if first > day - RECENT]
    if others and len(recent) * 2 > len(others) and others[0] - when.last > GAP:
        yield (
            "reply-before-question",
            (
                f"“{when.text}” puts this reply on {edtf(when)}, before everything that the text dates about the same "
                f"actors; the earliest of that is {others[0].isoformat()}."
            ),
        )


def own(when: When | None) -> bool:
    """Whether a date was read for this clause or one it hangs on, rather than bounded."""
    return when is not None and not when.bounded and when.span is not None


def _dated_with(claim: Claim, claims: Sequence[Claim]) -> Iterator[date]:
    """First days of the other dates in sentences that name any of the actors of the claim's sentence."""
    who = _actors(claim, claims)
    for other in claims:
        when = other.when
        if when is None or not own(when) or _rests_on(when, claim.when) or not who & _actors(other, claims):
            continue
        first = when.first or when.last
        if first is not None:
            yield first


def _actors(claim: Claim, claims: Sequence[Claim]) -> set[str]:
    """Actors of everything that a claim's sentence tells: what a reply answers stands beside it, not in it."""
    together = (other for other in claims if other.sentence == claim.sentence)
    return {participant.actor for other in together for participant in other.participants if participant.actor}


def _rests_on(when: When, doubted: When | None) -> bool:
    """Whether a date is the doubted one, or was counted from it ("subsequently")."""
    span = doubted.span if doubted else None
    return when.span == span or (when.anchor is not None and when.anchor.span == span)
