"""`dateline`, also as `python -m ui`: runs a command and leaves with its exit status.

Short on purpose. Ctrl-C while the rest is still being imported is an end like any other, and the processes of a load
import none of the command line.
"""

import sys


def main() -> None:
    """Run what the command line says."""
    try:
        from ui.cli import run

        status = run()
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
