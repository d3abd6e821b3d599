"""Every notebook has the anatomy that readers rely on."""

import ast
import json
import re
from pathlib import Path

import pytest

NBS = Path(__file__).resolve().parents[1] / "nbs"
PATHS = sorted(p for p in NBS.rglob("*.ipynb") if not any(x.startswith(("_", ".")) for x in p.relative_to(NBS).parts))
ALL = [p for p in PATHS if p.stem != "index"]
LIBRARY = [p for p in ALL if p.parent.name != "atlas"]


def named(paths: list[Path]):
    return pytest.mark.parametrize("path", paths, ids=[p.relative_to(NBS).as_posix() for p in paths])


def cells(path: Path, kind: str | None = None) -> list[str]:
    stored = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(c["source"]) for c in stored if kind in (None, c["cell_type"])]


def exported(path: Path) -> list[str]:
    return [c for c in cells(path, "code") if re.match(r"#\| *exports?\b", c)]


def tree(code: str) -> ast.Module:
    return ast.parse(re.sub(r"^(\s*)[%!].*$", r"\1pass", code, flags=re.M))


@named(PATHS)
def test_is_stored_clean_and_small(path: Path):
    assert path.stat().st_size < 150_000, "a stored notebook is smaller than 150 kB"
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        assert not cell.get("outputs") and not cell.get("execution_count"), "outputs are read on the site"
        assert not cell["metadata"], "say it with #| directives; cell metadata are lost"


@named(ALL)
def test_opens_with_a_title_and_a_promise(path: Path):
    first = cells(path)[0]
    found = re.fullmatch(r"# (?P<title>.+)\n\n> (?P<promise>.+\.)", first.strip())
    assert found, f"the first cell is `# title`, an empty line and `> promise.`, in one sentence; found {first[:80]!r}"
    if path in LIBRARY:
        assert found["title"] == re.sub(r"^\d+[a-z]?_", "", path.stem), "the title is the module's name"


@named(LIBRARY)
def test_names_its_module_in_a_cell_of_its_own(path: Path):
    name = re.sub(r"^\d+[a-z]?_", "", path.stem)
    room = path.parent.name + "." if path.parent != NBS else ""
    assert cells(path)[1].strip() == f"#| default_exp {room}{name}"


@named([p for p in ALL if p not in LIBRARY])
def test_a_readers_notebook_exports_nothing(path: Path):
    assert not exported(path) and not any("default_exp" in c for c in cells(path, "code"))


@named(PATHS)
def test_imports_are_explicit_and_look_backwards(path: Path):
    number = re.match(r"\d+[a-z]?", path.stem)
    numbers = {}
    for other in LIBRARY:
        room = other.parent.name + "." if other.parent != NBS else ""
        numbers[f"trial_atlas.{room}{re.sub(r'^[0-9]+[a-z]?_', '', other.stem)}"] = re.match(r"\d+[a-z]?", other.stem)[
            0
        ]
    for code in cells(path, "code"):
        for node in ast.walk(tree(code)):
            if isinstance(node, ast.ImportFrom):
                assert all(a.name != "*" for a in node.names), (
                    f"`from {node.module} import *` hides where names come from"
                )
                assert node.level == 0, "imports in notebooks are absolute"
                theirs = numbers.get(node.module or "")
                if number and theirs and path in LIBRARY:
                    assert theirs < number[0], f"{node.module} comes later ({theirs}) than this notebook"


@named(LIBRARY)
def test_exported_functions_are_short_and_told(path: Path):
    for code in exported(path):
        for node in ast.walk(tree(code)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = node.end_lineno - node.lineno + 1
                assert length <= 40, f"{node.name} has {length} lines; 40 are allowed"
        for node in tree(code).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                told = ast.get_docstring(node)
                assert told and told.endswith("."), f"{node.name} needs a docstring that ends in a full stop"


@named(LIBRARY)
def test_imports_stand_apart_from_code(path: Path):
    for code in exported(path):
        kinds = {isinstance(node, ast.Import | ast.ImportFrom) for node in tree(code).body}
        assert len(kinds) <= 1, f"a cell holds imports or code, not both: {code[:80]!r}"


@named(LIBRARY)
def test_ends_as_every_notebook_does(path: Path):
    headings = [m[1] for c in cells(path, "markdown") for m in re.finditer(r"^## (.+)$", c, re.M)]
    assert headings[-3:] == ["What it refuses", "What it does not know", "Export"]
    assert cells(path)[-1].startswith("#| hide") and "nbdev_export()" in cells(path)[-1]


@named(ALL)
def test_has_prose_to_read(path: Path):
    prose = " ".join(re.sub(r"```.*?```", "", c, flags=re.S) for c in cells(path, "markdown"))
    assert len(prose.split()) >= 200, "a notebook tells what it does; 400 to 1,200 words are the aim"


@named(LIBRARY)
def test_no_name_is_given_twice(path: Path):
    "Functions above would see the later value, too; only a value that is made from the first may follow it."
    given: dict[str, int] = {}
    for code in exported(path):
        for node in tree(code).body:
            used = {
                part.id for part in ast.walk(getattr(node, "value", None) or ast.Pass()) if isinstance(part, ast.Name)
            }
            targets = (
                node.targets
                if isinstance(node, ast.Assign)
                else [node.target]
                if isinstance(node, ast.AnnAssign)
                else []
            )
            parts = [part for target in targets for part in getattr(target, "elts", [target])]
            names = [part.id for part in parts if isinstance(part, ast.Name) and part.id not in used]
            names += [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
            for name in names:
                given[name] = given.get(name, 0) + 1
    assert not (twice := sorted(name for name, times in given.items() if times > 1)), twice
