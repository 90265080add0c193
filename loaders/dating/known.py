"""Dates that the words give by naming a happening whose days anybody can look up: "during the Korean War".

See docs/decisions/0018-known-events-as-dates.md.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from graph.when import When, width
from loaders.dating.owners import is_compared, owners
from loaders.lexicon import word_class
from loaders.lexicon.known_events import End, KnownEvent, KnownEvents
from loaders.tense import tense
from loaders.trees import Tree

Side = Literal["within", "after", "before", "by"]

SIDES: Mapping[str, Side] = {
    **dict.fromkeys(("during", "throughout", "in", "at", "on", "amid", "through", "with", "when"), "within"),
    **dict.fromkeys(("since", "after", "following"), "after"),
    **dict.fromkeys(("before", "until", "till"), "before"),
    "by": "by",
}
"""Words of time → where they put what is told."""

PART = {"its_beginning": "begin", "its_end": "end", "its_course": "", "its_aftermath": "after"}
"""Class of the noun before "of" → the part of the happening that it means."""

VERBS = r"(?:began|started|broke out|erupted)|(?:ended|was over|came to an end)"
LONGEST_DAYS = 14


@dataclass(frozen=True)
class Told:
    """Words that put something beside a known happening."""

    words: Tokens
    """From the word of time to the last word."""
    name: Tokens
    event: KnownEvent
    side: Side
    part: str
    """`begin`, `end`, `after`, or empty for all of it."""
    verb: Token | None
    """That says that it began or ended."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """What may stand behind a word of time."""
    owner, part = r"(?:[A-Z][\w.]*['’]s\s+)?", r"(?:(?:\w+\s+)?(?P<part>\w+)\s+of\s+(?:the\s+)?)?"
    tail = rf"(?:\s+(?:era|period|years))?(?:\s+(?:had\s+)?(?:(?P<verb>{VERBS})\b))?"
    return re.compile(rf"\s+(?:the\s+)?{part}{owner}(?P<name>{name})(?![\w-]){tail}")


def told_beside(tree: Tree, events: KnownEvents) -> Iterator[Told]:
    """Every place where a block puts something at, before or after a known happening, in order of the text."""
    pattern = _pattern(events.name)
    for token in tree.doc:
        side = SIDES.get(token.lower_)
        match = pattern.match(tree.text, token.idx + len(token.text)) if side else None
        if match is None or side is None:
            continue
        words = tree.doc.char_span(token.idx, match.end(), alignment_mode="expand")
        name = tree.doc.char_span(*match.span("name"), alignment_mode="expand")
        part = _part(match)
        if words is not None and name is not None and part is not None and not _is_of_more(words, name):
            verb = tree.token_at(tree.block.span.start + match.start("verb")) if match["verb"] else None
            yield Told(words, name, events.named(match["name"]), side, part, verb)


def _part(match: re.Match[str]) -> str | None:
    """The part of the happening that is meant; None if the words mean something else: "the leaders of the …"."""
    if match["verb"]:
        return "end" if match["verb"] in {"ended", "was over", "came to an end"} else "begin"
    if not match["part"]:
        return ""
    return next((part for name, part in PART.items() if match["part"] in word_class(name)), None)


def _is_of_more(words: Tokens, name: Tokens) -> bool:
    """Whether the name only describes a word behind it: "after Cold War veterans met"."""
    return name[-1].dep_ in {"compound", "nmod", "amod", "poss"} and name[-1].head.i >= words.end


def known_dates(
    tree: Tree, beside: Sequence[Told], clauses: Mapping[int, int], published: date | None
) -> dict[int, When]:
    """Clause index → its days, for one tree; `clauses` maps a trigger's head token to its clause."""
    found: dict[int, When] = {}
    for told in beside:
        read_from = {"text": told.words.text, "span": tree.span(told.words)}
        for clause, when in _dated(told, clauses, published):
            found.setdefault(clause, when.model_copy(update=read_from))
    return found


def _dated(told: Told, clauses: Mapping[int, int], published: date | None) -> Iterator[tuple[int, When]]:
    link = told.words[0]
    if told.verb is not None:
        yield from _when_it_ended(told, told.verb, clauses, published)
        return
    when = days_beside(told, published)
    if when is None or link.lower_ == "when" or is_compared(link) or not _says_of_a_clause(link, clauses):
        return
    yield from ((clause, when) for clause in owners(told.words, clauses))


def _when_it_ended(
    told: Told, verb: Token, clauses: Mapping[int, int], published: date | None
) -> Iterator[tuple[int, When]]:
    """In "left when the war ended" both verbs have the day, in "after the war ended" one has it for its bound."""
    then = days_beside(replace(told, side="within"), published)
    if verb.i in clauses and then is not None:
        yield clauses[verb.i], then
    main = days_beside(told, published)
    if verb.dep_ == "advcl" and verb.head.i in clauses and main is not None:
        yield clauses[verb.head.i], main


def _says_of_a_clause(link: Token, clauses: Mapping[int, int]) -> bool:
    """Whether the words hang on a verb or a happening, not on "veterans" or "his role", or open a sentence."""
    head = link.head
    if link.lower_ == "since" and head.tag_ == "VBG" and tense(head) == "none":
        return False  # "breaking a custom kept since the war": a participle lasts no longer than its verb
    opens = link.i < link.sent.root.i and head == link.sent.root
    return opens or head.i in clauses or head.pos_ in {"VERB", "AUX"}


def days_beside(told: Told, published: date | None) -> When | None:
    """The days that the words leave, no later than publication; None before the happening had begun."""
    begin, end = told.event.begin, told.event.end
    if published is not None and begin.first > published:
        return None
    ends = _ends(told, begin, end, goes_on=published is not None and end.last > published)
    if ends is None:
        return None
    first, last, approximate = ends
    if published is not None and told.side not in {"before", "by"}:
        last = min(last or published, published)
    if first is None and last is None:
        return None
    when = When(first=first, last=last, basis="known event", grain="day", approximate=approximate, text="")
    grain = "day" if when.is_closed and width(when) <= LONGEST_DAYS else "year"
    return when.model_copy(update={"grain": grain})


def _ends(told: Told, begin: End, end: End, *, goes_on: bool) -> tuple[date | None, date | None, bool] | None:
    side: Side = "after" if told.part == "after" else told.side
    if side == "after":
        start = begin if told.part == "begin" or (goes_on and told.words[0].lower_ == "since") else end
        return None if goes_on and start == end else (start.first, None, start.approximate)
    if side == "within":
        first, last = (begin if told.part != "end" else end), (end if told.part != "begin" else begin)
        return first.first, last.last, first.approximate or last.approximate or bool(told.part)
    stop = end if told.part == "end" or (side == "by" and told.part != "begin") else begin
    exact = stop.first == stop.last and told.words[0].lower_ == "before"
    return None, stop.last - timedelta(days=exact), stop.approximate
