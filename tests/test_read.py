"""Reading: every form gives the same record, pages are cut and not rewritten, and nothing is lost."""

import gc
import gzip
import io
import json
import random
import re
import time
import warnings
import zipfile
from collections import Counter
from pathlib import Path

import msgspec
import pandas as pd
import pytest
from conftest import ENTRIES, ROOT

from trial_atlas.read.ctgov import FIELDS, from_ctgov, from_ctgov_xml
from trial_atlas.read.findings import notice
from trial_atlas.read.layouts import GENERAL, LAYOUTS, PIECES, recognise
from trial_atlas.read.limits import MAX_PAGE
from trial_atlas.read.link import link
from trial_atlas.read.load import Names, Trials, _below, iter_entries, load, name_key, retry, whose_words
from trial_atlas.read.pages import from_page
from trial_atlas.record import PartialDate, ReadError, SetAside, Source, Trial
from trial_atlas.run.terminal import Tally, check_paths, entries, file_sizes

PAGES = sorted(ENTRIES.glob("page-*.txt"))
PRIVATE = ("Private", "Official", "555-0100", "example.org", "Sid Site")
STUDY = (ENTRIES / "ctgov-v2.json").read_bytes()


def same(trial):
    "A record without the place it was read from."
    return msgspec.structs.replace(trial, source=Source(form="any"), findings=())


def slices(trial, page):
    "Texts of a record that do not stand in the page as one piece."
    texts = (part for _, text in trial.texts() for part in text.split("\n\n"))
    return [text for text in texts if text not in page]


# ClinicalTrials.gov


def test_json_and_xml_give_one_record():
    assert same(from_ctgov(STUDY)) == same(from_ctgov_xml((ENTRIES / "ctgov.xml").read_bytes()))


def test_every_field_is_read():
    trial = from_ctgov(STUDY)
    empty = [f for f in trial.__struct_fields__ if getattr(trial, f) in (None, ())]
    rare = {"official_title", "description", "design", "population", "collaborators", "primary_completion"}
    assert set(empty) == rare | {"first_posted", "missing", "unplaced", "findings"}
    assert str(trial.start) == "2022-08" and str(trial.source.date) == "2024-05-01"
    assert trial.text("summary").endswith("Dose \\> 45 Gy.")


def test_the_table_of_paths_names_fields_of_both_forms():
    only = FIELDS["ctgov-xml"].keys() - FIELDS["ctgov-v2-json"].keys()
    assert only == {"data_date", "design_line"}, "the date stands outside the protocol part, the line before 2017"


@pytest.mark.parametrize("name", ["ctgov-v2.json", "ctgov.xml", "page-veeva.txt", "page-meddatax.txt"])
def test_people_are_not_kept(name):
    (trial,) = load(ENTRIES / name)
    assert not [word for word in PRIVATE if word in msgspec.json.encode(trial).decode()]


@pytest.mark.parametrize(
    "change, found",
    [
        ({"designModule": {"enrollmentInfo": {"count": 0, "type": "ESTIMATED"}}}, "enrollment_zero"),
        ({"designModule": {"enrollmentInfo": {"count": 99999999}}}, "enrollment_placeholder"),
    ],
)
def test_fillers_are_unknown_and_said(change, found, tmp_path):
    study = json.loads(STUDY)
    study["protocolSection"] |= change
    (tmp_path / "study.json").write_text(json.dumps(study))
    (trial,) = load(tmp_path)
    assert trial.enrollment is None and found in {f.code for f in trial.findings}


def test_withdrawn_with_nobody_is_a_fact():
    study = json.loads(STUDY)
    study["protocolSection"]["statusModule"]["overallStatus"] = "WITHDRAWN"
    study["protocolSection"]["designModule"]["enrollmentInfo"] = {"count": 0, "type": "ACTUAL"}
    assert from_ctgov(study).enrollment == 0


def test_values_in_lists_of_one_are_read(tmp_path):
    def bent(value):
        if isinstance(value, dict):
            return {k: bent(v) for k, v in value.items()}
        return [bent(v) for v in value] if isinstance(value, list) else [value]

    (tmp_path / "bent.json").write_text(json.dumps({"studies": [bent(json.loads(STUDY))]}))
    (trial,) = load(tmp_path)
    assert same(trial) == same(from_ctgov(STUDY))


# Other registers

SHARED_FACTS = {
    "brief_title": "Chest radiotherapy with capecitabine after first systemic treatment",
    "conditions": ("Esophageal cancer",),
    "status": "RECRUITING",
    "phases": ("PHASE2",),
    "enrollment": 126,
    "sponsor": "Southern University",
    "sex": "ALL",
    "allocation": "RANDOMIZED",
    "model": "PARALLEL",
    "purpose": "TREATMENT",
    "masking": "NONE",
    "study_type": "INTERVENTIONAL",
    "acronym": "EC-CRT-003",
}
NOT_CARRIED = {
    "nci-cts.json": {"masking"},
    "trial-lines.jsonl": set(SHARED_FACTS) - {"brief_title", "conditions", "phases", "enrollment"},
}


@pytest.mark.parametrize(
    "name, form",
    [
        ("ctgov-v1.json", "ctgov-v1-json"),
        ("ctgov-csv.csv", "ctgov-csv"),
        ("ctgov-csv-old.csv", "ctgov-csv-old"),
        ("ictrp.xml", "ictrp-xml"),
        ("nci-cts.json", "nci-cts-json"),
        ("trial-lines.jsonl", "trial-lines"),
    ],
)
def test_one_study_in_every_form(name, form):
    trial, *_ = load(ENTRIES / name, strict=True)
    facts = {k: v for k, v in SHARED_FACTS.items() if k not in NOT_CARRIED.get(name, ())}
    assert (trial.id, trial.source.form) == ("NCT05512520", form)
    assert {field: getattr(trial, field) for field in facts} == facts
    assert [t.name for t in trial.interventions] == ["Chest field"]
    assert not [word for word in PRIVATE if word in msgspec.json.encode(trial).decode()]


