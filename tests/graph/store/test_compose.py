"""Cypher text: whole clauses of a file, every mixture of which both servers understand."""

from itertools import product

import pytest

from graph.store.base import Filters, Store
from graph.store.bolt import BoltStore
from graph.store.compose import clauses, compose
from graph.store.walking import clauses_for
from tests.graph.store.test_paging import MIXTURES

ENDS: list[tuple[str, ...]] = [
    (end,) for end in clauses("page") if end.startswith("facet_") or end in {"count", "weeks"}
]
ENDS += [("oldest",), ("after", "oldest"), ("newest",), ("before", "newest")]
VALUES = {"after": "2024-10", "limit": 5}
FILES = ("read", "write_document", "write_events")


def explain(store: Store, text: str, **parameters: object) -> None:
    assert isinstance(store, BoltStore)
    store._connection.read(f"EXPLAIN {text}", **parameters)


def test_both_servers_understand_every_mixture_of_filters(store: Store) -> None:
    starts = {clauses_for(filters)[0]: dict(clauses_for(filters)[1]) for filters in MIXTURES}
    assert len(starts) == 64
    for (names, values), end in list(product(starts.items(), ENDS))[::7]:
        explain(store, compose("page", *names, *end), **values, **VALUES)


def test_both_servers_understand_every_other_statement(store: Store) -> None:
    row = {"node": {"id": "x"}, "edge": {}, "start": "x", "end": "x", "name": "", "about": "date", "id": "x"}
    lists = ("ids", "copies", "claims", "events", "rows", "names", "keys", "families")
    parameters = {name: [] for name in lists} | {"id": "x", "limit": 1, "words": "+x", "version": 1}
    for file in FILES:
        for name in clauses(file):
            explain(store, compose(file, name), **{**parameters, "rows": [row]})


def test_filters_that_are_absent_leave_no_trace() -> None:
    assert clauses_for(Filters()) == (("start",), {})
    assert clauses_for(Filters(text="  ")) == (("start",), {})


def test_values_never_enter_the_text() -> None:
    hostile = "' OR 1=1 //"
    names, values = clauses_for(Filters(actors=(hostile,), types=(hostile,), text=hostile))
    assert "1=1" not in compose("page", *names)
    assert values["actors"] == [hostile]


def test_a_clause_that_the_file_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError):
        compose("page", "start", "everything")


def test_remarks_are_no_part_of_a_clause() -> None:
    assert all("//" not in text for file in (*FILES, "page") for text in clauses(file).values())
