"""A text as a run of pieces (words, numbers, marks), each with the character of its kind."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from loaders.times.words import NAME, OTHER, Value, kind, phrases, words

PIECE = re.compile(
    r"""
    (?P<iso>(?:1\d|20)\d\d-[01]\d-[0-3]\d(?:[T\ ][0-2]\d:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
  | (?P<isoweek>(?:1\d|20)\d\d-?W[0-5]\d(?:-[1-7])?\b)
  | (?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b(?!/)|\d{1,2}\.\d{1,2}\.(?:1\d|20)\d\d\b)
  | (?P<money>[$£€¥₩]\ ?\d[\d.,]*(?:-\d[\d.,]*)?(?:\ (?:million|billion|trillion)\b|[mbk]\b)?|\d[\d.,]*\ ?%)
  | (?P<clock>[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<decade>(?:1\d|20|[1-9])\d0(?:['’]?s)\b|['’`][1-9]0s\b)
  | (?P<short_year>['’`]\d\d(?![\d\w]))
  | (?P<code>(?!(?:[Mm]id|[Pp]re|[Pp]ost|[Ee]arly|[Ll]ate|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)
      [A-Z][A-Za-z]{0,4}-?\d[\w-]*|\d+(?:[.-]\d+){2,}|\d+/\d+(?:/\d+)*)
  | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
  | (?P<number>\d{1,3}(?:[\ -]?[½¼¾]|[\ -][1-9]/[1-9](?![\d/]))|\d+(?:[.,]\d+)*)
  | (?P<word>(?:[A-Za-z]\.)+(?:[A-Za-z]\b\.?)?(?<=\..)\.?|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
  | (?P<poss>['’]s\b)
  | (?P<gap>\n[\ \t\r]*\n\s*)
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)
MARKS = {
    ",": "comma", "-": "dash", "–": "dash", "—": "long_dash", "_": "long_dash", ".": "dot", "(": "open", ")": "close",
    "[": "open", "]": "close", "/": "slash_mark", "'": "apostrophe", "’": "apostrophe", ":": "colon", ";": "semicolon",
    "!": "stop", "?": "stop", "#": "label", "№": "label", "`": "quote", '"': "quote", "“": "quote", "”": "quote",
}  # fmt: skip
MARK_KINDS = {mark: kind(name) for mark, name in MARKS.items()}
SIGN, GAP, POSSESSIVE = kind("sign"), kind("gap"), kind("poss")
YEAR, DAY, SMALL, NUMBER = kind("digits_year"), kind("digits_day"), kind("digits_small"), kind("digits")
LEXICON = {name: kind(name) for name in ("iso", "isoweek", "slash", "code", "clock", "decade", "short_year", "ordinal")}
CODE = LEXICON["code"]
LAST_YEAR = 2100
FRACTION = re.compile(r"(\d+)[ -]?(?:([½¼¾])|([1-9])/([1-9]))")
PARTS_OF_ONE = {"½": 0.5, "¼": 0.25, "¾": 0.75}


Era = Literal["", "BC", "AD"]


@dataclass(slots=True)
class Pieces:
    """Four lists of one length. `kinds` is what patterns are matched against."""

    text: str
    era: Era = ""
    """How a number of three digits counts years, if it may."""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    """Which rule made it; empty for what was read from the text as it stands."""

    def words(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def add(self, start: int, end: int, kind_: str, value: Value) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.kinds.append(kind_)
        self.values.append(value)
        self.rules.append("")


def cut(text: str, start: int, end: int, *, era: Era = "") -> Pieces:
    """The pieces of one stretch of a text, phrases of the lexicon joined."""
    pieces = Pieces(text, era)
    known, opening, add = words(), phrases(), pieces.add
    begins: list[int] = []
    for found in PIECE.finditer(text, start, end):
        group, string = found.lastgroup, found.group()
        if group == "word":
            entry = known.get(string)
            if entry is not None:
                add(found.start(), found.end(), entry.kind, entry.value)
            else:
                add(found.start(), found.end(), NAME if string[0].isupper() else OTHER, None)
            if string.lower() in opening:
                begins.append(len(pieces.kinds) - 1)
        elif group == "mark":
            add(found.start(), found.end(), MARK_KINDS.get(string, SIGN), None)
        else:
            READERS[group or ""](pieces, found)
            if string in opening:
                begins.append(len(pieces.kinds) - 1)
    return _join_phrases(pieces, begins) if begins else pieces


def _number(pieces: Pieces, found: re.Match[str]) -> None:
    string = found.group()
    plain = string.replace(",", "")
    if plain.count(".") > 1 or len(plain) > 12:  # noqa: PLR2004 – no time is counted in trillions
        pieces.add(found.start(), found.end(), CODE, None)
        return
    value, kind_ = _value(plain), NUMBER
    if string.isdigit() and string.isascii():
        if len(string) == 4 and 1000 <= int(string) <= LAST_YEAR:  # noqa: PLR2004 – what a year looks like
            kind_ = YEAR
        elif len(string) <= 2:  # noqa: PLR2004 – what a day looks like
            kind_ = DAY if 1 <= int(string) <= 31 else SMALL  # noqa: PLR2004
    pieces.add(found.start(), found.end(), kind_, value)


def _value(digits: str) -> int | float:
    """“3”, “3.5”, “3½”, “3 1/2”, “3-1/2” as numbers."""
    fraction = FRACTION.fullmatch(digits)
    if fraction:
        return int(fraction[1]) + (PARTS_OF_ONE[fraction[2]] if fraction[2] else int(fraction[3]) / int(fraction[4]))
    return float(digits) if "." in digits else int(digits)


def _as_read(pieces: Pieces, found: re.Match[str]) -> None:
    pieces.add(found.start(), found.end(), LEXICON[found.lastgroup or ""], found.group())


def _fixed(kind_: str) -> Callable[[Pieces, re.Match[str]], None]:
    return lambda pieces, found: pieces.add(found.start(), found.end(), kind_, None)


def _ordinal(pieces: Pieces, found: re.Match[str]) -> None:
    pieces.add(found.start(), found.end(), LEXICON["ordinal"], int(found.group()[:-2]))


READERS: dict[str, Callable[[Pieces, re.Match[str]], None]] = {
    **dict.fromkeys(("iso", "isoweek", "slash", "clock", "decade", "short_year"), _as_read),
    "number": _number,
    "ordinal": _ordinal,
    "money": _fixed(CODE),
    "code": _fixed(CODE),
    "poss": _fixed(POSSESSIVE),
    "gap": _fixed(GAP),
}


def _join_phrases(pieces: Pieces, begins: list[int]) -> Pieces:
    """Phrases of the lexicon as one piece each, the longest that fits."""
    joins = [(first, *fits) for first in begins if (fits := _fitting(pieces, first))]
    if not joins:
        return pieces
    joined, at = Pieces(pieces.text, pieces.era), 0
    for first, length, kind_, value in joins:
        if first < at:
            continue
        _copy(pieces, joined, at, first)
        joined.add(pieces.starts[first], pieces.ends[first + length - 1], kind_, value)
        at = first + length
    _copy(pieces, joined, at, len(pieces.kinds))
    return joined


def _fitting(pieces: Pieces, first: int) -> tuple[int, str, Value] | None:
    known = phrases()[pieces.words(first).lower()]
    second = pieces.words(first + 1).lower().replace("’", "'") if first + 1 < len(pieces.kinds) else ""
    for parts, word in (*known.get(second, ()), *known.get("", ())):
        if first + len(parts) <= len(pieces.kinds) and all(
            _same(pieces, first + n, part) for n, part in enumerate(parts)
        ):
            return len(parts), word.kind, word.value
    return None


def _same(pieces: Pieces, index: int, part: str) -> bool:
    """A part with a capital wants one in the text; other parts take both."""
    if pieces.ends[index] - pieces.starts[index] != len(part):
        return False
    there = pieces.words(index).replace("’", "'")
    return there == part or (there.lower() == part if part.islower() else there == part.upper())


def _copy(old: Pieces, new: Pieces, start: int, end: int) -> None:
    for name in ("starts", "ends", "kinds", "values", "rules"):
        getattr(new, name).extend(getattr(old, name)[start:end])


def replaced(pieces: Pieces, splices: Iterator[tuple[int, int, str, Value, str]]) -> Pieces:
    """The pieces with runs of them put together; splices (first, end, kind, value, rule) stand in order."""
    new, at = Pieces(pieces.text, pieces.era), 0
    for first, end, kind_, value, rule in splices:
        _copy(pieces, new, at, first)
        new.add(pieces.starts[first], pieces.ends[end - 1], kind_, value)
        new.rules[-1] = rule
        at = end
    _copy(pieces, new, at, len(pieces.kinds))
    return new
