"""Everything that Dateline raises on purpose.

DatelineError
├── UsageError             what was asked for makes no sense                  exit 2
├── DocumentError          one document cannot be read; the others go on      exit 1
├── LexiconError           a lexicon row is wrong; names file and line        exit 2
├── StoreError             the store could not do what it was asked           exit 3
│   ├── StoreAwayError     nothing answers there, or it went away
│   ├── StoreAccessError   wrong name or password
│   ├── StoreFullError     no space left
│   └── StoreSchemaError   made by another version of Dateline
└── QueryError             a query somebody typed cannot be answered          exit 2
    ├── QueryRefusedError  it would write, read files, reach the network
    └── QueryTimeoutError  it took too long or too much memory
"""


class DatelineError(Exception):
    """A whole sentence for the user; `hint` says what to do next."""

    exit_status = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders; the default would drop the keyword-only hint.
        return _rebuilt, (type(self), self.message, self.hint)


def _rebuilt(kind: type[DatelineError], message: str, hint: str) -> DatelineError:
    return kind(message, hint=hint)


class UsageError(DatelineError):
    """What was asked for makes no sense."""

    exit_status = 2


class DocumentError(DatelineError):
    """One document cannot be read; the others go on."""


class LexiconError(DatelineError):
    """A lexicon row is wrong; the message names file and line."""

    exit_status = 2


class StoreError(DatelineError):
    """The store could not do what it was asked."""

    exit_status = 3


class StoreAwayError(StoreError):
    """Nothing answers there, or it went away."""


class StoreAccessError(StoreError):
    """Wrong name or password."""


class StoreFullError(StoreError):
    """No space left where the store keeps its files."""


class StoreSchemaError(StoreError):
    """The store was made by another version of Dateline."""


class QueryError(DatelineError):
    """A query somebody typed cannot be answered."""

    exit_status = 2


class QueryRefusedError(QueryError):
    """The query would write, read files, reach the network or run for ever."""


class QueryTimeoutError(QueryError):
    """The query took too long or too much memory."""
