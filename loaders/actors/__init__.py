"""Who and what a document names: listed actors first, then spaCy's names, put together over the whole document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.model import Actor, ActorKind, ActorRole, PlaceMention
from loaders.actors.introductions import introduction
from loaders.actors.listed import listed_names, spot
from loaders.actors.names import Cast, Name, Spans
from loaders.actors.persons import Bearers, given_gender, lone_surnames, namesakes, titled
from loaders.actors.places import places_of
from loaders.actors.settle import settled
from loaders.actors.unlisted import Proper, proper_names
from loaders.lexicon.actors import Lexicon
from loaders.lexicon.phrases import Phrases, fold, words_of
from loaders.records import ActorMention, ActorsFound
from loaders.trees import Tree

__all__ = ["find_actors"]

KINDS: dict[str, ActorKind] = {"person": "person", "organisation": "organisation", "people": "group"}
ACRONYM = re.compile(r"\s\(([A-Z][A-Za-z&.]{0,8}[A-Z])\)")
"""In brackets behind a name: the short form that the rest of the document may use."""
STATES = frozenset({"state", "seat of government"})
WEAK_NAMES = frozenset({"adjective of a country", "people", "the North", "forces of a country"})
"""Rules whose words are no name of the actor."""


def find_actors(document: str, trees: Sequence[Tree], lexicon: Lexicon) -> ActorsFound:
    """Everyone named in these trees of a document, by its id; pronouns and descriptions are left to coreference."""
    cast = Cast(document, lexicon)
    spotted = [spot(tree, cast) for tree in trees]
    names = [name for tree, there in zip(trees, spotted, strict=True) for name in listed_names(tree, cast, there)]
    names = settled(names, cast)
    listed = Spans(name.span for name in names)
    proper = [list(proper_names(tree, lexicon, listed, there)) for tree, there in zip(trees, spotted, strict=True)]
    names += _unlisted(trees, proper, names, cast)
    names = _persons(trees, names, cast)
    mentions = _mentions(names, cast)
    countries = tuple(dict.fromkeys(m.country for m in mentions if m.country))
    persons = Spans(mention.span for mention in mentions if mention.kind == "person")
    places = [
        found
        for tree, there, named in zip(trees, spotted, proper, strict=True)
        for found in places_of(tree, cast, there, named, countries)
        if not persons.meeting(found[0])
    ]
    return ActorsFound(
        mentions=mentions,
        actors=tuple(sorted(_actors(names, cast), key=lambda actor: actor.id)),
        place_mentions=tuple(
            PlaceMention(place=place.id if place else None, name=place.name if place else text, text=text, span=span)
            for span, text, place in places
        ),
        places=tuple(sorted({place.id: place for *_, place in places if place}.values(), key=lambda place: place.id)),
    )


def _unlisted(
    trees: Sequence[Tree], proper: Sequence[Sequence[Proper]], listed: Sequence[Name], cast: Cast
) -> list[Name]:
    """Actors that no row lists, and their short forms in brackets wherever they stand."""
    body = {
        fold(p.text) for tree, there in zip(trees, proper, strict=True) if tree.block.kind != "title" for p in there
    }
    # Headlines In Title Case make spaCy see names everywhere; what the text repeats is one.
    found = [
        Name(name.span, name.text, (_made(name, cast),), f"unlisted {name.label}")
        for tree, there in zip(trees, proper, strict=True)
        for name in there
        if name.label in KINDS and (tree.block.kind != "title" or fold(name.text) in body)
    ]
    short = _short_forms(trees, [*listed, *found])
    found = [name.meaning(short.get(name.text, name.actors[0])) for name in found]
    found += _again(trees, short, [*listed, *found], found, cast)
    longer = _longer([*listed, *found], cast)
    return [_whole(name, longer, cast) for name in found]


def _made(name: Proper, cast: Cast) -> str:
    actor = cast.unlisted(name.text, KINDS[name.label])
    made = cast[actor]
    if made.kind == "person":
        told = introduction(name.tokens, cast.lexicon)
        country = made.country or told.country
        gender = made.gender or told.gender or given_gender(name.text, name.title, country, cast.lexicon)
        roles = {role.title: role for role in made.roles}
        if told.title:
            roles.setdefault(told.title, ActorRole(title=told.title, first=None, last=None))
        update = {"gender": gender, "country": country, "roles": tuple(roles.values())}
        cast.made[actor] = made.model_copy(update=update)
    return actor


def _longer(names: Sequence[Name], cast: Cast) -> dict[str, set[str]]:
    """First or last word of an organisation's name → organisations of such a name."""
    found: dict[str, set[str]] = {}
    for name in names:
        if " " in name.text and cast[name.actors[0]].kind in {"organisation", "media"}:
            words = fold(name.text).split()
            for word in (words[0], words[-1]):
                found.setdefault(word, set()).add(name.actors[0])
    return found


def _whole(name: Name, longer: dict[str, set[str]], cast: Cast) -> Name:
    """A single word is the one organisation of the document whose name begins or ends with it ("the Church")."""
    if " " in name.text or cast[name.actors[0]].kind != "organisation":
        return name
    organs = longer.get(fold(name.text), set())
    return name.meaning(*organs) if len(organs) == 1 else name


