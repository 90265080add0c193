"""What is dated after publication and not told as past is planned: "a summit in April", "the talks begin on Friday".

Runs once dates are known. What is told as past keeps its mood, and its date is doubted (`loaders/times/doubts.py`).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from graph.when import When
from loaders.records import Clause, Dated, Mood
from loaders.tense import carrier, tense
from loaders.trees import Tree

TIMELESS = frozenset({"none", "present"})
"""Tenses of nouns, participles and timetables, which may all be of what is to come (Quirk et al. 1985, 4.45)."""
YEAR = timedelta(days=366)
LIES_AHEAD = "lies_ahead"
"""What is dated after publication and not told as past is planned."""
LAY_AHEAD = "lay_ahead_then"
"""What the author says somebody "would go on to win in 2005" was won: a future seen from the past has come about."""


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
        elif day is not None and _came_about(trees[clause.tree].doc[clause.token], mood, one, day):
            found.append(mood.model_copy(update={"modality": "asserted", "rule": LAY_AHEAD}))
        else:
            found.append(mood)
    return tuple(found)


def _came_about(token: Token, mood: Mood, one: Dated, day: date) -> bool:
    """Whether it is a "would" of the author's own, dated long enough ago to be history (Quirk et al. 1985, 4.48)."""
    if mood.modality != "planned" or one.rule != "own_date" or one.when is None or one.when.last is None:
        return False
    verb = carrier(token)
    would = any(child.lower_ == "would" for child in verb.children)
    reported = any(word.dep_ == "ccomp" for word in (verb, *verb.ancestors))
    return would and not reported and day - one.when.last > YEAR
