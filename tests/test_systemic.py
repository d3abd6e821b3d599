"""Systemic therapy: every kind of name, what is given and what is only mentioned, doses, and damaged text."""

import csv
import re
import tomllib
from importlib import resources

import pytest
from counted import lines_run
from hypothesis import given, settings
from hypothesis import strategies as st

from trial_atlas.decide.classify import Decision
from trial_atlas.extract import lexicon as names
from trial_atlas.extract import systemic
from trial_atlas.extract.systemic import extract_agents, has_immunotherapy, of_kind
from trial_atlas.record import Arm, Intervention, Source, Trial
from trial_atlas.show.trial_page import trial_context
from trial_atlas.study.schedule import schedule


def trial(**texts):
    return Trial(source=Source(form="test"), **texts)


def given_in(words, **more):
    return {agent.name: agent for agent in extract_agents(trial(arms=(Arm(label="A", description=words),), **more))}


NAMES = [
    # checkpoint inhibitors: generic names, codes, brands, misspellings, mistranslations
    ("camrelizumab", "camrelizumab", "pd-1"), ("SHR-1210", "camrelizumab", "pd-1"), ("SHR1210", "camrelizumab", "pd-1"), ("Karelizumab", "camrelizumab", "pd-1"),
    ("Carrelizumab", "camrelizumab", "pd-1"), ("pembrolizumab", "pembrolizumab", "pd-1"), ("MK-3475", "pembrolizumab", "pd-1"), ("Keytruda", "pembrolizumab", "pd-1"),
    ("nivolumab", "nivolumab", "pd-1"), ("Opdivo", "nivolumab", "pd-1"), ("toripalimab", "toripalimab", "pd-1"), ("JS001", "toripalimab", "pd-1"),
    ("teriprizumab", "toripalimab", "pd-1"), ("sintilimab", "sintilimab", "pd-1"), ("IBI308", "sintilimab", "pd-1"), ("tislelizumab", "tislelizumab", "pd-1"),
    ("BGB-A317", "tislelizumab", "pd-1"), ("tirelizumab", "tislelizumab", "pd-1"), ("serplulimab", "serplulimab", "pd-1"), ("HLX10", "serplulimab", "pd-1"),
    ("durvalumab", "durvalumab", "pd-l1"), ("MEDI4736", "durvalumab", "pd-l1"), ("atezolizumab", "atezolizumab", "pd-l1"), ("avelumab", "avelumab", "pd-l1"),
    ("ipilimumab", "ipilimumab", "ctla-4"), ("cadonilimab", "cadonilimab", "pd-1/ctla-4"), ("AK104", "cadonilimab", "pd-1/ctla-4"),
    ("kareilizumab", "camrelizumab", "pd-1"), ("xindilimab", "sintilimab", "pd-1"), ("adbelimab", "adebrelimab", "pd-l1"), ("TQB-2450", "benmelstobart", "pd-l1"), ("HLX-10", "serplulimab", "pd-1"),
    ("nivolumabe", "nivolumab", "pd-1"), ("Sindili monoclonal antibody", "sintilimab", "pd-1"), ("AK-112", "ivonescimab", "pd-1/vegf"), ("rilvegostomig", "rilvegostomig", "pd-1/tigit"),
    ("nedaplatinum", "nedaplatin", "chemotherapy"), ("oxaliplatine", "oxaliplatin", "chemotherapy"),
    # classes in words
    ("PD1 inhibitor", "anti-PD-1", "pd-1"), ("programmed death protein-1 inhibitor", "anti-PD-1", "pd-1"), ("programmed cell death protein-1 monoclonal antibody", "anti-PD-1", "pd-1"),
    ("procedural death 1 antibody", "anti-PD-1", "pd-1"), ("anti-programmed cell death ligand-1 antibody", "anti-PD-L1", "pd-l1"),
    ("PD-1 inhibitor", "anti-PD-1", "pd-1"), ("anti-PD1 antibody", "anti-PD-1", "pd-1"), ("PD-1 monoclonal antibody", "anti-PD-1", "pd-1"),
    ("Procedural death 1 inhibitor", "anti-PD-1", "pd-1"), ("programmed death-1 inhibitor", "anti-PD-1", "pd-1"), ("PD-L1 inhibitor", "anti-PD-L1", "pd-l1"),
    # chemotherapy
    ("cisplatin", "cisplatin", "chemotherapy"), ("DDP", "cisplatin", "chemotherapy"), ("paclitaxel", "paclitaxel", "chemotherapy"), ("Taxol", "paclitaxel", "chemotherapy"),
    ("nab-paclitaxel", "nab-paclitaxel", "chemotherapy"), ("capecitabine", "capecitabine", "chemotherapy"), ("Xeloda", "capecitabine", "chemotherapy"), ("S-1", "tegafur-gimeracil-oteracil", "chemotherapy"),
    ("5-FU", "fluorouracil", "chemotherapy"), ("5-fluorouracil", "fluorouracil", "chemotherapy"), ("temozolomide", "temozolomide", "chemotherapy"), ("nedaplatin", "nedaplatin", "chemotherapy"),
    # targeted
    ("cetuximab", "cetuximab", None), ("nimotuzumab", "nimotuzumab", None), ("bevacizumab", "bevacizumab", None), ("anlotinib", "anlotinib", None), ("trastuzumab", "trastuzumab", None),
]  # fmt: skip


