"""The built site, once for all tests that look at it; only what has changed is built again."""

import fcntl
import functools
import html.parser
import subprocess
import sys
from pathlib import Path

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
