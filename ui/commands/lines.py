"""How things read on a terminal. Text of documents may hold anything: what could steer a terminal is taken out."""

import textwrap
import unicodedata

import click

from graph.chronology import written_date
from graph.store.base import Card
from loaders.jobs import Refusal

WIDTH = 100
GUTTER = 26
"""Columns for the written date, which stands beside what happened."""


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


def card_lines(card: Card) -> str:
    """One event as the chronology shows it: date and headline, the words, who says so."""
    event, lead = card.event, card.lead
    date = plain(written_date(event.when)) if event.when else "no date"
    speakers = " and ".join(plain(speaker.name) for speaker in lead.claim.said_by if speaker.position == 0)
    source = plain(lead.copy_.publisher or lead.copy_.uri)
    told = f"according to {speakers}, in {source}" if speakers else source
    sources = "1 source" if event.source_count == 1 else f"{event.source_count} sources"
    lines = [
        *_indented(f"{plain(event.headline)}  [{event.status}, {sources}]", first=date),
        *_indented(f"“{plain(lead.sentence)}” — {told}"),
    ]
    return "\n".join(lines)


def _indented(text: str, *, first: str = "") -> list[str]:
    gutter = " " * GUTTER
    start = f"{first:<{GUTTER - 1}} " if len(first) < GUTTER else f"{first}\n{gutter}"
    return textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=gutter, break_on_hyphens=False)
