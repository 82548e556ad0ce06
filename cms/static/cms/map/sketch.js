/** The shape in hand: its vertices, the steps that can be undone, and in editing the chosen vertex. No map here. */

import { MINIMUM, edgeCrosses } from "./geometry.js";

export class Sketch {
  constructor(kind, vertices = [], { holes = [], editing = false } = {}) {
    this.kind = kind;
    this.vertices = vertices;
    this.holes = holes;
    this.editing = editing;
    this.chosen = 0;
    this.history = [];
    /** How often something drawn was changed: moved, put between, removed or undone. */
    this.edits = 0;
  }

  get last() {
    return this.vertices[this.vertices.length - 1];
  }

  /** How many vertices are missing before the shape can be finished. */
  get missing() {
    return Math.max(0, MINIMUM[this.kind] - this.vertices.length);
  }

  get crosses() {
    return this.kind === "polygon" && edgeCrosses(this.vertices);
  }

  remember() {
    this.history.push({ vertices: this.vertices.slice(), chosen: this.chosen });
  }

  add(vertex) {
    this.remember();
    this.vertices = [...this.vertices, vertex];
  }

  move(index, vertex) {
    this.remember();
    this.edits += 1;
    this.vertices = this.vertices.map((old, place) => (place === index ? vertex : old));
    this.chosen = index;
  }

  insertAfter(index, vertex) {
    this.remember();
    this.edits += 1;
    this.vertices = [...this.vertices.slice(0, index + 1), vertex, ...this.vertices.slice(index + 1)];
    this.chosen = index + 1;
  }

  /** False when the shape would have too few vertices left. */
  remove(index) {
    if (this.vertices.length <= MINIMUM[this.kind]) {
      return false;
    }
    this.remember();
    this.edits += 1;
    this.vertices = this.vertices.filter((vertex, place) => place !== index);
    this.chosen = Math.min(index, this.vertices.length - 1);
    return true;
  }

  /** Steps back once; false when there is no step to undo. */
  undo() {
    const before = this.history.pop();
    if (!before) {
      return false;
    }
    this.edits += 1;
    Object.assign(this, before);
    return true;
  }

  choose(step) {
    this.chosen = (this.chosen + step + this.vertices.length) % this.vertices.length;
  }

  get shape() {
    return { kind: this.kind, vertices: this.vertices, holes: this.holes };
  }
}
