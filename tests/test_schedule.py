"""What a protocol implies in time: phrases, arms, order, and what is never invented."""

from time import process_time
from typing import get_args

import msgspec
import pytest

from trial_atlas.decide.classify import Decision, classify
from trial_atlas.extract.regimen import Regimen, extract_doses
from trial_atlas.extract.setting import AxisValue
from trial_atlas.extract.systemic import extract_agents
from trial_atlas.read.load import load
from trial_atlas.record import Arm, Evidence, Intervention, Source, Trial
from trial_atlas.study import schedule as module
from trial_atlas.study.schedule import (
    STANDINGS,
    can_hold,
    counted,
    course_label,
    course_length,
    groups_of,
    plural,
    read_clauses,
    read_times,
    schedule,
)

SOURCE = Source(form="example")
FIFTY = Regimen(total_dose_gy=(50.0, 50.0), fractions=(25, 25))


def decided(regimens=(), **axes) -> Decision:
    values = {name: AxisValue(name, value, ()) for name, value in axes.items()}
    return Decision(primary="unclear", axes=values, regimens=tuple(regimens))


def one_arm(text: str, **known) -> Trial:
    return Trial(source=SOURCE, arms=(Arm(label="A", description=text),), **known)


def laid(trial: Trial, decision: Decision) -> list[tuple]:
    return [(b.kind, b.start_week, b.end_week, b.stated) for b in schedule(trial, decision)]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("4 cycles", "cycles", 4, 4),
        ("four to six cycles", "cycles", 4, 6),
        ("4–6 planned courses", "cycles", 4, 6),
        ("every 3 weeks", "interval", 3, 3),
        ("every three weeks", "interval", 3, 3),
        ("q3w", "interval", 3, 3),
        ("Q21D", "interval", 3, 3),
        ("three-weekly", "interval", 3, 3),
        ("a 28-day cycle", "interval", 4, 4),
        ("each cycle of 21 days", "interval", 3, 3),
        ("21 days as one cycle", "interval", 3, 3),
        ("week 7 to week 12", "window", 6, 12),
        ("weeks 7-12", "window", 6, 12),
        ("starting in week 5", "from_week", 4, 4),
        ("starting with cycle 3", "from_cycle", 3, 3),
        ("from the third cycle", "from_cycle", 3, 3),
        ("delivered at C2D1", "from_cycle", 2, 2),
        ("for up to 2 years", "duration", 104, 104),
        ("for 24 months", "duration", 104, 104),
        ("over 5 weeks", "duration", 5, 5),
        ("5 to 6 weeks of radiotherapy", "duration", 5, 6),
        ("lasting 6 months or longer", "duration", 26, 26),
        ("4-8 weeks after chemoradiotherapy", "gap", 4, 8),
        ("until disease progression", "open", 0, 0),
        ("5 days a week", "rhythm", 5, 5),
        ("five days per week for 6 weeks", "duration", 6, 6),
        ("from day 43, 5 days a week", "from_week", 6, 6),
        ("until unacceptable toxicity", "open", 0, 0),
    ],
)
def test_phrase_of_time(text, kind, low, high):
    found = [(t.kind, round(t.low, 2), round(t.high, 2)) for t in read_times(text)]
    assert (kind, low, high) in found, found


@pytest.mark.parametrize(
    "text",
    [
        "825 mg/m2 twice daily",
        "50.4 Gy in 28 fractions",
        "patients of 18 years old",
        "stage II disease",
        "cycle of care",
        "5 days a week",
        "five days/week",
        "",
    ],
)
def test_no_length_is_read_from_other_numbers(text):
    assert not [t for t in read_times(text) if t.kind in ("cycles", "duration", "window", "open")]


def test_clauses_keep_their_place():
    text = "After 4 cycles of chemotherapy, radiotherapy is given, followed by maintenance for 1 year; then rest."
    trial = one_arm(text)
    for clause in read_clauses(trial, "arms[0].description"):
        assert text[clause.start : clause.end] == clause.text
        for time in clause.times:
            assert 0 <= time.start < time.end <= len(clause.text)


def test_assumed_is_said():
    trial = one_arm("After 4 cycles of chemotherapy, radiotherapy of 50 Gy in 25 fractions")
    blocks = schedule(trial, decided([FIFTY], timing="gated"))
    assert [b.stated for b in blocks] == ["assumed", "assumed"]
    assert all("assumed" in b.how for b in blocks)
    assert blocks[1].condition == "if not progressed"


