"""Figures for many trials: counts add up, nothing is left out in silence, and Vega draws them all."""

import json
import random
import re

import altair as alt
import pandas as pd
import pytest
from test_figures import PAPER, _contrast, svg_of

from trial_atlas.decide.calibration import abstention_curve, reliability_table
from trial_atlas.decide.classify import Decision, classify
from trial_atlas.decide.rules import STRATEGIES
from trial_atlas.extract.regimen import Regimen
from trial_atlas.extract.setting import AxisValue
from trial_atlas.read.load import load
from trial_atlas.record import Arm, PartialDate, Source, Trial
from trial_atlas.show import field, figures, protocols, tables, trust

NASTY = "</script><img src=x onerror=alert(1)> {{7*7}} " + "\u2028" + "صدر " + "x" * 300
AS_OF = "2026-06-30"


def parts(trials, decisions) -> dict[str, pd.DataFrame]:
    "The tables that the figures are drawn from."
    table = tables.trial_table(trials, decisions)
    return {
        "table": table,
        "axes": tables.axis_table(trials, decisions),
        "regimens": tables.regimen_table(trials, decisions),
        "spans": field.span_table(trials, decisions),
        "facts": field.fact_table(trials, decisions),
        "entries": protocols.entry_table(trials, decisions),
    }


DRAW = {
    "basis": lambda p: field.figure_strategies(field.count_groups(p["table"], "basis"), "source", as_of=AS_OF),
    "phase": lambda p: field.figure_strategies(field.count_phases(p["table"]), "phase", as_of=AS_OF),
    "status": lambda p: field.figure_strategies(field.count_statuses(p["table"]), "status", as_of=AS_OF),
    "start": lambda p: field.figure_strategies(field.count_starts(p["table"]), "start", as_of=AS_OF),
    "fit": lambda p: field.figure_strategies(protocols.count_performance(p["entries"]), "ECOG", as_of=AS_OF),
    "prior": lambda p: field.figure_strategies(protocols.count_prior_rt(p["entries"]), "earlier RT", as_of=AS_OF),
    "age": lambda p: field.figure_strategies(protocols.count_ages(p["entries"]), "age", as_of=AS_OF),
    "map": lambda p: field.figure_strategy_map(field.count_settings(p["table"], p["axes"]), as_of=AS_OF),
    "size": lambda p: field.figure_enrollment(field.enrollment_points(p["table"]), as_of=AS_OF),
    "spans": lambda p: field.figure_spans(p["spans"], as_of=AS_OF),
    "matrix": lambda p: field.figure_field_matrix(p["table"], p["axes"], as_of=AS_OF),
    "facts": lambda p: field.figure_field_matrix(
        p["table"], p["facts"], questions=p["facts"]["axis"].unique(), as_of=AS_OF
    ),
    "shares": lambda p: field.figure_shares(field.count_answers(p["table"], p["facts"]), as_of=AS_OF),
    "effects": lambda p: protocols.figure_effects(protocols.effect_points(p["regimens"]), as_of=AS_OF),
    "alpha-beta": lambda p: protocols.figure_alpha_beta(protocols.alpha_beta_table(p["regimens"]), as_of=AS_OF),
    "caps": lambda p: protocols.figure_caps(protocols.caps_of(p["entries"]), definitions={"print": 5}, as_of=AS_OF),
}
COUNTED = ("basis", "phase", "status", "start", "fit", "prior", "age")


def drawn(tables_of, name: str) -> dict:
    "The specification of a figure, checked against Vega-Lite's own schema."
    with alt.theme.enable("atlas"):
        return DRAW[name](tables_of).to_dict()


@pytest.fixture(scope="module")
def packaged():
    trials = list(load())
    return parts(trials, [classify(trial) for trial in trials])


