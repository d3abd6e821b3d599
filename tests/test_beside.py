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

from trial_atlas.extract.beside import drug_kind, is_arm
from trial_atlas.extract.regimen import Regimen, extract_regimens
from trial_atlas.record import Arm, Intervention, Source, Trial

ROWS = [json.loads(line) for line in Path(__file__).with_name("beside.jsonl").read_text(encoding="utf-8").splitlines()]
TEXTS = ("brief_title", "official_title", "summary", "description", "eligibility")
ALSO = {
    "5-fluorouracil": "fluorouracil",
    "s-1": "tegafur-gimeracil-oteracil",
    "recombinant human endostatin": "endostar",
    "leuprorelin": "leuprolide",
    "hydroxycarbamide": "hydroxyurea",
    "tegafur/gimeracil/oteracil": "tegafur-gimeracil-oteracil",
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


def course_beside(words: str) -> Regimen:
    "The course of an arm whose description goes on with some words."
    arm = Arm(label="A", description=f"50 Gy in 25 fractions.\n\n{words}")
    (course,) = extract_regimens(Trial(source=Source(form="written"), arms=(arm,)))
    return course


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


def one_figure(figure):
    "The lowest of a range, or the figure itself."
    return figure[0] if isinstance(figure, list) else figure


def paired(courses: list[dict], regimens: tuple[Regimen, ...]) -> list[tuple[list[dict], Regimen]]:
    "Every course that was read, with those of the writer that it stands for."
    told = defaultdict(list)
    for course in courses:
        figures = course | {name: one_figure(course[name]) for name in ("total", "fractions", "size")}
        best = max(range(len(regimens)), key=lambda i: alike(figures, regimens[i]), default=None)
        if best is not None and alike(figures, regimens[best]) >= 2:
            told[best].append(course)
    return [(courses, regimens[i]) for i, courses in told.items()]


def drugs_counted(pairs: list[tuple[list[dict], Regimen]]) -> tuple[int, int, int]:
    "Drugs read rightly, wrongly and not at all; of a course that several arms receive, what all of them receive counts."
    right = wrong = missed = 0
    for courses, regimen in pairs:
        told = set.intersection(*({ALSO.get(drug.lower(), drug.lower()) for drug in one["drugs"]} for one in courses))
        read = set(regimen.concurrent_drugs)
        right, wrong, missed = right + len(told & read), wrong + len(read - told), missed + len(told - read)
    return right, wrong, missed


def chemo_counted(pairs: list[tuple[list[dict], Regimen]]) -> tuple[int, int, int]:
    "Courses read rightly, wrongly and not at all as given with chemotherapy."
    said = [
        ({one["chemo"] for one in courses} == {True}, regimen.concurrent_chemo is True) for courses, regimen in pairs
    ]
    return said.count((True, True)), said.count((False, True)), said.count((True, False))


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Trial, list[dict], Regimen]]:
    return [
        (trial, *pair)
        for row in ROWS
        for trial in (build(row),)
        for pair in paired(row["courses"], extract_regimens(trial))
    ]


def test_drugs_are_those_of_the_writers(pairs):
    assert len(ROWS) == 160 and len(pairs) > 250
    right, wrong, missed = drugs_counted([pair for _, *pair in pairs])
    assert right / (right + wrong) >= 0.86 and right / (right + missed) >= 0.80, (right, wrong, missed)


def test_chemotherapy_is_told_where_the_writers_tell_it(pairs):
    right, wrong, missed = chemo_counted([pair for _, *pair in pairs])
    assert right / (right + wrong) >= 0.88 and right / (right + missed) >= 0.82, (right, wrong, missed)


def test_the_words_are_the_records(pairs):
    quotes = [(trial, quote) for trial, _, regimen in pairs for quote in regimen.evidence]
    assert len(quotes) > 400 and all(trial.holds(quote) for trial, quote in quotes)


