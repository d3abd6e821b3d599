"""Texts and records put together by a program: usual forms of a course, in every pair, beside what is none, told again.

Readers and registers meet a coincidence of two forms by chance (“50 Gy followed by a boost of 10 Gy in 5 fractions”:
five times ten is fifty). Here they are met on purpose. Every maker yields texts with the courses they were made of.
"""

import random
from collections.abc import Iterator
from itertools import product

from trial_atlas.record import Arm, Intervention, Source, Trial

Figures = tuple[float, int, float]  # Total, fraction number, fraction size
FORMS = {  # A form of words, and which of the three figures it states
    "{t} Gy in {n} fractions": "tn",
    "{t} Gy/{n} fx": "tn",
    "{t}Gy/{n}f": "tn",
    "{t} Gy in {n} daily fractions of {s} Gy": "tns",
    "{t} Gy ({n} x {s} Gy)": "tns",
    "{n} x {s} Gy": "ns",
    "{s} Gy x {n}": "ns",
    "{n} fractions of {s} Gy": "ns",
    "{t} Gy at {s} Gy per fraction": "ts",
    "{t} Gy, {s} Gy/fraction": "ts",
    "{t} Gy": "t",
    "{t} Gy ({s} Gy per fraction, {n} fractions)": "tns",
    "{c} cGy in {n} fractions": "tn",
    "{t} Gy in {s} Gy fractions": "ts",
    "{t}Gy/{n}fr, {s}Gy/fr": "tns",
    "{n} fractions to a total dose of {t} Gy": "tn",
    "{s} Gy x {n} = {t} Gy": "tns",
    "{t} Gy over {w} weeks": "t",
    "a total of {t} Gy given in {n} once-daily fractions": "tn",
    "{t} Gy in {n} sessions": "tn",
}
MORE_FORMS = FORMS | {
    "{n} fractions of {s} Gy each, {t} Gy in all": "tns",
    "{s} Gy per day to a total dose of {t} Gy": "ts",
    "{t} Gy, {s} Gy daily, five days a week": "ts",
    "DT {t}Gy/{n}F": "tn",
    "{t} Gy in {n} fractions over {w} weeks": "tn",
    "{s} Gy/fraction x {n} fractions": "ns",
    "{t} Gy(RBE) in {n} fractions": "tn",
    "total dose: {t} Gy; dose per fraction: {s} Gy; number of fractions: {n}": "tns",
}
BETWEEN = {  # Words between two courses, and whether the second is a boost
    "{a}, followed by a boost of {b}.": True,
    "{a} to the pelvis, then a boost to the tumor bed: {b}.": True,
    "{a} to the whole breast and a sequential boost of {b} to the tumor bed.": True,
    "External beam radiotherapy {a} followed by HDR brachytherapy {b}.": True,
    "Patients are randomized to {a} versus {b}.": False,
    "Radiotherapy is given with {a} or {b}.": False,
    "Arm A: {a}; Arm B: {b}.": False,
    "Arm 1 receives {a}. Arm 2 receives {b}.": False,
    "PTV1: {a}, PTV2: {b}.": False,
    "The study compares {a} with {b}.": False,
    "{a} to the primary tumor and {b} to involved nodes.": False,
    "Dose level 1: {a}. Dose level 2: {b}.": False,
    "- Whole brain: {a}\n- Lesion: {b}": False,
    "SBRT ({b}) to metastases and conventional RT ({a}) to the primary.": False,
    "{a} if resection is complete, {b} if not.": False,
    "The control group gets {a}, while the experimental group gets {b}.": False,
}
PAIRS: list[tuple[Figures, Figures]] = [
    ((50.4, 28, 1.8), (9, 5, 1.8)),
    ((50, 25, 2), (10, 5, 2)),
    ((45, 25, 1.8), (14, 2, 7)),
    ((60, 30, 2), (66, 33, 2)),
    ((40, 15, 2.67), (26, 5, 5.2)),
    ((30, 10, 3), (20, 5, 4)),
    ((46, 23, 2), (20, 10, 2)),
    ((70, 35, 2), (56, 35, 1.6)),
    ((54, 30, 1.8), (12, 3, 4)),
    ((25, 5, 5), (50.4, 28, 1.8)),
    ((24, 3, 8), (40, 20, 2)),
    ((48, 4, 12), (60, 8, 7.5)),
    ((36, 20, 1.8), (21, 14, 1.5)),
    ((39, 13, 3), (15, 5, 3)),
]
NO_COURSE = [  # What is none of the trial's courses; {x} is one of others
    "Previous studies used {x}.",
    "In the RTOG 9410 trial patients received {x}.",
    "The spinal cord dose must not exceed 45 Gy.",
    "Maximum dose to the cord is 45 Gy and the mean lung dose is kept below 20 Gy.",
    "Organs at risk: spinal cord Dmax < 45 Gy, heart V40 < 50%, lungs V20 < 30%.",
    "Patients previously treated with {x} to the chest are excluded.",
    "Prior radiotherapy with {x} is allowed.",
    "The standard dose of {x} results in local failure in half of the patients.",
    "A phase II trial of {x} showed a response rate of 60%.",
    "Conventional treatment with {x} has a high rate of relapse.",
    "Response is assessed at 40 Gy.",
    "A planning CT is repeated after 20 Gy.",
    "Blood products are irradiated with 25 Gy.",
    "The biologically effective dose (BED) is 72 Gy.",
    "This is equivalent to an EQD2 of 60 Gy.",
    "Patients who receive less than 40 Gy are replaced.",
    "The dose rate is 6 Gy per minute.",
    "No more than 2 cc of the duodenum may receive 55 Gy.",
    "The risk of pneumonitis rises with doses above 60 Gy.",
    "Smith et al. reported {x} with good results.",
    "Historically, {x} was given.",
    "It is unknown whether doses beyond 60 Gy improve survival.",
    "In case of recurrence re-irradiation with {x} is permitted outside the protocol.",
    "Retrospective data suggest that {x} is safe.",
    "A dose of {x} is widely used in our country.",
    "Meta-analyses show no benefit of {x} over lower doses.",
    "At least 700 cc of liver must receive less than 15 Gy.",
    "The parotid glands are spared with a mean dose below 26 Gy.",
    "Patients with less than 30 Gy to the mediastinum in the past may enter.",
]
OWN = [
    "Patients receive {a}.",
    "Radiotherapy is delivered as {a} to the tumour and involved nodes.",
    "All patients will be treated with {a} with concurrent cisplatin.",
    "Radiotherapy: {a}.",
    "The prescribed dose is {a}.",
]
_OTHERS: list[Figures] = [(63, 35, 1.8), (44, 22, 2), (52, 26, 2), (37.5, 15, 2.5), (32, 8, 4)]


