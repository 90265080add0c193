"""Dates, voices, numbers and statuses in a reader's words."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from graph.chronology import BLOCKS, MONTHS, shelf, written_date
from graph.event import Event, SourcedClaim
from graph.model import Bound, Claim, Copy, Modality, Quantity, Role, Speaker, Status
from graph.ontology import NO_TYPE, ontology
from graph.when import Basis, Grain, When

SHAPES: Mapping[Status, str] = {
    "corroborated": "●",
    "one source": "○",
    "disputed": "◐",
    "denied": "✕",
    "planned": "▷",
    "hypothetical": "◇",
}
"""A status is a shape and a word; the colour only comes on top."""

STATUS_MEANINGS: Mapping[Status, str] = {
    "corroborated": "at least two sources say so and none denies it",
    "one source": "one source says so",
    "disputed": "some say so and some deny it",
    "denied": "every source denies it",
    "planned": "said to lie ahead",
    "hypothetical": "only supposed",
}

MODALITIES: Mapping[Modality, str] = {
    "asserted": "told as having happened",
    "ongoing": "told as going on",
    "habitual": "told as happening again and again",
    "planned": "told as lying ahead",
    "denied": "told as not having happened",
    "hypothetical": "only supposed",
}

BASES: Mapping[Basis, str] = {
    "given": "given with the document",
    "explicit": "written out in the text",
    "relative to publication": "counted from the day of publication",
    "relative to event": "counted from another event in the text",
    "narrative": "read off the course of the narrative",
    "known event": "the days of a happening that anybody can look up",
    "inherited": "taken over from the words before",
    "bounded by publication": "no date is given; only the day of publication bounds it",
}

PUBLISHED_BASES: Mapping[str, str] = {
    "given": "as given with the file",
    "metadata": "from the file's own data",
    "byline": "from the byline",
    "dateline": "from the dateline",
    "embed": "from an embedded post",
    "address": "from the address",
    "bounds": "bounded by dates in the text",
    "": "no date found",
}

ROLES: Mapping[Role, str] = {
    "agent": "who acts",
    "patient": "whom or what it befalls",
    "recipient": "who receives",
    "instrument": "with what",
    "topic": "what about",
    "other": "also named",
}

BOUNDS: Mapping[Bound, str] = {
    "exact": "",
    "about": "about ",
    "over": "over ",
    "at least": "at least ",
    "under": "under ",
    "at most": "at most ",
    "up to": "up to ",
    "range": "",
    "several": "several ",
}


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 source", "4 sources"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def chain(said_by: Sequence[Speaker]) -> tuple[tuple[Speaker, ...], ...]:
    """The speakers by position, nearest first; those who speak jointly in one group."""
    return tuple(tuple(group) for _, group in groupby(said_by, key=lambda speaker: speaker.position))


def voice(claim: Claim, publisher: str) -> str:
    """The whole chain in one phrase: "according to A and B, as told by C"."""
    links = [" and ".join(speaker.name for speaker in group) for group in chain(claim.said_by)]
    if not links:
        return f"in the words of {publisher}" if publisher else "in the author's own words"
    return "according to " + ", as told by ".join(links)


def certainty(claim: Claim) -> str:
    """How sure the voice is, with the words that say so; empty when sure."""
    given = claim.certainty
    if given.degree == "sure":
        return ""
    return f"{given.degree} (“{given.text}”)" if given.text else given.degree


def number(quantity: Quantity) -> str:
    """A quantity's value: "about 3,000", "2,600–3,000", "several"."""
    return (BOUNDS[quantity.bound] + ends(quantity)).strip()


def ends(quantity: Quantity) -> str:
    """Lowest and highest value in digits: "3,000", "2,600–3,000"; an open end is left out."""
    known = dict.fromkeys(_digits(end) for end in (quantity.low, quantity.high) if end is not None)
    return "–".join(known)


def doubts(codes: Sequence[str]) -> str:
    """The codes of problems in words: "reply before question"."""
    return ", ".join(code.replace("-", " ") for code in codes)


def doubted(event: Event, lead: SourcedClaim) -> tuple[str, ...]:
    """Codes of what the document of the lead claim, or the rest of the store, says against it."""
    return tuple(dict.fromkeys((*lead.claim.problems, *(problem.code for problem in event.problems))))


def type_word(type_: str | None) -> str:
    """The type of a claim as a word: "Aid"; "no type" where nothing fits."""
    return type_.capitalize() if type_ and type_ != NO_TYPE else "No type"


def type_meaning(type_: str | None) -> str:
    """What the type stands for, in a few words; empty for no type."""
    row = ontology().get(type_ or NO_TYPE)
    return row.label if row else ""


def explained(when: When | None) -> str:
    """How the days were come by, in a sentence without a full stop."""
    if when is None:
        return "not said to happen at any time"
    said = f"“{one_line(when.text)}”, " if when.text else ""
    return said + BASES[when.basis] + _counted_from(when)


def _counted_from(when: When) -> str:
    if not when.anchor:
        return ""
    first, last = when.anchor.first, when.anchor.last
    return f" ({day_words(first)})" if first == last else f" ({day_words(first)} to {day_words(last)})"


def published(copy: Copy) -> str:
    """When a copy came out, in words; empty if unknown. Of "2019?/.." the doubt is in the open end."""
    when = copy.published
    if when is None or when.last is not None:
        return written_date(when) if when else ""
    first = written_date(when.model_copy(update={"uncertain": False}))
    return f"not before {first.removeprefix('from ')}"


COARSE: frozenset[Grain] = frozenset({"half", "year", "decade", "century"})


def block_heading(when: When | None) -> str:
    """What stands above a run of cards inside a month; empty for those written in days."""
    block = shelf(when).block
    if when is None:
        return "No date at all"
    if block == BLOCKS[2]:
        return "Longer spans, filed by their last day"
    return capitalise(written_date(when)) if when.bounded else ""


def is_wide(when: When | None) -> bool:
    """Whether a date is told more coarsely than in months: a year, a decade, "by 1955"."""
    return when is not None and not when.bounded and when.grain in COARSE


def month_words(day: date) -> str:
    """The month of a day in words: "October 2024"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_words(day: date) -> str:
    """A day in words: "25 October 2024"."""
    return f"{day.day} {month_words(day)}"


def citation(lead: SourcedClaim) -> str:
    """The claim as a footnote: words, voice, publisher, title, date, place."""
    where = [lead.copy_.publisher, f"“{lead.title}”" if lead.title else "", published(lead.copy_), lead.copy_.uri]
    span = lead.claim.sentence
    return (
        f"“{one_line(lead.sentence)}” – {voice(lead.claim, lead.copy_.publisher)}. "
        f"{', '.join(part for part in where if part)}. "
        f"[document {lead.claim.document}, characters {span.start}–{span.end}]"
    )


def capitalise(text: str) -> str:
    """The text with a capital first letter, all else as it is."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def _digits(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
