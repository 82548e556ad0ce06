/** One shape in hand, drawn with a crosshair: mouse, touch and keyboard all go through `place`. */

import { addOutline, createMap } from "./base.js";
import { DrawingCanvas } from "./canvas.js";
import { DrawingPanel } from "./panel.js";
import { distance, measure } from "./geometry.js";
import { PlaceSearch } from "./search.js";
import { Sketch } from "./sketch.js";
import { Whereabouts } from "./whereabouts.js";
import { distanceInWords, sizeInWords, translator } from "./words.js";

const capitalised = (word) => word[0].toUpperCase() + word.slice(1);

/**
 * A map on which one shape after another is drawn. What becomes of finished shapes is its heirs' business: they have
 * `full`, `refresh()` and `keep(sketch)`, call `build()` when they are ready, and set `replaced` (whatever names a
 * finished shape to them) while one is edited.
 */
export class SketchingMap {
  constructor(root, config) {
    this.root = root;
    this.config = config;
    this.t = translator(config);
    this.tools = root.dataset.tools.split(" ");
    this.max = Number(root.dataset.max);
    this.minZoom = Number(root.dataset.minZoom ?? -Infinity);
    this.container = root.querySelector("[data-map-canvas]");
    this.sketch = null;
    this.replaced = null;
    /** What the person last used: "mouse", "touch" or "keyboard". */
    this.hand = window.matchMedia("(pointer: coarse)").matches ? "touch" : "keyboard";
  }

  build() {
    const frame = this.root.querySelector("[data-map-frame]");
    this.map = this.makeMap(frame);
    this.canvas = this.makeCanvas(frame);
    this.panel = this.makePanel();
    this.whereabouts = this.makeWhereabouts();
    const outline = addOutline(this.map, this.root.dataset.outline);
    if (outline) {
      this.map.fitBounds(outline.getBounds(), { maxZoom: 16, animate: false });
    }
    const search = this.root.querySelector("[data-search]");
    if (search && this.config.placesUrl) {
      new PlaceSearch(search, this.config, this.t, (text) => this.say(text), (place) => this.goTo(place));
    }
    this.listen();
  }

  listen() {
    this.map.on("click", ({ latlng }) => this.place([latlng.lng, latlng.lat]));
    this.map.on("dblclick", () => this.repeated && this.sketch?.missing === 0 && this.finish());
    this.root.addEventListener("keydown", (event) => this.onKey(event));
    // Before whatever else the page does with the form.
    const form = this.root.closest("form");
    form?.addEventListener("submit", (event) => this.beforeSubmit(event), { capture: true });
    const hold = (hand) => () => {
      this.hand = hand;
    };
    this.root.addEventListener("keydown", hold("keyboard"), { capture: true });
    this.root.addEventListener(
      "pointerdown",
      ({ pointerType }) => hold(pointerType === "mouse" ? "mouse" : "touch")(),
      { capture: true },
    );
  }

  makeMap(frame) {
    return createMap(this.container, frame, this.config, this.t);
  }

  makeCanvas(frame) {
    return new DrawingCanvas(this.map, frame, this.handles());
  }

  handles() {
    return { onDrag: (index, place) => this.moveVertex(index, place), onPick: (index) => this.pick(index) };
  }

  makePanel() {
    return new DrawingPanel(this);
  }

  makeWhereabouts() {
    return new Whereabouts(this);
  }

  say(text) {
    this.panel.say(text);
  }

  /** Begins a new shape; with room for one only, the old one stays until the new one is finished. */
  start(kind, { focus = true } = {}) {
    if (this.full) {
      this.say(this.t("promptFull"));
      return;
    }
    if (this.sketch?.editing) {
      this.cancel({ focus: false });
    }
    this.sketch = new Sketch(kind);
    this.repeated = false;
    this.map.doubleClickZoom.disable();
    this.refresh();
    // Keys are named to those who use them; the others are told of the buttons.
    const hand = this.hand === "keyboard" ? "" : "ByHand";
    this.say(this.t(`started${capitalised(kind)}${hand}`));
    if (focus) {
      this.container.focus();
    }
  }

