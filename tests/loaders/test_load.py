"""Loading keeps the store's promises on both servers: whole or not at all, once or twice, in any order, after kills."""

import io
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from graph.export import write_claims, write_timeline
from graph.model import Extraction
from graph.store import open_store
from graph.store.base import Store
from graph.store.server import read_state
from loaders.jobs import Refusal, jobs_below
from loaders.load import LoadReport, Progress, gather_events, load
from tests.corpus import story, write_corpus
from tests.factories import claim, copy_, days, extraction, participant, span_of

ROOT = Path(__file__).resolve().parents[2]


def load_all(store: Store, *paths: Path, again: bool = False) -> LoadReport:
    refused: list[Refusal] = []
    jobs = [job for path in paths for job in jobs_below(path, refused.append)]
    assert refused == []
    return load(store, jobs, workers=1, again=again)


def files(store: Store) -> tuple[str, str]:
    """What `timeline.csv` and `claims.csv` would hold."""
    timeline, claims = io.StringIO(newline=""), io.StringIO(newline="")
    write_timeline(store.events(), timeline, places=store.places())
    write_claims(store.claims(), (card.event for card in store.events()), claims)
    return timeline.getvalue(), claims.getvalue()


def test_loading_twice_leaves_what_loading_once_leaves(store: Store, tmp_path: Path) -> None:
    write_corpus(tmp_path)
    first = load_all(store, tmp_path)
    once = files(store)
    second = load_all(store, tmp_path)
    assert (first.loaded, second.loaded, second.unchanged) == (6, 0, 6)
    assert once[1].count("\n") > 6
    assert files(store) == once


def test_reading_everything_again_changes_no_byte(store: Store, tmp_path: Path) -> None:
    write_corpus(tmp_path)
    load_all(store, tmp_path)
    once = files(store)
    assert load_all(store, again=True).loaded == 6
    assert files(store) == once


def test_the_order_of_loading_changes_no_byte(store: Store, tmp_path: Path) -> None:
    paths = write_corpus(tmp_path, count=4)
    load_all(store, *paths)
    forwards = files(store)
    store.clear()
    for path in reversed(paths):
        load_all(store, path)
    assert files(store) == forwards


def test_a_text_found_twice_is_one_document_dated_by_its_earlier_copy(store: Store, tmp_path: Path) -> None:
    for name, day in (("early", "2024-10-12"), ("late", "2024-10-26")):
        write_corpus(tmp_path / name, count=1)
        rows = f"file,url,publisher,published\n00.txt,https://{name}.example/a,{name},{day}\n"
        (tmp_path / name / "documents.csv").write_text(rows)
    load_all(store, tmp_path / "late")
    load_all(store, tmp_path / "early")
    late_first = files(store)
    (document,) = store.documents()
    assert [copy.publisher for copy in document.copies] == ["early", "late"]
    store.clear()
    load_all(store, tmp_path / "early", tmp_path / "late")
    assert files(store) == late_first


def test_another_text_at_a_known_address_takes_its_copy_along(store: Store, tmp_path: Path) -> None:
    (path,) = write_corpus(tmp_path, count=1)
    load_all(store, tmp_path)
    path.write_text(story(5))
    report = load_all(store, tmp_path)
    corrected = files(store)
    (document,) = store.documents()
    assert (report.loaded, report.removed, document.text) == (1, 1, story(5))
    store.clear()
    load_all(store, tmp_path)
    assert files(store) == corrected


def test_a_document_that_loses_its_first_copy_is_dated_by_the_next(store: Store, tmp_path: Path) -> None:
    for name, day in (("early", "2024-10-12"), ("late", "2024-10-26")):
        write_corpus(tmp_path / name, count=1)
        rows = f"file,url,publisher,published\n00.txt,https://{name}.example/a,{name},{day}\n"
        (tmp_path / name / "documents.csv").write_text(rows)
    load_all(store, tmp_path / "early", tmp_path / "late")
    (tmp_path / "early" / "00.txt").write_text(story(3))
    load_all(store, tmp_path / "early")
    moved = files(store)
    store.clear()
    load_all(store, tmp_path / "early", tmp_path / "late")
    assert files(store) == moved


