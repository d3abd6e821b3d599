"""Trial pages, rule pages, compare and data: what they say is what was decided, and nothing breaks them."""

import csv
import hashlib
import html
import io
import re

import pytest
from built_site import axe
from test_atlas import NASTY, SOURCE, Seen, browser, hostile, odd, visit  # noqa: F401

from trial_atlas.decide.classify import Decision, classify
from trial_atlas.decide.explain import explain
from trial_atlas.decide.rules import load_rulebook
from trial_atlas.extract.regimen import Regimen
from trial_atlas.extract.setting import AxisValue
from trial_atlas.extract.signs import read_signs, reading_rules
from trial_atlas.read.load import load
from trial_atlas.record import Trial
from trial_atlas.show import dictionary, digest, explorer, figures, rule_pages, site, tables, trial_page


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


def test_every_line_of_a_card_leads_to_its_words(atlas, packaged):
    "Performance status, laboratory limits and drugs as much as the answers to questions."
    seen = set()
    for trial, decision in [*packaged[:6], hostile(), *odd()]:
        told = trial_page.trial_context(trial, decision)
        rows = [("card", row) for row in told["card"]] + [("laboratory", row) for row in told["laboratory"]]
        for kind, row in rows + [("agents", row) for row in told["agents"]]:
            if row["words"] and trial.holds(row["quote"]) and row["words"].strip():
                assert f'id="w{row["n"]}"' in "".join(str(f["html"]) for p in told["texts"] for f in p["fields"])
                seen.add(row["axis"])
    assert {"performance_status", "setting"} <= seen and seen & {"systemic", "systemic therapy"}


def test_a_cap_on_metastases_is_called_a_cap():
    "“Metastases: not stated” beside M1 reads as if nobody knew of any."
    said = {a: AxisValue(a, "3", ()) for a in ("max_metastases", "max_organs")}
    card = digest.entry_card(Trial(source=SOURCE), Decision(primary="unclear", axes=said))
    caps = {row["name"]: row["value"] for row in card if row["axis"] in said}
    assert caps == {"Most metastases allowed": "3", "Most organs with metastases allowed": "3"}


def test_the_explorer_and_the_dose_plane_count_the_same_courses(packaged):
    courses = [c for t, d in packaged for c in explorer.trial_data(t, d, "x")["courses"]]
    table = tables.regimen_table(*zip(*packaged))
    both = table[["fractions_high", "dose_per_fraction_gy_high"]].notna().all(axis=1).sum()
    assert sum(bool(c["fractions"] and c["each"]) for c in courses) == both
    one = explorer._course(Regimen(total_dose_gy=(30.0, 50.0), dose_per_fraction_gy=(2.0, 2.0)))
    assert one["fractions"] is None and one["eqd2"], "the number is not divided out; the EQD2 does without it"


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
    assert f"Record as of {trial.source.date}" in page and tables.caption(trial) in page
    assert f"record as of {trial.source.date}" in page, "the line below the title says it in the same words"
    assert "Basis facts from a page that shows the registration" in page


def test_a_page_says_one_date_as_of_which_its_record_speaks(atlas, packaged):
    for trial in (t for t, _ in packaged[:6] if t.id):
        page = (atlas / "trials" / f"{trial.id}.html").read_text(encoding="utf-8")
        body = page[page.index("<main") : page.index("</main>")]
        dates = set(re.findall(r"records? as of (\d[\d-]*)", body))
        assert dates <= {str(trial.source.date or trial.last_update)} and (
            dates or "date of the record not stated" in body
        )


# ------------------------------------------------------------------ rule pages


def test_every_rule_has_one_card_with_a_permanent_link(atlas):
    ids = [i for page in (atlas / "rules").glob("*.html") for i in Seen(page).ids]
    wanted = [r.id for r in load_rulebook().rules] + [r.id for r in reading_rules()]
    assert [i for i in wanted if ids.count(i) != 1] == []


def test_cards_show_what_the_rulebook_holds(atlas):
    page = (atlas / "rules" / "index.html").read_text(encoding="utf-8")
    for rule in load_rulebook().rules:
        card = said(page[page.index(f'id="{rule.id}"') :].split("</article>")[0])
        assert rule.because in card and rule.source in card
        for example in rule.yes + rule.no:
            assert all(piece.partition(": ")[2] in card for piece in example.split(" / ")), (rule.id, example)


def test_a_card_names_the_line_of_its_paragraph():
    for page in rule_pages.rule_pages():
        text = rule_pages._sources()[page["page"]][1].splitlines()
        for card in page["rules"] + page["retired"]:
            assert re.match(rf'id *= *"{card["id"]}"', text[card["line"] - 1])