def told(form: str, course: Figures) -> str:
    "A course in a form of words."
    total, n, size = course
    weeks = max(1, round(n / 5))
    return form.format(t=f"{total:g}", n=n, s=f"{size:g}", c=round(100 * total), w=weeks)


def stated(course: Figures, *names: str) -> tuple:
    "The figures of a course that some forms state: total, fraction number, fraction size, or nothing."
    return tuple(figure if name in "".join(names) else None for name, figure in zip("tns", course))


def _trial(**texts) -> Trial:
    return Trial(source=Source(form="combined"), **texts)


def pairs_of_forms(seed: int) -> Iterator[tuple[Trial, list[tuple]]]:
    "Every pair of forms with all words that stand between two courses."
    rnd = random.Random(seed)
    for (one, some), (other, rest), (words, boost) in product(FORMS.items(), FORMS.items(), BETWEEN.items()):
        a, b = rnd.choice([(a, b) for a, b in PAIRS if not boost or a[0] > b[0]])
        yield _trial(description=words.format(a=told(one, a), b=told(other, b))), [stated(a, some), stated(b, rest)]


def beside_others(seed: int) -> Iterator[tuple[Trial, list[tuple]]]:
    "One course in every form, before or behind each sentence whose dose is none."
    rnd = random.Random(seed)
    for none, (form, names) in product(NO_COURSE, MORE_FORMS.items()):
        a = rnd.choice([a for a, _ in PAIRS if a[1] > 3])
        around = none.format(x=told(rnd.choice(list(FORMS)), rnd.choice(_OTHERS)))
        sentences = [rnd.choice(OWN).format(a=told(form, a)), around]
        rnd.shuffle(sentences)
        yield _trial(description=" ".join(sentences)), [stated(a, names)]


SUMMARIES = [
    "The purpose is to study {a} with concurrent chemotherapy.",
    "This trial compares {a} with {b}.",
    "A randomized study of {a} versus {b}.",
    "Patients receive {a}; the other group receives {b}.",
]
DESCRIPTIONS = [
    "Radiotherapy: {a}. Chemotherapy: paclitaxel 50 mg/m2 weekly.",
    "In the experimental group, {a} is delivered. In the control group, {b} is delivered.",
    "Patients in arm A will be treated with {a}, and patients in arm B with {b}.",
    "- Arm A: {a}\n- Arm B: {b}",
]
IN_ARMS = [
    "{a} with concurrent cisplatin",
    "Radiotherapy ({a}) and capecitabine",
    "Patients will receive {a}.",
    "IMRT {a}",
]
IN_INTERVENTIONS = ["{a}", "External beam radiotherapy: {a}", "{a} to the planning target volume"]


