"""What is dated after publication and not told as past is planned: "a summit in April", "the talks begin on Friday".

Runs once dates are known. What is told as past keeps its mood, and its date is doubted (`loaders/times/doubts.py`).
"""

from collections.abc import Sequence

from graph.when import When
from loaders.records import Clause, Dated, Mood
from loaders.tense import tense
from loaders.trees import Tree

TIMELESS = frozenset({"none", "present"})
"""Tenses of nouns, participles and timetables, which may all be of what is to come (Quirk et al. 1985, 4.45)."""
LIES_AHEAD = "lies_ahead"
"""What is dated after publication and not told as past is planned."""


def look_ahead(
    clauses: Sequence[Clause],
    trees: Sequence[Tree],
    moods: Sequence[Mood],
    dated: Sequence[Dated],
    published: When | None,
) -> tuple[Mood, ...]:
    """The moods, with what lies wholly after publication planned; all in the order of the clauses."""
    day = published.last if published else None
    found = []
    for clause, mood, one in zip(clauses, moods, dated, strict=True):
        ahead = day is not None and one.when is not None and one.when.first is not None and one.when.first > day
        told = mood.modality in {"asserted", "ongoing"} and ahead and not (one.when and one.when.bounded)
        if told and tense(trees[clause.tree].doc[clause.token]) in TIMELESS:
            found.append(mood.model_copy(update={"modality": "planned", "rule": LIES_AHEAD}))
        else:
            found.append(mood)
    return tuple(found)
