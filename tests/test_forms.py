"""Every form: each declared path is the one that is read, one study gives one record, and snapshots lose nothing."""

import csv
import io
import json
import re
import tomllib
import zipfile

import msgspec
import pytest
from conftest import ENTRIES, ROOT
from lxml import etree

from trial_atlas.read.forms import FIELD_MEANINGS, FORMS
from trial_atlas.read.layouts import LAYOUTS, field_table
from trial_atlas.read.load import load
from trial_atlas.record import Source, Trial

# ------------------------------------------------------------------ writing a study by the declared paths

LISTED = {"aliases", "other_ids", "conditions", "keywords", "collaborators", "countries", "phases"}
NESTED = ("arm", "treatment", "primary", "secondary", "other")
STEP = re.compile(r"([^/\[]+)(?:\[([^=\]]+)=([^\]]*)\])?")


def choices(path: str) -> list[str]:
    "Every place that a path names."
    return [choice.strip() for place in path.split("&") for choice in place.split(",")]


def plant(tree: dict, path: str, value: object) -> None:
    "Put a value into a tree of lists at a path such as `a/b[kind=x]/c`; a list puts one item each."
    *above, (name, key, wanted) = STEP.findall(path)
    for step, condition, asked in above:
        held = next((x for x in tree.get(step, []) if not condition or x.get(condition) == [asked]), None)
        if held is None:
            held = {}
            if condition:
                plant(held, condition, asked)
            tree.setdefault(step, []).append(held)
        tree = held
    for item in value if isinstance(value, list) else [value]:
        if key:
            item = item | {}
            plant(item, key, wanted)
        tree.setdefault(name, []).append(item)


def plain(tree: object) -> object:
    "The tree as JSON: single values without their list."
    if isinstance(tree, dict):
        return {k: plain(v[0] if isinstance(v, list) and len(v) == 1 else v) for k, v in tree.items()}
    return [plain(v) for v in tree] if isinstance(tree, list) else tree


def v2(values: dict, nested: dict) -> dict:
    "A study of the API's second version, by the paths of that form."
    paths, study = FORMS["ctgov-v2-json"].paths, {}

    def put(at: dict, path: str, value: object) -> None:
        step, dot, rest = path.partition(".")
        name, listed = step.partition(":")[0].removesuffix("[]"), step.partition(":")[0].endswith("[]")
        if not dot:
            at[name] = list(value) if listed else value
        elif listed:
            at[name] = [*at.get(name, [])]
            for i, item in enumerate(value):
                at[name] += [{}] * (i >= len(at[name]))
                at[name][i] = at[name][i] | {}
                put(at[name][i], rest, item)
        else:
            put(at.setdefault(name, {}), rest, value)

    for field, value in values.items():
        if field in paths:
            put(study, paths[field], value)
    for part, rows in nested.items():
        for name in {name for row in rows for name in row}:
            path = paths.get(f"{part}.{name}")
            if path:
                put(study, path, [row.get(name) for row in rows])
    return {"protocolSection": study}


def tree_of(form: str, values: dict, nested: dict, choice: dict[str, str] | None = None) -> dict:
    "One entry of a form as a tree, by its paths."
    paths, tree = FORMS[form].paths, {}
    for field, value in values.items():
        if field in paths:
            plant(tree, (choice or {}).get(field, choices(paths[field])[0]), value)
    for part, rows in nested.items():
        for row in rows if part in paths else ():
            held: dict = {}
            for name, value in row.items():
                if f"{part}.{name}" in paths and value is not None:
                    plant(held, choices(paths[f"{part}.{name}"])[0], value)
            plant(tree, choices(paths[part])[0], held)
    return tree


def xml(name: str, tree: dict) -> etree._Element:
    "A tree as XML; `a@b` is the attribute b of the element a."
    element = etree.Element(name)
    for step, held in tree.items():
        own, at, attribute = step.partition("@")
        if at and not own:
            element.set(attribute, str(held[0]))
        elif not at:
            for item in held:
                child = xml(step, item) if isinstance(item, dict) else etree.Element(step)
                if not isinstance(item, dict):
                    child.text = str(item)
                element.append(child)
    for step, held in tree.items():
        own, at, attribute = step.partition("@")
        if at and own:
            child = element.find(own)
            child = etree.SubElement(element, own) if child is None else child
            child.set(attribute, str(held[0]))
    return element


