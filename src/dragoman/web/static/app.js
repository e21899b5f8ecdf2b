// Keys, theme, and the link between words and what was read from them. No page
// depends on it: every action is a link or a form as well.

const PLACES = { o: "/", d: "/documents", w: "/entities", e: "/events", s: "/statements", n: "/narratives", r: "/review", t: "/timeline", k: "/network", m: "/map", p: "/dossier" };

function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("dragoman-theme", root.dataset.theme);
}

function openHelp() {
  document.getElementById("help")?.showModal();
}

const ACTIONS = { theme: toggleTheme, help: openHelp };

document.addEventListener("click", (event) => {
  const action = event.target.closest("[data-do]")?.dataset.do;
  if (action in ACTIONS) ACTIONS[action]();
});

// --- words and claims light each other up ---------------------------------

function claimsOf(node) {
  const mark = node.closest?.("mark[data-claims]");
  if (mark) return mark.dataset.claims.split(" ").filter(Boolean);
  const card = node.closest?.("[data-claim]");
  return card ? [card.dataset.claim] : [];
}

function light(ids) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const id of ids) {
    document.getElementById(`claim-${id}`)?.classList.add("lit");
    for (const mark of document.querySelectorAll(`mark[data-claims~="${CSS.escape(id)}"]`)) mark.classList.add("lit");
  }
}

for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    if (!document.querySelector(".beside")) return;
    const ids = claimsOf(event.target);
    light(ids);
    if (event.target.closest("mark") && ids.length) {
      document.getElementById(`claim-${ids[0]}`)?.scrollIntoView({ block: "nearest" });
    }
  });
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-claims]");
  const first = mark && claimsOf(mark)[0];
  if (first) document.getElementById(`claim-${first}`)?.focus();
});

// --- keys -------------------------------------------------------------------

let going = 0;

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function step(by) {
  const rows = [...document.querySelectorAll(".things > li")];
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.classList.contains("is-at"));
  const next = Math.min(rows.length - 1, Math.max(0, at + by));
  rows[at]?.classList.remove("is-at");
  rows[next].classList.add("is-at");
  rows[next].querySelector("a.title")?.focus({ preventScroll: true });
  rows[next].scrollIntoView({ block: "nearest" });
}

const KEYS = { "/": () => document.getElementById("find").focus(), "?": openHelp, t: toggleTheme, j: () => step(1), k: () => step(-1) };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const press = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (press) {
    event.preventDefault();
    press.click();
  } else if (event.key === "g") {
    going = Date.now();
  } else if (going && Date.now() - going < 1500 && event.key in PLACES) {
    location.assign(PLACES[event.key]);
  } else if (event.key in KEYS) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

// Words that were asked for lie in the middle of the window, not under its head.
document.getElementById("cited")?.scrollIntoView({ block: "center" });

// Pictures are saved as they were drawn, without asking the server.
window.dragomanSave = (text, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
