"""The frame around every page: look, behaviour, navigation, and the one place where errors become text."""

from pathlib import Path

import streamlit as st

from graph.errors import DatelineError, StoreAwayError
from ui import answers
from ui.present import frame

HERE = Path(__file__).parent
PAGES = HERE / "app_pages"

BEHAVIOUR = st.components.v2.component("dateline.behaviour", js=(HERE / "behaviour.js").read_text(encoding="utf-8"))


def main() -> None:
    """Draw the frame and the page that the address names."""
    st.set_page_config(page_title="Dateline", page_icon=str(HERE / "icon.png"), layout="centered")
    st.html(HERE / "style.css")
    page = st.navigation(
        [
            st.Page(PAGES / "chronology.py", title="Chronology", default=True),
            st.Page(PAGES / "event.py", title="Event", url_path="event"),
            st.Page(PAGES / "document.py", title="Documents", url_path="document"),
            st.Page(PAGES / "actor.py", title="Actors", url_path="actor"),
            st.Page(PAGES / "query.py", title="Query", url_path="query"),
            st.Page(PAGES / "about.py", title="About", url_path="about"),
        ],
        position="hidden",
    )
    st.html(frame.masthead(page.url_path))
    BEHAVIOUR(key="behaviour")
    run(page)


def run(page: st.Page) -> None:
    """Run a page; what Dateline raises on purpose becomes a sentence and what to do next."""
    try:
        page.run()
    except DatelineError as error:
        if isinstance(error, StoreAwayError):
            answers.forget()
        st.html(frame.trouble(error))


main()
