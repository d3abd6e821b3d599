"""Kill loads at many moments and look at what is left; run by test_reliability.py in a process of its own.

python tests/killed.py FOLDER POINTS SEED    prints one JSON object a kill

A store of one load is brought up to a second load by a child process, which is killed: half of the times at a random
moment, half of the times just before its nth touch of the file system. Then the store is read, the load is run again,
and the store is read once more. Each step is a child of its own, so that nothing survives in memory. Every third time
there was no store before.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import duckdb
import msgspec

from trial_atlas.decide.classify import classify
from trial_atlas.read.load import load
from trial_atlas.run.store import write_store

TOUCHES = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.listdir", "os.scandir", "shutil.rmtree")


def first_load(path: Path) -> None:
    trials = load()[:6]
    write_store(trials, [classify(trial) for trial in trials], path, set_aside=())


def second_load(path: Path) -> None:
    "The same trials and more, one of them changed, read from a file with a torn entry among them."
    trials = load()[:12]
    lines = [msgspec.json.encode(msgspec.structs.replace(trial, status="COMPLETED")) for trial in trials[:1]]
    lines += [msgspec.json.encode(trial) for trial in trials[1:]]
    (path.parent / "input.ndjson").write_bytes(b"\n".join([*lines, lines[0][:-20]]) + b"\n")
    read = load(path.parent / "input.ndjson")
    write_store(read, [classify(trial) for trial in read], path)


def seen(path: Path) -> dict | None:
    "Everything a store holds, but for the moments of its loads."
    if not path.exists():
        return None
    with duckdb.connect(path, read_only=True) as store:
        names = [n for (n,) in store.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        less = {"loads": "EXCLUDE (loaded_at)"}
        return {n: sorted(map(repr, store.execute(f"SELECT * {less.get(n, '')} FROM {n}").fetchall())) for n in names}


KILLED = "killed"


def apart(work, *given, touch: int = 0, seconds: float | None = None):
    "Run in a child; its result, or `KILLED`."
    inward, outward = os.pipe()
    child = os.fork()
    if not child:
        os.close(inward)
        if touch:
            _die_at(touch)
        told = json.dumps(work(*given)).encode()
        with os.fdopen(outward, "wb") as out:
            out.write(told)
        os._exit(0)
    os.close(outward)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(inward, "rb") as back:
        told = back.read()
    _, ended = os.waitpid(child, 0)
    if os.WIFSIGNALED(ended):
        return KILLED
    if ended:
        raise SystemExit(f"{work.__name__} failed")
    return json.loads(told)


def _die_at(touch: int) -> None:
    "Kill this process at its nth touch of the file system."
    count = 0

    def watch(event, args):
        nonlocal count
        if event in TOUCHES and not str(args[0]).startswith(("/proc", "/sys", sys.prefix, sys.base_prefix)):
            count += 1
            if count == touch:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def touches(path: Path) -> int:
    "How often a second load touches the file system."
    count = 0

    def watch(event, args):
        nonlocal count
        count += event in TOUCHES and not str(args[0]).startswith(("/proc", "/sys", sys.prefix, sys.base_prefix))

    sys.addaudithook(watch)
    second_load(path)
    return count


def main(folder: Path, points: int, seed: int) -> None:
    chance = random.Random(seed)
    [classify(trial) for trial in load()[:12]]  # The rules are read once, here
    before, after_all = {}, {}
    for start in ("none", "some"):
        place = folder / start
        place.mkdir(parents=True)
        if start == "some":
            apart(first_load, place / "atlas.duckdb")
        before[start] = apart(seen, place / "atlas.duckdb")
        shutil.copytree(place, folder / "done")
        began = time.monotonic()
        steps = apart(touches, folder / "done" / "atlas.duckdb")
        took = time.monotonic() - began
        after_all[start] = apart(seen, folder / "done" / "atlas.duckdb")
        shutil.rmtree(folder / "done")
    for point in range(points):
        start = "none" if point % 3 == 2 else "some"
        old, new, place = before[start], after_all[start], folder / f"kill-{point}"
        shutil.copytree(folder / start, place)
        by_step = point % 2 == 0
        when = {"touch": 1 + chance.randrange(steps)} if by_step else {"seconds": chance.random() * took * 1.1}
        ended = apart(second_load, place / "atlas.duckdb", **when)
        after = apart(seen, place / "atlas.duckdb")
        apart(second_load, place / "atlas.duckdb")
        again = apart(seen, place / "atlas.duckdb")
        told = when | {
            "before": start,
            "killed": ended == KILLED,
            "whole": after in (old, new),
            "same": again == new,
            "left": sorted(p.name for p in place.iterdir() if p.name not in ("atlas.duckdb", "input.ndjson")),
        }
        print(json.dumps(told), flush=True)
        shutil.rmtree(place)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
