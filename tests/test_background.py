"""Whether running text speaks of others: weights that anybody finds again, measured on sentences kept apart.

`tests/prose.jsonl` holds the prose of 990 invented trials in our own words, each sentence with a dose labelled by
its writer as the trial's own, of others, or of both; a third as many again are without a dose. The writers were
language models that worked from written conventions and did not see the rules or the weights.
"""

import sys
from pathlib import Path

import pytest

from trial_atlas.extract.background import background_score, background_weights, fit_background
from trial_atlas.extract.mentions import extract_mentions
from trial_atlas.record import Source, Trial

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import fit_background as tool  # noqa: E402


def test_the_weights_are_those_that_the_sentences_give():
    used = [row for row in tool.frames() + tool.prose() + tool.written() if not row[2]]
    found, held = fit_background([words for words, *_ in used], [others for _, others, _ in used]), background_weights()
    assert len(found.keys() ^ held.keys()) <= 0.01 * len(held)  # A weight at the edge of what is left out
    assert all(abs(found[sign] - weight) <= 0.02 for sign, weight in held.items() if sign in found)


@pytest.mark.parametrize("rows, others, own", [(tool.frames, 0.79, 0.03), (tool.prose, 0.80, 0.06)])
def test_sentences_kept_apart_are_told_apart(rows, others, own):
    kept = [(background_score(*words), of_others) for words, of_others, apart in rows() if apart]
    share = {side: [score > 1.0 for score, of_others in kept if of_others is side] for side in (True, False)}
    assert len(share[True]) > 250 and len(share[False]) > 250
    assert sum(share[True]) >= others * len(share[True])
    assert sum(share[False]) <= own * len(share[False])


def test_running_text_is_read_sentence_by_sentence():
    "The share of sentences kept apart that are taken for what they are, phrases and all."
    told = {"own": [], "others": []}
    for piece in tool.pieces():
        if piece["use"] != "kept":
            continue
        text, spans = "", []
        for words, label in piece["sentences"]:
            spans.append((len(text), len(text) + len(words), label))
            text += words + " "
        mentions = extract_mentions(Trial(source=Source(form="written"), description=text.strip()))
        for start, end, label in spans:
            here = [m for m in mentions if start <= m.origin(m.course.start) < end]
            if label in told and here:
                told[label].append(any(not m.why_not for m in here) == (label == "own"))
    assert sum(told["own"]) >= 0.86 * len(told["own"]) and len(told["own"]) > 250
    assert sum(told["others"]) >= 0.85 * len(told["others"]) and len(told["others"]) > 250