def test_the_retired_json_gives_the_whole_record():
    (trial,) = load(ENTRIES / "ctgov-v1.json")
    assert same(trial) == same(from_ctgov(STUDY))


def test_criteria_are_the_same_words_in_every_form():
    listed = re.findall(r"\w+", from_ctgov(STUDY).eligibility)
    for name in ("ctgov-v1.json", "ctgov.xml", "ictrp.xml"):
        assert re.findall(r"\w+", load(ENTRIES / name)[0].eligibility) == listed
    told = load(ENTRIES / "nci-cts.json")[0].eligibility
    assert told.startswith("Inclusion Criteria:\n* Stage IVB") and "Exclusion Criteria:\n* Earlier" in told


def test_arms_where_a_form_carries_them():
    assert load(ENTRIES / "nci-cts.json")[0].arms[0].interventions == ("Chest field",)
    assert [a.label for a in load(ENTRIES / "chictr.xml")[0].arms] == ["Arm one", "Arm two"]
    for name in ("ctgov-csv.csv", "ctgov-csv-old.csv", "ictrp.xml", "euctr.txt", "trial-lines.jsonl"):
        trial = load(ENTRIES / name)[0]
        assert trial.arms == () and "arms" in trial.missing


@pytest.mark.parametrize("title, status", [("Study Title", "Study Status"), ("Title", "Status")])
def test_the_sites_of_a_table_give_its_countries(title, status, tmp_path):
    head = f"NCT Number,{title},{status},Study Type,Locations\n"
    sites = "UZ Gent, Ghent, 9000, Belgium|B, Anyang, Korea, Republic of|C, Lier, Belgium|D, Waco, Texas, United States"
    (tmp_path / "x.csv").write_text(head + f'NCT05512520,Pears,RECRUITING,INTERVENTIONAL,"{sites}"\n')
    (trial,) = load(tmp_path, strict=True)
    assert trial.countries == ("Belgium", "Korea, Republic of", "United States")


@pytest.mark.parametrize(
    "told, number, code",
    [
        ("Experimental group:30;Control group:32;", 62, "enrollment_summed"),
        ("Case series:76;", 76, None),
        ("Total:60;A:30;B:30", None, "enrollment_unread"),
        ("about sixty, or 60", None, "enrollment_unread"),
        ("60", 60, None),
        ("", None, None),
    ],
)
def test_sizes_of_groups_are_added_up_and_said(told, number, code, tmp_path):
    xml = (ENTRIES / "ictrp.xml").read_text(encoding="utf-8").replace("<Target_size>40<", f"<Target_size>{told}<")
    (tmp_path / "x.xml").write_text(xml, encoding="utf-8")
    trial = load(tmp_path, strict=True)[1]
    assert trial.enrollment == number
    assert [f.code for f in trial.findings if f.code.startswith("enrollment")] == ([code] if code else [])


def test_an_eu_trial_comes_once_a_country():
    first, second = load(ENTRIES / "euctr.txt", strict=True)
    assert (first.countries, second.countries) == (("Norway",), ("Iceland",))
    assert first.ids == second.ids == ("2015-001234-12",) and first.other_ids == ("AB-12/7", "NCT00000009")
    assert (first.phases, first.allocation, first.masking) == (("PHASE2",), "RANDOMIZED", "NONE")
    assert (first.status, first.enrollment, first.healthy_volunteers) == ("COMPLETED", 126, False)
    assert first.eligibility.endswith("Exclusion Criteria:\n1. Earlier chest irradiation")
    assert not [word for word in PRIVATE if word in repr(first)]


def test_an_eu_text_without_line_breaks_gives_the_same_answers(tmp_path):
    text = (ENTRIES / "euctr.txt").read_text(encoding="utf-8")
    (tmp_path / "flat.txt").write_text(text.replace("\n", ""), encoding="utf-8")
    flat, whole = load(tmp_path / "flat.txt", strict=True), load(ENTRIES / "euctr.txt")
    for a, b in zip(flat, whole, strict=True):
        assert (a.ids, a.official_title, a.phases, a.enrollment, a.status) == (
            b.ids,
            b.official_title,
            b.phases,
            b.enrollment,
            b.status,
        )


def test_a_torn_row_or_trial_does_not_take_its_neighbours(tmp_path):
    rows = (ENTRIES / "ctgov-csv.csv").read_text(encoding="utf-8")
    (tmp_path / "rows.csv").write_text(rows + "NCT00000002,cut\n" + rows.split("\n", 1)[1], encoding="utf-8")
    trials = load(tmp_path)
    assert len(trials) == 2 and "number of cells" in trials.set_aside[0].reason
    export = (ENTRIES / "ictrp.xml").read_text(encoding="utf-8")
    (tmp_path / "rows.csv").write_text(export.replace("<Primary_sponsor>", "<Primary sponsor>", 1), encoding="utf-8")
    trials = load(tmp_path)
    assert len(trials) == 1 and "trial 1: found broken XML" in trials.set_aside[0].reason
    (tmp_path / "rows.csv").write_text(export[:-300], encoding="utf-8")
    trials = load(tmp_path)
    assert len(trials) == 1 and "breaks off after 1 whole entries" in trials.set_aside[0].reason


