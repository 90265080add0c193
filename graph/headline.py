"""What an event is called: the words of the sentence that tell it (`Claim.wording`), with names for its pronouns.

"He called the accusations groundless rumours" becomes "North Korea's representative called the accusations groundless
rumours". No word is added but names and the function words of `verb_words`; a reader finds the rest in the sentence.
"""

import re
from collections.abc import Sequence

from graph.event import SourcedClaim
from graph.model import Participant
from graph.record import Span
from graph.verb_words import AUXILIARIES, in_full, says_so, unreal

LONGEST = 110
"""Characters of a headline."""
ENOUGH = 60
"""Characters of a headline from which on adjuncts are left out, if it is too long with them."""
FEWEST = 3
"""Words of a headline that says something; "Treaty" does not."""
NAME = 50
"""Characters of a phrase that says more than the name it stands for and is kept: "the first Norland units"."""
STATEMENT = "STATEMENT"
"""The type of which what is said is all there is to tell."""
FULL_VERB = "full_verb"
"""The rule that says the trigger is a verb; "to", "could" and "did not" can stand only before one."""
OWN_MEANING = "by_its_own_meaning"
"""The rule that says the trigger itself tells a plan or a denial: "planned a tour"."""

_PRONOUNS = "he she it they we i you him her them us me who which that this these those his its their hers theirs"
PRONOUNS = frozenset(_PRONOUNS.split())
POSSESSIVE = frozenset({"his", "her", "its", "their"})
NAMEABLE = frozenset({"he", "she", "him", "they", "them"})
"""Those that a name may stand for inside; "it" is too often understood wrongly."""
NO_SUBJECTS = frozenset({"me", "him", "us", "them", "who", "whom", "which"})
"""Words that a headline cannot begin with."""
FULL_STOP = re.compile(r"(?<![A-Z])\.$")
"""The last one of a sentence, but not that of "U.S."."""
DASH = re.compile(r"\s*[–-]\s*")
"""Between two numbers: "won 2 – 1"."""
QUOTES = re.compile('["“”]')
COMMA_INSIDE = re.compile(r",\s*(?=[\"”’]*$)")
BEFORE_A_DATE = re.compile(
    r"(?:^|\s)(?:on|by|since|from|in|until|till|during|at|for|of|around|about)\s+$", re.IGNORECASE
)
HALF_A_DATE = re.compile(r"(?:^|\s)(?:on|by|since|from|between)\s+\d{1,2}(?:\s+(?:or|and|to))?\s*$")
"""What is left of "on 27 or 28 October" without its last day."""
_LEFT_OVER = "a an the of in on at to for from by with as that and or but under against into than its their his her"
LEFT_OVER = AUXILIARIES | {*_LEFT_OVER.split(), "early", "late"}
"""Words that a cut may leave at the end and that say nothing there."""


def headline(lead: SourcedClaim) -> str:
    """Who did what to whom, in the claim's own words; at most `LONGEST` characters, cut between words."""
    line = _saying(lead) or _doing(lead)
    words, wording = line.casefold().split(), lead.claim.wording
    fewest = 2 if wording.subject and wording.verb else FEWEST  # "Bo defected"
    tells = len(words) >= fewest and words[0] not in NO_SUBJECTS
    return _shortened(line if tells else _tidy(lead.sentence))


def _saying(lead: SourcedClaim) -> str:
    """Who said it, then the words; empty where the sentence tells more than that they were said."""
    claim, wording = lead.claim, lead.claim.wording
    words = COMMA_INSIDE.sub("", " ".join(_cut(lead, span) for span in wording.said))
    told = claim.type == STATEMENT or not wording.rest
    speaker = _names(lead)
    return _tidy(f"{speaker}: {words}") if told and speaker and words.strip() else ""


def _doing(lead: SourcedClaim) -> str:
    """Subject, verb and what belongs to it, without adjuncts if that is too long; empty if a saying says nothing."""
    wording = lead.claim.wording
    if lead.claim.type == STATEMENT and not any(_part(lead, span).strip() for span in wording.rest):
        return ""
    line, rest = _line(lead, wording.rest), wording.rest
    for span in reversed(wording.adjuncts):
        rest = tuple(one for one in rest if one != span)
        if len(line) <= LONGEST or len(shorter := _line(lead, rest)) < ENOUGH:
            break
        line = shorter
    return line


def _line(lead: SourcedClaim, rest: Sequence[Span]) -> str:
    line, end = _start(lead), 0
    for span in rest:
        between = lead.sentence[end - lead.claim.sentence.start : span.start - lead.claim.sentence.start] if end else ""
        line += (between if DASH.fullmatch(between) else " ") + _part(lead, span)
        end = span.end
    return _tidy(line)


