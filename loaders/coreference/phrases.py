"""Noun phrases that describe somebody or something without naming it."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from graph.model import ActorKind
from loaders.lexicon.actors import Lexicon
from loaders.lexicon.phrases import fold

LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "punct", "advmod", "npadvmod"}
)
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such", "said"})
SPEAKERS_OWN = frozenset({"my", "our", "your"})
PLURAL = frozenset({"NNS", "NNPS"})
PLACES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "appos", "conj", "poss", "ROOT", "npadvmod", "oprd", "dep"}
)
"""Places in a sentence where a noun heads a phrase of its own."""
LOOSE = frozenset({"relcl", "acl", "prep"})
LONGEST_TAIL = 10
"""Words of an "of"-phrase that still belong to a description's name."""


@dataclass(frozen=True)
class Phrase:
    """A noun phrase from its article to its head."""

    head: Token
    lefts: tuple[Token, ...]
    lemma: str

    @property
    def tokens(self) -> Tokens:
        """Article to head."""
        return self.head.doc[self.start : self.head.i + 1]

    @property
    def start(self) -> int:
        return min((left.left_edge.i for left in self.lefts), default=self.head.i)

    @property
    def definite(self) -> bool:
        """Whether it points to something known; what is "ours" only the speaker knows."""
        known = any(left.lower_ in DEFINITE or left.dep_ == "poss" for left in self.lefts)
        return known and not self.speakers_own

    @property
    def speakers_own(self) -> bool:
        return any(left.lower_ in SPEAKERS_OWN for left in self.lefts)

    @property
    def plural(self) -> bool:
        return self.head.tag_ in PLURAL

    @property
    def modified(self) -> bool:
        """Whether more than articles and light words say which one is meant."""
        return any(child.dep_ in LOOSE for child in self.head.rights)

    @property
    def bare(self) -> bool:
        """Whether nothing but an article or demonstrative stands before the head."""
        return all(left.dep_ in {"det", "predet", "punct"} or left.lower_ in DEFINITE for left in self.lefts)


def phrase_at(token: Token) -> Phrase | None:
    """The phrase that this noun heads, or None."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ not in PLACES or not token.is_alpha:
        return None
    lefts = tuple(left for left in token.lefts if left.dep_ in LEFT)
    while lefts and lefts[0].dep_ in {"punct", "advmod"}:
        lefts = lefts[1:]
    return Phrase(token, lefts, token.lemma_.lower())


def kinds_of(phrase: Phrase, lexicon: Lexicon) -> tuple[ActorKind, ...]:
    """What the noun may describe; a thing if no row says so, or if a bare singular names nothing ("into force")."""
    if not phrase.lefts and not phrase.plural and phrase.head.text.islower() and phrase.head.dep_ == "pobj":
        return ("thing",)
    return lexicon.descriptions.get(phrase.lemma) or lexicon.descriptions.get(phrase.head.lower_) or ("thing",)


def called(phrase: Phrase, lexicon: Lexicon) -> str:
    """The words that name it in a list: without article, with a short "of"-phrase behind the head."""
    doc: Doc = phrase.head.doc
    start = phrase.start
    while start < phrase.head.i and (
        _is_no_name(doc[start], lexicon) or (start > phrase.start and doc[start - 1].text == "-")
    ):
        start += 1
    end = phrase.head.i + 1
    for child in phrase.head.rights:
        tail = child.right_edge.i + 1
        if child.i == end and tail - end <= LONGEST_TAIL and _belongs(child, phrase, lexicon):
            end = tail
            break
    return str(doc[start:end].text).strip(" ,;")


def _belongs(child: Token, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether what follows a noun says which one is meant: "of the army", "linked to families", "for the navy".

    What follows the noun at the top of a sentence without a verb, as in a headline, tells what happened to it.
    """
    if child.dep_ == "acl":
        return child.tag_ == "VBN" and phrase.head.dep_ != "ROOT"
    served = child.lower_ in {"for", "at"} and any(below.pos_ == "PROPN" for below in child.subtree)
    named = child.lower_ in {"of", "from", "with", "under"} or (served and kinds_of(phrase, lexicon)[0] == "person")
    return child.dep_ == "prep" and named


def _is_no_name(token: Token, lexicon: Lexicon) -> bool:
    """Articles, numbers and words of amount in front."""
    amount = token.dep_ in {"nummod", "quantmod", "det", "predet"} or token.head.dep_ == "nummod"
    return amount or token.is_punct or token.lower_ in lexicon.description_words["amount"]


def title_of(phrase: Phrase, lexicon: Lexicon) -> str | None:
    """The office that the phrase ends in: "first vice foreign minister"."""
    doc = phrase.head.doc
    for start in range(max(phrase.start, phrase.head.i - 3), phrase.head.i + 1):
        title = lexicon.titles.get(fold(doc[start : phrase.head.i + 1].text))
        if title:
            return title
    return None
