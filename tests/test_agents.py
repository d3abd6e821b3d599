"""220 whole records in the manner of registers, with the systemic agents that each gives and those it only mentions.

The writers were language models that worked from written conventions and did not see the rules. By the rules of the day,
before anything was mended for them, agents had an F1 of .92 (`GA`) and .87 (`GB`), and by those mended for these of .82
(`GC`, whose records tell long backgrounds and name few drugs in their arms; .75 by the rules before), .93 (`GE`; .88 by
the rules before all of these) and .98 (`GF`). They were
then used to find what the rules missed. The floors guard what has been reached.
"""

import json
from pathlib import Path

import pytest

from trial_atlas.decide.agent_agreement import COLUMNS, agent_name, column_of, score_agents
from trial_atlas.extract.systemic import extract_agents
from trial_atlas.record import Arm, Intervention, Outcome, Source, Trial

ROWS = [json.loads(line) for line in Path(__file__).with_name("agents.jsonl").read_text(encoding="utf-8").splitlines()]
TEXTS = ("brief_title", "official_title", "summary", "description", "eligibility")
UNNAMED = {"platinum", "taxane", "fluoropyrimidine", "immune checkpoint inhibitor", "immunotherapy"}


def build(row: dict) -> Trial:
    "The record that a row tells."
    arms = tuple(Arm(label=name, description=words[0] if words else None) for name, *words in row.get("arms", ()))
    items = tuple(
        Intervention(name=name, description=(more[0] if more else None) or None)
        for name, *more in row.get("interventions", ())
    )
    outcomes = tuple(Outcome(kind="primary", measure=words) for words in row.get("outcomes", ()))
    told = {name: row[name] for name in TEXTS if row.get(name)}
    source = Source(form="written", file=f"{row['id']}.json")
    return Trial(source=source, arms=arms, interventions=items, outcomes=outcomes, **told)


@pytest.fixture(scope="module")
def report():
    read = []
    for row in ROWS:
        agents = [
            agent for agent in extract_agents(build(row)) if agent.name not in UNNAMED and "anti-" not in agent.name
        ]
        read.append((build(row), agents))
    return score_agents([row | {"record": f"{row['id']}.json"} for row in ROWS], read, draws=0)


def test_agents_are_those_of_the_writers(report):
    assert report.records == len(ROWS) == 220
    assert report.every.f1 >= 0.94 and report.every.precision >= 0.93, report.summary
    assert report.columns["ici"].f1 >= 0.98 and report.columns["chemo"].f1 >= 0.95, report.summary
    assert report.quotes[0] == report.quotes[1] > 1000


def test_what_is_only_mentioned_is_seldom_named():
    told, named = 0, []
    for row in ROWS:
        others = {agent_name(word) for word in row.get("not_given", ())}
        ours = {agent.name.casefold() for agent in extract_agents(build(row)) if column_of(agent) in COLUMNS}
        told += len(others)
        named += [f"{row['id']}: {name}" for name in sorted(others & ours)]
    assert told > 400 and len(named) <= 0.05 * told, named


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Patients receive nivolumab. In KEYNOTE-590 pembrolizumab was used.", {"nivolumab"}),
        ("Patients receive mFOLFOXIRI.", {"fluorouracil", "oxaliplatin", "irinotecan", "leucovorin"}),
        ("Patients receive cisplatin; carboplatin may replace cisplatin.", {"cisplatin", "carboplatin"}),
        ("Patients receive S-1. After progression, paclitaxel may be given.", {"tegafur-gimeracil-oteracil"}),
        ("Patients with an IPI of 2 or more receive rituximab.", {"rituximab"}),
        ("Patients receive nivo and ipi every six weeks.", {"nivolumab", "ipilimumab"}),
        ("Patients with low back pain (LBP) will receive exercise.", set()),
        ("Patients receive radiotherapy. IL-2 and other cytokines in serum levels will be measured.", set()),
    ],
)
def test_sentences(words, names):
    trial = Trial(source=Source(form="written"), brief_title="A study", description=words)
    assert {agent.name for agent in extract_agents(trial)} == names
