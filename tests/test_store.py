"""The store: whole or absent, balanced, mindful of earlier loads, and safe to open in a spreadsheet."""

import gzip
import hashlib
import json
import subprocess
import sys
from types import SimpleNamespace

import duckdb
import msgspec
import pandas as pd
import pytest

from trial_atlas.read.limits import aside
from trial_atlas.read.link import link
from trial_atlas.read.load import iter_entries, load, retry
from trial_atlas.record import Arm, Finding, Intervention, OutputError, ReadError, SetAside, Source, Trial, parse_date
from trial_atlas.run import store as written
from trial_atlas.run.history import FORM, READER, RECORD, RULES, changes_lines, changes_summary, store_changes
from trial_atlas.run.retry import retry_store
from trial_atlas.run.rows import content_hash
from trial_atlas.run.store import add_to_store, count_findings, read_store, write_store, write_tables

HOSTILE = ["=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1"]


def trial(title="A trial", **parts):
    return Trial(source=Source(form="example", file="a.json"), brief_title=title, **parts)


def decision(**parts):
    empty = {"secondary": (), "flags": (), "salvage_after": None, "candidates": (), "axes": {}, "evidence": ()}
    told = {"primary": "unclear", "confidence": 0.0, "rule": "R", "because": "B"}
    return SimpleNamespace(**empty | told | {"regimens": (), "agents": (), "findings": ()} | parts)


@pytest.fixture
def store(tmp_path):
    return tmp_path / "atlas.duckdb"


def test_empty_run_makes_an_empty_store(store):
    write_store([], [], store)
    assert read_store(store).empty
    assert dict(read_store(store, "FROM about").values)["found"] == "0"


def test_totals_balance(store):
    aside = [SetAside(Source(form="unknown"), f"reason {i}", bytes(range(256))) for i in range(3)]
    write_store([trial(), trial()], [decision(), decision()], store, set_aside=aside)
    about = dict(read_store(store, "FROM about").values)
    assert (about["found"], about["read"], about["set_aside"]) == ("5", "2", "3")
    assert bytes(read_store(store, "SELECT raw FROM set_aside")["raw"][2]) == bytes(range(256))


@pytest.mark.parametrize("text", ["it's", 'a "b"', "NUL \x00 in", "line\u2028sep", "𝔘nicode ·", "\ufeffmark", "\\xFF"])
def test_text_comes_back_as_it_was(store, text):
    part = {
        "arms": (Arm(label=text, description=text),),
        "interventions": (Intervention(name=text, other_names=(text,)),),
    }
    write_store([trial(text, **part)], [decision()], store)
    assert read_store(store)["title"][0] == text
    assert read_store(store, "SELECT other_names[1] AS x FROM interventions")["x"][0] == text


def test_unstated_is_null(store):
    write_store([trial()], [decision()], store)
    row = read_store(store, "SELECT enrollment, start, acronym FROM trials").iloc[0]
    assert row.isna().all()


def test_partial_date_keeps_its_precision(store):
    write_store([trial(start=parse_date("2024-08"))], [decision()], store)
    assert read_store(store)["start"][0] == "2024-08"


def test_failed_run_leaves_the_old_store(store):
    write_store([trial("old")], [decision()], store)
    with pytest.raises(ValueError):
        write_store([trial("new")], [], store)
    assert list(read_store(store)["title"]) == ["old"]
    assert [path.name for path in store.parent.iterdir()] == [store.name]


def test_reader_of_the_old_store_is_not_disturbed(store):
    write_store([trial("old")], [decision()], store)
    with duckdb.connect(store, read_only=True) as reader:
        write_store([trial("new")], [decision()], store)
        assert reader.execute("SELECT title FROM trials").fetchone() == ("old",)


@pytest.mark.parametrize("text", HOSTILE)
def test_formulas_are_defused_in_csv_and_kept_in_parquet(tmp_path, text):
    csv, parquet = write_tables({"t": pd.DataFrame({"title": pd.array([text], "string")})}, tmp_path / "it's")
    assert pd.read_csv(csv)["title"][0].startswith("'")
    assert duckdb.execute("SELECT title FROM read_parquet(?)", [str(parquet)]).fetchone() == (text,)


