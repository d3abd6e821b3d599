"""What a page depends on: the modules that its notebook imports, directly or not, and the data that they read.

A page is made anew only when one of these files has changed. Imports are read, never run. A folder of data
(`rulebook`, `snapshot`, …) counts for a module that names it in a string of its own. The facade
`trial_atlas/__init__.py` offers the whole package, so a notebook that imports it depends on every module;
importing one module through its full name does not count as importing the facade.
"""

import ast
import functools
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from .rooms import PACKAGE

REFERENCE = "TRIAL_ATLAS_SHARED"  # The environment variable that says where the reference data lie


@dataclass(frozen=True)
class Closure:
    "Everything that a page's outputs can depend on beside its own cells."

    modules: frozenset[str]  # Our own modules
    others: frozenset[str]  # Packages of others, e.g. `altair`
    folders: frozenset[str]  # Folders of data in the package
    reference: bool = False  # Whether the reference data beside the repository are asked for


def closure(code: str, root: Path) -> Closure:
    "Follow the imports of a notebook's code as far as they go."
    known = _modules(root)
    data = {p.name for p in (root / PACKAGE).glob("*/") if p.name != "__pycache__" and not any(p.glob("*.py"))}
    modules, others, folders, reference = set(), set(), set(), False
    todo, every = [(None, code)], tuple(known.items())
    while todo:
        name, text = todo.pop()
        imported, strings = map(set, _names(text, name, every))
        folders |= {part for s in strings for part in re.split(r"[/.]", s)} & data
        reference |= REFERENCE in strings
        imported |= {s for s in strings if s.startswith(f"{PACKAGE}.") and s in known}
        if name is None and PACKAGE in imported:
            imported |= set(known)
        others |= {i.partition(".")[0] for i in imported} - {PACKAGE}
        new = {i for i in imported if i in known and i != PACKAGE} - modules
        modules |= new
        todo += [(i, known[i].read_text(encoding="utf-8")) for i in new]
    return Closure(frozenset(modules), frozenset(others), frozenset(folders), reference)


def fingerprint(found: Closure, root: Path) -> str:
    "One hash over the files of a closure and the versions of everything installed."
    known = _modules(root)
    paths = {known[m] for m in found.modules} | {root / "requirements.lock"}
    for folder in found.folders:
        paths |= {p for p in (root / PACKAGE / folder).rglob("*") if p.is_file()}
    sha = hashlib.sha256()
    for path in sorted(p for p in paths if p.exists()):
        sha.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    if found.reference:
        place = root / os.environ.get(REFERENCE, "../shared")
        sha.update(repr(sorted((str(p), p.stat().st_size) for p in place.rglob("*") if p.is_file())).encode())
    return sha.hexdigest()


def _modules(root: Path) -> dict[str, Path]:
    paths = {p: p.relative_to(root).with_suffix("").parts for p in (root / PACKAGE).rglob("*.py")}
    return {".".join(parts).removesuffix(".__init__"): path for path, parts in paths.items()}


@functools.cache
def _names(text: str, module: str | None, every: tuple[tuple[str, Path], ...]) -> tuple[frozenset[str], frozenset[str]]:
    "Names of everything imported in a module's text, and its strings; most modules are asked for by many pages."
    imported, strings, known = set(), set(), dict(every)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, module, known)
            below = {f"{base}.{alias.name}" for alias in node.names} & known.keys()
            imported |= below if base == PACKAGE and len(below) == len(node.names) else below | {base}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            strings.add(node.value)
    return frozenset(imported), frozenset(strings)


def _base(node: ast.ImportFrom, module: str | None, known: dict[str, Path]) -> str:
    "The module that a `from … import` names, relative imports resolved."
    if not node.level or not module:
        return node.module or ""
    is_package = known[module].name == "__init__.py"
    parts = module.split(".")[: -node.level + is_package or None]
    return ".".join(parts + ([node.module] if node.module else []))
