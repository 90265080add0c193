"""What a saying amounts to: "said it would attack" is a threat, "said the charge was false" a denial.

PLOVER types sayings by what they do; the verb alone ("said", "stated") does not tell.
"""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from graph.model import Participant, Role
from loaders.claims.material import Material
from loaders.claims.participants import places
from loaders.grammar import is_negated
from loaders.lexicon import word_class
from loaders.records import Clause

HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE", "PROTEST"})
WRONG = frozenset({"ASSAULT", "COERCE", "ACCUSE", "THREATEN", "REJECT"})
KIND = frozenset({"AID", "COOPERATE", "SUPPORT", "AGREE", "CONCEDE", "RETREAT"})
PLAIN = frozenset({"STATEMENT"})
AT_A_PLACE = frozenset({"be in", "be at", "deploy", "station", "move"})
ABROAD: dict[str | None, tuple[Role, str]] = {None: ("agent", "CONSULT"), "MOBILIZE": ("patient", "AID")}
"""Type at home → whose country counts, and the type abroad: a minister visits, soldiers are sent to help."""
THREATENED = "threatened_act"
"""Who says that he will or would attack threatens."""
IN_ANOTHER_COUNTRY = "abroad"
"""Who is in a country that is not theirs visits it; soldiers stationed in one were sent there."""
REBUTTAL = "rebuttal"
"""Who says that a report is false rejects it."""
FIRST_PERSONS = frozenset({"we", "i", "our", "my"})

Words = Sequence[tuple[int, frozenset[str]]]
"""Clauses of what is said, each with the names of its agents."""
SpeechRule = Callable[[Material, frozenset[str], Words], str | None]


def threat(material: Material, speakers: frozenset[str], words: Words) -> str | None:
    """Who says that he will or would do harm threatens."""
    unreal = {"planned", "hypothetical"}
    harm = (i for i, who in words if material.clauses[i].type in HOSTILE and who & speakers)
    return "THREATEN" if any(material.moods[i].modality in unreal for i in harm) else None


def denial(material: Material, speakers: frozenset[str], words: Words) -> str | None:
    """Who says that he did not do something denies it."""
    denied = (who for i, who in words if material.moods[i].modality == "denied")
    return "REJECT" if any(who & speakers for who in denied) else None


def accusation(material: Material, speakers: frozenset[str], words: Words) -> str | None:
    """Who says that another did harm accuses."""
    facts = {"asserted", "ongoing", "habitual"}
    harm = (who for i, who in words if material.clauses[i].type in WRONG and material.moods[i].modality in facts)
    return "ACCUSE" if any(who and not who & speakers for who in harm) else None


def grievance(material: Material, speakers: frozenset[str], words: Words) -> str | None:
    """Who claims that harm was done to him accuses, whoever did it."""
    facts = {"asserted", "ongoing", "habitual"}
    harm = (i for i, who in words if material.clauses[i].type in WRONG and not who)
    suffered = (i for i in harm if material.moods[i].modality in facts and _patients(material, i) & speakers)
    return "ACCUSE" if any(_is_claimed(material, i) for i in suffered) else None


def _patients(material: Material, index: int) -> frozenset[str]:
    slots = (slot for slot in material.clauses[index].slots if slot.role in {"patient", "recipient"})
    return frozenset(one.actor or one.name.casefold() for slot in slots for one in material.mentions.at(slot.head))


def _is_claimed(material: Material, index: int) -> bool:
    above = material.clauses[index].parent
    return above is not None and material.clauses[above].lemma in word_class("alleging")


def promise(material: Material, speakers: frozenset[str], words: Words) -> str | None:
    """Who says that he will help or yield promises."""
    good = (i for i, who in words if material.clauses[i].type in KIND and who & speakers)
    return "AGREE" if any(material.moods[i].modality in {"planned", "hypothetical"} for i in good) else None


def demand(material: Material, speakers: frozenset[str], words: Words) -> str | None:
    """Who says that another must do something demands it."""
    others = (i for i, who in words if who and not who & speakers)
    musts = (child for i in others for child in material.token(i).children if child.dep_ == "aux")
    return "REQUEST" if any(child.lower_ in {"must", "should"} for child in musts) else None


SPEECH_RULES: tuple[SpeechRule, ...] = (threat, demand, denial, accusation, grievance, promise)
"""Tried in order on what a plain verb of saying reports; the first that has a type decides."""


def type_of(material: Material, index: int, who: Sequence[Sequence[Participant]]) -> tuple[str | None, str]:
    """The type of a clause and the rule that changed it ("" if the lexicon's type stands).

    `who` are the participants of all clauses.
    """
    clause = material.clauses[index]
    if clause.type == "ASSAULT" and _is_threatened(material, index, who[index]):
        return "THREATEN", THREATENED
    if clause.type in ABROAD and _is_abroad(material, clause, ABROAD[clause.type][0]):
        return ABROAD[clause.type][1], IN_ANOTHER_COUNTRY
    if clause.type not in PLAIN:
        return clause.type, ""
    if _rebuts(material.token(index)):
        return "REJECT", REBUTTAL
    content = [(about, _agents(who[about])) for about in material.voices[index].about]
    speakers = _agents(who[index]) | FIRST_PERSONS
    for rule in SPEECH_RULES:
        found = rule(material, speakers, content)
        if found is not None:
            return found, rule.__name__
    return clause.type, ""


def _rebuts(verb: Token) -> bool:
    """Whether it is said of a report or an accusation that it is untrue."""
    return any(_is_untrue(child) for child in verb.children if child.dep_ == "ccomp" and not is_negated(child))


def _is_untrue(copula: Token) -> bool:
    said = [child for child in copula.lefts if child.dep_ == "nsubj" and child.lemma_.lower() in word_class("hearsay")]
    called = (child for child in copula.rights if child.dep_ in {"acomp", "attr"})
    return bool(said) and any(child.lemma_.lower() in word_class("untrue") for child in called)


def _is_abroad(material: Material, clause: Clause, role: Role) -> bool:
    """Whether those who play a part do so in a country that is not theirs."""
    if clause.lemma not in AT_A_PLACE:
        return False
    homes = {m.country for slot in clause.slots if slot.role == role for m in material.mentions.at(slot.head)} - {None}
    known = (place.place for place in places(material, clause) if place.place)
    there = {material.countries[ident] for ident in known if ident in material.countries}
    return bool(homes and there) and not homes & there


def _is_threatened(material: Material, index: int, people: Sequence[Participant]) -> bool:
    """Whether an attack is only threatened: its own doer says it will or would come."""
    unreal = material.moods[index].modality in {"planned", "hypothetical"}
    speakers = {one.actor or one.name.casefold() for one in material.voices[index].said_by}
    return unreal and bool(_agents(people) & speakers)


def _agents(people: Sequence[Participant]) -> frozenset[str]:
    return frozenset(one.actor or one.name.casefold() for one in people if one.role == "agent")
