/** Draws the marks of a question on the map, numbered like their rows; pressing one opens its row. */

import { DrawingCanvas } from "../../cms/map/canvas.js";
import { DASHES, numberIcon, pointIcon } from "./signs.js";

const L = window.L;
const latlng = ([lon, lat]) => [lat, lon];

export class MarkingCanvas extends DrawingCanvas {
  constructor(map, frame, handles, { symbol, lineStyle, onChoose }) {
    super(map, frame, handles);
    Object.assign(this, { symbol, lineStyle, onChoose });
    this.ground = L.layerGroup().addTo(map);
  }

  /** While something is drawn, presses go to the map and not to the marks on it. */
  showRows(rows, { chosen, pressable }) {
    this.finished.clearLayers();
    rows.forEach((row) => {
      const state = row === chosen ? "is-chosen" : "";
      this.layersOf(row, state, pressable).forEach((layer) => {
        if (pressable) {
          layer.on("click", (event) => {
            L.DomEvent.stopPropagation(event);
            this.onChoose(row);
          });
        }
        this.finished.addLayer(layer);
      });
    });
  }

  layersOf({ shape, number }, state, pressable) {
    const options = { interactive: pressable, keyboard: false, zIndexOffset: state ? 1000 : 0 };
    if (shape.kind === "point") {
      return [L.marker(latlng(shape.vertices[0]), { ...options, icon: pointIcon(this.symbol, number, state) })];
    }
    const isLine = shape.kind === "line";
    const make = isLine ? L.polyline : L.polygon;
    const path = isLine ? shape.vertices.map(latlng) : [shape.vertices, ...shape.holes].map((ring) => ring.map(latlng));
    const casing = make(path, { className: `map-casing ${state}`, interactive: false, fill: false });
    const dash = DASHES[this.lineStyle] ?? null;
    const body = make(path, { className: `map-shape ${state}`, interactive: pressable, dashArray: dash });
    // Lines are pressed with fingers: what takes the press is much wider than what is seen.
    const grip = make(path, { className: "map-grip", interactive: pressable, fill: false });
    const where = isLine ? shape.vertices[Math.floor((shape.vertices.length - 1) / 2)] : shape.vertices[0];
    const plate = L.marker(latlng(where), { ...options, icon: numberIcon(number, state) });
    return [casing, body, grip, plate];
  }
}
