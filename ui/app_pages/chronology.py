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
    """The page from top to bottom, in as few pieces as there are, because each costs a turn of the browser."""
    found = answers.answer(view)
    names = {actor.id: actor.name for actor in answers.actors_of(view.filters.actors)}
    notice = frame.notice([*complaints, *frame.pending(answers.counts())])
    st.html(notice + "<h1>Chronology</h1>" + strip.strip(found.weeks, view))
    search()
    chosen = facets.panel(view, found.facets, names)
    if found.page.cards:
        shown = cards.cards(found.page) + cards.steps(view, found.page)
        st.html(chosen + facets.order_links(view, found.count) + shown)
    else:
        st.html(chosen + facets.nothing_left(view, names))


def search() -> None:
    """Words and days; the widgets show what the address says."""
    for name in ("text", "first", "last"):
        wanted = getattr(view.filters, name)
        # Only what differs is set: a widget that is set is drawn anew.
        if name not in st.session_state or st.session_state[name] != wanted:
            st.session_state[name] = wanted
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
