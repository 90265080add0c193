"""What is told again: a happening named a second time, and the headline of a text."""

from collections import defaultdict
from collections.abc import Mapping

from spacy.tokens import Token

from graph.when import When, intersection, width
from loaders.dating.inherit import inherited
from loaders.dating.scene import Scene
from loaders.lexicon import word_class

BACK = frozenset({"the", "this", "that", "these", "those"})
"""Words before a noun that mean what was told before."""

NEWS = 31
"""Days before publication that a headline may still tell of."""


def refers_back(scene: Scene, index: int) -> When | None:
    """A noun with "the" or "this" means the happening of that name that was told and dated before.

    Of two dates, one within the other, the narrower is meant.
    """
    clause, token = scene.clauses[index], scene.token(index)
    back = any(child.lower_ in BACK for child in token.children)
    if clause.form != "noun" or not back or any(_means_another(child) for child in token.children):
        return None
    told: When | None = None
    for other in reversed(scene.once("of_lemma", _of_lemma)[clause.lemma]):
        when = scene.found.get(other) if other < index else None
        if when is not None and when.is_closed and not when.bounded and (told is None or _lies_within(when, told)):
            told = when
    return inherited(told) if told is not None else None


def _of_lemma(scene: Scene) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, clause in enumerate(scene.clauses):
        found[clause.lemma].append(index)
    return found


def _lies_within(one: When, other: When) -> bool:
    """Whether a date says more finely what another says: the fair "of this year" was "on Monday"."""
    return intersection(one, other) == one and width(one) < width(other)


def _means_another(word: Token) -> bool:
    """Whether it makes a noun mean something else than what was told: "the coming games", "the sentences that …"."""
    restricts = word.dep_ == "relcl" and word.doc[word.left_edge.i - 1].text != ","
    return restricts or (word.dep_ in {"amod", "nummod"} and word.text in word_class("another"))


def told_again_in_title(scene: Scene, index: int) -> When | None:
    """A headline tells what the text below it tells: it takes the date that the same verb has there first."""
    clause = scene.clauses[index]
    if clause.block != "title" or scene.moods[index].modality == "planned":
        return None
    same = (
        scene.found.get(other)
        for other, again in enumerate(scene.clauses)
        if again.block == "body" and again.lemma == clause.lemma
    )
    told = next((when for when in same if when and when.is_closed and not when.bounded), None)
    return inherited(told) if told is not None and _is_news(scene, told) else None


def _is_news(scene: Scene, when: When) -> bool:
    """Whether it lies so near publication that a headline may tell of it, and not of the last one of its kind."""
    day = scene.published.last if scene.published else None
    return day is None or when.last is None or (day - when.last).days <= NEWS
