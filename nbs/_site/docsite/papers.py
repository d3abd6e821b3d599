"""The repository's own papers as pages: how to change a rule, the glossary, what has changed."""

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from sphinx.application import Sphinx

PAPERS = {"contributing": "CONTRIBUTING.md", "glossary": "GLOSSARY.md", "changelog": "CHANGELOG.md"}
_SHORT = {"contributing": "Change a rule"}  # What a reader looks for, where that is not the title


def titles(root: Path) -> dict[str, str]:
    "Page → what the navigation calls it, for the papers that exist."
    found = {page: root / file for page, file in PAPERS.items() if (root / file).exists()}
    return {page: _SHORT.get(page) or _title(path.read_text(encoding="utf-8")) for page, path in found.items()}


def pages(app: Sphinx) -> Iterator[tuple[str, dict, str]]:
    "Name, content and template of each paper, as Sphinx wants them."
    root = Path(app.config.site_root)
    for page in titles(root):
        text = (root / PAPERS[page]).read_text(encoding="utf-8")
        yield page, {"title": _title(text), "body": MarkdownIt("commonmark").enable("table").render(text)}, "page.html"


def setup(app: Sphinx) -> None:
    "Have Sphinx write these pages too."
    app.connect("html-collect-pages", pages)


def _title(text: str) -> str:
    found = re.search(r"^# +(.+)$", text, re.M)
    return found[1] if found else "untitled"
