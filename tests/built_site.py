"""The built site, once for all tests that look at it; only what has changed is built again. And what looks at it for
those who cannot see it: axe-core, which npm fetches once."""

import fcntl
import functools
import hashlib
import html.parser
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "_build" / "site"


def built_site() -> Path:
    "Build the site as `make site` does, and return its folder."
    done = _build()
    assert done.returncode == 0, f"the site does not build:\n{done.stdout[-2000:]}\n{done.stderr[-6000:]}"
    return SITE


@functools.cache
def _build() -> subprocess.CompletedProcess:
    "Once for all tests, also where it fails; two test processes build one after the other."
    (ROOT / "_build").mkdir(exist_ok=True)
    with (ROOT / "_build" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return subprocess.run([sys.executable, "nbs/_site/build.py"], cwd=ROOT, capture_output=True, text=True)


AXE = "4.11.0"
AXE_SHA256 = "e9e5863c33a874f09bc01acd9234b7e3c871479f5eef8802fa582544465e6d01"  # of axe.min.js in that version


@functools.cache
def axe() -> str:
    "axe-core's script, fetched once by npm into a cache beside the tests; it is no part of this repository."
    kept = ROOT / "tests" / ".cache" / f"axe-core-{AXE}.min.js"
    if not kept.exists():
        _fetch_axe(kept)
    script = kept.read_bytes()
    assert hashlib.sha256(script).hexdigest() == AXE_SHA256, f"{kept} is not axe-core {AXE}; take it away and try again"
    return script.decode()


def _fetch_axe(kept: Path) -> None:
    "Have npm fetch the one file that is needed; skip the test, and say why, where that cannot be done."
    if not (npm := shutil.which("npm")):
        pytest.skip(f"npm is not on this machine, so axe-core {AXE} cannot be fetched; install npm for these tests")
    kept.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        told = subprocess.run([npm, "pack", "--silent", f"axe-core@{AXE}"], cwd=folder, capture_output=True, text=True)
        if told.returncode:
            pytest.skip(f"npm cannot fetch axe-core {AXE}: {told.stderr.strip()[-300:]}")
        with tarfile.open(Path(folder) / f"axe-core-{AXE}.tgz") as package:
            part = Path(folder) / "axe.min.js"
            part.write_bytes(package.extractfile("package/axe.min.js").read())
        os.replace(part, kept)


def pages(site: Path) -> list[Path]:
    "Every page that a reader can open."
    return [p for p in sorted(site.rglob("*.html")) if "_static" not in p.relative_to(site).parts]


class Page(html.parser.HTMLParser):
    "What a page links to, loads, and offers as targets."

    def __init__(self, path: Path):
        super().__init__()
        self.ids, self.links, self.assets, self.charts = set(), [], [], 0
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.ids |= {found[name] for name in ("id", "name") if found.get(name)}
        self.charts += "chart" in (found.get("class") or "").split()
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if tag in ("script", "img", "iframe", "source", "embed", "video", "audio") and found.get("src"):
            self.assets.append(found["src"])
        loads = set((found.get("rel") or "").split()) & {"stylesheet", "preload", "icon", "modulepreload", "preconnect"}
        if tag == "link" and loads:
            self.assets.append(found["href"])
