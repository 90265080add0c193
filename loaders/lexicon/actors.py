"""Who is who: the listed actors, their offices, the places, and the words that make actors out of countries."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from graph.model import Actor, ActorRole, Place
from loaders.lexicon import HERE
from loaders.lexicon.rows import Row, read_rows
from loaders.lexicon.who import Country, Institution, Lexicon, Office
from loaders.lexicon.words import list_words, rows_of

__all__ = ["Country", "Institution", "Lexicon", "Office", "lexicon"]


@cache
def lexicon(*folders: Path) -> Lexicon:
    """What ships, then the rows of these folders; the same folders give the same object.

    Raises: LexiconError with file and line if a row is wrong, or if a folder is away, empty or holds an unknown table.
    """
    made = Lexicon()
    _list_countries(made, folders)
    stories = sorted(path for path in (HERE / "stories").iterdir() if path.is_dir())
    rows = read_rows((HERE, *stories, *folders), frozenset(made.countries))
    for row in rows.roles:
        made.offices.append(Office(row["actor"], row["title"], row["of"], row["first"], row["last"]))
    for row in rows.actors.values():
        _list_actor(made, row)
    for row in rows.places.values():
        _list_place(made, row)
    list_words(made, folders)
    _list_holders(made)
    return made


def _list_countries(made: Lexicon, folders: Sequence[Path]) -> None:
    """Every state with its seats; the name is a place too."""
    columns = ("iso", "key", "name", "aliases", "adjectives", "people", "seats", "wikidata")
    for row in rows_of(folders, "countries", *columns):
        names, adjectives = (row["name"], *row.many("aliases")), row.many("adjectives")
        made.countries[row["key"]] = Country(row["iso"], row["key"], row["name"], next(iter(adjectives), row["name"]))
        made.state_of[row["iso"]] = row["key"]
        made.actors[row["key"]] = Actor(
            id=row["key"],
            name=row["name"],
            kind="state",
            aliases=tuple(sorted({*names[1:], *row.many("seats")})),
            country=row["iso"],
            gender=None,
            roles=(),
            wikidata=row["wikidata"] or None,
        )
        made.places[f"place.{row['key']}"] = Place(
            id=f"place.{row['key']}", name=row["name"], country=row["iso"], latitude=None, longitude=None
        )
        for name in names:
            made.phrases.add(name, "state", row["key"])
        for name in row.many("seats"):
            made.phrases.add(name.removeprefix("the "), "seat", row["key"])
        for name in adjectives:
            made.phrases.add(name, "adjective", row["key"])
        for name in row.many("people"):
            made.phrases.add(name, "people", row["key"])


def _list_actor(made: Lexicon, row: Row) -> None:
    key, name, aliases = row["key"], row["name"], row.many("aliases")
    held = [office for office in made.offices if office.actor == key]
    made.actors[key] = Actor(
        id=key,
        name=name,
        kind=row["kind"],
        aliases=tuple(sorted(set(aliases) - {name})),
        country=row["country"] or None,
        gender=row["gender"] or None,
        roles=tuple(ActorRole(title=o.title, first=o.first or None, last=o.last or None) for o in held),
        wikidata=row["wikidata"] or None,
        belongs_to=row.many("belongs_to"),
    )
    for written in (name, *aliases):
        made.phrases.add(written, "actor", key)


def _list_place(made: Lexicon, row: Row) -> None:
    ident = f"place.{row['key']}"
    made.places[ident] = Place(
        id=ident,
        name=row["name"],
        country=row["country"] or None,
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
    )
    for written in (row["name"], *row.many("aliases")):
        made.phrases.add(written, "place", ident)


def _list_holders(made: Lexicon) -> None:
    for office in made.offices:
        holder = made.actors[office.actor]
        key = (office.title, made.surname(holder.name, holder.country))
        made.holders[key] = made.holders.get(key, frozenset()) | {office.actor}
    made.holder_surnames = frozenset(surname for _, surname in made.holders)
