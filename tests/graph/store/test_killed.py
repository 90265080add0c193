"""Kill -9 in the middle of writing: no acknowledged document is lost, none is there by halves."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.synthetic import corpus
from graph.model import Extraction
from graph.ontology import families
from graph.store import open_store
from graph.store.base import Store
from graph.store.embedded import kill
from graph.store.server import read_state

ROOT = Path(__file__).resolve().parents[3]
MOMENTS = 3
"""How often each thing is killed."""
EXTRACTIONS, EVENTS = corpus(400)
WHOLES = {extraction.document.id: extraction for extraction in EXTRACTIONS}

WRITER = """
import sys
from benchmarks.synthetic import corpus
from graph.store import open_store
with open_store(sys.argv[1]) as store:
    store.prepare()
    print("ready", flush=True)
    for extraction in corpus(400)[0]:
        store.replace(extraction)
        print(extraction.document.id, flush=True)
"""


@pytest.fixture(params=range(MOMENTS), ids=lambda number: f"moment {number}")
def moment(request: pytest.FixtureRequest) -> float:
    """Seconds after which to kill: another one on each run; a failure names it."""
    return random.uniform(0.02, 1.2)  # noqa: S311 – any moment will do


def writing(url: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-c", WRITER, url]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def assert_whole(store: Store, acknowledged: list[str], moment: float) -> None:
    """Everything acknowledged is there, and what is there is whole and can be finished."""
    found = {document.id for document in store.documents()}
    assert set(acknowledged) <= found, f"lost after {moment} s"
    assert len(found) <= len(acknowledged) + 1
    for ident in found:
        detail = store.document(ident)
        assert detail is not None
        assert (detail.document, detail.blocks, detail.claims) == whole(WHOLES[ident]), f"halved after {moment} s"
    assert store.pending() == tuple(sorted(found))


def whole(extraction: Extraction) -> tuple[object, ...]:
    return extraction.document, extraction.blocks, extraction.claims


def test_a_killed_writer_loses_no_acknowledged_document(store: Store, store_url: str, moment: float) -> None:
    with writing(store_url) as process:
        time.sleep(moment)
        process.kill()
        acknowledged = process.communicate()[0].split()
    assert_whole(store, acknowledged, moment)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    server = read_state(tmp_path)
    if server:
        kill(server)


def test_a_killed_server_loses_no_acknowledged_document(folder: Path, moment: float) -> None:
    """Its writer is killed at the same time, so that nobody writes the lost ones again."""
    with writing(f"embedded:{folder}") as process:
        time.sleep(moment)
        server = read_state(folder)
        assert server is not None
        kill(server)
        process.kill()
        acknowledged = process.communicate()[0].split()
    with open_store(f"embedded:{folder}") as store:
        assert_whole(store, acknowledged, moment)


def test_a_writer_goes_on_when_its_server_is_killed(folder: Path, moment: float) -> None:
    with writing(f"embedded:{folder}") as process:
        time.sleep(moment)
        server = read_state(folder)
        assert server is not None
        kill(server)
        acknowledged, errors = process.communicate()
    assert (acknowledged.split(), errors) == ([extraction.document.id for extraction in EXTRACTIONS], "")
    with open_store(f"embedded:{folder}") as store:
        assert_whole(store, acknowledged.split(), moment)


def test_events_that_were_being_written_are_written_the_next_time(folder: Path, moment: float) -> None:
    with open_store(f"embedded:{folder}") as store:
        store.prepare()
        for start in range(0, len(EXTRACTIONS), 20):
            store.replace_many(EXTRACTIONS[start : start + 20])
        store.write_events(EVENTS[::2], of=families())
        code = f"""
from benchmarks.synthetic import corpus
from graph.ontology import families
from graph.store import open_store
with open_store({f"embedded:{folder}"!r}) as store:
    events = corpus(400)[1]
    print("ready", flush=True)
    store.write_events(events, of=families())
"""
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(moment / 3)
            process.kill()
        store.write_events(EVENTS, of=families())
        assert [card.event for card in store.events()] == list(EVENTS)
        assert store.pending() == ()
