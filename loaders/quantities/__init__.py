"""Numbers and what they count: how many, of whom, at what rate, and in which clause."""

from collections.abc import Iterator, Sequence

from graph.record import Span
from loaders.quantities.counting import Count, counts
from loaders.records import Clause, Counted, Slot
from loaders.trees import Tree

__all__ = ["count", "quantities_in"]


def count(trees: Sequence[Tree], clauses: Sequence[Clause]) -> tuple[Counted, ...]:
    """Every quantity with each clause that it belongs to, in order of the text.

    A quantity belongs to the clauses of whose arguments it counts the head; else to the clause it hangs on.
    """
    found: list[Counted] = []
    by_tree: dict[int, list[int]] = {}
    for index, clause in enumerate(clauses):
        by_tree.setdefault(clause.tree, []).append(index)
    for number, tree in enumerate(trees):
        here = by_tree.get(number, [])
        for counted in counts(tree) if here else ():
            found += _placed(counted, tree, here, clauses)
    return tuple(found)


def quantities_in(tree: Tree, span: Span) -> tuple[Count, ...]:
    """The quantities whose figures stand in a span of the document, in order."""
    return tuple(counted for counted in counts(tree) if span.holds(counted.quantity.span))


def _placed(counted: Count, tree: Tree, here: Sequence[int], clauses: Sequence[Clause]) -> Iterator[Counted]:
    """The clauses of a quantity, each with the part that the counted play in it."""
    heads = [tree.span(token) for token in counted.heads]
    direct = [
        (index, slot) for index in here for slot in clauses[index].slots if slot.head in heads and _holds(slot, counted)
    ]
    for index, slot in direct:
        quantity = counted.quantity.model_copy(update={"role": slot.role})
        yield Counted(clause=index, quantity=quantity, rule=counted.rule)
    if not direct:
        nearest = _nearest(counted, here, clauses)
        if nearest is not None:
            yield Counted(clause=nearest, quantity=counted.quantity, rule=counted.rule)


def _holds(slot: Slot, counted: Count) -> bool:
    return slot.span.meets(counted.quantity.span)


def _nearest(counted: Count, here: Sequence[int], clauses: Sequence[Clause]) -> int | None:
    """The clause whose trigger is the first one above the number, or its object ("made the trip twice")."""
    triggers = {clauses[index].token: index for index in reversed(here)}
    token = counted.heads[0]
    while True:
        beside = (child.i for child in token.rights if child.dep_ == "dobj" and token.pos_ == "VERB")
        known = next((triggers[at] for at in (token.i, *beside) if at in triggers), None)
        if known is not None:
            return known
        if token.head.i == token.i:
            return None
        token = token.head
