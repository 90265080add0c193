"""Dates of clauses as the whole pipeline reads them, in sentences that once came out wrong."""

import pytest

from graph.when import edtf
from loaders import pipeline
from tests.factories import copy_, document


def dates(text: str) -> dict[str, str]:
    """Trigger → EDTF of its first clause, empty if it has none; published on a Wednesday."""
    steps = pipeline.read(document(text, copy_(published="2012-05-09")))
    pairs = zip(steps.material.clauses, steps.material.dated, strict=True)
    return {clause.trigger_text: edtf(one.when) if one.when else "" for clause, one in reversed(list(pairs))}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param(
            "Dubbed the Fox, Osei confessed on Monday.", "Dubbed", "../2012-05-07",
            id="what somebody is called he was called before",
        ),
        pytest.param(
            "A guard was charged Saturday after allegedly opening fire at a party, killing one man.", "killing",
            "../2012-05-05", id="what was done in what came before",
        ),
        pytest.param(
            "The league praised Osk on Friday for a peace that began last year and opening a path to trade.", "opening",
            "../2012-05-09", id="a participle is not joined to a finite verb",
        ),
        pytest.param(
            "The protest follows a claim on Monday that the mayor had lied.", "follows", "2012-05-09",
            id="a date inside a noun phrase is the noun's",
        ),
        pytest.param(
            "A quarrel arose over the planned strike by the miners tomorrow.", "strike", "2012-05-10",
            id="what lies ahead is of the noun, not of the past verb",
        ),
        pytest.param(
            "Trade between the two ports, rooted in an April 2010 pact, has grown.", "rooted", "../2012-05-09",
            id="what rests on a treaty is not of its day",
        ),
        pytest.param(
            "Lind was born on April 22, 1990. She grew up in Osk.", "grew", "../2012-05-09", id="who grew up",
        ),
        pytest.param(
            "Lind confessed on June 27, 2010. She served five months in prison.", "served", "../2012-05-09",
            id="what takes months is not of a day",
        ),
        pytest.param(
            "Lind confessed on Monday. She wept for five minutes.", "wept", "2012-05-07", id="what takes minutes is",
        ),
        pytest.param(
            "Lind came to Osk on Monday. It was the first visit in 24 years.", "visit", "2012-05-07", id="in years",
        ),
        pytest.param(
            "Men honoured those who launched the revolt more than four decades ago in a rally Saturday.", "launched",
            "../1972-12-31", id="of two dates that which stands nearer",
        ),
        pytest.param(
            "The cup began this year. Osei soon grew tired.", "grew", "../2012-05-09", id="soon after what goes on",
        ),
        pytest.param(
            "Yesterday a neighbour recalled the fire. 'Then I went home and I heard much noise. I saw guards leave.'",
            "went", "../2012-05-09", id="a quotation in single marks is no scene",
        ),
        pytest.param(
            "Osei, who had lived in Tarn until shortly after the bombings on May 3, left.", "lived", "../2012-05-03",
            id="until after",
        ),
        pytest.param(
            "The ferry was moved in March and since has drawn protests.", "drawn", "../2012-05-09", id="and since",
        ),
        pytest.param(
            "Osei shot ten people on Monday at the plant where she had worked.", "worked", "../2012-05-09",
            id="where somebody had been before",
        ),
        pytest.param(
            "A judge signed the order yesterday for a move to Tarn, where she will stay.", "stay", "2012-05-09/..",
            id="where somebody will be",
        ),
        pytest.param(
            "Osk won the match on Monday. Lind praised the coming matches.", "matches", "../2012-05-09",
            id="the coming ones are others",
        ),
        pytest.param(
            "Crush kills ten in Osk\n\nThe guards of Osk saw the crowd. In 1991, a crush in Osk killed ninety people, "
            "and the town of Osk has built wide roads since then to keep the crowds of guests apart.", "kills",
            "../2012-05-09", id="a headline tells no old news",
        ),
    ],
)  # fmt: skip
def test_a_clause_takes_no_date_of_another(text: str, trigger: str, expected: str) -> None:
    assert dates(text)[trigger] == expected


def test_what_is_described_behind_a_comma_is_still_what_was_told() -> None:
    text = "The attack came on Monday. Ten men died in the attack, which the navy announced."
    assert dates(text)["died"] == "2012-05-07"


REPORT = "On Sunday, the Osk Gazette reported that guards have left the harbour of Tarn for good."


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        pytest.param(
            "Ana Lind, a guard, told the Osk Gazette that she had left.", "told", "../2012-05-06", id="told it"
        ),
        pytest.param("The Osk Gazette said that the ships had left.", "said", "2012-05-06", id="it said"),
        pytest.param("Ana Lind told the Tarn Courier that she had left.", "told", "../2012-05-09", id="another outlet"),
        pytest.param("The Osk Gazette earlier said that the ships had left.", "said", "../2012-05-09", id="earlier"),
        pytest.param("The Osk Gazette has said that the ships had left.", "said", "../2012-05-09", id="has said"),
    ],
)
def test_who_talks_to_an_outlet_does_so_for_its_dated_report(sentence: str, trigger: str, expected: str) -> None:
    assert dates(f"{REPORT}\n\n{sentence}")[trigger] == expected


