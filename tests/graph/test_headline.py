"""An event is called by the words of its sentence that tell it, with names for its pronouns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.event import SourcedClaim
from graph.headline import FULL_VERB, LONGEST, STATEMENT, headline
from graph.model import Modality, Participant, Wording
from graph.record import Span
from tests.factories import claim, days, participant, quantity, sourced, span_of


def worded(
    text: str,
    subject: str = "",
    verb: str = "",
    *rest: str,
    adjuncts: tuple[str, ...] = (),
    said: str = "",
) -> Wording:
    """A wording whose parts are words of the text; joint subjects and parts of a verb stand between bars."""
    return Wording(
        subject=tuple(span_of(words, text) for words in subject.split(" | ") if words),
        verb=tuple(span_of(words, text) for words in verb.split(" | ") if words),
        rest=tuple(span_of(words, text) for words in rest),
        adjuncts=tuple(span_of(words, text) for words in adjuncts),
        said=(span_of(said, text),) if said else (),
    )


def told(  # noqa: PLR0913 – what a headline looks at
    text: str,
    trigger: str,
    wording: Wording,
    *who: Participant,
    modality: Modality = "asserted",
    lemma: str = "",
    rules: tuple[str, ...] = (FULL_VERB,),
    type_: str | None = "AID",
    date: str = "",
) -> SourcedClaim:
    """A claim that is worded so; `date` are the words its date was read from."""
    made = claim(trigger, text, participants=who, modality=modality, rules=rules, type_=type_)
    when = days("2024-10-18").model_copy(update={"text": date, "span": span_of(date, text)}) if date else None
    return sourced(made.model_copy(update={"lemma": lemma or trigger, "wording": wording, "when": when}), text)


def actor(words: str, text: str, name: str, key: str = "") -> Participant:
    """A participant that is an actor of another name."""
    known = participant(words, "agent", within=text, actor=key or name.lower())
    return known.model_copy(update={"name": name})


SENT = "On Friday Norland sent about 3,000 soldiers to Sudria, where they are being trained."


def test_a_headline_is_a_cut_of_the_sentence() -> None:
    wording = worded(SENT, "Norland", "sent", "about 3,000 soldiers", "to Sudria")
    assert headline(told(SENT, "sent", wording)) == "Norland sent about 3,000 soldiers to Sudria"


def test_a_verb_is_told_with_its_own_words() -> None:
    text = "Norland has, they say, begun to move its army."
    wording = worded(text, "Norland", "has | begun to move", "its army")
    assert headline(told(text, "move", wording)) == "Norland has begun to move its army"


@pytest.mark.parametrize(
    ("words", "name", "key", "line"),
    [
        ("He", "Bo Lind", "", "Bo Lind called the reports a fairy tale"),
        ("The regime", "Norland", "norland", "Norland called the reports a fairy tale"),
        ("The first Norland unit", "Norland", "norland", "The first Norland unit called the reports a fairy tale"),
    ],
)
def test_a_name_stands_for_whatever_says_less(words: str, name: str, key: str, line: str) -> None:
    text = f"{words} called the reports a fairy tale."
    wording = worded(text, words, "called", "the reports", "a fairy tale")
    assert headline(told(text, "called", wording, actor(words, text, name, key))) == line


def test_those_who_do_it_together_are_named_together() -> None:
    text = "Ada Quill and Bo Lind signed a treaty."
    wording = worded(text, "Ada Quill | Bo Lind", "signed", "a treaty")
    assert headline(told(text, "signed", wording)) == "Ada Quill and Bo Lind signed a treaty"


def test_joint_subjects_keep_their_or() -> None:
    text = "No injuries or deaths were reported in Osk."
    wording = worded(text, "No injuries | deaths", "were reported", "in Osk")
    lead = told(text, "reported", wording, modality="denied", lemma="report")
    assert headline(lead) == "No injuries or deaths were reported in Osk"


def test_one_phrase_may_stand_for_two() -> None:
    text = "Both countries deny the deliveries."
    both = [actor("Both countries", text, name) for name in ("Norland", "Sudria")]
    wording = worded(text, "Both countries", "deny", "the deliveries")
    assert headline(told(text, "deny", wording, *both)) == "Norland and Sudria deny the deliveries"


def test_a_state_is_not_named_beside_its_own_soldiers() -> None:
    text = "They shelled the port."
    troops = actor("They", text, "Norlandish troops", "norland.troops")
    wording = worded(text, "They", "shelled", "the port")
    line = headline(told(text, "shelled", wording, actor("They", text, "Norland", "norland"), troops))
    assert line == "Norlandish troops shelled the port"


@pytest.mark.parametrize(
    ("name", "line"),
    [("Bo Lind", "Bo Lind's office shut the gates"), ("The sailors", "The sailors’ office shut the gates")],
)
def test_an_owner_is_named(name: str, line: str) -> None:
    text = "His office shut the gates."
    wording = worded(text, "His office", "shut", "the gates")
    assert headline(told(text, "shut", wording, actor("His", text, name))) == line


def test_what_is_somebodys_is_not_called_by_the_owners_name() -> None:
    text = "Their country of origin was disguised."
    country = actor("Their country of origin", text, "Norland")
    wording = worded(text, "Their country of origin", "was disguised")
    assert headline(told(text, "disguised", wording, country)) == "Their country of origin was disguised"


def test_who_is_counted_is_told_with_the_number() -> None:
    text = "About 1,100 Norland soldiers were killed near Osk."
    soldiers = actor("About 1,100 Norland soldiers", text, "Norland army", "norland.army")
    lead = told(text, "killed", worded(text, "About 1,100 Norland soldiers", "were killed", "near Osk"), soldiers)
    count = quantity("About 1,100 Norland soldiers", 1100, within=text)
    lead = lead.model_copy(update={"claim": lead.claim.model_copy(update={"quantities": (count,)})})
    assert headline(lead) == "About 1,100 Norland soldiers were killed near Osk"


def test_where_grammar_names_nobody_the_context_may() -> None:
    text = "To be sure of it, shells were sent to Sudria."
    wording = worded(text, "", "were sent", "to Sudria")
    assert headline(told(text, "sent", wording, actor("it", text, "Norland"))) == "Norland were sent to Sudria"


@pytest.mark.parametrize(
    ("modality", "text", "words"),
    [
        pytest.param("planned", "Norland was ready – send soldiers.", "Norland to send soldiers", id="a plan"),
        pytest.param("planned", "Norland will send soldiers.", "Norland will send soldiers", id="a plan that says so"),
        pytest.param("denied", "Norland refused – send soldiers.", "Norland did not send soldiers", id="a denial"),
        pytest.param(
            "denied", "Norland did not send soldiers.", "Norland did not send soldiers", id="one that says so"
        ),
        pytest.param("hypothetical", "If Norland – send soldiers …", "Norland could send soldiers", id="a fear"),
    ],
)
def test_what_did_not_happen_does_not_read_as_if_it_had(modality: Modality, text: str, words: str) -> None:
    verb = {"Norland will": "will send", "Norland did": "did not send"}.get(" ".join(text.split()[:2]), "send")
    lead = told(text, "send", worded(text, "Norland", verb, "soldiers"), modality=modality)
    assert headline(lead) == words


@pytest.mark.parametrize(
    ("modality", "words"),
    [
        ("planned", "Troops to be withdrawn from Osk"),
        ("hypothetical", "Troops could be withdrawn from Osk"),
        ("denied", "Troops not withdrawn from Osk"),
    ],
)
def test_a_passive_stays_one_when_it_did_not_happen(modality: Modality, words: str) -> None:
    text = "Troops were withdrawn from Osk."
    wording = worded(text, "Troops", "were withdrawn", "from Osk")
    assert headline(told(text, "withdrawn", wording, modality=modality, lemma="withdraw")) == words


def test_get_makes_a_passive_too() -> None:
    text = "Bo failed to get elected."
    wording = worded(text, "Bo", "failed to get elected")
    lead = told(text, "elected", wording, modality="denied", lemma="elect")
    assert headline(lead) == "Bo not elected"


def test_a_verb_that_means_a_plan_needs_no_word_for_it() -> None:
    text = "Norland has planned a tour of the coast."
    rules = (FULL_VERB, "by_its_own_meaning")
    wording = worded(text, "Norland", "has planned", "a tour of the coast")
    lead = told(text, "planned", wording, modality="planned", lemma="plan", rules=rules)
    assert headline(lead) == "Norland has planned a tour of the coast"


@pytest.mark.parametrize("nobody", ["No gun", "Nothing"])
def test_what_nobody_did_is_not_denied_twice(nobody: str) -> None:
    text = f"{nobody} was found in Osk."
    wording = worded(text, nobody, "was found", "in Osk")
    assert headline(told(text, "found", wording, modality="denied", lemma="find")) == f"{nobody} was found in Osk"


def test_a_noun_is_never_told_as_a_verb() -> None:
    text = "State media have not reported on the deployment at all."
    lead = told(text, "deployment", worded(text, "", "", text[:-1]), modality="denied", rules=("event_noun",))
    assert headline(lead) == text[:-1]


def test_a_subject_and_a_verb_are_a_headline() -> None:
    text = "Norland, said Bo, who had defected in May, is poor."
    assert headline(told(text, "defected", worded(text, "Bo", "had defected"))) == "Bo had defected"
    assert headline(told(text, "defected", worded(text, "Bo", "defected"))) == "Bo defected"


def test_two_words_of_which_none_is_a_subject_are_none() -> None:
    text = "The treaty holds, officials say."
    assert headline(told(text, "treaty", worded(text, "", "", "The treaty"))) == "The treaty holds, officials say"


def test_a_saying_that_has_not_said_what_is_told_by_its_sentence() -> None:
    text = "The fleet, as the harbour master said on Friday, has sailed."
    lead = told(text, "said", worded(text, "the harbour master", "said"), type_=STATEMENT)
    assert headline(lead) == "The fleet, as the harbour master said on Friday, has sailed"


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("“The fleet must stay,” Bo said.", "“The fleet must stay,”", "Bo: “The fleet must stay”"),
        ("The fleet must stay, Bo said.", "The fleet must stay", "Bo: The fleet must stay"),
        ("Bo said: “The fleet must stay.”", "The fleet must stay", "Bo: The fleet must stay"),
    ],
)
def test_what_was_said_follows_the_speaker(text: str, said: str, line: str) -> None:
    assert headline(told(text, "said", worded(text, "Bo", "said", said=said), type_=STATEMENT)) == line


def test_a_pronoun_inside_is_told_by_name_and_an_it_stays() -> None:
    text = "Ada Quill called him a liar."
    wording = worded(text, "Ada Quill", "called", "him", "a liar")
    assert headline(told(text, "called", wording, actor("him", text, "Bo Lind"))) == "Ada Quill called Bo Lind a liar"
    text = "Ada Quill signed it in Osk."
    it = actor("it", text, "the parliament").model_copy(update={"span": span_of("it", text, nth=0)})
    wording = worded(text, "Ada Quill", "signed", "it in Osk")
    assert headline(told(text, "signed", wording, it)) == "Ada Quill signed it in Osk"


@pytest.mark.parametrize(
    ("text", "date", "rest", "line"),
    [
        ("Ada accused Bo on Friday of fraud.", "Friday", ("Bo", "on Friday", "of fraud"), "Ada accused Bo of fraud"),
        ("Ada accused Bo of fraud Friday.", "Friday", ("Bo", "of fraud", "Friday"), "Ada accused Bo of fraud"),
        ("Ada accused Bo of the June fraud.", "June", ("Bo", "of the June fraud"), "Ada accused Bo of the June fraud"),
        ("Ada accused Bo in Friday's vote.", "Friday", ("Bo", "in Friday's vote"), "Ada accused Bo in Friday's vote"),
        ("Ada sued Bo in a case of May 2024.", "May 2024", ("Bo", "in a case of May 2024"), "Ada sued Bo in a case"),
    ],
)  # fmt: skip
def test_a_date_is_left_to_its_column(text: str, date: str, rest: tuple[str, ...], line: str) -> None:
    assert headline(told(text, text.split()[1], worded(text, "Ada", text.split()[1], *rest), date=date)) == line


def test_a_score_keeps_its_dash() -> None:
    text = "Norland won 2 – 1 in Osk."
    assert headline(told(text, "won", worded(text, "Norland", "won", "2", "1", "in Osk"))) == "Norland won 2 – 1 in Osk"


def test_adjuncts_go_before_words_are_cut() -> None:
    where = "in a long and carefully worded statement that was carried by the agency"
    text = f"The commission of the party said {where} that the fleet had left the port of Osk."
    that = "that the fleet had left the port of Osk"
    wording = worded(text, "The commission of the party", "said", where, that, adjuncts=(where,))
    assert headline(told(text, "said", wording)) == f"The commission of the party said {that}"


def test_a_verb_at_the_head_of_its_sentence_follows_its_subject() -> None:
    text = "Striking a blow for trade, the fleet left Osk."
    wording = worded(text, "the fleet", "Striking", "a blow for trade")
    assert headline(told(text, "Striking", wording, lemma="strike")) == "The fleet striking a blow for trade"


@pytest.mark.parametrize(("name", "verb"), [("Ada Quill", "has"), ("Norlandish soldiers", "have")])
def test_a_helper_behind_a_name_is_written_in_full(name: str, verb: str) -> None:
    text = "We've seen a fleet."
    wording = worded(text, "We", "'ve seen", "a fleet")
    assert headline(told(text, "seen", wording, actor("We", text, name))) == f"{name} {verb} seen a fleet"


def test_a_bracket_that_stays_open_goes() -> None:
    text = "Norland sent a ship (the Gull) to Sudria."
    wording = worded(text, "Norland", "sent", "a ship (the Gull")
    assert headline(told(text, "sent", wording)) == "Norland sent a ship"


OFFSETS = st.lists(st.integers(0, 300), min_size=2, max_size=2).map(lambda two: Span(start=min(two), end=max(two)))
PARTS = st.lists(OFFSETS, max_size=4).map(tuple)


@given(st.text(max_size=300), PARTS, PARTS, PARTS, PARTS)
def test_a_headline_is_one_short_line_whatever_the_text(
    before: str, subject: tuple[Span, ...], verb: tuple[Span, ...], rest: tuple[Span, ...], said: tuple[Span, ...]
) -> None:
    text = f"{before} sent"
    wording = Wording(subject=subject, verb=verb, rest=rest, adjuncts=rest[:2], said=said)
    line = headline(told(text, "sent", wording, modality="planned", lemma="send"))
    assert 0 < len(line) <= LONGEST
    assert len(line.splitlines()) == 1
