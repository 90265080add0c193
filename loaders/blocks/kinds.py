"""The kind of each paragraph, once it is known where the article is."""

import re
from collections import Counter
from dataclasses import dataclass, field

from graph.model import BlockKind
from loaders.blocks.article import Article, below_links, is_bio, is_headline
from loaders.blocks.datelines import YEAR, is_date_line, is_opening
from loaders.blocks.lines import Paragraph
from loaders.blocks.marks import SIGNATURE, TWEET, are_names, is_byline, is_credited, is_name, is_no_text, marked

SHORT = 12
"""Words of the longest heading inside an article."""


COUNTERS = frozenset({"view", "views", "0"})
"""Words that a counter leaves beside an author's name."""
FIGURE = re.compile(r"[^\W\d][^:\n]{1,40}: ?\d[\d,.]*\b")
"""A line of a count: "Injured: 4,877"."""
LETTERS_ALONE = re.compile(r"[\W_]+")
PULLED = 0.7
"""Share of the four-word runs of a pulled quotation that the running text must have; its signature is not there."""
LIST_MARKS = frozenset("-*+•·‣◦▪■●►▶–")


@dataclass
class Labels:
    """Kinds by index, filled from the sure to the unsure."""

    paragraphs: list[Paragraph]
    article: Article
    kinds: list[BlockKind | None] = field(default_factory=list)

    def put(self, index: int, kind: BlockKind) -> None:
        """Set a kind unless one is set."""
        if self.kinds[index] is None:
            self.kinds[index] = kind


def kinds(paragraphs: list[Paragraph], article: Article) -> list[BlockKind]:
    """A kind for every paragraph."""
    labels = Labels(paragraphs, article, [None] * len(paragraphs))
    for rule in RULES:
        rule(labels)
    return [_left_over(labels, index) for index in range(len(paragraphs))]


def _comments(labels: Labels) -> None:
    """What readers wrote, until a header of links."""
    kind: BlockKind = "comment"
    for index in range(labels.article.comments, len(labels.paragraphs)):
        if marked(labels.paragraphs[index], "related"):
            kind = "related"
        elif marked(labels.paragraphs[index], "comments"):
            kind = "comment"
        labels.put(index, kind)


def _embeds(labels: Labels) -> None:
    """Tweets: the line with the signature or the picture, the hashtags before it, a line that is all quotation."""
    for index, paragraph in enumerate(labels.paragraphs):
        signed = SIGNATURE.search(paragraph.text) is not None
        if not signed and TWEET.search(paragraph.text) is None:
            continue
        labels.put(index, "embed")
        alone = signed and paragraph.text[0] in "—–-"
        if index and (alone or _is_quotation(labels.paragraphs[index - 1].text)):
            labels.put(index - 1, "embed")


def _is_quotation(text: str) -> bool:
    return text[0] in '“"' and text[-1] in '”"' and not any(quote in text[1:-1] for quote in '“”"')


def _captions(labels: Labels) -> None:
    """A line with a picture credit; and the picture's other text just before it, made of the same words."""
    below = below_links(labels.paragraphs)
    for index, paragraph in enumerate(labels.paragraphs):
        if below[index] or not is_credited(paragraph):
            continue
        labels.put(index, "caption")
        if index and _is_alternative(labels.paragraphs[index - 1], paragraph):
            labels.put(index - 1, "caption")


def _is_alternative(before: Paragraph, caption: Paragraph) -> bool:
    """Whether a line is a picture's alternative text: no sentence, most of its words again in the caption."""
    words, known = before.key.split(), set(caption.key.split())
    return not before.is_prose and len(words) > 1 and sum(word in known for word in words) >= len(words) * 0.8


