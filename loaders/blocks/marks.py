"""What gives a line away: wordings of page furniture, picture credits, bylines, date lines and tweets."""

import re
from functools import cache
from typing import Literal, get_args

from graph.errors import LexiconError
from loaders.blocks.datelines import is_date
from loaders.blocks.lines import Paragraph, key
from loaders.lexicon import table

Mark = Literal["comments", "related", "more", "lead", "label", "end", "line", "bio", "role", "byline", "dateline"]
MARKS: tuple[Mark, ...] = get_args(Mark)

EMAIL = re.compile(r"(?:^|\s)\S+@[\w-]+(?:\.[\w-]+)+$")
COPYRIGHT = re.compile(r"(?i)(?:copyright\s)?(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:19|20)\d\d")
YEARS = re.compile(r"(?:1\d|20)\d\d(?:\s?[-–/]\s?\d{2,4})?")
CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
LABELS = frozenset({"image source", "image caption", "photo caption", "photo credit", "image credit"})
"""Labels of captions that no colon needs to follow."""
BY = re.compile(r"(?i)\W*(?:[a-z]+ ){0,2}by\s+")
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
QUOTES = frozenset("“‘\"'«„`")
TOLD = 12
"""Words from which a sentence may be told although it begins like furniture."""


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
    if mark in ("lead", "label"):
        return _leads(paragraph, mark)
    if paragraph.key in wordings().get((mark, "whole"), ()):
        return True
    told = mark not in ("role", "bio") and paragraph.is_prose and len(paragraph.words) > TOLD
    starts = wordings().get((mark, "start"), frozenset())
    least = 3 if told else 1  # words: "Powered by two engines, the rocket …" is told, "Sign up for our …" is not
    quoted = paragraph.text[0] in QUOTES
    if not quoted and any(start in starts for start in _starts(paragraph.key)[least - 1 :]):
        return True
    hits = _within(mark).findall(paragraph.key)
    return len(hits) > 1 or bool(hits and (not told or len(hits[0].split()) > 2))  # noqa: PLR2004 – "privacy policy" is news


def _starts(folded: str) -> list[str]:
    words = folded.split(" ", 7)[:7]
    return [" ".join(words[:count]) for count in range(1, len(words) + 1)]


def _leads(paragraph: Paragraph, mark: Mark) -> bool:
    """Whether a wording with a colon behind it begins the line."""
    head, colon, rest = paragraph.text.partition(":")
    return bool(colon) and len(rest.split()) <= 30 and key(head) in wordings()[mark, "start"]  # noqa: PLR2004 – a headline


@cache
def _credits() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, row in table("credits", "match", "words"):
        found.setdefault(row["match"], set()).add(key(row["words"]))
    return {match: frozenset(words) for match, words in found.items()}


def is_credited(paragraph: Paragraph) -> bool:
    """Whether a picture credit ends or leads the line: "(©Reuters)", "/ AFP", "Photo: …"."""
    if len(paragraph.words) > WORDS_OF_A_LABEL * 2 or COPYRIGHT.search(paragraph.text) or marked(paragraph, "line"):
        return False
    lead, colon, _ = paragraph.text[:20].partition(": ")
    leads = bool(colon) and key(lead) in _credits()["start"]
    leads = leads or any(start in LABELS for start in _starts(paragraph.key))
    ends = any(paragraph.key.endswith(" " + end) for end in _credits()["end"])
    return leads or ends or "©" in paragraph.text[-60:] or _ends_in_credit(paragraph.text)


def _ends_in_credit(text: str) -> bool:
    match = CREDIT.search(text[-170:])
    if match is None:
        return False
    words = f" {key(next(filter(None, match.groups())))} "
    return any(f" {credit} " in words for credit in _credits()["within"])


def is_byline(paragraph: Paragraph) -> bool:
    """Whether it names the author and nothing else: "By Ana Ruiz", "Author: …", an e-mail address."""
    address = EMAIL.search(paragraph.text)
    if address and (not address.start() or is_name(paragraph.text[: address.start()])):
        return True
    if len(paragraph.words) > 24 or not marked(paragraph, "byline"):  # noqa: PLR2004 – several authors fit
        return False
    lead, colon, rest = paragraph.text.partition(":")
    by = BY.match(paragraph.text)
    name = rest if colon and len(lead.split()) < 4 else paragraph.text[by.end() :] if by else ""  # noqa: PLR2004 – "written by"
    return names(name.strip(" ().*_"))


def names(text: str) -> bool:
    """Whether it begins with a name of one to five words in capitals."""
    words = text.split()
    return bool(words) and all(NAME.fullmatch(word) for word in words[:2]) and not words[0].endswith(",")


def are_names(text: str) -> bool:
    """Whether it is a name, or several with "and" or commas between: "Ana Ruiz, Bo Lund and Eva Palm"."""
    parts = re.split(r"\s*(?:,|\band\b|&)\s*", text)
    return is_name(text) or (len(parts) > 1 and all(is_name(part) for part in parts))


def is_no_text(paragraph: Paragraph) -> bool:
    """Whether its form gives it away as furniture: no letters, an address, hashtags, a path, buttons, a table's row."""
    text, words = paragraph.text, paragraph.words
    if not any(char.isalpha() for char in text):
        return not is_date(text) and YEARS.fullmatch(text) is None and CLOCK.fullmatch(text) is None
    if COPYRIGHT.match(text) and len(words) < WORDS_OF_A_LABEL:
        return True
    if paragraph.is_prose or len(words) > WORDS_OF_A_LABEL:
        return False
    cells = max(text.count("|"), text.count("\t")) + 1
    row = cells > 2  # noqa: PLR2004 – a headline and its outlet stand in two
    path = len(re.findall(r"\s[>»›]\s", text)) > 1
    credit = paragraph.key in _credits()["within"]
    return (
        row
        or path
        or credit
        or all(word.startswith(("#", "http://", "https://")) for word in words)
        or _are_buttons(words)
    )


def _are_buttons(words: list[str]) -> bool:
    """Whether each word is furniture on its own: "Share Tweet Email Print"."""
    return len(words) > 1 and all(key(word) in wordings()["line", "whole"] for word in words)


def is_name(text: str) -> bool:
    """Whether it is a name of two to four words, perhaps with a place: "Ana Ruiz", "Ana Ruiz in Oslo"."""
    words = text.split()
    if "in" in words[2:-1]:
        words = words[: words.index("in")]
    return 2 <= len(words) <= 4 and all(NAME.fullmatch(word) and word[-1] != "," for word in words)  # noqa: PLR2004
