"""Dose arithmetic: known tables, published examples, laws it obeys, and what it refuses."""

import math
import warnings
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import trial_atlas as ta
from trial_atlas.extract.dose import (
    LARGE_FRACTION,
    SCHEDULES,
    DoseWarning,
    Effect,
    bed,
    bed_with_time,
    contours,
    dose_table,
    eqd2,
    regimen_effect,
    total_for,
)
from trial_atlas.extract.regimen import extract_doses
from trial_atlas.record import DoseError

TABLE = [  # Schedule, BED and EQD2 with α/β 10, BED with α/β 3
    (50.4, 28, 59.47, 49.56, 80.64),
    (45, 25, 53.10, 44.25, 72.00),
    (60, 30, 72.00, 60.00, 100.00),
    (50, 5, 100.00, 83.33, 216.67),
    (48, 6, 86.40, 72.00, 176.00),
    (30, 10, 39.00, 32.50, 60.00),
    (20, 5, 28.00, 23.33, 46.67),
    (2, 1, 2.40, 2.00, 3.33),
]
# Chance makes schedules that nobody gives
pytestmark = pytest.mark.filterwarnings("ignore::trial_atlas.extract.dose.DoseWarning")
doses = st.floats(0.1, 200)
sizes = st.floats(0.1, 30)
ratios = st.floats(0.5, 30)


@pytest.mark.parametrize("total, n, bed10, eqd, bed3", TABLE)
def test_the_known_table(total, n, bed10, eqd, bed3):
    size = total / n
    assert [round(x, 2) for x in (bed(total, size), eqd2(total, size), bed(total, size, 3))] == [bed10, eqd, bed3]


def test_the_notebook_shows_the_same_table():
    assert [tuple(map(float, row)) for row in SCHEDULES] == [tuple(map(float, row)) for row in TABLE]


@pytest.mark.parametrize("n, size, printed", [(4, 7.0, 83.9), (5, 6.0, 84.3), (6, 5.0, 81.8), (5, 5.5, 79.8)])
def test_published_sums_of_cervical_brachytherapy(n, size, printed):
    "Viswanathan et al., Brachytherapy 2012; 11:47, table 1: with 45 Gy in 25 fractions from outside."
    assert eqd2(45, 1.8) + eqd2(n * size, size) == pytest.approx(printed, abs=0.051)


@pytest.mark.parametrize(
    "n, size, printed", [(3, 18, 151.2), (4, 12, 105.6), (5, 10, 100), (8, 7.5, 105), (10, 7, 119)]
)
def test_published_beds_of_lung_sbrt(n, size, printed):
    "The schedules that reports of stereotactic radiotherapy of the lung compare by BED with α/β 10 Gy."
    assert bed(n * size, size) == pytest.approx(printed, abs=0.05)


@given(doses, sizes, ratios)
def test_bed_and_eqd2_are_one_scale(total, size, ratio):
    assert bed(total, size, ratio) == pytest.approx(eqd2(total, size, ratio) * (1 + 2 / ratio))
    assert eqd2(total, 2, ratio) == pytest.approx(total)
    assert bed(total, size, ratio) > total
    assert bed(2 * total, size, ratio) == pytest.approx(2 * bed(total, size, ratio))


@given(doses, sizes, ratios, ratios)
def test_a_range_holds_every_number_within_it(total, size, one, other):
    low, high = sorted((one, other))
    found = eqd2((total, total * 1.1), (size, size * 1.2), (low, high))
    ends = found if isinstance(found, tuple) else (found, found)
    for t in (total, total * 1.05, total * 1.1):
        for d in (size, size * 1.1, size * 1.2):
            for ab in (low, (low + high) / 2, high):
                assert ends[0] - 1e-6 <= eqd2(t, d, ab) <= ends[1] + 1e-6


@given(st.floats(1, 100), st.integers(1, 45), ratios)
def test_lines_of_the_plane_lead_back(effect, n, ratio):
    total = total_for(effect, n, ratio)
    assert eqd2(total, total / n, ratio) == pytest.approx(effect)


def test_alpha_beta_is_always_shown():
    for found in (
        bed(60, 2),
        eqd2(60, 2, 3),
        bed(60, 2, (3, 10))[0],
        bed_with_time(60, 2, days=40, kick_off_days=28, alpha_per_gy=0.3, doubling_days=4),
    ):
        assert isinstance(found, Effect) and f"α/β {found.alpha_beta_gy:g} Gy" in repr(found)
    assert {"alpha_beta_gy"} <= set(contours().columns) & set(
        dose_table(extract_doses("60 Gy in 30 fractions")).columns
    )


