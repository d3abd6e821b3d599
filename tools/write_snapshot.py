"""Write the packaged records that come from rows of a trial list, with the cell that each value was read from.

Usage: python tools/write_snapshot.py [SHARED]

SHARED is the folder of reference data (default: TRIAL_ATLAS_SHARED, else ../shared beside the repository). Its
`gold/trials.csv` lists trials, a row each. A row is taken where it states the disease setting, the timing of
radiotherapy and its source, and where no register's record or page of that trial is packaged. Every sentence is made
here from one column or two, always by the same rule; nothing is added that the row does not say, and an empty cell
leaves its value out. The columns that hold a reader's opinion are dropped before anything else is done.
"""

import csv
import json
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SNAPSHOT = ROOT / "trial_atlas" / "snapshot"
LIST = "gold/trials.csv"
BASIS = "trial list row"
BEFORE_ENTRY = "before enrolment"
OPINION = ("why", "strategy_primary", "strategy_secondary", "confidence")
# Rows whose trial is packaged from a page that bears no number.
SAME_TRIAL = {
    5: "zhejiang-camrelizumab-oligometastatic.json",
    11: "ivonescimab-short-course-radiotherapy.json",
}
# Abbreviations of the list, as words.
WORDS = {
    r"\bcCR\b": "clinical complete response",
    r"\bPR\b": "partial response",
    r"\bEBRT\b": "external beam radiotherapy",
    r"\bCRT\b": "chemoradiotherapy",
    r"\bRT\b": "radiotherapy",
    r"\bICI\b": "immune checkpoint inhibitor",
    r"\bSCC\b": "squamous cell carcinoma",
    r"\badeno\b": "adenocarcinoma",
    r"\bchemo\b": "chemotherapy",
    r"\bincl\.": "including",
    r"\+/-": "with or without",
}
TUMOURS = (
    (r"\bESCC\b", "Esophageal squamous cell carcinoma"),
    (r"esophageal/GEJ cancer", "Esophageal or gastroesophageal junction cancer"),
    (r"gastroesophageal cancer", "Gastroesophageal cancer"),
    (r"esophageal cancer", "Esophageal cancer"),
    (r"esophageal-neoplasms", "Esophageal neoplasms"),
)
DESIGNS = (
    (r"^randomized", {"allocation": "RANDOMIZED"}),
    (r"^single-arm$", {"interventionModel": "SINGLE_GROUP"}),
    (r"by patient choice", {"allocation": "NON_RANDOMIZED"}),
)


class Record:
    "A record under construction: values at their paths, each with the cells it was read from."

    def __init__(self, row_number):
        self.row, self.protocol, self.read_from = row_number, {}, {}

    def cells(self, *columns):
        "The place of one column or several of this row."
        return ", ".join(f"{LIST}:{self.row}#{column}" for column in columns)

    def put(self, path, value, *columns):
        "Set one value; lists grow in order."
        steps = [int(s) if s.isdigit() else s for s in re.findall(r"\w+", path)]
        node = self.protocol
        for step, following in zip(steps, steps[1:], strict=False):
            empty = [] if isinstance(following, int) else {}
            if isinstance(step, int):
                node.extend([empty] if len(node) == step else [])
                node = node[step]
            else:
                node = node.setdefault(step, empty)
        if isinstance(steps[-1], int):
            node.append(value)
        else:
            node[steps[-1]] = value
        self.read_from[f"protocolSection.{path}"] = columns[0] if isinstance(columns[0], list) else self.cells(*columns)


def words(text):
    "A cell with its abbreviations written out."
    for short, full in WORDS.items():
        text = re.sub(short, full, text)
    return text


def timing(row):
    "When radiotherapy is given, as a sentence."
    text = words(row["rt_timing"])
    if text == BEFORE_ENTRY:
        return "Radiotherapy was given before enrolment."
    subject = "Radiotherapy, where it is given," if "+/-" in row["rt_technique"] else "Radiotherapy"
    text = re.sub(r"^concurrent\b", "given concurrently", text)
    text = re.sub(r"^(?=(?:after|before|at|upfront)\b)", "given ", text)
    return f"{subject} is {text}."


def course(dose, fractions):
    "Dose and number of fractions, paired where the row lists several of both."
    for mark in ("; ", " or "):
        doses, counts = dose.split(mark), fractions.split(mark)
        if len(doses) == len(counts) > 1:
            return mark.join(course(d, n) for d, n in zip(doses, counts, strict=True))
    number, note = re.fullmatch(r"([\d.-]+)( \(.+\))?", dose).groups()
    note = re.sub(r"\((\d[\d.]*) x (\d+)\)", r"(\1 Gy x \2)", note or "")
    return f"{number} Gy{f' in {fractions} fractions' if fractions else ''}{note}"


