"""When a document was published: what was given, else what its head, its address and its tweets say, else bounds.

Always days and a basis, never a guess: no year is made a 1 January, nothing is filled in from today, and dates among
links to other articles are not looked at. Every rule here gives days that must hold the publication day; where two
agree, the days of both are taken, and where they do not the first stands and a `Problem` says so.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from graph.errors import DocumentError
from graph.model import CLAIM_BLOCKS, Block, BlockKind, Document, Problem
from graph.record import Span
from graph.when import When, disjoint, edtf, intersection
from loaders.datestrings import read_date
from loaders.lexicon import table
from loaders.records import Published, TimeMention

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
YEAR = r"(?:19|20)\d\d"
WRITTEN = re.compile(
    rf"\b{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{YEAR}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH},?\s{YEAR}\b"
    rf"|(?<!\d){YEAR}-\d{{2}}-\d{{2}}(?!\d)|(?<!\d)\d{{1,2}}[./]\d{{1,2}}[./]{YEAR}(?!\d)"
    rf"|(?<!\d){YEAR}\s?[./년年]\s?\d{{1,2}}\s?[./월月]\s?\d{{1,2}}",
    re.IGNORECASE,
)
"""A day with month and year, in digits or English; other languages are read as a whole line."""
ADDRESS_DAY = re.compile(
    rf"(?:^|[/_-])({YEAR})[/-]?(0[1-9]|1[0-2]|{MONTH})[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)", re.IGNORECASE
)
ADDRESS_MONTH = re.compile(rf"/({YEAR})[/-](0[1-9]|1[0-2])(?=[/_-])")
TWEET_DATE = re.compile(rf"\(@\w{{1,30}}\)\s+({MONTH}\s\d{{1,2}},\s{YEAR}|\d{{1,2}}\s{MONTH}\s{YEAR})", re.IGNORECASE)
MONTH_YEAR = re.compile(rf"\b({MONTH}),?\s(?:of\s)?({YEAR})\b", re.IGNORECASE)
BARE_YEAR = re.compile(rf"\b{YEAR}\b")
YEARLESS = re.compile(rf"\b({MONTH})\s(\d{{1,2}})\b(?!\d)|\b(\d{{1,2}})\s({MONTH})", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\b", re.IGNORECASE)
NEAR = 60
"""Characters before a date in which a word can make it a future one."""
YEARS = 12
"""Every weekday falls on every day of the calendar within so many years, but for 29 February."""
ONE_DAY = timedelta(days=1)
SEASON = timedelta(days=92)
"""How near to a date line another date must be told to bear it out."""


@dataclass(frozen=True)
class Scene:
    """A document with its blocks and the times named in it."""

    document: Document
    blocks: tuple[Block, ...]
    times: tuple[TimeMention, ...]

    def words(self, *kinds: BlockKind) -> Iterator[tuple[Span, str]]:
        """Span and words of every block of these kinds, in order."""
        return ((block.span, block.span.cut(self.document.text)) for block in self.blocks if block.kind in kinds)


Method = Callable[[Scene], When | None]


def publication(scene: Scene) -> Published:
    """Days that hold the publication day: closed before open and sure before unsure, narrowed by the sure ones."""
    found = [(basis, when) for basis, method in METHODS if (when := method(scene)) is not None]
    found.sort(key=lambda pair: (not pair[1].is_closed and pair[0] != "given", pair[1].uncertain))
    if not found:
        return Published(when=None, basis="", problems=(_no_date(scene.document),))
    kept, problems = found[0], []
    for other in found[1:]:
        if other[1].uncertain:
            continue
        if disjoint(kept[1], other[1]):
            kept, lost = (other, kept) if kept[1].uncertain else (kept, other)
            problems.append(_disagreement(scene.document, kept, lost))
        else:
            kept = kept[0], _narrowed(*kept, other[1])
    return Published(when=kept[1], basis=kept[0], problems=tuple(problems))


def _narrowed(basis: str, when: When, by: When) -> When:
    both = intersection(when, by) or when
    return when.model_copy(update={"first": both.first, "last": both.last}) if basis != "given" else when


def given(scene: Scene) -> When | None:
    """What somebody gave with the document is believed."""
    copy = scene.document.copies[0]
    return copy.published if copy.published_basis == "given" else None


def metadata(scene: Scene) -> When | None:
    """What the page's head or the file says about itself."""
    copy = scene.document.copies[0]
    return copy.published if copy.published_basis == "metadata" else None


