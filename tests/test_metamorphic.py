"""What a sentence put in or taken away does to the label, over every record of the reference corpus."""

import re
from functools import cache

import msgspec
import pytest

import trial_atlas as ta
from trial_atlas.record import Arm, Intervention, Outcome

FAILURES = 0.04  # The share of records on which a change may miss, over the whole corpus


@pytest.fixture(scope="module")
def corpus(shared):
    trials = [t for folder in ("esoph", "mixed", "rare", "pages") for t in ta.load(shared / "corpus" / folder)]
    return [(trial, _decide(trial)) for trial in trials]


@cache
def _decide(trial):
    return ta.classify(trial)


def _entry(trial, line):
    text = trial.eligibility or "Inclusion Criteria:\n"
    head = re.search(r"(?im)^.*(?:inclusion criteria|disease characteristics).*$", text)
    at = head.end() if head else 0
    return msgspec.structs.replace(trial, eligibility=f"{text[:at]}\n\n* {line}\n\n{text[at:]}")


def _excluded(trial, line):
    return msgspec.structs.replace(trial, eligibility=f"{trial.eligibility or ''}\n\nExclusion Criteria:\n\n* {line}")


def _described(trial, line):
    return msgspec.structs.replace(trial, description=f"{trial.description or ''}\n\n{line}")


def _rewritten(trial, pattern, put):
    def walk(value):
        if isinstance(value, str):
            return re.sub(pattern, put, value)
        if isinstance(value, tuple):
            return tuple(walk(v) for v in value)
        if isinstance(value, (Arm, Intervention, Outcome)):
            kept = {k: walk(getattr(value, k)) for k in value.__struct_fields__ if k != "kind"}
            return type(value)(**kept, kind=getattr(value, "kind", None))
        return value

    names = (
        "brief_title official_title acronym summary description design eligibility conditions keywords arms interventions outcomes"
    ).split()
    return msgspec.structs.replace(trial, findings=(), **{n: walk(getattr(trial, n)) for n in names})


def _missed(corpus, chosen, change, expected):
    tried = [(t, d) for t, d in corpus if chosen(d)]
    after = [(t, d, ta.classify(change(t))) for t, d in tried]
    missed = [
        f"{t.id or t.title[:40]}: {d.primary} → {a.primary} ({a.rule})" for t, d, a in after if not expected(d, a)
    ]
    assert tried
    assert len(missed) <= max(1, FAILURES * len(tried)), missed


def _has(decision, axis, *values):
    return axis in decision.axes and decision.axes[axis].value in values


def test_a_cap_put_in_makes_metastatic_trials_oligometastatic(corpus):
    _missed(
        corpus,
        lambda d: (
            d.primary in ("consolidative_crt", "firstline_rt_systemic") and _has(d, "setting", "m1", "m1_de_novo")
        ),
        lambda t: _entry(t, "No more than 3 metastases"),
        lambda d, a: a.primary == "oligomet_local_rt" and a.axes["max_metastases"].value == "3",
    )


def test_a_gate_put_in_makes_first_line_trials_consolidative(corpus):
    _missed(
        corpus,
        lambda d: d.primary == "firstline_rt_systemic" and _has(d, "setting", "m1", "m1_de_novo"),
        lambda t: _entry(t, "No progression after 4 cycles of chemotherapy"),
        lambda d, a: a.primary == "consolidative_crt",
    )


def test_a_gate_put_in_leaves_curative_trials_definitive(corpus):
    _missed(
        corpus,
        lambda d: d.primary == "definitive_crt" and _has(d, "setting", "m0", "m0_unresectable"),
        lambda t: _entry(t, "No progression after 2 cycles of induction chemotherapy"),
        lambda d, a: a.primary == "definitive_crt" and "consolidative_crt" in a.secondary,
    )


def test_an_operation_put_in_makes_curative_trials_neoadjuvant(corpus):
    _missed(
        corpus,
        lambda d: d.primary == "definitive_crt" and "surgery" not in d.axes,
        lambda t: msgspec.structs.replace(
            t, summary=f"{t.summary or ''}\n\nAll patients have chemoradiotherapy followed by surgery six weeks later."
        ),
        lambda d, a: a.primary == "neoadjuvant_rt",
    )


def test_radiotherapy_taken_away_leaves_no_radiotherapy(corpus):
    words = (
        r"(?i)\b[\w-]*(?:radio(?:-| )?\w+|radiat\w+|irradiat\w+|chemo-?radi\w+|brachy\w*|stereotactic|gamma|cyber\w*|proton\w*|seed\w*|low-LET|photon|electron|cobalt|tomotherapy|teletherapy)"
        r"|\b(?:C?CRT|n?CRT|RT|XRT|EBRT|[A-Z]*SBRT|SABR|SAbR|SRS|SRT|IMRT|VMAT|IGRT|[LC]F?D?RT|LRRT|PORT|PCI|TBI|BNCT|WBRT|HDR|GTV|PTV|CTV)\b"
        r"|\d[\d.,]*\s*-?(?:c?Gy(?:-Eq)?|Gray)\b"
    )
    _missed(
        corpus,
        lambda d: d.primary not in ("unclear", "no_rt"),
        lambda t: _rewritten(t, words, "treatment"),
        lambda d, a: a.primary in ("no_rt", "unclear"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "Prior radiotherapy",
        "Salvage surgery or re-irradiation in the past",
        "Oligometastatic prostate cancer as a second tumour",
        "Receiving palliative radiotherapy for bone pain",
    ],
)
def test_an_exclusion_put_in_changes_no_label(corpus, line):
    _missed(corpus, lambda d: True, lambda t: _excluded(t, line), lambda d, a: a.primary == d.primary)


@pytest.mark.parametrize(
    "line",
    [
        "RATIONALE: In oligometastatic disease, stereotactic radiotherapy of all lesions has been studied elsewhere.",
        "BACKGROUND: Salvage chemoradiotherapy after local recurrence is used elsewhere, and low-dose radiotherapy in others.",
        "BACKGROUND: Neoadjuvant chemoradiotherapy followed by surgery is a standard in other stages.",
    ],
)
def test_a_rationale_put_in_changes_no_label(corpus, line):
    _missed(corpus, lambda d: True, lambda t: _described(t, line), lambda d, a: a.primary == d.primary)


def test_concomitant_palliation_changes_no_label(corpus):
    line = "Palliative radiotherapy of painful bone lesions is permitted as concomitant care."
    _missed(corpus, lambda d: True, lambda t: _excluded(t, line), lambda d, a: a.primary == d.primary)


def test_other_numbers_and_sponsors_change_nothing(corpus):
    _missed(
        corpus,
        lambda d: True,
        lambda t: msgspec.structs.replace(
            t, ids=("NCT99999999",), other_ids=(), sponsor="A hospital", collaborators=(), countries=()
        ),
        lambda d, a: (a.primary, a.secondary, a.rule) == (d.primary, d.secondary, d.rule),
    )
