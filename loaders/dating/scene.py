"""What the rules of dating look at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Token

from graph.when import When
from loaders.dating.owners import handed_on
from loaders.records import Clause, Mood, ReadTime, Voice
from loaders.trees import Tree

Found = TypeVar("Found")


@dataclass(frozen=True)
class Scene:
    """Everything the rules look at."""

    trees: Sequence[Tree]
    clauses: Sequence[Clause]
    moods: Sequence[Mood]
    voices: Sequence[Voice]
    found: dict[int, When | None]
    """Own dates, then those of clauses dated so far."""
    at: tuple[dict[int, int], ...]
    """For each tree: head token of a trigger → clause."""
    reported: dict[int, int]
    """Clause → the clause of saying that it is the content of."""
    published: When | None
    times: tuple[ReadTime, ...]
    known: dict[int, When] = field(default_factory=dict)
    """Clause → days of a known happening that its words put it beside."""

    kept: dict[str, object] = field(default_factory=dict)
    """What was looked up once for all rules."""

    def once(self, name: str, look: Callable[["Scene"], Found]) -> Found:
        """What `look` finds in this scene, looked up on the first call only."""
        if name not in self.kept:
            self.kept[name] = look(self)
        return self.kept[name]  # type: ignore[return-value]  # one name, one function

    def token(self, index: int) -> Token:
        """The head token of a clause's trigger."""
        clause = self.clauses[index]
        return self.trees[clause.tree].doc[clause.token]

    def clause_at(self, tree: int, token: Token) -> int | None:
        """The clause whose trigger this is, or the happening that an empty verb introduces."""
        if token.i in self.at[tree]:
            return self.at[tree][token.i]
        return next(handed_on(token, self.at[tree]), None) if token.pos_ in {"VERB", "AUX"} else None