@pytest.fixture(scope="module")
def many(packaged):
    "Two thousand trials with every strategy, phase, state, year and size."
    dice, rows = random.Random(4), []
    for i in range(2000):
        start = dice.choice(["not stated", f"{dice.randint(1991, 2027)}-{dice.randint(1, 12):02d}"])
        rows.append(
            dict(trial=f"T{i}", id=f"T{i}", strategy=dice.choice(list(STRATEGIES)), start=start)
            | dict(basis=dice.choice(list(figures.BASES)), phase=dice.choice([*field.PHASES, "not stated"]))
            | dict(status=dice.choice([*field.STATUSES, "not stated"]))
            | dict(enrollment=dice.choice([None, dice.randint(1, 20_000)]))
            | dict(enrollment_kind=dice.choice(["ACTUAL", "ESTIMATED", "not stated"]))
        )
    table = pd.DataFrame(rows).astype({"enrollment": "Int64"})
    axes = packaged["axes"]
    axes = pd.concat([axes[axes["axis"].isin(tables.AXES)]] * 32, ignore_index=True).head(2000 * len(tables.AXES))
    spans = pd.concat([packaged["spans"]] * 32, ignore_index=True).head(2000)
    entries = pd.concat([packaged["entries"]] * 32, ignore_index=True).head(2000).assign(trial=table["trial"])
    regimens = pd.concat([packaged["regimens"]] * 60, ignore_index=True).head(2000)
    regimens = regimens.assign(trial=table["trial"], id=table["id"], strategy=table["strategy"])
    for end in ("low", "high"):
        regimens[f"eqd2_10_gy_{end}"] = [dice.uniform(1, 90) for _ in range(2000)]
    facts = pd.concat([packaged["facts"]] * 32, ignore_index=True).head(2000 * packaged["facts"]["axis"].nunique())
    return dict(table=table, axes=axes, spans=spans, facts=facts, entries=entries, regimens=regimens)


@pytest.fixture(scope="module")
def hostile():
    arms = (Arm(label=NASTY, description="After 4 cycles, radiotherapy 50 Gy in 25 fractions"),)
    source = Source(form="example", basis=NASTY)
    trial = Trial(
        source=source,
        ids=(NASTY,),
        brief_title=NASTY,
        acronym=NASTY,
        arms=arms,
        phases=(NASTY,),
        status=NASTY,
        sponsor=NASTY,
        countries=(NASTY,),
        enrollment=40,
        enrollment_kind=NASTY,
        start=PartialDate(2020),
        completion=PartialDate(2024, 3),
    )
    said = (trial.quote("brief_title", 0, 60),)
    axes = {name: AxisValue(name, NASTY, said) for name in ("setting", "timing", "odd\n'axis")}
    axes["max_metastases"] = AxisValue("max_metastases", "5", said)
    regimen = Regimen(total_dose_gy=(50.0, 50.0), fractions=(25, 25), dose_per_fraction_gy=(2.0, 2.0), arm=NASTY)
    return parts([trial], [Decision(primary="oligomet_local_rt", axes=axes, regimens=(regimen,))])


# ------------------------------------------------------------------ every figure


@pytest.mark.parametrize("name", DRAW)
def test_vega_draws_it_with_its_number_and_date(name, packaged):
    spec = drawn(packaged, name)
    assert svg_of(spec).startswith("<svg")
    assert 20 < len(spec["description"]) <= 1500
    heading = json.dumps(spec["title"])
    assert AS_OF in heading and re.search(r"\d+ (trial|course|different)", heading)
    assert {"fit", "height"} <= set(spec["usermeta"]) and spec["usermeta"]["fit"] in ("width", "scroll")


@pytest.mark.parametrize("name", DRAW)
def test_a_chart_holds_at_most_200_rows(name, packaged, many):
    for found in (packaged, many):
        spec = DRAW[name](found).to_dict()
        held = {key: len(rows) for key, rows in spec["datasets"].items()}
        data = {key: n for key, n in held.items() if key not in ("numbers", "heads", "shares")}
        assert max(data.values()) <= field.MOST_ROWS, held


@pytest.mark.parametrize("name", DRAW)
def test_two_thousand_trials_are_drawn(name, many):
    assert svg_of(drawn(many, name)).startswith("<svg")


@pytest.mark.parametrize("name", DRAW)
def test_nothing_to_draw_is_drawn_as_nothing(name):
    assert svg_of(drawn(parts([], []), name)).startswith("<svg")


@pytest.mark.parametrize("name", DRAW)
def test_a_silent_record_is_drawn(name):
    silent = parts([Trial(source=Source(form="example"))], [Decision(primary="unclear")])
    svg = svg_of(drawn(silent, name))
    assert name not in (*COUNTED, "map", "size") or "not stated" in svg


