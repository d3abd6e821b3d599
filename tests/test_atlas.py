"""The static atlas: every word as it stands, every mark in its place, nothing that runs, and pages that open from a file."""

import html
import html.parser
import json
import os
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

from trial_atlas.decide.classify import Decision, classify
from trial_atlas.extract.regimen import Regimen
from trial_atlas.extract.setting import AxisValue
from trial_atlas.read.load import load
from trial_atlas.record import (
    Arm,
    Evidence,
    Finding,
    Intervention,
    Outcome,
    OutputError,
    PartialDate,
    SetAside,
    Source,
    Trial,
)
from trial_atlas.show import digest, marks, rule_pages, site, tables

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
SOURCE = Source(form="example")
NASTY = '<script>alert(1)</script>{{ 7*7 }}{% raw %}" onmouseover="alert(2)" javascript:alert(3) <img src=x onerror=alert(4)> &amp; \u2028'


class Seen(html.parser.HTMLParser):
    "What a browser would find on a page."

    def __init__(self, page: Path):
        super().__init__()
        self.ids, self.links, self.scripts, self.tags, self.handlers = [], [], [], [], []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.tags.append(tag)
        self.ids += [known["id"]] if known.get("id") else []
        self.links += [known[k] for k in ("href", "src") if known.get(k)]
        self.handlers += [k for k in known if k.startswith("on")]


def undecided(**known) -> Decision:
    return Decision(**dict(primary="unclear", rule="none", because="Nothing settles it.") | known)


def hostile() -> tuple[Trial, Decision]:
    "A record whose every text is an attack."
    trial = Trial(
        source=Source(form=NASTY, file=NASTY, register=NASTY),
        ids=(NASTY, NASTY),
        brief_title=NASTY,
        official_title=NASTY,
        acronym=NASTY,
        summary=f"After 4 cycles {NASTY} radiotherapy",
        conditions=(NASTY,),
        keywords=(NASTY, NASTY),
        sponsor=NASTY,
        countries=(NASTY,),
        status=NASTY,
        url="javascript:alert(5)",
        eligibility=f"Inclusion Criteria:\n* {NASTY}",
        arms=(Arm(label=NASTY, description=f"{NASTY} radiotherapy"),),
        interventions=(Intervention(name=NASTY, other_names=(NASTY,)),),
        outcomes=(Outcome(measure=NASTY, time_frame=NASTY),),
        unplaced=(NASTY,),
        findings=(Finding(NASTY, NASTY),),
    )
    quote = trial.quote("summary", 6, 60)
    axes = {"timing": AxisValue("timing", NASTY, (quote,), (NASTY,), ((NASTY, quote),))}
    course = Regimen(
        arm=NASTY, target=NASTY, technique=NASTY, notes=(NASTY,), total_dose_gy=(50.0, 50.0), evidence=(quote,)
    )
    return trial, undecided(
        axes=axes, flags=(NASTY,), because=NASTY, rule=NASTY, regimens=(course,), candidates=("no_rt",)
    )


def odd() -> list[tuple[Trial, Decision]]:
    "Records at the edges: no words, forty arms, a title of 3,000 characters, right to left, 300 conditions."
    arms = tuple(Arm(label=f"Arm {i}", description="Radiotherapy 50 Gy in 25 fractions") for i in range(40))
    words = [
        Trial(source=SOURCE),
        Trial(source=SOURCE, ids=("X2",), brief_title="Forty arms", arms=arms),
        Trial(source=SOURCE, ids=("X3",), brief_title="word " * 600, summary="unbroken" * 300),
        Trial(source=SOURCE, ids=("X4",), brief_title="دراسة العلاج الإشعاعي", summary="بعد أربع دورات"),
        Trial(source=SOURCE, ids=("X5",), brief_title="Many", conditions=tuple(f"condition {i}" for i in range(300))),
    ]
    return [(t, classify(t)) for t in words]


@pytest.fixture(scope="module")
def packaged() -> list[tuple[Trial, Decision]]:
    return [(t, classify(t)) for t in list(load())[:8]]