@pytest.mark.parametrize("written, name, kind", NAMES, ids=[row[0] for row in NAMES])
@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_names(written, name, kind, change):
    if written in ("DDP", "S-1"):  # In small letters an abbreviation may be another word
        change = str
    found = given_in(f"Patients receive {change(written)} and radiotherapy.")
    assert name in found
    assert kind is None or found[name].kind == kind


@pytest.mark.parametrize(
    "acronym, names",
    [
        ("FLOT", {"fluorouracil", "oxaliplatin", "docetaxel"}),
        ("CROSS regimen", {"paclitaxel", "carboplatin"}),
        ("FOLFOX", {"fluorouracil", "oxaliplatin"}),
        ("TP regimen", {"cisplatin"}),
        ("PF regimen", {"cisplatin", "fluorouracil"}),
        ("GP chemotherapy", {"gemcitabine", "cisplatin"}),
        ("XELOX", {"capecitabine", "oxaliplatin"}),
    ],
)
def test_acronyms_of_regimens(acronym, names):
    assert names <= given_in(f"Patients receive {acronym} with radiotherapy.").keys()


@pytest.mark.parametrize(
    "words, dose",
    [
        ("cisplatin 75 mg/m2 on day 1", "75 mg/m2"),
        ("capecitabine 825 mg/m² twice daily", "825 mg/m² twice daily"),
        ("camrelizumab 200 mg every 3 weeks", "200 mg every 3 weeks"),
        ("carboplatin AUC 2 weekly", "AUC 2"),
        ("nivolumab (240 mg, iv)", "240 mg"),
        ("75 mg/m2 of cisplatin on day 1", "75 mg/m2"),
        ("osimertinib 60 or 40 mg daily", "60 or 40 mg daily"),
        ("cisplatin 75 mg/m\\^2 every 3 weeks", "75 mg/m^2 every 3 weeks"),
    ],
)
def test_doses_where_stated(words, dose):
    (agent,) = given_in(f"Patients receive {words}.").values()
    assert any(dose in said for said in agent.doses), agent.doses


