"""The talk of one text: its entities, and which of them a word means by presence, number, gender and kind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations

from spacy.tokens import Token

from loaders.coreference.entities import FADING, OFTEN, Entity, entity_of
from loaders.coreference.pronouns import Pronoun, binds, may_mean, subjects_above
from loaders.records import ActorMention

ENOUGH = 0.16
"""Presence below which nobody is meant."""
SAME_PLACE = 0.1
"""Subjects like to mean subjects."""
SPEAKS_ITSELF = -0.3
"""Whoever spoke just before is seldom "they" in somebody else's quotation."""
LATER = 0.06
"""Of two in the pronoun's own sentence the later one is a little likelier."""
SPEAKING_SENTENCES = 5
KNOWN_GENDER = 0.12
BODY_AS_THEY = -0.3
THING = -0.12
THINGS = -0.45
THING_OWNS = -0.2
OWN_CLAUSE, CLAUSE_ABOVE = 0.3, 0.12
"""The subject of the pronoun's own clause, and of the next one above."""
KEPT, KEPT_THINGS = 40, 4
"""Sentences that an entity, or a thing, is remembered."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass
class Talk:
    """Entities in order of first mention, and the number of the sentence being read."""

    entities: list[Entity] = field(default_factory=list)
    by_actor: dict[str, Entity] = field(default_factory=dict)
    sentence: int = 0

    def next_sentence(self) -> None:
        """Go on; what has not been mentioned for long is let go."""
        self.sentence += 1
        self.entities = [
            e for e in self.entities if self.sentence - e.sentence <= (KEPT_THINGS if e.kind == "thing" else KEPT)
        ]

    def named(self, mention: ActorMention, token: Token) -> Entity:
        """Note a name; the same actor is the same entity."""
        entity = self.by_actor.get(mention.actor or "")
        if entity is None:
            entity = entity_of(mention)
            if mention.actor:
                self.by_actor[mention.actor] = entity
        if entity not in self.entities:
            self.entities.append(entity)
        if mention.rule != "adjective of a country":
            entity.said = mention.name
        if mention.rule != "adjective of a country" or entity.sentence < 0:
            entity.seen(self.sentence, token.i, token.dep_)
        return entity

    def new(self, entity: Entity, token: Token) -> Entity:
        """Note somebody or something new."""
        self.entities.append(entity)
        entity.seen(self.sentence, token.i, token.dep_)
        return entity

    def join(self, members: Iterable[Entity], token: Token) -> Entity:
        """Note that several were named jointly; the same several are one entity."""
        together = tuple(members)
        kinds = tuple(dict.fromkeys(kind for member in together for kind in member.kinds))
        same = next((entity for entity in self.entities if entity.members == together), None)
        joint = same or Entity(name="", kinds=kinds, number="plural", members=together)
        if same is None:
            self.entities.append(joint)
        joint.seen(self.sentence, token.i, token.dep_)
        return joint

    def meant(
        self, pronoun: Pronoun, token: Token, *, speaking: float, quoted: bool, excluded: Iterable[Entity]
    ) -> Entity | None:
        """Whom a pronoun means: the most present of those it may mean, or nobody."""
        shut_out = list(excluded)

        def score(entity: Entity) -> float:
            return self._presence(pronoun, token, entity, speaking=speaking, quoted=quoted)

        able = [
            entity
            for entity in self.entities
            if self.sentence - entity.sentence <= pronoun.reach
            and may_mean(pronoun, entity)
            and not (entity.sentence == self.sentence and binds(token, entity))
            and not any(entity is other or other in entity.members for other in shut_out)
        ]
        best = max(able, key=score, default=None)
        return best if best is not None and score(best) >= ENOUGH else None

    def _presence(self, pronoun: Pronoun, token: Token, entity: Entity, *, speaking: float, quoted: bool) -> float:
        score = entity.presence(self.sentence)
        if token.dep_ in SUBJECTS and entity.weight > 0.9:  # noqa: PLR2004 – a subject's weight
            score += SAME_PLACE
        if speaking and self.sentence - entity.spoke <= SPEAKING_SENTENCES:
            score += speaking * FADING ** (self.sentence - entity.spoke - 1)
        elif quoted and self.sentence - entity.spoke <= 1:
            score += SPEAKS_ITSELF
        if pronoun.gender and entity.gender == pronoun.gender:
            score += KNOWN_GENDER
        if pronoun.number == "plural" and _is_body(entity) and entity.plural < entity.sentence:
            score += BODY_AS_THEY
        if entity.kind == "thing":
            score += THING if pronoun.number == "singular" else THINGS
            score += THING_OWNS if token.dep_ == "poss" else 0
        if entity.sentence == self.sentence:
            score += LATER * entity.token / max(token.i, 1)
        return score + self._clause(token, entity)

    def _clause(self, token: Token, entity: Entity) -> float:
        """More for the subject of the clause that the pronoun stands in."""
        if entity.sentence != self.sentence:
            return 0.0
        undergone = _undergone_above(token)
        if undergone:
            return OWN_CLAUSE if entity.token in undergone else 0.0
        above = [subject.i for subject in subjects_above(token)[:2]]
        return next(
            (gain for at, gain in zip(above, (OWN_CLAUSE, CLAUSE_ABOVE), strict=False) if at == entity.token), 0
        )

    def nation(self) -> str | None:
        """The country (ISO) that most of the talk is about at the moment."""
        total: dict[str, float] = {}
        for entity in self.entities:
            if entity.country and entity.kind != "media" and self.sentence - entity.sentence <= SPEAKING_SENTENCES:
                total[entity.country] = total.get(entity.country, 0.0) + entity.presence(self.sentence)
        return max(total, key=total.__getitem__, default=None)

    def latest(self, fits: Callable[[Entity], bool], reach: int, *, often: float = 0.0) -> Entity | None:
        """The most present entity that fits and was mentioned in the last sentences.

        `often` is what each mention so far adds to its presence.
        """
        able = [e for e in self.entities if self.sentence - e.sentence <= reach and fits(e)]
        return max(able, key=lambda e: e.presence(self.sentence) + often * min(e.count, OFTEN), default=None)

    def pair(self, fits: Callable[[Entity], bool], reach: int) -> tuple[Entity, ...]:
        """The two that "both countries" means: those last named jointly, else the two most present."""
        joint = self.latest(lambda e: len(e.members) == 2 and all(map(fits, e.members)), reach)  # noqa: PLR2004
        if joint:
            return joint.members
        able = [e for e in self.entities if self.sentence - e.sentence <= reach and not e.members and fits(e)]
        pairs = combinations(sorted(able, key=lambda e: -e.presence(self.sentence))[:2], 2)
        return next(pairs, ())


def _undergone_above(token: Token) -> list[int]:
    """Objects of the verb above a passive: in "questioned two men after they were caught" it is the men."""
    clause = token.head
    if token.dep_ != "nsubjpass" or clause.dep_ != "advcl":
        return []
    return [child.i for child in clause.head.children if child.dep_ == "dobj" and child.i < clause.i]


def _is_body(entity: Entity) -> bool:
    """Whether it is one body that only loosely is called "they"; a team or family is so by nature."""
    return entity.number == "singular" and not entity.members and "group" not in entity.kinds