def test_a_regimen_does_not_contradict_itself(pairs):
    cytotoxic = [r for _, _, r in pairs if any(drug_kind(name) == "chemotherapy" for name in r.concurrent_drugs)]
    assert len(cytotoxic) > 80 and not [r for r in cytotoxic if r.concurrent_chemo is False]


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
        ("Patients receive concurrent weekly cisplatin with radiotherapy.", {"cisplatin"}),
        ("Trastuzumab is not withheld during radiotherapy.", {"trastuzumab"}),
        ("Cisplatin on the days of radiotherapy.", {"cisplatin"}),
        ("Cetuximab is given while on radiotherapy.", {"cetuximab"}),
        ("Radiotherapy combined with cetuximab.", {"cetuximab"}),
        ("Nimotuzumab starts with radiotherapy.", {"nimotuzumab"}),
        ("Olaparib is given. Radiotherapy is begun on the same day.", set()),
        ("Radiotherapy with olaparib, begun on the same day.", {"olaparib"}),
        ("Doxorubicin is replaced by etoposide during radiotherapy.", {"etoposide"}),
        ("Patients unfit for cisplatin receive cetuximab during radiotherapy.", {"cetuximab"}),
        ("Cisplatin is given during radiotherapy and durvalumab is given after radiotherapy.", {"cisplatin"}),
        (
            "During radiotherapy, patients receive cisplatin; durvalumab starts 4 weeks after radiotherapy.",
            {"cisplatin"},
        ),
        ("Neoadjuvant docetaxel and concurrent cisplatin are given with radiotherapy.", {"cisplatin"}),
        ("Docetaxel is given before concurrent chemoradiotherapy with cisplatin.", {"cisplatin"}),
        ("Durvalumab follows concurrent chemoradiotherapy with cisplatin.", {"cisplatin"}),
        ("Radiotherapy is given with the second cycle of cisplatin, followed by durvalumab.", {"cisplatin"}),
        ("Induction docetaxel, then radiotherapy during cycles 2 and 3 of cisplatin.", {"cisplatin"}),
        ("Goserelin is continued after radiotherapy.", set()),
        ("Docetaxel is given without a break before radiotherapy.", set()),
        ("Durvalumab starts within 14 days of the last fraction of radiotherapy.", set()),
        ("Docetaxel ends 3 weeks before the start of radiotherapy.", set()),
        ("Four weeks after the last dose of docetaxel, on the first day of radiotherapy, a scan is made.", set()),
        ("During radiotherapy, dactinomycin is not given.", set()),
        ("During radiotherapy, patients do not receive cisplatin.", set()),
        ("Temozolomide is interrupted during radiotherapy.", set()),
        ("Weekly cisplatin accompanies radiotherapy.", {"cisplatin"}),
        ("Peposertib is taken on each RT day.", {"peposertib"}),
        ("Peposertib is taken 1.5 h before each fraction of radiotherapy.", {"peposertib"}),
        ("Cisplatin from the first to the last day of radiotherapy.", {"cisplatin"}),
        ("Pembrolizumab: one dose before, two during radiotherapy.", {"pembrolizumab"}),
        (
            "Triptorelin starts before radiotherapy and goes on for a year, so also during radiotherapy.",
            {"triptorelin"},
        ),
        ("Radiotherapy over 6 weeks plus two cycles of cisplatin.", {"cisplatin"}),
        (
            "When docetaxel is given, irradiation starts after it; abiraterone is continued during irradiation.",
            {"abiraterone"},
        ),
        ("Docetaxel -> radiotherapy with concurrent cisplatin -> docetaxel.", {"cisplatin"}),
        ("Gemcitabine versus radiotherapy with concurrent capecitabine.", {"capecitabine"}),
        ("Cisplatin-RT.", {"cisplatin"}),
        ("Concurrent dCRT with cisplatin.", {"cisplatin"}),
        ("Radiotherapy +/- cisplatin.", set()),
        ("Radiotherapy with or without cisplatin.", set()),
        ("Concurrent radiotherapy, then durvalumab.", set()),
        ("During radiotherapy nothing is given; from two weeks later, oxaliplatin.", set()),
        ("Radiotherapy plus a rest, after one week oxaliplatin.", set()),
        ("Bevacizumab is given except during radiotherapy.", set()),
        ("Bevacizumab is skipped during radiotherapy.", set()),
        ("Radiotherapy plus a rest between courses of doxorubicin.", set()),
    ],
)
def test_sentences(words, drugs):
    course = course_beside(words)
    assert set(course.concurrent_drugs) == drugs