def ctgov_xml(values: dict, nested: dict, choice: dict | None = None) -> bytes:
    "A study of the retired XML; an attribute is written `element/@name` there."
    fields = FORMS["ctgov-xml"].paths
    chosen = {field: (choice or {}).get(field, choices(path)[0]).replace("/@", "@") for field, path in fields.items()}
    return etree.tostring(xml("clinical_study", tree_of("ctgov-xml", values, nested, chosen)))


def table(form: str, values: dict, choice: dict | None = None) -> bytes:
    "One row under its header."
    columns = dict.fromkeys((*FORMS[form].columns, "Rank", "Funder Type", "Locations"), "")
    for field, value in values.items():
        if field in FORMS[form].paths:
            name = (choice or {}).get(field, choices(FORMS[form].paths[field])[0])
            same = next(
                (c for c in columns if re.sub(r"\W|_", "", c).lower() == re.sub(r"\W|_", "", name).lower()), name
            )
            columns[same] = FORMS[form].mark.join(map(str, value)) if isinstance(value, list) else value
    out = io.StringIO()
    csv.writer(out).writerows([columns, columns.values()])
    return out.getvalue().encode()


def snapshot(values: dict, nested: dict, choice: dict | None = None, copies: int = 1) -> bytes:
    "A study as the tables of an AACT snapshot, each loaded so many times."
    number, tables, ids = values["id"], {"studies": [], "conditions": []}, iter(range(1, 1 << 20))
    single = {k: v for k, v in values.items() if k in FORMS["aact"].paths}
    for name, rows in tree_of("aact", single, {}, choice).items():
        tables[name] = [r if isinstance(r, dict) else {} for r in rows]
    for part in ("primary", "secondary", "other"):
        rows = [{"outcome_type": part, **r} for r in nested.get(part, ())]
        tables.setdefault("design_outcomes", []).extend(rows)
    known = {}
    for part, name, kind in (
        ("arm", "design_groups", "group_type"),
        ("treatment", "interventions", "intervention_type"),
    ):
        tables[name] = []
        for row in nested.get(part, ()):
            label = row.get("label") or row.get("name")
            known[part, label] = next(ids)
            title = "title" if part == "arm" else "name"
            tables[name].append(
                {"id": known[part, label], title: label, kind: row.get("kind"), "description": row.get("description")}
            )
    for row in nested.get("treatment", ()):
        mine = known["treatment", row["name"]]
        tables.setdefault("intervention_other_names", []).extend(
            {"intervention_id": mine, "name": n} for n in row.get("other_names", ())
        )
        tables.setdefault("design_group_interventions", []).extend(
            {"design_group_id": known["arm", arm], "intervention_id": mine} for arm in row.get("arms", ())
        )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, rows in tables.items():
            flat = [row for one in rows for row in apart(one)]
            flat = [{"id": next(ids), "nct_id": number} | row for row in flat]
            columns = list(dict.fromkeys(k for row in flat for k in row)) or ["id", "nct_id", "name"]
            lines = ["|".join(columns)]
            for _ in range(copies):
                lines += ["|".join(cell(row.get(c)) for c in columns) for row in flat]
            archive.writestr(f"{name}.txt", "\n".join(lines) + "\n")
    return held.getvalue()


def apart(row: dict) -> list[dict]:
    "A row for each of several values."
    several = max((len(v) for v in row.values() if isinstance(v, list)), default=1)
    return [{k: v[min(i, len(v) - 1)] if isinstance(v, list) else v for k, v in row.items()} for i in range(several)]


def cell(value: object) -> str:
    "A value as the snapshot writes it."
    text = "" if value is None else str(value).replace("~", "\\~").replace("\n", "~")
    return '"' + text.replace('"', '""') + '"' if "|" in text else text


def ris(values: dict, choice: dict | None = None) -> bytes:
    "One reference."
    lines = ["TY  - DBASE"]
    for field, value in values.items():
        if field in FORMS["ris"].paths:
            tag = (choice or {}).get(field, choices(FORMS["ris"].paths[field])[0])
            tag = "AN" if tag == "registry number" else tag
            lines += [f"{tag}  - {item}" for item in (value if isinstance(value, list) else [value])]
    return ("\n".join([*lines, "ER  - "]) + "\n").encode()


