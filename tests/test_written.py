"""Records written for this project in the manner of registers, with the labels their writers gave them.

The writers were language models that worked from the written definitions and did not see the rules. No record is a
registration: ids, centres and sentences are made up. Before anything was mended for them, the rules agreed on

- `esophagus`: 59 of 68, in four parts of which the later ones were read by rules mended for the earlier ones;
- `paraphrased`, written to avoid every usual phrase: 36 of 60, in three parts;
- `field`, written as registrations usually read: 79 of 84;
- `mixed`, the same, half of it of other cancers: 63 of 67;
- `remembered`, written as registrations are remembered, in eight parts of which the later ones were read by rules
  mended for the earlier ones: 101 of 118, then 70 of 80, then the rest;
- `recalled`, two later parts in the same manner: 43 of 45 and 41 of 45.

They were then used to find what the rules missed. The floors below guard what has been reached since; they are no
measure of unseen records.
"""

import json
from pathlib import Path

import pytest

import trial_atlas as ta

WRITTEN = Path(__file__).with_name("written")
SETS = sorted(path.stem for path in WRITTEN.glob("*.ndjson"))
NAMED = {"consolidative_crt", "upfront_ldrt_cfrt", "salvage_crt", "oligomet_local_rt"}


def _pairs(name):
    rows = [json.loads(line) for line in (WRITTEN / f"{name}.labels.jsonl").read_text(encoding="utf-8").splitlines()]
    trials = ta.load(WRITTEN / f"{name}.ndjson")
    assert not trials.set_aside and len(trials) == len(rows)
    return [(row, trials[row["nct_id"]]) for row in rows if row["confidence"] != "low"]


@pytest.fixture(scope="module", params=SETS)
def decided(request):
    return [(row, trial, ta.classify(trial)) for row, trial in _pairs(request.param)]


def test_every_set_is_there():
    assert {"esophagus", "field", "mixed", "paraphrased", "recalled", "remembered"} <= set(SETS)


def _fair(row):
    "The labels that the writer would accept, the own one first."
    return (row["strategy_primary"], *row.get("also_fair", ()))


def test_labels_agree_with_the_writers(decided):
    wrong = [(r["nct_id"], r["strategy_primary"], d.primary) for r, _, d in decided if d.primary not in _fair(r)]
    assert len(wrong) <= 0.05 * len(decided), wrong


def test_no_named_strategy_is_asserted_wrongly(decided):
    wrong = [r["nct_id"] for r, _, d in decided if d.primary in NAMED and d.primary not in _fair(r)]
    assert not wrong


def test_every_quotation_stands_in_its_record(decided):
    for _, trial, decision in decided:
        for _, e in decision.evidence:
            assert trial.text(e.field)[e.start : e.end] == e.words
            assert len(e.words) <= 300


def test_timing_agrees_mostly(decided):
    stated = [
        (r["rt_timing"], d.axes["timing"].value) for r, _, d in decided if "timing" in d.axes and "rt_timing" in r
    ]
    assert sum(a == b for a, b in stated) >= 0.85 * len(stated)
