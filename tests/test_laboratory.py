"""Laboratory limits: figures and units as written, directions turned where a record excludes, and nothing read from silence."""

import pytest

from trial_atlas.extract.laboratory import MEASURES, read_laboratory
from trial_atlas.extract.sections import sentences
from trial_atlas.record import Source, Trial
from trial_atlas.show.digest import laboratory_card

INCLUDE, EXCLUDE = "Inclusion Criteria:\n* ", "Exclusion Criteria:\n* "


def trial(text: str) -> Trial:
    return Trial(source=Source(form="example"), eligibility=text)


def limits(text: str) -> list[tuple[str, str, str]]:
    found = read_laboratory(sentences(trial(text)))
    return [(limit.measure, f"{limit.bound} {limit.figure}".strip(), limit.applies) for limit in found]


WRITTEN = [
    ("ANC ≥ 1.5 × 10^9/L", "neutrophils", "at least 1.5 × 10^9/L"),
    ("Absolute neutrophil count (ANC) >= 1,500/mcL", "neutrophils", "at least 1,500/mcL"),
    ("granulocytes \\> 1 500 /mm³", "neutrophils", "above 1 500 /mm³"),
    ("Platelets at least 100,000", "platelets", "at least 100,000"),
    ("PLT≥75\\*10\\^9/L", "platelets", "at least 75\\*10\\^9/L"),
    ("platelet count greater than or equal to 100 G/L", "platelets", "at least 100 G/L"),
    ("Hb > 90g/L without transfusion", "haemoglobin", "above 90g/L"),
    ("Hemoglobin 9 g/dL or more", "haemoglobin", "at least 9 g/dL"),
    ("Haemoglobin ≥ 5,6 mmol/l", "haemoglobin", "at least 5,6 mmol/l"),
    ("serum creatinine no greater than 1.5 times the upper limit of normal", "creatinine", "at most 1.5 times the upper limit of normal"),
    ("Creatinine ≤ 130 µmol/L", "creatinine", "at most 130 µmol/L"),
    ("Cockcroft creatinine clearance (CrCl) of > 50 ml/min/1.73 m^2", "clearance", "above 50 ml/min/1.73 m^2"),
    ("eGFR ≥ 60 mL/min", "clearance", "at least 60 mL/min"),
    ("Total bilirubin =< 1.5 x ULN", "bilirubin", "at most 1.5 x ULN"),
    ("Bilirubin normal", "bilirubin", "normal"),
    ("total bilirubin within normal institutional limits", "bilirubin", "within normal institutional limits"),
    ("ALAT less than 3 × UNL", "alt", "below 3 × UNL"),
    ("LVEF ≥ 50 % by echo", "lvef", "at least 50 %"),
    ("left ventricular ejection fraction not below the lower limit of normal (50%)", "lvef", "at least the lower limit of normal (50%)"),
    ("FEV1 at least 1.2 L", "fev1", "at least 1.2 L"),
    ("forced expiratory volume > 60% of predicted", "fev1", "above 60% of predicted"),
    ("INR ≤ 1.5", "inr", "at most 1.5"),
    ("International normalised ratio (INR) < 1.5 × ULN", "inr", "below 1.5 × ULN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measure", "value"), WRITTEN, ids=[row[0][:30] for row in WRITTEN])
def test_a_limit_is_read_as_it_is_written(text, measure, value):
    assert limits(INCLUDE + text) == [(measure, value, "to all")]


TURNED = [
    ("Platelets < 50,000/µL", "at least 50,000/µL"),
    ("Creatinine more than 1.5 mg/dL", "at most 1.5 mg/dL"),
    ("Hepatic dysfunction: ALT ≥ 3 × ULN", "below 3 × ULN"),
    ("FEV1 ≤ 70% predicted", "above 70% predicted"),
]


@pytest.mark.parametrize(("text", "value"), TURNED, ids=[row[0] for row in TURNED])
def test_an_exclusion_is_turned_round(text, value):
    found = read_laboratory(sentences(trial(EXCLUDE + text)))
    assert [(f"{limit.bound} {limit.figure}", limit.turned) for limit in found] == [(value, True)]
    assert laboratory_card(trial(EXCLUDE + text))[0]["turned"]


