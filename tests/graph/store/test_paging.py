"""The chronology page: both ways of answering agree with counting by hand, for every mixture of filters."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, product

import pytest

from benchmarks.synthetic import corpus
from graph.event import Event
from graph.ontology import families
from graph.store import open_store
from graph.store.base import Card, Filters, Store
from graph.store.bolt import BoltStore
from graph.store.dialect import dialect_of
from graph.when import bound_day
from tests.factories import actor, claim, copy_, days, event, extraction, participant, until

CHOICES = {
    "types": ((), ("AID", "COERCE"), ("none",)),
    "statuses": ((), ("planned", "denied")),
    "actors": ((), ("norland", "velmark")),
    "publishers": ((), ("Northern Wire", "Fjord Post")),
    "text": ("", "  DRONES, norland "),
    "first": (None, date(2023, 11, 1)),
    "last": (None, date(2024, 4, 30)),
}
MIXTURES = [Filters(**dict(zip(CHOICES, chosen, strict=True))) for chosen in product(*CHOICES.values())]
EXTRACTIONS, EVENTS = corpus(60)
PUBLISHERS = {c.id: {copy.publisher for copy in e.document.copies} for e in EXTRACTIONS for c in e.claims}
SENTENCES = {c.id: c.sentence.cut(e.document.text).lower() for e in EXTRACTIONS for c in e.claims}


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def filled(request: pytest.FixtureRequest) -> str:
    """The URL of a store with sixty events; filled again only if a test in between has emptied it."""
    if request.param == "embedded":
        url = f"embedded:{request.getfixturevalue('embedded_folder')}"
    else:
        server = request.getfixturevalue("neo4j")
        url = server.url.replace("//", f"//neo4j:{server.password}@")
    with open_store(url) as store:
        store.prepare()
        if [card.event for card in store.events()] != list(EVENTS):
            store.clear()
            store.replace_many(EXTRACTIONS)
            store.write_events(EVENTS, of=families())
    return url


@pytest.fixture(params=[100_000, 0], ids=["outline", "walk"])
def pages(filled: str, request: pytest.FixtureRequest) -> Iterator[Store]:
    """The store, answering from the outline it keeps, or asking the server each time."""
    with BoltStore(dialect_of(filled, None), "a store", outline_events=request.param) as store:
        yield store


def passes(one: Event, filters: Filters) -> bool:
    """The promise of `Filters`, word by word."""
    publishers = set().union(*(PUBLISHERS[ident] for ident in one.claim_ids))
    words = filters.text.lower().replace(",", " ").split()
    told = [SENTENCES[ident] for ident in one.claim_ids]
    return (
        (not filters.types or (one.type or "none") in filters.types)
        and (not filters.statuses or one.status in filters.statuses)
        and (not filters.actors or any(p.actor in filters.actors for p in one.participants))
        and (not filters.publishers or not publishers.isdisjoint(filters.publishers))
        and (not words or any(all(word in sentence for word in words) for sentence in told))
        and touches(one, filters)
    )


def touches(one: Event, filters: Filters) -> bool:
    if not filters.first and not filters.last:
        return True
    if one.when is None:
        return False
    bound = bound_day(one.when)
    first, last = (bound, bound) if one.when.bounded else (one.when.first or bound, one.when.last or bound)
    return first <= (filters.last or date.max) and last >= (filters.first or date.min)


def left(filters: Filters) -> list[Event]:
    return [one for one in EVENTS if passes(one, filters)]


def test_counts_are_those_of_counting_by_hand(pages: Store) -> None:
    some = MIXTURES[::3]
    expected = [len(left(filters)) for filters in some]
    assert [pages.count(filters) for filters in some] == expected
    assert len(set(expected)) > 8


def test_weeks_are_those_of_counting_by_hand(pages: Store) -> None:
    for filters in MIXTURES[::5]:
        everywhen = left(filters.model_copy(update={"first": None, "last": None}))
        filed = [bound_day(one.when) for one in everywhen if one.when]
        mondays = Counter(day - timedelta(days=day.weekday()) for day in filed)
        assert [(week.monday, week.count) for week in pages.weeks(filters)] == sorted(mondays.items())


def test_facets_are_those_of_counting_by_hand(pages: Store) -> None:
    for filters in MIXTURES[::7]:
        facets = pages.facets(filters)
        for kind, of in (("types", types), ("statuses", statuses), ("actors", actors), ("publishers", publishers)):
            events = left(filters.model_copy(update={kind: ()}))
            counted = Counter(chain.from_iterable(map(of, events)))
            found = [(facet.value, facet.count) for facet in getattr(facets, kind)]
            assert found == sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def types(one: Event) -> set[str]:
    return {one.type or "none"}


def statuses(one: Event) -> set[str]:
    return {one.status}


def actors(one: Event) -> set[str]:
    return {p.actor for p in one.participants if p.actor}


def publishers(one: Event) -> set[str]:
    return set().union(*(PUBLISHERS[ident] for ident in one.claim_ids))


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_pages_join_to_the_whole_chronology(pages: Store, order: str) -> None:
    for filters in MIXTURES[::11]:
        found: list[Card] = []
        after: str | None = None
        while True:
            page = pages.cards(filters, after=after, order=order, limit=4)  # type: ignore[arg-type]  # of the two above
            found += page.cards
            if not page.more:
                break
            after = page.cards[-1].event.sort_key
        expected = sorted(left(filters), key=lambda one: one.sort_key, reverse=order == "newest")
        assert [card.event for card in found] == expected
        assert all(card.lead.claim.id == card.event.claim_ids[0] for card in found)


def test_facets_keep_the_most_frequent_and_name_actors(pages: Store) -> None:
    facets = pages.facets(Filters(), limit=2)
    assert [len(getattr(facets, kind)) for kind in ("actors", "types", "statuses", "publishers")] == [2, 2, 2, 2]
    assert {(facet.value, facet.label) for facet in facets.actors} <= {(n.lower(), n) for n in NAMES}


NAMES = {p.name for one in EVENTS for p in one.participants}


@pytest.mark.parametrize("outline_events", [100_000, 0], ids=["outline", "walk"])
def test_answers_are_never_older_than_the_store(store_url: str, outline_events: int) -> None:
    """One process reads while another one writes."""
    told = claim()
    with (
        BoltStore(dialect_of(store_url, None), "reader", outline_events=outline_events) as reader,
        BoltStore(dialect_of(store_url, None), "writer") as writer,
    ):
        seen = [reader.count(Filters())]
        writer.replace(extraction(told))
        writer.write_events([event(told)], of=["aid"])
        seen.append(reader.count(Filters()))
        writer.write_events([event(told, status="planned")], of=["aid"])
        seen.append(reader.count(Filters(statuses=("planned",))))
        writer.remove(told.document)
        seen.append(reader.count(Filters()))
        writer.replace(extraction(told))
        writer.write_events([event(told)], of=["aid"])
        seen.append(reader.count(Filters(text="soldiers")))
        writer.clear()
        seen.append(reader.count(Filters(text="soldiers")))
    assert seen == [0, 1, 1, 0, 1, 0]


def test_an_event_is_placed_by_its_bound_and_never_by_its_open_side(store: Store) -> None:
    whens = {
        "lately": until("2024-10-25"),
        "since June": days("2024-06-01", None),
        "in October": days("2024-10-01", "2024-10-31", grain="month"),
        "perhaps": None,
    }
    ids = {}
    for words, when in whens.items():
        text = f"Norland sent boats {words}."
        told = claim(text=text, when=when)
        store.replace(extraction(told, text=text, copies=(copy_(f"{words}.txt"),)))
        ids[event(told)] = words
    store.write_events(ids, of=["aid"])

    def found(first: str | None, last: str | None) -> set[str]:
        filters = Filters(
            first=date.fromisoformat(first) if first else None, last=date.fromisoformat(last) if last else None
        )
        return {ids[card.event] for card in store.cards(filters).cards}

    assert found("2024-10-25", "2024-10-25") == {"lately", "in October"}
    assert found("2024-10-26", None) == {"in October"}
    assert found(None, "2024-10-24") == {"since June", "in October"}
    assert found("2024-06-02", "2024-06-30") == set()
    assert found(None, None) == set(whens)
    assert sum(week.count for week in store.weeks(Filters())) == 3


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the MINISTER's 12,000", True),
        ("wreck-age", False),
        ("ase 병력", True),
        ("X-Ray", True),
        ("rayx", False),
        ("and of", True),
        ("min", False),
        ("the AND minister", True),
        ("+minister -boats *:*", True),
        ("minister) OR (x", False),
        ('"boats the"', True),
        ("…!?", False),
    ],
)
def test_words_are_found_whole_in_any_order_and_case(store: Store, words: str, *, found: bool) -> None:
    text = "Åse and 병력 of the minister's staff saw 12,000 boats *, the x-ray and the wreckage."
    told = claim("saw", text, participants=(participant("Åse", within=text, actor="ase"),))
    store.replace(extraction(told, text=text, actors=(actor("ase"),)))
    store.write_events([event(told)], of=["aid"])
    assert store.count(Filters(text=words)) == int(found)
