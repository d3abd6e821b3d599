// Charts, and boxes that scroll. Every chart of the site is drawn by one Vega, loaded only where a page has charts.
(() => {
  "use strict";
  const here = document.currentScript.src;
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const isDark = () => {
    const theme = document.documentElement.dataset.theme;
    return theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  };

  // A chart's texts and lines take the page's colours; what the chart itself colours stays as it is.
  const pageColours = () => {
    const ink = style("--atlas-ink"), soft = style("--atlas-ink-soft"), line = style("--atlas-line");
    const words = {labelColor: soft, titleColor: ink};
    return {
      background: "transparent",
      axis: {...words, gridColor: line, domainColor: soft, tickColor: soft},
      legend: {...words, symbolBaseFillColor: soft, symbolBaseStrokeColor: soft},
      header: words,
      title: {color: ink, subtitleColor: soft},
      text: {color: ink},
      rule: {color: soft},
      style: {
        ink: {color: ink, fill: ink}, quiet: {color: soft, fill: soft}, knock: {color: "#ffffff", fill: "#ffffff"},
        hair: {color: soft + "73", stroke: soft + "73"}, edge: {color: soft, stroke: soft},
      },
    };
  };
  const merged = (below, above) => {
    const out = {...below};
    for (const [key, value] of Object.entries(above ?? {}))
      out[key] = value && typeof value === "object" && !Array.isArray(value) ? merged(out[key] ?? {}, value) : value;
    return out;
  };

  let vega;
  const loadVega = () => vega ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("vega-bundle.js", here);
    script.onload = () => done(window.vegaEmbed);
    script.onerror = () => failed(new Error("vega-bundle.js did not load"));
    document.head.append(script);
  });

  // A figure that says it fits a width is drawn narrower on a narrow screen, down to what can still be read.
  const fitted = (box, spec) => {
    const drawn = parseFloat(box.style.getPropertyValue("--width"));
    if (spec.usermeta?.fit !== "width" || !(drawn > box.clientWidth)) return {};
    return {width: Math.max(520, box.clientWidth), autosize: {type: "fit-x", contains: "padding"}};
  };

  const draw = async box => {
    const spec = box.spec ??= JSON.parse(box.querySelector("script").textContent);
    const turn = box.turn = (box.turn ?? 0) + 1;
    try {
      const embed = await loadVega();
      const host = document.createElement("div");
      const config = merged(spec.config ?? {}, pageColours());
      const view = await embed(host, {...spec, background: "transparent", config, ...fitted(box, spec)}, {
        mode: "vega-lite", renderer: "svg", tooltip: {theme: isDark() ? "dark" : "light"},
        actions: {export: true, source: false, compiled: false, editor: false}, downloadFileName: document.title,
      });
      if (turn !== box.turn) return view.finalize();
      box.view?.finalize();
      box.querySelector(".chart-host")?.remove();
      host.classList.add("chart-host");
      host.querySelector("summary")?.setAttribute("aria-label", "Save this chart");
      for (const mark of host.querySelectorAll('[role="graphics-symbol"]:not([aria-label])')) {  // brushes and empty layers
        mark.removeAttribute("role");
        mark.setAttribute("aria-hidden", "true");
      }
      box.append(host);
      box.view = view;
      box.dataset.drawn = isDark() ? "dark" : "light";
    } catch (error) {
      box.dataset.failed = error.message;
      box.append(Object.assign(document.createElement("p"), {textContent: `This chart could not be drawn: ${error.message}`}));
    }
  };

  const drawCharts = () => {
    const boxes = [...document.querySelectorAll("div.chart")];
    const first = box => box.asked ?? (box.asked = true, draw(box));
    const watch = new IntersectionObserver(seen => seen.forEach(s => s.isIntersecting && first(s.target)), {rootMargin: "800px"});
    boxes.forEach(box => watch.observe(box));
    addEventListener("beforeprint", () => boxes.forEach(first));
    const again = () => boxes.filter(box => box.asked).forEach(draw);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    new MutationObserver(again).observe(document.documentElement, {attributes: true, attributeFilter: ["data-theme"]});
  };

  // A box that scrolls must be reachable without a mouse.
  const reachBoxes = () => {
    for (const box of document.querySelectorAll(".output.text_html, .pst-scrollable-table-container, pre, .formula"))
      if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
  };

  // Names that assistive tools read should be the words that are seen; a signature is no list of definitions.
  const nameThings = () => {
    for (const fold of document.querySelectorAll("details.hide > summary")) fold.removeAttribute("aria-label");
    for (const button of document.querySelectorAll(".search-button-field"))
      if (button.innerText.trim()) button.setAttribute("aria-label", button.innerText.replace(/\s+/g, " ").trim());
    for (const part of document.querySelectorAll(".sig dl, .sig dl > dd")) part.setAttribute("role", "presentation");
  };

  // Opened as a file, a page may not read other pages: the search then lists titles without extracts.
  if (location.protocol === "file:" && typeof DOCUMENTATION_OPTIONS !== "undefined") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

  // A choice of light or dark made here holds on the trials' own pages too.
  const shareTheme = () => new MutationObserver(() => {
    const mode = document.documentElement.dataset.mode;
    try {
      if (mode === "light" || mode === "dark") localStorage.setItem("atlas-theme", mode);
      else localStorage.removeItem("atlas-theme");
    } catch { /* this browser keeps nothing */ }
  }).observe(document.documentElement, {attributes: true, attributeFilter: ["data-mode"]});

  const start = () => { drawCharts(); reachBoxes(); nameThings(); shareTheme(); };
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", start) : start();
})();
