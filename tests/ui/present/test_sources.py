from urllib.parse import unquote

import pytest

from tests.factories import SENTENCE, copy_, sourced
from tests.ui.seen import HOSTILE
from ui.present import sources


def test_a_web_address_opens_at_the_words() -> None:
    href = sources.at_words("https://courier.example/a", "North-east, he said.")
    assert href == "https://courier.example/a#:~:text=North%2Deast%2C%20he%20said."


def test_a_fragment_that_is_there_stays_in_front() -> None:
    assert sources.at_words("https://courier.example/a#top", "Words").startswith(
        "https://courier.example/a#top:~:text="
    )


def test_a_long_sentence_is_named_by_its_ends() -> None:
    sentence = " ".join(f"word{number}" for number in range(60))
    directive = sources.at_words("https://courier.example/a", sentence).partition("text=")[2]
    start, end = directive.split(",")
    assert sentence.startswith(unquote(start))
    assert sentence.endswith(unquote(end))


def test_a_bare_file_has_no_address_on_the_web() -> None:
    assert sources.source_address(sourced(copy=copy_("courier.txt"))) == ""
    assert sources.source_address(sourced(copy=copy_("https://courier.example/a")))


@pytest.mark.parametrize(
    "uri",
    [*HOSTILE, "javascript://courier.example/%0aalert(1)", "data:text/html,x", "file:///x", "https://", "https://[x"],
)
def test_only_http_with_a_host_is_an_address(uri: str) -> None:
    assert sources.at_words(uri, SENTENCE) == ""