def _start(lead: SourcedClaim) -> str:
    """Subject and verb; a plan, a denial or a possibility is told as one."""
    claim, names = lead.claim, _names(lead)
    if not claim.wording.verb:
        return ""
    words = " ".join(_cut(lead, span) for span in claim.wording.verb)
    kept = " ".join(_cut(lead, span) for span in _before(claim.wording.verb, claim.trigger.start))
    if FULL_VERB in claim.rules and OWN_MEANING not in claim.rules and not says_so(claim.modality, names, kept):
        words = unreal(claim, kept)
    if names and claim.wording.verb[0].start == claim.sentence.start:
        words = words[:1].lower() + words[1:]  # "Striking a blow, the fleet …"
    return f"{names} {in_full(words, names)}".strip()


def _before(spans: Sequence[Span], offset: int) -> list[Span]:
    return [Span(start=one.start, end=min(one.end, offset)) for one in spans if one.start < offset]


def _names(lead: SourcedClaim) -> str:
    """Those whom the verb speaks of, joined; where grammar names nobody, the doer that the context gives."""
    subjects = lead.claim.wording.subject
    named, words = [_name(lead, span) for span in subjects], [_cut(lead, span) for span in subjects]
    if named and named == words:
        whole = _cut(lead, Span(start=min(one.start for one in subjects), end=max(one.end for one in subjects)))
        if len(whole) <= len(_joined(words)) + len(subjects):
            return whole  # with its own "or"
    doers = [one.name for one in lead.claim.participants if one.role == "agent"]
    return _joined(named or doers[:1])


def _joined(names: Sequence[str]) -> str:
    *first, last = [
        name for name in dict.fromkeys(names) if not any(name in other and name != other for other in names)
    ] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _name(lead: SourcedClaim, span: Span) -> str:
    """An actor by its name; a thing, whatever is counted, and what says more than the name in the sentence's words."""
    claim, words = lead.claim, _cut(lead, span)
    inside = [one for one in claim.participants if span.holds(one.span) and one.span.start == span.start]
    first = words.partition(" ")[0].casefold()
    if first in POSSESSIVE:
        owner = next((one for one in inside if one.text.casefold() == first), None)
        rest = words.partition(" ")[2]
        return (f"{_owner(owner.name)} {rest}" if rest else owner.name) if owner else words
    one = max(inside, key=lambda one: one.span.end, default=None)
    if one is None or any(count.span.meets(span) for count in claim.quantities):
        return words
    says_more = one.name.casefold() in words.casefold() and len(words) <= NAME
    if one.text.casefold() in PRONOUNS or (one.actor and not says_more):
        alike = [other for other in inside if other.span == one.span]  # "both countries" are two
        return _joined([other.name for other in alike if not _is_state_of(other, alike)])
    return words


def _is_state_of(one: Participant, others: Sequence[Participant]) -> bool:
    """Whether the others are its own: the state whose soldiers are named."""
    return any((other.actor or "").startswith(f"{one.actor}.") for other in others)


def _owner(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}'s"


def _part(lead: SourcedClaim, span: Span) -> str:
    """Words of what belongs to the verb, without the date, which stands beside the headline."""
    when = lead.claim.when
    if when is None or when.span is None or not span.meets(when.span):
        return _cut(lead, span)
    before = _cut(lead, Span(start=span.start, end=max(span.start, when.span.start)))
    after = _cut(lead, Span(start=min(span.end, when.span.end), end=span.end))
    governed = BEFORE_A_DATE.search(before) or HALF_A_DATE.search(before)
    if (after and not governed) or after[:1] not in {"", " ", ","}:
        return _cut(lead, span)  # "the June pact", "Friday's attack"
    return HALF_A_DATE.sub("", BEFORE_A_DATE.sub("", before)) + after


def _cut(lead: SourcedClaim, span: Span) -> str:
    """Words of the sentence by their offsets in the document, with names for the pronouns that take part."""
    base, at, found = lead.claim.sentence.start, span.start, ""
    for one in lead.claim.participants:
        if at <= one.span.start and one.span.end <= span.end and one.text.casefold() in NAMEABLE:
            found += lead.sentence[max(0, at - base) : max(0, one.span.start - base)] + one.name
            at = one.span.end
    return found + lead.sentence[max(0, at - base) : max(0, span.end - base)]


def _tidy(words: str) -> str:
    """One line, no doubled spaces, a capital first, quotation marks only in pairs, no words left over at the end."""
    line = " ".join(words.split()).strip(" ,;:–—-")
    if line.count('"') % 2 or line.count("“") != line.count("”"):
        line = QUOTES.sub("", line)
    if line.count("(") > line.count(")"):
        line = line[: line.rindex("(")]
    line = _ended(FULL_STOP.sub("", line))
    return line[:1].upper() + line[1:]


def _shortened(line: str) -> str:
    if len(line) <= LONGEST:
        return line
    return _ended(line[: LONGEST - 1].rsplit(" ", 1)[0]) + "…"


def _ended(line: str) -> str:
    """Without words left over at the end, and what stood before them."""
    kept = line.split()
    while len(kept) > FEWEST and kept[-1].casefold() in LEFT_OVER:
        kept.pop()
    return " ".join(kept).rstrip(" ,;:–—-")
