"""Where actors that take part in the same events stand in a drawing: chosen here, once, the same every time."""

from collections.abc import Iterable, Sequence
from math import cos, pi, sin

import networkx as nx

from graph.store.base import CoActor

Position = tuple[float, float]

MOST = 120
"""Actors that are laid out by their ties; the layout compares all with all, and more could not be read anyway."""
ROUNDS = 80
SEED = 1
"""Fixed, so that the same ties always give the same drawing."""
RIM = 1.3
"""Distance from the middle at which the others stand."""


def graph_of(pairs: Iterable[CoActor]) -> "nx.Graph[str]":
    """The pairs as a graph; an edge weighs as many events as its ends share. Nodes and edges come sorted."""
    drawn: nx.Graph[str] = nx.Graph()
    weights = {tuple(sorted((pair.one, pair.other))): pair.count for pair in pairs if pair.one != pair.other}
    drawn.add_nodes_from(sorted({end for ends in weights for end in ends}))
    drawn.add_edges_from((one, other, {"weight": weight}) for (one, other), weight in sorted(weights.items()))
    return drawn


def layout(pairs: Sequence[CoActor]) -> dict[str, Position]:
    """A place for everyone in the pairs, about -1 to 1 both ways, whatever the order of the pairs.

    Beyond `MOST` actors only those that share most events are laid out by their ties; the others stand on a rim.
    """
    drawn = graph_of(pairs)
    ranked = sorted(drawn, key=lambda actor: (-drawn.degree(actor, weight="weight"), actor))
    near = drawn.subgraph(ranked[:MOST])
    # A subgraph forgets the order of its nodes, and the layout starts from that order.
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(near))
    ordered.add_edges_from(sorted(near.edges(data=True), key=lambda edge: edge[:2]))
    places = nx.spring_layout(ordered, weight="weight", seed=SEED, iterations=ROUNDS)
    found = {actor: (round(float(x), 3), round(float(y), 3)) for actor, (x, y) in places.items()}
    return found | _rim(ranked[MOST:])


def _rim(actors: Sequence[str]) -> dict[str, Position]:
    turn = 2 * pi / max(1, len(actors))
    return {actor: (round(RIM * cos(at * turn), 3), round(RIM * sin(at * turn), 3)) for at, actor in enumerate(actors)}
