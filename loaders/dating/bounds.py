"""The days that the time of telling leaves to what is told.

See docs/decisions/0003-claims-without-a-date.md.
"""

from datetime import date

from spacy.tokens import Token

from graph.when import When, width
from loaders.dating.scene import Scene
from loaders.grammar import is_infinitive
from loaders.tense import Tense, tense

WIDEST = {
    "week": 7,
    "month": 31,
    "quarter": 92,
    "season": 92,
    "half": 184,
    "year": 366,
    "decade": 3653,
    "century": 36525,
}
"""Days of one unit of a grain, at most."""

PERHAPS_NOW = frozenset({"may", "might", "could"})


def around(scene: Scene, index: int, first: date, last: date) -> tuple[date | None, date | None]:
    """Days of something told between `first` and `last`: until then, then, or from then on; (None, None): never."""
    token, modality = scene.token(index), scene.moods[index].modality
    form = tense(token)
    if modality == "planned":
        return first, None
    if modality == "hypothetical":
        now = form == "possible" and _may_be_doing(token)
        return (first, last) if now else (first, None) if is_infinitive(token) else _possible(form, first, last)
    if _goes_on(scene, index, form) and not _happens_often(scene, index):
        return first, last
    return None, last


def _happens_often(scene: Scene, index: int) -> bool:
    """Whether the sentence says how often it happens: what happens every day has happened until then."""
    sentence = scene.clauses[index].sentence
    often = any(time.mention.kind == "set" and sentence.holds(time.mention.span) for time in scene.times)
    return often and scene.moods[index].modality in {"habitual", "asserted"}


def _may_be_doing(token: Token) -> bool:
    """What somebody "may be doing" is supposed of the time of telling, not of days to come (Quirk et al., 4.52)."""
    words = {child.lower_ for child in token.children if child.dep_ == "aux"}
    return token.tag_ == "VBG" and bool(words & PERHAPS_NOW)


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


def goes_beyond(scene: Scene, index: int) -> bool:
    """Whether a deed told as past stands beside years to come: "estimated that by 2050", "studied 2000–2050".

    Those are of what was estimated or studied, for nothing told as past can lie after publication. "This year" can:
    the year has begun. A single day to come is kept and doubted (`loaders/times/doubts.py`).
    """
    when, day = scene.found.get(index), scene.published.last if scene.published else None
    if when is None or day is None or when.last is None or when.last <= day or _is_one_unit(when):
        return False
    past = tense(scene.token(index)) in {"past", "perfect", "past perfect"}
    return past and scene.moods[index].modality in {"asserted", "denied"} and (when.first is None or when.first <= day)


def _is_one_unit(when: When) -> bool:
    """Whether it is one month, year or decade, which may have begun."""
    return when.first is not None and width(when) <= WIDEST.get(when.grain, 0)


def never_happened(token: Token) -> bool:
    """A condition in the past perfect, and "would have", say that it did not happen: such a claim has no date."""
    return tense(token) in {"counterfactual", "past perfect"}
