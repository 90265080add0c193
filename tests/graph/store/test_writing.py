"""Documents: whole or not at all, once or twice, in any order, read back as written."""

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Extraction
from graph.store import open_store
from graph.store.base import Store, StoredCopy
from tests.factories import actor, claim, copy_, days, event, extraction, participant
from tests.graph.store.graphs import dump, full_extraction, rows

ONE = "Norland sent boats to Sudria. Norland denied it. Velmark shelled Karvia."
OTHER = "Sudria received boats from Norland."


def told(text: str, trigger: str, *, type_: str = "AID", actor_: str = "norland", name: str = "Norland") -> Extraction:
    one = claim(trigger, text, type_=type_, participants=(participant(name, within=text, actor=actor_),))
    return extraction(one, text=text, copies=(copy_(f"{trigger}.txt"),), actors=(actor(actor_, name),))


def test_what_is_written_reads_back_field_by_field(store: Store) -> None:
    written = full_extraction()
    store.replace(written)
    read = store.document(written.document.id)
    assert read is not None
    assert (read.document, read.blocks, read.claims) == (written.document, written.blocks, written.claims)
    assert read.problems == written.problems
    assert (tuple(store.actors()), tuple(store.places())) == (written.actors, written.places)
    assert sorted(c.claim.id for c in store.claims()) == sorted(c.id for c in written.claims)
    assert {c.claim for c in store.claims()} == set(written.claims)
    assert tuple(store.documents()) == (written.document,)
    assert tuple(store.problems()) == written.problems


def test_claims_and_problems_keep_their_order_when_it_changes(store: Store) -> None:
    written = full_extraction()
    store.replace(written)
    turned = written.model_copy(update={"claims": written.claims[::-1], "problems": written.problems[::-1]})
    store.replace(turned)
    read = store.document(written.document.id)
    assert read is not None
    assert (read.claims, read.problems) == (turned.claims, turned.problems)


def test_a_claim_comes_with_its_sentence_and_the_first_copy(store: Store) -> None:
    written = full_extraction()
    store.replace(written)
    first, _ = store.claims()
    document = written.document
    assert first.sentence == first.claim.sentence.cut(document.text)
    assert (first.title, first.copy_, first.copies) == (document.title, document.copies[0], 2)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_any_text_reads_back_as_it_was(store: Store, text: str) -> None:
    """Also as a name, an address and an id: nothing in it is run, nothing cut, nothing folded."""
    whole = extraction(claim(text, f"{text} x", type_=None), text=f"{text} x", copies=(copy_(text, publisher=text),))
    store.replace(whole)
    read = store.document(whole.document.id)
    assert read is not None
    assert (read.document, read.claims) == (whole.document, whole.claims)
    assert store.find_copy(text) == StoredCopy(document=whole.document.id, origin="", reader="a reader")


def test_writing_twice_leaves_what_writing_once_leaves(store: Store) -> None:
    store.replace(full_extraction())
    once = dump(store)
    store.replace(full_extraction())
    assert dump(store) == once


def test_documents_leave_the_same_graph_in_any_order(store: Store) -> None:
    documents = [full_extraction(), told(ONE, "sent"), told(OTHER, "received", actor_="sudria", name="Sudria")]
    graphs = []
    for order in permutations(documents):
        store.clear()
        for one in order:
            store.replace(one)
        graphs.append(dump(store))
    assert graphs[0]
    assert all(graph == graphs[0] for graph in graphs)


def test_many_at_once_leave_what_one_by_one_leave(store: Store) -> None:
    documents = [full_extraction(), told(ONE, "sent"), told(OTHER, "received")]
    for one in documents:
        store.replace(one)
    singly = dump(store)
    store.clear()
    store.replace_many(documents)
    assert dump(store) == singly


def test_a_document_read_otherwise_leaves_nothing_of_the_former_reading(store: Store) -> None:
    former = told(ONE, "shelled", type_="ASSAULT", actor_="velmark", name="Velmark")
    later = told(ONE, "sent")
    store.replace(later)
    clean = dump(store)
    store.clear()
    for reading in (full_extraction(), former, later):
        store.replace(reading)
    store.remove(full_extraction().document.id)
    assert dump(store) == clean