def test_stated_rhythm_is_derived_not_assumed():
    trial = one_arm("After 4 cycles of chemotherapy every 2 weeks, radiotherapy of 50 Gy in 25 fractions")
    regimen = msgspec.structs.replace(FIFTY, fractions_per_week=5.0)
    assert laid(trial, decided([regimen], timing="gated")) == [
        ("induction", 0, 8, "derived"),
        ("radiotherapy", 8, 13, "derived"),
    ]


def test_twice_a_day_halves_the_weeks():
    regimen = msgspec.structs.replace(FIFTY, fractions=(30, 30), fractions_per_day=2.0)
    assert laid(one_arm("Radiotherapy"), decided([regimen], timing="upfront_concurrent"))[0][2] == 3


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("Radiotherapy from day 43, 5 days a week, 6 weeks", 6),
        ("Radiotherapy over 5 weeks with oral capecitabine for 6 weeks", 5),
        ("A 5-week course of radiotherapy", 5),
        ("200 cGy per day, five days per week for 6 weeks", 6),
        ("After it, radiation therapy for 6 weeks", 6),
        ("Chemoradiotherapy with hydroxyurea by mouth for 6 days, and radiotherapy twice daily", None),
        ("Training for 5 weeks, 30 minutes, in the hour before radiotherapy", None),
        ("Radiotherapy 1.5 Gy twice daily for 5 days every 14 days", None),
        ("Radiotherapy begins within three weeks of treatment planning", None),
        ("Radiotherapy, 5 days a week", None),
        ("Radiotherapy, then surgery after a wait of 8 weeks", None),
    ],
)
def test_a_length_is_the_radiotherapys_only_where_the_words_say_so(text, weeks):
    block = next(b for b in schedule(one_arm(text), decided(timing="upfront_concurrent")) if b.kind == "radiotherapy")
    assert (block.weeks, block.stated) == ((weeks, weeks), "stated") if weeks else block.weeks is None, block


def test_a_length_that_cannot_hold_the_fractions_is_not_believed():
    written = laid(one_arm("Radiotherapy for 2 weeks"), decided([FIFTY], timing="upfront_concurrent"))
    assert written == [("radiotherapy", 0, 5, "assumed")]
    beside = msgspec.structs.replace(FIFTY, weeks=(2.0, 2.0))
    assert laid(one_arm("Radiotherapy"), decided([beside], timing="upfront_concurrent"))[0][3] == "assumed"
    assert can_hold((5.0, 5.0), FIFTY) and not can_hold((20.0, 20.0), FIFTY)
    assert can_hold((12 / 7, 12 / 7), Regimen(total_dose_gy=(54.0, 54.0), fractions=(36, 36)))


@pytest.mark.parametrize(
    ("words", "weeks", "how"),
    [
        ("Brachytherapy 12 Gy in 2 fractions a week apart", (1.0, 1.0), "1 week apart"),
        ("Brachytherapy: 12 Gy in 2 fractions, with 7-10 days between them.", (1.0, 10 / 7), "7–10 days apart"),
        ("12 Gy in 2 insertions at intervals of 2 weeks", (2.0, 2.0), "2 weeks apart"),
        ("12 Gy in 2 fractions every other day", (2 / 7, 2 / 7), "every other day"),
        ("12 Gy in 2 fractions with cisplatin every 3 weeks", None, "does not give"),
        ("12 Gy in 2 fractions after 45 Gy in 25 fractions 2 weeks apart", None, "does not give"),
        ("12 Gy in 2 fractions at least 6 hours apart", None, "does not give"),
        ("12 Gy in 2 fractions", None, "does not give"),
    ],
)
def test_the_time_between_implants_is_read_and_never_assumed(words, weeks, how):
    quote = Evidence("summary", 0, len(words), words)
    implants = Regimen(phase="brachytherapy", total_dose_gy=(12.0, 12.0), fractions=(2, 2), evidence=(quote,))
    length = course_length(implants)
    assert length.weeks == (pytest.approx(weeks) if weeks else None) and how in length.how, length
    assert length.stated == ("derived" if weeks else "not stated")


