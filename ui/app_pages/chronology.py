"""The chronology: a strip of weeks over cards, and filters that all stand in the address."""

from datetime import date

import streamlit as st

from ui import address, answers
from ui.present import cards, facets, frame, strip

EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)

view, complaints = address.read_view({name: st.query_params.get_all(name) for name in st.query_params})


def chosen_by_widget() -> None:
    """Put what the widgets hold into the address; all the rest of the page follows from there."""
    changed = address.kept(view, text=st.session_state.text, first=st.session_state.first, last=st.session_state.last)
    st.query_params.from_dict(address.grouped(address.parameters(changed)))


def draw() -> None:
    """The page from top to bottom."""
    found = answers.answer(view)
    said = [*complaints, *frame.pending(answers.counts())]
    if said:
        st.html(frame.notice(said))
    st.html("<h1>Chronology</h1>")
    if found.weeks:
        st.html(strip.strip(found.weeks, view))
    search()
    st.html(facets.panel(view, found.facets) + facets.order_links(view, found.count))
    if found.page.cards:
        st.html(cards.cards(found.page) + cards.steps(view, found.page))
    else:
        st.html(facets.nothing_left(view, found.facets))


def search() -> None:
    """Words and days; the widgets show what the address says."""
    st.session_state.update(text=view.filters.text, first=view.filters.first, last=view.filters.last)
    words, first, last = st.columns([2, 1, 1])
    words.text_input("Words", key="text", type="search", max_chars=200, on_change=chosen_by_widget)
    with first:
        day("From", "first")
    with last:
        day("To", "last")


def day(label: str, name: str) -> None:
    """An input for one day, which may stay empty."""
    st.date_input(label, None, EARLIEST, LATEST, key=name, format="YYYY-MM-DD", on_change=chosen_by_widget)


draw()
