"""The private server: one ArcadeDB on loopback that owns a folder. Runs as `python -m graph.store.server FOLDER IDLE`.

It writes `server.json` (owner only: process, ports, random passwords) once it answers, and takes it away when it goes:
after IDLE seconds without a client, on SIGTERM, or when its folder or that file is gone.
"""

import json
import os
import secrets
import shutil
import signal
import socket
import sys
import threading
import time
from base64 import b64encode
from dataclasses import asdict, dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import psutil
from filelock import FileLock

from graph.store.ddl import arcadedb_ddl

HOST = "127.0.0.1"
DATABASE = "dateline"
STATE = "server.json"
HEAP_MEGABYTES = 768
"""A third of it caches pages. With half as much, reading 50,000 claims took the server twice the time."""
STOP_SECONDS = 20.0
LONGEST_SECONDS = 20
"""Any statement ends after that time, whatever its client asked for: no client can shorten or lengthen it."""

SETTINGS = {
    "arcadedb.txWalFlush": "2",  # fsync at every commit: an acknowledged write survives a power cut
    "arcadedb.queryMaxRangeSize": "10000",
    "arcadedb.command.timeout": str(LONGEST_SECONDS * 1000),
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
    "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
}


@dataclass(frozen=True)
class Running:
    """What `server.json` says."""

    pid: int
    born: float
    """When the process was created: a number that was given to another process since does not count."""
    bolt: int
    http: int
    password: str = field(repr=False)
    reader: str = field(repr=False)


def read_state(folder: Path) -> Running | None:
    """The server that the folder's file tells of, if that process still lives."""
    try:
        running = Running(**json.loads((folder / STATE).read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return None
    return running if is_alive(running) else None


def is_alive(running: Running) -> bool:
    """Whether that very process lives: not another one with its number, not one that only waits to be reaped."""
    try:
        process = psutil.Process(running.pid)
        return process.create_time() == running.born and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _write_state(folder: Path, running: Running) -> None:
    """Owner only from the first byte, and there whole or not at all."""
    fresh = folder / f"{STATE}.{running.pid}"
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(asdict(running), file)
    fresh.replace(folder / STATE)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind((HOST, 0))
    ports: list[int] = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _prepare_home(home: Path) -> None:
    """Accounts are made anew at every start, so no password has to be kept."""
    shutil.rmtree(home / "config", ignore_errors=True)
    shutil.rmtree(home / "log", ignore_errors=True)
    (home / "config").mkdir(parents=True)
    (home / "log").mkdir()
    everything = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    owner = _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], everything)
    groups = {"admin": owner, "reader": _group([], ["readRecord"]), "*": _group([], [])}
    file = home / "config" / "server-groups.json"
    file.write_text(json.dumps({"databases": {"*": {"groups": groups}}, "version": 2}), encoding="utf-8")


def _group(access: list[str], records: list[str]) -> dict[str, Any]:
    types = {"*": {"access": records}}
    return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": types}


def _start(home: Path) -> tuple[Any, Running]:
    """Start ArcadeDB with its schema. The library reads the environment once, on import."""
    os.environ.update(
        ARCADEDB_LOG_DIR=str(home / "log"),
        ARCADEDB_LOG_CONSOLE="0",
        ARCADEDB_NATIVE_ISOLATE_ARGS=f"-Xmx{HEAP_MEGABYTES}m",
    )
    import arcadedb

    bolt, http = _free_ports(2)
    me = psutil.Process()
    running = Running(me.pid, me.create_time(), bolt, http, secrets.token_urlsafe(24), secrets.token_urlsafe(24))
    config = {
        "host": HOST,
        "http_port": http,
        "bolt_port": bolt,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "mode": "development",  # production hides the texts of errors
    }
    server = arcadedb.create_server(str(home), running.password, config=config)
    server.start()
    database = server.create_database(DATABASE)
    for key, value in SETTINGS.items():
        database.command("sql", f"ALTER DATABASE `{key}` {value}")
    for statement in arcadedb_ddl():
        database.command("sql", statement)
    _add_reader(running)
    return server, running


def _add_reader(running: Running) -> None:
    """The console's account: it may read records and nothing else."""
    user = {"name": "reader", "password": running.reader, "databases": {DATABASE: ["reader"]}}
    token = b64encode(f"root:{running.password}".encode()).decode()
    connection = HTTPConnection(HOST, running.http, timeout=10)
    body = json.dumps({"command": f"create user {json.dumps(user)}"})
    headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}
    connection.request("POST", "/api/v1/server", body, headers)
    answer = connection.getresponse()
    if answer.status != 200:  # noqa: PLR2004 – HTTP's "OK"
        raise RuntimeError(f"the reader's account could not be made: {answer.read().decode(errors='replace')}")
    connection.close()


def _clients(port: int) -> int:
    """Open connections of clients. Every client process that has the store open keeps one."""
    mine = psutil.Process().net_connections(kind="tcp")
    return sum(each.status == psutil.CONN_ESTABLISHED and each.laddr.port == port for each in mine)


def _watch(folder: Path, running: Running, idle: float, stop: threading.Event) -> None:
    """Return when the server is not needed any more."""
    last_seen = time.monotonic()
    while not stop.wait(min(1.0, idle / 4)):
        if read_state(folder) != running:
            return
        if _clients(running.bolt):
            last_seen = time.monotonic()
        elif time.monotonic() - last_seen > idle and _leave(folder, running):
            return


def _leave(folder: Path, running: Running) -> bool:
    """Take the file away, so that nobody new comes; stay if somebody came in at that moment."""
    (folder / STATE).unlink(missing_ok=True)
    time.sleep(0.2)
    if not _clients(running.bolt):
        return True
    _write_state(folder, running)
    return False


def serve(folder: Path, idle: float) -> None:
    """Own the folder until the server is not needed any more."""
    os.umask(0o077)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with FileLock(folder / "server.lock", timeout=30, mode=0o600):
        _prepare_home(folder / "arcadedb")
        server, running = _start(folder / "arcadedb")
        _write_state(folder, running)
        _watch(folder, running, idle, stop)
        if read_state(folder) == running:
            (folder / STATE).unlink(missing_ok=True)
        _stop(server)


def _stop(server: Any) -> None:  # noqa: ANN401 – the library has no types
    """Write everything out and stop; a server that cannot is left to recover when it is next started."""
    at_last = threading.Timer(STOP_SECONDS, os._exit, (1,))
    at_last.daemon = True
    at_last.start()
    server.stop()
    at_last.cancel()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), float(sys.argv[2]))
