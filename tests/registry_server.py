"""A registry on this machine: it answers as the ClinicalTrials.gov API v2 does, and misbehaves where a test asks it to.

    with RegistryServer(made_up(25)) as server:
        server.misbehave("busy", page=2, times=3, retry_after="1")
        fetch("made-up", out, base_url=server.url)

Kept from the real one: pages led by tokens, the total on the first page only and only where it is asked for, a page
size of 10 where none is asked for and of 1,000 at most, status 400 in plain words for a token that is not known or
that comes with another question, numbers found among the aliases too, fields still there in `/studies/metadata`.
"""

import base64
import gzip
import hashlib
import json
import re
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from trial_atlas.read.ctgov import FIELDS

STAMP = "2026-11-20T09:00:05"
KINDS = {
    # What the line does
    "busy": "status 429, with `retry_after` where it is given",
    "status": "any `status`, with `text`",
    "slow": "the answer after `seconds`",
    "drip": "the answer in pieces of `size` bytes, one in `seconds`",
    "truncated": "the first half of the body, then the line is cut",
    "reset": "the line is cut before any answer",
    "gzip": "the answer is compressed",
    "bad gzip": "the answer says that it is compressed, and is not",
    # What the answer holds
    "html": "a page of HTML with status 200",
    "other json": "JSON that is no page of studies",
    "half json": "JSON that breaks off, with the right length",
    "no number": "a study without its number",
    "no total": "a first page without its total",
    "total": "the page states the total `total`",
    "no token": "the token is left out",
    "loop": "the token leads back to the page `to`",
    "repeat": "the studies of the page before, with the right token",
    "overlap": "the page begins with the last study of the page before",
    "shrink": "the last study of the page is left out",
    "empty": "a page without studies that leads to the page itself",
    "endless": "pages without studies, for ever",
    "stranger": "a study that does not belong to the answer",
    # What changes behind the scenes
    "new data": "from this page on the date of the data is `stamp`",
    "one more": "from this page on there is another study that fits",
}


def made_up(count: int, first: int = 1, **more: object) -> list[dict]:
    "Studies as the interface sends them, in our own words."
    return [_study(number, **more) for number in range(first, first + count)]


