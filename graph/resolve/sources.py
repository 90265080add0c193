"""Who stands behind a claim, and what the sources of an event make of it."""

from collections.abc import Iterable, Sequence
from typing import Literal

from graph.event import SourcedClaim
from graph.ids import folded, is_listed
from graph.model import FACTUAL, Claim, Speaker, Status
from graph.record import Record

TRUSTED = ("sure", "likely")
"""Degrees of certainty that corroborate; "possibly" and "purportedly" do not."""
TWO = 2

Kind = Literal["speaker", "publisher", "document", "unnamed"]


class Source(Record):
    """Where a claim comes from."""

    kind: Kind
    key: str
    """Equal for the same source everywhere."""
    name: str
    """As a reader knows it; empty if nobody is named."""

    @property
    def corroborates(self) -> bool:
        """Unnamed ones count once a document and never corroborate."""
        return self.kind != "unnamed"


def sources(sourced: SourcedClaim) -> tuple[Source, ...]:
    """The nearest named speakers, several if they speak jointly; else the publisher; else the document.

    If somebody unnamed speaks and nobody named stands behind them, the source is unnamed, one for each document.
    A text found in several places is one document: its copies add no source.
    """
    claim = sourced.claim
    named = [speaker for speaker in claim.said_by if speaker.named]
    if named:
        nearest = min(speaker.position for speaker in named)
        found = {_speaker(one).key: _speaker(one) for one in named if one.position == nearest}
        return tuple(found[key] for key in sorted(found))
    if claim.said_by:
        return (Source(kind="unnamed", key=f"unnamed:{claim.document}", name=""),)
    publisher = sourced.copy_.publisher
    if publisher:
        return (Source(kind="publisher", key=_name_key(publisher), name=publisher),)
    return (Source(kind="document", key=f"document:{claim.document}", name=sourced.copy_.uri),)


def _speaker(speaker: Speaker) -> Source:
    listed = speaker.actor is not None and is_listed(speaker.actor)
    return Source(kind="speaker", key=str(speaker.actor) if listed else _name_key(speaker.name), name=speaker.name)


def _name_key(name: str) -> str:
    words = folded(name).split()
    return "name:" + " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def same_names(claims: Iterable[SourcedClaim]) -> dict[str, str]:
    """Key of a name → id of the listed actor that claims call so, where that is one actor only.

    So a paper quoted by others and the paper as publisher are one source.
    """
    actors: dict[str, set[str]] = {}
    for sourced in claims:
        named = [(one.actor, one.name) for one in sourced.claim.said_by]
        named += [(one.actor, one.name) for one in sourced.claim.participants]
        for actor, name in named:
            if actor and is_listed(actor):
                actors.setdefault(_name_key(name), set()).add(actor)
    return {name: next(iter(ids)) for name, ids in actors.items() if len(ids) == 1}


def count_sources(claims: Iterable[SourcedClaim], known: dict[str, str]) -> int:
    """How many sources speak of the event, whatever they say; those who speak jointly are one."""
    return _independent(_voices(claims), known)


def _voices(claims: Iterable[SourcedClaim]) -> list[tuple[Source, ...]]:
    """Who stands behind each claim; a text's own voice is left out where the text names who told it.

    A headline that says what a minister says below it is no second source, not even where it names his office.
    """
    found = [(sourced.claim, sources(sourced)) for sourced in claims]
    told = {claim.document for claim, voice in found if voice[0].kind == "speaker" and claim.block != "title"}
    told_by_title = {claim.document for claim, voice in found if voice[0].kind == "speaker"}
    return [voice for claim, voice in found if not _echoes(claim, voice, told, told_by_title)]


def _echoes(claim: Claim, voice: tuple[Source, ...], told: set[str], told_by_title: set[str]) -> bool:
    if claim.block == "title" and claim.document in told:
        return True
    return claim.document in told_by_title and voice[0].kind in ("publisher", "document")


def _independent(voices: Iterable[tuple[Source, ...]], known: dict[str, str]) -> int:
    """How many of the voices share nobody with each other; single ones are counted before joint ones."""
    counted: set[str] = set()
    number = 0
    for keys in sorted((frozenset(known.get(one.key, one.key) for one in voice) for voice in voices), key=_by_size):
        if counted.isdisjoint(keys):
            number += 1
            counted |= keys
    return number


def _by_size(keys: frozenset[str]) -> tuple[int, list[str]]:
    return len(keys), sorted(keys)


def status(claims: Sequence[SourcedClaim], known: dict[str, str], *, denied: bool) -> Status:
    """What the sources make of the event; `denied` if a claim of another event denies it.

    Corroborated: two sources assert it, named and at least fairly sure, and none denies it.
    """
    modalities = {sourced.claim.modality for sourced in claims}
    if not modalities & FACTUAL:
        return "denied" if "denied" in modalities else "planned" if "planned" in modalities else "hypothetical"
    if denied or "denied" in modalities:
        return "disputed"
    asserting = [
        sourced for sourced in claims if sourced.claim.modality in FACTUAL and sourced.claim.certainty.degree in TRUSTED
    ]
    named = [voice for voice in _voices(asserting) if all(source.corroborates for source in voice)]
    return "corroborated" if _independent(named, known) >= TWO else "one source"
