// Draws /network/data. The layout is worked out here, once, by forces; the slider
// hides ties that are later than it stands.
(async () => {
  const box = document.getElementById("network");
  if (!box) return;
  const data = await (await fetch(box.dataset.source)).json();
  const style = getComputedStyle(document.documentElement);
  const probe = document.createElement("i");
  document.body.append(probe);
  const colour = (name) => { probe.className = `k-${name}`; probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
  const colours = { Person: colour("entity"), Organization: colour("role"), Place: colour("event"), Work: colour("narrative") };
  const ink = colour("ink"), faint = colour("faint");
  // Opaque: the renderer adds transparent colours to the ground, and white stays white.
  const rgb = (value) => value.match(/[\d.]+/g).slice(0, 3).map(Number);
  const ground = rgb(colour("sheet"));
  const line = `rgb(${rgb(colour("soft")).map((one, n) => Math.round(0.5 * one + 0.5 * ground[n])).join(",")})`;
  probe.remove();

  const nodes = data.nodes.map(([id, name, schema, weight], n) => ({ id, name, schema, weight, index: n }));
  const place = new Map(nodes.map((node) => [node.id, node]));
  const links = data.ties.map(([source, target, months]) => ({ source, target, months, n: months.reduce((sum, [, k]) => sum + k, 0) }));
  const rounds = nodes.length > 800 ? 60 : 200;
  const SMALL = 80;
  const layout = d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).id((node) => node.id).distance(30).strength((one) => Math.min(0.6, 0.1 + one.n * 0.05)))
    .force("charge", d3.forceManyBody().strength(-60).theta(1.2).distanceMax(600))
    .force("x", d3.forceX().strength(0.04)).force("y", d3.forceY().strength(0.04))
    .stop();
  layout.tick(rounds);
  // Then names get room; among many there is none to give.
  if (nodes.length <= SMALL) layout.force("room", d3.forceCollide(27)).alpha(0.4).tick(100);

  const graph = new graphology.Graph({ type: "undirected", multi: false });
  const most = Math.max(1, ...nodes.map((node) => node.weight));
  for (const node of nodes) {
    graph.addNode(node.id, { x: node.x, y: -node.y, size: 3 + 11 * Math.sqrt(node.weight / most), label: node.name, color: colours[node.schema] || ink });
  }
  for (const one of links) {
    const [a, b] = [one.source.id, one.target.id];
    if (!graph.hasEdge(a, b)) graph.addEdge(a, b, { size: Math.min(5, 0.5 + Math.log2(1 + one.n)), color: line, months: one.months });
  }

  const months = [...new Set(links.flatMap((one) => one.months.map(([month]) => month)))].filter(Boolean).sort();
  const slider = document.getElementById("slider");
  const until = document.getElementById("until");
  slider.max = Math.max(0, months.length - 1);
  slider.value = slider.max;
  slider.disabled = months.length < 2;
  let limit = months.at(-1) || "9999";
  let near = null;

  const shown = (attributes) => attributes.months.some(([month]) => month <= limit);
  // Labels keep clear of each other and inside the picture: right of the node, else
  // left, above or below.
  let taken = null, dots = null, stage = null, spots = null;
  const discs = () => (!stage || nodes.length > SMALL ? [] : graph.nodes().map((id) => {
    const { x, y } = stage.graphToViewport(graph.getNodeAttributes(id)), size = stage.scaleSize(graph.getNodeAttribute(id, "size"));
    return [x - size, y - size, 2 * size, 2 * size];
  }));
  const findSpot = (context, node, settings) => {
    const width = context.measureText(node.label).width, high = settings.labelSize + 2, gap = node.size + 4;
    const edge = box.clientWidth - width - 2;
    const middle = node.x < 0 || node.x > box.clientWidth ? -width / 2 : Math.max(2, Math.min(edge, node.x - width / 2)) - node.x;
    const row = gap + high / 2;
    const far = row + high;
    const around = [[gap, 0], [-gap - width, 0], [middle, -row], [middle, row], [0, -row], [0, row], [-width, -row], [-width, row],
      [gap, -high], [gap, high], [-gap - width, -high], [-gap - width, high], [middle, -far], [middle, far],
      [0, -far], [0, far], [-width, -far], [-width, far],
      ...[2, 3, 4, 5].flatMap((rows) => [[gap, -rows * high], [gap, rows * high], [-gap - width, -rows * high], [-gap - width, rows * high], [middle, -gap - rows * high], [middle, gap + rows * high]])]
      .map(([x, y]) => [node.x + x, node.y + y - high / 2])
      .filter(([x]) => edge < 2 || (x >= 0 && x <= edge));
    const shared = ([x, y], [left, top, wide, tall]) => Math.max(0, Math.min(x + width, left + wide) - Math.max(x, left)) * Math.max(0, Math.min(y + high, top + tall) - Math.max(y, top));
    const hidden = (spot) => dots.reduce((sum, one) => sum + shared(spot, one), 0);
    // Rather a name across a disc than none; never across a name.
    const spot = around.filter((one) => !taken.some((box) => shared(one, box) > 0)).sort((a, b) => hidden(a) - hidden(b))[0];
    if (spot) taken.push([...spot, width, high]);
    return spot;
  };
  // Who is most present is named first: in a small picture all are placed by weight.
  const placeAll = (context, settings) => {
    if (!stage || nodes.length > SMALL) return new Map();
    const found = new Map([...nodes].sort((a, b) => b.weight - a.weight).map(({ id, name }) => {
      const shape = graph.getNodeAttributes(id), { x, y } = stage.graphToViewport(shape);
      return [id, findSpot(context, { x, y, size: stage.scaleSize(shape.size), label: name }, settings)];
    }));
    box.dataset.named = [...found.values()].filter(Boolean).length;
    return found;
  };
  const drawLabel = (context, node, settings) => {
    if (!node.label) return;
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    if (!taken) [taken, dots] = [[], discs()];
    spots ??= placeAll(context, settings);
    const spot = spots.has(node.key) ? spots.get(node.key) : findSpot(context, node, settings);
    if (!spot) return;
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = `rgb(${ground.join(",")})`;
    context.strokeText(node.label, spot[0], spot[1] + settings.labelSize - 2);
    context.fillStyle = ink;
    context.fillText(node.label, spot[0], spot[1] + settings.labelSize - 2);
  };
  const renderer = new Sigma(graph, box, {
    labelColor: { color: ink }, labelDensity: nodes.length > SMALL ? 1 : 10, defaultDrawNodeLabel: drawLabel,
    labelRenderedSizeThreshold: nodes.length > 500 ? 9 : 5, labelFont: "system-ui, sans-serif", hideEdgesOnMove: nodes.length > 800,
    defaultDrawNodeHover: (context, node, settings) => {
      context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
      const width = context.measureText(node.label).width;
      context.fillStyle = faint;
      context.fillRect(node.x + node.size + 2, node.y - 10, width + 8, 20);
      context.fillStyle = ink;
      context.fillText(node.label, node.x + node.size + 6, node.y + 4);
    },
    nodeReducer: (id, attributes) => (near && id !== near && !graph.areNeighbors(id, near) ? { ...attributes, label: "", color: faint } : attributes),
    edgeReducer: (id, attributes) => ({ ...attributes, hidden: !shown(attributes) || (near !== null && !graph.extremities(id).includes(near)), color: near ? ink : attributes.color }),
  });
  renderer.on("beforeRender", () => { taken = spots = null; });
  stage = renderer;
  renderer.refresh();
  const tell = () => {
    until.textContent = months.length ? limit : "no dates";
    const count = graph.filterEdges((id, attributes) => shown(attributes)).length;
    document.getElementById("network-count").textContent = `${graph.order.toLocaleString("en")} names, ${count.toLocaleString("en")} ties`;
  };
  slider.addEventListener("input", () => { limit = months[slider.value] || "9999"; tell(); renderer.refresh(); });
  renderer.on("enterNode", ({ node }) => { near = node; renderer.refresh(); });
  renderer.on("leaveNode", () => { near = null; renderer.refresh(); });
  renderer.on("clickNode", ({ node }) => location.assign(`/entities/${node}`));
  tell();
  box.dataset.ready = "yes";
  box.dataset.drawn = Math.round(performance.now());

  document.getElementById("as-svg")?.addEventListener("click", () => {
    const xs = nodes.map((n) => n.x), ys = nodes.map((n) => n.y);
    const [x0, y0] = [Math.min(...xs) - 20, Math.min(...ys) - 20];
    const [w, h] = [Math.max(...xs) - x0 + 120, Math.max(...ys) - y0 + 20];
    const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
    const edges = links.filter(shown).map((one) => `<line x1="${one.source.x.toFixed(1)}" y1="${one.source.y.toFixed(1)}" x2="${one.target.x.toFixed(1)}" y2="${one.target.y.toFixed(1)}" stroke="#bbb"/>`);
    const dots = nodes.map((n) => `<circle cx="${n.x.toFixed(1)}" cy="${n.y.toFixed(1)}" r="${(2 + 6 * Math.sqrt(n.weight / most)).toFixed(1)}" fill="#17605b"/><text x="${(n.x + 8).toFixed(1)}" y="${(n.y + 3).toFixed(1)}" font-size="8">${escape(n.name)}</text>`);
    window.dragomanSave(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x0} ${y0} ${w} ${h}" font-family="sans-serif">${edges.join("")}${dots.join("")}</svg>`, "network.svg");
  });
})();
