"""Words that a user looks for → a query that the full-text indexes of both servers take, and can do no harm."""

import re

WORD = re.compile(r"\w+")


def full_text(text: str) -> str:
    """All words wanted, in any order and case; everything that is no letter or digit parts words.

    A text without any word finds nothing.
    """
    words = [word.lower() for word in WORD.findall(text)]
    return " ".join(f"+{word}" for word in dict.fromkeys(words)) or "+\u0000"
