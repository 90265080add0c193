"""One document with all its claims marked, opened at the words that a link names."""

import streamlit as st

from ui import answers
from ui.address import read_span
from ui.present import document, frame


def draw() -> None:
    """The document that the address names, or the way back."""
    wanted = st.query_params.get("document", "")
    detail = answers.store().document(wanted) if wanted else None
    if detail is None:
        st.html(frame.missing("document", wanted))
        return
    st.html(document.document(detail, read_span(st.query_params.get("span", ""))))


draw()