def eu_text(values: dict, choice: dict | None = None) -> bytes:
    "A download of the EU register: numbered questions, and unnumbered ones at the top."
    lines = {"EudraCT Number:": values["id"], "A.1 Member State Concerned:": "Norway"}
    for field, value in values.items():
        if field in FORMS["euctr-text"].paths:
            name = (choice or {}).get(field, choices(FORMS["euctr-text"].paths[field])[0])
            words = {
                "F.2": "F.2.1 Female: Yes\nF.2.2 Male: No",
                "Gender": "Gender: Female",
                "E.7": "E.7.2 Therapeutic exploratory (Phase II): Yes",
            }
            words |= {
                "E.8": "E.8.1.1 Randomised: Yes\nE.8.1.2 Open: Yes",
                "country": f"A.1 Member State Concerned: {value}",
            }
            words |= {
                "product": f"D.3.1 Product name: {value}",
                "end of trial status": f"P. End of Trial Status: {value}",
            }
            value = value[0] if isinstance(value, list) else value
            lines[name] = words.get(name) or (f"{name} A question: {value}" if name[1:2] == "." else f"{name}: {value}")
    return "\n".join(
        v if k in FORMS["euctr-text"].paths.values() or ":" in v else f"{k} {v}" for k, v in lines.items()
    ).encode()


def written(form: str, values: dict, nested: dict | None = None, choice: dict | None = None) -> tuple[str, bytes]:
    "A study as a file of a form: name and bytes."
    nested = nested or {}
    known = FORMS[form]
    if form == "ctgov-v2-json":
        return "study.json", json.dumps(v2(values, nested)).encode()
    if form == "ctgov-xml":
        return "study.xml", ctgov_xml(values, nested, choice)
    if form == "aact":
        return "snapshot.zip", snapshot(values, nested, choice)
    if form == "ris":
        return "export.ris", ris(values, choice)
    if form == "euctr-text":
        return "eu.txt", eu_text(values, choice)
    if known.columns:
        return "table.csv", table(form, values, choice)
    tree = tree_of(form, values, nested, choice)
    if known.root:
        entry = xml(known.entries[0], tree) if known.entries else xml(known.root, tree)
        body = etree.tostring(entry)
        return "export.xml", f"<{known.root}>".encode() + body + f"</{known.root}>".encode() if known.entries else body
    if form == "ctgov-v1-json":
        return "study.json", json.dumps({"FullStudy": {"Study": {"ProtocolSection": tree}}}).encode()
    more = {"ctis-json": {"authorizedApplication": {}}, "nci-cts-json": {"eligibility": {}}}.get(form, {"metadata": {}})
    return "one.json", json.dumps(more | plain(tree)).encode()


def read(form: str, values: dict, tmp_path, nested: dict | None = None, choice: dict | None = None) -> Trial:
    name, raw = written(form, values, nested, choice)
    (tmp_path / name).write_bytes(raw)
    (trial,) = load(tmp_path / name, strict=True)
    assert trial.source.form == form
    return trial


# ------------------------------------------------------------------ every path is the one that is read