def test_trials_of_a_rule_are_those_it_decides_or_stands_in(packaged):
    trials, decisions = [t for t, _ in packaged], [d for _, d in packaged]
    used = rule_pages.used_by(trials, decisions)
    for i, (trial, decision) in enumerate(packaged):
        assert i in used[decision.rule]
        assert all(i in used[hit.rule] for hit in read_signs(trial))
    assert sum(len(v) for k, v in used.items() if k.startswith("STR-") or k == "none") == len(packaged)


def test_a_wrong_label_is_two_clicks_from_the_paragraph_to_edit(atlas):
    trial = atlas / "trials" / "NCT05512520.html"
    link = next(x for x in Seen(trial).links if "rules/index.html#" in x)
    assert link == "../rules/index.html#STR-12"
    page = (trial.parent / link.partition("#")[0]).resolve()
    card = page.read_text(encoding="utf-8").partition('id="STR-12"')[2].split("</article>")[0]
    assert "trial_atlas/rulebook/strategy.toml" in card and 'href="../../contributing.html"' in card


# ------------------------------------------------------------------ compare


def compared(visit, atlas, address: str, **more):  # noqa: F811
    page, asked, wrong = visit(atlas / "compare.html", **more)
    page.goto(f"{(atlas / 'compare.html').as_uri()}#{address}")
    page.reload()
    return page, asked, wrong


def rows_of(page) -> dict[str, list[str]]:
    rows = page.locator("#side tbody tr").evaluate_all(
        "rs => rs.map(r => [...r.children].map(c => c.innerText.trim()))"
    )
    return {row[0].split("\n")[0]: row for row in rows}


def test_differences_are_marked(atlas, packaged, visit):  # noqa: F811
    page, asked, wrong = compared(visit, atlas, "t=NCT05512520&t=NCT05978193")
    rows, (first, second) = rows_of(page), [d for t, d in packaged if t.id in ("NCT05512520", "NCT05978193")]
    for axis in tables.AXES:
        if axis not in first.axes and axis not in second.axes:
            continue
        row = rows[figures.axis_name(axis)]
        both = axis in first.axes and axis in second.axes
        apart = both and tables.answer(first.axes[axis]) != tables.answer(second.axes[axis])
        assert ("differs" in row[0]) == apart and ("not stated by all" in row[0]) == (not both), axis
    assert rows["Strategy"][1:] == ["consolidative CRT", "upfront LDRT+CFRT"] and not wrong
    assert all(url.startswith("file:") for url in asked)
    page.get_by_label("Only what differs").check()
    assert all("differs" in row[0] or "not stated by all" in row[0] for row in rows_of(page).values())


def test_a_difference_is_counted_once(atlas, packaged, visit):  # noqa: F811
    "Questions are counted; what follows from their answers, or tells of the record, is not."
    page, _, _ = compared(visit, atlas, "t=NCT05512520&t=NCT05978193")
    first, second = (d.axes for t, d in packaged if t.id in ("NCT05512520", "NCT05978193"))
    both = [axis for axis in first if axis in second]
    apart = sum(tables.answer(first[axis]) != tables.answer(second[axis]) for axis in both)
    rows = rows_of(page)
    assert (
        page.locator("#said").inner_text()
        == f"{apart} of {len(set(first) | set(second))} questions are answered differently."
    )
    assert "Drugs" not in rows and "differs" not in rows["How the facts were obtained"][0]


def test_a_trial_is_one_touch_away_on_a_telephone(atlas, visit):  # noqa: F811
    page, _, _ = compared(visit, atlas, "t=NCT05512520&t=NCT05978193", width=390)
    links = page.locator("#side thead a")
    boxes = [links.nth(n).bounding_box() for n in range(2)]
    assert all(box["width"] > 40 and box["height"] > 10 and box["x"] >= 0 for box in boxes)
    links.first.click(timeout=3000)
    assert page.url.endswith("NCT05512520.html")


def test_the_choice_stands_in_the_address(atlas, visit):  # noqa: F811
    page, _, _ = compared(visit, atlas, "t=NCT05512520")
    page.get_by_label("Trial 2").select_option("NCT07016737")
    address = page.evaluate("location.hash.slice(1)")
    other, _, wrong = compared(visit, atlas, address)
    assert other.locator("#side thead a").all_inner_texts() == ["EC-CRT-003", "NCT07016737"] and not wrong