SILENT = [
    "",
    "Adequate organ function",
    "Haemoglobin A1c below 8 %",
    "Platelet transfusion within 7 days",
    "Neutrophils are counted at least 2 times",
    "Creatinine, bilirubin and platelets within 14 days",
    "DLCO (corrected for haemoglobin) ≥ 50 %",
    "If creatinine is above 1.5 × ULN, ask the nephrologist",
    "Antibodies against EGFR ≥ 3 months ago",
    "Lasting albuminuria",
    "Mutation ALT 3 < 5",
    "Serum calcium below 3 mmol/L",
]


@pytest.mark.parametrize("text", SILENT, ids=[text[:30] or "nothing" for text in SILENT])
def test_silence_yields_nothing(text):
    assert [row for row in limits(INCLUDE + text) if row[0] != "dlco"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Severe lung disease with FEV1 < 50 %",  # excludes a disease, not a figure
        "Creatinine clearance > 30 mL/min",  # one sound limit under exclusion: nobody knows what is meant
        "Bilirubin outside the normal range",
        "More than 2 × normal AST or more than 1.5 × normal bilirubin",
    ],
)
def test_an_exclusion_that_leaves_doubt_yields_nothing(text):
    assert limits(EXCLUDE + text) == []


def test_conditions_stand_apart():
    text = "AST ≤ 2.5 × ULN (≤ 5 × ULN if liver metastases); creatinine ≤ 1.5 × ULN or clearance ≥ 60 mL/min"
    assert limits(INCLUDE + text) == [
        ("creatinine", "at most 1.5 × ULN", "to all"),
        ("clearance", "at least 60 mL/min", "instead"),
        ("ast", "at most 2.5 × ULN", "to all"),
        ("ast", "at most 5 × ULN", "under a condition"),
    ]


def test_a_list_at_fault_is_taken_as_written():
    needs = "Neutrophils ≥ 1.5×10^9/L, platelets ≥ 100×10^9/L, albumin ≥ 30 g/L"
    assert [value for _, value, _ in limits(EXCLUDE + needs)] == [
        "at least 1.5×10^9/L",
        "at least 100×10^9/L",
        "at least 30 g/L",
    ]
    assert len(limits(EXCLUDE + needs + "\n* Creatinine > 2 mg/dL")) == 1, "the list is a list of exclusions after all"


@pytest.mark.parametrize(
    "text",
    [
        "ANC ≥ " * 2000,
        "platelets " * 3000 + "≥ 100",
        "if " * 5000 + "AST ≤ 2 × ULN",
        "creatinine" + " " * 20000 + "≤ 1.5 mg/dL",
        "Hb ≥ " + "9" * 5000 + " g/dL",
        "ALT ≤ nan × ULN, AST ≤ -3 × ULN, bilirubin ≤ \u202e5.1\u202c",
        "\x00AST\x07 ≤ 2\ud7ff × ULN",
    ],
    ids=range(7),
)
def test_hostile_text_neither_stops_nor_invents(text):
    record = trial(INCLUDE + text)
    for limit in read_laboratory(sentences(record)):
        assert record.text(limit.evidence.field)[limit.evidence.start : limit.evidence.end] == limit.evidence.words
        assert len(limit.evidence.words) <= 300 and "-" not in limit.figure and "nan" not in limit.figure


def test_ten_times_the_text_takes_about_ten_times_as_long():
    import time

    def spent(n: int) -> float:
        lines = sentences(
            trial(INCLUDE + "platelets ≥ 100,000/mm3, if AST > 2 × ULN (or less), Hb 9 g/dL or more, " * n)
        )
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            read_laboratory(lines)
            best = min(best, time.perf_counter() - start)
        return best

    assert spent(400) < 40 * max(spent(40), 1e-3)


def test_every_quote_holds_the_figure(trials):
    for record in trials:
        for limit in read_laboratory(sentences(record)):
            words = record.text(limit.evidence.field)[limit.evidence.start : limit.evidence.end]
            assert words == limit.evidence.words
            assert limit.figure.removeprefix("within ") in " ".join(words.split())
            assert limit.measure in MEASURES


@pytest.fixture(scope="module")
def trials():
    from trial_atlas.read.load import load

    return load()


def test_the_packaged_card_of_a_followed_trial(trials):
    card = {row["name"]: row["value"] for row in laboratory_card(trials["NCT05512520"])}
    assert card["Platelets"] == "at least 100×10^9/L"
    assert card["Creatinine"] == "at most 1.5×ULN"
    assert card["Creatinine clearance"] == "or instead above 60 mL/min"
