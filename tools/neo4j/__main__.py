"""`python -m tools.neo4j`: a Neo4j in the foreground, until Ctrl-C. Its files stay in .cache/neo4j-home."""

import os
import signal
import sys

from tools.neo4j import ROOT, CannotStartError, running

PORT = 7687
PASSWORD = "dateline-loopback"  # noqa: S105 – of a server that listens on loopback only and is printed on starting


def main() -> int:
    """Start, print the URL, wait. Ctrl-C and SIGTERM end the server, too."""
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    password = os.environ.get("DATELINE_STORE_PASSWORD", PASSWORD)
    try:
        with running(ROOT / ".cache" / "neo4j-home", password, port=PORT) as server:
            print(f"{server.url}  user neo4j, password {password if password == PASSWORD else 'as set'}", flush=True)  # noqa: T201 – that is what it is for
            server.process.wait()
    except CannotStartError as error:
        print(error, file=sys.stderr)  # noqa: T201 – as above
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
