// Draws /map/data on a world of our own: no tiles, nothing from elsewhere.
(async () => {
  const box = document.getElementById("map");
  if (!box) return;
  const [data, world] = await Promise.all([box.dataset.source, box.dataset.world].map(async (address) => (await fetch(address)).json()));
  const probe = document.createElement("i");
  document.body.append(probe);
  const colour = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
  const [land, line, dot] = [colour("faint"), colour("soft"), colour("accent")];
  probe.remove();

  const map = L.map(box, { worldCopyJump: true, minZoom: 1, maxZoom: 9, zoomSnap: 0.5, attributionControl: false });
  // Paths are drawn on a map that has a view; the dots choose theirs below.
  map.setView([25, 20], 2);
  const countries = topojson.feature(world, world.objects.countries);
  for (const country of countries.features) unwrap(country.geometry);
  L.geoJSON(countries, {
    interactive: false, style: { color: line, weight: 0.6, fillColor: land, fillOpacity: 1 },
  }).addTo(map);
  const most = Math.max(1, ...data.places.map((one) => one.events));
  const dots = data.places.map((one) => {
    const state = one.kind === "state";
    const marker = L.circleMarker([one.latitude, one.longitude], {
      radius: (state ? 9 : 5) + 12 * Math.sqrt(one.events / most), color: dot, weight: 2,
      dashArray: state ? "4 4" : null, fillColor: dot, fillOpacity: one.sure && !state ? 0.55 : 0.05,
    });
    const note = document.createElement("div");
    const name = document.createElement("a");
    name.textContent = one.name;
    name.href = `/entities/${one.id}`;
    const count = document.createElement("a");
    count.textContent = `${one.events} events`;
    count.href = `/events?place=${one.id}`;
    note.append(name, ": ", count, document.createElement("br"), one.certainty);
    marker.bindPopup(note);
    marker.bindTooltip(document.createTextNode(`${one.name}: ${one.events}`).textContent.replace(/[<>&]/g, " "));
    return marker.addTo(map);
  });
  if (dots.length) map.fitBounds(L.featureGroup(dots).getBounds(), { padding: [60, 60], maxZoom: 6, animate: false });
  box.dataset.ready = "yes";
})();

// Borders that cross the 180th meridian go on beyond it, not back across the map.
function unwrap(geometry) {
  const polygons = geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.coordinates ?? [];
  for (const ring of polygons.flat()) {
    for (let at = 1; at < ring.length; at += 1) {
      const step = ring[at][0] - ring[at - 1][0];
      if (Math.abs(step) > 180) ring[at] = [ring[at][0] - 360 * Math.sign(step), ring[at][1]];
    }
  }
}
