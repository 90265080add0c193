"""How a clause is meant, and how sure its voice is."""

import pytest

from graph.model import BlockKind
from loaders.modality import moods
from loaders.modality.ahead import look_ahead
from loaders.records import Dated, Mood
from tests.factories import days
from tests.loaders.grammar import clause_of, trees_of


def mood_at(text: str, word: str, kind: BlockKind = "body") -> Mood:
    """Mood of the clause at the first such word."""
    trees = trees_of(text, kind=kind)
    (found,) = moods(trees, [clause_of(trees, word)])
    return found


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        pytest.param("The ferry sank on Monday.", "sank", "asserted", id="told"),
        pytest.param("The army is shelling the port.", "shelling", "ongoing", id="going on"),
        pytest.param("About 30 soldiers are killed every day.", "killed", "habitual", id="every day"),
        pytest.param("Norland will send soldiers.", "send", "planned", id="will"),
        pytest.param("Norland plans to send soldiers.", "send", "planned", id="plans to"),
        pytest.param("The soldiers are due to be sent.", "sent", "planned", id="due to"),
        pytest.param("A vote is to be held in May.", "held", "planned", id="is to be"),
        pytest.param("A bridge to be built in May was shown.", "built", "planned", id="to be built"),
        pytest.param("Lind promised to help them.", "help", "planned", id="promised to"),
        pytest.param("They went there to help.", "help", "planned", id="purpose"),
        pytest.param("Lind said they would resign.", "resign", "planned", id="said they would"),
        pytest.param("Lind did not resign.", "resign", "denied", id="not"),
        pytest.param("No soldiers were sent.", "sent", "denied", id="no soldiers"),
        pytest.param("Neither Russia nor North Korea has confirmed any losses.", "confirmed", "denied", id="neither"),
        pytest.param("Will Palm scored 13 points.", "scored", "asserted", id="a man called Will"),
        pytest.param("Lind told Harbour Weekly the ferry sank.", "told", "asserted", id="a paper called weekly"),
        pytest.param("The army failed to inform them.", "inform", "denied", id="failed to"),
        pytest.param("Norland denied sending soldiers.", "sending", "denied", id="denied sending"),
        pytest.param("Norland denied the attack.", "attack", "denied", id="denied the noun"),
        pytest.param("They left without signing.", "signing", "denied", id="without"),
        pytest.param("Norland could attack.", "attack", "hypothetical", id="could"),
        pytest.param("If Norland attacks, we respond.", "attacks", "hypothetical", id="if"),
        pytest.param("If Norland attacks, we will respond.", "respond", "hypothetical", id="what depends on if"),
        pytest.param("Had it happened later, many would have died.", "happened", "hypothetical", id="had it happened"),
        pytest.param("Had it happened later, many would have died.", "died", "hypothetical", id="would have"),
        pytest.param("Lind called for a ceasefire.", "ceasefire", "hypothetical", id="called for"),
        pytest.param("Lind asked them not to go.", "go", "hypothetical", id="asked not to"),
        pytest.param("There is a threat of an attack.", "attack", "hypothetical", id="threat of"),
        pytest.param("Soldiers are likely to volunteer.", "volunteer", "hypothetical", id="likely to"),
        pytest.param("Will the soldiers leave?", "leave", "hypothetical", id="question"),
        pytest.param("Surrender to the guards!", "Surrender", "hypothetical", id="call"),
        pytest.param("Lind summoned the envoy to protest.", "protest", "asserted", id="summoned to protest"),
        pytest.param("It is likely that Norland has agreed.", "agreed", "asserted", id="likely to have"),
        pytest.param("The army forced them to leave.", "leave", "asserted", id="forced to"),
        pytest.param("The army not only shelled the port, it also took it.", "shelled", "asserted", id="not only"),
        pytest.param("Lind did not say why the ferry sank.", "sank", "asserted", id="not said why"),
        pytest.param("Lind could not see them, but shouted twice.", "shouted", "asserted", id="could not, but did"),
        pytest.param("They were told to close the port and were led away.", "led", "asserted", id="told to, and were"),
        pytest.param("There could be dead and wounded.", "wounded", "hypothetical", id="could be"),
        pytest.param("Lind will close the port and leave.", "leave", "planned", id="will do both"),
    ],
)
def test_how_it_is_meant(text: str, word: str, modality: str) -> None:
    assert mood_at(text, word).modality == modality


def test_a_headlines_present_tells_what_happened() -> None:
    assert mood_at("Hackers attack ministry", "attack", kind="title").modality == "asserted"


def test_a_headlines_infinitive_is_a_plan() -> None:
    assert mood_at("Norland to send soldiers to Sudria", "send", kind="title").modality == "planned"


def test_denying_is_a_fact_and_what_is_denied_is_not() -> None:
    text = "Norland denied sending soldiers."
    assert [mood_at(text, word).modality for word in ("denied", "sending")] == ["asserted", "denied"]


@pytest.mark.parametrize(
    ("text", "word", "degree", "hedge"),
    [
        pytest.param("The ferry sank.", "sank", "sure", "", id="plain"),
        pytest.param("The ferry reportedly sank.", "sank", "unverified", "reportedly", id="reportedly"),
        pytest.param("The ferry is believed to have sunk.", "sunk", "unverified", "believed", id="believed to"),
        pytest.param("It is highly likely Norland has agreed.", "agreed", "likely", "likely", id="highly likely"),
        pytest.param("The ferry may have sunk.", "sunk", "possible", "may", id="may"),
        pytest.param("An alleged attack was filmed.", "attack", "unverified", "alleged", id="alleged"),
    ],
)
def test_how_sure_the_voice_is(text: str, word: str, degree: str, hedge: str) -> None:
    certainty = mood_at(text, word).certainty
    assert (certainty.degree, certainty.text) == (degree, hedge)


@pytest.mark.parametrize(
    ("text", "word", "day", "modality"),
    [
        ("A summit in May drew protests.", "summit", "2024-05-20", "planned"),
        ("A summit in May drew protests.", "summit", "2024-04-20", "asserted"),
        ("The talks begin on Friday.", "begin", "2024-05-20", "planned"),
        ("The talks began on Friday.", "began", "2024-05-20", "asserted"),
        ("Lind would leave Osk in 2005.", "leave", "2005-06-01", "asserted"),
        ("Lind would leave Osk in May.", "leave", "2024-04-20", "planned"),
        ("Lind said he would leave Osk in 2005.", "leave", "2005-06-01", "planned"),
    ],
)
def test_what_lies_ahead_is_planned_unless_it_is_told_as_past(text: str, word: str, day: str, modality: str) -> None:
    trees = trees_of(text)
    clauses = [clause_of(trees, word)]
    dated = [Dated(clause=0, when=days(day), rule="own_date")]
    (found,) = look_ahead(clauses, trees, moods(trees, clauses), dated, days("2024-05-01"))
    assert found.modality == modality
