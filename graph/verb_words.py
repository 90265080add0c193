"""The words between a subject and its verb: which of them are the verb's own ("has not yet begun to")."""

import re
from itertools import takewhile

from graph.model import Claim, Modality

_AUXILIARIES = "is are was were be been has have had will would could may might do does did"
AUXILIARIES = frozenset(_AUXILIARIES.split())
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
HELPERS = AUXILIARIES | {"not", "never", "n't", "having", "being", "to"}
ADVERBS = frozenset({"now", "also", "still", "already", "soon", "then", "yet", "again", "just", "once", "long"})
NEITHER = re.compile(r"\b(?:neither|both|either)\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:who|which|that)\b")
GRAMMAR: dict[Modality, str] = {"planned": "to", "denied": "did not", "hypothetical": "could"}
"""Said before the trigger's base form where the kept words do not say it: a plan must not read as a deed."""
PASSIVE: dict[Modality, str] = {"planned": "to be", "denied": "not", "hypothetical": "could be"}
"""The same before its participle."""
PASSIVE_REACH = 3
"""Words before the trigger among which a form of "to be" makes it passive."""
SAYS_SO: dict[Modality, re.Pattern[str]] = {
    "planned": re.compile(r"\b(will|shall|would|to)\b|[’']ll\b", re.IGNORECASE),
    "denied": re.compile(r"\b(not|never|no|neither|nor|cannot)\b|n[’']t\b", re.IGNORECASE),
    "hypothetical": re.compile(r"\b(could|may|might|would|should|can|if)\b", re.IGNORECASE),
}
NOBODY = frozenset({"no", "none", "nobody", "neither"})
SHORT = re.compile(r"^['’](ve|re|m|ll)\b")
LONG = {"ve": ("has", "have"), "re": ("is", "are"), "m": ("is", "are"), "ll": ("will", "will")}
"""What a helper shortened behind a pronoun is in full, behind the name of one and of several."""
GOES_ON = ("between ", "of ", "in ", "from ", "for ", "with ", "at ", "on ", "near ", "among ")
"""How what stands behind a subject's head begins if it still names the subject."""
LINKED = re.compile(r"^.*\b(?:and|but)\b\s*", re.IGNORECASE)
"""Up to the last word that joins two verbs: what stands before belongs to the first. "Killed or wounded" is one."""
GOVERNING = re.compile(
    r"^.*\b(?:of|for|from|with|by|without|about|into|in|on|at|after|before|than|as|who|which|that)\b\s*"
    r"(?=(?:(?:having|being|been|has|have|had|was|were|is|are|not|\w+ly)\b\s*)*$)",
    re.IGNORECASE,
)
"""Up to the preposition or relative pronoun that governs the trigger: "on Friday of having", ", who are"."""


def says_so(modality: Modality, names: str, kept: str) -> bool:
    """Whether the words before a verb already say that it was a plan, a denial, a possibility; facts need no word."""
    pattern = SAYS_SO.get(modality)
    denied = modality == "denied" and names.partition(" ")[0].casefold() in NOBODY
    return pattern is None or denied or pattern.search(kept) is not None


def unreal(claim: Claim, ahead: str) -> str:
    """The verb as a plan, a denial or a possibility; a passive one stays passive ("could be withdrawn").

    `ahead` is the sentence up to the verb.
    """
    words = {word.casefold() for word in ahead.split()[-PASSIVE_REACH:]}
    changed = claim.trigger_text.casefold() != claim.lemma and not claim.trigger_text.endswith("ing")
    if changed and BE & words:
        return f"{PASSIVE[claim.modality]} {claim.trigger_text}"
    return f"{GRAMMAR[claim.modality]} {claim.lemma}"


def own_words(between: str, *, being: bool) -> str:
    """What the verb keeps of the words before it; `being`: whether it may share the "was" of a verb before it."""
    if NEITHER.search(between):
        return between
    kept = between if between.casefold().startswith(GOES_ON) else shared(between, being=being)
    return GOVERNING.sub("", kept)


def shared(between: str, *, being: bool) -> str:
    """Of "will meet and", "was stopped and" the helpers that the second verb shares; `being`: "was" may be one."""
    link = LINKED.match(between)
    if link is None:
        return between
    own, first = between[link.end() :], list(takewhile(lambda word: word.casefold() in HELPERS, between.split()))
    fits = being or not BE & {word.casefold() for word in first}
    return " ".join([*first, own]).strip() if fits and not AUXILIARIES & set(own.split()) else own


def last_helpers(between: str) -> str:
    """The auxiliaries right before the trigger, where what stands before them is no longer the verb's own."""
    kept: list[str] = []
    for word in reversed(between.split()):
        if word.casefold() not in HELPERS | ADVERBS and not word.endswith("ly"):
            break
        kept.insert(0, word)
    return " ".join(kept) if any(word.casefold() in AUXILIARIES for word in kept) else ""


def without(between: str, name: str) -> str:
    """The words without the rest of a name whose head alone is the subject: "Norland" of "Norland's army"."""
    words, of_name = between.split(), name.casefold().split()
    if words[:1] in (["'s"], ["’s"]):
        while words and (words[0] in ("'s", "’s") or words[0].casefold() in of_name):
            words.pop(0)
    return " ".join(words)


def in_full(kept: str, names: str) -> str:
    """The words before a verb without the apostrophe that only a pronoun bears: "'ve" behind a name is "has"."""
    last = names.rpartition(" ")[2]
    several = " and " in names or (last.islower() and last.endswith("s"))
    return SHORT.sub(lambda found: LONG[found[1]][several], kept)
