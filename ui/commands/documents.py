"""What documents claim, without a store: `extract`; and how every command finds its documents."""

import json
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from graph.errors import DocumentError, UsageError
from graph.export import claim_line
from graph.model import Document, Extraction
from loaders.datestrings import read_date
from loaders.jobs import Job, Read, Refusal, jobs_below
from loaders.workers import Crew
from ui.commands.lines import tell
from ui.commands.options import STDOUT, all_settings, lexicon_option, published_option, read_lexicon


@contextmanager
def jobs_of(paths: tuple[Path, ...], published: str) -> Iterator[tuple[list[Job], list[Refusal]]]:
    """The files below the paths, with what `documents.csv` says of them; and what there is wrong with the rest.

    Standard input is kept in a file until the block ends, named by its content: the same text is the same document.

    Raises: UsageError if a publication date is given for anything but one file, or is none.
    """
    refused: list[Refusal] = []
    with ExitStack() as kept:
        jobs = [job for path in paths for job in jobs_below(_stdin(kept) if path == STDOUT else path, refused.append)]
        yield ([_dated(jobs, published)] if published else jobs), refused


def _stdin(kept: ExitStack) -> Path:
    folder = Path(kept.enter_context(TemporaryDirectory(prefix="dateline-")))
    content = sys.stdin.buffer.read()
    ending = {b"{": ".jsonl", b"<": ".html"}.get(content.lstrip()[:1], ".txt")
    file = folder / f"stdin-{sha256(content).hexdigest()[:12]}{ending}"
    file.write_bytes(content)
    return file


def _dated(jobs: list[Job], published: str) -> Job:
    if len(jobs) != 1:
        raise UsageError(
            f"--published is about one document, and here are {len(jobs)}.",
            hint="The dates of several documents stand in documents.csv beside them.",
        )
    try:
        read_date(published)
    except DocumentError as error:
        raise UsageError(f"--published: {error.message}", hint="Write 2024-10-18, 2024-10 or 2024.") from error
    (job,) = jobs
    return job.model_copy(update={"given": job.given.model_copy(update={"published": published})})


def extractions(jobs: list[Job], *, workers: int, lexicon: Path | None) -> Iterator[tuple[str, Extraction] | Refusal]:
    """File name and extraction of every document, in the order of the jobs; refusals as they come. Nothing is kept."""
    waiting: deque[tuple[str, Document]] = deque()
    done: dict[tuple[str, str], Extraction | None] = {}
    with Crew(jobs, size=workers, lexicon=lexicon) as crew:
        for answer in crew.answers():
            if isinstance(answer, Read):
                waiting.append((answer.name, answer.document))
                crew.submit(answer.document)
            elif isinstance(answer, Refusal):
                yield answer
                done.update({(answer.document, answer.name): None})
            else:
                done[_key(answer.document)] = answer
            while waiting and _key(waiting[0][1]) in done:
                name, document = waiting.popleft()
                extraction = done[_key(document)]
                if extraction:
                    yield name, extraction


def _key(document: Document) -> tuple[str, str]:
    return document.id, document.copies[0].uri


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE...")
@published_option
@lexicon_option
@click.pass_context
def extract(ctx: click.Context, paths: tuple[Path, ...], published: str, lexicon: Path | None) -> None:
    """Print what documents claim, one claim a line, as JSON. No store is touched; `-` is standard input."""
    failed = False
    chosen = all_settings(lexicon=lexicon)
    read_lexicon(chosen)
    with jobs_of(paths, published) as (jobs, missing):
        for refusal in missing:
            tell(refusal)
        for answer in extractions(jobs, workers=chosen.workers, lexicon=chosen.lexicon):
            if isinstance(answer, Refusal):
                tell(answer)
                failed = True
                continue
            name, extraction = answer
            for claim in extraction.claims:
                click.echo(json.dumps(claim_line(claim, name), ensure_ascii=False))
    ctx.exit(1 if failed or missing else 0)
