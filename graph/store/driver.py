"""The official driver, set up the one way we use it."""

import logging

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable

from graph.store.address import Address

CONNECT_SECONDS = 5.0
LOGIN_SECONDS = 15.0
"""How long a login may take on a machine with much else to do."""


def new_driver(address: Address, *, login_seconds: float = LOGIN_SECONDS) -> Driver:
    """A driver that tells nobody of itself, neither by network nor by lines on the terminal; it repeats nothing."""
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    return GraphDatabase.driver(
        address.uri,
        auth=(address.user, address.password),
        telemetry_disabled=True,
        notifications_min_severity="OFF",
        max_transaction_retry_time=0.0,
        connection_timeout=CONNECT_SECONDS,
        connection_acquisition_timeout=login_seconds,
        user_agent="dateline",
    )


def logged_in(address: Address) -> Driver | None:
    """A driver that has logged in; None if nobody answers. Raises what the driver raises for a wrong password."""
    driver = new_driver(address)
    try:
        with driver.session(database=address.database) as session:
            session.run("RETURN 1").consume()
    except ServiceUnavailable:
        driver.close()
        return None
    except (Neo4jError, DriverError):
        driver.close()
        raise
    return driver


def answers(address: Address, seconds: float) -> bool:
    """Whether the server lets us in within that time."""
    with new_driver(address, login_seconds=seconds) as driver, driver.session(database=address.database) as session:
        try:
            session.run("RETURN 1").consume()
        except (Neo4jError, DriverError):
            return False
    return True
