"""Trial pages, rule pages, compare and data: what they say is what was decided, and nothing breaks them."""

import html
import re

import pytest
from test_atlas import NASTY, SOURCE, hostile, odd

from trial_atlas.decide.classify import classify
from trial_atlas.decide.explain import explain
from trial_atlas.read.load import load
from trial_atlas.record import Trial
from trial_atlas.show import digest, site, tables, trial_page


@pytest.fixture(scope="module")
def packaged():
    return [(t, classify(t)) for t in load()]


@pytest.fixture(scope="module")
def atlas(packaged, tmp_path_factory):
    out = tmp_path_factory.mktemp("pages") / "site"
    chosen = packaged[:6] + [hostile()] + odd()
    site.write_site([t for t, _ in chosen], [d for _, d in chosen], out, docs="../index.html")
    return out


def said(page: str) -> str:
    "What a reader sees."
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


# ------------------------------------------------------------------ trial pages


def test_what_would_have_changed_is_recomputed(atlas, packaged):
    for trial, decision in packaged[:6]:
        changes = trial_page.trial_context(trial, decision)["changes"]
        assert [(c["axis"], c["code"]) for c in changes] == [
            (c.axis, c.label) for c in explain(trial, decision).changes
        ]
    page = said((atlas / "trials" / "NCT05512520.html").read_text(encoding="utf-8"))
    assert "Without the words on whether it waits for response or non-progression" in page
    assert "it would be first-line RT + systemic" in page


def test_every_question_is_one_sentence(packaged):
    for trial, decision in packaged + odd():
        asked = digest.ask(trial, decision)
        assert re.fullmatch(r"[A-Z][^?\n]+\?|The record does not say [^.\n]+\.", asked), asked
        assert "  " not in asked and " ," not in asked and ",," not in asked and "None" not in asked


def test_a_question_says_only_what_was_read(packaged):
    for trial, decision in packaged:
        asked = digest.ask(trial, decision)
        assert ("chemoradiotherapy " in asked.replace("(chemo)", "")) <= ("concurrent_chemo" in decision.axes)
        assert ("at most" in asked) == bool({"max_metastases", "max_organs"} & set(decision.axes))


def test_neighbours_share_answers_and_never_name_the_trial_itself(packaged):
    decisions = [d for _, d in packaged]
    near = digest.related(decisions)
    assert len(near) == len(decisions)
    for i, others in enumerate(near):
        assert i not in [o["index"] for o in others] and len(others) <= 4
        for other in others:
            mine, theirs = decisions[i].axes, decisions[other["index"]].axes
            assert all(mine[a].value != theirs[a].value for a in other["differ"])
            assert all((a in mine) != (a in theirs) for a in other["one_sided"])


def test_references_can_be_read_back(packaged):
    rispy = pytest.importorskip("rispy")
    for trial, decision in packaged + [hostile()] + odd():
        (found,) = rispy.loads(trial_page.trial_context(trial, decision)["cite"]["RIS"])
        assert found["title"] == "".join(c if c.isprintable() else " " for c in " ".join(trial.title.split()))
        assert found.get("accession_number", "") == " ".join((trial.id or "").split()).replace("\u2028", " ")


def test_a_bibtex_field_cannot_be_left(packaged):
    for trial, decision in packaged + [hostile()] + odd():
        entry = trial_page.trial_context(trial, decision)["cite"]["BibTeX"]
        bare = re.sub(r"\\[{}]", "", entry)
        depth = 0
        for i, c in enumerate(bare):
            depth += (c == "{") - (c == "}")
            assert depth > 0 or i < bare.index("{") or not bare[i + 1 :].strip()
        assert re.match(r"@misc\{[A-Za-z0-9]+,\n", entry)


def test_the_card_shows_what_is_not_stated():
    card = digest.entry_card(Trial(source=SOURCE), classify(Trial(source=SOURCE)))
    assert {row["value"] for row in card} == {None}


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        ("18 Years", "70 Years", "18 to 70 years"),
        ("6 Months", "2 Years", "6 months to 2 years"),
        ("18 Years", None, "18 years or older"),
        (None, "75 Years", "up to 75 years"),
        (NASTY, NASTY, None),
    ],
)
def test_ages(low, high, shown):
    trial = Trial(source=SOURCE, min_age=low, max_age=high)
    value = digest.entry_card(trial, classify(trial))[0]["value"]
    assert value == shown or (shown is None and isinstance(value, str))


def test_basis_and_date_are_told(atlas, packaged):
    trial = packaged[2][0]
    page = said((atlas / "trials" / f"{trial.id}.html").read_text(encoding="utf-8"))
    assert f"Date of the data {trial.source.date}" in page and tables.caption(trial) in page
    assert "Basis facts from a page that shows the registration" in page
