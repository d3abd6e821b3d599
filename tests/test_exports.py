"""What leaves the house: references, data package and research object, each read back by its own library."""

import hashlib
import json
from datetime import UTC, datetime
from types import SimpleNamespace

import frictionless
import pandas as pd
import pytest
import rispy
from rocrate.rocrate import ROCrate

from trial_atlas.decide.classify import classify
from trial_atlas.read.link import link
from trial_atlas.read.load import load
from trial_atlas.record import OutputError, SetAside, Source, Trial
from trial_atlas.run import exports
from trial_atlas.run.atlas import atlas_tables
from trial_atlas.run.exports import column_facts, reference, table_schema, write_exports, write_ris
from trial_atlas.run.store import count_findings, set_aside_table, write_store, write_tables
from trial_atlas.show.dictionary import HOLDS

WHEN = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOSTILE = [
    "A trial\nER  - \n\nTY  - JOUR\nTI  - Another",
    "A trial\r\nER  - \r\n",
    "A trial\u2028ER  - \u2029",
    "ER  - ",
    "\u202ereversed\u202c and NUL \x00",
    '<script>alert("1")</script>',
]


@pytest.fixture(scope="module")
def atlas(tmp_path_factory):
    "The packaged trials, one of them with a hostile title, as an atlas with everything but its pages."
    folder = tmp_path_factory.mktemp("atlas")
    trials = [Trial(source=Source(form="example"), brief_title=HOSTILE[0]), *load()]
    decisions = [classify(trial) for trial in trials]
    tables = atlas_tables(trials, decisions)
    aside = [SetAside(Source(form="unknown", file="=a.json"), "a.json: ends in mid-air; JSON is whole", b"{")]
    tables |= {"set_aside": set_aside_table(aside), "finding_counts": count_findings(trials, decisions)}
    linked = link(trials)
    tables |= {"links": linked.link_table(), "conflicts": linked.conflict_table()}
    write_tables(tables, folder / "tables")
    write_store(trials, decisions, folder / "atlas.duckdb", set_aside=aside, linked=linked)
    files = write_exports(trials, decisions, tables, folder, made_at=WHEN)
    return SimpleNamespace(folder=folder, trials=trials, tables=tables, files=files)


def test_every_column_is_explained(atlas):
    "Also the columns that a table gets later: a new one fails here until it has a sentence."
    for name, table in atlas.tables.items():
        facts = column_facts(name, table)
        assert list(facts) == list(table.columns) and all(meaning for meaning, _ in facts.values()), name
    with pytest.raises(OutputError, match="the column has no meaning"):
        column_facts("trials", atlas.tables["trials"].assign(new=1))


def test_no_column_is_explained_twice(atlas):
    "What the data dictionary says of a readers' table is not said again here."
    for name, own in exports._RUN.items():
        assert own.keys() <= set(atlas.tables[name].columns), f"{name}: explained, and no column of it"
        assert name not in HOLDS


def test_units_follow_the_names(atlas):
    facts = {c: unit for name, table in atlas.tables.items() for c, (_, unit) in column_facts(name, table).items()}
    for name, unit in facts.items():
        assert (unit == "Gy") == ("_gy_" in name), name
        assert (unit == "weeks") == name.startswith(("weeks_", "start_week", "end_week", "draw_")), name


