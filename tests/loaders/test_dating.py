"""When a clause happened."""

from datetime import date

import pytest

from graph.model import Modality
from graph.when import When, edtf
from loaders.dating import date_clauses
from loaders.tense import tense
from tests.loaders.grammar import clause_of, mood, silent, time_of, trees_of

PUBLISHED = When(first=date(2021, 5, 7), last=date(2021, 5, 7), grain="day", basis="given", text="")


def dated(
    *blocks: str,
    words: tuple[str, ...],
    phrase: str = "",
    day: str = "2021-05-03",
    modality: Modality = "asserted",
    about: tuple[tuple[int, ...], ...] = (),
) -> list[str | None]:
    """EDTF of the clauses with these triggers; `modality` is that of the last one."""
    trees = trees_of(*blocks)
    clauses = [clause_of(trees, word) for word in words]
    moods = [mood(n, modality if n == len(words) - 1 else "asserted") for n in range(len(words))]
    voices = [silent(n, about[n] if n < len(about) else ()) for n in range(len(words))]
    times = [time_of(trees, phrase, day)] if phrase else []
    found = date_clauses(clauses, trees, times, moods, voices, PUBLISHED)
    return [edtf(one.when) if one.when else None for one in found]


@pytest.mark.parametrize(
    ("sentence", "phrase", "words", "expected"),
    [
        pytest.param("On Monday, the ferry sank.", "On Monday", ("sank",), ["2021-05-03"], id="opens the sentence"),
        pytest.param(
            "Osei said on Monday that the ferry sank.", "on Monday", ("said", "sank"), ["2021-05-03", "../2021-05-07"],
            id="the date of the saying is not that of the deed",
        ),
        pytest.param(
            "Osei said the ferry sank on Monday.", "on Monday", ("said", "sank"), ["../2021-05-07", "2021-05-03"],
            id="the date of the deed is not that of the saying",
        ),
        pytest.param(
            "On Monday, the ferry came and sank.", "On Monday", ("came", "sank"), ["2021-05-03", "2021-05-03"],
            id="joined verbs share",
        ),
        pytest.param(
            "The pact, signed on Monday, drew protests.", "on Monday", ("signed", "drew"),
            ["2021-05-03", "../2021-05-07"], id="a participle keeps its own",
        ),
        pytest.param(
            "The June pact drew protests.", "June", ("drew",), ["../2021-05-07"], id="a date in a name",
        ),
        pytest.param(
            "On Monday, a storm hit, killing ten.", "On Monday", ("hit", "killing"), ["2021-05-03", "2021-05-03"],
            id="what is done in doing it",
        ),
    ],
)  # fmt: skip
def test_a_date_belongs_to_its_clause(sentence: str, phrase: str, words: tuple[str, ...], expected: list[str]) -> None:
    assert dated(sentence, words=words, phrase=phrase) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "modality", "expected"),
    [
        pytest.param("The ferry sank.", "sank", "asserted", "../2021-05-07", id="past"),
        pytest.param("The guards are leaving.", "leaving", "ongoing", "2021-05-07", id="going on"),
        pytest.param("The guards will leave.", "leave", "planned", "2021-05-07/..", id="planned"),
        pytest.param("The guards might leave.", "leave", "hypothetical", "2021-05-07/..", id="possible"),
        pytest.param("The guards would have left.", "left", "hypothetical", None, id="never happened"),
        pytest.param("The guards may have left.", "left", "hypothetical", "../2021-05-07", id="possibly happened"),
        pytest.param("The guards may be leaving.", "leaving", "hypothetical", "2021-05-07", id="possibly going on"),
        pytest.param("The guards have not left.", "left", "denied", "../2021-05-07", id="not so far"),
    ],
)
def test_publication_bounds_what_has_no_date(sentence: str, word: str, modality: Modality, expected: str) -> None:
    assert dated(sentence, words=(word,), modality=modality) == [expected]


def test_what_is_said_on_a_day_happened_by_that_day() -> None:
    found = dated("Osei said on Monday that the ferry sank.", words=("said", "sank"), phrase="on Monday", about=((1,),))
    assert found == ["2021-05-03", "../2021-05-03"]