def _repeats(labels: Labels) -> None:
    """Words said before: a picture's text and its caption, a headline in the page's title, a pulled quotation."""
    seen: set[str] = set()
    for index, paragraph in enumerate(labels.paragraphs[: labels.article.end]):
        if not 4 <= len(paragraph.words) <= 120:  # noqa: PLR2004 – shorter lines repeat by chance, longer ones are text
            continue
        words = LETTERS_ALONE.sub(" ", paragraph.text.casefold()).strip()
        if words in seen:
            labels.kinds[index] = "furniture"
        seen.add(words)


def _pulled(labels: Labels) -> None:
    """A sentence set apart to catch the eye, whose words stand in the running text as well: it is told there.

    Signature and left out words allowed for: most runs of four words are enough.
    """
    inside = range(labels.article.head + 1, labels.article.end)
    short = {index: _runs(labels.paragraphs[index]) for index in inside if _may_be_pulled(labels, index)}
    wanted = set().union(*short.values())
    seen: dict[str, set[int]] = {}
    for index in inside if wanted else ():
        for run in _runs(labels.paragraphs[index]) & wanted:
            seen.setdefault(run, set()).add(index)
    for index, runs in short.items():
        again = Counter(other for run in runs for other in seen[run] if other != index)
        longer = (other for other in again if len(labels.paragraphs[other].words) > len(labels.paragraphs[index].words))
        if any(again[other] >= len(runs) * PULLED for other in longer):
            labels.put(index, "furniture")


def _may_be_pulled(labels: Labels, index: int) -> bool:
    """Whether a paragraph is one or two sentences that nothing is known of."""
    return labels.kinds[index] is None and 8 <= len(labels.paragraphs[index].words) <= 60  # noqa: PLR2004 – said above


def _runs(paragraph: Paragraph) -> set[str]:
    """All runs of four words."""
    words = LETTERS_ALONE.sub(" ", paragraph.text.casefold()).split()
    return {" ".join(words[at : at + 4]) for at in range(len(words) - 3)}


def _furniture(labels: Labels) -> None:
    for index, paragraph in enumerate(labels.paragraphs):
        links = marked(paragraph, "related") or marked(paragraph, "more") or _is_inline_link(labels, index)
        if marked(paragraph, "line") or marked(paragraph, "label") or is_no_text(paragraph):
            labels.put(index, "furniture")
        elif links:
            labels.put(index, "furniture" if index < labels.article.head else "related")
        elif marked(paragraph, "end") or marked(paragraph, "comments"):
            labels.put(index, "furniture")


def _is_inline_link(labels: Labels, index: int) -> bool:
    return index >= labels.article.start and marked(labels.paragraphs[index], "lead")


def _bylines(labels: Labels) -> None:
    """Lines that say "by" or give an e-mail address."""
    for index, paragraph in enumerate(labels.paragraphs):
        if is_byline(paragraph):
            labels.put(index, "byline")


def _below(labels: Labels) -> None:
    """What stands below a header of links to other articles."""
    for index, below in enumerate(below_links(labels.paragraphs)):
        if below:
            labels.put(index, "related")


def _links(labels: Labels) -> None:
    """The short lines behind a lead such as "Read more"."""
    inline = False
    for index, paragraph in enumerate(labels.paragraphs):
        inline = not paragraph.is_prose and (inline or labels.kinds[index] == "related")
        if inline:
            labels.put(index, "related")


def _datelines(labels: Labels) -> None:
    """Lines that give a date. Between the paragraphs of an article a date is a heading of it."""
    for index, paragraph in enumerate(labels.paragraphs):
        within = labels.article.head <= index < labels.article.end and not marked(paragraph, "dateline")
        if is_opening(paragraph) or (not within and is_date_line(paragraph.text)):
            labels.put(index, "dateline")


def _signatures(labels: Labels) -> None:
    """A bare name in the two lines behind the article."""
    for index in range(labels.article.end, min(labels.article.end + 2, len(labels.paragraphs))):
        if is_name(labels.paragraphs[index].text):
            labels.put(index, "byline")


