"""The chance that a careful reader would list a claim and read it as we do, from what the clause looks like.

Each feature has two weights (`loaders/lexicon/confidence.csv`), log-odds that are summed: for being listed at all, and
for being read right once it is listed. `benchmarks/confidence.py` fits them; `benchmarks/quality.py` shows how well
claims are ranked by them.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

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
    clause, mood, dated = material.clauses[index], material.moods[index], material.dated[index]
    token = material.token(index)
    agents = [one for one in people if one.role == "agent"]
    others = [one for one in people if one.role in {"patient", "recipient"}]
    when = dated.when
    own = when is not None and when.span is not None and when.basis not in {"inherited", "bounded by publication"}
    said = material.voices[index].said_by
    found = {
        "always": True,
        f"form {clause.form}": True,
        f"link {clause.link}": True,
        f"block {clause.block}": True,
        f"type {clause.type or 'none'}": True,
        f"mood {'fact' if mood.modality in FACTS else mood.modality}": True,
        "hedged": mood.certainty.degree != "sure",
        "going on": mood.modality in {"ongoing", "habitual"},
        "agent": bool(agents),
        "agent known": any(one.actor for one in agents),
        "other": bool(others),
        "other known": any(one.actor for one in others),
        "own date": own,
        "day": own and when is not None and when.first == when.last,
        "inherited date": when is not None and when.basis == "inherited" and when.is_closed,
        "place": bool(clause.places),
        "number": any(counted.clause == index for counted in material.counted),
        "said": bool(said),
        "said by unnamed": bool(said) and not said[0].named,
        "chain": len({speaker.position for speaker in said}) > 1,
        "reports": bool(material.voices[index].about),
        "plain saying": clause.type == "STATEMENT" and clause.form == "verb",
        "light word": clause.lemma in LIGHT,
        "light verb": "light_verb" in clause.rules,
        "happening verb": "happening_verb" in clause.rules,
        "refers back": clause.form == "noun" and not people and _definite(token),
        "told before": material.first_told[clause.lemma, clause.type] < index,
        "noun told before": clause.form == "noun" and material.first_told[clause.lemma, clause.type] < index,
        "argument of its verb": clause.form == "noun" and _is_argument(material, clause),
        "bare argument": clause.form == "noun" and not people and _is_argument(material, clause),
        "bare noun": clause.form == "noun" and not people,
        "participle": is_verb(token) and token.dep_ == "acl",
        "infinitive": token.tag_ == "VB",
        "gerund": token.tag_ == "VBG",
        "past": token.tag_ in {"VBD", "VBN"},
        "deep": sum(1 for _ in token.ancestors) > 4,  # noqa: PLR2004 – the tree of a long sentence
        "nobody": not people,
    }
    return frozenset(name for name, holds in found.items() if holds)


def _is_argument(material: Material, clause: Clause) -> bool:
    """Whether a noun is only what another clause is about: "condemned the treaty"."""
    above = material.clauses[clause.parent] if clause.parent is not None else None
    return above is not None and any(slot.head == clause.trigger for slot in above.slots)


def _definite(token: object) -> bool:
    return any(child.lower_ in DEFINITE for child in token.children)  # type: ignore[attr-defined]


def chance(names: Iterable[str]) -> Chance:
    """The two chances of a clause with these features."""
    known = [weights()[name] for name in names if name in weights()]
    return Chance(listed=_logistic(sum(one for one, _ in known)), right=_logistic(sum(two for _, two in known)))


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
