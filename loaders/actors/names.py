"""What the parts of this stage hand to each other: a name in the text, not yet an actor's mention."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.ids import actor_id
from graph.model import Actor, ActorKind
from graph.record import Span
from loaders.lexicon.actors import Lexicon
from loaders.lexicon.phrases import fold


@dataclass(frozen=True)
class Name:
    """Words that name somebody, with all the actors they may mean, likeliest first."""

    span: Span
    text: str
    actors: tuple[str, ...]
    rule: str
    own_name: str = ""
    """What the mention is to be called, if not by the fullest name of its actor ("the Kim regime")."""

    def meaning(self, *actors: str) -> "Name":
        """The same words for these actors."""
        return replace(self, actors=actors)


@dataclass
class Cast:
    """The actors of one document while it is read: listed ones by key, others by id."""

    document: str
    lexicon: Lexicon
    made: dict[str, Actor] = field(default_factory=dict)

    def __getitem__(self, ident: str) -> Actor:
        return self.made.get(ident) or self.lexicon.actors[ident]

    def unlisted(self, name: str, kind: ActorKind, *, country: str | None = None) -> str:
        """Id of an actor that no row lists; the same folded name is the same actor."""
        ident = actor_id(self.document, fold(name))
        if ident not in self.made:
            self.made[ident] = Actor(
                id=ident,
                name=name,
                kind=kind,
                aliases=(),
                country=country,
                gender=None,
                roles=(),
                wikidata=None,
                listed=False,
            )
        return ident

    def keep(self, actor: Actor) -> str:
        """Id of an actor that rows make out of a country."""
        self.made.setdefault(actor.id, actor)
        return actor.id

    def state(self, ident: str) -> str | None:
        """Key of the state an actor belongs to or is."""
        return self.lexicon.state(self[ident])


class Spans:
    """Spans of one document, to be asked which of them meet another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def meeting(self, other: Span) -> list[Span]:
        """Those that share a character with it, in order."""
        near = self._spans[
            bisect_left(self._starts, other.start - self._longest) : bisect_left(self._starts, other.end)
        ]
        return [span for span in near if span.meets(other)]
