"""Say which tests were skipped that should have run: browser tests always, reference-data tests where the data lie.

python tests/skipped.py REPORT.xml SHARED    prints nothing and ends with 0 where all is well
"""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path


def wrongly_skipped(report: Path, shared: Path) -> list[str]:
    "One line for each test that was skipped though this machine has what it needs."
    found = []
    for case in ET.parse(report).getroot().iter("testcase"):
        for skipped in case.iter("skipped"):
            why = skipped.get("message", "")
            browser = "chromium" in why.lower()
            reference = shared.is_dir() and ("reference data" in why.lower() or "TRIAL_ATLAS_SHARED" in why)
            if browser or reference:
                found.append(f"{case.get('classname')}.{case.get('name')}: {why}")
    return found


if __name__ == "__main__":
    missed = wrongly_skipped(Path(sys.argv[1]), Path(sys.argv[2]))
    if missed:
        print(
            "These tests were skipped, and on this machine none of them may be:", *missed, sep="\n  ", file=sys.stderr
        )
        sys.exit(1)
