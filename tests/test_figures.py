"""Figures: valid, drawn by Vega itself, readable by everybody, and safe with hostile text."""

import html
import itertools
import json
import re

import altair as alt
import pandas as pd
import pytest
import vl_convert

from trial_atlas.decide.classify import Decision, classify
from trial_atlas.decide.rules import STRATEGIES
from trial_atlas.extract.regimen import Regimen
from trial_atlas.extract.setting import AxisValue
from trial_atlas.read.load import load
from trial_atlas.record import Arm, OutputError, Source, Trial, short_title
from trial_atlas.show import explorer, figures, tables

VERSION = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
NASTY = "</script><img src=x onerror=alert(1)> {{7*7}} " + "\u2028" + "صدر " + "x" * 300
DRAW = {
    "timelines": (tables.block_table, figures.figure_arm_timelines),
    "matrix": (tables.axis_table, figures.figure_evidence_matrix),
    "dose": (tables.regimen_table, figures.figure_dose_plane),
    "counts": (lambda t, d: tables.count_by(tables.trial_table(t, d), "strategy"), figures.figure_strategy_counts),
}


def drawn(trials, decisions, name: str) -> dict:
    "The specification of a figure, checked against Vega-Lite's own schema."
    make, figure = DRAW[name]
    chart = figure(make(trials, decisions), as_of="2026-11-20")
    with alt.theme.enable("atlas"):
        return chart.to_dict()


def svg_of(spec: dict) -> str:
    return vl_convert.vegalite_to_svg(spec, vl_version=VERSION)


@pytest.fixture(scope="module")
def packaged():
    trials = list(load())[:12]
    return trials, [classify(t) for t in trials]


@pytest.fixture(scope="module")
def hostile():
    arms = tuple(
        Arm(label=f"{NASTY} {i}", description="After 4 cycles, radiotherapy 50 Gy in 25 fractions, then surgery")
        for i in range(2)
    )
    trial = Trial(source=Source(form="example"), ids=(NASTY,), brief_title=NASTY, acronym=NASTY, arms=arms)
    said = AxisValue("timing", "gated", (trial.quote("brief_title", 0, 60),))
    regimen = Regimen(total_dose_gy=(50.0, 50.0), fractions=(25, 25), arm=arms[0].label)
    return [trial], [Decision(primary="unclear", axes={"timing": said, "odd\naxis": said}, regimens=(regimen,))]


@pytest.mark.parametrize("name", DRAW)
def test_vega_draws_it(name, packaged):
    spec = drawn(*packaged, name)
    assert svg_of(spec).startswith("<svg")
    assert spec["background" if "background" in spec else "config"] is not None
    assert spec["description"] and len(spec["description"]) <= 1500
    text = json.dumps(spec["title"])
    assert "2026-11-20" in text and re.search(r"\d", text)


@pytest.mark.parametrize("name", DRAW)
def test_nothing_to_draw_is_drawn_as_nothing(name):
    assert svg_of(drawn([], [], name)).startswith("<svg")


@pytest.mark.parametrize("name", DRAW)
def test_a_silent_record_is_drawn(name):
    svg = svg_of(drawn([Trial(source=Source(form="example"))], [Decision(primary="unclear")], name))
    assert name != "matrix" or "not stated" in svg


@pytest.mark.parametrize("name", DRAW)
def test_hostile_text_stays_text(name, hostile):
    spec = drawn(*hostile, name)
    assert "<img" not in svg_of(spec)
    page = figures.chart_div(DRAW[name][1](DRAW[name][0](*hostile)))
    assert "<img" not in page and page.count("</script>") == 1
    held = re.search(r'<script type="application/json">(.*?)</script>', page, re.S)[1]
    assert json.loads(held)["$schema"].startswith("https://vega.github.io/schema/vega-lite/")


@pytest.mark.parametrize("name", DRAW)
def test_the_same_figure_is_the_same_text(name, packaged):
    make, figure = DRAW[name]
    table = make(*packaged)
    assert figures.chart_div(figure(table)) == figures.chart_div(figure(table))


def test_forty_arms_keep_their_rows():
    arms = tuple(Arm(label=f"Arm {i}", description="Radiotherapy 50 Gy in 25 fractions") for i in range(40))
    trial = Trial(source=Source(form="example"), ids=("X1",), arms=arms)
    spec = drawn([trial], [Decision(primary="other_rt", regimens=(Regimen(fractions=(25, 25)),))], "timelines")
    tops = [b["y"] for b in spec["datasets"]["blocks"] if b["lane"] == "local"]
    assert len(set(tops)) == 40 and spec["height"] > max(tops)


