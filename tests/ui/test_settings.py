"""What the environment may say."""

from pathlib import Path

import pytest

from graph.errors import UsageError
from ui.settings import STORE, settings


def test_without_a_word_claims_are_kept_in_a_folder_below_the_current_one() -> None:
    found = settings({})
    assert (found.store, found.password, found.lexicon) == (STORE, None, None)
    assert found.workers >= 1


def test_the_environment_names_store_lexicon_and_workers() -> None:
    said = {"DATELINE_STORE": "bolt://db:7687", "DATELINE_LEXICON": "mine", "DATELINE_WORKERS": "3"}
    found = settings(said)
    assert (found.store, found.lexicon, found.workers) == ("bolt://db:7687", Path("mine"), 3)


@pytest.mark.parametrize("written", ["neo4j/hush hush\n", "hush hush"], ids=["as Neo4j reads it", "alone"])
def test_a_password_may_stand_in_a_file(written: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(written)
    assert settings({"DATELINE_STORE_PASSWORD_FILE": str(secret)}).password == "hush hush"


def test_a_password_file_that_is_away_is_told_by_its_name() -> None:
    with pytest.raises(UsageError, match="nowhere"):
        settings({"DATELINE_STORE_PASSWORD_FILE": "nowhere"})


@pytest.mark.parametrize("written", ["0", "-1", "many", "1000", "2.5"])
def test_a_number_of_workers_that_makes_no_sense_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="DATELINE_WORKERS"):
        settings({"DATELINE_WORKERS": written})
