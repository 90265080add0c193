"""What claims tell of together: events, and where their claims disagree."""

from typing import Literal

from graph.model import Claim, Copy, Participant, PlaceMention, Problem, Status
from graph.record import Record
from graph.when import When


class Conflict(Record):
    """Two claims that cannot both be right, or that deny each other."""

    one: str
    other: str
    """Ids of claims, `one` < `other`."""
    about: Literal["date", "quantity", "happening"]
    reason: str
    """A whole sentence a reader can check."""


class Event(Record):
    """The happening that one or more claims tell of; everything here is derived from its claims."""

    id: str
    """Id of its first claim by (published, document id, offset)."""
    type: str | None
    headline: str
    """Who did what to whom, made from the lead claim's own words."""
    when: When | None
    sort_key: str
    participants: tuple[Participant, ...]
    places: tuple[PlaceMention, ...]
    claim_ids: tuple[str, ...]
    """Lead claim first, then by (published, document id, offset)."""
    source_count: int
    claim_count: int
    status: Status
    conflicts: tuple[Conflict, ...]
    confidence: float
    fulfils: str | None = None
    """Id of the planned event that this one carries out."""
    problems: tuple[Problem, ...] = ()
    """What the rest of the store says against its dates; each names a document of its claims and the date's span."""


class SourcedClaim(Record):
    """A claim with what a reader needs to check it: its sentence and where that was published."""

    claim: Claim
    sentence: str
    """The words of `claim.sentence`."""
    title: str
    """Of the document."""
    copy_: Copy
    """The document's first copy: its publisher, address and date stand for the document."""
    copies: int
    """How many places the text was found in."""

    @property
    def place(self) -> tuple[str, str, str]:
        """Where it is told, as texts that sort: day of publication, document, offset. Undated documents last."""
        published, document, offset, _ = self.order
        return published, document, f"{offset:08d}"

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Earliest published first, then document, offset and id; undated documents last."""
        published = self.copy_.published
        day = (published.first or published.last) if published else None
        return (day.isoformat() if day else "9999-99-99", self.claim.document, self.claim.trigger.start, self.claim.id)
