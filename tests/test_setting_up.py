"""What stands beside the code: the container files, the Makefile's small scripts, the locks."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the set-up and keep what it says."""
    known = {**os.environ, **environment}
    return subprocess.run(command, cwd=cwd, env=known, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    if not shutil.which("docker-compose"):
        pytest.skip("docker-compose is not installed")
    checked = run("docker-compose", "-f", "docker-compose.yml", "config", "-q")
    assert checked.returncode == 0, checked.stderr
    whole = run("docker-compose", "-f", "docker-compose.yml", "config")
    found: dict[str, Any] = yaml.safe_load(whole.stdout)["services"]
    return found


def test_every_port_is_published_on_this_machine_only(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service["ports"]]
    assert ports
    assert [port for port in ports if not str(port).startswith("127.0.0.1:")] == []


def test_every_service_has_a_health_check(services: dict[str, Any]) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text()
    for name, service in services.items():
        assert "healthcheck" in service or ("build" in service and "HEALTHCHECK" in dockerfile), name


def test_neo4j_is_pinned_and_has_no_password_in_the_file(services: dict[str, Any]) -> None:
    assert services["neo4j"]["image"] == "neo4j:5.26"
    assert services["neo4j"]["environment"]["NEO4J_AUTH_FILE"] == "/run/secrets/neo4j_auth"
    assert "NEO4J_AUTH" not in services["neo4j"]["environment"]


def test_the_page_waits_for_a_healthy_store_and_is_not_root(services: dict[str, Any]) -> None:
    assert services["page"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert str(services["page"]["user"]) == "10001"
    assert services["page"]["cap_drop"] == ["ALL"]


def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    linted = run(".venv/bin/hadolint", "--format", "json", "Dockerfile")
    assert json.loads(linted.stdout) == []


def test_the_image_is_built_from_a_pinned_base_and_runs_as_nobody_special() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    bases = [line.split()[1] for line in lines if line.startswith("FROM ")]
    assert all(re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+(@sha256:[0-9a-f]{64})?", base) for base in bases)
    assert [line for line in lines if line.startswith("USER ")] == ["USER 10001"]


def test_the_image_gets_everything_that_dateline_imports() -> None:
    copied = set(re.findall(r"^COPY (\w+) /app/", (ROOT / "Dockerfile").read_text(), re.MULTILINE))
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert copied == {"graph", "loaders", "ui", "samples"}
    assert copied <= allowed


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_pins_every_package_by_hash_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    pins = re.split(r"\n(?=\S)", text.strip())
    assert "://" not in text
    assert [pin for pin in pins if not re.match(r"[\w.\[\]-]+==\S+.*\\\n    --hash=sha256:", pin)] == []


def test_the_development_set_holds_the_other_one_whole() -> None:
    run_set, dev_set = (set(re.findall(r"^\S+==\S+", (ROOT / lock).read_text(), re.MULTILINE)) for lock in LOCKS)
    assert run_set <= dev_set


LOCKS = ("requirements.txt", "requirements-dev.txt")


def test_without_a_fitting_python_one_line_says_what_to_install(tmp_path: Path) -> None:
    for name in ("python3", "python3.11", "python3.12", "python3.13"):
        old = tmp_path / name
        old.write_text("#!/bin/sh\nexit 1\n")
        old.chmod(0o755)
    asked = run("/bin/sh", "tools/python.sh", "-c", "", PATH=str(tmp_path), PYTHON="")
    assert asked.returncode == 1
    assert asked.stderr.count("\n") == 1
    assert "python3-venv" in asked.stderr


def test_what_is_installed_is_judged_by_content_and_not_by_time(tmp_path: Path) -> None:
    folder = tmp_path / "a folder"
    (folder / "tools").mkdir(parents=True)
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "installed").mkdir()
    (folder / ".venv" / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").symlink_to("/bin/true")
    shutil.copy(ROOT / "tools" / "install.sh", folder / "tools")
    (folder / ".venv" / "installed" / "lock.txt").write_text("click==8\n")
    (folder / "lock.txt").write_text("click==8\n")
    os.utime(folder / ".venv" / "installed" / "lock.txt", (0, 0))
    assert run("/bin/sh", "tools/install.sh", "lock.txt", cwd=folder).stderr == ""
    (folder / "lock.txt").write_text("click==9\n")
    assert "Installing what lock.txt pins" in run("/bin/sh", "tools/install.sh", "lock.txt", cwd=folder).stderr
