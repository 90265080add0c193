"""What this is, what it is not, and where things lie."""

from importlib.metadata import metadata

import streamlit as st

from ui import answers
from ui.present import about

LIBRARIES = ("streamlit", "neo4j", "arcadedb", "spacy", "pydantic", "networkx", "jinja2")
LICENCE_FIELDS = ("License-Expression", "License")


def versions() -> dict[str, str]:
    """Name → version and licence of what the page and the store are made of."""
    found = {}
    for library in LIBRARIES:
        facts = metadata(library)
        licence = next((facts[name] for name in LICENCE_FIELDS if name in facts), "")
        found[facts["Name"]] = f"{facts['Version']}, {licence.splitlines()[0]}" if licence else facts["Version"]
    return found


st.html(about.about(answers.counts(), versions(), answers.store().url))
