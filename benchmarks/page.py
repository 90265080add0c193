"""How long the chronology takes from a filter to its redraw, against an empty page and against a small store.

`python -m benchmarks.page [--events 30000] [--rounds 9]` fills two embedded stores with a made-up corpus, serves both
and an empty Streamlit page with one widget, and clicks in turn in one headless Chromium, so that all three bear the
same load. Exit status 1 if a ratio or the bytes on the wire go beyond their bounds.
"""

import argparse
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, WebSocket, sync_playwright

from benchmarks.synthetic import corpus
from graph.ontology import families
from graph.store import open_store
from graph.store.server import read_state

SMALL = 300
MOST_TIMES_EMPTY, MOST_TIMES_SMALL, MOST_BYTES = 4.0, 2.0, 100_000
DOCUMENTS_AT_ONCE = 20
ROOT = Path(__file__).parents[1]

EMPTY_PAGE = 'import streamlit as st\n\nst.write(st.checkbox("One widget"))\n'

REDRAW = """
(element) => new Promise((done) => {
  const app = document.querySelector("[data-testid=stApp]");
  const start = performance.now();
  let last = start, ran = false;
  const watcher = new MutationObserver(() => {
    last = performance.now();
    ran ||= app.dataset.testScriptState === "running";
  });
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  element.click();
  const look = setInterval(() => {
    const quiet = performance.now() - last;
    if ((!ran && quiet < 5000) || app.dataset.testScriptState !== "notRunning" || quiet < 150) return;
    clearInterval(look);
    watcher.disconnect();
    done(last - start);
  }, 10);
})
"""
"""Clicks, and gives the milliseconds until the last change of the page before it came to rest."""

READY = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"


@dataclass
class Case:
    """One page that is measured."""

    name: str
    page: Page
    target: str
    """Selector of what is clicked; of several, each round takes the next."""
    times: list[float] = field(default_factory=list)
    """Milliseconds."""
    wire: list[int] = field(default_factory=list)
    """Bytes that came over the web socket, one number a round."""
    received: int = 0

    def listen(self, web_socket: WebSocket) -> None:
        """Count what comes in."""
        web_socket.on("framereceived", self._count)

    def _count(self, payload: bytes | str) -> None:
        self.received += len(payload)

    def click(self, number: int) -> None:
        """One filter (or the widget), measured; then back to the page without filters."""
        elements = self.page.query_selector_all(self.target)
        self.received = 0
        self.times.append(self.page.evaluate(REDRAW, elements[number % len(elements)]))
        self.wire.append(self.received)
        if len(elements) > 1:
            self.page.go_back()
            self.page.wait_for_timeout(400)
            self.page.wait_for_selector(READY)


def main() -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=30_000)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        empty = folder / "empty.py"
        empty.write_text(EMPTY_PAGE, encoding="utf-8")
        stores = {count: stack.enter_context(filled(folder / str(count), count)) for count in (SMALL, asked.events)}
        entry = ROOT / "ui" / "serve.py"
        served = {"empty page": stack.enter_context(serving(empty, "embedded:unused"))}
        served |= {f"{n:,} events": stack.enter_context(serving(entry, url)) for n, url in stores.items()}
        cases = measured(served, asked.rounds)
    return report(*cases)


@contextmanager
def filled(folder: Path, events: int) -> Iterator[str]:
    """The URL of an embedded store with so many events; its server ends with the block."""
    extractions, found = corpus(events)
    url = f"embedded:{folder}"
    print(f"Loading {events:,} events", file=sys.stderr)
    with open_store(url) as store:
        store.prepare()
        for start in range(0, len(extractions), DOCUMENTS_AT_ONCE):
            store.replace_many(extractions[start : start + DOCUMENTS_AT_ONCE])
        store.write_events(found, of=families())
        store.clear_pending(extraction.document.id for extraction in extractions)
    try:
        yield url
    finally:
        server = read_state(folder)
        if server:
            os.kill(server.pid, signal.SIGTERM)


@contextmanager
def serving(script: Path, store: str) -> Iterator[str]:
    """The address of a Streamlit server for the script."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "DATELINE_STORE": store, "PYTHONPATH": str(ROOT)}
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options, "--browser.gatherUsageStats=false"]
    with subprocess.Popen(command, env=environment, cwd=script.parent, stdout=subprocess.DEVNULL) as server:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def measured(served: dict[str, str], rounds: int) -> list[Case]:
    """Each page clicked once a round, in turn; the first round, in which caches fill, is not counted."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        cases = []
        for name, address in served.items():
            page = browser.new_page()
            case = Case(name, page, "input[type=checkbox]" if name == "empty page" else ".facets li a")
            page.on("websocket", case.listen)
            arrive(page, address)
            cases.append(case)
        for number in range(rounds + 1):
            for case in cases:
                case.page.bring_to_front()
                case.click(2 * number)
        browser.close()
    return cases


def arrive(page: Page, address: str) -> None:
    """Open an address as soon as somebody listens there, and wait for the page to be whole."""
    port = int(address.rsplit(":", 1)[1].strip("/"))
    for _ in range(200):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                break
        page.wait_for_timeout(100)
    page.goto(address)
    page.wait_for_selector(READY, timeout=120_000)
    page.wait_for_timeout(1000)


def report(empty: Case, small: Case, large: Case) -> int:
    """Print the figures; 1 if a bound is broken, else 0."""
    middle = {case.name: statistics.median(case.times[1:]) for case in (empty, small, large)}
    for case in (empty, small, large):
        times = f"{middle[case.name]:7.0f} ms median, {min(case.times[1:]):5.0f} to {max(case.times[1:]):5.0f}"
        print(f"{case.name:<16}{times}{max(case.wire[1:]) / 1000:8.1f} KB at most")
    times_empty, times_small = (middle[large.name] / middle[other.name] for other in (empty, small))
    sent = max(large.wire[1:])
    print(f"{times_empty:.2f} × the empty page (at most {MOST_TIMES_EMPTY}), ", end="")
    print(f"{times_small:.2f} × {small.name} (at most {MOST_TIMES_SMALL}), {sent:,} bytes (at most {MOST_BYTES:,})")
    return int(times_empty > MOST_TIMES_EMPTY or times_small > MOST_TIMES_SMALL or sent > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
