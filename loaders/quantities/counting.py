"""What a number counts: the noun it stands before, the noun behind "of", money, percent, people killed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from graph.model import Quantity
from loaders.lexicon import table, words_for
from loaders.quantities.numbers import SPACE, Number, numbers
from loaders.trees import Tree

RATE = re.compile(rf"\b(?P<how>per|an?|each|every){SPACE}(?P<unit>day|week|month|year|hour|minute|night|quarter)\b")
NEAR = 12
"""Characters behind the counted noun within which "a day" is its rate; "per", "each", "every" may stand further."""
DAILY = {"daily": "per day", "weekly": "per week", "monthly": "per month", "annually": "per year", "yearly": "per year"}
PERCENT = re.compile(rf"{SPACE}?(?:%|per{SPACE}?cent\b|percentage points?\b|pc\b)", re.IGNORECASE)
AGE = re.compile(r"[ -]years?[ -]old\b|-year-olds?\b", re.IGNORECASE)
COMPOUND = re.compile(r"-(?P<unit>[a-z]+)\b")
"""A number and its unit in one word: "a five-hour meeting"."""
FOLD = re.compile(r"[ -]?fold\b")
NOUNS = frozenset({"NOUN", "PROPN"})

MONEY = "money"
"""A currency beside a number makes it a sum of money."""
SHARE = "percent"
"""A number before "percent" or its sign is a share."""
TIMES = "times"
"""A number before "-fold" or "times" says how many times as much."""
BEHIND_OF = "number of"
"""In "thousands of soldiers" the noun behind "of" is counted."""
BEFORE_A_NOUN = "number before a noun"
"""A number counts the noun it stands before: "3,000 Norlandish soldiers"."""
MORE = "more of the same"
"""In "200 more" the number counts what the one before it counted."""
PERSONS = "people"
"""A number alone counts people where the words say so: "3,000 were killed", "200 dead"."""
MEASURE = "measure"
"""In "the number of soldiers rose to 3,000" what the measure is of is counted."""
IN_A_COMPOUND = "number in a compound"
"""In "a five-hour meeting" the number counts the unit joined to it."""


@dataclass(frozen=True)
class Count:
    """A quantity, the tokens that a clause may know it by (the counted noun first), and the rule."""

    quantity: Quantity
    heads: tuple[Token, ...]
    rule: str


@cache
def _units(kind: str) -> dict[str, str]:
    """Word → unit, of one kind of the table `units`."""
    rows = (cells for _, cells in table("units", "word", "kind", "unit"))
    return {cells["word"]: cells["unit"] for cells in rows if cells["kind"] == kind}


def counts(tree: Tree) -> Iterator[Count]:
    """Every number of a block that counts something, in order of the text."""
    last: Count | None = None
    for number in numbers(tree.text):
        token = tree.token_at(tree.block.span.start + number.at)
        found = _read(tree, number, token, last) if token is not None else None
        if found is not None:
            last = found
            yield found


def _read(tree: Tree, number: Number, token: Token, last: Count | None) -> Count | None:
    if AGE.match(tree.text, number.until) or _is_label(token) or _is_day(token, number):
        return None
    if compound := COMPOUND.match(tree.text, number.until):
        return _compound(tree, number, token, compound)
    return _marked(tree, number, token) or _nouns(tree, number, token, last)


def _marked(tree: Tree, number: Number, token: Token) -> Count | None:
    """Money, percent, times: what the signs and words at the figure itself say."""
    text = tree.text
    if number.currency:
        return _count(tree, number, number.currency, (token,), number.end, MONEY)
    if percent := PERCENT.match(text, number.until):
        return _count(tree, number, "percent", _percent_heads(tree, percent.end()), percent.end(), SHARE)
    fold = FOLD.match(text, number.until)
    if fold or number.kind == "times":
        return _count(tree, number, "fold" if fold else "times", (token,), fold.end() if fold else number.end, TIMES)
    return None


def _is_label(token: Token) -> bool:
    """A number behind its noun names it: "Flight 17", "October 18", "posts 542 and 543"; an age alone is such too."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ == "NUM":
        first = first.head
    behind = first.dep_ in {"nummod", "appos", "npadvmod"} and first.head.i < first.i and first.head.pos_ in NOUNS
    return behind and first.text[:1].isdigit()


def _is_day(token: Token, number: Number) -> bool:
    """Part of a date or a time of day; lengths of time are none."""
    if token.ent_type_ not in {"DATE", "TIME"} or number.bound == "range":
        return False
    noun = _climbed(token)
    return noun.lemma_.lower() not in _units("time") and noun.ent_type_ in {"DATE", "TIME"}


def _climbed(token: Token) -> Token:
    """The noun that a number stands before: "3,000 North Korean soldiers"."""
    last = token
    while last.dep_ in {"nummod", "quantmod", "compound", "amod", "nmod", "det", "advmod"} and last.head.i > last.i:
        last = last.head
    named = last.pos_ == "PROPN" and last.ent_type_ == "PERSON"
    common = [between for between in token.doc[token.i + 1 : last.i] if between.pos_ == "NOUN"] if named else []
    return common[-1] if common else last


