"""A few short documents of a made-up war as files: what a user would load."""

from pathlib import Path

STORY = (
    "Norland sent {number} soldiers to Sudria on {day} October 2024, the defence ministry of Velmark said. "
    "President Ada Quill of Sudria did not deny that they had arrived.\n\n"
    "Velmark's foreign minister said on Thursday that Norland would send 500 more men next month. "
    "“They are being trained near the coast,” he told reporters.\n"
)
OUTLETS = ("The Harbour Courier", "Meridian Wire", "Northgate Observer")


def story(number: int) -> str:
    """The text of one document; each number gives another one."""
    return f"Report {number} from the coast\n\n" + STORY.format(number=f"{1000 + 100 * number:,}", day=1 + number)


def write_corpus(folder: Path, *, count: int = 6) -> list[Path]:
    """So many documents with their rows in `documents.csv`; the files in order of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["file,title,url,publisher,published"]
    paths = []
    for number in range(count):
        path = folder / f"{number:02d}.txt"
        path.write_text(story(number), encoding="utf-8")
        paths.append(path)
        outlet = OUTLETS[number % len(OUTLETS)]
        rows.append(f"{path.name},Report {number},https://outlet-{number}.example/a,{outlet},2024-10-{10 + number:02d}")
    (folder / "documents.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return paths
