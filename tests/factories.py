"""Whole records from the one or two fields a test is about. Every span cuts out the words it claims."""

from datetime import date

from graph.event import Conflict, Event, SourcedClaim
from graph.ids import claim_id, digest, document_id, sentence_id
from graph.model import (
    Actor,
    ActorKind,
    Block,
    Certainty,
    Claim,
    Copy,
    Degree,
    Document,
    Extraction,
    Modality,
    Participant,
    Quantity,
    Role,
    Sentence,
    Speaker,
    Status,
)
from graph.record import Span
from graph.store.base import Card
from graph.when import Basis, Grain, When, bounded_by, sort_key

SENTENCE = "Norland sent about 3,000 soldiers to Sudria on 18 October 2024, the defence ministry said."
OUTLET = "The Harbour Courier"


def span_of(words: str, text: str, *, nth: int = 0) -> Span:
    """Where the words stand in the text, the nth time from 0; they must."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def days(first: str | None, last: str | None = None, *, grain: Grain = "day", basis: Basis = "explicit") -> When:
    """A run of days from ISO dates; one date is one day; None is an open side."""
    return When(
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last or first or "") if last or first else None,
        grain=grain,
        basis=basis,
        text="",
    )


def until(day: str) -> When:
    """Bounded by that publication day."""
    return bounded_by(date.fromisoformat(day), planned=False)


def copy_(uri: str = "courier.txt", *, publisher: str = OUTLET, published: str | None = "2024-10-25") -> Copy:
    """A place where a text was found."""
    return Copy(
        uri=uri,
        publisher=publisher,
        sha256=digest(uri) * 3,
        published=days(published, basis="given") if published else None,
        published_basis="given" if published else "",
    )


def document(text: str = SENTENCE, *copies: Copy, title: str = "Soldiers on the move") -> Document:
    """A text with one copy at least."""
    return Document(
        id=document_id(text),
        text=text,
        title=title,
        authors=(),
        language="en",
        copies=copies or (copy_(),),
        reader="",
    )


def participant(text: str, role: Role = "agent", *, within: str = SENTENCE, actor: str | None = None) -> Participant:
    """Somebody who takes part, named by words of the text."""
    return Participant(actor=actor, name=text, role=role, text=text, span=span_of(text, within))


def speaker(text: str, position: int = 0, *, within: str = SENTENCE, named: bool = True, cue: str = "said") -> Speaker:
    """Somebody who says it, named by words of the text."""
    return Speaker(
        actor=None,
        name=text,
        named=named,
        position=position,
        cue=cue,
        quoted=False,
        text=text,
        span=span_of(text, within),
    )


def quantity(text: str = "about 3,000 soldiers", low: float | None = 3000, *, within: str = SENTENCE) -> Quantity:
    """A number of soldiers that take part as patients."""
    return Quantity(
        low=low,
        high=low,
        bound="about",
        unit="soldiers",
        rate=None,
        role="patient",
        text=text,
        span=span_of(text, within),
    )


def claim(  # noqa: PLR0913 – a claim has this many sides, and a test names one or two of them
    trigger: str = "sent",
    text: str = SENTENCE,
    *,
    sentence: Span | None = None,
    when: When | None = None,
    modality: Modality = "asserted",
    degree: Degree = "sure",
    said_by: tuple[Speaker, ...] = (),
    participants: tuple[Participant, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    type_: str | None = "AID",
    rules: tuple[str, ...] = (),
    confidence: float = 0.8,
    about: tuple[str, ...] = (),
) -> Claim:
    """A claim of a text whose one sentence is the whole text, unless a sentence is given."""
    at = span_of(trigger, text)
    return Claim(
        id=claim_id(document_id(text), at, 0),
        document=document_id(text),
        sentence=sentence or Span(start=0, end=len(text)),
        trigger=at,
        trigger_text=trigger,
        lemma=trigger,
        type=type_,
        participants=participants,
        places=(),
        when=when,
        said_by=said_by,
        about=about,
        modality=modality,
        certainty=Certainty(degree=degree, text=""),
        quantities=quantities,
        confidence=confidence,
        rules=rules,
        block="body",
        problems=(),
    )


def extraction(
    *claims: Claim,
    text: str = SENTENCE,
    copies: tuple[Copy, ...] = (),
    reader: str = "a reader",
    actors: tuple[Actor, ...] = (),
) -> Extraction:
    """What a document of these claims gives; its sentences are those of the claims."""
    whole = document(text, *copies).model_copy(update={"reader": reader})
    spans = sorted({one.sentence for one in claims}, key=lambda span: span.start)
    return Extraction(
        document=whole,
        blocks=(Block(kind="body", span=Span(start=0, end=len(text))),),
        sentences=tuple(Sentence(id=sentence_id(whole.id, span), span=span, block="body") for span in spans),
        claims=tuple(sorted(claims, key=lambda one: (one.trigger.start, one.id))),
        actors=actors,
        places=(),
        problems=(),
    )


def actor(ident: str, name: str = "", *, kind: ActorKind = "state", belongs_to: tuple[str, ...] = ()) -> Actor:
    """A listed actor."""
    return Actor(
        id=ident,
        name=name or ident.title(),
        kind=kind,
        aliases=(),
        country=None,
        gender=None,
        roles=(),
        wikidata=None,
        belongs_to=belongs_to,
    )


def sourced(
    of: Claim | None = None, text: str = SENTENCE, *, copy: Copy | None = None, copies: int = 1
) -> SourcedClaim:
    """A claim with its sentence and where that was published."""
    told = of or claim(text=text)
    return SourcedClaim(
        claim=told,
        sentence=told.sentence.cut(text),
        title="Soldiers on the move",
        copy_=copy or copy_(),
        copies=copies,
    )


def event(
    *claims: Claim,
    headline: str = "Norland sends soldiers to Sudria",
    status: Status = "one source",
    sources: int = 1,
    conflicts: tuple[Conflict, ...] = (),
    fulfils: str | None = None,
) -> Event:
    """The event that the claims tell of; its days are those of the first claim."""
    told = claims or (claim(),)
    lead = told[0]
    return Event(
        id=lead.id,
        type=lead.type,
        headline=headline,
        when=lead.when,
        sort_key=sort_key(lead.when, lead.id),
        participants=lead.participants,
        places=(),
        claim_ids=tuple(one.id for one in told),
        source_count=sources,
        claim_count=len(told),
        status=status,
        conflicts=conflicts,
        confidence=lead.confidence,
        fulfils=fulfils,
    )


def card(when: When | None = None, *, text: str = SENTENCE, headline: str = "Norland sends soldiers to Sudria") -> Card:
    """An event of one claim as the chronology shows it."""
    told = claim(text=text, when=when)
    return Card(event=event(told, headline=headline), lead=sourced(told, text))
