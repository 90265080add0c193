"""A drawing of who takes part with whom is the same every time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import MOST, graph_of, layout
from graph.store.base import CoActor

names = st.sampled_from([f"actor_{number}" for number in range(12)])
ties = st.lists(st.builds(CoActor, one=names, other=names, count=st.integers(1, 9)), max_size=20)


@settings(max_examples=30)
@given(ties)
def test_the_order_of_the_pairs_moves_nobody(pairs: list[CoActor]) -> None:
    unique = list({tuple(sorted((pair.one, pair.other))): pair for pair in pairs}.values())
    turned = [CoActor(one=pair.other, other=pair.one, count=pair.count) for pair in reversed(unique)]
    assert layout(unique) == layout(turned)


@settings(max_examples=30)
@given(ties)
def test_everybody_has_a_place(pairs: list[CoActor]) -> None:
    ends = {end for pair in pairs if pair.one != pair.other for end in (pair.one, pair.other)}
    assert set(layout(pairs)) == ends


def test_no_two_actors_stand_on_one_spot() -> None:
    places = layout([CoActor(one="a", other="b", count=1), CoActor(one="b", other="c", count=5)])
    assert len(set(places.values())) == 3


def test_those_beyond_the_cap_stand_on_the_rim() -> None:
    pairs = [CoActor(one="hub", other=f"x{number:04d}", count=1000 - number) for number in range(MOST + 50)]
    places = layout(pairs)
    assert len(places) == MOST + 51
    assert max(abs(x) + abs(y) for x, y in (places["hub"], places["x0000"])) <= 2
    assert round(sum(part**2 for part in places[f"x{MOST + 49:04d}"]) ** 0.5, 1) == 1.3


def test_an_edge_weighs_the_events_that_are_shared() -> None:
    drawn = graph_of([CoActor(one="b", other="a", count=4)])
    assert list(drawn.edges(data="weight")) == [("a", "b", 4)]


def test_nobody_is_laid_out_where_there_is_no_pair() -> None:
    assert layout([]) == {}
