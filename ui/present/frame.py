"""What surrounds every page."""

from collections.abc import Mapping, Sequence

from graph.errors import DatelineError
from graph.store.base import Counts
from ui.present.render import render
from ui.present.words import plural

PAGES: Mapping[str, str] = {
    "": "Chronology",
    "document": "Documents",
    "actor": "Actors",
    "query": "Query",
    "about": "About",
}
"""Address → title of the pages that can be opened without naming something."""


def masthead(current: str) -> str:
    """The name and the way to the other pages; `current` is the page's address."""
    return render("masthead.html", pages=PAGES.items(), current=current)


def trouble(error: DatelineError) -> str:
    """What went wrong and what to do next."""
    return render("trouble.html", message=error.message, hint=error.hint)


def notice(lines: Sequence[str]) -> str:
    """Sentences that a reader should know; empty if there are none."""
    return render("notice.html", lines=lines) if lines else ""


def pending(counts: Counts) -> tuple[str, ...]:
    """A sentence about documents that are not yet in the chronology, if there are any."""
    if not counts.pending:
        return ()
    verb = "is" if counts.pending == 1 else "are"
    what = f"{plural(counts.pending, 'document')} {verb} not gathered into events yet; "
    return (f"{what}loading is under way or was interrupted (dateline load goes on with it).",)


def missing(what: str, ident: str) -> str:
    """That nothing has this id, and where to look instead."""
    return render("missing.html", what=what, ident=ident)
