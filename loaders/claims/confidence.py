"""The chance that a careful reader would list a claim and read it as we do, from what the clause looks like.

Each feature has two weights (`loaders/lexicon/confidence.csv`), log-odds that are summed: for being listed at all, and
for being read right once it is listed. `benchmarks/confidence.py` fits them; `benchmarks/quality.py` shows how well
claims are ranked by them.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from graph.model import Participant
from loaders.claims.material import Material
from loaders.grammar import is_verb
from loaders.lexicon import table
from loaders.records import Clause

Feature = Callable[[Material, int, tuple[Participant, ...]], bool]

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "such"})
LIGHT = frozenset({"be", "have", "do", "make", "get", "become", "include", "involve", "remain", "mean", "need", "know"})
FACTS = frozenset({"asserted", "ongoing", "habitual"})


@dataclass(frozen=True)
class Chance:
    """Two chances, 0 to 1."""

    listed: float
    """That a careful reader would list it."""
    right: float
    """That type, agent, date, source and modality are right, if it is listed."""

    @property
    def confidence(self) -> float:
        """Of both, two digits."""
        return round(self.listed * self.right, 2)


@cache
def weights() -> Mapping[str, tuple[float, float]]:
    """Feature → its weights for being listed and for being right, from the table `confidence`."""
    rows = table("confidence", "feature", "listed", "right")
    return {row["feature"]: (float(row["listed"]), float(row["right"])) for _, row in rows}


def features(material: Material, index: int, people: tuple[Participant, ...]) -> frozenset[str]:
    """Names of the features that a clause has."""
    clause = material.clauses[index]
    found = {
        "always": True,
        **_of_form(clause, material.token(index)),
        **_of_meaning(material, index),
        **_of_date(material, index),
        **_of_people(people),
        **_of_voice(material, index),
        **_of_noun(material, index, people),
    }
    return frozenset(name for name, holds in found.items() if holds)


def _of_form(clause: Clause, token: Token) -> dict[str, bool]:
    return {
        f"form {clause.form}": True,
        f"link {clause.link}": True,
        f"block {clause.block}": True,
        "participle": is_verb(token) and token.dep_ == "acl",
        "infinitive": token.tag_ == "VB",
        "gerund": token.tag_ == "VBG",
        "past": token.tag_ in {"VBD", "VBN"},
        "deep": sum(1 for _ in token.ancestors) > 4,  # noqa: PLR2004 – the tree of a long sentence
    }


def _of_meaning(material: Material, index: int) -> dict[str, bool]:
    clause, mood = material.clauses[index], material.moods[index]
    return {
        f"type {clause.type or 'none'}": True,
        f"mood {'fact' if mood.modality in FACTS else mood.modality}": True,
        "hedged": mood.certainty.degree != "sure",
        "going on": mood.modality in {"ongoing", "habitual"},
        "place": bool(clause.places),
        "number": any(counted.clause == index for counted in material.counted),
        "light word": clause.lemma in LIGHT,
        "light verb": "light_verb" in clause.rules,
        "happening verb": "happening_verb" in clause.rules,
        "told before": material.first_told[clause.lemma, clause.type] < index,
    }


def _of_date(material: Material, index: int) -> dict[str, bool]:
    when = material.dated[index].when
    if when is None:
        return {}
    own = when.span is not None and when.basis not in {"inherited", "bounded by publication"}
    return {
        "own date": own,
        "day": own and when.first == when.last,
        "inherited date": when.basis == "inherited" and when.is_closed,
    }


def _of_people(people: tuple[Participant, ...]) -> dict[str, bool]:
    agents = [one for one in people if one.role == "agent"]
    others = [one for one in people if one.role in {"patient", "recipient"}]
    return {
        "agent": bool(agents),
        "agent known": any(one.actor for one in agents),
        "other": bool(others),
        "other known": any(one.actor for one in others),
        "nobody": not people,
    }


def _of_voice(material: Material, index: int) -> dict[str, bool]:
    clause, voice = material.clauses[index], material.voices[index]
    return {
        "said": bool(voice.said_by),
        "said by unnamed": bool(voice.said_by) and not voice.said_by[0].named,
        "chain": len({speaker.position for speaker in voice.said_by}) > 1,
        "reports": bool(voice.about),
        "plain saying": clause.type == "STATEMENT" and clause.form == "verb",
    }


def _of_noun(material: Material, index: int, people: tuple[Participant, ...]) -> dict[str, bool]:
    clause = material.clauses[index]
    if clause.form != "noun":
        return {}
    argument = _is_argument(material, clause)
    return {
        "refers back": not people and _definite(material.token(index)),
        "noun told before": material.first_told[clause.lemma, clause.type] < index,
        "argument of its verb": argument,
        "bare argument": not people and argument,
        "bare noun": not people,
    }


def _is_argument(material: Material, clause: Clause) -> bool:
    """Whether a noun is only what another clause is about: "condemned the treaty"."""
    above = material.clauses[clause.parent] if clause.parent is not None else None
    return above is not None and any(slot.head == clause.trigger for slot in above.slots)


def _definite(token: Token) -> bool:
    return any(child.lower_ in DEFINITE for child in token.children)


def chance(names: Iterable[str]) -> Chance:
    """The two chances of a clause with these features."""
    known = [weights()[name] for name in names if name in weights()]
    return Chance(listed=_logistic(sum(one for one, _ in known)), right=_logistic(sum(two for _, two in known)))


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
