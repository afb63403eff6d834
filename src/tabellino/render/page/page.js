"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const id = (name) => document.getElementById(name);
  root.classList.add("js");

  // The evidence: a chosen statement, its note in the panel, and the way back.
  const panel = id("panel"), slot = id("panel-notes"), hint = id("hint"), only = id("only");
  let chosen = null;
  const ANCHOR = /^#[cn](\d+-\d+)$/;
  const anchorOf = (hash) => (ANCHOR.exec(hash) || [])[1] || null;
  const pieces = (anchor) => all(`a[data-c~="${anchor}"]`);
  const depth = () => (history.state && history.state.depth) || 0;

  function unfold(element) {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  }

  // The record lies in the page as JSON, packed where it is large.
  async function recordText() {
    const element = id("record");
    if (element.type === "application/json") return element.textContent;
    const bytes = Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }

  // Every supporting report by name, where the page itself names the first alone.
  let known = null;
  async function claims() {
    if (!known) {
      const seen = {}, byId = new Map(), byAnchor = new Map();
      JSON.parse(await recordText()).claims.forEach((claim) => {
        seen[claim.report] = (seen[claim.report] || 0) + 1;
        const told = { ...claim, anchor: `${claim.report}-${seen[claim.report]}` };
        byId.set(claim.id, told);
        byAnchor.set(told.anchor, told);
      });
      known = { byId, byAnchor };
    }
    return known;
  }

  async function nameAll(note, anchor) {
    const { byId, byAnchor } = await claims();
    const own = byAnchor.get(anchor), line = one(".su", note);
    const reports = new Map();
    own.support.map((name) => byId.get(name)).filter((claim) => claim && claim.report !== own.report)
      .forEach((claim) => { if (!reports.has(claim.report)) reports.set(claim.report, claim.anchor); });
    line.textContent = "Also told by ";
    [...reports].sort((a, b) => a[0] - b[0]).forEach(([report, target], i) => {
      const link = document.createElement("a");
      link.href = "#c" + target;
      link.textContent = id("rh-" + report).textContent;
      line.append(i ? ", " : "", link);
    });
  }

  function noteCopy(anchor) {
    const note = id("n" + anchor);
    if (!note) return null;
    const copy = note.cloneNode(true);
    copy.removeAttribute("id");
    if (one(".su span", copy)) nameAll(copy, anchor);
    return copy;
  }

  function show(anchor, { focus = true } = {}) {
    const marks = pieces(anchor);
    const note = noteCopy(anchor);
    if (!note) return false;
    chosen = anchor;
    all("a.k.chosen").forEach((mark) => mark.classList.remove("chosen"));
    marks.forEach((mark) => mark.classList.add("chosen"));
    const main = marks.find((mark) => mark.id === "c" + anchor) || marks[0];
    const others = main ? main.dataset.c.split(" ").filter((other) => other !== anchor).map(noteCopy).filter(Boolean) : [];
    slot.replaceChildren(note, ...others);
    const report = id("n" + anchor).closest(".report");
    id("panel-from").textContent = one("h3", report).textContent +
      (others.length ? ` – ${others.length + 1} statements in these words` : "");
    panel.hidden = false;
    panel.scrollTop = 0;
    hint.hidden = true;
    id("panel-back").hidden = depth() < 2;
    if (main) {
      if (only.checked && !main.closest(".para.hot")) only.click();
      unfold(main);
      const box = main.getBoundingClientRect();
      const floor = getComputedStyle(panel).position === "fixed" ? innerHeight - panel.offsetHeight : innerHeight;
      if (box.top < 0 || box.bottom > floor) main.scrollIntoView({ block: "start" });
    } else {
      unfold(id("n" + anchor));
    }
    if (focus) panel.focus({ preventScroll: true });
    return true;
  }

  function close() {
    const mark = chosen && (id("c" + chosen) || pieces(chosen)[0]);
    all("a.k.chosen").forEach((piece) => piece.classList.remove("chosen"));
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    hint.hidden = false;
    chosen = null;
    if (inside && mark) (mark.matches("a") ? mark : mark.nextElementSibling || mark).focus({ preventScroll: true });
  }

  function go(anchor) {
    history.pushState({ depth: depth() + 1 }, "", "#c" + anchor);
    show(anchor);
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a[href^='#']");
    const anchor = link && anchorOf(link.getAttribute("href"));
    if (anchor && id("n" + anchor)) { event.preventDefault(); go(anchor); }
  });
  addEventListener("popstate", () => {
    const anchor = anchorOf(location.hash);
    if (anchor) show(anchor); else if (chosen) close();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) { close(); event.preventDefault(); }
  });
  id("panel-close").addEventListener("click", close);
  id("panel-back").addEventListener("click", () => history.back());

  function step(by) {
    const marks = all("a.k[id]").filter((mark) =>
      !only.checked || mark.matches(".contradicted, .disputed"));
    const at = marks.findIndex((mark) => mark.dataset.c.split(" ").includes(chosen));
    const next = marks[(at + by + marks.length) % marks.length];
    if (next) go(next.id.slice(1));
  }
  id("panel-prev").addEventListener("click", () => step(-1));
  id("panel-next").addEventListener("click", () => step(1));
  only.addEventListener("change", () => {
    const hot = all(".para.hot").length;
    id("only-said").textContent = only.checked ? `${hot} of ${all(".para").length} paragraphs shown` : "All paragraphs shown";
    if (only.checked && chosen && !panel.hidden && !pieces(chosen).some((mark) => mark.closest(".para.hot"))) close();
  });
  hint.hidden = !one("a.k");

  // The curve: one reading at a time, by slider, by finger or by mouse.
  const data = id("readings");
  if (data) {
    const readings = JSON.parse(data.textContent);
    const slider = id("minute"), plot = id("plot"), cursor = id("cursor");
    const clubs = all("#reading bdi").map((name) => name.textContent);
    const read = (index) => {
      const r = readings[index];
      slider.value = index;
      cursor.setAttribute("x1", r.x + "%");
      cursor.setAttribute("x2", r.x + "%");
      id("rd-m").textContent = r.m;
      id("rd-h").textContent = r.h + "%";
      id("rd-d").textContent = r.d + "%";
      id("rd-a").textContent = r.a + "%";
      slider.setAttribute("aria-valuetext", `${r.m}: ${clubs[0]} ${r.h}%, draw ${r.d}%, ${clubs[1]} ${r.a}%`);
    };
    const point = (event) => {
      const box = plot.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width * 100;
      let best = 0;
      readings.forEach((r, i) => { if (Math.abs(r.x - x) < Math.abs(readings[best].x - x)) best = i; });
      read(best);
    };
    slider.addEventListener("input", () => read(Number(slider.value)));
    plot.addEventListener("pointermove", point);
    plot.addEventListener("pointerdown", point);
    read(0);
  }

  // For reuse: copies and files, made here and sent nowhere.
  const files = {
    json: async () => ["application/json", JSON.stringify(JSON.parse(await recordText()), null, 1)],
    svg: async () => ["image/svg+xml", new XMLSerializer().serializeToString(one("#card svg"))],
  };
  all("[data-save]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const [type, text] = await files[button.dataset.save]();
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = id("reuse").dataset.name + "." + button.dataset.save;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    });
  });
  all("[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const block = id(button.dataset.copy), said = id("copied");
      const byHand = () => { getSelection().selectAllChildren(block); said.textContent = "Selected: copy it with your keyboard"; };
      if (!navigator.clipboard) { byHand(); return; }
      navigator.clipboard.writeText(block.textContent).then(() => { said.textContent = "Copied"; }, byHand);
    });
  });

  // Paper shows what the screen folds away.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open], .told)");
    folded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => { folded.forEach((fold) => { fold.open = false; }); });

  const first = anchorOf(location.hash);
  if (first) show(first, { focus: false });
})();