def test_a_saved_page_reads_as_the_pasted_one(tmp_path):
    text = (ENTRIES / "page-general.txt").read_text(encoding="utf-8")
    body = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    (tmp_path / "page.html").write_text(f"<!DOCTYPE html><html><body><script>x()</script>{body}</body></html>")
    (trial,) = load(tmp_path, strict=True)
    pasted = from_page(text)
    assert (trial.ids, trial.arms, trial.enrollment, trial.sponsor) == (
        pasted.ids,
        pasted.arms,
        pasted.enrollment,
        pasted.sponsor,
    )


# Pages


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_a_page_is_cut_and_not_rewritten(path):
    page = path.read_text(encoding="utf-8")
    trial = notice(from_page(page))
    assert trial.source.form == f"page-{recognise(page).name}"
    assert slices(trial, page) == []
    assert all(trial.holds(e) for f in trial.findings for e in f.evidence)


@pytest.mark.parametrize(
    "name, expected",
    [
        (
            "veeva",
            {
                "ids": ("NCT05512520",),
                "other_ids": ("AB-12/7",),
                "acronym": "EC-CRT-003",
                "status": "RECRUITING",
                "phases": ("PHASE3",),
                "enrollment": 130,
                "enrollment_kind": "ESTIMATED",
                "min_age": "20 Years",
                "max_age": "70 Years",
                "healthy_volunteers": False,
                "model": "PARALLEL",
                "purpose": "PREVENTION",
                "sponsor": "Southern University",
                "description": None,
            },
        ),
        (
            "meddatax",
            {
                "ids": ("NCT06478355",),
                "other_ids": ("AB-12/7",),
                "acronym": "ChinECR",
                "phases": ("NA",),
                "enrollment": 812,
                "description": None,
                "design": "One group gets everything.",
                "summary": "How well the three together work.",
                "sponsor": "Fourth Hospital",
                "collaborators": ("Helper Hospital",),
                "countries": ("China",),
                "keywords": ("PD-1 TP",),
            },
        ),
        (
            "trialx",
            {
                "ids": ("NCT05978193",),
                "sponsor": "A chest hospital",
                "conditions": ("Esophageal Squamous Cell Carcinoma", "Esophageal Cancer"),
                "min_age": "21 Years",
                "status": "RECRUITING",
            },
        ),
        (
            "exchange",
            {
                "ids": (),
                "url": None,
                "enrollment": None,
                "enrollment_kind": None,
                "sponsor": "A cancer hospital",
                "collaborators": ("First hospital", "Second hospital"),
                "status": "NOT_YET_RECRUITING",
                "phases": ("PHASE2",),
            },
        ),
        (
            "chictr",
            {
                "ids": ("ChiCTR2400099901",),
                "other_ids": ("ORCH-77",),
                "acronym": "PEAR-LUNG",
                "status": "NOT_YET_RECRUITING",
                "phases": ("PHASE2",),
                "model": "PARALLEL",
                "enrollment": 118,
                "min_age": "18 Years",
                "max_age": "75 Years",
                "sex": "ALL",
                "conditions": ("Locally advanced lung cancer",),
                "countries": ("China",),
                "sponsor": "Meadow Hospital",
                "start": PartialDate(2024, 3, 1),
                "completion": PartialDate(2027, 3, 1),
                "unplaced": (),
            },
        ),
        ("medpath", {"sex": "FEMALE", "enrollment": 170, "phases": ("PHASE3",), "model": "PARALLEL"}),
        ("general", {"ids": ("ISRCTN12345678",), "enrollment": 120, "sponsor": "A university"}),
    ],
)
def test_what_a_page_states(name, expected):
    trial = from_page((ENTRIES / f"page-{name}.txt").read_text(encoding="utf-8"))
    assert {field: getattr(trial, field) for field in expected} == expected


def test_arms_of_each_layout():
    arms = {p.stem[5:]: from_page(p.read_text(encoding="utf-8")).arms for p in PAGES}
    assert [a.kind for a in arms["veeva"]] == ["EXPERIMENTAL", "NO_INTERVENTION"]
    assert arms["veeva"][0].description.endswith("Then the antibody.")
    assert [(a.label, a.kind) for a in arms["meddatax"]] == [
        ("Everything together", "EXPERIMENTAL"),
        ("Second group", "NO_INTERVENTION"),
    ]
    assert arms["meddatax"][0].interventions == ("Antibody", "radiotherapy")
    assert [a.description for a in arms["medpath"]] == ["SBRT to each lesion.", "Drugs alone."]
    assert [a.label for a in arms["general"]] == ["Arm A", "Arm B"]


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_the_sites_own_words_are_not_the_record(path):
    told = msgspec.json.encode(from_page(path.read_text(encoding="utf-8"))).decode()
    for words in (
        "Review the",
        "Dive into",
        "cookies",
        "FAQ",
        "NCT07061704",
        "NCT00000001",
        "What is a trial",
    ):
        assert words not in told


def test_a_page_in_two_languages_is_read_in_one():
    page = (ENTRIES / "page-chictr.txt").read_text(encoding="utf-8")
    trial = from_page(page)
    assert [(a.label, a.description[-11:]) for a in trial.arms] == [
        ("Early radiotherapy", "first cycle"),
        ("Pears alone", "ery 3 weeks"),
    ]
    told = [(o.measure, o.kind, o.time_frame, o.description) for o in trial.outcomes]
    assert told == [
        ("Progression-free survival", "primary", "2 years", "CT every 3 months"),
        ("Harm", "other", None, None),
    ]
    assert "Gender: any; Type: squamous" in trial.eligibility and trial.eligibility.endswith("lung disease.")
    held = "\n".join(text for _, text in trial.texts())
    assert not re.search(r"[\u3400-\u9fff]|Wang|Guoyuan|\+86", held + trial.sponsor)
    for english, chinese in (("Meadow Hospital", "草地医院"), ("Own funds", "自筹")):
        page = page.replace(f"Primary sponsor：\t\n{english}", "Primary sponsor：\t")
    halved = from_page(page)
    assert (halved.sponsor, halved.arms) == ("草地医院", trial.arms), "a value without a translation is kept"
    by_size = from_page(re.sub(r"样本总量.*", "", page))
    assert by_size.enrollment == 118, "the sizes of the groups give the total"


