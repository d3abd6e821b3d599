"""Build the site: the packaged trials through the main job, then the notebooks around them.

python nbs/_site/build.py            build, saying little
python nbs/_site/build.py --report   say where things are, and what was decided
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = ROOT / "_build"
SITE, ATLAS = OUT / "site", OUT / "atlas"


def build_atlas() -> None:
    "Run `trial-atlas build` on the packaged trials; its own progress and totals are what one sees."
    run("trial_atlas.run.cli", "build", "--out", str(ATLAS))


def build_site() -> None:
    "Make the pages; only those are run whose notebook, modules or data have changed."
    run(
        "sphinx", "-q", "-W", "--keep-going", "-c", str(HERE), "-d", str(OUT / "doctrees"), str(ROOT / "nbs"), str(SITE)
    )


def run(module: str, *arguments: str) -> None:
    "Run one module of this environment, and stop where it fails."
    environment = os.environ | {"TRIAL_ATLAS_PAGES": str(ATLAS)}
    done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, env=environment)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    if (ROOT / "trial_atlas" / "run" / "cli.py").exists():
        build_atlas()
    build_site()
