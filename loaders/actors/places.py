"""Where places are named: listed ones, states, and the cities of GeoNames; with a point only where that is certain."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.model import Place
from graph.record import Span
from loaders.actors.cities import PLACE_WORDS, city
from loaders.actors.listed import Spotted, listed_places
from loaders.actors.names import Cast
from loaders.actors.unlisted import Proper
from loaders.trees import Tree


def places_of(
    tree: Tree, cast: Cast, spotted: Sequence[Spotted], proper: Sequence[Proper], countries: Sequence[str]
) -> Iterator[tuple[Span, str, Place | None]]:
    """Every place named in a block: where, in which words, and what is known of it; in order of the text."""
    found: dict[Span, Place | None] = {span: cast.lexicon.places[ident] for span, ident in listed_places(tree, spotted)}
    for here in spotted:
        if seat := here.first("seat"):
            found |= _seat(tree, here, cast.lexicon.actors[seat].country or "")
    names = {p.span: p.text for p in proper if p.label == "place"}
    for span, name in (names | dict(_after_prepositions(tree))).items():
        if not any(span.meets(other) for other in found):
            place = city(name, countries)
            if place or span in names:
                found[span] = place
    start = tree.block.span.start
    for span in sorted(found, key=lambda span: span.start):
        yield span, tree.text[span.start - start : span.end - start], found[span]


def _seat(tree: Tree, here: Spotted, country: str) -> dict[Span, Place | None]:
    """A capital as a place; other seats of government ("the Kremlin") are none."""
    place = city(tree.text[here.start : here.end], (country,))
    return {tree.cut(here.start, here.end): place} if place else {}


def _after_prepositions(tree: Tree) -> Iterator[tuple[Span, str]]:
    """Capitalised names that follow a preposition of place, whatever spaCy takes them for."""
    for token in tree.doc:
        if token.lower_ in PLACE_WORDS and token.i + 1 < len(tree.doc):
            run = _run(tree.doc[token.i + 1])
            if run:
                tokens = tree.doc[run[0].i : run[-1].i + 1]
                yield tree.span(tokens), tokens.text


def _run(token: Token) -> list[Token]:
    run = []
    while token.pos_ == "PROPN" and token.text[0].isupper() and token.ent_type_ not in {"DATE", "PERSON", "TIME"}:
        run.append(token)
        if token.i + 1 >= len(token.doc):
            break
        token = token.doc[token.i + 1]
    return run
