"""How things read on a terminal. Text of documents may hold anything: what could steer a terminal is taken out."""

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

import click

from graph.chronology import written_date
from graph.store.base import Card
from loaders.jobs import Refusal

WIDTH = 100


def plain(text: str) -> str:
    """Text in one line without control and direction marks."""
    shown = "".join(
        " " if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else letter for letter in text
    )
    return " ".join(shown.split())


def shortened(text: str, *, width: int = 60) -> str:
    """The beginning of a text in one line."""
    return textwrap.shorten(plain(text), width, placeholder=" …")


def tell(refusal: Refusal) -> None:
    """Say on standard error what became of a document that could not be read."""
    click.echo(f"{plain(refusal.name)}: {plain(refusal.message)}", err=True)
    if refusal.hint:
        click.echo(f"  {plain(refusal.hint)}", err=True)


def listed(cards: Iterable[Card]) -> Iterator[str]:
    """Lines of a chronology: every date once, below it what happened, the words, and who says so."""
    last = None
    for card in cards:
        date = plain(written_date(card.event.when)) if card.event.when else "no date"
        if date != last:
            yield f"\n{date}"
            last = date
        yield from _told(card)


def _told(card: Card) -> Iterator[str]:
    event, lead = card.event, card.lead
    speakers = " and ".join(plain(speaker.name) for speaker in lead.claim.said_by if speaker.position == 0)
    source = plain(lead.copy_.publisher or lead.copy_.uri)
    told = f"according to {speakers}, in {source}" if speakers else source
    sources = f", {event.source_count} sources" if event.source_count > 1 else ""
    yield from _wrapped(f"{plain(event.headline)}  [{event.status}{sources}]", indent=2)
    yield from _wrapped(f"“{plain(lead.sentence)}” – {told}", indent=6)


def _wrapped(text: str, *, indent: int) -> list[str]:
    margin = " " * indent
    return textwrap.wrap(text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)
