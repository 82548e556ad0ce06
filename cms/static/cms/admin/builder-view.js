/** Where a page's map opens: the planner moves a map, and its middle and zoom are written into the fields. */

import { createMap, whenNear } from "../map/base.js";
import { translator } from "../map/words.js";

function wireView(root) {
  const frame = root.querySelector("[data-view-frame]");
  const config = JSON.parse(root.querySelector("[data-map-config] script").textContent);
  const field = (part) => root.querySelector(`input[name$="-${part}"]`);
  frame.hidden = false;
  whenNear(root, () => {
    const map = createMap(root.querySelector("[data-map-canvas]"), root.querySelector("[data-map-frame]"), config, translator(config));
    const known = ["lat", "lon", "zoom"].map((part) => Number(field(part).value.replace(",", ".")));
    if (field("zoom").value && known.every(Number.isFinite)) map.setView(known.slice(0, 2), known[2], { animate: false });
    let touched = false;
    const touch = () => { touched = true; };
    ["pointerdown", "keydown", "wheel"].forEach((kind) => root.querySelector("[data-map-frame]").addEventListener(kind, touch, { capture: true, passive: true }));
    map.on("moveend", () => {
      if (!touched) return;
      const { lat, lng } = map.getCenter();
      field("lon").value = lng.toFixed(5);
      field("lat").value = lat.toFixed(5);
      field("zoom").value = map.getZoom();
      root.dispatchEvent(new Event("change", { bubbles: true }));
    });
    root.querySelector("[data-view-clear]").addEventListener("click", () => {
      touched = false;
      ["lon", "lat", "zoom"].forEach((part) => { field(part).value = ""; });
      map.setView(config.centre, config.zoom, { animate: false });
      root.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });
}

document.querySelectorAll("[data-view]").forEach(wireView);
