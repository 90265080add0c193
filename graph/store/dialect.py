"""The places where the two servers differ: where they are, how types are declared, who may write when, the console."""

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Protocol

from neo4j import Session

from graph.store.address import Address, bolt_address, embedded_folder
from graph.store.base import Cell
from graph.store.ddl import neo4j_ddl
from graph.store.embedded import EmbeddedServer
from graph.store.plan import judge

Probe = Callable[[Address], bool]
"""Whether somebody answers there and lets us in."""


POPULATING = "SHOW INDEXES YIELD state WHERE state = 'POPULATING' RETURN count(*) AS n"
INDEX_SECONDS = 60.0
"""How long to wait for indexes over what is already there; until they are done full-text queries are refused."""


class Dialect(Protocol):
    """One kind of server."""

    def address(self, probe: Probe) -> Address:
        """Where it listens and how to log in; the embedded server is started."""

    def declare(self, session: Session) -> None:
        """Make types and indexes; may be called again."""

    def write_lock(self) -> AbstractContextManager[Any]:
        """Held around every write transaction."""

    def console(self) -> Address:
        """How typed queries log in."""

    def judge(self, session: Session, text: str, parameters: Mapping[str, Cell]) -> None:
        """Look at a typed query before it runs. Raises: QueryRefusedError."""

    def put_down(self, waiting: threading.Thread | None) -> None:
        """See to it that the typed query which that thread waits for ends, without waiting for that.

        None: nobody waits any more, the query took all the server's memory.
        """


class Neo4jDialect:
    """A Neo4j server that somebody else runs."""

    def __init__(self, address: Address) -> None:
        self._address = address

    def address(self, probe: Probe) -> Address:
        probe(self._address)
        return self._address

    def declare(self, session: Session) -> None:
        for statement in neo4j_ddl():
            session.run(statement).consume()
        deadline = time.monotonic() + INDEX_SECONDS
        while session.run(POPULATING).single(strict=True)["n"] and time.monotonic() < deadline:
            time.sleep(0.1)

    def write_lock(self) -> AbstractContextManager[Any]:
        return nullcontext()

    def console(self) -> Address:
        return self._address

    def judge(self, session: Session, text: str, parameters: Mapping[str, Cell]) -> None:
        judge(session.run(f"EXPLAIN {text}", dict(parameters)).consume())

    def put_down(self, waiting: threading.Thread | None) -> None:
        """Nothing: the query carries its own time limit, which the server keeps."""


class ArcadeDialect:
    """The embedded ArcadeDB."""

    def __init__(self, server: EmbeddedServer) -> None:
        self._server = server

    def address(self, probe: Probe) -> Address:
        return self._server.address(probe)

    def declare(self, session: Session) -> None:
        """Nothing: the server declares the types whenever it starts, in its own SQL."""

    def write_lock(self) -> AbstractContextManager[Any]:
        return self._server.write_lock()

    def console(self) -> Address:
        return self._server.reader()

    def judge(self, session: Session, text: str, parameters: Mapping[str, Cell]) -> None:
        """Nothing: the account may read records and do nothing else."""

    def put_down(self, waiting: threading.Thread | None) -> None:
        if waiting:
            self._server.watch(waiting)
        else:
            self._server.end()


def dialect_of(url: str, password: str | None) -> Dialect:
    """What speaks to the store at that URL. Raises: UsageError."""
    folder = embedded_folder(url)
    if folder is not None:
        return ArcadeDialect(EmbeddedServer(Path(folder)))
    return Neo4jDialect(bolt_address(url, password))
