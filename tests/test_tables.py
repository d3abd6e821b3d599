"""Tables: declared columns, shown unknowns, counts that add up, and CSV that no spreadsheet will run."""

import csv
import io
import stat

import pandas as pd
import pytest

from trial_atlas.decide.classify import Decision, classify
from trial_atlas.extract.regimen import Regimen
from trial_atlas.extract.setting import AxisValue
from trial_atlas.extract.systemic import Agent
from trial_atlas.read.link import as_of, link
from trial_atlas.read.load import load
from trial_atlas.record import Arm, AtlasError, Evidence, Intervention, OutputError, PartialDate, Source, Trial
from trial_atlas.show import explorer, field, figures, protocols, tables, trial_page, trust
from trial_atlas.show.dictionary import KINDS, describe
from trial_atlas.show.figures import BASES

TABLES = {
    "trials": tables.trial_table,
    "regimens": tables.regimen_table,
    "axes": tables.axis_table,
    "evidence": tables.evidence_table,
    "agents": tables.agent_table,
    "blocks": tables.block_table,
    "findings": tables.finding_table,
}
BARE = Trial(source=Source(form="example"))
UNCLEAR = Decision(primary="unclear")


@pytest.fixture(scope="module")
def packaged():
    trials = list(load())
    return trials, [classify(t) for t in trials]


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)
def test_columns_are_the_same_with_and_without_rows(make, packaged):
    empty, full = make([], []), make(*packaged)
    assert list(empty.columns) == list(full.columns) and len(empty) == 0
    assert empty.dtypes.astype(str).to_dict() == full.dtypes.astype(str).to_dict()
    assert "object" not in set(full.dtypes.astype(str))


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)
def test_a_silent_record_says_not_stated_and_never_zero(make):
    table = make([BARE], [UNCLEAR])
    numbers = table.select_dtypes("number").drop(columns=["record", "conflicts", "confidence"], errors="ignore")
    assert numbers.isna().all().all()
    assert not table.select_dtypes("string").isna().any().any()
    assert not (table.select_dtypes("string") == "").any().any()


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)
def test_decisions_must_belong_to_trials(make):
    with pytest.raises(ValueError, match="1 trials and 0 decisions"):
        make([BARE], [])


def test_every_quote_stands_where_the_table_says(packaged):
    trials, decisions = packaged
    for trial, decision in zip(trials, decisions):
        quotes = tables.evidence_table([trial], [decision])
        for _, row in quotes.iterrows():
            assert trial.holds(Evidence(row["field"], row["start"], row["end"], row["words"])), (trial.id, row["field"])


def test_whose_words():
    own = Trial(source=Source(form="ctgov-v2-json", register="ClinicalTrials.gov"), ids=("X1",))
    ours = Trial(source=Source(form="snapshot", register="ClinicalTrials.gov", date=PartialDate(2026, 5)), ids=("X1",))
    assert tables.caption(own) == "register's own words"
    assert tables.caption(ours) == "our summary of ClinicalTrials.gov X1, 2026-05"
    assert tables.caption(Trial(source=Source(form="snapshot"))).endswith("date not stated")


def test_derived_figures_are_told_from_stated_ones():
    made = Decision(primary="other_rt", regimens=(Regimen(total_dose_gy=(50.0, 50.0), fractions=(25, 25)),))
    row = tables.regimen_table([BARE], [made]).iloc[0]
    assert (row["dose_per_fraction_gy_high"], row["dose_per_fraction_from"]) == (2.0, "derived")
    assert (row["bed10_gy_high"], row["eqd2_10_gy_high"], row["eqd2_3_gy_high"]) == (60.0, 50.0, 50.0)
    assert not row["lq_caveat"]


