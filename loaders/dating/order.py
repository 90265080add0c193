"""What is told to come before or after something else: each bounds the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graph.when import When, width
from loaders.dating.inherit import date_of, inherited
from loaders.dating.scene import Scene
from loaders.grammar import has_subject
from loaders.lexicon import word_class

SIDES = {"before": "last", "until": "last", "prior": "last", "after": "first", "since": "first", "following": "first"}
"""Word → the end of the interval that what it governs sets."""

BOTH_ENDS = re.compile(r"\d\s?[-–]\s?\d| (?:to|and|until) ")
"""Words that name the first and the last day."""

LONGEST = 31
"""Days of what bounds something though it is not over yet: what came before "the fair of this year" is past anyway."""

CONJUNCTIONS = frozenset({"before", "until", "after"})
"""Of these words those that begin a clause and speak of time alone; "since" gives reasons, too."""


@dataclass(frozen=True)
class Beside:
    """What a verb is told to come before or after."""

    word: Token
    """The first word that says so: "before", "ahead" of, "in" advance of."""
    side: str
    """The end of the verb's interval that it sets."""
    other: Token


def before_or_after(scene: Scene, index: int) -> When | None:
    """What happened before, until or after something dated has that date for its end or its beginning.

    Of "a summit on Monday and Tuesday" what came before came by Monday, and what came after from Tuesday on; a raid
    "over the weekend" may have been on either day.
    """
    for beside in told_beside(scene.token(index)):
        when = its_date(scene, scene.clauses[index].tree, beside.other)
        if when is None:
            continue
        if when.first and when.last and BOTH_ENDS.search(when.text):
            edge = when.first if beside.side == "last" else when.last
            when = inherited(when, first=edge, last=edge)
        if beside.side == "first" and scene.moods[index].modality in {"planned", "hypothetical"}:
            return inherited(when, last=None) if when.first else None
        return _one_side(scene, when, beside.side)
    return None


def its_date(scene: Scene, tree: int, token: Token) -> When | None:
    """The date of a happening, or of what a verb says began or ended: "after the vote ended"."""
    when = date_of(scene, tree, token)
    if when is not None or token.lemma_ not in word_class("came_about"):
        return when
    subjects = (child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"})
    return next((found for child in subjects if (found := date_of(scene, tree, child))), None)


def seen_from_there(scene: Scene, index: int) -> When | None:
    """What something dated came after was over by then; what it came before began no sooner.

    "In 2007 she left after a quarrel": the quarrel was in 2007 or before.
    """
    token, tree = scene.token(index), scene.clauses[index].tree
    word, main = link_above(token)
    if word.lower_ == "since" and not has_subject(token):
        return None  # "was proposed in May and since has drawn protests"
    side = SIDES.get(word.lower_)
    when = date_of(scene, tree, main) if side is not None else None
    return _one_side(scene, when, "last" if side == "first" else "first") if when is not None else None


def link_above(token: Token) -> tuple[Token, Token]:
    """The word that ties a happening to what it is told beside, and that: "left after the vote", "after it closed".

    Both are the token itself if nothing ties it.
    """
    first = next((child for child in token.children if child.dep_ == "mark"), None) or fronted(token)
    if first is not None:
        return first, token.head
    return (token.head, token.head.head) if token.dep_ in {"pobj", "pcomp"} else (token, token)


def fronted(verb: Token) -> Token | None:
    """The "after" that begins a clause, where the parser takes it for a preposition: "after a bridge in Osk fell"."""
    before = (child for child in verb.lefts if child.dep_ == "prep" and child.lower_ in CONJUNCTIONS)
    return next(before, None) if verb.dep_ == "advcl" and verb.head.i < verb.i else None


def told_beside(token: Token) -> Iterator[Beside]:
    """What a verb is told to come before or after: "before leaving", "prior to the fair", "after the fair closed"."""
    for child in token.children:
        if child.dep_ in {"prep", "advmod"} and child.lower_ in SIDES:
            side = "last" if _is_up_to(child) else SIDES[child.lower_]
            inner = (c for below in child.children for c in (below, *below.children))
            yield from (Beside(child, side, other) for other in inner if other.dep_ in {"pcomp", "pobj"})
        elif child.dep_ == "advcl":
            marks = (mark for mark in child.children if mark.dep_ == "mark" and mark.lower_ in CONJUNCTIONS)
            yield from (Beside(mark, SIDES[mark.lower_], child) for mark in marks)
        elif child.dep_ == "npadvmod":
            links = (link for link in child.children if link.dep_ == "prep" and link.lower_ in SIDES)
            yield from (
                Beside(link, SIDES[link.lower_], c) for link in links for c in link.children if c.dep_ == "pobj"
            )
        elif child.lower_ in {"ahead", "in"}:
            yield from (Beside(child, "last", other) for other in _in_advance_of(child))


def _in_advance_of(word: Token) -> Iterator[Token]:
    """The fair of "ahead of the fair" and "in advance of the fair", whatever the parser hangs its "of" on."""
    end = word if word.lower_ == "ahead" else word.doc[min(word.i + 1, word.sent.end - 1)]
    if end.lower_ in {"ahead", "advance"} and end.i + 1 < word.sent.end and word.doc[end.i + 1].lower_ == "of":
        yield from (child for child in word.doc[end.i + 1].children if child.dep_ == "pobj")


def _is_up_to(link: Token) -> bool:
    """Whether "until" stands before it: what lasted "until shortly after the fire" ended then."""
    before = min([link.i, *(child.i for child in link.children)])
    return before > link.sent.start and link.doc[before - 1].lower_ in {"until", "till"}


def _one_side(scene: Scene, when: When, side: str) -> When | None:
    day = scene.published.last if scene.published else None
    if side == "last":
        ahead = day is not None and when.last is not None and when.last > day and width(when) > LONGEST
        return inherited(when, first=None) if when.last and not ahead else None
    if when.first is None or (day and when.first > day):
        return None
    return inherited(when, last=day)
