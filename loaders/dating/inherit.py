"""A date as another clause inherits it."""

from datetime import date

from spacy.tokens import Token

from graph.when import When
from loaders.dating.scene import Scene


def date_of(scene: Scene, tree: int, token: Token) -> When | None:
    """The date of the clause at a token, inherited; None for bounds and where there is no dated clause."""
    other = scene.clause_at(tree, token)
    when = scene.found.get(other) if other is not None else None
    return inherited(when) if when is not None and not when.bounded else None


def inherited(when: When, **update: date | None) -> When:
    """A date that comes from another clause; its words and span stay those that set it."""
    return when.model_copy(update={"basis": "inherited", **update})