def byline(scene: Scene) -> When | None:
    """The earliest full date in a line that names the author."""
    return _earliest(_dates(scene, "byline"))


def dateline(scene: Scene) -> When | None:
    """The earliest full date in a line that gives the date, or before a report's first sentence."""
    return _earliest(_dates(scene, "dateline"))


def dateline_without_year(scene: Scene) -> When | None:
    """Day and month before a report's first sentence, in the first year that fits its weekday and what is told.

    That is after a year which stands alone: of the year that they write in, people say "this year".
    """
    told = _latest_told(scene)
    if told is None or told.first is None:
        return None
    after = told.last if told.uncertain else told.first - ONE_DAY
    days = (when for when in yearless(scene, told.first.year) if after and _first(when) > after)
    return next(days, None)


def yearless(scene: Scene, year: int) -> Iterator[When]:
    """The unsure days in that year and the following ones that a dateline can mean which names day and month alone."""
    for span, words in scene.words("dateline"):
        match = YEARLESS.search(words)
        if match is None or BARE_YEAR.search(words):
            continue
        for number in range(year, year + YEARS):
            when = _read(f"{match.group()} {number}", match.group(), _span(span, match.span()))
            if when and _fits_weekday(words, when):
                yield when.model_copy(update={"uncertain": True})


def address(scene: Scene) -> When | None:
    """A day, or a month, in the web address; in a file's name it is unsure, for files are named when they are saved."""
    for copy in scene.document.copies:
        web = "://" in copy.uri
        match = ADDRESS_DAY.search(copy.uri) or (ADDRESS_MONTH.search(copy.uri) if web else None)
        when = _read("-".join(match.groups()), match.group()) if match else None
        if when:
            return when if web else when.model_copy(update={"uncertain": True})
    return None


def embed(scene: Scene) -> When | None:
    """A page was not published before the latest tweet in it."""
    dates = (
        _read(match.group(1), match.group(1), _span(span, match.span(1)))
        for span, words in scene.words("embed")
        for match in TWEET_DATE.finditer(words)
    )
    return _from_then_on(max(filter(None, dates), key=_first, default=None))


def bounds(scene: Scene) -> When | None:
    """What is told as past does not lie after publication."""
    return _from_then_on(_latest_told(scene))


METHODS: tuple[tuple[str, Method], ...] = (
    ("given", given),
    ("metadata", metadata),
    ("byline", byline),
    ("dateline", dateline),
    ("address", address),
    ("dateline", dateline_without_year),
    ("embed", embed),
    ("bounds", bounds),
)
"""Basis and method, most trusted first; of these the sure ones go before the unsure."""


def _dates(scene: Scene, kind: BlockKind) -> Iterator[When]:
    """Full dates in lines of this kind; those of a later change, or that nothing else speaks for, are unsure."""
    for span, words in scene.words(kind):
        match = WRITTEN.search(words)
        when = (
            _read(match.group(), match.group(), _span(span, match.span())) if match else _whole_line(scene, span, words)
        )
        if when:
            doubt = _is_update(words) or not _fits_weekday(words, when) or not _is_borne_out(scene, when)
            yield when.model_copy(update={"uncertain": True}) if doubt else when


def _whole_line(scene: Scene, span: Span, words: str) -> When | None:
    """A line with a year in a language that only dateparser reads."""
    if not BARE_YEAR.search(words) or len(words) > NEAR:
        return None
    try:
        when = read_date(words, basis="explicit", language=scene.document.language)
    except DocumentError:
        return None
    return when.model_copy(update={"span": span}) if when else None


