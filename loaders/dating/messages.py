"""What a statement, a letter or a recording says, in a document that dates it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from graph.when import When
from loaders.dating.inherit import inherited
from loaders.dating.pictures import published_by
from loaders.dating.scene import Scene
from loaders.lexicon import word_class
from loaders.tense import tense

SAYING = frozenset({"STATEMENT", "AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Acts that a message does by its words."""
THE_ONE = frozenset({"the", "this", "that"})
Place = tuple[int, int]
"""Number of a tree and place of a token in it."""


def said_in_it(scene: Scene, index: int) -> When | None:
    """A statement, letter or recording says what it says on the day it was issued: "the statement accused …".

    Only if the text dates one of its kind, and that before.
    """
    clause, token = scene.clauses[index], scene.token(index)
    if clause.type not in SAYING or tense(token) != "past":
        return None
    message = next((child for child in token.children if child.dep_ == "nsubj" and _is_message(child)), None)
    if message is None:
        return None
    days = scene.once("messages", _messages).get(message.lemma_, {})
    if len(days) != 1 or not any(child.lower_ in THE_ONE for child in message.children):
        return None
    ((place, when),) = days.values()
    return inherited(when) if place < (clause.tree, message.i) else None


def _is_message(token: Token) -> bool:
    return token.lemma_ in word_class("message") or token.lemma_ in word_class("footage")


def _messages(scene: Scene) -> Mapping[str, dict[object, tuple[Place, When]]]:
    """Lemma → the days on which such messages were issued, each with where it is told first."""
    found: dict[str, dict[object, tuple[Place, When]]] = defaultdict(dict)
    for number, tree in enumerate(scene.trees):
        for token in tree.doc:
            if _is_message(token):
                for when in _issued(scene, number, token):
                    found[token.lemma_].setdefault((when.first, when.last), ((number, token.i), when))
    return found


def _issued(scene: Scene, tree: int, message: Token) -> Iterator[When]:
    """The days that a sentence gives itself for a message: "a statement on Monday", "released a video on Friday"."""
    noun = message.head if message.dep_ == "compound" else message
    for word in (message, noun, *published_by(message)):
        clause = scene.clause_at(tree, word)
        when = scene.found.get(clause) if clause is not None else None
        if when is not None and when.is_closed and when.basis not in {"inherited", "bounded by publication"}:
            yield when
