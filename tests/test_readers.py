"""Labels of careful readers on 390 records of many cancers, read without sight of the rules.

The readers were language models that worked from the written definitions, not physicians; each record was read once.
The readings came in seven rounds. Rounds a to c were then used to find what the rules missed; before that the rules
agreed with them on 54 of 96 sure rows (rounds a and b) and on 27 of 39 (round c). Before anything was mended for
them the rules agreed on 31 of 39 in round d; on 41 of 44 in round e, of records that state a dose in Gy; on 50 of 61
in round f, many of transplants and old records that list drugs alone; and on 44 of 47 in round h. In an eighth round,
of records told anew whose pages are not among the reference data, they agreed on 46 of 57; in a ninth and a tenth,
told anew as well, on 24 of 27 and on 29 of 32; in an eleventh, on 26 of 29; in a twelfth and a thirteenth,
on 22 of 27 and on 19 of 25. The labels of these six are not kept here. The floors below guard what has been reached;
they do not measure unseen records.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

import trial_atlas as ta
from trial_atlas.extract.regimen import extract_regimens
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


# Regimens of 123 records that state a dose, labelled by readers of the same kind without sight of what is read.
# Some of the records had been looked at while the grammar was written. Before anything was mended for them the
# whole regimens agreed with F1 .90 (121 right of 134 read and 134 stated), a third of the misses in one record, and
# nothing was read in the 38 records whose figures are none of the trial's courses.

REGIMENS = [
    json.loads(line) for line in Path(__file__).with_name("regimens.jsonl").read_text(encoding="utf-8").splitlines()
]
FIGURES = {"total": "total_dose_gy", "fractions": "fractions", "size": "dose_per_fraction_gy"}


def readings(entry: dict) -> set[tuple]:
    "The figures of an entry, alone and completed by what other sentences of the record say of the same course."
    own, *also = (
        tuple(tuple(map(float, e[name])) if name in e else None for name in FIGURES)
        for e in (entry, *entry.get("also", ()))
    )
    out, whole = {own, *also}, own
    for more in also:
        out |= {tuple(a or b for a, b in zip(own, more)), tuple(b or a for a, b in zip(own, more))}
        whole = tuple(a or b for a, b in zip(whole, more))
    return out | {whole}


@pytest.fixture(scope="module")
def regimens(shared):
    wanted, pairs = {row["nct_id"]: row for row in REGIMENS}, []
    for name in ("ctgov_v2.ndjson.gz", "ctgov_xml_sample.ndjson.gz"):
        for entry in iter_entries(shared / "bulk" / name):
            if isinstance(entry, Trial) and entry.id in wanted:
                found = [
                    tuple(None if (v := getattr(g, f)) is None else tuple(map(float, v)) for f in FIGURES.values())
                    for g in extract_regimens(entry)
                ]
                pairs.append((wanted.pop(entry.id)["regimens"], found))
    assert not wanted, "every labelled record stands in the reference data"
    return pairs


def test_whole_regimens_are_those_of_the_readers(regimens):
    right = 0
    for stated, found in regimens:
        left = list(found)
        for entry in stated:
            if hit := next((figures for figures in left if figures in readings(entry)), None):
                left.remove(hit)
                right += 1
    read, stated = (sum(len(pair[k]) for pair in regimens) for k in (1, 0))
    assert 2 * right / (read + stated) >= 0.90


def test_what_is_no_course_is_not_read(regimens):
    none = [found for stated, found in regimens if not stated]
    assert len(none) == 38 and sum(map(bool, none)) <= 0.02 * len(none)
