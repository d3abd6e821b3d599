"""The built site: every notebook has its page, every link leads somewhere, nothing comes from another host."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import urllib.parse
from pathlib import Path

import nbformat
import pytest
from built_site import ROOT, Page, built_site, pages

sys.path.insert(0, str(ROOT / "nbs" / "_site"))
from docsite import cells, closure, entries, papers, rooms  # noqa: E402


@pytest.fixture(scope="module")
def site() -> Path:
    return built_site()


def test_each_notebook_has_a_page_and_a_place_in_the_navigation(site: Path):
    stored = {p.relative_to(ROOT / "nbs").with_suffix("").as_posix() for p in (ROOT / "nbs").rglob("[!.]*.ipynb")}
    stored = {p for p in stored if not any(part.startswith(("_", ".")) for part in p.split("/"))}
    listed = {nb.docname for nb in rooms.notebooks(ROOT)}
    assert listed | {"index"} == stored
    start = (site / "index.html").read_text(encoding="utf-8")
    rooms_list = re.search(r'<nav class="[^"]*\brooms\b.*?</nav>', start, re.S)[0]
    linked = re.findall(r'href="([^"#]+)\.html"', rooms_list)
    assert linked == [nb.docname for nb in rooms.notebooks(ROOT)], "the navigation lists each notebook once, in order"
    assert all((site / f"{doc}.html").is_file() for doc in stored)


def test_no_page_is_left_from_a_notebook_that_is_gone(site: Path):
    made = {p.relative_to(site).with_suffix("").as_posix() for p in pages(site)}
    ours = (
        {p for p in made if not p.startswith("trials-atlas/")}
        - {"genindex", "search", "index", "py-modindex"}
        - {*papers.PAPERS}
    )
    assert ours == {nb.docname for nb in rooms.notebooks(ROOT)}


def test_overview_gives_every_promise(site: Path):
    start = (site / "index.html").read_text(encoding="utf-8")
    for nb in rooms.notebooks(ROOT):
        assert f"{nb.docname}.html" in start


def test_links_and_anchors_resolve(site: Path):
    found = {path: Page(path) for path in pages(site)}
    bad = []
    for path, page in found.items():
        for link in page.links + page.assets:
            url = urllib.parse.urlsplit(link)
            if url.scheme or url.netloc:
                continue
            target = (path.parent / urllib.parse.unquote(url.path)).resolve() if url.path else path
            anchor = urllib.parse.unquote(url.fragment)
            if not target.is_file():
                bad.append(f"{path.relative_to(site)}: {link} leads to no file")
            elif anchor and target in found and anchor not in found[target].ids | {"top"}:
                bad.append(f"{path.relative_to(site)}: {link} leads to no such place")
    assert not bad, "\n".join(bad[:20])


def test_nothing_is_loaded_from_another_host(site: Path):
    for path in pages(site):
        for asset in Page(path).assets:
            url = urllib.parse.urlsplit(asset)
            assert url.scheme in ("", "data") and not url.netloc, f"{path.relative_to(site)} loads {asset}"
    for sheet in site.rglob("*.css"):
        far = re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^\s\"')]+", sheet.read_text(encoding="utf-8"))
        assert not far, f"{sheet.relative_to(site)} loads {far[0]}"


def test_api_entries_stand_where_the_code_is(site: Path):
    page = (site / "00_record.html").read_text(encoding="utf-8")
    assert 'id="trial_atlas.record.Trial"' in page
    entry = page[page.index('id="trial_atlas.record.parse_date"') :]
    assert "A date as a register writes it" in entry[:3000], "a parameter's comment is its description"
    assert "The date with its precision" in entry[:3000], "and so is the result's"


def test_signatures_hold_no_address_in_memory(site: Path):
    page = (site / "run" / "62_cli.html").read_text(encoding="utf-8")
    assert 'id="trial_atlas.run.cli.main"' in page and "object at 0x" not in re.sub(r"<[^>]+>", "", page)


def test_a_cell_knows_its_line_in_the_file():
    for nb in rooms.notebooks(ROOT):
        text = nb.path.read_text(encoding="utf-8")
        read = nbformat.reads(text, as_version=4)
        cells.note_lines(read, text)
        for cell in (c for c in read.cells if c.source):
            first = json.loads(text.splitlines()[cell.metadata["line"]].strip().rstrip(","))
            assert first.rstrip("\n") == cell.source.partition("\n")[0], nb.docname


def test_comments_become_descriptions():
    told = entries.comments(
        textwrap.dedent(
            """
            def read(
                text: str,  # What is read
                *others: int,  # More of it
                strict: bool = True,
            ) -> int:  # How much there was
            """
        )
        + "    pass\n"
    )
    assert told == {"text": "What is read", "others": "More of it", "return": "How much there was"}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    "A package of four modules with one folder of data, and notebooks that import some of them."
    package = tmp_path / "trial_atlas"
    files = {
        "__init__.py": "",
        "one.py": "A = 1\n",
        "room/__init__.py": "",
        "room/two.py": "from ..one import A\nB = A + 1\n",
        "room/three.py": (
            "from importlib.resources import files\nC = files('trial_atlas').joinpath('rulebook/x.toml').read_text()\n"
        ),
        "four.py": "import json\nD = 4\n",
        "rulebook/x.toml": "x = 1\n",
        "_modidx.py": "d = {}\n",
    }
    for name, text in files.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text)
    return tmp_path


def test_closure_follows_imports_and_data(small: Path):
    found = closure.closure("from trial_atlas.room.two import B\nimport altair as alt", small)
    assert found.modules >= {"trial_atlas.room.two", "trial_atlas.one"}
    assert not found.modules & {"trial_atlas.four", "trial_atlas.room.three"}
    assert (found.others, found.folders) == ({"altair"}, set())
    assert closure.closure("def f():\n    from trial_atlas.room import three", small).folders == {"rulebook"}
    assert closure.closure("import trial_atlas as ta", small).modules >= {"trial_atlas.four", "trial_atlas.room.three"}


def test_closure_knows_of_the_reference_data(small: Path, monkeypatch: pytest.MonkeyPatch):
    (small / "trial_atlas" / "four.py").write_text("import os\nD = os.environ.get('TRIAL_ATLAS_SHARED')\n")
    found = closure.closure("from trial_atlas.four import D", small)
    monkeypatch.setenv("TRIAL_ATLAS_SHARED", str(small / "data"))
    absent = closure.fingerprint(found, small)
    (small / "data").mkdir()
    (small / "data" / "gold.jsonl").write_text("{}")
    assert found.reference and closure.fingerprint(found, small) != absent


def test_a_page_is_run_again_only_when_what_it_imports_has_changed(small: Path):
    for folder in ("docsite", "templates", "static"):
        shutil.copytree(ROOT / "nbs" / "_site" / folder, small / "nbs" / "_site" / folder)
    shutil.copy(ROOT / "nbs" / "_site" / "conf.py", small / "nbs" / "_site")
    (small / "trial_atlas" / "templates").mkdir()
    for name in ("palette.css", "charts.css", "charts.js"):  # what both halves of the site share
        shutil.copy(ROOT / "trial_atlas" / "templates" / name, small / "trial_atlas" / "templates")
    shutil.copy(ROOT / "settings.ini", small)
    write = nbformat.v4
    imports = {"10_two": "from trial_atlas.room.two import B", "11_three": "from trial_atlas.room.three import C"}
    for name, code in ({"index": ""} | imports).items():
        first = write.new_markdown_cell(
            f"# {'trial_atlas' if name == 'index' else name}\n\n> A promise.\n\n"
            + ("## All\n\n<!-- notebooks -->" if name == "index" else "")
        )
        cells = [first, write.new_code_cell(code)] if code else [first]
        target = small / "nbs" / ("index.ipynb" if name == "index" else f"read/{name}.ipynb")
        target.parent.mkdir(exist_ok=True)
        nbformat.write(write.new_notebook(cells=cells), target)

    def build() -> set[str]:
        command = [
            sys.executable,
            "-m",
            "sphinx",
            "-W",
            "-c",
            "nbs/_site",
            "-d",
            "_build/doctrees",
            "nbs",
            "_build/site",
        ]
        environment = {k: v for k, v in os.environ.items() if k != "TRIAL_ATLAS_PAGES"}
        done = subprocess.run(command, cwd=small, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-3000:]
        return set(re.findall(r"^ran (\S+)$", done.stdout, re.M))

    def change(name: str) -> None:
        (small / name).write_text((small / name).read_text() + "# changed\n")

    assert build() == {"index", "read/10_two", "read/11_three"}
    titles = [
        (small / "_build/site" / page).read_text().partition("<title>")[2].partition("</title>")[0]
        for page in ("index.html", "read/10_two.html")
    ]
    assert titles == ["trial_atlas", "10_two &#8212; trial_atlas"], "a tab says the name of the whole once"
    assert build() == set(), "nothing has changed"
    change("trial_atlas/one.py")
    assert build() == {"read/10_two"}, "the module is imported through another one"
    change("trial_atlas/rulebook/x.toml")
    assert build() == {"read/11_three"}, "the data are read by the module"
    change("trial_atlas/four.py")
    assert build() == set(), "no notebook imports this module"