@pytest.mark.parametrize("size, warned", [(2, False), (8, False), (8.1, True), (12, True), ((6, 10), True)])
def test_large_fractions_carry_their_caveat_in_words(size, warned):
    found = bed(48, size)
    first = found[0] if isinstance(found, tuple) else found
    assert (LARGE_FRACTION in first.caveats) == warned
    assert (LARGE_FRACTION in repr(first)) == warned


def test_time_takes_off_only_what_comes_after_the_kick_off():
    terms = dict(kick_off_days=28, alpha_per_gy=0.3, doubling_days=4)
    assert bed_with_time(60, 2, days=28, **terms) == bed(60, 2)
    late = bed_with_time(60, 2, days=42, **terms)
    assert late == pytest.approx(72 - math.log(2) * 14 / (0.3 * 4))
    assert all(word in repr(late) for word in ("42 days", "Tk 28 d", "α 0.3/Gy", "Tpot 4 d"))
    assert bed_with_time(2, 2, days=400, **terms) == 0
    with pytest.raises(TypeError):
        bed_with_time(60, 2)  # Records do not give these, so nothing is assumed
    for name in ("alpha_per_gy", "doubling_days"):
        with pytest.raises(DoseError):
            bed_with_time(60, 2, days=42, **(terms | {name: 0}))


TERMS = dict(kick_off_days=28, alpha_per_gy=0.35, doubling_days=3)


@pytest.mark.parametrize("days, left", [(46, 72.12), (28, 84.0), (0, 84.0)])
def test_time_by_the_textbook(days, left):
    assert round(ta.bed_with_time(70, 2, days=days, **TERMS), 2) == left


@pytest.mark.parametrize("name", ["days", "kick_off_days", "alpha_per_gy", "doubling_days"])
@pytest.mark.parametrize(
    "wrong", [float("nan"), -5, "46", None, True, float("inf"), (46, 44), (1, 2, 3), pd.NA, pd.NaT]
)
def test_a_time_that_is_none_is_refused_in_words(name, wrong):
    with pytest.raises(DoseError, match=rf"^{name}: .*give "):
        bed_with_time(70, 2, **({"days": 46} | TERMS | {name: wrong}))


def test_ranges_of_time_hold_every_number_within_them():
    low, high = bed_with_time((66, 70), 2, days=(44, 46), **(TERMS | {"alpha_per_gy": (0.3, 0.4)}))
    for total in (66, 68, 70):
        for days in (44, 45, 46):
            for alpha in (0.3, 0.35, 0.4):
                one = bed_with_time(total, 2, days=days, **(TERMS | {"alpha_per_gy": alpha}))
                assert low - 1e-9 <= one <= high + 1e-9
    assert "46 days" in repr(low) and "44 days" in repr(high)


NUMBERS = [int, float, np.int64, np.int32, np.uint8, np.float64, np.float32, Decimal, Fraction]


@pytest.mark.parametrize("kind", NUMBERS, ids=lambda kind: kind.__name__)
def test_a_number_is_a_number_wherever_it_comes_from(kind):
    assert bed(kind(70), kind(2), kind(10)) == bed(70, 2) and eqd2((kind(60), kind(70)), kind(2)) == eqd2((60, 70), 2)
    assert repr(bed(kind(54), kind(18))) == repr(bed(54, 18))
    assert bed_with_time(kind(70), kind(2), days=kind(46), **TERMS) == bed_with_time(70, 2, days=46, **TERMS)
    assert total_for(kind(60), kind(30), kind(10)) == pytest.approx(60)
    course = extract_doses("60 Gy in 30 fractions")[0]
    assert type(regimen_effect(course, kind(3)).alpha_beta_gy) is float
    assert regimen_effect(course, kind(3)) == regimen_effect(course, 3)


