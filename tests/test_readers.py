"""Labels of careful readers on 390 records of many cancers, read without sight of the rules.

The readers were language models that worked from the written definitions, not physicians; each record was read once.
The readings came in seven rounds. Rounds a to c were then used to find what the rules missed; before that the rules
agreed with them on 54 of 96 sure rows (rounds a and b) and on 27 of 39 (round c). Before anything was mended for
them the rules agreed on 31 of 39 in round d; on 41 of 44 in round e, of records that state a dose in Gy; on 50 of 61
in round f, many of transplants and old records that list drugs alone; and on 44 of 47 in round h. The floors below
guard what has been reached; they do not measure unseen records.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

import trial_atlas as ta
from trial_atlas.read.load import iter_entries
from trial_atlas.record import Trial

ROWS = [json.loads(line) for line in Path(__file__).with_name("readers.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def labels(shared):
    wanted = {row["nct_id"]: row for row in ROWS if row["confidence"] != "low"}
    pairs = []
    for name in ("ctgov_v2.ndjson.gz", "ctgov_xml_sample.ndjson.gz"):
        for entry in iter_entries(shared / "bulk" / name):
            if isinstance(entry, Trial) and entry.id in wanted:
                pairs.append((wanted.pop(entry.id)["strategy_primary"], ta.classify(entry).primary))
    assert not wanted, "every labelled record stands in the reference data"
    return pairs


def test_agreement_over_all_sites(labels):
    assert sum(a == b for a, b in labels) / len(labels) >= 0.84


def test_abstains_seldom(labels):
    assert Counter(b for _, b in labels)["unclear"] / len(labels) <= 0.08


def test_asserts_no_named_strategy_wrongly(labels):
    named = {"consolidative_crt", "upfront_ldrt_cfrt", "salvage_crt", "oligomet_local_rt"}
    wrong = [(a, b) for a, b in labels if b in named and a != b]
    assert len(wrong) <= 3, wrong
