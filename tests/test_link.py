"""Linking: the records of one trial together, those of two trials apart, and nothing averaged or lost."""

import gzip
import itertools
import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trial_atlas.extract import linked_doses
from trial_atlas.read import link as module
from trial_atlas.read.alike import (
    SPONSOR_ALIKE,
    TITLE_ALIKE,
    may_be_alike,
    number_key,
    protocol_key,
    sponsor_alike,
    title_alike,
    title_words,
)
from trial_atlas.read.copies import links_of
from trial_atlas.read.link import Group, against, candidates, link, own_numbers
from trial_atlas.read.load import iter_entries, load
from trial_atlas.record import Arm, PartialDate, ReadError, Source, Trial, parse_date

TITLE = "Consolidative Radiotherapy After Chemoimmunotherapy in Metastatic Esophageal Squamous Cell Carcinoma"


def record(
    title=TITLE, number=None, form="page-general", file="page.txt", day=None, sponsor="A Cancer Hospital", **more
):
    source = Source(form=form, file=file, date=parse_date(day))
    return Trial(source=source, ids=(number,) if number else (), brief_title=title, sponsor=sponsor, **more)


def entry(title=TITLE, number="NCT00000001", **more):
    return record(title, number, **({"form": "ctgov-v2-json", "file": f"{number}.json"} | more))


def groups(*records):
    return sorted(sorted(group.places) for group in link(records))


def holds_together(linked, records):
    "What is true of every result."
    places = [n for group in linked for n in group.places]
    assert sorted(places) == list(range(len(records))), "every record is in exactly one group"
    of = {n: g for g, group in enumerate(linked) for n in group.places}
    for group in linked:
        assert len(group.links) == len(group.records) - 1, "one piece of evidence for every merge"
        assert {id(r) for r in group.records} == {id(records[n]) for n in group.places}
        numbers = {}
        for trial in group.records:
            for register, held in own_numbers(trial).items():
                numbers.setdefault(register, []).append(held)
        for register, held in numbers.items():
            joined, left = set(held[0]), held[1:]
            while near := [h for h in left if h & joined]:
                joined |= set().union(*near)
                left = [h for h in left if not h & joined]
            assert not left, f"{register} holds them apart"
        for field in msgspec.structs.fields(Trial):
            value = getattr(group.trial, field.name)
            if field.name in ("ids", "other_ids"):
                assert set(value) <= {n for t in group.records for n in (*t.ids, *t.other_ids)}
            elif field.name != "missing":
                assert any(value == getattr(t, field.name) for t in group.records), "a value that a source states"
    for one in linked.links + linked.near:
        assert all(records[one.first].holds(e) for e in one.words) and one.words
        assert all(records[one.second].holds(e) for e in one.others) and one.others
        assert (of[one.first] == of[one.second]) == (one.against is None)
    for text in (linked._repr_html_(), repr(linked), *(g._repr_html_() for g in linked)):
        assert "<script" not in text
    assert len(linked.link_table()) == len(linked.links) and len(linked.near_table()) == len(linked.near)
    linked.conflict_table()


def as_sets(linked, records):
    "The groups, whatever the order of the input."
    name = {id(r): n for n, r in enumerate(records)}
    return {frozenset(name[id(r)] for r in group.records) for group in linked}


# The page without a number, and its registration


@pytest.fixture(scope="module")
def zhejiang(shared):
    return load(shared / "seeds" / "clinicaltrialexchange_zhejiang_oligometastatic.txt")[0]


def registration(page, **more):
    "A made-up registration with the page's title and sponsor."
    given = {
        "title": page.title,
        "number": "NCT99990001",
        "day": "2026-11-20",
        "sponsor": page.sponsor,
        "status": "COMPLETED",
    }
    return entry(**(given | {"enrollment": 120, "phases": ("PHASE2",)} | more))


