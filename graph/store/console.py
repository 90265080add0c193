"""Queries that somebody typed: they read, and nothing else, and they end.

The text is judged first (guard.py), on Neo4j the plan as well (plan.py), on the embedded server the account may only
read. A query that goes on for too long is left behind: its server ends it, or is ended.
"""

import threading
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from typing import Any, cast

from neo4j import READ_ACCESS, Query, Session
from neo4j.exceptions import DriverError, Forbidden, Neo4jError, ServiceUnavailable, SessionExpired
from neo4j.graph import Path
from neo4j.time import Date, DateTime, Duration, Time

from graph.errors import DatelineError, QueryError, QueryRefusedError, QueryTimeoutError
from graph.store.base import Cell, QueryResult
from graph.store.connection import Connection
from graph.store.dialect import Dialect
from graph.store.driver import new_driver
from graph.store.guard import checked

GRACE = 0.5
"""Seconds that a server has to end a query by itself before it is left behind."""
TOO_LONG = ("TransactionTimedOut", "OutOfMemory", "MemoryPool", "TransactionTerminated")
"""Parts of error codes, of Neo4j and of ArcadeDB."""
TOO_LARGE = "heap budget exceeded"
"""ArcadeDB has no code for it."""
DROPPED = (ServiceUnavailable, SessionExpired)
"""The server hung up in the middle of a query: it has no memory left."""
NOT_ALLOWED = ("Security.Forbidden", "AccessMode", "Statement.AccessMode")
LESS = "Ask for less: filter earlier, or add LIMIT."


class Console:
    """Answers typed queries, each in a session of its own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def query(self, text: str, parameters: Mapping[str, Cell], limit: int, seconds: float) -> QueryResult:
        """Answer a query. Raises: QueryRefusedError, QueryTimeoutError, QueryError, and errors of the store."""
        text = checked(text)
        self._connection.open()
        address = self._connection.dialect.console()
        driver = new_driver(address)

        def ask() -> QueryResult:
            with driver, driver.session(database=address.database, default_access_mode=READ_ACCESS) as session:
                self._connection.dialect.judge(session, text, parameters)
                return _answer(session, text, parameters, limit, seconds)

        return _within(seconds + GRACE, ask, self._connection.dialect)


def _within(seconds: float, ask: Callable[[], QueryResult], dialect: Dialect) -> QueryResult:
    """The answer, if it comes in time; else the query is left to the dialect, with the thread that waits for it."""
    answers: SimpleQueue[QueryResult | DatelineError] = SimpleQueue()

    def work() -> None:
        try:
            answers.put(ask())
        except (Neo4jError, DriverError) as error:
            if isinstance(error, DROPPED):
                dialect.put_down(None)
            answers.put(_told(error))
        except DatelineError as error:
            answers.put(error)
        except (TypeError, ValueError, OverflowError) as error:
            answers.put(QueryError(f"A value that goes with the query is of no kind that the store takes: {error}"))

    thread = threading.Thread(target=work, name="query", daemon=True)
    thread.start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        dialect.put_down(thread)
        raise QueryTimeoutError(f"The query took longer than {seconds - GRACE:g} seconds.", hint=LESS) from None
    if isinstance(answer, DatelineError):
        raise answer
    return answer


def _answer(session: Session, text: str, parameters: Mapping[str, Cell], limit: int, seconds: float) -> QueryResult:
    result = session.run(Query(text, timeout=seconds), dict(parameters))
    columns = tuple(result.keys())
    rows = result.fetch(limit + 1)
    cells = tuple(tuple(plain(value) for value in row.values()) for row in rows[:limit])
    return QueryResult(columns=columns, rows=cells, truncated=len(rows) > limit)


def _told(error: Neo4jError | DriverError) -> QueryError:
    """What went wrong, as an error of ours."""
    code, message = str(getattr(error, "code", "")), str(getattr(error, "message", "") or error)
    if isinstance(error, DROPPED) or TOO_LARGE in message:
        return QueryTimeoutError("The query took too much memory.", hint=LESS)
    if any(part in code for part in TOO_LONG):
        return QueryTimeoutError("The query took too long or too much memory.", hint=LESS)
    if isinstance(error, Forbidden) or any(part in code for part in NOT_ALLOWED):
        return QueryRefusedError(
            "The query is not run: it would change the graph or the server.",
            hint="The console reads the graph and nothing else.",
        )
    return QueryError(f"The query cannot be answered: {message.strip().splitlines()[0]}")


def plain(value: Any) -> Cell:  # noqa: ANN401 – whatever the driver gives
    """A driver's value as a plain one: nodes and relationships as mappings, dates native, paths as their nodes."""
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, (DateTime, Time, Duration)):
        return value.iso_format()
    if isinstance(value, Path):
        return tuple(plain(node) for node in value.nodes)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(plain(item) for item in value)
    return cast("Cell", value)