def test_two_dated_reports_of_an_outlet_date_no_other() -> None:
    other = "On Friday, the Osk Gazette reported that a ship had sunk."
    told = "Ana Lind told the Osk Gazette that she had left."
    assert dates(f"{REPORT}\n\n{other}\n\n{told}")["told"] == "../2012-05-09"


SUMMIT = "The summit was held in Osk on Monday and Tuesday. The summit drew guests.\n\n"


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        pytest.param("The roof fell two days before the summit.", "fell", "2012-05-05", id="days before"),
        pytest.param(
            "Boxes were sent roughly four months in advance of the summit.", "sent", "2012-01~", id="in advance"
        ),
        pytest.param("The guards fled a week ahead of the summit.", "fled", "2012-04-30~", id="a week ahead"),
        pytest.param("One day after the summit, the hall burned.", "burned", "2012-05-09", id="days after"),
        pytest.param("The hall burned ten days after the summit.", "burned", "2012-05-08/2012-05-09", id="later"),
        pytest.param("The hall burned hours before the summit.", "burned", "../2012-05-07", id="hours before"),
        pytest.param("The hall will be sold after the summit.", "sold", "2012-05-08/..", id="a plan"),
        pytest.param("Lind left Monday, less than two days after it fell.", "fell", "../2012-05-07", id="less than"),
        pytest.param(
            "Men protested in Osk against any such attacks last weekend.",
            "protested",
            "2012-05-05/2012-05-06",
            id="any such",
        ),
        pytest.param("Police came on Monday. The men were found in a barn.", "found", "2012-05-07", id="no saying"),
        pytest.param("Lind said on Monday two men fled. Both were found.", "found", "../2012-05-09", id="a saying"),
        pytest.param(
            "Lind left on Monday, two days after a tower in Osk fell.", "fell", "2012-05-05", id="after it fell"
        ),
        pytest.param(
            "Lind left on Monday, one day before the hall burned.", "burned", "2012-05-08", id="before it burned"
        ),
        pytest.param(
            "Lind left in May, three months after she was elected.", "elected", "../2012-05-31", id="a wide date"
        ),
        pytest.param("Lind, who fled, said on Tuesday he would return.", "said", "2012-05-08", id="said on a day that"),
        pytest.param(
            "Lind left after guards burned the hall on Monday.", "left", "2012-05-07/2012-05-09", id="after it"
        ),
        pytest.param("Lind slept until guards burned the hall on Monday.", "slept", "../2012-05-07", id="until it"),
    ],
)
def test_what_is_told_beside_something_dated_is_dated_from_there(sentence: str, trigger: str, expected: str) -> None:
    assert dates(SUMMIT + sentence)[trigger] == expected


def test_two_days_joined_are_from_the_first_to_the_last() -> None:
    steps = pipeline.read(document(SUMMIT, copy_(published="2012-05-09")))
    (held,) = (one.when for one in steps.material.dated if one.when and not one.when.bounded and one.rule == "own_date")
    assert (edtf(held), held.text) == ("2012-05-07/2012-05-08", "Monday and Tuesday")


def test_the_narrower_of_two_dates_of_a_happening_is_meant() -> None:
    text = "The summit was held on Monday. This year's summit was held in Osk. The hall burned before the summit."
    steps = pipeline.read(document(text, copy_(published="2012-05-09")))
    found = [d for c, d in zip(steps.material.clauses, steps.material.dated, strict=True) if c.trigger_text == "burned"]
    assert [edtf(one.when) for one in found if one.when] == ["../2012-05-07"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(
            "The army issued a statement on Monday.", "The statement said guards left.", "2012-05-07", id="said"
        ),
        pytest.param("Osk released a video on Monday.", "The video said guards had left.", "2012-05-07", id="a video"),
        pytest.param(
            "Osk released a video on Monday.", "Another video said guards had left.", "../2012-05-09", id="other"
        ),
        pytest.param(
            "Osk sent a letter Monday. Tarn sent a letter Tuesday.",
            "The letter said guards had left.",
            "../2012-05-09",
            id="one of two",
        ),
        pytest.param(
            "The video said guards had left.", "Osk released a video on Monday.", "../2012-05-09", id="before"
        ),
    ],
)
def test_a_message_says_what_it_says_on_the_day_it_was_issued(first: str, second: str, expected: str) -> None:
    assert dates(f"{first}\n\n{second}")["said"] == expected