def others(page):
    "Other trials of the same province, hospital or title."
    drug = next(w for w in page.title.split() if w.lower().endswith("mab"))
    return {
        "another drug": registration(page, number="NCT99990002", title=page.title.replace(drug, "Tislelizumab")),
        "another disease": registration(page, number="NCT99990003", title=page.title.replace("Esophageal", "Gastric")),
        "another setting": registration(
            page, number="NCT99990004", title=page.title.replace("Oligometastatic", "Recurrent")
        ),
        "without": registration(page, number="NCT99990005", title=page.title.replace("With or Without", "Before")),
        "another hospital": registration(page, number="NCT99990006", sponsor="Zhejiang Provincial People's Hospital"),
        "another province": registration(page, number="NCT99990007", sponsor="Henan Cancer Hospital"),
        "another phase": registration(page, number="NCT99990008", phases=("PHASE3",)),
        "part of it": registration(page, number="NCT99990009", title=f"Extension Study of {page.title}"),
        "no sponsor": registration(page, number="NCT99990010", sponsor=None),
    }


def test_a_page_without_a_number_joins_its_registration(zhejiang):
    trial = registration(zhejiang)
    apart = [
        t
        for name, t in others(zhejiang).items()
        if name not in ("another hospital", "another province", "another phase", "no sponsor")
    ]
    linked = link([*apart, zhejiang, trial])
    group = linked["NCT99990001"]
    assert {id(r) for r in group.records} == {id(zhejiang), id(trial)} and len(linked) == len(apart) + 1
    (proof,) = group.links
    assert proof.why == "title and sponsor" and proof.title == proof.sponsor == 100
    assert [e.words for e in proof.words] == [zhejiang.title, zhejiang.sponsor] == [e.words for e in proof.others]
    assert group.trial.ids == ("NCT99990001",) and group.trial.status == "COMPLETED"
    assert group.trial.eligibility == zhejiang.eligibility and "eligibility" in group.filled
    assert [v.value for v in group.conflicts()["status"]] == ["COMPLETED", "NOT_YET_RECRUITING"]
    assert "states NOT_YET_RECRUITING without a date" in group.stale()[0] and "older copy" in group.stale()[0]
    holds_together(linked, [*apart, zhejiang, trial])


def test_the_page_shows_its_registration_and_that_it_is_behind(zhejiang):
    trial = registration(zhejiang)
    linked = link([zhejiang, trial, others(zhejiang)["another drug"]])
    (seen,) = links_of(zhejiang, linked)
    assert seen.trial is trial and seen.leads and seen.why == "title and sponsor"
    assert [e.words for e in seen.here] == [zhejiang.title, zhejiang.sponsor]
    assert "older copy" in seen.stale
    assert ("status", "NOT_YET_RECRUITING", "COMPLETED") in [(d.field, d.here, d.there) for d in seen.differences]
    (back,) = links_of(trial, linked)
    assert back.trial is zhejiang and not back.leads and all(zhejiang.holds(e) for e in back.there)
    assert links_of(others(zhejiang)["another drug"], linked) == ()


def test_a_record_linked_through_another_names_it():
    us = msgspec.structs.replace(entry(number="NCT00000001"), ids=("NCT00000001", "2014-003877-40"))
    eu = entry("Not available", "EUCTR2014-003877-40-ES", form="ictrp-xml", file="es.xml")
    page = entry("A page", "NCT00000001", form="page-medpath", file="page.txt")
    linked = link([eu, page, us])
    assert len(linked) == 1
    told = {str(one.trial.source): one for one in links_of(page, linked)}
    assert told["es.xml"].why.startswith("both are linked with") and told["es.xml"].here == ()
    with pytest.raises(ReadError, match="is not among the records that were linked"):
        links_of(entry("Another", "NCT00000009"), linked)


def test_it_joins_nothing_where_its_registration_is_absent(zhejiang):
    for name, other in others(zhejiang).items():
        assert groups(zhejiang, other) == [[0], [1]], name
    assert len(link([zhejiang, *others(zhejiang).values()])) == 1 + len(others(zhejiang))


def test_the_corpus_has_no_registration_of_it(zhejiang, shared):
    linked = link([zhejiang, *load(shared / "corpus"), *load(shared / "formats" / "ctgov_xml")])
    assert [len(g.records) for g in linked if any(r is zhejiang for r in g.records)] == [1]


