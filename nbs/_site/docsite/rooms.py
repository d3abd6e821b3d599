"""Which notebooks exist, in which room they stand, and what each of them promises.

The navigation, the overview, the README and the tests all ask here, so that they cannot disagree.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = "trial_atlas"
MARK = "<!-- notebooks -->"  # Where the index wants the list of notebooks

# Folder below nbs/ → the room's name and what happens in it, in the order a reader walks.
ROOMS = {
    "atlas": ("For readers", "What the atlas shows, told for clinicians; every figure can be redrawn."),
    "": ("The record", "The one shape that every other room speaks."),
    "read": ("Read", "Any registry form becomes a record, or is set aside with a reason."),
    "extract": ("Extract", "Doses, drugs, setting and eligibility, each with the words that state it."),
    "decide": ("Decide", "Rules that a physician can read turn those facts into a strategy."),
    "study": ("Study", "What a protocol implies: who gets what, and when."),
    "show": ("Show", "Tables, figures and pages in which every mark can be traced."),
    "run": ("Run", "The same work from the command line, stored, and at the scale of a register."),
}


@dataclass(frozen=True)
class Notebook:
    "One notebook as a reader meets it in a list."

    path: Path
    folder: str  # Room, as a folder below nbs/; empty for the notebooks that lie directly in it
    title: str
    promise: str
    module: str | None  # e.g. `trial_atlas.read.ctgov`; None for a notebook that exports nothing

    @property
    def docname(self) -> str:
        "The page's name for Sphinx, e.g. `read/10_ctgov`."
        return f"{self.folder}/{self.path.stem}".lstrip("/")

    @property
    def number(self) -> str:
        "The notebook's place in the order of work, e.g. `20a`; empty where it has none."
        found = re.match(r"\d+[a-z]?(?=_)", self.path.stem)
        return found[0] if found else ""


def notebooks(root: Path = ROOT) -> list[Notebook]:
    "Every notebook but the index, room by room."
    found = []
    for folder in ROOMS:
        paths = (root / "nbs" / folder).glob("*.ipynb")
        found += [_notebook(path, folder) for path in sorted(paths) if path.stem != "index"]
    return found


def overview(root: Path, link: str) -> str:
    "A Markdown table of promises for each room; `link` is what stands before a notebook's path."
    parts = []
    for folder, (name, about) in ROOMS.items():
        rows = [
            f"| [{nb.title}]({link}{nb.docname}.ipynb) | {nb.promise} |"
            for nb in notebooks(root)
            if nb.folder == folder
        ]
        if rows:
            parts.append(
                "\n".join([f"### {name}", "", about, "", "| notebook | its promise |", "| --- | --- |", *rows])
            )
    return "\n\n".join(parts)


def contents(root: Path) -> str:
    "The site's navigation: one hidden list of pages for each room."
    parts = []
    for folder, (name, _) in ROOMS.items():
        pages = [nb.docname for nb in notebooks(root) if nb.folder == folder]
        if pages:
            parts.append("\n".join(["```{toctree}", ":hidden:", f":caption: {name}", "", *pages, "```"]))
    return "\n\n".join(parts)


def _notebook(path: Path, folder: str) -> Notebook:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    first = "".join(cells[0]["source"]) if cells else ""
    title = re.search(r"^# +(.+)$", first, re.M)
    promise = re.search(r"^> *(.+)$", first, re.M)
    module = next((m[1] for c in cells if (m := re.match(r"#\| *default_exp +(\S+)", "".join(c["source"])))), None)
    return Notebook(
        path,
        folder,
        title[1].strip() if title else path.stem,
        promise[1].strip() if promise else "",
        f"{PACKAGE}.{module}" if module else None,
    )
