import pytest

from graph.store.base import FacetCount, Facets, Filters
from tests.ui.seen import HOSTILE, Seen
from ui.address import View
from ui.present import facets


def counts(*pairs: tuple[str, int]) -> tuple[FacetCount, ...]:
    return tuple(FacetCount(value=value, label=value.title(), count=count) for value, count in pairs)


FACETS = Facets(
    actors=counts(("norland", 12), ("sudria", 7)),
    types=counts(("AID", 9), ("none", 3)),
    statuses=counts(("disputed", 2), ("one source", 5)),
    publishers=counts(("The Ledger", 4), ("", 1)),
)


def test_every_value_is_a_link_with_its_count() -> None:
    seen = Seen(facets.panel(View(), FACETS, {}))
    assert "/?actor=norland" in seen.links
    assert "Norland 12" in seen.text
    assert "Aid 9" in seen.text
    assert "No type 3" in seen.text


def test_a_chosen_value_stands_first_and_its_link_gives_it_up() -> None:
    view = View(filters=Filters(actors=("sudria",)))
    choices = facets.facet(view, "actor", FACETS.actors, {}).choices
    assert [(choice.label, choice.chosen, choice.href) for choice in choices] == [
        ("Sudria", True, "/"),
        ("Norland", False, "/?actor=sudria&actor=norland"),
    ]


def test_a_chosen_value_beyond_the_most_frequent_keeps_its_name_and_has_no_count() -> None:
    view = View(filters=Filters(actors=("quend",)))
    first = facets.facet(view, "actor", FACETS.actors, {"quend": "Quend"}).choices[0]
    assert (first.label, first.count) == ("Quend", None)


def test_an_empty_page_names_every_filter_that_can_be_dropped() -> None:
    view = View(filters=Filters(actors=("norland",), text="bridge"))
    seen = Seen(facets.nothing_left(view, {"norland": "Norland"}))
    assert "Actor: Norland" in seen.text
    assert "Words: bridge" in seen.text
    assert seen.links == ["/?text=bridge", "/?actor=norland", "/"]


def test_an_empty_store_says_how_to_load() -> None:
    assert "dateline load" in Seen(facets.nothing_left(View(), {})).text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_names_are_shown_as_text(hostile: str) -> None:
    found = FACETS.model_copy(
        update={"publishers": counts(), "actors": (FacetCount(value=hostile, label=hostile, count=1),)}
    )
    view = View(filters=Filters(actors=(hostile,), text=hostile))
    seen = Seen(facets.panel(view, found, {}))
    assert hostile in seen.text
    assert not {"script", "img"} & set(seen.tags)
    assert all(link.startswith("/") for link in seen.links)
