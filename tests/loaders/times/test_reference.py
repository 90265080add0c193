"""Annotated texts, where they are present."""

from pathlib import Path

import pytest

from benchmarks.times import main

SHARED = Path(__file__).parents[4] / "shared" / "data" / "timex"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated texts are not beside this repository (shared/data)"),
]


@pytest.mark.parametrize("folder", ["aquaint", "wikiwars"])
def test_no_figure_is_below_its_floor(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([str(SHARED / folder), "--system", str(tmp_path / "system.jsonl")])
    assert (status, capsys.readouterr().out.count("below its floor")) == (0, 0)
    assert (tmp_path / "system.jsonl").stat().st_size > 0


def test_news_is_read_at_twice_the_speed_of_dateparser(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(SHARED / "aquaint"), "--speed"]) == 0
    assert "times dateparser" in capsys.readouterr().out


def test_hiding_the_creation_time_leaves_relative_words_without_a_day(tmp_path: Path) -> None:
    out = tmp_path / "system.jsonl"
    main([str(SHARED / "aquaint"), "--system", str(out), "--hide-creation-time"])
    assert "XXXX-WXX-5" in out.read_text("utf-8")
