"""Every page as Streamlit runs it, without a browser."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from graph.store import open_store
from tests.ui.seen import HOSTILE, Seen
from tests.ui.stores import HOSTILE_TEXT, hostile
from ui import answers

APP = Path(__file__).parents[2] / "ui" / "app.py"


def opened(page: str = "", **address: str) -> AppTest:
    """The page at an address, run once."""
    app = AppTest.from_file(APP, default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    if page:
        app.switch_page(f"app_pages/{page}.py")
        # Streamlit clears the address when a test changes the page.
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
    assert not app.exception
    return app


def seen(app: AppTest) -> Seen:
    """All HTML of a page but the style sheet."""
    bodies = [element.proto.body for element in app.get("html")]
    return Seen("\n".join(body for body in bodies if not body.startswith("<style>")))


def first_link(found: Seen, beginning: str) -> dict[str, str]:
    """The parameters of the first link that begins so."""
    return dict(parse_qsl(urlsplit(next(link for link in found.links if link.startswith(beginning))).query))


def test_the_chronology_shows_strip_counts_and_cards(filled: str) -> None:
    found = seen(opened())
    assert "68 events" in found.text
    assert found.tags.count("article") == answers.CARDS_A_PAGE
    assert "figure" in found.tags


def test_filters_of_the_address_hold_and_show_in_the_widgets(filled: str) -> None:
    app = opened(text="border", first="2023-06-01", type="SUPPORT")
    found = seen(app)
    assert app.text_input[0].value == "border"
    assert str(app.date_input[0].value) == "2023-06-01"
    assert "Words: border" in found.text
    assert 0 < found.tags.count("article") <= answers.CARDS_A_PAGE


def test_what_is_typed_goes_into_the_address_and_leaves_the_page(filled: str) -> None:
    app = opened(type="SUPPORT", after="2023-07")
    app.text_input[0].set_value("border").run()
    assert dict(app.query_params) == {"type": "SUPPORT", "text": "border"}


def test_pages_follow_each_other_without_gap_or_repetition(filled: str) -> None:
    headlines: list[str] = []
    address: Mapping[str, str] = {}
    for _ in range(3):
        found = seen(opened(**address))
        headlines += [link for link in dict.fromkeys(found.links) if link.startswith("/event?")]
        address = first_link(found, "/?after=") if any(link.startswith("/?after=") for link in found.links) else {}
    assert len(headlines) == len(set(headlines)) == 68
    assert not address


def test_the_page_before_is_the_page_one_came_from(filled: str) -> None:
    first = seen(opened())
    second = seen(opened(**first_link(first, "/?after=")))
    back = seen(opened(**first_link(second, "/?before=")))
    assert [link for link in back.links if "/event" in link] == [link for link in first.links if "/event" in link]


def test_newest_first_is_the_same_list_backwards(filled: str) -> None:
    newest, oldest = (
        [link for link in dict.fromkeys(seen(opened(order=order, status="planned")).links) if "/event" in link]
        for order in ("newest", "oldest")
    )
    assert newest == oldest[::-1]
    assert len(newest) > 1


def test_an_empty_result_says_which_filter_to_drop(filled: str) -> None:
    found = seen(opened(text="unheardof", status="disputed"))
    assert "Drop one" in found.text
    assert "/?status=disputed" in found.links
    assert "/?text=unheardof" in found.links


def test_what_makes_no_sense_in_the_address_is_said(filled: str) -> None:
    assert "2024-02-30” is no day" in seen(opened(first="2024-02-30")).text


def test_an_empty_store_says_how_to_load(empty: str) -> None:
    assert "dateline load" in seen(opened()).text


def test_documents_that_wait_are_told_of(empty: str) -> None:
    with open_store(empty) as store:
        store.prepare()
        store.replace(hostile())
    assert "1 document is not gathered into events yet" in seen(opened()).text


def test_an_event_shows_its_claims(filled: str) -> None:
    found = seen(opened("event", **first_link(seen(opened()), "/event?")))
    assert "What the sources say" in found.text
    assert "How do we know?" in found.text


def test_any_claim_of_an_event_leads_to_it(filled: str) -> None:
    with open_store(filled) as store:
        event = next(card.event for card in store.events() if card.event.claim_count > 1)
    assert event.headline in seen(opened("event", event=event.claim_ids[-1])).text


@pytest.mark.parametrize("page", ["event", "document", "actor"])
def test_what_is_not_there_is_said_with_the_way_back(filled: str, page: str) -> None:
    found = seen(opened(page, **{page: HOSTILE[0]}))
    assert HOSTILE[0] in found.text
    assert "/" in found.links


def test_a_document_opens_at_a_span(filled: str) -> None:
    found = seen(opened("document", **first_link(seen(opened()), "/document?") | {"span": "0-7"}))
    assert ("data-aim", "0-7") in found.attributes


def test_the_hostile_document_is_shown_whole_and_as_text(filled: str) -> None:
    found = seen(opened("document", document=hostile().document.id))
    for line in HOSTILE_TEXT.splitlines():
        assert line.split(" sent ")[0] in found.text
    assert not {"script", "img"} & set(found.tags)
    assert "javascript:alert(1)" not in found.links


def test_an_actor_has_neighbours_and_a_chronology_of_its_own(filled: str) -> None:
    app = opened("actor", actor="norland")
    found = seen(app)
    assert "Norland" in found.text
    assert "article" in found.tags
    assert any(link.startswith("/actor?actor=") for link in found.links)
    assert app.get("echarts_chart")


def test_actors_are_listed_and_found_by_name(filled: str) -> None:
    app = opened("actor")
    app.text_input[0].set_value("lindqvist").run()
    found = seen(app)
    assert "Minister Tova Lindqvist" in found.text
    assert "Norland" not in found.text
    assert dict(app.query_params) == {"search": "lindqvist"}


def test_a_shipped_query_is_answered(filled: str) -> None:
    app = opened("query")
    app.selectbox[0].set_value("own").run()
    app.text_area[0].set_value("MATCH (e:Event) RETURN count(e) AS events").run()
    app.button[0].click().run()
    assert "68" in seen(app).text


def test_a_query_asks_for_its_parameters(filled: str) -> None:
    app = opened("query", query="own")
    app.text_area[0].set_value("MATCH (a:Actor) WHERE a.id = $who RETURN a.name AS name").run()
    app.text_input[0].set_value("norland").run()
    app.button[0].click().run()
    assert "Norland" in seen(app).text


@pytest.mark.parametrize("query", ["CREATE (n:Junk) RETURN n", "MATCH (n) DETACH DELETE n", "this is no query"])
def test_a_query_that_would_write_or_makes_no_sense_is_refused_in_words(filled: str, query: str) -> None:
    app = opened("query", query="own")
    app.text_area[0].set_value(query).run()
    app.button[0].click().run()
    assert not app.exception
    assert ("role", "alert") in seen(app).attributes
    with open_store(filled) as store:
        assert store.counts().events == 68


def test_about_tells_counts_versions_and_where_data_lies(filled: str) -> None:
    found = seen(opened("about"))
    for part in ("68", filled, "streamlit", "Apache"):
        assert part in found.text


def test_a_store_that_is_away_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", "bolt://127.0.0.1:9")
    answers.forget()
    found = seen(opened())
    answers.forget()
    assert ("role", "alert") in found.attributes
    assert "Traceback" not in found.text


def test_a_change_in_the_store_is_seen(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "FRESH_SECONDS", 0.001)
    assert "dateline load" in seen(opened()).text
    with open_store(empty) as store:
        store.replace(hostile())
    assert "not gathered into events yet" in seen(opened()).text


def test_documents_are_listed_and_found(filled: str) -> None:
    app = opened("document")
    assert any(link.startswith("/document?document=") for link in seen(app).links)
    app.text_input[0].set_value("nobody wrote this").run()
    assert "No document has these words" in seen(app).text
    assert app.query_params["search"] == "nobody wrote this"