def test_three_footings_are_drawn_in_three_ways(packaged):
    spec = drawn(*packaged, "timelines")
    ways = {
        (layer["mark"].get("fillOpacity"), tuple(layer["mark"].get("strokeDash", ())))
        for layer in spec["layer"]
        if layer["mark"]["type"] == "rect"
    }
    assert len(ways) == 3
    assert {b["drawn"] for b in spec["datasets"]["blocks"]} == {"to scale", "assumed length", "length not stated"}


def test_no_two_texts_of_a_lane_lie_on_each_other(packaged):
    blocks = drawn(*packaged, "timelines")["datasets"]["blocks"]
    for _, lane in itertools.groupby([b for b in blocks if b["lane"] == "local"], key=lambda b: b["y"]):
        assert sum(bool(b["text"]) for b in lane) == 1


def test_the_longest_block_is_cut_and_says_where_it_ends():
    row = tables.block_table([], [])
    known = dict(
        trial="T",
        id="T",
        record=0,
        strategy="other_rt",
        strategy_name="other RT",
        arm="A",
        lane="systemic",
        kind="maintenance",
        label="drug",
        stated="stated",
        how="-",
        condition="none",
        drawn="to scale",
        words="-",
        start_week=0.0,
        end_week=104.0,
        weeks_low=104.0,
        weeks_high=104.0,
        draw_from=0.0,
        draw_to=104.0,
        order=1,
        open_end=False,
    )
    block = figures.figure_arm_timelines(pd.DataFrame([known])[list(row.columns)]).to_dict()["datasets"]["blocks"][0]
    assert block["x2"] == 52 and "week 104" in block["text"]


def test_courses_without_both_figures_are_counted(packaged):
    courses = tables.regimen_table(*packaged)
    spec = figures.figure_dose_plane(courses).to_dict()
    both = courses[["fractions_high", "dose_per_fraction_gy_high"]].notna().all(axis=1).sum()
    subtitle = " ".join(spec["title"]["subtitle"])
    assert f"{both} course" in subtitle and f"{len(courses) - both} with one or both not stated" in subtitle


def test_a_divided_number_is_drawn_as_such_and_says_so():
    stated = Regimen(total_dose_gy=(60.0, 60.0), fractions=(30, 30), dose_per_fraction_gy=(2.0, 2.0))
    divided = Regimen(total_dose_gy=(45.0, 45.0), dose_per_fraction_gy=(1.8, 1.8))
    summed = Regimen(fractions=(5, 5), dose_per_fraction_gy=(4.0, 4.0))
    odd = Regimen(total_dose_gy=(40.0, 40.0), dose_per_fraction_gy=(2.67, 2.67))
    decision = Decision(primary="other_rt", regimens=(stated, divided, summed, odd))
    spec = figures.figure_dose_plane(tables.regimen_table([Trial(source=Source(form="example"))], [decision])).to_dict()
    told = {(row["fractions_high"], row["divided"]): row["derived"] for row in spec["datasets"]["placed"]}
    assert told == {
        (30, False): "none",
        (25, True): "number of fractions: total by dose per fraction",
        (5, False): "total 20 Gy: fractions times dose per fraction",
    }
    assert len(spec["datasets"]["margin"]) == 1
    subtitle = " ".join(spec["title"]["subtitle"])
    assert "2 courses with both figures" in subtitle and "of these 1 placed by total and size, dashed" in subtitle
    dashes = [layer["encoding"]["strokeDash"] for layer in spec["layer"] if "strokeDash" in layer["encoding"]]
    assert [dash["condition"]["test"] for dash in dashes] == ["datum.divided"]


@pytest.mark.parametrize("steps", [8, 60, 80])
def test_lines_of_equal_effect_pass_where_they_must(steps):
    points = figures.contours(10.0, 40, [60], steps)
    assert {round(p["number"] * p["each"] * (p["each"] + 10) / 12, 1) for p in points} == {60}
    nearest = min(figures.contours(10.0, 40, [60]), key=lambda p: abs(p["each"] - 2.0))
    assert nearest["number"] == pytest.approx(30, abs=1)


def test_both_planes_of_dose_have_the_same_lines(packaged):
    trials, decisions = packaged
    data = explorer.atlas_data(trials, decisions, [str(n) for n in range(len(trials))])
    drawn = explorer.figure_doses(data).to_dict(), figures.figure_dose_plane(tables.regimen_table(*packaged)).to_dict()
    held = [[layer["data"].get("values", ()) for layer in spec["layer"]] for spec in drawn]
    levels = [{row["level"] for rows in values for row in rows} for values in held]
    assert levels[0] == levels[1] == set(figures.EQUAL_EFFECT)
    for row in (row for rows in held[0] for row in rows):
        assert row["fractions"] * row["each"] * (row["each"] + 10) / 12 == pytest.approx(row["level"], abs=0.05)


