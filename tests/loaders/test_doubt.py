"""Dates that their document speaks against."""

from graph.model import Extraction
from graph.when import edtf
from loaders.documents import build
from loaders.pipeline import extract
from loaders.records import Found, Given

STORY = (
    "Norway said on May 18, 2021 that Swedish soldiers had seized a ferry.\n\n"
    "{reply}, Norway's foreign ministry summoned the Swedish ambassador to demand the Swedish soldiers' return.\n\n"
    "Swedish soldiers released two sailors on May 20.\n\n"
    "Sweden declined to comment on Friday.\n"
)


def read(text: str) -> Extraction:
    given = Given(title="A ferry is seized", published="2021-05-22", language="en")
    found = Found(name="ferry.txt", text=text, sha256="0" * 64, format="text", given=given, metadata=Given())
    return extract(build(found))


def test_a_reply_two_months_before_everything_it_answers_is_doubted_and_kept() -> None:
    extraction = read(STORY.format(reply="Earlier on March 19"))
    (problem,) = [problem for problem in extraction.problems if problem.code == "reply-before-question"]
    assert problem.span is not None
    assert "March 19" in problem.span.cut(extraction.document.text)
    doubted = [claim for claim in extraction.claims if "reply-before-question" in claim.problems]
    assert "2021-03-19" in {edtf(claim.when) for claim in doubted if claim.when}


def test_a_reply_the_day_after_is_not_doubted() -> None:
    codes = {problem.code for problem in read(STORY.format(reply="Earlier on May 19")).problems}
    assert "reply-before-question" not in codes


def test_what_is_told_as_past_cannot_lie_after_publication() -> None:
    extraction = read("Norway released two Swedish sailors on June 20, 2021.\n")
    assert "told-as-past-but-later" in {problem.code for problem in extraction.problems}


def test_a_plan_may_lie_after_publication() -> None:
    assert read("Norway will release two Swedish sailors on June 20, 2021.\n").problems == ()
