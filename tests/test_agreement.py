"""Agreement with a reader: matching, counting and intervals."""

import json
from types import SimpleNamespace

import msgspec
import pytest

from trial_atlas.decide.agreement import (
    class_scores,
    cohen_kappa,
    compare_with_reader,
    load_gold,
    match_rows,
    what_changed,
)
from trial_atlas.decide.classify import classify
from trial_atlas.decide.rules import STRATEGIES, as_trial, load_rulebook
from trial_atlas.record import Evidence, ReadError, Source, Trial


def trial(number=None, file="a.json", **parts):
    return Trial(
        source=Source(form="example", file=file),
        ids=(number,) if number else (),
        **parts,
    )


def decision(primary, *, secondary=(), flags=(), timing=None, salvage_after=None, evidence=()):
    axes = {"timing": SimpleNamespace(value=timing)} if timing else {}
    return SimpleNamespace(
        primary=primary,
        secondary=secondary,
        flags=flags,
        axes=axes,
        salvage_after=salvage_after,
        evidence=evidence,
        asked={},
        rule="R",
        because="B",
        candidates=(),
    )


def row(number, primary, confidence="high", **more):
    return {
        "nct_id": number,
        "strategy_primary": primary,
        "confidence": confidence,
        **more,
    }


def run(labels, **options):
    rows = [row(f"NCT{i:08d}", theirs) for i, (theirs, _) in enumerate(labels)]
    read = [(trial(f"NCT{i:08d}"), decision(ours)) for i, (_, ours) in enumerate(labels)]
    return compare_with_reader(rows, read, draws=50, **options)


def test_perfect_agreement():
    found = run([("no_rt", "no_rt")] * 3 + [("salvage_crt", "salvage_crt")] * 4)
    assert (found.macro_f1, found.macro_interval, found.right, found.disagreements) == (
        1.0,
        (1.0, 1.0),
        7,
        (),
    )


def test_totals_balance():
    found = run(
        [
            ("a", "a"),
            ("a", "b"),
            ("a", "unclear"),
            ("unclear", "unclear"),
            ("unclear", "a"),
        ]
    )
    assert found.right + found.wrong + found.abstained == found.scored == 5
    assert (found.right, found.wrong, found.abstained) == (2, 2, 1)
    assert sum(n for _, _, n in found.confusion) == found.scored
    assert len(found.disagreements) == found.wrong + found.abstained


def test_macro_leaves_rare_classes_out():
    found = run([("a", "a")] * 3 + [("b", "a")] * 2)
    assert found.macro_classes == ("a",)
    assert found.macro_f1 == pytest.approx(2 * 3 / (3 + 5))


def test_nothing_to_score():
    found = compare_with_reader([row("NCT1", "a", "low")], [(trial("NCT1"), decision("a"))])
    assert (found.scored, found.macro_f1, found.macro_interval) == (0, None, None)
    assert "not defined" in found.summary


def test_class_never_named_has_no_precision():
    score = class_scores([("a", "b")])
    assert (score["a"].precision, score["a"].recall, score["a"].f1) == (None, 0.0, 0.0)
    assert (score["b"].precision, score["b"].recall) == (0.0, None)


def test_number_beats_file_name():
    rows = [{"nct_id": "NCT2", "record": "x/a.json", "strategy_primary": "a"}]
    matched, missing = match_rows(rows, [(trial("NCT1", "a.json"), 1), (trial("nct2", "b.json"), 2)])
    assert [reading for _, _, reading in matched] == [2] and not missing


def test_file_with_two_records_matches_no_row():
    rows = [{"nct_id": None, "record": "x/a.json", "strategy_primary": "a"}]
    assert match_rows(rows, [(trial(), 1), (trial(), 2)]) == ([], ["x/a.json"])


def test_a_trial_read_twice_counts_once():
    found = compare_with_reader(
        [row("NCT1", "a")],
        [(trial("NCT1"), decision("a")), (trial("NCT1"), decision("b"))],
    )
    assert (found.scored, found.right) == (1, 1)


def test_recurrence_may_stand_as_upfront():
    rows = [
        row("NCT1", "a", rt_timing="upfront_concurrent"),
        row("NCT2", "a", rt_timing="unclear"),
    ]
    read = [
        (trial("NCT1"), decision("a", timing="at_recurrence")),
        (trial("NCT2"), decision("a", timing="gated")),
    ]
    timing = compare_with_reader(rows, read).timing
    assert (timing.reader, timing.atlas, timing.both) == (1, 2, 1)


def test_false_evidence_is_counted():
    record = trial("NCT1", summary="word " * 100)
    pieces = (
        ("setting", record.quote("summary", 0, 4)),
        ("setting", Evidence("summary", 0, 4, "Word")),
        ("setting", record.quote("summary", 0, 301)),
        ("setting", Evidence("nowhere", 0, 4, "word")),
    )
    found = compare_with_reader([row("NCT1", "a")], [(record, decision("a", evidence=pieces))])
    assert (found.evidence, found.evidence_held) == (4, 1)


