"""Finding listed names in running text: a tree of words, walked once, the longest name first.

Names are compared word by word without accents, dots and hyphens, and with the Slavic endings -y, -yy, -iy and -yi as
one, so that "Kim Jong-un" is "Kim Jong Un" and "Zelenskiy" is "Zelensky". Case counts: see `_fits`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

WORD = re.compile(r"(?:[A-Z]\.)+[A-Z]?(?![a-z])|[^\W_]+")
"""A word, or letters with dots ("U.S.", "D.P.R.K.")."""
JOINTS = re.compile(r"[ \u00a0\n\-‐‑–.'’&/]*\Z")
"""What may stand between two words of one name."""

HYPHENS = frozenset("-‐‑–")

Sense = Literal["actor", "state", "seat", "adjective", "people", "place", "institution", "force", "context"]


KEPT = 1 << 17
"""Words whose folded form is remembered."""


class Word(NamedTuple):
    """A word of a text; `start` and `end` count from the text's start."""

    start: int
    end: int
    raw: str
    folded: str


@dataclass(frozen=True)
class Meaning:
    """What a listed name may mean: a row, and in which way the name stands for it."""

    sense: Sense
    key: str
    written: tuple[str, ...]
    """The words as the row writes them."""


@dataclass(frozen=True)
class Match:
    """A listed name in a text: the first word, the word after the last, and all that it may mean."""

    first: int
    after: int
    meanings: tuple[Meaning, ...]


@lru_cache(maxsize=KEPT)
def folded_word(raw: str) -> str:
    """A word for comparing."""
    plain = unicodedata.normalize("NFKD", raw.replace("ł", "l").replace(".", "").casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[iy]{1,2}\Z", "y", letters) if len(letters) > 4 else letters  # noqa: PLR2004 – short ones differ


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(m.start(), m.end(), m[0], folded_word(m[0])) for m in WORD.finditer(text)]


@lru_cache(maxsize=KEPT)
def fold(name: str) -> str:
    """A whole name for comparing."""
    return " ".join(word.folded for word in words_of(name))


class Phrases:
    """Listed names, to be looked for in texts."""

    def __init__(self) -> None:
        self._root: dict[str, object] = {}

    def add(self, name: str, sense: Sense, key: str) -> None:
        """List a name. The same name may be listed for several keys; the first one listed is the likeliest."""
        words = words_of(name)
        node = self._root
        for word in words:
            node = node.setdefault(word.folded, {})  # type: ignore[assignment]  # a word leads to a node
        meanings: list[Meaning] = node.setdefault("", [])  # type: ignore[assignment]  # no word is empty
        meaning = Meaning(sense, key, tuple(word.raw for word in words))
        if words and meaning not in meanings:
            meanings.append(meaning)

    def keys(self, name: str, sense: Sense) -> tuple[str, ...]:
        """The keys that exactly this name may mean in one way, likeliest first."""
        node = self._root
        for word in words_of(name):
            node = node.get(word.folded, {})  # type: ignore[assignment]  # a word leads to a node
        meanings: list[Meaning] = node.get("", [])  # type: ignore[assignment]  # no word is empty
        return tuple(meaning.key for meaning in meanings if meaning.sense == sense)

    def find(self, text: str, words: list[Word]) -> Iterator[Match]:
        """Every listed name in these words of the text, the longest at each place; they do not overlap."""
        index = 0
        while index < len(words):
            match = self._longest(text, words, index) if words[index].folded in self._root else None
            if match:
                yield match
            index = match.after if match else index + 1

    def _longest(self, text: str, words: list[Word], first: int) -> Match | None:
        node, index, best = self._root, first, None
        while index < len(words) and (below := node.get(words[index].folded)):
            if index > first and not JOINTS.match(text, words[index - 1].end, words[index].start):
                break
            node, index = below, index + 1  # type: ignore[assignment]  # a word leads to a node
            meanings: list[Meaning] = node.get("", [])  # type: ignore[assignment]  # no word is empty
            fitting = tuple(m for m in meanings if _fits(m.written, words[first:index], text))
            best = Match(first, index, fitting) if fitting else best
        return best


def _fits(written: tuple[str, ...], words: list[Word], text: str) -> bool:
    """Whether the case is right: "US" is not "us", "Reuters" not "reuters"; small behind a hyphen is ("Jong-un").

    What is listed small may stand big.
    """
    for listed, word in zip(written, words, strict=True):
        bare = listed.replace(".", "")
        if bare.isupper() and len(bare) > 1:
            if word.raw.replace(".", "") != bare:
                return False
        elif listed[0].isupper() and not word.raw[0].isupper() and text[word.start - 1] not in HYPHENS:
            return False
    return True
