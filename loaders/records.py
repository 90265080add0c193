"""What the stages hand to each other. A stage is a function from these to these; stages do not import each other."""

from pathlib import Path
from typing import Literal

from pydantic import SerializeAsAny

from graph.model import (
    Actor,
    ActorKind,
    BlockKind,
    Certainty,
    Gender,
    Modality,
    Place,
    PlaceMention,
    Problem,
    Quantity,
    Role,
    Speaker,
)
from graph.record import Record, Span
from graph.when import When

UNNAMED = "unnamed source"
"""Name of a speaker whom the words do not name at all ("reportedly", "it is believed")."""


class Given(Record):
    """What somebody said about a document: a row of `documents.csv`, a JSON line, the command line. All optional."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    """EDTF, or any date string a person would write."""
    language: str = ""


class Found(Record):
    """One text as a format module hands it over, before anything is read in it."""

    name: str
    """File name without folders; what a user recognises it by."""
    text: str
    """Decoded, byte order mark dropped, CR LF → LF."""
    sha256: str
    """Of the bytes."""
    format: str
    given: Given
    metadata: Given
    """What the file says about itself (HTML metadata); weaker than `given`."""
    path: Path | None = None


class Published(Record):
    """When a document was published, as far as it or anybody says."""

    when: When | None
    """Days that hold the publication day; an open side is unknown, `uncertain` marks what rests on weak evidence."""
    basis: str
    """given | metadata | byline | dateline | embed | address | bounds; empty if nothing speaks."""
    problems: tuple[Problem, ...]

    @property
    def anchor(self) -> When | None:
        """The days that relative words ("on Wednesday") count from; None if only a bound is known.

        A page stands within days of the latest tweet in it, so that tweet's day serves. Other bounds do not: who
        mentions 2022 may write in 2025.
        """
        if self.when is None or self.basis == "bounds" or self.when.first is None:
            return None
        day = {"last": self.when.first, "uncertain": True}
        return self.when if self.when.last else self.when.model_copy(update=day)


TimeKind = Literal["date", "time", "duration", "set"]


class TimeMention(Record):
    """Words that name a time, found before anything is known about when they were written.

    The unresolved form is private to `loaders.times`; other stages see the words, then the resolved `ReadTime`.
    """

    text: str
    span: Span
    kind: TimeKind
    rule: str
    """Name of the rule that found it."""
    form: SerializeAsAny[Record]
    """The unresolved form (`loaders.times.forms.Said`)."""
    deictic: bool = False
    """Whether it says nothing to a reader who does not know the day of writing: “Wednesday”, “yesterday afternoon”."""


class ReadTime(Record):
    """A time mention with its days."""

    mention: TimeMention
    when: When | None
    """None for durations, sets, and what cannot be put on a calendar."""
    value: str
    """TIMEX3 value: "2024-10-18", "P3D", "XXXX-WXX-3" …; empty if there is none."""


Number = Literal["singular", "plural"]


class ActorMention(Record):
    """Words that name or describe somebody or something."""

    span: Span
    text: str
    actor: str | None
    """Id of an actor; None for a thing or an unresolved description."""
    name: str
    """The fullest name the document gives."""
    kind: ActorKind
    gender: Gender | None
    number: Number
    country: str | None
    rule: str


class ActorsFound(Record):
    """Who and what a document names, before pronouns and descriptions are resolved."""

    mentions: tuple[ActorMention, ...]
    """In order of the text, the longer one first; one may stand inside another ("South Korea" in "South Korea's NIS").

    For a head word take the shortest mention that covers it (`loaders.mentions.mentions_at`).
    """
    actors: tuple[Actor, ...]
    """Those mentioned, by id."""
    place_mentions: tuple[PlaceMention, ...]
    """Every name of a place, whether or not anything happens there, in order of the text."""
    places: tuple[Place, ...]
    """Those mentioned, by id."""


class Slot(Record):
    """One argument of a clause, as grammar gives it: a phrase, not yet an actor."""

    role: Role
    span: Span
    """The whole phrase without what follows a relative pronoun or a comma."""
    head: Span
    """Its head word."""
    text: str
    via: str
    """How it hangs on the trigger: `subject`, `object`, `passive subject`, `by`, `to`, `possessor`, `control` …"""


ClauseLink = Literal["root", "complement", "relative", "adverbial", "conjunct", "control", "attributive", "nominal"]


class Clause(Record):
    """One verb or event noun with what hangs on it, before anybody judges whether it is a claim."""

    sentence: Span
    block: BlockKind
    tree: int
    """Which of the document's trees (`loaders.trees.Tree`) it stands in."""
    token: int
    """The trigger's head token in that tree."""
    verb: int | None
    """The verb that carries the arguments: the trigger itself, or "held" of "held talks"; None of a bare noun."""
    trigger: Span
    trigger_text: str
    lemma: str
    """Lower case; phrasal verbs with their particle ("hold back"), light verbs give the noun ("visit")."""
    form: Literal["verb", "noun", "adjective"]
    slots: tuple[Slot, ...]
    """In order of the text; conjoined arguments are a slot each."""
    places: tuple[Slot, ...]
    """Phrases of place."""
    type: str | None
    """Of the ontology, by the lexicon."""
    parent: int | None
    """Index of the clause it hangs on."""
    link: ClauseLink
    rules: tuple[str, ...]


class Voice(Record):
    """Who says a clause."""

    clause: int
    said_by: tuple[Speaker, ...]
    about: tuple[int, ...]
    """Indices of clauses that this one reports, denies or answers."""
    rule: str


class Mood(Record):
    """How a clause is meant."""

    clause: int
    modality: Modality
    certainty: Certainty
    rule: str


class Counted(Record):
    """A number and the slot of a clause it counts."""

    clause: int
    quantity: Quantity
    rule: str


class Dated(Record):
    """When a clause says that it happened."""

    clause: int
    when: When | None
    rule: str
