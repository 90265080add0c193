"""docs/model.md, from `graph/schema.py`: `python -m graph.schema_page` prints it."""

from collections.abc import Iterator

from graph.schema import NODES, RELATIONSHIPS, VERSION, Node, Property, Relationship

HEAD = f"""\
# What the graph holds

Schema {VERSION}. Made from `graph/schema.py` by `python -m graph.schema_page > docs/model.md`; a test holds it current.

Every node has an `id`, unique within its label: a hash of what it is, so loading again changes none. Offsets count
Unicode code points of the document's text, from 0, end excluded. Dates are `DATE` properties: compare them with
`date('2024-10-18')`. A property without a value is missing. Properties called `record`, `reading`, `digest`, `outline`
are Dateline's own; queries do without them ([decisions/0005](decisions/0005-the-record-beside-the-graph.md)).
"""


def markdown() -> str:
    """The whole page."""
    return "\n".join([HEAD, "## Nodes", "", *_nodes(), "## Relationships", "", *_relationships()])


def _nodes() -> Iterator[str]:
    for node in NODES:
        yield from (f"### {node.label}", "", node.about, "")
        yield from _table(node)


def _relationships() -> Iterator[str]:
    for relationship in RELATIONSHIPS:
        yield from (f"### {relationship.type}", "", f"`{pattern(relationship)}` {relationship.about}", "")
        if relationship.properties:
            yield from _table(relationship)


def pattern(relationship: Relationship) -> str:
    """As it is written in Cypher."""
    start, end = (":" + "|".join(labels) for labels in (relationship.start, relationship.end))
    return f"({start})-[:{relationship.type}]->({end})"


def _table(owner: Node | Relationship) -> Iterator[str]:
    yield from ("| property | type | |", "| --- | --- | --- |")
    yield from (_row(each) for each in owner.properties)
    yield ""


def _row(each: Property) -> str:
    index = f" Index: {each.index}." if each.index else ""
    return f"| `{each.name}` | {each.type.lower()} | {each.about}{index} |"


if __name__ == "__main__":
    print(markdown(), end="")  # noqa: T201 – that is what it is for
