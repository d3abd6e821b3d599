"""The packaged snapshot: every value names the place it was read from, and no sentence is a register's."""

import csv
import html
import importlib.util
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import trial_atlas as ta

ROOT = Path(__file__).resolve().parents[1]
SNAPSHOT = ROOT / "trial_atlas" / "snapshot"
SOURCES = json.loads((SNAPSHOT / "sources.json").read_text(encoding="utf-8"))
TRIALS = {entry["file"]: entry for entry in SOURCES["trials"]}
FIRST = [
    *("NCT05512520.json", "NCT05978193.json", "NCT07016737.json"),
    *("zhejiang-camrelizumab-oligometastatic.json", "NCT06478355.json"),
]
BASES = {"registry record", "registry page", "trial list row"}
RESERVED = ("why", "strategy_primary", "strategy_secondary", "confidence")  # A reader's opinion: no source of facts
NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Codes are the register's vocabulary for words that stand in the cited place: no figures of their own.
CODES = re.compile(r"(?:phases\[\d+\]|overallStatus|\.type|allocation|interventionModel|primaryPurpose|masking)$")
MONTHS = {date(2000, n, 1).strftime("%B"): n for n in range(1, 13)}


def leaves(node, path=""):
    "Path and value of every leaf of a JSON document."
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from leaves(value, f"{path}[{i}]")
    else:
        yield path, node


def record(file):
    return json.loads((SNAPSHOT / file).read_text(encoding="utf-8"))


def at_lines(shared, place):
    "The text of `file:3-5,9`."
    file, _, ranges = place.rpartition(":")
    text, found = (shared / file).read_text(encoding="utf-8").splitlines(), []
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        assert 1 <= int(first) <= int(last or first) <= len(text), place
        found += text[int(first) - 1 : int(last or first)]
    return "\n".join(found)


def at_path(shared, place):
    "The value at `file.json#protocolSection.…`, as text."
    file, _, path = place.partition("#")
    node = json.loads((shared / file).read_text(encoding="utf-8"))
    for step in re.findall(r"\w+", path):
        node = node[int(step)] if isinstance(node, list) else node[step]
    return str(node)


def at_cell(shared, place):
    "The cell at `file.csv:row#column`; the file's first line is row 1."
    file, row, column = re.fullmatch(r"(.+\.csv):(\d+)#(\w+)", place).groups()
    assert column not in RESERVED, place
    with (shared / file).open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    cell = rows[int(row) - 2][column]
    assert cell, f"{place} is empty"
    return cell


def cited(shared, places):
    "The text of the cited places, entities as characters."
    read = {True: at_cell, False: at_lines}
    texts = [
        at_path(shared, place) if ".json#" in place else read[".csv:" in place](shared, place)
        for place in places.split(", ")
    ]
    return html.unescape("\n".join(texts))


def parts(value, places):
    "The lines of a value with a place each, or the whole value with its one place."
    if isinstance(places, str):
        return [(value, places)]
    return list(zip([line for line in value.split("\n") if line], places, strict=True))


def numbers(value):
    "Figures of a value; `10^9` is the pages' `109` and `10 9`."
    return NUMBER.findall(re.sub(r"10\^(\d)", r"10\1", str(value)))


def figures(source):
    "Figures of a source, in each spelling: `10 9` and `109`, `1,8` and `1.8`, `May` and `05`, `07` and `7`."
    there = set(NUMBER.findall(source)) | set(NUMBER.findall(re.sub(r"10 (\d)\b", r"10\1", source)))
    there |= set(NUMBER.findall(re.sub(r"(\d),(\d)", r"\1.\2", source)))
    there |= {str(n) for month, n in MONTHS.items() if month in source}
    there |= {str(int(n)) for n in there if n.isdigit()}
    return there | {n.zfill(2) for n in there}


def names(value, source):
    "Whether a name stands in a source, line breaks and small differences of white space aside."
    return " ".join(str(value).split()) in " ".join(source.split())


def test_files_and_sources_agree():
    files = {path.name for path in SNAPSHOT.glob("*.json")} - {"sources.json"}
    assert files == set(TRIALS) and len(TRIALS) == len(SOURCES["trials"])
    assert list(TRIALS)[: len(FIRST)] == FIRST
    assert {entry["basis"] for entry in TRIALS.values()} <= BASES
    days = [entry["date"] for entry in TRIALS.values() if entry["date"]]
    assert SOURCES["as_of"] == max(days) and SOURCES["licence"]


def test_every_trial_loads_in_the_listed_order():
    trials = ta.load()
    assert not trials.set_aside
    assert [trial.source.file for trial in trials] == [f"snapshot/{file}" for file in TRIALS]
    numbered = [number for trial in trials for number in trial.ids]
    assert len(numbered) == len(set(numbered)), "a trial stands in the snapshot twice"


