/** A Leaflet map that is calm, keyboard-friendly and still useful when its tiles cannot be fetched. */

import { addLayers } from "./layers.js";

const L = window.L;

/** Runs `build` when the element is about to come into view: nothing is asked of a tile server before that. */
export function whenNear(element, build) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        build();
      }
    },
    { rootMargin: "200px" },
  );
  observer.observe(element);
}

/** A button that never submits the form around it. */
export function button(text, className, onClick) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = text;
  element.addEventListener("click", onClick);
  return element;
}

const PlainGrid = L.GridLayer.extend({
  createTile() {
    const tile = document.createElement("div");
    tile.className = "map-plain-tile";
    return tile;
  },
});

/** The service's own background map, not yet on the map, and below the map a notice of its failing. */
function serviceTiles(frame, config, t) {
  const notice = document.createElement("p");
  notice.className = "map-notice";
  notice.hidden = true;
  notice.setAttribute("role", "status");
  // Below the map and not on it: on a phone it would cover what is being drawn.
  frame.after(notice);
  const tiles = L.tileLayer(config.tiles.url, {
    attribution: config.tiles.attribution,
    maxZoom: config.tiles.maxZoom,
    // OpenStreetMap's tile servers refuse requests that do not say which site they come from.
    referrerPolicy: "strict-origin-when-cross-origin",
  });
  let failures = 0;
  tiles.on("tileerror", () => {
    failures += 1;
    if (failures >= 3 && notice.hidden) {
      notice.textContent = t("tilesFailed");
      notice.hidden = false;
    }
  });
  tiles.on("tileload", () => {
    failures = 0;
    notice.hidden = true;
  });
  tiles.on("remove", () => {
    notice.hidden = true;
  });
  return tiles;
}

function icon(path) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(namespace, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function iconButton(label, className, path, onClick) {
  const element = button("", className, onClick);
  element.setAttribute("aria-label", label);
  element.title = label;
  element.append(icon(path));
  return element;
}

function addZoomButtons(map, frame, t) {
  const group = document.createElement("div");
  group.className = "map-zoom";
  const zoomIn = iconButton(t("zoomIn"), "map-round", "M12 5v14M5 12h14", () => map.zoomIn());
  const zoomOut = iconButton(t("zoomOut"), "map-round", "M5 12h14", () => map.zoomOut());
  group.append(zoomIn, zoomOut);
  const refresh = () => {
    zoomIn.setAttribute("aria-disabled", String(map.getZoom() >= map.getMaxZoom()));
    zoomOut.setAttribute("aria-disabled", String(map.getZoom() <= map.getMinZoom()));
  };
  map.on("zoomend", refresh);
  refresh();
  frame.append(group);
}

/** Four arrows for those who can press but not drag. Keyboards have the arrow keys, so these take no tab stop. */
function addPanButtons(map, frame, t) {
  const moves = [
    ["north", "panNorth", "M6 14l6-6 6 6", [0, -1]],
    ["south", "panSouth", "M6 10l6 6 6-6", [0, 1]],
    ["west", "panWest", "M14 6l-6 6 6 6", [-1, 0]],
    ["east", "panEast", "M10 6l6 6-6 6", [1, 0]],
  ];
  moves.forEach(([name, key, path, [x, y]]) => {
    const pan = iconButton(t(key), `map-round map-pan map-pan--${name}`, path, () => map.panBy([x * 80, y * 80]));
    pan.tabIndex = -1;
    frame.append(pan);
  });
}

/**
 * Lets one finger scroll the page until the map is in use; two fingers, mouse and keys always move the map.
 * The wheel zooms only while the map has focus, for the same reason.
 */
function keepPageScrolling(map, canvas, frame, t) {
  const hint = document.createElement("p");
  hint.className = "map-hint";
  hint.setAttribute("aria-hidden", "true");
  hint.textContent = t("twoFingers");
  frame.append(hint);
  let timer = 0;
  const inUse = () => canvas.classList.contains("is-in-use");
  canvas.addEventListener(
    "pointerdown",
    (event) => {
      const allowed = event.pointerType !== "touch" || inUse();
      map.dragging[allowed ? "enable" : "disable"]();
    },
    { capture: true },
  );
  canvas.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length === 1 && !inUse()) {
        hint.classList.add("is-shown");
        clearTimeout(timer);
        timer = setTimeout(() => hint.classList.remove("is-shown"), 1500);
      }
    },
    { passive: true },
  );
  canvas.addEventListener("focus", () => map.scrollWheelZoom.enable());
  canvas.addEventListener("blur", () => map.scrollWheelZoom.disable());
}

