"""What a browser would make of a string of HTML: its text, its tags, its links."""

from html.parser import HTMLParser

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![pixel](https://evil.example/p.png)",
    "\"><b onmouseover='alert(1)'>",
    '=HYPERLINK("https://evil.example")',
    "x' OR 1=1 // MATCH (n) DETACH DELETE n",
    "{{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
)  # fmt: skip
"""Texts that want to be more than text."""


class Seen(HTMLParser):
    """The parts of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.marked: list[str] = []
        self._open_marks = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self._open_marks += tag == "mark"
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open_marks -= tag == "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._open_marks:
            self.marked[-1] += data

    @property
    def links(self) -> list[str]:
        """Where the links lead, in order."""
        return [value for name, value in self.attributes if name == "href"]