def _short_forms(trees: Sequence[Tree], names: Sequence[Name]) -> dict[str, str]:
    """Short forms that a bracket explains, each with its actor."""
    ends = {name.span.end: name.actors[0] for name in names}
    short: dict[str, str] = {}
    for tree in trees:
        for match in ACRONYM.finditer(tree.text):
            actor = ends.get(tree.block.span.start + match.start())
            if actor:
                short.setdefault(match[1], actor)
    return short


def _again(
    trees: Sequence[Tree], short: dict[str, str], names: Sequence[Name], unlisted: Sequence[Name], cast: Cast
) -> Iterator[Name]:
    """Names found once and short forms, wherever they stand in the same letters and nothing else explains them."""
    taken = Spans(name.span for name in names)
    known = Phrases()
    for text, actor in (*short.items(), *((name.text, name.actors[0]) for name in unlisted)):
        known.add(text, "actor", actor)
    for tree in trees if unlisted or short else ():
        words = words_of(tree.text)
        for match in known.find(tree.text, words):
            start, end = words[match.first].start, words[match.after - 1].end
            span, text = tree.cut(start, end), tree.text[start:end]
            token = tree.token_at(span.start)
            if (
                token is not None
                and token.pos_ == "PROPN"
                and not taken.meeting(span)
                and not (cast[match.meanings[0].key].kind == "person" and _has_article(token))
            ):
                yield Name(span, text, (match.meanings[0].key,), "short form" if text in short else "name again")


def _has_article(token: Token) -> bool:
    """What stands behind "the" is no person."""
    return token.i > 0 and token.doc[token.i - 1].lower_ == "the"


def _persons(trees: Sequence[Tree], names: list[Name], cast: Cast) -> list[Name]:
    """The names with every lone surname given to its bearer, and with namesakes told apart; in order of the text."""
    whole = Spans(n.span for n in names if n.rule == "unlisted person")
    names = [n for n in names if n.rule == "unlisted person" or not any(s.holds(n.span) for s in whole.meeting(n.span))]
    known = Bearers(names, cast)
    taken = Spans(name.span for name in names)
    words = {name.span.start: name for name in names if _is_lone(name, known, cast)}
    found = [name for name in names if words.get(name.span.start) is not name]
    for tree in trees:
        here = tree.block.span
        starts = [span.start for span in taken.meeting(here) if span.start in words]
        found += [_borne(tree, words[start], known, cast) for start in dict.fromkeys(starts)]
        found += lone_surnames(tree, known, taken, cast)
        found += namesakes(tree, found, cast)
    return sorted(found, key=lambda name: (name.span.start, -name.span.end))


def _is_lone(name: Name, known: Bearers, cast: Cast) -> bool:
    """Whether one word may be the surname of somebody; Paris and Jordan are persons where somebody of that name is.

    So is what spaCy takes for an organisation where a person of that name was named before.
    """
    if " " in name.text:
        return False
    one, same = cast[name.actors[0]], known.by_surname.get(fold(name.text), [])
    if one.kind == "organisation" and not one.listed:
        return any(bearer.at < name.span.start for bearer in same)
    taken = name.rule in STATES and any(not cast[bearer.actor].listed for bearer in same)
    return one.kind == "person" or taken


def _borne(tree: Tree, name: Name, known: Bearers, cast: Cast) -> Name:
    """A surname alone is the holder of the office before it, else the document's own bearer, else a row's."""
    word = tree.token_at(name.span.start)
    before = tree.doc[word.i - 1] if word is not None and word.i else None
    if name.rule in STATES and before is not None and before.pos_ == "ADP":
        return name
    actor = titled(tree, name.span, cast) or known.whose(name.text, name.span.start)
    return replace(name, actors=(actor,), rule="surname within the document") if actor else name


def _mentions(names: Sequence[Name], cast: Cast) -> tuple[ActorMention, ...]:
    fullest = _fullest(names, cast)
    return tuple(
        ActorMention(
            span=name.span,
            text=name.text,
            actor=name.actors[0],
            name=name.own_name or fullest[name.actors[0]],
            kind=cast[name.actors[0]].kind,
            gender=cast[name.actors[0]].gender,
            number="plural" if cast[name.actors[0]].kind == "group" else "singular",
            country=cast[name.actors[0]].country,
            rule=name.rule,
        )
        for name in names
    )


def _fullest(names: Sequence[Name], cast: Cast) -> dict[str, str]:
    """The fullest name the document gives each actor: the lexicon's if it is there, else the longest."""
    best: dict[str, tuple[tuple[bool, int, int, int], str]] = {}
    for name in names:
        actor = name.actors[0]
        listed = fold(name.text) == fold(cast[actor].name)
        strong = (name.rule not in WEAK_NAMES) + (name.rule != "seat of government")
        rank = (listed, strong, len(name.text.split()), len(name.text))
        if not name.own_name and (actor not in best or rank > best[actor][0]):
            best[actor] = (rank, cast[actor].name if name.rule in WEAK_NAMES else name.text)
    return {actor: text for actor, (_, text) in best.items()}


def _actors(names: Sequence[Name], cast: Cast) -> Iterator[Actor]:
    """The actors named; those that no row lists with the names the document gives them."""
    texts: dict[str, set[str]] = {}
    for name in names:
        texts.setdefault(name.actors[0], set()).add(name.text)
    for ident, written in texts.items():
        actor = cast[ident]
        yield actor if actor.listed else actor.model_copy(update={"aliases": tuple(sorted(written - {actor.name}))})