def radiotherapy(row):
    "Target, dose and technique of radiotherapy, as sentences, and the columns they come from."
    technique = "Local treatment" if "surgery" in row["rt_technique"] else "Technique"
    said = [
        ("rt_target", f"Target: {words(row['rt_target'])}."),
        ("rt_dose_gy", f"Dose: {course(row['rt_dose_gy'], row['rt_fractions'])}." if row["rt_dose_gy"] else ""),
        ("rt_technique", f"{technique}: {words(row['rt_technique'])}."),
        ("ldrt", "This is low-dose radiotherapy." if row["ldrt"].startswith("y") else ""),
    ]
    said = [(column, sentence) for column, sentence in said if row[column] and sentence]
    columns = [column for column, _ in said]
    if "rt_dose_gy" in columns and row["rt_fractions"]:
        columns.insert(columns.index("rt_dose_gy") + 1, "rt_fractions")
    return " ".join(sentence for _, sentence in said), columns


def criteria(row):
    "The inclusion criteria that the row states, each with its column."
    found = [("setting", f"Disease setting: {words(row['setting'])}.")] if row["setting"] else []
    if row["rt_timing"] == BEFORE_ENTRY:
        found.append(("rt_timing", timing(row)))
    elif re.search(r"without progression|with response", row["rt_timing"]):
        found.append(("rt_timing", f"For radiotherapy: {words(row['rt_timing'])}."))
    if row["max_metastases"]:
        found.append(("max_metastases", f"At most {row['max_metastases']} metastases."))
    if row["max_organs"]:
        found.append(("max_organs", f"At most {row['max_organs']} organs with metastases."))
    return found


def identify(record, row):
    "Title, number, status, start, sponsor and tumour."
    if row["nct_id"].startswith("NCT"):
        record.put("identificationModule.nctId", row["nct_id"], "nct_id")
    elif row["nct_id"]:
        record.put("identificationModule.secondaryIdInfos[0].id", row["nct_id"], "nct_id")
        record.put("identificationModule.secondaryIdInfos[0].type", "REGISTRY", "nct_id")
    record.put("identificationModule.briefTitle", row["short_title"], "short_title")
    if row["acronym"]:
        record.put("identificationModule.acronym", row["acronym"], "acronym")
    if row["status"]:
        record.put("statusModule.overallStatus", re.sub(r"\W+", "_", row["status"]).upper(), "status")
    if row["start_year"]:
        record.put("statusModule.startDateStruct.date", row["start_year"], "start_year")
    if row["sponsor"] and not row["sponsor"].endswith(" (site)"):
        record.put("sponsorCollaboratorsModule.leadSponsor.name", row["sponsor"], "sponsor")
    for column in ("short_title", "source_url"):
        tumour = next((name for mark, name in TUMOURS if re.search(mark, row[column])), None)
        if tumour:
            record.put("conditionsModule.conditions[0]", tumour, column)
            break


def describe_design(record, row):
    "Enrolment, phase and design."
    if row["enrollment"]:
        record.put("designModule.enrollmentInfo.count", int(row["enrollment"]), "enrollment")
    for i, phase in enumerate(re.findall(r"\d", row["phase"])):
        record.put(f"designModule.phases[{i}]", f"PHASE{phase}", "phase")
    for mark, coded in DESIGNS:
        if re.search(mark, row["design"]):
            for name, value in coded.items():
                record.put(f"designModule.designInfo.{name}", value, "design")
    if row["design"] not in ("", "randomized", "single-arm"):
        record.put("designModule.designInfo.interventionModelDescription", f"{row['design'].capitalize()}.", "design")


def treatments(row, given, columns):
    "The interventions that the row names: kind, name, sentences, and the columns they come from."
    if row["rt_timing"] != BEFORE_ENTRY:
        yield "RADIATION", "Radiotherapy", given, columns or ["rt_timing"]
    for name in filter(None, row["ici_drugs"].split("|")):
        yield "DRUG", words(name), "", ["ici_drugs"]
    if row["chemo"]:
        yield "DRUG", row["chemo"], "", ["chemo"]
    if "placebo" in row["design"]:
        yield "DRUG", "Placebo", "", ["design"]


