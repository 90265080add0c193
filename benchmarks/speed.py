"""How fast: the pipeline beside bare spaCy, and rows written beside the raw driver. `python -m benchmarks.speed`.

Both of a pair run in this one process over the same texts, one after the other, several rounds; what counts is the
ratio of the smallest CPU times. The pipeline may take twice what spaCy alone takes: `nlp.pipe(batch_size=64)` with all
its components over whole documents.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy
from neo4j import GraphDatabase, ManagedTransaction, Session

from graph.model import Document, Extraction
from graph.store import open_store
from graph.store.embedded import EmbeddedServer
from loaders import pipeline
from loaders.jobs import Job, Read, read
from loaders.parse import MODEL
from loaders.records import Given

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT.parent / "shared" / "seeds", ROOT.parent / "shared" / "data" / "wikinews", ROOT / "samples")
"""Those that are there are read."""
CEILING = 2.0
ROUNDS = 3
BATCH = 1000
"""Rows that the raw driver writes in one transaction."""


def main() -> int:
    """Print the figures; 1 if the pipeline takes more than its share."""
    documents = [document for folder in FOLDERS for document in _english(folder)]
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} documents, {words} words")
    ratio = _beside_spacy(documents, words)
    _beside_the_driver([pipeline.extract(document) for document in documents])
    return int(ratio > CEILING)


def _english(folder: Path) -> Iterator[Document]:
    for path in sorted(path for path in folder.glob("*") if path.suffix in {".txt", ".md", ".html"}):
        for answer in read(Job(path=path, name=path.name, given=Given(published="2024-12-01"))):
            if isinstance(answer, Read) and answer.document.language == "en":
                yield answer.document


def _beside_spacy(documents: Sequence[Document], words: int) -> float:
    nlp = spacy.load(MODEL)
    texts = [document.text for document in documents]
    bare = _least(lambda: sum(len(doc) for doc in nlp.pipe(texts, batch_size=64)))
    ours = _least(lambda: sum(len(pipeline.extract(document).claims) for document in documents))
    print(f"bare spaCy  {bare:6.2f} CPU s  {words / bare:8.0f} words/s")
    print(f"pipeline    {ours:6.2f} CPU s  {words / ours:8.0f} words/s")
    print(f"ratio       {ours / bare:6.2f} (at most {CEILING})")
    return ours / bare


def _least(work: Callable[[], int]) -> float:
    """Smallest CPU time of some rounds, after one that warms up."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _beside_the_driver(extractions: Sequence[Extraction]) -> None:
    """Write documents through the store, then as many nodes and relationships by the driver alone."""
    with TemporaryDirectory() as folder:
        with open_store(f"embedded:{folder}/ours") as store:
            store.prepare()
            start = time.perf_counter()
            for extraction in extractions:
                store.replace(extraction)
            ours = time.perf_counter() - start
            nodes, edges = (_count(store.query(text, limit=1).rows[0][0]) for text in COUNTS)
        raw = _raw(Path(folder) / "raw", nodes, edges)
    rows = nodes + edges
    print(f"store       {rows / ours:8.0f} rows/s ({nodes} nodes, {edges} relationships, a document a transaction)")
    print(f"raw driver  {rows / raw:8.0f} rows/s (the same number of bare rows, {BATCH} a transaction)")


COUNTS = ("MATCH (n) RETURN count(n) AS n", "MATCH ()-[r]->() RETURN count(r) AS n")
NODES = "UNWIND $rows AS row CREATE (n:Sentence {id: row.id}) SET n.text = row.text"
EDGES = (
    "UNWIND $rows AS row MATCH (a:Sentence {id: row.one}) MATCH (b:Sentence {id: row.other}) CREATE (a)-[:NEXT]->(b)"
)


def _count(cell: object) -> int:
    if not isinstance(cell, int):
        raise TypeError(f"count() answered {cell!r}")
    return cell


def _raw(folder: Path, nodes: int, edges: int) -> float:
    """Seconds that the driver alone takes for so many nodes and relationships."""
    with open_store(f"embedded:{folder}") as store:
        store.prepare()
        server = EmbeddedServer(folder).address(lambda _: True)
        new = [{"id": f"n{number}", "text": "Norland sent soldiers to Sudria."} for number in range(nodes)]
        links = [{"one": f"n{number % nodes}", "other": f"n{number * 7 % nodes}"} for number in range(edges)]
        with (
            GraphDatabase.driver(server.uri, auth=(server.user, server.password), telemetry_disabled=True) as driver,
            driver.session(database=server.database) as session,
        ):
            start = time.perf_counter()
            _write(session, NODES, new)
            _write(session, EDGES, links)
            return time.perf_counter() - start


def _write(session: Session, text: str, rows: Sequence[dict[str, str]]) -> None:
    for start in range(0, len(rows), BATCH):
        session.execute_write(_write_batch, text, rows[start : start + BATCH])


def _write_batch(transaction: ManagedTransaction, text: str, rows: Sequence[dict[str, str]]) -> None:
    transaction.run(text, rows=rows).consume()


if __name__ == "__main__":
    sys.exit(main())
