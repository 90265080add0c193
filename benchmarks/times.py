"""How well times are read: `python -m benchmarks.times TML_FOLDER --system OUT.jsonl [--hide-creation-time]`.

Reads any folder of TimeML files, writes what was read in the form of the TempEval scorer (one JSON line an expression)
and prints its table; per class of expression; gains and losses, mention by mention, against the last accepted run; and
characters per CPU second beside two other taggers (`--speed`). Floors only rise: `--accept` lifts them and keeps this
run to compare with (document, span and value; no words). Exit status 1 if a figure is below its floor.
"""

import argparse
import csv
import hashlib
import json
import time
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.timex import Annotated, Expression, figures, paired, read_folder, shape
from graph.record import Span
from graph.when import When
from loaders.times import find_times, read_times
from loaders.times.timex import timexes

HERE = Path(__file__).parent / "floors"
FLOORS = HERE / "times.json"
FLOORED = ("relaxed_f1", "value_f1", "value_f1_fair")
MOST_ROWS = 40
SPEED = "characters per CPU second, against dateparser.search_dates"
LEAST_SPEED = 2.0

Read = dict[str, tuple[Expression, ...]]
"""Document → what was read in it."""


def main(arguments: list[str] | None = None) -> int:
    """Print everything; 1 if a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--system", type=Path, help="where to write what was read")
    parser.add_argument("--hide-creation-time", action="store_true", help="read without knowing when it was written")
    parser.add_argument("--speed", action="store_true", help="compare characters per CPU second")
    parser.add_argument("--accept", action="store_true", help="lift the floors and keep this run to compare with")
    options = parser.parse_args(arguments)
    documents = read_folder(options.folder)
    read = {one.name: tag(one, hide=options.hide_creation_time) for one in documents}
    if options.system:
        write(options.system, documents, read)
    name = options.folder.name + ("-hidden" if options.hide_creation_time else "")
    below = report(name, documents, read, accept=options.accept)
    below += speed(documents) if options.speed else []
    print(*below, sep="\n")
    return int(bool(below))


def tag(document: Annotated, *, hide: bool) -> tuple[Expression, ...]:
    """The expressions we read, in order of the text."""
    created = document.created[:10]
    published = None
    if created and not hide:
        day = date.fromisoformat(created)
        published = When(first=day, last=day, grain="day", basis="given", text="")
    found = find_times(document.text, [Span(start=0, end=len(document.text))])
    times = read_times(document.name, document.text, found, (), published).times
    written = (one for time_ in times for one in timexes(time_))
    return tuple(Expression(one.span.start, one.span.end, one.kind.upper(), one.value) for one in written)


def write(path: Path, documents: list[Annotated], read: Read) -> None:
    """The scorer's system file."""
    with path.open("w", encoding="utf-8") as out:
        for document in documents:
            for one in read[document.name]:
                words = document.text[one.start : one.end]
                row = {"doc": document.name, "start": one.start, "end": one.end, "type": one.kind, "value": one.value}
                out.write(json.dumps({**row, "text": words}, ensure_ascii=False) + "\n")


def report(name: str, documents: list[Annotated], read: Read, *, accept: bool) -> list[str]:
    """Print tables of one folder; answer with the figures that are below their floors."""
    print(f"{'':24}" + "".join(f"{key:>16}" for key in figures([])))
    halves = {
        "all": documents,
        "even": [d for d in documents if is_even(d)],
        "odd": [d for d in documents if not is_even(d)],
    }
    for half, part in halves.items():
        row = figures((document.expressions, read[document.name]) for document in part)
        print(f"{name + ' ' + half:24}" + "".join(f"{value:16.2f}" for value in row.values()))
    print_classes(documents, read)
    kept = HERE / f"times-{name}.csv"
    print_changes(documents, read, kept)
    found = figures((document.expressions, read[document.name]) for document in documents)
    return _floors(name, {key: found[key] for key in FLOORED}, kept, read, accept=accept)


def is_even(document: Annotated) -> bool:
    """Whether errors in a document may be looked at; the others are only counted, so that rules stay general."""
    return int(hashlib.sha256(document.name.encode()).hexdigest(), 16) % 2 == 0


