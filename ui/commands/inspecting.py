"""How a document is read, step by step: `inspect`."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from graph.model import Extraction
from graph.when import edtf
from loaders.jobs import Refusal
from loaders.records import ReadTime
from loaders.times import find_times, resolve_times
from ui.commands.documents import extractions, jobs_of
from ui.commands.lines import plain, shortened, tell
from ui.commands.options import all_settings, json_option, lexicon_option, published_option


@click.command()
@click.argument("path", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE")
@published_option
@lexicon_option
@json_option
@click.pass_context
def inspect(ctx: click.Context, path: Path, published: str, lexicon: Path | None, *, as_json: bool) -> None:
    """Show how a document is read: blocks, publication date, times, actors, problems."""
    failed = False
    with jobs_of((path,), published) as (jobs, missing):
        for answer in (*missing, *extractions(jobs, workers=1, lexicon=all_settings(lexicon=lexicon).lexicon)):
            if isinstance(answer, Refusal):
                tell(answer)
                failed = True
            elif as_json:
                click.echo(json.dumps(_inspected(*answer), ensure_ascii=False))
            else:
                click.echo("\n".join(_inspection(*answer)))
    ctx.exit(1 if failed else 0)


def _inspected(name: str, extraction: Extraction) -> dict[str, object]:
    document = extraction.document
    return {
        "file": name,
        "document": document.model_dump(mode="json", exclude={"text"}),
        "blocks": [block.model_dump(mode="json") for block in extraction.blocks],
        "times": [_time_line(time) for time in _times(extraction)],
        "actors": [actor.model_dump(mode="json") for actor in extraction.actors],
        "problems": [problem.model_dump(mode="json") for problem in extraction.problems],
    }


def _inspection(name: str, extraction: Extraction) -> Iterator[str]:
    document, copy = extraction.document, extraction.document.copies[0]
    when = f"{edtf(copy.published)} ({copy.published_basis})" if copy.published else "no date found"
    yield plain(f"{name}: {document.title or 'no title'}")
    yield plain(f"published {when}; language {document.language or 'unknown'}; {copy.publisher or 'no publisher'}")
    yield "\nblocks"
    for block in extraction.blocks:
        yield f"  {block.span.start:>6}–{block.span.end:<6} {block.kind:<10} {shortened(block.span.cut(document.text))}"
    yield "\ntimes"
    for time in _times(extraction):
        yield plain(f"  {time.mention.span.start:>6}  {time.mention.text}: {_days(time)}")
    yield "\nactors"
    for actor in extraction.actors:
        yield f"  {plain(actor.name)} ({actor.kind}) {actor.id}"
    yield "\nproblems"
    for problem in extraction.problems:
        yield plain(f"  {problem.code}: {problem.found} {problem.assumed}")


def _times(extraction: Extraction) -> tuple[ReadTime, ...]:
    """The document's times, read once more: claims keep only those that date them."""
    document = extraction.document
    mentions = find_times(document.text, [block.span for block in extraction.blocks])
    return resolve_times(document.text, mentions, extraction.blocks, document.copies[0].published)


def _time_line(time: ReadTime) -> dict[str, object]:
    return {
        "text": time.mention.text,
        "char_start": time.mention.span.start,
        "char_end": time.mention.span.end,
        "date": edtf(time.when) if time.when else None,
        "basis": time.when.basis if time.when else None,
        "value": time.value,
    }


def _days(time: ReadTime) -> str:
    return f"{edtf(time.when)} ({time.when.basis})" if time.when else f"{time.value or 'no date'} ({time.mention.kind})"
