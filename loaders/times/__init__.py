"""Times: find what names one (`find_times`), then put it on the calendar (`read_times`).

A grammar of our own over `loaders/lexicon/times_*.csv`: the text becomes a run of kinds of words, and rules are
patterns over it (`rules/`). Finding needs no date; resolving counts from publication, or from what was told before.
"""

from loaders.times.find import find_times
from loaders.times.read import TimesRead, document_kind, read_times, resolve_times

__all__ = ["TimesRead", "document_kind", "find_times", "read_times", "resolve_times"]
