"""What each reading rule does, in the words of its docstring, read from the source without running it."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import loaders


@cache
def rules() -> Mapping[str, str]:
    """Name of a function below `loaders` → first line of its docstring; those without one are left out.

    The source is parsed, not imported: importing it would bring the language model into the page's process.
    Where two functions share a name, the first one by path counts.
    """
    found: dict[str, str] = {}
    for name, text in _documented(Path(loaders.__file__).parent):
        found.setdefault(name, text)
    return MappingProxyType(found)


def _documented(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (text := ast.get_docstring(node)):
                yield node.name, text.partition("\n")[0]
