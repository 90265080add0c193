"""Events: only what differs is written, what is not named any more goes, and the pending mark says what is left."""

import pytest

from graph.event import Conflict, Event
from graph.model import Claim, Extraction, Problem
from graph.store.base import Store
from tests.factories import actor, claim, copy_, days, event, extraction, participant, span_of
from tests.graph.store.graphs import dump, rows

TEXT = "Norland sent boats and Velmark shelled Karvia while Sudria received shells."
SENT = claim(
    "sent", TEXT, participants=(participant("Norland", within=TEXT, actor="norland"),), when=days("2024-10-18")
)
SHELLED = claim("shelled", TEXT, type_="ASSAULT", when=days("2024-10-19"))
RECEIVED = claim("received", TEXT, when=days("2024-10-20"))
CONFLICT = Conflict(one=min(SENT.id, RECEIVED.id), other=max(SENT.id, RECEIVED.id), about="date", reason="A, then B.")


def whole(*claims: Claim, publisher: str = "The Harbour Courier") -> Extraction:
    copies = (copy_("a.txt", publisher=publisher), copy_("b.txt", publisher="Meridian Wire"))
    return extraction(*claims, text=TEXT, copies=copies, actors=(actor("norland"),))


def headlines(store: Store) -> list[str]:
    return [card.event.headline for card in store.events()]


def test_events_read_back_field_by_field_in_order_of_the_chronology(store: Store) -> None:
    store.replace(whole(SENT, SHELLED, RECEIVED))
    written = [
        event(SHELLED, headline="Third", status="disputed", sources=3),
        event(RECEIVED, headline="Second", conflicts=(CONFLICT,), fulfils=SENT.id),
        event(SENT, headline="First", status="planned"),
    ]
    store.write_events(written, of=["aid", "assault"])
    assert [card.event for card in store.events()] == sorted(written, key=lambda one: one.sort_key)
    assert [card.lead.claim for card in store.events()] == [SENT, SHELLED, RECEIVED]


def test_what_the_store_and_the_document_say_against_a_date_comes_with_the_event(store: Store) -> None:
    span = span_of("Sudria", TEXT)
    told = RECEIVED.model_copy(
        update={"when": days("2024-10-20").model_copy(update={"span": span}), "problems": ("odd",)}
    )
    here, nowhere, there = (
        Problem(document=told.document, span=at, code=code, found=f"{code}!", assumed="Kept.")
        for at, code in ((span, "odd"), (None, "odd"), (span_of("Norland", TEXT), "other"))
    )
    problems = (there, nowhere, here)
    store.replace(whole(SENT, SHELLED, told).model_copy(update={"problems": problems}))
    doubt = here.model_copy(update={"code": "before-anybody-mentions-it"})
    doubted = event(told).model_copy(update={"problems": (doubt,)})
    store.write_events([doubted, event(SENT)], of=["aid"])
    detail = store.event(told.id)
    assert detail
    assert (detail.event, detail.problems) == (doubted, (here,))
    answer = store.query("MATCH (e:Event) WHERE 'before-anybody-mentions-it' IN e.problems RETURN e.id AS id")
    assert answer.rows == ((told.id,),)


def test_writing_events_twice_leaves_what_once_leaves(store: Store) -> None:
    store.replace(whole(SENT, SHELLED, RECEIVED))
    events = [event(SENT), event(RECEIVED, conflicts=(CONFLICT,), fulfils=SENT.id)]
    store.write_events(events, of=["aid"])
    once = dump(store)
    store.write_events(events, of=["aid"])
    assert dump(store) == once


def test_whatever_was_there_before_the_same_events_leave_the_same_graph(store: Store) -> None:
    store.replace(whole(SENT, SHELLED, RECEIVED))
    last = [event(SENT, RECEIVED, headline="All in one")]
    store.write_events(last, of=["aid"])
    clean = dump(store)
    store.write_events([event(SENT), event(RECEIVED, conflicts=(CONFLICT,), fulfils=SENT.id)], of=["aid"])
    store.write_events([event(RECEIVED, SENT)], of=["aid"])
    store.write_events(last, of=["aid"])
    assert dump(store) == clean


