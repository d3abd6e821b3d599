"""What every test may ask for: the reference data, and the small entries that stand beside the tests."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENTRIES = ROOT / "tests" / "entries"


def shared_path() -> Path:
    "Where the reference data lie: `TRIAL_ATLAS_SHARED`, else `../shared` beside the repository."
    return (ROOT / os.environ.get("TRIAL_ATLAS_SHARED", "../shared")).resolve()


@pytest.fixture(scope="session")
def shared() -> Path:
    "The folder of reference data; tests that need it are skipped where it is absent."
    path = shared_path()
    if not path.is_dir():
        pytest.skip(f"the reference data are not at {path}; set TRIAL_ATLAS_SHARED to run this test")
    return path


@pytest.fixture(scope="session")
def entries() -> Path:
    "Small entries in our own words, one for each form that is read."
    return ENTRIES
