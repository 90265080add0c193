"""Errors of the driver → ours: a whole sentence, and what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j.exceptions import AuthError, DriverError, Forbidden, Neo4jError, ServiceUnavailable, SessionExpired

from graph.errors import StoreAccessError, StoreAwayError, StoreError
from graph.store.address import embedded_folder
from graph.store.space import is_full, no_space

AWAY = (ServiceUnavailable, SessionExpired, ConnectionError)
FULL = ("no space left", "disk full", "not enough space", "disk quota", "file too large")


@contextmanager
def told(url: str) -> Iterator[None]:
    """Raise what goes wrong inside as an error of ours; `url` is shown, so it must not hold a password."""
    try:
        yield
    except (AuthError, Forbidden) as error:
        raise StoreAccessError(
            f"The store {url} does not accept the name or the password.",
            hint="Set DATELINE_STORE_PASSWORD, or write user:password@ before the server's name.",
        ) from error
    except AWAY as error:
        raise StoreAwayError(
            f"The store {url} does not answer.",
            hint="Start it, or check address and port; what was acknowledged is kept.",
        ) from error
    except (Neo4jError, DriverError) as error:
        raise _other(url, error) from error


def _other(url: str, error: Neo4jError | DriverError) -> StoreError:
    text = str(error)
    folder = embedded_folder(url)
    if any(sign in text.lower() for sign in FULL) or (folder and is_full(Path(folder).expanduser())):
        return no_space(url)
    if isinstance(error, Neo4jError) and "DatabaseUnavailable" in (error.code or ""):
        return StoreAwayError(f"The database of the store {url} is not available.", hint="Look into the server's log.")
    first = text.splitlines()[0] if text else type(error).__name__
    return StoreError(f"The store {url} failed: {first}", hint="Run `dateline doctor`.")