def test_tables_need_no_further_package(tmp_path):
    "Parquet is written where pyarrow, an extra, is not installed."
    code = (
        "import sys; sys.modules['pyarrow'] = None; import pandas as pd\n"
        "from trial_atlas.run.store import set_aside_table, write_tables\n"
        "frame = pd.DataFrame({'a': pd.array(['x', None], 'string'), 'n': pd.array([1, None], 'Int64')})\n"
        f"write_tables({{'t': frame, 's': set_aside_table([])}}, {str(tmp_path)!r})"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert duckdb.execute("FROM read_parquet(?)", [str(tmp_path / "t.parquet")]).fetchall() == [("x", 1), (None, None)]


def test_places_that_cannot_be_used(store, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be written"):
        write_store([], [], tmp_path / "file" / "atlas.duckdb")
    with pytest.raises(OutputError, match="cannot be written"):
        write_tables({"t": pd.DataFrame({"a": [1]})}, tmp_path / "file" / "tables")
    with pytest.raises(ReadError, match="is not there"):
        read_store(tmp_path / "none.duckdb")


def test_a_question_cannot_change_the_store(store):
    write_store([trial()], [decision()], store)
    with pytest.raises(ReadError):
        read_store(store, "DELETE FROM trials")
    assert len(read_store(store)) == 1


# What earlier loads saw


def load_of(*titles, **parts):
    return [trial(title, ids=(f"ID-{title}",), **parts) for title in titles]


def write(store, trials, decisions=None, **more):
    return write_store(trials, decisions or [decision() for _ in trials], store, **more)


def tables(path):
    "Everything a store holds; the moments of its loads are left out."
    with duckdb.connect(path, read_only=True) as held:
        names = [n for (n,) in held.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        left_out = {"loads": "EXCLUDE (loaded_at)"}
        return {
            n: sorted(map(repr, held.execute(f"SELECT * {left_out.get(n, '')} FROM {n}").fetchall())) for n in names
        }


def spans(store):
    sql = "SELECT id, first_load, last_load FROM versions ORDER BY ALL"
    return [tuple(map(str, row)) for row in read_store(store, sql).values]


def test_the_same_load_again_leaves_the_same_store(store):
    aside = [SetAside(Source(form="unknown"), "reason", b"raw")]
    for _ in range(3):
        write(store, load_of("a", "b"), set_aside=aside)
        held = tables(store)
    assert tables(write(store.with_name("other"), load_of("a", "b"), set_aside=aside)) == held
    assert len(held["loads"]) == 1 and spans(store) == [("ID-a", "1", "1"), ("ID-b", "1", "1")]


def test_another_file_or_order_is_no_other_load(store):
    write(store, load_of("a", "b"))
    elsewhere = [msgspec.structs.replace(t, source=Source(form="example", file="b.json")) for t in load_of("b", "a")]
    write(store, elsewhere)
    assert len(read_store(store, "FROM loads")) == 1
    assert set(read_store(store, "FROM versions")["file"]) == {"b.json"}, "the place where it was last seen"


def test_versions_stay(store):
    for status in ("RECRUITING", "COMPLETED", "RECRUITING"):
        write(store, [*load_of("a", status=status), *load_of("b")])
    assert spans(store) == [("ID-a", "1", "1"), ("ID-a", "2", "2"), ("ID-a", "3", "3"), ("ID-b", "1", "3")]
    write(store, [])
    write(store, load_of("b"))
    assert len(read_store(store, "FROM versions")) == 5, (
        "a record that is gone for a load is two rows, and none is lost"
    )
    assert list(read_store(store)["title"]) == ["b"]


def test_an_entry_set_aside_is_a_new_load(store):
    write(store, load_of("a"))
    write(store, load_of("a"), set_aside=[SetAside(Source(form="unknown"), "reason", b"raw")])
    assert read_store(store, "FROM loads")["set_aside"].tolist() == [0, 1]


def test_several_copies_of_one_trial_are_kept(store):
    copies = [*load_of("a"), msgspec.structs.replace(load_of("a")[0], status="RECRUITING"), *load_of("a")]
    write(store, copies)
    assert len(read_store(store)) == 3 and len(read_store(store, "FROM versions")) == 2


def test_batches_give_the_same_store(store, monkeypatch):
    many = [t for i in range(7) for t in load_of(f"t{i}")]
    whole = tables(write(store, many))
    monkeypatch.setattr(written, "BATCH", 3)
    assert tables(write(store.with_name("parts"), many)) == whole
    assert tables(write(store.with_name("stream"), iter(many), iter([decision()] * 7))) == whole


def test_a_field_that_is_new_to_the_program_is_no_change():
    "A field that a later version adds, empty in every old record, is not in the fingerprint."
    assert content_hash(trial(keywords=())) == content_hash(trial())
    assert content_hash(trial(keywords=("x",))) != content_hash(trial())
    assert content_hash(trial(healthy_volunteers=False)) != content_hash(trial()), "no is not unknown"


# What changed


def changes(store, **more):
    return [(r.what, r.before, r.after, r.cause) for r in store_changes(store, **more).itertuples()]


def test_each_kind_of_change_is_told(store):
    arm = Arm(label="A", description="50 Gy")
    other = Source(form="example", file="a.json", sha256="2")
    write(store, [*load_of("a", arms=(arm,), enrollment=10, start=parse_date("2024-08")), *load_of("b")])
    now = trial(
        "a",
        ids=("ID-a",),
        arms=(Arm(label="A", description="60 Gy"), Arm(label="B")),
        status="COMPLETED",
        start=parse_date("2024-08-01"),
    )
    write(store, [msgspec.structs.replace(now, source=other), *load_of("c")], [decision(primary="no_rt"), decision()])
    assert changes(store) == [
        ("new", "not stated", "unclear", "not in the earlier load"),
        ("vanished", "unclear", "not stated", "not in the later load"),
        ("strategy", "unclear", "no RT", RECORD),
        ("status", "not stated", "COMPLETED", RECORD),
        ("enrollment", "10", "not stated", RECORD),
        ("start", "2024-08", "2024-08-01", RECORD),
        ("regimen changed", "A, main, total dose: 50 Gy “50 Gy”", "A, main, total dose: 60 Gy “60 Gy”", RECORD),
        ("arm added", "not stated", "B", RECORD),
        ("arm changed", "A: description 50 Gy", "A: description 60 Gy", RECORD),
    ]
    assert changes_summary(store_changes(store)) == "1 new, 1 vanished, 1 changed, 1 strategy moved"


@pytest.mark.parametrize(
    "source, primary, status, cause",
    [
        ({"sha256": "2"}, "unclear", "COMPLETED", RECORD),
        ({"sha256": "1"}, "unclear", "COMPLETED", READER),
        ({"form": "other", "sha256": "2"}, "unclear", "COMPLETED", FORM),
        ({"sha256": "1"}, "no_rt", None, RULES),
        ({"sha256": "2"}, "no_rt", None, RULES),
    ],
)
def test_why_two_versions_differ(store, source, primary, status, cause):
    at = {"form": "example", "file": "a.json", "sha256": "1"}
    before = trial("a", ids=("ID-a",))
    write(store, [msgspec.structs.replace(before, source=Source(**at))])
    after = msgspec.structs.replace(before, source=Source(**at | source), status=status)
    write(store, [after], [decision(primary=primary)])
    assert {row[3] for row in changes(store)} == {cause}


def test_every_field_that_differs_is_named(store):
    write(store, [trial("a", ids=("ID-a",))])
    after = {"summary": "x" * 500, "keywords": ("k", "l"), "last_update": parse_date("2024"), "sponsor": "S"}
    write(store, [trial("a", ids=("ID-a",), **after)])
    told = {what: after for what, _, after, _ in changes(store)}
    assert told == {"summary": "a text of 500 characters", "keywords": "k; l", "sponsor": "S"}
    write(store, [trial("a", ids=("ID-a",), **after | {"last_update": parse_date("2025")})])
    assert changes(store) == [("last_update", "2024", "2025", RECORD)], "named where nothing else changed"


LONG = "Patients who have not progressed after induction are treated with intensity-modulated technique. " * 3


@pytest.mark.parametrize(
    "before, after, expected",
    [
        (
            "Radiotherapy with a total dose of 60 Gy in 30 fractions.",
            "Radiotherapy with a total dose of 50.4 Gy in 28 fractions.",
            [("regimen changed", "total dose and fractions: 60 Gy in 30 fractions", "50.4 Gy in 28 fractions")],
        ),
        (
            "Radiotherapy with a total dose of 60 Gy in 30 fractions.",
            "Radiotherapy with a total dose of 60 Gy in 30 fractions, twice a day.",
            [("regimen changed", "main, fractions a day: 60 Gy", "fractions a day 2")],
        ),
        (
            "Radiotherapy with a total dose of 60 Gy.",
            "Radiotherapy with a total dose of 60 Gy in 30 fractions.",
            [("regimen changed", "main, fractions: 60 Gy", "60 Gy in 30 fractions")],
        ),
        ("No radiation.", "Radiotherapy: 60 Gy in 30 fractions.", [("regimen added", "not stated", "60 Gy in 30")]),
        ("Radiotherapy: 60 Gy in 30 fractions.", "Surgery.", [("regimen dropped", "60 Gy in 30", "not stated")]),
        ("Radiotherapy: 60 Gy in 30 fractions.", "Radiotherapy will be 60 Gy in 30 fractions.", []),
    ],
)
def test_a_dose_that_changed_in_a_long_text_is_a_row(store, before, after, expected):
    for words in (before, after):
        write(store, [trial("a", ids=("ID-a",), description=f"{LONG}{words} {LONG}")])
    told = changes(store)
    rows = [row for row in told if row[0].startswith("regimen")]
    assert [row[0] for row in rows] == [row[0] for row in expected]
    for row, (_, was, now) in zip(rows, expected, strict=True):
        assert was in row[1] and now in row[2]
    text = next(row for row in told if row[0] == "description")
    assert before.split()[-1] in text[1] and after.split()[-1] in text[2], "the stretch that differs is shown"
    assert len(text[1]) < 250 and len(text[2]) < 250


def test_a_regimen_is_quoted_around_its_figures(store):
    arm = "A: " + "paclitaxel 110 to 130 mg/m2 on day 1 and day 8, cisplatin 60 to 75 mg/m2 on day 1, " * 3
    for dose in ("60Gy/30 times, each time 2.0Gy", "50.4Gy/28 times, each time 1.8Gy"):
        arms = (Arm(label="A", description=f"{arm}radiotherapy: total dose of {dose}, 5 times a week."),)
        write(store, [trial("a", ids=("ID-a",), arms=arms)])
    (row,) = [row for row in changes(store) if row[0] == "regimen changed"]
    assert "60Gy/30 times, each time 2.0Gy" in row[1] and "50.4Gy/28 times, each time 1.8Gy" in row[2]


def test_an_arm_with_another_name_has_the_same_dose(store):
    for label in ("A", "B"):
        arms = (Arm(label=label, description="Radiotherapy 60 Gy in 30 fractions"),)
        write(store, [trial("a", ids=("ID-a",), arms=arms)])
    assert [row[0] for row in changes(store)] == ["arm dropped", "arm added"]


def test_the_treatment_that_changed_is_named(store):
    kept = Intervention(name="Cisplatin", kind="DRUG", description="d1")
    write(store, [trial("a", ids=("ID-a",), interventions=(kept, Intervention(name="Docetaxel", kind="DRUG")))])
    now = (msgspec.structs.replace(kept, description="d1, d8"), Intervention(name="Nivolumab", kind="DRUG"))
    write(store, [trial("a", ids=("ID-a",), interventions=now)])
    assert [row[:3] for row in changes(store)] == [
        ("interventions", "Docetaxel", "not stated"),
        ("interventions", "not stated", "Nivolumab"),
        ("interventions", "Cisplatin: description d1", "Cisplatin: description d1, d8"),
    ]


def test_texts_that_differ_in_spaces_alone_are_still_told(store):
    for text in (LONG, LONG.replace(" ", "\n")):
        write(store, [trial("a", ids=("ID-a",), description=text)])
    (row,) = changes(store)
    assert row[0] == "description" and row[1] == row[2] == f"a text of {len(LONG)} characters"


def test_copies_of_one_trial_are_paired_by_where_they_came_from(store):
    register, page = (Source(form=form, file="x") for form in ("json", "page"))
    both = [msgspec.structs.replace(trial("a", ids=("ID-a",), sponsor=s.form), source=s) for s in (register, page)]
    write(store, both)
    write(store, [both[1], msgspec.structs.replace(both[0], status="COMPLETED")])
    assert [row[:3] for row in changes(store)] == [("status", "not stated", "COMPLETED")]
    write(store, both[:1])
    assert [row[0] for row in changes(store)] == ["status", "copy vanished"]


def test_a_record_without_a_number_goes_by_its_title(store):
    write(store, [trial("A  Trial")])
    write(store, [trial("a trial", status="COMPLETED")])
    assert [row[0] for row in changes(store)] == ["status", "brief_title"]


def test_two_stores_are_compared(store):
    old, new = write(store, load_of("a")), write(store.with_name("it's new"), load_of("b"))
    assert [row[0] for row in changes(old, other=new)] == ["new", "vanished"]
    assert changes(old, other=old.with_name("it's new"), before=1, after=1) == changes(old, other=new)


def test_hostile_titles_do_not_play_with_the_terminal(store):
    write(store, [])
    write(store, [trial("\x1b[2J\u202etitle\nNEW LINE")])
    lines = list(changes_lines(store_changes(store)))
    assert len(lines) == 2 and all(line.isprintable() for line in lines)


def test_the_command_tells_what_changed(store):
    def diff(*arguments):
        command = [sys.executable, "-m", "trial_atlas.run.cli", "diff", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout.splitlines(), done.stderr.strip()

    write(store, load_of("a"))
    code, out, heard = diff(store)
    assert (code, out) == (0, []) and "no earlier load" in heard
    write(store, [*load_of("a", status="COMPLETED"), *load_of("b")])
    code, out, _ = diff(store)
    assert code == 0 and out[0] == "1 new, 0 vanished, 1 changed, 0 strategies moved"
    assert out[1].startswith("new ") and "not stated → COMPLETED (the record changed)" in out[2]
    rows = [json.loads(line) for line in diff(store, "--json", "--from", 1, "--to", 2)[1]]
    assert [(row["what"], row["after"]) for row in rows] == [("new", "unclear"), ("status", "COMPLETED")]
    code, out, heard = diff(store, "--from", 7)
    assert (code, out) == (2, []) and "the loads 1 to 2" in heard


def test_the_cost_follows_what_changed(store):
    many = [t for i in range(300) for t in load_of(f"t{i}")]
    write(store, many)
    write(store, [msgspec.structs.replace(many[0], status="COMPLETED"), *many[1:]])
    assert len(store_changes(store)) == 1


# Findings


def test_findings_are_counted_by_register(store):
    found = [Finding("date", "m"), Finding("date", "m2"), Finding("dose", "m")]
    registers = ["R", "R", None]
    trials = [msgspec.structs.replace(trial(), source=Source(form="x", register=r)) for r in registers]
    decisions = [decision(findings=found), decision(), decision(findings=found[:1])]
    write(store, trials, decisions)
    expected = [["R", "date", 2, 1, 2], ["R", "dose", 1, 1, 2], ["not stated", "date", 1, 1, 1]]
    assert count_findings(trials, decisions).values.tolist() == expected
    counted = read_store(store, "FROM finding_counts")
    assert counted.fillna({"register": "not stated"}).values.tolist() == expected
    assert count_findings([], []).empty and count_findings(trials, [decision()] * 3).empty


# What stands in the way


@pytest.mark.parametrize("content", [b"not a database", b"\x00" * 9000, b"text\n" * 9000])
def test_a_file_that_is_no_store_is_never_overwritten(store, content):
    store.write_bytes(content)
    with pytest.raises(OutputError, match="is no store of trial_atlas"):
        write(store, load_of("a"))
    assert store.read_bytes() == content and [p.name for p in store.parent.iterdir()] == [store.name]


def test_a_database_of_another_kind_is_never_overwritten(store):
    with duckdb.connect(store) as other:
        other.execute("CREATE TABLE mine (a INTEGER)")
    with pytest.raises(OutputError, match="is no store of trial_atlas"):
        write(store, load_of("a"))
    with pytest.raises(ReadError, match="holds no loads"):
        store_changes(store)


def test_a_damaged_store_is_kept_for_repair(store):
    data = write(store, load_of("a")).read_bytes()
    store.write_bytes(data[: len(data) // 2])
    with pytest.raises(OutputError):
        write(store, load_of("b"))
    assert store.read_bytes() == data[: len(data) // 2]


def test_a_store_of_before_there_was_a_history_is_brought_along(store):
    with duckdb.connect(store) as old:
        old.execute("CREATE TABLE about (key VARCHAR, value VARCHAR); CREATE TABLE trials (trial INTEGER)")
    write(store, load_of("a"))
    assert spans(store) == [("ID-a", "1", "1")]


def test_a_store_of_a_newer_program_is_left_alone(store):
    write(store, load_of("a"))
    with duckdb.connect(store) as newer:
        newer.execute("UPDATE about SET value = '99' WHERE key = 'shape'")
    with pytest.raises(OutputError, match="newer trial_atlas"):
        write(store, load_of("a"))


def test_an_empty_file_is_no_obstacle(store):
    store.touch()
    assert len(read_store(write(store, load_of("a")))) == 1


def test_two_runs_do_not_write_one_store_at_once(store):
    with written._alone(store):
        with pytest.raises(OutputError, match="by another run"):
            write(store, load_of("a"))
    assert len(read_store(write(store, load_of("a")))) == 1
    assert [p.name for p in store.parent.iterdir()] == [store.name]


def test_what_a_killed_run_left_is_cleared(store):
    (left := store.parent / f".{store.name}.part-abc").mkdir(parents=True)
    (left / "store.duckdb").write_bytes(b"half")
    store.with_name(f".{store.name}.lock").touch()
    write(store, load_of("a"))
    assert [p.name for p in store.parent.iterdir()] == [store.name]


# One trial in several records


def page_and_entry():
    told = {"ids": ("NCT00000001",), "brief_title": "A made-up trial of dose"}
    page = Trial(source=Source(form="page-medpath", file="page.txt"), status="RECRUITING", enrollment=30, **told)
    source = Source(register="ClinicalTrials.gov", form="ctgov-v2-json", file="entry.json", date=parse_date("2026-11"))
    return page, Trial(source=source, status="COMPLETED", enrollment=36, **told)


def linked_store(store, *trials, **more):
    return write_store(trials, [decision()] * len(trials), store, linked=link(trials), **more)


def test_a_trial_in_several_records_is_counted_once(store):
    page, entry = page_and_entry()
    linked_store(store, page, trial("Another trial", ids=("NCT00000002",)), entry)
    assert read_store(store, "SELECT same_as FROM trials ORDER BY trial")["same_as"].tolist() == [2, 1, 2]
    assert dict(read_store(store, "FROM about").values)["trials"] == "2"
    assert len(read_store(store, "FROM trials WHERE trial = same_as")) == 2
    (row,) = read_store(store, "FROM links").to_dict("records")
    assert (row["first"], row["second"], row["why"], row["apart"]) == (0, 2, "number", None)
    assert list(row["words"]) == list(row["other_words"]) == ["NCT00000001"]


def test_conflicts_stand_beside_each_other_and_are_not_averaged(store):
    linked_store(store, *page_and_entry())
    rows = read_store(store, "SELECT field, trial, value, kind, as_of FROM conflicts ORDER BY ALL")
    told = {(r.field, r.value): (r.trial, r.kind) for r in rows.itertuples()}
    assert told["enrollment", "36"] == (1, "merged view") and told["enrollment", "30"] == (0, "undated copy")
    assert told["status", "RECRUITING"][1] == "undated copy" and ("enrollment", "33") not in told
    assert set(rows[rows["trial"] == 1]["as_of"]) == {"2026-11"}


def test_without_links_nothing_is_said_about_them(store):
    write_store([trial()], [decision()], store)
    assert read_store(store, "SELECT same_as FROM trials")["same_as"].isna().all()
    assert "trials" not in dict(read_store(store, "FROM about").values)


# Another try


STUDY = {"protocolSection": {"identificationModule": {"nctId": "NCT00000007", "briefTitle": "A made-up study"}}}


def kept(raw, file="page-00001.json", place="study 7", **more):
    return aside(Source(form="", file=file, place=place), f"{file}: an older reader could not read it", raw, **more)


ROW = b"NCT Number,Study Title,Study Status,Brief Summary\nNCT00000009,A made-up study of a table,RECRUITING,In short\n"


def test_a_retry_reads_what_was_kept_and_a_second_one_nothing(store):
    page, entry = page_and_entry()
    then = [kept(json.dumps(STUDY).encode()), kept(ROW, "export.csv", "line 3"), kept(b"\xff\x00{")]
    linked_store(store, page, entry, set_aside=then, skipped=[".DS_Store"])
    came = retry_store(store)
    assert (came.tried, [t.id for t in came.read], len(came.left)) == (3, ["NCT00000007", "NCT00000009"], 1)
    assert [str(t.source) for t in came.read] == ["page-00001.json · study 7", "export.csv · line 3"]
    about = dict(read_store(store, "FROM about").values)
    assert [about[k] for k in ("found", "read", "set_aside", "trials", "skipped")] == ["5", "4", "1", "3", "1"]
    new = {("new", "NCT00000007"), ("new", "NCT00000009")}
    assert {(r.what, r.id) for r in store_changes(store).itertuples()} == new
    assert len(read_store(store, "FROM links")) == 1 and len(read_store(store, "FROM loads")) == 2
    assert came.left[0].reason == then[2].reason
    before = store.read_bytes()
    assert retry_store(store).read == () and store.read_bytes() == before


@pytest.mark.parametrize(
    ("raw", "file", "more"),
    [
        (b"", "a.json", {}),
        (json.dumps(STUDY).encode(), "a.json", {"size": 1 << 30, "sha256": "0" * 64}),
        (json.dumps(STUDY).encode(), "a.json", {"size": 0}),
        (b"Title: A trial of radiotherapy\nPhase: 2\nStatus: Recruiting", "a.txt", {}),
        (b", Title: A trial of radiotherapy\nNCT00000009", "a.json", {"place": "after study 2"}),
    ],
)
def test_a_part_is_never_mistaken_for_a_whole(raw, file, more):
    entry = kept(raw, file, **more)
    assert list(retry([entry])) == [entry]


def test_what_was_read_before_the_damage_is_not_read_twice(tmp_path):
    "A damaged archive is kept whole; its first records were read when it was."
    lines = b"".join(json.dumps(study_of(n)).encode() + b"\n" for n in range(400))
    (tmp_path / "x.ndjson.gz").write_bytes(gzip.compress(lines)[:-200])
    (tmp_path / "torn.json").write_bytes(b"[" + b",".join(lines.splitlines()[:3])[:-20])
    for file, least in (("x.ndjson.gz", 10), ("torn.json", 2)):
        then = load(tmp_path / file)
        assert len(then) >= least and len(then.set_aside) >= 1, file
        assert list(retry(then.set_aside)) == list(then.set_aside), file


def study_of(n):
    told = {"nctId": f"NCT{n:08d}", "briefTitle": f"Study {n}: {hashlib.sha256(bytes([n % 256])).hexdigest()}"}
    return {"protocolSection": {"identificationModule": told}}


def test_every_entry_of_the_true_samples_that_was_set_aside_is_read_again_or_kept(shared):
    "Whatever the reader sets aside can be tried again without a fault, and nothing is lost by it."
    for entry in (one for one in iter_entries(shared / "formats") if isinstance(one, SetAside)):
        assert list(retry([entry])), entry.reason


def test_an_old_store_is_refused_in_words(store):
    with duckdb.connect(store) as made:
        made.execute("CREATE TABLE about (key VARCHAR, value VARCHAR)")
        made.execute("CREATE TABLE trials (trial INTEGER)")
    with pytest.raises(OutputError, match="build it anew"):
        add_to_store(store, [], [], set_aside=[])


@pytest.mark.parametrize("size", [(16 << 20) * 3 // 4 - 100, (16 << 20) * 3 // 4, 20_000_000])
def test_an_entry_of_any_size_is_kept_whole(store, size):
    raw = bytes(range(256)) * (size // 256) + b"\xff" * (size % 256)
    write_store([], [], store, set_aside=[kept(raw), kept(b"small")])
    assert [bytes(one) for one in read_store(store, "SELECT raw FROM set_aside")["raw"]] == [raw, b"small"]
