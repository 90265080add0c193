"""The URL of a store: what it means, and that its password is shown nowhere."""

import pytest

from graph.errors import UsageError
from graph.store import open_store
from graph.store.address import bolt_address, without_password


@pytest.mark.parametrize(
    ("url", "uri", "user", "password", "database"),
    [
        ("bolt://localhost", "bolt://localhost:7687", "neo4j", "", "neo4j"),
        ("neo4j://ada:s%40cret@db.example:7777/news", "neo4j://db.example:7777", "ada", "s@cret", "news"),
        ("neo4j+s://db.example", "neo4j+s://db.example:7687", "neo4j", "", "neo4j"),
        ("bolt://:only@[::1]:7", "bolt://[::1]:7", "neo4j", "only", "neo4j"),
    ],
)
def test_a_url_says_where_and_as_whom(url: str, uri: str, user: str, password: str, database: str) -> None:
    address = bolt_address(url, None)
    assert (address.uri, address.user, address.password, address.database) == (uri, user, password, database)


def test_the_password_given_wins_over_that_in_the_url() -> None:
    url = "bolt://neo4j:second@localhost"
    assert bolt_address(url, None).password == "second"
    assert bolt_address(url, "first").password == "first"


@pytest.mark.parametrize(
    "url", ["http://localhost", "localhost", "bolt://", "bolt://host:port", "bolt://h:99999", "", "sqlite:x", "bolt:x"]
)
def test_a_url_of_no_known_kind_is_told_with_what_to_write(url: str) -> None:
    with pytest.raises(UsageError) as error:
        open_store(url)
    assert "embedded:FOLDER" in error.value.hint


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("bolt://neo4j:secret@host:7687", "bolt://host:7687"),
        ("neo4j://neo4j:se@cret@host/db", "neo4j://host/db"),
        ("bolt://host", "bolt://host"),
        ("embedded:mail@home/a:b", "embedded:mail@home/a:b"),
        ("http://user:secret@host", "http://host"),
        ("user:secret@host", "host"),
    ],
)
def test_a_url_is_shown_without_its_password(url: str, shown: str) -> None:
    assert without_password(url) == shown


def test_no_password_is_in_what_is_shown_of_a_store() -> None:
    store = open_store("bolt://neo4j:secret@host", password="other")
    assert store.url == "bolt://host"
    assert "secret" not in repr(vars(store))
    assert "other" not in repr(bolt_address("bolt://host", "other"))