# Numbers


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("NCT00000001", ("ClinicalTrials.gov", "NCT00000001")),
        ("EUCTR2014-003877-40-ES", ("EU CTR", "2014-003877-40")),
        ("2014-003877-40", ("EU CTR", "2014-003877-40")),
        ("EudraCT Number: 2014-003877-40", ("EU CTR", "2014-003877-40")),
        ("CTIS2023-507385-11-00", ("CTIS", "2023-507385-11")),
        ("2023-507385-11", ("CTIS", "2023-507385-11")),
        ("JPRN-UMIN000001825", ("UMIN", "UMIN000001825")),
        ("ISRCTN12345678", ("ISRCTN", "ISRCTN12345678")),
        ("UTN: U1111-1296-5487", ("WHO", "U1111-1296-5487")),
        ("NCT00000001 (parent study)", None),
        ("NCT00000001, NCT00000002", None),
        ("2022-FXY-040", None),
        ("", None),
    ],
)
def test_registry_numbers_in_one_spelling(text, key):
    assert number_key(text) == key


@pytest.mark.parametrize(
    "text", ["001", "12345", "P30CA014089", "CA016672", "5R01CA123456-02", "NCT00000001", "GASTRIC", ""]
)
def test_numbers_that_tell_nothing(text):
    assert protocol_key(text) is None


@pytest.mark.parametrize("text", ["ALN-TTR02-006", "2022-FXY-040", "B3461020", "20210304567", "FX-006"])
def test_protocol_numbers_that_tell_a_trial(text):
    assert protocol_key(text) == protocol_key(text.lower().replace("-", " ")) is not None


def test_one_trial_in_two_registers():
    us = entry(number="NCT00000001", title="One title")
    us = msgspec.structs.replace(us, ids=("NCT00000001", "2014-003877-40"))
    eu = [entry(number=f"EUCTR2014-003877-40-{c}", title="Not available", form="ictrp-xml") for c in ("ES", "DE")]
    assert groups(us, *eu) == [[0, 1, 2]]
    listed = msgspec.structs.replace(entry("Same", "EUCTR2015-000001-10-FR"), other_ids=("NCT00000001",))
    assert groups(us, listed) == [[0, 1]]


def test_a_former_number_is_the_same_trial():
    now = msgspec.structs.replace(entry(number="NCT00000002"), ids=("NCT00000002", "NCT00000001"))
    assert groups(now, entry(number="NCT00000001", title="Another wording")) == [[0, 1]]


def test_a_number_in_a_text_is_no_evidence():
    one = entry("A first study of something", summary="Continues NCT00000002 (2014-003877-40).")
    two = entry("A second study of another thing", "NCT00000002", form="page-general")
    three = record("A third", eligibility="Patients of NCT00000001")
    assert groups(one, two, three) == [[0], [1], [2]] and not link([one, two, three]).near


def test_a_protocol_number_needs_title_or_sponsor():
    def eu(**more):
        return msgspec.structs.replace(
            entry("Words that are not alike at all", "2014-003877-40", **more), other_ids=("ABC 123-45",)
        )

    us = msgspec.structs.replace(entry(), other_ids=("abc-12345",))
    assert groups(us, eu()) == [[0, 1]]
    assert groups(us, eu(sponsor="Someone Else")) == [[0], [1]]
    assert link([us, eu()]).links[0].why == "protocol number"
    assert [e.words for e in link([us, eu()]).links[0].words] == ["abc-12345"]


def test_an_extension_is_another_trial():
    core = msgspec.structs.replace(entry("A study of something"), other_ids=("2014-003877-40",))
    more = entry("An open-label extension of a study of something", "EUCTR2014-003877-40-ES")
    linked = link([core, more])
    assert len(linked) == 2 and "extension" in linked.near[0].against