def _biographies(labels: Labels) -> None:
    """What is said of the author behind the article, or in its last three paragraphs."""
    authors = {
        word.strip(",.:")
        for kind, paragraph in zip(labels.kinds, labels.paragraphs, strict=True)
        if kind == "byline"
        for word in paragraph.words
        if word[0].isupper()
    }
    for index in range(max(labels.article.start + 2, labels.article.end - 3), labels.article.comments):
        if is_bio(labels.paragraphs[index], authors):
            labels.put(index, "furniture")


def _head(labels: Labels) -> None:
    """Before the article: its headline, what stands under it, and the page's navigation."""
    free = [index for index in range(labels.article.head) if labels.kinds[index] is None]
    credit = [index for index in range(labels.article.head) if labels.kinds[index] in ("byline", "dateline")]
    title = _title(labels, [index for index in free if credit and index < credit[0]])
    if title is None:
        title = _title(labels, free)
    for index in free:
        labels.put(index, _head_kind(labels, index, title, credit))


def _title(labels: Labels, free: list[int]) -> int | None:
    """The best headline; of one that ends another (a page's title, with the way to it) the bare one."""
    best = max(free, key=lambda index: _headline_worth(labels.paragraphs[index]), default=None)
    if best is None or _headline_worth(labels.paragraphs[best]) == 0:
        return None
    whole = labels.paragraphs[best].key
    bare = (index for index in free if index > best and _headline_worth(labels.paragraphs[index]))
    return next((index for index in bare if whole.endswith(labels.paragraphs[index].key)), best)


def _headline_worth(paragraph: Paragraph) -> int:
    """Points as a headline: one of seven words is as good as a longer one; Markdown's first level is best."""
    if not is_headline(paragraph):
        return 0
    return 100 if paragraph.bullet == "#" else min(len(paragraph.words), 7)


def _head_kind(labels: Labels, index: int, title: int | None, credit: list[int]) -> BlockKind:
    paragraph = labels.paragraphs[index]
    if index == title:
        return "title"
    if paragraph.is_prose:
        return "body"
    if index == labels.article.head - 1 and (title is None or YEAR.search(paragraph.text)):
        return "heading"
    return "furniture" if title is None or index < title else _below_title(labels, index, credit)


def _below_title(labels: Labels, index: int, credit: list[int]) -> BlockKind:
    """Between headline and article: authors, the line under the headline, a caption, labels."""
    words = labels.paragraphs[index].words
    if are_names(" ".join(word for word in words if word.casefold() not in COUNTERS)):
        return "byline"
    if len(words) < (2 if index == labels.article.head - 1 else 5):
        return "furniture"
    return "caption" if credit and index > credit[0] else "heading"


def _inside(labels: Labels) -> None:
    """The article itself."""
    for index in range(labels.article.start, labels.article.end):
        labels.put(index, "body" if _is_told(labels.paragraphs[index]) else "heading")


def _is_told(paragraph: Paragraph) -> bool:
    """Whether it is more than a heading: a sentence, a long line, a list's entry, "He wrote:" before a quotation."""
    if FIGURE.match(paragraph.text):
        return True
    leads = paragraph.text[-1] == ":" and len(paragraph.words) > 1 and paragraph.words[-1][0].islower()
    return paragraph.is_prose or leads or len(paragraph.words) > SHORT or paragraph.bullet in LIST_MARKS


RULES = (
    _comments,
    _embeds,
    _captions,
    _repeats,
    _pulled,
    _bylines,
    _below,
    _furniture,
    _links,
    _datelines,
    _signatures,
    _biographies,
    _head,
    _inside,
)
"""From the sure to the unsure: a line keeps the first kind it is given."""


def _left_over(labels: Labels, index: int) -> BlockKind:
    """Behind the article: prose that no header has taken away is body, the rest furniture."""
    kind = labels.kinds[index]
    if kind is not None:
        return kind
    paragraph = labels.paragraphs[index]
    told = paragraph.is_prose or labels.article.end == 0 or FIGURE.match(paragraph.text)
    return "body" if told else "furniture"