def test_the_time_between_implants_may_stand_in_the_next_sentence():
    words = "Brachytherapy 12 Gy in 2 fractions."
    trial = one_arm(f"{words} Fractions are one week apart.")
    quote = trial.quote("arms[0].description", 0, len(words))
    implants = Regimen(phase="brachytherapy", total_dose_gy=(12.0, 12.0), fractions=(2, 2), evidence=(quote,))
    assert [b.weeks for b in schedule(trial, decided([implants], timing="upfront_concurrent"))] == [(1.0, 1.0)]


def test_one_fraction_is_a_day_and_counts_are_written_in_the_singular():
    once = Regimen(total_dose_gy=(8.0, 8.0), fractions=(1, 1))
    assert course_length(once).stated == "derived" and "a single fraction" in course_length(once).how
    week = msgspec.structs.replace(FIFTY, fractions=(5, 5), total_dose_gy=(25.0, 25.0), weeks=(1.0, 1.0))
    assert course_length(week).how == "the record gives 1 week"


def test_chinese_cycles_are_no_weeks():
    (regimen,) = extract_doses("化疗6周期，放疗50Gy/25F")
    assert regimen.weeks is None and course_length(regimen).stated == "assumed"
    (regimen,) = extract_doses("化疗6周期，放疗50Gy/25F/5周")
    assert regimen.weeks == (5, 5) and course_length(regimen).stated == "stated"


def test_an_unknown_length_leaves_the_rest_without_weeks():
    trial = one_arm("Induction chemotherapy, then radiotherapy, followed by maintenance antibody")
    blocks = laid(trial, decided([FIFTY], timing="fixed_after_induction"))
    assert [(b[0], b[1]) for b in blocks] == [("induction", 0), ("radiotherapy", None), ("maintenance", None)]


def test_cycles_before_maintenance_are_not_its_length():
    trial = one_arm("Maintenance antibody every 3 weeks after 4 to 6 cycles of chemotherapy, without radiotherapy")
    keep = next(b for b in schedule(trial, decided(timing="gated")) if b.kind == "maintenance")
    assert keep.weeks is None and keep.stated == "not stated"


def test_surgery_stands_where_the_gap_says():
    trial = one_arm("Chemoradiotherapy of 41.4 Gy in 23 fractions, then surgery 6 to 8 weeks after chemoradiotherapy")
    regimen = Regimen(total_dose_gy=(41.4, 41.4), fractions=(23, 23), concurrent_chemo=True)
    blocks = schedule(trial, decided([regimen], timing="before_surgery", surgery="after_rt"))
    assert [b.kind for b in blocks] == ["radiotherapy", "concurrent", "surgery"]
    assert blocks[-1].start_week == pytest.approx(4.6 + 8)


def test_a_year_of_drug_after_surgery_is_no_distance_to_it():
    trial = one_arm("Radiotherapy of 41.4 Gy in 23 fractions, then an antibody for 1 year after surgery")
    regimen = Regimen(total_dose_gy=(41.4, 41.4), fractions=(23, 23))
    blocks = schedule(trial, decided([regimen], timing="before_surgery", surgery="after_rt"))
    assert [b.start_week for b in blocks if b.kind == "surgery"] == [None]


def test_an_operation_belongs_to_the_arms_that_name_it():
    arms = (Arm(label="A", description="Radiotherapy, then surgery"), Arm(label="B", description="Radiotherapy"))
    blocks = schedule(Trial(source=SOURCE, arms=arms), decided([FIFTY], timing="before_surgery", surgery="after_rt"))
    assert {b.arm for b in blocks if b.kind == "surgery"} == {"A"}


def test_the_boost_follows_and_the_drug_runs_beside_the_main_course():
    boost = Regimen(phase="boost", total_dose_gy=(10.0, 10.0), fractions=(5, 5))
    trial = one_arm(
        "Chemoradiotherapy 50 Gy in 25 fractions with concurrent cisplatin, then a boost of 10 Gy in 5 fractions"
    )
    regimen = msgspec.structs.replace(FIFTY, concurrent_chemo=True)
    blocks = schedule(trial, decided([regimen, boost], timing="upfront_concurrent"))
    assert [(b.kind, b.start_week, b.end_week) for b in blocks] == [
        ("radiotherapy", 0, 5),
        ("radiotherapy", 5, 6),
        ("concurrent", 0, 5),
    ]