def test_a_scene_goes_on_in_its_paragraph() -> None:
    assert dated("Osei came on Monday. The guards left.", words=("came", "left"), phrase="on Monday") == [
        "2021-05-03",
        "2021-05-03",
    ]


def test_a_scene_ends_with_its_paragraph() -> None:
    assert dated("Osei came on Monday.", "The guards left.", words=("came", "left"), phrase="on Monday") == [
        "2021-05-03",
        "../2021-05-07",
    ]


def test_a_meeting_and_what_is_chosen_at_it_are_planned_for_one_day() -> None:
    trees = trees_of("The council will meet on Monday, choosing a flag.", "Osei will come on Monday to choose a flag.")
    clauses = [clause_of(trees, word) for word in ("meet", "choosing", "come", "choose")]
    times = [time_of(trees[:1], "on Monday", "2021-05-10"), time_of(trees[1:], "on Monday", "2021-05-10")]
    moods = [mood(n, "planned") for n in range(4)]
    found = date_clauses(clauses, trees, times, moods, [silent(n) for n in range(4)], PUBLISHED)
    assert [edtf(one.when) for one in found if one.when] == ["2021-05-10", "2021-05-10", "2021-05-10", "2021-05-10/.."]


def test_what_would_have_happened_has_no_date_of_its_own() -> None:
    assert dated("Had it sunk on Monday, ten would have died.", words=("sunk",), phrase="on Monday",
                 modality="hypothetical") == [None]  # fmt: skip


def test_what_is_asked_for_lies_ahead() -> None:
    assert dated("Guards were told to leave.", words=("told", "leave"), modality="hypothetical")[1] == "2021-05-07/.."


def test_what_stands_within_what_is_said_was_so_when_it_was_said() -> None:
    sentence = "Osei said on Monday that there was a guard who had left."
    found = dated(sentence, words=("said", "was", "left"), phrase="on Monday", about=((1,),))
    assert found == ["2021-05-03", "../2021-05-03", "../2021-05-03"]


def test_no_publication_date_no_bound() -> None:
    trees = trees_of("The ferry sank.")
    (found,) = date_clauses([clause_of(trees, "sank")], trees, [], [mood(0)], [silent(0)], None)
    assert found.when is None


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The ferry sank.", "sank", "past"),
        ("The ferry has sunk.", "sunk", "perfect"),
        ("The ferry had sunk.", "sunk", "past perfect"),
        ("The ferry is sinking.", "sinking", "present"),
        ("The ferry was being repaired.", "repaired", "past"),
        ("The ferry will sink.", "sink", "future"),
        ("The ferry could sink.", "sink", "possible"),
        ("The ferry would have sunk.", "sunk", "counterfactual"),
        ("The ferry plans to leave.", "leave", "present"),
    ],
)
def test_tense(sentence: str, word: str, expected: str) -> None:
    (tree,) = trees_of(sentence)
    assert tense(next(token for token in tree.doc if token.text == word)) == expected