NUMBERS = {"euctr-text": "2015-001234-12", "eudract-results-xml": "2015-001234-12", "ctis-json": "2023-501234-12-00"}
NUMBERS |= {"isrctn-xml": "ISRCTN12345678"}
WORDS = "A quince beside the gate"
PROBES = {  # Field → what is written, and where it must be found
    "aliases": (["NCT00000017"], lambda t: "NCT00000017" in t.ids),
    "protocol_id": ("QX-17", lambda t: "QX-17" in t.other_ids),
    "other_ids": (["QX-18"], lambda t: "QX-18" in t.other_ids),
    "register": ("Some register", lambda t: t.source.register == "Some register"),
    "data_date": ("2021-03-04", lambda t: str(t.source.date) == "2021-03-04"),
    "url": ("https://example.org/x", lambda t: t.url == "https://example.org/x"),
    "conditions": ([WORDS], lambda t: WORDS in t.conditions),
    "keywords": ([WORDS], lambda t: WORDS in t.keywords),
    "collaborators": ([WORDS], lambda t: WORDS in t.collaborators),
    "countries": (["Norway"], lambda t: "Norway" in t.countries),
    "study_type": ("Interventional", lambda t: t.study_type == "INTERVENTIONAL"),
    "phases": (["Phase 2"], lambda t: t.phases == ("PHASE2",)),
    "allocation": ("Randomized", lambda t: t.allocation == "RANDOMIZED"),
    "model": ("Crossover Assignment", lambda t: t.model == "CROSSOVER"),
    "observational_model": ("Cohort", lambda t: t.model == "COHORT"),
    "purpose": ("Treatment", lambda t: t.purpose == "TREATMENT"),
    "masking": ("Double", lambda t: t.masking == "DOUBLE"),
    "masking_description": (WORDS, lambda t: WORDS in t.design),
    "design_line": (
        "Allocation: Randomized, Masking: Single",
        lambda t: t.allocation == "RANDOMIZED" or "Randomi" in t.design,
    ),
    "status": ("Recruiting", lambda t: t.status == "RECRUITING"),
    "enrollment": (137, lambda t: t.enrollment == 137),
    "enrollment_kind": ("Actual", lambda t: t.enrollment_kind == "ACTUAL"),
    "sex": ("Female", lambda t: t.sex == "FEMALE"),
    "ages": ("21 Years to 70 Years", lambda t: (t.min_age, t.max_age) == ("21 Years", "70 Years")),
    "min_age": ("21 Years", lambda t: t.min_age == "21 Years"),
    "max_age": ("70 Years", lambda t: t.max_age == "70 Years"),
    "healthy_volunteers": ("No", lambda t: t.healthy_volunteers is False),
    "include": (f"- {WORDS}", lambda t: t.eligibility.startswith("Inclusion Criteria:") and WORDS in t.eligibility),
    "exclude": (f"- {WORDS}", lambda t: t.eligibility.startswith("Exclusion Criteria:") and WORDS in t.eligibility),
    "full_text": (f"Title\nInclusion criteria: {WORDS}", lambda t: WORDS in t.eligibility),
    "sponsors": ("First|Second", lambda t: (t.sponsor, t.collaborators) == ("First", ("Second",))),
    "treatments": (WORDS, lambda t: t.interventions[0].name == WORDS),
    "primary": (WORDS, lambda t: [(o.kind, o.measure) for o in t.outcomes] == [("primary", WORDS)]),
    "secondary": (WORDS, lambda t: [(o.kind, o.measure) for o in t.outcomes] == [("secondary", WORDS)]),
    "other": (WORDS, lambda t: [(o.kind, o.measure) for o in t.outcomes] == [("other", WORDS)]),
}
PROBES |= {
    field: (WORDS, lambda t, field=field: getattr(t, field) == WORDS)
    for field in "brief_title official_title acronym summary description design eligibility population sponsor".split()
}
PROBES |= {
    field: ("2021-03", lambda t, field=field: str(getattr(t, field)) == "2021-03")
    for field in "start primary_completion completion first_posted last_update".split()
}
SPECIAL = {  # Where a form has words of its own
    ("isrctn-xml", "design_line"): ("A randomised trial", lambda t: t.allocation == "RANDOMIZED"),
    ("euctr-text", "phases"): ("asked", lambda t: t.phases == ("PHASE2",)),
    ("euctr-text", "design_line"): ("asked", lambda t: (t.allocation, t.masking) == ("RANDOMIZED", "NONE")),
    ("euctr-text", "sex"): ("asked", lambda t: t.sex == "FEMALE"),
    ("euctr-text", "other_ids"): (["QX-18"], lambda t: "QX-18" in t.other_ids),
    ("ris", "acronym"): ("QUINCE-1", lambda t: t.acronym == "QUINCE-1"),
    ("ctgov-xml", "data_date"): ("data processed on March 04, 2021", lambda t: str(t.source.date) == "2021-03-04"),
    ("eudract-results-xml", "masking"): ("BLINDING.double", lambda t: t.masking == "DOUBLE"),
    ("eudract-results-xml", "allocation"): ("ALLOCATION.randControlled", lambda t: t.allocation == "RANDOMIZED"),
    ("nci-cts-json", "status"): ("Active", lambda t: t.status == "RECRUITING"),
}
CASES = [
    (form, field, choice)
    for form, known in FORMS.items()
    for field, path in known.paths.items()
    if field not in ("id", "arm", "treatment")
    and "." not in field
    and not (field in NESTED and f"{field}.measure" in known.paths)
    for choice in (choices(path) if form != "ctgov-v2-json" else [path])
]


@pytest.mark.parametrize("form, field, choice", CASES, ids=[f"{a}-{b}-{c[-30:]}" for a, b, c in CASES])
def test_each_declared_path_is_the_one_read(form, field, choice, tmp_path):
    value, found = SPECIAL.get((form, field)) or PROBES[field]
    title = "official_title" if form in ("eudract-results-xml", "euctr-text") else "brief_title"
    number = "OWN-1" if field == "register" else NUMBERS.get(form, "NCT00000001")
    values = {"id": number, title: "A trial of pears", field: value}
    if form == "ctgov-v2-json":
        values |= {"healthy_volunteers": False} if field == "healthy_volunteers" else {}
        values |= {"phases": ["PHASE2"], "study_type": "INTERVENTIONAL"}
    if field == "enrollment_kind":
        values["enrollment"] = 5
    if isinstance(value, list) and field == "phases" and form in ("ictrp-xml", "who-xml", "euctr-text", "nci-cts-json"):
        values["phases"] = value[0]
    chosen = {field: choice}
    trial = read(form, values, tmp_path, choice=chosen)
    assert found(trial), (getattr(trial, field, None), written(form, values, choice=chosen)[1][:600])