def test_the_same_page_in_other_copies(tmp_path):
    text = (ENTRIES / "page-chictr.txt").read_text(encoding="utf-8")
    trial = from_page(text)
    for other in (text.replace("\t\n", "\t"), text.replace("：", ":"), text.replace("\t\n", "\n\n")):
        again = from_page(other)
        for field in ("ids", "arms", "outcomes", "enrollment", "sponsor", "start", "min_age", "sex", "conditions"):
            assert getattr(again, field) == getattr(trial, field), field


@pytest.mark.parametrize("name", ["unseen-ctgov", "page-meddatax", "page-veeva", "page-chictr", "page-medpath"])
def test_two_pages_in_one_text_are_not_one_record(name, tmp_path):
    page = (ENTRIES / f"{name}.txt").read_text(encoding="utf-8")
    number = from_page(page).id
    other = number[:-2] + "88"
    (tmp_path / "two.txt").write_text(page + "\n\n" + page.replace(number, other), encoding="utf-8")
    read = load(tmp_path)
    assert len(read) == 0 and read.found == 1
    assert f"2 registrations in one text ({number}, {other})" in read.set_aside[0].reason


def test_a_page_that_names_other_trials_is_one_record():
    page = (ENTRIES / "unseen-ctgov.txt").read_text(encoding="utf-8")
    cards = "Similar trials\nNCT99999888\nSummary\nApples.\nNCT99999889\nSummary\nPlums.\n"
    assert from_page(page + cards).id == from_page(page).id


CHINESE = """注册号：ChiCTR2400099902
注册题目：术前放疗联合梨疗法治疗直肠癌的研究
研究疾病：直肠癌
研究类型：干预性研究
研究所处阶段：II期
纳入标准：
1. 病理确诊的直肠癌；
排除标准：
1. 既往盆腔放疗史；
干预措施：
试验组：短程放疗 25Gy/5次
对照组：手术
样本总量：80
"""


def test_a_page_in_chinese_alone_says_that_its_words_are_not_read(tmp_path):
    trial = notice(from_page(CHINESE))
    assert (trial.ids, trial.enrollment, trial.phases) == (("ChiCTR2400099902",), 80, ("PHASE2",))
    assert [a.label for a in trial.arms] == ["试验组", "对照组"]
    assert trial.eligibility.startswith("Inclusion Criteria:\n1. 病理")
    (said,) = [f for f in trial.findings if f.code == "language_not_read"]
    assert "not in English" in said.message and trial.holds(said.evidence[0])
    for name in ("page-chictr", "unseen-hospital-cn"):
        english = notice(from_page((ENTRIES / f"{name}.txt").read_text(encoding="utf-8")))
        assert "language_not_read" not in {f.code for f in english.findings}


def test_many_signatures_below_a_text_are_no_part_of_it():
    "Each signature took one level of recursion, so that a page with 1,200 of them ended in an error."
    signed = "A trial\n\nNCT00000001\n\nDetailed Description\nPatients get radiotherapy.\n" + "Ann Example, MD\n" * 3000
    assert from_page(signed).description == "Patients get radiotherapy."


def test_criteria_keep_their_headings():
    for path in PAGES:
        text = from_page(path.read_text(encoding="utf-8")).eligibility
        assert re.match(r"inclusion criteria", text, re.I) and re.search(r"\nexclusion criteria", text, re.I)


def test_an_order_of_lines_that_copying_changes_is_still_read():
    page = (ENTRIES / "page-meddatax.txt").read_text(encoding="utf-8")
    squeezed = re.sub(r"\n\n+", "\n", page)
    assert same(from_page(squeezed)).arms[0].label == from_page(page).arms[0].label
    assert from_page(page.replace("\n", "\r\n")).arms == from_page(page).arms
    assert from_page("\ufeff" + page).ids == ("NCT06478355",)


def test_layouts_name_only_fields_that_are_placed():
    known = set(GENERAL.headings)
    known |= {"facts"} | PIECES
    assert {f for layout in LAYOUTS.values() for f in layout.headings} <= known


@pytest.mark.parametrize("text", ["", "   \n", "Bread\n\n- flour\n- water\n", "Name,Age\nA,3\n", "lorem ipsum " * 500])
def test_a_text_that_is_no_record_is_refused(text):
    with pytest.raises(ReadError, match="without the headings of a trial"):
        from_page(text)


