"""From an nbdev notebook to the cells of a page.

nbdev's `#|` directives become MyST-NB's cell tags, exported code is folded, and after it stands the API entry of
every public name that it defines. What serves only the development (the export cell) is left out.
"""

import ast
import re
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from . import papers, rooms

_DIRECTIVE = re.compile(r"\s*#\s*\|\s*([\w-]+)\s*:?\s*(.*?)\s*$")
_SOURCE = re.compile(r' {3}"source": ')  # How a cell's text begins in a notebook's file
_TAGS = {  # (directive, value or None for any) → tag; all but `skip-execution` concern only what is seen
    ("eval", "false"): "skip-execution",
    ("hide", None): "remove-cell",
    ("include", "false"): "remove-cell",
    ("hide_input", None): "remove-input",
    ("echo", "false"): "remove-input",
    ("hide_output", None): "remove-output",
    ("output", "false"): "remove-output",
    ("code-fold", "true"): "hide-input",
    ("export", None): "hide-input",
    ("exporti", None): "hide-input",
}


def split(source: str) -> tuple[dict[str, str], str]:
    "The directives at the head of a cell, and the code below them."
    directives, lines = {}, source.splitlines()
    while lines and (found := _DIRECTIVE.match(lines[0])):
        directives[found[1]] = found[2]
        lines.pop(0)
    return directives, "\n".join(lines).strip("\n")


def code_of(nb: NotebookNode) -> str:
    "All Python of a notebook, without IPython's own commands."
    code = "\n".join(c.source for c in nb.cells if c.cell_type == "code")
    return re.sub(r"^(\s*)[%!].*$", r"\1pass", code, flags=re.M)


def note_lines(nb: NotebookNode, text: str) -> None:
    "Have each cell know the line of the notebook's file above its first one, so that a warning can name the line."
    above = [number for number, line in enumerate(text.splitlines(), 1) if _SOURCE.match(line)]
    for cell, line in zip(nb.cells, above if len(above) == len(nb.cells) else [0] * len(nb.cells)):
        cell.metadata["line"] = line


def page_cells(
    nb: NotebookNode,
    root: Path,
    docname: str,
    names: dict[str, str],  # Short and full names of everything that has an API entry
) -> list[NotebookNode]:
    "The cells of a page; in a reader's notebook all code is folded."
    module, cells = None, []
    for cell in nb.cells:
        if cell.cell_type != "code":
            cell.source = _markdown(cell.source, root, docname, names)
            cells.append(cell)
            continue
        directives, code = split(cell.source)
        if "default_exp" in directives:
            module = f"{rooms.PACKAGE}.{directives['default_exp']}"
        if "default_exp" in directives or "nbdev_export(" in code or not code:
            continue
        tags = {
            tag for (name, value), tag in _TAGS.items() if value in (None, directives.get(name)) and name in directives
        }
        cell.metadata["tags"] = sorted(tags | ({"hide-input"} if docname.startswith("atlas/") and not tags else set()))
        cell.source = code
        cells.append(cell)
        if module and directives.keys() & {"export", "exports"}:
            public = [node for node in ast.parse(code).body if _is_public(node)]
            cells += [_entries(public, module, cell.metadata["line"])] if public else []
    return _without_empty_end(cells)


def _markdown(source: str, root: Path, docname: str, names: dict[str, str]) -> str:
    "Prose with its markers filled in, and with links to the repository's papers and to documented things."
    if rooms.MARK in source:
        source = source.replace(rooms.MARK, rooms.overview(root, "") + "\n\n" + rooms.contents(root))
    for name, file in papers.PAPERS.items():
        address = "../" * docname.count("/") + f"{name}.html"
        source = re.sub(rf"\[([^\]]+)\]\((?:\.\./)+{re.escape(file)}\)", rf'<a href="{address}">\1</a>', source)
    fenced = re.split(r"(^```.*?^```)", source, flags=re.M | re.S)
    return "".join(part if i % 2 else _linked(part, names) for i, part in enumerate(fenced))


def _linked(text: str, names: dict[str, str]) -> str:
    def link(found: re.Match) -> str:
        name = found[1].removesuffix("()")
        is_name = name != found[1] or re.search("[A-Z_]", name)  # a plain word such as `stated` may mean a value
        return f"{{py:obj}}`{found[1]} <{names[name]}>`" if is_name and name in names else found[0]

    return re.sub(r"(?<![`}\w\[])`([A-Za-z_][\w.]*(?:\(\))?)`(?![`\w\]])", link, text)


def _is_public(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")


def _entries(nodes: list[ast.stmt], module: str, line: int) -> NotebookNode:
    lines = []
    for node in nodes:
        kind = "class" if isinstance(node, ast.ClassDef) else "function"
        lines += [f".. auto{kind}:: {module}.{node.name}", *(["   :members:"] if kind == "class" else []), ""]
    return new_markdown_cell("\n".join(["```{eval-rst}", *lines, "```"]), metadata={"line": line})


def _without_empty_end(cells: list[NotebookNode]) -> list[NotebookNode]:
    "Leave out a last heading that has nothing to show below it."
    shown = [c for c in cells if "remove-cell" not in c.metadata.get("tags", [])]
    last = shown[-1] if shown else None
    if last and last.cell_type == "markdown" and re.fullmatch(r"#+ .*", last.source.strip()):
        return [c for c in cells if c is not last]
    return cells