NESTED_CASES = [
    (form, field) for form, known in FORMS.items() for field in known.paths if "." in field and form != "aact"
]
WITHIN = {
    "arm.label": lambda t: t.arms[0].label,
    "arm.kind": lambda t: t.arms[0].kind,
    "arm.description": lambda t: t.arms[0].description,
    "arm.interventions": lambda t: t.arms[0].interventions[0],
    "treatment.name": lambda t: t.interventions[0].name,
    "treatment.kind": lambda t: t.interventions[0].kind,
    "treatment.description": lambda t: t.interventions[0].description,
    "treatment.other_names": lambda t: t.interventions[0].other_names[0],
    "treatment.arms": lambda t: t.interventions[0].arms[0],
}
NAMES = {"arm": "label", "treatment": "name"}


@pytest.mark.parametrize("form, field", NESTED_CASES, ids=[f"{a}-{b}" for a, b in NESTED_CASES])
def test_each_nested_path_is_the_one_read(form, field, tmp_path):
    part, _, name = field.partition(".")
    kind = {"arm.kind": "Experimental", "treatment.kind": "Radiation"}.get(field)
    value = kind or (["QUINCE"] if name in ("interventions", "other_names", "arms") else "QUINCE")
    row = {NAMES.get(part, "measure"): "Pear", name: value}
    nested = {part: [row]}
    if field == "arm.interventions":
        nested["treatment"] = [{"name": "QUINCE"}]
    if form in ("nci-cts-json", "eudract-results-xml") and "treatment" in nested:
        where = "arms" if form == "nci-cts-json" else None
        nested = nested_in_arm(form, nested, where)
    number = NUMBERS.get(form, "NCT00000001")
    trial = read(form, {"id": number, "official_title": "A trial", "brief_title": "A trial"}, tmp_path, nested=nested)
    found = WITHIN[field](trial) if field in WITHIN else getattr(trial.outcomes[0], name)
    assert found == (kind.upper() if kind else "QUINCE")


def nested_in_arm(form: str, nested: dict, where: str | None) -> dict:
    "Treatments stand in the arms of these forms: one arm whose treatments they are."
    rows = nested.pop("treatment")
    arm = nested.setdefault("arm", [{"label": "Pear"}])
    assert len(arm) == 1 and len(rows) == 1
    return nested | {"treatment": rows}


# ------------------------------------------------------------------ the same study in every form

