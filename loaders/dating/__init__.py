"""When a clause happened: its own date, one it inherits, or the bound that publication sets.

A claim without any date is bounded by the publication date and never given it; what is told as going on is told as of
that day. See docs/decisions/0003-claims-without-a-date.md.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from graph.when import When, bounded_by, width
from loaders.dating.own import own_dates
from loaders.dating.tense import Tense, tense
from loaders.records import Clause, Dated, Mood, ReadTime, Voice
from loaders.trees import Tree

LONGEST_SCENE = 14
"""Days of a date that the sentences after it may stand in."""

SIGNATURE = re.compile(r"\(@\w{1,30}\)\s+(?=\w+ \d)")
"""How an embedded post names its author before its date."""

WITH_ITS_VERB = frozenset({"conj", "xcomp", "advcl"})
"""Clauses that share the time of the verb they hang on: "came and said", "summoned him to demand", "killing ten"."""

BY_DOING = frozenset({"by", "in", "as"})
"""Prepositions that tell how something was done: "retaliated by firing"."""

SPOKEN_TO = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT"})
"""Acts done in the act they are the purpose of: an envoy is summoned to demand something, and it is demanded then."""

NOT_WITH_IT = frozenset({"after", "before", "since", "until", "if", "unless", "because", "although", "though"})
"""Words that set an adverbial clause at another time, or leave it open."""


@dataclass(frozen=True)
class Scene:
    """Everything the rules look at."""

    trees: Sequence[Tree]
    clauses: Sequence[Clause]
    moods: Sequence[Mood]
    voices: Sequence[Voice]
    found: dict[int, When | None]
    """Own dates, then those of clauses dated so far."""
    at: dict[tuple[int, int], int]
    """(tree, token) → clause."""
    reported: dict[int, int]
    """Clause → the clause of saying that it is the content of."""
    published: When | None
    times: tuple[ReadTime, ...]

    def token(self, index: int) -> Token:
        clause = self.clauses[index]
        return self.trees[clause.tree].doc[clause.token]


Rule = Callable[[Scene, int], When | None]


def shared_with_its_verb(scene: Scene, index: int) -> When | None:
    """Verbs joined by "and", and what is done in doing something, share one date."""
    token = scene.token(index)
    means = token.dep_ == "pcomp" and token.head.lower_ in BY_DOING
    if not (token.dep_ in WITH_ITS_VERB or means) or _at_another_time(token):
        return None
    when = _date_of(scene, scene.clauses[index].tree, token.head.head if means else token.head)
    if when is None or _tenses_differ(token):
        return None
    if scene.moods[index].modality != "planned" or scene.clauses[index].type in SPOKEN_TO:
        return when
    return inherited(when, last=None) if when.first else None


def _at_another_time(token: Token) -> bool:
    """Whether a word such as "after" or "if" parts an adverbial clause from the time of its verb."""
    return any(child.dep_ in {"mark", "advmod"} and child.lower_ in NOT_WITH_IT for child in token.children)


def at_an_occasion(scene: Scene, index: int) -> When | None:
    """What happens at a dated occasion, in a dated war or where a dated visit led, happens on its date."""
    token, tree = scene.token(index), scene.clauses[index].tree
    if token.dep_ == "relcl" and any(c.lower_ in {"where", "when", "whereupon"} for c in token.children):
        return _date_of(scene, tree, token.head)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"at", "during", "in", "throughout"}:
            for noun in child.children:
                when = _date_of(scene, tree, noun) if noun.dep_ == "pobj" else None
                if when is not None:
                    return when
    return None


def _date_of(scene: Scene, tree: int, token: Token) -> When | None:
    """A clause's date as another one inherits it; None for bounds."""
    other = scene.at.get((tree, token.i))
    when = scene.found.get(other) if other is not None else None
    return inherited(when) if when is not None and not when.bounded else None


def told_on(scene: Scene, index: int) -> When | None:
    """What somebody says on a day happened by that day, goes on that day, or is planned from that day on."""
    saying = scene.reported.get(index)
    when = scene.found.get(saying) if saying is not None else None
    if when is None or when.bounded or when.last is None:
        return None
    day = scene.published.last if scene.published else None
    last = min(when.last, day) if day else when.last
    if when.first and when.first > last:
        return None
    first, last_day = _around(scene, index, when.first or last, last)
    if first is None and last_day is None:
        return None
    return inherited(when, first=first, last=last_day)


def same_scene(scene: Scene, index: int) -> When | None:
    """A sentence in the simple past goes on with the scene that the sentence before it dated, in one paragraph."""
    clause = scene.clauses[index]
    token = scene.token(index)
    speaks = bool(scene.voices[index].about) and not _same_subject(token)
    start = token.sent.start
    if token.dep_ != "ROOT" or tense(token) != "past" or speaks or start == 0:
        return None
    root = token.doc[start - 1].sent.root
    if not _same_voice(scene, index, scene.at.get((clause.tree, root.i))):
        return None
    when = _date_of(scene, clause.tree, root)
    if when is None or not when.is_closed or width(when) > LONGEST_SCENE or tense(root) != "past":
        return None
    return when


