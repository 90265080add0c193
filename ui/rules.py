"""What each reading rule does, in the words of its docstring, read from the source without running it."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import loaders


@cache
def rules() -> Mapping[str, str]:
    """Name of a rule below `loaders` → first line of its docstring; those without one are left out.

    A rule is a function, or a constant that holds its name and has its docstring below it. The source is parsed, not
    imported: importing it would bring the language model into the page's process. Where two share a name, a constant
    counts before a function, then one in a module or folder called `rules`, then the first by path.
    """
    found: dict[str, str] = {}
    modules = sorted(Path(loaders.__file__).parent.rglob("*.py"), key=_rules_first)
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    for named in (_constants, _functions):
        for tree in trees:
            for name, text in named(tree):
                found.setdefault(name, text.partition("\n")[0])
    return MappingProxyType(found)


def _rules_first(path: Path) -> tuple[bool, Path]:
    return "rules" not in {path.stem, path.parent.name}, path


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for statement, below in pairwise(tree.body):
        value = statement.value if isinstance(statement, ast.Assign) else None
        text = below.value if isinstance(below, ast.Expr) else None
        if isinstance(value, ast.Constant) and isinstance(text, ast.Constant):
            yield str(value.value), str(text.value)


def _functions(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (text := ast.get_docstring(node)):
            yield node.name, text