def test_two_texts_of_one_address_in_one_run_are_told_and_one_stays(store: Store, tmp_path: Path) -> None:
    write_corpus(tmp_path, count=2)
    (tmp_path / "documents.csv").write_text("file,url\n00.txt,https://one.example/a\n01.txt,https://one.example/a\n")
    report = load_all(store, tmp_path)
    assert [refusal.name for refusal in report.refused] == ["https://one.example/a"]
    assert [document.text for document in store.documents()] == [story(0)]


def test_files_of_one_name_in_two_folders_are_two_documents(store: Store, tmp_path: Path) -> None:
    for number, name in enumerate(("2023", "2024")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(story(number))
    load_all(store, tmp_path)
    uris = {copy.uri for document in store.documents() for copy in document.copies}
    assert uris == {"2023/report.txt", "2024/report.txt"}


def test_what_is_given_about_a_document_may_change(store: Store, tmp_path: Path) -> None:
    write_corpus(tmp_path, count=1)
    load_all(store, tmp_path)
    table = tmp_path / "documents.csv"
    table.write_text(table.read_text().replace("The Harbour Courier", "Lakeside Tribune"))
    assert load_all(store, tmp_path).loaded == 1
    (document,) = store.documents()
    assert [copy.publisher for copy in document.copies] == ["Lakeside Tribune"]


def test_progress_counts_every_document_and_ends_with_the_events(store: Store, tmp_path: Path) -> None:
    write_corpus(tmp_path, count=3)
    told: list[Progress] = []
    load(store, list(jobs_below(tmp_path, raise_refusal)), workers=1, report=told.append)
    assert [now.loaded for now in told if now.step == "reading"][-1] == 3
    assert told[-1].step == "gathering events"


def raise_refusal(refusal: Refusal) -> None:
    raise AssertionError(refusal.message)


def test_a_document_that_takes_its_process_down_is_told_and_the_others_are_loaded(store: Store, tmp_path: Path) -> None:
    write_corpus(tmp_path, count=4)
    jobs = list(jobs_below(tmp_path, raise_refusal))
    killed: list[str] = []

    def kill_one(now: Progress) -> None:
        # The first document is written, so the process is at the next one; a lack of memory would end it like this.
        if now.loaded == 1 and not killed:
            (process,) = (child for child in multiprocessing.active_children() if child.name == "extracting")
            killed.append(process.name)
            process.kill()

    report = load(store, jobs, workers=1, report=kill_one)
    assert killed == ["extracting"]
    assert report.loaded + len(report.refused) == 4
    assert [("signal 9" in refusal.message) for refusal in report.refused] == [True]
    assert load(store, jobs, workers=1).loaded == 1


# ── a load as a process of its own, interrupted and killed ───────────────────────────────────────────────────


def start(url: str, folder: Path) -> subprocess.Popen[str]:
    """`dateline load` as a user would run it."""
    command = [sys.executable, "-P", "-m", "ui", "load", "--store", url, "--workers", "2", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(url: str, folder: Path) -> None:
    done = start(url, folder)
    out, err = done.communicate(timeout=300)
    assert done.returncode == 0, out + err


def files_at(url: str) -> tuple[str, str]:
    with open_store(url) as store:
        assert store.pending() == ()
        return files(store)


CHANCE = random.Random(7)  # noqa: S311 – moments to kill at, not secrets
MOMENTS = tuple(round(CHANCE.uniform(0.05, 0.95), 2) for _ in range(3))
"""Parts of an undisturbed load's time, the same on every run."""


COUNT = 5
"""Documents in the corpus of a process of its own."""


@pytest.fixture
def undisturbed(store_url: str, tmp_path: Path) -> tuple[float, tuple[str, str]]:
    """How long a load takes here, and what it leaves; the store is empty afterwards."""
    write_corpus(tmp_path / "corpus", count=COUNT)
    began = time.monotonic()
    finish(store_url, tmp_path / "corpus")
    took = time.monotonic() - began
    whole = files_at(store_url)
    with open_store(store_url) as store:
        store.clear()
    return took, whole


def test_a_load_killed_or_interrupted_at_any_moment_goes_on_to_the_same_bytes(
    store_url: str, tmp_path: Path, undisturbed: tuple[float, tuple[str, str]]
) -> None:
    took, whole = undisturbed
    for moment in MOMENTS:
        loader = start(store_url, tmp_path / "corpus")
        time.sleep(took * moment)
        os.killpg(loader.pid, signal.SIGKILL)
        loader.communicate()
    finish(store_url, tmp_path / "corpus")
    assert files_at(store_url) == whole
    with open_store(store_url) as store:
        store.clear()  # so that there is something to interrupt, however far the killed ones came
    interrupt(store_url, tmp_path / "corpus")
    finish(store_url, tmp_path / "corpus")
    assert files_at(store_url) == whole


def interrupt(url: str, folder: Path) -> None:
    """Press Ctrl-C in the terminal of a load whose processes are at work, which must end it within two seconds."""
    loader = start(url, folder)
    while len(psutil.Process(loader.pid).children()) < 3:  # one that reads, one that extracts, and Python's helper
        assert loader.poll() is None, loader.communicate()
        time.sleep(0.05)
    os.killpg(loader.pid, signal.SIGINT)
    began = time.monotonic()
    _, err = loader.communicate(timeout=30)
    assert time.monotonic() - began < 2
    assert (loader.returncode, "Interrupted" in err, "Traceback" in err) == (130, True, False)
    assert left_over(loader.pid, patience=5) == []


def left_over(group: int, *, patience: float) -> list[int]:
    """Processes of a load's group that still live after some seconds; Python's own helper sees late that it is over."""
    deadline = time.monotonic() + patience
    while True:
        found = [process.pid for process in psutil.process_iter() if group_of(process.pid) == group]
        if not found or time.monotonic() > deadline:
            return found
        time.sleep(0.1)


def group_of(process: int) -> int | None:
    """Its process group; None if it is gone."""
    try:
        return os.getpgid(process)
    except ProcessLookupError:
        return None


def test_the_embedded_server_killed_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    write_corpus(tmp_path / "corpus", count=COUNT)
    whole, killed = (f"embedded:{tmp_path / name}" for name in ("whole", "killed"))
    began = time.monotonic()
    finish(whole, tmp_path / "corpus")
    took = time.monotonic() - began
    for moment in MOMENTS:
        loader = start(killed, tmp_path / "corpus")
        time.sleep(took * moment)
        kill_server(tmp_path / "killed")
        loader.communicate(timeout=300)
    finish(killed, tmp_path / "corpus")
    assert files_at(killed) == files_at(whole)


def kill_server(folder: Path) -> None:
    running = read_state(folder)
    if running:
        os.kill(running.pid, signal.SIGKILL)


# ── what the store says against a date ───────────────────────────────────────────────────────────────────────


def reported(outlet: str, published: str, *, on: str = "", deed: str = "saw", whom: str = "soldiers") -> Extraction:
    """One document of one claim: Norland did something to Sudria, and to others."""
    text = f"On August 21, Norland {deed} {whom} of Sudria, says {outlet} of {published}."
    told = claim(
        deed,
        text,
        type_="ACCUSE" if deed == "accused" else "CONSULT",
        when=days(on).model_copy(update={"text": "August 21", "span": span_of("August 21", text)}) if on else None,
        participants=(
            participant("Norland", within=text, actor="norland"),
            participant("Sudria", "recipient", within=text, actor="sudria"),
            participant(whom, "patient", within=text),
        ),
    )
    return extraction(told, text=text, copies=(copy_(f"{outlet} {published}", publisher=outlet, published=published),))


def doubted(store: Store) -> list[str]:
    """Codes of what the store says against its dates, once its events are made."""
    gather_events(store)
    return [problem.code for card in store.events() for problem in card.event.problems]


def test_what_is_read_later_makes_and_takes_away_a_doubt(store: Store) -> None:
    store.prepare()
    late = reported("Wire", "2024-10-25", on="2024-08-21", deed="accused")
    matter = [reported("Post", "2024-10-18"), reported("Post", "2024-10-20"), reported("Wire", "2024-10-22")]
    meanwhile = [reported(outlet, "2024-09-20", whom="ships") for outlet in ("Post", "Wire")]
    before = reported("Post", "2024-08-02")
    store.replace_many([late, *matter])
    assert doubted(store) == []
    store.replace_many(meanwhile)
    assert doubted(store) == ["before-anybody-mentions-it"]
    store.replace(before)
    assert doubted(store) == []
    store.remove(before.document.id)
    assert doubted(store) == ["before-anybody-mentions-it"]
