"""All rules in the order they are tried."""

from loaders.times.patterns import Rule
from loaders.times.rules.calendar import CALENDAR, LATE
from loaders.times.rules.joined import JOINED
from loaders.times.rules.lengths import LENGTHS
from loaders.times.rules.numbers import NUMBERS
from loaders.times.rules.relative import FIRST, RELATIVE, VAGUE

RULES: tuple[Rule, ...] = (*NUMBERS, *CALENDAR, *FIRST, *RELATIVE, *LATE, *LENGTHS, *JOINED, *VAGUE)
"""Each rule sees what the rules before it left; what has been read once is not read again."""
