"""Every week: fetch, build, tell what changed. The commands are those of the workflow, on a registry of this machine."""

import os
import re
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from lxml import etree
from registry_server import RegistryServer, made_up

from trial_atlas.decide.classify import classify
from trial_atlas.record import Source, Trial
from trial_atlas.run.feed import changes_markdown, write_feed
from trial_atlas.run.history import store_changes
from trial_atlas.run.store import write_store

ROOT = Path(__file__).resolve().parents[1]
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = [
    "<script>alert(1)</script>",
    "]]> &amp; &bogus; <!-- --",
    "# heading\n\n- [link](javascript:alert(1)) ![x](y) `code` | a | <b>",
    "\u202ereversed\u202c NUL \x00 \ud83d and \x1b[2J",
    "{{ braces }} ${{ github.token }} ::set-output name=x::y",
]


def check_atom(file: Path) -> etree._Element:
    "RFC 4287, as far as it binds this feed: what must be there once, ids that differ, dates, links that lead somewhere."
    root = etree.fromstring(file.read_bytes())
    assert root.tag == f"{ATOM}feed"
    for part in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = part.findall(f"{ATOM}{name}")
            assert one.text and one.text == one.text.strip() and not len(one)
        datetime.strptime(part.findtext(f"{ATOM}updated"), "%Y-%m-%dT%H:%M:%SZ")
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", part.findtext(f"{ATOM}id"))
        kinds = [(link.get("rel"), link.get("type")) for link in part.findall(f"{ATOM}link")]
        assert kinds.count(("alternate", "text/html")) == 1 and len(kinds) == len(set(kinds))
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)), "no two entries have one id"
    moments = [one.findtext(f"{ATOM}updated") for one in root.findall(f"{ATOM}entry")]
    assert moments == sorted(moments, reverse=True) and root.findtext(f"{ATOM}updated") >= max(moments, default="")
    assert root.find(f"{ATOM}author/{ATOM}name").text
    allowed = {"feed", "entry", "id", "title", "updated", "author", "name", "link", "category", "summary", "subtitle"}
    assert {etree.QName(one).localname for one in root.iter()} <= allowed, "nothing of a record became a tag"
    assert all(one.get("type") == "text" for one in root.iter(f"{ATOM}summary"))
    return root


# The feed and the summary


def trial(number: int, **more) -> Trial:
    told = {"source": Source(form="example", file="a.json"), "ids": (f"NCT{number:08d}",), "status": "RECRUITING"}
    return Trial(**{"brief_title": f"A made-up trial, number {number}"} | told | more)


def write(store: Path, day: int, *trials: Trial) -> Path:
    return write_store(trials, [classify(t) for t in trials], store, loaded_at=datetime(2026, 11, day, tzinfo=UTC))


def entries(root: etree._Element) -> dict[str, str]:
    return {one.findtext(f"{ATOM}id"): one.findtext(f"{ATOM}title") for one in root.findall(f"{ATOM}entry")}


def test_an_entry_stays_the_same_entry(tmp_path):
    store = write(tmp_path / "a.duckdb", 1, trial(1), trial(2))
    assert entries(check_atom(write_feed(store, tmp_path / "feed.atom"))) == {}
    write(store, 8, trial(1, status="COMPLETED"), trial(2), trial(3))
    first = entries(check_atom(write_feed(store, tmp_path / "feed.atom")))
    assert len(first) == 2
    write(store, 8, trial(1, status="COMPLETED"), trial(2), trial(3))
    assert entries(check_atom(write_feed(store, tmp_path / "feed.atom"))) == first, "the same load again is no news"
    write(store, 15, trial(1), trial(3))
    both = entries(check_atom(write_feed(store, tmp_path / "feed.atom")))
    assert len(both) == 4 and first.items() <= both.items(), "what came back is another entry"


def test_a_feed_that_is_cut_says_so(tmp_path):
    store = write(tmp_path / "a.duckdb", 1)
    write(store, 2, *map(trial, range(1, 8)))
    root = check_atom(write_feed(store, tmp_path / "feed.atom", entries=5))
    assert "subtitle" not in write_feed(store, tmp_path / "whole.atom").read_text()
    assert len(entries(root)) == 5 and root.findtext(f"{ATOM}subtitle") == "Older changes are not shown."