def test_an_actor_that_others_belong_to_stays_without_its_record(store: Store) -> None:
    fleet = told(ONE, "sent", actor_="fleet").model_copy(update={"actors": (actor("fleet", belongs_to=("norland",)),)})
    store.replace(told(OTHER, "received"))
    store.replace(fleet)
    store.remove(told(OTHER, "received").document.id)
    assert [one.id for one in store.actors()] == ["fleet"]
    assert store.actor("norland") is None
    store.remove(fleet.document.id)
    assert dump(store) == []


def test_the_greater_record_of_one_reader_stands_in_any_order(store: Store) -> None:
    short, long = (
        told(text, trigger).model_copy(update={"actors": (actor("norland", name),)})
        for text, trigger, name in ((ONE, "sent", "Norland"), (OTHER, "received", "The Realm of Norland"))
    )
    names = []
    for order in ((short, long), (long, short)):
        store.clear()
        store.replace_many(order[:1])
        store.replace_many(order[1:])
        names.append([one.name for one in store.actors()])
    assert names == [["The Realm of Norland"]] * 2


def test_a_newer_reading_of_an_actor_replaces_the_older_one(store: Store) -> None:
    former = told(ONE, "sent").model_copy(update={"actors": (actor("norland", "Zorland", belongs_to=("union",)),)})
    later = told(OTHER, "received")
    newer = later.model_copy(update={"document": later.document.model_copy(update={"reader": "a newer reader"})})
    store.replace(former)
    store.replace(newer)
    assert [one.name for one in store.actors()] == ["Norland"]
    assert rows(store, "MATCH (:Actor)-[r:BELONGS_TO]->() RETURN r") == []


def test_a_claim_outside_the_documents_sentences_is_refused(store: Store) -> None:
    whole = told(ONE, "sent")
    with pytest.raises(ValueError, match="stands in no sentence"):
        store.replace(whole.model_copy(update={"sentences": ()}))
    assert store.counts().documents == 0


def test_text_that_is_no_unicode_is_refused_and_leaves_nothing(store: Store) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        store.replace_many([told(ONE, "sent"), extraction(text="\udc80", copies=(copy_("\udc80.txt"),))])
    assert dump(store) == []


def test_a_copy_moves_to_the_text_that_was_found_there_last(store: Store) -> None:
    former = extraction(text=ONE, copies=(copy_("a.txt"), copy_("b.txt")))
    store.replace(former)
    store.replace(extraction(text=OTHER, copies=(copy_("a.txt", publisher="Meridian Wire"),)))
    left = store.document(former.document.id)
    assert left is not None
    assert [copy.uri for copy in left.document.copies] == ["b.txt"]
    found = store.find_copy("a.txt")
    assert found is not None
    assert found.document != former.document.id


def test_a_document_that_loses_the_copy_its_dates_hang_on_must_be_read_again(store: Store) -> None:
    former = extraction(text=ONE, copies=(copy_("a.txt"), copy_("b.txt")))
    for uri, reader in (("b.txt", "a reader"), ("a.txt", "")):
        store.clear()
        store.replace(former)
        store.replace(extraction(text=OTHER, copies=(copy_(uri),)))
        left = store.document(former.document.id)
        assert left is not None
        assert left.document.reader == reader


def test_a_document_without_copies_goes(store: Store) -> None:
    store.replace(extraction(text=OTHER, copies=(copy_("a.txt"),)))
    alone = dump(store)
    store.clear()
    store.replace(told(ONE, "sent"))
    store.replace(extraction(text=ONE, copies=(copy_("a.txt"),)))
    store.replace(extraction(text=OTHER, copies=(copy_("a.txt"),)))
    assert dump(store) == alone


def test_of_two_texts_of_one_address_in_one_go_the_later_one_stands(store: Store) -> None:
    store.replace_many(
        [extraction(text=ONE, copies=(copy_("a.txt"),)), extraction(text=OTHER, copies=(copy_("a.txt"),))]
    )
    assert [document.text for document in store.documents()] == [OTHER]


def test_a_later_loading_time_alone_does_not_make_a_document_pending(store: Store) -> None:
    whole = full_extraction()
    store.replace(whole)
    store.clear_pending([whole.document.id])
    copies = tuple(copy.model_copy(update={"loaded_at": None}) for copy in whole.document.copies)
    store.replace(whole.model_copy(update={"document": whole.document.model_copy(update={"copies": copies})}))
    assert store.pending() == ()
    assert [document.copies for document in store.documents()] == [copies]


