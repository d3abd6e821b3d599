"""The command line as people and scripts meet it: one process a test, bad input included."""

import csv
import importlib
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import duckdb
import msgspec
import pytest

from trial_atlas.decide.classify import classify
from trial_atlas.decide.rules import STRATEGIES
from trial_atlas.extract.phrases import vocabulary
from trial_atlas.extract.regimen import extract_doses
from trial_atlas.read.limits import aside
from trial_atlas.read.lines import json_line
from trial_atlas.read.load import load
from trial_atlas.record import Evidence, ReadError, Source, Trial
from trial_atlas.run import cli, terminal
from trial_atlas.run.atlas import atlas_tables, write_figures
from trial_atlas.run.store import read_store, write_store
from trial_atlas.run.terminal import Pace

COMMAND = [sys.executable, "-m", "trial_atlas.run.cli"]
KEYS = {"ids", "source", "primary", "secondary", "flags", "confidence", "rule", "axes", "regimens", "evidence"}
REGIMEN_KEYS = {"arm", "phase", "target", "total_dose_gy", "fractions", "dose_per_fraction_gy", "technique", "quote"}
FIVE = {  # Registry number, and what the taxonomy says of the record: primary, secondary, some of its flags
    "NCT05512520": ("consolidative_crt", set(), {"ici"}),
    "NCT05978193": ("upfront_ldrt_cfrt", set(), {"ici", "ldrt"}),
    "NCT07016737": ("salvage_crt", set(), {"ici", "rt_optional", "reirradiation"}),
    "NCT06478355": ("firstline_rt_systemic", {"definitive_crt"}, {"ici"}),
    None: ("oligomet_local_rt", {"consolidative_crt"}, {"ici"}),
}
STUDY = {
    "protocolSection": {
        "identificationModule": {"nctId": "NCT00000001", "briefTitle": "Radiotherapy for <script>alert(1)</script>"},
        "descriptionModule": {"briefSummary": "Radiotherapy of 50 Gy in 25 fractions is given to the primary tumor."},
        "eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\n\n* Unresectable disease, M0"},
    }
}