@pytest.mark.parametrize("name", DRAW)
def test_hostile_text_stays_text(name, hostile):
    assert "<img" not in svg_of(drawn(hostile, name))
    page = figures.chart_div(DRAW[name](hostile))
    assert "<img" not in page and page.count("</script>") == 1


@pytest.mark.parametrize("name", DRAW)
def test_registry_text_steers_no_expression(name, hostile):
    "An order given as a list becomes an expression of Vega; words of a record must not."
    spec = drawn(hostile, name)
    told = json.dumps([layer.get("encoding") for layer in spec["layer"]])
    assert '"sort": [' not in told and "labelExpr" not in told or name == "size"
    assert "onerror" not in json.dumps([layer.get("transform") for layer in spec["layer"]])


@pytest.mark.parametrize("name", DRAW)
def test_the_same_figure_is_the_same_text(name, packaged):
    assert figures.chart_div(DRAW[name](packaged)) == figures.chart_div(DRAW[name](packaged))


@pytest.mark.parametrize("name", [n for n in DRAW if n != "alpha-beta"])
def test_how_facts_were_obtained_is_seen_without_colour(name, packaged):
    "By the shape of a mark or by the tone of a bar, with a legend that names all three."
    spec = drawn(packaged, name)
    channels = {
        channel: layer["encoding"][channel]
        for layer in spec["layer"]
        for channel in ("shape", "opacity")
        if layer.get("encoding", {}).get(channel, {}).get("field") == "basis"
    }
    assert channels and all(c["legend"]["title"] == "Facts from" for c in channels.values())
    assert all(len(set(map(str, c["scale"]["range"]))) == len(c["scale"]["domain"]) for c in channels.values())


@pytest.mark.parametrize("name", [n for n in DRAW if n != "alpha-beta"])
def test_marks_answer_with_their_trials(name, packaged):
    told = json.dumps([layer.get("encoding", {}).get("tooltip") for layer in drawn(packaged, name)["layer"]])
    assert re.search(r'"(Which|Trials|Trial)"', told) and '"Facts from"' in told


# ------------------------------------------------------------------ counts


@pytest.mark.parametrize("name", [*COUNTED, "map"])
def test_counts_add_up(name, packaged, many):
    for found in (packaged, many):
        spec = DRAW[name](found).to_dict()
        assert sum(row["n"] for row in spec["datasets"].get("bars") or spec["datasets"]["cells"]) == len(found["table"])
        if name != "map":
            wholes = [row for row in spec["datasets"]["numbers"] if row["whole"]]
            assert len(wholes) == len(STRATEGIES), "every strategy keeps its row"
            assert sum(int(row["text"].replace(",", "")) for row in wholes) == len(found["table"])


@pytest.mark.parametrize("name", COUNTED)
def test_not_stated_is_the_last_column_where_a_trial_stands_in_it(name, packaged):
    spec = drawn(packaged, name)
    groups = [head["group"] for head in spec["datasets"]["heads"]]
    told = " ".join([str(spec["title"]["text"]), *spec["title"]["subtitle"]])
    silent = next((head["total"] for head in spec["datasets"]["heads"] if head["group"] == "not stated"), None)
    assert groups[0] == "all" and "not stated" not in groups[:-1]
    assert (f"not stated in {silent}" in told and silent != "0") if silent else "not stated" not in told


def test_a_span_of_years_without_a_trial_keeps_its_place():
    table = pd.DataFrame(
        {"trial": ["A", "B"], "strategy": "no_rt", "basis": "registry record", "start": ["1996-01", "2013"]}
    )
    groups = field.count_starts(table)["group"].tolist()
    assert groups == ["1995–1999", "2000–2004", "2005–2009", "2010–2014", "not stated"]


def test_a_century_of_starts_has_few_columns(many):
    table = many["table"].assign(start=[f"{1900 + i % 127}" for i in range(2000)])
    counts = field.count_starts(table)
    assert counts["group"].nunique() <= 13 and counts["n"].sum() == 2000


