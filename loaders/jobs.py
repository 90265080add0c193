"""From paths to documents: which files there are, and what each of them holds."""

from collections.abc import Callable, Iterator
from pathlib import Path

from graph.errors import DocumentError
from graph.model import Document
from graph.record import Record
from loaders import documents, formats
from loaders.records import Found, Given


class Job(Record):
    """One file to read."""

    path: Path
    name: str
    """What tells it from the others: its path below the folder that was loaded, `/` between; else its bare name."""
    given: Given


class Refusal(Record):
    """A document that cannot be read, and why."""

    name: str
    """What a user recognises it by: the path as it was given, or its uri."""
    message: str
    hint: str = ""
    document: str = ""
    """Id, if it was read and could not be extracted."""


class Read(Record):
    """A document as it was read, before anything is found in it."""

    name: str
    """As in its job, or what its file calls it."""
    document: Document


def jobs_below(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[Job]:
    """The file, or the files below a folder, in order of their names; `refuse` is told what is wrong with the rest."""

    def report(error: DocumentError) -> None:
        refuse(Refusal(name=str(path), message=error.message, hint=error.hint))

    for file, given in documents.gather([path], report=report):
        name = file.name if file == path else file.relative_to(path).as_posix()
        yield Job(path=file, name=name, given=given)


def read(job: Job) -> Iterator[Read | Refusal]:
    """The documents of a file in its order, and what is wrong with the others."""
    try:
        for found in formats.read(job.path, job.given):
            yield _built(job, found)
    except DocumentError as error:
        yield Refusal(name=str(job.path), message=error.message, hint=error.hint)


def _built(job: Job, found: Found) -> Read | Refusal:
    name = job.name if found.name == job.path.name else found.name
    try:
        return Read(name=name, document=documents.build(found.model_copy(update={"name": name})))
    except DocumentError as error:
        return Refusal(name=str(job.path), message=error.message, hint=error.hint)
