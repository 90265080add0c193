"""The twelve documents of `samples/` give the chronology that was reviewed by hand, on both servers.

`python -m tools.samples` writes both files anew. Read what changed before it is committed, and say "because …" in the
changelog.
"""

import csv
from pathlib import Path

import pytest

from graph.store.base import Store
from tools.samples import GOLDEN, QUERIES, SAMPLES, chronology_page, load_samples, queries_page


@pytest.fixture
def loaded(store: Store) -> Store:
    """The samples in a store of either kind."""
    load_samples(store)
    return store


def test_the_samples_give_the_golden_chronology_and_answers(loaded: Store) -> None:
    told = "is out of date: run python -m tools.samples, and read what changed"
    assert chronology_page(loaded) == GOLDEN.read_text(encoding="utf-8"), f"{GOLDEN.name} {told}"
    assert queries_page(loaded) == QUERIES.read_text(encoding="utf-8"), f"{QUERIES.name} {told}"


def test_every_claim_of_the_samples_cuts_its_words_out_of_the_stored_text(loaded: Store) -> None:
    texts = {document.id: document.text for document in loaded.documents()}
    found = [sourced.claim for sourced in loaded.claims()]
    assert found
    for claim in found:
        assert claim.trigger.cut(texts[claim.document]) == claim.trigger_text


def documents() -> list[Path]:
    return sorted(path for path in SAMPLES.iterdir() if path.name != "documents.csv")


def rows() -> dict[str, dict[str, str]]:
    with (SAMPLES / "documents.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_a_sample_says_at_its_top_that_its_outlet_is_invented(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    top = text.partition("<article>")[2] or text
    first = " ".join(top.split("\n\n")[0].split())[:200]
    assert "invented outlet" in first or "매체는 가상" in first


def test_every_sample_has_its_row() -> None:
    assert sorted(rows()) == [path.name for path in documents()]


def test_every_address_of_a_sample_is_of_a_reserved_domain() -> None:
    addresses = [row["url"] for row in rows().values() if row["url"]]
    assert addresses
    assert all(address.split("/")[2].endswith(".example") for address in addresses)
