"""What a format module is: a name, the endings it answers to, and a function from a source to texts.

A later format (PDF, e-mail, feed, web archive) is one more module with one `Format` and one line in
`loaders/formats/__init__.py`. A source may hold several texts; what is wrong with one of them is told at the end, after
the others were handed over.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.errors import DocumentError
from loaders.records import Found, Given

LARGEST = 10_000_000
"""Bytes of one document. A novel has one million; what is larger is a pile of documents and must be taken apart."""
STANDARD_INPUT = Path("-")


@dataclass(frozen=True)
class Source:
    """Bytes under a name."""

    path: Path
    given: Given

    @property
    def name(self) -> str:
        """The file's name without its folders, as a user would write it."""
        return "standard input" if self.path == STANDARD_INPUT else self.path.name

    def open(self) -> BinaryIO:
        """The bytes as a stream.

        Raises: DocumentError if the name is no UTF-8, or there is nothing readable under it.
        """
        if self.path == STANDARD_INPUT:
            return sys.stdin.buffer
        check_name(self.path)
        if self.path.is_dir():
            raise DocumentError(f"{self.name} is a folder, not a document.")
        try:
            return self.path.open("rb")
        except OSError as error:
            raise unreadable(self.path, error) from error

    def content(self, *, most: int = LARGEST) -> bytes:
        """All bytes.

        Raises: DocumentError as `open`, and if they are more than `most`.
        """
        with self.open() as stream:
            try:
                data = stream.read(most + 1)
            except OSError as error:
                raise unreadable(self.path, error) from error
        if len(data) > most:
            raise too_large(self.name, most)
        return data

    def found(self, text: str, data: bytes, format_name: str, metadata: Given) -> Found:
        """One text of this source."""
        path = None if self.path == STANDARD_INPUT else self.path
        digest = hashlib.sha256(data).hexdigest()
        return Found(
            name=self.name,
            text=text,
            sha256=digest,
            format=format_name,
            given=self.given,
            metadata=metadata,
            path=path,
        )


@dataclass(frozen=True)
class Format:
    """One kind of file."""

    name: str
    endings: frozenset[str]
    """With their dot, lower case."""
    begins: Callable[[bytes], bool]
    """Whether the first bytes of a file without a known ending look like this format."""
    read: Callable[[Source], Iterator[Found]]
    """Raises: DocumentError if nothing can be read, or, after the last text, for those that could not."""


def check_name(path: Path) -> None:
    """Refuse a name that cannot be shown or stored.

    Raises: DocumentError if the name is no UTF-8.
    """
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError as error:
        shown = os.fsencode(path.name).decode("utf-8", "backslashreplace")
        raise DocumentError(
            f"The name of the file {shown} is not UTF-8.", hint="Rename the file; its content may stay as it is."
        ) from error


def unreadable(path: Path, error: OSError) -> DocumentError:
    """A sentence for what the operating system says."""
    reason = (error.strerror or "it cannot be opened").lower()
    hint = "Check the path." if isinstance(error, FileNotFoundError) else "Check the file and its permissions."
    return DocumentError(f"{path.name or path} cannot be read: {reason}.", hint=hint)


def too_large(name: str, most: int) -> DocumentError:
    """A sentence for a document beyond the bound."""
    return DocumentError(
        f"{name} is larger than {most // 1_000_000} MB, which no single document is.",
        hint="Take it apart, or give its documents as JSON lines.",
    )
