"""Names that no row lists: what spaCy calls a person, an organisation, a people or a place, cleaned."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from graph.record import Span
from loaders.actors.cities import is_large_city
from loaders.actors.listed import Spotted
from loaders.actors.names import Spans
from loaders.lexicon import table
from loaders.lexicon.actors import Lexicon
from loaders.lexicon.phrases import HYPHENS, fold
from loaders.trees import Tree

Label = Literal["person", "organisation", "people", "place"]
LABELS: dict[str, Label] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "people",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
MOST_WORDS: dict[Label, int] = {"person": 5, "organisation": 12, "people": 4, "place": 6}
"""Longer runs are never names of that kind."""
LYING = frozenset({"in", "near", "outside", "around"})
MODIFYING = frozenset({"amod", "compound", "nmod"})
POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True)
class Proper:
    """A cleaned name with what it seems to be."""

    span: Span
    text: str
    label: Label
    tokens: Tokens
    title: str
    """The honorific cut off its front, if any."""


def proper_names(tree: Tree, lexicon: Lexicon, listed: Spans, spotted: Sequence[Spotted]) -> Iterator[Proper]:
    """SpaCy's names without articles, honorifics, possessives and ages; those that rows explain are left out."""
    known = set(listed.meeting(tree.block.span))
    known |= {tree.cut(words.start, words.end) for words in spotted}
    for tokens in (*_introduced(tree.doc, lexicon), *_personal(tree.doc, lexicon)):
        span = tree.span(tokens)
        if not _explained(span, "person", known):
            known.add(span)
            yield Proper(span, tokens.text, "person", tokens, "")
    for entity in tree.doc.ents:
        label = LABELS.get(entity.label_)
        found = _cleaned(tree.doc, entity, lexicon) if label else None
        if label and found:
            tokens, title = found
            label = _looks(tokens, label, title, lexicon)
            span = tree.span(tokens)
            if _is_name(tokens, label, lexicon) and not _explained(span, label, known):
                yield Proper(span, tokens.text, label, tokens, title)


def _introduced(doc: Doc, lexicon: Lexicon) -> Iterator[Tokens]:
    """Names of two words or more that the text itself says are persons': "Ann Rivers, a woman who …"."""
    for token in doc:
        if token.dep_ == "appos" and token.head.pos_ == "PROPN" and token.i > token.head.i:
            head = token.head
            start = head.i
            while start and doc[start - 1].pos_ == "PROPN" and doc[start - 1].head == head:
                start -= 1
            if start < head.i and _is_person_noun(token, lexicon) and doc[start].text not in lexicon.honorifics:
                yield doc[start : head.i + 1]


def _personal(doc: Doc, lexicon: Lexicon) -> Iterator[Tokens]:
    """Names that begin with a given name, or a family name where that stands first, and that spaCy saw no name in."""
    at = 0
    while at < len(doc):
        start, at = at, at + 1
        if not _begins_name(doc, start, lexicon):
            continue
        end = start + 1
        while end < len(doc) and (_is_name_word(doc[end]) or (doc[end].text in HYPHENS and _touch(doc, end))):
            end += 1
        while doc[end - 1].text in HYPHENS:
            end -= 1
        at = end
        words = sum(doc[index].text not in HYPHENS for index in range(start, end))
        if 2 <= words <= MOST_WORDS["person"] and doc[end - 1].text not in lexicon.name_endings:  # noqa: PLR2004 – two names
            yield doc[start:end]


def _begins_name(doc: Doc, at: int, lexicon: Lexicon) -> bool:
    token = doc[at]
    if not _is_name_word(token) or token.ent_type_ not in {"", "PERSON"} or (at and _is_name_word(doc[at - 1])):
        return False
    return fold(token.text) in lexicon.given_names or fold(token.text) in lexicon.family_first


def _is_name_word(token: Token) -> bool:
    capital = token.text[0].isalpha() and (token.text[0].isupper() or token.ent_type_ == "PERSON")
    return token.pos_ == "PROPN" and capital and token.text not in days()


def _is_person_noun(token: Token, lexicon: Lexicon) -> bool:
    return token.lower_ in lexicon.gendered or token.lower_ in lexicon.titles


def _looks(tokens: Tokens, label: Label, title: str, lexicon: Lexicon) -> Label:
    """A person by an honorific or a given name, a place by being a large city, whatever spaCy says."""
    given = len(tokens) in (2, 3) and fold(tokens[0].text) in lexicon.given_names and tokens[-1].pos_ == "PROPN"
    plain = all(token.text[0].isupper() and token.is_alpha for token in tokens)
    ending = lexicon.name_endings.get(tokens[-1].text) if len(tokens) > 1 and not title else None
    if ending and label != "people":
        return "place" if ending == "place" else "organisation"
    if len(tokens) == 1 and label == "organisation" and _is_located(tokens[0], lexicon):
        return "place"
    if len(tokens) == 1 and label in {"person", "organisation"} and not title and is_large_city(tokens.text):
        return "place"
    return "person" if title or (label == "organisation" and given and plain) else label