@pytest.mark.parametrize(
    "words, doses",
    [
        (
            "gemcitabine and cisplatin (1000 mg/m2 and 25 mg/m2)",
            {"gemcitabine": ("1000 mg/m2",), "cisplatin": ("25 mg/m2",)},
        ),
        ("paclitaxel/carboplatin 175 mg/m2 / AUC 5", {"paclitaxel": ("175 mg/m2",), "carboplatin": ("AUC 5",)}),
        ("cisplatin and 1000 mg/m2 gemcitabine", {"cisplatin": (), "gemcitabine": ("1000 mg/m2",)}),
        ("cisplatin 75 mg/m2, gemcitabine 1000 mg/m2", {"cisplatin": ("75 mg/m2",), "gemcitabine": ("1000 mg/m2",)}),
        ("cisplatin 75 mg/m2 or, weekly, cisplatin 40mg/m²", {"cisplatin": ("75 mg/m2", "40mg/m²")}),
        ("nivolumab 240 mg, then nivolumab 240mg every 2 weeks", {"nivolumab": ("240mg every 2 weeks",)}),
        ("temozolomide, supplied as 20 mg capsules", {"temozolomide": ()}),
    ],
)
def test_doses_go_to_their_names(words, doses):
    assert {name: agent.doses for name, agent in given_in(f"Patients receive {words}.").items()} == doses


@pytest.mark.parametrize(
    "words",
    [
        "Exclusion Criteria:\n\n* Previous treatment with a PD-1 inhibitor", "Inclusion Criteria:\n\n* Progression on nivolumab", "Exclusion Criteria:\n\n* Allergy to cisplatin",
        "Inclusion Criteria:\n\n* Prior chemotherapy with paclitaxel is allowed",
    ],
)  # fmt: skip
def test_criteria_and_history_give_nothing(words):
    assert extract_agents(trial(eligibility=words)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Patients with failure of nivolumab receive radiotherapy.", "Radiotherapy without cisplatin is given.", "Patients previously treated with pembrolizumab receive SBRT.",
        "A trial of pembrolizumab showed longer survival than placebo.", "KEYNOTE-590 demonstrated that pembrolizumab prolongs survival.",
    ],
)  # fmt: skip
def test_what_is_only_mentioned_is_not_given(words):
    assert extract_agents(trial(summary=words)) == ()


@pytest.mark.parametrize("word", ["siltuximab", "zuvotolimab", "bimab", "amab", "qqqqlizumab", "monoclonal antibody"])
def test_a_name_that_lies_next_to_none_is_not_made_into_one(word):
    assert all(agent.kind in ("antibody", "targeted") for agent in given_in(f"Patients receive {word}.").values())


def test_a_class_word_says_nothing_new_beside_a_name():
    found = given_in("Camrelizumab and radiotherapy", brief_title="PD-1 inhibitor with radiotherapy")
    assert list(found) == ["camrelizumab"]


@pytest.mark.parametrize(
    "title, expected",
    [
        ("Immune checkpoint inhibitors with radiotherapy", True),
        ("Immunotherapy and radiotherapy", True),
        ("Radiotherapy with anti-PD1", True),
        ("Chemoradiotherapy with cisplatin", False),
        ("Radiotherapy after failure of PD-1 inhibitors", False),
        ("Radiotherapy with cetuximab", False),
        ("Immunotherapy with interleukin-2 and radiotherapy", False),
        ("Radiotherapy plus dendritic cell vaccine immunotherapy", False),
        ("Cellular immunotherapy after chemoradiotherapy", False),
        ("Allergen immunotherapy in asthma", False),
        ("Interleukin-2, nivolumab and radiotherapy", True),
        ("Immunotherapy plus chemotherapy, then chemoradiotherapy", True),
    ],
)
def test_whether_immunotherapy_is_given(title, expected):
    assert has_immunotherapy(extract_agents(trial(brief_title=title))) is expected


