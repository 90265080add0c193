"""Which part an argument plays: from how it hangs on the trigger, what the lexicon says of the word, and its type."""

from collections.abc import Mapping
from functools import cache
from typing import get_args

from graph.model import Role
from loaders.clauses.arguments import Argument
from loaders.clauses.phrases import named
from loaders.clauses.sites import Site
from loaders.clauses.types import Row, Types
from loaders.lexicon import table

SUBJECTS = frozenset({"subject", "participle", "control", "relative"})
DOERS = frozenset({"possessor", "nationality"})
SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION", "INVESTIGATE"})
"""Types of happenings that are named after a person who suffers them: "the Osei murder"."""
NAMES: Mapping[str, Role] = {role: role for role in get_args(Role)}


@cache
def prepositions() -> Mapping[tuple[str, str], Role]:
    """(preposition or "object", type or "*" or form) → role, from the table `prepositions`."""
    rows = (row for _, row in table("prepositions", "preposition", "type", "role"))
    return {(row["preposition"], row["type"]): NAMES[row["role"]] for row in rows}


def role(argument: Argument, site: Site, row: Row | None, types: Types, *, given: bool) -> Role:
    """The part an argument plays. `given`: the verb has an object beside its subject, so a passive subject receives."""
    first = NAMES.get(row.first, "agent") if row else "agent"
    second = _second(row)
    via = argument.via
    if via == "owner":
        return "agent" if site.verb is not None and _is_thing(argument, types) else "other"
    light = _light(site, types, first)
    if via.startswith("light "):
        return light
    if via in SUBJECTS or via in DOERS:
        return first
    kind = row.type if row else None
    named_after: Role = first if kind else "other"  # a storm, a feast or a league of a name is nobody's deed
    fixed: Mapping[str, Role] = {
        "by": "agent", "dative": "recipient", "object": second, "modifier": second,
        "passive subject": "recipient" if given else second,
        "person before": "patient" if kind in SUFFERED else named_after,
        "body before": named_after,
    }  # fmt: skip
    # Who draws criticism from somebody is criticised by them.
    received = via == "from" and site.rule == "light_verb" and light != "agent"
    return fixed.get(via) or ("agent" if received else _by_preposition(via, site, row, second))


def _light(site: Site, types: Types, first: Role) -> Role:
    """The part that the subject of a light verb plays."""
    return NAMES[types.light_subject(site.verb.lemma_, site.lemma)] if site.verb is not None else first


def _second(row: Row | None) -> Role:
    """Part of the object: what the row says, else what objects of its type are (who is accused receives)."""
    kind = (row.type or "none") if row else "none"
    given = NAMES.get(row.second) if row else None
    return given or prepositions().get(("object", kind), "patient")


def _by_preposition(via: str, site: Site, row: Row | None, second: Role) -> Role:
    if via == "of" and site.noun is not None:
        return second
    known = prepositions()
    for kind in ((row.type or "none") if row else "none", site.form, "*"):
        if (via, kind) in known:
            return known[via, kind]
    return "other"


def _is_thing(owner: Argument, types: Types) -> bool:
    """Whether the owned is no person: a sister acts for herself, a website for its owner."""
    owned = owner.head.head
    someone = types.classes.get("people", frozenset()) | types.relatives | persons()
    return owned.lemma_.lower() not in someone and named(owned) == owned


@cache
def persons() -> frozenset[str]:
    """Nouns that describe a person, from the table `descriptions`."""
    return frozenset(row["word"] for _, row in table("descriptions", "word", "kinds") if row["kinds"] == "person")