@pytest.mark.parametrize(
    ("figures", "fractions_from", "number", "total_from", "total"),
    [
        (dict(total_dose_gy=(45.0, 45.0), dose_per_fraction_gy=(1.8, 1.8)), "derived", (25, 25), "stated", None),
        (dict(total_dose_gy=(45.0, 50.4), dose_per_fraction_gy=(1.8, 1.8)), "derived", (25, 28), "stated", None),
        (dict(total_dose_gy=(60.0, 60.0), dose_per_fraction_gy=(2.0, 2.4)), "derived", (25, 30), "stated", None),
        (dict(total_dose_gy=(40.0, 40.0), dose_per_fraction_gy=(2.67, 2.67)), "not stated", None, "stated", None),
        (dict(total_dose_gy=(60.0, 66.0), dose_per_fraction_gy=(2.0, 2.2)), "not stated", None, "stated", None),
        (dict(fractions=(5, 5), dose_per_fraction_gy=(4.0, 4.0)), "stated", None, "derived", (20, 20)),
        (dict(fractions=(25, 30), dose_per_fraction_gy=(2.0, 2.2)), "stated", None, "not stated", None),
        (dict(dose_per_fraction_gy=(2.0, 2.0), weeks=(6.0, 6.0), fractions_per_week=5.0), "not stated", None, "not stated", None),
        (dict(total_dose_gy=(50.0, 50.0), fractions=(25, 25)), "stated", None, "stated", None),
    ],
)  # fmt: skip
def test_a_third_figure_follows_or_not_and_never_passes_for_a_stated_one(
    figures, fractions_from, number, total_from, total
):
    regimen = Regimen(**figures)
    row = tables.regimen_table([BARE], [Decision(primary="other_rt", regimens=(regimen,))]).iloc[0]
    assert (row["fractions_from"], row["total_from"]) == (fractions_from, total_from)
    for name, derived in (("derived_fractions", number), ("derived_total_dose_gy", total)):
        ends = row[f"{name}_low"], row[f"{name}_high"]
        assert ends == derived if derived else pd.isna(ends[0]) and pd.isna(ends[1])
    assert pd.isna(row["fractions_high"]) == (regimen.fractions is None)
    assert pd.isna(row["total_dose_gy_high"]) == (regimen.total_dose_gy is None)


def test_large_fractions_carry_the_caveat():
    made = Decision(primary="other_rt", regimens=(Regimen(dose_per_fraction_gy=(10.0, 10.0), fractions=(5, 5)),))
    row = tables.regimen_table([BARE], [made]).iloc[0]
    assert row["lq_caveat"] and round(row["bed10_gy_high"], 2) == 100.0
    assert pd.isna(row["total_dose_gy_high"]), "a total that nobody stated is not a stated total"


def test_an_effect_is_told_with_all_that_it_must_be_read_with():
    weighted = Regimen(total_dose_gy=(40.0, 40.0), fractions=(4, 4), notes=("stated as RBE-weighted dose",))
    unweighted = Regimen(total_dose_gy=(60.0, 60.0), fractions=(30, 30))
    made = Decision(primary="other_rt", regimens=(weighted, unweighted))
    first, second = tables.regimen_table([BARE], [made])["caveats"]
    assert "RBE-weighted dose" in first and "linear-quadratic model" in first
    assert second == "none"


def test_a_dose_without_fractions_has_no_effect_and_says_why():
    made = Decision(primary="other_rt", regimens=(Regimen(total_dose_gy=(60.0, 60.0)),))
    row = tables.regimen_table([BARE], [made]).iloc[0]
    assert pd.isna(row["bed10_gy_low"]) and "not both stated" in row["effect_not_given"]


def test_every_agent_is_a_row_with_the_words_that_name_it(packaged):
    trials, decisions = packaged
    table = tables.agent_table(trials, decisions)
    assert len(table) == sum(len(decision.agents) for decision in decisions) > 0
    for trial, decision in zip(trials, decisions):
        for (_, row), agent in zip(tables.agent_table([trial], [decision]).iterrows(), decision.agents, strict=True):
            assert (row["agent"], row["kind"]) == (agent.name, agent.kind)
            assert trial.holds(Evidence(row["field"], row["start"], row["end"], row["words"])), trial.id
    both = Decision(primary="unclear", agents=(Agent("x", "pd-1/ctla-4", ("5 mg\n every week", "5 mg every week")),))
    row = tables.agent_table([BARE], [both]).iloc[0]
    assert (row["kind_name"], row["doses"], row["words"]) == ("anti-PD-1/CTLA-4", "5 mg every week", "not stated")
    assert {part for kind in table["kind"] for part in kind.split("/")} <= KINDS.keys()


