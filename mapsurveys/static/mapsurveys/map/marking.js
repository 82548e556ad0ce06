/** The map of a question whose marks are rows (list.js): numbers, limits, the allowed area, the effort of marking. */

import { setInUse } from "../../cms/map/base.js";
import { DrawingPanel } from "../../cms/map/panel.js";
import { SketchingMap } from "../../cms/map/sketching.js";
import { setFirstView } from "./views.js";
import { isInside, isWhollyInside, showArea } from "./area.js";
import { MarkingCanvas } from "./canvas.js";

const L = window.L;
const CLOSE_ENOUGH = 16;

class MarkingPanel extends DrawingPanel {
  promptKey() {
    const { sketch, list, tools } = this.drawing;
    if (sketch) {
      return super.promptKey();
    }
    if (list.full) {
      return "promptMost";
    }
    const isPoint = tools[0] === "point";
    if (list.rows.length) {
      return isPoint ? "promptNext" : "promptNextShape";
    }
    return isPoint ? "promptOne" : "promptOneShape";
  }

  /** The rows are the list's own. */
  refreshRows() {}
}

export class MarkingMap extends SketchingMap {
  constructor(list, config) {
    super(list.block, config);
    this.list = list;
    this.chosen = null;
    this.begun = null;
    this.area = this.allowedArea();
    this.build();
    this.beginView();
    this.refresh();
  }

  allowedArea() {
    const source = document.getElementById(`${this.root.id}-mask`);
    return source ? JSON.parse(source.textContent) : null;
  }

  makeCanvas(frame) {
    const { symbol, lineStyle } = this.root.dataset;
    const onChoose = (row) => this.list.open(row);
    return new MarkingCanvas(this.map, frame, this.handles(), { symbol, lineStyle, onChoose });
  }

  makePanel() {
    return new MarkingPanel(this);
  }

  listen() {
    super.listen();
    // The time of a mark runs from the first use of the map for it: looking for the place is a part of marking it.
    const begin = () => {
      this.begun ??= performance.now();
    };
    ["pointerdown", "keydown"].forEach((type) => this.root.addEventListener(type, begin, { capture: true }));
  }

  /** The marks there are, else what the step says, else the allowed area, else that of the survey. */
  beginView() {
    const bounds = this.area && showArea(this.map, this.area);
    if (this.list.shapes.length) {
      this.fitRows();
    } else {
      setFirstView(this.map, this.root, bounds);
    }
  }

  fitRows() {
    this.canvas.fit(this.list.shapes.map(({ shape }) => shape));
  }

  get full() {
    return !this.replaced && this.list.full;
  }

  get closed() {
    return this.full ? "promptMost" : "";
  }

  refresh() {
    const rows = this.list.shapes.filter((row) => row !== this.replaced);
    this.canvas.showRows(rows, { chosen: this.chosen, pressable: !this.sketch });
    this.canvas.showSketch(this.sketch);
    setInUse(this.map, Boolean(this.sketch));
    this.panel.refresh();
  }

  refuses(where) {
    if (super.refuses(where)) {
      return true;
    }
    if (this.area && !isInside(where, this.area)) {
      this.sayOutside("outsideMask");
      return true;
    }
    return false;
  }

  sayOutside(key) {
    this.say(this.t(key));
    const bounds = L.geoJSON(this.area).getBounds();
    this.panel.offer(this.t("showMask"), () => {
      this.map.fitBounds(bounds, { padding: [12, 12], animate: false });
      this.container.focus();
    });
  }

  finish() {
    const { sketch } = this;
    if (this.area && !sketch.missing && !isWhollyInside(sketch, this.area)) {
      this.sayOutside("leavesMask");
      return false;
    }
    return super.finish();
  }

  /** A finished shape is a new row's place, or again that of the row it was taken from. */
  keep(sketch) {
    const row = this.replaced ?? this.list.add();
    const isNew = !this.replaced;
    row.setShape(sketch.shape, this.effortOf(sketch, row));
    this.begun = null;
    this.replaced = null;
    this.list.refresh();
    this.chosen = row;
    this.refresh();
    this.list.nameAfterPlaces([row]);
    this.sayKept(row);
    this.leadOn(row, isNew);
  }

  sayKept(row) {
    const { list } = this;
    const size = list.sizeOf(row);
    const finished = this.t(size ? "finishedSize" : "finished", { shape: row.name, size });
    const next = row.hasQuestions && !row.isOpen ? this.t("finishedOpen") : "";
    this.say([finished, list.countInWords(), next].filter(Boolean).join(" "));
  }

  /** To the questions about it; where nothing is asked the hand stays on the map, for the next one. */
  leadOn(row, isNew) {
    if (isNew && row.hasQuestions) {
      this.list.open(row);
    } else if (!isNew) {
      row.focusButton();
    } else if (this.full) {
      this.list.open(row, { focus: false });
      row.focusButton();
    } else {
      this.container.focus({ preventScroll: true });
    }
  }

  effortOf(sketch, row) {
    const { landmark } = this.whereabouts;
    const [first] = sketch.vertices;
    const found = landmark && sketch.kind === "point" && this.canvas.near(landmark.where, first, 4);
    return {
      zoom: sketch.zoom ?? row.effort.zoom ?? this.map.getZoom(),
      vertices: sketch.vertices.length,
      edits: sketch.edits + (sketch.editing ? 1 : 0),
      seconds: this.begun === null ? 0 : (performance.now() - this.begun) / 1000,
      input: found ? "search" : this.hand,
      layers: this.map.kuuleLayers ?? [],
    };
  }

  /** Takes a row's place in hand; a place that is in words only is marked anew. */
  edit(row) {
    if (this.sketch) {
      this.cancel({ focus: false });
    }
    this.chosen = row;
    this.replaced = row;
    if (row.shape) {
      this.take(row.shape);
    } else {
      this.start(this.tools[0]);
    }
    this.root.scrollIntoView({ block: "nearest" });
  }

  cancel(options) {
    const row = this.replaced;
    super.cancel(options);
    if (row && options?.focus !== false) {
      row.focusButton();
    }
  }

  /** Going on needs a finished drawing or none; going back or leaving for now keeps what can be finished. */
  beforeSubmit(event) {
    if (!["back", "later"].includes(event.submitter?.name)) {
      super.beforeSubmit(event);
    } else if (this.sketch && !this.sketch.missing) {
      this.finish();
    }
  }

  /** Makes the place of a row stand out, and moves there if it is out of sight; with null none does. */
  show(row) {
    this.chosen = row;
    this.refresh();
    if (!row?.shape) {
      return;
    }
    const bounds = L.latLngBounds(row.shape.vertices.map(([lon, lat]) => [lat, lon]));
    if (!this.map.getBounds().intersects(bounds)) {
      this.map.fitBounds(bounds, { maxZoom: Math.max(this.map.getZoom(), CLOSE_ENOUGH), animate: false });
    }
  }

  /** A row goes: whatever was being done to it stops. */
  leave(row) {
    if (this.replaced === row) {
      this.cancel({ focus: false });
    }
    this.chosen = this.chosen === row ? null : this.chosen;
  }
}
