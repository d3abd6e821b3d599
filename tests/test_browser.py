"""The site in a real browser: every chart drawn and none pushing the page, nothing asked of another host, no error, no
page wider than the screen, and nothing in the way of those who read by ear or by keyboard."""

import functools
import gzip
import http.server
import os
import shutil
import threading
from pathlib import Path

import pytest
from built_site import Page, axe, built_site, pages

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine; install it to run the browser tests")


@pytest.fixture(scope="module")
def site() -> Path:
    return built_site()


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api").sync_playwright().start()
    started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield started
    started.close()
    playwright.stop()


@pytest.fixture(scope="module")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory):
    "The site under a sub-path, as a project's pages are published."

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    above = tmp_path_factory.mktemp("served")
    (above / "trial_atlas").symlink_to(site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(above))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/trial_atlas"
        running.shutdown()


class Visit:
    "One page open in one browser window, with everything that it asked for and complained of."

    def __init__(self, browser, theme: str, width: int):
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce"
        )
        self.page = self.context.new_page()
        self.asked, self.errors = [], []
        self.page.on("request", lambda r: self.asked.append(r.url))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", lambda r: r.status >= 400 and self.errors.append(f"{r.status}: {r.url}"))
        self.page.on("console", lambda m: m.type == "error" and self.errors.append(m.text))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))

    def _failed(self, request):
        "Note what did not come; what a page still asked for when it was left is no error (a missing file answers 404)."
        if request.failure != "net::ERR_ABORTED":
            self.errors.append(f"not found: {request.url}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def open(self, url: str) -> None:
        "Open a page and let every chart of it be drawn."
        self.page.goto(url, wait_until="load")
        count = self.page.locator("div.chart").count()
        for number in range(count):
            self.page.locator("div.chart").nth(number).scroll_into_view_if_needed()
        if count:
            done = "[...document.querySelectorAll('div.chart')].every(c => c.querySelector('svg') || c.dataset.failed)"
            self.page.wait_for_function(done, timeout=20_000)

    def far(self, home: str) -> list[str]:
        "Requests that left the site."
        return [url for url in self.asked if not url.startswith((home, "data:", "blob:"))]

    def in_the_way(self, script: str, part: str = "html") -> list[tuple[str, str]]:
        "What axe-core, whose script this is, calls serious or critical: the rule, and the first place that breaks it."
        asked, errors = len(self.asked), len(self.errors)
        self.page.evaluate(script)
        found = self.page.evaluate(f"axe.run('{part}', {{resultTypes: ['violations'], runOnly: {list(WCAG)}}})")
        del (
            self.asked[asked:],
            self.errors[errors:],
        )  # axe reads style sheets again by itself, which is not the page's doing
        grave = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
        return [(v["id"], v["nodes"][0]["html"][:200]) for v in grave]

    def overflow(self) -> int:
        "By how many pixels the page is wider than the screen."
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def look(visit: Visit, url: str, home: str, charts: int) -> None:
    visit.open(url)
    failed = visit.page.eval_on_selector_all("div.chart[data-failed]", "cs => cs.map(c => c.dataset.failed)")
    drawn = visit.page.locator("div.chart svg.marks").count()
    assert not failed and drawn == charts, f"{url}: {drawn} of {charts} charts drawn; {failed}"
    assert not visit.far(home), f"{url} asks {visit.far(home)[:3]}"
    assert not visit.errors, f"{url}: {visit.errors[:3]}"
    assert visit.overflow() <= 0, f"{url} is {visit.overflow()} pixels wider than the screen"


WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
WAYS = [("light", 1920), ("dark", 360), ("light", 360), ("dark", 1920)]
KINDS = [  # One page of each kind; what is looked at in every way
    "index.html",
    "00_record.html",
    "atlas/five_trials.html",
    "genindex.html",
    "trials-atlas/index.html",
    "trials-atlas/explorer.html",
    "trials-atlas/compare.html",
    "trials-atlas/data.html",
    "trials-atlas/rules/index.html",
    "trials-atlas/rules/timing.html",
    "trials-atlas/trials/NCT05512520.html",
]
IN_USE = [  # Pages that a reader has done something with
    "trials-atlas/explorer.html#strategy=salvage+CRT&year=2005..2024&show=map.table&show=doses.about",
    "trials-atlas/compare.html#t=NCT05512520&t=NCT05978193&t=NCT07016737",
]


def chosen(site: Path, every: bool) -> list[Path]:
    "The pages to look at. Trials' pages come from one template, so all of them are opened once, and a few elsewhere."
    found = pages(site)
    trials = [p for p in found if p.parent == site / "trials-atlas" / "trials"]
    return found if every else [p for p in found if p not in trials or p in trials[::10]]


@functools.cache
def charts(path: Path) -> int:
    "How many charts a page holds; each page is looked at in several ways."
    return Page(path).charts


def listened_to(site: Path, way: int) -> set[str]:
    "What axe looks at in one of the ways: one page of each kind, and a quarter of the others; trials' pages are sampled."
    trials = sorted((site / "trials-atlas" / "trials").glob("*.html"))
    names = [p.relative_to(site).as_posix() for p in pages(site) if p not in trials or p in trials[::5]]
    return {*KINDS, *names[way::4]}


def axe_or_why() -> tuple[str | None, str]:
    "axe's script, or why it cannot be had; the pages are looked at without it too."
    try:
        return axe(), ""
    except pytest.skip.Exception as reason:
        return None, str(reason)


@pytest.mark.parametrize("way", range(4), ids=["-".join(map(str, way)) for way in WAYS])
def test_every_page_over_http(site: Path, server: str, browser, way: int):
    "Every page is drawn, asks nobody else and fits the screen; nothing stands in anybody's way on those that axe looks at."
    script, lacking = axe_or_why()
    heard, found = listened_to(site, way), []
    names = {p.relative_to(site).as_posix() for p in chosen(site, every=WAYS[way] == ("dark", 360))}
    with Visit(browser, *WAYS[way]) as visit:
        for name in sorted(names | heard):
            look(visit, f"{server}/{name}", server, charts(site / name))
            if name in heard and script:
                found += [f"{name}: {rule}: {place}" for rule, place in visit.in_the_way(script)]
        for name in IN_USE:
            visit.page.goto("about:blank")
            visit.open(f"{server}/{name}")
            assert visit.overflow() <= 0, f"{name} is {visit.overflow()} pixels wider than a screen of {WAYS[way][1]}"
            found += [f"{name}: {rule}: {place}" for rule, place in visit.in_the_way(script)] if script else []
    assert not found
    if lacking:
        pytest.skip(f"every page is drawn, but nothing was asked of axe: {lacking}")


@pytest.mark.parametrize(("theme", "width"), WAYS)
def test_nothing_stands_in_the_way_of_the_words_beside(site: Path, server: str, browser, theme: str, width: int):
    "The panel lies over a part of the page and may be closed, so it is looked at by itself."
    with Visit(browser, theme, width) as visit:
        visit.open(f"{server}/trials-atlas/explorer.html#trial=NCT07016737")
        assert visit.page.locator("#panel").is_visible() and not visit.in_the_way(axe(), "#panel")


@pytest.mark.parametrize("width", [768, 1100])
def test_no_page_is_wider_than_the_screen(site: Path, server: str, browser, width: int):
    "Between a telephone and a wide screen, which every page is seen on above."
    with Visit(browser, "light", width) as visit:
        for name in [*KINDS, *IN_USE]:
            visit.page.goto("about:blank")
            visit.open(f"{server}/{name}")
            assert visit.overflow() <= 0, f"{name} is {visit.overflow()} pixels wider than a screen of {width}"


CUT_OFF = """() => { const cut = [];
  for (const svg of document.querySelectorAll('div.chart svg.marks')) {
    const chart = svg.getBoundingClientRect(), box = svg.closest('div.chart').getBoundingClientRect();
    const reach = (t, by) => { const at = t.getBoundingClientRect(); return at.left < by.left - 1 || at.right > by.right + 1; };
    cut.push(...[...svg.querySelectorAll('text')].filter(t => t.textContent && reach(t, chart)).map(t => t.textContent));
    cut.push(...[...svg.querySelectorAll('.role-title text')].filter(t => reach(t, box)).map(t => `heading: ${t.textContent}`)); }
  const article = document.querySelector('.bd-article-container');
  if (article && article.scrollWidth > article.clientWidth + 1) cut.push(`the article, at ${article.scrollWidth} pixels`);
  return cut; }"""


@pytest.mark.parametrize("width", [360, 1920])
def test_nothing_is_cut_off(site: Path, server: str, browser, width: int):
    "Headings of charts are read without scrolling, no word of a chart ends at its edge, and no article scrolls."
    with Visit(browser, "light", width) as visit:
        for path in chosen(site, every=False):
            name = path.relative_to(site).as_posix()
            visit.open(f"{server}/{name}")
            assert not (cut := visit.page.evaluate(CUT_OFF)), f"{name}: {cut[:4]}"


PRINTED = """() => [...document.querySelectorAll("main *")].filter(part => {
  const at = part.getBoundingClientRect(), hides = ["auto", "scroll", "hidden"].includes(getComputedStyle(part).overflowX);
  return at.width && (at.right > innerWidth + 1 && !part.closest("svg") || hides && part.clientWidth > 1 && part.scrollWidth > part.clientWidth + 1);
}).map(part => part.outerHTML.slice(0, 90))"""


def test_paper_holds_all_of_a_page(site: Path, server: str, browser):
    "On A4 no box scrolls and nothing reaches beyond the page; what was dark is light."
    with Visit(browser, "dark", 1400) as visit:
        for name in (*KINDS[:3], "atlas/how_much_dose.html", "show/50_tables.html"):
            visit.open(f"{server}/{name}")
            visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
            visit.page.emulate_media(media="print")
            visit.page.set_viewport_size(dict(width=718, height=1040))
            assert not (beyond := visit.page.evaluate(PRINTED)), (name, beyond[:3])
            assert visit.page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(32, 40, 44)"
            visit.page.emulate_media(media="screen")
            visit.page.set_viewport_size(dict(width=1400, height=900))


def test_a_box_fades_where_more_stands(site: Path, server: str, browser):
    "A chart wider than a telephone says so at its end, until it is scrolled there or reached by keyboard."
    with Visit(browser, "light", 360) as visit:
        visit.open(f"{server}/atlas/where_the_field_is_going.html")
        box = visit.page.locator("div.chart").first
        assert box.evaluate("b => b.scrollWidth > b.clientWidth + 100 && b.tabIndex === 0")
        masked = "b => getComputedStyle(b).maskImage !== 'none'"
        assert box.evaluate(masked)
        box.evaluate("b => { b.scrollLeft = b.scrollWidth; }")
        visit.page.wait_for_function("!document.querySelector('div.chart').hasAttribute('data-more')")
        assert not box.evaluate(masked)


SHIFTS = """window.shifted = []; new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) shifted.push(
  [e.value, ...e.sources.map(s => (s.node?.outerHTML ?? s.node?.textContent ?? "").slice(0, 80))]); }).observe({type: "layout-shift", buffered: true});"""


@pytest.mark.parametrize("width", [360, 1400])
def test_nothing_jumps_while_a_page_is_made(site: Path, server: str, browser, width: int):
    "Cumulative layout shift, from the first paint until the last chart is drawn; 0.1 is what is commonly called good."
    with Visit(browser, "light", width) as visit:
        visit.page.add_init_script(SHIFTS)
        for name in [*KINDS, *IN_USE]:
            visit.page.goto("about:blank")
            visit.open(f"{server}/{name}")
            visit.page.wait_for_timeout(200)
            shifted = visit.page.evaluate("shifted")
            assert sum(s[0] for s in shifted) < 0.01, f"{name}: {shifted[:3]}"


@pytest.mark.parametrize("name", KINDS)
def test_a_first_view_is_light_and_loads_each_file_once(site: Path, server: str, browser, name: str):
    with Visit(browser, "light", 1400) as visit:
        visit.open(f"{server}/{name}")
        paths = [
            url.partition("?")[0].partition("#")[0].removeprefix(server)
            for url in visit.asked
            if url.startswith(server)
        ]
        assert len(paths) == len(set(paths)), f"asked for twice: {sorted(p for p in paths if paths.count(p) > 1)}"
        sent = sum(len(gzip.compress((site / p.lstrip("/")).read_bytes())) for p in paths)
        assert sent <= 1_500_000, f"{name}: {sent:,} bytes, as a web host would send them"


def test_the_pages_share_one_vega(site: Path):
    for home in (site, site / "trials-atlas"):
        found = [p for p in home.rglob("*vega*") if p.is_file() and (home != site or "trials-atlas" not in p.parts)]
        assert len(found) == 1, found


def test_every_chart_can_be_saved(site: Path, server: str, browser):
    with Visit(browser, "dark", 1400) as visit:
        for name in (
            "index.html",
            "trials-atlas/index.html",
            "trials-atlas/trials/NCT05512520.html",
            "atlas/five_trials.html",
        ):
            visit.open(f"{server}/{name}")
            frames = visit.page.locator(".chart-frame")
            assert frames.count() == charts(site / name) > 0
            for form, starts in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
                with visit.page.expect_download() as waiting:
                    frames.last.get_by_role("button", name=f"Save this chart as {form}").click()
                assert Path(waiting.value.path()).read_bytes().startswith(starts), (name, form)
        assert not visit.errors


def test_pages_as_files(site: Path, browser):
    with Visit(browser, "dark", 1400) as visit:
        for path in chosen(site, every=False):
            look(visit, path.as_uri(), site.as_uri(), charts(path))


def with_charts(site: Path) -> Path:
    "The page with most charts."
    return max(pages(site), key=charts)


def test_charts_follow_the_theme(site: Path, server: str, browser):
    path = with_charts(site)
    ink = "document.querySelector('div.chart svg.marks text').getAttribute('fill')"
    with Visit(browser, "light", 1400) as visit:
        visit.open(f"{server}/{path.relative_to(site).as_posix()}")
        light = visit.page.evaluate(ink)
        visit.page.evaluate("document.documentElement.dataset.theme = 'dark'")
        visit.page.wait_for_function(f"({ink}) !== '{light}'", timeout=20_000)
        assert not visit.errors


def test_a_chart_keeps_its_place_and_its_words(site: Path, server: str, browser):
    path = with_charts(site)
    with Visit(browser, "light", 1400) as visit:
        visit.page.goto(f"{server}/{path.relative_to(site).as_posix()}", wait_until="domcontentloaded")
        heights = "[...document.querySelectorAll('div.chart')].map(c => c.getBoundingClientRect().height)"
        before = visit.page.evaluate(heights)
        visit.open(f"{server}/{path.relative_to(site).as_posix()}")
        moved = [after - first for first, after in zip(before, visit.page.evaluate(heights))]
        assert max(map(abs, moved)) <= 8, f"charts push the page by {moved} pixels when they are drawn"
        boxes = visit.page.eval_on_selector_all(
            "div.chart", "cs => cs.map(c => [c.tabIndex, c.getAttribute('role'), c.getAttribute('aria-label').length])"
        )
        assert all(tab == 0 and role == "figure" and told > 10 for tab, role, told in boxes)


def test_search_finds_a_notebook(site: Path, server: str, browser):
    for home in (server, site.as_uri()):
        with Visit(browser, "light", 1400) as visit:
            visit.page.goto(f"{home}/search.html?q=PartialDate")
            visit.page.wait_for_selector("ul.search a[href*='00_record.html']", timeout=20_000)
            assert not visit.errors and not visit.far(home)


def test_an_empty_comparison_offers_examples(site: Path, server: str, browser):
    with Visit(browser, "light", 1400) as visit:
        visit.open(f"{server}/trials-atlas/compare.html")
        examples = visit.page.locator("#examples a")
        assert examples.count() >= 3 and not visit.page.locator("#side").is_visible()
        examples.first.click()
        visit.page.wait_for_selector("#side tbody tr")
        assert (
            visit.page.locator("#side thead th.trial").count() == 2 and not visit.page.locator("#examples").is_visible()
        )
        assert visit.page.url.count("t=") == 2 and not visit.errors


def test_the_two_halves_lead_to_each_other(site: Path, server: str, browser):
    with Visit(browser, "light", 1400) as visit:
        visit.open(f"{server}/index.html")
        visit.page.locator(".bd-header a", has_text="Trials").first.click()
        visit.page.wait_for_url("**/trials-atlas/index.html")
        back = visit.page.eval_on_selector_all("a", "as => as.map(a => a.href)")
        assert f"{server}/index.html" in back, "the trials' pages lead back to the notebooks"
        assert os.path.exists(site / "trials-atlas" / "index.html") and not visit.errors
