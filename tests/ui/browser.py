"""The real page in a real browser: a server on a free port, and a page that notes every request."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, expect

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=60_000)
READY = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
STILL = """() => new Promise((done) => {
  let timer = setTimeout(done, 150);
  new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 150); })
    .observe(document.body, { childList: true, subtree: true, attributes: true });
})"""
PATIENCE = 60.0
"""Seconds until a server must answer."""


def chromium() -> str:
    """Path of the browser; empty if there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or ""


@contextmanager
def serving(store: str) -> Iterator[str]:
    """The address of the page on a free port, started as a user would start it; it ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "ui" / "serve.py"), f"--server.port={port}"]
    environment = {**os.environ, "DATELINE_STORE": store, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd="/", env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens on port {port}")


class Visitor:
    """A browser page that remembers what it asked for and what went wrong."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.requests: list[str] = []
        self.troubles: list[str] = []
        page.on("request", self._note)
        page.on("websocket", lambda web_socket: self.requests.append(web_socket.url))
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("dialog", lambda dialog: self.troubles.append(f"dialog: {dialog.message}"))

    def go(self, path: str = "/") -> None:
        """Open an address of the page."""
        self.page.goto(self.address + path)
        expect(self.page.locator("h1").first).to_be_visible()  # before its first run a page is at rest, and empty
        self.rest()

    def follow(self, selector: str, shows: str) -> None:
        """Click a link and wait for what it leads to, known by an element that was not there before.

        The page that was left is at rest until the server hears of the click, so rest alone proves nothing.
        """
        self.page.locator(selector).first.click()
        expect(self.page.locator(shows).first).to_be_visible()
        self.rest()

    def rest(self) -> None:
        """Wait until the page is whole and nothing moves any more."""
        self.page.wait_for_selector(READY, timeout=1000 * PATIENCE)
        self.page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')")
        self.page.evaluate(STILL)

    @property
    def strangers(self) -> list[str]:
        """Requests to anywhere but this machine."""
        own = ("127.0.0.1", None)  # no host: data: and blob: addresses
        return [url for url in self.requests if urlsplit(url).hostname not in own]

    def _note(self, request: Request) -> None:
        if not request.url.startswith("blob:"):
            self.requests.append(request.url)

    def _hear(self, message: ConsoleMessage) -> None:
        # Streamlit looks for its own files below the page's path first, and above it after a 404.
        if message.type == "error" and "/_stcore/" not in message.location["url"]:
            self.troubles.append(message.text)
