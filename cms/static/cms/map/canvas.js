/** Draws finished shapes and the sketch in hand on the Leaflet map. */

import { pin } from "./base.js";

const L = window.L;
const latlng = ([lon, lat]) => [lat, lon];

// Handles beyond these many either side of the chosen vertex are left out: a planner's area may have thousands.
const HANDLES_AROUND = 30;

export class DrawingCanvas {
  /** `onDrag(index, [lon, lat])` and `onPick(index)` are called when a vertex is dragged or pressed in editing. */
  constructor(map, frame, { onDrag, onPick }) {
    Object.assign(this, { map, onDrag, onPick });
    this.finished = L.layerGroup().addTo(map);
    this.working = L.layerGroup().addTo(map);
    this.cross = document.createElement("div");
    this.cross.className = "map-cross";
    this.cross.setAttribute("aria-hidden", "true");
    frame.append(this.cross);
    map.on("move", () => this.updateGuide());
  }

  showShapes(shapes) {
    this.finished.clearLayers();
    shapes.forEach((shape) => this.finished.addLayer(this.layerOf(shape)));
  }

  layerOf({ kind, vertices, holes = [] }) {
    const path = vertices.map(latlng);
    const options = { className: "map-shape", interactive: false };
    if (kind === "point") {
      return pin(path[0]);
    }
    return kind === "line" ? L.polyline(path, options) : L.polygon([path, ...holes.map((ring) => ring.map(latlng))], options);
  }

  /** Shows the sketch, or with null takes it away. */
  showSketch(sketch) {
    this.working.clearLayers();
    this.sketch = sketch;
    this.guide = null;
    this.cross.classList.toggle("is-drawing", Boolean(sketch));
    if (!sketch) {
      return;
    }
    const path = sketch.vertices.map(latlng);
    const options = { className: `map-sketch${sketch.crosses ? " is-crossing" : ""}`, interactive: false };
    if (sketch.kind !== "point" && path.length > 1) {
      this.body = sketch.kind === "line" ? L.polyline(path, options) : L.polygon(path, options);
      this.working.addLayer(this.body);
    }
    this.guide = L.polyline([], { className: "map-guide", interactive: false }).addTo(this.working);
    this.updateGuide();
    sketch.vertices.forEach((vertex, index) => this.addHandle(sketch, vertex, index));
  }

  addHandle(sketch, vertex, index) {
    if (sketch.editing && Math.abs(index - sketch.chosen) > HANDLES_AROUND) {
      return;
    }
    const chosen = sketch.editing && index === sketch.chosen;
    const first = !sketch.editing && index === 0 && sketch.kind === "polygon";
    const classes = `map-vertex${chosen ? " is-chosen" : ""}${first ? " is-first" : ""}`;
    const handle = L.marker(latlng(vertex), {
      icon: L.divIcon({ className: classes, iconSize: sketch.editing ? [26, 26] : [18, 18] }),
      draggable: sketch.editing,
      interactive: sketch.editing,
      keyboard: false,
    });
    if (sketch.editing) {
      handle.on("click", () => this.onPick(index));
      handle.on("drag", (event) => this.followDrag(index, event.latlng));
      handle.on("dragend", () => this.onDrag(index, [handle.getLatLng().lng, handle.getLatLng().lat]));
    }
    this.working.addLayer(handle);
  }

  followDrag(index, place) {
    if (this.body && this.sketch.kind !== "point") {
      const path = this.sketch.vertices.map(latlng);
      path[index] = place;
      this.body.setLatLngs(path);
      this.guide.setLatLngs([]);
    }
  }

  /** The dashed line that shows what pressing Enter would draw. */
  updateGuide() {
    if (!this.guide || !this.sketch || this.sketch.kind === "point") {
      return;
    }
    const { editing, vertices, chosen, kind } = this.sketch;
    const centre = this.map.getCenter();
    if (editing) {
      const around = [vertices[chosen - 1], null, vertices[chosen + 1]];
      if (kind === "polygon") {
        around[0] ??= vertices[vertices.length - 1];
        around[2] ??= vertices[0];
      }
      const path = around.filter((vertex) => vertex !== undefined);
      this.guide.setLatLngs(path.map((vertex) => (vertex ? latlng(vertex) : centre)));
    } else if (vertices.length) {
      const closing = kind === "polygon" && vertices.length > 1 ? [latlng(vertices[0])] : [];
      this.guide.setLatLngs([latlng(this.sketch.last), centre, ...closing]);
    }
  }

  fit(shapes) {
    const all = shapes.flatMap((shape) => shape.vertices.map(latlng));
    if (all.length) {
      this.map.fitBounds(L.latLngBounds(all), { maxZoom: 16, padding: [40, 40], animate: false });
    }
  }

  /** Whether two places would look like one on the screen. */
  near(first, second, pixels = 12) {
    const [a, b] = [first, second].map((place) => this.map.latLngToContainerPoint(latlng(place)));
    return a.distanceTo(b) <= pixels;
  }
}
