"""Kill loads or builds at many moments and look at what is left; run by test_reliability.py in a process of its own.

python tests/killed.py load FOLDER POINTS SEED     prints one JSON object a kill
python tests/killed.py build FOLDER POINTS SEED    the same, and last one object for the build that is let end

Half of the kills come at a random moment, half just before the nth touch of the file system. Each step is a child of
its own, so that nothing survives in memory; what all of them import is imported once, before.

A load brings a store of one load up to a second load; then the store is read, the load is run again, and the store is
read once more. Every third time there was no store before. Builds are killed one after the other in one folder, so
that each begins with what all those before it have left behind; after each, the store is read.
"""

import hashlib
import json
import os
import random
import re
import shutil
import signal
import sys
import time
from pathlib import Path

import duckdb
import msgspec

import trial_atlas.run.exports
import trial_atlas.show.site  # noqa: F401
from trial_atlas.decide.classify import classify
from trial_atlas.read.load import load
from trial_atlas.run import cli
from trial_atlas.run.store import write_store

TOUCHES = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.listdir", "os.scandir", "shutil.rmtree")
STUDY = Path(__file__).parent / "entries" / "ctgov-v2.json"


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


def build(out: Path) -> None:
    "Build an atlas of one study and one torn one, as the command does."
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    cli.build([str(records(out.parent))], out)


def records(folder: Path) -> Path:
    "A folder with one study and one torn one."
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / "study.json").write_bytes(STUDY.read_bytes())
    (folder / "in" / "torn.json").write_bytes(STUDY.read_bytes()[:-40])
    return folder / "in"


def seen(path: Path) -> dict | None:
    "Everything a store holds, but for the moments of its loads."
    if not path.exists():
        return None
    with duckdb.connect(path, read_only=True) as store:
        names = [n for (n,) in store.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        less = {"loads": "EXCLUDE (loaded_at)"}
        return {n: sorted(map(repr, store.execute(f"SELECT * {less.get(n, '')} FROM {n}").fetchall())) for n in names}


def tree(folder: Path) -> dict:
    "Every file of an atlas with its content, but for the moments at which it was made."
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".duckdb":
            found[name] = seen(path)
            continue
        data = re.sub(rb"20\d\d-\d\d-\d\dT[\d:.]+Z", b"", path.read_bytes())
        if name == "ro-crate-metadata.json":
            data = re.sub(rb'"(contentSize|sha256)": "\w+"', b"", data)
        found[name] = hashlib.sha256(data).hexdigest()
    return found


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


def _watched(touched) -> None:
    "Have a function called at each touch of the file system from now on."

    def watch(event, args):
        if event in TOUCHES and not str(args[0]).startswith(("/proc", "/sys", sys.prefix, sys.base_prefix)):
            touched()

    sys.addaudithook(watch)


def _die_at(touch: int) -> None:
    "Kill this process at its nth touch of the file system."
    count = 0

    def touched():
        nonlocal count
        count += 1
        if count == touch:
            os.kill(os.getpid(), signal.SIGKILL)

    _watched(touched)


def touches(work, *given) -> int:
    "How often a piece of work touches the file system."
    count = 0

    def touched():
        nonlocal count
        count += 1

    _watched(touched)
    work(*given)
    return count


def undisturbed(work, *given) -> tuple[int, float]:
    "How often a piece of work touches the file system, and how long it takes."
    began = time.monotonic()
    return apart(touches, work, *given), time.monotonic() - began


def moments(points: int, steps: int, took: float, seed: int):
    "When to kill: by turns before a touch and after a time."
    chance = random.Random(seed)
    for point in range(points):
        yield {"touch": 1 + chance.randrange(steps)} if point % 2 == 0 else {"seconds": chance.random() * took}


def kill_loads(folder: Path, points: int, seed: int) -> None:
    [classify(trial) for trial in load()[:12]]  # The rules are read once, here
    before, after_all = {}, {}
    for start in ("none", "some"):
        place = folder / start
        place.mkdir(parents=True)
        if start == "some":
            apart(first_load, place / "atlas.duckdb")
        before[start] = apart(seen, place / "atlas.duckdb")
        shutil.copytree(place, folder / "done")
        steps, took = undisturbed(second_load, folder / "done" / "atlas.duckdb")
        after_all[start] = apart(seen, folder / "done" / "atlas.duckdb")
        shutil.rmtree(folder / "done")
    for point, when in enumerate(moments(points, steps, took * 1.1, seed)):
        start = "none" if point % 3 == 2 else "some"
        old, new, place = before[start], after_all[start], folder / f"kill-{point}"
        shutil.copytree(folder / start, place)
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


def kill_builds(folder: Path, points: int, seed: int) -> None:
    folder.mkdir()
    steps, took = undisturbed(build, folder / "quiet")
    quiet = apart(tree, folder / "quiet")
    for when in moments(points, steps, took, seed):
        ended = apart(build, folder / "out", **when)
        held = apart(seen, folder / "out" / "atlas.duckdb")
        print(
            json.dumps(when | {"killed": ended == KILLED, "whole": held in (None, quiet["atlas.duckdb"])}), flush=True
        )
    apart(build, folder / "out")
    loud = apart(tree, folder / "out")
    differs = [name for name, told in quiet.items() if loud.get(name) != told]
    print(json.dumps({"differs": differs, "left": sorted(loud.keys() - quiet.keys())}))


if __name__ == "__main__":
    {"load": kill_loads, "build": kill_builds}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
