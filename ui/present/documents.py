"""The list of documents."""

from collections.abc import Iterable

from graph.model import Document
from ui.present.render import render

ROWS = 200
"""Documents that the list shows; the search finds the others."""


def listed(documents: Iterable[Document], search: str) -> str:
    """Documents whose title, publishers and addresses hold all the words, by day of publication, undated ones last."""
    words = search.casefold().split()
    found = sorted((one for one in documents if all(word in _words(one) for word in words)), key=_order)
    return render("documents.html", documents=found[:ROWS], total=len(found))


def _words(document: Document) -> str:
    copies = (part for copy in document.copies for part in (copy.publisher, copy.uri))
    return " ".join((document.title, *copies)).casefold()


def _order(document: Document) -> tuple[str, str, str]:
    published = document.copies[0].published
    day = (published.first or published.last) if published else None
    return (day.isoformat() if day else "9999-99-99", document.title, document.id)