def test_a_number_that_two_trials_of_one_register_carry_joins_neither():
    two = [
        msgspec.structs.replace(entry("A title of both", n), ids=(n, "2014-003877-40"))
        for n in ("NCT00000001", "NCT00000002")
    ]
    eu = entry("A title of both", "EUCTR2014-003877-40-ES")
    linked = link([*two, eu])
    assert len(linked) == 3 and {k.against for k in linked.near} >= {"it could as well belong to another trial"}
    better = msgspec.structs.replace(eu, brief_title=TITLE)
    clear = link([msgspec.structs.replace(two[0], brief_title=TITLE), two[1], better])
    assert as_sets(clear, clear._input) == {frozenset({0, 2}), frozenset({1})}


# Titles and sponsors


@pytest.mark.parametrize(
    "other",
    [
        TITLE.upper(),
        TITLE.replace("Esophageal", "Oesophageal"),
        TITLE.replace("Radiotherapy", "Radiotherpy"),
        TITLE.replace("Squamous Cell", "Squamous-cell"),
        f"{TITLE} (CRAM)",
        f"CRAM: {TITLE}",
        f"{TITLE}: A Phase II Study",
        f"A Randomised Trial of {TITLE}",
        f"Randomized Trial of {TITLE}.",
    ],
)
def test_the_same_title(other):
    assert title_alike(TITLE, other) >= TITLE_ALIKE or len(other) > len(TITLE) + 16
    assert groups(entry(), record(other)) == [[0, 1]] or title_alike(TITLE, other) < TITLE_ALIKE


@pytest.mark.parametrize(
    "change",
    [
        ("After", "Before"),
        ("After", "Without"),
        ("Consolidative", "Palliative"),
        ("Esophageal", "Head and Neck"),
        ("Chemoimmunotherapy", "Chemotherapy"),
        ("Metastatic", "Oligometastatic"),
        ("Metastatic", "Nonmetastatic"),
        ("Radiotherapy", "Chemoradiotherapy"),
        ("Radiotherapy", "Hypofractionated Radiotherapy"),
        ("Squamous Cell Carcinoma", "Adenocarcinoma"),
    ],
)
def test_another_title(change):
    other = TITLE.replace(*change)
    assert title_alike(TITLE, other) < TITLE_ALIKE
    assert groups(entry(), record(other)) == [[0], [1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Study ABC-17", "Study ABC-18"),
        ("HLX17 in tumors", "HLX18 in tumors"),
        ("Phase 2 of it", "Phase 3 of it"),
        ("Part (part 1)", "Part (part 2)"),
    ],
)
def test_numbers_in_titles_have_no_spelling(one, other):
    assert title_alike(f"{TITLE} {one}", f"{TITLE} {other}") == 0


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Pfizer", "Pfizer Inc.", True),
        ("AB Science", "ABScience", True),
        ("Zhejiang Cancer Hospital", "Cancer Hospital of Zhejiang", True),
        ("Hebei Medical University Fourth Hospital", "The Fourth Hospital of Hebei Medical University", True),
        ("Sun Yat-sen University", "Sun Yat-sen University Cancer Center", True),
        ("Zhejiang Medical University", "Zhejiang Medical Univercity", True),
        ("Henan Cancer Hospital", "Hunan Cancer Hospital", False),
        ("Shanxi Cancer Hospital", "Shaanxi Cancer Hospital", False),
        ("Zhejiang Cancer Hospital", "Zhejiang Provincial People's Hospital", False),
        ("First Affiliated Hospital of Wenzhou", "Second Affiliated Hospital of Wenzhou", False),
        ("National Cancer Institute", "National Cancer Center, Korea", False),
        ("Pfizer", "Bayer", False),
        ("Pfizer", None, False),
        (None, None, False),
    ],
)
def test_sponsors(one, other, alike):
    assert (sponsor_alike(one, other) >= SPONSOR_ALIKE) is alike
    assert (sponsor_alike(other, one) >= SPONSOR_ALIKE) is alike


def test_boilerplate_titles_join_nothing():
    short = "A Phase 2 Study to Evaluate the Efficacy and Safety of Radiotherapy in Patients With Esophageal Cancer"
    assert groups(entry(short), record(short)) == [[0], [1]]
    assert groups(entry(), entry(number="NCT00000002"), record()) == [[0], [1], [2]]