def test_a_document_without_claims_is_pending_until_events_are_written(store: Store) -> None:
    empty = extraction(text=ONE)
    store.replace(empty)
    assert store.pending() == (empty.document.id,)
    store.write_events([], of=["aid"])
    assert store.pending() == ()


def test_removing_a_document_makes_those_pending_that_share_its_events(store: Store) -> None:
    first, second = told(ONE, "sent"), told(OTHER, "received")
    store.replace_many([first, second])
    store.write_events([event(first.claims[0], second.claims[0])], of=["aid"])
    assert store.pending() == ()
    store.remove(first.document.id)
    assert store.pending() == (second.document.id,)
    (card,) = store.events()
    assert card.lead.claim == second.claims[0]


def test_an_event_goes_with_its_last_claim(store: Store) -> None:
    whole = told(ONE, "sent")
    store.replace(whole)
    store.write_events([event(*whole.claims)], of=["aid"])
    store.remove(whole.document.id)
    assert dump(store) == []


def test_an_event_keeps_its_claims_when_a_document_is_read_again(store: Store) -> None:
    whole = told(ONE, "sent")
    store.replace(whole)
    store.write_events([event(*whole.claims)], of=["aid"])
    surer = whole.claims[0].model_copy(update={"confidence": 0.9})
    store.replace(whole.model_copy(update={"claims": (surer,)}))
    assert store.pending() == (whole.document.id,)
    (card,) = store.events()
    assert card.lead.claim == surer


def test_a_claim_of_another_type_leaves_the_event_of_its_former_family(store: Store) -> None:
    whole = told(ONE, "sent")
    store.replace(whole)
    store.write_events([event(*whole.claims)], of=["aid"])
    store.replace(told(ONE, "sent", type_="ASSAULT"))
    assert list(store.events()) == []


def test_the_date_of_a_claim_is_a_date_to_those_who_ask_in_cypher(store: Store) -> None:
    whole = extraction(claim(when=days("2024-10-18", "2024-10-20")))
    store.replace(whole)
    found = store.query("MATCH (c:Claim) WHERE c.date_first > date('2024-10-17') RETURN c.date_first, c.date_last")
    assert [[str(cell) for cell in row] for row in found.rows] == [["2024-10-18", "2024-10-20"]]
    assert store.query("MATCH (c:Claim) WHERE c.date_first > date('2024-10-18') RETURN c").rows == ()


def test_a_document_is_seen_whole_or_not_at_all(store_url: str) -> None:
    """Someone reads all the time while it changes between two readings with other claims and problems."""
    one = full_extraction()
    other = one.model_copy(update={"claims": one.claims[:1], "problems": one.problems[:1]})
    done, seen = threading.Event(), set[object]()

    def read() -> None:
        with open_store(store_url) as mine:
            while not done.is_set():
                detail = mine.document(one.document.id)
                if detail:
                    seen.add((detail.claims, detail.problems))
                together = frozenset(sourced.claim for sourced in mine.claims())
                seen.add(together)

    reader = threading.Thread(target=read)
    reader.start()
    with open_store(store_url) as mine:
        for _ in range(25):
            mine.replace(other)
            mine.replace(one)
    done.set()
    reader.join()
    details = {(each.claims, each.problems) for each in (one, other)}
    assert seen - {frozenset()} == details | {frozenset(one.claims), frozenset(other.claims)}


def test_two_that_write_at_once_lose_nothing(store_url: str) -> None:
    """They name the same actors, and each writes again what the other has written."""
    documents = [
        extraction(
            claim("sent", text, participants=(participant("Norland", within=text, actor="norland"),)),
            text=text,
            copies=(copy_(f"{number}.txt"),),
            actors=(actor("norland"),),
        )
        for number in range(15)
        for text in [f"Norland sent {number} boats."]
    ]

    def write(mine: list[Extraction]) -> None:
        with open_store(store_url) as store:
            for document in mine:
                store.replace(document)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, [documents, documents[::-1]]))
    with open_store(store_url) as store:
        assert {claim.claim for claim in store.claims()} == {claim for each in documents for claim in each.claims}
        assert store.counts().actors == 1
        assert len(rows(store, "MATCH (:Document)-[r:NAMES]->(:Actor) RETURN r")) == 15