@pytest.mark.parametrize(
    "address", ["t=<script>alert(1)</script>&t=__proto__&t=constructor", "%E0%A4%A", "t=NCT05512520&t=NCT05512520&t=x"]
)
def test_nonsense_in_the_address_is_ignored(atlas, visit, address):  # noqa: F811
    page, _, wrong = compared(visit, atlas, address)
    assert not wrong and page.locator("#side thead a").count() <= 1
    assert page.locator("#said").inner_text() == "Choose at least two trials."


def test_an_attack_is_compared_as_text(atlas, visit):  # noqa: F811
    slugs = [p.stem for p in (atlas / "trials").glob("*.html") if p.stem.startswith(("script", "word"))]
    slugs += ["X2", "X4", "X5"]
    page, _, wrong = compared(visit, atlas, "&".join(f"t={s}" for s in slugs[:4]), width=360)
    assert page.locator("#side thead a").count() == len(slugs[:4]) and not wrong
    assert page.locator("#side :is(img, script)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# ------------------------------------------------------------------ data


def test_checksums_and_rows_are_those_of_the_files(atlas):
    page = (atlas / "data.html").read_text(encoding="utf-8")
    for name in site._TABLES:
        data = (atlas / "tables" / f"{name}.csv").read_bytes()
        row = said(page.partition(f'href="tables/{name}.csv"')[2].partition("</tr>")[0])
        assert hashlib.sha256(data).hexdigest() in row and f"{len(data):,}" in row
        assert f" {len(list(csv.reader(io.StringIO(data.decode())))) - 1:,} " in row


def test_every_column_is_in_the_dictionary(atlas):
    ids = set(Seen(atlas / "data.html").ids)
    for name in site._TABLES:
        first = (atlas / "tables" / f"{name}.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
        assert {f"{name}.{column}" for column in first} <= ids, name


def test_allowed_values_hold(packaged):
    trials, decisions = [t for t, _ in packaged], [d for _, d in packaged]
    for table in dictionary.describe({n: make(trials, decisions) for n, make in site._TABLES.items()}):
        frame = site._TABLES[table["name"]](trials, decisions)
        for column in table["columns"]:
            if (
                column["type"] == "text"
                and column["allowed"]
                and "codes of" not in column["allowed"]
                and "others" not in column["allowed"]
            ):
                allowed = set(column["allowed"].split(", ")) | {tables.UNKNOWN}
                assert set(frame[column["name"]].dropna()) <= allowed, column


# ------------------------------------------------------------------ every page


def test_links_lead_somewhere_and_ids_are_single_on_every_page(atlas):
    known = {page.resolve(): Seen(page) for page in atlas.rglob("*.html")}
    for page, seen in known.items():
        assert len(seen.ids) == len(set(seen.ids)), page.name
        assert "img" not in seen.tags and not seen.handlers, page.name
        for link in seen.links:
            path, _, anchor = link.partition("#")
            path = path.partition("?")[0]
            if link.startswith(("https://", "data:")) or path.endswith(
                ("../index.html", "contributing.html", "changelog.html")
            ):
                continue
            target = (page.parent / path).resolve() if path else page
            assert target.is_file(), (page.name, link)
            assert not anchor or target not in known or anchor in known[target].ids or "=" in anchor, (page.name, link)


@pytest.mark.parametrize(("theme", "width"), [("light", 1400), ("dark", 360)])
def test_pages_other_than_trials_in_a_browser(atlas, visit, theme, width):  # noqa: F811
    for path in [p for p in sorted(atlas.rglob("*.html")) if p.parent.name != "trials"]:
        page, asked, wrong = visit(path, theme, width)
        assert not wrong, (path.name, wrong)
        assert all(url.startswith(("file:", "data:", "blob:")) for url in asked), asked
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path.name
        page.context.close()


PLACES = [
    "index.html",
    "explorer.html#trial=NCT05512520",
    "explorer.html#strategy=salvage+CRT",
    "data.html",
    "rules/index.html",
]
PLACES += [
    "rules/timing.html",
    "rules/words.html",
    "trials/NCT05512520.html",
    "compare.html#t=NCT05512520&t=NCT05978193",
]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_serious_stands_in_anybodys_way(atlas, visit, theme):  # noqa: F811
    for place in PLACES:
        name, _, address = place.partition("#")
        page, _, _ = visit(atlas / name, theme)
        page.goto(f"{(atlas / name).as_uri()}#{address}")
        page.wait_for_timeout(500)
        page.evaluate(axe())
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        assert not [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")], place
        page.context.close()
