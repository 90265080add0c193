"""Putting claims together, over whole documents of our own."""

import pytest

from graph.model import Claim, Document, Extraction
from graph.record import Span
from loaders import pipeline
from loaders.claims import make_claims
from tests.factories import copy_, document


def report(text: str, *, published: str = "2024-10-25", title: str = "") -> Document:
    """A document of one outlet."""
    return document(text, copy_("report.txt", published=published), title=title)


def read(text: str, *, published: str = "2024-10-25") -> Extraction:
    """All that such a document says."""
    return pipeline.extract(report(text, published=published))


def claim_at(text: str, trigger: str) -> Claim:
    """The claim with that trigger; there must be one."""
    found = [claim for claim in read(text).claims if claim.trigger_text == trigger]
    assert found, f"no claim at {trigger!r} but {[claim.trigger_text for claim in read(text).claims]}"
    return found[0]


def names(claim: Claim, role: str) -> list[str]:
    """Names of those who play a part."""
    return [one.name for one in claim.participants if one.role == role]


def test_a_claim_says_who_did_what_when_and_according_to_whom() -> None:
    text = "North Korea sent 3,000 soldiers to Russia on October 18, Ukrainian intelligence said on Monday."
    claim = claim_at(text, "sent")
    assert (claim.type, claim.modality, claim.lemma) == ("AID", "asserted", "send")
    assert (names(claim, "agent"), names(claim, "recipient")) == (["North Korea"], ["Russia"])
    assert claim.when is not None
    assert (str(claim.when.first), str(claim.when.last)) == ("2024-10-18", "2024-10-18")
    assert [speaker.name for speaker in claim.said_by] == ["Ukrainian intelligence"]
    assert [quantity.low for quantity in claim.quantities] == [3000]


def test_a_denial_is_two_claims_and_the_first_is_about_the_second() -> None:
    claims = {claim.trigger_text: claim for claim in read("Russia denied sending soldiers to Syria on Friday.").claims}
    denied, sending = claims["denied"], claims["sending"]
    assert (denied.type, denied.modality, denied.about) == ("REJECT", "asserted", (sending.id,))
    assert (sending.modality, [speaker.name for speaker in sending.said_by]) == ("denied", ["Russia"])


def test_soldiers_are_sent_by_their_state_where_nobody_else_is_named() -> None:
    text = "North Korea said nothing. About 3,000 North Korean soldiers were sent to Russia on Friday."
    assert names(claim_at(text, "sent"), "agent") == ["North Korea"]


def test_we_in_a_quotation_is_whoever_says_so() -> None:
    text = "“We have learned a lot from the trip,” said coach Ada Lind on Monday."
    assert names(claim_at(text, "learned"), "agent") == ["Ada Lind"]


def test_we_of_the_author_is_nobody() -> None:
    assert names(claim_at("We visited the harbour of Osk on Monday.", "visited"), "agent") == []


def test_what_only_points_back_takes_no_part() -> None:
    text = "The device was moved inside, at which time the bomb exploded."
    assert names(claim_at(text, "exploded"), "patient") == []


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        pytest.param("Russia said it would attack Ukraine on Friday.", "said", "THREATEN", id="own harm to come"),
        pytest.param("Russia said Ukraine attacked the port on Friday.", "said", "ACCUSE", id="another's harm"),
        pytest.param("Russia said it did not attack the port.", "said", "REJECT", id="own harm denied"),
        pytest.param("Russia said Ukraine must leave the port.", "said", "REQUEST", id="what another must do"),
        pytest.param("Russia said it will help Syria.", "said", "AGREE", id="own help to come"),
        pytest.param("Russia said on Friday that it rained.", "said", "STATEMENT", id="none of these"),
        pytest.param("Russia said it would attack Ukraine on Friday.", "attack", "THREATEN", id="the harm itself"),
    ],
)
def test_a_saying_is_what_it_amounts_to(text: str, trigger: str, kind: str) -> None:
    assert claim_at(text, trigger).type == kind


def test_soldiers_stationed_abroad_are_sent_to_help_and_at_home_they_are_mobilised() -> None:
    abroad = claim_at("North Korean soldiers were deployed in Russia on Friday.", "deployed")
    at_home = claim_at("Russian soldiers were deployed in Russia on Friday.", "deployed")
    assert (abroad.type, at_home.type) == ("AID", "MOBILIZE")


def test_a_title_ranks_below_what_the_body_tells_by_the_same_word() -> None:
    text = "Guards arrest dozens in Minsk\n\nGuards arrested 40 people in Minsk on Friday, the ministry said.\n"
    arrests = {claim.block: claim.confidence for claim in read(text).claims if claim.lemma == "arrest"}
    assert arrests["title"] < arrests["body"]


