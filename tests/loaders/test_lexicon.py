from pathlib import Path

import pytest

from graph.errors import LexiconError
from loaders.lexicon import HERE, read_table
from loaders.lexicon.actors import lexicon
from loaders.lexicon.phrases import Phrases, fold, words_of
from loaders.lexicon.rows import TABLES
from tests.loaders.cast import found_in

ACTORS = "key,name,kind,aliases,country,gender,belongs_to,wikidata,source\n"
ROLES = "actor,title,of,first,last,source\n"
PLACES = "key,name,aliases,country,latitude,longitude,source\n"


def folder(tmp_path: Path, **tables: str) -> Path:
    """A user's lexicon folder with these tables."""
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_users_rows_are_found(tmp_path: Path) -> None:
    rows = ACTORS + "harbour_guild,Harbour Guild,organisation,HG|the Guild,,,,,our own\n"
    found = found_in("The HG met.", folder=folder(tmp_path, actors=rows))
    assert [m.actor for m in found.mentions] == ["harbour_guild"]


def test_a_users_row_replaces_the_one_that_ships(tmp_path: Path) -> None:
    rows = ACTORS + "kcna,Korean Central News Agency,organisation,KCNA,KP,,north_korea,,our own\n"
    words = lexicon(folder(tmp_path, actors=rows))
    assert words.actors["kcna"].kind == "organisation"
    assert lexicon().actors["kcna"].kind == "media"


def test_a_users_place_and_office_are_read(tmp_path: Path) -> None:
    words = lexicon(
        folder(
            tmp_path,
            actors=ACTORS + "ann_rivers,Ann Rivers,person,,GB,female,,,our own\n",
            roles=ROLES + "ann_rivers,mayor,united_kingdom,2020-05,,our own\n",
            places=PLACES + "osk,Osk,Old Osk,GB,51.5,-0.1,our own\n",
        )
    )
    assert words.places["place.osk"].latitude == 51.5
    assert [(role.title, role.first, role.last) for role in words.actors["ann_rivers"].roles] == [
        ("mayor", "2020-05", None)
    ]


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"actors": ACTORS + "Ann Rivers,Ann,person,,,,,,x\n"}, "actors.csv, line 2: the key"),
        ({"actors": ACTORS + "ann,,person,,,,,,x\n"}, "line 2: the name is empty"),
        ({"actors": ACTORS + "ann,Ann,human,,,,,,x\n"}, "line 2: the kind must be one of person"),
        ({"actors": ACTORS + "ann,Ann,person,,England,,,,x\n"}, "line 2: the country is no ISO code"),
        ({"actors": ACTORS + "ann,Ann,person,,,girl,,,x\n"}, "line 2: the gender must be"),
        ({"actors": ACTORS + "ann,Ann,person,,,,nobody,,x\n"}, "belongs_to names 'nobody'"),
        ({"actors": ACTORS + "ann,Ann,person,,,,,42,x\n"}, "the Wikidata id must look like"),
        ({"actors": ACTORS + "\n# a remark\nann,Ann,person,,,,,,\n"}, "actors.csv, line 4: a row must name its source"),
        ({"actors": ACTORS + "ann,Ann\n"}, "line 2: 9 cells expected, 2 found"),
        ({"actors": "key,name\nann,Ann\n"}, "line 1: the columns must be"),
        ({"roles": ROLES + "nobody,mayor,,,,x\n"}, "roles.csv, line 2: no row lists the actor 'nobody'"),
        ({"roles": ROLES + "kcna,mayor,nowhere,,,x\n"}, "no row lists 'nowhere'"),
        ({"roles": ROLES + "kcna,mayor,,spring,,x\n"}, "first must be YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"roles": ROLES + "kcna,,,,,x\n"}, "the title is empty"),
        ({"places": PLACES + "osk,Osk,,,51.5,,x\n"}, "places.csv, line 2: latitude and longitude go together"),
        ({"places": PLACES + "osk,Osk,,,95,10,x\n"}, "the latitude is no number of degrees"),
        ({"places": PLACES + "osk,Osk,,,here,10,x\n"}, "the latitude is no number of degrees"),
        ({"actor": ACTORS}, "actor.csv is no table that is known"),
        ({}, "holds no table such as actors.csv, roles.csv, places.csv"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_row_is_told_with_file_and_line(tmp_path: Path, tables: dict[str, str], told: str) -> None:
    with pytest.raises(LexiconError) as caught:
        lexicon(folder(tmp_path, **tables))
    assert told in caught.value.message


def test_a_folder_may_hold_tables_for_other_stages_only(tmp_path: Path) -> None:
    assert lexicon(folder(tmp_path, verbs="lemma,source\n")).actors.keys() == lexicon().actors.keys()


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.csv")), ids=lambda path: str(path.relative_to(HERE)))
def test_every_row_that_ships_names_its_source_in_a_sound_table(path: Path) -> None:
    header = next(line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#").split(",")
    assert list(read_table(path, tuple(column for column in header if column != "source")))


def test_no_listed_actor_is_there_twice() -> None:
    keys = [
        cells["key"] for path in sorted(HERE.rglob("actors.csv")) for _, cells in read_table(path, TABLES["actors.csv"])
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "Kim Jong Un"),
        ("Zelenskiy", "Zelenskyy"),
        ("Sybiha", "SYBIHA"),
        ("António Guterres", "Antonio Guterres"),
        ("U.N.", "UN"),
        ("Workers’ Party", "Workers' Party"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_the_longest_name_at_a_place_wins() -> None:
    phrases = Phrases()
    phrases.add("Harbour", "actor", "short")
    phrases.add("Harbour Guild", "actor", "long")
    text = "The Harbour Guild left Harbour"
    found = [match.meanings[0].key for match in phrases.find(text, words_of(text))]
    assert found == ["long", "short"]


def test_a_name_does_not_cross_a_comma() -> None:
    phrases = Phrases()
    phrases.add("Harbour Guild", "actor", "guild")
    text = "In Harbour, Guild men met"
    assert not list(phrases.find(text, words_of(text)))


def test_a_users_words_are_read_too(tmp_path: Path) -> None:
    words = lexicon(folder(tmp_path, titles="word,title,source\nharbour master,harbour master,our own\n"))
    assert words.titles["harbour master"] == "harbour master"
    assert "harbour master" not in lexicon().titles


def test_a_users_wrong_word_is_told_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"descriptions\.csv, line 2: a kind of actor is unknown"):
        lexicon(folder(tmp_path, descriptions="word,kinds,source\nharbour,port,our own\n"))
