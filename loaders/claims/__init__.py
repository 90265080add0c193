"""Putting claims together: which clauses are claims, who takes part, when, according to whom, how sure we are.

What is listed follows the reference's guide: datable happenings, plans, denials, notable sayings, states with numbers;
no plain "said" whose content is a claim of its own, no bare noun that only refers back.
"""

from graph.ids import claim_id
from graph.model import Claim, Participant
from loaders.claims.confidence import confidence, features
from loaders.claims.material import Material
from loaders.claims.participants import participants, places
from loaders.claims.speech import type_of

__all__ = ["Material", "make_claims"]

LEAST = 0.12
"""Claims of a lower confidence are left out: nineteen of twenty are noise to a reader."""


def make_claims(material: Material) -> tuple[Claim, ...]:
    """The claims of a document, in order of their triggers."""
    who = [participants(material, clause) for clause in material.clauses]
    sure = [confidence(features(material, index, people)) for index, people in enumerate(who)]
    kept = [index for index, chance in enumerate(sure) if chance >= LEAST]
    ids = _ids(material, kept)
    claims = [_claim(material, index, who, ids, sure[index]) for index in kept]
    return tuple(sorted(claims, key=lambda claim: (claim.trigger.start, claim.trigger.end, claim.id)))


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
    material: Material, index: int, who: list[tuple[Participant, ...]], ids: dict[int, str], chance: float
) -> Claim:
    clause, mood, voice = material.clauses[index], material.moods[index], material.voices[index]
    dated = material.dated[index]
    kind, speech = type_of(material, index, who)
    counted = [one for one in material.counted if one.clause == index]
    rules = (*clause.rules, mood.rule, voice.rule, dated.rule, *(one.rule for one in counted), speech)
    return Claim(
        id=ids[index],
        document=material.document,
        sentence=clause.sentence,
        trigger=clause.trigger,
        trigger_text=clause.trigger_text,
        lemma=clause.lemma,
        type=kind,
        participants=who[index],
        places=places(material, clause),
        when=dated.when,
        said_by=voice.said_by,
        about=tuple(ids[other] for other in voice.about if other in ids),
        modality=mood.modality,
        certainty=mood.certainty,
        quantities=tuple(one.quantity for one in counted),
        confidence=chance,
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
