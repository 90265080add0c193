import json

from graph.model import Actor, ActorRole
from graph.network import layout
from graph.store.base import CoActor, FacetCount
from tests.ui.seen import Seen
from ui.present import actor as page
from ui.present import network


def somebody(ident: str, name: str, *aliases: str, roles: tuple[ActorRole, ...] = ()) -> Actor:
    return Actor(
        id=ident, name=name, kind="person", aliases=aliases, country=None, gender=None, roles=roles, wikidata=None
    )


PAIRS = (CoActor(one="norland", other="sudria", count=9), CoActor(one="sudria", other="velmark", count=2))
NAMES = {"norland": "Norland", "sudria": "Sudria", "velmark": "Velmark"}


def test_an_actor_shows_aliases_and_offices_with_their_days() -> None:
    role = ActorRole(title="defence minister", first="2024-05-14", last=None)
    seen = Seen(page.actor(somebody("osk", "Piet Osk", "P. Osk", roles=(role,)), 3, (somebody("n", "Norland"),)))
    for part in ("Piet Osk", "P. Osk", "defence minister", "2024-05-14", "3 events", "Norland"):
        assert part in seen.text
    assert "/?actor=osk" in seen.links


def test_neighbours_are_those_of_the_actors_own_pairs_heaviest_first() -> None:
    assert Seen(page.neighbours("sudria", PAIRS, NAMES)).links == ["/actor?actor=norland", "/actor?actor=velmark"]
    assert Seen(page.neighbours("norland", PAIRS, NAMES)).links == ["/actor?actor=sudria"]


def test_the_list_stands_by_events_and_finds_aliases() -> None:
    actors = (somebody("a", "Ada Quill", "the President"), somebody("b", "Piet Osk"))
    counts = (FacetCount(value="b", label="Piet Osk", count=5), FacetCount(value="a", label="Ada Quill", count=1))
    everybody = Seen(page.listed(actors, counts, "")).text
    assert everybody.index("Piet Osk") < everybody.index("Ada Quill")
    found = Seen(page.listed(actors, counts, "president quill")).text
    assert "Ada Quill" in found
    assert "Piet Osk" not in found
    assert "No actor" in Seen(page.listed(actors, counts, "nobody")).text


def test_the_drawing_joins_the_pairs_at_fixed_places() -> None:
    options = network.drawing("sudria", PAIRS, NAMES, layout(PAIRS), network.LIGHT)
    series = json.loads(json.dumps(options))["series"][0]
    assert [node["name"] for node in series["data"]] == ["Norland", "Sudria", "Velmark"]
    assert [(link["source"], link["target"]) for link in series["links"]] == [
        ("norland", "sudria"),
        ("sudria", "velmark"),
    ]
    assert series["layout"] == "none"
    assert "2 others" in network.described("sudria", PAIRS, NAMES)
