"""The records of Dateline. Everything a user sees is one of these or derived from them.

A `Document` gives an `Extraction`: blocks, sentences, claims, actors, places, problems. Claims of all documents
together give events and conflicts (`graph/event.py`, made by `graph/resolve`).
"""

from datetime import datetime
from typing import Literal, get_args

from graph.record import Record, Span
from graph.when import When

BlockKind = Literal[
    "title", "byline", "dateline", "heading", "body", "caption", "embed", "comment", "related", "furniture"
]
CLAIM_BLOCKS: tuple[BlockKind, ...] = ("title", "heading", "body", "caption", "embed")
"""Kinds of block that claims may come from."""

Modality = Literal["asserted", "ongoing", "habitual", "planned", "denied", "hypothetical"]
Degree = Literal["sure", "likely", "possible", "unverified"]
Bound = Literal["exact", "about", "over", "at least", "under", "at most", "up to", "range", "several"]
Role = Literal["agent", "patient", "recipient", "instrument", "topic", "other"]
ActorKind = Literal["person", "organisation", "state", "unit", "group", "media", "thing"]
Gender = Literal["female", "male"]
Status = Literal["corroborated", "one source", "disputed", "denied", "planned", "hypothetical"]
STATUSES: tuple[Status, ...] = get_args(Status)
FACTUAL: frozenset[Modality] = frozenset({"asserted", "ongoing", "habitual"})
"""Modalities that say: it happened, or it is so."""


class Copy(Record):
    """One place where a text was found."""

    uri: str
    """A web address, or the file's path below the folder that was loaded: `a/b.txt`, or `b.txt` alone."""
    publisher: str
    """Empty if unknown."""
    sha256: str
    """Of the bytes, before decoding."""
    published: When | None
    published_basis: str
    """given | metadata | byline | dateline | embed | address | bounds; empty if there is no date."""
    loaded_at: datetime | None = None
    """UTC. Never exported: loading again must change nothing."""
    title: str = ""
    """What this copy is given or calls itself; the document's title is that of its first copy."""
    authors: tuple[str, ...] = ()
    language: str = ""
    origin: str = ""
    """Fingerprint of the bytes and of all that was given with them: unchanged, the copy need not be read again."""


class Document(Record):
    """One text. Every offset anywhere counts Unicode code points of `text`, from 0, end excluded."""

    id: str
    """Hash of `text` (`graph.ids.document_id`)."""
    text: str
    """Decoded, byte order mark dropped, CR LF → LF, nothing else changed."""
    title: str
    authors: tuple[str, ...]
    language: str
    """ISO 639-1; empty if unknown."""
    copies: tuple[Copy, ...]
    """At least one, sorted by (published, publisher, uri), undated ones last; the first one anchors dates."""
    reader: str
    """Fingerprint of rules, lexicon, model and libraries; empty before extraction."""


class Block(Record):
    """A run of lines of one kind. Blocks do not overlap and stand in order of the text."""

    kind: BlockKind
    span: Span


class Sentence(Record):
    """One sentence of one block."""

    id: str
    """Hash of document id and span."""
    span: Span
    block: BlockKind


class Participant(Record):
    """Who or what takes part in a claim."""

    actor: str | None
    """Id of an `Actor`; None for a thing that is local to its document."""
    name: str
    """The fullest name the document gives; pronouns and descriptions resolved."""
    role: Role
    text: str
    span: Span


class Speaker(Record):
    """One who says a claim. Speakers with one `position` speak jointly."""

    actor: str | None
    name: str
    """The fullest name the document gives; for unnamed speakers ("officials") the words themselves."""
    named: bool
    """False for "officials", "reports": such count once a document and never corroborate."""
    position: int
    """0 is the nearest speaker, 1 the one who passes that on, …"""
    cue: str
    """The word that gives it away: "said", "according to"; empty when carried over."""
    quoted: bool
    """Whether the words stand in quotation marks."""
    text: str
    span: Span


class Certainty(Record):
    """How sure the voice is, and the words that say so."""

    degree: Degree
    text: str
    """Empty when sure."""


