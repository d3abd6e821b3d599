"""Which trials a change of rules moves, as a Markdown table.

python tools/what_moved.py BEFORE.jsonl AFTER.jsonl

Both files are what `trial-atlas classify` writes, of the same records before and after the change.
"""

import json
import sys
from pathlib import Path

from trial_atlas.decide.agreement import what_changed
from trial_atlas.decide.classify import Decision
from trial_atlas.extract.setting import AxisValue
from trial_atlas.record import Evidence


def decisions(path: str) -> dict[str, Decision]:
    "Decisions by trial, as far as a table of moved labels needs them."
    out = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = {}
        for e in row["evidence"]:
            words.setdefault(e["axis"], []).append(Evidence(e["field"], e["start"], e["end"], e["words"]))
        axes = {name: AxisValue(name, value, tuple(words.get(name, ()))) for name, value in row["axes"].items()}
        out[(row["ids"] or [row["source"]])[0]] = Decision(primary=row["primary"], rule=row["rule"], axes=axes)
    return out


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    before, after = decisions(sys.argv[1]), decisions(sys.argv[2])
    moved = what_changed(before, after)
    print(f"## Labels moved: {len(moved)} of {len(after)} packaged trials\n")
    if len(moved):
        print("| trial | was | rule | is | rule | words |\n| --- | --- | --- | --- | --- | --- |")
        for row in moved.itertuples(index=False):
            cells = [str(cell).replace("|", "\\|").replace("\n", " ") for cell in row]
            print("| " + " | ".join([*cells[:5], cells[5][:200]]) + " |")


if __name__ == "__main__":
    main()
