"""The chronology's cards, under a heading for each month and each block of it."""

from itertools import groupby

from graph.chronology import shelf
from graph.event import SourcedClaim
from graph.record import Record, Span
from graph.store.base import Card, CardPage
from graph.when import edtf
from ui.address import View, chronology
from ui.present import words
from ui.present.marks import Mark, Piece, pieces
from ui.present.render import render

LONGEST_QUOTE = 420
"""Characters of a sentence that a card shows; a longer one is cut around the trigger."""


class Quote(Record):
    """A sentence as a card shows it."""

    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


class Entry(Record):
    """Events that one voice tells of in one sentence, of one date, with that sentence. Most often one event."""

    cards: tuple[Card, ...]
    """In the order of their words; at least one."""
    quote: Quote


class Run(Record):
    """Cards under one heading."""

    month: str
    """Heading of the month; empty if it is that of the run before, or none."""
    block: str
    """Heading inside the month; empty for what is written in days."""
    entries: tuple[Entry, ...]


def cards(page: CardPage) -> str:
    """The cards of a page in its order."""
    return render("cards.html", runs=runs(page.cards))


def steps(view: View, page: CardPage, *, at: str = "") -> str:
    """Links to the cards before and behind, `at` the page that shows them; empty if these are all."""
    if not page.cards:
        return ""
    here = View(filters=view.filters, order=view.order)
    first, last = page.cards[0].event.sort_key, page.cards[-1].event.sort_key
    earlier = bool(view.after) or (bool(view.before) and page.more)
    later = bool(view.before) or page.more
    if not (earlier or later):
        return ""
    return render(
        "steps.html",
        back=chronology(here.model_copy(update={"before": first}), at) if earlier else "",
        on=chronology(here.model_copy(update={"after": last}), at) if later else "",
        start=chronology(here, at) if earlier else "",
    )


def runs(found: tuple[Card, ...]) -> tuple[Run, ...]:
    """Cards grouped under their headings; a month's heading stands once, above its first run."""
    result, heading_before = [], ""
    for (month, block), group in groupby(found, key=_headings):
        entries = tuple(_entry(tuple(alike)) for _, alike in groupby(group, key=_told_alike))
        heading = month if month == heading_before else _heading(month, entries)
        result.append(Run(month="" if heading == heading_before else heading, block=block, entries=entries))
        heading_before = heading
    return tuple(result)


def _heading(month: str, entries: tuple[Entry, ...]) -> str:
    """The month; where nothing under it is told that finely, its year alone: "1998" was no December."""
    wide = all(words.is_wide(entry.cards[0].event.when) for entry in entries)
    return month.rsplit(maxsplit=1)[-1] if wide and month else month


def _entry(alike: tuple[Card, ...]) -> Entry:
    first, *others = alike
    return Entry(cards=alike, quote=quote(first.lead, *(card.lead.claim.trigger for card in others)))


def _told_alike(card: Card) -> tuple[object, ...]:
    """Sentence, voice and date: what these share need not be read twice."""
    claim, when = card.lead.claim, card.event.when
    voice = tuple((one.position, one.name) for one in claim.said_by)
    return claim.document, claim.sentence, voice, when and (when.bounded, edtf(when))


def quote(told: SourcedClaim, *also: Span) -> Quote:
    """The claim's sentence with its trigger, others of the sentence and its date's words marked."""
    claim = told.claim
    shown = _shown(claim.sentence, claim.trigger)
    marks = [Mark(span=span, name="trigger") for span in (claim.trigger, *also)]
    if claim.when and claim.when.span:
        marks.append(Mark(span=claim.when.span, name="date"))
    offset = claim.sentence.start
    text = told.sentence[shown.start - offset : shown.end - offset]
    return Quote(
        pieces=pieces(text, marks, offset=shown.start),
        cut_before=shown.start > claim.sentence.start,
        cut_after=shown.end < claim.sentence.end,
    )


def _headings(card: Card) -> tuple[str, str]:
    return shelf(card.event.when).month, words.block_heading(card.event.when)


def _shown(sentence: Span, trigger: Span) -> Span:
    if sentence.end - sentence.start <= LONGEST_QUOTE:
        return sentence
    start = max(sentence.start, trigger.start - LONGEST_QUOTE // 2)
    return Span(start=start, end=max(min(sentence.end, start + LONGEST_QUOTE), min(trigger.end, sentence.end)))
