"""The site in a real browser: every chart drawn, nothing asked of another host, no error, no page wider than the screen."""

import functools
import http.server
import os
import shutil
import threading
from pathlib import Path

import pytest
from built_site import Page, built_site, pages

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
        self.page.on("requestfailed", lambda r: self.errors.append(f"not found: {r.url}"))
        self.page.on("response", lambda r: r.status >= 400 and self.errors.append(f"{r.status}: {r.url}"))
        self.page.on("console", lambda m: m.type == "error" and self.errors.append(m.text))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))

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


def chosen(site: Path, every: bool) -> list[Path]:
    "The pages to look at. Trials' pages come from one template, so all of them are opened once, and a few elsewhere."
    found = pages(site)
    trials = [p for p in found if p.parent == site / "trials-atlas" / "trials"]
    return found if every else [p for p in found if p not in trials or p in trials[::10]]


@pytest.mark.parametrize("width", [360, 1400])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_over_http(site: Path, server: str, browser, theme: str, width: int):
    with Visit(browser, theme, width) as visit:
        for path in chosen(site, every=(theme, width) == ("dark", 360)):
            look(visit, f"{server}/{path.relative_to(site).as_posix()}", server, Page(path).charts)


def test_pages_as_files(site: Path, browser):
    with Visit(browser, "dark", 1400) as visit:
        for path in chosen(site, every=False):
            look(visit, path.as_uri(), site.as_uri(), Page(path).charts)


def with_charts(site: Path) -> Path:
    "The page with most charts."
    return max(pages(site), key=lambda p: Page(p).charts)


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


def test_the_two_halves_lead_to_each_other(site: Path, server: str, browser):
    with Visit(browser, "light", 1400) as visit:
        visit.open(f"{server}/index.html")
        visit.page.locator(".bd-header a", has_text="Trials").first.click()
        visit.page.wait_for_url("**/trials-atlas/index.html")
        back = visit.page.eval_on_selector_all("a", "as => as.map(a => a.href)")
        assert f"{server}/index.html" in back, "the trials' pages lead back to the notebooks"
        assert os.path.exists(site / "trials-atlas" / "index.html") and not visit.errors
