"""The command line as a user meets it: what it prints, where, and with which exit status."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest

from graph.store import open_store
from graph.when import edtf
from loaders import pipeline
from loaders.jobs import Job, Read, read
from loaders.records import Given
from tests.conftest import end_server
from tests.corpus import story, write_corpus
from tools.neo4j import Neo4j
from ui.cli import run

ROOT = Path(__file__).resolve().parents[2]
Capture = pytest.CaptureFixture[str]


def dateline(*arguments: str | bytes, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A process of its own, as a shell would start it."""
    command = [sys.executable, "-P", "-m", "ui", *arguments]
    known = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, input=stdin, env=known, capture_output=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A store that holds the corpus; tests only read it."""
    folder = tmp_path_factory.mktemp("command line")
    write_corpus(folder / "corpus", count=3)
    store = f"embedded:{folder / 'a store'}"
    assert run(["load", "--store", store, "--workers", "1", str(folder / "corpus")]) == 0
    yield store
    end_server(folder / "a store")


# ── what it answers ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_chronology_tells_date_headline_words_and_source(url: str, capsys: Capture) -> None:
    assert run(["chronology", "--store", url]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "1 October 2024" in told
    assert "“Norland sent 1,000 soldiers to Sudria on 1 October 2024" in told
    assert "The Harbour Courier" in told


def test_the_chronology_can_be_narrowed_and_turned(url: str, capsys: Capture) -> None:
    assert run(["chronology", "--store", url, "--json", "--first", "2024-10-02", "--last", "2024-10-02"]) == 0
    events = [json.loads(line)["event"] for line in capsys.readouterr().out.splitlines()]
    assert events
    assert {event["when"]["first"] for event in events} == {"2024-10-02"}
    assert run(["chronology", "--store", url, "--json", "--newest"]) == 0
    keys = [json.loads(line)["event"]["sort_key"] for line in capsys.readouterr().out.splitlines()]
    assert keys == sorted(keys, reverse=True)


def test_an_export_is_there_whole_and_the_same_twice(url: str, tmp_path: Path) -> None:
    for what in ("timeline", "claims", "jsonl"):
        for turn in ("one", "two"):
            assert run(["export", what, "--store", url, "--output", str(tmp_path / f"{what}.{turn}")]) == 0
        assert (tmp_path / f"{what}.one").read_bytes() == (tmp_path / f"{what}.two").read_bytes() != b""
    assert (tmp_path / "timeline.one").read_bytes().startswith(b"\xef\xbb\xbfevent_id,")
    assert len(list(tmp_path.iterdir())) == 6


def test_an_export_that_cannot_be_written_leaves_the_old_file(url: str, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "there").write_text("not a folder")
    assert run(["export", "timeline", "--store", url, "--output", str(tmp_path / "there" / "t.csv")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert (tmp_path / "there").read_text() == "not a folder"


def test_a_full_disk_under_an_export_is_told_and_status_3(url: str) -> None:
    written = dateline("export", "timeline", "--store", url, "--output", "/dev/full")
    assert written.returncode == 3
    assert b"no space left" in written.stderr
    assert Path("/dev/full").is_char_device()


def test_a_query_is_answered_as_csv_or_json(url: str, tmp_path: Path, capsys: Capture) -> None:
    query = tmp_path / "q.cypher"
    query.write_text("MATCH (d:Document) WHERE d.title = $title RETURN d.title AS title, 1 + 1 AS two")
    assert run(["query", str(query), "--store", url, "-p", "title=Report 1"]) == 0
    assert capsys.readouterr().out.splitlines() == ["title,two", "Report 1,2"]
    assert run(["query", str(query), "--store", url, "-p", "title=Report 1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"title": "Report 1", "two": 2}


def test_a_query_that_nothing_fits_says_so(url: str, tmp_path: Path, capsys: Capture) -> None:
    query = tmp_path / "q.cypher"
    query.write_text("MATCH (d:Document) WHERE d.title = 'none such' RETURN d.title AS title")
    assert run(["query", str(query), "--store", url]) == 0
    said = capsys.readouterr()
    assert said.err == "Nothing fits.\n"
    assert said.out.splitlines() in ([], ["title"])


def test_a_query_that_would_write_is_refused_and_changes_nothing(url: str) -> None:
    asked = dateline("query", "-", "--store", url, stdin=b"MATCH (n) DETACH DELETE n")
    assert asked.returncode == 2
    assert b"Traceback" not in asked.stderr
    with open_store(url) as store:
        assert store.counts().documents == 3


def test_actors_are_listed_with_their_ids(url: str, capsys: Capture) -> None:
    assert run(["actors", "--store", url]) == 0
    assert "Ada Quill" in capsys.readouterr().out


def test_the_doctor_finds_nothing_in_a_store_that_was_just_loaded(url: str, capsys: Capture) -> None:
    assert run(["doctor", "--store", url, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["troubles"] == []


def test_the_doctor_gathers_what_a_killed_load_left(private_url: str, tmp_path: Path, capsys: Capture) -> None:
    (path,) = write_corpus(tmp_path / "corpus", count=1)
    (document,) = (answer.document for answer in read(job_of(path)) if isinstance(answer, Read))
    with open_store(private_url) as store:
        store.prepare()
        store.replace(pipeline.extract(document))  # the first of the two steps, after which a kill came
        assert store.counts().pending == 1
    assert run(["chronology", "--store", private_url]) == 0
    assert "1 documents are not yet gathered" in capsys.readouterr().err
    assert run(["doctor", "--store", private_url]) == 0
    with open_store(private_url) as store:
        assert store.counts().pending == 0
        assert store.counts().events > 0


def job_of(path: Path) -> Job:
    return Job(path=path, name=path.name, given=Given())


def test_extract_prints_claims_whose_offsets_cut_out_their_words(tmp_path: Path, capsys: Capture) -> None:
    (path,) = write_corpus(tmp_path, count=1)
    assert run(["extract", str(path)]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    text = path.read_text()
    assert claims
    assert {claim["document"] for claim in claims} == {"00.txt"}
    for claim in claims:
        trigger = claim["trigger"]
        assert text[trigger["char_start"] : trigger["char_end"]] == trigger["text"]


def test_inspect_shows_how_the_date_was_found(tmp_path: Path, capsys: Capture) -> None:
    (path,) = write_corpus(tmp_path, count=1)
    assert run(["inspect", str(path)]) == 0
    told = capsys.readouterr().out
    assert "published 2024-10-10 (given)" in told
    assert "1 October 2024: 2024-10-01 (explicit)" in told


UNDATED = "Once more the navy of Tarn shows a film in which soldiers in grey coats leave the harbour of Osk."
DATED = (
    '{"text": "The navy of Tarn showed a film of the harbour of Osk. Soldiers left.", "published": "2024-10-23"}\n'
    '{"text": "Bakers in Tarn warn of dearer bread. A film is cheaper, they say.", "published": "2024-03-04"}\n'
    '{"text": "A film of Osk won a prize.", "published": "2024-03"}\n'
)


@pytest.fixture
def undated(tmp_path: Path) -> Path:
    """A text without a date, in a folder with dated ones about its matter."""
    (tmp_path / "others.jsonl").write_text(DATED, encoding="utf-8")
    path = tmp_path / "note.txt"
    path.write_text(UNDATED, encoding="utf-8")
    return path


def test_inspect_suggests_the_day_of_the_likest_of_other_files(undated: Path, capsys: Capture) -> None:
    assert run(["inspect", str(undated), "--among", str(undated.parent)]) == 0
    told = capsys.readouterr().out
    assert "no date found" in told
    assert "--published 2024-10-23~" in told
    assert run(["inspect", str(undated), "--among", str(undated.parent), "--published", "2024-11-02"]) == 0
    assert "none: its own date stands" in capsys.readouterr().out


def test_inspect_suggests_the_day_of_the_likest_in_the_store(undated: Path, private_url: str, capsys: Capture) -> None:
    assert run(["load", str(undated.parent), "--store", private_url, "--workers", "1"]) == 0
    capsys.readouterr()
    assert run(["inspect", str(undated), "--suggest", "--store", private_url, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["suggestion"]
    assert found["published"] == "2024-10-23~"
    assert [one["day"] for one in found["neighbours"]] == ["2024-10-23", "2024-03-04"]


def test_inspect_suggests_nothing_unasked(undated: Path, capsys: Capture) -> None:
    assert run(["inspect", str(undated), "--json"]) == 0
    assert "suggestion" not in json.loads(capsys.readouterr().out)


def test_standard_input_is_a_document_and_the_same_text_is_the_same_one(private_url: str) -> None:
    for _ in range(2):
        loaded = dateline("load", "-", "--store", private_url, "--published", "2024-10-20", stdin=story(1).encode())
        assert loaded.returncode == 0, loaded.stderr
    with open_store(private_url) as store:
        (document,) = store.documents()
    (copy,) = document.copies
    assert document.text == story(1)
    assert copy.published is not None
    assert edtf(copy.published) == "2024-10-20"


def test_progress_is_not_written_where_nobody_watches(private_url: str, tmp_path: Path) -> None:
    write_corpus(tmp_path / "corpus", count=1)
    loaded = dateline("load", str(tmp_path / "corpus"), "--store", private_url, "--json")
    assert json.loads(loaded.stdout)["loaded"] == 1
    assert loaded.stderr == b""


# ── what makes no sense ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["load"], "Name a file"),
        (["load", "--published", "2024-10", "{corpus}"], "about one document"),
        (["load", "--published", "yesterday", "{corpus}/00.txt"], "--published"),
        (["load", "--published", "2024-02-30", "{corpus}/00.txt"], "--published"),
        (["load", "--lexicon", "nowhere", "{corpus}"], "nowhere"),
        (["load", "--store", "ftp://here", "{corpus}"], "ftp"),
        (["chronology", "--first", "soon"], "is no date"),
        (["query", "nowhere.cypher"], "nowhere.cypher"),
        (["export", "novel"], "novel"),
        (["dance"], "dance"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_makes_no_sense_ends_with_status_2_and_one_plain_sentence(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    write_corpus(tmp_path / "corpus", count=2)
    monkeypatch.chdir(tmp_path)
    assert run([argument.format(corpus=tmp_path / "corpus") for argument in arguments]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
    assert not (tmp_path / "dateline-data").exists()


def test_a_store_that_is_away_ends_with_status_3_and_says_what_to_do(tmp_path: Path, capsys: Capture) -> None:
    write_corpus(tmp_path, count=1)
    assert run(["load", "--store", "bolt://127.0.0.1:9", str(tmp_path)]) == 3
    told = capsys.readouterr().err
    assert "does not answer" in told
    assert len(told.splitlines()) == 2


@pytest.mark.neo4j
def test_a_wrong_password_ends_with_status_3_and_is_not_shown(
    neo4j: Neo4j, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DATELINE_STORE_PASSWORD", "wrong-and-secret")
    assert run(["chronology", "--store", neo4j.url]) == 3
    told = capsys.readouterr().err
    assert "password" in told
    assert "wrong-and-secret" not in told


def test_a_reader_that_has_enough_ends_it_quietly(url: str) -> None:
    command = f'"{sys.executable}" -P -m ui chronology --store "{url}" --json | head -n 1'
    piped = subprocess.run(
        ["/bin/sh", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert piped.stdout.count(b"\n") == 1
    assert piped.stderr == b""


def test_the_page_is_served_on_this_machine_only_until_it_is_interrupted(url: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-P", "-m", "ui", "serve", "--store", url, "--port", str(port)]
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    served = subprocess.Popen(command, env=known, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert served.stdout is not None
        assert f"http://127.0.0.1:{port}" in served.stdout.readline()
        assert answered(f"http://127.0.0.1:{port}/_stcore/health") == b"ok"
        members = [psutil.Process(served.pid), *psutil.Process(served.pid).children(recursive=True)]
        heard = {c.laddr.ip for m in members for c in m.net_connections() if c.status == psutil.CONN_LISTEN}
        assert heard == {"127.0.0.1"}
    finally:
        os.killpg(served.pid, signal.SIGINT)
        served.communicate(timeout=30)
    assert served.returncode == 0


def answered(address: str) -> bytes:
    """What a page says, as soon as somebody is there to say it."""
    for _ in range(600):
        try:
            with urlopen(address, timeout=5) as page:  # noqa: S310 – of this machine
                return bytes(page.read())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nobody answers at {address}")