def _nouns(tree: Tree, number: Number, token: Token, last: Count | None) -> Count | None:
    figure = tree.token_at(tree.block.span.start + number.until - 1) or token
    behind = _behind_of(figure)
    if behind is not None and figure.lower_ != "one":
        return _of_nouns(tree, number, behind, (behind, figure), BEHIND_OF)
    noun = _climbed(figure)
    if noun.i > figure.i and noun.pos_ in NOUNS and not _dates(noun, figure):
        return _of_nouns(tree, number, noun, (noun,), BEFORE_A_NOUN)
    if (noun.i == figure.i or noun.pos_ not in NOUNS) and figure.lower_ != "one" and number.kind != "several":
        return _alone(tree, number, figure, last)
    return None


def _behind_of(figure: Token) -> Token | None:
    """The noun in "thousands of soldiers", "3,000 of these soldiers", "half of them"."""
    of = next((child for child in figure.rights if child.lower_ == "of"), None)
    found = next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None
    return found if found is not None and found.pos_ in {*NOUNS, "PRON"} else None


def _dates(noun: Token, figure: Token) -> bool:
    """Whether a length of time only says when: "three weeks ago", "the past two weeks"."""
    if noun.lemma_.lower() not in _units("time"):
        return False
    doc = noun.doc
    after = doc[noun.i + 1].lower_ if noun.i + 1 < len(doc) else ""
    before = {doc[at].lower_ for at in range(max(0, figure.i - 2), figure.i)}
    return after in _units("date word") or bool(before & _units("date word before").keys())


def _of_nouns(tree: Tree, number: Number, noun: Token, heads: tuple[Token, ...], rule: str) -> Count:
    end = noun.idx + len(noun.text)
    return _count(tree, number, _unit(noun), heads, max(end, number.end), rule)


def _alone(tree: Tree, number: Number, figure: Token, last: Count | None) -> Count | None:
    """A number without a noun: people killed, "200 more" of the same, what a toll or number is of."""
    doc, verb = figure.doc, figure.head
    after = doc[figure.i + 1] if figure.i + 1 < len(doc) else None
    if after is not None and after.lower_ in {"more", "others"} and last is not None:
        return _count(tree, number, last.quantity.unit, (figure,), after.idx + len(after.text), MORE)
    if after is not None and after.lower_ in _units("people"):
        return _count(tree, number, "people", (figure, after), max(number.end, after.idx + len(after.text)), PERSONS)
    if verb.lemma_.lower() in _units("people verb") and figure.dep_ in {"dobj", "nsubj", "nsubjpass", "conj"}:
        return _count(tree, number, "people", (figure,), number.end, PERSONS)
    if (noun := _measured(verb.head if verb.pos_ == "ADP" else verb)) is not None:
        return _count(tree, number, _unit(noun), (figure,), number.end, MEASURE)
    return None


def _measured(verb: Token) -> Token | None:
    """What the subject "number of …", "toll of …" measures."""
    for subject in verb.lefts:
        if subject.dep_ in {"nsubj", "nsubjpass"} and subject.lemma_.lower() in _units("measure"):
            return _behind_of(subject)
    return None


def _percent_heads(tree: Tree, end: int) -> tuple[Token, ...]:
    token = tree.token_at(tree.block.span.start + end - 1)
    return (token,) if token is not None else (tree.doc[0],)


def _compound(tree: Tree, number: Number, token: Token, compound: re.Match[str]) -> Count | None:
    """A number and its unit in one word, where the unit is a noun we know to be counted."""
    unit = compound["unit"]
    if unit not in _units("time") and unit not in _units("compound"):
        return None
    return _count(tree, number, _plural(unit), (token,), compound.end(), IN_A_COMPOUND)


def _unit(noun: Token) -> str:
    """The noun with the small words that make one name with it ("artillery shells"), in the plural."""
    start = noun.i
    doc = noun.doc
    while start and (
        doc[start - 1].text == "-" or (doc[start - 1].dep_ == "compound" and doc[start - 1].pos_ == "NOUN")
    ):
        start -= 2 if doc[start - 1].text == "-" and start > 1 else 1
    words = str(doc[start : noun.i + 1].text)
    if noun.pos_ == "PRON":
        return words
    return words if noun.tag_ in {"NNS", "NNPS"} or noun.pos_ == "PROPN" else _plural(words)


def _plural(word: str) -> str:
    """The plural of a regular noun."""
    if word.endswith(("s", "x", "ch", "sh")):
        return word if word.endswith("s") else word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def _count(tree: Tree, number: Number, unit: str, heads: Sequence[Token], end: int, rule: str) -> Count:
    return Count(
        Quantity(
            low=number.low,
            high=number.high,
            bound=number.bound,
            unit=unit,
            rate=_rate(tree, end, heads[0]),
            role="other",
            text=tree.text[number.start : end],
            span=tree.cut(number.start, end),
        ),
        (*heads, *_containers(heads[0])),
        rule,
    )


def _containers(noun: Token) -> Iterator[Token]:
    """What the counted make up: "a contingent of 2,600 soldiers"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in words_for("part"):
        noun = noun.head.head
        yield noun


def _rate(tree: Tree, end: int, token: Token) -> str | None:
    """The time that a number is for: "a day" close behind, "per day" or "every day" anywhere behind in the sentence."""
    until = token.sent.end_char
    rest = tree.text[end:until]
    for match in RATE.finditer(rest):
        if match["how"] in {"per", "each", "every"} or match.start() <= NEAR:
            return f"per {match['unit']}"
    words = re.findall(r"\w+", rest[: 2 * NEAR].lower())
    return next((DAILY[word] for word in words if word in DAILY), None)
