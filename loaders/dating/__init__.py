"""When a clause happened: its own date, one it inherits, or the bound that publication sets.

A claim without any date is bounded by the publication date and never given it; what is told as going on is told as of
that day. See docs/decisions/0003-claims-without-a-date.md.
"""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from graph.record import Span
from graph.when import When, bounded_by
from loaders.dating.bounds import around, goes_beyond, never_happened
from loaders.dating.known import known_dates, told_beside
from loaders.dating.own import own_dates
from loaders.dating.rules import RULES
from loaders.dating.scene import Scene
from loaders.lexicon.known_events import known_events
from loaders.records import Clause, Dated, Mood, ReadTime, Voice
from loaders.trees import Tree

BOUND = "bounded_by_publication"
"""No date is given: what is told had happened by publication, and what is planned comes after it."""
OWN = "own_date"
"""The date that stands nearest above it in the sentence, and that it can be about, is its own."""


def date_clauses(  # noqa: PLR0913, PLR0917 – one argument for each stage before it, and the lexicon
    clauses: Sequence[Clause],
    trees: Sequence[Tree],
    times: Sequence[ReadTime],
    moods: Sequence[Mood],
    voices: Sequence[Voice],
    published: When | None,
    folder: Path | None = None,
) -> tuple[Dated, ...]:
    """One date for each clause, in the order of the clauses; moods and voices stand in that order, too.

    `folder` holds a user's own lexicon rows.
    """
    at = tuple({c.token: i for i, c in enumerate(clauses) if c.tree == number} for number in range(len(trees)))
    reported = {content: voice.clause for voice in voices for content in voice.about}
    scene = Scene(trees, clauses, moods, voices, {}, at, reported, published, tuple(times))
    for number, tree in enumerate(trees):
        beside = tuple(told_beside(tree, known_events(folder)))
        names = [tree.span(one.name) for one in beside]
        scene.found.update(own_dates(tree, [t for t in times if not _is_in(t, names)], at[number]))
        scene.known.update(known_dates(tree, beside, at[number], published.last if published else None))
    dated: dict[int, Dated] = {}
    for _, sentence in groupby(_outside_in(scene), key=lambda index: clauses[index].sentence):
        indexes = list(sentence)
        dated |= {index: _date(scene, index) for index in indexes}
        dated |= {index: _date(scene, index) for index in indexes if dated[index].rule == BOUND}
    return tuple(dated[index] for index in range(len(clauses)))


def _is_in(time: ReadTime, names: Sequence[Span]) -> bool:
    """Whether a date is part of a name: "the Sept. 11 attacks" are those of 2001."""
    return any(name.holds(time.mention.span) for name in names)


def _outside_in(scene: Scene) -> list[int]:
    """Sentence by sentence, each clause after the one it hangs on, so that dates travel inwards and on; titles last.

    A second round lets what is still open take a date from within: "after the vote on Friday, he left".
    """

    def depth(index: int) -> tuple[bool, int, int, int, int]:
        token = scene.token(index)
        clause = scene.clauses[index]
        return clause.block == "title", clause.tree, token.sent.start, sum(1 for _ in token.ancestors), index

    return sorted(range(len(scene.clauses)), key=depth)


def _date(scene: Scene, index: int) -> Dated:
    if scene.moods[index].modality == "hypothetical" and never_happened(scene.token(index)):
        scene.found[index] = None
        return Dated(clause=index, when=None, rule="never_happened")
    if goes_beyond(scene, index):
        scene.found[index] = None
    if scene.found.get(index) is not None:
        return Dated(clause=index, when=scene.found[index], rule=OWN)
    for rule in RULES:
        when = rule(scene, index)
        if when is not None:
            scene.found[index] = when
            return Dated(clause=index, when=when, rule=rule.__name__)
    return Dated(clause=index, when=_bounded(scene, index), rule=BOUND)


def _bounded(scene: Scene, index: int) -> When | None:
    published = scene.published
    day = (published.last or published.first) if published else None
    if published is None or day is None:
        return None
    first, last = around(scene, index, published.first or day, day)
    if first is None and last is None:
        return None
    bound = bounded_by(day, planned=first is not None and last is None)
    return bound.model_copy(update={"first": first, "last": last})
