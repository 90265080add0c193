"""Neo4j's plan of a query tells what its text may hide; here the text is not looked at."""

from collections.abc import Iterator

import pytest
from neo4j import READ_ACCESS, Session

from graph.errors import QueryRefusedError
from graph.store.address import bolt_address
from graph.store.driver import new_driver
from graph.store.plan import judge
from tools.neo4j import Neo4j

pytestmark = pytest.mark.neo4j

HARMFUL = {
    "write": "CREATE (n:Event)",
    "index": "CREATE INDEX wrong FOR (e:Event) ON (e.headline)",
    "users": "SHOW USERS",
    "user": "CREATE USER mallory SET PASSWORD 'mallory-1'",
    "settings": "SHOW SETTINGS",
    "other people's queries": "SHOW TRANSACTIONS",
    "their end": "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "file": "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "network": "LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row",
    "nested": "MATCH (n) CALL (n) { LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row } RETURN row",
    "procedure": "CALL dbms.components()",
    "procedure in backticks": "CALL `dbms`.`listConfig`() YIELD name RETURN name",
    "nested procedure": "MATCH (n) CALL (n) { CALL dbms.listConnections() YIELD username RETURN username } RETURN 1",
    "union": "RETURN 1 AS x UNION CALL db.info() YIELD id RETURN id AS x",
    "batches": "MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN x",
}
HARMLESS = (
    "MATCH (e:Event)-[:INVOLVES]->(a) RETURN a.name, count(*) AS n ORDER BY n DESC LIMIT 5",
    "CALL db.index.fulltext.queryNodes('sentence_words', '+x') YIELD node RETURN node",
    "CALL db.labels()",
    "SHOW INDEXES",
    "MATCH p = shortestPath((a:Actor {id: 'a'})-[*..4]-(b:Actor {id: 'b'})) RETURN p",
)


@pytest.fixture(scope="module")
def session(neo4j: Neo4j) -> Iterator[Session]:
    address = bolt_address(neo4j.url, neo4j.password)
    with new_driver(address) as driver, driver.session(default_access_mode=READ_ACCESS) as opened:
        yield opened


@pytest.mark.parametrize("text", HARMFUL.values(), ids=HARMFUL)
def test_a_plan_that_does_more_than_read_is_refused(session: Session, text: str) -> None:
    with pytest.raises(QueryRefusedError):
        judge(session.run(f"EXPLAIN {text}").consume())


@pytest.mark.parametrize("text", HARMLESS)
def test_a_plan_that_reads_is_let_through(session: Session, text: str) -> None:
    judge(session.run(f"EXPLAIN {text}").consume())