def test_an_arm_without_radiotherapy_has_none():
    trial = Trial(
        source=SOURCE,
        arms=(
            Arm(label="A", kind="EXPERIMENTAL", description="Chemotherapy and radiotherapy, 50 Gy in 25 fractions"),
            Arm(label="B", kind="ACTIVE_COMPARATOR", description="Chemotherapy without radiotherapy"),
        ),
    )
    blocks = schedule(trial, decided([FIFTY], timing="upfront_concurrent"))
    assert {b.arm for b in blocks if b.kind == "radiotherapy"} == {"A"}


def test_arms_of_one_name_stay_two_and_many_arms_stay_many():
    twins = Trial(source=SOURCE, arms=(Arm(label="Radiotherapy"), Arm(label="Radiotherapy")))
    assert [g.label for g in groups_of(twins)] == ["Radiotherapy", "Radiotherapy (2)"]
    many = Trial(source=SOURCE, arms=tuple(Arm(label=f"Arm {i}", description="Radiotherapy") for i in range(40)))
    assert len({b.arm for b in schedule(many, decided([FIFTY], timing="upfront_concurrent"))}) == 40


@pytest.mark.parametrize("trial", [Trial(source=SOURCE), Trial(source=SOURCE, brief_title="?"), one_arm("")])
def test_an_empty_record_has_no_time(trial):
    assert all(b.start_week in (None, 0) and b.end_week is None for b in schedule(trial, decided()))
    assert schedule(trial, decided(timing="none")) == ()


def test_other_names_change_nothing():
    "The label of an arm, the number and the names of drugs outside the lexicon decide nothing."
    text = "After 4 cycles of chemotherapy, radiotherapy of 50 Gy in 25 fractions"
    first = laid(one_arm(text, ids=("NCT00000001",)), decided([FIFTY], timing="gated"))
    other = Trial(
        source=SOURCE,
        ids=("X-9",),
        arms=(Arm(label="Gruppe 2", description=text),),
        interventions=(Intervention(name="zzz"),),
    )
    assert laid(other, decided([FIFTY], timing="gated")) == first


def test_the_packaged_trials():
    trials = load()
    gated = schedule(trials["NCT05512520"], classify(trials["NCT05512520"]))
    first = [b for b in gated if b.arm == gated[0].arm]
    assert [b.kind for b in first] == ["induction", "radiotherapy", "concurrent", "maintenance"]
    assert first[0].weeks == (12.0, 18.0) and first[1].condition == "if not progressed"
    weeks = [b for b in schedule(trials["NCT06478355"], classify(trials["NCT06478355"])) if b.kind == "radiotherapy"]
    assert [(b.start_week, b.end_week, b.stated) for b in weeks] == [(6.0, 12.0, "stated")]
    day = [b for b in schedule(trials["NCT00354679"], classify(trials["NCT00354679"])) if b.kind == "radiotherapy"]
    assert [(b.start_week, b.weeks, b.stated) for b in day] == [(6.0, (6.0, 6.0), "stated")]
    silent = schedule(trials["NCT05978193"], classify(trials["NCT05978193"]))
    assert {b.stated for b in silent} == {"not stated"} and all(b.end_week is None for b in silent)
    option = [b for b in schedule(trials["NCT07016737"], classify(trials["NCT07016737"])) if b.kind == "radiotherapy"]
    assert option[0].start_week is None and "at progression" in option[0].condition


def test_registry_records_are_laid_out_with_their_own_words(shared):
    "On every record: known footings, weeks in order, and quotes that stand where they say."
    for trial in load(shared / "corpus"):
        for block in schedule(trial, classify(trial)):
            where = (trial.id, block.arm, block.label)
            assert block.stated in STANDINGS and block.how, where
            assert block.start_week is None or block.start_week >= 0, where
            assert None in (block.start_week, block.end_week) or block.end_week >= block.start_week, where
            assert block.weeks is None or 0 <= block.weeks[0] <= block.weeks[1], where
            assert all(trial.holds(e) and e.end - e.start <= 300 for e in block.evidence), where
            if block.stated == "assumed":
                assert "assumed" in block.how, where


def said(words: str, *courses, **known) -> tuple[Trial, Decision]:
    "A trial of one arm with courses that were read from its words."
    trial = one_arm(words)
    quote = trial.quote("arms[0].description", 0, len(words))
    read = [
        Regimen(arm="A", total_dose_gy=(gy, gy), fractions=(n, n), target=to, evidence=(quote,), **known)
        for gy, n, to in courses
    ]
    return trial, decided(read, timing="upfront_concurrent")