class Quantity(Record):
    """A number with what it counts."""

    low: float | None
    high: float | None
    """Equal to `low` for one number; None for an open end ("over 3,000" has low 3000)."""
    bound: Bound
    unit: str
    """The head noun as written, in the plural for people and things: soldiers, shells, percent."""
    rate: str | None
    """Such as "per day"."""
    role: Role
    """Which participant is counted."""
    text: str
    """The whole phrase: "about 3,000 North Korean soldiers"."""
    span: Span


class PlaceMention(Record):
    """Where a claim says it happened."""

    place: str | None
    """Id of a `Place`."""
    name: str
    text: str
    span: Span


class Problem(Record):
    """Something odd in a document: what it was, and what was assumed. Loading goes on."""

    document: str
    span: Span | None
    code: str
    """Short and stable, in kebab-case: `no-date`, `impossible-date`, `reply-before-question` …"""
    found: str
    """What was odd, a whole sentence."""
    assumed: str
    """What was assumed, a whole sentence."""


class Wording(Record):
    """The words of a sentence that tell a claim, by its grammar; each part in the order in which it is told."""

    subject: tuple[Span, ...] = ()
    """Whom or what the verb speaks of; empty where nobody is named, or a noun tells it."""
    verb: tuple[Span, ...] = ()
    """The verb with its helpers: "has not yet begun to move"; empty where a noun tells it."""
    rest: tuple[Span, ...] = ()
    """What belongs to the verb; of a noun its phrase, or the clause it stands in."""
    adjuncts: tuple[Span, ...] = ()
    """Those of `rest` without which the sentence stands: where, how, by whom."""
    said: tuple[Span, ...] = ()
    """What is said, before who says it ("Norland has moved, the agency said") or in quotation marks behind."""


class Claim(Record):
    """One source's word, in one sentence, that something happened, will happen, or did not happen.

    Never merged, never corrected; an `Event` gathers the claims that tell of the same happening.
    """

    id: str
    """`graph.ids.claim_id` of document, trigger span and running number: the same text gives the same id."""
    document: str
    sentence: Span
    trigger: Span
    trigger_text: str
    lemma: str
    """Of the trigger: "send", "summon", "visit"."""
    wording: Wording = Wording()
    """What a headline is made of; empty where grammar gave none."""
    type: str | None
    """Of `graph/ontology.csv`; None where nothing fits."""
    participants: tuple[Participant, ...]
    """In order of the text."""
    places: tuple[PlaceMention, ...]
    when: When | None
    """None only for what is not said to happen at any time ("would have gone")."""
    said_by: tuple[Speaker, ...]
    """Sorted by position, then span; empty = the author's own voice."""
    about: tuple[str, ...]
    """Ids of claims of this document that it denies, answers or reports."""
    modality: Modality
    certainty: Certainty
    quantities: tuple[Quantity, ...]
    confidence: float
    """Chance that a careful reader would list this claim and find type, agent, date, source and modality right."""
    rules: tuple[str, ...]
    """Names of the rules that read it, in the order they fired."""
    block: BlockKind
    problems: tuple[str, ...]
    """Codes of problems that touch it."""

    def is_touched_by(self, problem: Problem) -> bool:
        """Whether a problem is about the words that its date was read from, or one of its own about its sentence."""
        if problem.document != self.document or problem.span is None:
            return False
        if self.when is not None and self.when.span == problem.span:
            return True
        return problem.code in self.problems and self.sentence.meets(problem.span)


class ActorRole(Record):
    """An office held from one day to another, both included; None where unknown or unended."""

    title: str
    first: str | None
    """EDTF."""
    last: str | None


class Actor(Record):
    """Person, organisation, state, military unit or group with a key of its own."""

    id: str
    """Listed: the key of its lexicon row. Any other: `graph.ids.actor_id` of document and folded name."""
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    """Sorted, without the name itself."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    gender: Gender | None
    roles: tuple[ActorRole, ...]
    wikidata: str | None
    """Only where certain."""
    belongs_to: tuple[str, ...] = ()
    """Ids of actors: a minister's government, a unit's army."""
    listed: bool = True
    """Whether it comes from a lexicon row."""


class Place(Record):
    """A place with a point on the map where that is certain."""

    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None


class Extraction(Record):
    """All that one document gives."""

    document: Document
    """As given, with what was found out: title, language, publication date, `reader`."""
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    """In order of trigger span."""
    actors: tuple[Actor, ...]
    """Those that a claim names, by id."""
    places: tuple[Place, ...]
    problems: tuple[Problem, ...]
