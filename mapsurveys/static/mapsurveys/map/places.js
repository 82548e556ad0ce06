/** Given places: a list of checkboxes, and a map on which the same places can be pressed. */

import { createMap, whenNear } from "../../cms/map/base.js";
import { translator } from "../../cms/map/words.js";
import { setFirstView } from "./views.js";
import { numberIcon, pointIcon } from "./signs.js";

const L = window.L;

/** Leaflet takes markup for a tooltip; an element holds nothing but text. */
function words(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

/** The first position of any GeoJSON geometry as [lat, lon]. */
function firstPosition({ coordinates }) {
  const position = coordinates.flat(Infinity);
  return [position[1], position[0]];
}

class GivenPlace {
  constructor(place, element, number) {
    Object.assign(this, { ...place, element, number });
    this.box = element.querySelector("input[type=checkbox]");
    this.effort = element.querySelector("[data-mark-effort]");
  }

  get chosen() {
    return this.box.checked;
  }
}

export class GivenPlaces {
  constructor(root, config) {
    Object.assign(this, { root, config, t: translator(config) });
    this.block = root.querySelector("[data-map]");
    this.status = root.querySelector("[data-status]");
    this.count = root.querySelector("[data-mark-count]");
    this.limit = Number(this.block.dataset.max);
    const shapes = JSON.parse(document.getElementById(`${this.block.id}-places`).textContent);
    this.places = shapes.map((place, index) => {
      return new GivenPlace(place, root.querySelector(`[data-given="${CSS.escape(place.id)}"]`), index + 1);
    });
    this.places.forEach((place) => place.box.addEventListener("change", () => this.onChange(place)));
    this.input = "list";
    this.wireSearch(root.querySelector("[data-given-search]"));
    this.block.hidden = false;
    this.refresh();
    // A draft may have been brought back until then.
    window.addEventListener("load", () => this.refresh());
    whenNear(this.block, () => this.build());
  }

  get chosen() {
    return this.places.filter(({ chosen }) => chosen);
  }

  onChange(place) {
    const { t, input } = this;
    if (place.chosen && this.chosen.length > this.limit) {
      place.box.checked = false;
      this.say(t("chosenMost"));
      return;
    }
    const layers = this.map?.kuuleLayers ?? [];
    place.effort.value = place.chosen ? JSON.stringify({ input, zoom: this.map?.getZoom() ?? 0, layers }) : "";
    this.refresh();
    const { name } = place;
    const count = t("chosenCount", { count: this.chosen.length, limit: this.limit });
    this.say(`${t(place.chosen ? "chosenPlace" : "unchosenPlace", { name })} ${count}`);
  }

  /** Pressing a place on the map is the same as pressing its checkbox, whose questions it leads to. */
  toggle(place, event) {
    place.box.checked = !place.box.checked;
    this.input = event.originalEvent?.pointerType === "touch" ? "touch" : "mouse";
    place.box.dispatchEvent(new Event("change", { bubbles: true }));
    this.input = "list";
    place.element.hidden = false;
    if (place.chosen && place.element.querySelector(".given__body")) {
      place.box.focus({ preventScroll: true });
      place.element.scrollIntoView({ block: "nearest" });
    }
  }

  say(text) {
    this.status.textContent = "";
    requestAnimationFrame(() => {
      this.status.textContent = text;
    });
  }

  refresh() {
    this.count.textContent = this.t("chosenCount", { count: this.chosen.length, limit: this.limit });
    this.draw();
  }

  build() {
    const frame = this.root.querySelector("[data-map-frame]");
    this.map = createMap(this.root.querySelector("[data-map-canvas]"), frame, this.config, this.t);
    this.group = L.layerGroup().addTo(this.map);
    const all = L.geoJSON(this.places.map(({ geometry }) => ({ type: "Feature", geometry })));
    const bounds = all.getBounds();
    setFirstView(this.map, this.block, bounds.isValid() ? bounds.pad(0.1) : null);
    this.draw();
  }

  draw() {
    this.group?.clearLayers();
    this.places.forEach((place) => this.group && this.drawPlace(place));
  }

  drawPlace(place) {
    const state = place.chosen ? "is-chosen" : "is-offered";
    const where = firstPosition(place.geometry);
    const icon = place.geometry.type === "Point" ? pointIcon("pin", place.number, state) : numberIcon(place.number, state);
    const options = { icon, keyboard: false, zIndexOffset: place.chosen ? 1000 : 0 };
    const layers = [L.marker(where, options)];
    if (place.geometry.type !== "Point") {
      layers.unshift(L.geoJSON(place.geometry, { style: { className: `map-shape ${state}` } }));
    }
    layers.forEach((layer) => {
      layer.on("click", (event) => this.toggle(place, event));
      layer.bindTooltip(words(place.name), { direction: "top", offset: [0, -24] });
      this.group.addLayer(layer);
    });
  }

  wireSearch(box) {
    if (!box) {
      return;
    }
    box.hidden = false;
    const input = box.querySelector("input");
    input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLocaleLowerCase();
      this.places.forEach((place) => {
        // What is chosen stays in sight: it has questions, and is taken away here.
        place.element.hidden = !place.chosen && !place.name.toLocaleLowerCase().includes(wanted);
      });
      const count = this.places.filter(({ element }) => !element.hidden).length;
      this.say(count ? this.t("listed", { count }) : this.t("listedNone"));
    });
  }
}