class _Teller:
    "Tells the courses of a record in one form after the other, and knows what was stated of each."

    def __init__(self, rnd: random.Random, a: Figures, b: Figures):
        self.rnd, self.course, self.said = rnd, {"a": a, "b": b}, {"a": "", "b": ""}
        self.forms = [form for form in MORE_FORMS if "weeks" not in form]

    def __call__(self, words: str) -> str:
        here = {}
        for name in ("a", "b"):
            if f"{{{name}}}" in words:
                form = self.rnd.choice(self.forms)
                self.said[name] += MORE_FORMS[form]
                here[name] = told(form, self.course[name])
        return words.format(**here)

    def stated(self) -> list[tuple]:
        return [stated(self.course[name], said) for name, said in self.said.items() if said]


def told_again(seed: int, count: int = 1000) -> Iterator[tuple[Trial, list[tuple]]]:
    "Records of two arms whose courses are told in several fields, each time in another form."
    rnd = random.Random(seed)
    for _ in range(count):
        tell = _Teller(rnd, *rnd.choice([pair for pair in PAIRS if pair[0][1] > 2 and pair[1][1] > 2]))
        texts = {}
        if rnd.random() < 0.6:
            texts["summary"] = tell(rnd.choice(SUMMARIES))
        if rnd.random() < 0.7:
            texts["description"] = tell(rnd.choice(DESCRIPTIONS))
        words = [rnd.choice(IN_ARMS), rnd.choice(IN_ARMS).replace("{a}", "{b}")]
        arms = [Arm(label=f"Arm {sign}", description=tell(w)) for sign, w in zip("AB", words)]
        given = []
        if rnd.random() < 0.6:
            words = [rnd.choice(IN_INTERVENTIONS), rnd.choice(IN_INTERVENTIONS).replace("{a}", "{b}")]
            given = [
                Intervention(name=f"Radiotherapy {sign}", kind="RADIATION", description=tell(w), arms=(f"Arm {sign}",))
                for sign, w in zip("AB", words)
            ]
        yield _trial(**texts, arms=tuple(arms), interventions=tuple(given)), tell.stated()


BOOSTS: list[tuple[Figures, Figures]] = [
    ((50.4, 28, 1.8), (9, 5, 1.8)),
    ((50, 25, 2), (10, 5, 2)),
    ((45, 25, 1.8), (14.4, 8, 1.8)),
    ((40.05, 15, 2.67), (13.35, 5, 2.67)),
    ((46, 23, 2), (20, 10, 2)),
    ((40, 20, 2), (16, 8, 2)),
    ((54, 30, 1.8), (12, 6, 2)),
    ((45, 25, 1.8), (15, 3, 5)),
]
WITH_BOOST = [
    "{a} followed by a boost of {b}",
    "{a} to the pelvis and a sequential boost to the tumour bed of {b}",
    "{a} plus a boost ({b})",
    "{a}, then {b} as a boost",
    "{a} to the whole breast with a tumour bed boost of {b}",
    "{a}; boost: {b}",
]
AROUND = ["Patients receive {x}.", "Radiotherapy: {x}.", "{x}", "The prescription is {x}, 5 days a week."]


def boosts_told_again(seed: int, count: int = 1000) -> Iterator[tuple[Trial, list[tuple]]]:
    "Records of a course and its boost, told in several fields, each time in other forms."
    rnd = random.Random(seed)
    for _ in range(count):
        tell = _Teller(rnd, *rnd.choice(BOOSTS))
        tell.forms = [form for form in tell.forms if form[0] in "{D" and "in all" not in form and "daily, " not in form]

        def words(tell: _Teller = tell) -> str:
            return tell(rnd.choice(AROUND).format(x=rnd.choice(WITH_BOOST)))

        texts = {name: words() for name in ("summary", "description") if rnd.random() < 0.6}
        arms = (Arm(label="Radiotherapy", description=words()),)
        given = (
            (Intervention(name="Radiotherapy", kind="RADIATION", description=words()),) if rnd.random() < 0.5 else ()
        )
        yield _trial(**texts, arms=arms, interventions=given), tell.stated()
