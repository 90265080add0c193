"""The private server: found, shared, started once, gone when idle, recovered after a kill."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import pytest

from graph.errors import StoreAccessError, StoreAwayError, UsageError
from graph.store import open_store
from graph.store.bolt import BoltStore
from graph.store.dialect import ArcadeDialect
from graph.store.embedded import EmbeddedServer, kill
from graph.store.server import Running, is_alive, read_state
from tests.factories import copy_, extraction

ROOT = Path(__file__).resolve().parents[3]
IDLE = 1.0


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where a store of the test's own is; its server is ended afterwards."""
    yield tmp_path / "a store" / "deep"
    server = read_state(tmp_path / "a store" / "deep")
    if server:
        kill(server)


def opened(folder: Path, *, idle: float = IDLE) -> BoltStore:
    return BoltStore(ArcadeDialect(EmbeddedServer(folder, idle=idle)), f"embedded:{folder}")


def running(folder: Path) -> Running:
    server = read_state(folder)
    assert server is not None
    return server


def gone(server: Running, *, within: float) -> bool:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if not is_alive(server):
            return True
        time.sleep(0.1)
    return False


def elsewhere(folder: Path, code: str) -> "subprocess.Popen[str]":
    """Another process that has the store open as `store`."""
    program = f"from graph.store import open_store\nwith open_store({f'embedded:{folder}'!r}) as store:\n    {code}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
        env=environment,
    )


def test_nothing_is_started_before_it_is_needed(folder: Path) -> None:
    with opened(folder):
        assert not folder.exists()


def test_two_processes_share_one_server_and_see_each_others_writes(folder: Path) -> None:
    with opened(folder) as store:
        store.prepare()
        server = running(folder)
        code = "print(store.counts().documents, flush=True); input(); print(store.counts().documents)"
        with elsewhere(folder, code) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "0\n"
            store.replace(extraction())
            assert other.communicate("\n")[0] == "1\n"
        assert running(folder) == server


def test_four_that_start_at_once_start_one_server(folder: Path) -> None:
    with ExitStack() as stack:
        code = "print(store.counts().documents, store.pending())"
        others = [stack.enter_context(elsewhere(folder, code)) for _ in range(4)]
        answers = [other.communicate()[0] for other in others]
    assert answers == ["0 ()\n"] * 4
    servers = [p for p in psutil.process_iter(["cmdline"]) if str(folder) in (p.info["cmdline"] or [])]
    assert len(servers) == 1


def test_it_listens_on_loopback_alone(folder: Path) -> None:
    with opened(folder) as store:
        store.counts()
        connections = psutil.Process(running(folder).pid).net_connections(kind="inet")
    listening = {connection.laddr.ip for connection in connections if connection.status == psutil.CONN_LISTEN}
    assert listening <= {"127.0.0.1", "::1", "::ffff:127.0.0.1"}
    assert listening


def test_only_the_owner_reads_what_it_keeps(folder: Path) -> None:
    with opened(folder) as store:
        store.prepare()
        store.replace(extraction())
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert {path: oct(mode) for path, mode in modes.items() if mode & 0o077} == {}


def test_it_goes_when_nobody_is_there_and_leaves_only_the_store(folder: Path) -> None:
    with opened(folder) as store:
        store.prepare()
        server = running(folder)
        time.sleep(IDLE * 2.5)
        assert is_alive(server)
    assert gone(server, within=IDLE + 10)
    assert not (folder / "server.json").exists()
    left = {path.name for path in folder.iterdir()}
    assert left <= {"arcadedb", "server.log", "server.lock", "start.lock", "write.lock"}


def test_it_goes_when_its_last_client_was_killed(folder: Path) -> None:
    store = opened(folder)
    store.counts()
    server = running(folder)
    with elsewhere(folder, "print(store.counts().documents, flush=True); input()") as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "0\n"
        store.close()
        time.sleep(IDLE * 3)
        assert is_alive(server)
        other.kill()
    assert gone(server, within=IDLE + 10)


def test_a_client_goes_on_when_the_server_was_killed(folder: Path) -> None:
    with opened(folder) as store:
        store.prepare()
        store.replace(extraction())
        former = running(folder)
        kill(former)
        assert store.counts().documents == 1
        assert running(folder).pid != former.pid
        kill(running(folder))
        store.replace(extraction(text="Another text.", copies=(copy_("another.txt"),)))
        assert store.counts().documents == 2


def test_a_file_left_by_a_killed_server_is_no_obstacle(folder: Path) -> None:
    with opened(folder) as store:
        store.replace(extraction())
        stale = (folder / "server.json").read_bytes()
        kill(running(folder))
    (folder / "server.json").write_bytes(stale)
    (folder / "server.lock").touch()
    (folder / "start.lock").touch()
    with opened(folder) as store:
        assert store.counts().documents == 1


@pytest.mark.parametrize("rubbish", ["", "{", "[]", '{"pid": 1}', "null"])
def test_a_file_of_another_kind_is_no_obstacle(folder: Path, rubbish: str) -> None:
    folder.mkdir(parents=True)
    (folder / "server.json").write_text(rubbish, encoding="utf-8")
    with opened(folder) as store:
        assert store.counts().documents == 0


def test_a_server_that_hangs_is_ended_and_started_again(folder: Path) -> None:
    with opened(folder) as store:
        store.replace(extraction())
    former = running(folder)
    psutil.Process(former.pid).suspend()
    with opened(folder) as store:
        assert store.counts().documents == 1
    assert not is_alive(former)


def test_it_ends_when_its_folder_is_taken_away(folder: Path) -> None:
    with opened(folder, idle=60) as store:
        store.counts()
        server = running(folder)
        (folder / "server.json").unlink()
        assert gone(server, within=10)


def test_ctrl_c_in_its_starters_terminal_does_not_end_it(folder: Path) -> None:
    with opened(folder) as store:
        store.counts()
        assert os.getsid(running(folder).pid) != os.getsid(0)


def test_a_folder_is_found_from_where_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("embedded:my store") as store:
        store.counts()
    assert (tmp_path / "my store" / "arcadedb").is_dir()
    kill(running(tmp_path / "my store"))


def test_files_in_the_stores_folder_are_not_run(folder: Path) -> None:
    """Python looks for modules where it is started; a file called like a library must not be taken for it."""
    folder.mkdir(parents=True)
    (folder / "psutil.py").write_text("raise SystemExit('taken for a library')", encoding="utf-8")
    (folder / "json.py").write_text("raise SystemExit('taken for a library')", encoding="utf-8")
    with elsewhere(folder, "print(store.counts().documents)") as other:
        assert other.communicate()[0] == "0\n"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with open_store(f"embedded:{tmp_path / 'file' / 'store'}") as store, pytest.raises(StoreAwayError) as error:
        store.counts()
    assert str(tmp_path / "file" / "store") in error.value.message
    assert error.value.hint


def test_a_url_without_a_folder_is_told() -> None:
    with pytest.raises(UsageError, match="names no folder"):
        open_store("embedded:")


@contextmanager
def nobody() -> Iterator[None]:
    """Nothing is forbidden to root, so root acts as nobody for a while; others are themselves."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_somebody_elses_folder_is_told(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    with nobody(), opened(folder) as store, pytest.raises(StoreAccessError, match="belongs to somebody else"):
        store.counts()
