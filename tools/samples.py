"""What the sample documents give: `python -m tools.samples` writes docs/queries.md and the golden chronology.

Both are held by tests, so whoever changes a rule sees here what became of twelve whole documents.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.chronology import shelf, written_date
from graph.store import open_store
from graph.store.base import Card, Cell, QueryResult, Store
from loaders.jobs import jobs_below
from loaders.load import load
from ui.queries import Shipped, shipped

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
QUERIES = ROOT / "docs" / "queries.md"
GOLDEN = ROOT / "tests" / "golden" / "samples.txt"

MOST_ROWS = 12
LONGEST_CELL = 100
IDS = frozenset({"claim", "other_claim", "event", "document", "place"})
"""Columns that a program joins on; a reader of the page needs none of them."""

HEAD = """# Queries that come with Dateline

Each stands in `graph/queries/` as a file of its own, runs on both servers, and can be chosen on the page under *Query*
or run with `dateline query graph/queries/FILE`. Below is what it answers on the documents in `samples/`, at most {most}
rows of each, long cells cut, ids left out. What the graph holds is told in [model.md](model.md).

This page is made by `python -m tools.samples`; a test says when it is out of date.
"""


def load_samples(store: Store) -> None:
    """Bring the sample documents into an empty store."""
    load(store, list(jobs_below(SAMPLES, refuse=print)), workers=1)


def queries_page(store: Store) -> str:
    """All shipped queries with their answers, as Markdown."""
    parts = [HEAD.format(most=MOST_ROWS), *(_section(query, store.query(query.text)) for query in shipped())]
    return "\n".join(parts)


def chronology_page(store: Store) -> str:
    """Every event of the store in order, two lines each: what the chronology shows, and the sentence behind it."""
    lines = [line for card in store.events() for line in _card(card)]
    return "\n".join(lines) + "\n"


def _section(query: Shipped, answer: QueryResult) -> str:
    explained = query.text.splitlines()[1].removeprefix("//").strip()
    return f"\n## {query.title}\n\n`{query.name}.cypher` – {explained}\n\n{_table(answer)}"


def _table(answer: QueryResult) -> str:
    if not answer.rows:
        return "*Nothing in the samples.*\n"
    shown = [at for at, column in enumerate(answer.columns) if column not in IDS]
    head = [answer.columns[at].replace("_", " ") for at in shown]
    rows = [[_cell(row[at]) for at in shown] for row in answer.rows[:MOST_ROWS]]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]
    more = len(answer.rows) - MOST_ROWS
    return "\n".join(lines) + (f"\n\n… and {more} more.\n" if more > 0 else "\n")


def _cell(value: Cell) -> str:
    if isinstance(value, tuple):
        return "; ".join(dict.fromkeys(_cell(one) for one in value))
    if isinstance(value, float):
        return f"{value:,.2f}".removesuffix(".00")
    text = "" if value is None else " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL].rsplit(" ", 1)[0] + " …"


def _card(card: Card) -> Iterator[str]:
    event, claim = card.event, card.lead.claim
    place = shelf(event.when)
    voices = _voices([(one.position, one.name) for one in claim.said_by])
    told = f"according to {voices}, " if voices else ""
    yield f"{place.month or 'No date'} · {place.block} · {written_date(event.when)}"
    yield f"    {event.headline}"
    yield f"    {event.type or 'none'}, {event.status}, {event.source_count} sources, {event.claim_count} claims"
    yield f"    {told}{card.lead.copy_.publisher}: {' '.join(card.lead.sentence.split())}"
    yield from (f"    ! {conflict.reason}" for conflict in event.conflicts)
    yield ""


def _voices(speakers: Sequence[tuple[int, str]]) -> str:
    """Nearest first; joint speakers by "and", a chain by "via"."""
    positions = sorted({position for position, _ in speakers})
    links = [" and ".join(name for place, name in speakers if place == position) for position in positions]
    return " via ".join(links)


def main() -> int:
    """Write both files anew; tell which changed."""
    with TemporaryDirectory() as folder, open_store(f"embedded:{folder}") as store:
        load_samples(store)
        for path, text in ((QUERIES, queries_page(store)), (GOLDEN, chronology_page(store))):
            changed = not path.exists() or path.read_text(encoding="utf-8") != text
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}: {'changed' if changed else 'as before'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
