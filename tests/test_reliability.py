"""What networks, disks, kills and hostile records do to the whole: nothing is lost, and nothing runs."""

import ctypes
import gzip
import io
import json
import os
import random
import re
import resource
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import duckdb
import lxml.html
import msgspec
import pytest
from conftest import ENTRIES, ROOT
from killed import seen

from trial_atlas.decide.classify import classify
from trial_atlas.decide.explain import explain
from trial_atlas.read.ctgov import from_ctgov
from trial_atlas.read.load import MAX_RATIO, aside, iter_entries, load, retry
from trial_atlas.record import ReadError, SetAside, Source, Trial
from trial_atlas.run.exports import write_exports
from trial_atlas.run.store import read_store, write_store, write_tables
from trial_atlas.show.site import write_site
from trial_atlas.show.tables import evidence_table, safe_csv, trial_table

GIB = 1 << 30
STUDY = (ENTRIES / "ctgov-v2.json").read_bytes()
COMMAND = [sys.executable, "-m", "trial_atlas.run.cli"]


def limited(arguments, *, fsize=None, memory=None, plain=False, timeout=120):
    "Run a process that may write, hold or do less than this one."

    def before():
        if fsize is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (fsize, fsize))
        if memory is not None:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if plain and os.getuid() == 0:  # Without these two, root meets the same locked doors as everyone
            for capability in (1, 2):
                ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)

    return subprocess.run(arguments, preexec_fn=before, capture_output=True, text=True, timeout=timeout, cwd=ROOT)


def study(number="NCT00000001", **modules) -> bytes:
    "A small study."
    named = {"identificationModule": {"nctId": number, "briefTitle": "A trial of chest irradiation"}}
    return json.dumps({"protocolSection": named | modules}).encode()


# Killed


def kills(what: str, folder: Path, points: int, seed: int) -> list[dict]:
    "What killed.py tells of its kills."
    script = ROOT / "tests" / "killed.py"
    arguments = [sys.executable, script, what, folder / "kills", str(points), str(seed)]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=1200)
    assert done.returncode == 0, done.stderr[-2000:]
    told = [json.loads(line) for line in done.stdout.splitlines()]
    killed = [row["killed"] for row in told if "killed" in row]
    assert len(killed) == points and sum(killed) >= points // 2
    return told


@pytest.mark.parametrize(
    "points, seed", [(6, 1), pytest.param(18, 2, marks=pytest.mark.long), pytest.param(18, 3, marks=pytest.mark.long)]
)
def test_killed_at_any_moment_of_a_load(tmp_path, points, seed):
    "Whatever the moment, the store is the old one or the new one, and the same load again gives the new one."
    told = kills("load", tmp_path, points, seed)
    assert [row for row in told if not (row["whole"] and row["same"] and row["left"] == [])] == []


@pytest.mark.parametrize(
    "points, seed", [(1, 4), pytest.param(16, 5, marks=pytest.mark.long), pytest.param(16, 6, marks=pytest.mark.long)]
)
def test_killed_at_any_moment_of_a_build(tmp_path, points, seed):
    "After many kills, each upon what the others left, one build that ends gives what an undisturbed one gives."
    *told, last = kills("build", tmp_path, points, seed)
    assert [row for row in told if not row["whole"]] == []
    assert last["differs"] == []
    assert last["left"] == [], "what the killed ones left behind is gone"


# Disk full, and no leave to write

WRITE = """
import json, resource, sys
from pathlib import Path
from trial_atlas.decide.classify import classify
from trial_atlas.read.load import load
from trial_atlas.record import OutputError
from trial_atlas.run.exports import write_exports
from trial_atlas.run.store import read_store, write_store, write_tables
from trial_atlas.show.tables import axis_table, evidence_table, regimen_table, trial_table
folder, rooms = Path(sys.argv[1]), json.loads(sys.argv[2])
trials = load()[:20]
decisions = [classify(trial) for trial in trials]
makers = {"trials": trial_table, "axes": axis_table, "evidence": evidence_table, "regimens": regimen_table}
tables = {name: make(trials, decisions) for name, make in makers.items()}
work = {
    "store": lambda: write_store(trials, decisions, folder / "atlas.duckdb", set_aside=()),
    "tables": lambda: write_tables(tables, folder / "tables"),
    "exports": lambda: write_exports(trials, decisions, tables, folder),
}
for what, room in rooms:
    if room is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    try:
        work[what]()
        said = "nothing"
    except OutputError as error:
        said = str(error)
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    lost = [str(path) for path in before if not after.get(path)]
    changed = [path.name for path in after if after[path] != before.get(path)]
    print(json.dumps({"what": what, "room": room, "said": said, "lost": lost, "changed": changed}))
"""


@pytest.fixture
def atlas(tmp_path):
    "An atlas of two trials."
    trials = load()[:2]
    decisions = [classify(trial) for trial in trials]
    tables = {"trials": trial_table(trials, decisions)}
    write_store(trials, decisions, tmp_path / "atlas.duckdb", set_aside=())
    write_tables(tables, tmp_path / "tables")
    write_exports(trials, decisions, tables, tmp_path)
    return tmp_path


def outcomes(folder, rooms, **limits):
    done = limited([sys.executable, "-c", WRITE, folder, json.dumps(rooms)], **limits)
    assert done.returncode == 0, done.stderr[-2000:]
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(rooms)
    for row in told:
        assert "cannot be written" in row["said"] and "\n" not in row["said"], row
        assert row["lost"] == [] and not [name for name in row["changed"] if name.startswith(".")], row
        assert row["what"] != "store" or row["changed"] == [], "the old store is intact"
    return told


