"""A record tells the same courses however its units, numbers and links are written.

Every record and statement of our own is written anew in one way at a time, and read again. Units and typography may
change one record in two hundred, other turns of phrase three: now and then what is exchanged tells something (a line
that begins with a number may be an item of a list, and `25 (25) fractions` is nothing that anybody writes).
"""

import re
from textwrap import wrap

import msgspec
import pytest
from written_regimens import RECORDS, STATEMENTS, trial_of

from trial_atlas.extract.regimen import extract_regimens
from trial_atlas.record import Arm, Intervention

IN = r"(?<=Gy) in (?=\d+ fractions)"
WORDS = dict(
    enumerate("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1)
)
LONE = r"(?<![\d.,/x×-])(?<!\d to )(?<!\d or )(?<!\d and )"


def put(pattern, words, flags=re.IGNORECASE):
    "A change of every place that a pattern finds."
    return lambda text: re.sub(pattern, words, text, flags=flags)


def lines(text, indent=""):
    "A text of one line, wrapped."
    return text if "\n" in text else f"\n{indent}".join(wrap(text, 60, break_long_words=False, break_on_hyphens=False))


TYPOGRAPHY = {
    "Gray": put(r"(?<=\d) ?Gy\b(?!\s?/|E)", " Gray", 0),
    "Grays": put(r"(?<=\d) Gy\b(?!\s?/|E|-)", " Grays", 0),
    "centigray": put(r"(?<=\d) cGy\b", " centigray", 0),
    "a hyphen": put(r"(?<=\d) Gy\b", "-Gy", 0),
    "no space": put(r"(?<=\d) Gy\b", "Gy", 0),
    "GY": put(r"\bGy\b", "GY", 0),
    "no-break spaces": put(r"(?<=\d) (?=Gy\b|fractions)", "\u00a0", 0),
    "fx": put(r"(?<=\d) fractions\b", " fx"),
    "glued fx": put(r"(?<=\d) fractions\b", "fx"),
    "fr.": put(r"(?<=\d) fractions\b(?= [a-z])", " fr."),
    "&": put(" and ", " & "),
    "a decimal comma": put(r"(?<=\d)\.(?=\d{1,2} ?Gy)", ","),
    "two spaces": put(r"(?<=[.;:,]) (?=\S)", "  "),
    "quotation marks": lambda text: f'"{text}"' if len(text) > 60 else text,
    "a multiplication sign": put(r"(?<=\d) ?x ?(?=\d)", " × "),
}
PHRASES = {
    "wrapped lines": lines,
    "wrapped and indented lines": lambda text: lines(text, "      "),
    "number words": put(LONE + r"(\d{1,2}) (?=fractions\b)", lambda m: WORDS.get(int(m[1]), m[1]) + " "),
    "both": put(LONE + r"(\d{1,2}) (?=fractions\b)", lambda m: f"{WORDS.get(int(m[1]), m[1])} ({m[1]}) "),
    "sessions": put(r"(?<=\d) fractions\b", " sessions"),
    "treatments": put(r"(?<=\d) fractions\b(?! (?:days?|weeks?))", " treatments"),
    "consecutive": put(r"(?<=\d )fractions\b(?! of)", "consecutive fractions"),
    "delivered in": put(IN, " delivered in "),
    ", given in": put(IN, ", given in "),
    "administered over": put(IN, " administered over "),
    "divided into": put(IN, " divided into "),
    "a slash": put(IN, "/"),
    "with": put(IN, " with "),
    "of radiation": put(r"(?<=\d Gy) (?=in \d+ fractions)", " of radiation "),
    "a sentence behind": lambda text: (
        text + (" " if text[-1:] in ".;:" else ". ") + "Patients are seen every 3 months." if len(text) > 60 else text
    ),
    "upper case": str.upper,
    "lower case": str.lower,
}


def anew(trial, change):
    "A trial with a change in every text."

    def walk(value):
        if isinstance(value, str):
            return change(value)
        if isinstance(value, tuple):
            return tuple(walk(v) for v in value)
        if isinstance(value, (Arm, Intervention)):
            return msgspec.structs.replace(
                value, **{n: walk(v) for n in value.__struct_fields__ if n != "kind" and (v := getattr(value, n))}
            )
        return value

    texts = "brief_title official_title summary description eligibility arms interventions".split()
    return msgspec.structs.replace(trial, **{name: walk(value) for name in texts if (value := getattr(trial, name))})


def told(trial):
    "The figures of a trial's courses, and that the quotes stand in it."
    found = extract_regimens(trial)
    assert all(trial.holds(quote) for r in found for quote in r.evidence)
    return sorted((r.total_dose_gy or (), r.fractions or (), r.dose_per_fraction_gy or ()) for r in found)


TRIALS = [trial_of(texts) for texts, _ in RECORDS] + [trial_of({"description": words}) for words, _ in STATEMENTS]
TOLD = [told(trial) for trial in TRIALS]


@pytest.mark.parametrize("name, most", [(name, 0.005) for name in TYPOGRAPHY] + [(name, 0.015) for name in PHRASES])
def test_a_record_tells_the_same_however_it_is_written(name, most):
    change = (TYPOGRAPHY | PHRASES)[name]
    tried = [(again, before) for trial, before in zip(TRIALS, TOLD) if (again := anew(trial, change)) != trial]
    assert len(tried) >= 20, f"{name} changes {len(tried)} records: too few to tell"
    differ = [(before, told(again), again) for again, before in tried if told(again) != before]
    assert len(differ) <= most * len(tried), f"{name}: {len(differ)} of {len(tried)}, such as {differ[:3]}"
