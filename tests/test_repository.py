"""The repository holds together: modules made from notebooks, README made from its notebook, every version pinned."""

import configparser
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
MADE = {
    ".venv",
    ".cache",
    ".git",
    "_build",
    "build",
    "dist",
    "__pycache__",
    ".pytest_cache",
    ".ruff_cache",
    ".hypothesis",
}


def notebooks() -> list[Path]:
    found = sorted((ROOT / "nbs").rglob("*.ipynb"))
    return [p for p in found if not any(x.startswith(("_", ".")) for x in p.relative_to(ROOT / "nbs").parts)]


def texts() -> list[Path]:
    "Every text file of the repository."
    kinds = {
        ".py",
        ".ipynb",
        ".md",
        ".toml",
        ".json",
        ".ini",
        ".cfg",
        ".cff",
        ".yml",
        ".css",
        ".js",
        ".html",
        ".csv",
        ".lock",
    }
    found = [
        p
        for p in ROOT.rglob("*")
        if p.is_file() and (p.suffix in kinds or p.name in ("Makefile", "run", "MANIFEST.in"))
    ]
    return [
        p for p in found if not MADE & set(p.relative_to(ROOT).parts) and not any(".egg-info" in x for x in p.parts)
    ]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    "A copy of the notebooks, exported anew and cleaned."
    copy = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "settings.ini", copy)
    shutil.copytree(ROOT / "nbs", copy / "nbs", ignore=shutil.ignore_patterns("_site", ".ipynb_checkpoints"))
    (copy / "trial_atlas").mkdir()
    shutil.copy(ROOT / "trial_atlas" / "__init__.py", copy / "trial_atlas")
    for command in ("nbdev_export", "nbdev_clean"):
        subprocess.run([BIN / command], cwd=copy, check=True, capture_output=True)
    return copy


def test_notebooks_and_modules_agree(exported: Path):
    made = {p.relative_to(exported): p.read_text(encoding="utf-8") for p in (exported / "trial_atlas").rglob("*.py")}
    here = {p.relative_to(ROOT): p.read_text(encoding="utf-8") for p in (ROOT / "trial_atlas").rglob("*.py")}
    assert made.keys() == here.keys(), f"only one side has {sorted(map(str, made.keys() ^ here.keys()))}"
    apart = [str(name) for name in made if made[name] != here[name]]
    assert not apart, f"these differ from what their notebooks export: {apart}; run nbdev_export"


def test_notebooks_are_stored_clean(exported: Path):
    dirty = [
        str(p.relative_to(ROOT))
        for p in notebooks()
        if p.read_text(encoding="utf-8") != (exported / p.relative_to(ROOT)).read_text(encoding="utf-8")
    ]
    assert not dirty, f"these are not stored clean: {dirty}; run nbdev_clean"


def test_layout():
    expected = [
        *("Makefile", "settings.ini", "setup.py", "requirements.lock", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"),
        *("GLOSSARY.md", "CITATION.cff", "LICENSE", "MANIFEST.in", ".ci/run", "nbs/index.ipynb", "nbs/00_record.ipynb"),
    ]
    assert [name for name in expected if not (ROOT / name).is_file()] == []
    assert re.search(r"^## (.+)$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.M)[1] == "Change a rule"
    shadows = [p for p in (ROOT / "trial_atlas").rglob("*.py") if p.with_suffix("").is_dir()]
    assert not shadows, "a folder never has the name of a module"


def test_readme_is_in_step():
    done = subprocess.run([sys.executable, "nbs/_site/readme.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_version_is_pinned():
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    loose = [str(p) for p in pins if [s.operator for s in p.specifier] != ["=="]]
    assert not loose, f"not pinned: {loose}"
    locked = {canonicalize_name(p.name): p for p in pins}
    assert len(locked) == len(pins), "a package is named twice"
    ini = configparser.ConfigParser(delimiters=["="])
    ini.read(ROOT / "settings.ini", encoding="utf-8")
    wanted = " ".join(ini["DEFAULT"][k] for k in ini["DEFAULT"] if k.endswith("requirements")).split()
    for name in map(Requirement, wanted):
        pin = locked.get(canonicalize_name(name.name))
        assert pin, f"settings.ini asks for {name}, which requirements.lock does not name"
        version = next(iter(pin.specifier)).version
        assert name.specifier.contains(version, prereleases=True), f"{pin} does not satisfy {name}"


def test_nothing_is_installed_that_the_lock_does_not_name():
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    locked = dict(re.match(r"([\w.-]+)==([\w.]+)", line).groups() for line in lines if re.match(r"[\w.-]+==", line))
    locked = {canonicalize_name(name): version for name, version in locked.items()}
    installed = {canonicalize_name(d.name): d.version for d in importlib.metadata.distributions() if d.name}
    installed.pop("trial-atlas", None)
    other = {name: version for name, version in installed.items() if locked.get(name) != version}
    assert not other, f"installed, but not as in requirements.lock: {other}"


def test_code_is_tidy(tmp_path: Path):
    for folder in ("nbs", "tests"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        )
    shutil.copy(ROOT / "setup.py", tmp_path)
    shutil.copy(ROOT / "ruff.toml", tmp_path)
    for path in (tmp_path / "nbs").rglob("*.ipynb"):  # the export cell is nbdev's own line, not to be reformatted
        stored = json.loads(path.read_text(encoding="utf-8"))
        stored["cells"] = [c for c in stored["cells"] if "nbdev_export()" not in "".join(c["source"])]
        path.write_text(json.dumps(stored), encoding="utf-8")
    for command in (["check", "--no-cache", "-q"], ["format", "--check", "--no-cache"]):
        done = subprocess.run([BIN / "ruff", *command, "."], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]


def test_workflows_pin_their_actions():
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        for action in re.findall(r"uses: *(\S+)", path.read_text(encoding="utf-8")):
            assert re.search(r"@[0-9a-f]{40}$", action), f"{path.name}: {action} is not pinned to a commit"


def test_says_nothing_of_the_place_where_it_was_made():
    words = [
        "/" + "work/",
        "py" + "pi.org",
        "files.python" + "hosted",
        "deb.debian" + ".org",
        "registry.npm" + "js",
        "/root" + "/",
    ]
    for path in texts():
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [w for w in words if w in text], f"{path.relative_to(ROOT)} names a place that readers do not have"


def test_no_large_or_binary_file_is_kept():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git repository")
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        assert not path.is_file() or path.stat().st_size < 1_000_000, f"{name} is larger than a megabyte"
        assert path.suffix not in {".pkl", ".pickle", ".parquet", ".duckdb", ".gz", ".zip"}, f"{name} is not text"
