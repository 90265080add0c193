"""Queries that somebody typed: read, and nothing else."""

from collections.abc import Mapping
from typing import Any, cast

from neo4j import READ_ACCESS, Driver, Query
from neo4j.exceptions import Neo4jError
from neo4j.graph import Path
from neo4j.time import Date, DateTime, Duration, Time

from graph.errors import QueryError
from graph.store.base import Cell, QueryResult
from graph.store.connection import Connection


def query(connection: Connection, text: str, parameters: Mapping[str, Cell], limit: int, seconds: float) -> QueryResult:
    """Answer a query. Raises: QueryRefusedError, QueryTimeoutError, QueryError."""
    return connection.ask(lambda driver, database: _run(driver, database, text, parameters, limit, seconds))


def _run(
    driver: Driver, database: str, text: str, parameters: Mapping[str, Cell], limit: int, seconds: float
) -> QueryResult:
    with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        try:
            result = session.run(Query(text, timeout=seconds), dict(parameters))
            columns = tuple(result.keys())
            rows = result.fetch(limit + 1)
        except Neo4jError as error:
            raise QueryError(f"The query cannot be answered: {error.message}") from error
    cells = tuple(tuple(plain(value) for value in row.values()) for row in rows[:limit])
    return QueryResult(columns=columns, rows=cells, truncated=len(rows) > limit)


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