def test_every_span_of_a_claim_cuts_out_its_words() -> None:
    text = (
        "On Friday, Norland's minister Ada Lind told the Harbour Courier that about 300 guards, who had fled "
        "Berlin, would be arrested. She denied that Norland had planned an attack near Kyiv.\n"
    )
    extraction = read(text)
    assert extraction.claims
    for claim in extraction.claims:
        assert claim.trigger.cut(text) == claim.trigger_text
        assert claim.sentence.holds(claim.trigger)
        parts = [(one.span, one.text) for one in claim.participants]
        parts += [(place.span, place.text) for place in claim.places]
        parts += [(quantity.span, quantity.text) for quantity in claim.quantities]
        assert [span.cut(text) for span, _ in parts] == [words for _, words in parts]


def test_the_same_document_gives_the_same_claims() -> None:
    text = "Russia said on Friday that it would attack Ukraine. Ukraine arrested two men.\n"
    assert read(text) == read(text)


def test_claims_stand_in_order_of_their_triggers_with_ids_of_their_own() -> None:
    claims = read("Police arrested two men on Friday and Ukraine sent help. The men had killed a guard.").claims
    assert [claim.trigger.start for claim in claims] == sorted(claim.trigger.start for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)


@pytest.mark.parametrize(
    ("trigger", "rules"),
    [
        ("sent", ("month_day", "own_date")),
        ("met", ("bare_weekday", "own_date")),
        ("praised", ("bare_weekday", "shared_with_its_verb")),
        ("left", ("bounded_by_publication",)),
    ],
)
def test_a_claim_names_the_rule_that_read_its_date_before_the_one_that_gave_it_to_the_claim(
    trigger: str, rules: tuple[str, ...]
) -> None:
    text = (
        "North Korea sent soldiers to Russia on October 18. On Friday the minister met and praised the envoy.\n\n"
        "The ambassador had left."
    )
    dating = {"month_day", "bare_weekday", "own_date", "shared_with_its_verb", "bounded_by_publication"}
    assert tuple(rule for rule in claim_at(text, trigger).rules if rule in dating) == rules


def test_a_claim_names_the_rules_that_read_it() -> None:
    claim = claim_at("Russia denied sending soldiers to Syria on Friday.", "sending")
    assert {"full_verb", "controlled", "by_its_governor"} <= set(claim.rules)


def test_clauses_that_few_readers_would_list_are_left_out() -> None:
    material = pipeline.read(report("Police who need a map arrested two men on Friday.")).material
    kept = {claim.trigger_text for claim in make_claims(material)}
    assert len(make_claims(material, least=0.0)) == len(material.clauses)
    assert make_claims(material, least=1.0) == ()
    assert "arrested" in kept
    assert "need" not in kept


def test_a_participant_span_lies_in_its_document() -> None:
    text = "Police arrested two men in Minsk on Friday.\n"
    whole = Span(start=0, end=len(text))
    assert all(whole.holds(one.span) for claim in read(text).claims for one in claim.participants)


def test_hashtags_handles_and_addresses_tell_nothing() -> None:
    text = (
        "The guards left the harbour on Monday. #War #Attack pic.harbour.example/attack\n"
        "— Mara Osei (@attacked) October 21, 2024\n"
    )
    assert {claim.trigger_text for claim in read(text).claims} == {"left"}


def test_a_verb_in_a_name_is_no_deed() -> None:
    text = "On Monday the Norwegian project “We Want to Sail Home” sent two ferries to Sweden.\n"
    assert "Want" not in {claim.trigger_text for claim in read(text).claims}


def test_i_in_the_words_of_somebody_unnamed_is_that_one() -> None:
    claim = claim_at("“I sank the ferry,” said a sailor on Monday.", "sank")
    assert names(claim, "agent") == ["sailor"]


def test_i_in_hearsay_is_nobody() -> None:
    claim = claim_at("It is said: I reportedly sank the ferry.", "sank")
    assert names(claim, "agent") == []


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        pytest.param("Kim Yo-jong claims that she was beaten.", "claims", "ACCUSE", id="harm to the speaker"),
        pytest.param("Kim Yo-jong claims that he was beaten.", "claims", "STATEMENT", id="harm to another"),
        pytest.param("Kim Yo-jong said the reports were false.", "said", "REJECT", id="false reports"),
        pytest.param("Kim Yo-jong said the reports were not false.", "said", "STATEMENT", id="no false reports"),
        pytest.param("Kim Yo-jong said the teeth were false.", "said", "STATEMENT", id="false teeth"),
        pytest.param("Russia and Japan worked together on the dam.", "worked together", "COOPERATE", id="together"),
        pytest.param("Russia lifted the state of emergency.", "lifted", "CONCEDE", id="lifted an emergency"),
        pytest.param("Kim Yo-jong won praise for her speech.", "praise", "SUPPORT", id="praise"),
    ],
)
def test_the_type_of_what_is_said_or_done(text: str, trigger: str, type_: str) -> None:
    assert claim_at(text, trigger).type == type_
