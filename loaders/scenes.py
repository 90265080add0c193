"""Parts of one happening share its day: who was elected was elected on the day of the election.

Runs after every clause was dated for itself, over what the author tells in the simple past and only publication
bounds. What is carried over so is marked uncertain: the text does not say it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from graph.when import When, disjoint, width
from loaders.lexicon import table, word_class
from loaders.records import Clause, Dated, Mood, ReadTime, Voice
from loaders.trees import Tree

LONGEST = 14
"""Days of a happening that its parts may stand in."""
TOLD_AS_PAST = frozenset({"VBD", "VBN"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""A noun names a part only in a headline; elsewhere "deaths" may be anybody's."""
RULE = "part_of_a_dated_happening"
"""Parts of one happening share its day: who was elected was elected on the day of the election."""


@cache
def parts() -> Mapping[str, frozenset[str]]:
    """Happening → lemmas of what goes on in it, itself among them, from the table `scenes`."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, row in table("scenes", "happening", "part"):
        found[row["happening"]].add(row["part"])
    return {happening: frozenset(lemmas) for happening, lemmas in found.items()}


def date_parts(
    clauses: Sequence[Clause],
    trees: Sequence[Tree],
    moods: Sequence[Mood],
    voices: Sequence[Voice],
    dated: Sequence[Dated],
    times: Sequence[ReadTime],
) -> tuple[Dated, ...]:
    """The dates, with those of parts taken from their happening where the document dates one such happening.

    A sentence that gives another day is about that day.
    """
    told = _days(clauses, moods, dated)
    found = []
    for index, one in enumerate(dated):
        alone = _chief(told.get(clauses[index].lemma, ()))
        reported = bool(voices[index].said_by)
        token = trees[clauses[index].tree].doc[clauses[index].token]
        if (
            alone is None
            or reported
            or not _may_be(one, alone)
            or (_is_told(token) and _of_another_day(clauses[index], alone, times))
            or not _is_past(clauses[index], token, moods[index])
            or any(_harms_another(word) for word in (token, *token.ancestors))
        ):
            found.append(one)
        else:
            unsure = {"basis": "inherited", "uncertain": True}
            found.append(Dated(clause=index, when=alone.model_copy(update=unsure), rule=RULE))
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


def _may_be(one: Dated, alone: When) -> bool:
    """Whether a clause has no day of its own, only a bound, and this one lies within."""
    when = one.when
    if when is None or when.first is not None or when.last is None or alone.last is None:
        return when is not None and when.bounded
    return when.basis in {"inherited", "bounded by publication"} and alone.last <= when.last


def _is_told(token: Token) -> bool:
    """Whether the sentence tells it, and not only whom it means: "the man who killed four was jailed on Monday"."""
    return not any(word.dep_ in {"relcl", "acl"} for word in (token, *token.ancestors))


def _of_another_day(clause: Clause, alone: When, times: Sequence[ReadTime]) -> bool:
    """Whether the sentence names days, a fortnight at most, that this happening was not on."""
    named = (time.when for time in times if time.when is not None and clause.sentence.holds(time.mention.span))
    return any(when.is_closed and width(when) <= LONGEST and disjoint(when, alone) for when in named)


def _harms_another(token: Token) -> bool:
    """Whether somebody named comes to harm, or somebody's mother: that may be another story than the dated one.

    "Ten people died" and "the driver was hurt" are told of the happening that the text is about.
    """
    if token.lemma_ not in word_class("harm"):
        return False
    roles = {"nsubjpass", "dobj"} if token.tag_ == "VBN" or any(c.dep_ == "dobj" for c in token.children) else {"nsubj"}
    harmed = [child for child in token.children if child.dep_ in roles]
    return any(one.tag_ == "NNP" or any(child.dep_ == "poss" for child in one.children) for one in harmed)


def _is_past(clause: Clause, token: Token, mood: Mood) -> bool:
    perfect = any(child.dep_ == "aux" and child.lemma_ == "have" for child in token.children)
    past = token.tag_ in TOLD_AS_PAST and not perfect
    return mood.modality in {"asserted", "denied"} and (past or (clause.block == "title" and token.tag_ in NOUNS))