@pytest.fixture(scope="module")
def atlas(packaged, tmp_path_factory: pytest.TempPathFactory) -> Path:
    "An atlas of packaged trials and of the records above."
    pairs = packaged + [hostile()] + odd()
    aside = [SetAside(Source(form=NASTY, file=NASTY), NASTY)]
    out = tmp_path_factory.mktemp("atlas") / "site"
    site.write_site([t for t, _ in pairs], [d for _, d in pairs], out, set_aside=aside, title="Atlas & <b>tests</b>")
    return out


@pytest.fixture(scope="module")
def pages(atlas: Path) -> list[Path]:
    return [atlas / "index.html", *sorted((atlas / "trials").glob("*.html"))]


def test_a_page_for_each_trial(pages):
    assert len(pages) == 1 + 8 + 1 + 5


def test_nothing_of_a_record_runs(pages):
    for page in pages:
        seen, text = Seen(page), page.read_text(encoding="utf-8")
        assert "img" not in seen.tags and not seen.handlers, page.name
        assert not [x for x in seen.links if x.lower().strip().startswith(("javascript:", "vbscript:"))], page.name
        assert "alert(1)</script>" not in re.sub(r"&lt;.*?&gt;", "", text), page.name
        for held in re.findall(r'<script type="application/json">(.*?)</script>', text, re.S):
            json.loads(held)


def test_template_marks_of_a_record_are_text(atlas):
    text = next(
        p for p in (atlas / "trials").glob("*.html") if "onmouseover" in p.read_text(encoding="utf-8")
    ).read_text(encoding="utf-8")
    assert "{{ 7*7 }}{% raw %}" in html.unescape(text) and "49{%" not in text


def test_links_lead_somewhere_and_ids_are_single(pages):
    for page in pages:
        seen = Seen(page)
        assert len(seen.ids) == len(set(seen.ids)), (page.name, [i for i in seen.ids if seen.ids.count(i) > 1])
        for link in seen.links:
            if link.startswith(("https://", "data:")):
                assert link.startswith(("data:,", "data:text/plain;charset=utf-8,")) or re.match(
                    r"https://[a-z.]*(clinicaltrials|who\.int|isrctn|drks)", link
                )
                continue
            path, _, anchor = link.partition("#")
            target = (page.parent / path.partition("?")[0]).resolve() if path else page
            assert target.is_file(), (page.name, link)
            assert not anchor or anchor in Seen(target).ids, (page.name, link)


def test_assets_are_the_atlas_s_own(pages):
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?//', text)


def test_marked_text_is_the_record_s_text(atlas, packaged):
    "Without marks and names of questions, the page shows each text as the record has it."
    trials = [t for t, _ in packaged]
    for trial, name in zip(trials, marks.slugs(trials)):
        text = (atlas / "trials" / f"{name}.html").read_text(encoding="utf-8")
        shown = re.findall(r'<div class="text" dir="auto">(.*?)</div>', text, re.S)
        bare = html.unescape("\n".join(re.sub(r"<[^>]+>", "", re.sub(r'<a class="tag.*?</a>', "", s)) for s in shown))
        for field, words in trial.texts():
            assert words in bare, (trial.id, field)


def test_every_quote_is_marked_where_it_stands(atlas, packaged):
    for (trial, decision), name in zip(packaged, marks.slugs(t for t, _ in packaged)):
        text = (atlas / "trials" / f"{name}.html").read_text(encoding="utf-8")
        _, numbers = marks.number_quotes(trial, decision)
        expected = {(axis, e) for axis, _, e in tables.evidence_of(decision) if trial.holds(e)}
        assert {known for known in numbers if known[0] != "noticed"} == expected and all(
            f'id="w{n}"' in text for n in numbers.values()
        )


def test_a_quote_in_the_wrong_place_is_not_marked():
    trial = Trial(source=SOURCE, ids=("X",), summary="Radiotherapy after 4 cycles")
    wrong = Evidence("summary", 0, 5, "other")
    by_field, numbers = marks.number_quotes(trial, undecided(axes={"timing": AxisValue("timing", "gated", (wrong,))}))
    assert not by_field and not numbers


