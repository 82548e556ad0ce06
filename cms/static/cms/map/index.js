/** Wires every map block of the page. A block is hidden until its map can work, so nothing is missing without it. */

import { addOutline, createMap, whenNear } from "./base.js";
import { DrawingMap } from "./draw.js";
import { ResultsMap } from "./results.js";
import { wireUpload } from "./upload.js";
import { translator } from "./words.js";

const built = {};
const waiting = {};

const builders = {
  draw: (root, config) => {
    const drawing = new DrawingMap(root, config);
    wireUpload(root, drawing);
  },
  results: (root, config) => new ResultsMap(root, config),
  shown: (root, config) => {
    const canvas = root.querySelector("[data-map-canvas]");
    const map = createMap(canvas, root.querySelector("[data-map-frame]"), config, translator(config));
    const outline = addOutline(map, root.dataset.outline);
    if (outline) {
      map.fitBounds(outline.getBounds(), { maxZoom: 15, animate: false });
    } else {
      map.on("layerready", ({ bounds }) => map.fitBounds(bounds, { maxZoom: 17, animate: false }));
    }
  },
};

/** Shows and wires the blocks inside `scope`; a block is wired once, however often this is called. */
export function wireMaps(scope = document) {
  scope.querySelectorAll("[data-map]:not([data-wired])").forEach((root) => {
    const source = root.querySelector("[data-map-config] script") ?? document.getElementById("map-config");
    // A block of a kind that is not known here is wired by whoever made it.
    if (!source || !window.L || !builders[root.dataset.map]) {
      return;
    }
    root.dataset.wired = "";
    root.hidden = false;
    const build = () => (built[root.id] ??= builders[root.dataset.map](root, JSON.parse(source.textContent)));
    waiting[root.id] = build;
    whenNear(root, build);
  });
}

/** A comment's link to the map shows its own place there; without this it leads to the map as a whole. */
function showPlaces(event) {
  const link = event.target.closest("a[data-show-place]");
  const build = link && waiting[link.hash.slice(1)];
  if (build) {
    event.preventDefault();
    build().showPlace(link.dataset.showPlace.split(",").map(Number), link.dataset.comment);
  }
}

wireMaps();
document.addEventListener("click", showPlaces);