def test_two_runs_agree():
    labels = [("a", "a"), ("a", "b"), ("b", "b"), ("b", "a")] * 3
    assert msgspec.to_builtins(run(labels)) == msgspec.to_builtins(run(labels))


def test_html_is_escaped():
    assert "<script>" not in run([("<script>", "a")])._repr_html_()


def test_what_changed_of_equal_runs_is_empty():
    run_one = {"A": decision("a")}
    assert what_changed(run_one, run_one).empty


@pytest.mark.parametrize("text", ["[1]", '"x"', "{", '{"nct_id": 1}', '{"strategy_primary": "a"}'])
def test_damaged_gold_is_refused(tmp_path, text):
    (tmp_path / "gold.jsonl").write_text(text)
    with pytest.raises(ReadError, match="line 1"):
        load_gold(tmp_path / "gold.jsonl")


def gold(tmp_path, **row):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"nct_id": "NCT00000001", "strategy_primary": "no_rt"} | row))
    return load_gold(path)[0]


def test_a_shown_name_is_its_code(tmp_path):
    for code, (name, _) in STRATEGIES.items():
        for word in (code, name, name.upper(), code.replace("_", "-")):
            found = gold(tmp_path, strategy_primary=word, strategy_secondary=[word], confidence="Low")
            assert (found["strategy_primary"], found["strategy_secondary"]) == (code, [code])
            assert found["confidence"] == "low"


@pytest.mark.parametrize(
    "slip",
    [
        {"strategy_primary": "consolidativ CRT"},
        {"strategy_primary": ""},
        {"strategy_secondary": ["no_rt", "crt"]},
        {"strategy_secondary": [None]},
        {"confidence": "lwo"},
        {"rt_timing": "upfront"},
        {"salvage_after": 3},
        {"nct_id": 12345678},
    ],
)
def test_a_slip_of_the_pen_is_refused_with_its_line(tmp_path, slip):
    with pytest.raises(ReadError, match=r"gold.jsonl line 1: (found|names no record)"):
        gold(tmp_path, **slip)


def test_few_cases_have_a_wide_interval():
    found = run([("a", "a")] + [("b", "b")] * 40)
    wide = {c.code: c.high - c.low for c in found.classes}
    assert wide["a"] > 0.5 and 0 < wide["b"] < 0.1
    assert all(c.low <= c.f1 <= c.high for c in run([("a", "b"), ("a", "a"), ("b", "a")]).classes)
    assert "1.000 to 1.000" not in found.summary


def test_a_disagreement_quotes_what_decided():
    record = as_trial(
        "include: Stage IVB disease, no progression after chemotherapy / arm: Radiotherapy, 50 Gy in 25 fractions"
    )
    read = classify(record)
    (found,) = compare_with_reader(
        [row("NCT1", "no_rt")], [(msgspec.structs.replace(record, ids=("NCT1",)), read)]
    ).disagreements
    asked = load_rulebook().rule(read.rule).asked()
    assert set(found.words) == {e.words for name, e in read.evidence if name in asked} and found.words
    assert len(found.words) < len({e.words for _, e in read.evidence})


def test_gold_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "gold.jsonl").write_text("{}", encoding="utf-16")
    with pytest.raises(ReadError, match="UTF-8"):
        load_gold(tmp_path / "gold.jsonl")


def test_the_readers_rows_load(shared):
    rows = load_gold(shared / "gold" / "dev.jsonl")
    text = (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8")
    assert len(rows) == sum(bool(json.loads(line)) for line in text.splitlines())


@pytest.mark.parametrize(
    "pairs, expected",
    [
        ({"aa": 45, "ab": 15, "ba": 25, "bb": 15}, 0.1304),  # By hand: p 0.60, e 0.54
        ({"aa": 25, "ab": 35, "ba": 5, "bb": 35}, 0.2593),  # The same p with other habits: e 0.46
        ({"aa": 1, "bb": 1, "cc": 1}, 1.0),
        ({"ab": 5, "ba": 5}, -1.0),
    ],
)
def test_kappa_takes_off_what_habit_alone_would_give(pairs, expected):
    labels = [tuple(pair) for pair, times in pairs.items() for _ in range(times)]
    kappa, low, high = cohen_kappa(labels)
    assert kappa == pytest.approx(expected, abs=1e-4) and low <= kappa <= high and low < high
    assert cohen_kappa([(b, a) for a, b in labels]) == pytest.approx((kappa, low, high)), "neither side is the first"


def test_kappa_stands_in_the_summary_or_is_said_to_be_undefined():
    alike = compare_with_reader([row("NCT1", "a")], [(trial("NCT1"), decision("a"))])
    assert alike.kappa is None and "kappa not defined" in alike.summary
    rows, read = (
        [row("NCT1", "a"), row("NCT2", "b")],
        [(trial(f"NCT{i}"), decision(x)) for i, x in ((1, "a"), (2, "b"))],
    )
    found = compare_with_reader(rows, read)
    assert found.kappa[0] == 1.0 > found.kappa[1] and "Cohen's kappa 1.00 (95 % " in found.summary
