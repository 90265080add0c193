"""A parsed block: where grammar meets offsets. The only record that holds a spaCy `Doc`; it never leaves `extract`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from graph.model import Block
from graph.record import Span


@dataclass(frozen=True)
class Tree:
    """One block with its parse. `Doc` offsets count from the block's start; `span` gives those of the document."""

    block: Block
    doc: Doc

    @cached_property
    def text(self) -> str:
        """The block's words. `Doc.text` puts them together from the tokens on every call; ask here."""
        return str(self.doc.text)

    def span(self, words: Tokens | Token) -> Span:
        """Where these words stand in the document."""
        start = words.idx if isinstance(words, Token) else words.start_char
        return Span(start=self.block.span.start + start, end=self.block.span.start + start + len(words.text))

    def cut(self, start: int, end: int) -> Span:
        """The span in the document of offsets that count from the block's start."""
        return Span(start=self.block.span.start + start, end=self.block.span.start + end)

    def sentences(self) -> Iterator[Tokens]:
        """The sentences that hold more than white space, in order."""
        return (sentence for sentence in self.doc.sents if sentence.text.strip())

    def sentence_span(self, sentence: Tokens) -> Span:
        """A sentence without the white space around it."""
        span = self.span(sentence)
        text = sentence.text
        lead = len(text) - len(text.lstrip())
        return Span(start=span.start + lead, end=span.start + len(text.rstrip()))

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a document offset, or None; white space between tokens has none."""
        inside = offset - self.block.span.start
        if not 0 <= inside < len(self.text):
            return None
        found = self.doc.char_span(inside, inside + 1, alignment_mode="expand")
        return found[0] if found is not None and len(found) else None
