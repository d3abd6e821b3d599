"""What a course irradiates: phrases of every kind, how they are bound, and what is no target."""

import sys

import pytest

import trial_atlas as ta
from trial_atlas.extract.quantities import plain
from trial_atlas.extract.regimen import extract_regimens
from trial_atlas.extract.targets import bound_target, named_targets, target_words, told_target
from trial_atlas.record import Arm, Intervention, Source, Trial


def record(**fields):
    return Trial(source=Source(form="test"), ids=("T1",), **fields)


def targets(**fields):
    return [r.target for r in extract_regimens(record(**fields))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45 Gy to the pelvis in 25 fractions.", ["pelvis"]),
        ("60 Gy in 20 fractions are given to the prostate and seminal vesicles.", ["prostate and seminal vesicles"]),
        ("The tumour bed receives 10 Gy in 5 fractions.", ["tumour bed"]),
        ("PTV1: 60 Gy in 30 fractions; PTV2: 54 Gy in 30 fractions.", ["PTV1", "PTV2"]),
        ("Thoracic radiotherapy starts with cycle two and is given up to 45 Gy.", ["Thoracic"]),
        ("Patients have WBRT with 30 Gy in 10 fractions.", ["whole brain"]),
        ("Lesions of 2-3 cm receive 20 Gy in a single fraction.", ["Lesions"]),
        ("Brain metastases by SRS, 20 Gy in one fraction.", ["Brain metastases"]),
        ("SBRT to all metastases: 24 Gy in 1 fraction, 30 Gy in 3 fractions.", ["all metastases"] * 2),
        ("64 Gy in 32 fractions or 55 Gy in 20 fractions to the whole bladder.", ["whole bladder"] * 2),
        ("50 Gy in 25 fractions to the breast, followed by 16 Gy in 8 fractions to the bed.", ["breast", "bed"]),
        ("Undissected neck at risk, 50 Gy in 25 fractions.", ["Undissected neck"]),
        ("21 Gy in 3 fractions to mpMRI-defined intraprostatic lesions.", ["mpMRI-defined intraprostatic lesions"]),
        ("40 Gy in 20 fractions to the base of skull.", ["base of skull"]),
        ("The primary (60 Gy/30#, or 55 Gy/20#) is irradiated.", ["primary"] * 2),
        ("Craniospinal irradiation of 36 Gy in 20 fractions, then a posterior fossa boost of 18 Gy in 10 fractions.", ["Craniospinal", "posterior fossa"]),
    ],
)  # fmt: skip
def test_targets_in_a_sentence(text, expected):
    assert targets(description=text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Patients with rectal cancer receive 50 Gy in 25 fractions.",
        "50 Gy in 25 fractions until disease progression.",
        "Stereotactic body radiotherapy of 50 Gy in 5 fractions.",
        "66 Gy in 33 fractions, with the usual limits to normal tissue.",
        "48 Gy in 4 fractions where the tumour lies close to the chest wall.",
        "Primary radiotherapy of 60 Gy in 30 fractions.",
        "60 Gy in 30 fractions to the target volume.",
    ],
)
def test_no_target(text):
    assert targets(description=text) == [None]


def test_a_dose_takes_what_stands_right_behind_it():
    assert targets(description="60 Gy to the tumour, 54 Gy to the CTV, all in 30 fractions.") == ["tumour", "CTV"]
    assert targets(description="45 Gy in 25 fractions to the pelvis, then 10 Gy in 5 fractions.") == ["pelvis", None]


def test_names_and_texts_around_tell_the_target():
    beams = {"kind": "RADIATION", "description": "30 Gy in 10 fractions"}
    assert targets(interventions=(Intervention(name="Whole brain radiotherapy", **beams),)) == ["Whole brain"]
    arm = Arm(label="A", description="30 Gy in 10 fractions")
    item = Intervention(name="Spinal irradiation", kind="RADIATION", arms=("A",))
    assert targets(arms=(arm,), interventions=(item,)) == ["Spinal"]
    assert targets(description="All known sites are irradiated. Doses are 24 Gy in 3 fractions.") == ["All known sites"]
    assert targets(description="50 Gy in 25 fractions. The target volume is the bed and the nodes.") == ["bed and the nodes"]  # fmt: skip
    assert targets(official_title="Total skin irradiation", description="12 Gy in 12 fractions") == ["Total skin"]


def test_two_names_tell_nothing():
    items = (
        Intervention(name="Pelvic radiotherapy", kind="RADIATION"),
        Intervention(name="Breast radiotherapy", kind="RADIATION"),
    )
    assert targets(interventions=items, description="50 Gy in 25 fractions") == [None]


def test_a_boost_is_not_given_the_target_of_the_main_course():
    item = Intervention(
        name="Pelvic radiotherapy", kind="RADIATION", description="45 Gy in 25 fractions; boost of 9 Gy"
    )
    assert targets(interventions=(item,)) == ["Pelvic", None]


def test_targets_are_words_of_the_record(shared):
    meanings, named = set(target_words().meanings.values()), 0
    for trial in ta.load(shared / "corpus" / "esoph"):
        whole = " ".join(trial.whole().split())
        for regimen in extract_regimens(trial):
            named += regimen.target is not None
            assert regimen.target is None or regimen.target in meanings or regimen.target in whole, trial.id
    assert named


def test_words_of_the_lexicon_are_filed_once():
    words = target_words()
    assert not words.meanings.keys() & words.treatments
    assert all(word == word.lower() for word in words.kinds)


@pytest.mark.parametrize("text", ["", " ", "to the", "nodes " * 3, "(((", "ptv" * 50, "of of of the nodes of"])
def test_odd_texts(text):
    assert all(text[t.start : t.end] for t in named_targets(text))
    assert told_target(text) is None or told_target(text).end <= len(text)


def steps(text):
    "How many lines are run while the target of a dose is looked for."
    count = 0

    def tell(frame, event, arg):
        nonlocal count
        count += event == "line"
        return tell

    at = text.index("50 gy")
    sys.settrace(tell)
    try:
        bound_target(text, at, at + 5)
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("piece", ["to the nodes and ", "pelvic nodes ", "(bed) ", "of the brain, ", "lymph "])
def test_a_longer_line_takes_no_longer_than_its_length(piece):
    text = plain(piece * 30 + "50 Gy " + piece * 30)
    longer = plain(piece * 300 + "50 Gy " + piece * 300)
    assert steps(longer) <= 15 * steps(text)


def test_courses_of_a_sentence_are_let_go():
    """Neighbours know each other; nothing of a text may stay in memory for it."""
    import gc
    import weakref

    from trial_atlas.extract.targets import Near, next_near, own_target

    class Text(str):
        "A text that can be watched."

    text = Text("64 gy in 32 fractions or 55 gy in 20 fractions to the whole bladder")
    watched = weakref.ref(text)
    first = next_near(Near(text, text, 0, len(text), 0, 21, 0, 21, 25), None)
    second = next_near(Near(text, text, 0, len(text), 25, 46, 25, len(text), len(text)), first)
    assert own_target(first).name == own_target(second).name == "whole bladder"
    del first, second, text
    gc.collect()
    assert watched() is None