@pytest.mark.parametrize(
    ("words", "courses", "label", "weeks"),
    [
        (
            "40 Gy in 20 fractions (primary); 30 Gy in 10 fractions (metastases).",
            ((40, 20, "primary"), (30, 10, "metastases")),
            "RT 40 Gy / 20 (primary) and 30 Gy / 10 (metastases)",
            (4, 4),
        ),
        (
            "50 Gy in 25 fractions or 60 Gy in 30 fractions",
            ((50, 25, None), (60, 30, None)),
            "RT 50 Gy / 25 or 60 Gy / 30",
            (5, 6),
        ),
        (
            "50 Gy in 25 fractions to the primary or 30 Gy in 10 to metastases",
            ((50, 25, "primary"), (30, 10, "metastases")),
            "RT 50 Gy / 25 (primary) or 30 Gy / 10 (metastases)",
            (2, 5),
        ),
        (
            "Dose levels: 50 Gy in 25 fractions, 60 Gy in 30 fractions",
            ((50, 25, "tumour"), (60, 30, "tumour")),
            "RT 50 Gy / 25 or 60 Gy / 30",
            (5, 6),
        ),
        (
            "66 Gy and 54 Gy in 30 fractions",
            ((66, 30, None), (54, 30, None)),
            "RT 66 Gy / 30 and 54 Gy / 30",
            (6, 6),
        ),
        (
            "50 Gy in 25 fractions. 41.4 Gy in 23 fractions.",
            ((50, 25, None), (41.4, 23, None)),
            "RT 50 Gy / 25, 41.4 Gy / 23",
            (4.6, 5),
        ),
        (
            "70 Gy in 33 fractions to PTV1 and PTV2, 54 Gy in 33 to PTV3",
            ((70, 33, "PTV1"), (70, 33, "PTV2"), (54, 33, "PTV3")),
            "RT 70 Gy / 33 (PTV1, PTV2) and 54 Gy / 33 (PTV3)",
            (6.6, 6.6),
        ),
    ],
)
def test_or_needs_a_choice_in_the_record(words, courses, label, weeks):
    block = next(b for b in schedule(*said(words, *courses)) if b.kind == "radiotherapy")
    assert block.label == label
    assert block.weeks == pytest.approx(weeks)


def test_a_dose_keeps_its_second_digit():
    once = Regimen(total_dose_gy=(40.05, 40.05), fractions=(15, 15))
    assert course_label(once) == "RT 40.05 Gy / 15"


def test_what_one_arm_is_allowed_is_no_option_of_the_other():
    arms = (
        Arm(label="SBRT", kind="EXPERIMENTAL", description="SBRT to all lesions, 30 Gy in 3 fractions"),
        Arm(label="Drug", kind="ACTIVE_COMPARATOR", description="Palliative radiotherapy (8 Gy x 1) is allowed."),
    )
    trial = Trial(source=SOURCE, brief_title="SBRT for oligometastatic disease", arms=arms)
    quote = trial.quote("arms[0].description", 0, 30)
    course = Regimen(
        arm="SBRT", phase="sbrt", total_dose_gy=(30.0, 30.0), fractions=(3, 3), technique="sbrt", evidence=(quote,)
    )
    role = AxisValue("rt_role", "all", (), ("optional",))
    decision = decided([course], timing="upfront_concurrent", dose_intent="ablative")
    decision = msgspec.structs.replace(decision, axes=decision.axes | dict(rt_role=role))
    blocks = {b.arm: (b.label, b.condition) for b in schedule(trial, decision) if b.kind == "radiotherapy"}
    assert blocks == {"SBRT": ("SBRT 30 Gy / 3", None), "Drug": ("RT, dose not stated", "optional")}


def test_a_course_of_an_arm_that_is_not_listed_is_drawn():
    trial = Trial(source=SOURCE, summary="Experimental group: IMRT 50-60Gy/25-30F")
    course = Regimen(arm="Experimental group", total_dose_gy=(50.0, 60.0), fractions=(25, 30))
    assert [b.label for b in schedule(trial, decided([course], timing="upfront_concurrent"))] == ["RT 50–60 Gy / 25–30"]


