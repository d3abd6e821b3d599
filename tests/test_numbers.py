"""Numbers in words: whatever a pattern takes for a number can be read, in any case and with any letter that looks alike."""

import re

import pytest

from trial_atlas.decide.classify import classify
from trial_atlas.extract.phrases import NUMBER, read_number
from trial_atlas.record import Source, Trial
from trial_atlas.study.schedule import read_times

EVERY_LETTER = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
ALIKE = {  # Letter → every letter that a search in any case takes for it
    letter: re.findall(letter, EVERY_LETTER, re.I) for letter in "abcdefghijklmnopqrstuvwxyz"
}
NUMBERS = dict(one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, twelve=12)


def spellings(word: str) -> list[str]:
    "A word with each of its letters written in each way that a search takes for it."
    return [word[:i] + other + word[i + 1 :] for i, letter in enumerate(word) for other in ALIKE[letter]]


def test_some_letters_look_alike():
    assert {"ı", "İ"} < set(ALIKE["i"]) and "ſ" in ALIKE["s"] and "\u212a" in ALIKE["k"]


@pytest.mark.parametrize(("word", "number"), NUMBERS.items())
def test_what_is_found_as_a_number_is_read_as_that_number(word, number):
    written = spellings(word)
    assert all(re.fullmatch(NUMBER, other, re.I) for other in written)
    assert {read_number(other) for other in written} == {number}


def test_what_is_no_number_says_so():
    for word in ("", "many", "some", "1.2.3"):
        with pytest.raises(ValueError):
            read_number(word)


@pytest.mark.parametrize("five", ["five", "fıve", "FİVE", "5", "٥"])
def test_an_odd_letter_in_a_cap_does_not_end_the_reading(five):
    words = f"Oligometastatic disease with up to {five} metastases. Stereotactic radiotherapy of 30 Gy in 3 fractions."
    trial = Trial(source=Source(form="example"), eligibility=f"Inclusion Criteria:\n- {words}", summary=words)
    assert classify(trial).axes["max_metastases"].value == "5"


COUNTED = NUMBERS | dict(eighteen=18)


@pytest.mark.parametrize(("word", "number"), COUNTED.items())
def test_a_length_is_read_however_it_is_typed(word, number):
    for other in spellings(word):
        (time,) = read_times(f"given over {other} weeks")
        assert (time.kind, time.low, time.high) == ("duration", number, number), other


@pytest.mark.parametrize(("word", "number"), dict(first=1, second=2, third=3, fourth=4, fifth=5, sixth=6).items())
def test_a_turn_is_read_however_it_is_typed(word, number):
    for other in spellings(word):
        (time,) = read_times(f"radiotherapy starts with the {other} cycle")
        assert (time.kind, time.low) == ("from_cycle", number), other
