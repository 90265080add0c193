"""The network of those who take part in the same events, as a drawing for ECharts with the places already chosen."""

from collections.abc import Mapping, Sequence

from graph.network import Position
from graph.record import Record
from graph.store.base import CoActor

SMALLEST, LARGEST = 8, 30
"""Diameters in pixels of an actor with few and with most shared events."""
THINNEST, THICKEST = 1, 5
WIDE = 140
"""Width of the drawing where its height is 100."""
INK, LINE, CENTRE = "#7f8ea0", "#9a948a", "#3f78b0"
"""Middle tones that stand out from the light and from the dark ground (3 : 1 and more)."""


class Paper(Record):
    """Colours of the page."""

    ink: str
    ground: str


LIGHT = Paper(ink="#1b1a17", ground="#fcfbf8")
DARK = Paper(ink="#ece9e2", ground="#171614")
"""As in style.css."""


def drawing(
    ident: str, pairs: Sequence[CoActor], names: Mapping[str, str], positions: Mapping[str, Position], paper: Paper
) -> dict[str, object]:
    """The options of an ECharts graph with fixed places."""
    most = max(pair.count for pair in pairs)
    weights = _weights(pairs)
    return {
        "animation": False,
        "series": [
            {
                "type": "graph",
                "layout": "none",
                "preserveAspect": True,
                "roam": False,
                "left": 60,
                "right": 60,
                "labelLayout": {"hideOverlap": True},
                "top": 24,
                "bottom": 24,
                "data": [
                    _node(one, names, positions[one], weights, centre=one == ident, paper=paper)
                    for one in sorted(weights)
                ],
                "links": [_link(pair, most) for pair in pairs],
                "lineStyle": {"color": LINE, "opacity": 0.7},
                "silent": True,
            }
        ],
    }


def described(ident: str, pairs: Sequence[CoActor], names: Mapping[str, str]) -> str:
    """The drawing in words, for readers who do not see it."""
    others = len(_weights(pairs)) - 1
    return f"{names.get(ident, ident)} and {others} others, joined where they take part in the same events"


def _weights(pairs: Sequence[CoActor]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for pair in pairs:
        for one in (pair.one, pair.other):
            weights[one] = weights.get(one, 0) + pair.count
    return weights


def _node(
    one: str, names: Mapping[str, str], at: Position, weights: Mapping[str, int], *, centre: bool, paper: Paper
) -> dict[str, object]:
    share = weights[one] / max(weights.values())
    return {
        "id": one,
        "name": names.get(one, one),
        "x": round(WIDE * at[0]),
        "y": round(-100 * at[1]),
        "symbolSize": round(SMALLEST + (LARGEST - SMALLEST) * share**0.5),
        "itemStyle": {"color": CENTRE if centre else INK},
        "label": {
            "show": True,
            "position": "bottom",
            "color": paper.ink,
            "fontSize": 13,
            "fontWeight": "bold" if centre else "normal",
            "textBorderColor": paper.ground,
            "textBorderWidth": 3,
        },
    }


def _link(pair: CoActor, most: int) -> dict[str, object]:
    width = THINNEST + (THICKEST - THINNEST) * pair.count / most
    return {"source": pair.one, "target": pair.other, "lineStyle": {"width": round(width, 1)}}
