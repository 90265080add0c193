"""The one description of the graph, and what is made from it."""

from pathlib import Path

from graph.ontology import families
from graph.schema import NODES, RELATIONSHIPS
from graph.schema_page import markdown
from graph.store.base import Store
from graph.store.ddl import arcadedb_ddl, neo4j_ddl
from tests.factories import event
from tests.graph.store.graphs import full_extraction, rows

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_on_the_graph_is_current() -> None:
    """If not: `python -m graph.schema_page > docs/model.md`."""
    assert (ROOT / "docs" / "model.md").read_text(encoding="utf-8") == markdown()


def test_a_label_and_a_relationship_never_share_a_name() -> None:
    names = [node.label.upper() for node in NODES] + [each.type for each in RELATIONSHIPS]
    assert len(set(names)) == len(names)


def test_a_property_is_of_one_type_wherever_it_stands() -> None:
    """A server that compares values of two types sorts them apart."""
    types: dict[str, set[str]] = {}
    for properties in [*(node.properties for node in NODES), *(each.properties for each in RELATIONSHIPS)]:
        for each in properties:
            types.setdefault(each.name, set()).add(each.type)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


def test_statements_of_both_servers_may_be_run_again() -> None:
    assert all("IF NOT EXISTS" in statement for statement in [*neo4j_ddl(), *arcadedb_ddl()])


def test_types_are_declared_before_they_are_indexed() -> None:
    """An index on a property that is not declared compares dates as text on the embedded server."""
    kinds = [statement.split()[1] for statement in arcadedb_ddl()]
    assert kinds.index("INDEX") > max(n for n, kind in enumerate(kinds) if kind != "INDEX")


def fill(store: Store) -> None:
    whole = full_extraction()
    store.replace(whole)
    one, other = (event(claim) for claim in whole.claims)
    places = {"places": whole.claims[0].places}
    store.write_events([one.model_copy(update=places), other.model_copy(update={"fulfils": one.id})], of=families())


def test_nothing_is_in_the_graph_that_the_description_does_not_tell_of(store: Store) -> None:
    fill(store)
    known = {node.label: {"id", *(p.name for p in node.properties)} for node in NODES}
    for row in rows(store, "MATCH (n) UNWIND keys(n) AS key RETURN DISTINCT labels(n)[0] AS label, key"):
        assert row["key"] in known[str(row["label"])], row


def test_everything_is_in_the_graph_that_the_description_tells_of(store: Store) -> None:
    """But for open sides, and for the mark that writing events has taken away."""
    fill(store)
    missing = set()
    for node in NODES:
        text = f"MATCH (n:{node.label}) UNWIND keys(n) AS key WITH n, key WHERE n[key] IS NOT NULL RETURN DISTINCT key"
        found = {row["key"] for row in rows(store, text)}
        missing |= {(node.label, p.name) for p in node.properties} - {(node.label, key) for key in found}
    assert missing == {
        ("Quantity", "low"),
        ("Claim", "date_last"),
        ("Event", "date_last"),
        ("Document", "pending"),
        ("Document", "unresolved"),
    }


def test_relationships_join_what_the_description_says(store: Store) -> None:
    fill(store)
    told = {(start, each.type, end) for each in RELATIONSHIPS for start in each.start for end in each.end}
    text = "MATCH (a)-[r]->(b) RETURN DISTINCT labels(a)[0] AS one, type(r) AS type, labels(b)[0] AS other"
    found = {(row["one"], row["type"], row["other"]) for row in rows(store, text)}
    assert found <= told
    assert {kind for _, kind, _ in told} - {kind for _, kind, _ in found} == {"CONTRADICTS"}


def test_links_carry_the_properties_that_the_description_tells_of(store: Store) -> None:
    fill(store)
    known = {each.type: {p.name for p in each.properties} for each in RELATIONSHIPS}
    for row in rows(store, "MATCH ()-[r]->() UNWIND keys(r) AS key RETURN DISTINCT type(r) AS type, key"):
        assert row["key"] in known[str(row["type"])], row
