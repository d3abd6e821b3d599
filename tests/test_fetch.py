"""Fetching: complete or not called so, from a registry that behaves and from one that does not."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from registry_server import KINDS, STAMP, RegistryServer, made_up, metadata

from trial_atlas.read.fetch import (
    API,
    FetchError,
    Ledger,
    Manners,
    Registry,
    ask,
    check_fields,
    declared,
    fetch,
    read_answer,
    read_fetch,
    retry_after,
)
from trial_atlas.read.load import load
from trial_atlas.record import AtlasError, OutputError, ReadError

QUICK = Manners(rate=2000, timeout=2, longest=3, tries=4, wait=0.002, patience=2)
SLOW_LINE = Manners(rate=2000, timeout=0.6, longest=1, tries=2, wait=0.002)


@pytest.fixture
def server():
    with RegistryServer(made_up(25)) as started:
        yield started


def get(server, out, query="made-up", manners=QUICK, size=10, cache=False, **more):
    "Fetch from the server, quickly."
    with Registry(server.url, manners, cache=cache) as registry:
        if more.keys() & {"ids"}:
            query = None
        return fetch(query, out, page_size=size, registry=registry, **more)


def fails(server, out, **more) -> str:
    "The sentence with which a fetch fails."
    with pytest.raises(FetchError) as caught:
        get(server, out, **more)
    told = str(caught.value)
    assert "\n" not in told and "Traceback" not in told
    return told


def numbers(folder: Path) -> list[str]:
    return [trial.id for trial in load(folder)]


def pages(server) -> list[dict]:
    "Requests for pages, without the questions at the end whether the total is still the same."
    return [asked for asked in server.asked() if asked.get("fields") != "NCTId"]


def whole(server, out, **more):
    "Fetch again without trouble; all must be there, once."
    fetched = get(server, out, **more)
    assert fetched.complete and not (out / "INCOMPLETE.json").exists()
    assert sorted(numbers(out)) == sorted(s["protocolSection"]["identificationModule"]["nctId"] for s in server.studies)
    assert not load(out).set_aside
    return fetched


# A registry that behaves


def test_everything_once_in_order_with_its_origin(server, tmp_path):
    heard = []
    fetched = get(server, tmp_path / "out", progress=heard.append)
    assert (fetched.complete, fetched.studies, fetched.total, fetched.pages) == (True, 25, 25, 3)
    trials = load(tmp_path / "out")
    assert [t.id for t in trials] == [f"NCT{n:08d}" for n in range(1, 26)] and not trials.set_aside
    assert str(trials[10].source) == "page-00002.json · study 1" and str(trials[0].source.date) == STAMP[:10]
    account = json.loads((tmp_path / "out" / ".fetch.json").read_text())
    assert account["data_timestamp"] == STAMP and account["api_version"] == "2.0.5"
    assert account["searches"] == [{"query.term": "made-up"}] and account["question"] == {"query": "made-up"}
    assert account["url"] == server.url and account["began"] <= account["ended"]
    assert [p.studies for p in heard] == [0, 10, 20, 25] and heard[-1].total == 25 and heard[-1].left == 0
    first, *rest = pages(server)
    assert first["countTotal"] == "true" and all("pageToken" in asked for asked in rest)
    assert all(asked["pageSize"] == "10" and asked["query.term"] == "made-up" for asked in pages(server))
    assert set(server.agents) == {server.agents[0]} and server.agents[0].startswith("trial_atlas/")
    assert "complete" in fetched.summary() and "<td>yes</td>" in fetched._repr_html_()


def test_pages_are_kept_as_they_were_sent(server, tmp_path):
    get(server, tmp_path / "out", size=25)
    kept = json.loads((tmp_path / "out" / "page-00001.json").read_bytes())
    assert kept == {"totalCount": 25, "studies": server.studies}


def test_an_answer_without_studies_is_an_answer(server, tmp_path):
    fetched = get(server, tmp_path / "out", query="nothing of the kind")
    assert (fetched.complete, fetched.studies, fetched.total) == (True, 0, 0) and len(load(tmp_path / "out")) == 0


def test_the_registry_sends_fewer_a_page_than_asked_for(tmp_path):
    with RegistryServer(made_up(25), largest=7) as server:
        assert whole(server, tmp_path / "out", size=1000).pages == 4


def test_by_numbers_in_portions_and_by_old_numbers(tmp_path):
    with RegistryServer(made_up(230)) as server:
        server.studies[5]["protocolSection"]["identificationModule"]["nctIdAliases"] = ["NCT70000001"]
        wanted = [f"NCT{n:08d}" for n in range(1, 231) if n != 6] + ["NCT70000001", "NCT70000002"]
        fetched = get(server, tmp_path / "out", ids=wanted, size=1000)
        assert fetched.complete and fetched.studies == 230 and fetched.pages == 3
        assert fetched.unknown == ("NCT70000002",) and "not known to the registry: NCT70000002" in fetched.summary()
        assert all(len(asked["filter.ids"].split(",")) <= 100 for asked in server.asked())


def test_by_date_of_the_last_update(server, tmp_path):
    fetched = get(server, tmp_path / "out", since="2026-11")
    days = [s["protocolSection"]["statusModule"]["lastUpdatePostDateStruct"]["date"] for s in server.studies]
    assert fetched.complete and fetched.studies == sum(day >= "2026-11-01" for day in days) > 0
    assert server.asked()[0]["filter.advanced"] == "AREA[LastUpdatePostDate]RANGE[2026-11-01,MAX]"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "found no question"),
        ({"query": "  "}, "found no question"),
        ({"ids": "NCT1"}, "eight digits"),
        ({"ids": ["NCT00000001", "ISRCTN12345678"]}, "ISRCTN12345678"),
        ({"ids": "NCT00000001", "query": "x"}, "numbers are asked for alone"),
        ({"ids": "NCT00000001", "since": "2026"}, "numbers are asked for alone"),
        ({"query": "NCT00000001, nct00000002", "since": "2026"}, "give numbers as ids"),
        ({"since": "last week"}, "last week"),
        ({"since": "2026-13"}, "2026-13"),
    ],
)
def test_a_question_that_would_be_misunderstood_is_refused(given, told, tmp_path):
    with pytest.raises(ReadError, match=told):
        ask(**given)
    with pytest.raises(ReadError, match=told):
        fetch(out=tmp_path / "out", base_url="http://127.0.0.1:9", **given)
    assert not (tmp_path / "out").exists()


def test_the_address_is_the_registrys_own_and_the_pace_polite():
    assert API == "https://clinicaltrials.gov/api/v2" and Manners().rate == 1.0
    for wrong in ({"rate": 0}, {"rate": -1}, {"tries": 0}, {"timeout": float("nan")}, {"rate": float("inf")}):
        with pytest.raises(ReadError):
            Manners(**wrong)
    for wrong in ("", "clinicaltrials.gov", "file:///etc/passwd", "ftp://example.org"):
        with pytest.raises(ReadError):
            Registry(wrong)


class Clock:
    "A clock that stands still but for what is slept."

    def __init__(self):
        self.now, self.slept = 0.0, []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_requests_keep_their_distance(server, tmp_path, monkeypatch):
    clock = Clock()
    monkeypatch.setattr("trial_atlas.read.fetch.time", clock)
    get(server, tmp_path / "out", manners=Manners(rate=20))
    first, *others = clock.slept
    assert len(clock.slept) == len(server.requests) > 2
    assert first == 0 and others == [pytest.approx(1 / 20)] * len(others)


# A line that breaks, a server that is busy: asked again

PASSING = {
    "busy": {"times": 2},
    "busy, in seconds": {"kind": "busy", "retry_after": "0"},
    "busy, with a date": {"kind": "busy", "retry_after": "Wed, 21 Oct 2015 07:28:00 GMT"},
    "busy, in no known way": {"kind": "busy", "retry_after": "soon"},
    "500": {"kind": "status", "status": 500, "times": 2},
    "502": {"kind": "status", "status": 502, "text": "<html>Bad gateway</html>"},
    "503": {"kind": "status", "status": 503, "headers": {"Retry-After": "0"}},
    "504": {"kind": "status", "status": 504},
    "truncated": {"times": 2},
    "reset": {},
    "gzip": {},
    "bad gzip": {},
    "html": {},
    "other json": {},
    "half json": {},
    "no number": {},
}


@pytest.mark.parametrize("name", PASSING)
@pytest.mark.parametrize("page", [1, 2])
def test_what_passes_is_asked_for_again(server, tmp_path, name, page):
    more = {"kind": name} | PASSING[name]
    server.misbehave(more.pop("kind"), page=page, **more)
    assert whole(server, tmp_path / "out").pages == 3


@pytest.mark.parametrize("path", ["/version", "/studies/metadata"])
@pytest.mark.parametrize("kind", ["busy", "truncated", "html", "half json", "reset"])
def test_so_are_version_and_fields(server, tmp_path, path, kind):
    server.misbehave(kind, path=path)
    whole(server, tmp_path / "out")


def test_a_server_that_says_how_long_is_waited_for(server, tmp_path):
    server.misbehave("busy", page=2, retry_after="1")
    whole(server, tmp_path / "out")
    at = [when for when, path, asked in server.requests if "pageToken" in asked]
    assert at[1] - at[0] >= 1.0


def test_pauses_double_and_are_told(server, tmp_path):
    server.misbehave("status", page=1, times=3, status=500)
    heard = []
    get(server, tmp_path / "out", manners=Manners(rate=2000, wait=0.05), progress=heard.append)
    assert sum("status 500; waiting" in p.note for p in heard) == 3
    at = [when for when, path, asked in server.requests if path == "/studies"]
    assert at[1] - at[0] >= 0.05 and at[2] - at[1] >= 0.1 and at[3] - at[2] >= 0.2


def test_slow_answers_and_dripping_ones_end(server, tmp_path):
    server.misbehave("slow", page=2, seconds=1.5, times=9)
    began = time.monotonic()
    told = fails(server, tmp_path / "slow", manners=SLOW_LINE)
    assert "ReadTimeout" in told and "10 studies are kept" in told and time.monotonic() - began < 10
    server.faults.clear()
    server.misbehave("drip", page=2, seconds=0.1, size=50, times=9)
    told = fails(server, tmp_path / "drip", manners=SLOW_LINE)
    assert "not whole after 1 s" in told and "10 studies are kept" in told
    server.faults.clear()
    assert whole(server, tmp_path / "slow").kept == whole(server, tmp_path / "drip").kept == 1


def test_a_registry_that_turns_the_first_client_away_is_asked_by_the_second(server, tmp_path):
    server.misbehave("status", path="/version", status=403, text="Forbidden")
    server.misbehave("truncated", page=2)
    server.misbehave("status", page=3, status=500)
    server.misbehave("reset", page=3)
    whole(server, tmp_path / "out")
    assert server.answered.count(403) == 1 and {a.split("/")[0] for a in server.agents} == {"trial_atlas"}


STANDING = {
    "busy": ({}, "status 429"),
    "status": ({"status": 500}, "status 500"),
    "truncated": ({}, "no whole answer"),
    "reset": ({}, "no whole answer"),
    "html": ({}, "a page that cannot be read"),
    "other json": ({}, "a page that cannot be read"),
    "half json": ({}, "a page that cannot be read"),
    "no number": ({}, "a page that cannot be read"),
}


@pytest.mark.parametrize("kind", STANDING)
def test_what_does_not_pass_ends_in_a_sentence_and_goes_on_later(server, tmp_path, kind):
    more, told = STANDING[kind]
    server.misbehave(kind, page=2, times=99, **more)
    heard = fails(server, tmp_path / "out")
    assert told in heard and "no better in 4 tries" in heard and "10 studies are kept" in heard
    left = load(tmp_path / "out")
    assert len(left) == 10 and "an incomplete fetch (10 of 25 studies)" in left.set_aside[0].reason
    assert not read_fetch(tmp_path / "out").complete
    server.faults.clear()
    asked = len(pages(server))
    assert whole(server, tmp_path / "out").kept == 1 and len(pages(server)) == asked + 2


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"status": 400, "text": "query.term: no such AREA"}, "found status 400: query.term: no such AREA"),
        ({"status": 404, "text": "<b>Not</b> <script>found</script>"}, "found status 404: Not found"),
        ({"status": 401}, "no reason given"),
        ({"status": 301, "headers": {"Location": "https://example.org/"}}, "status 301: https://example.org/"),
        ({"status": 429, "headers": {"Retry-After": "7200"}}, "the wish to wait 120 minutes"),
        ({"status": 204}, "found status 204"),
    ],
)
def test_a_refusal_is_not_asked_again(server, tmp_path, more, told):
    server.misbehave("status", page=1, times=9, **more)
    assert told in fails(server, tmp_path / "out") and len(server.asked()) == 1


def test_nobody_there(tmp_path):
    with pytest.raises(FetchError, match="no whole answer .*Connect"):
        with Registry("http://127.0.0.1:9/api/v2", QUICK, cache=False) as registry:
            fetch("x", tmp_path / "out", registry=registry)


def test_an_answer_of_unreasonable_size(server, tmp_path, monkeypatch):
    monkeypatch.setattr("trial_atlas.read.fetch.MAX_DOCUMENT", 3000)
    assert "ask for fewer studies a page" in fails(server, tmp_path / "out")


# Answers that are not all

PARTIAL = {
    "no total": ({"page": 1}, "page 1 states no total"),
    "total": ({"page": 1, "total": 24}, "makes 25 studies where 24 were announced"),
    "total, later": ({"kind": "total", "page": 2, "total": 26}, "page 2 states a total of 26, the first page 25"),
    "no token": ({"page": 2}, "the pages end after 20 of 25 studies"),
    "loop": ({"page": 2, "to": 2}, "page 2 leads back to an earlier page"),
    "loop, to the start": ({"kind": "loop", "page": 2, "to": 1}, "page 3 repeats page 1"),
    "repeat": ({"page": 2}, "page 2 repeats page 1"),
    "overlap": ({"page": 2}, "page 2 holds 1 studies a second time (NCT00000010)"),
    "shrink": ({"page": 2}, "the pages end after 24 of 25 studies"),
    "shrink, at the end": ({"kind": "shrink", "page": 3}, "the pages end after 24 of 25 studies"),
    "endless": ({"page": 2, "times": 10**9}, "more than 20 pages in a row hold no study"),
    "stranger": ({"page": 3}, "makes 26 studies where 25 were announced"),
    "new data": ({"page": 2}, "new data came out meanwhile (2026-11-20T09:00:05, then 2026-11-21T09:00:05)"),
    "one more": ({"page": 3}, "26"),
    "one more, earlier": ({"kind": "one more", "page": 2}, "26"),
}


@pytest.mark.parametrize("name", PARTIAL)
def test_a_partial_answer_is_never_called_complete(server, tmp_path, name):
    more, told = PARTIAL[name]
    more = {"kind": name} | more
    server.misbehave(more.pop("kind"), **more)
    heard = fails(server, tmp_path / "out")
    assert told in heard and "found an incomplete answer" in heard
    left = read_fetch(tmp_path / "out")
    assert not left.complete and any(told in fault for fault in left.faults) and "incomplete" in left.summary()
    assert load(tmp_path / "out").set_aside and len(load(tmp_path / "out")) >= 10, "what came stays"
    assert len(pages(server)) < 30
    server.faults.clear()
    assert whole(server, tmp_path / "out").kept == 0, "begun anew"


def test_an_empty_page_in_the_middle_is_not_the_end(server, tmp_path):
    server.misbehave("empty", page=2, times=2)
    assert whole(server, tmp_path / "out").pages == 5


def test_an_empty_page_at_the_end_is_fine():
    ledger, page = Ledger(), b'{"studies": [%s], "totalCount": 1, "nextPageToken": "a"}'
    study = json.dumps(made_up(1)[0]).encode()
    assert ledger.enter(read_answer(page % study), [], 1) and not ledger.faults


def test_every_way_of_misbehaving_is_tried():
    source = Path(__file__).read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f'"{kind}"' not in source] == []


# Fields


def test_fields_as_declared(server):
    assert check_fields(metadata()) == check_fields(json.dumps(metadata()).encode()) == len(declared()) > 50


@pytest.mark.parametrize("path", sorted(declared()))
def test_a_field_that_is_gone_is_named(path):
    told = f"{path} (read as "
    with pytest.raises(FetchError) as caught:
        check_fields(metadata(rename={path: path.rpartition(".")[2] + "V3"}))
    assert told in str(caught.value) and f"perhaps renamed to {path}V3" in str(caught.value)


def test_a_module_that_is_gone_names_its_fields():
    with pytest.raises(FetchError, match=r"armGroups .*interventions.* and \d+ more"):
        check_fields(metadata(rename={"protocolSection.armsInterventionsModule": "arms"}))


def test_a_list_that_is_no_longer_one_is_named():
    path = "protocolSection.designModule.phases"
    with pytest.raises(FetchError, match=r"designModule.phases \(read as phases\) is no list now"):
        check_fields(metadata(unlist=(path,)))


@pytest.mark.parametrize("wrong", [[], {}, None, [1], "x", [{"title": "nameless"}]])
def test_fields_in_another_shape(wrong):
    with pytest.raises(FetchError):
        check_fields(wrong)


def test_nothing_is_fetched_where_a_field_is_gone_unless_that_is_wanted(server, tmp_path):
    server.metadata = metadata(rename={"protocolSection.statusModule.overallStatus": "status"})
    told = fails(server, tmp_path / "out")
    assert "statusModule.overallStatus (read as status) is gone" in told and not server.asked()
    assert get(server, tmp_path / "out", check=False).complete


# The folder


def test_again_is_nothing_to_do_until_there_is_new_data(server, tmp_path):
    get(server, tmp_path / "out")
    asked = len(pages(server))
    assert get(server, tmp_path / "out").kept == 3 and len(pages(server)) == asked
    server.stamp = "2026-11-23T09:00:05"
    server.studies = made_up(12)
    fetched = whole(server, tmp_path / "out")
    assert (fetched.kept, fetched.studies, fetched.data_timestamp) == (0, 12, "2026-11-23T09:00:05")
    assert not (tmp_path / "out" / ".next").exists()


def test_an_old_answer_stays_until_the_new_one_is_whole(server, tmp_path):
    get(server, tmp_path / "out")
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").glob("page-*")}
    server.stamp = "2026-11-23T09:00:05"
    server.misbehave("status", page=3, times=99, status=500)
    assert "20 studies are kept" in fails(server, tmp_path / "out")
    assert read_fetch(tmp_path / "out").complete and read_fetch(tmp_path / "out").data_timestamp == STAMP
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").glob("page-*")} == before
    server.faults.clear()
    assert whole(server, tmp_path / "out").kept == 2


def test_pages_of_two_days_are_never_mixed(server, tmp_path):
    server.misbehave("status", page=3, times=99, status=500)
    fails(server, tmp_path / "out")
    server.faults.clear()
    server.stamp = "2026-11-23T09:00:05"
    assert whole(server, tmp_path / "out").kept == 0


@pytest.mark.parametrize("damage", [lambda p: p.unlink(), lambda p: p.write_bytes(p.read_bytes()[:-5])])
@pytest.mark.parametrize("complete", [True, False])
def test_a_damaged_page_is_fetched_again(server, tmp_path, damage, complete):
    if not complete:
        server.misbehave("status", page=3, times=99, status=500)
        fails(server, tmp_path / "out")
        server.faults.clear()
    else:
        get(server, tmp_path / "out")
    damage(tmp_path / "out" / "page-00002.json")
    assert whole(server, tmp_path / "out").kept == 1


def test_a_token_that_is_no_longer_known(server, tmp_path):
    server.misbehave("status", page=3, times=99, status=500)
    fails(server, tmp_path / "out")
    server.faults.clear()
    server.misbehave("status", page=3, times=99, status=400, text="Bad page token")
    told = fails(server, tmp_path / "out")
    assert "status 400: Bad page token" in told and "20 studies are kept" in told
    server.faults.clear()
    whole(server, tmp_path / "out")


def test_another_question_in_the_same_folder(server, tmp_path):
    get(server, tmp_path / "out")
    with pytest.raises(OutputError, match="another question .*made-up.*; name another folder"):
        get(server, tmp_path / "out", query="radiotherapy")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="holds other files .notes.txt.; name a new or an empty folder"):
        get(server, tmp_path / "mine")
    assert [p.name for p in (tmp_path / "mine").iterdir() if not p.name.startswith(".")] == ["notes.txt"]
    with pytest.raises(ReadError, match="no account of a fetch"):
        read_fetch(tmp_path / "mine")


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"question": 3}'])
def test_an_account_that_cannot_be_read(server, tmp_path, content):
    get(server, tmp_path / "out")
    (tmp_path / "out" / ".fetch.json").write_bytes(content)
    with pytest.raises(AtlasError, match="account that cannot be read"):
        get(server, tmp_path / "out")


def test_a_place_where_nothing_can_be_written(server, tmp_path):
    (tmp_path / "file").write_text("in the way")
    for out in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(OutputError, match="cannot be written"):
            get(server, out)
    if os.geteuid():
        (tmp_path / "closed").mkdir(mode=0o500)
        with pytest.raises(OutputError, match="cannot be written"):
            get(server, tmp_path / "closed" / "out")


def test_a_disk_that_fills_up(server, tmp_path, monkeypatch):
    from trial_atlas.read import fetch as module

    real = os.fsync

    def full(number):
        if len(list((tmp_path / "out").glob("page-*.json"))) == 2:
            raise OSError(28, "No space left on device")
        real(number)

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device.*run the same command again"):
        get(server, tmp_path / "out")
    monkeypatch.undo()
    assert whole(server, tmp_path / "out").kept >= 1


def test_two_at_once(server, tmp_path):
    server.pause = 0.2
    script = f"from trial_atlas.read.fetch import fetch; fetch('made-up', {str(tmp_path / 'out')!r}, base_url={server.url!r}, rate=99, page_size=5)"
    first = subprocess.Popen([sys.executable, "-c", script], env=os.environ | {"XDG_CACHE_HOME": str(tmp_path)})
    try:
        while len(pages(server)) < 2:
            time.sleep(0.02)
        with pytest.raises(OutputError, match="another fetch is writing there"):
            get(server, tmp_path / "out")
        assert first.wait(20) == 0
    finally:
        first.kill()
        first.wait()
    assert get(server, tmp_path / "out").kept == 5


def test_titles_that_are_code_are_inert(server, tmp_path):
    fetched = get(server, tmp_path / "out", query="<script>alert(1)</script>")
    assert "<script>" not in fetched._repr_html_()


# The cache


def test_what_the_registry_allows_is_kept_in_the_cache(server, tmp_path):
    cache = tmp_path / "cache" / "http.db"
    cache.parent.mkdir()
    get(server, tmp_path / "one", cache=cache)
    assert len(server.asked("/studies/metadata")) == 1 and server.answered.count(304) == 1, "the version, at the end"
    server.answered.clear()
    fetched = get(server, tmp_path / "two", cache=cache)
    assert len(server.asked("/studies/metadata")) == 1, "fresh for an hour"
    assert server.answered.count(304) >= 4, "version and pages are checked, and not sent again"
    assert fetched.complete and numbers(tmp_path / "one") == numbers(tmp_path / "two")
    server.studies[0]["protocolSection"]["identificationModule"]["briefTitle"] = "Another title"
    get(server, tmp_path / "three", cache=cache)
    assert load(tmp_path / "three")[0].title == "Another title", "never an old page for a new one"


@pytest.mark.parametrize("kind", ["truncated", "half json", "html"])
def test_a_bad_answer_does_not_stay_in_the_cache(server, tmp_path, kind):
    cache = tmp_path / "http.db"
    for path, page in (("/studies/metadata", None), ("/studies", 2)):
        server.misbehave(kind, page=page, path=path)
    get(server, tmp_path / "one", cache=cache)
    get(server, tmp_path / "two", cache=cache)
    assert numbers(tmp_path / "one") == numbers(tmp_path / "two")


@pytest.mark.parametrize("content", [b"not a database", b""])
def test_a_damaged_cache_is_no_hindrance(server, tmp_path, content, capfd):
    (tmp_path / "http.db").write_bytes(content)
    assert get(server, tmp_path / "out", cache=tmp_path / "http.db").complete
    assert capfd.readouterr().err == ""


def test_retry_after_is_read_as_it_is_written():
    assert retry_after("3") == 3 and retry_after(" 0 ") == 0
    assert retry_after("-1") is None and retry_after("1e3") is None and retry_after("") is None
    assert retry_after("Fri, 31 Dec 2100 23:59:59 GMT") > 10**9


# The command


def command(cache, *arguments, timeout=60):
    done = subprocess.run(
        [sys.executable, "-m", "trial_atlas.run.cli", "fetch", *map(str, arguments)],
        capture_output=True,
        timeout=timeout,
        text=True,
        env=os.environ | {"XDG_CACHE_HOME": str(cache)},
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, done.stderr


def test_the_command(server, tmp_path):
    code, out, heard = command(tmp_path, "made-up", "--out", tmp_path / "out", "--api", server.url, "--rate", "99")
    assert code == 0 and out.strip() == str(tmp_path / "out") and "25 of 25 studies" in heard and "complete" in heard
    listed = tmp_path / "numbers.txt"
    listed.write_text("NCT00000001\nNCT00000002\nNCT99999999\n")
    code, _, heard = command(tmp_path, "--ids", listed, "--out", tmp_path / "ids", "--api", server.url, "--rate", "99")
    assert code == 0 and "2 of 2 studies" in heard and "NCT99999999" in heard
    many = ",".join(f"NCT{n:08d}" for n in range(1, 26))
    code, _, heard = command(tmp_path, "--ids", many, "--out", tmp_path / "many", "--api", server.url, "--rate", "99")
    assert code == 0 and "25 of 25 studies" in heard
    given = ("--ids", "NCT00000001,NCT99999999", "--out", tmp_path / "two", "--api", server.url, "--rate", "99")
    assert command(tmp_path, *given, "--strict")[0] == 1
    code, _, heard = command(
        tmp_path, "--since", "2026-11", "--out", tmp_path / "days", "--api", server.url, "--rate", "99"
    )
    assert code == 0 and "complete" in heard


def test_the_command_fails_in_one_sentence(server, tmp_path):
    server.misbehave("no token", page=1)
    server.largest = 10
    code, out, heard = command(tmp_path, "made-up", "--out", tmp_path / "out", "--api", server.url, "--rate", "99")
    assert (code, out) == (2, "") and len(heard.strip().splitlines()) == 1
    assert "found an incomplete answer: the pages end after 10 of 25 studies" in heard
    for wrong in (("--out", tmp_path / "x"), ("--ids", "NCT1"), ("a", "--since", "never"), ("a", "--rate", "0")):
        code, out, heard = command(tmp_path, *wrong, "--api", server.url)
        assert (code, out) == (2, "") and len(heard.strip().splitlines()) == 1


# Killed at any moment


def killed(server, out: Path, at: int, later: float) -> None:
    "Start a fetch and kill it some time after a page was asked for; with 0, before any was."
    script = f"from trial_atlas.read.fetch import fetch; fetch('made-up', {str(out)!r}, base_url={server.url!r}, rate=999, page_size=4)"
    before, end = len(pages(server)), time.monotonic() + 30
    run = subprocess.Popen(
        [sys.executable, "-c", script], stderr=subprocess.PIPE, env=os.environ | {"XDG_CACHE_HOME": str(out.parent)}
    )
    while run.poll() is None and len(pages(server)) - before < at and time.monotonic() < end:
        time.sleep(0.002)
    time.sleep(later)
    run.send_signal(signal.SIGKILL)
    run.communicate()


def kill_and_go_on(tmp_path: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    with RegistryServer(made_up(60, size=2000)) as server:
        server.pause = 0.005
        partial = 0
        for n in range(times):
            out = tmp_path / f"out{n}"
            if n % 3 == 2:
                get(server, out, size=4)
                server.stamp = f"2026-12-{n % 28 + 1:02d}T09:00:05"
            killed(server, out, chance.randint(0, 16), chance.random() * 0.02)
            left = load(out) if out.exists() and any(out.iterdir()) else ()
            if len(left) < 60:
                assert not len(left) or left.set_aside, "a partial folder says so"
                partial += bool(len(left))
            asked = len(pages(server))
            fetched = whole(server, out, size=4)
            assert fetched.pages == 15 and len(pages(server)) - asked == 15 - fetched.kept
            assert sorted(p.name for p in out.iterdir() if p.name.startswith(".")) == [".fetch.json", ".fetch.lock"]
        assert partial, "some were killed between two pages"


def test_killed_it_goes_on(tmp_path):
    kill_and_go_on(tmp_path, 4, 1)


@pytest.mark.long
def test_killed_at_forty_moments_it_goes_on(tmp_path):
    kill_and_go_on(tmp_path, 40, 2)


@pytest.mark.long
def test_a_random_line_never_makes_a_wrong_answer(tmp_path):
    "Any mixture of trouble ends complete and right, or in a sentence."
    chance, ended = random.Random(5), {True: 0, False: 0}
    more = {
        "status": {"status": 500},
        "slow": {"seconds": 0.9},
        "drip": {"seconds": 0.2, "size": 900},
        "total": {"total": 9},
        "loop": {"to": 1},
    }
    for n in range(150):
        with RegistryServer(made_up(25)) as server:
            for kind in chance.choices(list(KINDS), k=chance.randint(1, 4)):
                page = chance.choice([None, 1, 2, 3])
                server.misbehave(kind, page=page, times=chance.randint(1, 3), **more.get(kind, {}))
            try:
                fetched = get(server, tmp_path / f"{n}", manners=SLOW_LINE)
            except FetchError:
                assert (
                    not read_fetch(tmp_path / f"{n}").complete if (tmp_path / f"{n}" / ".fetch.json").exists() else True
                )
                ended[False] += 1
            else:
                got = numbers(tmp_path / f"{n}")
                assert fetched.complete and len(got) == len(set(got)) == len(server.find({"query.term": "made-up"}))
                ended[True] += 1
    assert min(ended.values()) > 10
