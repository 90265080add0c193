"""What an event is called: a cut out of the sentence that speaks for it, the subject by its name.

"He called the accusations groundless rumours" becomes "North Korea's representative called the accusations groundless
rumours". No word is added but names and the function words of `verb_words`; a reader finds the rest in the sentence.
"""

import re
from collections.abc import Iterator

from graph.event import SourcedClaim
from graph.model import Claim, Participant
from graph.record import Span
from graph.verb_words import AUXILIARIES, RELATIVE, in_full, last_helpers, own_words, says_so, unreal, without

LONGEST = 110
"""Characters of a headline."""
REACH = 90
"""Characters after the trigger in which its arguments may end."""
GAP = 40
"""Characters between subject and trigger that are kept: "has not yet begun to"."""
FEWEST = 3
"""Words of a headline that says something; "Treaty" does not."""
STATEMENT = "STATEMENT"
"""The type of which what is said is all there is to tell."""
FULL_VERB = "full_verb"
"""The rule that says the trigger is a verb; "to", "could" and "did not" can stand only before one."""

OWN_MEANING = "by_its_own_meaning"
"""The rule that says the trigger itself tells a plan or a denial: "planned a tour"."""

_PRONOUNS = "he she it they we i you him her them us me who which that this these those his its their"
PRONOUNS = frozenset(_PRONOUNS.split())
NAMEABLE = frozenset({"he", "she", "him", "they", "them"})
"""Those that a name may stand for inside; "it" is too often understood wrongly, "her" and "their" may be possessive."""
BREAKS = re.compile(r"[,;:](?!\d)|[—()\n]|\s[–-]\s")
"""What does not stand between a subject and its verb, and ends what is said of it."""
FULL_STOP = re.compile(r"(?<![A-Z])\.$")
"""The last one of a sentence, but not that of "U.S."."""
WORD = re.compile(r"\w+")
ARTICLE = re.compile(r"^(The|An?)\b")
QUOTED = re.compile('\\s*[,:]?\\s*["“]([^"“”]+)')
QUOTES = re.compile('["“”]')
CLOSED = re.compile(r",[\s\"”’']*$|[\"”]$")
"""How something said ends before its tag."""
COMMA_INSIDE = re.compile(r",\s*(?=[\"”’]*$)")
HALF_A_DATE = re.compile(r"\s+(?:on|by|since|from)(?:\s+\d{1,2}(?:\s+(?:or|and|to))?)?\s*$")
ENDS = re.compile(
    r"[,;:](?!\d)|[—()\n\"“”]|\s[–-]\s|\b(?:after|before|when|while|because|although|though|but|(?<!\d )and|(?<!\d )or"
    r"|since|until|if|who|whom|whose|which|that|where|so|amid|according|despite)\b"
)
"""What ends a clause behind its last argument."""
_LEFT_OVER = "a an the of in on at to for from by with as that and or but under against into than its their his her"
LINKS = frozenset({"and", "but", "or", "while", "that", "because", "so"})
"""Words that tie a clause to what was before it."""
LEFT_OVER = AUXILIARIES | {*_LEFT_OVER.split(), "early", "late"}
"""Words that a cut may leave at the end and that say nothing there."""


def headline(lead: SourcedClaim) -> str:
    """Who did what to whom, in the claim's own words; at most `LONGEST` characters, cut between words."""
    subject = _subject(lead.claim)
    told = _said_by_the_one_behind(lead) or (_told_of(lead, subject) if subject else "")
    line = _tidy(told) if FULL_VERB in lead.claim.rules else ""
    if len(line.split()) < FEWEST:
        line = _tidy(_clause(lead, subject))
    return _shortened(line)


def _told_of(lead: SourcedClaim, subject: Participant) -> str:
    """Subject, verb and what follows."""
    claim = lead.claim
    names, kept, rest = _names(lead, subject), _kept(lead, subject), _rest(lead, subject)
    if not rest and _says(claim, subject) and (said := _quoted_behind(lead) or _said_before(lead, subject)):
        return f"{names}: {said}"
    told = OWN_MEANING in claim.rules or says_so(claim.modality, names, kept)
    ahead = lead.sentence[: claim.trigger.start - claim.sentence.start]
    verb = f"{in_full(kept, names)} {claim.trigger_text}" if told else unreal(claim, ahead)
    return f"{names} {verb} {rest}"


def _subject(claim: Claim) -> Participant | None:
    """The agent, or what a passive verb is about: the nearest one before the trigger, else any agent."""
    ahead = [one for one in claim.participants if one.span.end <= claim.trigger.start]
    for role in ("agent", "patient", "recipient"):
        if found := [one for one in ahead if one.role == role]:
            return found[-1]
    agents = [one for one in claim.participants if one.role == "agent"]
    # An agent behind the trigger ("sent by Russia") is said there already.
    return None if any(_is_reached(claim, agent.span) for agent in agents) else next(iter(agents), None)