const STEP = 24;
const BIG_STEP = 140;
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** Arrows move the map (with Shift further), plus and minus zoom. Fires "keypan" on the map after an arrow. */
function addKeys(map, canvas) {
  canvas.addEventListener("keydown", (event) => {
    if (event.target !== canvas || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key in ARROWS) {
      const step = event.shiftKey ? BIG_STEP : STEP;
      const [x, y] = ARROWS[event.key];
      map.panBy([x * step, y * step], { animate: false });
      map.fire("keypan");
    } else if (event.key === "+" || event.key === "=") {
      map.zoomIn(1, { animate: false });
    } else if (event.key === "-" || event.key === "_") {
      map.zoomOut(1, { animate: false });
    } else {
      return;
    }
    event.preventDefault();
  });
}

/**
 * Brings the middle of the map back when it has left the bounds. Leaflet's own maxBounds keeps the whole view inside
 * instead, so that far out the cross could not reach the edges.
 */
function keepInside(map, bounds) {
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    const inside = [
      Math.min(Math.max(lat, bounds.getSouth()), bounds.getNorth()),
      Math.min(Math.max(lng, bounds.getWest()), bounds.getEast()),
    ];
    if (Math.abs(inside[0] - lat) > 0.002 || Math.abs(inside[1] - lng) > 0.002) {
      map.panTo(inside, { animate: false });
    }
  });
}

/** While in use, one finger moves the map instead of the page. */
export function setInUse(map, inUse) {
  const canvas = map.getContainer();
  canvas.classList.toggle("is-in-use", inUse);
  map.dragging.enable();
}

/** A Leaflet map without Leaflet's own controls, which moves only as much as the person wants. */
export function plainMap(canvas, options) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(canvas, {
    keyboard: false,
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
    inertia: !calm,
    ...options,
  });
  canvas.tabIndex = 0;
  return map;
}

/** Gives a map its buttons, keys and manners; it has its view already. */
export function equip(map, canvas, frame, t) {
  addZoomButtons(map, frame, t);
  addPanButtons(map, frame, t);
  keepPageScrolling(map, canvas, frame, t);
  addKeys(map, canvas);
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(canvas);
}

/**
 * The map in `canvas`; `frame` is the positioned element around it that carries buttons and notices. The block around
 * them names the map's layers (see layers.js).
 */
export function createMap(canvas, frame, config, t) {
  const bounds = L.latLngBounds(config.bounds);
  const map = plainMap(canvas, { center: config.centre, zoom: config.zoom, maxZoom: config.tiles.maxZoom });
  // Far enough out to see the whole service area, and no further.
  map.setMinZoom(Math.min(config.zoom, Math.max(1, map.getBoundsZoom(bounds) - 1)));
  keepInside(map, bounds.pad(0.05));
  L.control.attribution({ prefix: false }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  new PlainGrid({ pane: "tilePane", zIndex: 0 }).addTo(map);
  addLayers(map, canvas.closest("[data-map]"), serviceTiles(frame, config, t), t);
  equip(map, canvas, frame, t);
  return map;
}

/** Shows GeoJSON found in the script element `id` as an outline; the Leaflet layer, or null without one. */
export function addOutline(map, id) {
  const source = id && document.getElementById(id);
  if (!source) {
    return null;
  }
  const outline = L.geoJSON(JSON.parse(source.textContent), {
    interactive: false,
    style: { className: "map-outline" },
    pointToLayer: (feature, latlng) => pin(latlng),
  });
  return outline.addTo(map);
}

/** A pin whose tip is at the place; styled by map.css. */
export function pin(latlng, className = "", options = {}) {
  return L.marker(latlng, {
    icon: L.divIcon({ className: `map-pin ${className}`, iconSize: [28, 36], iconAnchor: [14, 36] }),
    interactive: false,
    keyboard: false,
    ...options,
  });
}