def test_unknown_axes_are_rows_too():
    said = Decision(primary="unclear", axes={"timing": AxisValue("timing", "gated", ())})
    table = tables.axis_table([BARE], [said]).set_index("axis")
    assert table.loc["timing", "shown"] == "only without progression"
    assert set(table.drop("timing")["shown"]) == {"not stated"}


def test_counts_add_up(packaged):
    table = tables.trial_table(*packaged)
    for column in ("strategy", "phase", "status", "enrollment", "countries"):
        assert tables.count_by(table, column)["n"].sum() == len(table)
    crossed = tables.cross_count(table, "strategy", "phase")
    assert crossed["n"].sum() == len(table)
    assert len(crossed) == table["strategy"].nunique() * table["phase"].nunique()


def test_a_given_order_keeps_empty_values():
    table = pd.DataFrame({"strategy": pd.array(["b", "b", pd.NA], "string")})
    counted = tables.count_by(table, "strategy", ["a", "b"])
    assert list(counted["strategy"]) == ["a", "b", "not stated"] and list(counted["n"]) == [0, 2, 1]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "  =1", "＝1", "\x00=1", "\n=1"])
def test_no_cell_begins_as_a_formula(start):
    table = pd.DataFrame({start: pd.array([start], "string")})
    header, row = list(csv.reader(io.StringIO(tables.safe_csv(table), newline="")))[:2]
    assert header[0].startswith("'") and row[0].startswith("'")
    assert row[0][1:] == start.replace("\r", "\n").replace("\x00", "\ufffd")


def test_numbers_are_numbers_again_where_a_reader_declares_what_is_missing(packaged):
    for make in (tables.trial_table, tables.regimen_table, tables.block_table):
        table = make(*packaged)
        read = pd.read_csv(io.StringIO(tables.safe_csv(table)), na_values="not stated")
        for name in table.select_dtypes("number"):
            assert read[name].dtype.kind in "if", name
            assert read[name].isna().sum() == table[name].isna().sum(), name


def test_harmless_text_and_negative_numbers_stay():
    table = pd.DataFrame(
        {"text": pd.array(["a = b", "1-2", ""], "string"), "number": pd.array([-1.5, 2.0, pd.NA], "Float64")}
    )
    assert list(csv.reader(io.StringIO(tables.safe_csv(table)))) == [
        ["text", "number"],
        ["a = b", "-1.5"],
        ["1-2", "2"],
        ["", "not stated"],
    ]


def test_files_are_whole_or_absent(tmp_path, packaged):
    path = tables.write_csv(tables.trial_table(*packaged), tmp_path / "new" / "trials.csv")
    assert len(list(csv.reader(path.open(encoding="utf-8")))) == len(packaged[0]) + 1
    assert [p.name for p in path.parent.iterdir()] == ["trials.csv"]
    blocker = tmp_path / "file"
    blocker.write_text("taken")
    with pytest.raises(OutputError, match="cannot be written"):
        tables.write_csv(pd.DataFrame(), blocker / "x.csv")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_lone_surrogates_do_not_stop_a_file(tmp_path):
    assert tables.write_text(tmp_path / "x.txt", "a\ud800b").read_bytes() == b"a?b"


@pytest.mark.parametrize(
    "form, facts_from, words",
    [
        ("ctgov-v2-json", "registry record", "register's own words"),
        ("page-medpath", "registry page", "page's own words"),
        ("page-general", "registry page", "page's own words"),
        ("ris", "reference", "reference's own words"),
    ],
)
def test_no_page_and_no_reference_passes_for_a_registers_record(form, facts_from, words):
    trial = Trial(source=Source(form=form), ids=("NCT90000001",), brief_title="A trial")
    assert tables.trial_table([trial])["basis"].tolist() == [facts_from]
    assert tables.caption(trial) == words
    assert facts_from in BASES and any(
        facts_from in c["allowed"]
        for t in describe({"trials": tables.trial_table([trial])})
        for c in t["columns"]
        if c["name"] == "basis"
    )


