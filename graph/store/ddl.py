"""Statements that make types and indexes, from the one description in `graph/schema.py`. All may be run again."""

from graph.schema import NODES, RELATIONSHIPS, Property

FULL_TEXT_INDEX = "sentence_words"
"""Name by which queries call the full-text index on both servers."""

ARCADEDB_TYPES = {
    "STRING": "STRING",
    "INTEGER": "LONG",
    "FLOAT": "DOUBLE",
    "BOOLEAN": "BOOLEAN",
    "DATE": "DATE",
    "LIST OF STRING": "LIST OF STRING",
}


def neo4j_ddl() -> list[str]:
    """Unique ids and indexes, in Cypher."""
    return [
        *(
            f"CREATE CONSTRAINT {node.label.lower()}_id IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.id IS UNIQUE"
            for node in NODES
        ),
        *(
            f"CREATE INDEX {node.label.lower()}_{p.name} IF NOT EXISTS FOR (n:{node.label}) ON (n.{p.name})"
            for node in NODES
            for p in node.properties
            if p.index == "range"
        ),
        *(
            f"CREATE FULLTEXT INDEX {FULL_TEXT_INDEX} IF NOT EXISTS FOR (n:{node.label}) ON EACH [n.{p.name}]"
            for node in NODES
            for p in node.properties
            if p.index == "full text"
        ),
    ]


def arcadedb_ddl() -> list[str]:
    """Types with their properties, then indexes, in ArcadeDB's SQL.

    Properties come first: an index on one that is not declared would compare dates as text.
    """
    kinds = [("VERTEX", n.label, n.properties) for n in NODES] + [("EDGE", r.type, r.properties) for r in RELATIONSHIPS]
    return [
        *(f"CREATE {kind} TYPE `{name}` IF NOT EXISTS" for kind, name, _ in kinds),
        *(f"CREATE PROPERTY `{node.label}`.id IF NOT EXISTS STRING" for node in NODES),
        *(_declared(name, p) for _, name, properties in kinds for p in properties),
        *(f"CREATE INDEX IF NOT EXISTS ON `{node.label}` (id) UNIQUE" for node in NODES),
        *(_indexed(node.label, p) for node in NODES for p in node.properties if p.index),
    ]


def _declared(owner: str, property_: Property) -> str:
    return f"CREATE PROPERTY `{owner}`.`{property_.name}` IF NOT EXISTS {ARCADEDB_TYPES[property_.type]}"


def _indexed(label: str, property_: Property) -> str:
    if property_.index == "full text":
        return f"CREATE INDEX {FULL_TEXT_INDEX} IF NOT EXISTS ON `{label}` (`{property_.name}`) FULL_TEXT"
    return f"CREATE INDEX IF NOT EXISTS ON `{label}` (`{property_.name}`) NOTUNIQUE"
