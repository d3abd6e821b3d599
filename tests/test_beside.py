"""160 whole records in the manner of registers, with the drugs that each says are given beside its radiotherapy.

The writers were language models that worked from written conventions and did not see the rules. Before anything was
mended for them, drugs had an F1 of .30 (`VA`), .56 (`VB`), .46 (`VC`) and .29 (`VD`) by the rules that read the sentence
of the dose alone, and of .67 (`VC`) and .69 (`VD`) by those that read the whole record. They were then used to find what
the rules missed. The floors guard what has been reached.
"""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from trial_atlas.extract.beside import is_arm
from trial_atlas.extract.regimen import Regimen, extract_regimens
from trial_atlas.record import Arm, Intervention, Source, Trial

ROWS = [json.loads(line) for line in Path(__file__).with_name("beside.jsonl").read_text(encoding="utf-8").splitlines()]
TEXTS = ("brief_title", "official_title", "summary", "description", "eligibility")
ALSO = {
    "5-fluorouracil": "fluorouracil",
    "s-1": "tegafur-gimeracil-oteracil",
    "recombinant human endostatin": "endostar",
}


def build(row: dict) -> Trial:
    "The record that a row tells."
    arms = tuple(Arm(label=label, description=words or None) for label, words in row["arms"])
    items = tuple(
        Intervention(name=name, description=words or None, arms=tuple(told))
        for name, words, told in row["interventions"]
    )
    told = {name: row[name] for name in TEXTS if row.get(name)}
    return Trial(source=Source(form="written"), arms=arms, interventions=items, **told)


def alike(course: dict, regimen: Regimen) -> int:
    "How well a course that the writer tells and one that was read go together."
    figures = (
        (course["total"], regimen.total_dose_gy),
        (course["fractions"], regimen.fractions),
        (course["size"], regimen.dose_per_fraction_gy),
    )
    same = sum(2 if read[0] <= told <= read[1] else -6 for told, read in figures if told is not None and read)
    if course["arm"] and regimen.arm:
        same += 1 if is_arm(regimen.arm, course["arm"]) or course["arm"] in regimen.arm else -1
    return same


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Trial, list[dict], Regimen]]:
    "Every course that was read, with those of the writer that it stands for."
    out = []
    for row in ROWS:
        trial, told = build(row), defaultdict(list)
        regimens = extract_regimens(trial)
        for course in row["courses"]:
            best = max(range(len(regimens)), key=lambda i: alike(course, regimens[i]), default=None)
            if best is not None and alike(course, regimens[best]) >= 2:
                told[best].append(course)
        out += [(trial, courses, regimens[i]) for i, courses in told.items()]
    return out


def test_drugs_are_those_of_the_writers(pairs):
    assert len(ROWS) == 160 and len(pairs) > 250
    right = wrong = missed = 0
    for _, courses, regimen in pairs:  # Of a course that several arms receive, what all of them receive
        told = set.intersection(*({ALSO.get(drug.lower(), drug.lower()) for drug in one["drugs"]} for one in courses))
        read = set(regimen.concurrent_drugs)
        right, wrong, missed = right + len(told & read), wrong + len(read - told), missed + len(told - read)
    assert right / (right + wrong) >= 0.86 and right / (right + missed) >= 0.80, (right, wrong, missed)


def test_chemotherapy_is_told_where_the_writers_tell_it(pairs):
    said = [({one["chemo"] for one in courses}, regimen.concurrent_chemo) for _, courses, regimen in pairs]
    right = sum(told == {True} and read is True for told, read in said)
    wrong = sum(told != {True} and read is True for told, read in said)
    missed = sum(told == {True} and read is not True for told, read in said)
    assert right / (right + wrong) >= 0.88 and right / (right + missed) >= 0.82, (right, wrong, missed)


def test_the_words_are_the_records(pairs):
    quotes = [(trial, quote) for trial, _, regimen in pairs for quote in regimen.evidence]
    assert len(quotes) > 400 and all(trial.holds(quote) for trial, quote in quotes)


@pytest.mark.parametrize(
    ("words", "drugs"),
    [
        ("Goserelin is given before, during and after radiotherapy.", {"goserelin"}),
        ("Radiotherapy with concomitant and adjuvant temozolomide.", {"temozolomide"}),
        ("Vincristine is continued while radiation is being given.", {"vincristine"}),
        ("Trastuzumab is not interrupted during radiotherapy.", {"trastuzumab"}),
        ("Capecitabine for the entire duration of radiotherapy.", {"capecitabine"}),
        (
            "Thoracic radiotherapy is given with the second cycle of cisplatin and etoposide.",
            {"cisplatin", "etoposide"},
        ),
        ("Osimertinib is held during radiotherapy.", set()),
        ("Cisplatin and etoposide for two cycles. Radiotherapy follows the second cycle.", set()),
        ("Concurrent capecitabine: 825 mg/m2 twice a day.", {"capecitabine"}),
    ],
)
def test_sentences(words, drugs):
    arm = Arm(label="A", description=f"50 Gy in 25 fractions.\n\n{words}")
    (course,) = extract_regimens(Trial(source=Source(form="written"), arms=(arm,)))
    assert set(course.concurrent_drugs) == drugs
