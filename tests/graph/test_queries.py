"""Every shipped query has a title and gives the right answer on both servers."""

from pathlib import Path

import pytest

import graph
from graph.ids import document_id, sentence_id
from graph.model import Actor, Block, Claim, Extraction, Modality, Problem, Quantity, Sentence, Speaker
from graph.ontology import families
from graph.record import Span
from graph.resolve import resolve
from graph.store.base import Store
from graph.when import When
from tests.factories import claim, copy_, days, document, participant, quantity, speaker, until

QUERIES = tuple(sorted((Path(graph.__file__).parent / "queries").glob("*.cypher")))
LEMMAS = {"sent": "send", "visited": "visit", "killed": "kill"}
ACTORS = {
    "North Korea": "north_korea",
    "Russia": "russia",
    "Kim Yo Jong": "kim_yo_jong",
    "Putin": "vladimir_putin",
    "Kim Jong Un": "kim_jong_un",
    "Joint Chiefs": "south_korea.joint_chiefs",
}
OCT_18, JUNE_19 = days("2024-10-18"), days("2024-06-19")


def told(  # noqa: PLR0913 – a claim has this many sides, and the story below names them all
    text: str,
    trigger: str,
    *,
    on: When | None,
    who: tuple[tuple[str, str], ...] = (),
    by: tuple[str, ...] = (),
    count: Quantity | None = None,
    modality: Modality = "asserted",
    type_: str = "AID",
) -> Claim:
    """One claim of a text that is one sentence; `by` is nearest first."""
    made = claim(
        trigger,
        text,
        when=on,
        modality=modality,
        type_=type_,
        said_by=tuple(voice(name, position, text) for position, name in enumerate(by)),
        participants=tuple(
            participant(name, role, within=text, actor=ACTORS.get(name))  # type: ignore[arg-type]  # two roles below
            for name, role in who
        ),
        quantities=(count,) if count else (),
    )
    return made.model_copy(update={"lemma": LEMMAS.get(trigger, trigger)})


def voice(name: str, position: int, text: str) -> Speaker:
    return speaker(name, position, within=text).model_copy(update={"actor": ACTORS.get(name)})


def soldiers(number: int, text: str) -> Quantity:
    made = quantity(f"{number:,} soldiers", number, within=text)
    return made.model_copy(update={"bound": "exact"})


def extraction(text: str, publisher: str, published: str | None, *claims: Claim, odd: str = "") -> Extraction:
    """A document of one sentence with its claims and all actors they name."""
    whole = Span(start=0, end=len(text))
    ids = {one.actor: one.name for told_ in claims for one in told_.participants if one.actor}
    ids |= {one.actor: one.name for told_ in claims for one in told_.said_by if one.actor}
    made = document(text, copy_(f"{document_id(text)}.txt", publisher=publisher, published=published))
    return Extraction(
        document=made,
        blocks=(Block(kind="body", span=whole),),
        sentences=(Sentence(id=sentence_id(made.id, whole), span=whole, block="body"),),
        claims=tuple(sorted(claims, key=lambda one: one.trigger.start)),
        actors=tuple(actor(ident, name) for ident, name in sorted(ids.items())),
        places=(),
        problems=(Problem(document=made.id, span=None, code=odd, found="Odd.", assumed="Nothing."),) if odd else (),
    )


def actor(ident: str, name: str) -> Actor:
    return Actor(id=ident, name=name, kind="state", aliases=(), country=None, gender=None, roles=(), wikidata=None)


def sent(
    text: str, *, on: When | None = OCT_18, number: int = 0, by: str = "", modality: Modality = "asserted"
) -> Claim:
    """North Korea and its soldiers, and who says so."""
    return told(
        text,
        "send" if "send" in text else "sent",
        on=on,
        who=(("North Korea", "agent"), ("soldiers", "patient"), ("Russia", "recipient")),
        by=(by,) if by else (),
        count=soldiers(number, text) if number else None,
        modality=modality,
    ).model_copy(update={"lemma": "send"})


PLAN = "North Korea will send soldiers to Russia."
FIRST = "North Korea sent 1,500 soldiers to Russia on 18 October 2024, Kim Yo Jong said."
SECOND = "North Korea sent 3,000 soldiers to Russia on 18 October 2024."
DENIAL = "North Korea did not send soldiers to Russia on 18 October 2024, Putin said."
VISIT, AGAIN = "Putin visited Kim Jong Un in June.", "Kim Jong Un had Putin as a guest, who visited in June."
LOSSES = "North Korea lost 100 soldiers who were killed, the Joint Chiefs said according to Putin."