  centre() {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  /** The key of the sentence that says why nothing more can be marked; "" when something can. */
  get closed() {
    return this.full ? "promptFull" : "";
  }

  /** The one way a point gets onto the map, whatever the hand: adds to the drawing, or moves the chosen point. */
  place(where) {
    if (!this.sketch) {
      if (this.closed) {
        this.say(this.t(this.closed));
        return;
      }
      if (this.refuses(where)) {
        return;
      }
      this.start(this.tools[0], { focus: false });
    }
    if (this.refuses(where)) {
      return;
    }
    this.sketch.zoom = this.map.getZoom();
    if (this.sketch.editing) {
      this.moveVertex(this.sketch.chosen, where);
    } else {
      this.addVertex(where);
    }
  }

  refuses([lon, lat]) {
    const [[south, west], [north, east]] = this.config.bounds;
    if (lon < west || lon > east || lat < south || lat > north) {
      this.say(this.t("outside"));
      return true;
    }
    if (this.map.getZoom() < this.minZoom) {
      this.say(this.t("zoomCloser"));
      this.panel.offer(this.t("zoomIn"), () => {
        this.map.setView([lat, lon], this.minZoom, { animate: false });
        this.container.focus();
      });
      return true;
    }
    return false;
  }

  addVertex(where) {
    const { sketch, t } = this;
    if (sketch.kind === "polygon" && sketch.vertices.length > 2 && this.canvas.near(sketch.vertices[0], where)) {
      this.finish();
      return;
    }
    // A second press at the same place may be a double click, which finishes; two quick taps apart are no such thing.
    this.repeated = Boolean(sketch.last) && this.canvas.near(sketch.last, where, 4);
    if (this.repeated) {
      this.say(t("alreadyHere"));
      return;
    }
    if (sketch.vertices.length >= this.config.maxVertices - 1) {
      this.say(t("full"));
      return;
    }
    const previous = sketch.last;
    sketch.add(where);
    if (sketch.kind === "point") {
      this.finish();
      return;
    }
    this.refresh();
    const number = sketch.vertices.length;
    const key = sketch.missing ? "addedFurther" : "addedCanFinish";
    const far = previous && distanceInWords(distance(previous, where), t);
    this.say(previous ? t(key, { number, distance: far }) : t("added", { number }));
  }

  undo() {
    const { sketch, t } = this;
    const number = sketch.vertices.length;
    if (!sketch.undo()) {
      this.say(t("nothingToUndo"));
      return;
    }
    this.refresh();
    if (sketch.editing) {
      this.pick(sketch.chosen);
    } else {
      this.say(t("undone", { number }));
    }
  }

  finish() {
    const { sketch, t } = this;
    if (sketch.missing) {
      this.say(t("needsMore", { count: sketch.missing }));
      return false;
    }
    if (sketch.crosses) {
      this.say(t("crossing"));
      return false;
    }
    this.end();
    this.keep(sketch);
    return true;
  }

  end() {
    this.sketch = null;
    this.map.doubleClickZoom.enable();
  }

  /** Leaves drawing or editing. What was drawn can be brought back; an edited shape is as it was before. */
  cancel({ focus = true } = {}) {
    const { sketch, replaced } = this;
    this.end();
    this.replaced = null;
    this.refresh();
    this.say(this.t(sketch.editing ? "cancelledEdit" : "stopped"));
    if (sketch.editing ? sketch.history.length : sketch.vertices.length) {
      this.panel.offer(this.t("restore"), () => {
        this.sketch = sketch;
        this.replaced = replaced;
        this.refresh();
        this.say(this.t("restored"));
        this.container.focus();
      });
    }
    if (focus) {
      this.panel.focusTool(sketch.kind);
    }
  }

  /** Takes a finished shape in hand again. */
  take({ kind, vertices, holes }) {
    this.sketch = new Sketch(kind, vertices, { holes, editing: true });
    if (kind !== "point") {
      this.canvas.fit([{ vertices }]);
    }
    this.refresh();
    this.map.panTo([vertices[0][1], vertices[0][0]], { animate: false });
    this.say(this.t("editing", { number: 1, total: vertices.length }));
    this.container.focus();
  }

  moveVertex(index, where) {
    if (this.refuses(where)) {
      this.refresh();
      return;
    }
    this.sketch.zoom = this.map.getZoom();
    const moved = distance(this.sketch.vertices[index], where);
    this.sketch.move(index, where);
    if (this.sketch.kind === "point") {
      this.finish();
      return;
    }
    this.refresh();
    const far = distanceInWords(moved, this.t);
    const warning = this.sketch.crosses ? ` ${this.t("crossing")}` : "";
    this.say(this.t("moved", { number: index + 1, distance: far }) + warning);
  }

  pick(index) {
    const { sketch } = this;
    sketch.chosen = index;
    const [lon, lat] = sketch.vertices[index];
    this.map.panTo([lat, lon], { animate: false });
    this.refresh();
    this.say(this.t("chosen", { number: index + 1, total: sketch.vertices.length }));
  }

  step(by) {
    this.sketch.choose(by);
    this.pick(this.sketch.chosen);
  }

  insertVertex() {
    const where = this.centre();
    if (this.canvas.near(this.sketch.vertices[this.sketch.chosen], where, 4)) {
      this.say(this.t("alreadyHere"));
    } else if (!this.refuses(where)) {
      this.sketch.insertAfter(this.sketch.chosen, where);
      this.refresh();
      this.say(this.t("added", { number: this.sketch.chosen + 1 }));
    }
  }

  removeVertex() {
    if (!this.sketch.remove(this.sketch.chosen)) {
      this.say(this.t("tooFewToRemove"));
      return;
    }
    this.pick(this.sketch.chosen);
    this.say(this.t("removed", { total: this.sketch.vertices.length }));
  }

  goTo({ name, lon, lat }) {
    const [[south, west], [north, east]] = this.config.bounds;
    if (lon < west || lon > east || lat < south || lat > north) {
      this.say(this.t("outsidePlace"));
      return;
    }
    this.map.setView([lat, lon], Math.max(16, this.minZoom), { animate: false });
    this.whereabouts.setLandmark(name, [lon, lat]);
    this.container.focus();
    this.say(this.t("movedTo", { place: name }));
  }

  onKey(event) {
    if (event.key === "Escape" && !event.defaultPrevented) {
      if (this.sketch) {
        event.preventDefault();
        this.cancel();
      } else if (event.target === this.container) {
        this.panel.focusTool();
      }
      return;
    }
    if (event.target !== this.container) {
      return;
    }
    const editing = this.sketch?.editing;
    const actions = {
      Enter: () => event.repeat || this.place(this.centre()),
      Backspace: this.sketch && (() => this.undo()),
      PageDown: editing && (() => this.step(1)),
      PageUp: editing && (() => this.step(-1)),
      Delete: editing && (() => this.removeVertex()),
    };
    if (actions[event.key]) {
      event.preventDefault();
      this.whereabouts.cancel();
      actions[event.key]();
    }
  }

  /** A drawing that only lacks its Finish is finished; one that cannot be is not thrown away silently. */
  beforeSubmit(event) {
    if (!this.sketch || (!this.sketch.editing && !this.sketch.vertices.length)) {
      return;
    }
    if (!this.finish()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.container.focus();
      const reason = this.sketch.crosses ? this.t("crossing") : this.t("unfinished");
      this.say(reason);
    }
  }

  sizeOf({ kind, vertices }) {
    return sizeInWords(kind, measure(kind, vertices), this.config, this.t);
  }
}
