"""Fits the weights of confidence anew on the annotated news. `python -m benchmarks.confidence`.

Logistic regression with a ridge, by Newton's method. What is printed is cross-validated, document by document: how
many of the k surest claims a reader lists, and how confidence compares with how often claims are right.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.references import Reference, references, scorer
from graph.export import claim_line
from loaders import pipeline
from loaders.claims import make_claims
from loaders.claims.confidence import features
from loaders.claims.participants import participants
from loaders.lexicon import HERE

RIDGE = 4.0
STEPS = 30
BANDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.6, 1.01)

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Seen:
    """One clause: where it is from, what it looks like, what became of it."""

    set: str
    document: str
    features: frozenset[str]
    listed: bool
    right: bool


def main() -> int:
    """Fit, print, write the table; 0 also where there is nothing to fit on."""
    seen = [one for reference in references() for one in _seen(reference)]
    if not seen:
        print("Skipped: the annotated news is not beside this repository.")
        return 0
    names = sorted({name for one in seen for name in one.features})
    looks = np.array([[name in one.features for name in names] for one in seen], dtype=np.float64)
    _report(seen, names, looks)
    listed, right = _fit_both(seen, names, looks, np.ones(len(seen), dtype=bool))
    with (HERE / "confidence.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "listed", "right", "source"))
        writer.writerows(
            (name, f"{one:.2f}", f"{two:.2f}", "benchmarks/confidence.py")
            for name, one, two in zip(names, listed, right, strict=True)
        )
    return 0


def _seen(reference: Reference) -> Iterator[Seen]:
    program = scorer()
    gold = program.read_gold(reference.gold)
    right = program.fields_of(gold)["wholly"]
    for name, document in reference.documents():
        material = pipeline.read(document).material
        lines = [program.read_claim(claim_line(one, name)) for one in make_claims(material, least=0.0)]
        records = [record for record in gold.records if record.document == name[:3]]
        found = program.match(records, lines)
        listed = {
            lines[found[record.id][0]]["claim"]: right.right(record, lines[found[record.id][0]])
            for record in records
            if record.id in found and found[record.id][1] >= 1000
        }
        spans = {(line["trigger"]["char_start"], line["trigger"]["char_end"]): line["claim"] for line in lines}
        for index, clause in enumerate(material.clauses):
            claim = spans.get((clause.trigger.start, clause.trigger.end))
            if claim is None:
                continue  # it stands in a tag or credit, and is never listed
            looks = features(material, index, participants(material, index))
            yield Seen(reference.name, name, looks, claim in listed, listed.get(claim, False))


def _fit_both(seen: list[Seen], names: list[str], looks: Numbers, chosen: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    listed = np.array([one.listed for one in seen], dtype=np.float64)
    right = np.array([one.right for one in seen], dtype=np.float64)
    only_listed = chosen & (listed > 0)
    return _fit(looks[chosen], listed[chosen], names), _fit(looks[only_listed], right[only_listed], names)


def _fit(looks: Numbers, truth: Numbers, names: list[str]) -> Numbers:
    ridge = np.array([0.05 if name == "always" else RIDGE for name in names])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = _logistic(looks @ weights)
        slope = looks.T @ (chance - truth) + ridge * weights
        bend = (looks.T * (chance * (1 - chance))) @ looks + np.diag(ridge)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def _logistic(odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


def _report(seen: list[Seen], names: list[str], looks: Numbers) -> None:
    """Figures by weights that were fitted on the other documents."""
    chances = np.zeros(len(seen))
    for document in sorted({one.document for one in seen}):
        inside = np.array([one.document == document for one in seen])
        listed, right = _fit_both(seen, names, looks, ~inside)
        chances[inside] = _logistic(looks[inside] @ listed) * _logistic(looks[inside] @ right)
    for name in sorted({one.set for one in seen}):
        of_set = [index for index, one in enumerate(seen) if one.set == name]
        count = sum(seen[index].listed for index in of_set)
        surest = sorted(of_set, key=lambda index: -chances[index])[:count]
        print(f"{name}: of {count} surest claims {sum(seen[index].listed for index in surest)} are listed")
    for low, high in pairwise(BANDS):
        inside_band = [one for one, chance in zip(seen, chances, strict=True) if low <= chance < high]
        if inside_band:
            share = sum(one.right for one in inside_band) / len(inside_band)
            print(f"confidence {low:.1f} to {min(high, 1):.1f}: {len(inside_band):5} clauses, right {share:.2f}")


if __name__ == "__main__":
    sys.exit(main())
