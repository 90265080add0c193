"""Cypher that only reads: queries to choose from, their parameters, the answer as a table and as a file."""

import streamlit as st

from graph.store.base import Cell, QueryResult
from ui import answers
from ui.present import console
from ui.queries import shipped

OWN = "own"
LONGEST = 10_000


def draw() -> None:
    """Choose or write a query, then see its answer."""
    st.html("<h1>Query</h1><p>Ask the graph in Cypher. Queries can only read; one that would write is refused.</p>")
    text = written()
    values = {name: console.typed(value) for name, value in asked(text).items()}
    if st.button("Ask", type="primary") and text.strip():
        st.session_state.asked = text, values
    if "asked" in st.session_state:
        show(*st.session_state.asked)


def written() -> str:
    """The query in the box; choosing a shipped one writes it there and names it in the address."""
    titles = {query.name: query.title for query in shipped()} | {OWN: "Write your own"}
    if "query" not in st.session_state:
        named = st.query_params.get("query", "")
        st.session_state.query = named if named in titles else next(iter(titles))
        write()
    st.selectbox("Query", list(titles), format_func=lambda name: titles[name], key="query", on_change=choose)
    return st.text_area("Cypher", key="cypher", height=220, max_chars=LONGEST)


def choose() -> None:
    """Take the chosen query and put its name into the address."""
    st.query_params["query"] = st.session_state.query
    st.session_state.pop("asked", None)
    write()


def write() -> None:
    """Write the chosen query into the box; an empty one for a query of one's own."""
    st.session_state.cypher = next((query.text for query in shipped() if query.name == st.session_state.query), "")


def asked(text: str) -> dict[str, str]:
    """A value for each parameter of the query."""
    names = console.parameters(text)
    columns = st.columns(min(3, len(names))) if names else []
    return {
        name: columns[number % len(columns)].text_input(f"${name}", key=f"parameter {name}", max_chars=300)
        for number, name in enumerate(names)
    }


def show(text: str, values: dict[str, Cell]) -> None:
    """The answer, one page of it."""
    result = answer(text, values)
    pages = console.pages(result)
    page = st.pagination(pages, key="page") if pages > 1 else 1
    st.html(console.table(result, page))
    st.download_button(
        "Download as CSV", console.spreadsheet(result), "dateline-query.csv", "text/csv", on_click="ignore"
    )


def answer(text: str, values: dict[str, Cell]) -> QueryResult:
    """The answer, remembered in this session until another query is asked."""
    key = text, tuple(values.items())
    if st.session_state.get("answered", (None, None))[0] != key:
        st.session_state.answered = key, answers.store().query(text, values)
    result: QueryResult = st.session_state.answered[1]
    return result


draw()