def test_tables_of_a_trial_with_two_records_are_joined_on_the_record(packaged):
    trials, decisions = ([part[0], *part[:12]] for part in packaged)  # The first record comes twice
    table = tables.trial_table(trials, decisions)
    assert table["record"].tolist() == list(range(13)) and table["record"].dtype == "Int64"
    for name, make in TABLES.items():
        own = make(trials, decisions)
        assert list(own.columns[:3]) == ["trial", "id", "record"], name
        joined = table[["record", "status"]].merge(own, on="record")
        assert len(joined) == len(own), name
        assert len(own[own["record"] == 0]) == len(own[own["record"] == 1]) == len(make(trials[:1], decisions[:1])), (
            name
        )


def test_rows_that_are_counted_are_trials():
    def record(file, *ids, title="A trial of radiotherapy of the gullet after chemotherapy"):
        return Trial(source=Source(form="ctgov-v2-json", file=file), ids=ids, brief_title=title)

    given = [record("a", "NCT90000001"), record("b", "NCT90000001"), record("c", "NCT90000002", title="Another")]
    given.append(record("d", title="A third, and without a number"))
    table = tables.trial_table(given)
    assert table["counted"].sum() == 3 == table["same_trial"].nunique() and len(table) == 4
    assert table.groupby("same_trial")["counted"].sum().tolist() == [1, 1, 1]
    assert table["same_trial"].tolist()[:3] == ["NCT90000001", "NCT90000001", "NCT90000002"]
    with pytest.raises(ValueError, match="linked records"):
        tables.trial_table(given, linked=link(given[:2]))


def made_for(packaged) -> dict:
    "Every figure that is drawn from tables, with tables as their makers give them."
    trials, decisions = (part[:12] for part in packaged)
    table, axes = tables.trial_table(trials, decisions), tables.axis_table(trials, decisions)
    regimens, entries = tables.regimen_table(trials, decisions), protocols.entry_table(trials, decisions)
    scores = pd.DataFrame([dict(name="a", n=4, value=0.5, low=0.1, high=0.9)])
    bands = pd.DataFrame([dict(n=4, mean_confidence=0.5, share_right=0.5, low=0.1, high=0.9)])
    curve = pd.DataFrame([dict(threshold=0.5, kept=4, share_kept=0.5, share_right=0.9)])
    return {
        figures.figure_arm_timelines: [tables.block_table(trials, decisions)],
        figures.figure_evidence_matrix: [axes],
        figures.figure_strategy_counts: [tables.count_by(table, "strategy")],
        figures.figure_dose_plane: [regimens],
        field.figure_strategies: [field.count_phases(table), "phase"],
        field.figure_strategy_map: [field.count_settings(table, axes)],
        field.figure_enrollment: [field.enrollment_points(table)],
        field.figure_spans: [field.span_table(trials, decisions)],
        field.figure_field_matrix: [table, axes],
        field.figure_shares: [field.count_answers(table, axes)],
        protocols.figure_effects: [protocols.effect_points(regimens)],
        protocols.figure_alpha_beta: [protocols.alpha_beta_table(regimens)],
        protocols.figure_caps: [protocols.caps_of(entries)],
        trust.figure_scores: [scores],
        trust.figure_reliability: [bands],
        trust.figure_abstention: [curve],
    }


def test_a_figure_of_another_table_says_which_it_needs(packaged):
    made = made_for(packaged)
    drawn = {f for module in (figures, field, protocols, trust) for n, f in vars(module).items() if n[:7] == "figure_"}
    assert made.keys() == drawn - {trust.figure_confusion}, "which is drawn from no table"
    for draw, (table, *more) in made.items():
        for wrong in (pd.DataFrame({"colour": ["red"]}), pd.DataFrame(), [1, 2], None):
            with pytest.raises(tables.TableError, match=r"^the table: (has no column|is no table).+; one from `\w+"):
                draw(wrong, *more)


