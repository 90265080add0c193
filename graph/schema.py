"""What the graph holds: labels, properties, relationships. DDL and docs/model.md are made from this one description."""

from typing import Literal

from graph.record import Record

VERSION = 1
"""Of the schema. A store of another version is made anew from its kept texts."""

Type = Literal["STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "LIST OF STRING"]
Index = Literal["", "range", "full text"]


class Property(Record):
    """One property of a node or a relationship."""

    name: str
    type: Type
    about: str
    index: Index = ""


class Node(Record):
    """One label. Every node has an `id` that is unique within its label."""

    label: str
    about: str
    properties: tuple[Property, ...]


class Relationship(Record):
    """One kind of relationship."""

    type: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    about: str
    properties: tuple[Property, ...] = ()


def _text(name: str, about: str, index: Index = "") -> Property:
    return Property(name=name, type="STRING", about=about, index=index)


def _list(name: str, about: str) -> Property:
    return Property(name=name, type="LIST OF STRING", about=about)


def _number(name: str, about: str) -> Property:
    return Property(name=name, type="INTEGER", about=about)


def _real(name: str, about: str) -> Property:
    return Property(name=name, type="FLOAT", about=about)


def _flag(name: str, about: str, index: Index = "") -> Property:
    return Property(name=name, type="BOOLEAN", about=about, index=index)


def _date(name: str, about: str, index: Index = "") -> Property:
    return Property(name=name, type="DATE", about=about, index=index)


def _node(label: str, about: str, *properties: Property) -> Node:
    return Node(label=label, about=about, properties=properties)


def _link(type_: str, start: str, end: str, about: str, *properties: Property) -> Relationship:
    return Relationship(
        type=type_, start=tuple(start.split("|")), end=tuple(end.split("|")), about=about, properties=properties
    )


RECORD = _text("record", "The whole record as JSON: what Dateline itself reads back, field by field.")
SPAN = (
    _number("char_start", "First character, a Unicode code point of the document's text, from 0."),
    _number("char_end", "End, excluded."),
)


def _days(of: str, index: Index = "") -> tuple[Property, ...]:
    return (
        _date("date_first", f"First day {of}; missing if that side is open or there is no date.", index),
        _date("date_last", f"Last day {of}, included; missing if that side is open or there is no date."),
        _text("date_edtf", f"The days {of} as EDTF."),
    )


NODES: tuple[Node, ...] = (
    _node(
        "Document",
        "One text. Offsets anywhere count Unicode code points of it.",
        _text("title", "Its title."),
        _list("authors", "As named."),
        _text("language", "ISO 639-1."),
        _text("publisher", "Of the first copy."),
        _text("uri", "Of the first copy."),
        *_days("the first copy was published on"),
        _text("reader", "Fingerprint of rules, lexicon and model it was read with."),
        _text("text", "All of it."),
        _text("blocks", "Its blocks as JSON."),
        _list("publishers", "Of all copies, sorted."),
        _number("copy_count", "In how many places it was found."),
        _number("claim_count", "How many claims it holds."),
        _number("problem_count", "How many problems were found in it."),
        _flag("pending", "True while its claims are not all gathered into events, else missing.", "range"),
        _list("unresolved", "Type families that wait to be gathered."),
        _text("reading", "Hash of all that was read in it; its claims carry the same."),
        RECORD,
    ),
    _node(
        "Copy",
        "One place where a text was found.",
        _text("uri", "Web address, or the file's name without folders."),
        _text("publisher", "Empty if unknown."),
        _text("sha256", "Of the bytes."),
        *_days("it was published on"),
        _text("published_basis", "How the publication date is known."),
        _text("title", "What this copy calls itself."),
        _text("origin", "Fingerprint of the bytes and of all that was given with them."),
    ),
    _node(
        "Sentence",
        "One sentence of a document.",
        _text("text", "As it stands in the document."),
        _text("words", "The same without case, accents and punctuation: what a search looks in.", "full text"),
        _text("block", "Kind of its block."),
        *SPAN,
    ),
    _node(
        "Claim",
        "One source's word, in one sentence, that something happened, will happen, did not happen …",
        _text("document", "Id of its document.", "range"),
        _number("position", "Its place among the document's claims, from 0."),
        _text("type", 'Of the ontology; "none" where nothing fits.'),
        _text("family", "Type family."),
        _text("trigger", "The word or words that tell of the happening."),
        _text("lemma", "Of the trigger."),
        _text("modality", "asserted, ongoing, habitual, planned, denied or hypothetical."),
        _text("certainty", "sure, likely, possible or unverified."),
        _text("certainty_text", "The words that say so."),
        *_days("it happened on"),
        _text("date_basis", "How the days are known."),
        _text("date_text", "The words they were read from."),
        _text("sort_key", "Sorts claims as the chronology sorts events."),
        _real("confidence", "Chance that a careful reader would read it so."),
        _list("rules", "Names of the rules that read it."),
        _text("block", "Kind of its block."),
        _list("problems", "Codes of problems that touch it."),
        *SPAN,
        _text("reading", "The same as its document's."),
        RECORD,
    ),
    _node(
        "Event",
        "The happening that one or more claims tell of; derived from its claims.",
        _text("type", 'Of the ontology; "none" where nothing fits.'),
        _text("family", "Type family.", "range"),
        _text("headline", "Who did what to whom."),
        *_days("it happened on", "range"),
        _text("date_basis", "How the days are known."),
        _text("sort_key", "Sorts the chronology; unique.", "range"),
        _date("filed", "The day it is filed under, never an open side; missing without a date."),
        _date("week", "The Monday of the week of `filed`."),
        _date("touch_first", "First day by which a filter finds it: an open side counts as its other end."),
        _date("touch_last", "Last such day."),
        _text("status", "corroborated, one source, disputed, denied, planned or hypothetical."),
        _real("confidence", "That of its best claim."),
        _number("source_count", "Independent named sources."),
        _number("claim_count", "Claims that tell of it."),
        _list("actor_ids", "Of all participants that are actors, sorted."),
        _list("publishers", "Of all copies of its claims' documents, sorted."),
        _list("problems", "Codes of what the rest of the store says against its date."),
        _text("lead", "Id of its lead claim."),
        _text("digest", "Hash of the record; empty if its claims changed since."),
        _text("outline", "What the page's filters need, as one line of JSON."),
        RECORD,
    ),
    _node(
        "Actor",
        "Person, organisation, state, military unit or group with a key of its own.",
        _text("name", "The name it goes by."),
        _text("kind", "person, organisation, state, unit, group or media."),
        _list("aliases", "Other names, sorted."),
        _text("country", "ISO 3166-1 alpha-2."),
        _text("gender", "female or male, where known."),
        _text("wikidata", "Only where certain."),
        _flag("listed", "Whether a lexicon row lists it."),
        _text("reader", "Fingerprint of the reader that gave the record."),
        RECORD,
    ),
    _node(
        "Thing",
        "Any other participant or speaker, local to its document.",
        _text("name", "The fullest name the document gives."),
    ),
    _node(
        "Place",
        "A place; without `record` one that only its document names.",
        _text("name", "The name it goes by."),
        _text("country", "ISO 3166-1 alpha-2."),
        _real("latitude", "Degrees north."),
        _real("longitude", "Degrees east."),
        _text("reader", "Fingerprint of the reader that gave the record."),
        RECORD,
    ),
    _node(
        "Quantity",
        "A number with what it counts.",
        _real("low", "Lower end; missing if open."),
        _real("high", "Upper end; missing if open."),
        _text("bound", "exact, about, over, at least, under, at most, up to, range or several."),
        _text("unit", "What is counted: soldiers, shells, percent."),
        _text("rate", 'Such as "per day".'),
        _text("role", "Which participant is counted."),
        _text("text", "The whole phrase."),
        *SPAN,
    ),
    _node(
        "Problem",
        "Something odd in a document, and what was assumed.",
        _number("position", "Its place among the document's problems, from 0."),
        _text("code", "Short and stable."),
        _text("found", "What was odd."),
        _text("assumed", "What was assumed."),
        *SPAN,
        _text("reading", "The same as its document's."),
        RECORD,
    ),
    _node(
        "Store",
        "One node that says which schema this is, and one that says when events last changed.",
        _number("version", "Of the schema."),
        _number("generation", "Grows whenever an event changes."),
    ),
)

ROLE = _text("role", "agent, patient, recipient, instrument, topic or other.")
WORDS = _text("text", "The words of the sentence.")

RELATIONSHIPS: tuple[Relationship, ...] = (
    _link("PART_OF", "Sentence", "Document", "The sentence stands in the document."),
    _link("COPY_OF", "Copy", "Document", "The text was found there."),
    _link("STATED_IN", "Claim", "Sentence", "The sentence that makes the claim; the offsets are the trigger's.", *SPAN),
    _link(
        "TELLS_OF",
        "Claim",
        "Event",
        "A claim tells of one event.",
        _number("position", "0 is the lead claim; then by publication, document, offset."),
    ),
    _link("PARTICIPANT", "Claim", "Actor|Thing", "Who or what takes part.", ROLE, WORDS, *SPAN),
    _link(
        "SAID_BY",
        "Claim",
        "Actor|Thing",
        "Who says so; none: the author's own voice.",
        _number("position", "0 is the nearest speaker, 1 the one who passes that on."),
        _text("cue", "The word that gives it away."),
        _flag("quoted", "Whether the words stand in quotation marks."),
        _flag("named", 'False for "officials" and "reports".'),
        WORDS,
        *SPAN,
    ),
    _link("COUNTS", "Claim", "Quantity", "A number in the claim."),
    _link(
        "LOCATED",
        "Claim|Event",
        "Place",
        "Where it is said to happen; words and offsets are there for claims only.",
        WORDS,
        *SPAN,
    ),
    _link("ABOUT", "Claim", "Claim", "The claim denies, answers or reports the other one."),
    _link(
        "CONTRADICTS",
        "Claim",
        "Claim",
        "They cannot both be right, or deny each other; from the lower id to the higher.",
        _text("about", "date, quantity or happening."),
        _text("reason", "A sentence that a reader can check."),
        _list("events", "Ids of the events that name the conflict."),
    ),
    _link("INVOLVES", "Event", "Actor", "An actor takes part in the event.", ROLE),
    _link("FULFILS", "Event", "Event", "It carries out the planned event."),
    _link("BELONGS_TO", "Actor", "Actor", "A minister's government, a unit's army."),
    _link("NAMES", "Document", "Actor|Thing|Place", "A claim of the document names it."),
    _link("FOUND_IN", "Problem", "Document", "The document has the problem."),
)