def run(*arguments, stdin=b"", cwd=None):
    "Run one command; nothing it says may be a traceback."
    done = subprocess.run([*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, timeout=120)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def rows(text):
    return [json.loads(line) for line in text.split("\n") if line]


def found(heard):
    "The totals of the closing line: found, read, set aside."
    line = next(line for line in heard.splitlines() if " found: " in line)
    return [int(word) for word in line.replace(",", "").replace(":", "").split() if word.isdigit()]


@pytest.fixture
def study(tmp_path):
    path = tmp_path / "study.json"
    path.write_text(json.dumps(STUDY))
    return path


BAD = {
    "empty.json": b"",
    "empty.txt": b"",
    "torn.json": json.dumps(STUDY).encode()[:-9],
    "utf16.json": json.dumps(STUDY).encode("utf-16"),
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "picture.json": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "page.txt": b"A page of nothing in particular.\n\nIt lists no trial.\n",
    "list.json": b"[1, 2, 3]",
    "null.json": b"null",
    "deep.json": b"[" * 100_000,
    "latin.txt": "Étude à été".encode("latin-1"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_set_aside_or_read_but_never_lost(tmp_path, study, name):
    (tmp_path / name).write_bytes(BAD[name])
    code, out, heard = run("classify", tmp_path / name, study)
    total, read, aside = found(heard)
    assert code == 0 and total == read + aside and read == len(rows(out)) >= 1
    assert any("NCT00000001" in row["ids"] for row in rows(out)), "the rest goes on"
    if name not in ("utf16.json", "latin.txt"):
        assert aside >= 1 and f"set aside: {tmp_path / name}" in heard or name in heard


@pytest.mark.parametrize("name", ["torn.json", "picture.png", "page.txt"])
def test_strict_fails_where_a_record_is_set_aside(tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    assert run("classify", "--strict", tmp_path / name)[0] == 1


def test_strict_passes_where_all_was_read(study):
    assert run("classify", "--strict", study)[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["classify", "nowhere.json"],
        ["classify", "nowhere.json", "--out", "x.jsonl"],
        ["classify"],
        ["paint"],
        ["build", "--colour"],
        ["build", "nowhere"],
        ["compare", "."],
        ["compare", "--gold", "nowhere.jsonl", "."],
        ["screen", "nowhere"],
    ],
)
def test_wrong_use_is_one_sentence_and_code_2(tmp_path, arguments):
    code, out, heard = run(*arguments, cwd=tmp_path)
    assert (code, out) == (2, "")
    assert len(heard.strip().splitlines()) == 1 and heard.startswith("trial-atlas: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["classify", "screen"])
def test_output_that_cannot_be_written(tmp_path, study, command):
    (tmp_path / "file").write_text("in the way")
    code, _, heard = run(command, study, "--out", tmp_path / "file" / "out.jsonl")
    assert code == 2 and len(heard.strip().splitlines()) == 1
    code, _, heard = run(command, study, "--out", tmp_path)
    assert code == 2 and len(heard.strip().splitlines()) == 1


def test_build_refuses_a_folder_that_cannot_be_made(tmp_path, study):
    (tmp_path / "file").write_text("in the way")
    assert run("build", study, "--out", tmp_path / "file")[0] == 2
    assert run("build", study, "--out", tmp_path / "file" / "atlas")[0] == 2


def test_disk_full_is_a_sentence(study):
    if not Path("/dev/full").exists():
        pytest.skip("this machine has no /dev/full")
    code, _, heard = run("classify", study, "--out", "/dev/full")
    assert code == 2 and "/dev/full" in heard


def test_nothing_half_written_is_left(tmp_path, study):
    run("classify", study, "--out", tmp_path / "out.jsonl")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "study.json"]
    assert len(rows((tmp_path / "out.jsonl").read_text())) == 1


def test_classify_writes_the_documented_shape(study):
    _, out, _ = run("classify", study)
    (row,) = rows(out)
    assert row.keys() >= KEYS and all(regimen.keys() >= REGIMEN_KEYS for regimen in row["regimens"])
    assert row["ids"] == ["NCT00000001"] and "study.json" in row["source"]
    assert 0 <= row["confidence"] <= 1
    assert all(piece.keys() == {"axis", "field", "start", "end", "words"} for piece in row["evidence"])
    (regimen,) = row["regimens"]
    assert (regimen["total_dose_gy"], regimen["fractions"]) == ([50, 50], [25, 25])
    assert regimen["dose_per_fraction_gy"] is None, "what the record leaves to be divided out is not stated"


def test_standard_input(study):
    assert rows(run("classify", "-", stdin=study.read_bytes())[1])[0]["ids"] == ["NCT00000001"]


def test_standard_output_carries_only_data(study):
    _, out, heard = run("classify", study)
    assert len(rows(out)) == 1 and "found" in heard and "found" not in out


def test_reader_that_leaves_early(tmp_path, study):
    (tmp_path / "many.ndjson").write_bytes(b"\n".join([json.dumps(STUDY).encode()] * 2000))
    with subprocess.Popen(
        [*COMMAND, "classify", tmp_path / "many.ndjson"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        heard = process.stderr.read()
    assert (process.returncode, heard) == (0, b"")


@pytest.mark.parametrize("name, code", [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_interrupt_ends_in_a_sentence(tmp_path, name, code):
    signum = getattr(signal, name)
    before = signal.signal(signum, signal.SIG_DFL)  # What is ignored here, as after nohup, would be ignored there
    try:
        process = subprocess.Popen(
            [*COMMAND, "classify", "-", "--out", tmp_path / "out.jsonl"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
        )
    finally:
        signal.signal(signum, before)
    with process:
        process.stdin.write(b"{")
        process.stdin.flush()
        deadline = time.monotonic() + 20
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signum)
        heard = process.stderr.read()
    assert process.returncode == code and b"Traceback" not in heard and b"stopped" in heard
    assert list(tmp_path.iterdir()) == []


def test_a_signal_that_is_ignored_stays_so():
    "As after nohup: the terminal may be closed and the work goes on."
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with terminal.told_to_stop() as came:
            signal.raise_signal(signal.SIGHUP)
        assert not came and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_version_and_help():
    assert run("--version")[1].startswith("trial-atlas ")
    for command in ("build", "classify", "compare", "screen"):
        assert run(command, "--help")[0] == 0


def test_screen_keeps_what_classify_reads_again(tmp_path, study):
    other = json.loads(json.dumps(STUDY).replace("Radiotherapy", "Aspirin").replace("50 Gy", "50 mg"))
    other["protocolSection"]["identificationModule"]["nctId"] = "NCT00000002"
    both = tmp_path / "both.ndjson"
    both.write_text(json.dumps(STUDY) + "\n" + json.dumps(other) + "\n")
    code, out, heard = run("screen", both)
    assert code == 0 and len(rows(out)) == 1 and found(heard)[:2] == [2, 2]
    kept = tmp_path / "kept.ndjson"
    kept.write_text(out)
    again, straight = rows(run("classify", kept)[1]), rows(run("classify", study)[1])
    drop = {"source"}
    assert [{k: v for k, v in row.items() if k not in drop} for row in again] == [
        {k: v for k, v in row.items() if k not in drop} for row in straight
    ]


def _said(text):
    return Trial(source=Source(form="text"), description=text)


def _made_up_texts():
    "Every made-up text of the tests that may hold a dose."
    folder = Path(__file__).parent
    for name in ("texts", "signs"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
    for line in (folder / "prose.jsonl").read_text(encoding="utf-8").splitlines():
        yield " ".join(sentence for sentence, *_ in json.loads(line)["sentences"])


def test_whatever_has_a_regimen_passes_the_screen():
    "The screen must not be finer than what is read afterwards: what it drops is never seen again."
    texts = list(_made_up_texts())
    dropped = [text for text in texts if not cli.names_radiotherapy(_said(text))]
    assert len(texts) > 2000 and not [text for text in dropped if extract_doses(text)]
    units = "Gy gy gray Grays GREY cGy centigray GyE CGE CGyE GyRBE Gy(RBE) Gy10 rads Gray-equivalent 戈瑞 Ｇｙ".split()
    shapes = "PBT, 60 {} in 30 fractions|PTV 60{}/30 fractions|(60-{}, thirty fractions)|a 60-{} course".split("|")
    for text in (shape.format(unit) for unit in (*units, "Gy (RBE)", "cobalt gray equivalents") for shape in shapes):
        assert cli.names_radiotherapy(_said(text)) or not extract_doses(text), text


def test_whatever_is_labelled_passes_the_screen():
    for path in sorted((Path(__file__).parent / "written").glob("*.ndjson")):
        dropped = [trial for trial in load(path) if not cli.names_radiotherapy(trial)]
        assert not [t.id for t in dropped if classify(t).primary not in ("no_rt", "unclear")]


@pytest.mark.parametrize("word", [*vocabulary()["words"]["rt"], *vocabulary()["words"]["crt"]])
def test_every_word_of_the_rules_for_radiotherapy_passes_the_screen(word):
    said = re.sub(r"\((\w+)\*?\|[^()]*\)", r"\1", word).replace("*", "")
    assert cli.names_radiotherapy(_said(f"Patients have {said} on each day."))


@pytest.mark.parametrize(
    "text, named",
    [
        ("Bestrahlung beim Ösophaguskarzinom", True),
        ("Radioterapia hipofraccionada", True),
        ("Лучевая терапия рака", True),
        ("食管癌同步放化疗", True),
        ("食道がんに対する化学放射線療法", True),
        ("放射線治療 総線量60グレイ", True),
        ("放射科医师", False),
        ("质子泵抑制剂", False),
        ("a proton-pump inhibitor", False),
        ("RT-PCR of the gray matter, BI-RADS 4", False),
        ("sixty Gray", True),
    ],
)
def test_screen_knows_the_word_in_other_languages(text, named):
    assert cli.names_radiotherapy(_said(text)) is named


def test_screen_takes_time_in_proportion_to_a_text():
    took = []
    for size in (200_000, 800_000):
        began = time.process_time()
        assert not any(cli.names_radiotherapy(_said(sign * size)) for sign in ("a", "1", "a ", "9,", "é", "x-"))
        took.append(time.process_time() - began)
    assert took[1] < 8 * took[0] + 0.5


def test_atlas_of_the_packaged_snapshot(tmp_path):
    code, out, heard = run("build", "--out", tmp_path / "atlas")
    assert code == 0 and found(heard) == [len(load()), len(load()), 0]
    atlas = tmp_path / "atlas"
    assert (atlas / "atlas.duckdb").is_file() and (atlas / "index.html").is_file()
    for table in ("trials", "axes", "evidence", "regimens", "agents", "blocks", "findings", "set_aside"):
        assert (atlas / "tables" / f"{table}.csv").is_file() and (atlas / "tables" / f"{table}.parquet").is_file()
    for figure in ("arm_timelines", "evidence_matrix", "strategy_counts"):
        assert all((atlas / "figures" / f"{figure}.{form}").stat().st_size for form in ("html", "svg", "png"))
    assert all(str(atlas) in line for line in out.splitlines())


def test_build_goes_on_past_bad_files_and_keeps_scripts_as_text(tmp_path, study):
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    code, _, heard = run("build", tmp_path, "--out", tmp_path / "out")
    total, read, aside = found(heard)
    assert code == 0 and total == read + aside and aside >= 5
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.html")]
    assert pages and not [page for page in pages if "<script>alert(1)" in page]


@pytest.mark.parametrize("more", [[], ["--store-only"], ["--strict"]])
def test_build_refuses_where_nothing_can_be_read(tmp_path, study, more):
    out, empty = tmp_path / "out", tmp_path / "empty"
    empty.mkdir()
    code, told, heard = run("build", empty, "--out", out, *more)
    assert (code, told) == (2, "") and "empty: found no record that can be read" in heard
    assert len(heard.splitlines()) == 1 and not list(out.iterdir())
    assert run("build", study, "--out", out)[0] == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (empty / "torn.json").write_bytes(BAD["torn.json"])
    code, told, heard = run("build", empty, "--out", out, *more)
    assert (code, told) == (2, "") and "1 set aside, the first because torn.json" in heard
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_a_build_that_is_stopped_says_what_is_new(tmp_path, study, monkeypatch, capsys):
    def stop(*_, **__):
        raise KeyboardInterrupt

    out = tmp_path / "out"
    assert run("build", study, "--out", out)[0] == 0
    (tmp_path / "later.json").write_text(json.dumps(STUDY).replace("NCT00000001", "NCT00000002"))
    monkeypatch.setattr("trial_atlas.show.site.write_site", stop)
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", str(tmp_path / "later.json"), "--out", str(out)])
    heard = capsys.readouterr().err
    assert ended.value.code == 130 and "Type the same command again to finish" in heard
    assert (
        "new so far: figures, tables, store. Not finished" in heard
        and "left them where there was one: pages, feed." in heard
    )
    assert (
        "NCT00000001" in (out / "index.html").read_text() and "NCT00000002" in (out / "tables/trials.csv").read_text()
    )
    monkeypatch.undo()
    assert run("build", tmp_path / "later.json", "--out", out)[0] == 0
    assert "NCT00000002" in (out / "index.html").read_text()


def test_a_build_that_is_stopped_while_it_draws_leaves_the_figures(tmp_path, study):
    "The message says that they are as an earlier build left them."
    trials = load(study)
    decisions = [classify(trial) for trial in trials]
    tables, drawn = atlas_tables(trials, decisions) | {"set_aside": []}, []
    before = {name: name.encode() for name in ("dose_plane.png", "strategy_counts.svg", "own.txt")}
    for name, data in before.items():
        (tmp_path / name).write_bytes(data)

    def step():
        drawn.append(None)
        if len(drawn) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_figures(trials, decisions, tables, tmp_path, step)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir() if p != study} == before
    files = write_figures(trials, decisions, tables, tmp_path, step)
    assert {"dose_plane.png", "strategy_counts.svg"} <= {file.name for file in files}
    left = {p.name: p.read_bytes() for p in tmp_path.iterdir() if p != study}
    assert left.keys() == {"own.txt", *(file.name for file in files)}
    assert not [name for name in left if name != "own.txt" and left[name] == before.get(name)]


def failing_for(number, really):
    "A function that does what it did, but for one trial."

    def run_it(trial, *more, **known):
        if trial.id == number:
            raise OverflowError("odd words")
        return really(trial, *more, **known)

    return run_it


@pytest.mark.parametrize("where", ["trial_atlas.study.schedule.schedule", "trial_atlas.show.site.trial_context"])
def test_a_record_that_cannot_be_shown_ends_no_build(tmp_path, study, monkeypatch, capsys, where):
    (tmp_path / "later.json").write_text(json.dumps(STUDY).replace("NCT00000001", "NCT00000002"))
    module, name = where.rsplit(".", 1)
    failing = failing_for("NCT00000002", getattr(importlib.import_module(module), name))
    monkeypatch.setattr(where, failing)
    monkeypatch.setattr("trial_atlas.show.tables.schedule", failing) if name == "schedule" else None
    out = tmp_path / "out"
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", str(study), str(tmp_path / "later.json"), "--out", str(out)])
    heard = capsys.readouterr().err
    told = [line for line in heard.splitlines() if line.startswith("not shown in full: ")]
    assert not ended.value.code and found(heard) == [2, 2, 0]
    assert len(told) == 1 and "later.json" in told[0] and "OverflowError: odd words" in told[0]
    whole, faulty = ((out / "trials" / f"NCT0000000{n}.html").read_text() for n in (1, 2))
    assert "odd words" in faulty and "odd words" not in whole
    assert "NCT00000002" in (out / "tables" / "trials.csv").read_text()
    assert ("not_laid_out" in (out / "tables" / "findings.csv").read_text()) == (name == "schedule")


def test_a_build_that_a_fault_ends_says_what_is_new_and_where(tmp_path, study, monkeypatch, capsys):
    from trial_atlas.show import site

    (tmp_path / "later.json").write_text(json.dumps(STUDY).replace("NCT00000001", "NCT00000002"))
    monkeypatch.setattr(site, "links_of", failing_for("NCT00000002", lambda *_: ()))
    monkeypatch.setattr(site, "related", lambda *_, **__: [[], []])
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", str(study), str(tmp_path / "later.json"), "--out", str(tmp_path / "out")])
    heard = capsys.readouterr().err
    assert ended.value.code == 2 and "new so far: figures, tables, store. Not finished" in heard
    assert "The record last in hand: later.json." in heard and "OverflowError: odd words" in heard
    assert "Type the same command again" not in heard


def test_figures_of_an_earlier_run_go(tmp_path):
    old = tmp_path / "out" / "figures" / "dose_plane.png"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    silent = tmp_path / "silent.json"
    silent.write_text(json.dumps(STUDY).replace("50 Gy in 25 fractions", "a usual dose"))
    assert run("build", silent, "--out", tmp_path / "out")[0] == 0 and not old.exists()


@pytest.mark.parametrize("name", ["kept.parquet", "KEPT.PARQUET"])
def test_screen_to_parquet(tmp_path, study, name):
    assert run("screen", study, "--out", tmp_path / name)[0] == 0
    assert duckdb.execute("SELECT id FROM read_parquet(?)", [str(tmp_path / name)]).fetchall() == [("NCT00000001",)]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([name, "study.json"])


def test_seed_pages_come_out_as_the_taxonomy_says(shared):
    code, out, heard = run("classify", shared / "seeds")
    assert code == 0 and found(heard) == [5, 5, 0]
    for row in rows(out):
        primary, secondary, flags = FIVE[row["ids"][0] if row["ids"] else None]
        assert row["primary"] == primary and set(row["secondary"]) == secondary and set(row["flags"]) >= flags


def test_seed_evidence_stands_where_it_says(shared):
    trials = {str(trial.source): trial for trial in load(shared / "seeds")}
    for row in rows(run("classify", shared / "seeds")[1]):
        trial = trials[row["source"]]
        for piece in row["evidence"]:
            piece.pop("axis")
            assert trial.holds(Evidence(**piece)) and 0 < piece["end"] - piece["start"] <= 300
            assert piece["end"] - piece["start"] < len(trial.text(piece["field"])) or len(piece["words"]) < 120


def test_compare_reports_for_people_and_programs(shared):
    gold, corpus = shared / "gold" / "dev.jsonl", shared / "corpus"
    code, out, _ = run("compare", "--gold", gold, corpus)
    assert code == 0 and "macro-F1" in out and "\nall agents " in out
    code, out, _ = run("compare", "--gold", gold, corpus, "--json")
    found = json.loads(out)
    report = found["strategy"]
    assert found["agents"]["quotes"][0] == found["agents"]["quotes"][1] > 0
    assert code == 0 and report["evidence"] == report["evidence_held"] and not report["missing"]
    assert report["right"] + report["wrong"] + report["abstained"] == report["scored"]


def test_compare_leaves_out_what_the_reader_did_not_note(tmp_path, study):
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"nct_id": "NCT00000001", "strategy_primary": "unclear", "chemo": []}\n')
    assert "\nall agents " in run("compare", study, "--gold", gold)[1]
    gold.write_text('{"nct_id": "NCT00000001", "strategy_primary": "unclear"}\n')
    assert "agents" not in run("compare", study, "--gold", gold)[1]
    assert json.loads(run("compare", study, "--gold", gold, "--json")[1])["agents"] is None
    gold.write_text('{"nct_id": "NCT00000001", "strategy_primary": "unclear", "ici": "nivolumab"}\n')
    code, out, heard = run("compare", study, "--gold", gold)
    assert (code, out) == (2, "") and "ici is a list of names" in heard


LABELS = [
    {"nct_id": "NCT00000001", "strategy_primary": "salvage_crt", "flags": ["ici", "ln_focus"], "confidence": "high"},
    {"record": "a b.txt", "strategy_primary": "no_rt", "ici": [], "why": "It says; so, it seems"},
]
HEAD = ["nct_id", "record", "Strategy_Primary", "flags", "ici", "confidence", "why", "my notes"]
CELLS = [
    ["NCT00000001", "", "salvage CRT", "ici; ln_focus", "", "HIGH", "", "x"],
    ["", "a b.txt", "no_rt", "", "[]", "", "It says; so, it seems", ""],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("mark, ends", [(",", "\n"), (";", "\r\n"), ("\t", "\n")])
@pytest.mark.parametrize("name", ["gold.csv", "gold"])
def test_labels_in_a_table_are_the_labels_in_lines(name, mark, ends, encoding, tmp_path):
    (tmp_path / "gold.jsonl").write_bytes(b"".join(map(json_line, LABELS)))
    with (tmp_path / name).open("w", encoding=encoding, newline="") as file:
        rows = csv.writer(file, delimiter=mark, lineterminator=ends)
        rows.writerows([HEAD, CELLS[0], [""] * len(HEAD), CELLS[1]])
    expected = cli.read_labels(tmp_path / "gold.jsonl")
    found = cli.read_labels(tmp_path / name)
    assert [{k: v for k, v in row.items() if k != "my notes"} for row in found] == expected


@pytest.mark.parametrize(
    "raw, told",
    [
        (
            b"nct_id,strategy_primary\nNCT1,no_rt\n\nNCT2,palliativ\n",
            "gold.csv line 4: found strategy_primary 'palliativ'",
        ),
        (b"nct_id,strategy_primary\n,no_rt\n", "gold.csv line 2: names no record"),
        (
            b"number,label\nNCT1,no_rt\n",
            "gold.csv: found the headings number, label; a table of labels is CSV in UTF-8",
        ),
        (b"nct_id,label\nNCT1,no_rt\n", "with the headings strategy_primary and nct_id, or record"),
        (b"nct_id,strategy_primary\n", "holds no row"),
        (b"nct_id,strategy_primary,ici\nNCT1,no_rt,[x\n", "gold.csv line 2: found ici '[x'; a list in brackets"),
        ("nct_id,strategy_primary,why\nNCT1,no_rt,\u00e9\n".encode("cp1252"), "save a sheet as CSV UTF-8"),
        (b"PK\x03\x04\xff\xfe", "save a sheet as CSV UTF-8"),
        (b'nct_id,strategy_primary,why\nNCT1,no_rt,"' + b"x" * 200_000 + b'"\n', "cannot be read as a table"),
    ],
)
def test_a_table_of_labels_that_cannot_be_used_is_refused_with_its_line(raw, told, tmp_path):
    (tmp_path / "gold.csv").write_bytes(raw)
    with pytest.raises(ReadError) as caught:
        cli.read_labels(tmp_path / "gold.csv")
    assert told in str(caught.value) and str(tmp_path / "gold.csv") in str(caught.value)


def test_compare_tells_only_what_the_reader_noted_and_says_what_macro_f1_is(tmp_path, study):
    gold = tmp_path / "gold.csv"
    gold.write_text("nct_id,strategy_primary\nNCT00000001,unclear\n")
    out = run("compare", study, "--gold", gold)[1]
    assert "macro-F1 is the mean over the strategies with at least 3 cases: none has as many" in out
    assert "Cohen's kappa " in out
    assert not any(line.startswith(("secondary:", "flags:", "timing:", "salvage_after:")) for line in out.splitlines())
    gold.write_text("nct_id,strategy_primary,flags\nNCT00000001,unclear,ici\n")
    out = run("compare", study, "--gold", gold)[1]
    assert "\nflags: reader 1, rules " in out and "\ntiming:" not in out


def test_environment_without_a_terminal_or_colours(study):
    environment = os.environ | {"TERM": "dumb", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run([*COMMAND, "classify", study], capture_output=True, env=environment)
    assert done.returncode == 0 and b"\x1b" not in done.stdout + done.stderr


# One trial in several records, and what changed


@pytest.fixture
def copies(tmp_path, study):
    "A study, a later copy of it, and another study."
    later = json.loads(json.dumps(STUDY))
    later["protocolSection"]["statusModule"] = {"overallStatus": "COMPLETED"}
    other = json.loads(json.dumps(STUDY).replace("NCT00000001", "NCT00000002").replace("Radiotherapy", "Surgery"))
    for name, value in (("later.json", later), ("other.json", other)):
        (tmp_path / name).write_text(json.dumps(value))
    return [study, tmp_path / "later.json", tmp_path / "other.json"]


def test_link_tells_which_records_are_one_trial(copies):
    code, out, heard = run("link", *copies)
    assert code == 0 and "3 records of 2 trials" in heard
    assert "linked by number" in out and "words: NCT00000001" in out and "NCT00000002" not in out
    code, out, heard = run("link", "--json", *copies)
    (row,) = rows(out)
    assert row["ids"] == ["NCT00000001"] and len(row["sources"]) == 2
    assert [words["words"] for words in row["links"][0]["words"]] == ["NCT00000001"]
    assert {value["value"] for value in row["conflicts"].get("status", [])} <= {"RECRUITING", "COMPLETED"}


def test_link_tells_a_program_of_near_pairs(tmp_path):
    core = Trial(source=Source(form="example", file="core"), brief_title="A study", other_ids=("2014-003877-40",))
    more = Trial(source=Source(form="example", file="more"), brief_title="An open-label extension of a study")
    more = msgspec.structs.replace(more, ids=("EUCTR2014-003877-40-ES",))
    paths = [tmp_path / "both.ndjson"]
    paths[0].write_bytes(json_line(core) + json_line(more))
    code, out, heard = run("link", "--near", *paths)
    (line,) = out.splitlines()
    assert code == 0 and line.startswith("kept apart: ") and "1 near pair kept apart" in heard
    code, out, heard = run("link", "--near", "--json", *paths)
    (row,) = rows(out)
    assert code == 0 and row.keys() == {"first", "second", "why", "words", "other_words", "against"}
    assert line == f"kept apart: {row['first']} and {row['second']}: {row['against']}" and row["words"]


def test_link_tells_that_two_records_state_two_doses(tmp_path, study):
    (tmp_path / "other.json").write_text(json.dumps(STUDY).replace("50 Gy in 25", "41.4 Gy in 23"))
    code, out, heard = run("link", study, tmp_path / "other.json")
    assert code == 0 and "1 with conflicts" in heard
    (line,) = [line for line in out.splitlines() if line.startswith("  radiotherapy: ")]
    assert "41.4 Gy in 23 fractions “" in line and "50 Gy in 25 fractions “" in line and "study.json" in line


def test_explain_shows_one_trial(tmp_path, study):
    code, out, heard = run("explain", study)
    assert code == 0 and "50 Gy in 25 fractions" in out and "confidence" in out and "Could also be read as" in out
    other = tmp_path / "other.json"
    other.write_text(json.dumps(STUDY).replace("NCT00000001", "NCT00000002"))
    code, out, heard = run("explain", study, other, "--id", "nct00000002")
    assert code == 0 and "NCT00000002" in out and "NCT00000001" not in out and "2 found: 2 read" in heard
    for arguments, told in (([study, other], "name one record"), ([study, "--id", "NCT9"], "'NCT9'")):
        code, out, heard = run("explain", *arguments)
        assert (code, out) == (2, "") and told in heard and len(heard.splitlines()) == 1
    code, out, heard = run("explain", "--id", "ec-crt-003")
    assert code == 0 and "EC-CRT-003: consolidative CRT" in out and "“" in out


def test_explain_takes_every_name_that_it_proposes(tmp_path):
    "A record without a number goes by its file, or by its title as shown."
    title = "First-line Chemotherapy and an Antibody With Radiotherapy to Every Metastasis"
    for name, drug in (("one page.txt", "Antibody"), ("two.txt", "Vaccine")):
        source, told = Source(form="example", file=name), {"summary": "Radiotherapy 50 Gy in 25 fractions."}
        record = Trial(source=source, brief_title=title.replace("Antibody", drug), **told)
        (tmp_path / f"{drug}.json").write_bytes(json_line(record))
    code, out, heard = run("explain", tmp_path)
    assert code == 2 and heard.rstrip().endswith("as in --id 'one page.txt'")
    shown = load(tmp_path / "Antibody.json")[0].name
    for name in ("one page.txt", "ONE PAGE.txt", shown, shown.removesuffix("…"), title):
        code, out, heard = run("explain", tmp_path, "--id", name)
        assert code == 0 and out.startswith(title) and "Vaccine" not in out, name
    code, _, heard = run("explain", tmp_path, "--id", "three.txt")
    assert code == 2 and "'three.txt', and none of that title or file" in heard


def test_build_counts_a_trial_once_and_says_so(copies, tmp_path):
    out = tmp_path / "atlas"
    code, told, heard = run("build", *copies, "--out", out)
    assert code == 0 and "3 records of 2 trials; each trial is counted once" in heard, heard
    counts = [int(line.split()[0]) for line in heard.splitlines() if line.startswith("   ")]
    assert sum(counts) == 2
    start = (out / "index.html").read_text()
    assert "<b>3</b><span>records read" in start and "<b>2</b><span>trials, each counted once" in start
    with (out / "tables" / "trials.csv").open(newline="") as table:
        listed = list(csv.DictReader(table))
    assert [row["counted"] for row in listed].count("True") == 2 and len(listed) == 3
    assert {row["same_trial"] for row in listed} == {"NCT00000001", "NCT00000002"}
    assert (out / "tables" / "links.csv").read_text().count("\n") == 2 and (out / "feed.atom").is_file()
    code, told, heard = run("diff", out / "atlas.duckdb", "--summary")
    assert code == 0 and told.startswith("## What changed") and "there is no earlier load" in told
    (left := out / "tables" / ".trials.csv.a1b2c3d4.part").write_bytes(b"half a table")
    (own := out / ".notes.part").write_bytes(b"somebody's own")
    assert run("build", *copies[:2], "--out", out)[0] == 0
    assert own.exists() and not left.exists(), "what a killed build left is cleared, and nothing else"
    code, told, heard = run("diff", out / "atlas.duckdb", "--summary", "--feed", tmp_path / "feed.atom")
    assert code == 0 and "### No longer there (1)" in told and "NCT00000002" in (tmp_path / "feed.atom").read_text()
    code, told, heard = run("diff", out / "atlas.duckdb", "--feed", tmp_path / "feed.atom", "--url", "here")
    assert (code, told) == (2, "") and len(heard.strip().splitlines()) == 1


def test_retry_reads_what_was_set_aside(tmp_path, study):
    then = [aside(Source(form="", file="page.json", place="study 1"), "page.json: not read", study.read_bytes())]
    store = write_store([], [], tmp_path / "atlas.duckdb", set_aside=then)
    code, out, heard = run("retry", store, "--strict")
    assert code == 0 and out.startswith("read now: page.json") and "1 set aside: 1 trial was read now" in heard
    code, out, heard = run("retry", tmp_path)
    assert (code, out) == (0, "") and "nothing was set aside" in heard, "the folder of a build will do"
    assert run("retry", tmp_path / "none.duckdb")[0] == 2


def test_what_was_not_opened_is_named_and_stored(tmp_path, study):
    (folder := tmp_path / "in").mkdir()
    for name in ("study.json", ".hidden.json", "Thumbs.db"):
        (folder / name).write_bytes(study.read_bytes())
    for command in (["classify", folder], ["screen", folder], ["link", folder], ["build", "--store-only", folder]):
        code, out, heard = run(*command, cwd=tmp_path)
        assert code == 0 and found(heard) == [1, 1, 0], command
        assert heard.strip().splitlines()[-1] == "not opened: .hidden.json, Thumbs.db", command
    store = tmp_path / "atlas" / "atlas.duckdb"
    assert read_store(store, "FROM skipped")["file"].tolist() == [".hidden.json", "Thumbs.db"]
    assert dict(read_store(store, "FROM about").values)["skipped"] == "2"


def test_an_atlas_is_not_its_own_input(tmp_path, study):
    (folder := tmp_path / "in").mkdir()
    (folder / "study.json").write_bytes(study.read_bytes())
    for _ in range(2):
        code, out, heard = run("build", ".", cwd=folder)
        assert code == 0 and found(heard) == [1, 1, 0], heard
    assert "not opened: atlas/ (" in heard and " files of an atlas)" in heard
    (folder / "atlas" / "trials" / "own.json").write_bytes(study.read_bytes())
    (folder / "alone").mkdir()
    (folder / "alone" / "atlas.duckdb").write_bytes((folder / "atlas" / "atlas.duckdb").read_bytes())
    assert found(run("classify", folder)[2]) == [2, 2, 0], "a record that lies among the pages is read"
    assert found(run("classify", folder / "alone")[2]) == [1, 1, 0], "an atlas that is named is its store"
    zipped = tmp_path / "in.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        for path in folder.rglob("*"):
            archive.write(path, path.relative_to(tmp_path))
    assert found(run("classify", zipped)[2]) == [2, 2, 0]
    page = next((folder / "atlas" / "trials").glob("*.html"))
    assert "a page of an atlas" in run("classify", page)[2]
    for out in (".", folder):
        code, _, heard = run("build", ".", "--out", out, cwd=folder)
        assert code == 2 and "both read and built in" in heard


@pytest.mark.parametrize("command, name", [("screen", "kept.ndjson"), ("screen", "kept.parquet"), ("classify", "out")])
def test_output_is_not_input(tmp_path, study, command, name):
    "Twice into the folder that is read: nothing is read twice, and no half-written file is told of."
    code, _, heard = run(command, tmp_path, "--out", tmp_path / name)
    assert code == 0 and found(heard) == [1, 1, 0] and "not opened" not in heard
    before = (tmp_path / name).read_bytes()
    code, _, heard = run(command, tmp_path, "--out", tmp_path / name)
    assert code == 2 and f"{name}: is both read and written" in heard and len(heard.splitlines()) == 1
    assert (tmp_path / name).read_bytes() == before


def test_output_of_the_shell_is_not_input(tmp_path, study):
    "The file would grow for ever: every record that is kept would be read and kept again."
    many = b"\n".join([json.dumps(STUDY).encode()] * 200)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "many.ndjson").write_bytes(many)
    with (tmp_path / "in" / "out.ndjson").open("wb") as out:
        done = subprocess.run([*COMMAND, "screen", tmp_path / "in"], stdout=out, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 2 and b"out.ndjson: is both read and written" in done.stderr
    with (tmp_path / "out.ndjson").open("wb") as out:
        again = [*COMMAND, "screen", tmp_path / "in" / "many.ndjson"]
        done = subprocess.run(again, stdout=out, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 0 and (tmp_path / "out.ndjson").read_bytes().count(b"\n") == 200


def test_a_wrong_word_is_answered_before_any_work(tmp_path, study):
    for words, told in (
        (["classify"], "Missing argument 'PATH'; see trial-atlas classify --help"),
        (["clasify"], "Did you mean 'classify'? See trial-atlas --help"),
        (["retry", study], "is there and is no store of trial_atlas"),
        (["diff", study], "is there and is no store of trial_atlas"),
        (["diff", study, "--json", "--summary"], "diff: found both --json and --summary; choose one form"),
        (["build", study, "--url", "here"], "an address begins with http:// or https://"),
        (["compare", study, "--gold", "none"], "none: cannot be read (No such file or directory)"),
    ):
        code, out, heard = run(*words, cwd=tmp_path)
        assert (code, out) == (2, "") and told in heard and len(heard.strip().splitlines()) == 1, heard
    assert not list((tmp_path / "atlas").iterdir())


def test_a_gold_file_without_an_end_is_refused(tmp_path, study):
    with (tmp_path / "huge.jsonl").open("wb") as file:
        file.truncate(80 << 20)
    (tmp_path / "deep.jsonl").write_bytes(b"[" * 100_000)
    for gold, why in (
        ("/dev/zero", "more than 64 MB"),
        (tmp_path / "huge.jsonl", "more than 64 MB"),
        (tmp_path / "deep.jsonl", "line 1: is not JSON"),
        (tmp_path, "cannot be read"),
    ):
        code, out, heard = run("compare", study, "--gold", gold)
        assert (code, out) == (2, "") and why in heard and len(heard.strip().splitlines()) == 1, heard


def test_a_store_alone_is_the_same_store(copies, tmp_path):
    (tmp_path / "torn.json").write_text("{")
    code, told, heard = run("build", "--store-only", *copies, tmp_path / "torn.json", "--out", tmp_path / "alone")
    assert (
        code == 0 and found(heard) == [4, 3, 1] and [p.name for p in (tmp_path / "alone").iterdir()] == ["atlas.duckdb"]
    )
    trials = load([str(path) for path in copies])
    other = write_store(trials, [classify(t) for t in trials], tmp_path / "other.duckdb")
    sql = "SELECT * EXCLUDE (record) FROM trials ORDER BY trial"
    assert read_store(tmp_path / "alone" / "atlas.duckdb", sql).equals(read_store(other, sql))


def test_pace():
    pace = Pace(sizes={"a.zip": 100, "b.json": 300})
    for file in ("a.zip/1.json", "a.zip/2.json", "b.json"):
        pace.count(file)
    assert pace.left(pace._began + 5) == 15 and "0:00:15 left" in pace.words(pace._began + 5)
    assert Pace().words(0) == "0" and Pace(total=3).left() is None
    assert Pace(sizes={}).left() is None


def test_pace_costs_the_same_for_each_of_many_files():
    names = [f"NCT{number:08d}.json" for number in range(20_000)]
    pace, began = Pace(sizes=dict.fromkeys(reversed(names), 5_000)), time.process_time()
    for name in names:
        pace.count(name)
        pace.words()
    assert time.process_time() - began < 4, "twice as many files took four times as long"
    assert pace.left(pace._began + 19_999) == pytest.approx(1)


def test_nothing_is_reckoned_where_nobody_looks(monkeypatch, tmp_path):
    def fail(*_):
        raise AssertionError("files are counted for nobody")

    monkeypatch.setattr(terminal, "file_sizes", fail)
    for looks in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(looks, raising=False)
    with terminal.progress("records read", paths=[str(tmp_path)]) as step:
        step("a.json")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with (
        pytest.raises(AssertionError, match="for nobody"),
        terminal.progress("records read", paths=[str(tmp_path)]) as step,
    ):
        step("a.json")


def test_every_command_has_help():
    for name in ("build", "classify", "explain", "screen", "compare", "fetch", "link", "diff", "retry"):
        code, out, _ = run(name, "--help")
        assert code == 0 and out.count("\n") > 8 and name in out
    assert run("-h")[:2] == run("--help")[:2] and run("explain", "-h")[1] == run("explain", "--help")[1]


def test_compare_help_names_every_code():
    code, out, _ = run("compare", "--help")
    words = set(out.replace(",", " ").replace(".", " ").split())
    assert code == 0 and set(STRATEGIES) <= words and {"strategy_primary", "nct_id", "confidence", "rt_timing"} <= words