CRITERIA = "Inclusion Criteria:\n\n* ECOG 0 or 1\n* Age of at least 18\n\nExclusion Criteria:\n\n* Earlier radiotherapy"
STUDY = {
    "id": "NCT00000011",
    "protocol_id": "ORCHARD-7",
    "other_ids": ["2019-001234-12", "GRANT 5"],
    "brief_title": "Pears before radiotherapy",
    "official_title": 'A phase II/III trial of pears | or "quinces" before radiotherapy',
    "acronym": "ORCHARD",
    "summary": "Whether pears before radiotherapy help.",
    "description": "Pears are given for two weeks.\n\nRadiotherapy is 50 Gy in 25 fractions.",
    "conditions": ["Esophageal Cancer", "Lung Cancer"],
    "keywords": ["pears", "chest"],
    "study_type": "INTERVENTIONAL",
    "phases": ["PHASE2", "PHASE3"],
    "allocation": "RANDOMIZED",
    "model": "PARALLEL",
    "purpose": "TREATMENT",
    "masking": "NONE",
    "design": "Two arms.",
    "masking_description": "Nobody is blinded.",
    "status": "ACTIVE_NOT_RECRUITING",
    "enrollment": 126,
    "enrollment_kind": "ESTIMATED",
    "start": "2022-08",
    "primary_completion": "2025-02-28",
    "completion": "2027-12",
    "first_posted": "2022-07-19",
    "last_update": "2024-05-01",
    "eligibility": CRITERIA,
    "sex": "ALL",
    "min_age": "18 Years",
    "max_age": "75 Years",
    "healthy_volunteers": False,
    "sponsor": "Orchard Hospital",
    "collaborators": ["Meadow University"],
    "countries": ["Norway", "Iceland"],
}
PARTS = {
    "arm": [
        {
            "label": "Pears",
            "kind": "EXPERIMENTAL",
            "description": "Pears, then 50 Gy.",
            "interventions": ["Radiation: Chest field"],
        },
        {"label": "None", "kind": "NO_INTERVENTION", "description": "Nothing.", "interventions": []},
    ],
    "treatment": [
        {
            "name": "Chest field",
            "kind": "RADIATION",
            "description": "50 Gy in 25 fractions",
            "other_names": ["RT"],
            "arms": ["Pears"],
        }
    ],
    "primary": [{"measure": "Survival", "description": "From entry", "time_frame": "2 years"}],
    "secondary": [{"measure": "Pneumonitis", "description": None, "time_frame": "1 year"}],
}
SPELLED = {  # What the older forms write for the same fact
    "ctgov-xml": {
        "phases": "Phase 2/Phase 3", "study_type": "Interventional", "allocation": "Randomized", "model": "Parallel Assignment",
        "purpose": "Treatment", "masking": "None (Open Label)", "status": "Active, not recruiting",
        "enrollment_kind": "Anticipated", "start": "August 2022", "primary_completion": "February 28, 2025",
        "completion": "December 2027", "sex": "All", "healthy_volunteers": "No", "first_posted": "July 19, 2022",
        "last_update": "May 1, 2024",
    },
    "ctgov-v1-json": {
        "phases": ["Phase 2", "Phase 3"], "study_type": "Interventional", "allocation": "Randomized",
        "model": "Parallel Assignment", "purpose": "Treatment", "masking": "None (Open Label)",
        "status": "Active, not recruiting", "enrollment_kind": "Anticipated", "start": "August 2022",
        "primary_completion": "February 28, 2025", "completion": "December 2027", "sex": "All", "healthy_volunteers": "No",
        "first_posted": "July 19, 2022", "last_update": "May 1, 2024",
    },
    "ctgov-csv": {
        "other_ids": ["ORCHARD-7", "2019-001234-12", "GRANT 5"], "treatments": "RADIATION: Chest field",
        "primary": "Survival, From entry, 2 years", "secondary": "Pneumonitis, 1 year",
        "design_line": "Allocation: RANDOMIZED|Intervention Model: PARALLEL|Masking: NONE|Primary Purpose: TREATMENT",
    },
    "ctgov-csv-old": {
        "other_ids": ["ORCHARD-7", "2019-001234-12", "GRANT 5"], "treatments": "Radiation: Chest field",
        "other": "Survival|Pneumonitis", "sponsors": "Orchard Hospital|Meadow University", "sex": "All",
        "ages": "18 Years to 75 Years   (Adult, Older Adult)", "phases": ["Phase 2", "Phase 3"],
        "status": "Active, not recruiting", "study_type": "Interventional", "start": "August 2022",
        "primary_completion": "February 28, 2025", "completion": "December 2027", "first_posted": "July 19, 2022",
        "last_update": "May 1, 2024",
        "design_line": "Masking: None (Open Label)|Allocation: Randomized|Primary Purpose: Treatment|Intervention Model: Parallel Assignment",
    },
    "aact": {"phases": "PHASE2/PHASE3", "healthy_volunteers": "f"},
}  # fmt: skip
FACTS = "ids other_ids brief_title official_title acronym summary description conditions keywords study_type phases allocation"
FACTS += (
    " model purpose masking design status enrollment enrollment_kind start primary_completion completion first_posted"
)
FACTS += " last_update eligibility sex min_age max_age healthy_volunteers sponsor collaborators countries"
FACTS += " arms interventions outcomes"
LEFT_OUT = {  # What the downloads do not carry
    "ctgov-csv": "official_title description keywords design enrollment_kind eligibility min_age max_age"
    " healthy_volunteers countries arms interventions outcomes",
    "ctgov-csv-old": "official_title summary description keywords design enrollment_kind eligibility"
    " healthy_volunteers countries arms interventions outcomes",
}


def of(trial: Trial, form: str = "") -> dict:
    "The facts of a record that a form carries; empty is empty."
    absent = LEFT_OUT.get(form, "").split()
    return {field: getattr(trial, field) or None for field in FACTS.split() if field not in absent}


@pytest.mark.parametrize("form", ["ctgov-xml", "ctgov-v1-json", "aact", "ctgov-csv", "ctgov-csv-old"])
def test_one_study_gives_one_record(form, tmp_path):
    whole = read("ctgov-v2-json", STUDY, tmp_path, nested=PARTS)
    assert not whole.findings and not whole.missing
    values = STUDY | {k: v for k, v in SPELLED.get(form, {}).items()}
    if "csv" in form:
        values.pop("protocol_id")
    other = read(form, values, tmp_path, nested=PARTS)
    assert of(other, form) == {k: v for k, v in of(whole).items() if k in of(other, form)}
    assert [(t.name, t.kind) for t in other.interventions] == [("Chest field", "RADIATION")]


