"""The chronology page: counts, weeks, facets and cards under the same filters."""

from collections.abc import Mapping

from graph.store import outline, walking
from graph.store.base import CardPage, FacetCount, Facets, Filters, Order, WeekCount
from graph.store.compose import compose
from graph.store.connection import Connection
from graph.store.outline import Outline
from graph.store.reading import cards_by_key
from graph.store.words import full_text

OUTLINE_EVENTS = 100_000
"""Up to so many events an outline is kept (about 100 MB at most); beyond, the server walks over its events."""
FACETS = ("actors", "types", "statuses", "publishers")


class Pages:
    """Answers for pages. Threads may share it: an outline is never changed, only replaced."""

    def __init__(self, connection: Connection, outline_events: int) -> None:
        self._connection = connection
        self._limit = outline_events
        self._outline: Outline | None = None
        self._too_large = -1
        self._words: tuple[int, str, frozenset[str]] | None = None

    def count(self, filters: Filters) -> int:
        """Number of events that the filters leave."""
        kept = self._kept()
        return self._mask(kept, filters).count(1) if kept else walking.count(self._connection, filters)

    def weeks(self, filters: Filters) -> tuple[WeekCount, ...]:
        """Events a week by the day they are filed under; days of the filters are ignored."""
        everywhen = filters.model_copy(update={"first": None, "last": None})
        kept = self._kept()
        if kept:
            return kept.week_counts(self._mask(kept, everywhen))
        return walking.weeks(self._connection, everywhen)

    def facets(self, filters: Filters, limit: int) -> Facets:
        """Counts for every filter, each under all the other ones."""
        kept = self._kept()
        found = {
            kind: kept.values(kind, self._mask(kept, filters, but=kind), limit)
            if kept
            else walking.values(self._connection, filters, kind, limit)
            for kind in FACETS
        }
        names = self._names([value for value, _ in found["actors"]])
        return Facets(
            **{
                kind: tuple(FacetCount(value=v, label=names.get(v, v), count=n) for v, n in pairs)
                for kind, pairs in found.items()
            }
        )

    def cards(self, filters: Filters, after: str | None, order: Order, limit: int) -> CardPage:
        """Events beyond the key."""
        kept = self._kept()
        if kept:
            keys, more = kept.page(self._mask(kept, filters), after, order, limit)
        else:
            keys, more = walking.keys(self._connection, filters, after, order, limit)
        return CardPage(cards=cards_by_key(self._connection, keys), more=more)

    def _mask(self, kept: Outline, filters: Filters, *, but: str = "") -> bytes:
        return kept.passing(filters, self._with_words(kept, filters.text), but=but)

    def _with_words(self, kept: Outline, text: str) -> frozenset[str] | None:
        """Keys of the events that have the words, asked for once as long as no event changes."""
        if not text.strip():
            return None
        words, known = full_text(text), self._words
        if known and known[:2] == (kept.generation, words):
            return known[2]
        rows = self._connection.read(compose("read", "keys_with_text"), words=words)
        self._words = (kept.generation, words, frozenset(rows[0]["keys"]))
        return self._words[2]

    def _kept(self) -> Outline | None:
        """The outline of the store as it is now; None if that would be too large."""
        generation, kept = self._generation(), self._outline
        if kept and kept.generation == generation:
            return kept
        if generation == self._too_large:
            return None
        if self._connection.read(compose("read", "count_events"))[0]["n"] > self._limit:
            self._too_large, self._outline = generation, None
            return None
        # Events that change while they are read are of a newer generation: the next question reads them again.
        lines = self._connection.read(compose("read", "outline"))[0]["lines"]
        self._outline = outline.parse(generation, lines)
        return self._outline

    def _generation(self) -> int:
        rows = self._connection.read(compose("read", "generation"))
        return int(rows[0]["generation"]) if rows else 0

    def _names(self, ids: list[str]) -> Mapping[str, str]:
        rows = self._connection.read(compose("read", "names"), ids=ids) if ids else []
        return {row["id"]: row["name"] for row in rows}
