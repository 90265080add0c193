"""According to whom."""

import pytest

from loaders.said_by import voices
from tests.loaders.grammar import clause_of, person, trees_of


def chain(*blocks: str, word: str, names: tuple[str, ...] = (), kind: str = "body") -> list[list[str]]:
    """Names of the chain behind the first such word, nearest link first."""
    trees = trees_of(*blocks, kind=kind)  # type: ignore[arg-type]  # ids of parameters are plain strings
    clause = clause_of(trees, word)
    mentions = [person(trees, name, kind="media" if name.startswith("Harbour") else "person") for name in names]
    (voice,) = voices(trees, [clause], mentions)
    links: dict[int, list[str]] = {}
    for speaker in voice.said_by:
        links.setdefault(speaker.position, []).append(speaker.name)
    return [links[place] for place in sorted(links)]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        pytest.param("The harbour reopened on Monday.", "reopened", [], id="the author's own voice"),
        pytest.param("Osei said that the harbour reopened.", "reopened", [["Osei"]], id="said that"),
        pytest.param("The harbour reopened, Osei said.", "reopened", [["Osei"]], id="tag behind"),
        pytest.param("Osei said that the harbour reopened.", "said", [], id="the saying itself is the author's"),
        pytest.param("Osei and Lund said the ferry sank.", "sank", [["Osei", "Lund"]], id="joint speakers"),
        pytest.param("Lund said Osei claimed the ferry sank.", "sank", [["Osei"], ["Lund"]], id="said in a saying"),
        pytest.param("Osei told Harbour Gazette the ferry sank.", "sank", [["Osei"], ["Harbour Gazette"]], id="told"),
        pytest.param("Osei told reporters the ferry sank.", "sank", [["Osei"]], id="told nobody by name"),
        pytest.param("Two men drowned, according to Osei.", "drowned", [["Osei"]], id="according to, at the end"),
        pytest.param("According to Osei, two men drowned.", "drowned", [["Osei"]], id="according to, at the start"),
        pytest.param(
            "According to Harbour News, quoting Osei, two men drowned.", "drowned", [["Osei"], ["Harbour News"]],
            id="a source that quotes another",
        ),
        pytest.param("The ministry denied sending guards.", "sending", [["ministry"]], id="what is denied"),
        pytest.param("Osei accused the ministry of sinking the ferry.", "sinking", [["Osei"]], id="accused of"),
        pytest.param("Footage released by Osei shows guards leaving.", "leaving", [["Osei"]], id="whose footage it is"),
        pytest.param("Two men reportedly drowned.", "drowned", [["unnamed source"]], id="reportedly"),
        pytest.param("Two men are said to have drowned.", "drowned", [["unnamed source"]], id="are said to"),
        pytest.param("The crew were told to leave the ferry.", "leave", [], id="an order says nothing"),
        pytest.param("Osei knows that the ferry sank.", "sank", [], id="what is known is the author's"),
        pytest.param("Osei read an article which attacked the crew.", "attacked", [], id="what is read"),
        pytest.param("Osk began a process to consider changing its flag.", "changing", [], id="a process says nothing"),
        pytest.param(
            "Osei told Harbour Gazette in a statement that the ferry was sunk.", "sunk",
            [["Osei"], ["Harbour Gazette"]], id="in a statement",
        ),
        pytest.param("The crews, said Osei, are required to row.", "required", [["Osei"]], id="tag in the middle"),
        pytest.param(
            "Osei claims that his boat was taken away and he was forced to row.", "row", [["Osei"]],
            id="claims that … and …",
        ),
        pytest.param("Osei claims that his boat sank, and the harbour closed.", "closed", [], id="a comma ends it"),
        pytest.param("Norland has maintained a policy of turning away boats.", "turning", [], id="maintains a policy"),
        pytest.param("Norland maintains that the ferry sank.", "sank", [["Norland"]], id="maintains that"),
        pytest.param("The ferry continues to sink.", "sink", [], id="continues to"),
        pytest.param("Officials have not said why the ferry sank.", "sank", [], id="has not said why"),
        pytest.param("Officials have not said that the ferry sank.", "sank", [["Officials"]], id="has not said that"),
        pytest.param("The visit shows progress in building the harbour.", "building", [], id="a happening shows"),
        pytest.param("The figures show that the ferry sank.", "sank", [["figures"]], id="figures show"),
        pytest.param("The engineers found that rust sank the ferry.", "sank", [["engineers"]], id="found that"),
        pytest.param("The police found two men hiding in a shed.", "hiding", [], id="found somebody"),
        pytest.param(
            "Osei was quoted by the Harbour Gazette as saying the ferry sank.", "sank",
            [["Osei"], ["Harbour Gazette"]], id="was quoted as saying",
        ),
        pytest.param(
            "The Harbour Gazette quoted Osei as saying the ferry sank.", "sank",
            [["Osei"], ["Harbour Gazette"]], id="quoted as saying",
        ),
        pytest.param(
            "The Harbour Gazette quoted Osei as saying the ferry sank.", "saying", [["Harbour Gazette"]],
            id="who is quoted says so",
        ),
        pytest.param("Osei was quoted as saying the ferry sank.", "saying", [], id="was quoted by nobody"),
        pytest.param(
            "The ferry sank, the Harbour Gazette reported, citing officials.", "sank",
            [["officials"], ["Harbour Gazette"]], id="citing somebody",
        ),
        pytest.param("The ferry sank, Osei said, citing privacy rules.", "sank", [["Osei"]], id="citing rules"),
        pytest.param("Osei told Joe Biden that the ferry sank.", "sank", [["Osei"]], id="told a person"),
        pytest.param("The ferry sank, he said.", "sank", [["unnamed source"]], id="nobody knows who he is"),
        pytest.param("Two men are being held as the inquiry continues.", "held", [], id="what goes on says nothing"),
        pytest.param("The crew, who said the ferry sank, left.", "left", [], id="a remark is the author's"),
        pytest.param("The crew, who said the ferry sank, left.", "sank", [["crew"]], id="who said"),
    ],
)  # fmt: skip
def test_the_chain_of_a_sentence(sentence: str, word: str, expected: list[list[str]]) -> None:
    names = tuple(name for name in ("Osei", "Lund", "Joe Biden", "Harbour Gazette", "Harbour News") if name in sentence)
    assert chain(sentence, word=word, names=names) == expected


