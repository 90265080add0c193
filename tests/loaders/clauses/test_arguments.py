"""Who did what to whom."""

import pytest

from tests.loaders.clauses.reading import clause_at, clauses_of, in_role


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        pytest.param("Norland sent soldiers to Sudria.", "sent", ["Norland"], id="active subject"),
        pytest.param("The bridge was destroyed by Norland on Monday.", "destroyed", ["Norland"], id="by-phrase"),
        pytest.param("Norland plans to send soldiers.", "send", ["Norland"], id="who plans to do it"),
        pytest.param("The minister ordered the guards to leave.", "leave", ["the guards"], id="who is ordered to"),
        pytest.param("The guards came and arrested a man.", "arrested", ["The guards"], id="joined verbs"),
        pytest.param("The guards who arrested the man left.", "arrested", ["The guards"], id="relative pronoun"),
        pytest.param("A crowd shouting slogans marched.", "shouting", ["A crowd"], id="participle"),
        pytest.param("Norland answered by firing shells.", "firing", ["Norland"], id="after by"),
        pytest.param("Norland and Sudria signed a treaty.", "signed", ["Norland", "Sudria"], id="joint agents"),
        pytest.param("Ada Lind, an officer who fled, spoke.", "fled", ["Ada Lind"], id="told of an apposition"),
        pytest.param("The president, Ada Lind, resigned.", "resigned", ["Ada Lind"], id="apposed name"),
        pytest.param("The premier's visit to Sudria ended early.", "ended", ["The premier"], id="owner of a happening"),
        pytest.param("Norland's shelling of the port went on.", "shelling", ["Norland"], id="possessor of a noun"),
        pytest.param("The Russian invasion of the island failed.", "invasion", ["Russian"], id="nationality"),
        pytest.param("Some states, including Norland, met.", "met", ["Some states", "Norland"], id="including"),
        pytest.param("The Pentagon visit to Sudria failed.", "visit", ["Pentagon"], id="a body before the noun"),
        pytest.param("Thanks to Joe Biden intervention, it ended.", "intervention", ["Joe Biden"], id="a person"),
        pytest.param("The Joe Biden murder shocked Sudria.", "murder", [], id="a murder is named after the victim"),
        pytest.param("Lind left after a confrontation with Osei.", "confrontation", ["Lind"], id="a quarrel with"),
        pytest.param("Lind was hurt during a visit to Sudria.", "visit", ["Lind"], id="during a visit"),
        pytest.param("Lind left after the visit to Sudria.", "visit", [], id="the visit may be another's"),
        pytest.param("Lind left after an attack on Sudria.", "attack", [], id="an attack may be another's"),
        pytest.param("Lind drew criticism from Osei.", "criticism", ["Osei"], id="criticism from"),
        pytest.param("Lind issued an order.", "order", ["Lind"], id="subject of a light verb"),
        pytest.param("The firms, said Lind, are required to pay.", "pay", ["The firms"], id="taken by the tag"),
        pytest.param("The firms, said Lind, are required to pay.", "said", ["Lind"], id="the tag's own"),
        pytest.param("A gifted player, Lind left the club.", "left", ["Lind"], id="described before the name"),
        pytest.param(
            "The keys were returned by mail to the club by Lind.", "returned", ["Lind"], id="means are no doers"
        ),
        pytest.param(
            "A clerk interviewing a man outside a bank was shot Friday when a thief burst out, put a knife to the "
            "clerk's face and fired, officials said.", "put", [], id="not who says so",
        ),
        pytest.param("The club's best scorer, Ada Lind, left.", "left", ["Ada Lind"], id="a scorer is no club"),
        pytest.param("The film was shown at an exhibition by Lind.", "shown", [], id="who made what is before by"),
        pytest.param(
            "The sect was banned from praying at old sites by the Ministry.", "banned", ["the Ministry"],
            id="by behind a place",
        ),
        pytest.param(
            "The secretary of CEI (Central Institute), Ada Lind, has called it a lie.", "called", ["Ada Lind"],
            id="brackets explain a name",
        ),
        pytest.param(
            'She said that after returning from Osk, Lind "walked into the station".', "walked", ["Lind"],
            id="right before the verb",
        ),
        pytest.param(
            "The editor described Lind as a fighter, facing a long trial.", "facing", ["Lind"], id="who is described"
        ),
        pytest.param(
            "The editor described Lind as a fighter, adding that she won.", "adding", ["The editor"], id="who describes"
        ),
        pytest.param(
            "Norland signed a pact with Ada Lind, which bans mines.", "bans", ["a pact with Ada Lind"],
            id="no person is a which",
        ),
        pytest.param(
            "Officials voiced concern, noting the number of dead and wounded sailors in Osk.", "wounded", [],
            id="nobody who only notes it",
        ),
    ],
)  # fmt: skip
def test_who_does_it(text: str, trigger: str, agents: list[str]) -> None:
    assert in_role(clause_at(text, trigger), "agent") == agents


