"""What this is, what it is not, and where things lie."""

from collections.abc import Mapping

from graph.store.base import Counts
from ui.present.render import render


def about(counts: Counts, versions: Mapping[str, str], store: str) -> str:
    """The page; `store` is the URL without its password."""
    return render("about.html", counts=counts, versions=versions, store=store)
