"""Find the weights of `trial_atlas/lexicon/background.csv` anew, and say how well they do on sentences kept apart.

python tools/fit_background.py [--write]

The sentences are our own: `tests/background.tsv` (frames with a place for a dose, and sentences of whole records, written
by many hands without sight of the rules; those marked `kept` are never used to find weights), and those of
`tests/written_regimens.py`.
"""

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from written_regimens import NO_COURSE, RECORDS, STATEMENTS  # noqa: E402

from trial_atlas.extract.background import background_score, fit_background  # noqa: E402

DOSES = {"{c}": "50 Gy in 25 fractions", "{t}": "50 Gy", "{r}": "45-50 Gy", "{s}": "2 Gy"}
PROSE = ("summary", "description")
WEIGHTS = ROOT / "trial_atlas" / "lexicon" / "background.csv"


def frames() -> list[tuple[str, bool, bool]]:
    "Sentences of `tests/background.tsv`: words, whether about others, whether kept apart."
    out = []
    with open(ROOT / "tests" / "background.tsv", encoding="utf-8", newline="") as lines:
        for kind, use, frame in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for place, dose in DOSES.items():
                frame = frame.replace(place, dose)
            out.append((frame, kind == "others", use == "kept"))
    return out


def written() -> list[tuple[str, bool]]:
    "Sentences of the written regimens that are long enough to be sentences."
    out = [(words, True) for where, words in NO_COURSE if where in PROSE]
    out += [(words, False) for words, _ in STATEMENTS if len(words.split()) > 7]
    alone = [texts for texts, _ in RECORDS if sum(name in texts for name in PROSE) == 1 and len(texts) == 1]
    return out + [(next(iter(texts.values())), False) for texts in alone]


def main() -> None:
    rows = frames()
    used = [(words, others) for words, others, kept in rows if not kept] + written()
    apart = [(words, others) for words, others, kept in rows if kept]
    weights = fit_background(*zip(*used))
    print(f"{len(used)} sentences, {len(weights)} weights")
    scores = {
        side: [background_score(words, weights) for words, others in apart if others is side] for side in (True, False)
    }
    for asked in (0.0, 0.5, 1.0, 1.5, 2.0):
        share = {side: sum(score > asked for score in found) / max(1, len(found)) for side, found in scores.items()}
        print(f"above {asked}: {share[True]:.3f} of those about others, {share[False]:.3f} of the trial's own")
    if "--write" in sys.argv[1:]:
        lines = ["words,weight", *(f'"{words}",{weight:g}' for words, weight in sorted(weights.items()))]
        WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
