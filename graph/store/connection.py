"""Sessions of the official driver: rows out, errors as ours, a server that went away found again."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, ManagedTransaction, Record
from neo4j.exceptions import ConstraintError, DatabaseError, Neo4jError, ServiceUnavailable, SessionExpired
from neo4j.time import Date

from graph.store.address import Address
from graph.store.dialect import Dialect
from graph.store.driver import logged_in
from graph.store.failures import told

Row = dict[str, Any]
Answer = TypeVar("Answer")

ATTEMPTS = 6
"""How often a transaction is begun before its error is told. All of ours may be run again."""
PAUSE = 0.2
"""Seconds before the second attempt; twice as long before each further one."""


PASSING = ("TransactionNotFound", "EntityNotFound")
"""Ends of the codes of errors that the driver does not repeat by itself."""


def _passes(error: Neo4jError) -> bool:
    """Whether the same transaction may go through in a moment. Running one of ours twice does no harm.

    A constraint is broken when two write the same new thing: the second attempt finds it there. A node is not found
    when it went while it was read. A fault of the server itself may come from somebody else's query that has taken its
    memory.
    """
    known = isinstance(error, (ConstraintError, DatabaseError)) or (error.code or "").endswith(PASSING)
    return known or error.is_retryable()


class Connection:
    """One store, seen from one process. Threads may share it; a forked process makes its own."""

    def __init__(self, dialect: Dialect, url: str) -> None:
        self.dialect = dialect
        self._url = url
        self._driver: Driver | None = None
        self._database = ""

    def close(self) -> None:
        if self._driver:
            self._driver.close()
            self._driver = None

    def open(self) -> None:
        """Find or start the server and log in, if that is not done yet."""
        self._again(lambda _: None)

    def read(self, text: str, **parameters: object) -> list[Row]:
        """Rows of one statement that only reads."""
        return self._again(lambda driver: self._read(driver, text, parameters))

    def write(self, work: Callable[["Transaction"], Answer]) -> Answer:
        """Do the work in one transaction. It may be done more than once, so it must bear that."""
        return self._again(lambda driver: self._write(driver, work))

    def declare(self) -> None:
        """Make types and indexes."""

        def declare(driver: Driver) -> None:
            with driver.session(database=self._database) as session, self.dialect.write_lock():
                self.dialect.declare(session)

        self._again(declare)

    def _read(self, driver: Driver, text: str, parameters: dict[str, object]) -> list[Row]:
        with driver.session(database=self._database, default_access_mode=READ_ACCESS) as session:
            return session.execute_read(lambda transaction: Transaction(transaction).run(text, **parameters))

    def _write(self, driver: Driver, work: Callable[["Transaction"], Answer]) -> Answer:
        with (
            driver.session(database=self._database, default_access_mode=WRITE_ACCESS) as session,
            self.dialect.write_lock(),
        ):
            return session.execute_write(lambda transaction: work(Transaction(transaction)))

    def _again(self, work: Callable[[Driver], Answer]) -> Answer:
        """Try a few times: a deadlock passes, and a server that went away may have another address now."""
        with told(self._url):
            for attempt in range(ATTEMPTS - 1):
                driver = self._opened()
                try:
                    return work(driver)
                except (ServiceUnavailable, SessionExpired):
                    self.close()
                except Neo4jError as error:
                    if not _passes(error):
                        raise
                time.sleep(PAUSE * 2**attempt)
            return work(self._opened())

    def _opened(self) -> Driver:
        if self._driver is None:
            address = self.dialect.address(self._probe)
            self._database = address.database
        if self._driver is None:
            raise ServiceUnavailable(f"nobody answers at {self._url}")
        return self._driver

    def _probe(self, address: Address) -> bool:
        """Log in; on success the driver is kept."""
        self._driver = logged_in(address)
        return self._driver is not None


class Transaction:
    """What a unit of work may do: run statements."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, text: str, **parameters: object) -> list[Row]:
        """All rows of one statement, dates as `datetime.date`."""
        return [_row(record) for record in self._transaction.run(text, parameters)]


def _row(record: Record) -> Row:
    return {
        key: value.to_native() if isinstance(value, Date) else value
        for key, value in zip(record.keys(), record.values(), strict=True)
    }
