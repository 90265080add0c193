"""Links out of the page: to a web address at the very words that are quoted."""

from urllib.parse import quote, urlsplit

from graph.event import SourcedClaim
from ui.present.words import one_line

LONGEST_WHOLE = 200
"""Characters; a longer quotation is named by its first and last words."""
WORDS_AT_EACH_END = 6


def web_address(uri: str) -> str:
    """The uri if a browser may be sent there: http or https with a host; else empty."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return ""
    return uri if parts.scheme in {"http", "https"} and parts.hostname else ""


def at_words(uri: str, sentence: str) -> str:
    """The web address with a text fragment (WICG Scroll to Text Fragment) that makes the browser show the words."""
    address = web_address(uri)
    if not address:
        return ""
    # A fragment that is there already stays in front of the directive, as the specification has it.
    return address + ("" if "#" in address else "#") + ":~:text=" + _fragment(one_line(sentence))


def source_address(told: SourcedClaim) -> str:
    """Where the claim can be read on the web, at its words; empty for a bare file."""
    return at_words(told.copy_.uri, told.sentence)


def _fragment(sentence: str) -> str:
    words = sentence.split()
    if len(sentence) <= LONGEST_WHOLE or len(words) <= 2 * WORDS_AT_EACH_END:
        return _encoded(sentence)
    return f"{_encoded(' '.join(words[:WORDS_AT_EACH_END]))},{_encoded(' '.join(words[-WORDS_AT_EACH_END:]))}"


def _encoded(words: str) -> str:
    # "-" and "," have a meaning inside a text directive; quote() leaves the hyphen as it is.
    return quote(words, safe="").replace("-", "%2D")