def test_every_place_is_quoted_and_stands_there():
    t = trial(
        brief_title="SHR-1210 with radiotherapy",
        arms=(Arm(label="A", description="Camrelizumab 200 mg, cisplatin 25 mg/m2 and 50 Gy"),),
        interventions=(Intervention(name="Camrelizumab", other_names=("SHR-1210",)),),
    )
    agents = extract_agents(t)
    assert {a.name for a in agents} == {"camrelizumab", "cisplatin"} and of_kind(agents, "pd-1") == ("camrelizumab",)
    assert all(t.holds(e) for a in agents for e in a.evidence)
    assert {e.field for e in agents[0].evidence} == {
        "brief_title",
        "arms[0].description",
        "interventions[0].name",
        "interventions[0].other_names[0]",
    }


@pytest.mark.parametrize(
    "words",
    [
        "", "A new drug", "RADIOTHERAPY WITH EXTERNAL BEAM", "Grade S-1 in the table", "Cross-over is allowed", "pd-1 expression is measured", "the PF interval",
        "A flot of ideas", "mab", "tinib", "\x00\u202e\ufeff", "platinum-resistant disease", "level 1A", "T1-2 TP53",
    ],
)  # fmt: skip
def test_what_names_no_agent(words):
    assert extract_agents(trial(summary=words)) == ()


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [row[0] for row in NAMES]
                + [
                    "mg/m2",
                    "50",
                    "AUC",
                    "prior",
                    "no",
                    "after failure of",
                    ";",
                    ".",
                    "\n\n",
                    "İ",
                    "\u202e",
                    "PD-1",
                    "Exclusion Criteria:",
                ]
            ),
            st.text(max_size=5),
        ),
        max_size=25,
    )
)
def test_any_text_is_read_without_error(pieces):
    text = " ".join(pieces)
    t = trial(brief_title=text, summary=text, eligibility=text, arms=(Arm(label=text, description=text),))
    for agent in extract_agents(t):
        assert agent.name and agent.kind and agent.evidence
        assert all(t.holds(e) and len(e.words) <= 300 for e in agent.evidence)