def _is_borne_out(scene: Scene, when: When) -> bool:
    """Whether the text shows that it was written for readers of that day.

    Who says "on Wednesday", "last week", counts on the date above it; so does who tells of days shortly before. Where
    nothing does, the line may as well give the day on which a page was made, shown or saved.
    """
    if any(mention.deictic for mention in _in_article(scene)):
        return True
    told = [embed(scene), *(_told(mention) for mention in _in_article(scene))]
    return any(one and not one.uncertain and abs(_first(one) - _first(when)) <= SEASON for one in told)


def _in_article(scene: Scene) -> Iterator[TimeMention]:
    """The times named in what the author wrote."""
    articles = [block.span for block in scene.blocks if block.kind in CLAIM_BLOCKS and block.kind != "embed"]
    return (mention for mention in scene.times if any(span.holds(mention.span) for span in articles))


def _is_update(words: str) -> bool:
    return re.match(r"\W*(?:" + "|".join(_cues("updated")) + r")\b", words, re.IGNORECASE) is not None


def _fits_weekday(words: str, when: When) -> bool:
    named = WEEKDAY.search(words)
    day = when.first if when.first == when.last else None
    return named is None or day is None or f"{day:%a}".casefold() == named.group(1).casefold()


def _earliest(dates: Iterator[When]) -> When | None:
    return min(dates, key=lambda when: (when.uncertain, _first(when)), default=None)


def _first(when: When) -> date:
    return when.first or date.min


def _latest_told(scene: Scene) -> When | None:
    """The latest explicit date told as past in the article; a bare year is unsure."""
    told = (_told(mention) for mention in _in_article(scene) if not _is_future(scene.document.text, mention.span.start))
    sure = [when for when in told if when is not None]
    return max(sure, key=lambda when: (not when.uncertain, _first(when)), default=None)


def _told(mention: TimeMention) -> When | None:
    full = list(WRITTEN.finditer(mention.text))
    if full:
        return _read(full[-1].group(), mention.text, mention.span)
    months = MONTH_YEAR.search(mention.text)
    if months:
        return _read(" ".join(months.groups()), mention.text, mention.span)
    years = BARE_YEAR.findall(mention.text)
    when = _read(years[-1], mention.text, mention.span) if years else None
    return when.model_copy(update={"uncertain": True}) if when else None


def _is_future(text: str, start: int) -> bool:
    """Whether a word shortly before, in the same sentence, can put a date after publication."""
    before = re.split(r"[.!?]\s", text[max(0, start - NEAR) : start])[-1]
    anywhere, close = ("|".join(_cues(kind)) for kind in ("future", "limit"))
    cue = rf"\b(?:{anywhere})\b|\b(?:{close})\s+(?:[\w-]+\s+)?$"
    return re.search(cue, before, re.IGNORECASE) is not None


@cache
def _cues(kind: str) -> tuple[str, ...]:
    return tuple(row["words"] for _, row in table("publication", "kind", "words") if row["kind"] == kind)


def _from_then_on(when: When | None) -> When | None:
    return when.model_copy(update={"last": None}) if when and when.first else None


def _read(written: str, words: str, span: Span | None = None) -> When | None:
    """The days of a date string, None if it is none."""
    try:
        when = read_date(written, basis="explicit")
    except DocumentError:
        return None
    return when.model_copy(update={"text": words, "span": span}) if when else None


def _span(block: Span, inside: tuple[int, int]) -> Span:
    return Span(start=block.start + inside[0], end=block.start + inside[1])


def _no_date(document: Document) -> Problem:
    return Problem(
        document=document.id,
        span=None,
        code="no-publication-date",
        found="Nothing says when this document was published.",
        assumed="Words such as “on Wednesday” stay without a day; give the date in documents.csv.",
    )


def _disagreement(document: Document, kept: tuple[str, When], other: tuple[str, When]) -> Problem:
    return Problem(
        document=document.id,
        span=other[1].span,
        code="publication-dates-differ",
        found=f"The publication date is {edtf(kept[1])} ({kept[0]}), but {edtf(other[1])} by its {other[0]}.",
        assumed=f"The document was published {edtf(kept[1])}.",
    )
