"""A rulebook of one's own: how it is read, what is refused, and that decisions made with it are explained by it."""

import itertools
import pickle
import re
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

import trial_atlas as ta
from trial_atlas.decide.classify import failed_examples, read_axes
from trial_atlas.decide.explain import what_if
from trial_atlas.decide.rules import AXES, COUNTED, VALUES, as_trial, load_rulebook, parse_rulebook, rulebook_of
from trial_atlas.extract.signs import read_signs
from trial_atlas.record import RulebookError

FOLDER = files("trial_atlas") / "rulebook"
PACKAGED = (FOLDER / "strategy.toml").read_text(encoding="utf-8")
RECORD = as_trial(
    "include: Stage IVB disease, no progression after 4 cycles of chemotherapy / arm: Radiotherapy to the primary "
    "tumour, 50 Gy in 25 fractions"
)
RULE = """[[rule]]
id = "MY-1"
label = "LABEL"
all = [CONDITION]
because = "An example."
source = "an example"
since = "1"
yes = ["include: no progression after 4 cycles of chemotherapy / arm: Radiotherapy, 50 Gy"]
no = ["arm: Radiotherapy, 50 Gy"]

"""
GATED = '{ axis = "gate", is = ["gated"] }'


def _list(label, condition=GATED, more=""):
    "The packaged list with one rule put first."
    at = PACKAGED.index("[[rule]]")
    return PACKAGED[:at] + more + RULE.replace("LABEL", label).replace("CONDITION", condition) + PACKAGED[at:]


