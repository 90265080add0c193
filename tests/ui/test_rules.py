import subprocess
import sys
from pathlib import Path

import pytest

from loaders import pipeline
from loaders.claims.speech import SPEECH_RULES
from loaders.clauses.arguments import ARGUMENT_RULES
from loaders.clauses.sites import SITE_RULES
from loaders.clauses.subjects import SUBJECT_RULES
from loaders.dating.rules import RULES as DATE_RULES
from loaders.jobs import Read, jobs_below, read
from loaders.modality.own import OWN_RULES
from loaders.modality.rules import FACT_RULES, by_its_governor
from loaders.said_by.rules import FIRST_RULES, LAST_RULES, OUTER_RULES
from loaders.times.rules import RULES as TIME_RULES
from tests.corpus import story
from tests.factories import document
from ui.rules import rules

SAMPLES = Path(__file__).parents[2] / "samples"
CLAUSE_RULES = (*SITE_RULES, *SUBJECT_RULES, *ARGUMENT_RULES)
MEANT = (*OWN_RULES, *FACT_RULES, by_its_governor, *SPEECH_RULES)
FUNCTIONS = (*CLAUSE_RULES, *DATE_RULES, *MEANT, *FIRST_RULES, *OUTER_RULES, *LAST_RULES)
WRITTEN = {rule.__name__: (rule.__doc__ or "").partition("\n")[0] for rule in FUNCTIONS}


@pytest.mark.parametrize(
    ("name", "sentence"), [*WRITTEN.items(), *((rule.name, rule.told) for rule in TIME_RULES)], ids=str
)
def test_a_rule_is_told_in_its_own_words_and_no_others(name: str, sentence: str) -> None:
    assert sentence
    assert rules()[name] == sentence


def test_no_two_rules_share_a_name() -> None:
    times = [rule.name for rule in TIME_RULES]
    functions = [rule.__name__ for rule in dict.fromkeys(FUNCTIONS)]
    assert sorted({*times, *functions}) == sorted([*set(times), *functions])


def test_every_rule_that_a_claim_of_the_samples_names_has_its_sentence() -> None:
    found = [answer for job in jobs_below(SAMPLES, lambda _: None) for answer in read(job)]
    texts = [answer.document for answer in found if isinstance(answer, Read)]
    claims = [claim for text in (*texts, document(story(1))) for claim in pipeline.extract(text).claims]
    assert claims
    assert {name for claim in claims for name in claim.rules} <= set(rules())


def test_reading_the_rules_runs_none_of_them() -> None:
    code = "import sys; from ui.rules import rules; rules(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
