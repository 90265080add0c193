"""The command line. Errors become text here: one line, a hint, and the exit status of DESIGN §6.

0 all well · 1 some documents failed · 2 what was asked for makes no sense · 3 the store is away · 130 interrupted
"""

import os
import sys

import click

from graph.errors import DatelineError
from ui import VERSION
from ui.commands.answers import actors, chronology, export, query
from ui.commands.documents import extract
from ui.commands.inspecting import inspect
from ui.commands.interrupts import INTERRUPTED, WORDS
from ui.commands.keeping import doctor, load
from ui.commands.page import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, message="%(version)s")
def cli() -> None:
    """A pile of documents in, a sourced chronology out: who did what, when, according to whom."""


for command in (load, chronology, export, query, extract, inspect, actors, serve, doctor):
    cli.add_command(command)


def run(arguments: list[str] | None = None) -> int:
    """Run a command; its exit status."""
    try:
        status = cli.main(arguments, prog_name="dateline", standalone_mode=False)
        sys.stdout.flush()
    except DatelineError as error:
        complain(error)
        return error.exit_status
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"\n{WORDS}", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has read enough; Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0


def complain(error: DatelineError) -> None:
    """One line that says what is wrong, and one that says what to do."""
    click.echo(f"dateline: {error.message}", err=True)
    if error.hint:
        click.echo(f"  {error.hint}", err=True)
