// Draws the events of /timeline/data; counts where there are too many to draw.
(async () => {
  const box = document.getElementById("timeline");
  if (!box) return;
  const source = box.dataset.source;

  const link = (text, href, kind) => {
    const anchor = document.createElement("a");
    anchor.textContent = text;
    anchor.href = href;
    anchor.className = kind;
    anchor.tabIndex = -1;
    return anchor;
  };
  const day = (date) => date.toISOString().slice(0, 10);
  const after = (iso) => new Date(new Date(iso).getTime() + 86400000);

  async function load(from, to) {
    const address = new URL(source, location);
    if (from) address.searchParams.set("from", from);
    if (to) address.searchParams.set("to", to);
    const answer = await fetch(address);
    return answer.json();
  }

  function draw(data) {
    const counts = data.counts.map((one) => ({
      id: `n${one.value}`, start: one.start, end: after(one.end), type: "range", className: "count",
      words: `${one.things}`, weight: one.things, href: `/events?from=${one.value}&to=${one.value}`,
    }));
    const events = data.events.map((one, n) => ({
      id: `${one.id}-${n}`, group: data.lanes.length ? one.lane : undefined,
      start: one.clock ? `${one.start}T${one.clock}` : one.start,
      end: one.start === one.end ? undefined : after(one.end),
      type: one.start === one.end ? "point" : "range",
      className: one.modality === "asserted" ? "event" : "event unheld",
      words: one.label, weight: 1, href: `/events/${one.id}`,
    }));
    return [...counts, ...events];
  }

  const first = await load("", "");
  const items = new vis.DataSet(draw(first));
  const groups = first.lanes.length ? new vis.DataSet(first.lanes.map((one, n) => ({ id: one.id, words: one.name, order: n }))) : undefined;
  const options = {
    height: "30rem", zoomKey: "ctrlKey", horizontalScroll: true, verticalScroll: true, orientation: "top", maxHeight: "34rem",
    zoomMin: 3600e3, tooltip: { followMouse: false }, showTooltips: false, stack: true, margin: { item: 4 },
    template: (item) => (item ? link(item.words, item.href, "event-link") : ""),
    groupTemplate: (group) => { const name = document.createElement("span"); name.textContent = group ? group.words : ""; return name; },
  };
  // An old war, or a year without a month, must not squeeze the days that matter into
  // a line: open on the shortest span that holds four fifths of what is dated closely.
  const heart = (marks) => {
    const least = 0.8 * marks.reduce((sum, one) => sum + one.weight, 0);
    let found = [marks[0].at, marks[marks.length - 1].at], held = 0, left = 0;
    for (const right of marks) {
      held += right.weight;
      while (held - marks[left].weight >= least) held -= marks[left++].weight;
      if (held >= least && right.at - marks[left].at < found[1] - found[0]) found = [marks[left].at, right.at];
    }
    return found;
  };
  const CLOSE = 62 * 86400e3;
  const marks = items.get().map((one) => ({
    at: new Date(one.start).getTime(), wide: one.end ? new Date(one.end) - new Date(one.start) : 0, weight: one.weight,
  })).sort((one, other) => one.at - other.at);
  if (marks.length) {
    const weigh = (some) => some.reduce((sum, one) => sum + one.weight, 0);
    const close = marks.filter((one) => one.wide <= CLOSE);
    const taken = 2 * weigh(close) >= weigh(marks) ? close : marks;
    const all = [taken[0].at, taken[taken.length - 1].at], dense = heart(taken);
    const [low, high] = all[1] - all[0] > 3 * Math.max(dense[1] - dense[0], 7 * 86400e3) ? dense : all;
    const margin = Math.max(86400e3, (high - low) * 0.08);
    options.start = low - margin;
    options.end = high + 2 * margin;
    if (low > marks[0].at || high < marks[marks.length - 1].at) document.getElementById("more-time")?.removeAttribute("hidden");
  }
  const timeline = groups ? new vis.Timeline(box, items, groups, options) : new vis.Timeline(box, items, options);
  // Panels scroll once they are drawn and hold more than fits, not from the start.
  const reach = () => {
    for (const panel of box.querySelectorAll(".vis-vertical-scroll")) {
      panel.tabIndex = 0;
      panel.setAttribute("role", "group");
      panel.setAttribute("aria-label", "Lanes");
    }
  };
  reach();
  timeline.on("changed", reach);
  requestAnimationFrame(() => requestAnimationFrame(() => { box.dataset.ready = "yes"; }));

  document.getElementById("all-time")?.addEventListener("click", () => timeline.fit());

  // Zooming in brings the events themselves, once few enough lie in the window.
  let waiting = 0;
  timeline.on("rangechanged", (range) => {
    if (!first.counts.length || !range.byUser) return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const data = await load(day(range.start), day(range.end));
      items.clear();
      items.add(draw(data));
      if (timeline.groupsData && data.lanes.length) timeline.setGroups(data.lanes.map((one, n) => ({ id: one.id, words: one.name, order: n })));
    }, 150);
  });
  timeline.on("doubleClick", (click) => { if (click.item) { const item = items.get(click.item); if (item) location.assign(item.href); } });

  document.getElementById("as-svg")?.addEventListener("click", () => {
    const shown = items.get().sort((a, b) => new Date(a.start) - new Date(b.start));
    const times = shown.map((one) => new Date(one.start).getTime());
    const low = Math.min(...times), wide = Math.max(1, Math.max(...times) - low);
    const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
    const rows = shown.map((one, n) => `<g transform="translate(0 ${24 + n * 18})"><rect x="${10 + 300 * (new Date(one.start) - low) / wide}" width="6" height="10" fill="#8a5a00"/><text x="330" y="9" font-size="11">${escape(`${day(new Date(one.start))}  ${one.words}`)}</text></g>`);
    window.dragomanSave(`<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="${40 + shown.length * 18}" font-family="sans-serif">${rows.join("")}</svg>`, "timeline.svg");
  });
})();