@pytest.mark.parametrize(
    ("sentence", "phrase", "words", "expected"),
    [
        pytest.param("A storm on Monday felled a crane.", "on Monday", ("storm", "felled"), "2021-05-03", id="subject"),
        pytest.param(
            "On Monday, rain caused a wall to fall.", "On Monday", ("rain", "fall"), "2021-05-03", id="caused"
        ),
        pytest.param(
            "Sweden praised a pact signed on Monday.", "on Monday", ("signed", "pact"), "2021-05-03", id="participle"
        ),
        pytest.param(
            "Osei spoke at a meeting on Monday.", "on Monday", ("meeting", "spoke"), "2021-05-03", id="occasion"
        ),
        pytest.param(
            "Osei served there before leaving on Monday.",
            "on Monday",
            ("leaving", "served"),
            "../2021-05-03",
            id="before",
        ),
        pytest.param("Osei held talks on Monday.", "on Monday", ("talks",), "2021-05-03", id="light verb"),
        pytest.param(
            "The crash, which occurred on Monday, was caused by wind.",
            "on Monday",
            ("crash", "occurred", "caused"),
            "2021-05-03",
            id="of the noun that came about",
        ),
        pytest.param(
            "Osei recalled the riot of May, in which ten were hurt.",
            "May",
            ("riot", "hurt"),
            "2021-05-03",
            id="in which",
        ),
        pytest.param(
            "Footage posted on Monday shows guards leaving the base.",
            "on Monday",
            ("posted", "leaving"),
            "../2021-05-03",
            id="what a dated picture shows",
        ),
        pytest.param(
            "The army released a video on Monday that shows guards leaving.",
            "on Monday",
            ("released", "leaving"),
            "../2021-05-03",
            id="what a picture released on a day shows",
        ),
        pytest.param(
            "They recalled the bombing of May that killed ten.",
            "May",
            ("bombing", "killed"),
            "2021-05-03",
            id="what a dated happening did",
        ),
        pytest.param(
            "The envoy, who lived there until May, said he was glad.",
            "May",
            ("lived", "said"),
            "../2021-05-07",
            id="years of a life are not those of a saying",
        ),
        pytest.param(
            "The court wants Osei to lift the ban issued on Monday and order Lind to leave.",
            "on Monday",
            ("issued", "order"),
            "../2021-05-07",
            id="verbs of different forms share nothing",
        ),
        pytest.param(
            "In May, Lind asked for help, the army has said.",
            "In May",
            ("asked", "said"),
            "../2021-05-07",
            id="a date before what is said is not of the saying",
        ),
        pytest.param(
            "“In May this was not possible,” said Lind.",
            "In May",
            ("said",),
            "../2021-05-07",
            id="nor is one in a quotation",
        ),
        pytest.param(
            "Agents were tried for the Dec. 21, 1988, bombing of a train.",
            "Dec. 21, 1988",
            ("tried", "bombing"),
            "2021-05-03",
            id="a date before its noun",
        ),
        pytest.param(
            "The league has changed since its founding in 1949.",
            "1949",
            ("changed",),
            "../2021-05-07",
            id="the year of what it is told beside",
        ),
        pytest.param(
            "In 2007, Osei left after a quarrel.", "In 2007", ("left", "quarrel"), "../2021-05-03", id="what was over"
        ),
        pytest.param(
            "Osei left on Monday after the guards had come.",
            "on Monday",
            ("left", "come"),
            "../2021-05-03",
            id="what it came after",
        ),
        pytest.param(
            "Traffic rose prior to the attack on Monday.",
            "on Monday",
            ("rose", "attack"),
            "2021-05-03",
            id="the date is of the noun",
        ),
        pytest.param(
            "The vote was held on Monday, with a turnout of half.",
            "on Monday",
            ("held", "turnout"),
            "2021-05-03",
            id="added with a comma",
        ),
        pytest.param(
            "Osei spoke on Monday with anger at the strike.",
            "on Monday",
            ("spoke", "strike"),
            "../2021-05-07",
            id="no comma",
        ),
        pytest.param(
            "Next year's fair is to be held in Norport.", "Next year", ("held",), "2021-05-03", id="next year's fair"
        ),
        pytest.param(
            "Next year's fair frightened Osei.", "Next year", ("frightened",), "../2021-05-07", id="a noun's own year"
        ),
        pytest.param(
            "Guards were not allowed to leave until Monday.",
            "Monday",
            ("leave", "allowed"),
            "2021-05-03",
            id="the ban ended, not the leaving",
        ),
        pytest.param(
            "After the exchange of fire on Monday, Osei spoke.",
            "on Monday",
            ("exchange", "spoke"),
            "2021-05-03/2021-05-07",
            id="a date from within",
        ),
        pytest.param(
            "A man who filmed the fire left on Monday and guards came.",
            "on Monday",
            ("filmed",),
            "../2021-05-07",
            id="no picture",
        ),
    ],
)
def test_a_date_reaches_what_belongs_to_it(sentence: str, phrase: str, words: tuple[str, ...], expected: str) -> None:
    assert dated(sentence, words=words, phrase=phrase)[-1] == expected


