"""How fast the explorer answers a reader who draws over 2,000 trials, and what one changed notebook costs the site."""

import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TRIALS, STEPS = 2000, 40
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AREA = """name => { const c = document.querySelector(`.view.${name} div.chart`); c.scrollIntoView({block: "center", behavior: "instant"});
  const v = c.view.view, s = c.querySelector("svg.marks, canvas").getBoundingClientRect(), o = v.origin(), p = v.padding();
  return [s.left + p.left + o[0], s.top + p.top + o[1], v.width(), v.height()]; }"""
DRAWN = "[...document.querySelectorAll('div.chart')].every(c => c.dataset.drawn) && document.querySelector('#explorer').dataset.answered"


def packaged() -> list:
    "The packaged trials with their decisions."
    from trial_atlas.decide.classify import classify
    from trial_atlas.read.load import load

    return [(trial, classify(trial)) for trial in load()]


def brushing() -> list[str]:
    "Milliseconds from the pointer's move until every chart, count and row of the table follows."
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return ["brushing: playwright is not installed"]
    if not CHROMIUM:
        return ["brushing: Chromium is not installed"]
    sys.path.insert(0, str(ROOT / "tests"))
    from invented import invented, write_explorer

    lines = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        start = write_explorer(list(invented(packaged(), TRIALS)), Path(folder))
        sent = sum(
            len(gzip.compress(path.read_bytes())) for path in Path(folder).rglob("*.*") if "compare" not in path.name
        )
        with playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]) as browser:
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.goto(start.as_uri())
            for chart in page.locator("div.chart").all():
                chart.scroll_into_view_if_needed()
            page.wait_for_function(DRAWN)
            for name in ("timeline", "sizes", "doses"):
                took = _draw_over(page, name)
                told = f"median {statistics.median(took):.0f} ms, longest {max(took):.0f} ms, {len(took)} answers"
                lines.append(f"{f'brushing the {name}':<28}{told}")
    return [f"explorer of {TRIALS:,} trials: {sent / 1e6:.2f} MB as a web host would send it", *lines]


def _draw_over(page, name: str) -> list[float]:
    "Draw over a chart in small steps; what each of them took."
    left, top, width, height = page.evaluate(AREA, name)
    page.evaluate("performance.clearMeasures()")
    page.mouse.move(left + 0.1 * width, top + 1)  # where no dot stands
    page.mouse.down()
    for step in range(STEPS):
        share = 0.12 + 0.7 * step / STEPS
        page.mouse.move(left + share * width, top + min(0.95, share + 0.1) * height)
        page.wait_for_timeout(60)
    page.mouse.up()
    page.wait_for_timeout(300)
    return page.evaluate("performance.getEntriesByName('atlas-answer').map(e => e.duration)")


def writing() -> list[str]:
    "What a trial costs in the static atlas: its page, its row, its place in the charts."
    from trial_atlas.show.site import write_site

    pairs = packaged()
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        write_site([trial for trial, _ in pairs], [decision for _, decision in pairs], Path(folder))
    each = (time.process_time() - began) / len(pairs)
    return [f"{'static atlas':<28}{1000 * each:>8.0f} ms a trial on one core, deciding left out"]


def building() -> list[str]:
    "Seconds of a whole build of the site in a copy, of one with nothing changed, and of one changed notebook."
    left_out = shutil.ignore_patterns(".git", ".venv", "_build", "*.egg-info", ".*_cache", ".hypothesis", "__pycache__")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(ROOT, Path(folder) / "copy", ignore=left_out))
        shared = os.environ.get("TRIAL_ATLAS_SHARED", str(ROOT.parent / "shared"))
        environment = os.environ | {"TRIAL_ATLAS_SHARED": shared, "PYTHONPATH": str(copy)}

        def build() -> float:
            began = time.perf_counter()
            command = [sys.executable, "nbs/_site/build.py"]
            subprocess.run(command, cwd=copy, env=environment, check=True, stdout=subprocess.DEVNULL)
            return time.perf_counter() - began

        whole, nothing = build(), build()
        notebook = copy / "nbs" / "read" / "12_pages.ipynb"
        notebook.write_text(
            notebook.read_text(encoding="utf-8").replace("# pages\\n", "# pages \\n", 1), encoding="utf-8"
        )
        changed = build()
    return [
        f"{'site, whole build':<28}{whole:>8.0f} s",
        f"{'site, nothing changed':<28}{nothing:>8.0f} s   1/{whole / nothing:.0f} of it",
        f"{'site, one notebook changed':<28}{changed:>8.0f} s   1/{whole / changed:.0f} of it",
    ]
