"""Typed queries on both servers: answers as plain values; no writing, no looking outside, no running for ever."""

import time
from datetime import date

import pytest

from graph.errors import DatelineError, QueryError, QueryRefusedError, QueryTimeoutError
from graph.store.base import Store
from tests.factories import SENTENCE, actor, claim, days, event, extraction, participant
from tests.graph.store.graphs import dump
from tests.graph.store.test_guard import ALLOWED

WRITES = {
    "create": "CREATE (n:Event {id: 'x'}) RETURN n",
    "merge": "MERGE (n:Event {id: 'x'}) RETURN n",
    "set": "MATCH (e:Event) SET e.headline = 'x' RETURN e",
    "set all": "MATCH (e:Event) SET e = {id: 'x'}",
    "set label": "MATCH (e:Event) SET e:Actor",
    "remove": "MATCH (e:Event) REMOVE e.headline",
    "remove label": "MATCH (e:Event) REMOVE e:Event",
    "delete": "MATCH (s:Store) DELETE s",
    "detach delete": "MATCH (n) DETACH DELETE n",
    "delete links": "MATCH ()-[r]->() DELETE r",
    "foreach": "MATCH (e:Event) FOREACH (x IN [1] | SET e.headline = 'x')",
    "in a subquery": "MATCH (e:Event) CALL (e) { SET e.headline = 'x' } RETURN e",
    "in an old subquery": "MATCH (e:Event) CALL { WITH e CREATE (n:Event {id: 'x'}) } RETURN e",
    "in transactions": "MATCH (e:Event) CALL (e) { SET e.headline = 'x' } IN TRANSACTIONS RETURN 1",
    "in a union": "MATCH (e:Event) RETURN e.id AS id UNION CREATE (n:Event {id: 'x'}) RETURN n.id AS id",
    "in capitals and comments": "/* MATCH */ cReAtE (n:Event {id: 'x'})",
    "in backticks": "CREATE (`n`:`Event` {`id`: 'x'})",
    "index": "CREATE INDEX wrong IF NOT EXISTS FOR (e:Event) ON (e.headline)",
    "drop index": "DROP INDEX event_sort_key",
    "drop index of the other name": "DROP INDEX `Event[sort_key]`",
    "constraint": "CREATE CONSTRAINT wrong IF NOT EXISTS FOR (e:Event) REQUIRE e.headline IS UNIQUE",
    "drop constraint": "DROP CONSTRAINT event_id",
    "user": "CREATE USER mallory SET PASSWORD 'mallory-1'",
    "password": "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'mallory-1'",
    "drop user": "DROP USER neo4j IF EXISTS",
    "database": "CREATE DATABASE wrong IF NOT EXISTS",
    "drop database": "DROP DATABASE dateline IF EXISTS",
    "sql": "DELETE FROM Event",
    "sql schema": "DROP TYPE Event UNSAFE",
    "two statements": "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n",
}
LONG = {
    "cartesian product": f"MATCH {', '.join(f'(n{n})' for n in range(14))} RETURN count(DISTINCT n0.id + n13.id)",
    "unwound": " ".join(f"UNWIND $ten AS x{n}" for n in range(9)) + " RETURN sum(x0 + x8)",
    "sorted": " ".join(f"UNWIND $ten AS x{n}" for n in range(9)) + " RETURN x0 + x8 AS x ORDER BY x",
    "collected": " ".join(f"UNWIND $ten AS x{n}" for n in range(9)) + " RETURN size(collect(x0))",
    "a word that doubles": "WITH 'abcdefgh' AS s " + "WITH s + s AS s " * 60 + "RETURN size(s)",
}


@pytest.fixture
def told(store: Store) -> Store:
    """A store with one event."""
    one = claim(when=days("2024-10-18"), participants=(participant("Norland", actor="norland"),))
    store.replace(extraction(one, actors=(actor("norland"),)))
    store.write_events([event(one)], of=["aid"])
    return store


