"""How a time stands in its sentence: whether it begins it, whether its verb looks back, and what noun it goes with."""

from loaders.times.direction import STOPS, cues, ends_sentence, is_past, is_verb
from loaders.times.pieces import Pieces
from loaders.times.words import NAME, OTHER, kind

BEFORE_A_TIME = frozenset(
    kind(name) for name in ("in", "on", "at", "by", "from", "during", "between", "about", "early", "edge", "of", "the")
)
"""Kinds of words that a time may begin with: “In late 1868”, “By the end of June”."""
COMMA = kind("comma")
LONGEST_OPENING, REACH, VERB = 5, 8, 4
"""Pieces: before a time that begins its sentence; to the “had” of its clause; from “had” to its participle."""


def leads(pieces: Pieces, at: int) -> bool:
    """Whether a time begins its sentence; one word may stand before it (“However, in 1868”, “Then in May”)."""
    place, word = at - 1, False
    while place >= 0 and at - place <= LONGEST_OPENING and not _parts(pieces, place):
        if pieces.kinds[place] in {OTHER, NAME} and not word:
            word = True
        elif pieces.kinds[place] not in BEFORE_A_TIME and pieces.kinds[place] != COMMA:
            return False
        place -= 1
    return place < 0 or _parts(pieces, place)


def _parts(pieces: Pieces, place: int) -> bool:
    """Whether a sentence ends with a piece."""
    if pieces.kinds[place] in STOPS or ends_sentence(pieces, place):
        return True
    return place + 1 < len(pieces.kinds) and "\n" in pieces.text[pieces.ends[place] : pieces.starts[place + 1]]


def is_pluperfect(pieces: Pieces, at: int) -> bool:
    """Whether the verb of its clause is: “he had left in 1850”, “In 1850 he had left”."""
    for place in range(at - 1, max(-1, at - REACH), -1):
        if pieces.kinds[place] == COMMA or _parts(pieces, place):
            break
        if _is_had(pieces, place):
            return True
    end = at + REACH if leads(pieces, at) else at + 2
    for place in range(at + 1, min(end, len(pieces.kinds))):
        if _is_had(pieces, place):
            return True
        if _parts(pieces, place) or _begins_a_clause(pieces.words(place).lower()):
            break  # “In May the king, who had fled, …”, “In July a storm sank the fleet that had come”
    return False


def _begins_a_clause(word: str) -> bool:
    return word == "that" or is_past(word) or cues().get(word) == "verb"


def _is_had(pieces: Pieces, place: int) -> bool:
    """“Had” with a participle after it."""
    if pieces.words(place).lower() != "had":
        return False
    after = [pieces.words(one).lower() for one in range(place + 1, min(place + VERB, len(pieces.kinds)))]
    verb = next((word for word in after if not word.endswith("ly")), "")
    return is_past(verb) or cues().get(verb) == "participle" or verb == "not"


def noun_follows(pieces: Pieces, end: int) -> bool:
    """Whether a time goes with the noun behind it: “the 18th hole”, not “on the 20th farmers stood”."""
    if end >= len(pieces.kinds) or pieces.kinds[end] != OTHER or is_verb(pieces.words(end)):
        return False
    return not (pieces.words(end).endswith("s") and end + 1 < len(pieces.kinds) and is_past(pieces.words(end + 1)))
