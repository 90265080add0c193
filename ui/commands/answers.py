"""What the store knows: `chronology`, `export`, `query`, `actors`."""

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TextIO

import click

from graph import export as files
from graph.errors import UsageError
from graph.model import STATUSES
from graph.store.base import Card, Cell, Filters, Store
from ui.commands.lines import listed, plain
from ui.commands.options import STDOUT, Day, json_option, opened, store_option, writing

PAGE = 100
"""Cards that are asked for at once."""


@click.command()
@click.option("--actor", "actors", multiple=True, metavar="ID", help="Take part; several: any of them.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Such as AID, CONSULT, none.")
@click.option("--status", "statuses", multiple=True, type=click.Choice(STATUSES))
@click.option("--publisher", "publishers", multiple=True)
@click.option("--text", default="", help="Words that all stand in one sentence.")
@click.option("--first", type=Day("first"), help="Leave out what ended before; 2024-10-18, 2024-10, 2024.")
@click.option("--last", type=Day("last"), help="Leave out what began later.")
@click.option("--newest", is_flag=True, help="Newest first.")
@click.option("--limit", type=click.IntRange(1), help="At most so many events.")
@store_option
@json_option
def chronology(  # noqa: PLR0913 – click hands over one argument for each option
    *,
    actors: tuple[str, ...],
    types: tuple[str, ...],
    statuses: tuple[str, ...],
    publishers: tuple[str, ...],
    text: str,
    first: date | None,
    last: date | None,
    newest: bool,
    limit: int | None,
    url: str | None,
    as_json: bool,
) -> None:
    """Print events in order, each with the words it rests on; with --json one line an event."""
    filters = Filters.model_validate(
        {
            "actors": actors,
            "types": types,
            "statuses": statuses,
            "publishers": publishers,
            "text": text,
            "first": first,
            "last": last,
        }
    )
    with opened(url) as store:
        cards = islice(_cards(store, filters, newest=newest), limit)
        for line in (card.model_dump_json() for card in cards) if as_json else listed(cards):
            click.echo(line)
        _mention_pending(store)


def _cards(store: Store, filters: Filters, *, newest: bool) -> Iterator[Card]:
    after, more = None, True
    while more:
        page = store.cards(filters, after=after, order="newest" if newest else "oldest", limit=PAGE)
        yield from page.cards
        more = page.more
        after = page.cards[-1].event.sort_key if page.cards else None


def _mention_pending(store: Store) -> None:
    pending = store.counts().pending
    if pending:
        click.echo(f"{pending} documents are not yet gathered into events; `dateline doctor` does it.", err=True)


@click.command()
@click.argument("what", type=click.Choice(["timeline", "claims", "jsonl"]))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default=STDOUT)
@store_option
def export(what: str, output: Path, url: str | None) -> None:
    """Write the events (timeline) or the claims (claims, jsonl) as a file; standard output without --output."""
    with opened(url) as store, writing(output) as file:
        if what == "timeline":
            files.write_timeline(store.events(), file, places=store.places())
        elif what == "claims":
            files.write_claims(store.claims(), (card.event for card in store.events()), file)
        else:
            files.write_jsonl(store.claims(), file)
        _mention_pending(store)


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--param", "-p", "given", multiple=True, metavar="NAME=VALUE", help="Value of a $NAME; numbers as such.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=1000, show_default=True, help="At most so many rows.")
@store_option
@json_option
def query(file: TextIO, given: tuple[str, ...], limit: int, url: str | None, *, as_json: bool) -> None:
    """Answer a Cypher query that only reads, as CSV; `-` is standard input. Shipped ones are in graph/queries."""
    text = _query_text(file)
    with opened(url) as store:
        answer = store.query(text, dict(_parameter(words) for words in given), limit=limit)
    if as_json:
        for row in answer.rows:
            click.echo(json.dumps(dict(zip(answer.columns, row, strict=True)), ensure_ascii=False, default=str))
    else:
        writer = csv.writer(sys.stdout)
        writer.writerows([answer.columns] if answer.columns else [])  # unknown where a server gives no row
        writer.writerows([_cell(cell) for cell in row] for row in answer.rows)
    if not answer.rows:
        click.echo("Nothing fits.", err=True)
    if answer.truncated:
        click.echo(f"There are more than {limit} rows; --limit raises that.", err=True)


def _query_text(file: TextIO) -> str:
    try:
        return str(file.read())
    except UnicodeDecodeError as error:
        raise UsageError("The query is not UTF-8 text.") from error


def _parameter(words: str) -> tuple[str, Cell]:
    name, equals, value = words.partition("=")
    if not equals or not name:
        raise UsageError(f"A parameter is written NAME=VALUE, not {words!r}.")
    try:
        read = json.loads(value)
    except json.JSONDecodeError:
        return name, value
    return name, read if isinstance(read, int | float | bool) else value


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return plain(cell)
    return "" if cell is None else json.dumps(cell, ensure_ascii=False, default=str).strip('"')


@click.command()
@store_option
@json_option
def actors(url: str | None, *, as_json: bool) -> None:
    """List who takes part: id, name, kind, country, other names."""
    with opened(url) as store:
        for actor in store.actors():
            if as_json:
                click.echo(actor.model_dump_json())
                continue
            also = f" – also {', '.join(actor.aliases)}" if actor.aliases else ""
            country = f", {actor.country}" if actor.country else ""
            click.echo(plain(f"{actor.id}: {actor.name} ({actor.kind}{country}){also}"))
