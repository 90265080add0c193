"""What the other stages found out about one document, clause by clause."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from graph.model import PlaceMention, Problem, Wording
from graph.record import Span
from loaders.mentions import Mentions
from loaders.records import ActorMention, Clause, Counted, Dated, Mood, Voice
from loaders.trees import Tree


@dataclass(frozen=True)
class Material:
    """Clauses with their moods, voices and dates (each in the order of the clauses), and what the text names."""

    document: str
    """Id."""
    trees: Sequence[Tree]
    clauses: Sequence[Clause]
    moods: Sequence[Mood]
    voices: Sequence[Voice]
    dated: Sequence[Dated]
    counted: Sequence[Counted]
    """In any order; a clause may have several."""
    mentions: Mentions
    states: Mapping[str, ActorMention]
    """Country → a mention of that state."""
    places: Sequence[PlaceMention]
    countries: Mapping[str, str]
    """Id of a place → its country, where known."""
    problems: Sequence[Problem]
    time_rules: Mapping[Span, str]
    """Words of a time → the rule that read them."""
    wording: Callable[[Clause], Wording]
    """The words that tell a clause; asked of claims alone, for most clauses are none."""

    @cached_property
    def first_told(self) -> Mapping[tuple[str, str | None], int]:
        """(lemma, type) → the first clause that has them."""
        found: dict[tuple[str, str | None], int] = {}
        for index, clause in enumerate(self.clauses):
            found.setdefault((clause.lemma, clause.type), index)
        return found

    def token(self, index: int) -> Token:
        """The head word of a clause's trigger."""
        clause = self.clauses[index]
        return self.trees[clause.tree].doc[clause.token]
