"""Which words name a happening."""

import pytest

from tests.loaders.clauses.reading import clause_at, clauses_of


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        pytest.param("Norland plans to send soldiers.", ["send"], id="no verb of planning"),
        pytest.param("Lind issued an order.", ["order"], id="the noun of a light verb"),
        pytest.param("They’re fair targets now.", [], id="no verb cut short"),
        pytest.param("Gunmen carried out a raid.", ["raid"], id="the noun of a light verb with its particle"),
        pytest.param("Norland retaliated by shelling the port.", ["shelling"], id="what the answer was"),
        pytest.param("Norland retaliated on Monday.", ["retaliated"], id="an answer alone"),
        pytest.param("The clash happened on Monday.", ["happened"], id="the verb that says it came about"),
        pytest.param("The election took place on Monday.", ["took place"], id="take place"),
        pytest.param("He has been seen.", ["seen"], id="no auxiliary"),
        pytest.param("The premier was re-elected.", ["re-elected"], id="a verb with its prefix"),
        pytest.param("Lind stepped down.", ["stepped down"], id="a verb with its particle"),
        pytest.param("Two men drowned, according to Osei.", ["drowned"], id="no verb turned preposition"),
        pytest.param("Hundreds dead in fire.", ["dead", "fire"], id="an adjective behind its noun"),
        pytest.param("Angela Merkel in Berlin on Monday.", ["in Berlin"], id="who was where, without a verb"),
        pytest.param("She was placed under surveillance.", ["surveillance"], id="a noun behind under"),
        pytest.param("The Global Offensive team met the Star Attack club.", ["met"], id="no words of a name"),
    ],
)
def test_triggers(text: str, triggers: list[str]) -> None:
    assert [clause.trigger_text for clause in clauses_of(text)] == triggers


def test_a_light_verb_gives_the_lemma_of_its_noun() -> None:
    assert clause_at("They made two visits to Sudria.", "visits").lemma == "visit"


def test_a_misread_participle_is_passive_and_leaves_its_noun_to_the_main_verb() -> None:
    text = "Troops deployed to Sudria have been issued uniforms."
    assert [slot.via for slot in clause_at(text, "deployed").slots if slot.text == "Troops"] == ["passive subject"]
    assert next(slot.text for slot in clause_at(text, "issued").slots) == "Troops"