def print_classes(documents: list[Annotated], read: Read) -> None:
    """Annotated, found, and found with the right value, for each class of expression."""
    counts: dict[str, list[int]] = {}
    for document in documents:
        pairs = paired(document.expressions, read[document.name])
        for index, one in enumerate(document.expressions):
            row = counts.setdefault(shape(one), [0, 0, 0])
            row[0] += 1
            row[1] += index in pairs
            row[2] += index in pairs and read[document.name][pairs[index]].value == one.value
    for name, (gold, found, right) in sorted(counts.items(), key=lambda item: -item[1][0]):
        print(f"  {name:22}{gold:6} annotated{found:6} found{right:6} right")


def print_changes(documents: list[Annotated], read: Read, kept: Path) -> None:
    """Mentions of the even half that came right or went wrong since the last accepted run."""
    if not kept.exists():
        print("  No accepted run to compare with.")
        return
    before = _kept(kept)
    rows = []
    for document in documents:
        was = _right(document, before.get(document.name, ()))
        now = _right(document, read[document.name])
        rows += [
            (sign, document, index) for sign, some in (("+", now - was), ("-", was - now)) for index in sorted(some)
        ]
    print(f"  {sum(r[0] == '+' for r in rows)} gained, {sum(r[0] == '-' for r in rows)} lost since the accepted run.")
    for sign, document, index in [row for row in rows if is_even(row[1])][:MOST_ROWS]:
        one = document.expressions[index]
        words = " ".join(document.text[max(0, one.start - 30) : one.end + 20].split())
        print(f"  {sign} {document.name}:{one.start} {one.value}  {words}")


def _right(document: Annotated, read: tuple[Expression, ...]) -> set[int]:
    pairs = paired(document.expressions, read)
    return {g for g, r in pairs.items() if document.expressions[g].value == read[r].value}


def _kept(path: Path) -> Read:
    found: dict[str, list[Expression]] = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for name, start, end, value in csv.reader(rows):
            found.setdefault(name, []).append(Expression(int(start), int(end), "", value))
    return {name: tuple(some) for name, some in found.items()}


def _floors(name: str, found: dict[str, float], kept: Path, read: Read, *, accept: bool) -> list[str]:
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    own = floors.get(name, {})
    if accept:
        floors[name] = {key: max(value, own.get(key, 0)) for key, value in found.items()}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        with kept.open("w", encoding="utf-8", newline="") as out:
            rows = ((doc, one.start, one.end, one.value) for doc, some in sorted(read.items()) for one in some)
            csv.writer(out, lineterminator="\n").writerows(rows)
    return [
        f"{name}: {key} is {value}, below its floor {own[key]}"
        for key, value in found.items()
        if value < own.get(key, 0)
    ]


def speed(documents: list[Annotated]) -> list[str]:
    """Print characters per CPU second; answer with a line if we are less than twice as fast as dateparser."""
    characters = sum(len(document.text) for document in documents)
    rates = {}
    for name, run in _taggers():
        start = time.process_time()
        for document in documents:
            run(document)
        rates[name] = characters / (time.process_time() - start)
        print(f"  {name:28}{rates[name]:12,.0f} characters per CPU second")
    ratio = rates["Dateline"] / rates["dateparser.search_dates"]
    print(f"  {ratio:.1f} times dateparser")
    return [f"{SPEED}: {ratio:.1f}, below {LEAST_SPEED}"] if ratio < LEAST_SPEED else []


def _taggers() -> Iterator[tuple[str, Callable[[Annotated], object]]]:
    yield "Dateline", lambda document: tag(document, hide=False)
    search = import_module("dateparser.search").search_dates
    yield "dateparser.search_dates", lambda document: search(document.text, languages=["en"])
    if find_spec("datefinder") is None:
        print("  datefinder                  skipped: not installed (pip install datefinder)")
        return
    find = import_module("datefinder").find_dates
    yield "datefinder", lambda document: list(find(document.text))


if __name__ == "__main__":
    raise SystemExit(main())
