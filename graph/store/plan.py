"""The plan that Neo4j makes of a query, judged before the query runs.

Neo4j Community has no accounts that may only read. Its read mode refuses all writing, but not every look outside: the
plan names each step, however the text is nested or quoted.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from neo4j import ResultSummary

from graph.errors import QueryRefusedError
from graph.store.guard import PROCEDURES

FORBIDDEN = ("LoadCSV", "Transaction", "Terminate", "Administration", "Command", "Show", "Alter", "Grant", "Revoke")
SHOWN = frozenset({"ShowIndexes", "ShowConstraints", "ShowFunctions", "ShowProcedures"})
"""What may be listed: nothing of users, settings or other people's queries."""


def judge(summary: ResultSummary) -> None:
    """Raises: QueryRefusedError if the query does anything but read the graph."""
    if summary.query_type != "r":
        raise _refused("it would change the graph or the server")
    for step in _steps(summary.plan or {}):
        kind = str(step.get("operatorType", "")).partition("@")[0]
        if kind not in SHOWN and any(part in kind for part in FORBIDDEN):
            raise _refused(f"it would do more than read the graph ({kind})")
        if kind == "ProcedureCall":
            _judge_procedure(str(step.get("args", {}).get("Details", "")))


def _judge_procedure(details: str) -> None:
    name = details.partition("(")[0].strip()
    if name.lower() not in PROCEDURES:
        raise _refused(f"it calls the procedure {name}")


def _steps(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if plan:
        yield plan
    for child in plan.get("children", ()):
        yield from _steps(child)


def _refused(why: str) -> QueryRefusedError:
    return QueryRefusedError(f"The query is not run: {why}.", hint="The console reads the graph and nothing else.")
