"""A document as it was read: every claim's words marked where they stand, nested and overlapping ones too."""

from collections.abc import Iterable, Mapping, Sequence

from graph.model import Block, BlockKind, Claim
from graph.record import Record, Span
from graph.store.base import DocumentDetail
from ui import address
from ui.present.marks import Mark, Piece, pieces
from ui.present.render import render

PART = 60_000
"""Characters of a long document that are shown at once."""
DEEPEST = 3
"""Marks over one another that the style tells apart."""

AIM, TRIGGER = "aim", "trigger "
"""Names of marks that are no claim's extent: the words a link points at, and a claim's trigger."""


class Note(Record):
    """A claim's number, set behind its trigger like a footnote."""

    number: int
    href: str


class Bit(Record):
    """Text with the same marks from end to end, as the template shows it."""

    text: str
    depth: int
    """How many claims it belongs to, `DEEPEST` at most; 0 for none."""
    trigger: bool
    aimed: bool
    notes: tuple[Note, ...]


class Paragraph(Record):
    """A block of the text."""

    kind: BlockKind
    bits: tuple[Bit, ...]


class Listed(Record):
    """A claim in the list below the text."""

    number: int
    claim: Claim
    event: str
    """Address of its event."""
    words: str
    """Address of its words in this document."""


def document(detail: DocumentDetail, at: Span | None) -> str:
    """The page of a document; `at` is the span that a link points at."""
    text = detail.document.text
    part = part_of(text, at)
    claims = [(number, claim) for number, claim in enumerate(detail.claims, 1) if part.meets(claim.sentence)]
    return render(
        "document.html",
        document=detail.document,
        problems=detail.problems,
        paragraphs=paragraphs(detail, part, at),
        aim=f"{at.start}-{at.end}" if at else "",
        claims=[_listed(detail, number, claim) for number, claim in claims],
        total=len(detail.claims),
        parts=_parts(detail.document.id, text, part),
    )


def part_of(text: str, at: Span | None) -> Span:
    """The run of the text that is shown: the whole of a short text, else the part in which the span begins."""
    start = min(at.start, max(len(text) - 1, 0)) // PART * PART if at and len(text) > PART else 0
    return Span(start=start, end=min(start + PART, len(text)))


def paragraphs(detail: DocumentDetail, part: Span, at: Span | None) -> tuple[Paragraph, ...]:
    """The blocks of a part in order, and what stands between blocks if it is more than white space."""
    text = detail.document.text
    marks = _marks(detail.claims, at)
    notes = {
        claim.id: Note(number=number, href=address.event(claim.id)) for number, claim in enumerate(detail.claims, 1)
    }
    found = []
    for kind, span in _runs(detail.blocks, text, part):
        over = [mark for mark in marks if mark.span.meets(span)]
        bits = tuple(_bit(piece, notes) for piece in pieces(span.cut(text), over, offset=span.start))
        found.append(Paragraph(kind=kind, bits=bits))
    return tuple(found)


def extent(claim: Claim) -> Span:
    """The words a claim is made of: trigger, participants, places, numbers and date, inside its sentence."""
    spans = [claim.trigger, *(one.span for one in claim.participants), *(one.span for one in claim.places)]
    spans += [one.span for one in claim.quantities]
    if claim.when and claim.when.span:
        spans.append(claim.when.span)
    inside = [span for span in spans if claim.sentence.holds(span)] or [claim.trigger]
    return Span(start=min(span.start for span in inside), end=max(span.end for span in inside))


def _marks(claims: Iterable[Claim], at: Span | None) -> list[Mark]:
    marks = [Mark(span=at, name=AIM)] if at else []
    for claim in claims:
        marks.append(Mark(span=extent(claim), name=claim.id))
        marks.append(Mark(span=claim.trigger, name=TRIGGER + claim.id))
    return marks


def _runs(blocks: Sequence[Block], text: str, part: Span) -> Iterable[tuple[BlockKind, Span]]:
    end = part.start
    for block in blocks:
        if not block.span.meets(part):
            continue
        yield from _between(text, end, max(block.span.start, part.start))
        end = min(block.span.end, part.end)
        yield block.kind, Span(start=max(block.span.start, part.start), end=end)
    yield from _between(text, end, part.end)


def _between(text: str, start: int, end: int) -> Iterable[tuple[BlockKind, Span]]:
    if text[start:end].strip():
        yield "furniture", Span(start=start, end=end)


def _bit(piece: Piece, notes: Mapping[str, Note]) -> Bit:
    triggers = [name for name in piece.names if name.startswith(TRIGGER)]
    depth = sum(1 for name in piece.names if name in notes)
    ended = [name.removeprefix(TRIGGER) for name in piece.ends if name.startswith(TRIGGER)]
    return Bit(
        text=piece.text,
        depth=min(depth, DEEPEST),
        trigger=bool(triggers),
        aimed=AIM in piece.names,
        notes=tuple(sorted((notes[ident] for ident in ended), key=lambda note: note.number)),
    )


def _listed(detail: DocumentDetail, number: int, claim: Claim) -> Listed:
    return Listed(
        number=number,
        claim=claim,
        event=address.event(claim.id),
        words=address.document(detail.document.id, extent(claim)),
    )


def _parts(ident: str, text: str, part: Span) -> list[tuple[str, bool]]:
    """Address of each part of a long text, and whether it is the one shown; none for a short text."""
    if len(text) <= PART:
        return []
    starts = range(0, len(text), PART)
    return [(address.document(ident, Span(start=start, end=start + 1)), start == part.start) for start in starts]