# ------------------------------------------------------------------ colours


def _linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def _light(colour: str) -> float:
    return sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), _linear(colour)))


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


# Machado, Oliveira and Fernandes 2009, full severity
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green cones": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
}


def _lab(colour: str, sight: str) -> list[float]:
    rgb = _linear(colour)
    seen = [min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb)))) for row in SIGHT[sight]]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(m * c for m, c in zip(row, seen)) / white for row, white in zip(to_xyz, (0.9505, 1.0, 1.089))]
    f = [v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz]
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]


def _far(one: str, other: str, sight: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(_lab(one, sight), _lab(other, sight))) ** 0.5


PAPER = {"light": "#ffffff", "dark": "#15191b"}


@pytest.mark.parametrize("paper", PAPER.values(), ids=PAPER)
@pytest.mark.parametrize("colours", [figures.STRATEGY_COLOURS, figures.BLOCK_COLOURS, figures.GROUP_COLOURS])
def test_marks_stand_out_from_both_pages(paper, colours):
    assert all(_contrast(colour, paper) >= 3.0 for colour in colours.values()), {
        name: round(_contrast(colour, paper), 2) for name, colour in colours.items()
    }


def test_text_in_blocks_can_be_read():
    assert all(_contrast(colour, "#ffffff") >= 4.5 for colour in figures.BLOCK_COLOURS.values())


@pytest.mark.parametrize("sight", SIGHT)
def test_strategies_are_told_apart(sight):
    coloured = {c: v for c, v in figures.STRATEGY_COLOURS.items() if c not in ("no_rt", "unclear", "other_rt")}
    for one, other in itertools.combinations(coloured, 2):
        assert _far(coloured[one], coloured[other], sight) >= 12, (one, other)


def test_every_strategy_has_a_colour_and_css_has_the_same():
    assert list(figures.STRATEGY_COLOURS) == list(STRATEGIES)
    css = (figures.__file__.rsplit("/show/", 1)[0]) + "/templates/atlas.css"
    text = open(css, encoding="utf-8").read()
    assert dict(re.findall(r"--s-(\w+): (#\w+);", text)) == figures.STRATEGY_COLOURS
    assert dict(re.findall(r"--g-(\w+): (#\w+);", text)) == figures.GROUP_COLOURS


# ------------------------------------------------------------------ files


def test_files_need_no_network(tmp_path, packaged):
    chart = figures.figure_arm_timelines(tables.block_table(*packaged), as_of="2026-11-20")
    html, svg, png = figures.save_figure(chart, tmp_path / "deep" / "arms.v1")
    assert [p.name for p in (html, svg, png)] == ["arms.v1.html", "arms.v1.svg", "arms.v1.png"]
    page = html.read_text(encoding="utf-8")
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page) and "vegaEmbed" in page
    assert svg.read_text(encoding="utf-8").startswith("<svg") and png.read_bytes().startswith(b"\x89PNG")
    assert html.read_bytes() == figures.save_figure(chart, tmp_path / "again", ("html",))[0].read_bytes()


def test_without_a_script_a_chart_is_a_whole_table(packaged):
    "A description is cut, the table that stands in for a chart is not; every mark is in it once."
    blocks = tables.block_table(*packaged)
    page = figures.chart_div(figures.figure_arm_timelines(blocks, as_of="2026-11-20", title=""))
    told = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert told.count("<tr>") == 1 + len(blocks)
    assert all(html.escape(str(label)) in told for label in blocks["label"])
    courses = tables.regimen_table(*packaged)
    plane = figures.figure_dose_plane(courses)
    drawn = sum(len(plane.to_dict()["datasets"][name]) for name in ("placed", "margin"))
    assert figures.chart_div(plane).count("<tr>") == 1 + drawn
    counts = DRAW["counts"][0](*packaged)
    assert "…" not in figures.chart_div(figures.figure_strategy_counts(counts)).partition("<noscript>")[2]


