"""Real stores for all tests: `store` runs a test on the embedded server and on a real Neo4j 5.26."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from hypothesis import settings

from graph.store import open_store
from graph.store.base import Store
from graph.store.server import read_state
from tools.neo4j import Neo4j, missing, running

PASSWORD = "of-the-tests-only"

# A law does not depend on how busy the machine is; what may take how long is measured in benchmarks/.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(scope="session")
def embedded_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with an embedded store that all tests of the session share."""
    folder = tmp_path_factory.mktemp("an embedded store")
    yield folder
    server = read_state(folder)
    if server:
        os.kill(server.pid, signal.SIGTERM)


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """A Neo4j that all tests of the session share. Skips where Java or Maven is missing; in CI that is a failure."""
    if missing() and os.environ.get("CI") != "true":
        pytest.skip(missing())
    with running(tmp_path_factory.mktemp("neo4j"), PASSWORD) as server:
        yield server


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty store, with the password a Neo4j needs."""
    if request.param == "embedded":
        url = f"embedded:{request.getfixturevalue('embedded_folder')}"
    else:
        server: Neo4j = request.getfixturevalue("neo4j")
        url = server.url.replace("//", f"//neo4j:{server.password}@")
    with open_store(url) as store:
        store.prepare()
        store.clear()
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty, prepared store, once on each server."""
    with open_store(store_url) as opened:
        yield opened


@pytest.fixture
def private_url(tmp_path: Path) -> Iterator[str]:
    """The URL of an embedded store that nothing is in yet; its server ends with the test."""
    folder = tmp_path / "a private store"
    yield f"embedded:{folder}"
    end_server(folder)


def end_server(folder: Path) -> None:
    """End the server of an embedded store and wait until it is gone."""
    server = read_state(folder)
    if server:
        process = psutil.Process(server.pid)
        process.terminate()
        process.wait(20)