def describe_treatment(record, row):
    "Arm and interventions. Only of a single arm is it known that it has every treatment of the row."
    single, base = row["design"] == "single-arm", "armsInterventionsModule"
    label, place = ("Single arm", "design") if single else ("Treatment with radiotherapy", "rt_timing")
    given, columns = radiotherapy(row)
    listed = list(treatments(row, given, columns))
    in_arm = [t for t in listed if row["rt_timing"] != BEFORE_ENTRY and (single or t[0] == "RADIATION")]
    if in_arm:
        record.put(f"{base}.armGroups[0].label", label, place)
        record.put(f"{base}.armGroups[0].description", f"{timing(row)} {given}".strip(), "rt_timing", *columns)
        for i, (kind, name, _, read) in enumerate(in_arm):
            record.put(f"{base}.armGroups[0].interventionNames[{i}]", f"{kind.title()}: {name}", *read)
    for i, treatment in enumerate(listed):
        kind, name, sentences, read = treatment
        record.put(f"{base}.interventions[{i}].type", kind, *read)
        record.put(f"{base}.interventions[{i}].name", name, *read)
        if sentences:
            record.put(f"{base}.interventions[{i}].description", sentences, *read)
        if treatment in in_arm:
            record.put(f"{base}.interventions[{i}].armGroupLabels[0]", label, place)


def describe_entry(record, row):
    "Outcomes, eligibility and place."
    for i, measure in enumerate(filter(None, row["primary_endpoint"].split("; "))):
        record.put(f"outcomesModule.primaryOutcomes[{i}].measure", measure, "primary_endpoint")
    found = criteria(row)
    if found:
        text = "Inclusion Criteria:\n\n" + "\n".join(f"* {sentence}" for _, sentence in found)
        places = [record.cells(column) for column, _ in found]
        record.put("eligibilityModule.eligibilityCriteria", text, [places[0], *places])
    if ages := re.search(r"age (\d+)-(\d+)", row["setting"]):
        record.put("eligibilityModule.minimumAge", f"{ages[1]} Years", "setting")
        record.put("eligibilityModule.maximumAge", f"{ages[2]} Years", "setting")
    if row["sponsor"].endswith(" (site)"):
        record.put("contactsLocationsModule.locations[0].facility", row["sponsor"].removesuffix(" (site)"), "sponsor")
    if row["country"]:
        record.put("contactsLocationsModule.locations[0].country", row["country"], "country")


def suffices(row):
    "Whether a row states disease setting, timing of radiotherapy, and source, each in its own column."
    return all(row[column] for column in ("setting", "rt_timing", "source_url"))


def from_row(row_number, row):
    "The record of one row and its entry in the list of sources."
    record = Record(row_number)
    for part in (identify, describe_design, describe_treatment, describe_entry):
        part(record, row)
    number = row["nct_id"] or None
    slug = re.sub(r"\W+", "-", (row["acronym"] or " ".join(row["short_title"].split()[:6])).lower()).strip("-")
    register = re.match(r"NCT|ChiCTR", number)[0].replace("NCT", "ClinicalTrials.gov") if number else None
    entry = {"file": f"{number or slug}.json", "basis": BASIS, "register": register, "id": number}
    entry |= {"url": row["source_url"], "date": None}
    entry["notes"] = [
        "Title and sentences are a trial list's, not a register's; the address is the page the row names."
    ]
    return {"protocolSection": record.protocol}, entry | {"read_from": record.read_from}


def records(shared, packaged):
    "The record and the entry of each row that is taken."
    with (shared / LIST).open(encoding="utf-8", newline="") as opened:
        rows = [{k: v.strip() for k, v in row.items() if k not in OPINION} for row in csv.DictReader(opened)]
    for row_number, row in enumerate(rows, 2):
        if suffices(row) and row_number not in SAME_TRIAL and row["nct_id"] not in packaged:
            yield from_row(row_number, row)


def main():
    "Write the records of the rows, and list them after those of the registers."
    default = ROOT / os.environ.get("TRIAL_ATLAS_SHARED", "../shared")
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    listing = SNAPSHOT / "sources.json"
    sources = json.loads(listing.read_text(encoding="utf-8"))
    kept = [entry for entry in sources["trials"] if entry["basis"] != BASIS]
    written = list(records(shared, {entry["id"] for entry in kept if entry["id"]}))
    for study, entry in written:
        text = json.dumps(study, ensure_ascii=False, indent=1) + "\n"
        (SNAPSHOT / entry["file"]).write_text(text, encoding="utf-8")
    sources["trials"] = kept + [entry for _, entry in written]
    listing.write_text(json.dumps(sources, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(written)} records written from {shared / LIST}, {len(kept)} of registers kept.")


if __name__ == "__main__":
    main()
