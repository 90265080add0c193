"""Who stands behind a caption or a post: "(©Name via Agency)", "— Name (@name) May 2, 2021"."""

import re
from collections.abc import Iterator

from graph.model import BlockKind, Speaker
from graph.record import Span
from loaders.mentions import Mentions
from loaders.records import ActorMention

NAME = r"(?P<name>[^()\n/.;]{2,80}?)"
VIA = r"(?:\s+via\s+(?P<via>[^()\n/.;]{2,60}?))?"

PICTURE = r"(?:image|photo|picture|video|screenshot|file photo|credit|courtesy)"

CAPTION_CREDITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"©\s*{NAME}{VIA}\s*(?:\)|$|\n)",
        rf"\({PICTURE}\s*(?:credit)?\s*(?::|by|of|\|)\s*(?:of\s+)?(?:the\s+)?{NAME}{VIA}\s*\)",
        rf"\((?:posted|shared|released|published)[^()]*?\bby\s+(?:the\s+)?{NAME}\s*\)",
        rf"(?:image|photo|picture|video)\s*(?:credit)?\s*:\s*{NAME}{VIA}\s*(?:\.|$|\n)",
        rf"/\s*{NAME}\s+(?:capture|screenshot|file photo|photo)\s*$",
    )
)
"""How captions name their maker, in English-language news."""

POST_CREDIT = re.compile(r"[—–-]\s*(?P<name>[^@\n—–]{1,60}?)\s*\(@\w+\)\s*(?:[A-Z][a-z]+ \d{1,2}, \d{4})", re.MULTILINE)
"""The signature that an embedded post carries."""

QUOTED_CREDIT = re.compile(r",?\s*[–—-]\s*(?P<name>[A-Z][\w.&' ]{1,30}?)\s*(?=pic\.|https?:|$|\n)")
"""An agency that the post itself names before its picture: "…, – Name pic.example/…"."""


def credited(text: str, start: int, kind: BlockKind, mentions: Mentions) -> tuple[tuple[Speaker, ...], ...]:
    """Links of the chain that a caption or post names, nearest first; empty for other blocks."""
    if kind == "caption":
        return _caption(text, start, mentions)
    return _post(text, start, mentions) if kind == "embed" else ()


def _caption(text: str, start: int, mentions: Mentions) -> tuple[tuple[Speaker, ...], ...]:
    for pattern in CAPTION_CREDITS:
        if match := pattern.search(text):
            return tuple(_links(match, start, mentions))
    return ()


def _post(text: str, start: int, mentions: Mentions) -> tuple[tuple[Speaker, ...], ...]:
    signature = POST_CREDIT.search(text)
    if signature is None:
        return ()
    inner = QUOTED_CREDIT.search(text, 0, signature.start())
    links = [link for match in (inner, signature) if match for link in _links(match, start, mentions)]
    return tuple(
        tuple(speaker.model_copy(update={"position": place}) for speaker in link) for place, link in enumerate(links)
    )


def _links(match: re.Match[str], start: int, mentions: Mentions) -> Iterator[tuple[Speaker, ...]]:
    for place, group in enumerate(group for group in ("name", "via") if match.groupdict().get(group)):
        first, last = match.span(group)
        span = Span(start=start + first, end=start + last)
        words = match.group(group)
        yield (_speaker(words, span, place, mentions),)


def _speaker(words: str, span: Span, place: int, mentions: Mentions) -> Speaker:
    known: ActorMention | None = next(iter(mentions.within(span)), None)
    return Speaker(
        actor=known.actor if known else None,
        name=known.name if known else words.strip(),
        named=True,
        position=place,
        cue="credit",
        quoted=False,
        text=words,
        span=span,
    )
