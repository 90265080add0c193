"""Ids: hashes of what a thing is, never random, so that loading twice is loading once."""

import hashlib
import re
import unicodedata

from graph.record import Span

LENGTH = 20
"""Hexadecimal digits kept: 80 bits, a collision in ten million things has a chance of one in 10^10."""

UNLISTED = re.compile(rf"a[0-9a-f]{{{LENGTH}}}")
"""What `actor_id` gives; no key of a lexicon row looks so."""


def digest(*parts: str | int) -> str:
    """A short hash of the parts; the border between two parts counts."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def document_id(text: str) -> str:
    """Id of a text."""
    return "d" + digest(text)


def sentence_id(document: str, span: Span) -> str:
    """Id of a sentence."""
    return "s" + digest(document, span.start, span.end)


def claim_id(document: str, trigger: Span, number: int) -> str:
    """Id of the claim with that running number, from 0, at that trigger."""
    return "c" + digest(document, trigger.start, trigger.end, number)


def actor_id(document: str, name: str) -> str:
    """Id of an actor that no lexicon lists: it belongs to its document until somebody resolves it."""
    return "a" + digest(document, folded(name))


def folded(name: str) -> str:
    """A name without case, accents, dots, hyphens and doubled spaces, for comparing."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c != ".")
    return " ".join(letters.split())


def is_listed(actor: str) -> bool:
    """Whether an actor's id is the key of a lexicon row, the same in every document."""
    return UNLISTED.fullmatch(actor) is None
