"""What a news outlet says, and what is told to it, in a document that dates its report."""

from collections import defaultdict
from collections.abc import Mapping

from graph.model import Role
from graph.record import Span
from graph.when import When
from loaders.dating.inherit import inherited
from loaders.dating.scene import Scene
from loaders.lexicon import word_class
from loaders.tense import tense


def told_to_an_outlet(scene: Scene, index: int) -> When | None:
    """What somebody told an outlet whose report the text dates was told by that day, and said by the outlet then.

    "The Gazette reported on Sunday … The owner told the Gazette …": only the saying is dated so, and only if the text
    knows one day of the outlet's reports.
    """
    token = scene.token(index)
    if scene.clauses[index].type != "STATEMENT" or tense(token) != "past" or scene.voices[index].said_by:
        return None
    if any(child.lower_ in word_class("another_time") for child in token.children):
        return None
    for role, name in _named(scene, index):
        reports = scene.once("reports", _reports).get(name, {})
        if len(reports) == 1:
            ((first, when),) = reports.values()
            return None if first > index else inherited(when) if role == "agent" else inherited(when, first=None)
    return None


def _reports(scene: Scene) -> Mapping[str, dict[object, tuple[int, When]]]:
    """Outlet → the days on which it reported something, each with the first clause that says so."""
    found: dict[str, dict[object, tuple[int, When]]] = defaultdict(dict)
    for index, clause in enumerate(scene.clauses):
        when = scene.found.get(index)
        if clause.lemma not in word_class("reporting") or when is None or not when.is_closed or when.span is None:
            continue
        if clause.type == "STATEMENT" and clause.sentence.holds(when.span):
            for role, name in _named(scene, index):
                if role == "agent":
                    found[name].setdefault((when.first, when.last), (index, when))
    return found


def _named(scene: Scene, index: int) -> set[tuple[Role, str]]:
    """Named speakers in a clause's sentence that are its subject or that it is told to, with their role."""
    clause = scene.clauses[index]
    slots = [slot for slot in clause.slots if slot.role in {"agent", "recipient"}]
    speakers = scene.once("speakers", _speakers).get(clause.sentence, ())
    return {(slot.role, name) for slot in slots for name, span in speakers if slot.span.meets(span)}


def _speakers(scene: Scene) -> Mapping[Span, set[tuple[str, Span]]]:
    """Sentence → the named speakers of what it tells, and where they are named."""
    found: dict[Span, set[tuple[str, Span]]] = defaultdict(set)
    for voice in scene.voices:
        found[scene.clauses[voice.clause].sentence].update((one.name, one.span) for one in voice.said_by if one.named)
    return found
