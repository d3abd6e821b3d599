"""How fast records are read and decided, on one core; ratios measured in one run are the claim.

python benchmarks/run.py [FOLDER of reference data]

The records are those of the reference data that name radiotherapy and state a dose or a fraction (`bulk/` and
`corpus/`). Each task is run over all of them, several times in turn with the others, and the median counts, so that
a busy machine slows all alike. How much work a record is depends on how much it says of radiotherapy; the rates are
therefore given for all, for those that register radiation as an intervention, and for those that state a regimen.
spaCy (a blank English tokenizer and a Matcher with one pattern each for a dose, a fraction and a drug, which does far
less) is measured beside them where it is installed.
"""

import os
import statistics
import sys
import time
from pathlib import Path

import pages

from trial_atlas.decide.classify import classify
from trial_atlas.extract.dose import regimen_effect
from trial_atlas.extract.regimen import extract_regimens
from trial_atlas.extract.systemic import extract_agents
from trial_atlas.read.load import iter_entries
from trial_atlas.record import Trial

ROUNDS = 5
NAMES = ("radiother", "radiation", "irradiat", "chemoradi", "brachyther", "stereotactic")
FIGURES = ("gy", "gray", "fraction", "fx")


def records(shared: Path) -> list[Trial]:
    "Records that name radiotherapy and may state a regimen."
    out = []
    for path in (
        shared / "bulk" / "ctgov_xml_sample.ndjson.gz",
        shared / "bulk" / "ctgov_v2.ndjson.gz",
        shared / "corpus",
    ):
        for entry in iter_entries(path, findings=False):
            if isinstance(entry, Trial):
                text = " ".join(t for _, t in entry.texts()).lower()
                if any(n in text for n in NAMES) and any(f in text for f in FIGURES):
                    out.append(entry)
    return out


def spacy_task():
    "A blank tokenizer with three patterns, or nothing where spaCy is not installed."
    try:
        import spacy
        from spacy.matcher import Matcher
    except ImportError:
        return None
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    matcher = Matcher(nlp.vocab)
    matcher.add("dose", [[{"LIKE_NUM": True}, {"LOWER": {"IN": ["gy", "cgy", "gray"]}}]])
    matcher.add("fraction", [[{"LIKE_NUM": True}, {"LOWER": {"IN": ["fractions", "fraction", "fx"]}}]])
    matcher.add(
        "drug", [[{"LOWER": {"IN": ["cisplatin", "paclitaxel", "carboplatin", "capecitabine", "pembrolizumab"]}}]]
    )
    return lambda trial: matcher(nlp(" ".join(text for _, text in trial.texts())))


def everything(trial: Trial) -> None:
    "Regimen, systemic therapy and dose together."
    for regimen in extract_regimens(trial):
        regimen_effect(regimen)
    extract_agents(trial)


def seconds(task, trials: list[Trial]) -> float:
    "Processor seconds of one task over all records."
    start = time.process_time()
    for trial in trials:
        task(trial)
    return time.process_time() - start


def report(tasks: dict, trials: list[Trial]) -> None:
    "Time tasks round by round, and print the median rate of each, and how many times spaCy's it is."
    taken = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            taken[name].append(seconds(task, trials))
    middle = {name: statistics.median(rounds) for name, rounds in taken.items()}
    for name, spent in middle.items():
        ratio = f"   {middle['spaCy'] / spent:6.1f} × spaCy" if "spaCy" in middle and name != "spaCy" else ""
        print(f"{name:<28}{len(trials) / spent:>10.0f} records/s{ratio}")


def main() -> None:
    root = Path(__file__).resolve().parents[1]
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("TRIAL_ATLAS_SHARED", root.parent / "shared"))
    if not shared.is_dir():
        sys.exit(f"bench: {shared} is not there; name the folder of reference data, or set TRIAL_ATLAS_SHARED")
    trials = records(shared)
    size = sum(len(text) for trial in trials for _, text in trial.texts()) / len(trials)
    dosed = [trial for trial in trials if extract_regimens(trial)]
    print(
        f"{len(trials)} records of {size / 1000:.1f} kB of text, {ROUNDS} rounds, one core; {len(dosed)} state a regimen"
    )
    tasks = {"regimen": extract_regimens, "regimen + systemic + dose": everything, "classify": classify}
    if beside := spacy_task():
        tasks["spaCy"] = beside
    for task in tasks.values():
        seconds(task, trials[:20])
    report(tasks, trials)
    registered = [trial for trial in trials if any(item.kind == "RADIATION" for item in trial.interventions)]
    for told, chosen in (
        ("that register radiation as an intervention", registered),
        ("that state a regimen, where nearly all the work is", dosed),
    ):
        print(f"of these, the {len(chosen)} records {told}:")
        report({name: task for name, task in tasks.items() if name != "classify"}, chosen)
    if not beside:
        print("spaCy is not installed, so no ratio is claimed (pip install -r benchmarks/requirements-bench.lock)")
    print(*pages.brushing(), *pages.writing(), *pages.building(), sep="\n")


if __name__ == "__main__":
    main()
