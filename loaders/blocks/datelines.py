"""Lines that give a date, and the place and date that open a news report: "SEOUL, Oct. 24 (Agency) – "."""

import re
from functools import cache

from loaders.blocks.lines import SENTENCE_END, Paragraph
from loaders.lexicon import table

NUMBERED_DAY = re.compile(
    r"(?<!\d)(?:\d{4}\s?[-/.년年]\s?\d{1,2}\s?[-/.월月]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)"
)
FOREIGN_DATE = re.compile(r"\d{1,2}\.?\s(?:de\s)?[^\W\d]{3,14}\.?\s(?:de\s)?(?:19|20)\d\d\D{0,6}(?:\d{1,2}:\d\d)?")
"""Day, a word, year, as most languages of Europe write a date; what month it is, dateparser tells."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DASH = re.compile(r"\s*(?:[—–―]|--|\s[-_])\s*(?=[\"“‘'`]{0,2}[A-Z])")
AGENCY = re.compile(r"\s*\([A-Z][^()]{1,40}\)$")
FIRST_DATE = re.compile(r"([A-Z][a-z]+day,?\s[^\n]{4,24}?\b(?:19|20)\d\d)\s+(?=[\"“`]{0,2}[A-Z])")
OUTLET_WORDS = 6
"""Words of an outlet's name beside a date."""
PLACE_WORDS = 6
WIDEST = 120
"""Characters in which the dash must come."""


def is_date_line(text: str) -> bool:
    """Whether a line gives a date and at most an outlet: "Published: Friday, October 25, 2024 at 14:03 GMT"."""
    words = text.split()
    if len(words) > 20 or SENTENCE_END.search(text):  # noqa: PLR2004 – longer than any date
        return False
    if is_date(text):
        return True
    most = min(len(words), OUTLET_WORDS + 1)
    return YEAR.search(text) is not None and any(
        is_date(" ".join(date)) and all(not word[0].islower() for word in outlet)
        for cut in range(1, most)
        for date, outlet in ((words[cut:], words[:cut]), (words[:-cut], words[-cut:]))
    )


def is_date(text: str) -> bool:
    """Whether the text is a date and nothing else, with its weekday, time and zone."""
    if FOREIGN_DATE.fullmatch(text.strip()):
        return True
    months, numbers = 0, False
    for word in re.sub(r"(?<=\d)(?=[^\W\d])", " ", re.sub(r"[\W_]+", " ", text.casefold())).split():
        if not (word.isdigit() or any(word in words for words in _words().values())):
            return False
        months += word in _words()["month"]
        numbers = numbers or word.isdigit()
    return NUMBERED_DAY.search(text) is not None or (months > 0 and numbers)


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, row in table("datelines", "kind", "words"):
        found.setdefault(row["kind"], set()).update(row["words"].split())
    return {kind: frozenset(words) for kind, words in found.items()}


def opening(text: str, *, first: bool) -> int:
    """Length of the place and date before a report's first sentence; 0 if it begins with the sentence.

    An agency in brackets is enough anywhere; without one only the first paragraph of a text opens so, because a
    chronicle's entries ("Kursk, 6 August – Troops …") look the same and give the date of what happened.
    """
    dated = FIRST_DATE.match(text) if first else None
    if dated and is_date(dated.group(1)):
        return len(dated.group(1))
    dash = DASH.search(text[:WIDEST])
    if dash is None:
        return 0
    before = text[: dash.start()]
    place = AGENCY.sub("", before)
    sure = place != before or (first and (_is_capitals(place) or _date_behind(place) > 0))
    place = place[: len(place) - _date_behind(place)].strip(" ,")
    return dash.end() if sure and _is_place(place) else 0


def _is_capitals(place: str) -> bool:
    words = place.split()
    return bool(words) and len(words[0].strip(",.")) > 2 and words[0].isupper()  # noqa: PLR2004 – "US" is no dateline


def _date_behind(place: str) -> int:
    """Characters of a date at the end."""
    words = list(re.finditer(r"\S+", place))
    starts = (word.start() for word in words[1:])
    return next((len(place) - start for start in starts if is_date(place[start:])), 0)


def _is_place(words: str) -> bool:
    return 0 < len(words.split()) <= PLACE_WORDS and all(word[0].isupper() or word == "of" for word in words.split())


def is_opening(paragraph: Paragraph) -> bool:
    """Whether a paragraph is an opening that was split off its report."""
    return paragraph.text[-1:] in "—–―-_" and opening(paragraph.text + " A", first=True) > 0