def test_a_full_disk_is_a_sentence_and_leaves_the_old_files(atlas):
    "The room is what one file may take: it ends in the lines, in the store, in a CSV or in a Parquet file."
    rooms = [
        ["store", 4_000],
        ["store", 100_000],
        ["store", 600_000],
        ["tables", 0],
        ["tables", 3_000],
        ["exports", 100],
    ]
    outcomes(atlas, rooms)
    assert seen(atlas / "atlas.duckdb")["loads"], "and the old store can be read"


def test_a_folder_without_leave_to_write_is_a_sentence(atlas):
    for folder in (atlas / "tables", atlas):
        folder.chmod(0o555)
    try:
        told = outcomes(atlas, [[what, None] for what in ("store", "tables", "exports")], plain=True)
    finally:
        for folder in (atlas, atlas / "tables"):
            folder.chmod(0o755)
    assert [row["changed"] for row in told] == [[], [], []]


def test_a_build_on_a_full_disk_ends_in_a_sentence(tmp_path):
    (tmp_path / "study.json").write_bytes(STUDY)
    done = limited([*COMMAND, "build", tmp_path / "study.json", "--out", tmp_path / "out"], fsize=50_000)
    assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "atlas.duckdb" in done.stderr and not (tmp_path / "out" / "atlas.duckdb").exists()


# Hostile files


