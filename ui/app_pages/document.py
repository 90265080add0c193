"""One document with all its claims marked, opened at the words that a link names; without an id, all documents."""

import streamlit as st

from ui import answers
from ui.address import read_span
from ui.present import document, documents, frame


def draw() -> None:
    """The document that the address names, or the list."""
    wanted = st.query_params.get("document", "")
    if not wanted:
        everything()
        return
    detail = answers.store().document(wanted)
    if detail is None:
        st.html(frame.missing("document", wanted))
        return
    st.html(document.document(detail, read_span(st.query_params.get("span", ""))))


def everything() -> None:
    """All documents, and a search over titles, publishers and addresses."""
    st.html("<h1>Documents</h1>")
    st.session_state.wanted = st.query_params.get("search", "")
    st.text_input(
        "Words of title, publisher or address", key="wanted", type="search", max_chars=200, on_change=searched
    )
    st.html(documents.listed(answers.documents(), st.session_state.wanted))


def searched() -> None:
    """Put the words that are searched for into the address."""
    st.query_params.from_dict({"search": st.session_state.wanted} if st.session_state.wanted else {})


draw()
