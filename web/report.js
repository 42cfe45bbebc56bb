"use strict";
// All of the page can be read without this: it adds a filter, an order, keys,
// and the marking of a whole place when a link leads to it.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const shown = (element) => element.getClientRects().length > 0;

  function reveal() {
    all(".here").forEach((e) => e.classList.remove("here"));
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let d = target.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    if (target.matches("tbody.claim")) all("details", target).forEach((d) => { d.open = true; });
    all('[data-of="' + CSS.escape(id) + '"]').forEach((e) => e.classList.add("here"));
    target.scrollIntoView({ block: target.matches("section, article, tbody") ? "start" : "center" });
  }
  addEventListener("hashchange", reveal);

  const wasClosed = [];
  addEventListener("beforeprint", () => all("details:not([open])").forEach((d) => { wasClosed.push(d); d.open = true; }));
  addEventListener("afterprint", () => { wasClosed.splice(0).forEach((d) => { d.open = false; }); });

  function control(parent, label, element) {
    const l = document.createElement("label");
    l.append(label + " ", element);
    parent.append(l);
    return element;
  }

  function choice(options) {
    const s = document.createElement("select");
    for (const [value, text] of options) s.append(new Option(text, value));
    return s;
  }

  function tools() {
    const box = document.querySelector(".tools");
    const claims = all("tbody.claim");
    if (!box || claims.length < 2) return;
    box.hidden = false;
    const input = document.createElement("input");
    input.type = "search";
    input.id = "filter";
    control(box, "Filter", input);
    const which = control(box, "Show", choice([["all", "all claims"], ["disputed", "disputed only"], ["single", "in one account only"]]));
    const order = control(box, "Order", choice([["", "disputed, then origins"], ["accounts", "most accounts first"], ["origins", "most origins first"]]));
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    box.append(status);
    claims.forEach((c, i) => { c.dataset.place = String(i); c.words = all(".q", c).map((q) => q.textContent).join(" ").toLowerCase(); });

    function apply() {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let n = 0;
      for (const c of claims) {
        const fits = words.every((w) => c.words.includes(w)) &&
          (which.value !== "disputed" || c.classList.contains("disputed")) &&
          (which.value !== "single" || c.dataset.accounts === "1");
        c.hidden = !fits;
        if (fits) n++;
      }
      const narrowed = words.length > 0 || which.value !== "all";
      if (narrowed || order.value) all("#said details.tail").forEach((d) => { d.open = true; });
      status.textContent = narrowed ? n + " of " + claims.length + " claims" : "";
    }
    function sort() {
      for (const table of all("#said table")) {
        const rows = all("tbody.claim", table);
        rows.sort((a, b) => (order.value ? b.dataset[order.value] - a.dataset[order.value] : 0) || a.dataset.place - b.dataset.place);
        table.append(...rows);
      }
      apply();
    }
    input.addEventListener("input", apply);
    which.addEventListener("change", apply);
    order.addEventListener("change", sort);
  }
  tools();

  const help = document.getElementById("help");
  const keys = document.getElementById("keys");
  let current = null;

  function go(step) {
    const stops = all("[data-stop]").filter(shown);
    if (!stops.length) return;
    let at = stops.indexOf(current);
    if (at < 0) {
      const below = stops.findIndex((s) => s.getBoundingClientRect().bottom > 80);
      at = step > 0 ? (below < 0 ? stops.length : below) - 1 : below < 0 ? stops.length : below;
    }
    if (current) current.classList.remove("current");
    current = stops[Math.min(Math.max(at + step, 0), stops.length - 1)];
    current.classList.add("current");
    current.tabIndex = -1;
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
    const box = current.getBoundingClientRect();
    if (box.top < 90) scrollBy(0, box.top - 90);
  }

  function toggle() {
    const found = current && all("details", current);
    if (!found || !found.length) return;
    const open = !found[0].open;
    found.forEach((d) => { d.open = open; });
  }

  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (e.target.closest("input, select, textarea, dialog")) return;
    if (e.key === "?") { help.showModal(); e.preventDefault(); return; }
    if (!keys.checked) return;
    if (e.key === "j") go(1);
    else if (e.key === "k") go(-1);
    else if (e.key === "o") toggle();
    else if (e.key === "/" && document.getElementById("filter")) { document.getElementById("filter").focus(); e.preventDefault(); }
    else if (e.key >= "1" && e.key <= "9") {
      const account = all("article.full")[Number(e.key) - 1];
      if (account) location.hash = account.id;
    }
  });
  document.querySelector(".keys").hidden = false;
  document.querySelector(".keys").addEventListener("click", () => help.showModal());
  if (location.hash) reveal();
})();