def test_a_rhythm_of_the_arms_own_words_is_read():
    arms = (Arm(label="A", description="SBRT, 30 Gy in 5 fractions", interventions=("SBRT",)),)
    every = Intervention(name="SBRT", description="Stereotactic body radiotherapy on alternate days")
    trial = Trial(source=SOURCE, arms=arms, interventions=(every,))
    course = Regimen(arm="A", phase="sbrt", total_dose_gy=(30.0, 30.0), fractions=(5, 5))
    block = schedule(trial, decided([course], timing="upfront_concurrent"))[0]
    assert (block.how, block.stated) == ("5 fractions every other day", "derived")


def test_an_integrated_boost_runs_with_the_main_course():
    text = (
        "Radiotherapy 41.4 Gy in 23 fractions. GTV gets a simultaneous integrated boost to 46 Gy (2 Gy per fraction)."
    )
    trial = one_arm(text)
    main = Regimen(
        total_dose_gy=(41.4, 41.4), fractions=(23, 23), evidence=(trial.quote("arms[0].description", 0, 37),)
    )
    quote = trial.quote("arms[0].description", 38, len(text))
    boost = Regimen(phase="boost", total_dose_gy=(46.0, 46.0), dose_per_fraction_gy=(2.0, 2.0), evidence=(quote,))
    blocks = schedule(trial, decided([main, boost], timing="upfront_concurrent"))
    assert [(b.start_week, b.end_week) for b in blocks] == [(0, 4.6), (0, 4.6)]
    assert blocks[1].label == "integrated boost 46 Gy"


def test_the_words_of_an_arm_tell_the_order():
    text = "5 x 5 Gy on days 1-5, then 6 cycles of CAPOX every 3 weeks, then TME or watch and wait"
    short = Regimen(arm="A", total_dose_gy=(25.0, 25.0), fractions=(5, 5))
    blocks = schedule(one_arm(text), decided([short], timing="upfront_concurrent", surgery="replaced"))
    assert [(b.kind, b.start_week, b.end_week) for b in blocks] == [
        ("radiotherapy", 0, 1),
        ("systemic", 1, 19),
        ("surgery", None, None),
    ]
    assert blocks[-1].condition == "or watch and wait"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tislelizumab and cisplatin for 3 cycles, then surgery", ["systemic", "surgery"]),
        (
            "Tislelizumab and cisplatin for 3 cycles, then esophagectomy, then tislelizumab for 1 year",
            ["systemic", "surgery", "maintenance"],
        ),
        ("Tislelizumab and cisplatin for 3 cycles, then surgery if progression", ["systemic"]),
        ("Tislelizumab for 1 year. Surgery is not allowed", ["systemic"]),
    ],
)
def test_an_operation_that_is_said_to_follow_is_drawn_without_radiotherapy_too(text, kinds):
    blocks = schedule(one_arm(text), decided(timing="none", surgery="after_rt"))
    assert [b.kind for b in blocks] == kinds
    assert blocks[0].weeks == ((9.0, 9.0) if "surgery" in kinds or "cisplatin" in text else (52.0, 52.0))


def test_drugs_with_the_radiotherapy_are_not_put_behind_it():
    text = "A loading dose one week prior to radiotherapy, followed by weekly docetaxel, concurrently with radiotherapy"
    blocks = schedule(one_arm(text), decided([FIFTY], timing="upfront_concurrent", concurrent_chemo="yes"))
    assert [(b.kind, b.start_week) for b in blocks] == [("radiotherapy", 0), ("concurrent", 0)]


@pytest.mark.parametrize(
    ("text", "count"),
    [("CAPOX x 3", 3), ("DCF x 2 then surgery", 2), ("8 Gy x 1", None), ("weekly x 5", None), ("5 x 5 Gy", None)],
)
def test_cycles_may_be_counted_with_a_cross(text, count):
    assert [t.low for t in read_times(text) if t.kind == "cycles"] == ([count] if count else [])


@pytest.mark.parametrize("digits", ["9" * 320, "9" * 40, "1200", "999"])
@pytest.mark.parametrize(
    "words",
    [
        "starts at week {}",
        "weeks 1 to {}",
        "weeks {0} to {0}",
        "week {} to week 9",
        "starting with cycle {}",
        "from C{}D1",
        "q{}w for 4 cycles",
        "every {} weeks",
        "for {} cycles",
        "for {} years",
        "from day {}0",
    ],
)
def test_a_number_that_is_no_time_is_not_drawn(words, digits):
    text = f"Radiotherapy of 50 Gy in 25 fractions {words.format(digits)}."
    assert all(time.low <= time.high <= 520 for time in read_times(text))
    for timing in ("gated", "fixed_after_induction", "upfront_concurrent", "after_surgery"):
        for block in schedule(one_arm(text), decided([FIFTY], timing=timing)):
            assert all(week is None or 0 <= week <= 1040 for week in (block.start_week, block.end_week))


