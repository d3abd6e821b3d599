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
  const point = value => value === null ? null : [value, value];
  const RANGES = {  // Of a trial, or of one course of it: then one and the same course must lie in all of them
    gy: {name: "Total dose", unit: " Gy", course: c => c.total},
    fractions: {name: "Fractions", unit: "", course: c => c.fractions},
    each: {name: "Dose per fraction", unit: " Gy", course: c => c.each},
    year: {name: "Start", unit: "", of: t => point(t.year)},
    patients: {name: "Patients", unit: "", of: t => point(t.patients)},
  };
  const NO_COURSE = [{total: null, fractions: null, each: null}];
  const coursesOf = t => t.courses.length ? t.courses : NO_COURSE;
  const names = Object.keys(FACETS);
  const values = {}, totals = {};
  for (const name of names) {
    values[name] = trials.map(t => [...new Set(FACETS[name].of(t))]);
    totals[name] = new Map();
    for (const list of values[name]) for (const v of list) totals[name].set(v, (totals[name].get(v) ?? 0) + 1);
    const order = FACETS[name].order ?? [];
    const rank = v => v === UNKNOWN ? 1e9 : order.includes(v) ? order.indexOf(v) : order.length;
    totals[name] = new Map([...totals[name]].sort((a, b) => rank(a[0]) - rank(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  }
  const stated = {};
  for (const [name, r] of Object.entries(RANGES)) stated[name] = trials.map(t => r.course ? t.courses.some(c => r.course(c)) : r.of(t) !== null);
  const cellOf = i => `${values.strategy[i][0]}|${values.setting[i][0]}`;
  const cells = new Map();
  trials.forEach((_, i) => cells.set(cellOf(i), (cells.get(cellOf(i)) ?? 0) + 1));
  const words = trials.map(t => [
    t.name, t.id, t.title, t.ask, strategyName(t.strategy), t.sponsor, t.status, t.rule, t.flags.join(" "), t.drugs.join(" "), t.countries.join(" "),
    ...Object.values(t.axes).flat(), ...t.courses.flatMap(c => [c.words, c.target, c.arm]),
  ].filter(Boolean).join("\n").toLocaleLowerCase());
  const slugs = new Map(trials.map((t, i) => [t.slug, i]));

  const boxes = {};
  for (const name of ["map", "doses", "timeline", "sizes", "countries"]) {
    const box = document.querySelector(`#v-${name}`)?.parentElement.querySelector("div.chart");
    if (!box) continue;
    boxes[name] = box;
    box.dataset.name = `trial-atlas-${name}`;
    if (many) box.dataset.renderer = "canvas";
  }
  const PARTS = new Set(Object.keys(boxes).flatMap(name => [`${name}.table`, `${name}.about`]));

  // ---------------------------------------------------------------- state and address
  const SORTS = {
    name: t => t.name.toLocaleLowerCase(), strategy: t => Object.keys(data.strategies).indexOf(t.strategy), setting: t => t.setting,
    gy: t => t.courses.find(c => c.total)?.total[1] ?? null, phase: t => t.phase[0] ?? null, status: t => t.status, patients: t => t.patients, start: t => t.year, confidence: t => t.confidence,
  };
  const fresh = () => ({q: "", chosen: Object.fromEntries(names.map(n => [n, new Set()])), cell: new Set(), range: {}, trial: null, sort: null, down: false, show: new Set(), at: null});
  const FIRST = matchMedia("(min-width: 40rem)").matches ? 50 : 20;  // Rows of the table at first
  let state = fresh(), shown = FIRST;

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
    for (const v of told.getAll("show")) if (PARTS.has(v)) next.show.add(v);
    if (Object.hasOwn(boxes, told.get("at"))) next.at = told.get("at");
    if (slugs.has(told.get("trial"))) next.trial = told.get("trial");
    const [sort, way] = (told.get("sort") ?? "").split(",");
    if (Object.hasOwn(SORTS, sort)) { next.sort = sort; next.down = way === "down"; }
    return next;
  };
  const address = (at = state.at) => {
    const told = new URLSearchParams();
    if (state.q) told.set("q", state.q);
    for (const name of names) for (const v of state.chosen[name]) told.append(name, v);
    for (const v of state.cell) told.append("cell", v);
    for (const [name, r] of Object.entries(state.range)) told.set(name, rangeText(r));
    if (state.sort) told.set("sort", state.sort + (state.down ? ",down" : ""));
    if (state.trial) told.set("trial", state.trial);
    for (const v of state.show) told.append("show", v);
    if (at) told.set("at", at);
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
  const within = (pair, name) => {
    const r = state.range[name];
    if (r.low === null && r.high === null) return false;
    const high = name === "year" && r.high !== null && Number.isInteger(r.high) ? r.high + 0.999 : r.high;  // a year is all of it
    return (r.low === null || pair[1] >= r.low) && (high === null || pair[0] <= high);
  };
  const rangeFits = (pair, name, i) => pair ? within(pair, name) : state.range[name].unstated && !stated[name][i];
  const ofCourse = () => Object.keys(state.range).filter(name => RANGES[name].course);
  const courseFits = (c, i, asked) => asked.every(name => rangeFits(RANGES[name].course(c), name, i));
  // For each trial: how many filters it fails, and the last of them. A view that filters shows what its own filter would let back in.
  const judge = () => {
    const q = state.q.trim().toLocaleLowerCase();
    const asked = names.filter(n => state.chosen[n].size), courses = ofCourse(), ranged = Object.keys(state.range).filter(name => !RANGES[name].course);
    return trials.map((t, i) => {
      let fails = 0, by = null;
      const fail = name => { fails += 1; by = name; };
      if (q && !words[i].includes(q)) fail("q");
      for (const name of asked) if (!values[name][i].some(v => state.chosen[name].has(v))) fail(name);
      if (state.cell.size && !state.cell.has(cellOf(i))) fail("cell");
      for (const name of ranged) if (!rangeFits(RANGES[name].of(t), name, i)) fail(name);
      if (courses.length && !coursesOf(t).some(c => courseFits(c, i, courses))) fail("course");
      return {fails, by};
    });
  };
  const fitting = (verdict, but = null) => verdict.map((v, i) => v.fails === 0 || (v.fails === 1 && v.by === but && but !== null) ? i : -1).filter(i => i >= 0);

  // ---------------------------------------------------------------- charts
  const viewOf = name => boxes[name]?.view?.view;
  const jitter = i => ((i * 2654435761) % 4294967296) / 4294967296;
  const base = i => ({i, slug: trials[i].slug, trial: trials[i].name, strategy: trials[i].strategy, name: strategyName(trials[i].strategy), jitter: jitter(i)});
  const drawnAt = {};
  const {specOf} = window.atlasCharts;
  const dots = {
    timeline: (t, i, unstated) => ({...base(i), at: t.year ?? unstated, said: t.start ?? UNKNOWN}),
    sizes: (t, i, unstated) => ({...base(i), at: t.patients === null ? unstated : Math.log10(Math.max(1, t.patients)), said: t.patients === null ? UNKNOWN : t.patients.toLocaleString("en")}),
  };
  for (const name of Object.keys(dots)) if (boxes[name]) {
    const unstated = specOf(boxes[name]).usermeta.unstated;
    drawnAt[name] = trials.map((t, i) => dots[name](t, i, unstated));
  }
  const courses = trials.flatMap((t, i) => t.courses.filter(c => c.fractions && c.each).map(c => ({
    ...base(i), c, fractions: c.fractions[1], each: c.each[1], eqd2: ends(c.eqd2) ?? UNKNOWN, said: `${c.phase}: ${course(c)}`, words: c.words ?? UNKNOWN,
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
    const asked = ofCourse();
    rows.doses = courses.filter(r => fit.has(r.i) && courseFits(r.c, r.i, asked));
    const without = [...fit].filter(i => !placed.has(i)).length;
    say("doses", `${rows.doses.length} course${rows.doses.length === 1 ? "" : "s"} of ${fit.size - without} trial${fit.size - without === 1 ? "" : "s"}; ${without} with one or both figures not stated.`);
    for (const [name, key] of [["timeline", "year"], ["sizes", "patients"]]) {
      const bare = [...fit].filter(i => !stated[key][i]).length;
      say(name, `${fit.size - bare} stated, ${bare} not stated.`);
    }
    const others = totals.country.size - rows.countries.length;
    say("countries", `A trial counts once in each of its countries.${others > 0 ? ` ${others} more stand in the list.` : ""}`);
    return rows;
  };
  const copies = rows => rows.map(r => ({...r, picked: r.slug !== undefined && r.slug === state.trial}));
  const fill = async (name, rows, from) => {
    const view = viewOf(name);
    if (!view) return;
    boxes[name].given = {...boxes[name].given, rows: copies(rows[name])};
    view.data("rows", boxes[name].given.rows.map(r => ({...r})));
    if (from !== name) showStretch(name, view);
    await view.runAsync();
    boxes[name].quiet = false;
  };

  // ---------------------------------------------------------------- stretches drawn over a chart
  // A chart's stretch is its ranges and nothing more: drawn by hand it sets them, and set elsewhere they draw it.
  const edges = (view, scale) => view.scale(scale).domain();
  const stretch = (r, [first, last], unstated) => {
    const edge = unstated?.edge ?? last;
    if (!r) return null;
    if (r.low === null && r.high === null) return r.unstated && unstated ? [edge, last] : null;
    return [r.low ?? first, r.unstated && r.high === null ? last : r.high ?? edge].map(v => Math.min(Math.max(v, first), last));
  };
  const STRETCHES = {  // Chart → for each of its directions: scale, range, from the axis to the range and back, what stands at the end
    timeline: [{scale: "x", field: "at", range: "year", to: v => v, back: v => +v.toFixed(2), beside: 0.7}],
    sizes: [{scale: "x", field: "at", range: "patients", to: v => Math.log10(Math.max(1, v)), back: v => Math.round(10 ** v), beside: 0.17}],
    doses: [{scale: "x", field: "fractions", range: "fractions", to: v => v, back: v => +v.toFixed(1)}, {scale: "y", field: "each", range: "each", to: v => v, back: v => +v.toFixed(2)}],
  };
  const endOf = (name, s) => s.beside ? {at: specOf(boxes[name]).usermeta.unstated, edge: specOf(boxes[name]).usermeta.unstated - s.beside} : null;
  const onAxis = (s, r) => r && {...r, low: r.low === null ? null : s.to(r.low), high: r.high === null ? null : s.to(s.range === "year" && Number.isInteger(r.high) ? r.high + 0.999 : r.high)};
  const rangesOf = name => STRETCHES[name].map(s => state.range[s.range] ? rangeText(state.range[s.range]) : "").join();
  const showStretch = (name, view) => {
    if (!STRETCHES[name] || boxes[name].stretched === rangesOf(name)) return;
    const any = STRETCHES[name].some(s => state.range[s.range]);
    boxes[name].quiet = true;
    for (const s of STRETCHES[name]) {
      const domain = edges(view, s.scale), found = stretch(onAxis(s, state.range[s.range]), domain, endOf(name, s)) ?? (any && STRETCHES[name].length > 1 ? domain : null);
      view.signal(`brush_${s.scale}`, found ? found.map(v => view.scale(s.scale)(v)) : [0, 0]);
    }
    boxes[name].stretched = rangesOf(name);
  };
  const rangeOf = (pair, [first, last], s, unstated) => {
    const [low, high] = [...pair].sort((a, b) => a - b), all = (last - first) / 500;
    if (high - low < all) return null;
    const no = unstated !== null && high >= unstated.at, bare = unstated !== null && low >= unstated.edge;
    if (bare && !no) return null;
    const next = {low: bare || low <= first + all ? null : s.back(low), high: bare || no || high >= last - all ? null : s.back(high), unstated: no};
    return next.low === null && next.high === null && (!next.unstated || !bare) ? null : next;
  };
  let waiting = null;
  const later = (what, from) => {
    const since = waiting?.since ?? performance.now();
    if (!waiting) requestAnimationFrame(() => { const now = waiting; waiting = null; now.what(); apply(now.from, now.since); });
    waiting = {what, from, since};
  };
  const brushed = (name, value) => {
    if (boxes[name].quiet) return;
    const ranges = STRETCHES[name].map(s => [s.range, value?.[s.field] ? rangeOf(value[s.field], edges(viewOf(name), s.scale), s, endOf(name, s)) : null]);
    if (!ranges.some(([key, next]) => next || state.range[key])) return;
    later(() => {
      for (const [key, next] of ranges) if (next) state.range[key] = next; else delete state.range[key];
      boxes[name].stretched = rangesOf(name);
    }, name);
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
      boxes[name].given = {all: drawnAt[name] ?? courses};
      boxes[name].stretched = ",".repeat(STRETCHES[name].length - 1);  // a new chart has none
      view.data("all", boxes[name].given.all.map(r => ({...r})));
      view.addEventListener("click", (event, item) => { if (Number.isInteger(item?.datum?.i)) open(item.datum.i, {beside: event.clientX}); });
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
        const code = name === "strategy" ? Object.keys(data.strategies).find(c => strategyName(c) === value) : null;
        list.append(el("li", {}, el("label", {}, box, code ? strategy(code) : el("span", {dir: "auto"}, value), number)));
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
      const field = label => el("input", {type: "number", step: "any", min: 0, "aria-label": `${r.name}, ${label}`, placeholder: label, onchange: change});
      inputs[name] = {low: field("from"), high: field("to"), unstated: el("input", {type: "checkbox", onchange: change}), number: el("span", {class: "n"}), rest: el("span", {class: "n"})};
      const own = inputs[name];
      groups.append(el("details", {"data-facet": name, open: name === "gy" && wide}, el("summary", {}, r.name + (r.unit ? ` (${r.unit.trim()})` : "")),
        el("div", {class: "range"}, own.low, el("span", {}, "to"), own.high),
        el("ul", {class: "choices"}, el("li", {}, el("span", {class: "told"}, el("span", {}, "stated"), own.rest)), el("li", {}, el("label", {}, own.unstated, el("span", {}, UNKNOWN), own.number))),
        r.course ? el("p", {class: "small quiet"}, "One course must lie in every range of dose and fractions.") : null));
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
      const back = fitting(verdict, RANGES[name].course ? "course" : name);
      own.rest.textContent = back.filter(i => stated[name][i]).length;
      own.number.textContent = back.length - Number(own.rest.textContent);
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
    if (list.length > 1) list.push(el("button", {type: "button", class: "chip", onclick: () => { state = {...fresh(), sort: state.sort, down: state.down, trial: state.trial, show: state.show}; apply(); byId("q").focus(); }}, "Clear all"));
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
  const ring = () => { const rows = rowsOf(judge()); for (const name of Object.keys(STRETCHES)) if (boxes[name]) fill(name, rows, name); };
  const close = () => {
    state.trial = null;
    byId("panel").hidden = true;
    ring();
    write();
    if (back?.isConnected) back.focus(); else byId("table").querySelector("button")?.focus({preventScroll: true});
  };
  const open = (i, {quietly = false, beside = null} = {}) => {
    const t = trials[i], panel = byId("panel");
    panel.classList.toggle("left", beside !== null && beside > innerWidth / 2);  // never over the mark that was chosen
    back = quietly ? null : document.activeElement;
    state.trial = t.slug;
    const answers = el("dl", {class: "answers"});
    for (const [axis, [value, quote, where]] of Object.entries(t.axes))
      answers.append(el("dt", {}, data.axes[axis] ?? axis), el("dd", {}, value, quote ? el("br") : null, quote ? el("q", {class: "small", dir: "auto"}, quote) : null, quote ? el("span", {class: "small quiet"}, ` ${where}`) : null));
    const given = t.courses.map(c => el("li", {}, `${[c.phase, c.target, c.technique].filter(Boolean).join(", ")}: ${course(c)}${c.eqd2 ? ` · EQD2 at α/β 10: ${ends(c.eqd2, " Gy")}` : ""}`, c.words ? el("br") : null, c.words ? el("q", {class: "small", dir: "auto"}, c.words) : null));
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
    ring();
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
  const saveText = (form, text, name) => window.atlasCharts.save(new Blob([text], {type: `${TYPES[form]};charset=utf-8`}), `${name}.${form}`);
  const saves = fit => {
    const group = (label, list, name) => [label, ...Object.keys(WRITERS).flatMap(form => [" ", el("button", {type: "button", "data-save": `${name}.${form}`, "aria-label": `${label} as ${form.toUpperCase()}`, onclick: () => saveText(form, WRITERS[form](list().map(i => trials[i])), `trial-atlas-${name}`)}, form.toUpperCase())])];
    byId("save-selection").replaceChildren(...group(`the selection (${fit.length})`, () => sorted(fitting(judge())), "selection"), " · ", ...group(`all (${trials.length})`, () => trials.map((_, i) => i), "all"),
      fit.length > 1 && fit.length < 5 ? " · " : "", fit.length > 1 && fit.length < 5 ? el("a", {href: `compare.html#${new URLSearchParams(fit.map(i => ["t", trials[i].slug]))}`}, `compare these ${fit.length}`) : "");
  };

  // ---------------------------------------------------------------- each chart's table, data, metadata and address
  const ABOUT = {
    map: "The number of trials of each strategy in each setting. The strategy is decided by the rulebook, the setting is read from the record.",
    doses: "Courses of radiotherapy whose record states the number of fractions and the dose of a fraction, at the high end of a range. Equal EQD2 by the linear-quadratic model with α/β 10 Gy; above about 8 Gy a fraction the model is least reliable.",
    timeline: "The month or year in which a trial starts, as the record states it. Dots of one lane stand at different heights only to be told apart.",
    sizes: "The number of patients planned or enrolled, as the record states it, on a logarithmic scale.",
    countries: "The countries in which a trial has places. A trial with several countries counts once in each, so these counts do not add up to the number of trials.",
  };
  const opener = i => el("button", {type: "button", class: "link", dir: "auto", "aria-haspopup": "dialog", onclick: () => open(i)}, trials[i].name);
  const TRIAL = ["trial", "Trial"], STRATEGY = ["strategy", "Strategy"], COUNTS = [["trials", "Trials that fit"], ["trials_in_all", "Trials in all"]];
  const DOSES = [["course", "Course"], ["fractions", "Fractions"], ["dose_per_fraction_gy", "Dose per fraction (Gy)"], ["eqd2_gy_alpha_beta_10", "EQD2, α/β 10 (Gy)"], ["words", "Words"]];
  const DATA = {  // Chart → its columns, in the file and as shown, and its rows
    map: rows => [[STRATEGY, ["setting", "Setting"], ...COUNTS], rows.map(r => [r.name, r.setting, r.n, r.all])],
    doses: rows => [[TRIAL, STRATEGY, ...DOSES], rows.map(r => [r.trial, r.name, r.said, ends(r.c.fractions), ends(r.c.each), r.eqd2, r.words])],
    timeline: rows => [[TRIAL, STRATEGY, ["start", "Start"]], rows.map(r => [r.trial, r.name, trials[r.i].start])],
    sizes: rows => [[TRIAL, STRATEGY, ["patients", "Patients"]], rows.map(r => [r.trial, r.name, trials[r.i].patients])],
    countries: (_, verdict) => {  // all of them, not only those drawn
      const by = new Map([...totals.country.keys()].map(c => [c, 0]));
      for (const i of fitting(verdict, "country")) for (const c of values.country[i]) by.set(c, by.get(c) + 1);
      return [[["country", "Country"], ...COUNTS], [...by].map(([c, n]) => [c, n, totals.country.get(c)])];
    },
  };
  const LISTED = 200;
  const tableOf = (head, body, first = v => told(v)) => el("table", {}, el("thead", {}, el("tr", {}, ...head.map(h => el("th", {scope: "col"}, h)))),
    el("tbody", {}, ...body.map((cells, k) => el("tr", {}, ...cells.map((v, n) => n ? el("td", {class: typeof v === "number" ? "num" : null, dir: "auto"}, told(v)) : el("th", {scope: "row", dir: "auto"}, first(v, k)))))));
  const crossed = rows => {  // the map as a reader writes it down, with its sums
    const settings = specOf(boxes.map).usermeta.settings, by = new Map(rows.map(r => [r.key, r.n]));
    const lines = [...new Set(rows.map(r => r.name))].map(name => [name, ...settings.map(s => by.get(`${name}|${s}`) ?? 0)]);
    const sums = settings.map((_, k) => lines.reduce((sum, l) => sum + l[k + 1], 0)), sum = list => list.reduce((a, b) => a + b, 0);
    return tableOf(["Strategy", ...settings, "together"], [...lines.map(l => [...l, sum(l.slice(1))]), ["together", ...sums, sum(sums)]]);
  };
  const tableFor = (name, rows, verdict) => {
    if (name === "map") return [crossed(rows.map)];
    const [head, body] = DATA[name](rows[name], verdict), drawn = name === "countries" ? null : rows[name];
    return [tableOf(head.map(([, shown]) => shown), body.slice(0, LISTED), drawn ? (_, k) => opener(drawn[k].i) : undefined), body.length > LISTED ? el("p", {class: "small quiet"}, `The first ${LISTED} of ${body.length} rows; the CSV has all of them.`) : null];
  };
  const aboutFor = (name, fit) => {
    const chips = [...byId("chips").querySelectorAll("button[aria-label]")].map(b => b.textContent.replace(/ ×$/, ""));
    const facts = [["What it shows", ABOUT[name]], ["Trials", `${fit.length} of ${trials.length} fit. ${byId(`n-${name}`)?.textContent ?? ""}`], ["Chosen by", chips.join("; ") || "nothing; all trials are shown"],
      ["Data as of", data.as_of], ["Read by", `trial_atlas ${data.version}, rulebook ${data.rulebook}`]];
    return el("dl", {class: "mini small"}, ...facts.flatMap(([term, text]) => [el("dt", {}, term), el("dd", {dir: "auto"}, text)]),
      el("dt", {}, "Columns, licence, citation"), el("dd", {}, el("a", {href: "data.html"}, "on the page of the data")));
  };
  const tools = {};
  const equip = () => {
    for (const [name, box] of Object.entries(boxes)) {
      const bar = byId(`tools-${name}`), title = byId(`v-${name}`).textContent;
      const turn = (part, label) => el("button", {type: "button", "aria-expanded": "false", "aria-controls": `part-${name}-${part}`, "aria-label": `${label}: ${title}`, onclick: () => { flip(state.show, `${name}.${part}`); apply(); }}, label);
      const own = tools[name] = {table: turn("table", "Table"), about: turn("about", "About"), link: el("a", {"aria-label": `Link to this chart: ${title}`}, "Link"), parts: {}};
      const csv = el("button", {type: "button", "aria-label": `Save the data of this chart as CSV: ${title}`, "data-save": `${name}.csv`, onclick: () => {
        const verdict = judge(), [head, body] = DATA[name](rowsOf(verdict)[name], verdict);
        saveText("csv", [head.map(([name]) => name), ...body].map(line => line.map(cellText).join(",")).join("\n") + "\n", `trial-atlas-${name}`);
      }}, "CSV");
      const saving = box.parentElement.querySelector(".saving");
      bar.append(own.table, own.about, own.link, csv, ...saving.children);
      saving.remove();
      for (const part of ["table", "about"]) own.parts[part] = byId(`part-${name}-${part}`);
    }
  };
  const parts = (verdict, fit, rows) => {
    for (const [name, own] of Object.entries(tools)) {
      own.link.href = `#${address(name)}`;
      for (const part of ["table", "about"]) {
        const open = state.show.has(`${name}.${part}`);
        own[part].setAttribute("aria-expanded", String(open));
        own.parts[part].hidden = !open;
        own.parts[part].replaceChildren(...(open ? (part === "table" ? tableFor(name, rows, verdict) : [aboutFor(name, fit)]).filter(Boolean) : []));
      }
    }
  };

  // ---------------------------------------------------------------- everything from the state
  let turn = 0;
  const apply = async (from, since = performance.now()) => {
    const mine = ++turn;
    const verdict = judge(), fit = fitting(verdict), rows = rowsOf(verdict);
    chips(fit);
    facets(verdict);
    table(fit);
    saves(fit);
    parts(verdict, fit, rows);
    write();
    await Promise.all(Object.keys(boxes).map(name => fill(name, rows, from)));
    if (mine === turn) {
      performance.measure("atlas-answer", {start: since, end: performance.now()});
      host.dataset.answered = String(mine);
    }
  };
  const restore = () => {
    state = read();
    shown = FIRST;
    apply();
    if (state.trial) open(slugs.get(state.trial), {quietly: true}); else byId("panel").hidden = true;
    if (state.at) byId(`v-${state.at}`).parentElement.scrollIntoView();
  };
  byId("more").addEventListener("click", () => { shown += 200; table(fitting(judge())); });
  addEventListener("hashchange", () => { if (location.hash.slice(1) !== written) restore(); });
  build();
  equip();
  host.hidden = false;
  restore();
})();
