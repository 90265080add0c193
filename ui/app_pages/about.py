"""What this is, what it is not, and where things lie."""

from importlib.metadata import PackageMetadata, metadata
from itertools import chain

import streamlit as st

from ui import answers
from ui.present import about

LIBRARIES = ("streamlit", "neo4j", "arcadedb", "spacy", "pydantic", "networkx", "jinja2")


def versions() -> dict[str, str]:
    """Name → version and licence of what the page and the store are made of."""
    facts = (metadata(library) for library in LIBRARIES)
    return {one["Name"]: f"{one['Version']}, {licence(one)}" for one in facts}


def licence(facts: PackageMetadata) -> str:
    """The licence as a package names it: as an expression, else in words, else by its classifiers."""
    named = (facts[field].splitlines()[0] for field in ("License-Expression", "License") if field in facts)
    classified = (line.rpartition(" :: ")[2] for line in facts.get_all("Classifier", []) if line.startswith("License"))
    return next(chain(named, classified), "licence not named")


st.html(about.about(answers.counts(), versions(), answers.store().url))