@pytest.mark.parametrize("file", TRIALS)
def test_ids_are_exact(file):
    identification, entry = record(file)["protocolSection"].get("identificationModule", {}), TRIALS[file]
    number = entry["id"]
    if number is None:
        assert "nctId" not in identification and entry["register"] is None
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.json", file)
        return
    assert file == f"{number}.json"
    if number.startswith("NCT"):
        assert identification["nctId"] == number and entry["register"] == "ClinicalTrials.gov"
    else:
        assert "nctId" not in identification
        assert number in [other["id"] for other in identification["secondaryIdInfos"]]
        assert number.lower().startswith(entry["register"].lower())
    if entry["basis"] != "trial list row":
        assert entry["url"] == f"https://clinicaltrials.gov/study/{number}"


@pytest.mark.parametrize("file", TRIALS)
def test_every_value_names_its_source(file):
    assert {path for path, _ in leaves(record(file))} == set(TRIALS[file]["read_from"])


@pytest.mark.parametrize("file", TRIALS)
def test_basis_is_where_the_values_were_read(file):
    entry = TRIALS[file]
    places = [place for p in entry["read_from"].values() for place in ([p] if isinstance(p, str) else p)]
    starts = {"registry page": ("seeds/", "corpus/pages/"), "trial list row": ("gold/trials.csv:",)}
    allowed = starts.get(entry["basis"], ("corpus/esoph/", "corpus/rare/"))
    assert all(part.startswith(allowed) for place in places for part in place.split(", "))
    assert len({re.split(r"[:#]", part)[0] for place in places for part in place.split(", ")}) == 1


@pytest.mark.parametrize("file", TRIALS)
def test_nothing_is_null_or_empty(file):
    assert not [path for path, value in leaves(record(file)) if value is None or value == ""]


@pytest.mark.parametrize("file", TRIALS)
def test_figures_stand_in_the_cited_places(file, shared):
    wrong = []
    for path, value in leaves(record(file)):
        if isinstance(value, bool) or CODES.search(path):
            continue
        for part, place in parts(value, TRIALS[file]["read_from"][path]):
            there = figures(cited(shared, place))
            wrong += [(path, part, n) for n in numbers(part) if n not in there]
    assert not wrong


@pytest.mark.parametrize("file", TRIALS)
def test_names_stand_in_the_cited_places(file, shared):
    named = re.compile(
        r"(?:\.name|\.id|nctId|Title|acronym|\.facility|\.city|\.state|\.country|\.pmid"
        r"|conditions\[\d+\]|keywords\[\d+\]|otherNames\[\d+\]|armGroupLabels\[\d+\])$"
    )
    row = TRIALS[file]["basis"] == "trial list row"
    for path, value in leaves(record(file)):
        if row and re.search(r"(?:conditions|armGroupLabels)\[\d+\]$|interventions\[\d+\]\.name$", path):
            continue  # A row has abbreviations and one cell for several drugs; our labels stand for its arms
        if named.search(path):
            assert names(value, cited(shared, TRIALS[file]["read_from"][path])), path


@pytest.mark.parametrize("file", TRIALS)
def test_arms_and_interventions_point_at_each_other(file):
    part = record(file)["protocolSection"].get("armsInterventionsModule", {})
    labels = {arm["label"] for arm in part.get("armGroups", ())}
    assert all(set(item.get("armGroupLabels", ())) <= labels for item in part.get("interventions", ()))
    listed = {item["name"] for item in part.get("interventions", ())}
    assert all(
        name.partition(": ")[2] in listed
        for arm in part.get("armGroups", ())
        for name in arm.get("interventionNames", ())
    )


def test_unstated_stays_unstated():
    zhejiang = record("zhejiang-camrelizumab-oligometastatic.json")["protocolSection"]
    assert "enrollmentInfo" not in zhejiang["designModule"]
    assert "armsInterventionsModule" not in zhejiang
    assert "Gy" not in (SNAPSHOT / "NCT05978193.json").read_text(encoding="utf-8")


def test_listing_error_of_the_register_stays_visible():
    text = record("NCT06478355.json")["protocolSection"]["eligibilityModule"]["eligibilityCriteria"]
    include, exclude = text.split("Exclusion Criteria:")
    assert "ECOG" not in include and "ECOG performance status 0-1" in exclude


def test_rows_are_as_their_tool_writes_them(shared):
    "No record of a trial list's row was touched by hand."
    at = importlib.util.spec_from_file_location("write_snapshot", ROOT / "tools" / "write_snapshot.py")
    tool = importlib.util.module_from_spec(at)
    at.loader.exec_module(tool)
    packaged = {entry["id"] for entry in TRIALS.values() if entry["id"] and entry["basis"] != tool.BASIS}
    written = {entry["file"]: (study, entry) for study, entry in tool.records(shared, packaged)}
    assert list(written) == [file for file, entry in TRIALS.items() if entry["basis"] == tool.BASIS]
    for file, (study, entry) in written.items():
        assert record(file) == study and TRIALS[file] == entry


def test_no_sentence_is_a_registers(shared):
    "The twelve-word check of the reference data, on this repository."
    check = subprocess.run(
        [sys.executable, shared / "checks" / "verbatim.py", ROOT, shared],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not [line for line in check.stdout.splitlines() if "/snapshot/" in line]