def zipped(members, method=zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "lol"}">' for i in range(10))
XML = "<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info><brief_title>{}</brief_title></clinical_study>"
WHO = "<{0}><{1}><TrialID>NCT00000001</TrialID><Public_title>{2}</Public_title></{1}></{0}>"
ROOTS = {
    "ctgov": XML,
    "ictrp": WHO.format("Trials_downloaded_from_ICTRP", "Trial", "{}"),
    "who": WHO.format("trials", "trial", "{}"),
    "isrctn": "<allTrials><fullTrial><trial><isrctn>1</isrctn><title>{}</title></trial></fullTrial></allTrials>",
    "eudract": "<result eudractNumber='2015-001234-12'><fullTitle>{}</fullTitle></result>",
    "chictr": "<trial><main><trial_id>ChiCTR1</trial_id><public_title>{}</public_title></main></trial>",
}
DOCTYPES = {
    "billion laughs": (LAUGHS, "&l9;"),
    "quadratic": (f'<!ENTITY a "{"a" * 100_000}">', "&a;" * 1000),
    "file": ('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
    "parameter": ('<!ENTITY % x SYSTEM "http://127.0.0.1:{port}/x.dtd"> %x;', "a"),
    "network": ('<!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">', "&x;"),
}


@pytest.mark.parametrize("late", [False, True], ids=["at once", "late"])
@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("kind", DOCTYPES)
def test_xml_with_entities_is_refused(tmp_path, kind, root, late):
    "Nothing is expanded, no file is read and no host is asked, wherever the declaration stands."
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        declared, used = (part.replace("{port}", str(server.getsockname()[1])) for part in DOCTYPES[kind])
        padding = f"<!--{'x' * 70_000}-->" if late else ""
        text = f'<?xml version="1.0"?>{padding}<!DOCTYPE s [{declared}]>{ROOTS[root].format(used)}'
        (tmp_path / "bomb.xml").write_text(text)
        trials = load(tmp_path / "bomb.xml")
        with pytest.raises(BlockingIOError):
            server.accept()
    (entry,) = trials.set_aside
    assert len(trials) == 0 and "XML" in entry.reason and entry.raw == text.encode()


def test_a_doctype_elsewhere_is_not_fetched(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        where = f"http://127.0.0.1:{server.getsockname()[1]}/x.dtd"
        inclusion = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
        (tmp_path / "a.xml").write_text(f'<!DOCTYPE s SYSTEM "{where}">{XML.format("A trial" + inclusion)}')
        held = msgspec.json.encode(list(load(tmp_path / "a.xml")))
        with pytest.raises(BlockingIOError):
            server.accept()
    assert b"root:" not in held and b"A trial" in held


DEEP = 100_000
NESTED = {
    "list": b"[" * DEEP + b"]" * DEEP,
    "open list": b"[" * DEEP,
    "object": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "in a study": study()[:-1] + b', "x": ' + b"[" * DEEP + b"]" * DEEP + b"}",
    "in a field": study(conditionsModule=0).replace(b": 0", b": " + b"[" * DEEP + b"]" * DEEP),
    "in another form": b'{"nct_id": "NCT00000001", "brief_title": "t", "eligibility": '
    + b"[" * 900
    + b"]" * 900
    + b"}",
    "xml": XML.format("<a>" * DEEP + "</a>" * DEEP).encode(),
}


@pytest.mark.parametrize("kind", NESTED)
def test_deep_nesting_is_refused_or_read(tmp_path, kind):
    (tmp_path / "deep").write_bytes(NESTED[kind])
    began = time.monotonic()
    trials = load(tmp_path / "deep")
    assert trials.found == 1 and time.monotonic() - began < 10
    for entry in trials.set_aside:
        assert NESTED[kind].endswith(entry.raw) and len(entry.raw) > DEEP / 100 and len(entry.reason) < 1000


@pytest.mark.parametrize("tags", ["<div>", "<ul><li>", "<div></span>", "<a><div>", "<table><tr><td>", "<x/>", "<b><p>"])
def test_a_deep_page_takes_no_longer_than_a_flat_one(tmp_path, tags):
    "The parser's time grows with the square of the depth; one of 50,000 open tags took many seconds."
    words = b"<h1>A trial of chest irradiation</h1><p>NCT00000001</p><h2>Brief Summary</h2><p>Patients get 50 Gy.</p>"
    page = b"<!doctype html><body>" + tags.encode() * (100_000 // tags.count("<")) + words
    (tmp_path / "deep.html").write_bytes(page)
    began = time.process_time()
    (trial,) = load(tmp_path)
    assert time.process_time() - began < 2
    assert trial.id == "NCT00000001" and "Patients get 50 Gy." in str(trial)


def test_a_deep_entry_does_not_take_its_neighbours(tmp_path):
    lines = [study("NCT00000001"), NESTED["object"], study("NCT00000003")]
    (tmp_path / "deep.ndjson").write_bytes(b"\n".join(lines))
    trials = load(tmp_path)
    assert [trial.id for trial in trials] == ["NCT00000001", "NCT00000003"] and len(trials.set_aside) == 1


def test_paths_that_lead_out_of_a_zip_are_refused(tmp_path):
    names = ["../a.json", "../../a.json", "/etc/a.json", "C:\\a.json", "b\\..\\..\\a.json", "a/../../b.json"]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(zipped([(name, study()) for name in [*names, "good/a.json"]]))
    trials = load(tmp_path / "in")
    assert len(trials) == 1 and len(trials.set_aside) == len(names)
    assert all("leads out of the archive" in entry.reason for entry in trials.set_aside)
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_bombs_in_archives_are_refused(tmp_path):
    blank, nested = b" " * (80 << 20), zipped([("e.json", study())])
    for name in "dcba":
        nested = zipped([(f"{name}.zip", nested)])
    bombs = {
        "blank.zip": zipped([("a.json", blank)]),
        "blank.gz": gzip.compress(gzip.compress(b'{"a": "' + blank + b'"}')),
        "nested.zip": nested,
    }
    for name, data in bombs.items():
        (tmp_path / name).write_bytes(data)
        trials = load(tmp_path / name)
        assert (len(trials), len(trials.set_aside)) == (0, 1)
        assert re.search("times its size|nested", trials.set_aside[0].reason)


def test_many_small_bombs_are_one_large_bomb(tmp_path):
    small = zipped([("a.txt", b"0" * (12 << 20))])
    (tmp_path / "many.zip").write_bytes(zipped([(f"{i}.zip", small) for i in range(20)]))
    held = sum(len(entry.raw) for entry in load(tmp_path / "many.zip").set_aside)
    assert held <= MAX_RATIO * (tmp_path / "many.zip").stat().st_size


READ = """
import json, resource, sys
from trial_atlas.read.load import iter_entries
from trial_atlas.record import Trial
kept = 0
for entry in iter_entries(sys.argv[1]):
    if isinstance(entry, Trial):
        print("read", entry.id)
    else:
        kept += len(entry.raw)
        print("aside", entry.reason[:400])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"kept": kept, "peak": peak * 1024}))
"""
HUGE = {  # What stands before and after 200 MB of text in one record, and what is to be read beside it
    "line.ndjson": (study("NCT00000011") + b"\n" + study("NCT00000012")[:-3] + b', "officialTitle": "', b'"}}}\n' + study("NCT00000013")),
    "one.json": (study("NCT00000012")[:-3] + b', "officialTitle": "', b'"}}}'),
    "page.json": (b'{"studies": [' + study("NCT00000011") + b", " + study("NCT00000012")[:-3] + b', "officialTitle": "', b'"}}}, ' + study("NCT00000013") + b"]}"),
    "one.xml": (b"<clinical_study><brief_title>t</brief_title><brief_summary><textblock>", b"</textblock></brief_summary></clinical_study>"),
    "export.xml": (b"<Trials_downloaded_from_ICTRP><Trial><TrialID>NCT00000011</TrialID><Public_title>t</Public_title></Trial><Trial><Public_title>", b"</Public_title></Trial></Trials_downloaded_from_ICTRP>"),
    "page.txt": (b"A trial\n\nNCT00000012\n\nDescription\n\n", b""),
    "page.html": (b"<!doctype html><html><body><h1>A trial</h1><p>", b"</p></body></html>"),
    "rows.csv": (b'NCT Number,Study Title,Study Status,Conditions\nNCT00000011,t,RECRUITING,c\nNCT00000012,"', b'",R,c\nNCT00000013,t,RECRUITING,c\n'),
    "eu.txt": (b"EudraCT Number: 2015-001234-12\nSponsor Protocol Number: X\nFull Title: ", b""),
    "one.ris": (b"TY  - DBASE\nAN  - NCT00000012\nTI  - ", b"\nER  - \n"),
    "isrctn.xml": (b"<allTrials><fullTrial><trial><isrctn>1</isrctn><title>", b"</title></trial></fullTrial></allTrials>"),
    "brackets.json": (b"[" * 1000, b""),
}  # fmt: skip


STREAMED = ("line.ndjson", "rows.csv")


@pytest.mark.parametrize(
    "name", ["line.ndjson", *(pytest.param(name, marks=pytest.mark.long) for name in HUGE if name != "line.ndjson")]
)
def test_a_record_of_200_mb_is_refused_in_bounded_memory(tmp_path, name):
    "Two gibibytes of address space, ten times the record, are enough for any form."
    before, after = HUGE[name]
    filler = b"[" * 1000 if name == "brackets.json" else b"lorem ipsum dolor sit amet, "
    with (tmp_path / name).open("wb") as file:
        file.write(before)
        for _ in range(200):
            file.write(filler * ((1 << 20) // len(filler)))
        file.write(after)
    done = limited([sys.executable, "-c", READ, tmp_path / name], memory=2 * GIB)
    assert done.returncode == 0, done.stderr[-2000:]
    *told, last = done.stdout.splitlines()
    spent = json.loads(last)
    assert spent["kept"] <= 1 << 20, "of a record that is too large, its beginning is kept"
    assert re.search(r"are kept of 209,\d{3},\d{3} bytes, SHA-256 [0-9a-f]{64}", done.stdout)
    assert name not in STREAMED or spent["peak"] < GIB // 2, "what is read line by line is never held whole"
    assert len([line for line in told if line.startswith("aside")]) == 1, told
    around = re.findall(rb"NCT0000001[13]", before + after)
    assert [line.removeprefix("read ") for line in told if line.startswith("read")] == [n.decode() for n in around]


@pytest.mark.long
def test_a_row_of_200_mb_in_a_snapshot_is_refused_in_bounded_memory(tmp_path):
    head, row = b"nct_id|brief_title|overall_status\n", b"NCT00000013|A trial|Completed\n"
    with zipfile.ZipFile(tmp_path / "aact.zip", "w") as archive:
        with archive.open("studies.txt", "w", force_zip64=True) as table:
            table.write(head + b"NCT00000012|")
            for _ in range(200):
                table.write(b"lorem ipsum dolor sit am, " * ((1 << 20) // 26))
            table.write(b"|Completed\n" + row)
        archive.writestr("conditions.txt", "id|nct_id|name\n1|NCT00000013|c\n")
    done = limited([sys.executable, "-c", READ, tmp_path / "aact.zip"], memory=4 * GIB)
    assert done.returncode == 0, done.stderr[-2000:]
    *told, last = done.stdout.splitlines()
    assert sorted(line.split(";")[0][:60] for line in told)[-1] == "read NCT00000013"
    assert len(told) == 2 and "in one line" in done.stdout
    assert json.loads(last)["kept"] <= 1 << 20 and json.loads(last)["peak"] < GIB


TAGS = {
    "one.xml": (b"<clinical_study>", b"<a/>", b"</clinical_study>"),
    "export.xml": (b"<Trials_downloaded_from_ICTRP><Trial>", b"<a/>", b"</Trial></Trials_downloaded_from_ICTRP>"),
    "page.html": (b"<!doctype html><body>", b"<p>", b"</body>"),
    "page.txt": (b"A trial\n\nNCT00000012\n\n", b"x\n", b""),
    "study.json": (study()[:-1] + b', "x": [', b"[],", b"1]}"),
}


@pytest.mark.parametrize("name", TAGS)
def test_small_parts_do_not_add_up_to_much_memory(tmp_path, name):
    "A parser spends a hundred bytes and more on a tag of four."
    start, part, end = TAGS[name]
    (tmp_path / name).write_bytes(start + part * ((20 << 20) // len(part)) + end)
    done = limited([sys.executable, "-c", READ, tmp_path / name], memory=2 * GIB)
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1])["peak"] < GIB // 2
    assert len(done.stdout.splitlines()) == 2


LARGE = b"words and \xe9 in another encoding " * 10_000
REFUSED = {
    "another encoding": LARGE,
    "a table of nobody": b"a,b,c,d\n" + b"1,2,3,4\n" * 30_000,
    "xml of nobody": b"<other>" + b"<x>y</x>" * 30_000 + b"</other>",
    "broken xml": b"<clinical_study>" + b"<x>y</x>" * 30_000 + b"<clinical",
    "json of nobody": b'{"a": "' + b"x" * 300_000 + b'"}',
    "torn json": b'{"protocolSection": {"a": "' + b"x" * 300_000,
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_set_aside_is_kept_to_the_last_byte(tmp_path, kind):
    (tmp_path / "file").write_bytes(REFUSED[kind])
    (entry,) = load(tmp_path).set_aside
    assert entry.raw == REFUSED[kind]


def test_what_is_refused_unread_keeps_its_packed_bytes(tmp_path):
    whole = zipped([("a.json", STUDY), ("b.json", study())])
    locked, torn, unknown = bytearray(whole), bytearray(whole), bytearray(whole)
    local, listed = whole.index(b"PK\x03\x04"), whole.index(b"PK\x01\x02")
    locked[local + 6] |= 1
    locked[listed + 8] |= 1
    unknown[local + 8] = unknown[listed + 10] = 99  # A method of compression that there is not
    torn[local + 40 : local + 60] = b"\xff" * 20
    for data, why in ((locked, "encrypted"), (torn, "cannot be read"), (unknown, "cannot be read")):
        (tmp_path / "a.zip").write_bytes(data)
        trials = load(tmp_path)
        assert [trial.id for trial in trials] == ["NCT00000001"], "the other member is read"
        assert why in trials.set_aside[0].reason and bytes(data).startswith(trials.set_aside[0].raw[:1000])
        assert len(trials.set_aside[0].raw) > 1000


@pytest.mark.parametrize("member", ["index.html", "sub/index.html", "page.html"])
def test_one_damaged_member_costs_no_other(tmp_path, member):
    "A start page is looked into before the members are read; a damaged one cost every record of its zip."
    data = zipped([(member, b"<html><body>A page</body></html>" * 40), ("a.json", STUDY)], zipfile.ZIP_STORED)
    (tmp_path / "a.zip").write_bytes(data.replace(b"A page", b"A cage", 1))
    trials = load(tmp_path)
    assert [trial.id for trial in trials] == ["NCT05512520"]
    assert [entry.source.file for entry in trials.set_aside] == [f"a.zip/{member}"]
    assert "cannot be read" in trials.set_aside[0].reason and trials.set_aside[0].raw


@pytest.mark.parametrize("packed", ["gz", "zip"])
def test_a_broken_archive_is_read_as_far_as_it_goes(tmp_path, packed):
    "Studies before the damage are read, and one more entry says that there was more."
    chance = random.Random(1)
    words = [chance.randbytes(300).hex() for _ in range(200)]
    studies = [study(f"NCT0000{i:04}", descriptionModule={"briefSummary": text}) for i, text in enumerate(words)]
    page = b'{"studies": [' + b", ".join(studies) + b"]}"
    if packed == "gz":
        data = gzip.compress(page)[:-20_000]
    else:
        data = bytearray(zipped([("page.json", page)]))
        data[-40_000:-39_000] = b"\xff" * 1000
    (tmp_path / "a").write_bytes(data)
    trials = load(tmp_path)
    (entry,) = trials.set_aside
    assert 50 < len(trials) < 200 and "cannot be read to its end" in entry.reason
    assert packed == "zip" or page.count(entry.raw) == 1, "the torn rest is kept"
    assert entry.raw


def test_a_wrong_checksum_is_told(tmp_path):
    data = bytearray(gzip.compress(STUDY))
    data[-8:-4] = b"\0\0\0\0"
    (tmp_path / "a.gz").write_bytes(data)
    trials = load(tmp_path)
    assert len(trials) == 1 and "CRC" in trials.set_aside[0].reason and trials.set_aside[0].raw == data


def test_nothing_between_the_entries_of_an_export_is_lost(tmp_path):
    "A trial whose first tag is damaged, and a last one that is cut, are neither of them entries."
    one = "<Trial><TrialID>NCT0000000{}</TrialID><Public_title>A trial</Public_title></Trial>"
    parts = [one.format(1), one.format(2).replace("<Trial>", "<Tril>", 1), "<!-- a remark -->", one.format(3)]
    cut = one.format(4)[:60]
    text = "<Trials_downloaded_from_ICTRP>" + "\n".join([*parts, cut])
    (tmp_path / "a.xml").write_text(text)
    trials = load(tmp_path)
    assert [trial.id for trial in trials] == ["NCT00000001", "NCT00000003"]
    stray, rest = trials.set_aside
    assert b"NCT00000002" in stray.raw and cut.encode() == rest.raw.strip() and "breaks off" in rest.reason


# Totals


@pytest.fixture
def crowd(tmp_path):
    "A folder with everything that a folder may hold."
    folder = tmp_path / "crowd"
    for name in ("", "sub", ".git", "closed", "deep" + "/d" * 40):
        (folder / name).mkdir(exist_ok=True, parents=True)
    (folder / "a.json").write_bytes(study("NCT00000001"))
    (folder / "sub" / "b.json").write_bytes(study("NCT00000002")[:-5])
    (folder / ".git" / "c.json").write_bytes(study("NCT00000003"))
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (folder / ("deep" + "/d" * 40) / "d.json").write_bytes(study("NCT00000004"))
    (folder / "closed" / "e.json").write_bytes(study("NCT00000005"))
    (folder / "closed.json").write_bytes(study("NCT00000006"))
    (folder / "link.json").symlink_to("a.json")
    (folder / "round").symlink_to(".")
    (folder / "nowhere").symlink_to("nothing")
    (folder / "self").symlink_to("self")
    (folder / "zero").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe")
    members = [("f.json", study("NCT00000007")), (".hidden.json", study()), ("__MACOSX/._f.json", b"\0"), ("x/", b"")]
    (folder / "g.zip").write_bytes(zipped(members))
    (folder / os.fsdecode(b"\xff.json")).write_bytes(study("NCT00000008"))
    (folder / "closed").chmod(0)
    (folder / "closed.json").chmod(0)
    yield folder
    (folder / "closed").chmod(0o755)


COUNT = """
import json, sys
from trial_atlas.read.load import load
trials = load(sys.argv[1])
aside = {entry.source.file: entry.reason for entry in trials.set_aside}
told = {"read": sorted(trial.id for trial in trials), "aside": aside, "skipped": trials.skipped, "files": trials.files}
print(json.dumps(told | {"found": trials.found, "summary": trials.summary()}))
"""


def test_everything_in_a_folder_is_read_set_aside_or_named(crowd):
    done = limited([sys.executable, "-c", COUNT, crowd], plain=True, timeout=20)
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert told["read"] == [f"NCT0000000{n}" for n in (1, 1, 4, 7, 8)], "the link to a file is one more file"
    assert sorted(told["skipped"]) == [".DS_Store", ".git", "g.zip/.hidden.json", "g.zip/__MACOSX/"]
    why = {
        "closed": "Permission", "closed.json": "Permission", "nowhere": "leads nowhere", "pipe": "a pipe",
        "round": "link to a folder", "self": "leads nowhere", "sub/b.json": "breaks off", "zero": "device",
    }  # fmt: skip
    assert told["aside"].keys() == why.keys()
    assert all(words in told["aside"][name] for name, words in why.items())
    assert told["found"] == 5 + 8 == sum(read + aside for read, aside in told["files"].values())
    assert told["summary"].startswith("13 found = 5 read") and "Not opened: .DS_Store, .git" in told["summary"]


def test_strict_fails_for_anything_set_aside_and_for_nothing_else(tmp_path):
    (tmp_path / "a.json").write_bytes(study())
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    assert load(tmp_path, strict=True).skipped == (".DS_Store",)
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(ReadError, match="1 of 2 entries.*empty: found nothing"):
        load(tmp_path, strict=True)


def test_what_was_set_aside_is_tried_again(tmp_path):
    "A store is loaded like any other file: what could not be read when it was written may be readable by now."
    place = Source(form="", file="old.json", place="study 2")
    then = [
        aside(place, "old.json · study 2: found what no reader knew; a record", study("NCT00000002")),
        aside(place, "old.json · study 3: found nothing that can be read; a record", b"\0\1"),
        aside(place, "old.json · study 4: found 70 MB; a record has at most 64", bytes(70 << 20)),
    ]
    trials = load(ENTRIES / "ctgov-v2.json")
    store = write_store(trials, [classify(trial) for trial in trials], tmp_path / "s.duckdb", set_aside=then)
    again = load(store)
    assert [trial.id for trial in again] == [trials[0].id, "NCT00000002"] and again[0] == trials[0]
    assert again[1].source.file == "old.json"
    assert [entry.source.place for entry in again.set_aside] == ["study 2", "study 2"]
    assert len(again.set_aside[1].raw) == 1 << 20, "a beginning is never taken for the whole"
    assert list(retry(again.set_aside))[0].reason == again.set_aside[0].reason


STREAMED_STORE = """
import json, resource, sys
from trial_atlas.read.load import iter_entries
found = [entry.id for entry in iter_entries(sys.argv[1], findings=False)]
print(json.dumps([found[0], found[-1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024]))
"""


def test_a_store_is_read_without_being_held(tmp_path):
    "All records of a store were fetched before the first was given, and a store may be larger than memory."
    path = tmp_path / "large.duckdb"
    record = msgspec.json.encode(Trial(source=Source(form="x"), ids=("NUMBER",), description="WORDS")).decode()
    with duckdb.connect(str(path)) as store:
        store.execute("CREATE TABLE trials (trial INTEGER, record VARCHAR)")
        store.execute(
            "CREATE TABLE set_aside (register TEXT, form TEXT, file TEXT, place TEXT, sha256 TEXT, reason TEXT, raw BLOB)"
        )
        store.execute("PRAGMA force_compression = 'uncompressed'")  # To choose one would take most of the time
        words = "replace(replace($1, 'NUMBER', 'A' || i), 'WORDS', repeat(md5(i::VARCHAR), 400))"
        store.execute(f"INSERT INTO trials SELECT i, {words} FROM range(20000) AS t(i)", [record])
    done = limited([sys.executable, "-c", STREAMED_STORE, path])
    assert done.returncode == 0, done.stderr[-2000:]
    first, last, peak = json.loads(done.stdout.splitlines()[-1])
    assert (first, last) == ("A0", "A19999") and peak < 800 << 20, f"{peak >> 20} MB for 250 MB of records"


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 0, 1]])
def test_a_store_gives_its_records_in_order(tmp_path, order):
    "A database keeps no promise on where it puts a row; and a store may be asked while it is read."
    (tmp_path / "a.ndjson").write_bytes(b"\n".join(study(f"NCT0000000{n}") for n in (1, 2, 3)))
    trials = load(tmp_path / "a.ndjson")
    store = write_store(trials, [classify(trial) for trial in trials], tmp_path / "it's a store.duckdb")
    with duckdb.connect(str(store)) as opened:
        rows = f"SELECT * FROM trials ORDER BY list_position({order}, trial)"
        opened.execute(f"CREATE OR REPLACE TABLE trials AS {rows}")
    entries = iter_entries(store)
    first = next(entries)
    assert len(read_store(store)) == 3
    assert [first, *entries] == list(trials)


def test_every_entry_of_every_form_can_be_tried_again(tmp_path):
    "The bytes of an entry are enough to read it, wherever in a file it stood."
    from trial_atlas.read import load as room

    def refuse(read, source, raw):
        return room.aside(source, f"{source}: found an entry, says this test; none", raw)

    for path in [path for path in sorted(ENTRIES.iterdir()) if path.is_file()]:
        read = load(path)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(room, "attempt", refuse)
            then = load(path)
        assert len(then) == 0 and then.found == read.found, path.name
        again = [entry for entry in retry(then.set_aside)]
        assert [getattr(e, "id", e) for e in again] == [trial.id for trial in read], path.name
        assert [e.brief_title for e in again] == [trial.brief_title for trial in read], path.name


def test_the_command_line_survives_everything(crowd):
    "Whatever is named, the command ends in a sentence and never in a traceback."
    for path in (crowd, crowd / "zero", ""):
        done = limited([*COMMAND, "screen", path], plain=True, timeout=30)
        assert done.returncode in (0, 2) and "Traceback" not in done.stderr + done.stdout, path
        assert "found" in done.stderr or "trial-atlas:" in done.stderr


def test_endless_input_ends(tmp_path):
    "What streams from a pipe without an end is refused as soon as that is known."
    for words in (["yes", "word"], ["cat", "/dev/zero"]):
        endless = subprocess.Popen(words, stdout=subprocess.PIPE)
        done = subprocess.run(
            [*COMMAND, "screen", "-"], stdin=endless.stdout, capture_output=True, text=True, timeout=60
        )
        endless.kill()
        endless.wait()
        assert done.returncode == 0 and "1 set aside" in done.stderr, done.stderr


def test_a_slow_pipe_is_one_file(tmp_path):
    "A pipe gives a few bytes at a time; what it is shows only later."
    os.mkfifo(tmp_path / "pipe")
    script = "import sys, time; f = open(sys.argv[1], 'wb', 0)\nfor part in (b'{', sys.argv[2].encode()): f.write(part); time.sleep(0.2)"
    writer = subprocess.Popen([sys.executable, "-c", script, tmp_path / "pipe", study().decode()[1:]])
    assert [trial.id for trial in load(tmp_path / "pipe")] == ["NCT00000001"]
    assert writer.wait() == 0


# Hostile records

HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)> <a href='javascript:alert(3)'>x</a> "
    "{{ 7 * 191 }} {% raw %} ${7*191} #{7*191} \" ' & ]]> --> =cmd|' /C calc'!A0"
)
BIDI = "\u202etxet desrever\u2066"
KEPT = "source findings kind phases ids status sex start study_type allocation model purpose masking enrollment_kind".split()


def hostile(trial: Trial, word: str) -> Trial:
    "The same trial, with a hostile word behind every text."

    def bent(value):
        if isinstance(value, dict):
            return {k: v if k in KEPT else bent(v) for k, v in value.items()}
        return (
            [bent(v) for v in value]
            if isinstance(value, list)
            else f"{value} {word}"
            if isinstance(value, str)
            else value
        )

    bad = msgspec.convert(bent(msgspec.to_builtins(trial)), Trial)
    source = Source(register=word, form="example", file=word, place=word)
    return msgspec.structs.replace(
        bad, source=source, status=word, phases=(word,), ids=(*trial.ids, word), url="javascript:alert(4)"
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    "The same atlas, plain and hostile: name of the page → its tree."
    trial = load()["NCT05512520"]
    found = {}
    for kind, word in (("plain", "plain"), ("hostile", HOSTILE), ("bidi", BIDI)):
        folder = tmp_path_factory.mktemp(kind)
        bad = hostile(trial, word)
        aside = SetAside(Source(form="example", file=word), f"{word}: found nothing; a record", b"")
        write_site([bad], [classify(bad)], folder, set_aside=[aside], title=f"An atlas {word}")
        found[kind] = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*.html")}
    return found


def trees(pages, kind):
    return {name: lxml.html.fromstring(text.replace("\x00", "")) for name, text in pages[kind].items()}


def test_no_text_becomes_markup_or_script(pages):
    plain, bad = trees(pages, "plain"), trees(pages, "hostile")
    assert sorted(map(os.path.dirname, plain)) == sorted(map(os.path.dirname, bad))
    for mine, theirs in zip(sorted(plain), sorted(bad)):
        for kind in ("script", "img", "iframe", "object", "embed", "form", "base", "svg", "link", "meta"):
            assert len(list(plain[mine].iter(kind))) == len(list(bad[theirs].iter(kind))), f"{theirs}: <{kind}>"
        for element in bad[theirs].iter(lxml.html.etree.Element):
            for name, value in element.attrib.items():
                assert not name.startswith("on"), f"{theirs}: {element.tag} {name}={value[:80]}"
                if name in ("href", "src", "action", "formaction", "xlink:href"):
                    assert not re.match(r"\s*(javascript|vbscript|data:(?!,$|text/plain))", value, re.I), value[:80]
    (title,) = {t for name, tree in bad.items() if name == "index.html" for t in tree.xpath("//title/text()")}
    assert HOSTILE in title, "it appears as the text it is"
    assert "1337" not in "".join(pages["hostile"].values()), "no template engine has calculated"


def test_no_text_becomes_an_expression_of_a_figure(pages):
    "Vega evaluates some strings of a specification; none of them may hold a record's words."

    def expressions(value, name=""):
        if isinstance(value, dict):
            for key, part in value.items():
                yield from expressions(part, key)
        elif isinstance(value, list):
            for part in value:
                yield from expressions(part, name)
        elif isinstance(value, str) and name in (
            "expr",
            "test",
            "calculate",
            "filter",
            "labelExpr",
            "signal",
            "update",
            "href",
            "url",
        ):
            yield value

    found = 0
    for tree in trees(pages, "hostile").values():
        for script in tree.xpath("//script[contains(@type, 'json')]/text()"):
            found += 1
            assert not [text for text in expressions(json.loads(script)) if "alert(" in text]
    assert found, "the figures are there as JSON"


BLOCKS = set("p td th li h1 h2 h3 h4 dt dd div section caption summary figcaption blockquote title main ul ol".split())


def loose(element, inside=True):
    "The text of a block that is not isolated by a `dir`, in order."
    if inside and element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag not in BLOCKS and child.tag not in ("script", "style", "bdi"):
            if child.get("dir") is None:
                yield from loose(child)
        if child.tail:
            yield child.tail


def test_no_text_turns_its_neighbours_around(pages):
    "A bidirectional control is gone, or ends where its own text ends."
    for name, tree in trees(pages, "bidi").items():
        for block in tree.iter(*BLOCKS):
            parts = [part for part in loose(block) if part.strip()]
            turned = [part for part in parts[:-1] if re.search("[\u202a-\u202e\u2066-\u2069]", part)]
            assert not turned, f"{name}: <{block.tag}> {turned[0][:120]!r}"


def test_no_cell_of_csv_turns_its_neighbours_around():
    trial = hostile(load()["NCT05512520"], BIDI)
    text = safe_csv(trial_table([trial], [classify(trial)])) + safe_csv(evidence_table([trial], [classify(trial)]))
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)


def test_no_cell_of_csv_is_a_formula():
    for start in ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "\x00="):
        trial = hostile(load()["NCT05512520"], "x")
        trial = msgspec.structs.replace(trial, acronym=f"{start}cmd|' /C calc'!A0", brief_title=f"{start}1+1")
        text = safe_csv(trial_table([trial], [classify(trial)]))
        cells = [cell for row in __import__("csv").reader(io.StringIO(text)) for cell in row]
        assert not [cell for cell in cells if cell.lstrip(" \ufffd\u00a0").startswith(tuple("=+-@\t\r\n＝"))]


def test_a_notebook_shows_text_as_text():
    "In a notebook a trial, a list of trials, an explanation and a table are HTML."
    trial = hostile(load()["NCT05512520"], HOSTILE)
    decision = classify(trial)
    shown = [trial, explain(trial), trial_table([trial], [decision]), evidence_table([trial], [decision])]
    for thing in shown:
        tree = lxml.html.fromstring(f"<div>{thing._repr_html_()}</div>")
        assert not list(tree.iter("script", "img", "iframe")), type(thing).__name__
        assert not [e for e in tree.iter(lxml.html.etree.Element) for name in e.attrib if name.startswith("on")]
        assert not tree.xpath("//a[starts-with(@href, 'javascript')]")
        assert (
            HOSTILE[:30] in tree.text_content()
            or "alert(1)" in tree.text_content()
            or isinstance(thing, type(shown[1]))
        )


def test_a_name_is_never_a_path(tmp_path):
    "A number, an acronym or a title that looks like a path stays in the folder of pages."
    names = [
        "../../evil",
        "/etc/passwd",
        "..",
        ".",
        "",
        "CON",
        "a" * 5000,
        "a\x00b",
        "C:\\x",
        "%2e%2e%2f",
        "\u202e",
        "~root",
    ]
    trials = [Trial(source=Source(form="example"), ids=(name,), acronym=name, brief_title=name) for name in names]
    write_site(trials, [classify(trial) for trial in trials], tmp_path / "a" / "out")
    assert [p.name for p in tmp_path.iterdir()] == ["a"] and [p.name for p in (tmp_path / "a").iterdir()] == ["out"]
    found = list((tmp_path / "a" / "out" / "trials").rglob("*.html"))
    assert len(found) == len(names) and all(re.fullmatch(r"[\w.-]{1,200}", page.name) for page in found)


# People

PRIVATE = ("Private", "Official", "555-0100", "example.org", "Sid Site")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.I)


def with_people() -> list[Path]:
    "The entries that name contacts."
    return [p for p in sorted(ENTRIES.iterdir()) if any(word in p.read_text("utf-8") for word in PRIVATE)]


@pytest.mark.parametrize("path", with_people(), ids=lambda path: path.name)
def test_people_are_dropped_on_reading(path):
    held = msgspec.json.encode(list(load(path, strict=True))).decode()
    assert not [word for word in PRIVATE if word in held]


def test_most_forms_are_tried_with_people():
    assert len(with_people()) >= 8


def test_a_sponsor_stays_also_where_it_is_a_person():
    people = {
        "leadSponsor": {"name": "Dr. Jane Roe", "class": "INDIV"},
        "responsibleParty": {
            "type": "SPONSOR_INVESTIGATOR",
            "investigatorFullName": "John Doe",
            "oldNameTitle": "J. Doe",
        },
        "collaborators": [{"name": "Dr. Max Mustermann"}],
    }
    places = {
        "centralContacts": [{"name": "Ann Contact", "phone": "+1 555 0100", "email": "ann@example.org"}],
        "overallOfficials": [{"name": "Otto Official", "affiliation": "Clinic"}],
        "locations": [{"country": "Norway", "contacts": [{"name": "Sid Site", "email": "sid@example.org"}]}],
    }
    trial = from_ctgov(json.loads(study(sponsorCollaboratorsModule=people, contactsLocationsModule=places)))
    assert (trial.sponsor, trial.collaborators) == ("Dr. Jane Roe", ("Dr. Max Mustermann",))
    held = msgspec.json.encode(trial).decode()
    assert not [name for name in ("Doe", "Ann", "Otto", "Sid", "555", "@") if name in held]


def test_an_address_among_the_numbers_is_dropped():
    ids = {"nctId": "NCT00000001", "briefTitle": "t", "orgStudyIdInfo": {"id": "jane.roe@example.org"}}
    assert from_ctgov({"protocolSection": {"identificationModule": ids}}).other_ids == ()


def test_no_address_is_left_in_true_records(shared):
    found = []
    for folder in ("formats", "seeds"):
        for trial in load(shared / folder):
            found += [(str(trial.source), mail) for mail in MAIL.findall(msgspec.json.encode(trial).decode())]
    assert not found, "e-mail addresses that were not dropped on reading"