def test_a_headline_takes_the_date_of_its_text() -> None:
    title, body = trees_of("Ferry sinks", kind="title"), trees_of("Ferry sinks", "On Monday, the ferry sank.")
    trees = (title[0], body[1])
    clauses = [clause_of(trees, "sinks"), clause_of(trees, "sank")]
    times = [time_of(trees, "On Monday", "2021-05-03")]
    found = date_clauses(clauses, trees, times, [mood(0), mood(1)], [silent(0), silent(1)], PUBLISHED)
    assert [edtf(one.when) for one in found if one.when] == ["2021-05-03", "2021-05-03"]


def test_a_noun_with_the_means_the_happening_told_before() -> None:
    found = dated("A crash on Monday killed ten.", "Nobody explained the crash.", words=("crash",), phrase="on Monday")
    trees = trees_of("A crash on Monday killed ten.", "Nobody explained the crash.")
    clauses = [clause_of(trees[:1], "crash"), clause_of(trees[1:], "crash").model_copy(update={"tree": 1})]
    times = [time_of(trees, "on Monday", "2021-05-03")]
    again = date_clauses(clauses, trees, times, [mood(0), mood(1)], [silent(0), silent(1)], PUBLISHED)
    assert [*found, *(edtf(one.when) for one in again if one.when)] == ["2021-05-03"] * 3


def test_who_answers_what_was_told_before_does_not_do_it_then() -> None:
    trees = trees_of("Osei made a demand on Monday.", "The guards refused the demand.")
    clauses = [clause_of(trees, "demand"), clause_of(trees[1:], "demand"), clause_of(trees[1:], "refused")]
    clauses = [clauses[0], *(clause.model_copy(update={"tree": 1}) for clause in clauses[1:])]
    times = [time_of(trees, "on Monday", "2021-05-03")]
    found = date_clauses(clauses, trees, times, [mood(n) for n in range(3)], [silent(n) for n in range(3)], PUBLISHED)
    assert [edtf(one.when) for one in found if one.when] == ["2021-05-03", "2021-05-03", "../2021-05-07"]


@pytest.mark.parametrize(
    ("sentence", "word", "phrase", "days", "expected"),
    [
        ("They estimated the rise by 2050.", "estimated", "2050", (None, "2050-12-31", "year"), "../2021-05-07"),
        ("They studied 2000–2050.", "studied", "2000–2050", ("2000-01-01", "2050-12-31", "year"), "../2021-05-07"),
        ("They studied it in 2021.", "studied", "2021", ("2021-01-01", "2021-12-31", "year"), "2021"),
        ("They will study it by 2050.", "study", "2050", ("2021-05-07", "2050-12-31", "year"), "2021-05-07/2050-12-31"),
    ],
)
def test_nothing_told_as_past_reaches_beyond_publication(
    sentence: str, word: str, phrase: str, days: tuple[str | None, str, str], expected: str
) -> None:
    trees = trees_of(sentence)
    first, last, grain = days
    time = time_of(trees, phrase, last)
    when = time.when.model_copy(update={"first": first and date.fromisoformat(first), "grain": grain})  # type: ignore[union-attr]  # just made
    times = [time.model_copy(update={"when": when})]
    meant = mood(0, "planned" if "will" in sentence else "asserted")
    (found,) = date_clauses([clause_of(trees, word)], trees, times, [meant], [silent(0)], PUBLISHED)
    assert found.when is not None
    assert edtf(found.when) == expected


def test_a_saying_without_a_pronoun_opens_a_scene_of_its_own() -> None:
    trees = trees_of("The pact was signed on Monday. Lind is its father, her aides said.")
    clauses = [clause_of(trees, "signed"), clause_of(trees, "said").model_copy(update={"type": "STATEMENT"})]
    times = [time_of(trees, "on Monday", "2021-05-03")]
    found = date_clauses(clauses, trees, times, [mood(0), mood(1)], [silent(0), silent(1)], PUBLISHED)
    assert [edtf(one.when) for one in found if one.when] == ["2021-05-03", "../2021-05-07"]