def _names(lead: SourcedClaim, subject: Participant) -> str:
    """The subject and those joined to it: same role, same side of the trigger."""
    trigger = lead.claim.trigger
    before = subject.span.end <= trigger.start
    alike = [one for one in lead.claim.participants if one.role == subject.role]
    alike = [one for one in alike if (one.span.end <= trigger.start) == before]
    joint = [_owned(lead, one, alike) for one in alike if not any(_is_in(one, other) for other in alike)]
    named = list(dict.fromkeys(joint))
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


def _is_in(one: Participant, other: Participant) -> bool:
    """Whether the other's words say it too: the owner in "its fleet", the state whose soldiers are named."""
    within = one.span != other.span and other.span.holds(one.span)
    return within or (one.span == other.span and (other.actor or "").startswith(f"{one.actor}."))


def _owned(lead: SourcedClaim, one: Participant, alike: list[Participant]) -> str:
    """Its name, with the owner's for a pronoun: "Lind's office" for "his office"."""
    first, _, rest = one.text.partition(" ")
    owner = next((other for other in alike if _is_in(other, one) and other.text == first), None)
    if owner is None or not rest or first.casefold() not in PRONOUNS:
        return _name(lead, one)
    return f"{owner.name}'s {rest}"


def _name(lead: SourcedClaim, participant: Participant) -> str:
    """An actor by its name; a thing, and whatever is counted, in the sentence's words, unless those are a pronoun."""
    if participant.text.casefold() in PRONOUNS:
        return participant.name
    counts = [one.span for one in lead.claim.quantities if one.span.meets(participant.span)]
    if counts:
        start, end = min(span.start for span in counts), max(span.end for span in counts)
        start, end = min(start, participant.span.start), max(end, participant.span.end)
        trigger = lead.claim.trigger  # "At least 107 killed" counts with its verb
        if participant.span.end <= trigger.start < end:
            end = trigger.start
        return _cut(lead, Span(start=start, end=end))
    # "The first Norland units" says more than "Norland", and "the regime" less.
    says_more = participant.name.casefold() in participant.text.casefold() and len(participant.text) <= GAP
    return participant.name if participant.actor and not says_more else participant.text


def _kept(lead: SourcedClaim, subject: Participant) -> str:
    """The words between subject and trigger if they are the verb's own: "has not yet begun to"."""
    trigger = lead.claim.trigger
    if subject.span.end > trigger.start:
        return ""
    gap = Span(start=subject.span.end, end=trigger.start)
    between = without(_cut(lead, gap).strip(), subject.name)
    crossed = any(gap.meets(one.span) for one in lead.claim.participants if one != subject)
    if crossed or trigger.start > subject.span.end + GAP or BREAKS.search(between) or QUOTES.search(between):
        return last_helpers(between)
    return own_words(between, being=subject.role != "agent" or lead.claim.trigger_text.endswith("ing"))


def _rest(lead: SourcedClaim, subject: Participant) -> str:
    """What follows the trigger: up to the end of its last argument in reach, else up to the next break.

    What is said is no argument of saying it.
    """
    claim = lead.claim
    if (end := _last_argument(claim)) and claim.type != STATEMENT:
        reached = _cut(lead, Span(start=claim.trigger.end, end=_to_its_end(lead, subject, end)))
        if reached.strip().casefold() not in PRONOUNS:  # "called it" has not said what
            return reached
    if ahead := [one for one in claim.participants if one.role == "patient" and one.span.end <= subject.span.start]:
        # "The treaty that both signed entered into force": what follows tells of something else.
        return ARTICLE.sub(lambda found: found[0].lower(), _name(lead, ahead[-1]))
    following = BREAKS.split(_cut(lead, Span(start=claim.trigger.end, end=claim.sentence.end)), maxsplit=1)[0]
    following = following.rstrip(" .!?…")
    # "said on Friday" has said nothing yet.
    only_date = claim.when is not None and len(following.replace(claim.when.text, "").split()) <= 1
    return "" if only_date else following


def _to_its_end(lead: SourcedClaim, subject: Participant, end: int) -> int:
    """Where the clause ends behind its last argument, if that is near: "accused Norland" of what.

    A date ends it, for that stands beside the headline, and so does a word that begins another clause.
    """
    claim = lead.claim
    tail = lead.sentence[end - claim.sentence.start :]
    before = subject.span.end <= claim.trigger.start
    if before and RELATIVE.search(_cut(lead, Span(start=subject.span.end, end=claim.trigger.start))):
        return end  # "who fled from Norland say": what follows is said of the main verb
    ends = [found.start() for found in (ENDS.search(tail), FULL_STOP.search(tail)) if found]
    if claim.when is not None and claim.when.text in tail:
        ends.append(tail.index(claim.when.text))
    whole = end + len(HALF_A_DATE.sub("", tail[: min(ends, default=len(tail))].rstrip(" .!?…")))
    return whole if len(subject.name) + whole - claim.trigger.start <= REACH else end


