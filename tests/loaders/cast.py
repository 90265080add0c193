"""Who is found in a few sentences, for tests of actors and coreference."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from loaders.actors import find_actors
from loaders.coreference import refer
from loaders.lexicon.actors import lexicon
from loaders.records import ActorMention, ActorsFound
from tests.loaders.grammar import trees_of


def found_in(*paragraphs: str, folder: Path | None = None) -> ActorsFound:
    """The names in these paragraphs."""
    return find_actors("d1", trees_of(*paragraphs), lexicon(*([folder] if folder else [])))


def named_in(*paragraphs: str) -> dict[str, str | None]:
    """Words → actor, of the last mention with these words."""
    return {mention.text: mention.actor for mention in found_in(*paragraphs).mentions}


def referred(*paragraphs: str, published: str = "2024-10-25") -> ActorsFound:
    """Names, pronouns and descriptions in these paragraphs."""
    trees = trees_of(*paragraphs)
    words = lexicon()
    return refer(trees, find_actors("d1", trees, words), words, published=date.fromisoformat(published))


def meant_by(word: str, *paragraphs: str, published: str = "2024-10-25", nth: int = 0) -> str:
    """Whom the nth mention with these words means: names joined with " + " if they are several, "" if nobody."""
    found = referred(*paragraphs, published=published)
    spans = sorted({mention.span.start for mention in found.mentions if mention.text == word})
    if len(spans) <= nth:
        return ""
    return " + ".join(shown(m) for m in at(found.mentions, word, spans[nth]))


def at(mentions: Sequence[ActorMention], word: str, start: int) -> list[ActorMention]:
    """The mentions with these words at one place."""
    return [mention for mention in mentions if mention.text == word and mention.span.start == start]


def shown(mention: ActorMention) -> str:
    """The key of a listed actor, the name of any other."""
    unlisted = mention.actor is None or len(mention.actor) == len("a") + 20
    return mention.name if unlisted else str(mention.actor)