@pytest.mark.parametrize(
    "spans", [[(0, 5), (3, 8)], [(0, 10), (2, 4), (2, 4)], [(0, 3), (3, 6)], [(0, 12)], [], [(4, 4)]]
)
def test_overlapping_marks_keep_the_text(spans):
    text = "<b>&abcdef&>"
    quotes = [
        marks.Mark(n, axis, "x", *span) for n, (span, axis) in enumerate(zip(spans, ("timing", "setting", "line")), 1)
    ]
    page = str(marks.mark_text(text, quotes))
    bare = re.sub(r"<[^>]+>", "", re.sub(r'<a class="tag.*?</a>', "", page))
    assert html.unescape(bare) == text
    assert page.count("<mark") == page.count("</mark>")
    assert all(page.count(f'id="w{m.n}"') == (m.start < m.end) for m in quotes)


def test_names_of_pages_are_safe_and_different():
    ids = ["NCT1", "nct1", "../x", "a/b", "a\\b", "CON", "", ".", "..", "index", "x" * 300, "ü", "a b", "NCT1"]
    trials = [Trial(source=SOURCE, ids=(i,), brief_title=i) for i in ids] + [Trial(source=SOURCE)] * 2
    names = marks.slugs(trials)
    assert len({n.casefold() for n in names}) == len(trials)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,90}", n) for n in names), names
    assert not {"con", "index"} & {n.casefold() for n in names}


@pytest.mark.parametrize(
    ("number", "host"),
    [
        ("NCT05512520", "clinicaltrials.gov"),
        ("ISRCTN12345678", "www.isrctn.com"),
        ("2019-001234-56", "www.clinicaltrialsregister.eu"),
        ("2022-500123-12-00", "euclinicaltrials.eu"),
        ("ChiCTR2100046715", "trialsearch.who.int"),
        ("NCT0551252", None),
        ("NCT05512520/../x", None),
        ("javascript:alert(1)", None),
        ("", None),
        (None, None),
    ],
)
def test_links_to_registers(number, host):
    link = marks.register_link(number)
    assert (link is None) == (host is None) and (host is None or link.startswith(f"https://{host}/"))


def test_read_and_set_aside_are_all(atlas):
    text = (atlas / "index.html").read_text(encoding="utf-8")
    assert "Read and set aside together are all that was given: 15." in text


def test_an_atlas_of_nothing(tmp_path):
    text = site.write_site([], [], tmp_path).read_text(encoding="utf-8")
    assert "<b>0</b><span>records read</span>" in text


def test_the_start_page_says_of_how_many_records_its_date_is_the_newest(tmp_path):
    "One dated record does not date the others; a date that is given is the date of all."
    dated = Trial(source=Source(form="example", date=PartialDate(2026, 6)), ids=("X1",), brief_title="A trial")
    trials = [dated, Trial(source=SOURCE, ids=("X2",), brief_title="Another")]
    text = site.write_site(trials, [undecided()] * 2, tmp_path).read_text(encoding="utf-8")
    assert "<span>newest of 1 dated record, 1 without a date</span>" in text
    assert "records as of 2026-06, newest of 1 dated, 1 undated" in text
    text = site.write_site(trials, [undecided()] * 2, tmp_path, as_of="2026-07").read_text(encoding="utf-8")
    assert "<span>date of the records</span>" in text and "newest of" not in text


def test_the_start_page_says_how_many_strategies_it_draws(tmp_path):
    trials = list(load())
    decisions = [classify(t) for t in trials]
    text = site.write_site(trials, decisions, tmp_path).read_text(encoding="utf-8")
    present = {d.primary for d in decisions} - {"no_rt", "unclear"}
    assert f"One trial of each of 8 strategies, the first in the list of the {len(present)} with radio" in text
    few = [(t, d) for t, d in zip(trials, decisions) if d.primary in ("neoadjuvant_rt", "definitive_crt")]
    text = site.write_site(*zip(*few), tmp_path / "few").read_text(encoding="utf-8")
    assert "One trial of each strategy with radiotherapy:" in text