def test_what_speaks_against_a_link():
    assert "phases differ" in against(entry(phases=("PHASE2",)), record(phases=("PHASE3",)), "title and sponsor")
    assert against(entry(phases=("PHASE2",)), record(phases=("PHASE2", "PHASE3")), "title and sponsor") is None
    early, late = parse_date("2018-01"), parse_date("2021-03-01")
    assert "years apart" in against(entry(start=early), record(start=late), "title and sponsor")
    year = parse_date("2019")
    assert "start and size differ" in against(
        entry(start=early, enrollment=30), record(start=year, enrollment=90), "title and sponsor"
    )
    assert "different numbers" in against(entry(), entry(number="NCT00000002"), "number")
    assert against(entry(), entry(phases=("PHASE3",)), "number") is None


# The merged view


def test_conflicts_are_shown_with_source_and_date_and_nothing_is_averaged():
    newest = entry(
        day="2026-11-20",
        status="COMPLETED",
        enrollment=100,
        start=parse_date("2022-10-03"),
        last_update=parse_date("2026-10-01"),
    )
    older = entry(
        day="2024-02-01",
        status="RECRUITING",
        enrollment=60,
        start=parse_date("2022-10"),
        last_update=parse_date("2024-01-15"),
        file="old.json",
    )
    page = entry(
        form="page-medpath", file="page.txt", status="RECRUITING", enrollment=80, masking="NONE", arms=(Arm(label="A"),)
    )
    linked = link([page, older, newest])
    (group,) = linked
    assert group.records == (newest, older, page) and group.trial.enrollment == 100 and group.trial.masking == "NONE"
    assert {group.records[n].source.file for n in group.filled.values()} == {"page.txt"}
    rows = linked.conflict_table()
    of = rows[rows["field"] == "enrollment"]
    assert list(zip(of["value"], of["kind"], of["as_of"])) == [
        ("100", "merged view", "2026-11-20"),
        ("60", "older copy", "2024-02-01"),
        ("80", "undated copy", "not stated"),
    ]
    assert "start" not in set(rows["field"]), "a month does not contradict its day"
    assert len(group.stale()) == 2 and "as of 2024-02-01" in group.stale()[0] and "2026-11-20" in group.stale()[0]
    holds_together(linked, [page, older, newest])


def test_long_texts_in_conflict_are_shown_from_where_they_part():
    start, rest = "Patients are seen every three months after the end of treatment. " * 4, "in short. " * 60
    theirs = "no further treatment is given unless the disease has grown, for as long as anyone is observed. " * 6
    one, other = (entry(description=start + text) for text in (f"The chest is irradiated {rest}", theirs))
    linked = link([one, msgspec.structs.replace(other, source=record(file="b.json").source)])
    told = {row.kind: row.value for row in linked.conflict_table().itertuples() if row.field == "description"}
    assert "The chest is irradiated" in told["merged view"] + told["conflict"]
    assert "no further treatment" in told["merged view"] + told["conflict"]
    assert all(len(value) < 160 and "characters)" in value for value in told.values())


@pytest.mark.parametrize(
    "mine, theirs, kinds",
    [
        ("41.4 Gy in 23 fractions", "50.4 Gy in 28 fractions", ["merged view", "conflict"]),
        ("41.4 Gy in 23 fractions", "41.4 Gy in 23 fractions of 1.8 Gy", ["merged view", "less exact"]),
        ("50 to 60 Gy in 25 to 30 fractions", "50.4 Gy in 28 fractions", ["merged view", "less exact"]),
        ("50.4 Gy in 28 fractions", "50.4 Gy in 28 fractions", ["merged view"]),
        ("50.4 Gy in 28 fractions", "a dose as usual", ["merged view"]),
    ],
)
def test_doses_of_one_trial_are_compared(mine, theirs, kinds):
    first, second = (
        entry(file=f"{n}.json", summary=f"Chemoradiotherapy with {dose} is given to all patients.")
        for n, dose in enumerate((mine, theirs))
    )
    (group,) = linked = linked_doses.link([first, second])
    assert [value.kind for value in group.more["radiotherapy"]] == kinds
    told = linked.conflict_table()
    told = told[told["field"] == "radiotherapy"]
    if "conflict" in kinds:
        assert "1 with conflicts" in linked.summary() and list(told["source"]) == ["0.json", "1.json"]
        assert all(f"“Chemoradiotherapy with {dose}" in value for dose, value in zip((mine, theirs), told["value"]))
        (copy,) = links_of(second, linked)
        (seen,) = [d for d in copy.differences if d.field == "radiotherapy"]
        assert seen.here.startswith("50.4 Gy") and seen.there.startswith("41.4 Gy") and seen.kind == "conflict"
    else:
        assert told.empty


