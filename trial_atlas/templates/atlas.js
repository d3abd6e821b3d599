// The theme button, the filter of the table, and the legend of the marks; charts.js stands before it.
(() => {
  "use strict";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const {dark, reach} = window.atlasCharts;

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

  const start = () => { themeButton(); filters(); legend(); document.querySelectorAll(".scroll").forEach(reach); unfold(); addEventListener("hashchange", unfold); };
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", start) : start();
})();
