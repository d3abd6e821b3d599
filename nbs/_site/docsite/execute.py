"""Run the cells of pages, and keep what came out until something that they depend on changes."""

import hashlib
import os
import re
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

KERNEL = Path(__file__).with_name("kernel.py")


class PageError(RuntimeError):
    "Notebooks that do not run; the message names each and its cell."


@dataclass(frozen=True)
class Page:
    "The cells to run for one page, and the key under which their outputs are kept."

    docname: str
    folder: Path  # Where the notebook lies, and so where it runs
    nb: NotebookNode
    key: str
    draws: bool  # Whether charts can appear, so that the chart renderer is loaded


def page_key(nb: NotebookNode, depends: str) -> str:
    "One key for the cells, for what they depend on, and for how charts are written."
    sha = hashlib.sha256(depends.encode() + KERNEL.read_bytes())
    for cell in nb.cells:
        sha.update(f"{cell.cell_type}\0{cell.source}\0{cell.metadata.get('tags')}\0".encode())
    return sha.hexdigest()


def run_pages(pages: list[Page], root: Path, cache: Path, say: Callable[[str], None]) -> None:
    "Run every page whose outputs are not kept yet, two at a time, and forget outputs that no page needs."
    cache.mkdir(parents=True, exist_ok=True)
    for path in cache.glob("*.ipynb"):
        if path.stem not in {p.key for p in pages}:
            path.unlink()
    todo, failed = [p for p in pages if not (cache / f"{p.key}.ipynb").exists()], []
    with ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        running = {pool.submit(_run, page, root): page for page in todo}
        for done in as_completed(running):
            page = running[done]
            try:
                nbformat.write(done.result(), cache / f"{page.key}.ipynb")
                say(f"ran {page.docname}")
            except PageError as error:
                failed.append(str(error))
    if failed:
        raise PageError("\n\n".join(sorted(failed)))


def kept(page: Page, cache: Path) -> NotebookNode:
    "The page with its outputs, and where its cells stand in the notebook's file."
    nb = nbformat.read(cache / f"{page.key}.ipynb", as_version=4)
    # Without this MyST-NB counts 10,000 lines to a cell, and writes as many empty ones before each API entry
    nb.metadata["source_map"] = [cell.metadata["line"] for cell in page.nb.cells]
    return nb


def _run(page: Page, root: Path) -> NotebookNode:
    "A copy of the page with outputs; the first cell, which is not kept, prepares the drawing of charts."
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")]))}
    nb = nbformat.from_dict(page.nb)
    if page.draws:
        nb.cells.insert(0, new_code_cell(KERNEL.read_text(encoding="utf-8")))
    client = NotebookClient(nb, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(page.folder)}})
    try:
        client.execute(env=environment, stderr=subprocess.DEVNULL)
    except CellExecutionError as error:
        told = re.sub(r"\x1b\[[\d;]*m", "", str(error))
        raise PageError(f"{page.docname}: a cell fails; every cell of a page must run\n{told}") from None
    except DeadKernelError:
        raise PageError(f"{page.docname}: Python ended while a cell ran; every cell of a page must run") from None
    if page.draws:
        nb.cells.pop(0)
    for number, cell in enumerate((c for c in nb.cells if c.cell_type == "code"), 1):
        cell.metadata.pop("execution", None)
        cell.execution_count = number
    return nb