def test_every_trial_has_its_mark_among_sizes(packaged, many):
    for found in (packaged, many):
        points = field.enrollment_points(found["table"])
        assert points["n"].sum() == len(found["table"]) and len(points) <= field.MOST_ROWS
        missing = found["table"]["enrollment"].isna().sum()
        assert points.loc[points["x"].isna(), "n"].sum() == missing
        assert f"not stated in {missing:,}" in json.dumps(field.figure_enrollment(points).to_dict()["title"])


def test_an_enrollment_of_zero_is_no_size():
    table = pd.DataFrame({"trial": ["A"], "strategy": ["no_rt"], "basis": ["registry record"]})
    table = table.assign(enrollment=pd.array([0], "Int64"), enrollment_kind="ACTUAL")
    assert field.enrollment_points(table)["x"].isna().all()


def test_marks_of_one_strategy_do_not_cover_each_other(packaged):
    placed, _, _ = field.strip_rows(field.enrollment_points(packaged["table"]), 0.0, 4.0, 520)
    seen = {}
    for row in placed:
        others = seen.setdefault((row["strategy"], row["lane"]), [])
        assert all(abs(row["x"] - x) >= 10.9 * 4.0 / 520 for x in others), row
        others.append(row["x"])


def test_the_middle_is_the_median(packaged):
    placed, _, _ = field.strip_rows(field.enrollment_points(packaged["table"]), 0.0, 4.0, 520)
    middles = {row["name"]: 10 ** row["x"] for row in field.middles(placed)}
    sizes = packaged["table"].groupby("strategy")["enrollment"].agg(["median", "count"])
    for code, (median, n) in sizes.iterrows():
        assert (STRATEGIES[code][0] in middles) == (n >= 3)
        if n >= 3 and n % 2:
            assert middles[STRATEGIES[code][0]] == pytest.approx(median)


def test_trials_without_a_date_are_counted(packaged):
    spec = field.figure_spans(packaged["spans"], as_of=AS_OF).to_dict()
    none = packaged["spans"][["start_year", "end_year"]].isna().all(axis=1).sum()
    told = [re.match(r"[\d,]+", head["more"]) for head in spec["datasets"]["heads"]]
    assert sum(int(m[0].replace(",", "")) for m in told if m) == none
    assert len(spec["datasets"]["spans"]) + none == len(packaged["spans"])


def test_what_is_cut_is_said(many):
    for name in ("spans", "matrix", "caps"):
        assert "the first " in json.dumps(drawn(many, name)["title"])


def test_a_date_known_only_in_part_is_drawn_in_its_middle():
    years = [field.decimal_year(PartialDate(*parts)) for parts in ((2020,), (2020, 1), (2020, 12, 31))]
    assert years[0] == 2020.5 and 2020.03 < years[1] < 2020.05 and 2020.99 < years[2] <= 2021


def test_the_matrix_holds_the_answers_of_the_table(packaged):
    spec = drawn(packaged, "matrix")
    cells = [row[f"v{i}"] for row in spec["datasets"]["trials"] for i in range(len(tables.AXES))]
    asked = packaged["axes"][packaged["axes"]["axis"].isin(tables.AXES)]
    assert sum(value is not None for value in cells) == (asked["value"] != "not stated").sum()
    shares = {row["question"]: row["text"] for row in spec["datasets"]["shares"]}
    assert shares["timing"] == f"{100 * (asked.loc[asked['axis'] == 'timing', 'value'] != 'not stated').mean():.0f} %"


def test_tables_of_other_trials_are_refused(packaged):
    with pytest.raises(ValueError, match="the same trials are allowed"):
        field.figure_field_matrix(packaged["table"].head(5), packaged["axes"])
    with pytest.raises(ValueError, match="one for each trial is allowed"):
        field.count_settings(packaged["table"].head(5), packaged["axes"])


# ------------------------------------------------------------------ protocols


def test_courses_are_all_counted(packaged, many):
    for found in (packaged, many):
        points = protocols.effect_points(found["regimens"])
        assert points["n"].sum() == len(found["regimens"]) and len(points) <= field.MOST_ROWS


