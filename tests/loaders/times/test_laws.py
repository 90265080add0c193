"""Laws that hold for every text and every day."""

import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.record import Span
from graph.when import edtf
from loaders.times import find_times, read_times
from loaders.times.words import phrases, words
from tests.loaders.times.reading import day, read
from tests.work import calls

DAYS = st.dates(date(1950, 1, 1), date(2045, 12, 31))
LEXICON = sorted(
    {*words(), *(" ".join(parts) for seconds in phrases().values() for rows in seconds.values() for parts, _ in rows)}
)
PIECES = st.sampled_from(
    [*LEXICON, "18", "1998", "3", "7:30", "'98", "1990s", ",", ".", "-", "–", "(", "\n\n", "X", "x"]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join))

WRITTEN = {
    "iso": "%Y-%m-%d",
    "month day year": "%B %d, %Y",
    "short month": "%b. %d, %Y",
    "day month year": "%d %B %Y",
    "weekday": "%A, %B %d, %Y",
    "slashes": "%m/%d/%Y",
    "dots": "%d.%m.%Y",
}


@given(TEXTS, DAYS)
@settings(max_examples=300, deadline=None)
@example("between May 1 and 10 Muharram 1998 BC - the end of the 1990s", date(2000, 2, 29))
def test_a_mention_cuts_out_its_words_and_none_overlap(text: str, published: date) -> None:
    times = read(text, published.isoformat()).times
    spans = [one.mention.span for one in times]
    assert [one.mention.text for one in times] == [span.cut(text) for span in spans]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(TEXTS, DAYS)
@settings(max_examples=200, deadline=None)
def test_reading_twice_gives_the_same(text: str, published: date) -> None:
    assert read(text, published.isoformat()) == read(text, published.isoformat())


@given(DAYS, st.integers(-400, 400))
@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize("words_", ["yesterday", "today", "tomorrow", "two days ago"])
def test_resolving_moves_with_the_anchor(words_: str, published: date, shift: int) -> None:
    text, other = f"He left {words_}.", published + timedelta(days=shift)
    one, moved = (read(text, anchor.isoformat()).times[0].when for anchor in (published, other))
    assert one is not None
    assert moved is not None
    assert (one.first, one.last) != (None, None)
    assert moved.first == (one.first or published) + timedelta(days=shift)


@given(DAYS, DAYS)
@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize("form", WRITTEN.values(), ids=WRITTEN)
def test_a_written_day_is_that_day_whenever_it_was_published(form: str, known: date, published: date) -> None:
    times = read(f"It fell on {known.strftime(form)}.", published.isoformat()).times
    assert [edtf(one.when) for one in times if one.when] == [known.isoformat()]


@given(DAYS)
@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize(
    "form",
    ["%B %Y", "%Y", "the %dth", "%A", "%B %d", "%B", "early %B", "mid-%B", "late %B", "the end of %B", "late %Y"],
)
def test_the_days_of_a_mention_hold_the_day_of_publication_or_its_neighbours(form: str, published: date) -> None:
    """Every rendering of the day of publication holds it, or (a third of a month) lies within that month or year."""
    text = f"It fell in {published.strftime(form)}."
    whens = [one.when for one in read(text, published.isoformat()).times if one.when]
    part = form.startswith(("early", "mid", "late", "the end"))
    for when in whens:
        assert when.first is not None
        assert when.last is not None
        assert part or when.first <= published <= when.last
        assert (when.first.year, when.last.year) == (published.year, published.year) or part


@given(st.text(alphabet="0123456789-–/.:, MayJunTuedto\n", min_size=200, max_size=3000))
@settings(max_examples=60, deadline=None)
def test_no_run_of_numbers_and_dashes_raises(text: str) -> None:
    read(text)


HOSTILE = {
    "one word": "May ",
    "numbers": "1998-",
    "dashes": "- ",
    "brackets": "(((",
    "ranges": "from March to May 1998 to ",
    "ordinals": "the second of the third of ",
    "units": "two years and a half ",
    "early": "early late mid ",
    "blanks": " \n\n ",
    "letters": "a",
    "digits": "1",
    "dots": "U.",
    "quotes": "'",
    "before Christ": "in 480 BC to ",
    "weekdays": "Sunday's ",
    "tweets": "— X (@x) October 23, 2024\n",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_ten_times_the_text_costs_little_more_than_ten_times_the_work(unit: str) -> None:
    """No input of 100,000 characters raises, and none costs more than linear work.

    Work is counted in calls, which are the same on every machine. What one call takes is only held far below the
    hundredfold of a square; `python -m benchmarks.times --speed` prints the ratio in CPU seconds.
    """
    _work(unit, 1000)
    (calls, seconds), (ten_times, longer) = _work(unit, 10_000), _work(unit, 100_000)
    assert ten_times <= 11 * calls
    assert longer <= 40 * seconds + 0.5


def _work(unit: str, characters: int) -> tuple[int, float]:
    """Calls and CPU seconds of reading that many characters of a text that repeats one unit."""
    text = (unit * (characters // len(unit) + 1))[:characters]
    start = time.process_time()
    made = calls(
        lambda: read_times("d1", text, find_times(text, [Span(start=0, end=len(text))]), (), day("2024-10-25"))
    )
    return made, time.process_time() - start