def test_records_of_several_forms_agree_on_what_does_not_change(shared):
    "Copies of one study taken on different days: what a register never alters is the same."
    held: dict[str, dict[str, Trial]] = {}
    for trial in load([shared / "formats", shared / "corpus", shared / "bulk"]):
        if trial.id and not trial.source.form.startswith("page"):
            held.setdefault(trial.id, {}).setdefault(trial.source.form, trial)
    pairs = [list(forms.values()) for forms in held.values() if len(forms) > 1]
    assert pairs
    for first, *others in pairs:
        for other in others:
            for field in ("study_type", "first_posted"):
                a, b = getattr(first, field), getattr(other, field)
                assert not a or not b or a == b, (first.id, field)
            assert set(other.ids) & set(first.ids)


# ------------------------------------------------------------------ forms of ClinicalTrials.gov's API


def test_the_ways_in_which_studies_are_packed(tmp_path):
    studies = [v2(STUDY | {"id": f"NCT0000001{i}"}, PARTS) for i in range(3)]
    ways = {
        "single.json": json.dumps(studies[0]),
        "page.json": json.dumps({"studies": studies, "nextPageToken": "x", "totalCount": 9}),
        "list.json": json.dumps(studies),
        "lines.ndjson": "\n".join(map(json.dumps, studies)),
        "pretty.json": json.dumps({"studies": studies}, indent=2),
    }
    for name, text in ways.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        trials = load(tmp_path / name, strict=True)
        assert [t.id for t in trials] == ["NCT00000010", "NCT00000011", "NCT00000012"][
            : 1 if name == "single.json" else 3
        ]
    with zipfile.ZipFile(tmp_path / "bulk.zip", "w") as archive:
        for study in studies:
            archive.writestr(f"{study['protocolSection']['identificationModule']['nctId']}.json", json.dumps(study))
    assert len(load(tmp_path / "bulk.zip", strict=True)) == 3
    with zipfile.ZipFile(tmp_path / "xml.zip", "w") as archive:
        for i in range(3):
            values = STUDY | SPELLED["ctgov-xml"] | {"id": f"NCT0000001{i}"}
            archive.writestr(f"NCT0000xxxx/NCT0000001{i}.xml", ctgov_xml(values, PARTS))
    assert len(load(tmp_path / "xml.zip", strict=True)) == 3