def test_a_boost_is_told_from_main_courses_and_stays_out_of_the_median():
    def course(trial, phase, high, why="none"):
        ends = dict(eqd2_10_gy_low=high, eqd2_10_gy_high=high, effect_not_given=why)
        return dict(trial=trial, id=trial, strategy="adjuvant_rt", phase=phase, basis="registry record") | ends

    rows = [course("A", "main", 50.0), course("B", "main", 50.0), course("C", "main", 60.0), course("D", "sbrt", 80.0)]
    rows += [course(name, "boost", 10.0) for name in "ABC"] + [course("C", "brachytherapy", 14.0)]
    rows += [course("E", "brachytherapy", None, "a permanent implant gives its dose over months")]
    table = pd.DataFrame(rows).astype(dict(eqd2_10_gy_low="Float64", eqd2_10_gy_high="Float64"))
    spec = protocols.figure_effects(protocols.effect_points(table)).to_dict()
    marks, (middle,) = spec["datasets"]["marks"], spec["datasets"]["middles"]
    assert middle["x"] == 55
    assert {(mark["kind"], mark["solid"]) for mark in marks if mark["x"] < 20} == {
        ("boost", False),
        ("brachytherapy beside another course", False),
    }
    assert all(mark["solid"] for mark in marks if 20 < mark["x"] <= 80)
    (silent,) = [mark for mark in marks if mark["text"]]
    assert silent["shown"] == "none, a permanent implant gives its dose over months: 1"
    assert [edge["text"] for edge in spec["datasets"]["edge"]] == ["no EQD2", ""]


def test_no_effect_is_drawn_where_none_is_given(packaged):
    refused = packaged["regimens"].assign(eqd2_10_gy_high=pd.NA, eqd2_10_gy_low=pd.NA)
    assert protocols.alpha_beta_table(refused).empty
    assert protocols.effect_points(refused)["x"].isna().all()


def test_labels_of_schedules_do_not_lie_on_each_other(packaged):
    spec = protocols.figure_alpha_beta(protocols.alpha_beta_table(packaged["regimens"])).to_dict()
    heights = sorted(row["at"] for row in spec["datasets"]["ends"])
    top = max(heights)
    assert all(b - a >= 12 * top / spec["height"] - 1e-6 for a, b in zip(heights, heights[1:]))


def test_limits_of_entry_are_the_records_own(packaged):
    entries = packaged["entries"].set_index("id")
    assert entries.loc["NCT05512520", ["min_age_years", "max_age_years", "ecog_most"]].tolist() == [18.0, 70.0, 2]
    assert entries.loc["NCT05512520", "ecog_words"] != "not stated"
    assert (entries["max_metastases"].notna() == (entries["cap_words"] != "not stated")).all()


def test_a_trial_with_a_cap_on_organs_alone_is_drawn(packaged):
    row = packaged["entries"].head(1).assign(strategy="no_rt", max_organs=pd.array([1], "Int64"))
    rows = protocols.figure_caps(protocols.caps_of(row)).to_dict()["datasets"]["caps"]
    assert [(r["what"], r["x"]) for r in rows] == [("1 organ", 1)]


# ------------------------------------------------------------------ trust

PAIRS = [(0.95, True)] * 18 + [(0.95, False)] + [(0.65, True)] * 4 + [(0.65, False)] * 2
CLASSES = [
    dict(code="salvage_crt", cases=8, recall=1.0, f1=1.0, interval=(1.0, 1.0)),
    dict(code="no_rt", cases=2, recall=0.5, f1=0.5, interval=(0.0, 1.0)),
    dict(code="a_new_class", cases=0, recall=None, f1=0.0, interval=(None, None)),
]
TRUST = {
    "confusion": lambda: trust.figure_confusion([("no_rt", "no_rt", 3), ("no_rt", "unclear", 1), ("no_rt", "x", 0)]),
    "nothing": lambda: trust.figure_confusion([]),
    "scores": lambda: trust.figure_scores(trust.class_rows(CLASSES)),
    "reliability": lambda: trust.figure_reliability(reliability_table(PAIRS)),
    "abstention": lambda: trust.figure_abstention(abstention_curve(PAIRS)),
}


@pytest.mark.parametrize("name", TRUST)
def test_vega_draws_trust(name):
    with alt.theme.enable("atlas"):
        spec = TRUST[name]().to_dict()
    assert svg_of(spec).startswith("<svg") and re.search(r"\d", json.dumps(spec["title"]))


