"""An event is called by words of the sentence that speaks for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.event import SourcedClaim
from graph.headline import FULL_VERB, LONGEST, headline
from graph.model import Modality, Participant, Role
from graph.record import Span
from tests.factories import claim, days, participant, quantity, sourced


def told(
    text: str, trigger: str, *who: Participant, modality: Modality = "asserted", lemma: str = "", rule: str = FULL_VERB
) -> SourcedClaim:
    """A claim whose participants are words of the text."""
    made = claim(trigger, text, participants=who, modality=modality, rules=(rule,))
    return sourced(made.model_copy(update={"lemma": lemma or trigger}), text)


def agent(words: str, text: str, name: str = "") -> Participant:
    return participant(words, "agent", within=text, actor=name.lower() or None).model_copy(
        update={"name": name or words}
    )


def patient(words: str, text: str) -> Participant:
    return participant(words, "patient", within=text)


SENT = "On Friday Norland sent about 3,000 soldiers to Sudria, where they are being trained."
REPLY = "He called the reports a fairy tale."
AGENCY = "Norland has begun to move its army, the agency said on Friday."


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        pytest.param(
            told(
                SENT,
                "sent",
                agent("Norland", SENT),
                patient("soldiers", SENT),
                participant("Sudria", "recipient", within=SENT),
            ),
            "Norland sent about 3,000 soldiers to Sudria",
            id="who did what to whom",
        ),
        pytest.param(
            told(REPLY, "called", agent("He", REPLY, "Bo Lind"), patient("reports", REPLY)),
            "Bo Lind called the reports a fairy tale",
            id="a name for a pronoun",
        ),
        pytest.param(
            told(AGENCY, "move", agent("Norland", AGENCY), patient("army", AGENCY)),
            "Norland has begun to move its army",
            id="the verb's own words are kept",
        ),
    ],
)
def test_a_headline_is_a_cut_of_the_sentence(lead: SourcedClaim, words: str) -> None:
    assert headline(lead) == words


def test_what_was_said_before_the_speaker_follows_the_speaker_where_only_a_date_is_left() -> None:
    lead = told(AGENCY, "said", agent("the agency", AGENCY, "NIA"))
    on_friday = days("2024-10-18").model_copy(update={"text": "Friday"})
    lead = lead.model_copy(update={"claim": lead.claim.model_copy(update={"when": on_friday})})
    assert headline(lead) == "NIA: Norland has begun to move its army"


def test_what_stands_before_a_verb_that_says_nothing_is_not_what_it_says() -> None:
    text = "The fleet has sailed, said Bo, who had served for years before defecting."
    lead = told(text, "defecting", agent("Bo", text))
    assert headline(lead) == "Who had served for years before defecting"
    text = "At the port of Osk, the locks closed."
    lead = told(text, "closed", agent("the locks", text))
    lead = lead.model_copy(update={"claim": lead.claim.model_copy(update={"type": None})})
    assert headline(lead) == "The locks closed"


def test_a_quotation_behind_the_verb_is_what_was_said() -> None:
    text = 'Of the fleet, Bo said, "It has sailed at last."'
    lead = told(text, "said", agent("Bo", text))
    lead = lead.model_copy(update={"claim": lead.claim.model_copy(update={"type": "STATEMENT"})})
    assert headline(lead) == "Bo: It has sailed at last"


def test_a_passive_is_told_of_what_it_happened_to() -> None:
    text = "Last week two soldiers were captured by Norland near Eastford."
    lead = told(text, "captured", patient("two soldiers", text), agent("Norland", text))
    assert headline(lead) == "Two soldiers were captured by Norland near Eastford"


def test_those_who_do_it_together_are_named_together() -> None:
    text = "Ada Quill and Bo Lind signed a treaty."
    lead = told(text, "signed", agent("Ada Quill", text), agent("Bo Lind", text), patient("treaty", text))
    assert headline(lead) == "Ada Quill and Bo Lind signed a treaty"


@pytest.mark.parametrize(
    ("modality", "text", "words"),
    [
        pytest.param("planned", "Norland plans, it seems, to send soldiers.", "Norland to send soldiers", id="a plan"),
        pytest.param("planned", "Norland will send soldiers.", "Norland will send soldiers", id="a plan that says so"),
        pytest.param(
            "denied", "Norland denied it would send soldiers.", "Norland did not send soldiers", id="a denial"
        ),
        pytest.param(
            "denied", "Norland did not send soldiers.", "Norland did not send soldiers", id="one that says so"
        ),
        pytest.param(
            "hypothetical", "If Norland, one fears, send soldiers …", "Norland could send soldiers", id="a fear"
        ),
    ],
)
def test_what_did_not_happen_does_not_read_as_if_it_had(modality: Modality, text: str, words: str) -> None:
    lead = told(text, "send", agent("Norland", text), patient("soldiers", text), modality=modality)
    assert headline(lead) == words


def test_without_anybody_the_clause_must_do() -> None:
    text = "Officials say that, by Wednesday, the treaty entered into force at last."
    assert headline(told(text, "entered")) == "The treaty entered into force at last"


def test_a_noun_is_told_by_its_clause_and_never_as_a_verb() -> None:
    text = "State media have not reported on the deployment at all."
    lead = told(text, "deployment", patient("State media", text), modality="denied", rule="event_noun")
    assert headline(lead) == "State media have not reported on the deployment at all"


def test_a_clause_that_lost_its_subject_gets_it_back() -> None:
    text = "These soldiers, many of them young, are undergoing training in Eastford."
    lead = told(text, "training", patient("These soldiers", text), rule="happening_verb")
    assert headline(lead) == "These soldiers are undergoing training in Eastford"


def test_a_clause_is_told_without_the_word_that_ties_it() -> None:
    text = "Norland said nothing, but the treaty entered into force at last."
    assert headline(told(text, "entered", rule="event_noun")) == "The treaty entered into force at last"


def test_what_is_said_belongs_to_saying_it() -> None:
    text = "Bo Lind told reporters that Norland had moved its army."
    lead = told(text, "told", agent("Bo Lind", text), patient("reporters", text))
    lead = lead.model_copy(update={"claim": lead.claim.model_copy(update={"type": "STATEMENT"})})
    assert headline(lead) == "Bo Lind told reporters that Norland had moved its army"


def test_a_clause_of_two_words_is_no_headline() -> None:
    text = "Norland moved its army, he said."
    assert headline(told(text, "said")) == "Norland moved its army, he said"


def test_two_words_and_a_date_are_none_either() -> None:
    text = "Norland moved its army, said on Friday."
    lead = told(text, "said")
    on_friday = days("2024-10-18").model_copy(update={"text": "Friday"})
    lead = lead.model_copy(update={"claim": lead.claim.model_copy(update={"when": on_friday})})
    assert headline(lead) == "Norland moved its army, said on Friday"


def test_a_comma_inside_a_number_ends_nothing() -> None:
    text = "It spoke of the loss of 1,100 soldiers, no less."
    assert headline(told(text, "loss", rule="event_noun")) == "It spoke of the loss of 1,100 soldiers"


def test_who_is_counted_is_told_with_the_number() -> None:
    text = "About 1,100 Norland soldiers were killed near Eastford."
    lead = told(text, "killed", patient("Norland soldiers", text).model_copy(update={"actor": "norland_army"}))
    count = quantity("About 1,100 Norland soldiers", 1100, within=text)
    lead = lead.model_copy(update={"claim": lead.claim.model_copy(update={"quantities": (count,)})})
    assert headline(lead) == "About 1,100 Norland soldiers were killed near Eastford"


def test_a_pronoun_inside_is_told_by_name() -> None:
    text = "Ada Quill called him a liar."
    him = patient("him", text).model_copy(update={"name": "Bo Lind"})
    assert headline(told(text, "called", agent("Ada Quill", text), him)) == "Ada Quill called Bo Lind a liar"


def test_an_it_inside_stays_it() -> None:
    text = "Ada Quill signed it in Eastford."
    it = patient("it", text).model_copy(update={"name": "the parliament", "span": Span(start=17, end=19)})
    assert headline(told(text, "signed", agent("Ada Quill", text), it)) == "Ada Quill signed it in Eastford"


def test_calling_it_says_what_it_is_called() -> None:
    text = "Bo Lind called it a fairy tale, and left."
    lead = told(text, "called", agent("Bo Lind", text), patient("it", text))
    assert headline(lead) == "Bo Lind called it a fairy tale"


def test_what_stands_before_its_verb_is_told_behind_it() -> None:
    text = "The treaty that Ada Quill signed entered into force in May."
    lead = told(text, "signed", patient("The treaty", text), agent("Ada Quill", text))
    assert headline(lead) == "Ada Quill signed the treaty"


def test_the_head_of_a_longer_name_does_not_double_it() -> None:
    text = "Norland's foreign ministry condemned the treaty."
    ministry = agent("Norland", text, "Norland's foreign ministry")
    lead = told(text, "condemned", ministry, patient("treaty", text))
    assert headline(lead) == "Norland's foreign ministry condemned the treaty"


def test_words_that_say_more_than_the_name_are_kept() -> None:
    text = "The first Norland units arrived in Eastford on Monday."
    units = agent("The first Norland units", text, "Norland")
    assert headline(told(text, "arrived", units)) == "The first Norland units arrived in Eastford on Monday"


def test_a_cut_at_the_start_is_marked() -> None:
    text = "The commission of the party said in a long statement that was carried by the agency of the state that "
    text += "it had ordered the deployment under the treaty."
    lead = told(text, "deployment", rule="event_noun")
    assert headline(lead).startswith("… ")
    assert headline(lead).endswith("the deployment under the treaty")


@given(st.text(max_size=400), st.text(max_size=400))
def test_a_headline_is_one_short_line_whatever_the_text(before: str, after: str) -> None:
    text = f"{before} sent {after}"
    line = headline(told(text, "sent", modality="planned", lemma="send"))
    assert 0 < len(line) <= LONGEST
    assert len(line.splitlines()) == 1


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(["agent", "patient"]), st.booleans())
def test_so_it_is_wherever_its_doer_stands(before: str, after: str, role: Role, behind: bool) -> None:  # noqa: FBT001
    text = f"{before} sent {after} Norland" if behind else f"Norland {before} sent {after}"
    lead = told(text, "sent", participant("Norland", role, within=text), modality="denied", lemma="send")
    line = headline(lead)
    assert 0 < len(line) <= LONGEST
    assert len(line.splitlines()) == 1


ACCUSED = "Ada Quill accused Norland on Friday of spreading fear."
JOINED = "Norland has mocked Sudria and was sent a note, and is now arming its fleet."


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        pytest.param(
            told(ACCUSED, "spreading", agent("Norland", ACCUSED), patient("fear", ACCUSED)),
            "Norland spreading fear",
            id="not by the preposition before it",
        ),
        pytest.param(
            told(JOINED, "arming", agent("Norland", JOINED), patient("its fleet", JOINED)),
            "Norland is now arming its fleet",
            id="by its own helpers, not another verb's",
        ),
    ],
)
def test_only_the_verbs_own_words_stand_before_it(lead: SourcedClaim, words: str) -> None:
    assert headline(lead) == words


def test_the_clause_is_told_to_its_end_if_that_is_near() -> None:
    text = "Ada Quill compared Norland to an ill-bred dog after a shell fell."
    lead = told(text, "compared", agent("Ada Quill", text), patient("Norland", text))
    assert headline(lead) == "Ada Quill compared Norland to an ill-bred dog"


def test_a_date_behind_it_is_left_to_its_column() -> None:
    text = "Ada Quill accused Norland on Friday of spreading fear."
    lead = told(text, "accused", agent("Ada Quill", text), patient("Norland", text))
    on_friday = days("2024-10-18").model_copy(update={"text": "Friday"})
    lead = lead.model_copy(update={"claim": lead.claim.model_copy(update={"when": on_friday})})
    assert headline(lead) == "Ada Quill accused Norland"


def test_what_the_main_verb_says_is_not_said_of_those_who() -> None:
    text = "Officers who fled from Norland last year say little."
    lead = told(text, "fled", agent("Officers", text), patient("Norland", text))
    assert headline(lead) == "Officers fled from Norland"


def test_helpers_behind_an_aside_are_kept() -> None:
    text = "Bo Lind, a tall man of 19, was arrested in Osk."
    assert headline(told(text, "arrested", patient("Bo Lind", text))) == "Bo Lind was arrested in Osk"


@pytest.mark.parametrize(
    ("modality", "words"),
    [
        ("planned", "Troops to be withdrawn from Osk"),
        ("hypothetical", "Troops could be withdrawn from Osk"),
        ("denied", "Troops not withdrawn from Osk"),
    ],
)
def test_a_passive_stays_one_when_it_did_not_happen(modality: Modality, words: str) -> None:
    text = "Troops, one hears, are soon be withdrawn from Osk."
    lead = told(text, "withdrawn", patient("Troops", text), modality=modality, lemma="withdraw")
    assert headline(lead) == words


def test_a_verb_that_means_a_plan_needs_no_word_for_it() -> None:
    text = "Norland has planned a tour of the coast."
    lead = told(text, "planned", agent("Norland", text), patient("tour", text), modality="planned", lemma="plan")
    own = lead.claim.model_copy(update={"rules": (FULL_VERB, "by_its_own_meaning")})
    assert headline(lead.model_copy(update={"claim": own})) == "Norland has planned a tour of the coast"


def test_an_owner_is_named_once() -> None:
    text = "His office shut the gates."
    lind = participant("His", "agent", within=text).model_copy(update={"name": "Bo Lind"})
    lead = told(text, "shut", lind, agent("His office", text), patient("the gates", text))
    assert headline(lead) == "Bo Lind's office shut the gates"


def test_a_state_is_not_named_beside_its_own_soldiers() -> None:
    text = "Norlandish troops shelled the port."
    troops = participant("Norlandish troops", "agent", within=text, actor="norland.troops")
    state = participant("Norlandish troops", "agent", within=text, actor="norland").model_copy(
        update={"name": "Norland"}
    )
    assert headline(told(text, "shelled", troops, state, patient("the port", text))) == (
        "Norlandish troops shelled the port"
    )


def test_a_number_that_takes_its_verb_along_does_not_double_it() -> None:
    text = "At least 107 killed in Osk crane collapse"
    dead = participant("At least 107", "patient", within=text)
    made = claim("killed", text, participants=(dead,), quantities=(quantity("At least 107 killed", within=text),))
    lead = sourced(made.model_copy(update={"rules": (FULL_VERB,), "lemma": "kill"}), text)
    assert headline(lead) == "At least 107 killed in Osk crane collapse"


def test_what_was_said_before_an_inverted_tag_follows_the_speaker() -> None:
    text = "“The fleet must stay in port,” said harbour master Ada Quill."
    lead = told(text, "said", agent("Ada Quill", text))
    said = lead.claim.model_copy(update={"type": "STATEMENT"})
    assert headline(lead.model_copy(update={"claim": said})) == "Ada Quill: “The fleet must stay in port”"


@pytest.mark.parametrize(("name", "verb"), [("Ada Quill", "has"), ("Norlandish soldiers", "have")])
def test_a_helper_behind_a_name_is_written_in_full(name: str, verb: str) -> None:
    text = "We've seen a fleet."
    lead = told(text, "seen", agent("We", text, name), patient("fleet", text))
    assert headline(lead) == f"{name} {verb} seen a fleet"


def test_a_subject_may_stand_behind_its_verb() -> None:
    text = f"Striking a blow for trade, {'on the same grey and very windy day ' * 3}the fleet left Osk."
    lead = told(text, "Striking", agent("the fleet", text), patient("blow", text), lemma="strike")
    assert headline(lead) == "The fleet Striking a blow for trade"


def test_what_nobody_did_is_not_denied_twice() -> None:
    text = "No gun was found in Osk."
    lead = told(text, "found", patient("No gun", text), modality="denied", lemma="find")
    assert headline(lead) == "No gun was found in Osk"