def test_a_table_without_one_column_is_drawn_or_refused(packaged):
    makers = [
        (field.count_phases, 0), (field.count_statuses, 0), (field.count_starts, 0), (field.enrollment_points, 0),
        (protocols.effect_points, 1), (protocols.alpha_beta_table, 1),
        (protocols.count_performance, 2), (protocols.count_prior_rt, 2), (protocols.count_ages, 2), (protocols.caps_of, 2),
    ]  # fmt: skip
    trials, decisions = (part[:12] for part in packaged)
    given = [make(trials, decisions) for make in (tables.trial_table, tables.regimen_table, protocols.entry_table)]
    made = made_for(packaged) | {make: [given[place]] for make, place in makers}
    refused = 0
    for make, (table, *more) in made.items():
        for column in table.columns:
            try:
                make(table.drop(columns=column), *more)
            except tables.TableError as error:
                refused += 1
                assert repr(column) in str(error)
    assert refused > 60


@pytest.mark.parametrize(("column", "told"), [("colour", "has no column 'colour'"), ("n", "twice"), ("share", "twice")])
def test_a_column_that_cannot_be_counted(column, told):
    table = pd.DataFrame({"phase": ["2", "3"], "n": [1, 2], "share": [0.5, 0.5]})
    for count in (lambda: tables.count_by(table, column), lambda: tables.cross_count(table, "phase", column)):
        with pytest.raises(tables.TableError, match=told):
            count()
    with pytest.raises(tables.TableError, match="two different columns"):
        tables.cross_count(table, "phase", "phase")


def test_tables_of_other_trials_are_refused_in_the_tree_of_errors(packaged):
    trials, decisions = (part[:3] for part in packaged)
    table, axes = tables.trial_table(trials, decisions), tables.axis_table(trials[:2], decisions[:2])
    for wrong in (
        lambda: tables.pair_up(trials, decisions[:2]),
        lambda: tables.trial_table(trials, decisions, linked=link(trials[:2])),
        lambda: field.count_settings(table, axes),
        lambda: field.count_answers(table, axes),
        lambda: protocols.effect_points(tables.regimen_table(trials, decisions), alpha_beta=7),
    ):
        with pytest.raises(AtlasError):
            wrong()


def test_a_question_that_only_some_records_answer_is_counted_over_all(packaged):
    trials, decisions = (part[:12] for part in packaged)
    table, axes = tables.trial_table(trials, decisions), tables.axis_table(trials, decisions)
    some = {axis for axis, rows in axes.groupby("axis") if len(rows) < len(trials)}
    counts = field.count_answers(table, axes).groupby("question")[["stated", "n"]].sum()
    assert some and set(counts["n"]) == {len(trials)}
    for axis in set(axes["axis"]):
        said = sum(axis in decision.axes for decision in decisions)
        assert counts.loc[figures.axis_name(axis), "stated"] == said


@pytest.mark.parametrize("date", [None, PartialDate(2026, 2, 1)])
@pytest.mark.parametrize("update", [None, PartialDate(2024, 5)])
def test_a_record_has_one_date_everywhere(date, update):
    trial = Trial(source=Source(form="snapshot", date=date), ids=("EXAMPLE-1",), last_update=update)
    day = as_of(trial)
    table, data = tables.trial_table([trial], [UNCLEAR]), explorer.trial_data(trial, UNCLEAR, "example-1")
    assert table["data_date"].tolist() == [str(day or "not stated")]
    assert data["date"] == (str(day) if day else None)
    assert tables.caption(trial).endswith(f", {day or 'date not stated'}")
    page = trial_page.trial_context(trial, UNCLEAR)
    assert page["dated"] == dict(page["source"])["Record as of"] == str(day or "not stated")
    assert trial_page.newest([trial]) == day


# Chemotherapy beside a course, where the course does not say it itself

DOSE = "Radiotherapy, 50 Gy in 25 fractions"


