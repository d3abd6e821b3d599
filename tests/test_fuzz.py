"""Damaged input of every form: no crash, no hang, nothing lost, and what is read can be stored."""

import gzip
import io
import json
import random
import re
import signal
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from conftest import ENTRIES, shared_path
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trial_atlas.decide.classify import classify
from trial_atlas.read.ctgov import FIELDS
from trial_atlas.read.forms import FORMS
from trial_atlas.read.load import load
from trial_atlas.record import SetAside, Trial
from trial_atlas.run.store import read_store, write_store

SMALL = sorted(p for p in ENTRIES.iterdir() if p.is_file())
SECONDS = 10  # Of computing; no small input may take longer, most take a few milliseconds
LARGE = 48_000  # Bytes of a true sample that are used

TOKENS = [
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\n", b"\r", b"\r\n\r\n", b"\t", b'"', b"'", b"\\", b"{", b"}", b"[", b"]", b",",
    b":", b"|", b";", b"<", b">", b"</", b"&", b"&amp;", b"&#0;", b"&#xD800;", b"<![CDATA[", b"]]>", b"<!--", b"<!DOCTYPE x [",
    b"null", b"true", b"[]", b"{}", b'""', b"0", b"-1", b"1e999", b"NaN", b"99999999999999999999999", b"\\ud800",
    b"\\u0000", b"\xe2\x80\xae", b"\xed\xa0\x80", b"%s", b"{{7*7}}", b"../../x", b"NCT00000000", b"2024-13-45", b"0000-00",
    b"31 February 2024", b"Gy", b"(" * 40, b"9" * 400, b"a b " * 300,
]  # fmt: skip


class Hang(BaseException):
    "An input that took too long; nothing that catches errors catches this."


@contextmanager
def in_time(seconds=SECONDS):
    "Interrupt what computes too long; a machine that is busy with other things has ten times as long."

    def stop(*_):
        raise Hang

    timers = ((signal.SIGPROF, signal.ITIMER_PROF, seconds), (signal.SIGALRM, signal.ITIMER_REAL, 10 * seconds))
    before = {name: signal.signal(name, stop) for name, _, _ in timers}
    for _, timer, time_left in timers:
        signal.setitimer(timer, time_left)
    try:
        yield
    finally:
        for name, timer, _ in timers:
            signal.setitimer(timer, 0)
            signal.signal(name, before[name])


# Forms without an entry beside the tests: one is written from the table that says where their fields stand

WRITTEN = ("who-xml", "isrctn-xml", "eudract-results-xml", "ctis-json", "aact", "ris")
VALUES = {"id": "NCT05512520", "start": "2024-02-01", "completion": "2026-03", "enrollment": "51", "phases": "Phase 2"}
VALUES |= {"min_age": "18 Years", "eligibility": "Inclusion Criteria: ECOG 0-1. Exclusion Criteria: brain metastases"}
RIS = "TY  - DBASE\nAN  - NCT05512520\nTI  - A trial of chest fields\nAB  - 50 Gy after four cycles\nER  - \n\n"


def places(form: str):
    "The steps to each field of a form, and a value for it."
    for field, path in FORMS[form].paths.items():
        first = re.sub(r"\[[^]]*\]|@", "", re.split("[,&]", path)[0]).strip()
        yield first.split("/"), VALUES.get(field, f"the {field} of a trial")


def tree_of(form: str) -> dict:
    tree: dict = {}
    for (*steps, last), value in places(form):
        at = tree
        for step in steps:
            at = at.setdefault(step, {}) if isinstance(at, dict) else {}
        at.setdefault(last, value) if isinstance(at, dict) else None
    return tree


def xml_of(tree: dict | str) -> str:
    return tree if isinstance(tree, str) else "".join(f"<{name}>{xml_of(part)}</{name}>" for name, part in tree.items())