def test_a_page_has_one_limit_however_it_is_read(tmp_path):
    "Twice as many characters were allowed to a page that was read alone."
    page = (ENTRIES / "page-trialx.txt").read_text(encoding="utf-8")
    text = page + "\n" + "word " * ((MAX_PAGE - len(page)) // 5)
    (tmp_path / "page.txt").write_text(text + "word " * 5, encoding="utf-8")
    with pytest.raises(ReadError, match=f"the text of a page has at most {MAX_PAGE:,}") as told:
        from_page(text + "word " * 5)
    (entry,) = load(tmp_path).set_aside
    assert str(told.value).removeprefix("page: ") == entry.reason.removeprefix("page.txt: ")


# Loading


def bad_inputs():
    "Name, bytes, and words of the reason they must be set aside with."
    latin = "Étude de radiothérapie".encode("latin-1")
    yield "empty.json", b"", "found nothing"
    yield "blank.txt", b" \n\n ", "found nothing"
    yield "keys.json", b'{"a": 1, "b": 2}', "JSON that is an object with a, b"
    yield "number.json", b"[1, 2]", "JSON that is a number"
    yield "cut.json", STUDY[:900], "breaks off or is damaged"
    yield "latin.txt", latin, "byte 0xc9 at position 0"
    yield "page.pdf", b"%PDF-1.7 ....", "a PDF"
    yield "noise.bin", bytes(range(256)) * 4, "a binary file"
    yield "utf16.txt", "A trial\n".encode("utf-16-le") * 50, "UTF-16 without a byte-order mark"
    yield "root.xml", b"<note><to>you</to></note>", "<note>"
    yield "open.xml", b"<clinical_study><id_info>", "broken XML"
    yield "table.csv", b"id,name,age,weight\n1,a,2,3\n", "a table with the columns id, name, age"
    yield "cut.zip", b"PK\x03\x04 and then nothing", "cannot be read"
    yield "cut.gz", gzip.compress(STUDY)[:200], "cannot be read"
    yield "bomb.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><clinical_study>&b;</clinical_study>', "declares entities"
    yield "deep.json", b"[" * 100_000, "breaks off or is damaged"
    yield "start.json", STUDY[:60], "damaged before its first record is whole, 60 bytes in all"
    yield "own.csv", b"nct_id,title,phase,n\nNCT1,a,2,3\n", "at least its headings “NCT Number” and “Study Title”, or"
    yield "small.csv", b"nct_id;title;dose\nNCT1;a;44,1\n", "rows with the columns nct_id, title, dose; a table is"
    yield "tabs.txt", b"nct_id\ttitle\nNCT1\ta\n", "rows with the columns nct_id, title; a table is"
    article = b"TY  - JOUR\nTI  - A phase II trial\nAB  - 50 Gy. ClinicalTrials.gov NCT00000001.\nER  - \n"
    yield "article.ris", article, "an article that mentions NCT00000001; an article is no record of its trial"
    yield "old.xls", b"\xd0\xcf\x11\xe0" * 9, "an old Office file; save a sheet as CSV"
    yield "type.json", STUDY.replace(b"126", b'{"a": 1}'), "enrollmentInfo.count"


BAD = list(bad_inputs())


@pytest.mark.parametrize("name, raw, words", BAD, ids=[name for name, _, _ in BAD])
def test_bad_input_is_set_aside_with_a_sentence(name, raw, words, tmp_path):
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.json").write_bytes(STUDY)
    trials = load(tmp_path)
    assert len(trials) == 1 and len(trials.set_aside) >= 1 and trials.found == len(trials) + len(trials.set_aside)
    reason = trials.set_aside[0].reason
    assert words in reason and reason.startswith(name) and ";" in reason and "Traceback" not in reason


@pytest.mark.parametrize(
    "member, kind",
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("xl/workbook.bin", "an Excel workbook"),
        ("word/document.xml", "a Word document"),
        ("META-INF/manifest.xml", "an OpenDocument file"),
    ],
)
def test_a_file_of_an_office_is_told_as_one_and_not_opened(member, kind, tmp_path):
    with zipfile.ZipFile(tmp_path / "own.office", "w") as archive:
        for name in ("[Content_Types].xml", member, "docProps/app.xml", "xl/media/.hidden"):
            archive.writestr(name, "<a/>")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(tmp_path / "own.office", "mine.xlsx")
        archive.writestr("study.json", STUDY)
    found = load(tmp_path / "own.office")
    assert (len(found), found.skipped) == (0, ())
    (entry,) = found.set_aside
    assert entry.reason.startswith(f"own.office: found {kind}; save a sheet as CSV UTF-8")
    assert entry.raw == (tmp_path / "own.office").read_bytes() and list(retry([entry])) == [entry]
    found = load(tmp_path / "all.zip")
    assert len(found) == 1 and [e.source.file for e in found.set_aside] == ["all.zip/mine.xlsx"]


def test_a_pattern_of_names_is_said_not_to_be_expanded():
    for path, told in (("seeds/*.txt", True), ("seeds/NCT0000000?.txt", True), ("seeds/a.txt", False)):
        with pytest.raises(ReadError) as caught:
            load(path)
        assert ("a pattern such as *.txt is not expanded" in str(caught.value)) == told
        with pytest.raises(ReadError) as caught:
            check_paths([path])
        assert ("a pattern such as *.txt is not expanded" in str(caught.value)) == told


def test_good_studies_before_a_cut_are_read(tmp_path):
    raw = (ENTRIES / "ctgov-v2-page.json").read_bytes()
    (tmp_path / "page.json").write_bytes(raw[:-200])
    trials = load(tmp_path)
    assert [t.id for t in trials] == ["NCT05512520"] and trials.found == 2
    lines = (ENTRIES / "ctgov-v2.ndjson").read_bytes()
    (tmp_path / "page.json").write_bytes(lines[:-200])
    trials = load(tmp_path)
    assert [t.id for t in trials] == ["NCT05512520"] and "line 2" in trials.set_aside[0].reason


def test_studies_one_below_the_other_take_no_longer_the_more_there_are(tmp_path):
    "Each study was compared with a copy of the whole file; 8,000 behind a long one took many seconds."
    long = json.dumps({"protocolSection": {"descriptionModule": {"briefSummary": "word " * 4_000_000}}}, indent=2)
    study = json.dumps({"protocolSection": {"identificationModule": {"nctId": "NCT05512520"}}}, indent=2)
    (tmp_path / "many.json").write_text("\n".join([long, *[study] * 8000, ""]))
    began = time.process_time()
    trials = load(tmp_path)
    assert time.process_time() - began < 4
    assert (len(trials), trials.set_aside) == (8001, ()) and trials[-1].source.place == "study 8001"