def test_an_event_that_is_the_same_is_not_written_again(store: Store) -> None:
    store.replace(whole(SENT, RECEIVED))
    store.write_events([event(SENT), event(RECEIVED)], of=["aid"])
    before = rows(store, "MATCH (s:Store {id: 'events'}) RETURN s.generation AS n")
    store.write_events([event(SENT), event(RECEIVED)], of=["aid"])
    assert rows(store, "MATCH (s:Store {id: 'events'}) RETURN s.generation AS n") == before


def test_events_of_other_families_are_left_alone(store: Store) -> None:
    store.replace(whole(SENT, SHELLED))
    store.write_events([event(SENT, headline="Aid")], of=["aid"])
    store.write_events([event(SHELLED, headline="Assault")], of=["assault"])
    assert headlines(store) == ["Aid", "Assault"]
    store.write_events([], of=["aid"])
    assert headlines(store) == ["Assault"]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [(event(SHELLED), "is of type ASSAULT"), (event(SENT).model_copy(update={"claim_ids": ()}), "has no claims")],
    ids=["another family", "no claims"],
)
def test_an_event_that_cannot_be_is_refused(store: Store, wrong: Event, why: str) -> None:
    store.replace(whole(SENT, SHELLED))
    with pytest.raises(ValueError, match=why):
        store.write_events([wrong], of=["aid"])
    assert headlines(store) == []


def test_a_document_is_pending_until_each_of_its_families_is_gathered(store: Store) -> None:
    one = whole(SENT, SHELLED)
    store.replace(one)
    assert store.pending() == (one.document.id,)
    store.write_events([event(SENT)], of=["aid"])
    assert store.pending() == (one.document.id,)
    store.write_events([event(SHELLED)], of=["assault"])
    assert (store.pending(), store.counts().pending) == ((), 0)


def test_a_document_is_pending_as_long_as_a_claim_of_it_is_in_no_event(store: Store) -> None:
    one = whole(SENT, RECEIVED)
    store.replace(one)
    store.write_events([event(SENT)], of=["aid"])
    assert store.pending() == (one.document.id,)
    store.clear_pending([one.document.id])
    assert store.pending() == ()


def test_a_claim_tells_of_one_event(store: Store) -> None:
    store.replace(whole(SENT, RECEIVED))
    store.write_events([event(SENT, RECEIVED)], of=["aid"])
    store.write_events([event(RECEIVED), event(SENT)], of=["aid"])
    assert [len(card.event.claim_ids) for card in store.events()] == [1, 1]
    assert rows(store, "MATCH (c:Claim)-[r:TELLS_OF]->() RETURN c.id AS id, count(r) AS n ORDER BY id") == [
        {"id": ident, "n": 1} for ident in sorted([SENT.id, RECEIVED.id])
    ]


def test_a_claim_leaves_the_event_of_another_family_that_it_told_of(store: Store) -> None:
    store.replace(whole(SENT, SHELLED))
    store.write_events([event(SHELLED)], of=["assault"])
    store.write_events([event(SENT, SHELLED)], of=["aid"])
    found = rows(store, "MATCH (c:Claim)-[:TELLS_OF]->(e:Event) RETURN c.id AS claim, e.id AS event")
    assert {(row["claim"], row["event"]) for row in found} == {(SENT.id, SENT.id), (SHELLED.id, SENT.id)}
    assert len(found) == 2


def test_a_claim_that_went_and_came_back_is_in_its_event_again(store: Store) -> None:
    """Also if the event is the same as before and nothing was resolved in between."""
    other = "Sudria received shells, too."
    later = claim("received", other, when=days("2024-10-20"))
    store.replace(whole(SENT))
    store.replace(extraction(later, text=other, copies=(copy_("c.txt"),)))
    events = [event(SENT, later)]
    store.write_events(events, of=["aid"])
    before = dump(store)
    store.remove(later.document)
    store.replace(extraction(later, text=other, copies=(copy_("c.txt"),)))
    store.write_events(events, of=["aid"])
    assert dump(store) == before


