"""The packaged snapshot: every value names the line it was read from, and no sentence is a register's."""

import json
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from trial_atlas.decide.classify import classify
from trial_atlas.read.load import load

ROOT = Path(__file__).resolve().parents[1]
SNAPSHOT = ROOT / "trial_atlas" / "snapshot"
SOURCES = json.loads((SNAPSHOT / "sources.json").read_text(encoding="utf-8"))
TRIALS = {entry["file"]: entry for entry in SOURCES["trials"]}
IDS = {"NCT05512520", "NCT05978193", "NCT06478355", "NCT07016737", None}
NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Codes and dates are the register's vocabulary for words that stand on the cited lines: no figures of their own.
CODES = re.compile(r"(?:phases\[\d+\]|overallStatus|\.type|allocation|interventionModel|primaryPurpose|masking)$")


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


def cited(shared, place):
    "The text of the cited lines, powers of ten written as the pages write them."
    file, _, lines = place.rpartition(":")
    text = (shared / file).read_text(encoding="utf-8").splitlines()
    first, _, last = lines.partition("-")
    assert 1 <= int(first) <= int(last or first) <= len(text), place
    return "\n".join(text[int(first) - 1 : int(last or first)])


def parts(value, places):
    "The lines of a value with a place each, or the whole value with its one place."
    if isinstance(places, str):
        return [(value, places)]
    return list(zip([line for line in value.split("\n") if line], places, strict=True))


def numbers(value):
    "Figures of a value; `10^9` is the pages' `109` and `10 9`."
    return NUMBER.findall(re.sub(r"10\^(\d)", r"10\1", str(value)))


def test_files_and_sources_agree():
    files = {path.name for path in SNAPSHOT.glob("*.json")} - {"sources.json"}
    assert files == set(TRIALS)
    assert {entry["id"] for entry in TRIALS.values()} == IDS
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", SOURCES["as_of"]) and SOURCES["licence"]


@pytest.mark.parametrize("file", TRIALS)
def test_ids_are_exact(file):
    identification, entry = (
        record(file)["protocolSection"]["identificationModule"],
        TRIALS[file],
    )
    assert identification.get("nctId") == entry["id"]
    assert entry["url"] == (f"https://clinicaltrials.gov/study/{entry['id']}" if entry["id"] else None)
    assert file == (f"{entry['id']}.json" if entry["id"] else "zhejiang-camrelizumab-oligometastatic.json")
    assert entry["register"] == ("ClinicalTrials.gov" if entry["id"] else None)


@pytest.mark.parametrize("file", TRIALS)
def test_every_value_names_its_source(file):
    assert {path for path, _ in leaves(record(file))} == set(TRIALS[file]["read_from"])


@pytest.mark.parametrize("file", TRIALS)
def test_nothing_is_null_or_empty(file):
    assert not [path for path, value in leaves(record(file)) if value is None or value == ""]


@pytest.mark.parametrize("file", TRIALS)
def test_figures_stand_on_the_cited_lines(file, shared):
    wrong = []
    for path, value in leaves(record(file)):
        if isinstance(value, bool) or CODES.search(path):
            continue
        for part, place in parts(value, TRIALS[file]["read_from"][path]):
            source = cited(shared, place)
            there = set(NUMBER.findall(source)) | set(NUMBER.findall(re.sub(r"10 (\d)\b", r"10\1", source)))
            there |= {str(int(n)) for n in there if n.isdigit()}
            wrong += [(path, part, n) for n in numbers(part) if n not in there]
    assert not wrong


@pytest.mark.parametrize("file", TRIALS)
def test_names_stand_on_the_cited_lines(file, shared):
    names = re.compile(
        r"(?:\.name|\.id|nctId|briefTitle|acronym|\.facility|\.city|\.state|\.country|\.pmid"
        r"|conditions\[\d+\]|otherNames\[\d+\]|armGroupLabels\[\d+\])$"
    )
    for path, value in leaves(record(file)):
        if names.search(path):
            assert value in cited(shared, TRIALS[file]["read_from"][path]), path


@pytest.mark.parametrize("file", TRIALS)
def test_arms_and_interventions_point_at_each_other(file):
    part = record(file)["protocolSection"].get("armsInterventionsModule", {})
    labels = {arm["label"] for arm in part.get("armGroups", ())}
    assert all(set(item["armGroupLabels"]) <= labels for item in part.get("interventions", ()))
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


def test_no_sentence_is_a_registers(shared):
    "The twelve-word check of the reference data, on this repository."
    check = subprocess.run(
        [sys.executable, shared / "checks" / "verbatim.py", ROOT, shared],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not [line for line in check.stdout.splitlines() if "/snapshot/" in line]


@pytest.fixture(scope="module")
def both(shared):
    "Registry number → the decision from the seed page and the one from our summary."
    pages, ours = load(shared / "seeds"), load()
    assert {trial.id for trial in pages} == {trial.id for trial in ours} == IDS
    return {page.id: (classify(page), classify(next(t for t in ours if t.id == page.id))) for page in pages}


def settled(decision):
    "All that a decision says, without the words it rests on."
    plain = [msgspec.structs.replace(regimen, evidence=(), notes=()) for regimen in decision.regimens]
    return {
        "label": (decision.primary, decision.secondary, decision.salvage_after, decision.rule),
        "flags": sorted(decision.flags),
        "regimens": plain,
        "agents": sorted((agent.name, agent.kind) for agent in decision.agents),
    }


@pytest.mark.parametrize("number", sorted(IDS, key=str), ids=str)
def test_page_and_summary_say_the_same(both, number):
    page, ours = both[number]
    assert settled(page) == settled(ours)


@pytest.mark.parametrize("number", sorted(IDS, key=str), ids=str)
def test_page_and_summary_have_the_same_axes(both, number, request):
    if number == "NCT06478355":
        why = "on the page, a lesion that was not irradiated before is read as earlier radiotherapy being excluded"
        request.applymarker(pytest.mark.xfail(reason=why, strict=False))
    page, ours = both[number]
    assert {axis: found.value for axis, found in page.axes.items()} == {
        axis: found.value for axis, found in ours.axes.items()
    }
