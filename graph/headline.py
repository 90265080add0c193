"""What an event is called: a cut out of the sentence that speaks for it, the subject by its name.

"He called the accusations groundless rumours" becomes "North Korea's representative called the accusations groundless
rumours". No word is added but names and the function words of `GRAMMAR`; a reader finds the rest in the sentence.
"""

import re

from graph.model import Claim, Modality, Participant, SourcedClaim
from graph.record import Span

LONGEST = 110
"""Characters of a headline."""
REACH = 90
"""Characters after the trigger in which its arguments may end."""
GAP = 40
"""Characters between subject and trigger that are kept: "has not yet begun to"."""

GRAMMAR: dict[Modality, str] = {"planned": "to", "denied": "did not", "hypothetical": "could"}
"""Said before the trigger's base form where the kept words do not say it: a plan must not read as a deed."""
SAYS_SO: dict[Modality, re.Pattern[str]] = {
    "planned": re.compile(r"\b(will|shall|would|to)\b|[’']ll\b", re.IGNORECASE),
    "denied": re.compile(r"\b(not|never|no|neither|nor|cannot)\b|n[’']t\b", re.IGNORECASE),
    "hypothetical": re.compile(r"\b(could|may|might|would|should|can|if)\b", re.IGNORECASE),
}
_PRONOUNS = "he she it they we i you him her them us me who which that this these those his its their"
PRONOUNS = frozenset(_PRONOUNS.split())
BREAKS = re.compile(r"[,;:—“”\"()\n]|\s[–-]\s")
"""What does not stand between a subject and its verb, and ends what is said of it."""


def headline(lead: SourcedClaim) -> str:
    """Who did what to whom, in the claim's own words; at most `LONGEST` characters, cut between words."""
    claim = lead.claim
    subject = _subject(claim)
    names, kept, rest = _names(claim, subject), _kept(lead, subject), _rest(lead)
    if subject and not rest and (said := _said_before(lead, subject)):
        return _shortened(_tidy(f"{names}: {said}"))
    pattern = SAYS_SO.get(claim.modality)
    told = pattern is None or pattern.search(kept)
    verb = f"{kept} {claim.trigger_text}" if told else f"{GRAMMAR[claim.modality]} {claim.lemma}"
    return _shortened(_tidy(f"{names} {verb} {rest}"))


def _subject(claim: Claim) -> Participant | None:
    """The agent, or what a passive verb is about: the nearest one before the trigger, else any agent."""
    ahead = [one for one in claim.participants if one.span.end <= claim.trigger.start]
    for role in ("agent", "patient", "recipient"):
        if found := [one for one in ahead if one.role == role]:
            return found[-1]
    agents = [one for one in claim.participants if one.role == "agent"]
    # An agent behind the trigger ("sent by Russia") is said there already.
    return None if any(_is_reached(claim, agent.span) for agent in agents) else next(iter(agents), None)


def _names(claim: Claim, subject: Participant | None) -> str:
    """The subject and those joined to it: same role, same side of the trigger."""
    if subject is None:
        return ""
    before = subject.span.end <= claim.trigger.start
    alike = [one for one in claim.participants if one.role == subject.role]
    joint = [_name(one) for one in alike if (one.span.end <= claim.trigger.start) == before]
    named = list(dict.fromkeys(joint))
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


def _name(participant: Participant) -> str:
    """An actor by its name; a thing in the sentence's words, unless those are a pronoun."""
    pronoun = participant.text.casefold() in PRONOUNS
    return participant.name if participant.actor or pronoun else participant.text


def _kept(lead: SourcedClaim, subject: Participant | None) -> str:
    """The words between subject and trigger if they are the verb's own: "has not yet begun to"."""
    trigger = lead.claim.trigger
    if subject is None or not subject.span.end <= trigger.start <= subject.span.end + GAP:
        return ""
    gap = Span(start=subject.span.end, end=trigger.start)
    between = _cut(lead, gap).strip()
    crossed = any(gap.meets(one.span) for one in lead.claim.participants if one != subject)
    return "" if crossed or BREAKS.search(between) else between


def _rest(lead: SourcedClaim) -> str:
    """What follows the trigger: up to the end of its last argument in reach, else up to the next break."""
    claim = lead.claim
    arguments = [one.span for some in (claim.participants, claim.places, claim.quantities) for one in some]
    ends = [span.end for span in arguments if _is_reached(claim, span)]
    if ends:
        return _cut(lead, Span(start=claim.trigger.end, end=max(ends)))
    following = BREAKS.split(_cut(lead, Span(start=claim.trigger.end, end=claim.sentence.end)), maxsplit=1)[0]
    following = following.rstrip(" .!?…")
    # "said on Friday" has said nothing yet.
    only_date = claim.when is not None and len(following.replace(claim.when.text, "").split()) <= 1
    return "" if only_date else following


def _said_before(lead: SourcedClaim, subject: Participant) -> str:
    """What stands before "…, the agency said on Friday"; empty if the sentence is not built so."""
    claim = lead.claim
    if subject.span.start < claim.sentence.start:
        return ""
    ahead = _cut(lead, Span(start=claim.sentence.start, end=subject.span.start)).rstrip()
    said, comma, between = ahead.rpartition(",")
    return said if comma and len(between.split()) <= 1 else ""


def _is_reached(claim: Claim, span: Span) -> bool:
    return claim.sentence.holds(span) and claim.trigger.end <= span.start and span.end <= claim.trigger.end + REACH


def _cut(lead: SourcedClaim, span: Span) -> str:
    """Words of the sentence by their offsets in the document."""
    start = lead.claim.sentence.start
    return lead.sentence[max(0, span.start - start) : max(0, span.end - start)]


def _tidy(words: str) -> str:
    """One line, no doubled spaces, a capital first, quotation marks only in pairs."""
    line = " ".join(words.split()).strip(" ,;:–—-")
    if line.count('"') % 2 or line.count("“") != line.count("”"):
        line = re.sub('["“”]', "", line)
    return line[:1].upper() + line[1:]


def _shortened(line: str) -> str:
    if len(line) <= LONGEST:
        return line
    return line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
