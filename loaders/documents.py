"""From files to documents: which files, what was given about them, and the document that each text is."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graph.errors import DocumentError
from graph.ids import digest, document_id
from graph.model import Copy, Document
from graph.when import When
from loaders.datestrings import read_date
from loaders.folders import walk
from loaders.formats.contract import STANDARD_INPUT, check_name, unreadable
from loaders.languages import language_of
from loaders.records import Found, Given
from loaders.tables import Table, read_rows

Report = Callable[[DocumentError], None]
Skip = Callable[[Path, str], None]


def _raise(error: DocumentError) -> None:
    raise error


def gather(
    paths: Iterable[Path], *, report: Report = _raise, skip: Skip = lambda _path, _reason: None
) -> Iterator[tuple[Path, Given]]:
    """Files below the paths with what `documents.csv` beside them says, folders walked in the order of their names.

    `report` is told of every file or row that is wrong, and the others go on; without it the first one is raised.
    `skip` is told of files that are passed over on purpose, and why.

    Raises: DocumentError if no `report` is given.
    """
    tables: dict[Path, Table] = {}
    seen: set[Path] = set()
    for path in paths:
        for file in _files(path, report, skip):
            if file in seen:
                continue
            seen.add(file)
            try:
                yield file, _given(file, tables, report, whole_folder=path.is_dir())
            except DocumentError as error:
                report(error)


def _files(path: Path, report: Report, skip: Skip) -> Iterator[Path]:
    try:
        if path != STANDARD_INPUT and path.is_dir():
            yield from walk(path, report, skip)
        else:
            yield _file(path)
    except OSError as error:  # a loop of links, a folder that may not be opened
        report(unreadable(path, error))
    except DocumentError as error:
        report(error)


def _file(path: Path) -> Path:
    """The path itself, if a file is there. Raises: DocumentError, OSError."""
    if path != STANDARD_INPUT:
        check_name(path)
        path.stat()
    return path


def _given(file: Path, tables: dict[Path, Table], report: Report, *, whole_folder: bool) -> Given:
    folder = file.parent
    if file != STANDARD_INPUT and folder not in tables:
        tables[folder] = read_rows(folder)
        for error in tables[folder].wrong if whole_folder else ():
            report(error)
    return tables[folder].given(file.name) if file != STANDARD_INPUT else Given()


def build(found: Found) -> Document:
    """The document a text is, with this copy of it. What was given beats what the file says about itself.

    Raises: DocumentError if there is no word in it, or its given publication date is none.
    """
    if not any(char.isalpha() for char in found.text):
        raise DocumentError(f"{found.name} holds no word.", hint="Check that it is the file you meant.")
    said = found.metadata.model_copy(update=found.given.model_dump(exclude_defaults=True))
    published, basis = _published(found)
    language = language_of(found.text, said.language, sure=bool(found.given.language))
    copy = Copy(
        uri=said.url or found.name,
        publisher=said.publisher,
        sha256=found.sha256,
        published=published,
        published_basis=basis,
        title=said.title,
        authors=said.authors,
        language=language,
        origin=digest(found.sha256, found.name, found.given.model_dump_json()),
    )
    return Document(
        id=document_id(found.text),
        text=found.text,
        title=said.title,
        authors=said.authors,
        language=language,
        copies=(copy,),
        reader="",
    )


def _published(found: Found) -> tuple[When | None, str]:
    """Publication day and where it is from. Raises: DocumentError for a given date that is none."""
    if found.given.published:
        return read_date(found.given.published), "given"
    try:
        when = read_date(found.metadata.published)
    except DocumentError:  # what a page says of itself may be nonsense; the text is asked instead
        return None, ""
    return when, "metadata" if when else ""
