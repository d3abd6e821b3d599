"""The traps of the taxonomy, and the settled readings, as short records in our own words."""

import pytest

import trial_atlas as ta
from trial_atlas.decide.rules import as_trial

TRAPS = [
    (
        "definitive_crt",
        "title: Consolidation Durvalumab After Concurrent Chemoradiotherapy in Unresectable ESCC / include: Unresectable stage II-III ESCC, no progression after definitive concurrent chemoradiotherapy / arm: Durvalumab every four weeks for up to 12 months",
    ),
    (
        "definitive_crt",
        "include: T2-4 N0-2 M0 esophageal squamous cell carcinoma, unresectable / arm: Definitive chemoradiotherapy 60 Gy in 30 fractions followed by consolidation camrelizumab for one year",
    ),
    (
        "definitive_crt",
        "title: Definitive Chemoradiotherapy Versus Surgery / include: Resectable stage II-III ESCC / arm: Definitive chemoradiotherapy, 50.4 Gy in 28 fractions, with salvage esophagectomy for residual disease / arm: Esophagectomy",
    ),
    (
        "definitive_crt",
        "include: Stage II-IVB ESCC, where IVB means supraclavicular lymph node metastasis only / arm: Chemoradiotherapy 50.4 Gy in 28 fractions with toripalimab",
    ),
    (
        "no_rt",
        "include: Recurrent or metastatic ESCC; at least 6 months since chemoradiotherapy / arm: Sintilimab with paclitaxel and cisplatin / exclude: Radiotherapy within 4 weeks before the first dose",
    ),
    (
        "consolidative_crt",
        "description: BACKGROUND: SBRT of oligometastases improves survival in other cancers. / include: Metastatic nasopharyngeal carcinoma, complete or partial response after 4 cycles of gemcitabine and cisplatin / arm: Locoregional radiotherapy 70 Gy in 33 fractions",
    ),
    (
        "definitive_crt",
        "include: Locally advanced unresectable ESCC without distant metastasis / arm: Two cycles of induction immunochemotherapy, then chemoradiotherapy for patients without progression, 50.4 Gy in 28 fractions",
    ),
    (
        "consolidative_crt",
        "title: Immediate Versus Delayed Thoracic Radiotherapy in Metastatic ESCC / include: Stage IVB; no progression after 4 cycles of immunochemotherapy / arm: Immediate thoracic radiotherapy, 50 Gy in 25 fractions / arm: Systemic therapy, with radiotherapy at progression",
    ),
    (
        "neoadjuvant_rt",
        "include: Resectable ESCC / arm: Low-dose radiotherapy with neoadjuvant immunochemotherapy, followed by esophagectomy",
    ),
    (
        "later_line_rt",
        "include: Metastatic solid tumours that progressed on PD-1 inhibitors / arm: Low-dose radiotherapy and SBRT with continued PD-1 inhibitor",
    ),
    (
        "unclear",
        "title: Radiotherapy With Immunotherapy in ESCC / arm: Cohort A: neoadjuvant chemoradiotherapy followed by surgery / arm: Cohort B: palliative radiotherapy for dysphagia",
    ),
    ("no_rt", "include: Metastatic ESCC / arm: Tislelizumab and chemotherapy. Radiotherapy is not allowed."),
    (
        "no_rt",
        "include: Metastatic ESCC, first-line / arm: Tislelizumab and chemotherapy / description: Palliative radiotherapy of painful bone metastases is permitted as concomitant care.",
    ),
    ("no_rt", "include: Metastatic colorectal cancer / arm: Radiofrequency ablation of liver metastases"),
    (
        "no_rt",
        "include: Metastatic prostate cancer / arm: 177Lu-PSMA radioligand every 6 weeks / intervention: 177Lu-PSMA-617",
    ),
    (
        "oligomet_local_rt",
        "include: ESCC with 1-3 metastases, first-line / arm: Immunochemotherapy and SBRT to all lesions",
    ),
    (
        "oligomet_local_rt",
        "include: Oligometastatic ESCC after progression on first-line chemotherapy / arm: SBRT to all metastases",
    ),
    (
        "salvage_crt",
        "include: Regional lymph node recurrence after radical esophagectomy / arm: Concurrent chemoradiotherapy, 60 Gy in 30 fractions",
    ),
    (
        "adjuvant_rt",
        "include: Pathologic stage III ESCC after R0 esophagectomy / arm: Postoperative radiotherapy, 50.4 Gy in 28 fractions",
    ),
    (
        "adjuvant_rt",
        "include: ESCC after esophagectomy with positive margins (R1) / arm: Postoperative chemoradiotherapy",
    ),
    (
        "palliative_rt",
        "title: Stent With or Without Brachytherapy / arm: Stent plus brachytherapy, 12 Gy / outcome: Dysphagia-free survival / outcome: Dysphagia score",
    ),
    (
        "firstline_rt_systemic",
        "include: Stage IVB ESCC, no prior systemic therapy / arm: Camrelizumab with chemotherapy and low-dose radiotherapy with SBRT of one metastasis",
    ),
    (
        "firstline_rt_systemic",
        "include: Metastatic ESCC / title: Consolidative Radiotherapy in Metastatic ESCC / arm: After 4 cycles of first-line immunochemotherapy all patients receive radiotherapy, 50 Gy in 25 fractions",
    ),
    (
        "upfront_ldrt_cfrt",
        "title: LDRT and Conventional Radiotherapy With First-line Immunotherapy / include: Stage IVB ESCC with no more than 5 metastases / arm: Low-dose radiotherapy, 1 Gy x 4 to metastases, and 50 Gy in 25 fractions to the primary, with first-line immunochemotherapy",
    ),
    (
        "definitive_crt",
        "include: Stage III NSCLC, unresectable / arm: Low-dose radiotherapy of 45 Gy in 25 fractions with chemotherapy",
    ),
    (
        "neoadjuvant_rt",
        "include: Initially unresectable ESCC / arm: Immunochemotherapy with radiotherapy 40 Gy in 20 fractions; those who become resectable have esophagectomy",
    ),
    (
        "neoadjuvant_rt",
        "include: Thoracic ESCC, cT3N1M0 / arm: Radiotherapy 41.4 Gy in 23 fractions with paclitaxel and carboplatin / outcome: Pathologic complete response rate",
    ),
    ("other_rt", "title: Prophylactic Cranial Irradiation in SCLC / arm: PCI, 25 Gy in 10 fractions"),
    (
        "salvage_crt",
        "include: Residual tumour after definitive chemoradiotherapy / arm: Boost of 14 Gy with immunotherapy",
    ),
    (
        "definitive_crt",
        "include: Stage III NSCLC, unresectable / arm: Chemotherapy plus pembrolizumab / arm: Concurrent chemoradiotherapy, 60 Gy in 30 fractions",
    ),
]


@pytest.mark.parametrize(("label", "record"), TRAPS, ids=[f"{i}-{label}" for i, (label, _) in enumerate(TRAPS)])
def test_trap(label, record):
    assert ta.classify(as_trial(record)).primary == label
