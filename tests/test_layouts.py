"""Pages in layouts that nobody described: the right words land in the right field, and the rest is said."""

import html
import re

import pytest
from conftest import ENTRIES, ROOT

from trial_atlas.read.blocks import own_lines, page_text
from trial_atlas.read.layouts import GENERAL, recognise
from trial_atlas.read.load import load
from trial_atlas.read.pages import from_page, title_score
from trial_atlas.record import ReadError

UNSEEN = sorted(ENTRIES.glob("unseen-*.txt"))
IN_PART = sorted(ENTRIES.glob("part-*.txt"))
PRIVATE = (
    "Example, MD",
    "Wang Example",
    "Li Example",
    "A Person",
    "555-01",
    "example.org",
    "Dr. Wang",
    "Muster",
    "Jordan Person",
    "Sam Sample",
    "123-4567890",
)


def page(name: str) -> str:
    return (ENTRIES / f"unseen-{name}.txt").read_text(encoding="utf-8")


EXPECTED = {
    "asks": {
        "ids": ("NCT99999101",),
        "other_ids": ("BH-2021-44", "300112"),
        "brief_title": "Shorter chest radiotherapy for small cell lung cancer (SPRINT-SC)",
        "enrollment": 210,
    },
    "hopper": {
        "ids": ("NCT99999103",),
        "brief_title": "Pre-operative Chemoradiation With Apricotinib in Rectal Cancer: the PEACH Trial",
        "official_title": None,
        "phases": ("PHASE2",),
        "status": "RECRUITING",
        "enrollment": 64,
    },
    "register-tab": {
        "ids": ("DRKS99999105",),
        "other_ids": ("U1111-9999-0001", "EK 112/21"),
        "acronym": "METRA-B",
        "enrollment": 120,
    },
    "lay": {
        "ids": (),
        "acronym": "EASEL",
        "brief_title": "A study of lower dose radiotherapy for throat cancer caused by HPV (EASEL)",
        "enrollment": 380,
        "enrollment_kind": "ESTIMATED",
    },
    "jrct": {"ids": ("jRCTs099999106",), "enrollment": 50, "min_age": "20 Years", "status": "COMPLETED"},
    "centre-labels": {
        "ids": ("NCT99999107",),
        "other_ids": ("MMC-19-204", "ALL-7731"),
        "brief_title": "Radiation after mastectomy in node-positive breast cancer with good response to chemotherapy",
    },
    "news": {
        "ids": ("NCT99999108",),
        "brief_title": "Phase 3 study opens for bladder-sparing chemoradiation with immunotherapy",
        "enrollment": 475,
    },
    "notes": {"ids": ("NCT99999110", "2023-599999-10-00"), "other_ids": ("NOA-X7",), "enrollment": 88},
    "leaflet": {"ids": (), "other_ids": ("IRAS 299001",), "brief_title": "The HEART-SPARE trial"},
    "wide": {
        "ids": ("ChiCTR2400099911",),
        "status": "NOT_YET_RECRUITING",
        "enrollment": 254,
        "sponsor": "Example People's Hospital",
    },
    "stars": {
        "ids": ("NCT99999112",),
        "other_ids": ("22-1180",),
        "brief_title": "Proton beam therapy or surgery for early esophageal cancer",
        "enrollment": 150,
    },
    "register-de": {
        "ids": ("NCT99999114",),
        "brief_title": "Kürzere Bestrahlung der Prostata nach Operation (KURZ-P)",
        "status": "RECRUITING",
        "enrollment": 300,
    },
    "answers": {
        "brief_title": "Stereotactic Radiation + Hormone Therapy for Prostate Cancer",
        "phases": ("PHASE2",),
        "sponsor": "North Shore Health",
    },
    "centre-fr": {
        "ids": ("NCT99999010",),
        "acronym": "STEREO-OS2",
        "phases": ("PHASE3",),
        "status": "RECRUITING",
        "enrollment": 196,
        "sponsor": "Centre Exemple",
    },
    "clinic-de": {
        "ids": ("NCT99999006",),
        "acronym": "GASTRO-RT",
        "phases": ("PHASE3",),
        "status": "RECRUITING",
        "enrollment": 220,
        "design": "Randomised, open-label, two arms",
        "sponsor": "Universitätsklinikum Beispielstadt",
    },
    "copy": {
        "ids": ("NCT99999001",),
        "other_ids": ("LCI-2024-07",),
        "acronym": "HYPOLUNG",
        "enrollment": 144,
        "purpose": "TREATMENT",
        "keywords": ("hypofractionation", "chest radiotherapy"),
    },
    "ctgov": {
        "ids": ("NCT99999020",),
        "brief_title": "Chest Radiotherapy After Pears in Lung Cancer (PEARL-2)",
        "status": "RECRUITING",
        "conditions": ("Lung Cancer", "Stage III"),
        "collaborators": ("Meadow University",),
        "keywords": ("pears", "chest"),
    },
    "finder": {
        "ids": ("NCT99999002",),
        "other_ids": ("HUH-RC-11",),
        "brief_title": "Short-Course Pelvic Radiation Before Chemotherapy in Rectal Cancer",
        "conditions": ("Colorectal Cancer", "Rectal Disorders"),
        "phases": ("PHASE2", "PHASE3"),
        "status": "ACTIVE_NOT_RECRUITING",
        "enrollment": 312,
        "sex": "ALL",
        "sponsor": "Harbor University Hospital",
    },
    "hospital-cn": {
        "ids": ("ChiCTR2300099901",),
        "status": "RECRUITING",
        "phases": ("PHASE2",),
        "enrollment": 48,
        "sponsor": "Riverside Cancer Hospital",
    },
    "chictr": {
        "ids": ("ChiCTR2300099955",),
        "status": "RECRUITING",
        "phases": ("PHASE2",),
        "min_age": "18 Years",
        "max_age": "75 Years",
        "sponsor": "Example Cancer Hospital",
    },
    "isrctn": {
        "ids": ("ISRCTN99999999",),
        "acronym": "FRAIL-B",
        "allocation": "RANDOMIZED",
        "purpose": "TREATMENT",
        "enrollment": 84,
        "countries": ("United Kingdom",),
        "sponsor": "North Vale Hospital",
    },
    "institute": {
        "ids": ("NCT99999003",),
        "brief_title": "Proton Therapy With or Without Chemotherapy for Esophageal Cancer in Older Adults",
        "phases": ("PHASE3",),
        "sponsor": "Valley Oncology Group",
    },
    "markdown": {
        "ids": ("NCT99999023",),
        "brief_title": "Neoadjuvant Chemoradiation With Pearumab in Locally Advanced Gastric Cancer",
        "conditions": ("Gastric Cancer", "Gastroesophageal Junction Cancer"),
        "status": "RECRUITING",
        "enrollment": 58,
        "sponsor": "Plain Hospital",
    },
    "pairs": {
        "ids": ("NCT99999021",),
        "phases": ("NA",),
        "enrollment": 1210,
        "sponsor": "Meadow Cancer Network",
    },
    "questions": {
        "ids": ("NCT99999009",),
        "brief_title": "Re-irradiation With Pulsed Low Dose Rate in Recurrent Glioma",
        "phases": ("PHASE1", "PHASE2"),
        "enrollment": 36,
        "min_age": "18 Years",
        "sex": "ALL",
    },
    "rows": {
        "ids": ("NCT99999022",),
        "brief_title": "Single-fraction vs Multi-fraction SBRT for Oligoprogressive Renal Cell Carcinoma",
        "status": "NOT_YET_RECRUITING",
        "enrollment": 80,
        "enrollment_kind": "ESTIMATED",
        "healthy_volunteers": False,
        "sponsor": "Ridge Medical School",
    },
}
DATES = {
    "centre-fr": ("2021-03", None), "clinic-de": ("2022-04-01", None), "copy": ("2024-03-01", "2029-03-01"),
    "chictr": ("2023-06-01", "2026-06-01"), "isrctn": ("2021-01", "2025-12"),
    "ctgov": ("2023-02-10", "2028-02"), "finder": ("2021-09-01", "2026-12-31"), "hospital-cn": ("2023-05", "2026-05"),
    "markdown": ("2022-11-01", None), "pairs": ("2023-01", "2032-12"), "questions": ("2023-02-10", None),
    "rows": ("2025-02-01", "2028-02-01"), "asks": ("2022-03", None), "hopper": ("2023-05-01", "2027-05-01"),
    "register-tab": ("2021-02-01", None), "wide": ("2024-03-01", None),
}  # fmt: skip
ARMS = {
    "asks": [(None, "45 Gy in 30 fractions"), (None, "40 Gy in 15 fractions")],
    "register-tab": [(None, "30 Gy in 10"), (None, "20 Gy in a single fraction")],
    "centre-labels": [(None, "50 Gy in 25"), (None, "no radiation")],
    "notes": [(None, "10 mg/kg"), (None, "35 Gy in 10")],
    "wide": [("EXPERIMENTAL", "30 Gy in 10"), ("ACTIVE_COMPARATOR", "Maintenance")],
    "register-de": [(None, "52,5 Gy in 20"), (None, "66 Gy in 33")],
    "answers": [("EXPERIMENTAL", "30 Gy in 3 fractions"), ("ACTIVE_COMPARATOR", "Appleolix for six months.")],
    "centre-fr": [(None, "27 to 35 Gy"), (None, "standard treatment")],
    "clinic-de": [(None, "45 Gy in 25 fractions"), (None, "FLOT 4 cycles")],
    "copy": [("EXPERIMENTAL", "55 Gy in 15"), ("ACTIVE_COMPARATOR", "60 Gy in 30")],
    "ctgov": [("EXPERIMENTAL", "Pears for two weeks"), ("ACTIVE_COMPARATOR", "60 Gy in 30")],
    "isrctn": [(None, "30 Gy in 5"), (None, "36 Gy in 6")],
    "markdown": [(None, "Pearumab 240 mg")],
    "pairs": [(None, "26 Gy in 5"), (None, "40 Gy in 15")],
    "rows": [("EXPERIMENTAL", "20 Gy x 1"), ("ACTIVE_COMPARATOR", "12 Gy x 3")],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_page_of_an_unknown_site_states(name):
    trial = from_page(page(name))
    assert {field: getattr(trial, field) for field in EXPECTED[name]} == EXPECTED[name]
    if name in DATES:
        assert (str(trial.start), trial.completion and str(trial.completion)) == DATES[name]


@pytest.mark.parametrize("name", ARMS)
def test_arms_of_a_page_of_an_unknown_site(name):
    arms = from_page(page(name)).arms
    assert [a.kind for a in arms] == [kind for kind, _ in ARMS[name]]
    assert all(words.lower() in a.description.lower() for a, (_, words) in zip(arms, ARMS[name], strict=True))


UNDIVIDED = {"centre-labels", "news"}  # Pages that show no criteria, or one list of both kinds


@pytest.mark.parametrize("path", [p for p in UNSEEN if p.stem[7:] not in UNDIVIDED], ids=lambda p: p.stem[7:])
def test_criteria_are_divided_under_headings_that_are_understood(path):
    text = from_page(path.read_text(encoding="utf-8")).eligibility
    found = re.search(r"^(?:participant )?inclusion\b(?: criteria[\t ]+|.*\n+)(.+)", text, re.I | re.M)
    assert found and re.search(
        r"^(?:participant )?exclusion\b(?: criteria[\t ]+|.*\n+).+", text[found.end() :], re.I | re.M
    ), text


@pytest.mark.parametrize("path", UNSEEN, ids=lambda p: p.stem[7:])
def test_no_person_is_kept(path):
    assert not [word for word in PRIVATE if word in repr(from_page(path.read_text(encoding="utf-8")))]


COLONS = [
    *UNSEEN,
    *(p for p in IN_PART if p.stem not in ("part-spaced", "part-rows")),
]  # Pages where label and value can be told apart


@pytest.mark.parametrize("path", COLONS, ids=lambda p: p.stem)
def test_nothing_of_the_trial_vanishes(path):
    "Each line that is the trial's stands in a text, is a heading or a coded value, or is said to be unplaced."
    text = path.read_text(encoding="utf-8")
    trial = from_page(text)
    held = " ".join([*(words for _, words in trial.texts()), *trial.unplaced, *map(str, trial.ids + trial.other_ids)])
    spread = re.sub(r"\W+", " ", held)
    lost = [
        line.text
        for line in own_lines(text, recognise(text))
        if len(line.text.split()) >= 6
        and re.search(r"\d+ ?(?:Gy|mg|fractions)|must|stage|survival", line.text)
        and re.sub(r"\W+", " ", re.sub(r"^[^:\t]{2,60}?(?:[:\t]| {2})\s*", "", line.text)).strip() not in spread
    ]
    assert not lost, lost


def as_html(text: str, title: str) -> str:
    "A page as a site might mark it up: title in h1, label and value in a table, list items, paragraphs."
    parts = []
    for line in filter(None, map(str.strip, text.splitlines())):
        label, colon, value = line.partition(": ")
        if line == title:
            parts.append(f"<div><h1>{html.escape(line)}</h1></div>")
        elif colon and value and len(label) < 30 and not line.startswith(("- ", "*", "|", "#")):
            parts.append(f"<table><tr><th>{html.escape(label)}</th><td>{html.escape(value)}</td></tr></table>")
        else:
            parts.append(f"<p>{html.escape(line)}</p>")
    body = "\n".join(parts)
    return f"<!DOCTYPE html><html><head><title>x</title></head><body><nav>Menu</nav>{body}<footer>Imprint</footer></body></html>"


@pytest.mark.parametrize("name", ["finder", "questions", "clinic-de", "hospital-cn", "copy"])
def test_a_saved_page_states_the_same(name, tmp_path):
    pasted = from_page(page(name))
    (tmp_path / "page.html").write_text(as_html(page(name), pasted.brief_title), encoding="utf-8")
    (saved,) = load(tmp_path / "page.html", strict=True)
    for field in (
        "ids",
        "brief_title",
        "phases",
        "status",
        "enrollment",
        "start",
        "completion",
        "sponsor",
        "conditions",
    ):
        assert getattr(saved, field) == getattr(pasted, field), field
    assert re.findall(r"\w+", saved.eligibility) == re.findall(r"\w+", pasted.eligibility)


def test_a_sites_own_lines_are_no_title():
    site = (
        "Home",
        "Find Trials",
        "Riverside Cancer Hospital",
        "trials.example.com",
        "Clinical Research Center > Trials",
    )
    assert all(title_score(line) < 4 for line in site)
    assert title_score("Short-Course Pelvic Radiation Before Chemotherapy in Rectal Cancer") >= 4


def test_a_number_below_another_trials_card_is_not_the_pages_own():
    own = "Pears for lung cancer\nBrief Summary\nPatients with lung cancer get 50 Gy of radiotherapy in this study.\n"
    criteria = "Inclusion Criteria\n- Stage III\n- ECOG 0-1\nSimilar trials\nApples for lung cancer\n"
    assert from_page(own + criteria + "NCT99999132").ids == ()
    assert from_page(own + criteria + "Terms of use · Privacy\nNCT99999133").ids == ("NCT99999133",)


def test_a_word_that_ends_most_pages_may_stand_in_a_menu():
    text = "Pears for lung cancer\nNCT99999134\nStatus: Recruiting\nDisclaimer\nBrief Summary\nPatients get 50 Gy.\n"
    trial = from_page(text + "Inclusion Criteria\n- Stage III\nEnrollment: 40\n")
    assert trial.enrollment == 40 and "Stage III" in trial.eligibility


def test_the_h1_of_a_saved_page_comes_first():
    text = page_text("<body><p>A site</p><h1>Radiotherapy for two pears</h1><p>Status: Recruiting</p></body>")
    assert text.splitlines()[0] == "Radiotherapy for two pears" and "A site" in text


def test_no_layout_is_named_after_a_single_page():
    assert recognise(page("finder")) is GENERAL and recognise(page("ctgov")).name == "clinicaltrialsgov"


def test_labels_and_values_that_only_the_style_divides(tmp_path):
    rows = [("Phase", "Phase 2"), ("Status:", "recruiting"), ("NCT ID", "NCT99999031"), ("Enrollment", "64")]
    body = "".join(f"<div><span>{label}</span><span>{value}</span></div>" for label, value in rows)
    words = (
        "<p><span>Radiotherapy of </span><span>50 Gy</span> in 25 <b>frac</b><i>tions</i> is given to all patients.</p>"
    )
    title = "<h1>Radiotherapy with pears for lung cancer</h1>"
    (tmp_path / "a.html").write_text(f"<html><body>{title}{body}<h2>Brief Summary</h2>{words}</body></html>")
    (trial,) = load(tmp_path, strict=True)
    assert (trial.ids, trial.phases, trial.status, trial.enrollment) == (
        ("NCT99999031",),
        ("PHASE2",),
        "RECRUITING",
        64,
    )
    assert trial.summary == "Radiotherapy of 50 Gy in 25 fractions is given to all patients."


# Pages that show a part of a record, as copies often do

SHOWN = {
    "brackets": {"status": "COMPLETED", "brief_title": None, "enrollment": 41, "other_ids": ("MU-13",)},
    "isrctn": {
        "ids": ("ISRCTN99999228",),
        "summary": None,
        "sponsor": "Meadow Council (UK)",
        "conditions": ("Lung cancer",),
        "study_type": "INTERVENTIONAL",
    },
    "rows": {"ids": ("NCT99999227",), "description": None, "enrollment": 120},
    "wrapped": {"ids": ("NCT99999225",), "brief_title": None, "eligibility": None},
    "above": {"min_age": None, "brief_title": "Soothing cream for skin that is irradiated"},
    "bullets": {"phases": ("PHASE2",), "official_title": None, "ids": ()},
    "classic": {
        "official_title": "A Randomized Phase II Study of Pearumab With Radiotherapy for Throat Cancer",
        "status": "COMPLETED",
        "purpose": "TREATMENT",
        "enrollment": 90,
    },
    "columns": {"conditions": ("Spinal Metastases",), "keywords": ("spine", "pain relief", "short course")},
    "criteria": {"ids": (), "brief_title": None, "summary": None},
    "dashes": {"ids": ("NCT99999217",), "sponsor": "Meadow Hospital", "status": "COMPLETED", "enrollment": 84},
    "glued": {
        "ids": ("jRCTs099999207",),
        "conditions": ("gullet cancer",),
        "enrollment": 80,
        "countries": (),
        "min_age": "20 Years",
        "max_age": "75 Years",
        "sex": "ALL",
    },
    "ja": {
        "brief_title": "PEAR-11: 切除できない喉の癌に対する梨療法と放射線療法の第III相比較試験",
        "conditions": ("喉の癌",),
    },
    "kinds": {"phases": ("PHASE3",), "status": "RECRUITING", "study_type": "INTERVENTIONAL", "enrollment": 310},
    "module": {"ids": ("NCT99999211",), "brief_title": None, "sex": "ALL", "min_age": "18 Years"},
    "numbered": {"allocation": "RANDOMIZED", "enrollment": 96, "brief_title": None},
    "protocol": {"phases": ("PHASE2",), "ids": ()},
    "short": {"ids": ("NCT99999222",), "brief_title": "Swallowing Lessons Before Radiotherapy of the Neck"},
    "spaced": {
        "ids": ("ISRCTN99999208",),
        "other_ids": ("HIP-7",),
        "acronym": None,
        "design": "Randomised controlled trial",
        "enrollment": 240,
    },
    "status": {"status": "ACTIVE_NOT_RECRUITING", "brief_title": None, "enrollment": 66},
    "veeva": {"summary": "The hypothesis is that 55 Gy in 25 fractions with a tablet makes more rectal tumors vanish."},
}


def part(name: str) -> str:
    return (ENTRIES / f"part-{name}.txt").read_text(encoding="utf-8")


def test_every_part_has_its_expectation():
    assert {path.stem[5:] for path in IN_PART} == set(SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_part_of_a_page_states(name):
    trial = from_page(part(name))
    assert {field: getattr(trial, field) for field in SHOWN[name]} == SHOWN[name]


@pytest.mark.parametrize("path", IN_PART, ids=lambda p: p.stem[5:])
def test_texts_of_a_part_are_slices(path):
    text = path.read_text(encoding="utf-8")
    usual = {"Inclusion Criteria:", "Exclusion Criteria:"}
    pieces = [piece for _, held in from_page(text).texts() for piece in held.split("\n\n")]
    pieces = [
        piece.partition("\n")[2] if piece.partition("\n")[0] in usual and piece not in text else piece
        for piece in pieces
    ]
    assert all(piece in text for piece in pieces), [piece for piece in pieces if piece not in text]


GIVEN = {
    "brackets": [("Experimental", "60 Gy in 10 fractions over two weeks.\nFollow-up is by MRI.")],
    "rows": [("Tablets", "Pearumab 20 mg a day"), ("Tablets and beams", "and 45 Gy in 15 fractions")],
    "classic": [("Pears", "Pearumab weekly beside radiotherapy"), ("Watching", "Patients are seen monthly")],
    "columns": [("Waiting", None), ("Stereotactic course", "24 Gy in 2 fractions")],
    "numbered": [("36 Gy in 6 weekly fractions", None), ("55 Gy in 20 fractions over four weeks", None)],
}


@pytest.mark.parametrize("name", GIVEN)
def test_arms_of_a_part_of_a_page(name):
    arms = from_page(part(name)).arms
    assert [arm.label for arm in arms] == [label for label, _ in GIVEN[name]]
    assert all(
        (words in arm.description) if words else arm.description is None
        for arm, (_, words) in zip(arms, GIVEN[name], strict=True)
    )


def test_treatments_below_their_kind_or_within_a_cell():
    told = {
        t.name: (t.kind, t.description) for name in ("kinds", "classic") for t in from_page(part(name)).interventions
    }
    assert told == {
        "Whole Breast Radiotherapy": ("RADIATION", "26 Gy in 5 fractions (new arm), 40 Gy in 15 fractions (usual arm)"),
        "Pearumab": ("DRUG", "10 mg/kg weekly"),
        "Throat Radiotherapy": ("RADIATION", "70 Gy in 35 fractions over 7 weeks"),
    }


def test_measures_stand_above_their_time():
    measured = [(o.measure, o.time_frame) for o in from_page(part("numbered")).outcomes]
    assert measured == [
        ("Local control", "2 year"),
        ("Share of patients without late harm", "12 months after radiotherapy"),
    ]


def test_sentences_that_a_copy_broke_are_whole():
    trial = from_page(part("wrapped"))
    assert trial.summary.startswith("The study asks") and "cancer of the\nrectum" in trial.summary
    assert "last\nfraction" in trial.description and "50 Gy in 25 fractions" in trial.description


def test_schedules_behind_a_glued_label():
    treatments = from_page(part("isrctn")).interventions
    assert [t.name for t in treatments] == ["Schedule A", "Schedule B"] and "17 Gy" in treatments[0].description


def test_criteria_without_a_heading_of_their_own():
    assert from_page(part("above")).eligibility.startswith("Inclusion Criteria:\nAge 20 to 75 Either sex")
    assert from_page(part("bullets")).eligibility.count("\n") == 4, "an item on age is an item"
    assert from_page(part("dashes")).eligibility.startswith("- Female;")


@pytest.mark.parametrize("label", ["Dose", "Plan", "Notes on it"])
def test_a_line_on_the_dose_is_never_left_over(label):
    text = f"Pears for lung cancer\nStatus: Recruiting\nSponsor: Meadow\n{label}\n50 Gy in 25 fractions, then pears\n"
    trial = from_page(
        text + "Inclusion Criteria:\n- Stage III on biopsy\n- ECOG 0-1\nOther trials\nPears, 60 Gy in 30 fractions\n"
    )
    assert any("50 Gy in 25 fractions" in held for _, held in trial.texts())
    assert not any("50 Gy" in line for line in trial.unplaced) and "60 Gy" not in repr(trial)


REFUSED = {
    "results": "Shorter radiotherapy for the breast: a randomised phase 3 trial\nWe randomly assigned 900 patients to 50 Gy in 25 "
    "fractions or 40 Gy in 15 fractions. The primary endpoint was recurrence.\nResults: fewer recurred (HR 0.9, p=0.03).",
    "news": "New tablet helps in lung cancer\nPatients in the trial lived longer than those who had chemotherapy, researchers said. "
    "The study enrolled 400 patients in ten countries and compared the tablet with the usual treatment in two groups.",
    "search": 'Search results: 3 trials for "throat"\nRadiotherapy for Throat Cancer\nNCT99999231\nRecruiting\nPears for Throat '
    "Cancer\nNCT99999232\nCompleted\nProtons for Throat Cancer\nNCT99999233\nCompleted",
    "number": "NCT99999234",
    "guideline": "Cancer of the gullet: recommendations\nPatients with stage III who are not fit for surgery should be treated with "
    "chemoradiotherapy to 50 Gy in 25 fractions. Higher doses are not recommended outside a trial, and two groups remain.",
    "limits": "Table 2 Dose limits of normal tissue in the study\nOrgan | 3 fractions | 5 fractions\nCord | 18 Gy | 25 Gy",
    "job": "Radiation therapist, full time\nOur cancer centre treats 3,000 patients a year with radiotherapy.\nEligibility Criteria\n"
    "- Degree in radiation therapy\n- Two years with a linear accelerator",
    "grant": "Young Researchers' Grant\nThe society funds research on tumours.\nInclusion criteria:\n- Younger than 40\n- Works at a "
    "university hospital\nExclusion criteria:\n- Grant in the last two years",
    "review": "Pears or surgery for gullet cancer: protocol of a systematic review\nMethods\nWe will search three databases.\n"
    "Inclusion criteria:\n- Randomised trials in adults with carcinoma at any stage\nExclusion criteria:\n- Case reports",
    "case": "A lasting response after chemoradiotherapy: a case report\nA 62-year-old man had cancer of the gullet. He was given 50 Gy in "
    "25 fractions. We discuss randomised trials and the treatment of such patients in two groups.",
    "cohort": "Radiotherapy for one metastasis\nWe retrospectively reviewed 120 patients who were given 30 Gy in 3 fractions at one "
    "centre. Prospective randomized trials with survival as the endpoint are needed in both groups.",
    "lesson": "What is a clinical trial?\nA clinical trial is a study in which people test treatments. In phase 3 patients are "
    "randomized.\nWho can take part?\nEach study has criteria, such as age and disease.",
    "titles": "Clinical trials for lung cancer\nRadiotherapy Versus Surgery in Lung Cancer\nProtons in Lung Cancer: a Phase II Trial\n"
    "Pears After Chemoradiation in Patients With Lung Cancer\nShow 25 more",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_trial_is_refused(name):
    with pytest.raises(ReadError, match="without the headings of a trial"):
        from_page(REFUSED[name])


OWN_FILES = ["CHANGELOG.md", "GLOSSARY.md", "trial_atlas/templates/explorer.js", "trial_atlas/read/pages.py"]
OWN_FILES += ["trial_atlas/run/rows.py", "trial_atlas/rulebook/definitions.toml", "trial_atlas/forms/paths.toml"]


@pytest.mark.parametrize("name", OWN_FILES)
def test_a_program_or_a_guide_is_no_trial(name):
    with pytest.raises(ReadError, match="found (the text of a program|a document|a text without)"):
        from_page((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["criteria", "module", "protocol", "bullets", "numbered", "ja", "short"])
def test_a_record_is_a_record_with_the_lines_of_a_site_around_it(name):
    alone = from_page(part(name))
    text = (
        "Home | Trials | News\nLog in\n"
        + part(name)
        + "\nSimilar trials\nApples After Surgery for Liver Cancer\nNCT99999240\n"
    )
    around = from_page(text)
    assert (around.ids, around.eligibility, around.arms) == (alone.ids, alone.eligibility, alone.arms)
    assert "Apples" not in repr(around)
