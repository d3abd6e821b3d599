"""Records put together at random from fragments that registers use, plausible or not: nothing may raise on them."""

from random import Random

HEADS = """Radiotherapy|IMRT|SBRT|Radiosurgery|Low-dose radiotherapy|PCI|Whole brain radiotherapy|HDR brachytherapy
Permanent implant|IORT|TBI|Proton therapy|Partial breast irradiation|Chemoradiation with cisplatin|Boost|SIB|PTV1|CTV
Elective volumes|Dose level 1|Standard radiotherapy""".replace("\n", "|").split("|")
LABELS = ["A", "B", "Arm I", "Arm II", "SBRT", "Placebo", "High", "Dose level 1", "50 Gy", "Group 1", "Control arm"]
DOSES = "0.3 0.5 1 1.2 1.5 1.8 2 2.14 3 5 6 8 10 12 15 20 24 30 40 45 50 50.4 54 58.8 60 66 70 0 5040".split()
SIZES = "0.3 0.5 1.2 1.5 1.8 2 2.1 2.5 3 5 7 8 18".split()
NUMBERS = "1 2 3 4 5 8 10 12 15 16 20 25 28 30 33".split()
UNITS = [" Gy"] * 6 + ["Gy", " cGy", " Gy(RBE)", " Gray", "GGyE"]
NOUNS = [" fractions"] * 4 + [" daily fractions", " f", " fx", " sessions", " times"]
COURSES = [
    "{T} in {N}", "{T} in {N} of {S} Gy", "{N} of {S} Gy", "{S} Gy x {n}", "{n} x {S} Gy", "{T}, {P}", "{T}", "{P}", "{T}/{n}f/{n}w",
    "{P}, {N}, total {T}", "from {T} in {N} to {T} in {N}", "{S} Gy x {n} or {S} Gy x {n} (total {D} or {D} Gy)", "{D}/{D} Gy in {N}",
    "{N} of {S} Gy with each implant", "{T} in {N} over {n} weeks, {n} days/week", "at least {T}", "up to {T}", "1 fraction of {S} Gy/day",
]  # fmt: skip
SENTENCES = [
    "{H}: {C}.", "{H} {C}, then a boost of {C}.", "{H} {C} and simultaneous integrated boost {C}.", "{C} followed by {H} {C}, total {T}.",
    "Both arms: {H} {C}.", "{H} {S} Gy in the morning and {S} Gy in the afternoon, {n} days, {T}.", "Given in one session.",
    "If needed, a second fraction of {S} Gy may be given.", "Dose level 1: {C}; dose level 2: {C}; dose level 3: {C}.", "{H} is given in {N}.",
    "{C}, {C} or {C} at {P}.", "ARM I: {H} {C}, then a boost of {C}. ARM II: {H} {C}.", "Whole breast in {N}, boost in {N}.", "All fractions are {P}.",
    "{T} if the mean liver dose is at most {D} Gy, {T} if at most {D} Gy.", "{H} {C} with simultaneous integrated boost of {S} Gy per fraction, {C}.",
    "- {H}: {C}\n- {H}: {C}\n", "Lesions below 2 cm receive {C} and larger ones {C}, in a single fraction.", "The course of {C} is repeated, two courses.",
    "{H} {T} ({C} followed by a boost of {C}).", "The aim is to compare {C} versus {C}.", "Spinal cord at most {T}, lungs V20 < 30%.", "The EQD2 of {T} against {T}.",
]  # fmt: skip
CRITERIA = [
    "Planned for radiotherapy of {C}",
    "Prior radiotherapy of {C}",
    "Radiotherapy of at least {C} planned",
    "No progression after therapy with {C}",
]


class Maker:
    "Makes one record after the other; the same seed makes the same ones."

    def __init__(self, seed: int):
        self.draw = Random(seed)

    def fill(self, form: str) -> str:
        "A form with every `{letter}` put in by chance."
        while "{" in form:
            at = form.index("{")
            form = form[:at] + self.piece(form[at + 1]) + form[at + 3 :]
        return form

    def piece(self, letter: str) -> str:
        pick = self.draw.choice
        two = lambda values, sign: pick(values) + pick(sign) + pick(values)  # noqa: E731
        span = ["-", " to ", " or ", "–", ", "]
        return {
            "C": lambda: pick(COURSES), "H": lambda: pick(HEADS), "D": lambda: pick(DOSES), "S": lambda: pick(SIZES), "n": lambda: pick(NUMBERS),
            "T": lambda: (pick(DOSES) if self.draw.random() < 0.6 else two(DOSES, span)) + pick(UNITS),
            "N": lambda: (pick(NUMBERS) if self.draw.random() < 0.6 else two(NUMBERS, span)) + pick(NOUNS),
            "P": lambda: (pick(SIZES) if self.draw.random() < 0.6 else two(SIZES, span)) + " Gy" + pick([" per fraction", "/fraction", " each", " daily", "/day"]),
        }[letter]()  # fmt: skip

    def text(self, most: int = 3) -> str | None:
        "Some sentences, or nothing."
        if self.draw.random() < 0.3:
            return None
        return self.draw.choice([" ", "\n"]).join(
            self.fill(self.draw.choice(SENTENCES)) for _ in range(self.draw.randint(1, most))
        )

    def record(self) -> dict:
        "The texts of one record, as `record` of the tests takes them."
        pick, labels = self.draw.choice, [self.draw.choice(LABELS) for _ in range(self.draw.choice([0, 1, 2, 2, 3]))]
        given = [
            (pick(HEADS), self.text(2), [pick(labels)] if labels and self.draw.random() < 0.6 else [])
            for _ in range(self.draw.randint(0, 3))
        ]
        criteria = "Inclusion Criteria:\n- " + self.fill(pick(CRITERIA)) if self.draw.random() < 0.3 else None
        arms = [(label, self.text(2)) for label in labels]
        return {
            "summary": self.text(2),
            "description": self.text(4),
            "eligibility": criteria,
            "arms": arms,
            "interventions": given,
        }
