"""Claims in one line: who did what to whom, when, according to whom, and where that was published."""

from datetime import date

from graph.event import SourcedClaim
from graph.ids import claim_id, document_id, folded
from graph.model import Bound, Claim, Modality, Participant, PlaceMention, Quantity, Role, Speaker
from graph.record import Span
from graph.when import When, bounded_by
from tests.factories import claim as whole
from tests.factories import copy_

LISTED = {
    name: folded(name).replace(" ", "_")
    for name in ("Norland", "Sudria", "Westmark", "Ada Quill", "Bo Lind", "Harbour Courier", "NIA", "Norland army")
}
"""Names that a lexicon row gives a key."""
LEMMAS = {"sent": "send", "sends": "send", "deployed": "deploy", "dispatched": "dispatch", "met": "meet"}
PUBLISHED = "2024-10-25"


def told(  # noqa: PLR0913 – a claim has this many sides, and a test names two or three of them
    words: str,
    *,
    on: When | None = None,
    by: str = "",
    in_: str = "The Harbour Courier",
    published: str | None = PUBLISHED,
    at: str = "",
    type_: str | None = "AID",
    count: Quantity | None = None,
    modality: Modality = "asserted",
    text: str = "",
    document: str = "",
    offset: int = 0,
    copies: int = 1,
) -> SourcedClaim:
    """A claim from "AGENTS | trigger | PATIENTS | RECIPIENTS"; parts may be empty, names are joined by "&".

    A speaker in small letters is unnamed; speakers joined by "&" speak jointly. Without `on` the claim is bounded by
    publication. Claims of one `document` share it; any other text is another document.
    """
    parts = [part.strip() for part in words.split("|")]
    agents, trigger, patients, recipients = [*parts, "", "", ""][:4]
    sentence = text or f"{words} {at} {by} {in_} {published}"
    ident = document_id(document or f"{sentence} {on} {modality} {count}")
    claim = whole(trigger or words, sentence, type_=type_, modality=modality)
    who = (("agent", agents), ("patient", patients), ("recipient", recipients))
    made = claim.model_copy(
        update={
            "id": claim_id(ident, Span(start=offset, end=offset + 1), 0),
            "document": ident,
            "lemma": LEMMAS.get(trigger, trigger),
            "when": on or (bounded(published, planned=modality == "planned") if published else None),
            "participants": tuple(p for role, names in who for p in participants(names, role)),
            "places": (place(at),) if at else (),
            "said_by": tuple(voice(name.strip()) for name in by.split("&") if name.strip()),
            "quantities": (count,) if count else (),
        }
    )
    copy = copy_(f"{ident}.txt", publisher=in_, published=published)
    return SourcedClaim(claim=moved(made, offset), sentence=sentence, title="", copy_=copy, copies=copies)


def moved(claim: Claim, offset: int) -> Claim:
    """The claim so many characters later in its document."""
    spans = {
        name: Span(start=span.start + offset, end=span.end + offset)
        for name, span in (("sentence", claim.sentence), ("trigger", claim.trigger))
    }
    return claim.model_copy(update=spans)


def bounded(published: str, *, planned: bool = False) -> When:
    """Without a date of its own."""
    return bounded_by(date.fromisoformat(published), planned=planned)


def participants(names: str, role: str) -> list[Participant]:
    """Those of one role, names joined by "&"."""
    return [
        Participant.model_validate(
            {"actor": LISTED.get(name), "name": name, "role": role, "text": name, "span": Span(start=0, end=1)}
        )
        for name in (part.strip() for part in names.split("&"))
        if name
    ]


def place(name: str) -> PlaceMention:
    """A place without a key."""
    return PlaceMention(place=None, name=name, text=name, span=Span(start=0, end=1))


def voice(name: str, position: int = 0) -> Speaker:
    """A speaker; one in small letters is unnamed."""
    return Speaker(
        actor=LISTED.get(name),
        name=name,
        named=not name.islower(),
        position=position,
        cue="said",
        quoted=False,
        text=name,
        span=Span(start=0, end=1),
    )


def number(
    low: float, unit: str = "soldiers", *, bound: Bound = "exact", high: float | None = None, role: Role = "patient"
) -> Quantity:
    """So many of them."""
    return Quantity(
        low=low,
        high=low if high is None else high,
        bound=bound,
        unit=unit,
        rate=None,
        role=role,
        text=f"{bound} {low:g} {unit}",
        span=Span(start=0, end=1),
    )
