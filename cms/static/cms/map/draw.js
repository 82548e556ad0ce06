/** A drawing map whose finished shapes are kept, as GeoJSON, in one field of a form. */

import { setInUse } from "./base.js";
import { toGeometry, toShapes } from "./geometry.js";
import { SketchingMap } from "./sketching.js";

export class DrawingMap extends SketchingMap {
  constructor(root, config) {
    super(root, config);
    this.field = document.getElementById(root.dataset.value);
    this.shapes = [];
    this.build();
    this.read();
  }

  /** Shows what the field holds: an earlier answer, a stored area, or what was sent and refused. */
  read() {
    const text = this.field.value.trim();
    if (text) {
      try {
        this.shapes = toShapes(JSON.parse(text)).filter(({ kind }) => this.tools.includes(kind));
      } catch {
        this.shapes = [];
      }
      if (this.shapes.length) {
        this.canvas.fit(this.shapes);
      } else {
        this.say(this.t("notShown"));
      }
    }
    this.refresh();
  }

  write() {
    const geometries = this.shapes.map(toGeometry);
    let value = null;
    if (this.root.dataset.output === "multipolygon") {
      value = { type: "MultiPolygon", coordinates: geometries.map(({ coordinates }) => coordinates) };
    } else if (this.max === 1) {
      [value] = geometries;
    } else {
      const features = geometries.map((geometry) => ({ type: "Feature", properties: {}, geometry }));
      value = { type: "FeatureCollection", features };
    }
    this.field.value = geometries.length ? JSON.stringify(value) : "";
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  refresh() {
    this.canvas.showShapes(this.shapes.filter((shape, index) => index !== this.replaced));
    this.canvas.showSketch(this.sketch);
    setInUse(this.map, Boolean(this.sketch));
    this.panel.refresh();
  }

  get full() {
    return this.max > 1 && this.shapes.length >= this.max;
  }

  get closed() {
    return this.max === 1 && this.shapes.length ? "promptReplace" : super.closed;
  }

  /** A new shape comes after the others, an edited one takes its place again; where one fits, the new replaces it. */
  keep({ shape }) {
    const index = this.replaced ?? (this.max === 1 ? 0 : this.shapes.length);
    this.shapes[index] = shape;
    this.replaced = null;
    this.write();
    this.refresh();
    const size = this.sizeOf(shape);
    this.say(this.t(size ? "finishedSize" : "finished", { shape: this.nameOf(shape, index), size }));
    this.panel.focusRow(index);
  }

  edit(index) {
    this.replaced = index;
    this.take(this.shapes[index]);
  }

  remove(index) {
    const before = this.shapes.slice();
    const name = this.nameOf(before[index], index);
    const set = (shapes) => {
      this.shapes = shapes;
      this.write();
      this.refresh();
    };
    set(before.filter((shape, place) => place !== index));
    this.say(this.t("deleted", { shape: name }));
    const offer = this.panel.offer(this.t("restore"), () => {
      set(before);
      this.say(this.t("restored"));
      this.panel.focusRow(index);
    });
    offer.focus({ preventScroll: true });
  }

  nameOf({ kind }, index) {
    return this.max > 1 ? `${this.t(kind)} ${index + 1}` : this.t(kind);
  }
}
