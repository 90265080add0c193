"""The annotated news beside the repository: documents with their dates, references, and the scorer of these.

None of it is part of the project; on a machine without it, whoever asks is told so.
"""

import importlib.util
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.export import claim_line
from graph.model import Document
from loaders import pipeline
from loaders.jobs import Job, Read, read
from loaders.records import Given

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCORER = SHARED / "gold" / "score_claims.py"
PUBLISHED = {
    "000": "2024-11-11",
    "001": "2024-10-24",
    "002": "2025-03",
    "003": "2024-10-25",
    "004": "2025-01-24",
}
"""Publication days of the five articles, by the first letters of their names."""

Line = dict[str, Any]


@dataclass(frozen=True)
class Reference:
    """Documents with the claims that a careful reader found in them."""

    name: str
    gold: Path
    """A file of records or a folder of such files."""
    files: tuple[tuple[Path, Given], ...]

    def documents(self) -> Iterator[tuple[str, Document]]:
        """File name and document, in order of the names."""
        for path, given in self.files:
            for answer in read(Job(path=path, name=path.name, given=given)):
                if isinstance(answer, Read):
                    yield path.name, answer.document

    def digest(self) -> str:
        """Of the annotation, so that figures are only compared where they are about the same records."""
        paths = sorted(self.gold.glob("*.jsonl")) if self.gold.is_dir() else [self.gold]
        return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]

    def lines(self) -> list[Line]:
        """The claims of all documents, as `dateline extract` prints them."""
        return [
            json.loads(json.dumps(claim_line(claim, name)))
            for name, document in self.documents()
            for claim in pipeline.extract(document).claims
        ]


def references() -> tuple[Reference, ...]:
    """The sets that are there; none on a machine without them."""
    return tuple(one for one in (_five(), _wikinews()) if one.gold.exists())


def _five() -> Reference:
    files = tuple(
        (path, Given(published=PUBLISHED[path.name[:3]])) for path in sorted((SHARED / "seeds").glob("*.txt"))
    )
    return Reference("five", SHARED / "gold" / "seed_gold.jsonl", files)


def _wikinews() -> Reference:
    folder = SHARED / "data" / "wikinews"
    manifest = folder / "manifest.jsonl"
    rows = [json.loads(line) for line in manifest.read_text("utf-8").splitlines()] if manifest.exists() else []
    files = tuple((folder / row["file"], Given(published=row["published"], title=row["title"])) for row in rows)
    return Reference("wikinews", folder, files)


def scorer() -> ModuleType:
    """The program that comes with the references."""
    spec = importlib.util.spec_from_file_location("score_claims", SCORER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORER)
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_claims"] = module
    spec.loader.exec_module(module)
    return module