def test_doses_are_read_only_where_a_trial_has_several_records():
    asked = []
    trials = [entry(), entry(file="copy.json"), entry("Another trial of something else", "NCT00000009")]
    linked_doses.link_records(
        trials, more=lambda group: linked_doses.compare_doses(group, lambda t: asked.append(t) or ())
    )
    assert len(asked) == 2


def test_coarse_words_are_no_conflict():
    for mine, theirs in (("COMPLETED", "NOT_RECRUITING"), ("RECRUITING", "AUTHORISED")):
        group = Group([entry(status=mine), entry(status=theirs, form="ictrp-xml")])
        assert not group.conflicts() and not group.stale()
    assert Group([entry(status="RECRUITING"), entry(status="NOT_RECRUITING", form="ictrp-xml")]).conflicts()


def test_a_text_is_taken_whole_and_quotations_hold():
    page = entry(form="page-medpath", summary="Words of the page: 50 Gy in 25 fractions.")
    quote = page.quote("summary", 19, 40)
    assert Group([entry(summary=None), page]).trial.holds(quote)
    assert not Group([entry(summary="The register's own words."), page]).trial.holds(quote)


def test_titles_that_are_code_are_inert():
    evil = f"<script>alert(1)</script> {TITLE}"
    one, two = entry(evil, status="<script>"), record(evil, file="<script>.txt", status="</script>")
    holds_together(link([one, two]), [one, two])


# The order of the input, and any input at all


def mixture(shared):
    "Real records of several registers, and copies without their numbers."
    real = [
        *load(shared / "formats" / "ictrp_xml"),
        *load(shared / "formats" / "euctr_txt"),
        *load(shared / "corpus"),
        *load(),
    ]
    copies = [bare(t) for t in real[::3]]
    return real + copies


def bare(trial, **more):
    "A copy of a record without its numbers."
    source = Source(form="page-copy", file=f"copy of {trial.id}")
    return msgspec.structs.replace(trial, ids=(), other_ids=(), url=None, source=source, **more)


def test_real_records_of_several_registers(shared):
    records = mixture(shared)
    linked = link(records)
    holds_together(linked, records)
    by = {why: sum(k.why == why for k in linked.links) for why in module._RANK}
    assert min(by.values()) > 0 and by["number"] > 50, by
    for group in linked:
        own = {t.id for t in group.records if t.id} | {""}
        assert all(
            t.source.file.removeprefix("copy of ") in own
            for t in group.records
            if t.source.form == "page-copy" and len(own) > 1
        )


def test_the_order_of_the_input_changes_nothing(shared):
    records, chance = mixture(shared), random.Random(3)
    expected = as_sets(link(records), records)
    for _ in range(3):
        shuffled = chance.sample(records, len(records))
        assert as_sets(link(shuffled), records) == expected


def test_every_order_of_a_few_hard_records():
    two = [msgspec.structs.replace(entry(TITLE, n), ids=(n, "2014-003877-40")) for n in ("NCT00000001", "NCT00000002")]
    hard = [*two, entry(TITLE, "EUCTR2014-003877-40-ES"), record(), record(f"{TITLE}.", file="second.txt")]
    found = {frozenset(as_sets(link(order), hard)) for order in itertools.permutations(hard)}
    assert len(found) == 1


