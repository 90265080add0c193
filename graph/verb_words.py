"""How a verb is told when it did not happen, and its helpers behind a name instead of a pronoun."""

import re

from graph.model import Claim, Modality

_AUXILIARIES = "is are was were be been has have had will would could may might do does did"
AUXILIARIES = frozenset(_AUXILIARIES.split())
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "getting", "gotten"})
"""Helpers of a passive; "get" is one too."""
GRAMMAR: dict[Modality, str] = {"planned": "to", "denied": "did not", "hypothetical": "could"}
"""Said before the trigger's base form where the kept words do not say it: a plan must not read as a deed."""
PASSIVE: dict[Modality, str] = {"planned": "to be", "denied": "not", "hypothetical": "could be"}
"""The same before its participle."""
SAYS_SO: dict[Modality, re.Pattern[str]] = {
    "planned": re.compile(r"\b(will|shall|would|to)\b|[’']ll\b", re.IGNORECASE),
    "denied": re.compile(r"\b(not|never|no|neither|nor|cannot)\b|n[’']t\b", re.IGNORECASE),
    "hypothetical": re.compile(r"\b(could|may|might|would|should|can|if)\b", re.IGNORECASE),
}
NOBODY = frozenset({"no", "none", "nobody", "nothing", "neither"})
SHORT = re.compile(r"^['’](ve|re|m|ll)\b")
LONG = {"ve": ("has", "have"), "re": ("is", "are"), "m": ("is", "are"), "ll": ("will", "will")}
"""What a helper shortened behind a pronoun is in full, behind the name of one and of several."""


def says_so(modality: Modality, names: str, kept: str) -> bool:
    """Whether the words before a verb already say that it was a plan, a denial, a possibility; facts need no word."""
    pattern = SAYS_SO.get(modality)
    denied = modality == "denied" and names.partition(" ")[0].casefold() in NOBODY
    return pattern is None or denied or pattern.search(kept) is not None


def unreal(claim: Claim, kept: str) -> str:
    """The verb as a plan, a denial or a possibility; a passive one stays passive ("could be withdrawn").

    `kept` are its own words before the trigger.
    """
    changed = claim.trigger_text.casefold() != claim.lemma and not claim.trigger_text.endswith("ing")
    if changed and BE & {word.casefold() for word in kept.split()}:
        return f"{PASSIVE[claim.modality]} {claim.trigger_text}"
    return f"{GRAMMAR[claim.modality]} {claim.lemma}"


def in_full(kept: str, names: str) -> str:
    """The words before a verb without the apostrophe that only a pronoun bears: "'ve" behind a name is "has"."""
    last = names.rpartition(" ")[2]
    several = " and " in names or (last.islower() and last.endswith("s"))
    return SHORT.sub(lambda found: LONG[found[1]][several], kept)
