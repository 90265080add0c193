"""Documents into a store: read and extract in processes of their own, write here, one transaction a document.

Two steps. First the claims, each document marked pending; then the events of all claims, which clears the marks. A run
that was ended at any moment leaves whole documents and marks, and the next one goes on from there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from graph.model import Copy, Document, Extraction
from graph.ontology import families
from graph.record import Record
from graph.resolve import Press, family, resolve
from graph.store.base import Store
from loaders.jobs import Job, Read, Refusal
from loaders.workers import Answer, Crew

TWICE = "Another text was read from this address in the same run; the first one stays."
TWICE_HINT = "Give each its own url in documents.csv."


class Progress(Record):
    """How far a load has come."""

    step: str
    """`reading` or `gathering events`."""
    loaded: int
    unchanged: int
    refused: int


class LoadReport(Record):
    """What a load did."""

    loaded: int
    """Documents written: new, changed, or found in one more place."""
    unchanged: int
    removed: int
    """Documents that no copy is left of."""
    refused: tuple[Refusal, ...]
    """In order of name."""
    problems: int
    """Problems reported in the documents that were loaded."""


def load(
    store: Store,
    jobs: Sequence[Job],
    *,
    workers: int,
    lexicon: Path | None = None,
    again: bool = False,
    report: Callable[[Progress], None] = lambda _: None,
) -> LoadReport:
    """Bring every document of the jobs into the store and gather events anew if anything changed.

    Loading twice is loading once, in any order. Unchanged documents are left alone unless `again`; `again` without jobs
    reads every text that the store keeps.

    Raises: LexiconError before anything is read; StoreError, and whatever was written until then stays.
    """
    from loaders import pipeline  # brings spaCy along; what only asks the store does without

    if lexicon:
        pipeline.check_lexicon(lexicon)
    store.prepare()
    with Crew(jobs, size=workers, lexicon=lexicon) as crew:
        run = Loading(store, crew, reader=None if again else pipeline.reader(lexicon), report=report)
        if again and not jobs:
            run.again()
        for answer in crew.answers():
            run.take(answer)
    if run.changed or store.pending():
        report(run.progress("gathering events"))
        gather_events(store)
    return run.outcome()


def gather_events(store: Store) -> None:
    """Make the events of all claims, a family of types at a time, and clear the marks of what was pending."""
    pending = store.pending()
    claims = defaultdict(list)
    for claim in store.claims():
        claims[family(claim.claim)].append(claim)
    press = Press(claim for some in claims.values() for claim in some)
    for name in families():
        store.write_events(resolve(claims[name], press=press), of=[name])
    store.clear_pending(pending)


class Loading:
    """One run: what is wanted of which document, and what became of it."""

    def __init__(self, store: Store, crew: Crew, *, reader: str | None, report: Callable[[Progress], None]) -> None:
        self._store = store
        self._crew = crew
        self._reader = reader
        self._report = report
        self._submitted: dict[str, Document] = {}
        """Documents under way, as they were handed to a process."""
        self._copies: dict[str, tuple[Copy, ...]] = {}
        """Of the documents under way, all copies as they are known by now."""
        self._texts: dict[str, str] = {}
        """Uri → document, as read in this run."""
        self._robbed: dict[str, set[str]] = {}
        """Document under way → those it takes a copy from."""
        self._loaded = self._unchanged = self._removed = self._problems = 0
        self._refused: list[Refusal] = []

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(self._loaded or self._removed)

    def progress(self, step: str) -> Progress:
        """How far it has come."""
        return Progress(step=step, loaded=self._loaded, unchanged=self._unchanged, refused=len(self._refused))

    def outcome(self) -> LoadReport:
        """What came of it."""
        return LoadReport(
            loaded=self._loaded,
            unchanged=self._unchanged,
            removed=self._removed,
            refused=tuple(sorted(self._refused, key=lambda refusal: (refusal.name, refusal.message))),
            problems=self._problems,
        )

    def take(self, answer: Answer) -> None:
        """Go on with what a process handed over."""
        if isinstance(answer, Refusal):
            self._refuse(answer)
        elif isinstance(answer, Read):
            self._admit(answer.document)
        else:
            self._settle(answer)
        self._report(self.progress("reading"))

    def again(self) -> None:
        """Have every kept text extracted anew."""
        for document in self._store.documents():
            self._submit(document, document.copies)

    def _admit(self, document: Document) -> None:
        """Have a document that was just read extracted, unless that would change nothing."""
        (copy,) = document.copies
        if self._texts.setdefault(copy.uri, document.id) != document.id:
            self._refuse(Refusal(name=copy.uri, message=TWICE, hint=TWICE_HINT))
            return
        known = self._store.find_copy(copy.uri)
        if known and (known.document, known.origin, known.reader) == (document.id, copy.origin, self._reader):
            self._unchanged += 1
            return
        if known and known.document != document.id:
            self._robbed.setdefault(document.id, set()).add(known.document)
        self._submit(document, (*self._copies_of(document.id), copy))

    def _copies_of(self, document: str) -> tuple[Copy, ...]:
        """Copies of a document under way, else of one that is kept."""
        if document in self._copies:
            return self._copies[document]
        stored = self._store.document(document)
        return stored.document.copies if stored else ()

    def _submit(self, document: Document, copies: tuple[Copy, ...]) -> None:
        """Have a document extracted with these copies; if it is under way already, see to it when it comes back."""
        self._copies[document.id] = copies
        staying = self._staying(document.id)
        if staying and document.id not in self._submitted:
            self._submitted[document.id] = with_copies(document, staying)
            self._crew.submit(self._submitted[document.id])

    def _staying(self, document: str) -> tuple[Copy, ...]:
        """The document's copies without those whose address turned out to hold another text."""
        return tuple(copy for copy in self._copies[document] if self._texts.get(copy.uri, document) == document)

    def _settle(self, extraction: Extraction) -> None:
        """Write an extraction, or have it made again if copies came or went meanwhile."""
        ident = extraction.document.id
        submitted, staying = self._submitted.pop(ident), self._staying(ident)
        copies = self._copies.pop(ident)
        if not staying:
            return
        if with_copies(submitted, staying) != submitted:
            self._submit(submitted, copies)
            return
        self._store.replace(extraction)
        self._loaded += 1
        self._problems += len(extraction.problems)
        for former in sorted(self._robbed.pop(ident, ())):
            self._look_after(former)

    def _look_after(self, former: str) -> None:
        """A document that lost a copy is gone if that was the last one, and read again if it was the first."""
        stored = self._store.document(former)
        if stored is None:
            self._removed += 1
        elif not stored.document.reader:
            self._submit(stored.document, stored.document.copies)

    def _refuse(self, refusal: Refusal) -> None:
        self._refused.append(refusal)
        for under_way in (self._submitted, self._copies, self._robbed):
            under_way.pop(refusal.document, None)


def with_copies(document: Document, copies: Iterable[Copy]) -> Document:
    """A document with these copies in order, as its first one calls it; of two with one uri the later one holds.

    Dates that were read out of the text are forgotten: they are read again.
    """
    by_uri = {copy.uri: _as_given(copy) for copy in copies}
    ordered = tuple(sorted(by_uri.values(), key=_order))
    first = ordered[0]
    update = {"copies": ordered, "title": first.title, "authors": first.authors, "language": first.language}
    return document.model_copy(update={**update, "reader": ""})


def _as_given(copy: Copy) -> Copy:
    if copy.published_basis in {"given", "metadata"}:
        return copy
    return copy.model_copy(update={"published": None, "published_basis": ""})


def _order(copy: Copy) -> tuple[date, str, str]:
    day = (copy.published.first or copy.published.last) if copy.published else None
    return (day or date.max, copy.publisher, copy.uri)
