"""What a picture or a recording shows was there before the picture was published."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.when import When
from loaders.dating.inherit import date_of, inherited
from loaders.dating.scene import Scene
from loaders.lexicon import word_class


def shown_on(scene: Scene, index: int) -> When | None:
    """What a dated picture or recording shows happened by the day it was released, taken or posted."""
    token, tree = scene.token(index), scene.clauses[index].tree
    if scene.moods[index].modality in {"planned", "hypothetical"}:
        return None
    for picture in _showing(token):
        when = next((when for verb in published_by(picture) if (when := date_of(scene, tree, verb))), None)
        if when is not None and when.last is not None:
            return inherited(when, first=None)
    return None


def _showing(token: Token) -> Iterator[Token]:
    """Pictures of the sentence before a word that shows, itself before the token: by place, for parsers err here."""
    before = [word for word in token.sent if word.i < token.i]
    shows = max((word.i for word in before if _is(word, "showing")), default=0)
    return (word for word in before if word.i < shows and _is(word, "footage"))


def _is(word: Token, name: str) -> bool:
    return bool({word.lemma_.lower(), word.lower_} & word_class(name))


def published_by(picture: Token) -> Iterator[Token]:
    """The verbs that say what was done with a picture: "released a video", "a video released", "was posted"."""
    yield from (child for child in picture.children if child.dep_ in {"acl", "relcl"})
    noun = picture.head if picture.dep_ == "compound" else picture
    if noun.dep_ in {"dobj", "nsubjpass"} and not _is(noun.head, "showing"):
        yield noun.head
