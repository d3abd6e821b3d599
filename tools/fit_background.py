"""Find the weights of `trial_atlas/lexicon/background.csv` anew, and say how well they do on sentences kept apart.

python tools/fit_background.py [--write]

The sentences are our own: `tests/background.tsv` (frames with a place for a dose, and sentences of whole records, written
by many hands without sight of the rules), `tests/prose.jsonl` (running text, from which the signs of neighbours are
learned), and those of `tests/written_regimens.py`. What is marked `kept` is never used to find weights.
"""

import csv
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from written_regimens import NO_COURSE, RECORDS, STATEMENTS  # noqa: E402

from trial_atlas.extract.background import background_score, fit_background  # noqa: E402

DOSES = {"{c}": "50 Gy in 25 fractions", "{t}": "50 Gy", "{r}": "45-50 Gy", "{s}": "2 Gy"}
PROSE = ("summary", "description")
WEIGHTS = ROOT / "trial_atlas" / "lexicon" / "background.csv"


Row = tuple[
    tuple[str, str | None, str | None], bool, bool
]  # A sentence with those before and behind; about others; kept


def frames() -> list[Row]:
    "Sentences of `tests/background.tsv`, whose neighbours are not known."
    out = []
    with open(ROOT / "tests" / "background.tsv", encoding="utf-8", newline="") as lines:
        for kind, use, frame in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for place, dose in DOSES.items():
                frame = frame.replace(place, dose)
            out.append(((frame, None, None), kind == "others", use == "kept"))
    return out


def pieces() -> list[dict]:
    "The running texts of `tests/prose.jsonl`: `use`, and `sentences` with their labels."
    return [json.loads(line) for line in (ROOT / "tests" / "prose.jsonl").read_text(encoding="utf-8").splitlines()]


def prose() -> list[Row]:
    "Sentences of `tests/prose.jsonl` with their neighbours."
    out = []
    for piece in pieces():
        words = ["", *(words for words, _ in piece["sentences"]), ""]
        for k, (_, label) in enumerate(piece["sentences"], 1):
            if label in ("own", "others"):
                out.append(((words[k], words[k - 1], words[k + 1]), label == "others", piece["use"] == "kept"))
    return out


def written() -> list[Row]:
    "Sentences of the written regimens that are long enough to be sentences."
    out = [(words, True) for where, words in NO_COURSE if where in PROSE]
    out += [(words, False) for words, _ in STATEMENTS if len(words.split()) > 7]
    alone = [texts for texts, _ in RECORDS if sum(name in texts for name in PROSE) == 1 and len(texts) == 1]
    out += [(next(iter(texts.values())), False) for texts in alone]
    return [((words, None, None), others, False) for words, others in out]


def tell(name: str, apart: list[Row], weights: dict[str, float]) -> None:
    "Print how often a score is above some thresholds for either side."
    scores = {
        side: [background_score(*words, weights=weights) for words, others, _ in apart if others is side]
        for side in (True, False)
    }
    print(f"{name}: {len(scores[True])} sentences about others, {len(scores[False])} of the trial's own")
    for asked in (0.0, 0.5, 1.0, 1.5, 2.0):
        share = {side: sum(score > asked for score in found) / max(1, len(found)) for side, found in scores.items()}
        print(f"  above {asked}: {share[True]:.3f} of those about others, {share[False]:.3f} of the trial's own")


def main() -> None:
    kinds = {"sentences alone": frames(), "running text": prose()}
    used = [row for rows in (*kinds.values(), written()) for row in rows if not row[2]]
    weights = fit_background([words for words, *_ in used], [others for _, others, _ in used])
    print(f"{len(used)} sentences, {len(weights)} weights")
    for name, rows in kinds.items():
        tell(f"kept apart, {name}", [row for row in rows if row[2]], weights)
    if "--write" in sys.argv[1:]:
        lines = ["sign,weight", *(f'"{sign}",{weight:g}' for sign, weight in sorted(weights.items()))]
        WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