def written(form: str) -> bytes:
    "One entry of a form; the tables of a snapshot are divided by record separators and packed when they are read."
    if form == "ris":
        return RIS.encode() * 2
    tree = tree_of(form)
    if form == "ctis-json":
        return json.dumps(tree).encode()
    if form == "aact":
        rows: dict = {}
        for steps, value in places(form):
            rows.setdefault(steps[0], {"nct_id": "NCT05512520"})[steps[-1]] = value
        return "\x1e".join(
            f"{name}\n{'|'.join(row)}\n{'|'.join(row.values())}\n" for name, row in rows.items()
        ).encode()
    known = FORMS[form]
    wrapped = {known.root: {known.entries[0]: tree}} if known.entries else {known.root: tree}
    return xml_of(wrapped).encode()


def packed(data: bytes) -> bytes:
    "The tables of a snapshot as a zip."
    tables = (part.partition(b"\n")[::2] for part in data.split(b"\x1e"))
    return zipped({f"{re.sub('[^a-z_]', 'x', name.decode('latin-1'))[:40]}.txt": text for name, text in tables})


@pytest.mark.parametrize("form", WRITTEN)
def test_entries_are_written_as_their_forms_are_read(tmp_path, form):
    data = written(form)
    (tmp_path / "a").write_bytes(packed(data) if form == "aact" else data)
    trials = load(tmp_path / "a", strict=True)
    assert {(trial.id, trial.source.form) for trial in trials} == {("NCT05512520", form)}


def test_a_damaged_table_of_a_snapshot_is_told(tmp_path):
    chance, tables = random.Random(1), dict(part.split(b"\n", 1) for part in written("aact").split(b"\x1e"))
    width = tables[b"brief_summaries"].split(b"\n")[0].count(b"|")
    for i in range(300):
        cells = [b"NCT0000%04d" % i, *[chance.randbytes(100).hex().encode()] * width]
        tables[b"brief_summaries"] += b"|".join(cells) + b"\n"
    data = bytearray(packed(b"\x1e".join(b"\n".join(part) for part in tables.items())))
    end = data.index(b"PK", data.index(b"brief_summaries.txt"))
    data[end - 2000 : end - 1900] = b"\xff" * 100
    (tmp_path / "a").write_bytes(data)
    trials = load(tmp_path / "a")
    assert [trial.id for trial in trials] == ["NCT05512520"]
    (told,) = [e for e in trials.set_aside if "brief_summaries.txt: found a file that cannot be read" in e.reason]
    assert len(told.raw) > 10_000 and len(trials.set_aside) > 200, "its other rows belong to no study"


def test_no_form_is_left_out():
    "A form that is read and not damaged here fails this test."
    beside = {trial.source.form for path in SMALL for trial in load(path)}
    assert {*FORMS} - beside - {*WRITTEN} <= {"ictrp-csv"}


def samples() -> list[tuple[str, bytes]]:
    "The small entries of every form, and the beginnings of the true samples where they lie."
    found = [(p.name, p.read_bytes()) for p in SMALL] + [(form, written(form)) for form in WRITTEN]
    for path in sorted((shared_path() / "formats").glob("*/*")):
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        found.append((path.name, data[:LARGE]))
    return found


# Mutations: each takes a source of chance, the data, and the data of another sample


def flip(chance, data, other):
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def cut(chance, data, other):
    a, b = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:a] + data[min(b, a + 200) :]


def torn(chance, data, other):
    return data[: chance.randrange(len(data))]


def headless(chance, data, other):
    return data[chance.randrange(len(data)) :]


def repeated(chance, data, other):
    a, b = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:b] + data[a:b] * chance.randrange(1, 4) + data[b:]


def inserted(chance, data, other):
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 3)) + data[at:]


def replaced(chance, data, other):
    "One value, between quotation marks or tags or a line, becomes another thing."
    places = list(re.finditer(rb'"[^"]{0,80}"|>[^<]{1,80}<|(?<=\n)[^\n]{1,80}(?=\n)|\b\d+\b', data))
    if not places:
        return inserted(chance, data, other)
    place = chance.choice(places)
    return data[: place.start()] + chance.choice(TOKENS) + data[place.end() :]


