// Two to four trials side by side. The choice stands in the address; the data come from atlas-data.js.
(() => {
  "use strict";
  const data = window.atlasData;
  const byId = id => document.getElementById(id);
  const host = byId("compare");
  if (!data || !host) return;
  const MOST = 4;
  const bySlug = new Map(data.trials.map(t => [t.slug, t]));
  const el = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
    node.append(...children.filter(c => c !== null && c !== undefined));
    return node;
  };
  const ends = (pair, unit) => !pair ? null : (pair[0] === pair[1] ? `${pair[0]}` : `${pair[0]}–${pair[1]}`) + unit;
  const course = c => `${c.phase}${c.target ? `, ${c.target}` : ""}: ` + ([ends(c.total, " Gy"), ends(c.fractions, " fractions"), ends(c.each, " Gy each"), c.eqd2 && `EQD2 at α/β 10: ${ends(c.eqd2, " Gy")}`].filter(Boolean).join(", ") || "not stated");

  // Name of a row → its text, or null where a trial does not state it; and the words behind it, if any.
  const ROWS = [
    ["Strategy", t => data.strategies[t.strategy] ?? t.strategy], ["Could also be", t => t.secondary.map(c => data.strategies[c] ?? c).join(", ") || "nothing else"],
    ["Rule", t => `${t.rule}: ${t.because}`], ["Confidence", t => t.confidence.toFixed(2)], ["What it asks", t => t.ask],
    ...Object.entries(data.axes).map(([axis, name]) => [name, t => t.axes[axis]?.[0] ?? null, t => t.axes[axis]?.[1] ?? null]),
    ["Courses of radiotherapy", t => t.courses.map(course).join("; ") || null], ["Flags", t => t.flags.join(", ") || "none"],
    ["Age", t => t.entry.age], ["ECOG performance status", t => t.entry.ecog], ["Laboratory, heart and lung limits", t => t.entry.limits.join("; ") || null], ["Phase", t => t.phase.join(", ") || null], ["Allocation", t => t.allocation], ["Arms", t => t.arms],
    ["Patients", t => t.patients?.toLocaleString("en") ?? null], ["Status", t => t.status], ["Start", t => t.start], ["Countries", t => t.countries.join(", ") || null], ["Sponsor", t => t.sponsor],
    ["How the facts were obtained", t => t.basis], ["Date of the data", t => t.date],
  ];
  const TOLD = new Set(["Rule", "Confidence", "What it asks", "How the facts were obtained", "Date of the data"]);  // Follow from the rest, or tell of the record; never marked as a difference
  const ASKED = new Set(Object.values(data.axes));  // The questions, whose answers are counted

  let picked = [];
  const read = () => [...new Set(new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search).getAll("t"))].filter(s => bySlug.has(s)).slice(0, MOST);
  const write = () => {
    const told = new URLSearchParams(picked.map(s => ["t", s])).toString();
    try { history.replaceState(null, "", `${location.pathname}#${told}`); } catch { location.hash = told; }
  };

  // Where nothing is laid side by side yet: of the strategies with most trials, the two that answer most questions.
  const examples = () => {
    const by = new Map();
    for (const t of data.trials) if (t.strategy !== "unclear") by.set(t.strategy, [...by.get(t.strategy) ?? [], t]);
    const told = t => Object.keys(t.axes).length, pairs = [...by].filter(([, list]) => list.length > 1).sort((a, b) => b[1].length - a[1].length).slice(0, 5);
    byId("examples").querySelector("ul").replaceChildren(...pairs.map(([code, list]) => {
      const two = [...list].sort((a, b) => told(b) - told(a)).slice(0, 2);
      const link = el("a", {href: `#${new URLSearchParams(two.map(t => ["t", t.slug]))}`, dir: "auto"}, two.map(t => t.name).join(" and "));
      return el("li", {}, `${data.strategies[code] ?? code}: `, link);
    }));
    byId("examples").hidden = picked.length > 0 || !pairs.length;
    byId("side").parentElement.hidden = !picked.length;
  };

  const draw = () => {
    examples();
    const trials = picked.map(s => bySlug.get(s)), only = byId("only").checked;
    byId("side").querySelector("thead").replaceChildren(el("tr", {}, el("th", {scope: "col"}, el("span", {class: "unseen"}, "Question")), ...trials.map(t => {
      const mark = el("span", {class: t.strategy === "unclear" ? "dot open" : "dot"});
      if (Object.hasOwn(data.strategies, t.strategy)) mark.style.setProperty("--s", `var(--s-${t.strategy})`);
      return el("th", {scope: "col", class: "trial"}, mark, " ", el("a", {href: `trials/${encodeURIComponent(t.slug)}.html`, dir: "auto"}, t.name), el("br"), el("span", {class: "small quiet", dir: "auto"}, t.title));
    })));
    let apart = 0, asked = 0;
    const rows = [];
    for (const [name, of, words] of trials.length ? ROWS : []) {
      const values = trials.map(of), stated = values.filter(v => v !== null && v !== undefined);
      if (!stated.length && !["Start", "Patients", "Phase"].includes(name)) continue;
      const differs = !TOLD.has(name) && new Set(stated.map(String)).size > 1, partly = !TOLD.has(name) && !differs && stated.length > 0 && stated.length < values.length;
      asked += ASKED.has(name);
      apart += ASKED.has(name) && differs;
      if (only && !differs && !partly) continue;
      const note = differs ? "differs" : partly ? "not stated by all" : null;
      rows.push(el("tr", {class: differs ? "differs" : partly ? "partly" : null}, el("th", {scope: "row"}, name, note ? el("br") : null, note ? el("span", {class: "small note"}, note) : null),
        ...trials.map((t, i) => el("td", {dir: "auto", "data-name": t.name}, values[i] === null || values[i] === undefined ? el("span", {class: "missing"}, "not stated") : String(values[i]), words?.(t) ? el("br") : null, words?.(t) ? el("q", {class: "small"}, words(t)) : null))));
    }
    byId("side").querySelector("tbody").replaceChildren(...rows);
    byId("said").textContent = trials.length < 2 ? "Choose at least two trials." : `${apart} of ${asked} question${asked === 1 ? " is" : "s are"} answered differently.`;
  };

  const order = [...data.trials].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const build = () => {
    byId("picks").replaceChildren(...Array.from({length: MOST}, (_, place) => {
      const box = el("select", {}, el("option", {value: ""}, "none"), ...order.map(t => el("option", {value: t.slug}, t.id && t.id !== t.name ? `${t.name} (${t.id})` : t.name)));
      box.addEventListener("change", () => {
        picked = [...new Set([...byId("picks").querySelectorAll("select")].map(s => s.value).filter(Boolean))];
        write();
        draw();
      });
      return el("label", {}, `Trial ${place + 1}`, box);
    }));
  };
  const restore = () => {
    picked = read();
    [...byId("picks").querySelectorAll("select")].forEach((box, place) => { box.value = picked[place] ?? ""; });
    draw();
  };
  byId("only").addEventListener("change", draw);
  byId("picks").addEventListener("submit", event => event.preventDefault());
  addEventListener("hashchange", restore);
  build();
  host.hidden = false;
  restore();
})();
