// Boxes that scroll, names that assistive tools read, and one choice of light or dark for both halves of the site.
(() => {
  "use strict";
  const reachBoxes = () => document.querySelectorAll(".output.text_html, .pst-scrollable-table-container, pre, .formula").forEach(window.atlasCharts.reach);

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

  // Paper is white: the theme's own dark colours, such as those of code, would be pale on it.
  const printOnWhite = () => {
    const page = document.documentElement.dataset;
    let chosen;
    addEventListener("beforeprint", () => { chosen = page.theme; page.theme = "light"; });
    addEventListener("afterprint", () => { if (chosen) page.theme = chosen; });
  };

  const start = () => { reachBoxes(); nameThings(); shareTheme(); printOnWhite(); };
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", start) : start();
})();
