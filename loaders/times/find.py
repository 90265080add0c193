"""Finding mentions: words, spans, kind and the unresolved form."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.record import Span
from loaders.records import TimeMention
from loaders.times.direction import direction
from loaders.times.forms import Form, Length, Moved, Relation, Said, kind_of
from loaders.times.patterns import GROUPS, apply
from loaders.times.pieces import Pieces, cut
from loaders.times.rules import RULES
from loaders.times.words import kind


BEFORE_CHRIST = re.compile(r"\b\d{1,4}\s?(?:BCE?\b|B\.\s?C\.)")
"""A text that counts years before Christ may leave the letters out later: “in 480”."""


def find_times(text: str, spans: Sequence[Span]) -> tuple[TimeMention, ...]:
    """Every time named inside the spans, in order of the text; no two overlap."""
    ancient = BEFORE_CHRIST.search(text) is not None
    return tuple(mention for span in spans for mention in _in_span(text, span, ancient=ancient))


@cache
def _kinds(group: str) -> frozenset[str]:
    return frozenset(kind(name) for name in GROUPS[group])


def _in_span(text: str, span: Span, *, ancient: bool) -> Iterator[TimeMention]:
    pieces = apply(RULES, cut(text, span.start, span.end, ancient=ancient))
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
        )


NAMES: tuple[Relation, ...] = ("since", "until", "by", "before", "after", "from", "within", "during", "between")
RELATIONS: dict[str, Relation] = {kind(name): name for name in NAMES}
ABOUT, MORE, THAN = kind("about"), kind("more"), kind("than")
OF_A_THING, THE = frozenset({kind("of"), kind("poss"), kind("open"), kind("other"), kind("name")}), kind("the")
HAS_BEEN = frozenset({"been", "passed", "is", "was", "s"})
SINCE, WORDS = kind("since"), frozenset({kind("other"), kind("name"), kind("poss")})


def _said(pieces: Pieces, at: int, form: Form) -> Said:
    """The form with the preposition before it, its side, and whether it is only about right."""
    degree, before = _degree(pieces, at - 1)
    relation = RELATIONS.get(pieces.kinds[before]) if before >= 0 else None
    after = pieces.kinds[at + 1] if at + 1 < len(pieces.kinds) else ""
    if isinstance(form, Length) and after == SINCE and pieces.words(max(before, 0)).lower() in HAS_BEEN:
        form = Moved(amount=form.amount, unit=form.unit, sign=-1, base="publication")
    return Said(
        form=form,
        direction=direction(pieces, at),
        relation=relation,
        about=degree == "about",
        bound="over" if degree in {"over", "more", "at least"} else "under" if degree in {"under", "at most"} else "",
        before_noun=after in WORDS,
        of_a_thing=before >= 0
        and (pieces.kinds[before] in OF_A_THING or (pieces.kinds[before] == THE and after in WORDS)),
    )


def _degree(pieces: Pieces, before: int) -> tuple[str, int]:
    """How exact the words before a time say it is ("about", "more than", "nearly"), and the piece before those."""
    if before >= 1 and pieces.kinds[before] == THAN and pieces.kinds[before - 1] == MORE:
        return str(pieces.values[before - 1]), before - 2
    if before >= 0 and pieces.kinds[before] in {ABOUT, MORE}:
        return str(pieces.values[before]), before - 1
    return "", before
