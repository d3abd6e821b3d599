"""The store: whole or absent, balanced, and safe to open in a spreadsheet."""

import subprocess
import sys
from types import SimpleNamespace

import duckdb
import pandas as pd
import pytest

from trial_atlas.record import Arm, Intervention, OutputError, ReadError, SetAside, Source, Trial, parse_date
from trial_atlas.run.store import read_store, write_store, write_tables

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