@pytest.mark.parametrize("name", [".{}", "{}"])
def test_a_folder_of_very_many_files_is_listed_at_once(name, tmp_path, monkeypatch):
    "Every name was looked for in a list of all that are hidden, and the files of every snapshot among all files."
    names, folders = [name.format(n) for n in range(40_000)], [f"{n}" for n in range(2000)]
    tree = [
        (str(tmp_path), [], names),
        *((str(tmp_path / folder), [], ["studies.txt", "designs.txt"]) for folder in folders),
    ]
    monkeypatch.setattr("os.walk", lambda *_, **__: iter(tree))
    began = time.process_time()
    found = Counter(type(one).__name__ for one in _below(tmp_path))
    assert time.process_time() - began < 8
    assert found == ({"Skipped": 40_000, "tuple": 2000} if name == ".{}" else {"SetAside": 40_000, "tuple": 2000})


def test_no_file_is_left_open(tmp_path):
    "A start page is looked into to tell whether an atlas was built there."
    (tmp_path / "index.html").write_text("<html><body>A page</body></html>")
    (tmp_path / "study.json").write_bytes(STUDY)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(tmp_path / "index.html", "index.html")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", ResourceWarning)
        assert load(tmp_path).found == 3
        gc.collect()
    assert [str(warning.message) for warning in told] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["ctgov-v2.json", "page-veeva.txt"])
def test_marked_encodings_are_read(encoding, name, tmp_path):
    (tmp_path / "any").write_bytes((ENTRIES / name).read_text(encoding="utf-8").encode(encoding))
    (trial,) = load(tmp_path, strict=True)
    assert trial.id == "NCT05512520"


def test_content_decides_and_not_the_name(tmp_path):
    for i, path in enumerate(sorted(ENTRIES.iterdir())):
        (tmp_path / f"{i:02d}.dat").write_bytes(path.read_bytes())
    plain, named = load(ENTRIES), load(tmp_path)
    assert [same(t) for t in plain] == [same(t) for t in named]
    assert plain.found == named.found


def test_the_same_records_out_of_archives(tmp_path):
    plain = load(ENTRIES)
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(ENTRIES.iterdir()):
            archive.write(path, f"folder/{path.name}")
    (tmp_path / "again.zip.gz").write_bytes(gzip.compress((tmp_path / "all.zip").read_bytes()))
    for name in ("all.zip", "again.zip.gz"):
        assert [same(t) for t in load(tmp_path / name)] == [same(t) for t in plain]
    assert str(load(tmp_path / "all.zip")[0].source).startswith("all.zip/folder/")


def test_hostile_archives_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../outside.json", STUDY)
        archive.writestr("/root.json", STUDY)
        archive.writestr("bomb.json", b" " * (80 << 20))
        archive.writestr("good.json", STUDY)
    trials = load(tmp_path)
    assert len(trials) == 1 and len(trials.set_aside) == 3
    (tmp_path / "a.zip").write_bytes(gzip.compress(b"[" + b" " * (80 << 20)))
    assert "times its size" in load(tmp_path).set_aside[0].reason


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((ENTRIES / "ctgov-v2.ndjson").read_bytes())))
    assert [t.source.file for t in load("-")] == ["standard input"] * 2


def test_lists_progress_and_strict():
    told = []
    paths = [ENTRIES / "ctgov-v2.json", ENTRIES / "ctgov.xml"]
    trials = load(paths, progress=lambda read, aside, where: told.append((read, aside)))
    assert told == [(1, 0), (2, 0)] and trials["NCT05512520"] is trials[0] and len(trials[1:]) == 1
    with pytest.raises(ReadError, match="no record with the number"):
        trials["NCT00000000"]
    with pytest.raises(ReadError, match="no such file"):
        load(ENTRIES / "nowhere")
    with pytest.raises(ReadError, match="strict allows none"):
        load([ENTRIES, ROOT / "setup.py"], strict=True)


class Bent:
    "Has a path, and neither is one nor says so."

    path = "here"


NO_PATHS = {
    "number": 5,
    "zero": 0,
    "no": False,
    "bytes": b"ctgov.xml",
    "object": Bent(),
    "decoded record": {"protocolSection": {}},
    "number in a list": [ENTRIES / "ctgov.xml", 1.5],
    "records": Trials(),
    "record": Trial(source=Source(form="x")),
    "open file": io.StringIO("ctgov.xml"),
}


@pytest.mark.parametrize("name", NO_PATHS)
def test_what_is_no_path_is_refused_in_a_sentence(name):
    with pytest.raises(ReadError, match="path: found a value of the type .+; name a file, a folder, a zip, a list"):
        load(NO_PATHS[name])


@pytest.mark.parametrize(
    "path", ["", "a" * 5000, "a\0b", "nowhere", Path("nowhere"), ["nowhere"]], ids=lambda p: repr(p)[:12]
)
def test_a_path_that_leads_nowhere_is_refused_in_a_sentence(path):
    with pytest.raises(ReadError, match="found .+; name a file") as told:
        load(path)
    assert len(str(told.value)) < 600