@pytest.fixture
def told_store(store: Store) -> Store:
    """The store with a small story whose answers are known."""
    pair = (("Putin", "agent"), ("Kim Jong Un", "recipient"))
    losses = told(
        LOSSES,
        "killed",
        on=until("2024-10-24"),
        who=(("soldiers", "patient"),),
        by=("Joint Chiefs", "Putin"),
        count=soldiers(100, LOSSES),
        type_="ASSAULT",
    )
    story = (
        extraction(PLAN, "Meridian Wire", "2024-10-02", sent(PLAN, on=None, modality="planned")),
        extraction(FIRST, "Meridian Wire", "2024-10-19", sent(FIRST, number=1500, by="Kim Yo Jong")),
        extraction(SECOND, "Harbour Courier", "2024-10-20", sent(SECOND, number=3000)),
        extraction(DENIAL, "Lakeside Tribune", "2024-10-21", sent(DENIAL, by="Putin", modality="denied")),
        extraction(VISIT, "Meridian Wire", "2024-06-20", told(VISIT, "visited", on=JUNE_19, who=pair, type_="CONSULT")),
        extraction(
            AGAIN, "Pacific Ledger", "2024-06-21", told(AGAIN, "visited", on=JUNE_19, who=pair, type_="CONSULT")
        ),
        extraction(LOSSES, "Pacific Ledger", "2024-10-24", losses, odd="odd-on-purpose"),
    )
    for one in story:
        store.replace(one)
    store.write_events(resolve(store.claims()), of=families())
    store.clear_pending([one.document.id for one in story])
    return store


ANSWERS: dict[str, list[dict[str, object]]] = {
    "01-how-many-troops": [
        {"words": "1,500 soldiers", "speakers": ("Kim Yo Jong",), "published": "2024-10-19"},
        {"words": "3,000 soldiers", "speakers": (), "publisher": "Harbour Courier"},
    ],
    "02-troop-numbers-of-october": [
        {"number": 1500.0, "status": "disputed", "days": "2024-10-18"},
        {"number": 3000.0, "status": "disputed", "publisher": "Harbour Courier"},
    ],
    "03-what-did-kim-yo-jong-say": [{"sentence": FIRST, "days": "2024-10-18"}],
    "04-week-of-18-october": [{"days": "2024-10-18", "status": "disputed", "sources": 3}],
    "05-one-source": [{"sentence": LOSSES, "speakers": ("Joint Chiefs",)}],
    "06-where-sources-disagree": [{"about": "happening"}, {"about": "happening"}, {"about": "quantity"}],
    "07-who-denies-what": [{"speakers": ("Putin",), "sentence": DENIAL, "status": "disputed"}],
    "08-plans-and-what-came-of-them": [{"plan": "North Korea will send soldiers to Russia", "happened": "2024-10-18"}],
    "09-no-date-of-their-own": [{"without": 1, "first_sentence": PLAN}, {"without": 1, "first_sentence": LOSSES}],
    "10-who-quotes-whom": [
        {"publisher": "Lakeside Tribune", "speaker": "Putin", "through": None, "claims": 1},
        {"publisher": "Meridian Wire", "speaker": "Kim Yo Jong"},
        {"publisher": "Pacific Ledger", "speaker": "Joint Chiefs", "through": "Putin"},
    ],
    "11-two-sources-agree": [{"days": "2024-06-19", "sources": 2, "publishers": ("Meridian Wire", "Pacific Ledger")}],
    "12-killed-wounded-captured": [{"what": "killed", "words": "100 soldiers", "days": "../2024-10-24"}],
    "13-who-acts-with-whom": [
        {"one": "North Korea", "other": "Russia", "events": 2},
        {"one": "Kim Jong Un", "other": "Putin", "events": 1},
    ],
    "14-what-was-odd": [{"code": "odd-on-purpose", "found": "Odd."}],
}


def test_at_least_ten_queries_are_shipped_and_each_has_its_answer_here() -> None:
    assert len(QUERIES) >= 10
    assert {path.stem for path in QUERIES} == set(ANSWERS)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_begins_with_a_title_that_asks_and_a_line_that_explains(path: Path) -> None:
    title, explained, *_ = path.read_text(encoding="utf-8").splitlines()
    assert title.startswith("// ")
    assert title.endswith("?")
    assert explained.startswith("// ")


def test_every_query_answers_what_the_story_says(told_store: Store) -> None:
    for path in QUERIES:
        answer = told_store.query(path.read_text(encoding="utf-8"))
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        expected = ANSWERS[path.stem]
        assert [{key: row[key] for key in want} for row, want in zip(rows, expected, strict=True)] == expected, (
            path.stem
        )