def test_the_portals_csv_without_a_header(tmp_path):
    names = FORMS["ictrp-csv"].header
    rows = []
    for i in range(3):
        row = dict.fromkeys(names, "")
        row |= {"TrialID": f"ChiCTR230000000{i}", "public_title": 'Pears, "two"\nof them', "Target_size": "40"}
        row |= {
            "Public_Contact_Email": "a@example.org",
            "Date_registration": "17/10/2023",
            "Phase": "",
            "phase": "Phase 2",
        }
        rows.append([row[name] for name in names])
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    (tmp_path / "ICTRPWeek.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    trials = load(tmp_path / "ICTRPWeek.csv", strict=True)
    assert [t.id for t in trials] == [f"ChiCTR230000000{i}" for i in range(3)]
    assert str(trials[0].first_posted) == "2023-10-17" and trials[0].phases == ("PHASE2",)
    assert "example.org" not in repr(list(trials))


# ------------------------------------------------------------------ AACT


def test_a_snapshot_loaded_three_times_over_gives_one_of_each(tmp_path):
    (tmp_path / "once.zip").write_bytes(snapshot(STUDY | SPELLED["aact"], PARTS))
    (tmp_path / "thrice.zip").write_bytes(snapshot(STUDY | SPELLED["aact"], PARTS, copies=3))
    (once,), (thrice,) = load(tmp_path / "once.zip"), load(tmp_path / "thrice.zip")
    assert of(once) == of(thrice) and len(thrice.arms) == 2
    assert [f.code for f in thrice.findings] == ["rows_repeated"] and not once.findings


def test_a_snapshot_as_a_folder_and_what_lies_beside_it(tmp_path):
    with zipfile.ZipFile(io.BytesIO(snapshot(STUDY | SPELLED["aact"], PARTS))) as archive:
        archive.extractall(tmp_path / "aact")
    (tmp_path / "aact" / "central_contacts.txt").write_text("id|nct_id|name\n1|NCT00000011|A. Person\n")
    (tmp_path / "other.json").write_text(json.dumps(v2(STUDY | {"id": "NCT00000099"}, PARTS)))
    trials = load(tmp_path)
    assert {t.id for t in trials} == {"NCT00000011", "NCT00000099"} and not trials.set_aside
    assert "Person" not in repr(list(trials)) and any("central_contacts" in name for name in trials.skipped)


def test_a_snapshot_without_some_tables_says_so(tmp_path):
    values = {k: STUDY[k] for k in ("id", "brief_title", "conditions")}
    (tmp_path / "small.zip").write_bytes(snapshot(values, {}))
    (trial,) = load(tmp_path / "small.zip", strict=True)
    assert {"arms", "eligibility"} <= set(trial.missing)


def test_rows_of_a_snapshot_that_belong_nowhere_are_set_aside(tmp_path):
    values = {k: v for k, v in (STUDY | SPELLED["aact"]).items() if k != "keywords"}
    held = io.BytesIO(snapshot(values, PARTS))
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr(
            "keywords.txt", 'id|nct_id|name\n1|NCT00000011|"pears|chest"\n2|NCT77777777|lost\n3|NCT00000011|a|b\n'
        )
    (tmp_path / "s.zip").write_bytes(held.getvalue())
    trials = load(tmp_path / "s.zip")
    assert len(trials) == 1 and {a.source.place for a in trials.set_aside} == {"line 4", "NCT77777777"}
    assert trials.found == 3


# ------------------------------------------------------------------ every sample, and the table itself


def test_every_true_sample_is_read_or_set_aside_for_a_good_reason(shared):
    trials = load(shared / "formats")
    forms = {t.source.form for t in trials}
    assert {name for name, form in FORMS.items() if not form.experimental} <= forms | {"page-general"}
    reasons = {a.source.file: a.reason for a in trials.set_aside}
    assert reasons.keys() == {"SOURCES.md", "odd/research_table_from_ictrp.csv"}
    assert "a table is a register's own download" in reasons["odd/research_table_from_ictrp.csv"]


def test_a_form_without_arms_or_criteria_says_what_is_missing():
    for name in ("ctgov-csv.csv", "ctgov-csv-old.csv", "ictrp.xml", "euctr.txt", "trial-lines.jsonl"):
        trial = load(ENTRIES / name)[0]
        told = {f.code: f.message for f in trial.findings}["not_in_this_copy"]
        assert "no arms" in told and ("no criteria" in told) == (trial.eligibility is None)
    assert "not_in_this_copy" not in {f.code for f in load(ENTRIES / "ctgov-v2.json")[0].findings}


def test_one_table_shows_every_form_and_layout():
    shown = field_table()
    assert set(shown.columns) == {"meaning", *FORMS, *(f"page-{name}" for name in LAYOUTS), "page-general"}
    assert set(FIELD_MEANINGS) <= set(shown.index)
    for form, known in FORMS.items():
        assert {f: p for f, p in shown[form].items() if p != "not carried"} == known.paths


def test_the_readme_claims_no_experimental_form():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [name for name in ("AACT", "ISRCTN", "CTIS", "RIS of") if re.search(rf"reads?\b[^.\n]*\b{name}", text)]


def test_data_files_are_written_as_they_are_read():
    for path in (ROOT / "trial_atlas" / "layouts").glob("*.toml"):
        assert tomllib.loads(path.read_text(encoding="utf-8"))["name"] == path.stem


def test_people_of_new_forms_are_not_kept(tmp_path):
    isrctn = (
        "<allTrials><fullTrial><trial><isrctn>12345678</isrctn><trialDescription><title>Pears</title></trialDescription></trial>"
        "<contact><forename>Private</forename><email>p@example.org</email></contact>"
        "<sponsor><organisation>Orchard Hospital</organisation><contactDetails><telephone>555-0100</telephone></contactDetails></sponsor>"
        "</fullTrial></allTrials>"
    )
    (tmp_path / "i.xml").write_text(isrctn)
    (trial,) = load(tmp_path / "i.xml", strict=True)
    assert (trial.id, trial.sponsor) == ("ISRCTN12345678", "Orchard Hospital")
    assert not [word for word in ("Private", "example.org", "555-0100") if word in repr(trial)]


def test_sources_differ_and_nothing_else_when_a_file_is_renamed(tmp_path):
    raw = (ENTRIES / "ctgov-csv.csv").read_bytes()
    (tmp_path / "anything.bin").write_bytes(raw)
    (a,), (b,) = load(tmp_path / "anything.bin"), load(ENTRIES / "ctgov-csv.csv")
    plain_source = Source(form="any")
    assert msgspec.structs.replace(a, source=plain_source) == msgspec.structs.replace(b, source=plain_source)