@pytest.mark.parametrize("length", [10**5, pytest.param(10**6, marks=pytest.mark.long)])
@pytest.mark.parametrize("piece", ["cisplatin plus ", "a", "PD-1 ", "(", "- \n", "\u202e"])
def test_very_much_is_read(piece, length):
    agents = extract_agents(trial(description=piece * (length // len(piece))))
    assert len(agents) <= 1


@pytest.mark.parametrize("piece", ["cisplatin plus ", "PD-1 ", "teriplizumab, ", "TP regimen or "])
def test_ten_times_the_text_is_at_most_fifteen_times_the_work(piece):
    short, long = (trial(description=piece * (length // len(piece))) for length in (3_000, 30_000))
    run = [lines_run(lambda t=t: extract_agents(t), (systemic, names)) for t in (short, long)]
    assert run[1] <= 15 * run[0] + 2_000


def lexicon(name):
    return (resources.files("trial_atlas") / "lexicon" / name).read_text(encoding="utf-8")


def test_every_entry_of_the_lexicon_has_a_source():
    rows = list(csv.DictReader(lexicon("drugs.csv").splitlines()))
    assert len(rows) > 300 and all(row["source"].strip() for row in rows)
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names))

    def tables(value):
        if isinstance(value, dict):
            yield from [value] if {"says", "before", "near"} & value.keys() else []
            for inner in value.values():
                yield from tables(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from tables(inner)

    for file in ("systemic.toml", "not_a_regimen.toml", "radiotherapy.toml"):
        found = list(tables(tomllib.loads(lexicon(file))))
        assert found and all(table.get("source") for table in found), file


def test_no_written_form_means_two_agents():
    meaning = {}
    for row in csv.DictReader(lexicon("drugs.csv").splitlines()):
        for form in filter(None, (row["name"], *row["also"].split(" | "))):
            key = re.sub(r"[\s-]+", "", form.strip().lower())
            assert meaning.setdefault(key, row["name"]) == row["name"], form


def test_a_kind_has_one_name_on_pages_and_timelines():
    for kind in sorted(set(names.drug_lexicon().names.values())):
        label = systemic.kind_name(kind)
        agent = systemic.Agent("exampledrug", kind)
        alone = trial(arms=(Arm(label="A", description="Exampledrug every 3 weeks for 4 cycles."),))
        decision = Decision(primary="unclear", agents=(agent,))
        (page,) = trial_context(alone, decision)["agents"]
        drawn = [block.label for block in schedule(alone, decision)]
        assert page["kind"] == label
        aside = kind in ("supportive", "radiolabelled", "boron carrier")
        assert aside or drawn == [{"targeted": "targeted drug", "hormone": "hormone therapy"}.get(kind, label)], kind


@pytest.mark.parametrize("kind", ["pd-1", "pd-l1/ctla-4", "lag-3", "tigit", "tim-3", "cd47"])
def test_an_antibody_of_the_immune_system_is_named_by_what_it_binds(kind):
    assert systemic.kind_name(kind) == f"anti-{kind.upper()}"
    agent = systemic.Agent("exampledrug", kind)
    arm = trial(arms=(Arm(label="A", description="Immunotherapy with exampledrug for 4 cycles."),))
    (block,) = schedule(arm, Decision(primary="unclear", agents=(agent,)))
    assert block.label == f"anti-{kind.upper()}"


@pytest.mark.parametrize("kind", ["targeted", "anti-angiogenic", "vaccine"])
def test_another_drug_does_not_stand_for_the_immunotherapy(kind):
    agent = systemic.Agent("exampledrug", kind)
    arm = trial(arms=(Arm(label="A", description="Immunotherapy with exampledrug for 4 cycles."),))
    (block,) = schedule(arm, Decision(primary="unclear", agents=(agent,)))
    assert "immunotherapy" in block.label and len(block.label) > len("immunotherapy")


@pytest.mark.parametrize("name", ["Dupilumab", "Natalizumab", "Siplizumab", "Teplizumab", "Etrolizumab", "Dupiliumab"])
def test_an_antibody_for_another_disease_is_no_misspelt_one(name):
    arm = trial(arms=(Arm(label="A", description=f"{name} 300 mg every 2 weeks by injection."),))
    assert not [agent for agent in systemic.extract_agents(arm) if systemic.has_immunotherapy((agent,))]


@pytest.mark.parametrize("name, meant", [("Ipilmumab", "ipilimumab"), ("Permbrolizumab", "pembrolizumab")])
def test_a_misspelt_antibody_is_the_one_it_means(name, meant):
    arm = trial(arms=(Arm(label="A", description=f"{name} 200 mg every 3 weeks by infusion."),))
    assert [agent.name for agent in systemic.extract_agents(arm)] == [meant]


@pytest.mark.parametrize(
    "words",
    [
        "Patients with an allergy to peanuts receive oral nut immunotherapy.",
        "Men receive an ICI (intracavernosal injection) of alprostadil.",
        "The fusion reaches from L5 to L5/S1 and is given a graft.",
        "Patients receive mesenchymal stem cell therapy.",
        "Patients receive an everolimus-eluting stent.",
        "Interferon gamma (IFN-γ) and IL-4 are given as numbers in a table.",
    ],
)
def test_what_only_looks_like_a_drug_against_cancer(words):
    assert systemic.extract_agents(trial(arms=(Arm(label="A", description=words),))) == ()


def test_an_acronym_alone_in_its_field_is_read():
    from trial_atlas.record import Intervention

    (first, *_) = systemic.extract_agents(trial(interventions=(Intervention(name="FOLFIRINOX"),)))
    assert first.name == "fluorouracil"


def test_a_dose_behind_the_drugs_own_name_in_its_description():
    from trial_atlas.record import Intervention

    words = "Nivolumab is to be administered as an intravenous infusion over half an hour on day 1, at a dose of 480 mg"
    (agent,) = systemic.extract_agents(trial(interventions=(Intervention(name="Nivolumab", description=words),)))
    assert agent.doses == ("480 mg",)
