"""A store that fails: one sentence, what to do next, and nothing lost."""

import os
import socket
import subprocess
import sys
import threading
import time
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from neo4j.exceptions import ClientError, DatabaseError, Neo4jError

from graph.errors import StoreAccessError, StoreAwayError, StoreError, StoreFullError, StoreSchemaError
from graph.schema import VERSION
from graph.store import open_store
from graph.store.base import Store
from graph.store.bolt import BoltStore
from graph.store.failures import told
from tools.neo4j import Neo4j

ROOT = Path(__file__).resolve().parents[3]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_server_that_is_not_there_is_told_soon() -> None:
    began = time.monotonic()
    with open_store(f"bolt://127.0.0.1:{free_port()}") as store, pytest.raises(StoreAwayError) as error:
        store.counts()
    assert "does not answer" in error.value.message
    assert error.value.hint
    assert time.monotonic() - began < 15


def test_somebody_else_who_answers_there_is_told() -> None:
    with HTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        with open_store(f"bolt://127.0.0.1:{web.server_port}") as store, pytest.raises(StoreError) as error:
            store.counts()
        web.shutdown()
    assert error.value.hint


@pytest.mark.neo4j
def test_a_wrong_password_is_told_without_showing_it(neo4j: Neo4j) -> None:
    with open_store(neo4j.url, password="not-this-one") as store, pytest.raises(StoreAccessError) as error:
        store.counts()
    assert "not-this-one" not in f"{error.value.message} {error.value.hint}"
    assert "DATELINE_STORE_PASSWORD" in error.value.hint


@pytest.mark.neo4j
def test_a_database_that_is_not_there_is_told(neo4j: Neo4j) -> None:
    with open_store(f"{neo4j.url}/nowhere", password=neo4j.password) as store, pytest.raises(StoreError) as error:
        store.counts()
    assert "nowhere" in error.value.message


def test_a_store_of_another_schema_is_told(store: Store) -> None:
    assert isinstance(store, BoltStore)
    text = "MATCH (s:Store {id: 'dateline'}) SET s.version = $version"
    store._connection.write(lambda transaction: transaction.run(text, version=VERSION + 1))
    try:
        with pytest.raises(StoreSchemaError, match=f"of schema {VERSION + 1}"):
            store.prepare()
    finally:
        store._connection.write(lambda transaction: transaction.run(text, version=VERSION))


@pytest.mark.parametrize("words", ["No space left on device", "java.io.IOException: Disk quota exceeded"])
def test_a_full_disk_is_told_by_the_servers_words(words: str) -> None:
    with pytest.raises(StoreFullError, match="no space left where the store bolt://host"), told("bolt://host"):
        raise DatabaseError(words)


def test_another_failure_is_told_in_one_line() -> None:
    with pytest.raises(StoreError) as error, told("bolt://host"):
        raise ClientError("first line\nsecond line")
    assert type(error.value) is StoreError
    assert error.value.message == "The store bolt://host failed: first line"
    assert isinstance(error.value.__cause__, Neo4jError)


def test_nothing_of_the_driver_is_written_to_the_terminal() -> None:
    code = f"""
from graph.errors import StoreAwayError
from graph.store import open_store
try:
    open_store("bolt://127.0.0.1:{free_port()}").counts()
except StoreAwayError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.endswith("does not answer.\n")
    assert done.stderr == ""


def can_mount() -> bool:
    return (
        os.geteuid() == 0
        and subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif(sys.platform != "linux" or not can_mount(), reason="a small disk can only be made by root on Linux")
def test_a_full_disk_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """On a disk of 24 MB: documents until it is full, room made, and the same documents again."""
    code = f"""
import os, sys
from pathlib import Path
from benchmarks.synthetic import corpus
from graph.errors import StoreFullError
from graph.store import open_store
disk = Path({str(tmp_path)!r})
ballast = disk / "ballast"
ballast.write_bytes(bytes(12_000_000))
with open_store("embedded:" + str(disk / "store")) as store:
    store.prepare()
    acknowledged = []
    try:
        for extraction in corpus(4000)[0]:
            store.replace(extraction)
            acknowledged.append(extraction.document.id)
        print("never full")
    except StoreFullError as error:
        print("full", bool(error.hint))
    ballast.unlink()
    for extraction in corpus(4000)[0][:len(acknowledged) + 1]:
        store.replace(extraction)
    found = [document.id for document in store.documents()]
    print(set(acknowledged) <= set(found), len(found) - len(acknowledged), len(acknowledged) > 5)
"""
    mount = f'mount -t tmpfs -o size=24m tmpfs {str(tmp_path)!r} && exec {sys.executable!r} -c "$0"'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", mount, code],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout == "full True\nTrue 1 True\n", done.stderr