def test_entries_lead_to_the_page_where_there_is_one(tmp_path):
    store = write(tmp_path / "a.duckdb", 1)
    write(store, 2, trial(1), trial(2), trial(3, ids=("../../x",)))
    (tmp_path / "trials").mkdir()
    (tmp_path / "trials" / "NCT00000001.html").write_text("page")
    root = check_atom(write_feed(store, tmp_path / "feed.atom", url="https://example.org/atlas"))
    links = {one.get("href") for one in root.findall(f"{ATOM}entry/{ATOM}link")}
    assert links == {"trials/NCT00000001.html", "index.html"}
    assert root.get("{http://www.w3.org/XML/1998/namespace}base") == "https://example.org/atlas/"
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == "https://example.org/atlas/feed.atom"


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_a_record_stay_words(tmp_path, text):
    store = write(tmp_path / "a.duckdb", 1, trial(1))
    written = text.encode("utf-8", "replace").decode()
    write(store, 2, trial(1, acronym=written, status=written), trial(2, acronym=written, ids=(written,)))
    root = check_atom(write_feed(store, tmp_path / "feed.atom"))
    told = " ".join(one.text or "" for one in root.iter())
    assert not re.search("[\u202a-\u202e\x00-\x08\x1b]", told)
    summary = changes_markdown(store_changes(store))
    assert "<" not in summary and "\n# heading" not in summary and not re.search(r"(?<!\\)\]\(", summary)
    assert all(line.startswith(("#", "- ", "1 new")) for line in summary.splitlines() if line)


# The workflow


def workflow(name: str) -> dict:
    return yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8"))


def commands() -> list[str]:
    "What the workflow types, as far as it is trial-atlas."
    steps = workflow("refresh.yml")["jobs"]["refresh"]["steps"]
    return [step["run"] for step in steps if "trial-atlas" in step.get("run", "")]


def run(command: str, folder: Path, **more: str) -> None:
    program = shlex.join([sys.executable, "-m", "trial_atlas.run.cli"])
    env = os.environ | {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT)} | more
    typed = command.replace(".venv/bin/trial-atlas", program)
    done = subprocess.run(["bash", "-euc", typed], cwd=folder, capture_output=True, text=True, env=env, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]


def test_the_workflow_types_commands_that_exist():
    names = [shlex.split(command)[1] for command in commands()]
    assert names == ["fetch", "build", "diff"]
    assert workflow("refresh.yml")[True]["schedule"], "it runs by itself"


def test_two_weeks(tmp_path):
    "Fetch, build, summary and feed, as the workflow does them, from a registry that moves in between."
    page, told = tmp_path / "summary.md", {"QUERY": "made-up", "URL": "https://example.org/registry/"}
    told["GITHUB_STEP_SUMMARY"] = str(page)
    with RegistryServer(made_up(3)) as server:
        for week in range(2):
            for command in commands():
                more = f" --api {server.url} --rate 99" if " fetch " in command else ""
                run(command + more, tmp_path, **told)
            if week == 0:
                assert "there is no earlier load" in page.read_text()
                server.studies += made_up(1, first=4)
                server.studies[0]["protocolSection"]["statusModule"]["overallStatus"] = "COMPLETED"
                server.stamp = "2026-11-27T09:00:05"
    summary = page.read_text(encoding="utf-8")
    assert "1 new, 0 vanished, 1 changed, 0 strategies moved" in summary and "### New trials (1)" in summary
    assert r"status: RECRUITING → COMPLETED" in summary.replace("\\", "")
    root = check_atom(tmp_path / "atlas" / "feed.atom")
    assert len(entries(root)) == 2
    for link in root.findall(f"{ATOM}entry/{ATOM}link"):
        assert (tmp_path / "atlas" / link.get("href")).is_file() and link.get("href") != "index.html"
    assert "feed.atom" in (tmp_path / "atlas" / "data.html").read_text(encoding="utf-8")


GH = """#!/usr/bin/env bash
echo "$@" >> "$CALLS"
case "$1" in api) echo "$RUN" ;; run) mkdir -p "${@: -1}" && echo kept > "${@: -1}/atlas.duckdb" ;; esac
"""


@pytest.mark.parametrize("found", ["", "4711"])
def test_what_earlier_weeks_saw_is_taken_over(tmp_path, found):
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    env = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "RUN": found, "CALLS": str(tmp_path / "calls")}
    env["GITHUB_REPOSITORY"] = "someone/atlas"
    script = [str(ROOT / ".github" / "last_registry.sh"), "atlas"]
    done = subprocess.run(["bash", *script], cwd=tmp_path, capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "atlas" / "atlas.duckdb").exists() == bool(found)
    assert ("No earlier refresh" in done.stdout) == (not found)
    assert "repos/someone/atlas/actions/artifacts?name=registry" in (tmp_path / "calls").read_text()