def spliced(chance, data, other):
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def swapped(chance, data, other):
    lines = data.split(b"\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def recoded(chance, data, other):
    "Another encoding, or the same bytes in an archive."
    text = data.decode("utf-8", "replace")
    kind = chance.choice(
        ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "crlf", "gzip", "zip", "twice", "shout")
    )
    if kind == "crlf":
        return data.replace(b"\n", b"\r\n")
    if kind == "gzip":
        return gzip.compress(data)
    if kind == "zip":
        return zipped({"a": data, "b/b": other})
    if kind == "twice":
        return data + chance.choice((b"", b"\n", b"\n\n")) + data
    return text.upper().encode() if kind == "shout" else text.encode(kind, "replace")


MUTATIONS = (
    flip,
    flip,
    cut,
    torn,
    headless,
    repeated,
    inserted,
    inserted,
    replaced,
    replaced,
    spliced,
    swapped,
    recoded,
)


def zipped(members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def mutant(seed: int, known: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    "One damaged input; the same seed gives the same one."
    chance = random.Random(seed)
    name, data = chance.choice(known)
    told = [name]
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        mutate = chance.choice(MUTATIONS)
        data = mutate(chance, data or b" ", chance.choice(known)[1] or b" ")
        told.append(mutate.__name__)
    return " + ".join(told), packed(data) if name == "aact" else data


# What must hold of any input


def read(data: bytes, path: Path, decide: bool = False):
    "Read one input as a user would, and check what must hold."
    path.write_bytes(data)
    with in_time():
        trials = load(path)
    assert trials.found == len(trials) + len(trials.set_aside) == sum(map(sum, trials.files.values()))
    empty = re.search(rb"\[\s*\]", data)  # A page of no studies is a page that the registry sends
    assert trials.found or trials.skipped or empty, "a file never comes to nothing without a word"
    for entry in trials.set_aside:
        assert isinstance(entry, SetAside) and len(entry.reason) > 20 and isinstance(entry.raw, bytes)
        entry.reason.encode()
    for trial in trials:
        assert msgspec.json.decode(msgspec.json.encode(trial), type=Trial) == trial, "what is read can be stored"
        assert all(trial.holds(words) for finding in trial.findings for words in finding.evidence)
        assert isinstance(trial._repr_html_(), str)
        if decide:
            with in_time():
                decision = classify(trial)
            assert all(trial.holds(words) for _, words in decision.evidence)
    return trials


def run(seeds, folder, decide_every):
    "Read the mutants of many seeds; a failure names its seed."
    known, read_all, aside_all = samples(), [], []
    for seed in seeds:
        told, data = mutant(seed, known)
        try:
            trials = read(data, folder / "input", decide=seed % decide_every == 0)
        except (Exception, Hang) as error:
            raise AssertionError(f"seed {seed}: {told}: {type(error).__name__}: {error}") from error
        read_all += trials
        aside_all += trials.set_aside
    return read_all, aside_all


def test_damaged_input_of_every_form(tmp_path):
    trials, aside = run(range(400), tmp_path, decide_every=20)
    assert len(trials) > 100 and len(aside) > 50, "both ways are taken"
    decisions = [classify(trials[0])] * len(trials)
    store = write_store(trials, decisions, tmp_path / "atlas.duckdb", set_aside=aside)
    about = dict(read_store(store, "FROM about").values)
    assert int(about["found"]) == len(trials) + len(aside)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_twenty_thousand_damaged_inputs(tmp_path, part):
    run(range(1_000 + part * 1_000, 2_000 + part * 1_000), tmp_path, decide_every=25)


# The same thing over and over, which takes too long where time grows with the square of a length

STUDY = b'{"protocolSection": {"identificationModule": {"nctId": "NCT00000001", "briefTitle": "t"}, %s}}'
PAGE_START = b"A trial\nNCT00000001\nBrief Summary\n"
TABLE_START = b"NCT Number,Study Title,Study Status,Phases\n"
REPEATED = {
    "open entries": (b"<Trials_downloaded_from_ICTRP>", b"<Trial>", b"</Trials_downloaded_from_ICTRP>"),
    "entries that end otherwise": (b"<trials>", b"<Trial>", b"</trial></trials>"),
    "open comments": (b"<trials>", b"<!--", b""),
    "open tags": (b"<html><body>", b"<a ", b""),
    "declarations": (b"", b"<?xml ", b""),
    "torn studies": (b'{"studies": [', b'{"a": 1}, ', b""),
    "studies without a list": (b"", b'{"a": 1} ', b""),
    "spaces": (b'{"studies": [', b" ", b"x"),
    "open quotes": (TABLE_START, b'"a\n', b""),
    "bytes of no text": (TABLE_START, b"a,\xff,b,c\n", b""),
    "bars": (PAGE_START, b"| ", b""),
    "tables in tables": (b"A trial\nNCT00000001\n", b"Status | Phase | Condition\na | b | c\n", b""),
    "labels": (b"A trial\nNCT00000001\n", b"Start date December 2014\n", b""),
    "headings": (b"A trial\nNCT00000001\n", b"Inclusion Criteria:\n", b""),
    "colons": (PAGE_START, b"a: ", b""),
    "digits": (PAGE_START, b"1", b""),
    "one word": (PAGE_START, b"word ", b""),
    "brackets": (PAGE_START, b"(", b""),
    "doses": (PAGE_START, b"50 Gy in 25 fractions of 2 Gy ", b""),
    "EU questions": (b"EudraCT Number: 2015-001234-12\nA.1 Member State Concerned: X\n", b"E.3 x:\n", b""),
    "EU numbers": (b"A.1 Member State\n", b"EudraCT Number: ", b""),
    "cells": (b"<html><body><h1>A trial</h1><table><tr>", b"<td>x", b""),
    "references": (b"", b"TY  - DBASE\n", b""),
    "arms": (STUDY[:-4] + b'"armsInterventionsModule": {"armGroups": [', b'{"label": "a"}, ', b'{"label": "b"}]}}}'),
    "criteria": (STUDY[:-4] + b'"eligibilityModule": {"eligibilityCriteria": "', b"* age 18 \\n ", b'"}}}'),
}


@pytest.mark.parametrize("kind", REPEATED)
def test_repetition_does_not_hang(tmp_path, kind):
    start, part, end = REPEATED[kind]
    data = start.replace(b"%s", b"") + part * (150_000 // len(part)) + end
    began = time.process_time()
    read(data, tmp_path / "input")
    assert time.process_time() - began < SECONDS / 2


# One damaged entry among whole ones

NUMBER = re.compile(rb"NCT05512520|2015-001234-12")


def container(form: str):
    "One whole entry of a form, and how several become a file."
    if form in ("ndjson", "page", "zip"):
        study = json.dumps(json.loads((ENTRIES / "ctgov-v2.json").read_bytes())).encode()
        wraps = {
            "ndjson": lambda entries: b"\n".join(entry.replace(b"\n", b" ") for entry in entries) + b"\n",
            "page": lambda entries: b'{"studies": [' + b", ".join(entries) + b"]}",
            "zip": lambda entries: zipped({f"{i}.json": entry for i, entry in enumerate(entries)}),
        }
        return study, wraps[form]
    text = (ENTRIES / form).read_bytes()
    if form == "ctgov-csv.csv":
        head, row = text.split(b"\n", 1)
        return row.strip(), lambda entries: b"\n".join((head, *entries)) + b"\n"
    if form == "ictrp.xml":
        start, end = text.index(b"<Trial>"), text.index(b"</Trial>") + 8
        return text[start:end], lambda entries: text[:start] + b"\n".join(entries) + b"</Trials_downloaded_from_ICTRP>"
    start = text.index(b"EudraCT Number:")
    end = text.index(b"EudraCT Number:", start + 1)
    return text[start:end], lambda entries: text[:start] + b"\n".join(entries)


@pytest.mark.parametrize("form", ["ndjson", "page", "zip", "ctgov-csv.csv", "ictrp.xml", "euctr.txt"])
def test_damage_does_not_take_the_neighbours(tmp_path, form):
    "The entries around a damaged one are read, or lie untouched in what was set aside."
    entry, wrap = container(form)
    numbers = [b"2024-000011-11", b"2024-000013-13"] if form == "euctr.txt" else [b"NCT00000011", b"NCT00000013"]
    first, last = (NUMBER.sub(number, entry) for number in numbers)
    for seed in range(60):
        chance, middle = random.Random(seed), entry
        for _ in range(chance.choice((1, 2, 4))):
            mutate = chance.choice((flip, cut, torn, repeated, inserted, replaced))
            middle = mutate(chance, middle or b" ", b" ")
        trials = read(wrap([first, middle, last]), tmp_path / "input")
        held = msgspec.json.encode(list(trials)) + b"".join(entry.raw for entry in trials.set_aside)
        for number in numbers:
            assert number in held, f"seed {seed}: {number.decode()} is neither read nor set aside"


# Input that keeps the shape and breaks the values

TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
WORDS = st.sampled_from(
    ["50 Gy in 25 fractions", "NCT00000001", "2024-02", "Phase 2/Phase 3", "N/A", "99999999", "18 Years"]
)
LEAF = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS | TEXT
ANY = st.recursive(
    LEAF, lambda part: st.lists(part, max_size=3) | st.dictionaries(TEXT, part, max_size=3), max_leaves=6
)


def json_tree(paths: list[str]):
    "JSON whose names are those of a form, and whose values are anything."
    tree: dict = {}
    for path in paths:
        at = tree
        for step in re.sub(r"\[\]|:\w+", "", path).split("."):
            at = at.setdefault(step, {})

    def grown(names: dict):
        if not names:
            return ANY
        inner = st.fixed_dictionaries({}, optional={name: grown(below) for name, below in names.items()})
        return inner | st.lists(inner, max_size=2) | ANY

    return grown({"protocolSection": tree})


XML_TAGS = sorted({step for path in FIELDS["ctgov-xml"].values() for step in re.findall(r"[a-z_]+", path)})
XML_NODE = st.recursive(
    TEXT.map(lambda text: re.sub(r"[<&\x00-\x08\x0b-\x1f\ufffe\uffff]", " ", text)),
    lambda part: st.tuples(st.sampled_from(XML_TAGS), st.lists(part, max_size=4)).map(
        lambda node: f"<{node[0]}>{''.join(node[1])}</{node[0]}>"
    ),
    max_leaves=12,
)
PAGE_LINES = sorted({line for p in SMALL if p.name.startswith("page-") for line in p.read_text("utf-8").splitlines()})
PAGE = st.lists(st.sampled_from(PAGE_LINES) | TEXT, max_size=40).map("\n".join)
CSV_HEAD = (ENTRIES / "ctgov-csv.csv").read_text("utf-8").splitlines()[0]
CSV = st.lists(st.lists(TEXT | WORDS, min_size=1, max_size=CSV_HEAD.count(",") + 2), min_size=1, max_size=4).map(
    lambda rows: "\n".join([CSV_HEAD, *(",".join('"' + c.replace('"', '""') + '"' for c in row) for row in rows)])
)
SHAPED = {
    "json": json_tree(list(FIELDS["ctgov-v2-json"].values())).map(lambda value: json.dumps(value).encode()),
    "any-json": ANY.map(lambda value: json.dumps(value).encode()),
    "xml": XML_NODE.map(lambda node: f"<clinical_study>{node}</clinical_study>".encode()),
    "page": PAGE.map(str.encode),
    "csv": CSV.map(str.encode),
    "bytes": st.binary(max_size=400),
}
QUICK = settings(
    max_examples=100, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
LONG = settings(QUICK, max_examples=1_500)


@pytest.mark.parametrize("form", SHAPED)
def test_any_value_in_any_place(tmp_path, form):
    @QUICK
    @given(SHAPED[form])
    def holds(data):
        read(data, tmp_path / "input")

    holds()


@pytest.mark.long
@pytest.mark.parametrize("form", SHAPED)
def test_any_value_in_any_place_at_length(tmp_path, form):
    @LONG
    @given(SHAPED[form])
    def holds(data):
        read(data, tmp_path / "input", decide=True)

    holds()
