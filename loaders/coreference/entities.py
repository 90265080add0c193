"""Who is talked about so far, and how present each is to the reader."""

from dataclasses import dataclass, field

from graph.model import ActorKind, Gender
from loaders.records import ActorMention, Number

FADING = 0.72
"""What is left of presence from one sentence to the next."""
OFTEN = 6
"""From so many mentions on, more mentions add nothing."""
WEIGHTS = {
    "nsubj": 1.0,
    "nsubjpass": 0.95,
    "ROOT": 0.8,
    "dobj": 0.65,
    "dative": 0.6,
    "attr": 0.4,
    "agent": 0.6,
    "pobj": 0.45,
    "appos": 0.4,
    "poss": 0.45,
    "conj": 0.6,
    "compound": 0.2,
    "amod": 0.2,
    "nmod": 0.2,
}
"""Presence by grammatical place: subjects first, as in centering theory (Grosz, Joshi and Weinstein 1995)."""


@dataclass(eq=False)
class Entity:
    """Somebody or something talked about."""

    name: str
    kinds: tuple[ActorKind, ...]
    """What it may be, likeliest first."""
    number: Number
    actor: str | None = None
    gender: Gender | None = None
    country: str | None = None
    nouns: set[str] = field(default_factory=set)
    """Lemmas of nouns it was called by."""
    members: tuple["Entity", ...] = ()
    """Those named jointly ("Russia and North Korea"); empty for one alone."""
    said: str = ""
    """What it was called last, where that says more than its name ("the South Korean government")."""
    same: "Entity | None" = None
    """Who it turned out to be."""
    sentence: int = -99
    weight: float = 0.0
    token: int = -1
    plural: int = -99
    """The last sentence in which a body was named by its people ("the South Koreans")."""
    count: int = 0
    body: "Entity | None" = None
    """The body that a person was introduced as belonging to; "we" in their words is that body."""
    spoke: int = -99
    """The last sentence in which it was said to say something."""

    @property
    def kind(self) -> ActorKind:
        return self.kinds[0]

    @property
    def is_forces(self) -> bool:
        """Whether it is the soldiers of a state."""
        return (self.actor or "").endswith(".troops")

    @property
    def itself(self) -> "Entity":
        """Who it is in the end."""
        return self.same.itself if self.same else self

    def seen(self, sentence: int, token: int, dep: str) -> None:
        """Note one more mention."""
        weight = WEIGHTS.get(dep, 0.3)
        self.weight = max(weight, self.weight) if sentence == self.sentence else weight
        self.sentence, self.token = sentence, token
        self.count += 1

    def presence(self, sentence: int) -> float:
        """How present it is to the reader in a sentence, roughly between 0 and 1.2."""
        return FADING ** (sentence - self.sentence) * (0.4 + 0.6 * self.weight) + 0.03 * min(self.count, OFTEN)


def entity_of(mention: ActorMention) -> Entity:
    """What a name in the text brings into the talk."""
    return Entity(
        name=mention.name,
        kinds=(mention.kind,),
        number=mention.number,
        actor=mention.actor,
        gender=mention.gender,
        country=mention.country,
    )
