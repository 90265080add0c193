"""A store with something in it, for the pages of a test session."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import open_store
from graph.store.server import read_state
from tests.ui.stores import fill
from ui import answers


@pytest.fixture(scope="session")
def filled_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of an embedded store with a made-up corpus and a hostile document; its server ends with the session."""
    folder = tmp_path_factory.mktemp("a filled store")
    url = f"embedded:{folder}"
    with open_store(url) as store:
        fill(store)
    yield url
    _end(folder)


@pytest.fixture
def filled(filled_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The same, named by the environment as for a user."""
    monkeypatch.setenv("DATELINE_STORE", filled_url)
    answers.forget()
    yield filled_url
    answers.forget()


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of an embedded store without anything in it, named by the environment."""
    monkeypatch.setenv("DATELINE_STORE", f"embedded:{tmp_path}")
    answers.forget()
    yield f"embedded:{tmp_path}"
    answers.forget()
    _end(tmp_path)


def _end(folder: Path) -> None:
    server = read_state(folder)
    if server:
        os.kill(server.pid, signal.SIGTERM)
