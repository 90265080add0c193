"""What is told to come before or after something else: each bounds the other."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.when import When
from loaders.dating.inherit import date_of, inherited
from loaders.dating.scene import Scene
from loaders.grammar import has_subject

SIDES = {"before": "last", "until": "last", "prior": "last", "after": "first", "since": "first", "following": "first"}
"""Word → the end of the interval that what it governs sets."""


def before_or_after(scene: Scene, index: int) -> When | None:
    """What happened before, until or after something dated has that date for its end or its beginning."""
    token, tree = scene.token(index), scene.clauses[index].tree
    for side, other in _told_beside(token):
        when = date_of(scene, tree, other)
        if when is not None:
            return _one_side(scene, when, side)
    return None


def seen_from_there(scene: Scene, index: int) -> When | None:
    """What something dated came after was over by then; what it came before began no sooner.

    "In 2007 she left after a quarrel": the quarrel was in 2007 or before.
    """
    token, tree = scene.token(index), scene.clauses[index].tree
    word = next((child for child in token.children if child.dep_ == "mark"), None) or token.head
    if word.lower_ == "since" and not has_subject(token):
        return None  # "was proposed in May and since has drawn protests"
    side = SIDES.get(word.lower_)
    main = token.head if word.dep_ == "mark" else word.head
    if side is None or not (word.dep_ == "mark" or token.dep_ in {"pobj", "pcomp"}):
        return None
    when = date_of(scene, tree, main)
    return _one_side(scene, when, "last" if side == "first" else "first") if when is not None else None


def _told_beside(token: Token) -> Iterator[tuple[str, Token]]:
    """Side and head of what a verb is told to come before or after: "before leaving", "prior to the fair"."""
    for link in (child for child in token.children if child.dep_ in {"prep", "advmod"} and child.lower_ in SIDES):
        inner = (c for child in link.children for c in (child, *child.children))
        for other in (child for child in inner if child.dep_ in {"pcomp", "pobj"}):
            yield "last" if _is_up_to(link) else SIDES[link.lower_], other


def _is_up_to(link: Token) -> bool:
    """Whether "until" stands before it: what lasted "until shortly after the fire" ended then."""
    before = min([link.i, *(child.i for child in link.children)])
    return before > link.sent.start and link.doc[before - 1].lower_ in {"until", "till"}


def _one_side(scene: Scene, when: When, side: str) -> When | None:
    day = scene.published.last if scene.published else None
    if side == "last":
        return inherited(when, first=None) if when.last else None
    if when.first is None or (day and when.first > day):
        return None
    return inherited(when, last=day)