def test_pages_of_gone_trials_go_and_other_files_stay(tmp_path):
    trials = [Trial(source=SOURCE, ids=(f"X{i}",), brief_title="A trial") for i in range(2)]
    site.write_site(trials, [undecided()] * 2, tmp_path)
    (tmp_path / "trials" / "mine.html").write_text("<p>mine</p>")
    site.write_site(trials[:1], [undecided()], tmp_path)
    assert sorted(p.name for p in (tmp_path / "trials").iterdir()) == ["X0.html", "mine.html"]


def test_the_same_records_make_the_same_bytes(tmp_path):
    trials = list(load())[:2]
    decisions = [classify(t) for t in trials]
    first, second = (site.write_site(trials, decisions, tmp_path / n).parent for n in "ab")
    for page in [p.relative_to(first) for p in first.rglob("*.*") if p.is_file()]:
        assert (first / page).read_bytes() == (second / page).read_bytes(), page


def test_progress_is_told(tmp_path):
    told = []
    trials = [Trial(source=SOURCE, ids=(f"X{i}",)) for i in range(3)]
    site.write_site(trials, [undecided()] * 3, tmp_path, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_an_unwritable_folder_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("taken")
    with pytest.raises(OutputError, match="cannot be written .*; name a folder"):
        site.write_site([], [], tmp_path / "file" / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_permission_is_one_sentence(tmp_path):
    (tmp_path / "shut").mkdir(mode=0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        site.write_site([], [], tmp_path / "shut")


# ------------------------------------------------------------------ in a browser


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine; install it to run the browser tests")
    playwright = pytest.importorskip("playwright.sync_api").sync_playwright().start()
    started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield started
    started.close()
    playwright.stop()


@pytest.fixture()
def visit(browser):
    "Open a page from its file and wait for every chart; give the page, what it asked for, and what went wrong."
    contexts = []

    def open_page(path: Path, theme: str = "light", width: int = 1280):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce"
        )
        contexts.append(context)
        page, asked, wrong = context.new_page(), [], []
        page.on("request", lambda r: asked.append(r.url))
        page.on("console", lambda m: m.type in ("error", "warning") and wrong.append(m.text))
        page.on("pageerror", lambda e: wrong.append(str(e)))
        page.on("dialog", lambda d: (wrong.append(f"dialog {d.message}"), d.dismiss()))
        page.goto(path.as_uri(), wait_until="load")
        for chart in page.locator("div.chart").all():
            chart.scroll_into_view_if_needed()
        done = "[...document.querySelectorAll('div.chart')].every(c => c.dataset.drawn || c.dataset.failed)"
        page.wait_for_function(done, timeout=30_000)
        return page, asked, wrong

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1920])
def test_pages_open_from_a_file(atlas, pages, visit, theme, width):
    names = ("X2.html", "X3.html", "NCT05512520.html") if width == 360 else ("NCT05978193.html",)
    chosen = [pages[0], *(atlas / "trials" / n for n in names), *(p for p in pages if p.name.startswith("script"))]
    for path in chosen:
        page, asked, wrong = visit(path, theme, width)
        assert not wrong, (path.name, wrong)
        assert all(url.startswith(("file:", "data:", "blob:")) for url in asked), asked
        assert page.locator("div.chart[data-failed]").count() == 0, path.name
        assert page.locator(f"div.chart:not([data-drawn={theme}])").count() == 0, path.name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path.name
        page.context.close()


