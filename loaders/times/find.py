"""Finding mentions: words, spans, kind and the unresolved form."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.record import Span
from loaders.records import TimeMention
from loaders.times.direction import direction, is_deadline, is_verb
from loaders.times.forms import Between, Direction, Form, Length, Moved, Named, Relation, Said, is_deictic, kind_of
from loaders.times.patterns import GROUPS, apply
from loaders.times.pieces import POSSESSIVE, Era, Pieces, cut
from loaders.times.rules import RULES
from loaders.times.sentences import is_pluperfect, leads
from loaders.times.words import OTHER, kind

BEFORE_CHRIST = re.compile(r"\b\d{1,4}\s?(?:BCE?\b|B\.\s?C\.)")
MODERN = re.compile(r"\b(?:1\d|20)\d\d\b(?! ?BC| ?B\.)")
EARLY = re.compile(
    r"\b(?:[Ii]n|[Uu]ntil|[Bb]y|[Ff]rom|[Aa]fter) [2-9]\d\d"
    r"(?=[.;)]|, |\s(?:he|she|the|they|it|his|and|until|to|when|by|after)\b)"
)
MEDIEVAL = re.compile(r"\b(?:AD|CE|1[0-4]\d\d|century|centuries)\b")


SHARE_OF_ANCIENT = 2
"""How many years of four digits a text of years before Christ may name for each of those."""
FEW = 2


def find_times(text: str, spans: Sequence[Span]) -> tuple[TimeMention, ...]:
    """Every time named inside the spans, in order of the text; no two overlap."""
    era = era_of(text)
    return tuple(mention for span in spans for mention in _in_span(text, span, era))


def era_of(text: str) -> Era:
    """How a text counts years of three digits: one of years before Christ may leave the letters out later (“in 480”).

    So may one of the early Middle Ages, in which nothing stands behind such numbers that could be counted.
    """
    ancient = len(BEFORE_CHRIST.findall(text))
    if ancient:
        return "BC" if SHARE_OF_ANCIENT * ancient >= len(MODERN.findall(text)) else ""
    return "AD" if len(EARLY.findall(text)) > FEW and MEDIEVAL.search(text) else ""


@cache
def _kinds(group: str) -> frozenset[str]:
    return frozenset(kind(name) for name in GROUPS[group])


def _in_span(text: str, span: Span, era: Era) -> Iterator[TimeMention]:
    pieces = apply(RULES, cut(text, span.start, span.end, era=era))
    mentions = _kinds("mention")
    for at, kind_ in enumerate(pieces.kinds):
        form = pieces.values[at]
        if kind_ not in mentions or not isinstance(form, Form):
            continue
        start, end = pieces.starts[at], pieces.ends[at]
        said = _said(pieces, at, form)
        yield TimeMention(
            text=text[start:end],
            span=Span(start=start, end=end),
            kind=kind_of(form),
            rule=pieces.rules[at],
            form=said,
            deictic=is_deictic(form),
        )


NAMES: tuple[Relation, ...] = ("since", "until", "by", "before", "after", "from", "within", "during", "between", "for")
RELATIONS: dict[str, Relation] = {kind(name): name for name in NAMES}
ABOUT, MORE, THAN, ON, EARLIER, THROUGH = (kind(name) for name in ("about", "more", "than", "on", "earlier", "through"))
IN, COMMA, ARTICLE, AS, OF = (kind(name) for name in ("in", "comma", "article", "as", "of"))
OPEN, LONGEST_NAME = kind("open"), 8
"""A bracket, and how many pieces before it the name of an event may begin: “the tenth year of the war”."""
OF_AN_EVENT = frozenset(kind(name) for name in ("of", "the", "other", "name", "poss", "owner"))
THE, OF_A_THING = kind("the"), frozenset(kind(name) for name in ("of", "poss", "open", "other", "name"))
TIMEWORD, LOCAL = kind("timeword"), len(("local", "time"))
JOINS = frozenset(kind(name) for name in ("comma", "open", "dash", "long_dash"))
"""What may stand between two names of one time."""
DETERMINERS = ("the ", "that ", "this ")
WORDS = frozenset(kind(name) for name in ("other", "name", "poss"))
SINCE, HAS_BEEN = kind("since"), frozenset({"been", "passed", "is", "was", "s"})
OVER, UNDER = frozenset({"over", "more", "at least"}), frozenset({"under", "at most"})
NOT, CLAUSE = frozenset({"not", "never", "won't", "n't", "didn't", "doesn't", "don't", "isn't"}), 5
"""Words that turn “until December” into “from December on”, and how many pieces before they may stand."""
STILL_AHEAD = frozenset({"by", "until", "not until", "before", "since"})
"""What had happened *by* June was told in June."""
PERFECT, REACH = frozenset({"has", "have", "'ve", "’ve"}), 8
"""Words of the present perfect, and how many pieces before “for ten years” they may stand."""


def _said(pieces: Pieces, at: int, form: Form) -> Said:
    """The form with the preposition before it, its side, and whether it is only about right."""
    degree, before = _degree(pieces, at - 1)
    previous = pieces.kinds[before] if before >= 0 else ""
    after = pieces.kinds[at + 1] if at + 1 < len(pieces.kinds) else ""
    # “Before Thursday's ruling”: the day is that of the ruling, and the preposition governs the ruling.
    relation = None if after == POSSESSIVE else _relation(pieces, before)
    return Said(
        form=_reaching_back(pieces, before, form, relation, after) if isinstance(form, Length) else form,
        direction=_side(pieces, at, relation),
        relation=relation,
        about=degree == "about",
        bound="over" if degree in OVER else "under" if degree in UNDER else "",
        of_a_thing=_is_of_a_thing(pieces, at, previous, after),
        leads=leads(pieces, at),
        beside=_beside(pieces, before),
        pluperfect=relation not in STILL_AHEAD and is_pluperfect(pieces, at),
        just_earlier=previous == EARLIER or (previous == ON and before > 0 and pieces.kinds[before - 1] == EARLIER),
    )


def _is_of_a_thing(pieces: Pieces, at: int, previous: str, after: str) -> bool:
    """“The conference of 1954”, “the 1968 vote”, not “again the following April”."""
    form = pieces.values[at]
    if isinstance(form, Between):
        return False
    if pieces.words(at).lower().startswith(DETERMINERS):
        noun = after == OTHER and not is_verb(pieces.words(at + 1))
        return noun and isinstance(form, Named) and form.which is None
    return previous in OF_A_THING or (previous == THE and after in WORDS)


def _beside(pieces: Pieces, before: int) -> Span | None:
    if before > 0 and pieces.kinds[before] in {IN, ON} and pieces.kinds[before - 1] == COMMA:
        before -= 1  # “a year later, in 1995”
    if before > 0 and pieces.kinds[before] == OPEN:
        local = before > LOCAL and pieces.kinds[before - 1] == TIMEWORD  # “4 a.m. local time (0200 GMT)”
        return _before_bracket(pieces, before - LOCAL if local else before)
    told = before > 0 and pieces.kinds[before] in JOINS and pieces.kinds[before - 1] in _kinds("mention")
    return Span(start=pieces.starts[before - 1], end=pieces.ends[before - 1]) if told else None


def _before_bracket(pieces: Pieces, at: int) -> Span | None:
    """The time that stands before a bracket, or before the words that say what it is counted from.

    “Two years later (218 BC)”, “the sixth year of the revolt (494 BC)”.
    """
    for place in range(at - 1, max(-1, at - LONGEST_NAME), -1):
        if pieces.kinds[place] in _kinds("mention"):
            far = place < at - 1 and not getattr(pieces.values[place], "of_words", False)
            return None if far else Span(start=pieces.starts[place], end=pieces.ends[place])
        if pieces.kinds[place] not in OF_AN_EVENT:
            return None
    return None


def _degree(pieces: Pieces, before: int) -> tuple[str, int]:
    """How exact the words before a time say it is (“about”, “more than”, “nearly”), and the piece before those."""
    if before >= 1 and pieces.kinds[before] == THAN and pieces.kinds[before - 1] == MORE:
        return str(pieces.values[before - 1]), before - 2
    if before >= 1 and pieces.kinds[before] == ABOUT and pieces.kinds[before - 1] == ARTICLE:
        return "", before - 2  # “a mere two days later”
    if before >= 1 and pieces.kinds[before] == pieces.kinds[before - 1] == ABOUT:
        return "about", before - 2  # “just over 24 hours”
    if before >= 0 and pieces.kinds[before] in {ABOUT, MORE}:
        return str(pieces.values[before]), before - 1
    return "", before


def _relation(pieces: Pieces, before: int) -> Relation | None:
    if before < 0:
        return None
    if pieces.kinds[before] == OF and before > 0 and pieces.kinds[before - 1] == AS:
        return "as of"
    relation = RELATIONS.get(pieces.kinds[before])
    negated = relation == "until" and any(
        pieces.words(one).lower().replace("’", "'") in NOT for one in range(max(0, before - CLAUSE), before)
    )
    return "not until" if negated else relation


def _side(pieces: Pieces, at: int, relation: Relation | None) -> Direction | None:
    if relation == "since":
        return "past"
    if relation in {"by", "until"} and is_deadline(pieces, at):
        return "future"
    ahead = relation in {"by", "until", "not until"} or (at > 0 and pieces.kinds[at - 1] == THROUGH)
    return direction(pieces, at) or ("future" if ahead else None)


def _reaching_back(pieces: Pieces, before: int, form: Length, relation: Relation | None, after: str) -> Form:
    """“It has been four months since”, “has fought for ten years”: lengths that end with publication."""
    if after == SINCE and before >= 0 and pieces.words(before).lower() in HAS_BEEN:
        return Moved(amount=form.amount, unit=form.unit, sign=-1, base="publication")
    if relation != "for" or form.which is not None or form.amount is None:
        return form
    words = {pieces.words(one).lower() for one in range(max(0, before - REACH), before)}
    return form.model_copy(update={"which": "past"}) if words & PERFECT else form
