"""As many trials as are wanted, and the explorer alone, for tests and benchmarks of size."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from trial_atlas.decide.classify import Decision
from trial_atlas.extract.regimen import Regimen
from trial_atlas.record import PartialDate, Trial
from trial_atlas.show import site


def invented(pairs: Sequence[tuple[Trial, Decision]], number: int) -> Iterator[tuple[Trial, Decision]]:
    "Trials in the image of those given, with other numbers, dates, sizes, places and doses; the same on every run."
    chance = random.Random(7)
    for i in range(number):
        trial, decision = pairs[i % len(pairs)]
        start = PartialDate(chance.randint(1995, 2026), chance.randint(1, 12)) if chance.random() < 0.85 else None
        countries = tuple(chance.sample([f"Country {n}" for n in range(60)], chance.randint(0, 4)))
        size = int(10 ** chance.uniform(0.6, 3.4)) if chance.random() < 0.9 else None
        n, each = chance.randint(1, 38), round(chance.choice([1.8, 2.0, 2.2, 3, 4, 6, 8, 12]), 2)
        course = Regimen(
            phase="main", total_dose_gy=(n * each, n * each), fractions=(n, n), dose_per_fraction_gy=(each, each)
        )
        made = dict(ids=(f"MADE-{i:05}",), acronym=None, start=start, countries=countries, enrollment=size)
        yield (
            msgspec.structs.replace(trial, **made),
            msgspec.structs.replace(decision, regimens=(course,) if chance.random() < 0.8 else ()),
        )


def write_explorer(pairs: Sequence[tuple[Trial, Decision]], out: Path) -> Path:
    "The explorer of some trials without their own pages, which would take longer."
    site._write_assets(out)
    common = dict(site_title="Atlas", as_of="2026-06-30", docs=None, change=None, version="0")
    site._write_explorer(out, pairs, site.slugs(trial for trial, _ in pairs), common)
    return out / "explorer.html"
