"""What the page's tests look at: a made-up corpus, and one document in which everything is hostile."""

from benchmarks.synthetic import corpus
from graph.event import Event
from graph.ids import claim_id, document_id, sentence_id
from graph.model import Block, Claim, Extraction, Sentence
from graph.ontology import families
from graph.record import Span
from graph.store.base import Store
from tests.factories import claim, copy_, days, document, event, participant, speaker
from tests.ui.seen import HOSTILE

EVENTS = 60
HOSTILE_TEXT = "\n".join(f"{words} sent soldiers, {words} said." for words in HOSTILE)


def fill(store: Store) -> None:
    """Put it all into an empty store, with its events."""
    extractions, events = corpus(EVENTS)
    bad = hostile()
    store.prepare()
    for one in (*extractions, bad):
        store.replace(one)
    store.write_events((*events, *hostile_events(bad)), of=families())
    store.clear_pending([one.document.id for one in (*extractions, bad)])


def hostile() -> Extraction:
    """A document of an evil address whose every line names and quotes something hostile."""
    found = document(HOSTILE_TEXT, copy_("javascript:alert(1)", publisher=HOSTILE[0]), title=HOSTILE[1])
    claims = tuple(_claim(number, words) for number, words in enumerate(HOSTILE))
    return Extraction(
        document=found,
        blocks=(Block(kind="body", span=Span(start=0, end=len(HOSTILE_TEXT))),),
        sentences=tuple(
            Sentence(id=sentence_id(found.id, one.sentence), span=one.sentence, block="body") for one in claims
        ),
        claims=claims,
        actors=(),
        places=(),
        problems=(),
    )


def hostile_events(extraction: Extraction) -> tuple[Event, ...]:
    """One event a line, its headline as hostile as the line."""
    return tuple(event(one, headline=words) for one, words in zip(extraction.claims, HOSTILE, strict=True))


def _claim(number: int, words: str) -> Claim:
    start = sum(len(line) + 1 for line in HOSTILE_TEXT.split("\n")[:number])
    line = HOSTILE_TEXT.split("\n")[number]
    told = claim(
        "sent",
        line,
        when=days("2024-12-24"),
        participants=(participant(words, within=line),),
        said_by=(speaker(words, within=line),),
    )
    return _moved(told, start)


def _moved(told: Claim, by: int) -> Claim:
    """The claim with every span moved into the whole text, and the ids that follow from it."""

    def at(span: Span) -> Span:
        return Span(start=span.start + by, end=span.end + by)

    ident = document_id(HOSTILE_TEXT)
    return told.model_copy(
        update={
            "id": claim_id(ident, at(told.trigger), 0),
            "document": ident,
            "sentence": at(told.sentence),
            "trigger": at(told.trigger),
            "participants": tuple(one.model_copy(update={"span": at(one.span)}) for one in told.participants),
            "said_by": tuple(one.model_copy(update={"span": at(one.span)}) for one in told.said_by),
        }
    )
