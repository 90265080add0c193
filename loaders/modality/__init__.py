"""How a clause is meant: as a fact, as going on, as a plan, as denied, as a mere possibility – and how sure.

A rule looks at one clause and the words it hangs on; the first that has an answer decides. Without an answer a clause
is meant as the clause it depends on, and a clause that depends on none is asserted.
"""

from collections.abc import Sequence

from loaders.modality.certainty import certainty
from loaders.modality.rules import mood_of
from loaders.records import Clause, Mood
from loaders.trees import Tree

__all__ = ["moods"]


def moods(trees: Sequence[Tree], clauses: Sequence[Clause]) -> tuple[Mood, ...]:
    """One mood for each clause, in the order of the clauses."""
    found = []
    for index, clause in enumerate(clauses):
        tree = trees[clause.tree]
        modality, rule = mood_of(tree.doc[clause.token], tree.block.kind)
        found.append(Mood(clause=index, modality=modality, certainty=certainty(tree.doc[clause.token]), rule=rule))
    return tuple(found)
