/** Wires the map questions of a page: the rows at once, each map when it comes near or is used. */

import { GivenPlaces } from "./places.js";
import { MarkList } from "./list.js";
import { MarkingMap } from "./marking.js";
import { SpotsMap, spotCodec } from "./spots.js";
import { DARK, inkOn } from "./signs.js";
import { toGeometry, toShapes } from "../../cms/map/geometry.js";

const geoCodec = {
  read: (text) => toShapes(JSON.parse(text))[0],
  write: (shape) => JSON.stringify(toGeometry(shape)),
};

const wirers = {
  map: (root, config) => {
    new MarkList(root, config, { codec: geoCodec, makeMap: (list) => new MarkingMap(list, config) });
  },
  image: (root, config) => {
    const picture = root.querySelector("[data-plan]");
    if (!picture) {
      new MarkList(root, config, { codec: spotCodec({ width: 1, height: 1 }), makeMap: null });
      return;
    }
    picture.hidden = true;
    // The size that the server wrote: the picture itself may not have come yet.
    const size = { width: Number(picture.getAttribute("width")), height: Number(picture.getAttribute("height")) };
    const makeMap = (list) => new SpotsMap(list, config, { ...size, src: picture.src });
    new MarkList(root, config, { codec: spotCodec(size), makeMap });
  },
  list: (root, config) => new GivenPlaces(root, config),
};

/** The planner's colour, and what stands out from it: a light line has a dark edge, a dark one a light. */
function paint(root) {
  const { colour } = root.dataset;
  const isLight = inkOn(colour) === DARK;
  root.style.setProperty("--map-mark", colour);
  root.style.setProperty("--mark-ink", inkOn(colour));
  root.style.setProperty("--mark-edge", isLight ? "#14303a" : "#fff");
}

/** Wires the questions inside `scope`; each once, however often this is called. */
export function wireMarks(scope = document) {
  const sources = ["map-config", "marking-config"].map((id) => document.getElementById(id));
  if (!sources.every(Boolean) || !window.L) {
    return;
  }
  const [maps, marks] = sources.map(({ textContent }) => JSON.parse(textContent));
  const config = { ...maps, ...marks, messages: { ...maps.messages, ...marks.messages } };
  scope.querySelectorAll("[data-marking]:not([data-wired])").forEach((root) => {
    root.dataset.wired = "";
    paint(root);
    wirers[root.dataset.marking](root, config);
  });
}

wireMarks();