@pytest.mark.parametrize(
    ("words", "chemo"),
    [
        ("No concurrent chemotherapy is given.", False),
        ("Radiotherapy is delivered alone.", False),
        ("Radiotherapy is given with the second cycle of pembrolizumab.", None),
        ("Weekly cisplatin during radiotherapy.", True),
        ("No drug is given during radiotherapy.", False),
        ("Radiotherapy is 3D-CRT or IMRT.", None),
        ("Conformal thoracic radiotherapy (CTRT) is given.", None),
        ("Radiotherapy is nCRT.", True),
        ("Radiotherapy +/- cisplatin.", None),
    ],
)
def test_whether_chemotherapy_runs(words, chemo):
    course = course_beside(words)
    assert course.concurrent_chemo is chemo


def test_each_arm_has_its_own():
    arms = (
        Arm(label="CRT", description="70 Gy in 35 fractions"),
        Arm(label="Mild CRT", description="60 Gy in 30 fractions"),
    )
    items = (
        Intervention(name="Cisplatin", description="100 mg/m2 during radiotherapy", arms=("CRT",)),
        Intervention(name="Cetuximab", description="Weekly during radiotherapy", arms=("Mild CRT",)),
    )
    courses = extract_regimens(Trial(source=Source(form="written"), arms=arms, interventions=items))
    assert [course.concurrent_drugs for course in courses] == [("cisplatin",), ("cetuximab",)]
    both = (
        Arm(label="Arm 1", description="66 Gy in 33 fractions"),
        Arm(label="Arm 2", description="60 Gy in 30 fractions"),
    )
    told = "In arm I cisplatin is given during radiotherapy."
    courses = extract_regimens(Trial(source=Source(form="written"), arms=both, description=told))
    assert [course.concurrent_drugs for course in courses] == [("cisplatin",), ()]
    told = "Cisplatin during radiotherapy is compared with cetuximab during radiotherapy."
    courses = extract_regimens(Trial(source=Source(form="written"), arms=both, description=told))
    assert [course.concurrent_drugs for course in courses] == [(), ()]
    told = "In all arms weekly cisplatin is given during radiotherapy."
    courses = extract_regimens(Trial(source=Source(form="written"), arms=both, description=told))
    assert [course.concurrent_drugs for course in courses] == [("cisplatin",), ("cisplatin",)]


@pytest.mark.parametrize(
    ("named", "label", "same"),
    [
        ("Arm B", "B", True),
        ("arm I", "Arm 1: 50 Gy", True),
        ("Arm I", "Arm II", False),
        ("Arm 1", "1 fraction", False),
        ("Arm A", "A single dose of 8 Gy", False),
        ("Group C", "C-arm guided", False),
        ("CRT", "Mild CRT", True),  # Of a spoken name; a registered label stands for itself alone
    ],
)
def test_names_of_arms(named, label, same):
    assert is_arm(named, label) is same


def test_an_arm_called_crt_may_be_conventional():
    arms = (Arm(label="SBRT", description="24 Gy in 2 fractions"), Arm(label="CRT", description="20 Gy in 5 fractions"))
    courses = extract_regimens(Trial(source=Source(form="written"), arms=arms))
    assert [course.concurrent_chemo for course in courses] == [None, None]
    told = Trial(
        source=Source(form="written"), arms=arms, summary="Radiosurgery against chemotherapy with radiotherapy."
    )
    assert [course.concurrent_chemo for course in extract_regimens(told)] == [None, True]


def test_drugs_that_an_arm_lists_are_those_of_its_chemoradiotherapy():
    arms = tuple(Arm(label=label, description="50.4 Gy in 28 fractions") for label in ("CRT and drug", "CRT"))
    items = tuple(
        Intervention(name=name, arms=told)
        for name, told in (
            ("Cisplatin", ("CRT and drug", "CRT")),
            ("Fluorouracil", ("CRT and drug", "CRT")),
            ("Durvalumab", ("CRT and drug",)),
        )
    )
    trial = Trial(source=Source(form="written"), arms=arms, interventions=items)
    courses = extract_regimens(trial)
    assert [course.concurrent_drugs for course in courses] == [("cisplatin", "fluorouracil")] * 2
    assert {quote.words for quote in courses[1].evidence} == {
        "50.4 Gy in 28 fractions",
        "CRT",
        "Cisplatin",
        "Fluorouracil",
    }
    first = Trial(
        source=Source(form="written"), arms=arms, interventions=items, summary="Induction chemotherapy first."
    )
    assert [course.concurrent_drugs for course in extract_regimens(first)] == [(), ()]