@pytest.mark.parametrize("kind", [list, tuple, iter, pd.Series, lambda paths: dict.fromkeys(paths).keys()])
def test_any_series_of_paths_is_read(kind):
    paths = [str(ENTRIES / "ctgov-v2.json"), str(ENTRIES / "ctgov.xml")]
    assert [trial.source.file for trial in load(kind(paths))] == ["ctgov-v2.json", "ctgov.xml"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path):
    for at in ("old/x/a.json", "new/x/a.json", "new/x/b.json", "else/c.json"):
        (tmp_path / at).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / at).write_bytes(STUDY)
    (tmp_path / "new/x/lost").symlink_to(tmp_path / "nowhere")

    def names(*paths):
        read = load([tmp_path / path for path in paths])
        return [str(entry.source.file) for entry in (*read, *read.set_aside)]

    assert names("old/x", "new/x") == ["old/x/a.json", "new/x/a.json", "new/x/b.json", "new/x/lost"]
    assert names("old", "new") == ["old/x/a.json", "new/x/a.json", "new/x/b.json", "new/x/lost"]
    assert names("new/x/a.json", "old/x/a.json", "else") == ["new/x/a.json", "old/x/a.json", "c.json"]
    assert names("new/x/a.json", "new/x") == ["a.json", "a.json", "b.json", "lost"], "it is one file"
    assert names("new/x", "else/c.json") == ["a.json", "b.json", "c.json", "lost"], "alone a file goes by its name"
    paths = [str(tmp_path / "old/x"), str(tmp_path / "new/x")]
    assert set(file_sizes(paths)) == {"old/x/a.json", "new/x/a.json", "new/x/b.json"}
    found = [entry.source.file for entry in entries(paths, Tally())]
    assert found == ["old/x/a.json", "new/x/a.json", "new/x/b.json", "new/x/lost"]


def test_each_record_of_every_form_is_looked_through_once_or_not_at_all(monkeypatch):
    "Pages were looked through by their reader besides, also where nobody had asked for it."
    looked = []
    monkeypatch.setattr("trial_atlas.read.findings.CHECKS", (lambda trial: looked.append(trial) or iter(()),))
    for path in (ENTRIES, None):
        trials = [entry for entry in iter_entries(path, findings=False) if isinstance(entry, Trial)]
        assert trials and not looked
        list(iter_entries(path))
        assert len(looked) == len(trials)
        looked.clear()


def test_the_packaged_trials_say_whose_words_they_are():
    trials = load()
    assert len(trials) >= 5 and not trials.set_aside
    assert all(t.source.form == "snapshot" and whose_words(t.source).startswith("our summary of ") for t in trials)
    assert whose_words(load(ENTRIES / "ctgov.xml")[0].source) == "ClinicalTrials.gov · ctgov.xml, 2024-05-01"
    assert "<table" in trials._repr_html_()


def test_records_that_were_written_are_read_again(tmp_path):
    trials = load(ENTRIES)
    (tmp_path / "kept.ndjson").write_bytes(b"\n".join(map(msgspec.json.encode, trials)) + b"\n")
    assert list(load(tmp_path, strict=True)) == list(trials)


def test_titles_with_markup_are_shown_as_text():
    study = json.loads(STUDY)
    study["protocolSection"]["identificationModule"]["briefTitle"] = "<script>alert(1)</script>"
    trial = from_ctgov(study)
    assert trial.title == "<script>alert(1)</script>"
    assert "<script>" not in trial._repr_html_() + load(ENTRIES)._repr_html_()


def test_mutated_entries_never_break_a_load(tmp_path):
    chance = random.Random(20260513)
    sources = sorted(p for p in ENTRIES.iterdir())
    for i in range(300):
        raw = bytearray(chance.choice(sources).read_bytes())
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(raw) - 1)
            act = chance.randrange(4)
            if act == 0:
                raw[at] = chance.randrange(256)
            elif act == 1:
                del raw[at : at + chance.randint(1, 40)]
            elif act == 2:
                raw[at:at] = raw[at : at + chance.randint(1, 40)]
            else:
                raw = raw[: max(2, at)]
            if len(raw) < 3:
                break
        (tmp_path / "x").write_bytes(bytes(raw))
        entries = list(iter_entries(tmp_path / "x"))
        assert entries and all(isinstance(e, (Trial, SetAside)) for e in entries), i


# Reference data


def test_the_seed_pages_state_what_a_reader_sees(shared):
    trials = load(shared / "seeds", strict=True)
    by_form = {t.source.form: t for t in trials}
    assert {t.id for t in trials} == {"NCT05512520", "NCT05978193", "NCT06478355", "NCT07016737", None}
    assert by_form.keys() == {"page-veeva", "page-meddatax", "page-trialx", "page-clinicaltrialexchange"}
    nameless = by_form["page-clinicaltrialexchange"]
    assert nameless.ids == () and nameless.enrollment is None
    assert {f.code for f in nameless.findings} == {"enrollment_zero", "not_in_this_copy"}
    wrong = {f.code: f for f in trials["NCT06478355"].findings}["inclusion_under_exclusion"]
    assert "ECOG 0-1" in {e.words for e in wrong.evidence}
    assert [len(t.arms) for t in trials] == [0, 1, 1, 0, 2]
    assert trials["NCT07016737"].description is None and trials["NCT07016737"].design


def test_page_text_is_cut_from_the_page(shared):
    for path in [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "corpus" / "pages").glob("*.txt"))]:
        page = path.read_text(encoding="utf-8")
        assert slices(from_page(page), page) == [], path.name


def test_every_page_of_the_corpus_loads(shared):
    pages = load(shared / "corpus" / "pages", strict=True)
    for trial in pages:
        numbers = re.findall(r"NCT\d{8}", trial.source.file)
        assert list(trial.ids) == numbers, trial.source.file
        assert trial.eligibility or trial.summary or trial.description, trial.source.file


@pytest.mark.parametrize("folder", ["seeds", "corpus", "formats", "bulk"])
def test_nothing_of_the_reference_data_is_lost(folder, shared):
    files, trials = set(), load(shared / folder)
    for entry in [*(t.source for t in trials), *(a.source for a in trials.set_aside)]:
        files.add(entry.file)
    expected = {p.relative_to(shared / folder).as_posix() for p in (shared / folder).rglob("*") if p.is_file()}
    assert files == expected and trials.found == len(trials) + len(trials.set_aside)
    assert all(a.reason.count(";") >= 1 and len(a.reason) < 600 for a in trials.set_aside)
    assert all(trial.holds(e) for trial in trials for f in trial.findings for e in f.evidence)


