/** Wires every map block of the page. A block is hidden until its map can work, so nothing is missing without it. */

import { addOutline, createMap, whenNear } from "./base.js";
import { DrawingMap } from "./draw.js";
import { ResultsMap } from "./results.js";
import { wireUpload } from "./upload.js";
import { translator } from "./words.js";

const builders = {
  draw: (root, config) => {
    const drawing = new DrawingMap(root, config);
    wireUpload(root, drawing);
  },
  results: (root, config) => new ResultsMap(root, config),
  shown: (root, config) => {
    const canvas = root.querySelector("[data-map-canvas]");
    const map = createMap(canvas, root.querySelector("[data-map-frame]"), config, translator(config));
    map.fitBounds(addOutline(map, root.dataset.outline).getBounds(), { maxZoom: 15, animate: false });
  },
};

/** Shows and wires the blocks inside `scope`; a block is wired once, however often this is called. */
export function wireMaps(scope = document) {
  scope.querySelectorAll("[data-map]:not([data-wired])").forEach((root) => {
    const source = root.querySelector("[data-map-config] script") ?? document.getElementById("map-config");
    if (!source || !window.L) {
      return;
    }
    root.dataset.wired = "";
    root.hidden = false;
    whenNear(root, () => builders[root.dataset.map](root, JSON.parse(source.textContent)));
  });
}

wireMaps();