def _cleaned(doc: Doc, entity: Tokens, lexicon: Lexicon) -> tuple[Tokens, str] | None:
    """The name itself, whole where spaCy cut it at a hyphen, and the honorific before it."""
    start, end = entity.start, entity.end
    while end + 1 < len(doc) and doc[end].text in HYPHENS and _touch(doc, end) and doc[end + 1].is_alpha:
        end += 2
    while start >= 2 and doc[start - 1].text in HYPHENS and _touch(doc, start - 1) and doc[start - 2].is_title:  # noqa: PLR2004
        start -= 2
    title = ""
    while start < end and (_is_outer(doc[start]) or doc[start].text in lexicon.honorifics):
        title = doc[start].text if doc[start].text in lexicon.honorifics else title
        start += 1
    while start < end and (_is_outer(doc[end - 1]) or POSSESSIVE.fullmatch(doc[end - 1].text)):
        end -= 1
    if entity.label_ == "PERSON" and end - start > 1 and doc[end - 1].text in days():
        end -= 1  # news puts the day right behind a name: "charged Ann Lind Monday"
    line = next((token.i for token in doc[start:end] if "\n" in token.text), end)
    return (doc[start:line], title) if start < line else None


@cache
def days() -> frozenset[str]:
    """Names of the days of the week, from the table `times_calendar`."""
    rows = table("times_calendar", "word", "kind", "value", "case")
    return frozenset(row["word"] for _, row in rows if row["kind"] == "weekday")


def _touch(doc: Doc, index: int) -> bool:
    """Whether the token stands close between its neighbours, as a hyphen in a name does."""
    return not doc[index].whitespace_ and index > 0 and not doc[index - 1].whitespace_


def _is_outer(token: Token) -> bool:
    """Whether a token at the edge of a name belongs not to it."""
    return token.is_punct or token.is_space or token.pos_ in {"DET", "PRON", "CCONJ", "ADP"} or token.tag_ == "POS"


def _is_name(tokens: Tokens, label: Label, lexicon: Lexicon) -> bool:
    words = [token for token in tokens if not token.is_punct]
    if not words or len(words) > MOST_WORDS[label] or any(token.like_url or token.like_email for token in tokens):
        return False
    if not words[0].text[0].isupper() or not any(token.pos_ in {"PROPN", "ADJ"} for token in words):
        return False
    return FITS[label](tokens, lexicon)


def _is_organisation(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Offices are no organisations ("Defence" of a minister, "Representative"), nor are clocks ("2:30 p.m. GMT")."""
    doc = tokens.doc
    before = doc[tokens.start - 1] if tokens.start else None
    if tokens.end < len(doc) and fold(doc[tokens.start : tokens.end + 1].text) in lexicon.titles:
        return False
    clock = len(tokens) == 1 and before is not None and before.ent_type_ in {"TIME", "DATE", "CARDINAL"}
    broken = any(token.pos_ == "DET" and token.text.islower() for token in tokens)
    return not (clock or broken) and not {fold(tokens.text), fold(tokens[-1].text)} & lexicon.titles.keys()


def _is_person(tokens: Tokens, lexicon: Lexicon) -> bool:
    """A name has a capital in its last word and no figures; a title alone is none."""
    return (
        tokens[-1].text[0].isupper() and not any(t.like_num for t in tokens) and fold(tokens.text) not in lexicon.titles
    )


def _is_located(token: Token, lexicon: Lexicon) -> bool:
    """Whether something is said to lie in it ("in Osk"), or it is called a town ("the town of Osk")."""
    before = token.doc[token.i - 1] if token.i else None
    if before is None or token.dep_ != "pobj":
        return False
    return before.lower_ in LYING or (
        before.lower_ == "of" and before.head.lemma_.lower() in lexicon.description_words["settlement"]
    )


def _is_people(tokens: Tokens, _: Lexicon) -> bool:
    """A noun: "Rohingya", "the Republicans"; not the adjective before one."""
    last = tokens[-1]
    language = last.dep_ == "pobj" and last.head.lower_ in {"in", "from", "into"} and not last.text.endswith("s")
    return last.pos_ in {"NOUN", "PROPN"} and last.dep_ not in MODIFYING and not language


def _is_place(tokens: Tokens, _: Lexicon) -> bool:
    """What no list knows is a place only after a preposition or an article, or before a comma."""
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    led = before is not None and before.pos_ in {"ADP", "DET"} and tokens[-1].dep_ not in MODIFYING
    return led or (len(tokens) == 1 and is_large_city(tokens.text))


FITS: dict[Label, Callable[[Tokens, Lexicon], bool]] = {
    "person": _is_person,
    "organisation": _is_organisation,
    "people": _is_people,
    "place": _is_place,
}


def _explained(span: Span, label: Label, known: Collection[Span]) -> bool:
    """Whether rows already say what stands here. A person's name wins over a listed word inside it ("Un" as UN)."""
    meeting = [other for other in known if other.meets(span)]
    if any(not span.holds(other) or other == span for other in meeting):
        return True
    covered = sum(other.end - other.start for other in meeting)
    return bool(meeting) and (label in {"place", "people"} or covered * 2 > span.end - span.start)