def _beside(arms, allocation=None, **parts):
    "What the table of regimens says of chemotherapy, course by course."
    arms = tuple(Arm(label=label, description=text) for label, text in arms)
    trial = Trial(source=Source(form="test"), arms=arms, allocation=allocation, **{"brief_title": "A study"} | parts)
    table = tables.regimen_table([trial])
    return list(zip(table.concurrent, table.concurrent_words))


@pytest.mark.parametrize(
    "arms, parts, words",
    [
        ([("A", DOSE)], {"brief_title": "Concurrent Chemoradiotherapy of the Esophagus"}, "Chemoradiotherapy"),
        ([("Immunotherapy with chemoradiotherapy", DOSE)], {}, "chemoradiotherapy"),
        ([("A", DOSE)], {"interventions": (Intervention(name="Concurrent chemotherapy"),)}, "Concurrent chemotherapy"),
        (
            [("Drug A and CCRT", None), ("Drug B and CCRT", None)],
            {"description": DOSE, "allocation": "RANDOMIZED"},
            "CCRT",
        ),
        ([("Drug A and CCRT", None), ("Drug B", None)], {"description": DOSE}, "CCRT"),  # The one arm with radiotherapy
    ],
)
def test_words_that_can_belong_to_one_course_only_are_given_to_it(arms, parts, words):
    ((said, quoted),) = _beside(arms, **parts)
    assert said == "yes" and words.casefold() in quoted.casefold()


@pytest.mark.parametrize(
    "arms, parts",
    [
        ([("A", DOSE)], {"description": "Chemoradiotherapy is the standard of care."}),  # Background
        ([("A", DOSE)], {"brief_title": "Radiotherapy with or without chemoradiotherapy"}),
        ([("A", DOSE)], {"brief_title": "Radiotherapy after failure of chemoradiotherapy"}),
        ([("A", DOSE)], {"brief_title": "Chemoradiotherapy versus Radiotherapy", "allocation": "RANDOMIZED"}),
        ([("A", DOSE)], {"brief_title": "Chemotherapy plus radiotherapy"}),  # One may follow the other
        ([("A", DOSE), ("B", "Radiotherapy, 40 Gy in 20 fractions")], {"brief_title": "Chemoradiotherapy"}),
    ],
)
def test_words_that_may_belong_elsewhere_are_given_to_no_course(arms, parts):
    assert {said for said in _beside(arms, **parts)} == {("not stated", "none")}


def test_what_a_course_says_itself_stands():
    arm = ("A", "Concurrent chemoradiotherapy with cisplatin, 50 Gy in 25 fractions")
    assert _beside([arm], brief_title="Chemoradiotherapy") == [("cisplatin", arm[1])]
    alone = ("A", "Radiotherapy alone, 50 Gy in 25 fractions")
    assert _beside([alone], brief_title="Chemoradiotherapy") == [("no", alone[1])]


def test_of_two_courses_the_implant_is_not_given_with_drugs():
    rows = _beside([("Chemoradiotherapy", f"{DOSE}, then brachytherapy of 10 Gy in 2 fractions")])
    assert rows == [("yes", "Chemoradiotherapy"), ("not stated", "none")]


def test_conformal_radiotherapy_is_no_chemoradiotherapy():
    assert _beside([("A", f"{DOSE}, by 3D-CRT")], brief_title="3D-CRT of the esophagus") == [("not stated", "none")]


def test_a_drug_is_shown_with_the_words_that_name_it():
    told = "Weekly cisplatin is given during radiotherapy."
    assert _beside([("A", f"{DOSE}. A mask is made. {told}")]) == [("cisplatin", told)]


@pytest.mark.parametrize("wrong", ["NCT05512520", b"", 5, None, [1], {"NCT05512520": None}])
def test_what_is_no_record_is_refused_by_name(wrong):
    with pytest.raises(tables.TableError, match=r"^the trials: found .+ are allowed, as load\(\) returns them"):
        tables.trial_table(wrong)


def test_one_record_makes_a_table_of_one_row(packaged):
    trials, decisions = packaged
    assert tables.trial_table(trials[0], [decisions[0]]).equals(tables.trial_table(trials[:1], decisions[:1]))