def test_an_answer_holds_plain_values(told: Store) -> None:
    answer = told.query(
        "MATCH p = (e:Event)-[r:INVOLVES]->(a:Actor) "
        "RETURN e.date_first AS day, a.name, r, [1, 2.5, null], {a: true, b: date('2024-01-02')} AS map, e, p"
    )
    assert answer.columns[:3] == ("day", "a.name", "r")
    ((day, name, link, values, mapping, node, path),) = answer.rows
    assert (day, name, link) == (date(2024, 10, 18), "Norland", {"role": "agent"})
    assert (values, mapping) == ((1, 2.5, None), {"a": True, "b": date(2024, 1, 2)})
    assert isinstance(node, dict)
    assert node["headline"] == "Norland sends soldiers to Sudria"
    assert isinstance(path, tuple)
    assert [each["id"] for each in path if isinstance(each, dict)] == [node["id"], "norland"]


def test_parameters_travel_beside_the_text(told: Store) -> None:
    text = "MATCH (e:Event) WHERE e.date_first IN $days AND $name IN e.actor_ids RETURN $name, $odd AS odd"
    odd = "'; MATCH (n) DETACH DELETE n //"
    answer = told.query(text, {"days": (date(2024, 10, 18),), "name": "norland", "odd": odd})
    assert answer.rows == (("norland", odd),)


def test_rows_beyond_the_limit_are_left_out_and_told(told: Store) -> None:
    answer = told.query("UNWIND [1, 2, 3] AS x RETURN x", limit=2)
    assert (answer.rows, answer.truncated) == (((1,), (2,)), True)
    assert not told.query("UNWIND [1, 2, 3] AS x RETURN x", limit=3).truncated


@pytest.mark.parametrize("text", WRITES.values(), ids=WRITES)
def test_no_form_of_writing_changes_the_graph(told: Store, text: str) -> None:
    before = dump(told), told.counts(), told.query("SHOW INDEXES YIELD name RETURN name ORDER BY name")
    with pytest.raises(QueryError):
        told.query(text)
    assert (dump(told), told.counts(), told.query("SHOW INDEXES YIELD name RETURN name ORDER BY name")) == before


@pytest.mark.parametrize("name", ["create", "set", "detach delete", "merge", "delete links"])
def test_writing_is_told_from_a_mistake(told: Store, name: str) -> None:
    with pytest.raises(QueryRefusedError, match="would change the graph"):
        told.query(WRITES[name])


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_query_that_takes_too_long_or_too_much_ends(told: Store, text: str) -> None:
    parameters = {"ten": tuple(range(10))}
    began = time.monotonic()
    with pytest.raises(QueryTimeoutError):
        told.query(text, parameters, seconds=1)
    assert time.monotonic() - began < 30
    assert told.counts().events == 1


def test_a_list_that_doubles_ends_one_way_or_the_other(told: Store) -> None:
    """Neo4j reckons its size without making it; the embedded server runs out of memory and goes on."""
    text = "WITH $ten AS l " + "WITH l + l AS l " * 60 + "RETURN size(l) AS n"
    began = time.monotonic()
    try:
        answer: object = told.query(text, {"ten": tuple(range(10))}, seconds=1).columns
    except QueryTimeoutError as error:
        answer = error.hint
    assert answer in {("n",), "Ask for less: filter earlier, or add LIMIT."}
    assert time.monotonic() - began < 30
    assert told.counts().events == 1


@pytest.mark.parametrize(
    "text", ["", "MATCH (e:Event RETURN e", "RETURN $nothing", "RETURN date('31 February')", "MATCH (e) RETURN f"]
)
def test_a_mistake_is_told_in_one_line(told: Store, text: str) -> None:
    with pytest.raises(QueryError) as error:
        told.query(text)
    assert type(error.value) is QueryError
    assert "\n" not in error.value.message


def test_a_value_of_no_kind_that_the_store_takes_is_told(told: Store) -> None:
    with pytest.raises(QueryError, match="of no kind that the store takes"):
        told.query("RETURN $x", {"x": 2**70})


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_honest_queries_are_answered(told: Store, text: str) -> None:
    told.query(text, {"words": "+norland", "statuses": ("one source",)})


def test_no_answer_shows_a_password(told: Store) -> None:
    for text in ("RETURN", "CREATE (n) RETURN n", "CALL dbms.listConfig()"):
        with pytest.raises(DatelineError) as error:
            told.query(text)
        assert "of-the-tests-only" not in f"{error.value} {error.value.hint} {told.url}"
    assert SENTENCE in str(told.query("MATCH (s:Sentence) RETURN s.text").rows)
