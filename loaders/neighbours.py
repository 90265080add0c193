"""Dated documents that read most like an undated one: a hint for a person, never part of an extraction.

News on one matter uses the same rare words within days. Likeness is the cosine of TF-IDF weights: 1 + log of how often
a word stands in a text, times the log of how few texts hold it, this one among them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import log, sqrt

from graph.record import Record

WORD = re.compile(r"[^\W\d_]{3,}")


class Dated(Record):
    """A text whose publication day is known."""

    document: str
    """Id."""
    title: str
    day: date
    text: str


class Neighbour(Record):
    """A dated text with its likeness, 0 to 1."""

    document: str
    title: str
    day: date
    likeness: float


def neighbours(text: str, dated: Sequence[Dated], *, count: int = 5) -> tuple[Neighbour, ...]:
    """The texts most like this one, most like first, then by day and id; fewer if fewer share a word with it."""
    counts = [Counter(_words(words)) for words in (*(one.text for one in dated), text)]
    held = Counter(word for one in counts for word in one)
    rare = {word: log((len(counts) + 1) / number) for word, number in held.items()}
    own = _weights(counts.pop(), rare)
    found = [
        Neighbour(document=one.document, title=one.title, day=one.day, likeness=round(likeness, 3))
        for one, words in zip(dated, counts, strict=True)
        if (likeness := _cosine(own, _weights(words, rare))) > 0
    ]
    return tuple(sorted(found, key=lambda one: (-one.likeness, one.day, one.document))[:count])


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _weights(counts: Counter[str], rare: dict[str, float]) -> dict[str, float]:
    return {word: (1 + log(number)) * rare[word] for word, number in counts.items() if word in rare}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    shared = sum(weight * other.get(word, 0.0) for word, weight in one.items())
    lengths = sqrt(sum(weight**2 for weight in one.values()) * sum(weight**2 for weight in other.values()))
    return shared / lengths if lengths else 0.0
