"""What is shown of a run, and that the floors hold."""

import json

import pytest

from benchmarks.quality import AT_LEAST, AT_MOST, KEPT, changes, main
from benchmarks.references import references


def test_losses_come_before_gains_and_name_what_was_lost() -> None:
    found = list(changes({"x1": "adt", "x2": "t"}, {"x1": "dt", "x2": "mt"}))
    assert found == ["− x1 agent", "+ x2 modality"]


def test_a_record_that_is_no_longer_found_loses_all() -> None:
    assert list(changes({"x1": "t"}, {"x1": ""})) == ["− x1 trigger"]


def test_a_new_record_is_neither_gain_nor_loss() -> None:
    assert list(changes({}, {"x1": "adt"})) == []


def test_what_is_kept_holds_letters_and_figures_only() -> None:
    kept = json.loads(KEPT.read_text("utf-8"))
    for one in kept.values():
        assert set(one) == {"digest", "floors", "right"}
        assert set(one["floors"]) == {*AT_LEAST, *AT_MOST}
        assert all(set(letters) <= set("adkmnst") for letters in one["right"].values())


@pytest.mark.shared
def test_the_floors_hold(capsys: pytest.CaptureFixture[str]) -> None:
    if not references():
        pytest.skip("the annotated news is not beside this repository")
    assert main(["--floors"]) == 0, capsys.readouterr().out
