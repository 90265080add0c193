"""How well publication dates are found where nobody gives them.

`python -m benchmarks.publication [--table | --suggest]` reads the reference texts beside the repository: the five
articles and ten Wikinews articles with what a reader found out about them, and news and histories in TimeML whose
creation time is hidden. A date is right if its days hold the day; its distance is that of its first known end.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from graph.model import CLAIM_BLOCKS
from graph.when import edtf
from loaders.blocks import label
from loaders.documents import build
from loaders.neighbours import Dated, neighbours
from loaders.publication import publication
from loaders.records import Found, Given, Published
from loaders.times import find_times

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
    found: Published

    @property
    def right(self) -> bool:
        """Whether the days found and the days known share one."""
        when = self.found.when
        return when is not None and not (
            (when.last or date.max) < self.case.first or (when.first or date.min) > self.case.last
        )

    @property
    def sure(self) -> bool:
        """Whether it is given without a mark of doubt."""
        return self.found.when is not None and not self.found.when.uncertain

    @property
    def exact(self) -> bool:
        """Whether it is one day, the right one."""
        when = self.found.when
        return when is not None and when.first == when.last and self.right

    @property
    def distance(self) -> int | None:
        """Days from the first known end to the nearest day known."""
        when = self.found.when
        day = (when.first or when.last) if when else None
        if day is None:
            return None
        return max((self.case.first - day).days, (day - self.case.last).days, 0)


def answer(case: Case) -> Answer:
    """Read a case with no date given and no metadata."""
    document = build(
        Found(name=case.name, text=case.text, sha256="0" * 64, format="text", given=Given(), metadata=Given())
    )
    blocks = label(document.text)
    times = find_times(document.text, [block.span for block in blocks if block.kind in CLAIM_BLOCKS])
    return Answer(case, publication(document, blocks, times))


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


def figures(cases: Iterable[Case]) -> str:
    """One row of a Markdown table: shares in per cent."""
    answers = [answer(case) for case in cases]
    counts = (
        sum(one.found.when is not None for one in answers),
        sum(one.exact for one in answers),
        sum(one.distance is not None and one.distance <= 7 for one in answers),
        sum(one.distance is not None and one.distance <= 31 for one in answers),
        sum(one.sure and not one.right for one in answers),
    )
    return f"{len(answers)} | " + " | ".join(f"{100 * count / len(answers):.0f}" for count in counts)


def table(cases: Iterable[Case]) -> Iterator[str]:
    """Rows of a Markdown table: file, method, days found, whether sure, days known, whether right."""
    for one in map(answer, cases):
        when = one.found.when
        known = edtf_of(one.case.first, one.case.last)
        found = edtf(when) if when else "–"
        sure = "sure" if one.sure else "unsure" if when else "–"
        right = "right" if one.right else "wrong" if when else "none given"
        yield f"{one.case.name} | {one.found.basis or '–'} | {found} | {sure} | {known} | {right}"


def suggestions() -> Iterator[str]:
    """Rows of a Markdown table: how far off the day of the likest other text of all sets is, in per cent."""
    cases = {name: list(read()) for name, read in SETS.items()}
    dated = [
        Dated(document=case.name, title=case.name, day=case.first, text=case.text)
        for some in cases.values()
        for case in some
    ]
    for name, some in cases.items():
        nearest = [neighbours(case.text, [one for one in dated if one.document != case.name])[0] for case in some]
        off = [abs((near.day - case.first).days) for near, case in zip(nearest, some, strict=True)]
        within = " | ".join(f"{100 * sum(days <= most for days in off) / len(off):.0f}" for most in (7, 31))
        yield f"{name} | {len(some)} | {within}"


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
    """Print the figures, and with `--table` what was found for each of the articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", action="store_true", help="what was found for each of the fifteen articles")
    parser.add_argument("--suggest", action="store_true", help="how far off the likest other text is, one left out")
    if not SHARED.exists():
        parser.exit(message="The reference texts are not beside the repository: nothing to measure.\n")
    chosen = parser.parse_args()
    if chosen.suggest:
        print("| texts | number | ≤ 7 days off | ≤ 31 days off |\n| --- | ---: | ---: | ---: |")
        for row in suggestions():
            print(f"| {row} |")
        return
    if chosen.table:
        print("| file | method | days found | | days known | |\n| --- | --- | --- | --- | --- | --- |")
        for row in (*table(articles()), *table(wikinews())):
            print(f"| {row} |")
        return
    print("| texts | number | days given | one day, right | ≤ 7 days off | ≤ 31 days off | wrong and sure |")
    print("| --- |" + " ---: |" * 6)
    for name, cases in SETS.items():
        print(f"| {name} | {figures(cases())} |")


if __name__ == "__main__":
    main()
