"""Which paragraphs are the article: the run that reads most like prose, up to where its readers begin to speak."""

from dataclasses import dataclass
from itertools import accumulate

from loaders.blocks.datelines import is_date_line
from loaders.blocks.lines import Paragraph
from loaders.blocks.marks import is_byline, is_credited, is_name, marked

FURNITURE, HEADER, INLINE, ENTRY = -10.0, -20.0, -6.0, -3.0
"""Points in words of prose. A box of links inside an article is outweighed by the paragraph behind it."""
MOST = 50.0
"""Points one paragraph can give: an essay in one paragraph must not pay for the page around it."""


LEAD = 100
"""Characters of a paragraph that no notice above a headline has."""


@dataclass(frozen=True)
class Article:
    """Indices of paragraphs, from 0, ends excluded."""

    start: int
    head: int
    """Where its running text begins: headline, byline and date stand before."""
    end: int
    comments: int
    """Where readers' comments begin; the number of paragraphs if there are none."""


def find_article(paragraphs: list[Paragraph]) -> Article:
    """The best-scoring run of paragraphs before the comments (maximum sum, the first of equals)."""
    comments = _comments(paragraphs)
    below = below_links(paragraphs)
    values = [ENTRY if below[index] else worth(paragraph) for index, paragraph in enumerate(paragraphs[:comments])]
    start, end = best_run(values)
    return Article(start, _head(paragraphs, start, end), end, comments)


def below_links(paragraphs: list[Paragraph]) -> list[bool]:
    """For each paragraph whether it stands below a header of links, before the article goes on.

    It goes on with two paragraphs of prose in a row; teasers take turns with their headlines. Above the first prose
    there are no links but navigation.
    """
    found, below, seen = [], False, False
    texts = [_is_text(paragraph) for paragraph in paragraphs]
    for index, paragraph in enumerate(paragraphs):
        if below and texts[index] and _text_follows(paragraphs, texts, index):
            below = False
        found.append(below)
        seen = seen or paragraph.is_prose
        below = below or (seen and marked(paragraph, "related"))
    return found


def _text_follows(paragraphs: list[Paragraph], texts: list[bool], index: int) -> bool:
    """Whether the next paragraph, advertisements and buttons passed over, is text."""
    behind = range(index + 1, min(index + 6, len(paragraphs)))
    follower = next((other for other in behind if not marked(paragraphs[other], "line")), None)
    return follower is not None and texts[follower]


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.is_prose and not any(marked(paragraph, mark) for mark in ("line", "related", "comments", "bio"))


def _head(paragraphs: list[Paragraph], start: int, end: int) -> int:
    """The first prose, unless it is a notice above the headline."""
    headed = any(is_headline(paragraph) for paragraph in paragraphs[:start])
    prose = (index for index in range(start, end) if paragraphs[index].is_prose)
    return next((index for index in prose if headed or not _is_notice(paragraphs[index : min(index + 3, end)])), start)


def _is_notice(paragraphs: list[Paragraph]) -> bool:
    """Whether the first of three is one: a headline follows, and it is short or a byline follows that."""
    notice, *behind = paragraphs
    if not behind or not is_headline(behind[0]):
        return False
    signed = len(behind) > 1 and (is_byline(behind[1]) or is_date_line(behind[1].text))
    return signed or len(notice.text) < LEAD


def is_headline(paragraph: Paragraph) -> bool:
    """Whether it may be a headline: three to forty words, no full stop, no wording of furniture."""
    told = paragraph.is_prose and paragraph.text[-1] not in "?!"
    furniture = any(marked(paragraph, mark) for mark in ("line", "end", "related", "comments", "label"))
    return 3 <= len(paragraph.words) <= 40 and not told and not furniture  # noqa: PLR2004 – said above


def worth(paragraph: Paragraph) -> float:
    """How much a paragraph speaks for being article text, in words of prose."""
    if marked(paragraph, "related"):
        return HEADER
    if marked(paragraph, "line") or marked(paragraph, "end") or marked(paragraph, "comments"):
        return FURNITURE
    if marked(paragraph, "more") or marked(paragraph, "lead") or marked(paragraph, "label"):
        return INLINE
    if not paragraph.is_prose:
        return 0.0 if is_credited(paragraph) else ENTRY
    return min(float(max(len(paragraph.words), len(paragraph.text) // 12)), MOST)


def best_run(values: list[float]) -> tuple[int, int]:
    """Start and end (excluded) of the run with the greatest sum; (0, 0) if no sum is above nought."""
    best, run, start, found = 0.0, 0.0, 0, (0, 0)
    for index, value in enumerate(values):
        if run <= 0:
            run, start = 0.0, index
        run += value
        if run > best:
            best, found = run, (start, index + 1)
    return found


def _comments(paragraphs: list[Paragraph]) -> int:
    """Index of the header after which readers speak.

    "5 Comments" also stands in share bars above the article: the header counts if most prose is behind us, or if what
    follows looks like comments, short names and sentences by turns.
    """
    prose = [len(paragraph.text) if paragraph.is_prose else 0 for paragraph in paragraphs]
    before = [0, *accumulate(prose)]
    for index, paragraph in enumerate(paragraphs):
        if not marked(paragraph, "comments"):
            continue
        behind, ahead = before[index], before[-1] - before[index]
        if behind > ahead or (behind > 0 and _alternates(paragraphs[index + 1 :])):
            return index
    return len(paragraphs)


def _alternates(paragraphs: list[Paragraph]) -> bool:
    """Whether at least a third of the paragraphs are labels of one to four words, the first one too."""
    labels = [len(paragraph.words) <= 4 and not paragraph.ends_sentence for paragraph in paragraphs]  # noqa: PLR2004
    return bool(labels) and labels[0] and sum(labels) * 3 >= len(labels)


def is_bio(paragraph: Paragraph, authors: set[str]) -> bool:
    """Whether it tells of an author: two of author's name first, what authors are, "follow her on"."""
    if len(paragraph.words) > 90 or is_credited(paragraph):  # noqa: PLR2004 – longer ones are interviews
        return False
    opening = {word.strip(".,'’s") for word in paragraph.words[:5]}
    named = bool(opening & authors) or is_name(" ".join(paragraph.words[:2]))
    return sum((named, marked(paragraph, "role"), marked(paragraph, "bio"))) >= 2  # noqa: PLR2004 – said above
