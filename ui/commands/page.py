"""`serve`: the page, on this machine only."""

import os
import subprocess
import sys
from pathlib import Path

import click

from ui.commands.options import all_settings, opened, store_option

ENTRY = Path(__file__).parents[1] / "serve.py"


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)
@click.option(
    "--address",
    default="127.0.0.1",
    show_default=True,
    help="Another one lets other machines in: nobody is asked who they are.",
)
@store_option
def serve(port: int, address: str, url: str | None) -> None:
    """Serve the page until Ctrl-C."""
    with opened(url):
        pass  # a store that is away is told here, in one line, and not in the browser
    chosen = all_settings(url)
    environment = {**os.environ, "DATELINE_STORE": chosen.store, "PYTHONPATH": str(ENTRY.parents[1])}
    click.echo(f"The page is at http://{address}:{port} – Ctrl-C ends it.")
    command = [sys.executable, "-m", "streamlit", "run", str(ENTRY)]
    options = [f"--server.port={port}", f"--server.address={address}", "--server.headless=true"]
    telemetry = ["--browser.gatherUsageStats=false"]
    page = subprocess.Popen([*command, *options, *telemetry], env=environment)  # noqa: S603 – our own program
    click.get_current_context().exit(_wait(page))


def _wait(page: subprocess.Popen[bytes]) -> int:
    try:
        return page.wait()
    except KeyboardInterrupt:
        # The terminal sent Ctrl-C to the page as well; it ends by itself, in half a second.
        page.terminate()
        page.wait()
        return 0
