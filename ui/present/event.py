"""One event: its claims side by side, what speaks against it and why, and every number with what it counts."""

from collections.abc import Iterable, Mapping

from graph.event import Conflict, SourcedClaim
from graph.model import Claim, Participant, Problem, Quantity
from graph.record import Record
from graph.store.base import EventDetail
from ui.present.cards import Quote, quote
from ui.present.render import render


class Told(Record):
    """A claim with its sentence, and the rules that read it in words."""

    sourced: SourcedClaim
    quote: Quote
    rules: tuple[tuple[str, str], ...]
    """Name and what it says; empty where nothing is written about it."""
    problems: tuple[Problem, ...] = ()
    """What its document, then what the rest of the store says against it."""
    codes: tuple[str, ...] = ()
    """Codes of problems that nothing more is known of."""


class Dispute(Record):
    """A conflict with its two claims."""

    conflict: Conflict
    sides: tuple[Told, ...]


class Counted(Record):
    """A number and the claim it stands in."""

    quantity: Quantity
    sourced: SourcedClaim
    counts: str
    """The participants that are counted, or the role's words."""


def event(detail: EventDetail, rules: Mapping[str, str]) -> str:
    """The whole page of an event; `rules` says what each rule does."""
    told = tuple(_doubted(_told(sourced, rules), detail) for sourced in detail.claims)
    return render(
        "event.html",
        event=detail.event,
        participants=_by_role(detail.event.participants),
        told=told,
        disputes=disputes(detail, rules),
        numbers=numbers(detail.claims),
    )


def disputes(detail: EventDetail, rules: Mapping[str, str]) -> tuple[Dispute, ...]:
    """The conflicts with the claims of both sides, where the store knows them."""
    known = {sourced.claim.id: sourced for sourced in (*detail.claims, *detail.opposed)}
    return tuple(
        Dispute(
            conflict=conflict,
            sides=tuple(_told(known[ident], rules) for ident in (conflict.one, conflict.other) if ident in known),
        )
        for conflict in detail.event.conflicts
    )


def numbers(claims: Iterable[SourcedClaim]) -> tuple[Counted, ...]:
    """Every number in the claims, by unit, then value."""
    found = [
        Counted(quantity=quantity, sourced=sourced, counts=_counted(sourced.claim, quantity))
        for sourced in claims
        for quantity in sourced.claim.quantities
    ]
    return tuple(sorted(found, key=lambda counted: (counted.quantity.unit, counted.quantity.low or 0)))


def _told(sourced: SourcedClaim, rules: Mapping[str, str]) -> Told:
    return Told(
        sourced=sourced,
        quote=quote(sourced),
        rules=tuple((rule, rules.get(rule, "")) for rule in sourced.claim.rules),
    )


def _doubted(told: Told, detail: EventDetail) -> Told:
    claim = told.sourced.claim
    problems = tuple(one for one in (*detail.problems, *detail.event.problems) if claim.is_touched_by(one))
    known = {problem.code for problem in problems}
    return told.model_copy(
        update={"problems": problems, "codes": tuple(code for code in claim.problems if code not in known)}
    )


def _counted(claim: Claim, quantity: Quantity) -> str:
    counted = [one.name for one in claim.participants if one.role == quantity.role and one.span.meets(quantity.span)]
    return " and ".join(counted)


def _by_role(participants: Iterable[Participant]) -> dict[str, list[Participant]]:
    """Participants by role in the order of the text, each name once a role."""
    found: dict[str, list[Participant]] = {}
    for one in participants:
        if all((one.actor, one.name) != (other.actor, other.name) for other in found.setdefault(one.role, [])):
            found[one.role].append(one)
    return found
