"""Putting claims together: which clauses are claims, who takes part, when, according to whom, how sure we are.

What is listed follows the reference's guide: datable happenings, plans, denials, notable sayings, states with numbers;
no plain "said" whose content is a claim of its own, no bare noun that only refers back.
"""

from graph.ids import claim_id
from graph.model import Claim, Participant
from loaders.claims.confidence import Chance, chance, features
from loaders.claims.material import Material
from loaders.claims.participants import participants, places
from loaders.claims.prose import is_told
from loaders.claims.speech import type_of
from loaders.records import Clause

__all__ = ["Material", "make_claims"]

LEAST = 0.25
"""Clauses that fewer readers than this would list are no claims: docs/decisions/0012-which-clauses-are-listed.md."""


def make_claims(material: Material, *, least: float = LEAST) -> tuple[Claim, ...]:
    """The claims of a document, in order of their triggers: clauses with at least that chance of being listed."""
    who = [participants(material, index) for index in range(len(material.clauses))]
    sure = [chance(features(material, index, people)) for index, people in enumerate(who)]
    surest = [_below_the_body(material, index, sure) for index in range(len(sure))]
    told = [is_told(material, clause) for clause in material.clauses]
    kept = [index for index, one in enumerate(sure) if one.listed >= least and told[index]]
    ids = _ids(material, kept)
    claims = [_claim(material, index, who, ids, surest[index]) for index in kept]
    return tuple(sorted(claims, key=lambda claim: (claim.trigger.start, claim.trigger.end, claim.id)))


def _below_the_body(material: Material, index: int, sure: list[Chance]) -> float:
    """Confidence of a claim; that of a title's stays below what the body tells by the same word."""
    clause = material.clauses[index]
    own = sure[index].confidence
    if clause.block != "title":
        return own
    told = [sure[i].confidence for i, other in enumerate(material.clauses) if _repeats(other, clause)]
    return min(own, max(0.0, round(max(told) - 0.01, 2))) if told else own


def _repeats(other: Clause, title: Clause) -> bool:
    return other.block == "body" and other.lemma == title.lemma


def _ids(material: Material, kept: list[int]) -> dict[int, str]:
    """Clause → id of its claim; several claims at one trigger are numbered."""
    seen: dict[tuple[int, int], int] = {}
    ids = {}
    for index in kept:
        trigger = material.clauses[index].trigger
        number = seen[trigger.start, trigger.end] = seen.get((trigger.start, trigger.end), -1) + 1
        ids[index] = claim_id(material.document, trigger, number)
    return ids


def _claim(
    material: Material, index: int, who: list[tuple[Participant, ...]], ids: dict[int, str], confidence: float
) -> Claim:
    clause, mood, voice = material.clauses[index], material.moods[index], material.voices[index]
    dated = material.dated[index]
    kind, speech = type_of(material, index, who)
    counted = [one for one in material.counted if one.clause == index]
    time = material.time_rules.get(dated.when.span, "") if dated.when and dated.when.span else ""
    rules = (*clause.rules, mood.rule, voice.rule, time, dated.rule, *(one.rule for one in counted), speech)
    return Claim(
        id=ids[index],
        document=material.document,
        sentence=clause.sentence,
        trigger=clause.trigger,
        trigger_text=clause.trigger_text,
        lemma=clause.lemma,
        wording=material.wording(clause),
        type=kind,
        participants=who[index],
        places=places(material, clause),
        when=dated.when,
        said_by=voice.said_by,
        about=tuple(ids[other] for other in voice.about if other in ids),
        modality=mood.modality,
        certainty=mood.certainty,
        quantities=tuple(one.quantity for one in counted),
        confidence=confidence,
        rules=tuple(dict.fromkeys(filter(None, rules))),
        block=clause.block,
        problems=tuple(
            dict.fromkeys(
                problem.code
                for problem in material.problems
                if problem.span is not None and clause.sentence.meets(problem.span)
            )
        ),
    )
