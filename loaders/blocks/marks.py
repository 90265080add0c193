"""What gives a line away: wordings of page furniture, picture credits, bylines, date lines and tweets."""

import re
from functools import cache
from typing import Literal, get_args

from graph.errors import LexiconError
from loaders.blocks.lines import Paragraph, key
from loaders.lexicon import table

Mark = Literal["comments", "related", "more", "lead", "end", "line", "bio", "role", "byline", "dateline"]
MARKS: tuple[Mark, ...] = get_args(Mark)

ISO_DAY = re.compile(r"\b(?:\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b")
EMAIL = re.compile(r"^\S+@[\w-]+(?:\.[\w-]+)+$")
NAME = re.compile(r"[A-Z][\w.'’-]*,?")
MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
SIGNATURE = re.compile(
    rf"(?:[—–-]|&mdash;)\s*[^\n—]{{1,60}}?\(@\w{{1,30}}\)\s+(?:{MONTHS}\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s{MONTHS}\s\d{{4}})"
)
"""How a tweet that was embedded in a page ends: "— Name (@handle) October 24, 2024"."""
TWEET = re.compile(
    r"\bpic\.(?:twitter|x)\.com/\w+|\bhttps?://t\.co/\w+|^View this post on Instagram|^A post shared by "
)
CREDIT = re.compile(
    r"\(([^()]{2,160})\)\.?$|[/|©]\s?([^/|©.]{2,60})\.?$|\b((?:Photo|Image|Picture)s?(?: by|:).{2,60})$"
)
WORDS_OF_A_LABEL = 60


@cache
def wordings() -> dict[tuple[str, str], frozenset[str]]:
    """(mark, match) → wordings for comparing.

    Raises: LexiconError for a mark or a way of matching that there is not.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for line, row in table("furniture", "mark", "match", "words"):
        if row["mark"] not in MARKS or row["match"] not in {"whole", "start", "within"}:
            raise LexiconError(f"furniture.csv, line {line}: there is no {row['mark']!r} matched {row['match']!r}.")
        found.setdefault((row["mark"], row["match"]), set()).add(key(row["words"]))
    return {pair: frozenset(words) for pair, words in found.items()}


@cache
def _within(mark: str) -> re.Pattern[str]:
    words = sorted(wordings().get((mark, "within"), ()))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b" if words else r"(?!)")


def marked(paragraph: Paragraph, mark: Mark) -> bool:
    """Whether its wording carries a mark. Long paragraphs carry none, whatever they begin with."""
    if len(paragraph.words) > WORDS_OF_A_LABEL:
        return False
    if mark == "lead":
        return _is_lead(paragraph)
    whole, starts = wordings().get((mark, "whole"), frozenset()), wordings().get((mark, "start"), frozenset())
    return (
        paragraph.key in whole
        or any(start in starts for start in _starts(paragraph.key))
        or _within(mark).search(paragraph.key) is not None
    )


def _starts(folded: str) -> list[str]:
    words = folded.split(" ", 7)[:7]
    return [" ".join(words[:count]) for count in range(1, len(words) + 1)]


def _is_lead(paragraph: Paragraph) -> bool:
    head, colon, rest = paragraph.text.partition(":")
    return bool(colon) and len(rest.split()) <= 30 and key(head) in wordings()["lead", "start"]  # noqa: PLR2004 – a headline


@cache
def _credits() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, row in table("credits", "match", "words"):
        found.setdefault(row["match"], set()).add(key(row["words"]))
    return {match: frozenset(words) for match, words in found.items()}


def is_credited(paragraph: Paragraph) -> bool:
    """Whether a picture credit ends or leads the line: "(©Reuters)", "/ AFP", "Photo: …"."""
    if len(paragraph.words) > WORDS_OF_A_LABEL * 2:
        return False
    lead, colon, _ = paragraph.text[:20].partition(": ")
    leads = bool(colon) and key(lead) in _credits()["start"]
    ends = any(paragraph.key.endswith(" " + end) for end in _credits()["end"])
    return leads or ends or "©" in paragraph.text[-60:] or _ends_in_credit(paragraph.text)


def _ends_in_credit(text: str) -> bool:
    match = CREDIT.search(text[-170:])
    if match is None:
        return False
    words = f" {key(next(filter(None, match.groups())))} "
    return any(f" {credit} " in words for credit in _credits()["within"])


@cache
def _date_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, row in table("datelines", "kind", "words"):
        found.setdefault(row["kind"], set()).update(row["words"].split())
    return {kind: frozenset(words) for kind, words in found.items()}


def is_date_line(text: str) -> bool:
    """Whether a line gives a date and nothing else: "Published: Friday, October 25, 2024 at 14:03 GMT"."""
    if len(text) > 120:  # noqa: PLR2004 – longer than any date
        return False
    has_day = ISO_DAY.search(text) is not None
    left, months = [], 0
    for word in re.sub(r"(?<=\d)(?=[^\W\d])", " ", key_with_numbers(text)).split():
        months += word in _date_words()["month"]
        if not (word.isdigit() or any(word in words for words in _date_words().values())):
            left.append(word)
    return not left and (has_day or (months > 0 and any(char.isdigit() for char in text)))


def key_with_numbers(text: str) -> str:
    """Text for comparing, its numbers kept."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def is_byline(paragraph: Paragraph) -> bool:
    """Whether it names the author and nothing else: "By Ana Ruiz", "Author: …", an e-mail address."""
    text = paragraph.text
    if EMAIL.match(text):
        return True
    if len(paragraph.words) > 24 or not marked(paragraph, "byline"):  # noqa: PLR2004 – several authors fit
        return False
    rest = text.partition(":")[2] if ":" in text[:30] else _after_by(text)
    return rest is not None and names(rest.strip(" ().")) and not is_date_line(rest)


def _after_by(text: str) -> str | None:
    match = re.match(r"(?i)\W*(?:[a-z]+ ){0,2}by\s+", text)
    return text[match.end() :] if match else None


def names(text: str) -> bool:
    """Whether it begins with a name of one to five words in capitals."""
    words = text.split()
    return bool(words) and all(NAME.fullmatch(word) for word in words[:2]) and not words[0].endswith(",")


def is_name(text: str) -> bool:
    """Whether it is a name of two to four words and nothing else."""
    words = text.split()
    return 2 <= len(words) <= 4 and all(NAME.fullmatch(word) and word[-1] != "," for word in words)  # noqa: PLR2004 – said above
