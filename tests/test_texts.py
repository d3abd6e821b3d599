"""816 short texts in the manner of registers, no form of words twice, with the courses their writers put in.

The writers were language models that worked from the written conventions and did not see the rules. By the rules that
had not seen them, whole courses had an F1 of .78 on the three sets of texts that avoid plain words (`MA` to `MC`), and
of .86, .85 and .92 on the three that are mostly plain (`NC` to `NE`); 61 of 457 figures that are none were taken for
courses. They were then used to find what the rules missed. The floors guard what has been reached.
"""

import json
from pathlib import Path

import pytest

from trial_atlas.decide.regimen_agreement import FIGURES, pair_up, wrongly_read
from trial_atlas.extract.regimen import extract_regimens
from trial_atlas.record import Arm, Intervention, Source, Trial

ROWS = [json.loads(line) for line in Path(__file__).with_name("texts.jsonl").read_text(encoding="utf-8").splitlines()]


def build(row: dict) -> Trial:
    "The text in its place of a record."
    words, texts = row["text"], {"brief_title": row.get("trial")}
    if row["where"] == "arm":
        texts["arms"] = (Arm(label=row.get("name") or "Arm A", description=words),)
    elif row["where"] == "intervention":
        name = row.get("name") or "Radiotherapy"
        texts["interventions"] = (Intervention(name=name, kind="RADIATION", description=words),)
    else:
        texts["brief_title" if row["where"] == "title" else row["where"]] = words
    return Trial(source=Source(form="written"), **texts)


def entry(course: dict) -> dict:
    "A course as readers label it; the first other reading that its writer allows comes along."
    also = {name: pair(figure) for name, figure in (course.get("also") or [{}])[0].items()}
    return (
        dict(zip(FIGURES, map(pair, course["figures"]))) | {"phase": course["phase"]} | ({"also": also} if also else {})
    )


def pair(figure):
    return figure if isinstance(figure, list) or figure is None else [figure, figure]


@pytest.fixture(scope="module")
def read():
    out = []
    for row in ROWS:
        trial, entries = build(row), [entry(course) for course in row["courses"]]
        regimens = extract_regimens(trial)
        out.append((row, trial, entries, regimens, pair_up(entries, regimens)))
    return out


def test_every_text_is_there():
    assert len(ROWS) == 816 and len({row["id"] for row in ROWS}) == 816


def test_whole_courses_are_those_of_the_writers(read):
    right = sum(exact for *_, pairs in read for *_, exact in pairs)
    stated, found = (sum(len(row[k]) for row in read) for k in (2, 3))
    assert 2 * right / (stated + found) >= 0.87, (right, found, stated)


def test_what_is_none_is_seldom_taken_for_a_course(read):
    taken, told = [], 0
    for row, _, _, regimens, pairs in read:
        with_them = {j for _, j, _ in pairs}
        extra = [r for j, r in enumerate(regimens) if j not in with_them]
        told += len(row.get("none", ()))
        taken += [words for words in row.get("none", ()) if wrongly_read(words, extra)]
    assert told > 400 and len(taken) <= 0.05 * told, taken


def test_every_quotation_stands_in_its_text(read):
    for _, trial, _, regimens, _ in read:
        assert all(trial.holds(e) for r in regimens for e in r.evidence)
