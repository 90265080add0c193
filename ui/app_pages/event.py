"""One event with everything that was said about it."""

import streamlit as st

from ui import answers
from ui.present import event, frame
from ui.rules import rules


def draw() -> None:
    """The event that the address names, or the way back."""
    wanted = st.query_params.get("event", "")
    detail = answers.store().event(wanted) if wanted else None
    if detail is None:
        st.html(frame.missing("event", wanted))
        return
    st.html(event.event(detail, rules()))


draw()