@pytest.mark.parametrize(
    ("text", "trigger", "patients"),
    [
        pytest.param("Norland sent soldiers to Sudria.", "sent", ["soldiers"], id="object"),
        pytest.param("Two men were arrested.", "arrested", ["Two men"], id="passive subject"),
        pytest.param("Soldiers sent to Sudria have rebelled.", "sent", ["Soldiers"], id="passive participle"),
        pytest.param("The deployment of soldiers began.", "deployment", ["soldiers"], id="of a noun"),
        pytest.param("The bomb killed or wounded thirty people.", "killed", ["thirty people"], id="shared object"),
        pytest.param("The guards suffered heavy losses.", "losses", ["The guards"], id="who suffers it"),
        pytest.param("The ship sank near the coast.", "sank", ["The ship"], id="to whom it happens"),
    ],
)
def test_to_whom_it_is_done(text: str, trigger: str, patients: list[str]) -> None:
    clauses = {clause.trigger_text: clause for clause in clauses_of(text)}
    happening = clauses.get(trigger) or clause_at(text, "began")
    assert in_role(happening, "patient") == patients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        pytest.param("Norland sent soldiers to Sudria.", "sent", ["Sudria"], id="to, hung on the object"),
        pytest.param("Norland gave them money.", "gave", ["them"], id="indirect object"),
        pytest.param("They have been issued uniforms.", "issued", ["They"], id="passive with an object"),
        pytest.param("Norland accused Sudria of lying.", "accused", ["Sudria"], id="who is accused"),
        pytest.param("The premier met the king.", "met", ["the king"], id="who is met"),
    ],
)
def test_who_gets_it(text: str, trigger: str, recipients: list[str]) -> None:
    assert in_role(clause_at(text, trigger), "recipient") == recipients


def test_places_are_phrases_of_place_only() -> None:
    clause = clause_at("A camp near Berlin was shelled on Monday in Germany.", "shelled")
    assert [place.text for place in clause.places] == ["Berlin", "Germany"]


def test_a_date_is_no_argument() -> None:
    clause = clause_at("The guards left Berlin on Monday.", "left")
    assert "Monday" not in [slot.text for slot in clause.slots]


def test_an_active_verb_has_no_second_doer_behind_by() -> None:
    clause = clause_at("Lind beat Osei by 40 votes.", "beat")
    assert in_role(clause, "agent") == ["Lind"]


def test_a_hyphened_word_is_one_argument() -> None:
    clause = clause_at("Harbour co-founder Ada Lind resigned.", "resigned")
    assert in_role(clause, "agent") == ["Harbour co-founder Ada Lind"]


def test_every_argument_cuts_out_its_words() -> None:
    text = "Norland's guards, who fled the port, told the Harbour Courier that shelling by Sudria had killed 30 people."
    for clause in clauses_of(text):
        assert clause.trigger.cut(text) == clause.trigger_text
        for slot in (*clause.slots, *clause.places):
            assert slot.span.cut(text) == slot.text
            assert slot.span.holds(slot.head)


def test_the_parent_is_the_clause_above() -> None:
    said, sank = clauses_of("Osei said that the ferry sank.")
    assert (said.parent, sank.parent, sank.link) == (None, 0, "complement")
