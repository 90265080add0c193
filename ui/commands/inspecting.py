"""How a document is read, step by step: `inspect`."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.when import edtf
from loaders.jobs import Read, Refusal, read
from loaders.neighbours import Dated
from loaders.records import ReadTime
from loaders.suggestion import Suggestion, suggest
from ui.commands.documents import jobs_of
from ui.commands.lines import plain, shortened, tell
from ui.commands.options import all_settings, json_option, lexicon_option, published_option, store_option
from ui.commands.suggesting import dated_below, dated_in_store, suggestion_line, suggestion_lines

if TYPE_CHECKING:
    from loaders.pipeline import Steps


@click.command()
@click.argument("path", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE")
@published_option
@lexicon_option
@click.option(
    "--suggest", "hinted", is_flag=True, help="And the day that the likest dated documents of the store suggest."
)
@click.option(
    "--among",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Look for the likest ones in these files and folders, not in the store.",
)
@store_option
@json_option
@click.pass_context
def inspect(  # noqa: PLR0913 – click hands over one argument for each option
    ctx: click.Context,
    path: Path,
    *,
    published: str,
    lexicon: Path | None,
    hinted: bool,
    among: tuple[Path, ...],
    url: str | None,
    as_json: bool,
) -> None:
    """Show how a document is read: blocks, publication date, times, actors, problems."""
    from loaders import pipeline  # brings spaCy along

    folder = all_settings(lexicon=lexicon).lexicon
    with jobs_of((path,), published) as (jobs, refused):
        found = [answer for job in jobs for answer in read(job)]
    refused += [answer for answer in found if isinstance(answer, Refusal)]
    dated = _dated(url, among, refused.append) if hinted or among else None
    for document in (answer for answer in found if isinstance(answer, Read)):
        steps = pipeline.read(document.document, folder)
        hint = suggest(steps.scene, steps.published, dated) if dated is not None else None
        if as_json:
            click.echo(json.dumps(_inspected(document.name, steps, hint), ensure_ascii=False))
        else:
            click.echo("\n".join((*_inspection(document.name, steps), *(suggestion_lines(hint) if hint else ()))))
    for refusal in refused:
        tell(refusal)
    ctx.exit(1 if refused else 0)


def _dated(url: str | None, among: tuple[Path, ...], refuse: Callable[[Refusal], None]) -> list[Dated]:
    return list(dated_below(among, refuse) if among else dated_in_store(url))


def _inspected(name: str, steps: "Steps", hint: Suggestion | None) -> dict[str, object]:
    return {
        "file": name,
        "document": steps.document.model_dump(mode="json", exclude={"text"}),
        "blocks": [block.model_dump(mode="json") for block in steps.blocks],
        "times": [_time_line(time) for time in steps.times],
        "actors": [actor.model_dump(mode="json") for actor in steps.actors.actors],
        "problems": [problem.model_dump(mode="json") for problem in steps.problems],
        **({"suggestion": suggestion_line(hint)} if hint else {}),
    }


def _inspection(name: str, steps: "Steps") -> Iterator[str]:
    document, copy = steps.document, steps.document.copies[0]
    when = f"{edtf(copy.published)} ({copy.published_basis})" if copy.published else "no date found"
    yield plain(f"{name}: {document.title or 'no title'}")
    yield plain(f"published {when}; language {document.language or 'unknown'}; {copy.publisher or 'no publisher'}")
    yield "\nblocks"
    for block in steps.blocks:
        yield f"  {block.span.start:>6}–{block.span.end:<6} {block.kind:<10} {shortened(block.span.cut(document.text))}"
    yield "\ntimes"
    for time in steps.times:
        yield f"  {time.mention.span.start:>6}  {plain(time.mention.text)}: {_days(time)}"
    yield "\nactors"
    for actor in steps.actors.actors:
        yield f"  {plain(actor.name)} ({actor.kind}) {actor.id}"
    yield "\nproblems"
    for problem in steps.problems:
        yield f"  {problem.code}: {plain(problem.found)} {plain(problem.assumed)}"


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