def test_the_longest_course_of_a_drug_is_a_time():
    assert [(t.kind, t.low, t.high) for t in read_times("for 5 to 10 years")] == [("duration", 260, 520)]
    assert [(t.kind, t.low, t.high) for t in read_times("weeks 5 to 120")] == [("window", 4, 120)]


@pytest.mark.parametrize("run", ["1", "a1_", " ", "\n", "for 3 weeks ", "completcomplet", "and then ", ", "])
def test_a_long_run_is_read_in_one_go(run):
    trial = one_arm((run * 40_000)[:40_000] + " radiotherapy")
    began = process_time()
    read_clauses(trial, "arms[0].description")
    assert process_time() - began < 5


@pytest.mark.parametrize(("number", "told"), [(0, "0 arms"), (1, "1 arm"), (2, "2 arms"), (1200, "1,200 arms")])
def test_a_noun_follows_its_number(number, told):
    assert plural(number, "arm") == told
    assert counted(number, number, "arm") == told.replace(",", "")


def test_a_range_is_never_single():
    assert (counted(0, 1, "week"), counted(1, 1.5, "week")) == ("0–1 weeks", "1–1.5 weeks")


def test_every_draft_says_where_it_begins(monkeypatch):
    allowed, seen, place = get_args(module._Draft.__annotations__["where"]), set(), module._place
    monkeypatch.setattr(module, "_place", lambda drafts: (seen.update(d.where for d in drafts), place(drafts))[1])
    for trial in load():
        schedule(trial, classify(trial))
    assert seen <= set(allowed) and len(seen) > 2


def drugs_of(*descriptions: str, **axes) -> list[list[str]]:
    "For each arm, the labels of its blocks of drugs."
    arms = tuple(Arm(label=f"Arm {i}", description=words) for i, words in enumerate(descriptions))
    trial = Trial(source=SOURCE, arms=arms)
    decision = msgspec.structs.replace(decided([FIFTY], **axes), agents=extract_agents(trial))
    blocks = schedule(trial, decision)
    return [[b.label for b in blocks if b.arm == arm.label and b.kind != "radiotherapy"] for arm in arms]


BESIDE = dict(concurrent_chemo="yes", timing="upfront_concurrent")


def test_the_arm_that_tests_a_drug_does_not_look_like_its_control():
    tested, control = drugs_of(
        "Camrelizumab + cisplatin + radiotherapy", "Placebo + cisplatin + radiotherapy", **BESIDE
    )
    assert tested == ["concurrent chemotherapy + anti-PD-1"] and control == ["concurrent chemotherapy"]
    (named,) = drugs_of("Nivolumab plus concurrent cisplatin and radiotherapy", **BESIDE)
    assert named == ["concurrent cisplatin + nivolumab"]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Cisplatin concurrent with radiotherapy. Nivolumab is added.", "nivolumab: schedule not stated"),
        ("Cisplatin concurrent with radiotherapy. Nivolumab on days 1 and 22.", "nivolumab: schedule not read"),
        ("Cisplatin concurrent with radiotherapy. Nivolumab in weeks 2-8.", "nivolumab"),
        ("Cisplatin concurrent with radiotherapy. Nivolumab for 1 year.", "anti-PD-1 + chemotherapy"),
        ("Cisplatin concurrent with radiotherapy. Maintenance nivolumab for 1 year.", None),
        ("Cisplatin concurrent with radiotherapy. Placebo of nivolumab is added.", None),
        ("Cisplatin concurrent with radiotherapy. Dexamethasone is allowed.", None),
    ],
)
def test_every_agent_of_an_arm_is_drawn_or_named(words, label):
    (labels,) = drugs_of(words, **BESIDE)
    assert (label in labels) if label else not any("schedule" in x for x in labels), labels


def test_an_agent_of_another_arm_is_not_named():
    first, second = drugs_of("Cisplatin and radiotherapy. Nivolumab is added.", "Cisplatin and radiotherapy.", **BESIDE)
    assert any("nivolumab" in x for x in first) and not any("nivolumab" in x for x in second)
