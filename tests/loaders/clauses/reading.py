"""Clauses of a sentence, ready to be asked."""

from loaders.clauses import find_clauses, read_types
from loaders.records import Clause
from tests.loaders.grammar import trees_of


def clauses_of(text: str) -> tuple[Clause, ...]:
    """All clauses of one block."""
    return find_clauses(trees_of(text), read_types())


def clause_at(text: str, trigger: str) -> Clause:
    """The clause with that trigger; there must be one."""
    found = [clause for clause in clauses_of(text) if clause.trigger_text == trigger]
    assert found, f"no clause at {trigger!r} but {[clause.trigger_text for clause in clauses_of(text)]}"
    return found[0]


def in_role(clause: Clause, role: str) -> list[str]:
    """Words of the arguments that play a part, in order of the text."""
    return [slot.text for slot in clause.slots if slot.role == role]
