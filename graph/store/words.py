"""Words that a user looks for → a query that the full-text indexes of both servers take, and can do no harm."""

from graph.ids import folded

NOTHING = "+\u0000"
"""Finds nothing on either server."""


def full_text(text: str) -> str:
    """All words wanted, in any order; folded as `Sentence.words` is, so no sign in it means anything to the index.

    A text without any word finds nothing.
    """
    return " ".join(f"+{word}" for word in dict.fromkeys(folded(text).split())) or NOTHING
