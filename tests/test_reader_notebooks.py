"""The readers' notebooks: question, figure, what is seen, what it cannot show; and no sentence that the figure belies."""

import ast
import contextlib
import io
import json
import os
import re
from pathlib import Path

import altair as alt
import pandas as pd
import pytest
import test_readers
from IPython.display import Markdown

import trial_atlas as ta
from trial_atlas.read import load as loading
from trial_atlas.show import figures

ATLAS = Path(__file__).resolve().parents[1] / "nbs" / "atlas"
NAMES = (
    "where_the_field_is_going",
    "how_much_dose",
    "who_may_enter",
    "what_the_registers_get_wrong",
    "how_far_to_trust",
)
SEEN = re.compile(r"^\*(?!\*)(?P<seen>.+?)\*(?!\*)", re.S)

# What a clinician may not know, and the form in which it is explained where it first stands.
ABBREVIATIONS = {
    "RT": "RT is radiotherapy|radiotherapy \\(RT\\)",
    "CRT": "CRT is",
    "(C)RT": r"\(C\)RT leaves",
    "LDRT": "LDRT is",
    "CFRT": "CFRT (is )?conventionally",
    "M0": "M0 means",
    "M1": "M1 ",
    "EQD2": r"EQD2\*\* \(equivalent",
    "BED": r"BED \(biologically",
    "α/β": r"\*\*α/β\*\*, which",
    "Gy": r"Gy \(gray\)|a few Gy|dose in Gy",
    "ECOG": r"ECOG \(",
    "ESCC": r"\(ESCC,",
    "WHO": r"WHO \(",
    "ESTRO": "ESTRO and ASTRO, the European and the American",
    "OMEC": r"OMEC consensus \(",
    "PD-1": r"PD-1 \(",
    "F1": "F1 is",
    "HemOnc": "HemOnc",
}


def cells(name: str) -> list[tuple[str, str]]:
    "Kind and text of each cell; `hide` for code that a reader does not see."
    stored = json.loads((ATLAS / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    found = [(c["cell_type"], "".join(c["source"])) for c in stored]
    return [("hide" if text.startswith("#| hide") else kind, text) for kind, text in found]


def sections(name: str) -> list[tuple[str, list[tuple[str, str]]]]:
    "Heading and cells of each section but the last."
    found: list[tuple[str, list]] = []
    for kind, text in cells(name):
        if kind == "markdown" and text.startswith("## "):
            found.append((text.removeprefix("## ").strip(), []))
        elif found:
            found[-1][1].append((kind, text))
    assert found[-1][0] == "What this page cannot tell"
    return found[:-1]


class Run:
    "A notebook run from top to bottom in a name space of its own."

    def __init__(self, name: str):
        self.shown, self.space = [], {"__name__": "__notebook__"}
        for number, (kind, text) in enumerate(cells(name)):
            if kind == "markdown":
                continue
            tree = ast.parse(text)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            where = f"{name}, cell {number}"
            exec(compile(tree, where, "exec"), self.space)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), where, "eval"), self.space)
                self.shown += [(number, value)] if value is not None else []


@pytest.fixture(autouse=True)
def as_in_its_folder(monkeypatch):
    "Where a notebook runs, with settings put back afterwards."
    monkeypatch.chdir(ATLAS)
    with pd.option_context("display.max_colwidth", 50), alt.theme.enable("default"):
        yield


@pytest.fixture()
def away(monkeypatch, tmp_path):
    "A machine without the reference data."
    monkeypatch.setenv("TRIAL_ATLAS_SHARED", str(tmp_path / "none"))


# ------------------------------------------------------------------ anatomy


@pytest.mark.parametrize("name", NAMES)
def test_each_question_has_a_figure_a_sentence_and_a_limit(name):
    for heading, parts in sections(name):
        kinds = [kind for kind, _ in parts]
        assert heading.endswith("?"), f"{heading}: a heading asks"
        assert kinds[0] == "code", f"{heading}: the figure follows the question"
        assert "hide" in kinds, f"{heading}: what the sentence says is checked in a hidden cell"
        kind, text = parts[kinds.index("markdown")]
        assert kinds.index("markdown") == len(kinds) - 1 and SEEN.match(text), f"{heading}: one italic sentence first"
        assert "\n\nWhat this cannot show: " in text, f"{heading}: and then what it cannot show"


@pytest.mark.parametrize("name", NAMES)
def test_numbers_of_a_sentence_are_checked_above_it(name):
    "Every number that an italic sentence states stands in the hidden cell between the figure and the sentence."
    for heading, parts in sections(name):
        seen = SEEN.match(parts[-1][1])["seen"]
        checked = "\n".join(text for kind, text in parts if kind == "hide")
        shown = "\n".join(text for kind, text in parts if kind == "code")
        for number in re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?![\w])", seen):
            held = re.search(rf"(?<![\d.]){re.escape(number)}(?![\d]|\.\d)", checked)
            assert held or f"({number}, {number})" in checked, f"{heading}: {number} is not checked\n{shown}"


@pytest.mark.parametrize("name", NAMES)
def test_functions_are_not_born_in_an_analysis(name):
    for kind, text in cells(name):
        if kind != "markdown":
            tree = ast.parse(text)
            assert not [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)]
            assert "sys.path" not in text and "http" not in text


