"""Whether two claims tell of the same happening. In doubt they do not: two rows are forgiven, a wrong merge is not."""

from graph.chronology import has_own_date
from graph.ontology import ontology
from graph.resolve.numbers import agree_on_days, clashing, share_a_number
from graph.resolve.sources import sources
from graph.resolve.telling import Telling, meet
from graph.when import disjoint, width

MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
"""Types in which who does it and with whom may change places: "A met B", "A and B signed"."""
SPOKEN = frozenset({"STATEMENT", "DISCLOSE", None})
"""Types that say too little to tell two happenings apart: the sentences must be alike, too."""
WINDOW = {"verbal": 7, "material": 31}
"""Days between two reports without a date that may still tell of one happening: words are repeated, deeds less so."""
ALIKE, SOMEWHAT = 0.5, 0.3
"""Share of content words that two sentences have in common."""
FEW_DAYS = 3
TWO = 2


def likeness(one: Telling, other: Telling) -> float | None:
    """How much speaks for one happening; None if it is not, or not surely enough, the same."""
    # What is asked first costs least: most claims under one key tell of other deeds.
    if one.side != other.side or not _same_kind(one, other):
        return None
    if keeps_apart(one, other):
        return None
    shared = meet(one.parties, other.parties) + len(one.places & other.places)
    if not _enough(one, other, shared):
        return None
    same_day = one.days is not None and other.days is not None
    return shared + (one.deed == other.deed) + same_day + share_a_number(one.claim, other.claim) + overlap(one, other)


def overlap(one: Telling, other: Telling) -> float:
    """Share of content words the two sentences have in common, from 0 to 1."""
    every = len(one.words | other.words)
    return len(one.words & other.words) / every if every else 0.0


def _same_kind(one: Telling, other: Telling) -> bool:
    """Whether it is the same deed near in time, or one of the same type on days that tell."""
    if one.deed == other.deed:
        return _dated_alike(one, other) or near(one, other)
    return one.claim.type == other.claim.type and _dated_alike(one, other)


def _dated_alike(one: Telling, other: Telling) -> bool:
    """Whether both have narrow days of their own in two texts: then the deed may be told in other words.

    One text that tells of two deeds on one day means two.
    """
    own = all(telling.is_narrow and has_own_date(telling.claim) for telling in (one, other))
    return own and one.claim.document != other.claim.document


def _enough(one: Telling, other: Telling, shared: int) -> bool:
    """Two who take part in both; or one, and the same day or much the same words. Mere words must be much the same."""
    anchored = one.claim.document == other.claim.document or _share_a_name(one, other)
    alike = overlap(one, other)
    if _says_little(one, other) and not (_is_typed(one) and _is_typed(other) and anchored and shared > TWO):
        several = anchored and shared >= TWO and None in (one.claim.type, other.claim.type)
        return one.deed == other.deed and shared >= 1 and alike >= (SOMEWHAT if several else ALIKE)
    if not anchored:
        return shared >= 1 and alike >= ALIKE
    if shared == 1 and one.deed == other.deed:
        return _of_one_day(one, other) or alike >= SOMEWHAT
    return shared >= TWO


def _share_a_name(one: Telling, other: Telling) -> bool:
    """Whether somebody with a name, or a place on the map, is in both: "a bomb" and "the bank" are of one text only."""
    named = [party for party in one.parties if party.is_named]
    return bool(meet(named, other.parties) or one.known_places & other.known_places)


def _of_one_day(one: Telling, other: Telling) -> bool:
    """Whether the days of both are so few that one actor hardly did the same thing twice on them."""
    return all(telling.days and telling.is_narrow and width(telling.days) <= FEW_DAYS for telling in (one, other))


def _is_typed(telling: Telling) -> bool:
    return telling.claim.type not in SPOKEN


def _says_little(one: Telling, other: Telling) -> bool:
    """Whether the type tells little, or it is an act of speech that no narrow day tells from the next one."""
    if not _is_typed(one) or not _is_typed(other):
        return True
    return _is_verbal(one) and not (one.is_narrow and other.is_narrow)


def keeps_apart(one: Telling, other: Telling) -> bool:
    """Whether anything keeps them apart: days, who did it, to whom, where, or how many on days that do not agree.

    Two claims of one sentence are two happenings, and a voice does not deny its own word.
    """
    if one.days and other.days and disjoint(one.days, other.days):
        return True
    if _same_sentence(one, other) or (one.denies != other.denies and _same_voice(one, other)):
        return True
    if _roles_clash(one, other) or _apart(one.places, other.places):
        return True
    return clashing(one.claim, other.claim) is not None and not agree_on_days(one, other)


def _same_sentence(one: Telling, other: Telling) -> bool:
    return one.claim.document == other.claim.document and one.claim.sentence == other.claim.sentence


def _same_voice(one: Telling, other: Telling) -> bool:
    return one.claim.document == other.claim.document and sources(one.sourced) == sources(other.sourced)


def _roles_clash(one: Telling, other: Telling) -> bool:
    if one.claim.type in MUTUAL and other.claim.type in MUTUAL:
        smaller = min(len(one.parties), len(other.parties))
        return meet(one.parties, other.parties) < min(smaller, TWO)
    for role in ("agent", "patient", "recipient"):
        ours, theirs = one.of_role(role), other.of_role(role)
        if ours and theirs and not meet(ours, theirs):
            return True
    return False


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both name places, and no name holds another: "Eastford" is in "Eastford town centre"."""
    if not ours or not theirs:
        return False
    named = [(set(one.split()), set(other.split())) for one in ours for other in theirs]
    return not any(one <= other or other <= one for one, other in named)


def near(one: Telling, other: Telling) -> bool:
    """Whether the days, or where they are missing those of the reports, are near enough."""
    if one.days and other.days:
        return True
    if one.told_on is None or other.told_on is None:
        return one.claim.document == other.claim.document
    for dated, bounded in ((one, other), (other, one)):
        if dated.days and dated.days.first and bounded.told_on and bounded.told_on < dated.days.first:
            return bounded.side == "plan"
    return abs((one.told_on - other.told_on).days) <= _window(one)


def _window(telling: Telling) -> int:
    return WINDOW["verbal" if _is_verbal(telling) else "material"]


def _is_verbal(telling: Telling) -> bool:
    row = ontology().get(telling.claim.type or "")
    return row is None or row.quad_class.startswith("verbal")
