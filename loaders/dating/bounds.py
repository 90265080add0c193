"""The days that the time of telling leaves to what is told.

See docs/decisions/0003-claims-without-a-date.md.
"""

from datetime import date

from spacy.tokens import Token

from loaders.dating.scene import Scene
from loaders.dating.tense import Tense, tense


def around(scene: Scene, index: int, first: date, last: date) -> tuple[date | None, date | None]:
    """Days of something told between `first` and `last`: until then, then, or from then on; (None, None): never."""
    token, modality = scene.token(index), scene.moods[index].modality
    form = tense(token)
    if modality == "planned":
        return first, None
    if modality == "hypothetical":
        return (first, None) if is_aim(token) else _possible(form, first, last)
    if _goes_on(scene, index, form) and not _happens_often(scene, index):
        return first, last
    return None, last


def _happens_often(scene: Scene, index: int) -> bool:
    """Whether the sentence says how often it happens: what happens every day has happened until then."""
    sentence = scene.clauses[index].sentence
    often = any(time.mention.kind == "set" and sentence.holds(time.mention.span) for time in scene.times)
    return often and scene.moods[index].modality in {"habitual", "asserted"}


def _possible(form: Tense, first: date, last: date) -> tuple[date | None, date | None]:
    if form == "counterfactual":
        return None, None
    return (None, last) if form in {"perfect", "past", "past perfect"} else (first, None)


def _goes_on(scene: Scene, index: int, form: Tense) -> bool:
    """Whether it is told as true at the time of telling.

    A title's present is the past of the story, a caption's the time of its picture; a saying is over when it is told.
    """
    clause = scene.clauses[index]
    if clause.block in {"title", "caption"} or scene.voices[index].about:
        return False
    token = scene.token(index)
    if clause.form == "noun":
        return token.dep_ in {"attr", "nsubj"} and token.head.lemma_ == "be" and tense(token.head) == "present"
    if token.dep_ == "acl" and token.tag_ == "VBG":
        return tense(token.sent.root) == "present"
    return form == "present"


def never_happened(token: Token) -> bool:
    """A condition in the past perfect, and "would have", say that it did not happen: such a claim has no date."""
    return tense(token) in {"counterfactual", "past perfect"}


def is_aim(token: Token) -> bool:
    """Whether it is asked for, wished or meant: "urged them to leave". What is aimed at lies ahead."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)
