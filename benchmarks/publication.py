"""How well publication dates are found where nobody gives them.

`python -m benchmarks.publication` reads the reference texts beside the repository: the five articles and ten Wikinews
articles with what a reader found out about them, and news and histories in TimeML whose creation time is hidden. It
prints shares in per cent, without and with the suggestion of all other texts, then what was found for each article.
A date is right if its days hold the day; its distance is that of its first known end.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lxml import etree

from graph.ids import document_id
from graph.when import When, edtf
from loaders.documents import build
from loaders.neighbours import Dated
from loaders.pipeline import first_look
from loaders.publication import Scene
from loaders.records import Found, Given, Published
from loaders.suggestion import suggest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True)
class Case:
    """A text and the days on one of which it was published, as far as that is known."""

    name: str
    text: str
    first: date
    last: date


@dataclass(frozen=True)
class Answer:
    """What was found for a case."""

    case: Case
    scene: Scene
    found: Published
    when: When | None
    """Days found, or suggested where none are."""

    @property
    def right(self) -> bool:
        """Whether the days found and the days known share one."""
        return self.when is not None and not (
            (self.when.last or date.max) < self.case.first or (self.when.first or date.min) > self.case.last
        )

    @property
    def sure(self) -> bool:
        """Whether it is given without a mark of doubt."""
        return self.when is not None and not self.when.uncertain and not self.when.approximate

    @property
    def exact(self) -> bool:
        """Whether it is one day, the right one."""
        return self.when is not None and self.when.first == self.when.last and self.right

    @property
    def distance(self) -> int | None:
        """Days from the first known end to the nearest day known."""
        day = (self.when.first or self.when.last) if self.when else None
        if day is None:
            return None
        return max((self.case.first - day).days, (day - self.case.last).days, 0)


def answer(case: Case) -> Answer:
    """Read a case with no date given and no metadata."""
    document = build(
        Found(name=case.name, text=case.text, sha256="0" * 64, format="text", given=Given(), metadata=Given())
    )
    scene, found = first_look(document)
    return Answer(case, scene, found, found.when)


def helped(own: Answer, dated: Sequence[Dated]) -> Answer:
    """The same with what the other texts suggest."""
    suggested = suggest(own.scene, own.found, dated).when
    return replace(own, when=suggested) if suggested else own


def articles() -> Iterator[Case]:
    """The five articles, with the days between which they appeared."""
    meta = json.loads((SHARED / "gold" / "seed_meta.json").read_text(encoding="utf-8"))
    for one in meta["documents"]:
        first, last = (date.fromisoformat(day) for day in one["published_interval"])
        yield Case(one["doc"], (SHARED / "seeds" / one["doc"]).read_text(encoding="utf-8"), first, last)


def wikinews() -> Iterator[Case]:
    """Ten news articles with their day."""
    folder = SHARED / "data" / "wikinews"
    for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["published"])
        yield Case(row["file"], (folder / row["file"]).read_text(encoding="utf-8"), day, day)


def timeml(folder: Path) -> Iterator[Case]:
    """Texts whose creation time is hidden."""
    for path in sorted(folder.glob("*.tml")):
        root = etree.fromstring(path.read_bytes().lstrip())
        day = date.fromisoformat(root.find(".//DCT/TIMEX3").get("value")[:10])
        yield Case(path.stem, "".join(root.find(".//TEXT").itertext()), day, day)


def figures(answers: Sequence[Answer]) -> str:
    """One row of a Markdown table: shares in per cent."""
    counts = (
        sum(one.when is not None for one in answers),
        sum(one.exact for one in answers),
        sum(one.distance is not None and one.distance <= 7 for one in answers),
        sum(one.distance is not None and one.distance <= 31 for one in answers),
        sum(one.sure and not one.right for one in answers),
    )
    return f"{len(answers)} | " + " | ".join(f"{100 * count / len(answers):.0f}" for count in counts)


def table(answers: Iterable[Answer]) -> Iterator[str]:
    """Rows of a Markdown table: file, method, days found, whether sure, days known, whether right."""
    for one in answers:
        known = edtf_of(one.case.first, one.case.last)
        found = edtf(one.when) if one.when else "–"
        sure = "sure" if one.sure else "unsure" if one.when else "–"
        right = "right" if one.right else "wrong" if one.when else "none given"
        yield f"{one.case.name} | {one.found.basis or '–'} | {found} | {sure} | {known} | {right}"


def edtf_of(first: date, last: date) -> str:
    """Known days as EDTF."""
    return first.isoformat() if first == last else f"{first}/{last}"


SETS: dict[str, Callable[[], Iterable[Case]]] = {
    "five articles": articles,
    "ten Wikinews articles": wikinews,
    "AQUAINT, news": lambda: timeml(SHARED / "data" / "timex" / "aquaint"),
    "WikiWars, histories": lambda: timeml(SHARED / "data" / "timex" / "wikiwars"),
}


def main() -> None:
    """Print the figures, and what was found for each of the articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    if not SHARED.exists():
        parser.exit(message="The reference texts are not beside the repository: nothing to measure.\n")
    answers = {name: [answer(case) for case in read()] for name, read in SETS.items()}
    cases = [one.case for some in answers.values() for one in some]
    dated = [Dated(document=document_id(one.text), title=one.name, day=one.first, text=one.text) for one in cases]
    print("| texts | number | days given | one day, right | ≤ 7 days off | ≤ 31 days off | wrong and sure |")
    print("| --- |" + " ---: |" * 6)
    for name, some in answers.items():
        print(f"| {name} | {figures(some)} |")
        print(f"| – with the suggestion | {figures([helped(one, dated) for one in some])} |")
    print("\n| file | method | days found | | days known | |\n| --- | --- | --- | --- | --- | --- |")
    for row in table(one for name, some in answers.items() if "articles" in name for one in some):
        print(f"| {row} |")


if __name__ == "__main__":
    main()
