"""Whether a date lies before or after publication, as tense and cue words of its sentence say."""

from functools import cache

from loaders.lexicon import table
from loaders.times.forms import Direction
from loaders.times.pieces import Pieces
from loaders.times.words import kind

REACH = 12
"""Pieces looked at on each side."""
STOPS = frozenset({kind("stop"), kind("gap"), kind("semicolon")})
DOT = kind("dot")


@cache
def cues() -> dict[str, str]:
    """Word → past, future or weak (an infinitive follows)."""
    return {row["word"]: row["cue"] for _, row in table("times_cues", "word", "cue")}


def direction(pieces: Pieces, at: int) -> Direction | None:
    """The side that the nearest verb speaks for; None if there is none in the sentence."""
    best: tuple[int, Direction] | None = None
    for side in (-1, 1):
        for distance in range(1, REACH):
            place = at + side * distance
            if not 0 <= place < len(pieces.kinds) or pieces.kinds[place] in STOPS or _ends_sentence(pieces, place):
                break
            found = _cue(pieces, place)
            if found and (best is None or distance < best[0]):
                best = (distance, found)
                break
    return best[1] if best else None


def _ends_sentence(pieces: Pieces, place: int) -> bool:
    if pieces.kinds[place] != DOT or place + 1 >= len(pieces.kinds):
        return False
    gap = pieces.starts[place + 1] > pieces.ends[place]
    return gap and pieces.words(place + 1)[0].isupper() and len(pieces.words(place - 1)) > 3  # noqa: PLR2004


def _cue(pieces: Pieces, place: int) -> Direction | None:
    word = pieces.words(place).lower()
    known = cues().get(word)
    if known == "future":
        return "future"
    if known == "past":
        return _past_or_future(pieces, place)
    if word.endswith("ed") and len(word) > 4:  # noqa: PLR2004 – "need", "feed"
        return _past_or_future(pieces, place)
    return _after_modal(pieces, place) if known is None else None


def _past_or_future(pieces: Pieces, place: int) -> Direction:
    """A participle after “will be” or “to be” is not past."""
    return _after_modal(pieces, place) or "past"


def _after_modal(pieces: Pieces, place: int) -> Direction | None:
    before = [pieces.words(one).lower() for one in range(max(0, place - 3), place)]
    return "future" if any(cues().get(word) == "future" for word in before[-3:]) else None
