"""Whether a date lies before or after publication, as tense and cue words of its sentence say."""

from functools import cache
from itertools import pairwise

from loaders.lexicon import table
from loaders.times.forms import Direction
from loaders.times.pieces import POSSESSIVE, Pieces
from loaders.times.words import OTHER, kind

REACH = 12
"""Pieces looked at on each side."""
STOPS = frozenset({kind("stop"), kind("gap"), kind("semicolon")})
DOT, TO, THAT, AND, WEAK_MONTH = (kind(name) for name in ("dot", "to", "that", "and", "weak_month"))
COMMA, QUOTE, APOSTROPHE = kind("comma"), kind("quote"), kind("apostrophe")


BE = frozenset({"is", "are", "was", "were", "be", "been", "’s", "'s", ","})
PLANS, AS_PLANNED = frozenset({"plan", "plans"}), frozenset({"planned", "scheduled", "expected"})
PUT_OFF = frozenset({"postponed", "delayed", "rescheduled", "adjourned", "deferred"})
NEW_DAY = frozenset(kind(name) for name in ("until", "to", "for", "by", "from"))
REPORTING = frozenset({"said", "told", "added", "announced", "reported"})
WISHED = frozenset({"hoped", "planned", "wanted", "intended", "meant"})
ADVERBS = ("ly", "now", "also", "still", "not")
DETERMINERS = frozenset(kind(name) for name in ("the", "article", "owner", "this", "that"))
ABLE = frozenset({"be", "not"})
"""What makes “could” tell of what was possible: “could not leave”, “neither could be found”."""


@cache
def cues() -> dict[str, str]:
    """Word → past, participle, future, present, modal, done (“managed to”), or what ends a noun."""
    return {row["word"]: row["cue"] for _, row in table("times_cues", "word", "cue")}


def direction(pieces: Pieces, at: int) -> Direction | None:
    """The side that the nearest verb speaks for; None if there is none in the sentence."""
    best: tuple[int, Direction] | None = None
    if _is_announced(pieces, at):
        return "future"
    owns = at + 1 < len(pieces.kinds) and pieces.kinds[at + 1] == POSSESSIVE
    if owns and not _plans(pieces, at):
        return "past"
    for side in (-1, 1):
        for distance in range(1, REACH):
            place = at + side * distance
            if not 0 <= place < len(pieces.kinds) or pieces.kinds[place] in STOPS or ends_sentence(pieces, place):
                break
            if side > 0 and (pieces.kinds[place] == THAT or (best and _goes_on(pieces, place))):
                break  # “left on Thursday and will return”, “said on Thursday that they will leave”: another clause
            found = None if side > 0 and best and _reports(pieces, at, place) else _said_by(pieces, place, at)
            if found and (best is None or distance < best[0]):
                best = (distance, found)
                break
    return best[1] if best else None


def _reports(pieces: Pieces, at: int, place: int) -> bool:
    """Whether it only says who told: “will be dry by Monday, the weather service said”."""
    return pieces.words(place).lower() in REPORTING and COMMA in pieces.kinds[at + 1 : place]


def _said_by(pieces: Pieces, place: int, at: int) -> Direction | None:
    """What a word says of a time; “delayed in May” is past, “delayed until May” is not."""
    put_off = pieces.words(place).lower() in PUT_OFF and pieces.kinds[at - 1] not in NEW_DAY
    return "past" if put_off else _cue(pieces, place)


def _goes_on(pieces: Pieces, place: int) -> bool:
    """Whether a quote ends, or “and” or a comma begins another clause: a verb follows (“who came in May, will go”)."""
    if pieces.kinds[place] == QUOTE or pieces.kinds[place : place + 2] == [APOSTROPHE, APOSTROPHE]:
        return True
    return pieces.kinds[place] in {AND, COMMA} and place + 1 < len(pieces.kinds) and _cue(pieces, place + 1) is not None


def _is_announced(pieces: Pieces, at: int) -> bool:
    """“The vote is Tuesday”, “ahead of Sunday's vote”: the present tense and “ahead of” tell what is to come."""
    before = [pieces.words(one).lower() for one in range(max(0, at - 3), at)]
    while before and before[-1] in {"on", "the"}:
        before.pop()
    return before[-1:] in (["is"], ["are"]) or before[-2:] == ["ahead", "of"]


def is_deadline(pieces: Pieces, at: int) -> bool:
    """Whether “by Friday” bounds what somebody is to do: “told to leave by Friday”, “gave him until Friday to go”."""
    if at + 1 < len(pieces.kinds) and pieces.kinds[at + 1] == TO:
        return True
    for place in range(at - 2, max(0, at - REACH), -1):
        if pieces.kinds[place] in STOPS or ends_sentence(pieces, place) or is_past(pieces.words(place)):
            return False
        if pieces.kinds[place] == TO and pieces.kinds[place + 1] == OTHER:
            return cues().get(f"{pieces.words(place - 1).lower()} to") != "done" and not _was_planned(pieces, place - 1)
    return False


