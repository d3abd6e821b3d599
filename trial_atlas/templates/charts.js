// Charts for the static atlas and for the docs site: each is drawn by one shared Vega when it comes near the screen,
// in the colours of the page, and is saved in dark ink on white.
(() => {
  "use strict";
  const here = document.currentScript.src;
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => root.dataset.theme === "dark" || (root.dataset.theme !== "light" && system.matches);

  // A chart's texts and lines take these colours; what the chart itself colours stays as it is.
  const inks = (at = root) => ["--atlas-ink", "--atlas-ink-soft", "--atlas-line"].map(name => getComputedStyle(at).getPropertyValue(name).trim());
  const colours = ([ink, soft, line] = inks()) => {
    const words = {labelColor: ink, titleColor: ink};
    const both = colour => ({color: colour, fill: colour}), stroke = colour => ({color: colour, stroke: colour});
    return {
      axis: {...words, gridColor: line, domainColor: soft, tickColor: soft},
      legend: {...words, symbolBaseFillColor: soft, symbolBaseStrokeColor: soft},
      header: words, title: {color: ink, subtitleColor: soft}, text: {color: ink}, rule: {color: soft},
      style: {ink: both(ink), quiet: both(soft), knock: both("#ffffff"), hair: stroke(line), edge: stroke(soft)},
    };
  };
  const onWhite = () => {
    const probe = Object.assign(document.createElement("i"), {className: "on-white", hidden: true});
    document.body.append(probe);
    const found = inks(probe);
    probe.remove();
    return found;
  };
  const merged = (below, above) => {
    const out = {...below};
    for (const [key, value] of Object.entries(above))
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

  const specOf = box => box.spec ??= JSON.parse(box.querySelector("script").textContent);
  // A figure that says it fits a width follows its box: down to what can still be read, up to its own width or 1040 pixels.
  const fitted = box => {
    const fit = specOf(box).usermeta ?? {}, own = parseFloat(box.style.getPropertyValue("--width")) || 1040;
    if (fit.fit !== "width") return {};
    return {width: Math.max(fit.least ?? 520, Math.min(box.clientWidth, own)), autosize: {type: "fit-x", contains: "padding"}};
  };
  // A heading stays in view where the chart is wider than its box: lines too long for the box are broken once more.
  const pen = document.createElement("canvas").getContext("2d");
  const broken = (text, width, font) => {
    pen.font = font;
    const lines = [text].flat().map(String), fits = line => pen.measureText(line).width <= width, out = [];
    if (lines.every(fits)) return lines;
    for (const word of lines.join(" · ").split(" ")) {
      const longer = `${out.at(-1)} ${word}`;
      if (out.length && (word === "·" || fits(longer))) out[out.length - 1] = longer; else out.push(word);
    }
    return out.map(line => line.replace(/ ·$/, ""));
  };
  const headed = box => {
    const {title, config = {}} = specOf(box);
    if (!title || typeof title !== "object" || !title.text) return {added: 0};
    const own = {fontSize: 15, subtitleFontSize: 12, fontWeight: 600, ...config.title, ...title}, width = box.clientWidth - 36, letters = getComputedStyle(box).fontFamily;
    const text = broken(title.text, width, `${own.fontWeight} ${own.fontSize}px ${letters}`);
    const subtitle = broken(title.subtitle ?? [], width, `${own.subtitleFontSize}px ${letters}`);
    const more = (now, before) => now.length - [before ?? []].flat().length;
    return {title: {...title, text, subtitle}, added: more(text, title.text) * 1.3 * own.fontSize + more(subtitle, title.subtitle) * 1.3 * own.subtitleFontSize};
  };
  const embed = async (box, host, background, config, more) => {
    const spec = specOf(box), {title} = headed(box);
    const size = fitted(box), words = size.width < 480 ? {axisX: {titleAnchor: "end"}} : {};  // a title may be longer than a short axis
    const drawn = {...spec, ...size, ...title && {title}, background, config: merged(spec.config ?? {}, merged(config, words))};
    return (await loadVega())(host, drawn, {mode: "vega-lite", actions: false, ...more});
  };

  // A box that scrolls can be reached without a mouse, and fades at its end for as long as more stands there.
  const look = box => {
    const across = box.scrollWidth - box.clientWidth;
    if (across > 1 || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
    box.toggleAttribute("data-more", across - Math.abs(box.scrollLeft) > 12);
  };
  const sized = new ResizeObserver(seen => new Set(seen.map(s => s.target.closest("[data-watched]"))).forEach(box => box && look(box)));
  const reach = box => {
    if (!Object.hasOwn(box.dataset, "watched")) box.addEventListener("scroll", () => look(box), {passive: true});
    box.dataset.watched = "";
    for (const part of [box, ...box.children]) sized.observe(part);
    look(box);
  };

  // Words that reach beyond the chart make it wider, so that none is cut off.
  const widen = svg => {
    const at = svg.getBoundingClientRect(), words = [...svg.querySelectorAll("text")].filter(t => t.textContent).map(t => t.getBoundingClientRect());
    const [left, right] = [words.map(r => at.left - r.left), words.map(r => r.right - at.right)].map(over => Math.max(0, ...over.map(Math.ceil)));
    if (!at.width || !(left || right)) return;
    svg.setAttribute("viewBox", `${-left} 0 ${at.width + left + right} ${at.height}`);
    svg.setAttribute("width", at.width + left + right);
  };

  let paper;  // Its inks, while a page is printed
  const draw = async box => {
    const turn = box.turn = (box.turn ?? 0) + 1;
    box.drawnWidth = box.clientWidth;
    const own = paper ?? inks();
    try {
      const host = Object.assign(document.createElement("div"), {className: "chart-host"});
      const theme = dark() ? "dark" : "light";
      const view = await embed(box, host, "transparent", colours(own), {renderer: box.dataset.renderer ?? "svg", tooltip: {theme}});
      if (turn !== box.turn) return view.finalize();
      box.view?.finalize();
      box.querySelector(".chart-host")?.remove();
      for (const mute of host.querySelectorAll('[role="graphics-symbol"]:not([aria-label]):not(:has([aria-label]))')) {  // brushes and empty layers
        mute.removeAttribute("role");
        mute.setAttribute("aria-hidden", "true");
      }
      box.append(host);
      host.querySelectorAll("svg.marks").forEach(widen);
      box.view = view;
      box.inks = own;
      box.dataset.drawn = theme;
      reach(box);
      box.dispatchEvent(new Event("drawn"));
    } catch (error) {
      box.dataset.failed = error.message;
      box.append(Object.assign(document.createElement("p"), {textContent: `This chart could not be drawn: ${error.message}`}));
    }
  };

  // Paper is white, and printing does not wait for a chart to be drawn again: what it took from the page changes colour.
  const recolour = (box, to) => {
    if (!box.inks || box.inks.join() === to.join()) return;
    for (const part of box.querySelectorAll("svg.marks *")) for (const name of ["fill", "stroke"]) {
      const at = box.inks.indexOf(part.getAttribute(name));
      if (at >= 0) part.setAttribute(name, to[at]);
    }
    box.inks = to;
  };

  // ---------------------------------------------------------------- saving
  const save = (content, name) => {
    const link = Object.assign(document.createElement("a"), {href: URL.createObjectURL(content), download: name});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  // The chart once more, as it is filled now, for paper.
  const picture = async (box, form) => {
    const host = document.createElement("div");
    const {view, finalize} = await embed(box, host, "#ffffff", colours(onWhite()), {renderer: "svg"});
    for (const name of ["all", "rows"]) if (box.given?.[name]) view.data(name, box.given[name].map(row => ({...row})));
    await view.runAsync();
    const made = form === "svg" ? new Blob([await view.toSVG()], {type: "image/svg+xml"}) : await new Promise(async done => (await view.toCanvas(2)).toBlob(done));
    finalize();
    return made;
  };
  const nameOf = box => (box.dataset.name ?? `${document.title} ${box.getAttribute("aria-label") ?? ""}`).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "chart";
  const buttons = box => {
    const group = Object.assign(document.createElement("p"), {className: "saving"});
    for (const form of ["svg", "png"]) {
      const button = Object.assign(document.createElement("button"), {type: "button", textContent: form.toUpperCase()});
      button.setAttribute("aria-label", `Save this chart as ${form.toUpperCase()}`);
      button.addEventListener("click", async () => save(await picture(box, form), `${nameOf(box)}.${form}`));
      group.append(button);
    }
    return group;
  };

  const start = () => {
    const boxes = [...document.querySelectorAll("div.chart")];
    for (const box of boxes) {
      const frame = Object.assign(document.createElement("div"), {className: "chart-frame"});
      box.replaceWith(frame);  // what stands still while the chart scrolls in its box
      frame.append(buttons(box), box);
      const own = parseFloat(box.style.getPropertyValue("--width"));
      if (own) frame.style.maxWidth = `${own + 60}px`;  // its buttons stand beside it, also where the page has more room
      const {added} = headed(box);
      if (added) box.style.minHeight = `${Math.ceil(parseFloat(getComputedStyle(box).minHeight) + added)}px`;  // nothing jumps when it is drawn
    }
    const first = box => box.asked ??= (draw(box), true);
    const watch = new IntersectionObserver(seen => seen.forEach(s => s.isIntersecting && first(s.target)), {rootMargin: "800px"});
    boxes.forEach(box => watch.observe(box));
    let before;
    addEventListener("beforeprint", () => {
      [before, paper] = [inks(), onWhite()];
      for (const box of boxes) { first(box); recolour(box, paper); }
    });
    addEventListener("afterprint", () => {
      for (const box of boxes) recolour(box, before);
      setTimeout(() => { paper = null; });
    });
    const again = () => paper || boxes.filter(box => box.asked).forEach(draw);
    system.addEventListener("change", again);
    new MutationObserver(again).observe(root, {attributes: true, attributeFilter: ["data-theme"]});
    let wait;
    addEventListener("resize", () => {
      clearTimeout(wait);
      wait = setTimeout(() => boxes.filter(box => box.asked && Math.abs(box.drawnWidth - box.clientWidth) > 24).forEach(draw), 200);
    });
  };

  window.atlasCharts = {dark, reach, save, specOf};
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", start) : start();
})();
