"""Which mention a head word stands for: the one rule by which grammar's phrases meet the names found in the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from graph.record import Span
from loaders.records import ActorMention


class Mentions:
    """The mentions of one document, to be asked by offset."""

    def __init__(self, mentions: Sequence[ActorMention]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end))
        self._starts = [mention.span.start for mention in self._mentions]
        self._longest = max((m.span.end - m.span.start for m in self._mentions), default=0)

    def at(self, head: Span) -> tuple[ActorMention, ...]:
        """The shortest mention that covers the head word; several if they share its span ("both countries")."""
        covering: list[ActorMention] = []
        index = bisect_right(self._starts, head.start) - 1
        while index >= 0 and self._starts[index] + self._longest >= head.end:
            if self._mentions[index].span.holds(head):
                covering.append(self._mentions[index])
            index -= 1
        shortest = min((m.span.end - m.span.start for m in covering), default=0)
        return tuple(m for m in reversed(covering) if m.span.end - m.span.start == shortest)

    def within(self, span: Span) -> tuple[ActorMention, ...]:
        """The mentions that lie inside a run of words, longest first, then in order of the text."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        inside = [mention for mention in self._mentions[first:last] if span.holds(mention.span)]
        return tuple(sorted(inside, key=lambda m: (m.span.start - m.span.end, m.span.start)))