def test_a_name_with_an_ending_gives_that_file(tmp_path, packaged):
    chart = figures.figure_strategy_counts(DRAW["counts"][0](*packaged))
    for name, formats, written in (
        ("em.png", None, ["em.png"]),
        ("em.SVG", None, ["em.svg"]),
        ("em.html", ("svg", "png"), ["em.svg", "em.png"]),
        ("em.v2", "svg", ["em.v2.svg"]),
    ):
        assert [f.name for f in figures.save_figure(chart, tmp_path / name, formats)] == written
    with pytest.raises(OutputError, match="'pdf'; html, svg, png are allowed"):
        figures.save_figure(chart, tmp_path / "em.pdf")


def test_an_unwritable_place_is_one_sentence(tmp_path, packaged):
    (tmp_path / "file").write_text("taken")
    chart = figures.figure_strategy_counts(DRAW["counts"][0](*packaged))
    with pytest.raises(OutputError, match="cannot be written"):
        figures.save_figure(chart, tmp_path / "file" / "x", ("svg",))


def test_the_picture_is_on_paper(tmp_path, packaged):
    "Translucent fills lose their colour in a PNG without a background."
    chart = figures.figure_evidence_matrix(tables.axis_table(*packaged))
    spec = figures._on_paper(figures.chart_spec(chart))
    assert spec["config"]["background"] == "#ffffff"
    assert spec["config"]["style"]["ink"]["fill"] == figures.INK["light"]["ink"]


def test_no_word_of_a_timeline_is_cut():
    "What stands in or beside a block is the label, its words up to one of them, or nothing."
    pairs = [(trial, classify(trial)) for trial in load()]
    table = tables.block_table(*zip(*pairs, strict=True))
    known = {word.strip(",;.") for text in (*table["label"], *table["condition"]) for word in text.split()}
    known |= {"→", "week", "·", ""}
    for last_week in (12, 26, 52):
        for bar in figures.figure_arm_timelines(table, last_week=last_week).to_dict()["datasets"]["blocks"]:
            words = {word.strip(",;.…") for word in bar["text"].split()}
            assert all(word in known or word[:1].isdigit() for word in words), bar["text"]
            if bar["lane"] == "systemic" and bar["drawn"] == "to scale" and not bar["wide"]:
                assert len(bar["text"]) * 5 <= (bar["x2"] - bar["x"]) * 720 / last_week or not bar["text"], bar


def test_a_narrow_block_has_its_words_beside_it_where_the_next_leaves_room():
    narrow = dict(x=0, x2=5, text="concurrent chemotherapy + anti-PD-1", last=False, drawn="to scale")
    far, near = (dict(x=x, x2=52, text="adjuvant therapy", last=True, drawn="to scale") for x in (17, 6))
    (first, _), (second, _) = (figures._apart([narrow, other], 52) for other in (far, near))
    assert (first["text"], first["wide"]) == ("chemotherapy + anti-PD-1", True)
    assert second["text"] == "" and not second["wide"]


def test_drugs_that_are_only_named_stand_at_the_left():
    arms = (Arm(label="A", description="Cisplatin concurrent with radiotherapy, then surgery. Nivolumab is added."),)
    trial = Trial(source=Source(form="example"), arms=arms)
    table = tables.block_table([trial], [classify(trial)]).set_index("label")
    assert table.loc["nivolumab: schedule not stated", "draw_from"] == 0
    assert table.loc["nivolumab: schedule not stated", "drawn"] == "length not stated"


def test_the_text_of_a_narrow_block_is_left_out_or_ends_at_a_word():
    assert figures.fitted("concurrent chemotherapy", 12) == "concurrent…"
    assert figures.fitted("concurrent chemotherapy", 8) == ""
    assert figures.fitted("anti-PD-1 + chemotherapy", 12) == "anti-PD-1…"
    assert figures.fitted("maintenance → week 116", 14) == "maintenance… →"
    assert figures.fitted("surgery", 7) == "surgery"


def test_a_trial_without_a_number_is_called_by_what_tells_it_from_others():
    title = "A Multicenter, Randomized Controlled, Phase II Clinical Study of First-line Chemotherapy and an Antibody"
    assert Trial(source=Source(form="example"), brief_title=title).name == "First-line Chemotherapy and an Antibody"
    for start in (
        "Efficacy and Safety of",
        "A Prospective, Single-Arm Phase 2 Trial to Evaluate the Safety and Efficacy of",
    ):
        assert short_title(f"{start} Short Radiotherapy in Lymphoma") == "Short Radiotherapy in Lymphoma"
    assert short_title("Radiotherapy of the Breast: A Randomized Phase III Trial") == "Radiotherapy of the Breast"
    assert short_title("title not stated") == "title not stated"
    assert all(len(short_title("word " * n)) <= 46 for n in range(1, 30))
    assert len(short_title("x" * 200)) <= 46