@pytest.mark.parametrize("name", NAMES)
def test_abbreviations_are_explained_where_they_first_stand(name):
    prose = "\n".join(text for kind, text in cells(name)[1:] if kind == "markdown")
    for short, told in ABBREVIATIONS.items():
        first = re.search(rf"(?<![\w(]){re.escape(short)}(?![\w)])" if short != "(C)RT" else r"\(C\)RT", prose)
        if first:
            explained = re.search(told, prose)
            assert explained and explained.start() - 40 <= first.start(), (
                f"{short} is not explained where it first stands"
            )


# ------------------------------------------------------------------ runs


def charts(run: Run) -> list[alt.TopLevelMixin]:
    return [value for _, value in run.shown if isinstance(value, alt.TopLevelMixin)]


def notes(run: Run) -> list[str]:
    "Sentences that stand in the place of a figure."
    return [value.data for _, value in run.shown if isinstance(value, Markdown)]


@pytest.mark.parametrize("name", NAMES)
def test_runs_without_the_reference_data(name, away):
    run = Run(name)
    told = notes(run)
    if name == "how_far_to_trust":
        assert told[0].startswith("The reference data are not here")
        kept = run.space["found"] is not None
        assert len(charts(run)) == (12 if kept else 6), "the figures are drawn from what was kept, or left out"
        assert any("not here" in text for text in told[1:])
    else:
        assert len(charts(run)) >= 3
    for chart in charts(run):
        spec = figures.chart_spec(chart)
        assert spec["description"] and spec["title"]["text"]
        assert max(len(rows) for key, rows in spec["datasets"].items() if key not in ("numbers",)) <= 200


@pytest.mark.parametrize("name", ["how_far_to_trust", "what_the_registers_get_wrong"])
def test_runs_with_the_reference_data(name, shared, monkeypatch):
    monkeypatch.setenv("TRIAL_ATLAS_SHARED", str(shared))
    run = Run(name)
    if name == "how_far_to_trust":
        assert len(charts(run)) == 12
        assert "measured just now" in notes(run)[0]
    assert not any("not here" in text for text in notes(run))


@pytest.mark.parametrize("name", [n for n in NAMES if n != "how_far_to_trust"])
def test_a_change_of_data_fails_instead_of_leaving_a_false_sentence(name, away, monkeypatch):
    "With every third trial taken away, the hidden checks must object."
    fewer = [trial for i, trial in enumerate(ta.load()) if i % 3]
    monkeypatch.setattr(ta, "load", lambda *_: Some(fewer))
    with pytest.raises(AssertionError), contextlib.redirect_stdout(io.StringIO()):
        Run(name)


class Some(list):
    "Trials that can be looked up by number, as `Trials` can."

    def __getitem__(self, key):
        return next(t for t in self if key in t.ids) if isinstance(key, str) else super().__getitem__(key)


def test_the_rounds_of_reading_are_those_that_are_documented():
    "The page on trust and the test that holds the readings tell the same story."
    page = "\n".join(text for _, text in cells("how_far_to_trust"))
    rounds = ast.literal_eval(re.search(r"ROUNDS = (\[.*?\n\])", page, re.S)[1])
    for _, right, n in rounds:
        assert f"{right} of {n}" in test_readers.__doc__, f"{right} of {n} is not what tests/test_readers.py documents"
    documented = re.findall(r"(\d+) of (\d+)", test_readers.__doc__)
    assert [(str(right), str(n)) for _, right, n in rounds] == documented


def test_figures_that_are_kept_are_named_as_kept():
    "A section whose figures stand in the notebook as numbers is not said to be measured just now."
    found = cells("how_far_to_trust")
    opening = next(text for kind, text in found if kind == "markdown" and "kept from the day of each round" in text)
    typed = [
        heading
        for heading, parts in sections("how_far_to_trust")
        if any(re.match(r"[A-Z]+ = \[", text) for _, text in parts)
    ]
    assert typed and re.findall("“(.+?)”", opening) == typed
    assert not any("everything below was measured" in text for _, text in found)


def test_the_log_of_doses_goes_by_the_numbers_of_its_rounds():
    "Every round of the figure stands in one paragraph, and none is called the last or the next."
    page = "\n".join(text for _, text in cells("how_far_to_trust"))
    rounds = ast.literal_eval(re.sub("#.*", "", re.search(r"BLIND = (\[.*?\n\])", page, re.S)[1]))
    log = re.search(r"<details>\n<summary>.+?</summary>\n\n(.+?)\n\n</details>", page, re.S)[1]
    told = re.findall(r"^\*\*Rounds? (\d+)(?: (?:to|and) (\d+))?", log, re.M)
    assert [n for first, last in told for n in range(int(first), int(last or first) + 1)] == [
        *range(1, len(rounds) + 1)
    ]
    assert not re.findall(r"[Tt]he (?:last|next) (?:\w+ rounds|\d+)|[Tt]he \w+ of these rounds|(?:th|st) round\b", log)


def test_registers_words_are_not_shown_on_the_page_on_trust(shared, monkeypatch):
    "Tables of disagreements give labels and reasons, and no sentence of a register."
    monkeypatch.setenv("TRIAL_ATLAS_SHARED", str(shared))
    run = Run("how_far_to_trust")
    assert not {"words", "quote"} & set(run.space["differ"].columns) | {"words"} & set(run.space["other"].columns)


def test_the_notebooks_are_where_the_site_looks_for_them():
    assert {path.stem for path in ATLAS.glob("*.ipynb")} == {"five_trials", *NAMES}
    assert os.path.commonpath([ATLAS, Path(loading.__file__).resolve().parents[2]])
