// The explorer: one state, kept in the address; every view is drawn from it. The charts come from Vega (atlas.js), the data from atlas-data.js.
(() => {
  "use strict";
  const data = window.atlasData;
  const byId = id => document.getElementById(id);
  const host = byId("explorer");
  if (!data || !host) return;
  const UNKNOWN = "not stated";
  const trials = data.trials;
  const many = trials.length > 300;

  // Every text of a record enters the page as text, here and nowhere else.
  const el = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.filter(c => c !== null && c !== undefined));
    return node;
  };
  const strategyName = code => data.strategies[code] ?? code;
  const dot = code => {
    const mark = el("span", {class: code === "unclear" ? "dot open" : "dot"});
    if (Object.hasOwn(data.strategies, code)) mark.style.setProperty("--s", `var(--s-${code})`);
    return mark;
  };
  const strategy = code => el("span", {class: "strategy"}, dot(code), el("span", {}, strategyName(code)));
  const ends = (pair, unit = "") => !pair ? null : (pair[0] === pair[1] ? `${pair[0]}` : `${pair[0]}–${pair[1]}`) + unit;
  const course = c => [ends(c.total, " Gy"), ends(c.fractions, c.total ? "" : " fractions")].filter(Boolean).join(" / ");
  const doses = t => [...new Set(t.courses.map(course).filter(Boolean))].slice(0, 3).join("; ") || null;
  const told = value => value === null || value === undefined || value === "" ? el("span", {class: "missing"}, UNKNOWN) : String(value);

  // ---------------------------------------------------------------- what can be chosen
  const sure = c => c >= 0.9 ? "0.9 to 1" : c >= 0.7 ? "0.7 to 0.9" : c >= 0.5 ? "0.5 to 0.7" : "below 0.5";
  const one = value => [value ?? UNKNOWN];
  const some = list => list.length ? list : [UNKNOWN];
  const FACETS = {
    strategy: {name: "Strategy", of: t => one(strategyName(t.strategy)), open: true, order: Object.values(data.strategies)},
    setting: {name: "Setting", of: t => one(t.setting), open: true},
    phase: {name: "Phase", of: t => some(t.phase), several: true},
    status: {name: "Status", of: t => one(t.status)},
    drug: {name: "Drug", of: t => some(t.drugs), several: true},
    country: {name: "Country", of: t => some(t.countries), several: true},
    confidence: {name: "Confidence", of: t => one(sure(t.confidence)), order: ["0.9 to 1", "0.7 to 0.9", "0.5 to 0.7", "below 0.5"]},
    basis: {name: "How the facts were obtained", of: t => one(t.basis)},
  };
  const RANGES = {
    year: {name: "Start", unit: "", of: t => t.year === null ? [] : [[t.year, t.year]], step: 1},
    patients: {name: "Patients", unit: "", of: t => t.patients === null ? [] : [[t.patients, t.patients]], step: 1},
    gy: {name: "Total dose", unit: " Gy", of: t => t.courses.filter(c => c.total).map(c => c.total), step: 0.1},
  };
  const names = Object.keys(FACETS);
  const values = {}, totals = {}, spans = {};
  for (const name of names) {
    values[name] = trials.map(t => [...new Set(FACETS[name].of(t))]);
    totals[name] = new Map();
    for (const list of values[name]) for (const v of list) totals[name].set(v, (totals[name].get(v) ?? 0) + 1);
    const order = FACETS[name].order ?? [];
    const rank = v => v === UNKNOWN ? 1e9 : order.includes(v) ? order.indexOf(v) : order.length;
    totals[name] = new Map([...totals[name]].sort((a, b) => rank(a[0]) - rank(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  }
  for (const name of Object.keys(RANGES)) spans[name] = trials.map(RANGES[name].of);
  const cellOf = i => `${values.strategy[i][0]}|${values.setting[i][0]}`;
  const cells = new Map();
  trials.forEach((_, i) => cells.set(cellOf(i), (cells.get(cellOf(i)) ?? 0) + 1));
  const words = trials.map(t => [
    t.name, t.id, t.title, t.ask, strategyName(t.strategy), t.sponsor, t.status, t.rule, t.flags.join(" "), t.drugs.join(" "), t.countries.join(" "),
    ...Object.values(t.axes).flat(), ...t.courses.flatMap(c => [c.words, c.target, c.arm]),
  ].filter(Boolean).join("\n").toLocaleLowerCase());
  const slugs = new Map(trials.map((t, i) => [t.slug, i]));

  // ---------------------------------------------------------------- state and address
  const SORTS = {
    name: t => t.name.toLocaleLowerCase(), strategy: t => Object.keys(data.strategies).indexOf(t.strategy), setting: t => t.setting,
    gy: t => t.courses.find(c => c.total)?.total[1] ?? null, phase: t => t.phase[0] ?? null, status: t => t.status, patients: t => t.patients, start: t => t.year, confidence: t => t.confidence,
  };
  const fresh = () => ({q: "", chosen: Object.fromEntries(names.map(n => [n, new Set()])), cell: new Set(), range: {}, box: null, trial: null, sort: null, down: false});
  let state = fresh(), shown = 50;

  const range = text => {
    const found = /^(-?\d*\.?\d*)\.\.(-?\d*\.?\d*)(!?)$/.exec(text ?? "");
    if (!found) return null;
    const [low, high] = [found[1], found[2]].map(v => v === "" || !Number.isFinite(Number(v)) ? null : Number(v));
    const only = {low, high, unstated: found[3] === "!"};
    return (low === null && high === null && !only.unstated) || (low !== null && high !== null && low > high) ? null : only;
  };
  const rangeText = r => `${r.low ?? ""}..${r.high ?? ""}${r.unstated ? "!" : ""}`;

  const read = () => {
    const told = new URLSearchParams(location.hash.slice(1)), next = fresh();
    next.q = (told.get("q") ?? "").slice(0, 200);
    for (const name of names) for (const v of told.getAll(name)) if (totals[name].has(v)) next.chosen[name].add(v);
    for (const v of told.getAll("cell")) if (cells.has(v)) next.cell.add(v);
    for (const name of Object.keys(RANGES)) { const r = range(told.get(name)); if (r) next.range[name] = r; }
    const box = (told.get("box") ?? "").split(",").map(Number);
    if (box.length === 4 && told.get("box") && box.every(Number.isFinite) && box[0] <= box[1] && box[2] <= box[3]) next.box = box;
    if (slugs.has(told.get("trial"))) next.trial = told.get("trial");
    const [sort, way] = (told.get("sort") ?? "").split(",");
    if (Object.hasOwn(SORTS, sort)) { next.sort = sort; next.down = way === "down"; }
    return next;
  };
  const address = () => {
    const told = new URLSearchParams();
    if (state.q) told.set("q", state.q);
    for (const name of names) for (const v of state.chosen[name]) told.append(name, v);
    for (const v of state.cell) told.append("cell", v);
    for (const [name, r] of Object.entries(state.range)) told.set(name, rangeText(r));
    if (state.box) told.set("box", state.box.map(v => +v.toFixed(3)).join(","));
    if (state.sort) told.set("sort", state.sort + (state.down ? ",down" : ""));
    if (state.trial) told.set("trial", state.trial);
    return told.toString();
  };
  let written = null;
  const write = () => {
    const now = address();
    if (now === written) return;
    written = now;
    try { history.replaceState(null, "", now ? `#${now}` : "#"); } catch { location.hash = now; }
  };

  // ---------------------------------------------------------------- which trials fit
  const inRange = (name, i) => {
    const r = state.range[name], spansOf = spans[name][i];
    if (!spansOf.length) return r.unstated;
    if (r.low === null && r.high === null) return false;
    const high = name === "year" && r.high !== null && Number.isInteger(r.high) ? r.high + 0.999 : r.high;
    return spansOf.some(([a, b]) => (r.low === null || b >= r.low) && (high === null || a <= high));
  };
  const inBox = c => c.fractions && c.each && c.fractions[1] >= state.box[0] && c.fractions[1] <= state.box[1] && c.each[1] >= state.box[2] && c.each[1] <= state.box[3];
  // For each trial: how many filters it fails, and the last of them. A view that filters shows what its own filter would let back in.
  const judge = () => {
    const q = state.q.trim().toLocaleLowerCase();
    const asked = names.filter(n => state.chosen[n].size), ranged = Object.keys(state.range);
    return trials.map((t, i) => {
      let fails = 0, by = null;
      const fail = name => { fails += 1; by = name; };
      if (q && !words[i].includes(q)) fail("q");
      for (const name of asked) if (!values[name][i].some(v => state.chosen[name].has(v))) fail(name);
      if (state.cell.size && !state.cell.has(cellOf(i))) fail("cell");
      for (const name of ranged) if (!inRange(name, i)) fail(name);
      if (state.box && !t.courses.some(inBox)) fail("box");
      return {fails, by};
    });
  };
  const fitting = (verdict, but = null) => verdict.map((v, i) => v.fails === 0 || (v.fails === 1 && v.by === but && but !== null) ? i : -1).filter(i => i >= 0);

  // ---------------------------------------------------------------- charts
  const boxes = {};
  for (const name of ["map", "doses", "timeline", "sizes", "countries"]) {
    const box = document.querySelector(`#v-${name}`)?.parentElement.querySelector("div.chart");
    if (box) boxes[name] = box;
    if (box && many) box.dataset.renderer = "canvas";
    if (box) box.dataset.name = `trial-atlas-${name}`;
  }
  const viewOf = name => boxes[name]?.view?.view;
  const jitter = i => ((i * 2654435761) % 4294967296) / 4294967296;
  const base = i => ({i, trial: trials[i].name, strategy: trials[i].strategy, name: strategyName(trials[i].strategy), jitter: jitter(i)});
  const drawnAt = {};
  const specOf = box => box.spec ??= JSON.parse(box.querySelector("script").textContent);
  const dots = {
    timeline: (t, i, unstated) => ({...base(i), at: t.year ?? unstated, said: t.start ?? UNKNOWN}),
    sizes: (t, i, unstated) => ({...base(i), at: t.patients === null ? unstated : Math.log10(Math.max(1, t.patients)), said: t.patients === null ? UNKNOWN : t.patients.toLocaleString("en")}),
  };
  for (const name of Object.keys(dots)) if (boxes[name]) {
    const unstated = specOf(boxes[name]).usermeta.unstated;
    drawnAt[name] = trials.map((t, i) => dots[name](t, i, unstated));
  }
  const courses = trials.flatMap((t, i) => t.courses.filter(c => c.fractions && c.each).map(c => ({
    ...base(i), fractions: c.fractions[1], each: c.each[1], eqd2: ends(c.eqd2) ?? UNKNOWN, said: `${c.phase}: ${course(c)}`, words: c.words ?? UNKNOWN,
  })));
  const placed = new Set(courses.map(c => c.i));
  const say = (name, text) => { const at = byId(`n-${name}`); if (at) at.textContent = text; };

  const rowsOf = verdict => {
    const fit = new Set(fitting(verdict)), rows = {};
    const count = new Map();
    for (const i of fitting(verdict, "cell")) count.set(cellOf(i), (count.get(cellOf(i)) ?? 0) + 1);
    rows.map = [...cells].map(([key, all]) => {
      const [name, setting] = key.split("|");
      return {key, name, setting, strategy: Object.keys(data.strategies).find(c => strategyName(c) === name) ?? name, n: count.get(key) ?? 0, all, on: state.cell.has(key)};
    });
    const by = new Map();
    for (const i of fitting(verdict, "country")) for (const c of values.country[i]) by.set(c, (by.get(c) ?? 0) + 1);
    rows.countries = (boxes.countries ? specOf(boxes.countries).usermeta.shown : []).map(c => ({
      country: c, n: by.get(c) ?? 0, all: totals.country.get(c) ?? 0, faint: state.chosen.country.size > 0 && !state.chosen.country.has(c),
    }));
    for (const name of Object.keys(drawnAt)) rows[name] = drawnAt[name].filter(r => fit.has(r.i));
    rows.doses = courses.filter(c => fit.has(c.i) && (!state.box || (c.fractions >= state.box[0] && c.fractions <= state.box[1] && c.each >= state.box[2] && c.each <= state.box[3])));
    const without = [...fit].filter(i => !placed.has(i)).length;
    say("doses", `${rows.doses.length} course${rows.doses.length === 1 ? "" : "s"} of ${fit.size - without} trial${fit.size - without === 1 ? "" : "s"}; ${without} with one or both figures not stated.`);
    for (const [name, key] of [["timeline", "year"], ["sizes", "patients"]]) {
      const bare = [...fit].filter(i => !spans[key][i].length).length;
      say(name, `${fit.size - bare} stated, ${bare} not stated.`);
    }
    const others = totals.country.size - rows.countries.length;
    say("countries", `A trial counts once in each of its countries.${others > 0 ? ` ${others} more stand in the list.` : ""}`);
    return rows;
  };
  const fill = async (name, rows) => {
    const view = viewOf(name);
    if (!view) return;
    view.data("rows", rows[name].map(r => ({...r})));
    await view.runAsync();
  };

  // A chart is drawn anew when the page turns dark or is resized: give it its rows and its ears again.
  let quiet = false;
  const forget = except => {
    quiet = true;
    for (const name of ["timeline", "sizes", "doses"]) if (name !== except && viewOf(name)) {
      const key = {timeline: "year", sizes: "patients"}[name];
      if (key && state.range[key] && boxes[name].own === rangeText(state.range[key])) continue;
      if (!key && state.box && boxes[name].own === String(state.box)) continue;
      try { viewOf(name).data("brush_store", []); } catch { /* nothing was drawn over it */ }
    }
    quiet = false;
  };
  let waiting = null;
  const later = (what, from) => {
    if (!waiting) requestAnimationFrame(() => { const now = waiting; waiting = null; now.what(); apply(now.from); });
    waiting = {what, from};
  };
  const brushed = (name, value) => {
    if (quiet) return;
    if (name === "doses") {
      const [x, y] = [value?.fractions, value?.each];
      const box = x && y && x[1] - x[0] > 0.05 ? [...x].sort((a, b) => a - b).concat([...y].sort((a, b) => a - b)).map(v => +v.toFixed(3)) : null;
      boxes.doses.own = String(box);
      if (box || state.box) later(() => { state.box = box; }, name);
      return;
    }
    const key = {timeline: "year", sizes: "patients"}[name], unstated = specOf(boxes[name]).usermeta.unstated;
    const pair = value?.at ? [...value.at].sort((a, b) => a - b) : null;
    const edge = unstated - (name === "sizes" ? 0.17 : 0.7);
    const real = v => name === "sizes" ? Math.round(10 ** v) : +v.toFixed(2);
    let next = null;
    if (pair && pair[1] - pair[0] > 0.01) {
      const no = pair[1] >= unstated, bare = pair[0] >= edge;
      next = {low: bare ? null : real(pair[0]), high: bare || no ? null : real(pair[1]), unstated: no};
      if (bare && !no) next = null;
    }
    boxes[name].own = next ? rangeText(next) : "";
    if (next || state.range[key]) later(() => { if (next) state.range[key] = next; else delete state.range[key]; }, name);
  };
  const flip = (set, value) => set.has(value) ? set.delete(value) : set.add(value);
  const listen = name => {
    const view = viewOf(name);
    if (!view) return;
    if (name === "map" || name === "countries") {
      view.addEventListener("click", (_, item) => {
        const row = item?.datum;
        if (row?.key && cells.has(row.key)) { flip(state.cell, row.key); apply(); }
        if (row?.country && totals.country.has(row.country)) { flip(state.chosen.country, row.country); apply(); }
      });
    } else {
      view.data("all", (drawnAt[name] ?? courses).map(r => ({...r})));
      view.addEventListener("click", (_, item) => { if (Number.isInteger(item?.datum?.i)) open(item.datum.i); });
      view.addSignalListener("brush", (_, value) => brushed(name, value));
    }
    return fill(name, rowsOf(judge()));
  };
  for (const [name, box] of Object.entries(boxes)) box.addEventListener("drawn", () => listen(name));

  // ---------------------------------------------------------------- facets
  const counters = [];
  const inputs = {};
  const build = () => {
    const groups = byId("groups"), wide = matchMedia("(min-width: 57rem)").matches;
    for (const [name, facet] of Object.entries(FACETS)) {
      const list = el("ul", {class: "choices"});
      for (const value of totals[name].keys()) {
        const box = el("input", {type: "checkbox", onchange: () => { flip(state.chosen[name], value); apply(); }});
        const number = el("span", {class: "n"});
        list.append(el("li", {}, el("label", {}, box, el("span", {dir: "auto"}, value), number)));
        counters.push({name, value, box, number});
      }
      const note = facet.several ? el("p", {class: "small quiet"}, "A trial may have several, and counts in each.") : null;
      groups.append(el("details", {open: facet.open && wide, "data-facet": name}, el("summary", {}, facet.name), list, note));
    }
    for (const [name, r] of Object.entries(RANGES)) {
      const change = () => {
        const [low, high] = ["low", "high"].map(end => inputs[name][end].value === "" ? null : Number(inputs[name][end].value));
        const next = range(rangeText({low, high, unstated: inputs[name].unstated.checked}));
        if (next) state.range[name] = next; else delete state.range[name];
        apply();
      };
      const number = label => el("input", {type: "number", step: "any", min: 0, "aria-label": `${r.name}, ${label}`, placeholder: label, onchange: change});
      inputs[name] = {low: number("from"), high: number("to"), unstated: el("input", {type: "checkbox", onchange: change}), number: el("span", {class: "n"})};
      const own = inputs[name];
      groups.append(el("details", {"data-facet": name, open: name === "gy" && wide}, el("summary", {}, r.name + (r.unit ? ` (${r.unit.trim()})` : "")),
        el("div", {class: "range"}, own.low, el("span", {}, "to"), own.high),
        el("ul", {class: "choices"}, el("li", {}, el("label", {}, own.unstated, el("span", {}, UNKNOWN), own.number)))));
    }
    byId("q").addEventListener("input", event => { state.q = event.target.value.slice(0, 200); apply(); });
    byId("facets").addEventListener("submit", event => event.preventDefault());
  };
  const facets = verdict => {
    const tally = {};
    for (const name of names) {
      tally[name] = new Map();
      verdict.forEach((v, i) => { if (v.fails === 0 || (v.fails === 1 && v.by === name)) for (const x of values[name][i]) tally[name].set(x, (tally[name].get(x) ?? 0) + 1); });
    }
    for (const c of counters) {
      const n = tally[c.name].get(c.value) ?? 0;
      c.number.textContent = n;
      c.box.checked = state.chosen[c.name].has(c.value);
      c.box.closest("li").classList.toggle("none", n === 0 && !c.box.checked);
    }
    for (const name of Object.keys(RANGES)) {
      const r = state.range[name], own = inputs[name];
      for (const end of ["low", "high"]) if (document.activeElement !== own[end]) own[end].value = r?.[end] ?? "";
      own.unstated.checked = Boolean(r?.unstated);
      own.number.textContent = fitting(verdict, name).filter(i => !spans[name][i].length).length;
    }
    if (document.activeElement !== byId("q")) byId("q").value = state.q;
  };

  // ---------------------------------------------------------------- what is chosen, and the way back
  const chips = fit => {
    byId("count").textContent = `${fit.length} of ${trials.length} trials`;
    const list = [];
    const chip = (text, off) => list.push(el("button", {type: "button", class: "chip", "aria-label": `Remove: ${text}`, onclick: () => { off(); apply(); byId("q").focus(); }}, `${text} ×`));
    if (state.q) chip(`“${state.q}”`, () => { state.q = ""; });
    for (const name of names) for (const v of state.chosen[name]) chip(v === UNKNOWN ? `${FACETS[name].name}: ${UNKNOWN}` : v, () => state.chosen[name].delete(v));
    for (const v of state.cell) chip(v.replace("|", " × "), () => state.cell.delete(v));
    for (const [name, r] of Object.entries(state.range)) {
      const bounds = r.low === null && r.high === null ? null : `${r.low ?? "…"} to ${r.high ?? "…"}${RANGES[name].unit}`;
      chip(`${RANGES[name].name}: ${[bounds, r.unstated ? UNKNOWN : null].filter(Boolean).join(" or ")}`, () => { delete state.range[name]; });
    }
    if (state.box) chip(`${+state.box[0].toFixed(1)}–${+state.box[1].toFixed(1)} fractions of ${+state.box[2].toFixed(2)}–${+state.box[3].toFixed(2)} Gy`, () => { state.box = null; });
    if (list.length > 1) list.push(el("button", {type: "button", class: "chip", onclick: () => { state = {...fresh(), sort: state.sort, down: state.down, trial: state.trial}; apply(); byId("q").focus(); }}, "all away"));
    byId("chips").replaceChildren(...list);
  };

  // ---------------------------------------------------------------- table
  const COLUMNS = [
    ["name", "Trial"], ["strategy", "Strategy"], ["setting", "Setting"], ["gy", "Radiotherapy"], ["phase", "Phase"], ["status", "Status"], ["patients", "Patients"], ["start", "Start"], ["confidence", "Confidence"],
  ];
  const NUMBERS = new Set(["patients", "confidence"]);
  const head = () => byId("table").querySelector("thead tr").replaceChildren(...COLUMNS.map(([key, name]) => {
    const way = state.sort === key ? (state.down ? "descending" : "ascending") : null;
    const turn = () => { state.down = state.sort === key && !state.down; state.sort = key; apply(); };
    return el("th", {scope: "col", class: NUMBERS.has(key) ? "num" : null, "aria-sort": way, "data-key": key}, el("button", {type: "button", class: "sort", onclick: turn}, name, way ? (state.down ? " ↓" : " ↑") : ""));
  }));
  const sorted = fit => {
    if (!state.sort) return fit;
    const key = fit.map(i => [SORTS[state.sort](trials[i]), i]), sign = state.down ? -1 : 1;
    return key.sort(([a, i], [b, j]) => (a === null) - (b === null) || (a < b ? -sign : a > b ? sign : i - j)).map(([, i]) => i);
  };
  const row = i => {
    const t = trials[i];
    return el("tr", {"data-slug": t.slug},
      el("td", {class: "title"}, el("button", {type: "button", class: "link", dir: "auto", "aria-haspopup": "dialog", onclick: () => open(i)}, t.name), t.id && t.id !== t.name ? el("span", {class: "quiet small nowrap"}, ` ${t.id}`) : null, el("br"), el("span", {class: "small quiet", dir: "auto"}, t.title.length > 140 ? `${t.title.slice(0, 139)}…` : t.title)),
      el("td", {"data-name": "Strategy"}, strategy(t.strategy)),
      el("td", {"data-name": "Setting"}, told(t.setting)),
      el("td", {"data-name": "Radiotherapy"}, told(doses(t))),
      el("td", {"data-name": "Phase"}, told(t.phase.join(", "))),
      el("td", {"data-name": "Status"}, told(t.status)),
      el("td", {"data-name": "Patients", class: "num"}, told(t.patients?.toLocaleString("en"))),
      el("td", {"data-name": "Start"}, told(t.start)),
      el("td", {"data-name": "Confidence", class: "num"}, t.confidence.toFixed(2)));
  };
  let listed = "";
  const table = fit => {
    const order = sorted(fit), visible = order.slice(0, shown), now = `${visible.join()}|${state.sort}|${state.down}`;
    if (now === listed) return;
    listed = now;
    const focused = document.activeElement?.closest("#table th")?.dataset.key;
    head();
    if (focused) byId("table").querySelector(`th[data-key="${focused}"] button`)?.focus();
    byId("table").querySelector("tbody").replaceChildren(...(visible.length ? visible.map(row) : [el("tr", {}, el("td", {colspan: COLUMNS.length}, "No trial fits."))]));
    byId("more").hidden = order.length <= shown;
    byId("more").textContent = `Show ${Math.min(200, order.length - shown)} more of ${order.length - shown}`;
  };

  // ---------------------------------------------------------------- evidence beside the charts
  let back = null;
  const close = () => {
    state.trial = null;
    byId("panel").hidden = true;
    write();
    if (back?.isConnected) back.focus(); else byId("table").querySelector("button")?.focus({preventScroll: true});
  };
  const open = (i, quietly = false) => {
    const t = trials[i], panel = byId("panel");
    back = quietly ? null : document.activeElement;
    state.trial = t.slug;
    const answers = el("dl", {class: "answers"});
    for (const [axis, [value, quote, where]] of Object.entries(t.axes))
      answers.append(el("dt", {}, data.axes[axis] ?? axis), el("dd", {}, value, quote ? el("br") : null, quote ? el("q", {class: "small", dir: "auto"}, quote) : null, quote ? el("span", {class: "small quiet"}, ` ${where}`) : null));
    const given = t.courses.map(c => el("li", {}, `${c.phase}${c.target ? `, ${c.target}` : ""}: ${course(c)}${c.eqd2 ? ` · EQD2 at α/β 10: ${ends(c.eqd2, " Gy")}` : ""}`, c.words ? el("br") : null, c.words ? el("q", {class: "small", dir: "auto"}, c.words) : null));
    panel.replaceChildren(
      el("button", {type: "button", class: "close", "aria-label": "Close", onclick: close}, "×"),
      el("h2", {id: "p-name", dir: "auto"}, t.name),
      el("p", {class: "small quiet", dir: "auto"}, t.title),
      el("p", {}, strategy(t.strategy), ` · ${t.confidence.toFixed(2)} of 1`),
      el("p", {class: "small"}, el("span", {class: "rule-id"}, t.rule), ` ${t.because}`),
      el("p", {class: "small"}, t.ask),
      el("p", {}, el("a", {href: `trials/${encodeURIComponent(t.slug)}.html`}, "The whole page"), t.link ? " · " : null, t.link ? el("a", {href: t.link, rel: "noopener noreferrer external"}, "at the register") : null, " · ", el("a", {href: `compare.html#t=${encodeURIComponent(t.slug)}`}, "compare it")),
      el("h3", {}, "What the record says"), Object.keys(t.axes).length ? answers : el("p", {class: "missing"}, UNKNOWN),
      el("h3", {}, "Courses of radiotherapy"), given.length ? el("ul", {class: "plain"}, ...given) : el("p", {class: "missing"}, UNKNOWN),
      el("p", {class: "small quiet"}, `Words: ${t.caption}. Data as of ${t.date ?? UNKNOWN}.`));
    panel.hidden = false;
    panel.scrollTop = 0;
    if (!quietly) panel.focus({preventScroll: true});
    write();
  };
  addEventListener("keydown", event => { if (event.key === "Escape" && !byId("panel").hidden) close(); });

  // ---------------------------------------------------------------- downloads
  const defused = v => typeof v === "string" && /^[\s\uFFFD]*[=+\-@\t\r\n＝＋－＠]/.test(v) ? `'${v}` : v;
  const cellText = v => { const text = String(defused(v ?? UNKNOWN)).replace(/\r\n?/g, "\n"); return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text; };
  const FIELDS = {
    trial: t => t.name, id: t => t.id, title: t => t.title, strategy: t => t.strategy, strategy_name: t => strategyName(t.strategy), secondary: t => t.secondary.join("; ") || "none",
    flags: t => t.flags.join("; ") || "none", confidence: t => t.confidence, rule: t => t.rule, setting: t => t.setting, radiotherapy: doses, drugs: t => t.drugs.join("; ") || null,
    phase: t => t.phase.join("; ") || null, status: t => t.status, patients: t => t.patients, start: t => t.start, countries: t => t.countries.join("; ") || null, sponsor: t => t.sponsor,
    register: t => t.register, link: t => t.link, basis: t => t.basis, data_date: t => t.date,
  };
  const line = text => String(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  const WRITERS = {
    csv: list => [Object.keys(FIELDS).join(","), ...list.map(t => Object.values(FIELDS).map(f => cellText(f(t))).join(","))].join("\n") + "\n",
    json: list => JSON.stringify({as_of: data.as_of, address: location.href, trials: list}, null, 1),
    ris: list => list.map(t => [["TY", "DBASE"], ["TI", t.title], ["AN", t.id], ["DB", t.register], ["PB", t.sponsor], ["PY", t.start?.slice(0, 4)], ["Y2", t.date], ["M3", "Clinical trial registration"], ["N1", `Strategy: ${strategyName(t.strategy)} (rule ${t.rule})`], ["UR", t.link]]
      .filter(([, v]) => v).map(([tag, v]) => `${tag}  - ${line(v)}\r\n`).join("") + "ER  - \r\n").join("\r\n"),
  };
  const TYPES = {csv: "text/csv", json: "application/json", ris: "application/x-research-info-systems"};
  const save = (form, list, name) => {
    const url = URL.createObjectURL(new Blob([WRITERS[form](list)], {type: `${TYPES[form]};charset=utf-8`}));
    const link = el("a", {href: url, download: `${name}.${form}`});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  const saves = fit => {
    const group = (label, list, name) => [label, ...Object.keys(WRITERS).flatMap(form => [" ", el("button", {type: "button", "data-save": `${name}.${form}`, "aria-label": `${label} as ${form.toUpperCase()}`, onclick: () => save(form, list().map(i => trials[i]), `trial-atlas-${name}`)}, form.toUpperCase())])];
    byId("save-selection").replaceChildren(...group(`the selection (${fit.length})`, () => sorted(fitting(judge())), "selection"), " · ", ...group(`all (${trials.length})`, () => trials.map((_, i) => i), "all"),
      fit.length > 1 && fit.length < 5 ? " · " : "", fit.length > 1 && fit.length < 5 ? el("a", {href: `compare.html#${new URLSearchParams(fit.map(i => ["t", trials[i].slug]))}`}, `compare these ${fit.length}`) : "");
  };

  // ---------------------------------------------------------------- everything from the state
  let turn = 0;
  const apply = async from => {
    const started = performance.now(), mine = ++turn;
    const verdict = judge(), fit = fitting(verdict), rows = rowsOf(verdict);
    chips(fit);
    facets(verdict);
    table(fit);
    saves(fit);
    write();
    forget(from);
    await Promise.all(Object.keys(boxes).map(name => fill(name, rows)));
    if (mine === turn) {
      performance.measure("atlas-answer", {start: started, end: performance.now()});
      host.dataset.answered = String(mine);
    }
  };
  const restore = () => {
    state = read();
    shown = 50;
    apply();
    if (state.trial) open(slugs.get(state.trial), true); else byId("panel").hidden = true;
  };
  byId("more").addEventListener("click", () => { shown += 200; table(fitting(judge())); });
  addEventListener("hashchange", () => { if (location.hash.slice(1) !== written) restore(); });
  build();
  host.hidden = false;
  restore();
})();
