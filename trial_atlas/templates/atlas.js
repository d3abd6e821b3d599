// Charts, the theme button, the filter of the table, and the legend of the marks.
(() => {
  "use strict";
  const here = document.currentScript.src;
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => root.dataset.theme === "dark" || (root.dataset.theme !== "light" && system.matches);
  const style = name => getComputedStyle(root).getPropertyValue(name).trim();

  const colours = () => {
    const ink = style("--atlas-ink"), soft = style("--atlas-ink-soft"), line = style("--atlas-line");
    const words = {labelColor: ink, titleColor: ink};
    return {
      axis: {...words, gridColor: line, domainColor: soft, tickColor: soft}, legend: words, header: words,
      title: {color: ink, subtitleColor: soft}, text: {color: ink},
      style: {
        ink: {color: ink, fill: ink}, quiet: {color: soft, fill: soft}, hair: {color: line, stroke: line}, edge: {color: soft, stroke: soft},
      },
    };
  };
  const merged = (below, above) => {
    const out = {...below};
    for (const [key, value] of Object.entries(above))
      out[key] = value && typeof value === "object" && !Array.isArray(value) ? merged(out[key] ?? {}, value) : value;
    return out;
  };

  // One Vega for the whole atlas, loaded where a page has a chart.
  let vega;
  const loadVega = () => vega ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("vega-bundle.js", here);
    script.onload = () => done(window.vegaEmbed);
    script.onerror = () => failed(new Error("vega-bundle.js did not load"));
    document.head.append(script);
  });

  const draw = async box => {
    const spec = box.spec ??= JSON.parse(box.querySelector("script").textContent);
    const turn = box.turn = (box.turn ?? 0) + 1;
    const now = {...spec, background: "transparent", config: merged(spec.config ?? {}, colours())};
    if (spec.usermeta?.fit === "width") {
      box.drawnWidth = box.clientWidth;
      now.width = Math.max(spec.usermeta.least ?? 520, Math.min(box.clientWidth, 1040));
      now.autosize = {type: "fit-x", contains: "padding"};
    }
    try {
      const embed = await loadVega();
      const host = document.createElement("div");
      host.className = "chart-host";
      const view = await embed(host, now, {
        mode: "vega-lite", renderer: box.dataset.renderer ?? "svg", tooltip: {theme: dark() ? "dark" : "light"},
        actions: {export: true, source: false, compiled: false, editor: false}, downloadFileName: box.dataset.name ?? "chart",
      });
      if (turn !== box.turn) return view.finalize();
      box.view?.finalize();
      box.querySelector(".chart-host")?.remove();
      host.querySelector("summary")?.setAttribute("aria-label", "Save this chart");
      for (const mute of host.querySelectorAll('[role="graphics-symbol"]:not([aria-label]):not(:has([aria-label]))')) {
        mute.removeAttribute("role");
        mute.setAttribute("aria-hidden", "true");
      }
      box.append(host);
      box.view = view;
      box.style.minHeight = "";
      box.dataset.drawn = dark() ? "dark" : "light";
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      box.dispatchEvent(new Event("drawn"));
    } catch (error) {
      box.dataset.failed = error.message;
      box.append(Object.assign(document.createElement("p"), {textContent: `This chart could not be drawn: ${error.message}`}));
    }
  };

  const charts = () => {
    const boxes = [...document.querySelectorAll("div.chart")];
    const first = box => box.asked ??= (draw(box), true);
    const watch = new IntersectionObserver(seen => seen.forEach(s => s.isIntersecting && first(s.target)), {rootMargin: "700px"});
    boxes.forEach(box => watch.observe(box));
    addEventListener("beforeprint", () => boxes.forEach(first));
    const again = () => boxes.filter(box => box.asked).forEach(draw);
    system.addEventListener("change", again);
    new MutationObserver(again).observe(root, {attributes: true, attributeFilter: ["data-theme"]});
    let wait;
    addEventListener("resize", () => {
      clearTimeout(wait);
      wait = setTimeout(() => boxes.filter(b => b.asked && b.drawnWidth !== undefined && Math.abs(b.drawnWidth - b.clientWidth) > 24).forEach(draw), 200);
    });
  };

  // The reader's choice of light or dark is kept where the browser allows it.
  const themeButton = () => {
    const button = document.querySelector("button.theme");
    if (!button) return;
    const say = () => { button.textContent = dark() ? "Light page" : "Dark page"; };
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      try { localStorage.setItem("atlas-theme", root.dataset.theme); } catch { /* the choice lasts for this page */ }
      say();
    });
    system.addEventListener("change", say);
    say();
  };

  const filters = () => {
    const form = document.querySelector(".filters");
    if (!form) return;
    const rows = [...document.querySelectorAll("#trials tbody tr")];
    const said = document.querySelector("#shown");
    const words = rows.map(row => row.textContent.toLocaleLowerCase());
    const apply = () => {
      const [text, strategy] = [form.querySelector("input").value.trim().toLocaleLowerCase(), form.querySelector("select").value];
      let n = 0;
      rows.forEach((row, i) => {
        const fits = words[i].includes(text) && (!strategy || row.dataset.strategy === strategy);
        row.hidden = !fits;
        n += fits;
      });
      said.textContent = `${n} of ${rows.length} shown`;
    };
    form.addEventListener("input", apply);
    form.hidden = false;
    apply();
  };

  const legend = () => {
    const record = document.querySelector(".record");
    for (const button of document.querySelectorAll(".legend button")) {
      button.addEventListener("click", () => {
        const on = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", on);
        record.classList.toggle(`off-${button.dataset.group}`, !on);
      });
    }
  };

  // A link into a folded part opens it.
  const unfold = () => {
    let at = null;
    try { at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* no address of this page */ }
    for (let up = at; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    if (at) at.scrollIntoView({block: "center"});
  };

  const boxes = () => { for (const box of document.querySelectorAll(".scroll")) if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0; };

  const start = () => { charts(); themeButton(); filters(); legend(); boxes(); unfold(); addEventListener("hashchange", unfold); };
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", start) : start();
})();
