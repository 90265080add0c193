"""Bad documents: each gets a clear sentence and status 1 at the end, and everything else is loaded."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store import open_store
from tests.corpus import story, write_corpus
from ui.cli import run

ROOT = Path(__file__).resolve().parents[2]
Capture = pytest.CaptureFixture[str]


def empty(folder: Path) -> None:
    (folder / "bad.txt").touch()


def binary(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 50)


def long_line(folder: Path) -> None:
    (folder / "bad.txt").write_text("soldiers " * 5_600_000)


def long_json_line(folder: Path) -> None:
    (folder / "bad.jsonl").write_text('{"text": "' + "soldiers " * 5_600_000 + '"}\n')


def folder_without_documents(folder: Path) -> None:
    (folder / "bad").mkdir()
    (folder / "bad" / "picture.png").write_bytes(b"\x89PNG\r\n")


def missing(_folder: Path) -> None:
    """Nothing is there."""


def name_that_is_no_utf8(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/bad-\xff.txt")).write_text(story(9))


def loop_of_links(folder: Path) -> None:
    (folder / "bad").symlink_to(folder / "bad")


def folder_inside_itself(folder: Path) -> None:
    (folder / "bad").mkdir()
    (folder / "bad" / "again").symlink_to(folder / "bad")


def no_word(folder: Path) -> None:
    (folder / "bad.txt").write_text("1 2 3 … !!\n" * 5)


def impossible_day(folder: Path) -> None:
    (folder / "bad.jsonl").write_text('{"text": "Norland sent men.", "published": "2024-02-30"}\n')


def unreadable_row(folder: Path) -> None:
    (folder / "bad.jsonl").write_text('{"text": 5}\nno json\n')


BAD = (
    empty,
    binary,
    long_line,
    long_json_line,
    folder_without_documents,
    missing,
    name_that_is_no_utf8,
    loop_of_links,
    folder_inside_itself,
    no_word,
    impossible_day,
    unreadable_row,
)


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
def test_a_bad_document_is_told_in_one_sentence_and_the_good_ones_are_loaded(
    make: Callable[[Path], None], private_url: str, tmp_path: Path, capsys: Capture
) -> None:
    bad = tmp_path / "in"
    bad.mkdir()
    make(bad)
    write_corpus(tmp_path / "good", count=1)
    target = next((path for path in bad.iterdir()), bad / "bad.txt")
    assert run(["load", "--store", private_url, "--workers", "1", str(target), str(tmp_path / "good")]) == 1
    told = capsys.readouterr()
    assert "bad" in told.err
    assert "Traceback" not in told.err
    assert 1 <= len(told.err.splitlines()) <= 4
    with open_store(private_url) as store:
        assert [document.text for document in store.documents()] == [story(0)]
        assert store.pending() == ()


def test_text_that_is_no_sentence_gives_no_claim_and_no_failure(private_url: str, tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Home\nAbout us\nSubscribe\n")
    assert run(["load", "--store", private_url, "--workers", "1", str(tmp_path / "menu.txt")]) == 0
    with open_store(private_url) as store:
        assert (store.counts().documents, store.counts().claims) == (1, 0)


def test_a_day_that_no_calendar_has_is_a_problem_of_the_document_and_no_failure(
    private_url: str, tmp_path: Path
) -> None:
    (tmp_path / "odd.txt").write_text("Norland sent soldiers to Sudria on 30 February 2024, the ministry said.\n")
    assert (
        run(["load", "--store", private_url, "--workers", "1", "--published", "2024-03-01", str(tmp_path / "odd.txt")])
        == 0
    )
    with open_store(private_url) as store:
        assert [problem.code for problem in store.problems()] == ["impossible-date"]
        assert all(claim.claim.when is None or claim.claim.when.bounded for claim in store.claims())


@pytest.mark.parametrize("command", ["load", "extract"])
def test_a_wrong_lexicon_row_is_told_with_file_and_line_before_anything_is_read(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    write_corpus(tmp_path / "corpus", count=1)
    (tmp_path / "mine").mkdir()
    header = "key,name,kind,aliases,country,gender,belongs_to,wikidata,source"
    (tmp_path / "mine" / "actors.csv").write_text(f"{header}\nada_quill,Ada Quill,wizard,,,female,,,invented\n")
    assert run([command, "--lexicon", "mine", "corpus"]) == 2
    told = capsys.readouterr().err
    assert "actors.csv, line 2" in told
    assert "Traceback" not in told
    assert not (tmp_path / "dateline-data").exists()


HOSTILE = (
    "Norland sent <script>alert(1)</script> soldiers to Sudria on 3 October 2024, "
    "“'}) DETACH DELETE n //” said Ada Quill.\n\n"
    "=cmd|' /C calc'!A0 told reporters on 4 October 2024 that `MATCH (n) DELETE n` had left the country.\n\n"
    "The ministry of Velmark \x1b[31msaid\x1b[0m on 5 October 2024 that $(touch gone) was captured.\n"
)


def test_markup_formulas_and_queries_in_a_text_are_kept_as_words_and_never_run(
    private_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "'}) DETACH DELETE n; $(touch gone) =1+1.txt"
    (tmp_path / name).write_text(HOSTILE)
    write_corpus(tmp_path / "good", count=1)
    assert run(["load", "--store", private_url, "--workers", "1", name, "good"]) == 0
    assert run(["export", "timeline", "--store", private_url, "--output", "t.csv"]) == 0
    assert run(["export", "claims", "--store", private_url, "--output", "c.csv"]) == 0
    capsys.readouterr()
    assert run(["chronology", "--store", private_url]) == 0
    assert "\x1b" not in capsys.readouterr().out
    with open_store(private_url) as store:
        texts = {document.text for document in store.documents()}
    assert texts == {HOSTILE, story(0)}
    assert not (tmp_path / "gone").exists()
    cells = (tmp_path / "t.csv").read_text() + (tmp_path / "c.csv").read_text()
    assert ",=" not in cells
    assert ',"=' not in cells


def test_a_full_disk_under_the_store_is_told_and_the_next_load_goes_on(tmp_path: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    write_corpus(tmp_path / "corpus", count=12)
    command = [
        sys.executable,
        "-P",
        "-m",
        "ui",
        "load",
        "--store",
        f"embedded:{disk}/store",
        str(tmp_path / "corpus"),
    ]
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", disk], check=True)
    try:
        full = subprocess.run(command, env=known, capture_output=True, text=True, check=False)
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
        done = subprocess.run(command, env=known, capture_output=True, text=True, check=False)
    finally:
        subprocess.run(["umount", "-l", disk], check=True)
    assert (full.returncode, "no space left" in full.stderr) == (3, True), full.stdout + full.stderr
    assert len(full.stderr.splitlines()) == 2
    assert done.returncode == 0, done.stderr
    assert "The store holds 12 documents" in done.stdout
