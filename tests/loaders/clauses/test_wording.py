"""A clause's own words: its subject, its verb, what belongs to it, and nothing of what else the sentence tells."""

import pytest

from graph.model import Wording
from loaders.clauses import find_clauses, read_types, wording
from tests.loaders.grammar import trees_of


def worded(text: str, trigger: str) -> Wording:
    """How the clause with that trigger is worded."""
    trees = trees_of(text)
    found = [clause for clause in find_clauses(trees, read_types()) if clause.trigger_text == trigger]
    assert found, f"no clause at {trigger!r}"
    return wording(trees, found[0])


def told(text: str, trigger: str) -> tuple[list[str], list[str], list[str]]:
    """Words of subject, verb and the rest."""
    made = worded(text, trigger)
    return (
        [span.cut(text) for span in made.subject],
        [span.cut(text) for span in made.verb],
        [span.cut(text) for span in made.rest],
    )


@pytest.mark.parametrize(
    ("text", "trigger", "subject", "verb", "rest"),
    [
        pytest.param(
            "The minister, who is ill, sent 300 men to Osk, where they dig.",
            "sent", ["The minister"], ["sent"], ["300 men", "to Osk"],
            id="asides are left out",
        ),
        pytest.param(
            "Several young recruits have attempted to flee a camp near Osk.",
            "flee", ["Several young recruits"], ["have attempted to flee"], ["a camp", "near Osk"],
            id="the verbs above it whose subject is its own",
        ),
        pytest.param(
            "A column of 300 men is due to be moved to Osk by the end of May.",
            "moved", ["A column of 300 men"], ["is due to be moved"], ["to Osk", "by the end of May"],
            id="an adjective above it",
        ),
        pytest.param(
            "The minister urged the sailors to surrender.",
            "surrender", ["the sailors"], ["to surrender"], [],
            id="who is urged does it, and the urging is no part of it",
        ),
        pytest.param(
            "Officials praised the treaty that Norland signed in May.",
            "signed", ["Norland"], ["signed"], ["the treaty", "in May"],
            id="an object before its verb",
        ),
        pytest.param(
            "Soldiers sent to Osk have deserted.",
            "sent", ["Soldiers"], ["sent"], ["to Osk"],
            id="a participle tells of the noun before it",
        ),
        pytest.param(
            "The minister promised to help and will visit Osk.",
            "visit", ["The minister"], ["will visit"], ["Osk"],
            id="verbs joined share their subject",
        ),
        pytest.param(
            "Ten sailors were killed or wounded near Osk.",
            "killed", ["Ten sailors"], ["were killed or wounded"], ["near Osk"],
            id="what one word joins to it is told with it",
        ),
        pytest.param(
            "He neither confirmed nor denied the report.",
            "confirmed", ["He"], ["neither confirmed nor denied"], ["the report"],
            id="neither and nor",
        ),
        pytest.param(
            "Their families could be punished if they complain.",
            "punished", ["Their families"], ["could be punished"], ["if they complain"],
            id="a condition belongs to what it is the condition of",
        ),
        pytest.param(
            "Norland has called off the talks.",
            "called off", ["Norland"], ["has called off"], ["the talks"],
            id="a particle is of the verb",
        ),
    ],
)  # fmt: skip
def test_a_verb_is_told_by_its_own_words(
    text: str, trigger: str, subject: list[str], verb: list[str], rest: list[str]
) -> None:
    assert told(text, trigger) == (subject, verb, rest)


def test_joint_subjects_stand_each_by_itself() -> None:
    assert told("Ada Quill and Bo Lind signed a treaty.", "signed")[0] == ["Ada Quill", "Bo Lind"]


def test_a_name_within_a_subject_is_not_told_twice() -> None:
    text = "Several states including Norland and Sudria support the plan."
    assert told(text, "support")[0] == ["Several states including Norland and Sudria"]


def test_who_is_spoken_of_stands_by_name() -> None:
    text = "Norland's ambassador to Sudria, Ada Quill, has resigned."
    assert told(text, "resigned")[0] == ["Ada Quill"]


def test_a_noun_with_what_hangs_on_it_tells_by_itself() -> None:
    text = "The court condemned Norland's use of mines near Osk."
    assert told(text, "use") == ([], [], ["Norland's use of mines near Osk"])


def test_a_bare_noun_is_told_by_the_clause_it_stands_in() -> None:
    text = "State media have not reported on the deployment at all, officials say."
    told_by = " ".join(told(text, "deployment")[2])
    assert told_by == "State media have not reported on the deployment at all"


def test_a_noun_without_a_verb_is_told_by_its_sentence() -> None:
    assert told("Deadly clashes", "clashes")[2] == ["Deadly clashes"]


def test_what_is_said_before_its_speaker_is_no_rest_of_saying_it() -> None:
    text = "The fleet must stay in port, the harbour master said on Friday."
    made = worded(text, "said")
    assert [span.cut(text) for span in made.said] == ["The fleet must stay in port"]
    assert [span.cut(text) for span in made.rest] == ["on Friday"]


def test_what_is_said_in_quotation_marks_behind_is_said_too() -> None:
    text = "Ada Quill said: “The fleet must stay in port.”"
    assert [span.cut(text) for span in worded(text, "said").said] == ["The fleet must stay in port"]


def test_adjuncts_are_named_among_the_rest() -> None:
    text = "Ada Quill told reporters in Osk that the fleet had sailed."
    made = worded(text, "told")
    assert [span.cut(text) for span in made.rest] == ["reporters", "in Osk", "that the fleet had sailed"]
    assert [span.cut(text) for span in made.adjuncts] == ["in Osk"]


def test_a_quotation_mark_that_was_opened_is_closed() -> None:
    text = "Norland put its army on a 'war footing'."
    assert told(text, "put")[2][-1] == "on a 'war footing'"


def test_a_text_without_end_costs_no_more_than_a_headline_holds() -> None:
    text = "The fleet carried " + "a box of " * 2_000 + "sand."
    carried = told(text, "carried")
    assert carried[0] == ["The fleet"]
    assert len(" ".join(carried[2]).split()) <= 100