BEYOND = """() => [...document.querySelectorAll("body *")].filter(part => {
  const at = part.getBoundingClientRect(), hides = ["auto", "scroll", "hidden"].includes(getComputedStyle(part).overflowX);
  return at.width && (at.right > innerWidth + 1 && !part.closest("svg") || hides && part.clientWidth > 1 && part.scrollWidth > part.clientWidth + 1);
}).map(part => part.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("drawn_at", [360, 1920])
def test_paper_holds_all_of_a_page(atlas, pages, visit, drawn_at):
    "On A4, whatever screen the charts were drawn for, nothing scrolls and nothing reaches beyond the page."
    for path in (pages[0], atlas / "trials" / "NCT05512520.html", atlas / "explorer.html", atlas / "data.html"):
        page, _, _ = visit(path, "light", drawn_at)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.set_viewport_size(dict(width=718, height=1040))
        assert not (beyond := page.evaluate(BEYOND)), (path.name, beyond[:3])
        page.context.close()


def test_paper_is_white_whatever_was_chosen(pages, visit):
    "Colours that belong to a dark page change before it is printed, and come back behind it."
    page, _, _ = visit(pages[0], "dark")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    inks = "[...new Set([...document.querySelectorAll('svg.marks text')].map(t => t.getAttribute('fill')))]"
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(inks)
    assert "#dee4e5" in dark and page.evaluate(paper) == "rgb(21, 25, 27)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    printed = page.evaluate(inks)
    assert "#20282c" in printed and not {"#dee4e5", "#9dabb0"} & set(printed)
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(inks) == dark


def test_the_theme_button_redraws(pages, visit):
    page, _, wrong = visit(pages[0])
    page.get_by_role("button", name="Dark page").click()
    page.wait_for_function(
        "[...document.querySelectorAll('div.chart')].every(c => c.dataset.drawn === 'dark')", timeout=20_000
    )
    assert page.evaluate("document.documentElement.dataset.theme") == "dark" and not wrong
    assert page.get_by_role("button", name="Light page").is_visible()


def test_the_table_can_be_narrowed(pages, visit):
    page, _, _ = visit(pages[0])
    page.get_by_label("Find words").fill("EC-CRT-003")
    assert page.locator("#trials tbody tr:visible").count() == 1
    assert page.locator("#shown").inner_text().startswith("1 of ")
    page.get_by_label("Find words").fill("")
    page.locator(".filters select").select_option("salvage_crt")
    assert set(page.locator("#trials tbody tr:visible").evaluate_all("rows => rows.map(r => r.dataset.strategy)")) == {
        "salvage_crt"
    }


def test_marks_answer_with_the_keyboard_alone(atlas, visit):
    page, _, _ = visit(atlas / "trials" / "NCT05512520.html")
    tag = page.locator("a.tag").first
    tag.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith(("#q-", "#h-"))
    button = page.locator(".legend button").first
    button.focus()
    page.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "false"
    assert "off-" in page.locator(".record").get_attribute("class")


# ------------------------------------------------------------------ definitions, copies, data page


def test_every_source_leads_to_a_definition(atlas):
    page = Seen(atlas / "rules" / "definitions.html")
    cited = {
        link.partition("#")[2]
        for rules in (atlas / "rules").glob("*.html")
        for link in Seen(rules).links
        if link.startswith("definitions.html#")
    }
    assert {f"section-{n}" for n in (1, 2, 3)} <= cited
    assert cited <= set(page.ids)
    for entry in rule_pages.rule_pages():
        for card in entry["rules"]:
            if "Definitions" in card["source"]:
                assert any(anchor for _, anchor in card["cites"]), (card["id"], card["source"])
            assert "".join(text for text, _ in card["cites"]) == card["source"]


def test_definitions_know_every_strategy_and_every_order_has_its_rules():
    sections = {section["number"]: section for section in rule_pages.definitions()}
    assert list(sections) == list(range(1, 9)), "numbers that rules cite are for ever"
    classes = next(part for part in sections[2]["parts"] if part["kind"] == "classes")
    assert [row[0] for _, row in classes["rows"]] == list(tables.STRATEGY_NAMES.values())
    order = next(part for part in sections[3]["parts"] if part["kind"] == "order")
    assert [anchor for anchor, _ in order["rows"]] == [f"section-3-rule-{n}" for n in range(13)]
    assert sum(bool(row[-1]) for _, row in order["rows"]) >= 10, "most orders are written as rules"


def test_the_paragraph_to_edit_stands_two_clicks_from_a_label(atlas, packaged):
    trial, decision = packaged[0]
    page = (atlas / "trials" / f"{marks.slugs([trial])[0]}.html").read_text(encoding="utf-8")
    assert f'href="../rules/index.html#{decision.rule}"' in page
    card = re.search(rf'<article class="card" id="{decision.rule}".*?</article>', (atlas / "rules" / "index.html").read_text(encoding="utf-8"), re.S)[0]  # fmt: skip
    assert "strategy.toml</code>, line" in card and f"id = &#34;{decision.rule}&#34;" in card


def test_another_record_of_the_trial_is_named_with_what_differs(tmp_path):
    known = dict(ids=("NCT00000011",), brief_title="One trial")
    newer = Trial(source=Source(form="example", file="entry.json"), status="COMPLETED", last_update=PartialDate(2026, 5), **known)  # fmt: skip
    older = Trial(source=Source(form="example", file="page.txt"), status="RECRUITING", last_update=PartialDate(2024, 1), **known)  # fmt: skip
    alike = undecided(axes={axis: AxisValue(axis, "m1", ()) for axis in ("setting", "timing", "target")})
    start = site.write_site([newer, older], [alike, alike], tmp_path)
    first, second = ((start.parent / "trials" / f"{name}.html").read_text() for name in marks.slugs([newer, older]))
    assert "Other records of this trial" in first and "Out of date." in first and "page.txt" in first
    assert re.search(r"<td>status</td>.*?COMPLETED.*?RECRUITING", first, re.S)
    assert re.search(r"<td>status</td>.*?RECRUITING.*?COMPLETED", second, re.S)
    assert "has more authority than this one" in second and "This record has more authority" in first
    assert "Related trials" not in first, "a copy is no neighbour"


def test_what_changed_between_loads_stands_on_the_page(tmp_path):
    trial = Trial(source=SOURCE, ids=("NCT00000012",), brief_title="One trial")
    change = dict(what="status", id="NCT00000012", name="One", before=NASTY, after="COMPLETED", cause="the record changed", key="k")  # fmt: skip
    other = change | dict(id="NCT99999999", after="WITHDRAWN")
    start = site.write_site([trial], [undecided()], tmp_path, changes=pd.DataFrame([change, other]))
    page = (start.parent / "trials" / "NCT00000012.html").read_text()
    assert "the record changed" in page and "COMPLETED" in page and "WITHDRAWN" not in page
    assert "<script>alert" not in page


def test_files_beside_the_tables_are_named_and_unknown_ones_refused(tmp_path):
    trial = Trial(source=SOURCE, ids=("X",), brief_title="One trial")
    start = site.write_site([trial], [undecided()], tmp_path, beside=["datapackage.json", "feed.atom"])
    assert 'href="datapackage.json"' in (start.parent / "data.html").read_text()
    assert (
        'type="application/atom+xml" title="What changed" href="../feed.atom"'
        in (start.parent / "trials" / "X.html").read_text()
    )
    with pytest.raises(OutputError, match="does not know this file"):
        site.write_site([trial], [undecided()], tmp_path, beside=["secret.txt"])


def test_the_data_page_says_how_its_tables_are_read(tmp_path):
    trial = Trial(source=SOURCE, ids=("X",), brief_title="One trial")
    page, more = (
        (site.write_site([trial], [undecided()], tmp_path / name, beside=beside).parent / "data.html").read_text()
        for name, beside in (("csv", []), ("both", site.parquet_names()))
    )
    assert 'na_values="not stated"' in html.unescape(page) and "arquet" not in page
    assert all(f'href="{name}"' in more for name in site.parquet_names())
    assert "read_parquet" in more and "tables/regimens.parquet" in site.parquet_names()


def test_related_trials_say_what_separates_them(atlas, packaged):
    near = [(atlas / "trials" / f"{name}.html").read_text() for name in marks.slugs(t for t, _ in packaged)]
    assert any("Differs from it in:" in page and "(here " in page for page in near)


def test_every_packaged_trial_asks_one_well_formed_question():
    for trial in load():
        asked = digest.ask(trial, classify(trial))
        assert re.match(r"(?:What|Does) .*\?$", asked) and asked.count("?") == 1 and len(asked) < 330, asked
        assert not re.search(r"\s{2}|[{}_]|None|,\s*,|, \?|\bbeside\b|nan\b", asked), asked
        assert not re.search(r"\b(\w+) \1\b", asked), asked