def _same_voice(scene: Scene, index: int, other: int | None) -> bool:
    """Whether two clauses are told by the same chain of speakers, or both by the author."""
    if other is None:
        return False
    names = [[speaker.name for speaker in scene.voices[one].said_by] for one in (index, other)]
    return names[0] == names[1]


def _same_subject(token: Token) -> bool:
    """Whether the one who acts is called by a pronoun: who spoke in the sentence before goes on speaking."""
    return any(child.dep_ == "nsubj" and child.pos_ == "PRON" for child in token.children)


def posted_on(scene: Scene, index: int) -> When | None:
    """What a post tells without a date is bounded by the day in the post's signature."""
    clause = scene.clauses[index]
    tree = scene.trees[clause.tree]
    signature = SIGNATURE.search(tree.doc.text) if clause.block == "embed" else None
    if signature is None:
        return None
    start = tree.block.span.start + signature.end()
    when = next((t.when for t in scene.times if t.when and t.when.is_closed and t.mention.span.start == start), None)
    if when is None or when.first is None or when.last is None:
        return None
    first, last = _around(scene, index, when.first, when.last)
    return None if first is None and last is None else inherited(when, first=first, last=last)


def told_again_in_title(scene: Scene, index: int) -> When | None:
    """A headline tells what the text below it tells: it takes the date that the same verb has there first."""
    clause = scene.clauses[index]
    if clause.block != "title" or scene.moods[index].modality == "planned":
        return None
    for other, again in enumerate(scene.clauses):
        when = scene.found.get(other)
        if again.block == "body" and again.lemma == clause.lemma and when is not None and not when.bounded:
            return inherited(when)
    return None


RULES: tuple[Rule, ...] = (
    shared_with_its_verb,
    at_an_occasion,
    told_on,
    same_scene,
    posted_on,
    told_again_in_title,
)
"""Tried in order for a clause without a date of its own."""


def date_clauses(
    clauses: Sequence[Clause],
    trees: Sequence[Tree],
    times: Sequence[ReadTime],
    moods: Sequence[Mood],
    voices: Sequence[Voice],
    published: When | None,
) -> tuple[Dated, ...]:
    """One date for each clause, in the order of the clauses; moods and voices stand in that order, too."""
    at = {(clause.tree, clause.token): index for index, clause in enumerate(clauses)}
    reported = {content: voice.clause for voice in voices for content in voice.about}
    scene = Scene(trees, clauses, moods, voices, {}, at, reported, published, tuple(times))
    for number, tree in enumerate(trees):
        own = {token: index for (place, token), index in at.items() if place == number}
        scene.found.update(own_dates(tree, times, own))
    dated = [_date(scene, index) for index in _outside_in(scene)]
    return tuple(sorted(dated, key=lambda one: one.clause))


def _outside_in(scene: Scene) -> list[int]:
    """Sentence by sentence, each clause after the one it hangs on, so that dates travel inwards and on; titles last."""

    def depth(index: int) -> tuple[bool, int, int, int, int]:
        token = scene.token(index)
        clause = scene.clauses[index]
        return clause.block == "title", clause.tree, token.sent.start, sum(1 for _ in token.ancestors), index

    return sorted(range(len(scene.clauses)), key=depth)


def _date(scene: Scene, index: int) -> Dated:
    if scene.found.get(index) is not None:
        return Dated(clause=index, when=scene.found[index], rule="own_date")
    for rule in RULES:
        when = rule(scene, index)
        if when is not None:
            scene.found[index] = when
            return Dated(clause=index, when=when, rule=rule.__name__)
    return Dated(clause=index, when=_bounded(scene, index), rule="bounded_by_publication")


def _bounded(scene: Scene, index: int) -> When | None:
    published = scene.published
    day = (published.last or published.first) if published else None
    if published is None or day is None:
        return None
    first, last = _around(scene, index, published.first or day, day)
    if first is None and last is None:
        return None
    bound = bounded_by(day, planned=first is not None and last is None)
    return bound.model_copy(update={"first": first, "last": last})


def _around(scene: Scene, index: int, first: date, last: date) -> tuple[date | None, date | None]:
    """Days of something told between `first` and `last`: until then, then, or from then on; (None, None): never."""
    token, modality = scene.token(index), scene.moods[index].modality
    form = tense(token)
    if modality == "planned":
        return first, None
    if modality == "hypothetical":
        return _possible(form, first, last)
    if _goes_on(scene, index, form):
        return first, last
    return None, last


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


def _tenses_differ(token: Token) -> bool:
    """Whether joined verbs stand in different tenses: "has fallen and will be rebuilt"."""
    own, other = tense(token), tense(token.head)
    return "none" not in {own, other} and own != other


def inherited(when: When, **update: date | None) -> When:
    """A date that comes from another clause; its words and span stay those that set it."""
    return when.model_copy(update={"basis": "inherited", **update})
