"""Read trial records, name the radiotherapy strategy with the words that say so, and draw the field."""

__version__ = "0.1.0"

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trial_atlas.decide.classify import Decision, classify
    from trial_atlas.decide.explain import explain
    from trial_atlas.decide.rules import STRATEGIES, load_rulebook
    from trial_atlas.extract.dose import bed, bed_with_time, eqd2
    from trial_atlas.extract.regimen import Regimen
    from trial_atlas.read.fetch import fetch
    from trial_atlas.extract.linked_doses import link
    from trial_atlas.read.load import load
    from trial_atlas.record import AtlasError, Evidence, Trial
    from trial_atlas.show import figures, tables
    from trial_atlas.show.tables import trial_table as table

__all__ = [
    "AtlasError",
    "Decision",
    "Evidence",
    "Regimen",
    "STRATEGIES",
    "Trial",
    "bed",
    "bed_with_time",
    "classify",
    "eqd2",
    "explain",
    "fetch",
    "figures",
    "link",
    "load",
    "load_rulebook",
    "table",
    "tables",
]

# Where each name lives. A name is imported when it is first used, so that reading a record does not wait for pandas.
_HOME = {
    "AtlasError": "record",
    "Decision": "decide.classify",
    "Evidence": "record",
    "Regimen": "extract.regimen",
    "STRATEGIES": "decide.rules",
    "Trial": "record",
    "bed": "extract.dose",
    "bed_with_time": "extract.dose",
    "classify": "decide.classify",
    "eqd2": "extract.dose",
    "explain": "decide.explain",
    "fetch": "read.fetch",
    "figures": "show.figures",
    "link": "extract.linked_doses",
    "load": "read.load",
    "load_rulebook": "decide.rules",
    "table": "show.tables:trial_table",
    "tables": "show.tables",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'trial_atlas' has no attribute {name!r}")
    home, _, alias = _HOME[name].partition(":")
    try:
        module = import_module(f"trial_atlas.{home}")
    except ModuleNotFoundError as error:
        if name != "fetch" or (error.name or "").startswith("trial_atlas"):
            raise
        told = f"trial_atlas.fetch needs {error.name}; install it with: pip install \"trial_atlas[net]\""
        raise ModuleNotFoundError(told, name=error.name) from None
    value = module if name in ("figures", "tables") else getattr(module, alias or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__ + ["__version__"])
