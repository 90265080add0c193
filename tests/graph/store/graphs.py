"""The whole graph as plain rows, to compare what two ways of writing leave; and a record with every field filled."""

from datetime import UTC, date, datetime

from graph.ids import claim_id, document_id, sentence_id
from graph.model import (
    Actor,
    ActorRole,
    Block,
    Certainty,
    Claim,
    Copy,
    Document,
    Extraction,
    Participant,
    Place,
    PlaceMention,
    Problem,
    Quantity,
    Sentence,
    Speaker,
)
from graph.record import Span
from graph.store.base import Store
from graph.store.bolt import BoltStore
from graph.when import Anchor, When
from tests.factories import span_of

NODES = "MATCH (n) WHERE NOT n:Store RETURN labels(n) AS labels, properties(n) AS properties"
EDGES = "MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, properties(r) AS properties, b.id AS end"


def rows(store: Store, text: str) -> list[dict[str, object]]:
    """Rows of a query of the tests' own: the console would cut them."""
    assert isinstance(store, BoltStore)
    return store._connection.read(text)


def dump(store: Store) -> list[str]:
    """Every node and relationship but the store's own marks, in an order of their own."""
    found = [*rows(store, NODES), *rows(store, EDGES)]
    return sorted(repr({key: _plain(value) for key, value in row.items()}) for row in found)


def _plain(value: object) -> object:
    """Without missing values: one server keeps them as null, the other not at all."""
    if not isinstance(value, dict):
        return value
    kept = {key: str(item) for key, item in value.items() if item is not None}
    return dict(sorted(kept.items()))


TAKEN = "On 3 May 2024 Ana Roe's 'men' took about 40 \"boats\" to Ilmar."
TEXT = f"Frølund’s envoy said “no” 🙂. {TAKEN}\n\nIt is; DROP (n)\\u0041."
SECOND = span_of(TAKEN, TEXT)


def full_extraction() -> Extraction:
    """A document whose records have every field filled, with characters that other software trips over."""
    ident = document_id(TEXT)
    return Extraction(
        document=_document(ident),
        blocks=(
            Block(kind="body", span=Span(start=0, end=SECOND.end)),
            Block(kind="furniture", span=Span(start=SECOND.end + 2, end=len(TEXT))),
        ),
        sentences=(Sentence(id=sentence_id(ident, SECOND), span=SECOND, block="body"),),
        claims=(_claim(ident, 0, about=()), _claim(ident, 1, about=(claim_id(ident, span_of("took", TEXT), 0),))),
        actors=(
            Actor(
                id="ana-roe",
                name="Ana Roe",
                kind="person",
                aliases=("A. Roe", "Roe"),
                country="NO",
                gender="female",
                roles=(ActorRole(title="admiral", first="2020-01", last=None),),
                wikidata="Q1",
                belongs_to=("norland",),
                listed=False,
            ),
        ),
        places=(Place(id="ilmar", name="Ilmar", country="NO", latitude=69.5, longitude=-18.25),),
        problems=(
            Problem(document=ident, span=None, code="no-date", found="No date.", assumed="None."),
            Problem(document=ident, span=SECOND, code="odd", found="`odd`", assumed="a\nb"),
        ),
    )


def _document(ident: str) -> Document:
    day = When(first=date(2024, 5, 4), last=date(2024, 5, 4), grain="day", basis="given", text="")
    copies = (
        Copy(
            uri="https://outlet.example/a?b=c&d='e'",
            publisher="The Harbour Courier",
            sha256="ab" * 32,
            published=day,
            published_basis="given",
            loaded_at=datetime(2024, 5, 6, 7, 8, 9, 10, tzinfo=UTC),
            title="What a copy calls itself",
            authors=("B. Line",),
            language="en",
            origin="f00",
        ),
        Copy(uri="b.txt", publisher="", sha256="cd" * 32, published=None, published_basis=""),
    )
    return Document(
        id=ident,
        text=TEXT,
        title="“Boats”\tand 'men'",
        authors=("B. Line", "Ö. Ther"),
        language="en",
        copies=copies,
        reader="reader 1",
    )


def _claim(document: str, number: int, about: tuple[str, ...]) -> Claim:
    trigger = span_of("took", TEXT)
    return Claim(
        id=claim_id(document, trigger, number),
        document=document,
        sentence=SECOND,
        trigger=trigger,
        trigger_text="took",
        lemma="take",
        type=("AID", None)[number],
        participants=(
            Participant(actor="ana-roe", name="Ana Roe", role="agent", text="Ana Roe", span=span_of("Ana Roe", TEXT)),
            Participant(actor=None, name="'men'", role="patient", text="'men'", span=span_of("'men'", TEXT)),
        ),
        places=(
            PlaceMention(place="ilmar", name="Ilmar", text="Ilmar", span=span_of("Ilmar", TEXT)),
            PlaceMention(place=None, name="the pier", text="Ilmar", span=span_of("Ilmar", TEXT)),
        ),
        when=_when(),
        said_by=_speakers(),
        about=about,
        modality="denied",
        certainty=Certainty(degree="possible", text="may"),
        quantities=(_quantity(),),
        confidence=0.125,
        rules=("first rule", "second rule"),
        block="body",
        problems=("odd",),
    )


def _speakers() -> tuple[Speaker, ...]:
    return (
        Speaker(
            actor="frolund",
            name="Frølund’s envoy",
            named=True,
            position=0,
            cue="said",
            quoted=True,
            text="Frølund’s envoy",
            span=span_of("Frølund’s envoy", TEXT),
        ),
        Speaker(
            actor=None,
            name="officials",
            named=False,
            position=1,
            cue="",
            quoted=False,
            text="no",
            span=span_of("no", TEXT),
        ),
    )


def _quantity() -> Quantity:
    return Quantity(
        low=None,
        high=40.5,
        bound="about",
        unit="boats",
        rate="per day",
        role="patient",
        text='about 40 "boats"',
        span=span_of('about 40 "boats"', TEXT),
    )


def _when() -> When:
    return When(
        first=date(2024, 5, 3),
        last=None,
        grain="week",
        approximate=True,
        uncertain=True,
        basis="relative to event",
        text="3 May 2024",
        span=span_of("3 May 2024", TEXT),
        anchor=Anchor(first=date(2024, 5, 1), last=date(2024, 5, 2), span=span_of("3 May", TEXT)),
    )
