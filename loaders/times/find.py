"""Finding mentions: words, spans, kind and the unresolved form."""

from collections.abc import Iterator, Sequence
from functools import cache

from graph.record import Span
from loaders.records import TimeMention
from loaders.times.direction import direction
from loaders.times.forms import Between, Form, Length, Moved, Relation, Said, Vague, kind_of
from loaders.times.patterns import GROUPS, apply
from loaders.times.pieces import Pieces, cut
from loaders.times.rules import RULES
from loaders.times.words import kind


def find_times(text: str, spans: Sequence[Span]) -> tuple[TimeMention, ...]:
    """Every time named inside the spans, in order of the text; no two overlap."""
    return tuple(mention for span in spans for mention in _in_span(text, span))


@cache
def _kinds(group: str) -> frozenset[str]:
    return frozenset(kind(name) for name in GROUPS[group])


def _in_span(text: str, span: Span) -> Iterator[TimeMention]:
    pieces = apply(RULES, cut(text, span.start, span.end))
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
            kind="set" if isinstance(said.form, Length) and kind_ == kind("often") else kind_of(form),
            rule=pieces.rules[at],
            form=said,
        )


NAMES: tuple[Relation, ...] = ("since", "until", "by", "before", "after", "from", "within", "during", "between")
RELATIONS: dict[str, Relation] = {kind(name): name for name in NAMES}
ABOUT, COMMA = kind("about"), kind("comma")


def _said(pieces: Pieces, at: int, form: Form) -> Said:
    """The form with the preposition before it, its side, and whether it is only about right."""
    before = at - 1
    about = before >= 0 and pieces.kinds[before] == ABOUT and pieces.values[before] == "about"
    if before >= 0 and pieces.kinds[before] == ABOUT:
        before -= 1
    relation = RELATIONS.get(pieces.kinds[before]) if before >= 0 else None
    if isinstance(form, Vague | Between) and relation in {"from", "between", "during"}:
        relation = None
    if isinstance(form, Length) and at + 1 < len(pieces.kinds) and pieces.kinds[at + 1] == kind("since"):
        form = Moved(amount=form.amount, unit=form.unit, sign=-1, base="publication")
    return Said(form=form, direction=direction(pieces, at), relation=relation, about=about)