def test_the_numbers_of_a_table_are_numbers():
    frame = pd.DataFrame({"total": [70, 60], "size": [2.0, 1.8], "whole": pd.array([70, None], dtype="Int64")})
    assert [bed(t, d) for t, d in zip(frame.total, frame["size"])] == [bed(70, 2), bed(60, 1.8)]
    assert bed(frame.whole[0], 2) == bed(70, 2)
    for wrong in (frame.total, frame.total.to_numpy(), frame):
        with pytest.raises(DoseError, match=r"^total_dose_gy: a \w+ of 2 is no dose; .*go row by row$"):
            bed(wrong, 2)
    for wrong in (
        frame.whole[1],
        np.bool_(True),
        True,
        1 + 0j,
        Decimal("NaN"),
        Decimal("sNaN"),
        10**400,
        (60, 66, 70),
        (),
    ):
        with pytest.raises(DoseError, match="^total_dose_gy: .*give a number of Gy above 0, or a range of two$"):
            bed(wrong, 2)
    with pytest.raises(DoseError, match="fractions: .* is a range; give one number here"):
        total_for(60, (25, 30))


@pytest.mark.parametrize("wrong", [0, -2, float("nan"), float("inf"), None, "2", (2,) * 0 or (3, 2), (2, float("nan"))])
@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("function", [bed, eqd2])
def test_what_is_no_dose_is_refused_in_words(function, place, wrong):
    terms = [50.0, 2.0, 10.0]
    terms[place] = wrong
    with pytest.raises(DoseError, match="give "):
        function(*terms)


@pytest.mark.parametrize("wrong", [(0, 10, 10), (60, 0, 10), (60, 30, -1), (float("nan"), 30, 10)])
def test_no_line_without_sense(wrong):
    with pytest.raises(DoseError):
        total_for(*wrong)


@pytest.mark.parametrize(
    "words, reason",
    [
        ("BNCT with 12 Gy-Eq in one session", "boron neutron capture"),
        ("carbon ions, 60 Gy-Eq in 12 fractions", "Gy-Eq"),
        ("Permanent iodine-125 seed brachytherapy, 145 Gy", "permanent implant"),
        ("a total of 60 Gy", "not both stated"),
        ("0.5 Gy x 30 fractions = 60 Gy", "cannot all be right"),
        ("5000 Gy in 25 fractions", "cannot all be right"),
    ],
)
def test_nothing_is_reckoned_where_it_has_no_meaning(words, reason):
    (course,) = extract_doses(words)
    found = regimen_effect(course)
    assert found.bed is None and found.eqd2 is None and reason in found.reason


def test_a_stated_regimen_is_reckoned_and_says_what_was_derived():
    stated, derived = (
        regimen_effect(extract_doses(w)[0]) for w in ("50.4 Gy in 28 fractions of 1.8 Gy", "50.4 Gy in 28 fractions")
    )
    assert stated.bed == derived.bed == (pytest.approx(59.472), pytest.approx(59.472))
    assert stated.how == "stated" and "total / fractions" in derived.how
    span = regimen_effect(extract_doses("45-50.4 Gy in 25-28 fractions of 1.8 Gy")[0], 3)
    assert span.bed == (pytest.approx(72), pytest.approx(80.64)) and span.alpha_beta_gy == 3


def test_weighted_doses_say_so():
    found = regimen_effect(extract_doses("proton therapy of 60 Gy(RBE) in 20 fractions")[0])
    assert found.eqd2 and "RBE-weighted dose" in found.caveats


def test_the_table_keeps_stated_and_reckoned_apart():
    table = dose_table(extract_doses("50.4 Gy in 28 fractions, then a boost of 9 Gy"))
    assert len(table) == 4 and list(table.alpha_beta_gy) == [10, 3, 10, 3]
    assert list(table.dose_per_fraction_gy) == ["not stated"] * 4
    assert table.eqd2_gy_low.notna().tolist() == [True, True, False, False]
    assert dose_table(()).empty


def test_the_short_names_are_offered():
    assert ta.bed is bed and ta.eqd2 is eqd2 and ta.bed_with_time is bed_with_time
    assert "bed_with_time" in ta.__all__


@pytest.mark.parametrize("total, number", [(50, 25), (50.4, 28), (60, 30), (40, 15), (45, 25), (20, 25)])
def test_a_number_of_fractions_is_not_taken_for_their_size_in_silence(total, number):
    with pytest.warns(DoseWarning, match="give the dose of one fraction, not their number"):
        found = bed(total, number)
    assert "read as" in repr(found)


@pytest.mark.parametrize("total, size", [(50, 2), (54, 18), (48, 12), (25, 25), (60, 20), (50.4, 1.8), (37.5, 12.5)])
def test_real_schedules_give_no_warning(total, size):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        bed(total, size), eqd2(total, dose_per_fraction_gy=size)
