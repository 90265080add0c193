"""Filling the store and keeping it well: `load` and `doctor`."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from graph.store.base import Counts, Store
from loaders import load as loading
from loaders.load import LoadReport, Progress
from ui.commands.documents import jobs_of
from ui.commands.interrupts import ending_at_once
from ui.commands.lines import tell
from ui.commands.options import (
    all_settings,
    json_option,
    lexicon_option,
    opened,
    published_option,
    read_lexicon,
    store_option,
)

LITTLE_SPACE = 500_000_000
"""Bytes; below that the embedded store's journal may not fit."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--again", is_flag=True, help="Read again what is unchanged; without PATHS, every text that is kept.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read; one a core unless given.")
@published_option
@lexicon_option
@store_option
@json_option
@click.pass_context
def load(  # noqa: PLR0913 – click hands over one argument for each option
    ctx: click.Context,
    paths: tuple[Path, ...],
    *,
    again: bool,
    workers: int | None,
    published: str,
    lexicon: Path | None,
    url: str | None,
    as_json: bool,
) -> None:
    """Read documents into the store; `-` is standard input.

    A bad document is reported and the others go on. Ctrl-C loses nothing: the same command goes on where it stopped.
    """
    if not paths and not again:
        raise click.UsageError("Name a file, a folder, or - for standard input.")
    chosen = all_settings(url, lexicon)
    read_lexicon(chosen)
    with jobs_of(paths, published) as (jobs, missing), opened(url) as store:
        with progress() as report, ending_at_once():
            outcome = loading.load(
                store,
                jobs,
                workers=workers or chosen.workers,
                lexicon=chosen.lexicon,
                again=again,
                report=report,
            )
        counts = store.counts()
    outcome = outcome.model_copy(update={"refused": (*missing, *outcome.refused)})
    for refusal in outcome.refused:
        tell(refusal)
    click.echo(outcome.model_dump_json() if as_json else _sentences(outcome, counts))
    ctx.exit(1 if outcome.refused else 0)


@contextmanager
def progress() -> Iterator[Callable[[Progress], None]]:
    """Show how far a load has come, on standard error, if a person is looking there."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(pulse_style="cyan"), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = bar.add_task("starting", total=None)
        yield lambda now: bar.update(shown, description=_so_far(now))


def _so_far(now: Progress) -> str:
    parts = [f"{now.loaded} loaded", f"{now.unchanged} unchanged"]
    if now.refused:
        parts.append(f"{now.refused} failed")
    return f"{now.step}: {', '.join(parts)}"


def _sentences(outcome: LoadReport, counts: Counts) -> str:
    parts = [f"{outcome.loaded} documents loaded", f"{outcome.unchanged} unchanged"]
    if outcome.removed:
        parts.append(f"{outcome.removed} replaced")
    if outcome.refused:
        parts.append(f"{len(outcome.refused)} could not be read")
    lines = [f"{', '.join(parts)}.", _holds(counts)]
    if outcome.problems:
        lines.append(f"{outcome.problems} odd things were met on the way; `dateline inspect FILE` names them.")
    return "\n".join(lines)


def _holds(counts: Counts) -> str:
    return (
        f"The store holds {counts.documents} documents, {counts.claims} claims, "
        f"{counts.events} events and {counts.actors} actors."
    )


@click.command()
@lexicon_option
@store_option
@json_option
@click.pass_context
def doctor(ctx: click.Context, lexicon: Path | None, url: str | None, *, as_json: bool) -> None:
    """Look whether all is well, and finish what an ended load left."""
    with opened(url) as store:
        notes = [f"The store {store.url} answers.", *_gathered(store), _holds(store.counts())]
        troubles = [*_read_by_others(store, lexicon), *_space(url)]
    if as_json:
        click.echo(json.dumps({"notes": notes, "troubles": troubles}, ensure_ascii=False))
    else:
        click.echo("\n".join([*notes, *(f"! {trouble}" for trouble in troubles)]))
    ctx.exit(1 if troubles else 0)


def _gathered(store: Store) -> list[str]:
    pending = len(store.pending())
    if not pending:
        return []
    with ending_at_once():
        loading.gather_events(store)
    return [f"{pending} documents were not yet gathered into events; now they are."]


def _read_by_others(store: Store, lexicon: Path | None) -> list[str]:
    from loaders import pipeline  # brings spaCy along

    reader = pipeline.reader(all_settings(lexicon=lexicon).lexicon)
    stale = sum(document.reader != reader for document in store.documents())
    if not stale:
        return []
    return [f"{stale} documents were read by other rules than today's; `dateline load --again` reads them anew."]


def _space(url: str | None) -> list[str]:
    """Whether the disk of an embedded store is nearly full."""
    scheme, _, folder = all_settings(url).store.partition(":")
    if scheme != "embedded":
        return []
    free = shutil.disk_usage(folder).free
    if free > LITTLE_SPACE:
        return []
    return [f"Only {free // 1_000_000} MB are free where the store keeps its files."]