def test_an_agreement_without_an_error_has_an_interval():
    "The bootstrap sees no error where none was made; Wilson's interval knows that two are few."
    rows = trust.class_rows(CLASSES)
    assert rows["low"].iloc[0] < 0.7 and rows["high"].iloc[0] == 1.0
    assert trust.class_rows(CLASSES, "f1")["low"].iloc[0] == 1.0
    drawn_rows = trust.figure_scores(rows).to_dict()["datasets"]["rows"]
    assert [row["few"] for row in drawn_rows] == [False, True, True]


def test_what_differs_is_framed():
    cells = TRUST["confusion"]().to_dict()["datasets"]["cells"]
    assert [(c["n"], c["kind"]) for c in cells] == [(3, "the same"), (1, "different")]


def test_a_long_curve_is_thinned():
    curve = abstention_curve([(i / 1000, i % 7 > 0) for i in range(1000)])
    assert len(trust.figure_abstention(curve).to_dict()["datasets"]["curve"]) <= field.MOST_ROWS


@pytest.mark.parametrize("paper", PAPER.values(), ids=PAPER)
def test_colours_stand_out_from_both_pages(paper):
    own = [trust._SAME, trust._OTHERWISE, *(look[1] for look in protocols._FRACTION_SIZES.values())]
    assert all(_contrast(colour, paper) >= 3.0 for colour in own)


@pytest.mark.parametrize("name", ["phase", "spans", "matrix"])
def test_a_picture_can_be_saved(name, packaged, tmp_path):
    svg, png = figures.save_figure(DRAW[name](packaged), tmp_path / name, ("svg", "png"))
    assert png.read_bytes().startswith(b"\x89PNG") and svg.stat().st_size > 5_000


# ------------------------------------------------------------------ tables to read


def test_answers_add_up_to_the_trials(packaged):
    counts = field.count_answers(packaged["table"], packaged["facts"])
    assert (counts["stated"] <= counts["n"]).all()
    assert set(counts.groupby("question")["n"].sum()) == {len(packaged["table"])}
    missing = packaged["facts"].groupby("axis")["value"].agg(lambda values: (values != "not stated").sum())
    assert counts.groupby("question")["stated"].sum()["start"] == missing["start"]


def test_a_table_to_read_has_plain_names_whole_ranges_and_nothing_empty(packaged):
    columns = {"total_dose_gy": "total dose (Gy)", "eqd2_10_gy": "EQD2 (Gy)", "quote": "words"}
    shown = field.to_read(packaged["regimens"], columns)
    assert list(shown.columns) == list(columns.values()) and shown.columns.name == "trial"
    assert list(shown.index) == list(packaged["regimens"]["trial"]) and not shown.isna().any(axis=None)
    assert "45 to 50.4" in set(shown["total dose (Gy)"]) and "not stated" in set(shown["EQD2 (Gy)"])
    with pytest.raises(KeyError, match="no_such_low"):
        field.to_read(packaged["regimens"], {"no_such": "x"})


# ------------------------------------------------------------------ words that can be read


def test_names_moved_apart_stay_near_their_lines():
    rng = random.Random(7)
    for _ in range(50):
        rows = [dict(v=rng.choice((1.0, 1.2, 5.0, 9.0))) for _ in range(rng.randint(1, 9))]
        moved = protocols._apart(rows, "v", 1.0)
        places = [row["at"] for row in moved]
        assert all(b - a >= 1.0 - 1e-9 for a, b in zip(places, places[1:]))
        assert abs(sum(places) - sum(row["v"] for row in rows)) < 1e-6, "as many go up as down"


def test_names_of_settings_are_one_line_each(packaged):
    assert all(
        "\n" not in head["text"] and "…" not in head["text"] for head in drawn(packaged, "map")["datasets"]["heads"]
    )


@pytest.mark.parametrize("name", ["size", "effects", "caps"])
def test_rows_can_be_named_above_themselves(name, packaged):
    "A narrow page makes room for as many names as there are rows of the height that the figure tells."
    spec = drawn(packaged, name)
    known = spec["usermeta"]
    assert known["fit"] == "width" and known["least"] <= 330
    fields = {
        row["label" if name == "caps" else "name"] for row in spec["datasets"]["caps" if name == "caps" else "marks"]
    }
    assert spec["height"] == known["above"] * len(fields)
