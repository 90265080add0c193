"""A real Neo4j Community without Docker: plain jars from Maven and a private folder, on loopback.

For the tests and for `make neo4j` (`python -m tools.neo4j`). Needs Java 17 or 21 and, the first time, Maven.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSION = "5.26.30"
"""The same as in pom.xml."""
JARS = ROOT / ".cache" / f"neo4j-{VERSION}"
HOST = "127.0.0.1"
START_SECONDS = 120

JAVA_OPTIONS = (
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
)

TIED = 'exec 3<&0; "$@" & server=$!; (cat <&3 >/dev/null; kill "$server") & wait "$server"'
"""The server ends when the pipe to its starter closes: also when that is killed and can clean up nothing."""

SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.initial_size=256m
server.memory.heap.max_size=512m
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
db.tx_log.rotation.retention_policy=1 files
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=1s
db.transaction.timeout=30s
db.memory.transaction.max=256m
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
"""
"""The console's settings (docs/store.md) are those of docker-compose.yml."""


class CannotStartError(Exception):
    """Java or Maven is missing, or Neo4j did not come up; the message says which."""


@dataclass(frozen=True)
class Neo4j:
    """A server that runs."""

    url: str
    password: str = field(repr=False)
    process: "subprocess.Popen[bytes]" = field(repr=False)


def missing() -> str:
    """What this machine lacks, as a sentence; empty if nothing."""
    if not shutil.which("java"):
        return "There is no Java (17 or 21) on this machine."
    if not JARS.is_dir() and not shutil.which("mvn"):
        return "There is no Maven on this machine, which fetches Neo4j's jars."
    return ""


def fetch() -> None:
    """Fetch the jars once. Raises: CannotStartError."""
    if JARS.is_dir():
        return
    fresh = JARS.with_name(f"{JARS.name}.{os.getpid()}")
    command = ["mvn", "-q", "-B", "-f", str(ROOT / "tools" / "neo4j" / "pom.xml"), "dependency:copy-dependencies"]
    options = ["-DincludeScope=runtime", f"-DoutputDirectory={fresh}"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)  # noqa: S603 – our pom
    if done.returncode:
        raise CannotStartError(f"Maven could not fetch Neo4j's jars: {done.stdout.strip() or done.stderr.strip()}")
    if JARS.is_dir():
        shutil.rmtree(fresh)
    else:
        fresh.replace(JARS)


@contextmanager
def running(home: Path, password: str, *, port: int = 0) -> Iterator[Neo4j]:
    """A server that keeps its files in `home`, until the block ends; port 0 is any free one.

    Raises: CannotStartError.
    """
    if missing():
        raise CannotStartError(missing())
    fetch()
    port = port or _free_port()
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(SETTINGS.format(port=port), encoding="utf-8")
    _set_password(home, password)
    log = home / "logs" / "neo4j.log"
    log.unlink(missing_ok=True)
    with (home / "console.log").open("wb") as console:
        arguments = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
        command = ["sh", "-c", TIED, "sh", *_java("org.neo4j.server.CommunityEntryPoint", *arguments)]
        process = subprocess.Popen(  # noqa: S603 – Java and the jars fetched above
            command, stdin=subprocess.PIPE, stdout=console, stderr=console, start_new_session=True
        )
    with process:
        # Leaving closes the pipe, which ends the server, and waits for it.
        _wait(process, port, log)
        yield Neo4j(f"bolt://{HOST}:{port}", password, process)


def _java(entry: str, *arguments: str) -> list[str]:
    return [shutil.which("java") or "java", *JAVA_OPTIONS, "-cp", str(JARS / "*"), entry, *arguments]


def _set_password(home: Path, password: str) -> None:
    """Has no effect on a home that has been started before: its password stays."""
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = _java("org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password)
    subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 – as above


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if "Started." in _text(log) and probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise CannotStartError(f"Neo4j did not start: {_text(log)[-2000:] or f'see {log.parent.parent}'}")


def _text(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
