"""Patterns over kinds of words, and the machine that applies rules one after the other.

A pattern is a regular expression whose letters are names of kinds: `month dot? d:day comma? y:year` (a name before a
colon captures). Blanks only separate. What a rule finds becomes one piece of a new kind, which later rules may use.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.times.pieces import Pieces, replaced
from loaders.times.words import Value, kind

NUMBERS = ("digits_day", "digits_small", "digits", "number_word", "number", "digits_year")
POINTS = ("date", "month_at", "year_at", "season_at", "quarter_at", "half_at", "decade_at", "century_at", "relative")
GROUPS: dict[str, tuple[str, ...]] = {
    "num": NUMBERS,
    "amount": (*NUMBERS, "some", "article"),
    "dayno": ("digits_day", "ordinal"),
    "anyyear": ("digits_year", "year"),
    "nth": ("ordinal", "ordinal_word"),
    "dashes": ("dash", "long_dash"),
    "word": ("other", "name", "make"),
    "anyunit": ("unit", "units"),
    "point": POINTS,
    "mention": (*POINTS, "time", "length", "often", "vague", "range", "foreign_date"),
}
NAME = re.compile(r"(\?<[=!]|\?[=!:]|\\b)|(?:([a-z]+):)?([a-z_]+)|\s+|(\()(?!\?)")

Build = Callable[["Hit"], "Value | Made | None"]


@dataclass(frozen=True, slots=True)
class Made:
    """Several pieces from one hit: (first, end, kind, value), in order."""

    pieces: tuple[tuple[int, int, str, Value], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a pattern fits. A name may be captured in several branches of a pattern."""

    pieces: Pieces
    match: re.Match[str]

    def at(self, name: str) -> int:
        """Index of the captured piece; -1 if that part of the pattern is not there."""
        for group, place in self.match.re.groupindex.items():
            if group.rstrip("_0123456789") == name and self.match.start(place) >= 0:
                return self.match.start(place)
        return -1

    def __getitem__(self, name: str) -> Value:
        """Value of the captured piece, or None."""
        at = self.at(name)
        return self.pieces.values[at] if at >= 0 else None

    def has(self, name: str) -> bool:
        return self.at(name) >= 0

    def words(self, name: str) -> str:
        """The captured words, or ''."""
        at = self.at(name)
        return self.pieces.words(at) if at >= 0 else ""

    def follows(self) -> str:
        """The word after the hit, or ''."""
        return self.pieces.words(self.end) if self.end < len(self.pieces.kinds) else ""

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()


@dataclass(frozen=True, slots=True)
class Rule:
    """A named way of reading words."""

    name: str
    told: str
    """One sentence for readers, from the docstring."""
    pattern: re.Pattern[str]
    gives: str
    build: Build


def compiled(source: str) -> re.Pattern[str]:
    """A pattern of kinds as a regular expression over their characters."""

    def one(found: re.Match[str]) -> str:
        control, capture, name, paren = found.groups()
        if control:
            return control
        if paren:
            return "(?:"
        if not name:
            return ""
        chars = "".join(kind(member) for member in GROUPS.get(name, (name,)))
        letter = chars if len(chars) == 1 else f"[{chars}]"
        if not capture:
            return letter
        seen.append(capture)
        return f"(?P<{capture}__{len(seen)}>{letter})"

    seen: list[str] = []
    return re.compile(NAME.sub(one, source))


def rule(pattern: str, gives: str) -> Callable[[Build], Rule]:
    """Make a rule of a function; its docstring is what the page shows."""

    def make(build: Build) -> Rule:
        told = " ".join((build.__doc__ or "").split("\n\n", maxsplit=1)[0].split())
        return Rule(build.__name__, told, compiled(pattern), kind(gives), build)

    return make


def apply(rules: Sequence[Rule], pieces: Pieces) -> Pieces:
    """Each rule in order, over what the rules before it left."""
    kinds = "".join(pieces.kinds)
    for one in rules:
        splices: list[tuple[int, int, str, Value, str]] = []
        for found in one.pattern.finditer(kinds):
            made = one.build(Hit(pieces, found))
            if made is None or found.start() == found.end():
                continue
            parts = made.pieces if isinstance(made, Made) else ((found.start(), found.end(), one.gives, made),)
            splices.extend((*part, one.name) for part in parts)
        if splices:
            pieces = replaced(pieces, iter(splices))
            kinds = "".join(pieces.kinds)
    return pieces