def _plans(pieces: Pieces, at: int) -> bool:
    """Whether “Friday's talks” is followed by words of the future; what somebody's day holds has else been held."""
    return any(_cue(pieces, place) == "future" for place in range(at + 2, min(at + 6, len(pieces.kinds))))


def is_past(word: str) -> bool:
    """Whether a word has the form of a past tense; names such as "Ahmed" have not."""
    cue = cues().get(word.lower())
    return cue == "past" or (cue is None and word.islower() and word.endswith("ed") and len(word) > len("need"))


def is_verb(word: str) -> bool:
    """Whether a word goes on a sentence: “on the 18th showed”, “on the 18th it”, not “on the 18th hole”."""
    return is_past(word) or cues().get(word.lower()) in {"future", "verb", "word"}


def ends_sentence(pieces: Pieces, place: int) -> bool:
    """Whether a dot ends a sentence: a capital follows, and what stands before is no short form."""
    if pieces.kinds[place] != DOT or place + 1 >= len(pieces.kinds):
        return False
    gap = pieces.starts[place + 1] > pieces.ends[place]
    return gap and pieces.words(place + 1)[0].isupper() and len(pieces.words(place - 1)) > 3  # noqa: PLR2004


def _verb(pieces: Pieces, place: int) -> str:
    """A word as the cues are written; nothing for the month of May, nor for what is only a reason."""
    word = pieces.words(place).lower().replace("’", "'")
    if place and (
        (word in PLANS and _is_noun(pieces, place)) or (word in AS_PLANNED and pieces.words(place - 1) == "as")
    ):
        return ""
    if word == "due" and pieces.kinds[place + 1 : place + 2] == [TO] and _is_reason(pieces, place):
        return ""
    return "" if word == "may" and pieces.kinds[place] not in {WEAK_MONTH, OTHER} else word


def _is_noun(pieces: Pieces, place: int) -> bool:
    """“The plan, adopted on Friday, …”, not “they plan”, nor “a plan to leave on Friday”."""
    before = pieces.kinds[place - 1]
    return (before in DETERMINERS or before == POSSESSIVE) and pieces.kinds[place + 1 : place + 2] != [TO]


def _cue(pieces: Pieces, place: int) -> Direction | None:
    word = _verb(pieces, place)
    if not word:
        return None
    after = pieces.words(place + 1).lower() if place + 1 < len(pieces.kinds) else ""
    known = cues().get(f"{word} {after}") or cues().get(word)
    if known == "modal" and after not in ABLE:
        known = "future"
    if known == "future" and (_was_planned(pieces, place) or _was_planned(pieces, place - 1)):
        return "past"
    if known == "present":
        return _planned(pieces, place)
    if known == "future":
        # “May have left” and “would have left” are past.
        return "past" if after == "have" else "future"
    if is_past(pieces.words(place)):
        return _after_modal(pieces, place) or "past"
    return _after_modal(pieces, place) if pieces.kinds[place] == OTHER else None


def _is_reason(pieces: Pieces, place: int) -> bool:
    """“Closed due to rain”, “was due to a fault”, not “is due to leave”, “talks, due to begin”."""
    at = place - 1 if place and not pieces.words(place - 1).lower().endswith(ADVERBS) else place - 2
    follows = pieces.kinds[place + 2 : place + 3]
    return at < 0 or pieces.words(at).lower() not in BE or (bool(follows) and follows[0] in DETERMINERS)


def _was_planned(pieces: Pieces, place: int) -> bool:
    """“He had hoped to leave”: what came of it is told already."""
    return place > 0 and pieces.words(place).lower() in WISHED and pieces.words(place - 1).lower() == "had"


def _planned(pieces: Pieces, place: int) -> Direction | None:
    """“Talks resume Friday”: the simple present with a day; not “failed to resume”, nor “did not resume”."""
    before = [_verb(pieces, one) for one in range(max(0, place - 3), place)]
    if before[-1:] == ["to"]:
        return None
    return "past" if {"did", "didn't"} & set(before) else "future"


def _after_modal(pieces: Pieces, place: int) -> Direction | None:
    """A verb or participle after “will”, “to be” is not past."""
    before = [_verb(pieces, one) for one in range(max(0, place - 3), place)]
    pairs = [f"{one} {other}" for one, other in pairwise(before)]
    if before[-1:] == ["be"] and before[-2:-1] in (["and"], ["or"]):
        return "future"  # “will meet and be opened”
    if any(_was_planned(pieces, one) for one in range(max(0, place - REACH // 2), place)):
        return "past"
    coming = any(cues().get(words) == "future" for words in (*before, *pairs))
    return "future" if coming and "have" not in before else None
