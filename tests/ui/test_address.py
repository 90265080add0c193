from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import STATUSES
from graph.record import Span
from graph.store.base import Filters
from tests.ui.seen import HOSTILE
from ui import address
from ui.address import View

words = st.text(min_size=1, max_size=20).map(str.strip).filter(bool)
filters = st.builds(
    Filters,
    actors=st.lists(words, unique=True, max_size=3).map(tuple),
    types=st.lists(st.sampled_from(["AID", "none"]), unique=True).map(tuple),
    statuses=st.lists(st.sampled_from(STATUSES), unique=True).map(tuple),
    publishers=st.lists(words, unique=True, max_size=3).map(tuple),
    text=st.text(max_size=30).map(str.strip),
    first=st.none() | st.dates(max_value=date(2024, 1, 1)),
    last=st.none() | st.dates(min_value=date(2024, 1, 1)),
)
views = st.builds(View, filters=filters, order=st.sampled_from(["oldest", "newest"]), after=st.just("") | words)


@given(views)
def test_a_view_is_its_address(view: View) -> None:
    query = urlsplit(address.chronology(view)).query
    assert address.read_view(parse_qs(query)) == (view, ())


def test_a_link_changes_one_filter_and_begins_at_the_first_page() -> None:
    view = View(filters=Filters(actors=("norland",)), order="newest", after="key")
    assert address.chronology(address.toggled(view, "type", "AID")) == "/?actor=norland&type=AID&order=newest"
    assert address.chronology(address.toggled(view, "actor", "norland")) == "/?order=newest"


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ({"first": ["2024-02-30"]}, "“2024-02-30” is no day"),
        ({"first": ["2024-03-01"], "last": ["2024-02-01"]}, "run backwards"),
        ({"status": ["certain"]}, "no status “certain”"),
    ],
)
def test_what_makes_no_sense_is_left_out_and_said(asked: dict[str, list[str]], complaint: str) -> None:
    view, (said,) = address.read_view(asked)
    assert complaint in said
    assert view.filters.model_copy(update={"first": None}) == Filters()


def test_an_address_cannot_ask_for_more_than_is_reasonable() -> None:
    view, _ = address.read_view({"actor": [f"a{number}" for number in range(999)], "text": ["x" * 9999]})
    assert len(view.filters.actors) == address.MOST_VALUES
    assert len(view.filters.text) == address.LONGEST_VALUE


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_breaks_out_of_an_address(hostile: str) -> None:
    href = address.event(hostile)
    assert parse_qs(urlsplit(href).query) == {"event": [hostile]}
    assert not set("\"'<> ") & set(href)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("120-180", Span(start=120, end=180)),
        ("180-120", None),
        ("120-120", None),
        ("-5-9", None),
        ("", None),
        ("a-b", None),
        ("१-२", None),
        ("9" * 400 + "-" + "9" * 401, None),
    ],
)
def test_a_span_is_two_numbers_that_run_forward(text: str, span: Span | None) -> None:
    assert address.read_span(text) == span
