"""Sentences of registrations, written for this project, that do or do not say one particular thing.

Three writers, language models that worked from the written definitions and did not see the rules, wrote 880 sentences
as registrations have them: for each sign some that say it and some that only sound like it. Before anything was mended
the rules found 17 of 35 gates, 24 of 35 caps, 13 of 35 later lines, 26 of 47 failures and 9 of 35 operations that are
replaced. They were then used to find what the rules missed; the floors below guard what has been reached since, and are
no measure of unseen sentences.
"""

import json
from pathlib import Path

import pytest
from counted import lines_run

from trial_atlas.extract import lexicon, phrases, signs
from trial_atlas.extract.eligibility import read_cap
from trial_atlas.extract.sections import sentences
from trial_atlas.extract.signs import apply_rule, read_signs, reading_rules
from trial_atlas.record import Arm, Intervention, Outcome, Source, Trial

ROWS = [json.loads(line) for line in Path(__file__).with_name("signs.jsonl").read_text(encoding="utf-8").splitlines()]
SIGNS = {  # Sign → its sign and values in the rulebook, the fewest to find, the most to find wrongly
    "gate": ("timing", {"gated"}, 29, 1),
    "cap": ("setting", {"oligometastatic"}, 24, 4),
    "before_entry": ("timing", {"before_entry"}, 13, 1),
    "first_line": ("line", {"first_line", "untreated"}, 29, 0),
    "later_line": ("line", {"later_line"}, 23, 0),
    "failure": (
        "setting",
        {"failure_after_crt", "failure_after_surgery", "local_failure", "residual_after_crt", "reirradiation"},
        41,
        0,
    ),
    "m1": ("setting", {"m1", "stage_iv", "m1_de_novo", "oligometastatic", "incurable"}, 29, 0),
    "m0": ("setting", {"m0", "locally_advanced", "resectable", "unresectable", "resected"}, 34, 3),
    "surgery_after": ("surgery", {"after_rt", "conversion", "endpoint"}, 20, 2),
    "surgery_before": ("surgery", {"before_rt"}, 18, 2),
    "replaced": ("surgery", {"replaced"}, 22, 1),
    "symptom": ("intent", {"symptom"}, 30, 0),
    "given": ("role", {"given", "scheduled", "received"}, 42, 0),
    "ldrt": ("intent", {"ldrt"}, 13, 1),
}


def _trial(kind, text):
    "A trial that holds one sentence, in one section."
    parts = {
        "title": {"brief_title": text},
        "include": {"eligibility": f"Inclusion Criteria:\n- {text}"},
        "exclude": {"eligibility": f"Exclusion Criteria:\n- {text}"},
        "summary": {"summary": text},
        "description": {"description": text},
        "arm": {"arms": (Arm(label="Arm", description=text),)},
        "intervention": {"interventions": (Intervention(name=text),)},
        "outcome": {"outcomes": (Outcome(measure=text),)},
    }
    return Trial(source=Source(form="test"), **{"brief_title": "A study"} | parts[kind])


def _says(row):
    "Whether the rules find the sign in the sentence."
    sign, values, *_ = SIGNS[row["sign"]]
    trial = _trial(row["kind"], row["text"])
    lines = sentences(trial)
    if row["sign"] == "cap" and read_cap(lines):
        return True
    hits = read_signs(trial, lines)
    if row["sign"] == "given" and any(hit.value == "tracer" for hit in hits):
        return False
    return any(hit.sign == sign and hit.value in values and "negated" not in hit.scopes for hit in hits)


@pytest.mark.parametrize("sign", SIGNS)
def test_signs_are_found_in_sentences(sign):
    rows = [row for row in ROWS if row["sign"] == sign]
    assert {row["yes"] for row in rows} == {True, False}
    missed = [row["text"] for row in rows if row["yes"] and not _says(row)]
    wrong = [row["text"] for row in rows if not row["yes"] and _says(row)]
    least, most = SIGNS[sign][2:]
    assert sum(row["yes"] for row in rows) - len(missed) >= least, missed
    assert len(wrong) <= most, wrong


def test_every_sentence_has_its_sign():
    assert len(ROWS) == 880
    assert {row["sign"] for row in ROWS} == set(SIGNS)


ODD = (  # Letters and signs that a search in any case, or the cutting into words, may trip over
    "",
    "FİVE cycles, no progreſſion, then Radiotherapy",
    "recurrence after definitive\u00a0chemo\u2011radiotherapy (50.4Gy/28f)",
    "pre-irradiated, ethmoidectomy_2, 3D-CRT&surgery; didn't progress after4 cycles",
    "Nach Radiochemotherapie: keine Progression; \u653e\u5c04\u6cbb\u7597 60Gy",
    "noncombinedchemoradiotherapyandsurgery " * 3,
)


def test_no_rule_is_passed_over_for_speed(monkeypatch):
    "Neither the index of phrases nor the look at their beginnings leaves out what a plain search finds."
    rules = reading_rules()
    for row in ROWS[::4] + [{"kind": "include", "text": text} for text in ODD]:
        text = row["text"]
        trial = Trial(
            source=Source(form="test"), summary=text, eligibility=text, arms=(Arm(label="A", description=text),)
        )
        lines = sentences(trial)
        quickly = list(read_signs(trial, lines))
        with monkeypatch.context() as patch:
            patch.setattr(phrases.Phrase, "places", lambda phrase, text, *_: phrase.pattern.finditer(text))
            assert quickly == [
                hit for line in lines for rule in rules if line.kind in rule.kinds for hit in apply_rule(rule, line)
            ]


@pytest.mark.parametrize("unit", ["chemoradi", "no progression after 4 cycles ", "rt", "5 Gy, ", "metastases-"])
def test_a_long_line_costs_its_length(unit):
    def work(times):
        trial = Trial(source=Source(form="test"), summary=unit * times)
        return lines_run(lambda: read_signs(trial), (lexicon, phrases, signs))

    work(10)
    assert work(2000) < 15 * work(200)
