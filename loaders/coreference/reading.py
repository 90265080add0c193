"""Reading a text word by word: who is named, described or meant, and by which rule."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from graph.model import Actor
from graph.record import Span
from loaders.coreference.entities import Entity
from loaders.coreference.phrases import Phrase
from loaders.coreference.talk import Talk
from loaders.lexicon.actors import Lexicon
from loaders.records import ActorMention
from loaders.trees import Tree


@dataclass
class Reading:
    """What is known while one block is read."""

    lexicon: Lexicon
    day: str
    """Publication day (ISO), or "" if unknown: whose offices are current."""
    talk: Talk
    actors: dict[str, Actor]
    """All actors met, those made on the way included."""
    tree: Tree
    heads: dict[int, list[ActorMention]] = field(default_factory=dict)
    """Head token → the names it heads."""
    persons: dict[int, ActorMention] = field(default_factory=dict)
    """First token of a person's name → the name."""
    inside: set[int] = field(default_factory=set)
    """Tokens inside names."""
    refs: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    """Token → whom it means."""
    chains: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    """Token → it and those joined before it by "and"."""
    said: list["Said"] = field(default_factory=list)
    """What pronouns and descriptions mean, in the order they were understood."""
    instead: dict[ActorMention, ActorMention] = field(default_factory=dict)
    """Names that turned out to mean somebody else than first thought."""
    quotes: tuple[tuple[int, int], ...] = ()
    """First and last character of each quotation, counted from the block's start, end excluded."""

    @property
    def parts(self) -> frozenset[str]:
        """Lemmas of "a contingent of", "thousands of"."""
        return self.lexicon.description_words["part"]

    def refer(self, token: Token, *entities: Entity) -> None:
        """Note whom a token means."""
        self.refs[token.i] = entities

    def whose(self, phrase: Phrase) -> Entity | None:
        """The owner before or behind a noun: "its", "Russia's", "the country's", "of Russia"."""
        for left in phrase.lefts:
            for token in (left, *left.lefts) if left.dep_ != "poss" else (left,):
                if token.i in self.refs and token.dep_ in {"poss", "amod", "compound", "nmod"}:
                    return self.refs[token.i][0]
        for right in phrase.head.rights:
            if right.dep_ == "prep" and right.lower_ == "of":
                owners = [self.refs[below.i][0] for below in right.rights if below.i in self.refs]
                if owners:
                    return owners[0]
        return None

    def entity(self, actor: Actor, token: Token) -> Entity:
        """The entity of an actor made on the way ("its troops")."""
        self.actors.setdefault(actor.id, actor)
        known = self.talk.by_actor.get(actor.id)
        if known is None:
            known = Entity(
                name=actor.name,
                kinds=(actor.kind,),
                number="plural" if actor.kind == "group" else "singular",
                actor=actor.id,
                gender=actor.gender,
                country=actor.country,
            )
            self.talk.by_actor[actor.id] = known
        if known not in self.talk.entities:
            self.talk.new(known, token)
        return known

    def state(self, entity: Entity | None) -> str | None:
        """Key of the state somebody is or belongs to."""
        return self.lexicon.state_of.get(entity.country or "") if entity else None

    def say(self, span: Span, entity: Entity, rule: str, *, name: str = "") -> None:
        """Put down that these words mean somebody; several for those named jointly."""
        start = self.tree.block.span.start
        text = str(self.tree.text[span.start - start : span.end - start])
        self.said += [Said(span, text, one, name or one.said, rule) for one in entity.members or (entity,)]


@dataclass(frozen=True)
class Said:
    """Words that mean somebody, kept until the end of the document: only then it is known who everybody is."""

    span: Span
    text: str
    entity: Entity
    name: str
    """What to call them here; empty for the entity's own name."""
    rule: str

    def mention(self) -> ActorMention:
        """The record."""
        one = self.entity.itself
        return ActorMention(
            span=self.span,
            text=self.text,
            actor=one.actor,
            name=self.name if self.name and one is self.entity else one.name,
            kind=one.kind,
            gender=one.gender,
            number=one.number,
            country=one.country,
            rule=self.rule,
        )