def test_an_arm_that_only_text_tells_has_what_all_arms_get():
    arms = tuple(Arm(label=label, description=f"{label} radiotherapy") for label in ("Whole", "Partial"))
    items = (Intervention(name="Vincristine", arms=("Whole", "Partial")),)
    told = "Regimen I: 23.4 Gy in 13 fractions.\n\nRegimen II: 18 Gy in 10 fractions.\n\nVincristine is given during radiotherapy."
    trial = Trial(source=Source(form="written"), arms=arms, interventions=items, description=told)
    assert {course.concurrent_drugs for course in extract_regimens(trial)} == {("vincristine",)}


def test_what_one_arm_gives_later_another_may_give_at_once():
    arms = (
        Arm(label="Early", description="Durvalumab with radiotherapy, 60 Gy in 30 fractions"),
        Arm(label="Late", description="Radiotherapy of 60 Gy in 30 fractions, then durvalumab"),
    )
    courses = extract_regimens(Trial(source=Source(form="written"), arms=arms))
    assert [course.concurrent_drugs for course in courses] == [("durvalumab",), ()]


PLAN = "Patients receive radiotherapy of 50 Gy in 25 fractions. The target is outlined on a scan. A mask is made. "


@pytest.mark.parametrize(
    ("words", "a_week", "a_day"),
    [
        ("Radiotherapy is given 5 days a week.", 5, None),
        ("Treatment is given 6 days per week.", 6, None),
        ("Patients undergo radiotherapy once daily, 5 days a week.", 5, 1),
        ("Radiotherapy is delivered on working days.", 5, None),
        ("IMRT, 5 fractions per week.", 5, None),
        ("Fractions are given daily.", None, 1),
        ("The radiation oncologist sees the patient one day per week.", None, None),
        ("The patient has a nurse visit 1 day a week throughout radiotherapy.", None, None),
        ("Photobiomodulation is given 3 days a week during radiotherapy.", None, None),
        ("Yoga takes place on 2 days per week during radiotherapy.", None, None),
        (
            "Mouth rinses are used three times a day during radiotherapy and the clinic is open 5 days a week.",
            None,
            None,
        ),
        ("Palliative radiotherapy on progression is given 5 days a week.", None, None),
        ("Patients record pain once daily for 2 weeks from radiotherapy.", None, None),
        ("Prophylactic irradiation is given 5 days a week for 2 weeks.", None, None),
        ("Radiotherapy is given 5 days a week for 3 weeks.", None, None),
    ],
)
def test_days_a_week_that_another_sentence_tells(words, a_week, a_day):
    (course,) = extract_regimens(Trial(source=Source(form="written"), description=PLAN + words))
    assert (course.fractions_per_week, course.fractions_per_day) == (a_week, a_day)
    assert any(words in quote.words for quote in course.evidence) is bool(a_week or a_day)


def test_days_a_week_are_of_the_arms_they_are_told_of():
    arms = tuple(Arm(label=label, description="66 Gy in 33 fractions") for label in "AB")

    def weeks(words):
        courses = extract_regimens(Trial(source=Source(form="written"), arms=arms, description=words))
        return [course.fractions_per_week for course in courses]

    assert weeks("In arm A radiotherapy is given 6 days a week.") == [6, None]
    assert weeks("Radiotherapy is given 5 days a week.") == [5, 5]
    assert weeks("In arm A irradiation is given 5 days a week. In arm B irradiation is given 6 days a week.") == [5, 6]


def test_days_a_week_of_arms_that_only_text_tells():
    told = "Arm A: 66 Gy in 33 fractions. Arm B: 60 Gy in 30 fractions. A mask is made. In arm A radiotherapy is given 6 days a week."
    courses = extract_regimens(Trial(source=Source(form="written"), description=told))
    assert [(course.arm, course.fractions_per_week) for course in courses] == [("Arm A", 6), ("Arm B", None)]


def test_large_fractions_take_no_days_a_week():
    told = "40 Gy in 5 fractions. The target is small. A mask is made. Radiotherapy is given 5 days a week."
    (course,) = extract_regimens(Trial(source=Source(form="written"), description=told))
    assert course.fractions_per_week is None
