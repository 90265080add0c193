"""Trees and bare clauses of a sentence or two, for tests of the stages that stand on them."""

from collections.abc import Sequence
from datetime import date

from graph.model import Block, BlockKind, Certainty, Modality
from graph.record import Record, Span
from graph.when import Grain, When
from loaders.parse import parse
from loaders.records import ActorMention, Clause, Mood, ReadTime, TimeMention, Voice
from loaders.trees import Tree


def trees_of(*blocks: str, kind: BlockKind = "body") -> tuple[Tree, ...]:
    """One block each, an empty line between them."""
    text, found = "", []
    for block in blocks:
        found.append(Block(kind=kind, span=Span(start=len(text), end=len(text) + len(block))))
        text += block + "\n\n"
    return parse(text, found)


def clause_of(trees: Sequence[Tree], word: str) -> Clause:
    """A clause without arguments whose trigger is the first such word of the trees."""
    number, token = next((n, token) for n, tree in enumerate(trees) for token in tree.doc if token.text == word)
    tree = trees[number]
    return Clause(
        sentence=tree.sentence_span(token.sent),
        block=tree.block.kind,
        tree=number,
        token=token.i,
        verb=token.i if token.pos_ == "VERB" else None,
        trigger=tree.span(token),
        trigger_text=token.text,
        lemma=token.lemma_,
        form="noun" if token.pos_ == "NOUN" else "verb",
        slots=(),
        places=(),
        type=None,
        parent=None,
        link="root",
        rules=(),
    )


def mood(clause: int, modality: Modality = "asserted") -> Mood:
    """How a clause is meant."""
    return Mood(clause=clause, modality=modality, certainty=Certainty(degree="sure", text=""), rule="plain")


def time_of(trees: Sequence[Tree], words: str, first: str, last: str | None = None, grain: Grain = "day") -> ReadTime:
    """The first mention of these words, resolved to days."""
    tree = next(tree for tree in trees if words in tree.doc.text)
    start = tree.block.span.start + tree.doc.text.index(words)
    span = Span(start=start, end=start + len(words))
    days = {"first": date.fromisoformat(first), "last": date.fromisoformat(last or first)}
    when = When(grain=grain, basis="explicit", text=words, span=span, **days)
    mention = TimeMention(text=words, span=span, kind="date", rule="test", form=Record())
    return ReadTime(mention=mention, when=when, value=first)


def silent(clause: int, about: tuple[int, ...] = ()) -> Voice:
    """The author's own voice."""
    return Voice(clause=clause, said_by=(), about=about, rule="author")


def person(trees: Sequence[Tree], words: str, name: str | None = None, *, kind: str = "person") -> ActorMention:
    """The first mention of these words, as a listed actor."""
    tree = next(tree for tree in trees if words in tree.doc.text)
    start = tree.block.span.start + tree.doc.text.index(words)
    return ActorMention.model_validate(
        {
            "span": {"start": start, "end": start + len(words)},
            "text": words,
            "actor": (name or words).lower().replace(" ", "-"),
            "name": name or words,
            "kind": kind,
            "gender": None,
            "number": "singular",
            "country": None,
            "rule": "test",
        }
    )
