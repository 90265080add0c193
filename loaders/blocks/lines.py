"""Lines of a text, and the paragraphs they make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
BULLET = re.compile(r"(?:[•·‣◦▪■●►▶»]|[-*+–](?=\s)|\(?\d{1,3}[.)](?=\s))\s*|#{1,6}\s+|>\s+")
SENTENCE_END = re.compile(r"(?<![ap]\.m)[.!?…。！？][\"'”’»)\]*_]*(?:\s?\[\d{1,3}\])*$")
SENTENCE_BREAK = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s+")
NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
LINK_END = re.compile(r"\]\([^()\s]{0,500}\)")
NO_WORD = re.compile(r"[^\w#]+|_+")
OPEN_END = re.compile(r"(?:\b(?:the|an?|of|and|or|by|in|on|at|to|for|from|with|as|that|its|his|her|their)|,)$")
"""English words that no line ends on unless the paragraph goes on."""

ENDED, UNENDED = 5, 30
"""Words that make prose of a line that ends a sentence, and of one that does not."""
WIDEST_WRAP = 120
"""Columns; longer lines were not broken by hand or by a mail program."""
LONGEST = 20_000
"""Characters of one paragraph; longer ones are cut after a sentence, so that a file without line breaks stays cheap."""


def key(text: str) -> str:
    """Text for comparing: no case, no punctuation, no addresses of Markdown's links, `#` for every number."""
    return NO_WORD.sub(" ", NUMBER.sub(" # ", LINK_END.sub("]", text).casefold())).strip()


@dataclass(frozen=True)
class Paragraph:
    """Lines that read as one; offsets into the document, white space and bullet excluded."""

    start: int
    end: int
    text: str
    gap: bool
    """Whether a blank line, or the start of the text, stands before it."""
    bullet: str = ""
    """The list mark, heading mark or quote mark it began with."""

    @cached_property
    def key(self) -> str:
        """The first 400 characters for comparing."""
        return key(self.text[:400])

    @cached_property
    def words(self) -> list[str]:
        """Words as written."""
        return self.text.split()

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether the last character ends a sentence."""
        return SENTENCE_END.search(self.text[-8:]) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text rather than as a headline, a label or a list entry."""
        words = len(self.words)
        if not self.ends_sentence:
            return words >= UNENDED
        return words >= ENDED or _unspaced(self.text) or (words > 1 and self._is_statement)

    @property
    def _is_statement(self) -> bool:
        """Whether a few words with a full stop are a sentence and no name: "He did." but not "Osk Inc."."""
        return "." in self.text[-3:] and any(word[0].islower() for word in self.words[1:])


def _unspaced(text: str) -> bool:
    """Whether the script writes long text without spaces."""
    return len(text) > 15 and text.count(" ") * 15 < len(text)  # noqa: PLR2004 – no European word is as long


def paragraphs(text: str) -> list[Paragraph]:
    """All paragraphs in order: hard-wrapped lines joined, overlong ones cut, every other line by itself."""
    lines = list(_lines(text))
    joined = _join(text, lines, _wrap_width(lines))
    return [piece for paragraph in joined for piece in _cut(paragraph)]


def _lines(text: str) -> Iterator[Paragraph]:
    last = 0
    for match in LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped[0])
        gap = last == 0 or len(BREAK.findall(text, last, start)) > 1
        last = start + len(stripped)
        mark = BULLET.match(stripped)
        inside = mark.end() if mark and mark.end() < len(stripped) else 0
        yield Paragraph(start + inside, last, stripped[inside:], gap, stripped[:inside].strip())


def _wrap_width(lines: list[Paragraph]) -> int:
    """Columns at which the text was broken by hand; 0 if it was not.

    Broken prose goes on in lower case on most lines; lists of headlines do not.
    """
    pairs = [(one, two) for one, two in pairwise(lines) if not two.gap and not two.bullet]
    continued = sum(two.text[0].islower() for _, two in pairs)
    widest = max((len(one.text) for one, _ in pairs), default=0)
    return widest if widest <= WIDEST_WRAP and continued * 3 > len(pairs) else 0


def _join(text: str, lines: list[Paragraph], width: int) -> Iterator[Paragraph]:
    current: Paragraph | None = None
    for line in lines:
        if current is not None and _goes_on(current, line, width):
            current = Paragraph(current.start, line.end, text[current.start : line.end], current.gap, current.bullet)
            continue
        if current is not None:
            yield current
        current = line
    if current is not None:
        yield current


def _goes_on(current: Paragraph, line: Paragraph, width: int) -> bool:
    """Whether a line carries on the paragraph before it."""
    if line.bullet or current.bullet.startswith("#"):
        return False
    opens_low = (line.text[0].islower() or line.text[0] in ",.;:)") and not current.ends_sentence
    if line.gap:
        return opens_low and len(current.words) >= 8  # noqa: PLR2004 – no label is as long
    last_line = current.text.rsplit("\n", 1)[-1]
    full = width > 0 and len(last_line) + 1 + len(line.words[0]) > width * 0.9
    low = opens_low and (width > 0 or "\n" in current.text or len(line.words) > 5)  # noqa: PLR2004 – labels are shorter
    return full or low or (not current.ends_sentence and OPEN_END.search(current.text[-12:]) is not None)


def _cut(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph in pieces of at most `LONGEST` characters, cut after a sentence where one ends, else anywhere."""
    start = 0
    while len(paragraph.text) - start > LONGEST:
        window = paragraph.text[start : start + LONGEST]
        ends = [match.end() for match in SENTENCE_BREAK.finditer(window)]
        end = start + (ends[-1] if ends else LONGEST)
        yield _piece(paragraph, start, end)
        start = end
    yield _piece(paragraph, start, len(paragraph.text)) if start else paragraph


def _piece(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    text = paragraph.text[start:end].rstrip()
    return Paragraph(paragraph.start + start, paragraph.start + start + len(text), text, gap=True)