def _copy(folder):
    "A copy of the packaged rulebook."
    (folder / "signs").mkdir(parents=True)
    for part in ("", "signs"):
        for path in (FOLDER / part).iterdir():
            if path.name.endswith(".toml"):
                (folder / part / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


# How it is read


def test_nothing_and_an_unchanged_copy_are_the_packaged_rulebook(tmp_path):
    assert load_rulebook() is load_rulebook() and load_rulebook(_copy(tmp_path / "mine")) == load_rulebook()
    assert ta.classify(RECORD, load_rulebook()) == ta.classify(RECORD)


def test_a_decision_by_ones_own_rule_keeps_its_words_and_is_explained_by_it(tmp_path):
    label = '[[label]]\ncode = "waiting_rt"\nname = "RT after waiting"\nmeans = "It waits."\n\n'
    path = tmp_path / "mybook.toml"
    path.write_text(_list("waiting_rt", more=label), encoding="utf-8")
    book = load_rulebook(path)
    decision = ta.classify(RECORD, book)
    assert (decision.primary, decision.rule, decision.name) == ("waiting_rt", "MY-1", "RT after waiting")
    assert list(decision.asked) == ["gate"] and decision.asked["gate"].evidence
    for told in (ta.explain(RECORD, decision), ta.explain(RECORD, book=book), ta.explain(RECORD, decision, book)):
        assert "RT after waiting (confidence" in str(told) and "“no progression" in str(told)
        (change,) = told.changes
        assert (change.axis, change.label) == ("gate", ta.classify(as_trial(WITHOUT), book).primary)
        assert "RT after waiting" in told._repr_html_()
    assert failed_examples(book).keys() & {"MY-1"} == set()


WITHOUT = "include: Stage IVB disease / arm: Radiotherapy to the primary tumour, 50 Gy in 25 fractions"


def test_the_guide_for_rules_of_ones_own_does_as_it_says(tmp_path, monkeypatch):
    guide = Path(__file__).parents[1] / "CONTRIBUTING.md"
    (code,) = re.findall(r"```python\n(.+?)```", guide.read_text(encoding="utf-8"), re.S)
    (_copy(tmp_path / "my_rulebook") / "strategy.toml").write_text(_list("palliative_rt"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = {}
    exec(code, done)
    assert done["decision"].rule == "MY-1" and done["decision"].asked["gate"].evidence


def test_the_what_ifs_of_a_changed_rule_are_those_of_the_changed_rulebook():
    changed = PACKAGED.replace('id = "STR-12"\nlabel = "consolidative_crt"', 'id = "STR-12"\nlabel = "palliative_rt"')
    assert changed != PACKAGED
    book = parse_rulebook(changed)
    decision = ta.classify(RECORD, book)
    assert (decision.primary, decision.rule, list(decision.asked)) == ("palliative_rt", "STR-12", ["gate", "setting"])
    told = ta.explain(RECORD, decision)
    assert what_if(RECORD, decision, "gate").label == next(c.label for c in told.changes if c.axis == "gate")
    assert "palliative RT (confidence" in str(told) and "consolidative" not in str(told)
    with pytest.raises(RulebookError, match="give the rulebook that decided, or classify again with this one"):
        ta.explain(RECORD, decision, load_rulebook())


def test_a_decision_of_another_session_keeps_what_it_asked_and_wants_its_rulebook():
    book = parse_rulebook(_list("salvage_crt"))
    decision = msgspec.structs.replace(ta.classify(RECORD, book), rulebook="0" * 64)
    away = pickle.loads(pickle.dumps(decision))
    assert list(away.asked) == ["gate"] and away.name == "salvage CRT"
    with pytest.raises(RulebookError, match=r"was not read in this session; .*explain\(trial, decision, book\)"):
        ta.explain(RECORD, away)
    assert rulebook_of(book.sha256) is book and pickle.loads(pickle.dumps(book)) == book


def test_a_rule_may_say_that_a_record_is_unclear():
    decision = ta.classify(RECORD, parse_rulebook(_list("unclear")))
    assert (decision.primary, decision.rule) == ("unclear", "MY-1")
    assert "consolidative_crt" in decision.candidates and "unclear" not in decision.candidates
    assert "Candidates: consolidative CRT" in str(ta.explain(RECORD, decision))


@pytest.mark.parametrize("book", ["mybook.toml", 3, []])
def test_what_is_no_rulebook_is_refused_in_words(book):
    for call in (lambda: ta.classify(RECORD, book), lambda: ta.explain(RECORD, book=book)):
        with pytest.raises(RulebookError, match=r"give a rulebook, as load_rulebook\(path\) reads it"):
            call()


@pytest.mark.parametrize("given", ["NCT05512520", None, [RECORD]])
def test_classify_says_what_it_takes(given):
    with pytest.raises(ta.AtlasError, match=r"give one trial, as in classify\(trials\["):
        ta.classify(given)


# Sign files


SIGNS = """sign = "timing"
values = ["gated"]

[[rule]]
id = "MY-2"
value = "gated"
in = ["arm"]
says = ["once the moon is full"]
because = "An example."
source = "an example"
since = "1"
yes = ["arm: Radiotherapy once the moon is full"]
no = ["arm: Radiotherapy"]
"""
MOON = as_trial("include: Stage IVB disease / arm: Radiotherapy once the moon is full, 50 Gy in 25 fractions")


def test_a_sign_file_adds_its_rules_and_its_words_are_quoted(tmp_path):
    (tmp_path / "more.toml").write_text(SIGNS, encoding="utf-8")
    book = load_rulebook(tmp_path / "more.toml")
    assert "gate" not in ta.classify(MOON).axes
    decision = ta.classify(MOON, book)
    assert (
        decision.primary == "consolidative_crt" and decision.asked["gate"].evidence[0].words == "once the moon is full"
    )
    told = ta.explain(MOON, decision)
    assert "“once the moon is full”" in str(told)
    assert {c.axis: c.then for c in told.changes}["gate"] == "not stated"
    assert failed_examples(book) == {} and book.sha256 != load_rulebook().sha256
    (tmp_path / "more.toml").write_text(SIGNS.replace('["arm: Radiotherapy"]', '["arm: RT once the moon is full"]'))
    assert list(failed_examples(load_rulebook(tmp_path / "more.toml"))) == ["MY-2"]


def test_a_folder_may_hold_both_and_a_file_of_the_same_name_takes_the_place_of_the_packaged_one(tmp_path):
    folder = _copy(tmp_path / "mine")
    (folder / "strategy.toml").write_text(_list("salvage_crt"), encoding="utf-8")
    (folder / "signs" / "timing.toml").write_text(SIGNS, encoding="utf-8")
    book = load_rulebook(folder)
    assert book.rules[0].id == "MY-1" and {r.id for r in book.signs if r.sign == "timing"} == {"MY-2"}
    assert {r.id for r in book.signs if r.sign == "setting"} and ta.classify(MOON, book).rule == "MY-1"
    both = load_rulebook(folder / "strategy.toml", folder / "signs" / "timing.toml")
    assert both == book


def test_a_rule_of_the_same_id_takes_the_place_of_the_packaged_one(tmp_path):
    packaged = (FOLDER / "signs" / "line.toml").read_text(encoding="utf-8")
    one = (
        re.search(r'id = "(LIN-\d+)"', packaged)[1] if "LIN-" in packaged else re.search(r'id = "([^"]+)"', packaged)[1]
    )
    (tmp_path / "mine.toml").write_text(SIGNS.replace("MY-2", one), encoding="utf-8")
    book = load_rulebook(tmp_path / "mine.toml")
    assert [(r.id, r.sign) for r in book.signs if r.id == one] == [(one, "timing")]
    (tmp_path / "mine.toml").write_text(SIGNS.replace("MY-2", one).replace("since", 'retired = "2"\nsince'))
    assert one not in {r.id for r in load_rulebook(tmp_path / "mine.toml").signs}


def test_ones_own_signs_are_read_as_the_packaged_ones_are(tmp_path, shared):
    (tmp_path / "more.toml").write_text(SIGNS, encoding="utf-8")
    book = load_rulebook(tmp_path / "more.toml")
    trials = [*ta.load(), *ta.load(shared / "seeds")]
    for trial in itertools.islice(trials, 40):
        one, other = read_axes(trial, book), read_axes(trial)
        assert one == other and read_signs(trial), trial.name


# What is refused


@pytest.mark.parametrize("axis", sorted(VALUES))
def test_a_misspelt_value_is_refused_for_every_axis_with_a_closed_list(axis):
    condition = f'{{ axis = "{axis}", is = ["{VALUES[axis][0]}", "{VALUES[axis][0]}x"] }}'
    told = rf"strategy.toml, rule MY-1: value «{re.escape(VALUES[axis][0])}x» of axis «{axis}» is unknown; use "
    for kind in (f"all = [{condition}]", f"any = [{condition}]", f"all = [{GATED}]\nnone = [{condition}]"):
        with pytest.raises(RulebookError, match=told + re.escape(VALUES[axis][0])):
            parse_rulebook(_list("salvage_crt").replace(f"all = [{GATED}]", kind, 1))


@pytest.mark.parametrize("kind, name", [("secondary", "secondary [0-9]+"), ("flag", "flag mine")])
def test_it_is_refused_in_flags_and_secondary_labels_too(kind, name):
    head = 'flag = "mine"' if kind == "flag" else 'label = "salvage_crt"\nwith = ["adjuvant_rt"]'
    more = f'\n[[{kind}]]\n{head}\nall = [{{ axis = "setting", is = ["m0_unresectible"] }}]\n'
    with pytest.raises(RulebookError, match=name + ": value «m0_unresectible» of axis «setting» is unknown"):
        parse_rulebook(PACKAGED + more)


@pytest.mark.parametrize(
    "condition, told",
    [
        ('{ axis = "max_metastases", is = ["five"] }', "is no number; use whole numbers"),
        ('{ axis = "max_metastases", is = [5] }', "is asked for 5; write each value as text"),
        ('{ axis = "gate", is = [true] }', "is asked for True; write each value as text"),
        ('{ axis = "gate", is = [] }', "ask exactly one of"),
        ('{ axis = "gate", is = "gated" }', "ask exactly one of"),
        ('"gate"', "write conditions as in all"),
    ],
)
def test_what_no_axis_can_say_is_refused(condition, told):
    with pytest.raises(RulebookError, match=r"^strategy.toml, rule MY-1: .*" + told):
        parse_rulebook(_list("salvage_crt", condition))


def test_numbers_and_drugs_are_open():
    for condition in ('{ axis = "max_organs", is = ["3"] }', '{ axis = "systemic", is = ["cisplatin"] }'):
        assert parse_rulebook(_list("salvage_crt", condition)).rules[0].id == "MY-1"


@pytest.mark.parametrize(
    "old, new, told",
    [
        ('yes = ["include', 'yes = "include', "is no TOML"),
        ('no = ["arm: Radiotherapy, 50 Gy"]', 'no = "arm: RT"', "«no» is 'arm: RT'; write a list"),
        ('means = "', 'meens = "', "«means» is missing or empty; every label has code, name and means"),
        ("[[flag]]", "[[flags]]", "key «flags» is unknown; use flag, label"),
        ('code = "salvage_crt"', 'code = "consolidative_crt"', "is declared twice"),
        ('flag = "ici"', 'flag = ""', "«flag» is missing or empty"),
    ],
)
def test_a_list_that_is_not_understood_is_refused(old, new, told):
    text = _list("adjuvant_rt").replace(old, new, 1)
    with pytest.raises(RulebookError, match=re.escape(told)):
        parse_rulebook(text)


@pytest.mark.parametrize(
    "name, text, told",
    [
        (
            "mine.toml",
            SIGNS.replace('sign = "timing"', 'sign = "timming"'),
            "sign «timming» is unknown; use one of drugs",
        ),
        ("mine.toml", SIGNS.replace('["gated"]', '["gatd"]'), "value «gatd» of sign «timing» is unknown; use gated"),
        ("mine.toml", SIGNS.replace('values = ["gated"]', ""), "«values» is missing or empty"),
        ("mine.toml", SIGNS + SIGNS[SIGNS.index("[[rule]]") :], "id MY-2 stands twice"),
        ("mine.toml", "title = 1", "is neither a decision list"),
        ("vocabulary.toml", "[kinds]", "vocabulary.toml: differs from the packaged one, and cannot be exchanged"),
        ("mine.toml", "title = ", "mine.toml: is no TOML"),
    ],
)
def test_a_file_that_would_have_no_effect_is_refused(tmp_path, name, text, told):
    (tmp_path / name).write_text(text, encoding="utf-8")
    for path in (tmp_path, tmp_path / name):
        with pytest.raises(RulebookError, match=re.escape(told)):
            load_rulebook(path)


def test_what_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(RulebookError, match="is not there; give a rulebook's file or folder"):
        load_rulebook(tmp_path / "none.toml")
    for wrong, told in (
        (None, "found a NoneType"),
        (load_rulebook(), "found a Rulebook"),
        (PACKAGED, "cannot be read"),
    ):
        with pytest.raises(RulebookError, match=f"{told}.*; give a rulebook's file or folder"):
            load_rulebook(wrong)
    with pytest.raises(RulebookError, match="holds no rules"):
        load_rulebook(tmp_path)
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(RulebookError, match="is no text in UTF-8"):
        load_rulebook(tmp_path)
    (tmp_path / "a.toml").write_text(PACKAGED, encoding="utf-8")
    (tmp_path / "b.toml").write_text(PACKAGED, encoding="utf-8")
    with pytest.raises(RulebookError, match="b.toml: is a second decision list; give each part of a rulebook once"):
        load_rulebook(tmp_path)


# The lists of values


def test_no_axis_says_what_its_list_does_not_have(shared):
    assert {*VALUES, *COUNTED, "immunotherapy", "systemic"} == set(AXES)
    texts = [rule.yes + rule.no for rule in load_rulebook().rules]
    trials = [
        *ta.load(),
        *ta.load(shared / "seeds"),
        *ta.load(shared / "corpus"),
        *map(as_trial, itertools.chain(*texts)),
    ]
    for trial in trials:
        for name, value in read_axes(trial).axes.items():
            assert value.value in VALUES.get(name, (value.value,)) and (name not in COUNTED or value.value.isdecimal())
            assert name != "setting" or set(value.also) <= set(VALUES["setting_also"])


def test_every_listed_value_is_one_that_the_readers_or_the_rules_write():
    source = "".join((files("trial_atlas") / "extract" / f"{name}.py").read_text() for name in ("setting", "timing"))
    source += (files("trial_atlas") / "extract" / "eligibility.py").read_text()
    source += (files("trial_atlas") / "decide" / "classify.py").read_text() + PACKAGED
    assert [value for values in VALUES.values() for value in values if f'"{value}"' not in source] == []