def _study(number: int, word: str = "made-up", size: int = 200) -> dict:
    day = f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    return {
        "protocolSection": {
            "identificationModule": {
                "nctId": f"NCT{number:08d}",
                "orgStudyIdInfo": {"id": f"MU-{number}"},
                "briefTitle": f"A {word} study of radiotherapy, number {number}",
            },
            "statusModule": {"overallStatus": "RECRUITING", "lastUpdatePostDateStruct": {"date": day}},
            "sponsorCollaboratorsModule": {"leadSponsor": {"name": "A made-up hospital"}},
            "descriptionModule": {"briefSummary": "A study that nobody does. " + "≥ 50 Gy. " * (size // 9)},
            "conditionsModule": {"conditions": ["Esophageal Cancer"]},
        },
        "derivedSection": {"miscInfoModule": {"versionHolder": STAMP[:10]}},
        "hasResults": False,
    }


def metadata(rename: dict[str, str] | None = None, unlist: tuple[str, ...] = ()) -> list[dict]:
    "The fields that trial_atlas reads, and some that it does not, as `/studies/metadata` lists them."
    tree: dict = {}
    paths = [f"protocolSection.{path}" for path in FIELDS["ctgov-v2-json"].values()]
    for path in (
        *paths,
        "derivedSection.miscInfoModule.versionHolder",
        "protocolSection.oversightModule.oversightHasDmc",
    ):
        at = tree
        for step in path.partition(":")[0].split("."):
            at = at.setdefault(step, {})

    def nodes(tree: dict, above: str) -> list[dict]:
        found = []
        for step, below in tree.items():
            plain = step.removesuffix("[]")
            path = f"{above}.{plain}" if above else plain
            name = (rename or {}).get(path, plain)
            kind = "text[]" if step.endswith("[]") and path not in unlist else "text"
            node = {"name": name, "piece": name.title(), "title": name, "sourceType": "TEXT", "type": kind}
            found.append(node | ({"children": nodes(below, path)} if below else {}))
        return found

    return nodes(tree, "")


class RegistryServer:
    "A registry of made-up studies, on a port of its own."

    def __init__(self, studies: list[dict], largest: int = 1000):
        self.studies, self.largest, self.stamp, self.metadata = list(studies), largest, STAMP, metadata()
        self.requests: list[tuple[float, str, dict[str, str]]] = []  # When, path, parameters
        self.answered: list[int] = []  # Status of every answer
        self.agents: list[str] = []
        self.faults: list[dict] = []
        self.pause = 0.0  # Seconds before every page
        self._lock = threading.Lock()

    def __enter__(self) -> "RegistryServer":
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._http.daemon_threads, self._http.registry = True, self
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/api/v2"
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self._http.shutdown()
        self._http.server_close()

    def misbehave(self, kind: str, page: int | None = None, times: float = 1, path: str = "/studies", **more) -> None:
        "Do something wrong: on one page of a search (from 1) or on any, that many times."
        assert kind in KINDS, kind
        self.faults.append({"kind": kind, "page": page, "times": times, "path": path} | more)

    def take(self, path: str, page: int) -> dict | None:
        "The fault that is due now."
        with self._lock:
            for fault in self.faults:
                if fault["path"] == path and fault["times"] > 0 and fault["page"] in (None, page):
                    fault["times"] -= 1
                    return fault
        return None

    def asked(self, path: str = "/studies") -> list[dict[str, str]]:
        "The parameters of the requests for one path."
        return [asked for _, to, asked in self.requests if to == path]

    def find(self, asked: dict[str, str]) -> list[dict]:
        "The studies that answer a question, in a plain reading of the registry's language."
        found = self.studies
        if wanted := asked.get("filter.ids"):
            found = [s for s in found if set(re.split(r"[,|]", wanted)) & {_id(s), *_names(s)}]
        if words := asked.get("query.term"):
            parts = [w.lower() for w in re.split(r"\s+AND\s+", words)]
            found = [s for s in found if all(w in json.dumps(s, ensure_ascii=False).lower() for w in parts)]
        if bounds := re.search(r"AREA\[LastUpdatePostDate\]RANGE\[([\d-]+),MAX\]", asked.get("filter.advanced", "")):
            found = [
                s
                for s in found
                if s["protocolSection"]["statusModule"]["lastUpdatePostDateStruct"]["date"] >= bounds[1]
            ]
        return found


def _id(study: dict) -> str:
    return study["protocolSection"]["identificationModule"]["nctId"]


def _names(study: dict) -> list[str]:
    return study["protocolSection"]["identificationModule"].get("nctIdAliases", [])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_) -> None:
        pass

    def do_GET(self) -> None:
        with suppress(ConnectionError):
            self._get()

    def _get(self) -> None:
        registry, url = self.server.registry, urlsplit(self.path)
        path, asked = url.path.removeprefix("/api/v2"), dict(parse_qsl(url.query, keep_blank_values=True))
        registry.requests.append((time.monotonic(), path, asked))
        registry.agents.append(self.headers.get("User-Agent", ""))
        at, bad = self._place(asked)
        size = max(1, min(int(asked.get("pageSize") or 0) or 10, registry.largest))
        fault = registry.take(path, at // size + 1) or {"kind": "none"}
        if path == "/version":
            self._send(200, {"apiVersion": "2.0.5", "dataTimestamp": registry.stamp}, fault)
        elif path == "/studies/metadata":
            self._send(200, registry.metadata, fault, {"Cache-Control": "max-age=3600", "ETag": '"fields"'})
        elif path != "/studies":
            self._send(404, "Not found", fault)
        elif bad:
            self._send(400, "Bad page token", fault)
        else:
            time.sleep(registry.pause)
            self._send(200, self._page(asked, at, size, fault), fault)

    def _place(self, asked: dict[str, str]) -> tuple[int, bool]:
        "Where a page begins, and whether its token is wrong."
        if not (token := asked.get("pageToken")):
            return 0, False
        with suppress(ValueError):
            at, sign = base64.urlsafe_b64decode(token.encode() + b"==").decode().split(".")[:2]
            return int(at), sign != _sign(asked)
        return 0, True

    def _page(self, asked: dict[str, str], at: int, size: int, fault: dict) -> dict | str:
        "One page, right or wrong."
        registry, kind = self.server.registry, fault["kind"]
        if kind == "new data":
            registry.stamp = fault.get("stamp", "2026-11-21T09:00:05")
        if kind == "one more":
            registry.studies.append(_study(90_000_000 + len(registry.studies)))
        found = registry.find(asked)
        shown, end = found[at : at + size], at + size
        if kind == "html":
            return "<!DOCTYPE html><title>One moment, please</title>"
        if kind == "other json":
            return {"message": "something else"}
        if kind == "repeat":
            shown = found[max(0, at - size) : at]
        if kind == "overlap":
            shown = found[max(0, at - 1) : end - 1]
        if kind == "shrink":
            shown = shown[:-1]
        if kind == "no number":
            shown = [{"protocolSection": {"identificationModule": {}}}, *shown[1:]]
        if kind == "stranger":
            shown = [*shown, *made_up(1, 80_000_001)]
        if kind in ("empty", "endless"):
            shown, end = [], at
        page: dict = (
            {"totalCount": len(found)} if asked.get("countTotal") == "true" and not asked.get("pageToken") else {}
        )
        if kind == "total":
            page["totalCount"] = fault["total"]
        if kind == "no total":
            page.pop("totalCount", None)
        if asked.get("fields") == "NCTId":
            shown = [{"protocolSection": {"identificationModule": {"nctId": _id(s)}}} for s in shown]
        page["studies"] = shown
        end = (fault["to"] - 1) * size if kind == "loop" else end
        if end < len(found) and kind != "no token":
            token = f"{end}.{_sign(asked)}" + (f".{time.monotonic_ns()}" if kind in ("empty", "endless") else "")
            page["nextPageToken"] = base64.urlsafe_b64encode(token.encode()).decode().rstrip("=")
        return page

    def _send(self, status: int, told: object, fault: dict, more: dict[str, str] | None = None) -> None:
        "Send an answer as the line allows."
        kind, headers = fault["kind"], more or {}
        body = told.encode() if isinstance(told, str) else json.dumps(told, ensure_ascii=False).encode()
        headers = {"Content-Type": "text/plain" if isinstance(told, str) else "application/json"} | headers
        if kind == "busy":
            status, body = 429, b"Too many requests"
            headers |= {"Retry-After": fault["retry_after"]} if fault.get("retry_after") else {}
        if kind == "status":
            status, body = fault["status"], fault.get("text", "").encode()
            headers |= fault.get("headers", {})
        if kind == "half json":
            body = body[: len(body) // 2]
        if status == 200 and self.headers.get("If-None-Match") == headers.get("ETag", _tag(body)):
            status, body = 304, b""
        headers = headers | {"ETag": headers.get("ETag", _tag(body))} if status == 200 else headers
        if kind in ("gzip", "bad gzip"):
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body) if kind == "gzip" else body
        self.server.registry.answered.append(status)
        if kind == "reset":
            self.close_connection = True
            return
        time.sleep(fault["seconds"] if kind == "slow" else 0)
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        if kind == "truncated":
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
        elif kind == "drip":
            for i in range(0, len(body), fault["size"]):
                self.wfile.write(body[i : i + fault["size"]])
                time.sleep(fault["seconds"])
        else:
            self.wfile.write(body)


def _tag(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()[:16]}"'


def _sign(asked: dict[str, str]) -> str:
    "The question without what may differ between its pages."
    same = sorted((k, v) for k, v in asked.items() if k not in ("countTotal", "pageSize", "pageToken", "fields"))
    return hashlib.sha256(json.dumps(same).encode()).hexdigest()[:12]
