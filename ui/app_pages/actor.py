"""One actor with its own chronology and its neighbours; without a name in the address, all actors."""

import streamlit as st

from graph.network import layout
from graph.store.base import Filters
from ui import address, answers
from ui.present import actor, cards, facets, frame, network


def draw() -> None:
    """The actor that the address names, or the list."""
    wanted = st.query_params.get("actor", "")
    if not wanted:
        everybody()
        return
    found = answers.store().actor(wanted)
    if found is None:
        st.html(frame.missing("actor", wanted))
        return
    view, _ = address.read_view({name: st.query_params.get_all(name) for name in ("order", "after", "before")})
    own = view.model_copy(update={"filters": Filters(actors=(found.id,))})
    answer = answers.answer(own)
    st.html(actor.actor(found, answer.count, answers.actors_of(found.belongs_to)))
    neighbourhood(found.id)
    st.html(
        "<h2>Its own chronology</h2>"
        + facets.order_links(own, answer.count, at="actor")
        + cards.cards(answer.page)
        + cards.steps(own, answer.page, at="actor")
    )


def neighbourhood(ident: str) -> None:
    """Those of the same events, drawn and as links."""
    pairs = answers.co_actors(ident)
    names = {
        one.id: one.name for one in answers.actors_of(sorted({end for pair in pairs for end in (pair.one, pair.other)}))
    }
    st.html("<h2>In the same events</h2>")
    if pairs:
        paper = network.DARK if st.context.theme.type == "dark" else network.LIGHT
        option = network.drawing(ident, pairs, names, layout(pairs), paper)
        st.echarts_chart(option, height=420, alt=network.described(ident, pairs, names))
    st.html(actor.neighbours(ident, pairs, names))


def everybody() -> None:
    """All actors with their counts, and a search over names and aliases."""
    st.html("<h1>Actors</h1>")
    st.session_state.search = st.query_params.get("search", "")
    st.text_input("Name", key="search", type="search", max_chars=200, on_change=searched)
    st.html(actor.listed(answers.everybody(), answers.event_counts(), st.session_state.search))


def searched() -> None:
    """Put the words that are searched for into the address."""
    st.query_params.from_dict({"search": st.session_state.search} if st.session_state.search else {})


draw()
