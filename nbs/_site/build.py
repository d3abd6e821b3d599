"""Build the site: the packaged trials through the main job, then the notebooks around them.

python nbs/_site/build.py            build
python nbs/_site/build.py --report   say where things are, and what was decided
"""

import csv
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = ROOT / "_build"
BESIDE = ("trials.ris", "datapackage.json", "feed.atom")  # What the data page offers beside the tables
SITE, ATLAS, TRIALS = OUT / "site", OUT / "atlas", OUT / "trials"
sys.path[:0] = [str(HERE), str(ROOT)]

from docsite import closure  # noqa: E402


def build_atlas() -> None:
    "Run `trial-atlas build` on the packaged trials, unless nothing that it depends on has changed."
    needs = closure.fingerprint(closure.closure("from trial_atlas.run.cli import main", ROOT), ROOT)
    made = OUT / "atlas.made-from"
    if made.exists() and made.read_text() == needs and (ATLAS / "index.html").exists():
        return
    made.unlink(missing_ok=True)
    _run("trial_atlas.run.cli", "build", "--out", str(ATLAS))
    build_trials()
    made.write_text(needs)


def build_trials() -> None:
    "Write the trials' own pages once more, with the way back to the notebooks."
    from trial_atlas.decide.classify import classify
    from trial_atlas.read.load import load
    from trial_atlas.show.site import parquet_names, write_site

    trials, beside = load(), [name for name in (*BESIDE, *parquet_names()) if (ATLAS / name).is_file()]
    write_site(trials, [classify(trial) for trial in trials], TRIALS, docs="../index.html", beside=beside)
    for name in beside:
        shutil.copyfile(ATLAS / name, TRIALS / name)


def check_measured() -> None:
    "Stop where the figures on agreement belong to other rules than those that are here."
    from trial_atlas.decide.measure import load_measured
    from trial_atlas.record import SnapshotError

    try:
        load_measured()
    except SnapshotError as error:
        sys.exit(f"site: {error}")


def build_site() -> None:
    "Make the pages; only those are run whose notebook, modules or data have changed."
    settings = ["-q", "-W", "--keep-going", "-c", str(HERE), "-d", str(OUT / "doctrees")]
    try:
        _run("sphinx", *settings, str(ROOT / "nbs"), str(SITE))
    except SystemExit:  # Sphinx warns of a page only when it reads it; the next build must warn again
        shutil.rmtree(OUT / "doctrees", ignore_errors=True)
        raise


def report() -> None:
    "The closing lines of `make atlas`."
    trials = _rows("trials")
    places = {
        "site": SITE / "index.html",
        "trials": SITE / "trials-atlas" / "index.html",
        "tables": ATLAS / "tables",
        "figures": ATLAS / "figures",
        "store": ATLAS / "atlas.duckdb",
    }
    aside = len(_rows("set_aside"))
    print(f"\n{len(trials) + aside} records: {len(trials)} read, {aside} set aside")
    for name, number in Counter(row["strategy_name"] for row in trials).most_common():
        print(f"{number:>6}  {name}")
    for name, place in places.items():
        print(f"{name:<8}{place.relative_to(ROOT)}")


def _rows(table: str) -> list[dict[str, str]]:
    with (ATLAS / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _run(module: str, *arguments: str) -> None:
    "Run one module of this environment, and stop where it fails."
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"TRIAL_ATLAS_PAGES": str(TRIALS), "PYTHONPATH": paths}
    done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, env=environment)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    if "--report" in sys.argv[1:]:
        report()
    else:
        check_measured()
        build_atlas()
        build_site()