def test_a_quotation_without_a_tag_is_its_neighbours() -> None:
    text = "“The ferry sank within minutes and nobody came,” Osei said. “The guards never left the harbour that night.”"
    assert chain(text, word="left", names=("Osei",)) == [["Osei"]]


def test_the_marks_of_news_agencies_are_quotation_marks() -> None:
    block = "``We saw the fire,'' said Osei. ``Two men drowned before the crew's boats came.'' Lund was away."
    assert chain(block, word="drowned") == [["Osei"]]
    assert chain(block, word="was") == []


def test_a_turn_of_phrase_in_quotation_marks_is_the_authors() -> None:
    assert chain("Osei spoke on Monday. The guards “left early” that night.", word="left") == []


def test_a_sentence_that_goes_on_keeps_its_speaker() -> None:
    text = "Two men drowned, according to Osei. They had left the harbour at dawn."
    assert chain(text, word="left", names=("Osei",)) == [["Osei"]]


def test_a_sentence_that_starts_anew_is_the_authors() -> None:
    text = "Two men drowned, according to Osei. The harbour closed at noon."
    assert chain(text, word="closed", names=("Osei",)) == []


def test_a_paragraph_after_a_colon_belongs_to_the_speaker() -> None:
    blocks = ("In a letter, Osei denied the report:", "Nobody left the harbour.")
    assert chain(*blocks, word="left", names=("Osei",)) == [["Osei"]]


def test_a_caption_is_the_word_of_its_credit() -> None:
    text = "Guards leave the harbour on Monday. (©Harbour News via Lantern Press)"
    assert chain(text, word="leave", kind="caption") == [["Harbour News"], ["Lantern Press"]]


def test_a_post_is_the_word_of_who_signs_it() -> None:
    text = "Guards left the harbour. — Mara Osei (@mara) May 2, 2021"
    assert chain(text, word="left", kind="embed") == [["Mara Osei"]]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        pytest.param("Report: Guards left harbour on Monday", [["Report"]], id="a report"),
        pytest.param("Mara Osei: Guards left harbour on Monday", [["Mara Osei"]], id="a person before the colon"),
        pytest.param("Guards left harbour on Monday: ministry", [["ministry"]], id="behind the colon"),
        pytest.param("Guards left harbour on Monday - officials", [["officials"]], id="behind a dash"),
        pytest.param("Ferry war: Guards left harbour on Monday", [], id="a topic"),
        pytest.param("Analysis: Guards left harbour on Monday", [], id="a kind of article"),
    ],
)
def test_a_headline_names_its_speaker(headline: str, expected: list[list[str]]) -> None:
    names = tuple(name for name in ("Mara Osei",) if name in headline)
    assert chain(headline, word="left", names=names, kind="title") == expected


def test_a_colon_in_running_text_names_no_speaker() -> None:
    assert chain("The ministry: guards left the harbour on Monday.", word="left") == []


def test_a_tag_is_nobodys_word() -> None:
    text = "The guards, Osei said, had left; the crew, Lund added, would follow."
    assert chain(text, word="left", names=("Osei", "Lund")) == [["Osei"]]


def test_the_author_takes_over_after_words_in_the_first_person() -> None:
    text = "Osei said the guards beat him. I was told to leave the harbour. His mother had left before."
    assert chain(text, word="told", names=("Osei",)) == [["Osei"]]
    assert chain(text, word="left", names=("Osei",)) == []


def test_officials_are_not_named() -> None:
    trees = trees_of("Two men drowned, officials said.")
    (voice,) = voices(trees, [clause_of(trees, "drowned")], [])
    assert [(s.name, s.named) for s in voice.said_by] == [("officials", False)]


def test_a_saying_is_about_what_hangs_on_it() -> None:
    trees = trees_of("Osei denied that the ferry sank.")
    told = voices(trees, [clause_of(trees, "denied"), clause_of(trees, "sank")], [])
    assert [voice.about for voice in told] == [(1,), ()]
