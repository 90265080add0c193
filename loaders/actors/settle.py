"""Listed names that may mean several actors, or none: decided by what else the document names."""

from bisect import bisect_left
from collections.abc import Sequence

from loaders.actors.names import Cast, Name


def settled(names: Sequence[Name], cast: Cast) -> list[Name]:
    """Each name with one actor, in order of the text; "the North" only where a Korea is named.

    Of several actors of one name ("Joint Chiefs of Staff") the one is meant whose country was named last before it.
    """
    ordered = sorted(names, key=lambda name: (name.span.start, -name.span.end))
    plain = [name for name in ordered if len(name.actors) == 1 and name.rule != "the North"]
    states = {name.actors[0] for name in plain}
    trail = [(name.span.start, state) for name in plain if (state := cast.state(name.actors[0]))]
    found = []
    for name in ordered:
        if name.rule == "the North" and not states & set(cast.lexicon.contexts[name.actors[0]]):
            continue
        found.append(name if len(name.actors) == 1 else name.meaning(_nearest(name, trail, cast)))
    return found


def _nearest(name: Name, trail: Sequence[tuple[int, str]], cast: Cast) -> str:
    """The candidate whose state is named last before the name, else first after it, else the one listed first."""
    states = {state: actor for actor in reversed(name.actors) if (state := cast.state(actor))}
    place = bisect_left(trail, (name.span.start, ""))
    for _, state in (*reversed(trail[:place]), *trail[place:]):
        if state in states:
            return states[state]
    return name.actors[0]
