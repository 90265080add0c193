"""Parts of one happening share its day: who was elected was elected on the day of the election.

Runs after every clause was dated for itself, over what is only bounded by publication.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from graph.when import When, width
from loaders.lexicon import table
from loaders.records import Clause, Dated, Mood
from loaders.trees import Tree

LONGEST = 14
"""Days of a happening that its parts may stand in."""
TOLD_AS_PAST = frozenset({"VBD", "VBN", "NN", "NNS", "NNP", "NNPS"})
RULE = "part_of_a_dated_happening"


@cache
def parts() -> Mapping[str, frozenset[str]]:
    """Happening → lemmas of what goes on in it, itself among them, from the table `scenes`."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, row in table("scenes", "happening", "part"):
        found[row["happening"]].add(row["part"])
    return {happening: frozenset(lemmas) for happening, lemmas in found.items()}


def date_parts(
    clauses: Sequence[Clause], trees: Sequence[Tree], moods: Sequence[Mood], dated: Sequence[Dated]
) -> tuple[Dated, ...]:
    """The dates, with those of parts taken from their happening where the document dates one such happening."""
    told = _days(clauses, moods, dated)
    found = []
    for index, one in enumerate(dated):
        alone = _chief(told.get(clauses[index].lemma, ()))
        if alone is None or not _open(one) or not _is_past(clauses[index], trees, moods[index]):
            found.append(one)
        else:
            found.append(Dated(clause=index, when=alone.model_copy(update={"basis": "inherited"}), rule=RULE))
    return tuple(found)


def _days(clauses: Sequence[Clause], moods: Sequence[Mood], dated: Sequence[Dated]) -> dict[str, list[When]]:
    """Lemma → days of the happenings that it may be a part of."""
    told: dict[str, list[When]] = defaultdict(list)
    for clause, mood, one in zip(clauses, moods, dated, strict=True):
        if mood.modality != "asserted" or one.when is None or one.when.bounded or not one.when.is_closed:
            continue
        for lemma in parts().get(clause.lemma, ()) if width(one.when) <= LONGEST else ():
            told[lemma].append(one.when)
    return told


def _chief(told: Sequence[When]) -> When | None:
    """The one day of the happening; of several the one that is told of more often than all others together."""
    counted = Counter((when.first, when.last) for when in told)
    if not counted:
        return None
    (days, times), *_ = counted.most_common(1)
    return next(when for when in told if (when.first, when.last) == days) if 2 * times > len(told) else None


def _open(one: Dated) -> bool:
    return one.when is not None and one.when.bounded


def _is_past(clause: Clause, trees: Sequence[Tree], mood: Mood) -> bool:
    token = trees[clause.tree].doc[clause.token]
    return mood.modality in {"asserted", "denied"} and token.tag_ in TOLD_AS_PAST
