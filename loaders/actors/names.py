"""What the parts of this stage hand to each other: a name in the text, not yet an actor's mention."""

from collections.abc import Iterator, Sequence
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
            self.made[ident] = _actor(ident, name, kind, country=country, listed=False)
        return ident

    def institution(self, state: str, key: str) -> str:
        """Id of an organ of a state; the state's own for words such as "government"."""
        found = self.lexicon.institutions[key]
        if not key:
            return state
        return self._of_state(state, key, f"{self.adjective(state)} {found.name}", found.kind)

    def forces(self, state: str) -> str:
        """Id of a state's soldiers."""
        return self._of_state(state, "troops", f"{self.adjective(state)} troops", "group")

    def people(self, state: str, name: str) -> str:
        """Id of a state's nationals."""
        return self._of_state(state, "people", name, "group")

    def adjective(self, state: str) -> str:
        """As it stands before a noun: "North Korean"."""
        return self.lexicon.countries[state].adjective

    def state(self, ident: str) -> str | None:
        """Key of the state an actor belongs to or is."""
        country = self[ident].country
        return self.lexicon.state_of.get(country) if country else None

    def _of_state(self, state: str, key: str, name: str, kind: ActorKind) -> str:
        ident = f"{state}.{key}"
        if ident not in self.made:
            country = self.lexicon.countries[state].iso
            self.made[ident] = _actor(ident, name, kind, country=country, belongs_to=(state,))
        return ident


def _actor(
    ident: str,
    name: str,
    kind: ActorKind,
    *,
    country: str | None,
    listed: bool = True,
    belongs_to: tuple[str, ...] = (),
) -> Actor:
    return Actor(
        id=ident,
        name=name,
        kind=kind,
        aliases=(),
        country=country,
        gender=None,
        roles=(),
        wikidata=None,
        belongs_to=belongs_to,
        listed=listed,
    )


def outside(span: Span, names: Sequence[Name]) -> bool:
    """Whether a span meets none of the names."""
    return not any(span.meets(name.span) for name in names)


def inside(span: Span, names: Sequence[Name]) -> Iterator[Name]:
    """The names that lie inside a span."""
    return (name for name in names if span.holds(name.span))
