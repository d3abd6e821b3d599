"""The Sphinx extension behind the site: nbdev notebooks as pages, run when needed, charts drawn by one local Vega."""

import functools
import hashlib
import shutil
import sys
from importlib.metadata import version
from pathlib import Path

import nbformat
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from . import cells, closure, entries, execute, mathml, papers, rooms

log = logging.getLogger(__name__)
HERE = Path(__file__).parent


def read_page(text: str) -> nbformat.NotebookNode:
    "What MyST-NB is given for a notebook's text: the page's cells with their outputs."
    return _Pages.now.by_text[_sha(text)]


class _Pages:
    "Every page of this build, made before Sphinx reads the first of them."

    now: "_Pages"

    def __init__(self, app: Sphinx):
        root, self.pages, self.by_text = Path(app.config.site_root), {}, {}
        cache = Path(app.outdir).parent / "executed"
        paths = {nb.docname: nb.path for nb in rooms.notebooks(root)}
        if (index := root / "nbs" / "index.ipynb").exists():
            paths["index"] = index
        names = _documented(root)
        texts = {doc: path.read_text(encoding="utf-8") for doc, path in paths.items()}
        for doc, text in texts.items():
            nb = nbformat.reads(text, as_version=4)
            cells.note_lines(nb, text)
            found = closure.closure(cells.code_of(nb), root)
            nb.cells = cells.page_cells(nb, root, doc, names)
            key = execute.page_key(nb, closure.fingerprint(found, root))
            draws = bool(found.others & {"altair"})
            self.pages[doc] = execute.Page(doc, paths[doc].parent, nb, key, draws)
        execute.run_pages(list(self.pages.values()), root, cache, log.info)
        self.by_text = {_sha(text): execute.kept(self.pages[doc], cache) for doc, text in texts.items()}
        self.frame = _sha(repr([names, rooms.notebooks(root)]))


def make_pages(app: Sphinx) -> None:
    "Before anything is read: run the pages that need it, and take Vega out of its package."
    try:
        _Pages.now = _Pages(app)
    except execute.PageError as error:  # told in full here; Sphinx would add only its own inner workings
        print(error, file=sys.stderr)
        sys.exit(2)
    target = Path(app.outdir) / "_static" / "vega-bundle.js"
    head = f"// vl-convert-python {version('vl-convert-python')}, altair {version('altair')}\n"
    if not (target.exists() and target.read_text(encoding="utf-8").startswith(head)):
        import vl_convert
        from altair import SCHEMA_VERSION

        script = vl_convert.javascript_bundle(vl_version=SCHEMA_VERSION.lstrip("v").rpartition(".")[0])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"{head}(()=>{{{script}}})();", encoding="utf-8")  # shut in: its names stay its own


def outdated(app: Sphinx, env: BuildEnvironment, added: set, changed: set, removed: set) -> list[str]:
    "Pages whose notebook, modules or data have changed since they were last read."
    keys = {doc: page.key for doc, page in _Pages.now.pages.items()}
    old, env.site_keys = getattr(env, "site_keys", {}), keys
    return [doc for doc, key in keys.items() if doc in env.found_docs and old.get(doc) != key]


def rewritten(app: Sphinx, env: BuildEnvironment) -> list[str]:
    "Every page carries the navigation and links to others, so a change of those writes all pages again; none is run."
    old, env.site_frame = getattr(env, "site_frame", None), _Pages.now.frame
    return [] if old == env.site_frame else sorted(env.found_docs)


def page_context(app: Sphinx, pagename: str, template: str, context: dict, doctree: object) -> None:
    "What the templates say about a page: its room, number and module, and where the trials are."
    root = Path(app.config.site_root)
    here = {nb.docname: nb for nb in rooms.notebooks(root)}.get(pagename)
    context["toctree"] = functools.cache(
        context["toctree"]
    )  # the theme writes the sidebar twice to see whether it is empty
    context["notebook"] = here
    context["room"] = rooms.ROOMS[here.folder][0] if here else None
    context["papers"] = papers.titles(root)
    ways = [("trials-atlas/index.html", "Trials"), ("trials-atlas/explorer.html", "Explorer")]
    context["trials_pages"] = ways if app.config.site_trials else []


def clear_stale(app: Sphinx, failed: Exception | None) -> None:
    "Remove pages whose notebook is gone; Sphinx would leave them."
    out, made = Path(app.outdir), app.env.found_docs | {"genindex", "search", *papers.PAPERS}
    for path in () if failed else out.rglob("*.html"):
        name = path.relative_to(out).with_suffix("").as_posix()
        if not name.startswith(("_static/", "trials-atlas/")) and name not in made:
            path.unlink()


def place_trials(app: Sphinx, failed: Exception | None) -> None:
    "Put the static atlas of the snapshot beside the notebooks."
    if app.config.site_trials and not failed:
        target = Path(app.outdir) / "trials-atlas"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(app.config.site_trials, target)


def setup(app: Sphinx) -> dict:
    "Register with Sphinx."
    app.add_config_value("site_root", str(rooms.ROOT), "")
    app.add_config_value("site_trials", "", "html")
    app.add_config_value("site_sources", _sources(), "env")
    mathml.setup(app)
    entries.setup(app)
    papers.setup(app)
    app.connect("builder-inited", make_pages)
    app.connect("env-get-outdated", outdated)
    app.connect("env-updated", rewritten)
    app.connect("html-page-context", page_context)
    app.connect("build-finished", clear_stale)
    app.connect("build-finished", place_trials)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _documented(root: Path) -> dict[str, str]:
    "Short name → full name of everything that has an API entry; a name that two modules share is left out."
    index = root / rooms.PACKAGE / "_modidx.py"
    found: dict[str, set[str]] = {}
    scope: dict = {}
    if index.exists():
        exec(index.read_text(encoding="utf-8"), scope)
    for module, names in scope.get("d", {}).get("syms", {}).items():
        for full in names:
            short = full.removeprefix(f"{module}.")
            if not any(part.startswith("_") for part in short.split(".")):
                found.setdefault(short, set()).add(full)
    return {short: min(full) for short, full in found.items() if len(full) == 1}


def _sources() -> str:
    "A change of the extension itself makes every page anew."
    return _sha("".join(p.read_text(encoding="utf-8") for p in sorted(HERE.glob("*.py"))))


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
