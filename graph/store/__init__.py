"""Where claims are kept: one contract, one implementation over Bolt, two servers behind it.

`embedded:FOLDER` is a private server that this package starts; `bolt://…` and `neo4j://…` are Neo4j servers.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store.base import Store


def open_store(url: str, *, password: str | None = None) -> "Store":
    """The store at a URL; nothing is started or asked before its first method is called.

    The password of a Neo4j server: the argument, else the one in the URL (bolt://user:password@host). It is shown
    nowhere. Raises: UsageError for a URL that is none.
    """
    from graph.store.address import without_password
    from graph.store.bolt import BoltStore
    from graph.store.dialect import dialect_of

    return BoltStore(dialect_of(url, password), without_password(url))
