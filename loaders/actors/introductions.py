"""What the text says of a person it names: the office before or behind the name, man or woman, the country."""

from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from graph.model import Gender
from loaders.lexicon.actors import Lexicon
from loaders.lexicon.phrases import fold

BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
LONGEST = 12
"""Words of an office."""


@dataclass(frozen=True)
class Introduction:
    """How a person is introduced; all may be unknown."""

    title: str
    """The words for an office, without article and country; empty if none is named."""
    gender: Gender | None
    country: str | None
    """ISO code."""


def introduction(name: Tokens, lexicon: Lexicon) -> Introduction:
    """What stands beside a person's name: "Indonesian navy spokesman …", "…, a lawmaker from Osk"."""
    before = _before(name)
    beside = [child for child in name.root.rights if child.dep_ == "appos" and child.pos_ == "NOUN"]
    nouns = [*(token for token in before), *beside]
    genders = (lexicon.gendered.get(token.lower_) for token in nouns)
    return Introduction(
        title=_title(before, lexicon) or next(filter(None, (_behind(noun, lexicon) for noun in beside)), ""),
        gender=next(filter(None, genders), None),
        country=_country(before, lexicon)
        or next(filter(None, (_country(list(n.lefts), lexicon) for n in beside)), None),
    )


def _before(name: Tokens) -> list[Token]:
    """The words of the same phrase before the name, in order."""
    found: list[Token] = []
    at = name.start - 1
    doc = name.doc
    while at >= 0 and len(found) < LONGEST and (doc[at].dep_ in BEFORE or doc[at].text in {"-", "'s", "’s"}):
        found.insert(0, doc[at])
        at -= 1
    return found


def _title(before: list[Token], lexicon: Lexicon) -> str:
    """The office that the words end in, with what belongs to it: "navy spokesman"."""
    words = [token.text for token in before]
    if not any(fold(" ".join(words[at:])) in lexicon.titles for at in range(len(words))):
        return ""
    while words and (lexicon.phrases.keys(words[0], "adjective") or words[0][0] in "-'’"):
        words.pop(0)
    return " ".join(words)


def _behind(noun: Token, lexicon: Lexicon) -> str:
    """The office of an apposition: "a lawmaker from Osk" gives "lawmaker"."""
    doc = noun.doc
    starts = [left.i for left in noun.lefts if left.dep_ in {"compound", "amod"}]
    words = [doc[at].text for at in range(min(starts, default=noun.i), noun.i + 1)]
    while words and lexicon.phrases.keys(words[0], "adjective"):
        words.pop(0)
    known = any(fold(" ".join(words[at:])) in lexicon.titles for at in range(len(words)))
    return " ".join(words) if known else ""


def _country(words: list[Token], lexicon: Lexicon) -> str | None:
    """The country that an adjective of one or two words names: "Indonesian", "South Korean"."""
    for at, token in enumerate(words):
        for length in (2, 1):
            text = " ".join(word.text for word in words[at : at + length])
            keys = lexicon.phrases.keys(text, "adjective") if token.text[0].isupper() else ()
            if keys:
                return lexicon.countries[keys[0]].iso
    return None