def test_the_data_package_holds_every_table_as_described(atlas):
    "frictionless reads each table with the types that the package declares, and checks size and checksum."
    report = frictionless.Package(str(atlas.folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["taskNumber", "type", "fieldName", "rowNumber", "note"])[:10]
    package = frictionless.Package(str(atlas.folder / "datapackage.json"))
    regimens = package.get_resource("regimens").read_rows()
    assert len(regimens) == len(atlas.tables["regimens"])
    given = atlas.tables["regimens"]["total_dose_gy_low"].dropna()
    assert [float(r["total_dose_gy_low"]) for r in regimens if r["total_dose_gy_low"] is not None] == pytest.approx(
        given
    )
    assert package.get_resource("trials").read_rows()[0]["register"] is None, "“not stated” means missing"


def test_a_table_that_was_altered_is_noticed(atlas, tmp_path):
    (tmp_path / "tables").mkdir()
    for file in (atlas.folder / "tables").iterdir():
        (tmp_path / "tables" / file.name).write_bytes(file.read_bytes())
    (tmp_path / "datapackage.json").write_bytes((atlas.folder / "datapackage.json").read_bytes())
    with (tmp_path / "tables" / "trials.csv").open("ab") as csv:
        csv.write(b"\n")
    assert not frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid


def test_types_of_columns():
    table = pd.DataFrame(
        {"id": pd.array(["x"], "string"), "order": pd.array([1], "Int64"), "open_end": pd.array([True], "boolean")}
    )
    assert [f["type"] for f in table_schema("findings", table)["fields"]] == ["string", "integer", "boolean"]


def test_the_research_object_is_read_back(atlas):
    crate = ROCrate(atlas.folder)
    named = {entity.id for entity in crate.data_entities}
    tables = {f"tables/{name}.{kind}" for name in atlas.tables for kind in ("csv", "parquet")}
    assert named == {"atlas.duckdb", "datapackage.json", "trials.ris"} | tables
    for entity in crate.data_entities:
        assert entity["sha256"] == hashlib.sha256((atlas.folder / entity.id).read_bytes()).hexdigest()
    (action,) = crate.root_dataset["mentions"]
    assert action["instrument"]["name"] == "trial_atlas" and {part.id for part in action["result"]} == named
    assert "ClinicalTrials.gov" in {origin["name"] for origin in action["object"]}
    assert crate.root_dataset["datePublished"] == "2026-11-20T12:00:00Z"


@pytest.mark.parametrize("title", HOSTILE)
def test_a_text_cannot_leave_its_reference(tmp_path, title):
    trial = Trial(
        source=Source(form="example", register=title),
        brief_title=title,
        acronym=title,
        summary=f"{title}\n\n{title}",
        conditions=(title, title),
        sponsor=title,
        ids=("A", title),
    )
    decision = SimpleNamespace(primary="unclear", rule=title)
    (row,) = rispy.loads(write_ris([trial], [decision], tmp_path / "x.ris").read_text(encoding="utf-8-sig"))
    assert row["type_of_reference"] == "DBASE" and row["accession_number"] == "A"
    assert all(text.isprintable() for text in row["keywords"]), "no line break, no bidirectional control"
    lines = (tmp_path / "x.ris").read_text(encoding="utf-8-sig").splitlines()
    assert [line for line in lines if line.startswith("ER  -")] == ["ER  - "]
    assert len([line for line in lines if line.startswith("TY  -")]) == 1


def test_what_is_not_stated_is_absent():
    bare = reference(Trial(source=Source(form="example")), SimpleNamespace(primary="unclear", rule="R"))
    assert bare.keys() == {"type_of_reference", "title", "type_of_work", "notes"}


def test_a_library_that_is_missing_takes_its_old_file_along(atlas, tmp_path, monkeypatch):
    (tmp_path / "tables").mkdir()
    (tmp_path / "trials.ris").write_text("of another run")
    monkeypatch.setattr(exports, "find_spec", lambda name: None)
    files = write_exports([], [], {}, tmp_path)
    assert [file.name for file in files] == ["datapackage.json"] and not (tmp_path / "trials.ris").exists()
    with pytest.raises(OutputError, match="trial_atlas\\[export\\]"):
        write_ris([], [], tmp_path / "trials.ris")


def test_the_same_results_are_described_in_the_same_bytes(atlas):
    first = {file.name: file.read_bytes() for file in atlas.files}
    decisions = [classify(trial) for trial in atlas.trials]
    again = write_exports(atlas.trials, decisions, atlas.tables, atlas.folder, made_at=WHEN)
    assert {file.name: file.read_bytes() for file in again} == first
    assert json.loads(first["datapackage.json"])["resources"]
