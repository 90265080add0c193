"""All rules in the order they are tried."""

from loaders.times.patterns import Rule
from loaders.times.rules.calendar import CALENDAR, NUMERIC
from loaders.times.rules.clock import CLOCK
from loaders.times.rules.eras import CENTURIES, ERAS
from loaders.times.rules.joined import JOINED
from loaders.times.rules.lengths import LENGTHS, OFTEN
from loaders.times.rules.names import NAMES
from loaders.times.rules.numbers import NUMBERS
from loaders.times.rules.quarters import QUARTERS
from loaders.times.rules.relative import BEFORE_DAYS, FIRST, MOVES, TURNS
from loaders.times.rules.runs import RUNS
from loaders.times.rules.spans import SPANS
from loaders.times.rules.vague import VAGUE
from loaders.times.rules.years import YEARS

RULES: tuple[Rule, ...] = (
    *NUMBERS, *NUMERIC, *BEFORE_DAYS, *RUNS, *QUARTERS, *CENTURIES, *CALENDAR, *ERAS, *YEARS, *SPANS, *FIRST, *OFTEN,
    *TURNS, *NAMES,
    *CLOCK, *JOINED, *MOVES, *LENGTHS, *VAGUE,
)  # fmt: skip
"""Each rule sees what the rules before it left; what has been read once is not read again."""
