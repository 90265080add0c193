"""When two numbers speak of the same thing, and when they cannot both be right."""

from itertools import product

from graph.model import Claim, Quantity
from graph.resolve.telling import Telling, unit_class

SLACK = 0.2
"""How far "about 3,000" reaches to either side; reports round to one or two digits."""


def reach(quantity: Quantity) -> tuple[float, float]:
    """Smallest and greatest number the words allow: "over 3,000" has no upper end, "about" a fifth on either side."""
    low = quantity.low if quantity.low is not None else float("-inf")
    high = quantity.high if quantity.high is not None else float("inf")
    if quantity.bound in ("over", "at least"):
        return low, float("inf")
    if quantity.bound in ("under", "at most", "up to"):
        return 0.0, high
    slack = SLACK if quantity.bound in ("about", "several") else 0.0
    return low - abs(low) * slack, high + abs(high) * slack


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether both count the same kind of thing in the same role."""
    return (unit_class(one.unit), one.role, one.rate) == (unit_class(other.unit), other.role, other.rate)


def clash(one: Quantity, other: Quantity) -> bool:
    """Whether no number fits both."""
    (low, high), (floor, ceiling) = reach(one), reach(other)
    return comparable(one, other) and (high < floor or ceiling < low)


def clashing(one: Claim, other: Claim) -> tuple[Quantity, Quantity] | None:
    """The first two numbers that clash, if nothing the claims count in the same way agrees."""
    pairs = [pair for pair in product(one.quantities, other.quantities) if comparable(*pair)]
    return pairs[0] if pairs and all(clash(*pair) for pair in pairs) else None


def agree_on_days(one: Telling, other: Telling) -> bool:
    """Whether both have dates of their own, and the same days."""
    if one.days is None or other.days is None or "inherited" in (one.days.basis, other.days.basis):
        return False
    return (one.days.first, one.days.last) == (other.days.first, other.days.last)


def share_a_number(one: Claim, other: Claim) -> bool:
    """Whether both name the same number of the same thing; small ones are everywhere and prove nothing."""
    least = 10
    return any(
        comparable(a, b) and (a.low, a.high) == (b.low, b.high) and (a.low or a.high or 0) >= least
        for a, b in product(one.quantities, other.quantities)
    )