def test_a_conflict_that_two_events_name_is_one_link_and_goes_with_the_last(store: Store) -> None:
    store.replace(whole(SENT, RECEIVED))
    links = "MATCH (a:Claim)-[r:CONTRADICTS]->(b:Claim) RETURN a.id AS one, b.id AS other, r.reason AS reason"
    found = []
    for named in ((True, True), (True, False), (False, False)):
        events = [
            event(told, conflicts=(CONFLICT,) if names else ())
            for told, names in zip((SENT, RECEIVED), named, strict=True)
        ]
        store.write_events(events, of=["aid"])
        found.append(rows(store, links))
    link = {"one": CONFLICT.one, "other": CONFLICT.other, "reason": CONFLICT.reason}
    assert found == [[link], [link], []]


def test_a_conflict_shows_the_claims_of_the_other_event(store: Store) -> None:
    store.replace(whole(SENT, RECEIVED))
    store.write_events([event(SENT, conflicts=(CONFLICT,)), event(RECEIVED)], of=["aid"])
    detail = store.event(SENT.id)
    assert detail is not None
    assert ([c.claim for c in detail.claims], [c.claim for c in detail.opposed]) == ([SENT], [RECEIVED])


def test_an_event_is_found_by_any_of_its_claims(store: Store) -> None:
    store.replace(whole(SENT, RECEIVED))
    store.write_events([event(SENT, RECEIVED)], of=["aid"])
    for ident in (SENT.id, RECEIVED.id):
        detail = store.event(ident)
        assert detail is not None
        assert [sourced.claim for sourced in detail.claims] == [SENT, RECEIVED]
    assert store.event("c0") is None


def test_a_plan_is_linked_to_what_fulfils_it(store: Store) -> None:
    store.replace(whole(SENT, RECEIVED))
    store.write_events([event(SENT, fulfils=RECEIVED.id), event(RECEIVED)], of=["aid"])
    found = rows(store, "MATCH (a:Event)-[:FULFILS]->(b:Event) RETURN a.id AS one, b.id AS other")
    assert found == [{"one": SENT.id, "other": RECEIVED.id}]


def test_an_events_publishers_follow_its_documents(store: Store) -> None:
    for publisher in ("The Harbour Courier", "Sudria Today"):
        store.replace(whole(SENT, publisher=publisher))
        store.write_events([event(SENT)], of=["aid"])
        found = rows(store, "MATCH (e:Event) RETURN e.publishers AS publishers")
        assert found == [{"publishers": sorted([publisher, "Meridian Wire"])}]


def test_a_document_says_which_event_each_claim_is_in(store: Store) -> None:
    one = whole(SENT, SHELLED)
    store.replace(one)
    store.write_events([event(SENT)], of=["aid"])
    detail = store.document(one.document.id)
    assert detail is not None
    assert detail.events == ((SENT.id, SENT.id),)


def test_counts_count_what_is_there(store: Store) -> None:
    store.replace(whole(SENT, SHELLED))
    store.write_events([event(SENT)], of=["aid"])
    counts = store.counts()
    assert (counts.documents, counts.claims, counts.events, counts.actors, counts.pending) == (1, 2, 1, 1, 1)


def test_clearing_leaves_nothing(store: Store) -> None:
    store.replace(whole(SENT, SHELLED))
    store.write_events([event(SENT)], of=["aid"])
    store.clear()
    assert dump(store) == []
    store.prepare()


def test_actors_that_share_events_are_paired_heaviest_first(store: Store) -> None:
    def told(trigger: str, *names: str) -> Claim:
        people = tuple(participant(name, within=TEXT, actor=name.lower()) for name in names)
        return claim(trigger, TEXT, participants=people)

    claims = (
        told("sent", "Norland", "Sudria"),
        told("received", "Norland", "Sudria", "Karvia"),
        told("shelled", "Velmark", "Karvia"),
    )
    store.replace(whole(*claims))
    store.write_events([event(one) for one in claims], of=["aid"])
    pairs = [(pair.one, pair.other, pair.count) for pair in store.co_actors("norland")]
    assert pairs == [("norland", "sudria", 2), ("karvia", "norland", 1), ("karvia", "sudria", 1)]
    assert [(pair.one, pair.other) for pair in store.co_actors("norland", limit=1)] == [("norland", "sudria")]