WORDS = st.lists(
    st.sampled_from(
        "radiotherapy chemotherapy after before esophageal gastric cancer phase 2 3 camrelizumab sintilimab of (x)".split()
    ),
    max_size=9,
)
NUMBERS = st.sampled_from(
    [
        "NCT00000001",
        "NCT00000002",
        "2014-003877-40",
        "EUCTR2014-003877-40-ES",
        "ISRCTN00000001",
        "ABC-12345",
        "P30CA014089",
        "x",
    ]
)
DAYS = st.none() | st.builds(PartialDate, st.integers(2018, 2022), st.integers(0, 12))
RECORDS = st.builds(
    lambda title, ids, other, sponsor, phases, start, day, status, form: Trial(
        source=Source(form=form, date=day), ids=tuple(dict.fromkeys(ids)), other_ids=tuple(other), brief_title=" ".join(title) or None,
        sponsor=sponsor, phases=phases, start=start, status=status,
    ),
    WORDS, st.lists(NUMBERS, max_size=2), st.lists(NUMBERS, max_size=2), st.sampled_from([None, "", "A Hospital", "B Hospital", "Pfizer Inc"]),
    st.sampled_from([(), ("PHASE2",), ("PHASE3",)]), DAYS, DAYS, st.sampled_from([None, "RECRUITING", "COMPLETED"]),
    st.sampled_from(["page-x", "ctgov-v2-json", "snapshot"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(RECORDS, max_size=8))
def test_any_records_keep_the_promises(records):
    linked = link(records)
    holds_together(linked, records)
    assert as_sets(link(records[::-1]), records) == as_sets(linked, records) or len(
        set(map(module._name, records))
    ) < len(records)


def torn_one_by_one(links, groups):
    "The links of each record compared with each other, one by one."
    ends = [(here, there, k) for k in links for here, there in ((k.first, k.second), (k.second, k.first))]
    return {
        (k.first, k.second)
        for here, there, one in ends
        for again, other, two in ends
        if here == again and groups.clash(there, other) and abs(one.title - two.title) < module.MARGIN
        for k in (one, two)
    }


def met_one_by_one(records):
    "The pairs of every block, all held at once."
    pairs = (itertools.combinations(b, 2) if len(b) <= 200 else itertools.pairwise(b) for b in module._blocks(records))
    return sorted({pair for block in pairs for pair in block if pair[0] != pair[1]})


@settings(max_examples=100, deadline=None)
@given(st.lists(RECORDS, max_size=12))
def test_what_is_left_out_for_speed_changes_nothing(records):
    links = [one for one in candidates(records) if not one.against]
    groups = module._Groups(records)
    assert module._torn(links, groups) == torn_one_by_one(links, groups)
    assert list(module._title_blocks(records)) == met_one_by_one(records)
    titles = [record.brief_title or "" for record in records]
    for one, other in itertools.product(titles, titles):
        spelt = [" ".join(title_words(title)) for title in (one, other)]
        assert may_be_alike(*spelt) or title_alike(one, other) < TITLE_ALIKE


def test_in_a_large_block_only_neighbours_meet():
    "A title that is stated twice in a record counts twice for the size of its block, and meets itself never."
    many = [record(file=f"{n}.txt", official_title=TITLE if n % 3 else None) for n in range(150)]
    assert list(module._title_blocks(many)) == met_one_by_one(many)
    assert len(met_one_by_one(many)) == 150 * 149 / 2, "they share a sponsor and rare words besides"
    many = [record(file=f"{n}.txt", official_title=TITLE if n % 3 else None) for n in range(260)]
    assert list(module._title_blocks(many)) == met_one_by_one(many) == [(n, n + 1) for n in range(259)]


def test_a_shared_word_alone_costs_little(monkeypatch):
    "Records of one sponsor that share a word of their titles were all compared as a reader does."
    compared, alike = 0, module.title_alike

    def counted(one, other):
        nonlocal compared
        compared += 1
        return alike(one, other)

    monkeypatch.setattr(module, "title_alike", counted)
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghij", k=7)) for _ in range(60)]
    titles = [" ".join(chance.sample(words, 9)) for _ in range(400)]
    many = [entry(title, f"NCT{n:08d}") for n, title in enumerate(titles)] + [record(titles[7])]
    assert as_sets(link(many), many) == as_sets(link(many[::-1]), many)
    assert [7, 400] in groups(*many)
    assert len(list(module._title_blocks(many))) > 5000 and compared < 100


def test_many_copies_of_one_page_are_no_rivals(monkeypatch):
    "Each record compared every two of its links, although no page without a number contests another."
    compared, clash = 0, module._Groups.clash

    def counted(self, a, b):
        nonlocal compared
        compared += 1
        return clash(self, a, b)

    monkeypatch.setattr(module._Groups, "clash", counted)
    many = [entry(), *(record(file=f"{n}.txt") for n in range(100))]
    assert groups(*many) == [list(range(101))] and compared < 1000


def test_nothing_and_one():
    assert len(link([])) == 0 and "0 records" in link([]).summary()
    assert link([entry()]).trials == (entry(),)
    assert list(candidates([Trial(source=Source(form="x"))] * 3)) == []


# How often it is right


def registered(shared, size=None):
    "Registered trials of the reference data, each once."
    held = {}
    for path in ("bulk", "corpus"):
        for trial in iter_entries(shared / path, findings=False):
            if isinstance(trial, Trial) and trial.id and trial.title != "title not stated":
                held.setdefault(trial.id, trial)
            if size and len(held) >= size:
                return list(held.values())
    return list(held.values())


def right(records, copies):
    "Copies linked to their own entry, to another, and to none."
    linked, counts = link(records + copies), [0, 0, 0]
    for group in linked:
        own = {t.id for t in group.records if t.ids}
        for copy in (t for t in group.records if not t.ids):
            counts[0 if own == {copy.source.file[8:]} else 1 if own else 2] += 1
    return counts


@pytest.mark.parametrize("title", ["official_title", "brief_title"])
def test_copies_without_numbers_find_their_own_entry_or_none(shared, title):
    records = registered(shared, 900)
    own, another, none = right(records, [bare(t, **{title: None}) for t in records])
    assert another == 0 and own > 0.85 * len(records), (own, another, none)


@pytest.mark.long
@pytest.mark.parametrize("left_out", [None, "official_title", "brief_title"])
def test_copies_of_a_whole_registry(shared, left_out):
    records = registered(shared)
    more = {left_out: None} if left_out else {}
    own, another, none = right(records, [bare(t, **more) for t in records])
    assert another == 0 and own > 0.9 * len(records), (own, another, none)
    half = sorted(records, key=lambda t: t.id[::-1])
    wrong = sum(
        sum(right(a, [bare(t, **more) for t in b])[:2]) for a, b in ((half[::2], half[1::2]), (half[1::2], half[::2]))
    )
    assert wrong < 0.006 * len(records), "copies of absent entries stay alone"


@pytest.mark.long
def test_a_large_registry_is_not_compared_pair_by_pair(shared, monkeypatch):
    "Ten entries bear nearly the same title each time; even so, few pairs of 800 million are looked at."
    looked_at, best_titles = 0, module._best_titles

    def counted(one, other):
        nonlocal looked_at
        looked_at += 1
        return best_titles(one, other)

    monkeypatch.setattr(module, "_best_titles", counted)
    records = registered(shared)
    many = [
        msgspec.structs.replace(
            t, ids=(f"NCT{n:08d}",), other_ids=(), brief_title=f"{t.brief_title} {n}", official_title=None
        )
        for n, t in enumerate(itertools.islice(itertools.cycle(records), 40_000))
    ]
    copies = [bare(t) for t in many[:500]]
    own, another, none = right(many, copies)
    assert another == 0 and own > 440 and looked_at < 30 * len(many), (own, another, none, looked_at)


def test_gzip_is_readable(shared):
    "The reference data are what the tests above take them for."
    with gzip.open(shared / "bulk" / "ctgov_v2.ndjson.gz") as lines:
        assert b"protocolSection" in lines.readline()
