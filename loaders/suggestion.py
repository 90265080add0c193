"""A publication day that a person may check and pass on with `--published`: a hint, never part of an extraction."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from graph.model import CLAIM_BLOCKS, Document
from graph.record import Record
from graph.when import When
from loaders.neighbours import Dated, Neighbour, neighbours
from loaders.publication import BARE_YEAR, WEEKDAY, Scene, yearless
from loaders.records import Published

LEAST = 0.12
"""Likeness below which two texts are not on one matter."""
LEAD = 2
"""Blocks in which a report names the weekday it was written on: its headline and its first paragraph."""


class Suggestion(Record):
    """What the dated documents most like a document say about its day."""

    when: When | None
    """Marked approximate; None if the document's own day stands, or no dated document is like it."""
    neighbours: tuple[Neighbour, ...]
    """Most like first."""


def dated(document: Document, published: When | None) -> Dated | None:
    """A document as a neighbour; None unless one day is surely its own."""
    if published is None or published.first is None or published.first != published.last:
        return None
    if published.uncertain or published.approximate:
        return None
    title = document.title or document.copies[0].uri
    return Dated(document=document.id, title=title, day=published.first, text=document.text)


def suggest(scene: Scene, published: Published, dated: Sequence[Dated]) -> Suggestion:
    """The day of the likest document that is not too early, moved to the day and month or the weekday of the text.

    Wire reports name the weekday on which they are sent, seldom another one first.
    """
    likest = neighbours(scene.document.text, [one for one in dated if one.document != scene.document.id])
    own = published.when
    if own and own.is_closed and BARE_YEAR.search(own.text or "2000"):
        return Suggestion(when=None, neighbours=likest)
    earliest = (own.first if own and not own.is_closed else None) or date.min
    days = (one.day for one in likest if one.likeness >= LEAST and one.day >= earliest)
    near = next(days, None)
    return Suggestion(when=_near(scene, near) if near else None, neighbours=likest)


def _near(scene: Scene, near: date) -> When:
    """The day and month of the dateline in the nearest year, else the day of the week that the lead names, else it."""
    named = sorted(yearless(scene, near.year - 1), key=lambda when: abs((when.first or date.min) - near))
    if named:
        return named[0]
    weekday = next(_weekdays(scene), f"{near:%a}")
    week = (near + timedelta(days=step) for step in (0, -1, 1, -2, 2, -3, 3))
    day = next(day for day in week if f"{day:%a}".casefold() == weekday.casefold())
    return When(first=day, last=day, grain="day", approximate=True, basis="given", text="")


def _weekdays(scene: Scene) -> Iterator[str]:
    """The first three letters of the weekdays that the lead names, in order."""
    spans = tuple(islice((block.span for block in scene.blocks if block.kind in CLAIM_BLOCKS), LEAD))
    for mention in scene.times:
        named = WEEKDAY.match(mention.text)
        if named and mention.deictic and any(span.holds(mention.span) for span in spans):
            yield named.group(1)