def test_a_study_in_two_forms_is_one_record(shared):
    (xml,) = load(shared / "formats" / "ctgov_xml")
    assert (xml.id, xml.source.form) == ("NCT05686213", "ctgov-xml")
    assert xml.arms and xml.eligibility and "\n        " not in xml.eligibility.split("\n\n")[0]


# Finding a trial by its name


def named(acronym, *ids):
    return Trial(source=Source(form="example"), ids=ids, acronym=acronym)


def test_a_trial_is_found_by_number_in_any_case_and_by_its_acronym():
    one, twin, other = named("Alpha-1", "NCT90000001", "2020-000001-11"), named("TWIN", "NCT9"), named("twin", "NCT8")
    for group in (Trials([one, twin, other]), link([one, twin, other])):
        for name in ("NCT90000001", "nct90000001 ", "2020-000001-11", "alpha-1"):
            assert name in group
            assert getattr(group[name], "trial", group[name]) == one
        assert "NCT7" not in group and "" not in group and "twin" in group
        for name, told in (("NCT7", "'NCT7'"), ("Twin", "found 2 with the acronym")):
            with pytest.raises(ReadError, match=told):
                group[name]
    assert one in Trials([one]) and twin not in Trials([one])


# Tables that a spreadsheet has saved


def test_a_record_without_a_number_is_found_by_what_it_is_called():
    long = "Radiotherapy of Every Metastasis After Induction With a Drug That Has No Name"
    page = Trial(source=Source(form="page", file="pages/one.txt"), brief_title=long)
    rows = [Trial(source=Source(form="x", file="all.csv", place=f"row {i}"), brief_title=f"Row {i}") for i in (1, 2)]
    group = Trials([page, *rows])
    for name in (page.name, page.name.removesuffix("…"), long.upper(), "one.txt", "pages/one.txt"):
        assert name in group and group[name] is page
        assert link([page, *rows])[name].records == (page,)
    assert group["all.csv · row 2"] is rows[1]
    with pytest.raises(ReadError, match="found 2 with the title or file 'all.csv'"):
        group["all.csv"]
    for name in ("", "…", "Radiotherapy", "row"):
        assert name not in group


@pytest.mark.parametrize("name", ["STRASSE  1", "Straße 1", " straße\t1\n"])
def test_one_name_in_several_spellings_is_one_key(name):
    "What a user types is looked up by the same key under which `Names` holds it."
    trial = Trial(source=Source(form="x"), ids=("A1",), acronym="Straße 1")
    assert name_key(name) == "strasse 1" and name in Names([(trial, trial)])


def test_a_table_saved_by_a_spreadsheet_loses_no_row(tmp_path):
    head = "NCT Number,Study Title,Study Status,Phases\n"
    rows = ["NCT90000001,Plain,,\n", "NCT90000002,Für Ösophagus – 50 µg,,\n", "NCT90000003,Größe,,\n"]
    (tmp_path / "excel.csv").write_bytes((head + "".join(rows)).encode("cp1252"))
    found = load(tmp_path)
    assert [t.title for t in found] == ["Plain", "Für Ösophagus – 50 µg", "Größe"] and not found.set_aside
    assert [[f.code for f in t.findings].count("read_as_cp1252") for t in found] == [0, 1, 1]
    assert [t.source.place for t in found] == ["line 2", "line 3", "line 4"]
    (tmp_path / "excel.csv").write_bytes((head + "".join(rows)).encode())
    assert not any(f.code == "read_as_cp1252" for t in load(tmp_path) for f in t.findings)


@pytest.mark.parametrize("name", ["ctgov-csv.csv", "ctgov-csv-old.csv"])
@pytest.mark.parametrize("above", ["\n", "\r\n \r\n", "\n\t\n\n", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_blank_lines_above_a_table_are_passed_over(name, above, encoding, tmp_path):
    "What follows blank lines was told to be a table, whose header was then looked for in the first blank line."
    table = (ENTRIES / name).read_text(encoding="utf-8")
    plain = load(ENTRIES / name)
    (tmp_path / name).write_bytes((above + table).encode(encoding))
    trials = load(tmp_path)
    assert [same(trial) for trial in trials] == [same(trial) for trial in plain] and trials.found == plain.found
    places = [int(trial.source.place.removeprefix("line ")) for trial in plain]
    assert [trial.source.place for trial in trials] == [f"line {n + above.count(chr(10))}" for n in places]


def test_a_table_that_is_set_aside_keeps_its_blank_lines(tmp_path):
    for table in (b"\n\nid,name,age,weight\n1,a,2,3\n", b"\n\nNCT Number,Study Title,Study Status,Phases\n"):
        (tmp_path / "a.csv").write_bytes(table)
        assert [entry.raw for entry in load(tmp_path).set_aside] == [table]


@pytest.mark.parametrize("damage", ["ü".encode() + b" \xfc", b"\x81", b"\xe2\x89\xa5 \xff"])
def test_a_damaged_row_is_not_taken_for_a_spreadsheets(tmp_path, damage):
    head = b"NCT Number,Study Title,Study Status,Phases\n"
    (tmp_path / "t.csv").write_bytes(head + b"NCT90000001,A " + damage + b" trial,,\nNCT90000002,B,,\n")
    found = load(tmp_path)
    assert [t.id for t in found] == ["NCT90000002"]
    assert len(found.set_aside) == 1 and "which is not utf-8" in found.set_aside[0].reason
