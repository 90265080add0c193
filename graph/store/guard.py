"""What the text of a typed query may not hold, whichever server runs it.

A server's own means (read mode, a reader's account, time limits) come on top. These checks are for what those let
through: an expression that never ends once begun, procedures that look outside, and ways to hide either.
"""

import re

from graph.errors import QueryRefusedError

LONGEST = 10_000
"""Characters."""

TOKEN = re.compile(
    r"""(?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
    r"""|(?P<comment>//[^\n]*|/\*.*?\*/)"""
    r"""|`(?P<name>(?:``|[^`])*)`""",
    re.DOTALL,
)
ODD_LINES = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Line ends to some lexers and not to others: what one takes for a comment another one would run."""

ESCAPED = re.compile(r"\\u", re.IGNORECASE)
FIRST_WORDS = re.compile(
    r"\s*(explain|profile|cypher|use|terminate|show(?!\s+(?:\w+\s+)?(?:index|constraint|function|procedure)))"
)
"""Of these SHOW may list what describes the graph, but no users, settings or other people's queries."""
ENDLESS = (
    (re.compile(r"\breduce\s*\("), "reduce()"),
    (re.compile(r"\brange\s*\("), "range()"),
    (re.compile(r"\[\s*\w+\s+in\b"), "a list comprehension"),
    (re.compile(r"\b(?:all|any|none|single|extract|filter)\s*\(\s*\w+\s+in\b"), "all(), any(), none() or single()"),
    (re.compile(r"=~"), "a regular expression"),
)
"""No time limit interrupts one expression; a list or a pattern can make it as long as it likes."""

NO_LETTER = re.compile(r"[^\w.]")
DOTTED = r"\w+(?:\s*\.\s*\w+)+"
NAMED_CALL = re.compile(rf"({DOTTED})\s*\(")
PROCEDURE_CALL = re.compile(rf"\bcall\s+({DOTTED}|\w+)")
FILES = re.compile(r"\bload\s+csv\b")

PROCEDURES = frozenset({
    "db.index.fulltext.querynodes",
    "db.labels",
    "db.propertykeys",
    "db.relationshiptypes",
    "db.schema.nodetypeproperties",
    "db.schema.reltypeproperties",
    "db.schema.visualization",
})  # fmt: skip
"""In lower case. They read the graph and nothing beside it."""
FUNCTIONS = frozenset({"date", "datetime", "duration", "localdatetime", "localtime", "point", "time"})
"""First parts of the names of functions with a dot that only reckon."""


def checked(text: str) -> str:
    """The query with plain line ends. Raises: QueryRefusedError."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST:
        raise _refused(f"it is longer than {LONGEST:,} characters")
    if ESCAPED.search(text) or ODD_LINES.search(text):
        raise _refused("it holds an escaped character or an unusual line end", hint="Write the character itself.")
    code = bare(text)
    first = FIRST_WORDS.match(code)
    if first:
        raise _refused(f"it begins with {first[1].upper()}")
    for form, name in ENDLESS:
        if form.search(code):
            raise _refused(f"it uses {name}, which no time limit can stop", hint="UNWIND … WHERE does the same.")
    if FILES.search(code):
        raise _refused("it would read a file or the network")
    _check_names(code)
    return text


def bare(text: str) -> str:
    """The query in lower case without the insides of strings, without comments and backticks.

    Raises: QueryRefusedError for a quote that is not closed.
    """
    code = TOKEN.sub(_plain, text).lower()
    if any(sign in code.replace("''", "") for sign in "'\"`") or "/*" in code:
        raise _refused("a quotation mark or a comment is not closed")
    return code


def _plain(token: re.Match[str]) -> str:
    if token["string"]:
        return "''"
    return " " if token["comment"] else f" {NO_LETTER.sub('_', token['name'])} "


def _check_names(code: str) -> None:
    calls = [re.sub(r"\s", "", name) for name in NAMED_CALL.findall(code)]
    for name in calls:
        if name.partition(".")[0] not in FUNCTIONS and name not in PROCEDURES:
            raise _refused(f"it calls {name}, which may do more than read the graph")
    for name in PROCEDURE_CALL.findall(code):
        plain = re.sub(r"\s", "", name)
        if plain not in PROCEDURES:
            raise _refused(f"it calls the procedure {plain}, which may do more than read the graph")


def _refused(why: str, *, hint: str = "") -> QueryRefusedError:
    return QueryRefusedError(f"The query is not run: {why}.", hint=hint or "docs/store.md says what the console runs.")
