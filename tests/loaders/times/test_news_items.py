"""News about invented places, annotated by hand before they were read: `[words|TIMEX3 value]` in the text.

The name of a file begins with the day it was published on. `null` marks words that may be read or left.
"""

from dataclasses import replace
from pathlib import Path

from tests.loaders.times.test_histories import annotated, wrong

TEXTS = sorted((Path(__file__).parent / "news").glob("*.txt"))
LEAST = 0.97


def test_most_times_of_news_are_read_rightly() -> None:
    documents = [replace(annotated(path.stem, path.read_text("utf-8")), created=path.stem[:10]) for path in TEXTS]
    slips = [slip for document in documents for slip in wrong(document)]
    count = sum(one.value != "null" for document in documents for one in document.expressions)
    assert 1 - len(slips) / count >= LEAST, "\n".join(slips)
