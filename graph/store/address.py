"""The URL of a store, taken apart; the password is kept out of everything that is shown."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from graph.errors import UsageError

BOLT_SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})
HINT = "Use embedded:FOLDER, bolt://host:7687 or neo4j://host:7687."


@dataclass(frozen=True)
class Address:
    """Where a server listens and how to log in. Its text never shows the password."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str


def embedded_folder(url: str) -> str | None:
    """The folder of an `embedded:FOLDER` url, as written; None for any other url. Raises: UsageError if it is empty."""
    scheme, _, rest = url.partition(":")
    if scheme.lower() != "embedded":
        return None
    if not rest.strip():
        raise UsageError("The store's URL names no folder.", hint=HINT)
    return rest


def bolt_address(url: str, password: str | None) -> Address:
    """A Neo4j server's address. The password is the argument, else the one in the URL.

    Raises: UsageError for another scheme, a port that is none, or no host.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"The store's URL {without_password(url)} cannot be read.", hint=HINT) from error
    if parts.scheme not in BOLT_SCHEMES or not host:
        raise UsageError(f"The store's URL {without_password(url)} is of no kind that Dateline knows.", hint=HINT)
    name = f"[{host}]" if ":" in host else host
    return Address(
        uri=f"{parts.scheme}://{name}:{port or 7687}",
        user=unquote(parts.username or "neo4j"),
        password=password if password is not None else unquote(parts.password or ""),
        database=parts.path.strip("/") or "neo4j",
    )


def without_password(url: str) -> str:
    """The URL as it may be shown: without user and password."""
    if url.lower().startswith("embedded:"):
        return url
    scheme, border, rest = url.partition("://")
    if not border:
        return url.rpartition("@")[2]
    authority, slash, path = rest.partition("/")
    return f"{scheme}://{authority.rpartition('@')[2]}{slash}{path}"