def _last_argument(claim: Claim) -> int | None:
    """Where the last argument in reach ends."""
    arguments = [one.span for some in (claim.participants, claim.places, claim.quantities) for one in some]
    return max((span.end for span in arguments if _is_reached(claim, span)), default=None)


def _says(claim: Claim, subject: Participant) -> bool:
    """Whether the verb may be what a sentence ends in, as in "…, the agency said"; else it tells something else."""
    return claim.type == STATEMENT or (claim.type is not None and claim.trigger.start - subject.span.end <= 1)


def _quoted_behind(lead: SourcedClaim) -> str:
    """What stands in quotation marks right behind the verb; empty if nothing does."""
    claim = lead.claim
    found = QUOTED.match(_cut(lead, Span(start=claim.trigger.end, end=claim.sentence.end)))
    return found[1] if found and claim.type == STATEMENT else ""


def _said_before(lead: SourcedClaim, subject: Participant) -> str:
    """What stands before "…, the agency said on Friday"; empty if the sentence is not built so."""
    claim = lead.claim
    if subject.span.start < claim.sentence.start:
        return ""
    ahead = _cut(lead, Span(start=claim.sentence.start, end=subject.span.start)).rstrip()
    said, comma, between = ahead.rpartition(",")
    return said if comma and len(between.split()) <= 1 else ""


def _said_by_the_one_behind(lead: SourcedClaim) -> str:
    """Of "“…,” said Lind" the speaker, then what was said; empty if the sentence is not built so."""
    claim = lead.claim
    behind = [one for one in claim.participants if one.role == "agent" and one.span.start >= claim.trigger.end]
    ahead = _cut(lead, Span(start=claim.sentence.start, end=claim.trigger.start)).rstrip()
    if claim.type != STATEMENT or len(behind) != 1 or not CLOSED.search(ahead):
        return ""
    return f"{_name(lead, behind[0])}: {COMMA_INSIDE.sub('', ahead)}"


def _clause(lead: SourcedClaim, subject: Participant | None) -> str:
    """The words around the trigger, from break to break, behind the subject if that stands before them.

    The sentence if those are too few.
    """
    claim = lead.claim
    breaks = [
        Span(start=claim.sentence.start + found.start(), end=claim.sentence.start + found.end())
        for found in BREAKS.finditer(lead.sentence)
    ]
    start = max((one.end for one in breaks if one.end <= claim.trigger.start), default=claim.sentence.start)
    end = min((one.start for one in breaks if one.start >= claim.trigger.end), default=claim.sentence.end)
    clause = Span(start=start, end=max(end, _last_argument(claim) or 0))
    words = _cut(lead, clause)
    dated = claim.when.text if claim.when else ""
    if len(WORD.findall(words.replace(dated, ""))) < FEWEST:
        return lead.sentence  # "…, he said on Friday": what he said stands first
    if len(words) > LONGEST and claim.trigger.end > clause.start + LONGEST:
        late = Span(start=max(clause.start, claim.trigger.start - GAP), end=clause.end)
        return "… " + _cut(lead, late).partition(" ")[2]
    told = words.split()
    while len(told) > FEWEST and told[0].casefold() in LINKS:
        told.pop(0)
    # "These soldiers, many of them young, are in training": the clause has lost its subject.
    lost = bool(told) and told[0] in AUXILIARIES
    return " ".join([_name(lead, subject), *told] if subject and lost else told)


def _is_reached(claim: Claim, span: Span) -> bool:
    return claim.sentence.holds(span) and claim.trigger.end <= span.start and span.end <= claim.trigger.end + REACH


def _cut(lead: SourcedClaim, span: Span) -> str:
    """Words of the sentence by their offsets in the document, with names for the pronouns that take part."""
    return "".join(_pieces(lead, span))


def _pieces(lead: SourcedClaim, span: Span) -> Iterator[str]:
    base, at = lead.claim.sentence.start, span.start
    for one in sorted(lead.claim.participants, key=lambda participant: participant.span.start):
        if at <= one.span.start and one.span.end <= span.end and one.text.casefold() in NAMEABLE:
            yield lead.sentence[max(0, at - base) : max(0, one.span.start - base)] + one.name
            at = one.span.end
    yield lead.sentence[max(0, at - base) : max(0, span.end - base)]


def _tidy(words: str) -> str:
    """One line, no doubled spaces, a capital first, quotation marks only in pairs, no words left over at the end."""
    line = " ".join(words.split()).strip(" ,;:–—-")
    if line.count('"') % 2 or line.count("“") != line.count("”"):
        line = QUOTES.sub("", line)
    kept = FULL_STOP.sub("", line).split()
    while len(kept) > FEWEST and kept[-1].casefold() in LEFT_OVER:
        kept.pop()
    line = " ".join(kept)
    return line[:1].upper() + line[1:]


def _shortened(line: str) -> str:
    if len(line) <= LONGEST:
        return line
    return line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
