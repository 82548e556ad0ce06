/**
 * The layers of a map, and the panel below it in which a person chooses among them by any means.
 *
 * Nothing of a layer is fetched before it is shown. `map.kuuleLayers` is always the list of ids of the layers that are
 * shown, the uppermost first, without the service's own background map; the element of the map has the same in
 * `data-shown-layers`, with spaces between. A layer that knows its extent fires "layerready" ({id, bounds}) on the map
 * when it has been fetched.
 */

const L = window.L;
/** Panes lie between Leaflet's tiles (200) and the shapes that people draw (400). */
const UNDERMOST = 210;
const UPPERMOST = 390;
/** So many pictures in a row must fail before a layer is said to fail: services leave out tiles of places they lack. */
const MOST_FAILURES = 3;
const LONGEST_SIGN = 3;
let panels = 0;

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Words in the language that they were found in. */
function words(tag, className, text, lang = "") {
  const element = make(tag, { className }, text);
  if (lang) {
    element.lang = lang;
  }
  return element;
}

/** A letter or a number that the key explains stands on the map; longer names come when a shape is pointed at. */
function label(name, pane) {
  const short = { permanent: true, direction: "center", className: "map-layer-label" };
  return { pane, ...(name.length <= LONGEST_SIGN ? short : { sticky: true }) };
}

const tiles = ({ url, options }, shared) => L.tileLayer(url, { ...options, ...shared });

const makers = {
  xyz: tiles,
  wmts: tiles,
  wms: ({ url, options }, shared) => L.tileLayer.wms(url, { ...options, ...shared }),
  image: ({ url, options, name }, shared) => L.imageOverlay(url, options.bounds, { ...shared, alt: name }),
  geojson: ({ options }, { pane, attribution }) => {
    const style = { color: options.color, fillColor: options.fillColor, weight: 3, fillOpacity: 0.35, pane };
    return L.geoJSON(null, {
      pane,
      attribution,
      style,
      pointToLayer: (feature, latlng) => L.circleMarker(latlng, { ...style, radius: 8, fillOpacity: 0.9 }),
      onEachFeature: ({ properties: { name } }, shape) => name && shape.bindTooltip(words("span", "", name), label(name, pane)),
    });
  },
};

/** Leaflet takes markup for the corner of the map; built as elements, so that no text is read as markup. */
function attributionOf({ text, url, lang }) {
  if (!text) {
    return "";
  }
  const source = words(url ? "a" : "span", "", text, lang);
  if (url) {
    source.href = url;
  }
  return source.outerHTML;
}

class MapLayer {
  constructor(map, config, height, onChange) {
    Object.assign(this, { map, config, onChange, shown: false, failed: false, failures: 0, names: [] });
    this.pane = map.createPane(`layer-${config.id}`);
    this.pane.style.zIndex = String(height);
    this.fade(config.opacity);
    map.on("zoomend", () => this.refreshZoom());
  }

  build() {
    this.layer = makers[this.config.kind](this.config, {
      pane: `layer-${this.config.id}`,
      attribution: attributionOf(this.config.attribution),
      // Some services refuse requests that do not say which site they come from.
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    this.layer.on("tileerror", () => this.fail(MOST_FAILURES));
    this.layer.on("error", () => this.fail(1));
    // A layer of tiles says "load" when it has tried them all, with whatever success.
    this.layer.on(this.config.kind === "image" ? "load" : "tileload", () => this.succeed());
  }

  fade(percent) {
    this.pane.style.opacity = String(percent / 100);
  }

  show() {
    if (!this.layer) {
      this.build();
    }
    Object.assign(this, { shown: true, failed: false, failures: 0 });
    this.layer.addTo(this.map);
    if (this.config.kind === "geojson" && !this.fetched) {
      this.fetch();
    }
    this.refreshZoom();
  }

  hide() {
    this.shown = false;
    this.layer?.remove();
    this.onChange(this);
  }

  async fetch() {
    this.fetched = true;
    try {
      const response = await fetch(this.config.url);
      if (!response.ok) {
        throw new Error(response.statusText);
      }
      const collection = await response.json();
      this.layer.addData(collection);
      this.names = collection.features.map(({ properties }) => properties.name).filter(Boolean);
      this.succeed();
    } catch {
      this.fetched = false;
      this.fail(1);
    }
  }

  fail(most) {
    this.failures += 1;
    if (this.failures >= most && this.shown && !this.failed) {
      this.failed = true;
      this.onChange(this, { failed: true });
    }
  }

  succeed() {
    const before = this.failed;
    Object.assign(this, { failed: false, failures: 0 });
    const bounds = this.layer.getBounds?.();
    if (bounds?.isValid()) {
      this.map.fire("layerready", { id: this.config.id, bounds });
    }
    if (before || this.names.length) {
      this.onChange(this);
    }
  }

  /** "layerCloser" or "layerFarther" where the map's zoom level is not one of the layer's, else "". */
  get zoomAdvice() {
    const { minZoom = 0, maxZoom = Infinity } = this.config.options;
    const zoom = this.map.getZoom();
    if (zoom < minZoom) {
      return "layerCloser";
    }
    return zoom > maxZoom ? "layerFarther" : "";
  }

  refreshZoom() {
    this.pane.hidden = this.zoomAdvice !== "";
    this.onChange(this);
  }
}

class LayerPanel {
  constructor(map, root, configs, serviceTiles, t) {
    Object.assign(this, { map, t, serviceTiles, rows: new Map() });
    panels += 1;
    this.group = `map-base-${panels}`;
    this.status = make("p", { className: "map-layers__status" });
    this.status.setAttribute("role", "status");
    const overlays = configs.filter(({ role }) => role !== "base");
    this.bases = configs.filter(({ role }) => role === "base").map((config) => this.add(config, UNDERMOST));
    this.overlays = overlays.map((config, index) => this.add(config, Math.max(UNDERMOST + 1, UPPERMOST - index)));
    this.base = this.bases.find(({ config }) => config.shown) ?? null;
    root.querySelector("[data-map-layers]").replaceChildren(this.element(), this.status);
    this.showFirst();
  }

  add(config, height) {
    return new MapLayer(this.map, config, height, (layer, news) => this.refresh(layer, news));
  }

  showFirst() {
    if (this.base) {
      this.base.show();
    } else {
      this.serviceTiles.addTo(this.map);
    }
    this.overlays.filter(({ config }) => config.shown).forEach((layer) => layer.show());
    [...this.bases, ...this.overlays].forEach((layer) => this.refresh(layer));
  }

  element() {
    const details = make("details", { className: "map-layers" }, make("summary", {}, this.t("layers")));
    // Keys pressed here are not meant for a drawing in progress: Escape would throw it away.
    details.addEventListener("keydown", (event) => event.stopPropagation());
    if (this.bases.length) {
      const usual = this.choice("radio", { name: this.t("serviceBase") }, () => this.chooseBase(null));
      usual.input.checked = !this.base;
      const own = make("li", { className: "map-layer" }, usual.label);
      details.append(this.list("baseLayers", [own, ...this.bases.map((layer) => this.row(layer, "radio"))]));
    }
    if (this.overlays.length) {
      details.append(this.list("overlays", this.overlays.map((layer) => this.row(layer, "checkbox"))));
    }
    return details;
  }

  list(title, rows) {
    const legend = make("legend", { className: "map-layers__title" }, this.t(title));
    return make("fieldset", { className: "map-layers__group" }, legend, make("ul", { className: "map-layers__list" }, ...rows));
  }

  choice(type, { name, lang }, onChange) {
    const input = make("input", { type, className: "map-layer__input" });
    if (type === "radio") {
      input.name = this.group;
    }
    // Of no form, so that what is chosen here is not sent with a comment.
    input.setAttribute("form", "");
    input.addEventListener("change", onChange);
    return { input, label: make("label", { className: "map-layer__choice" }, input, words("span", "", name, lang)) };
  }

  row(layer, type) {
    const press = () => (type === "radio" ? this.chooseBase(layer) : this.toggle(layer));
    const { input, label } = this.choice(type, layer.config, press);
    const note = make("p", { className: "map-layer__note", hidden: true });
    const more = make("div", { className: "map-layer__more", hidden: true }, ...this.legend(layer.config));
    const places = make("details", { className: "map-layer__places", hidden: true });
    more.append(places);
    if (type === "checkbox") {
      more.append(this.slider(layer));
    }
    input.checked = layer === this.base || (type === "checkbox" && layer.config.shown);
    this.rows.set(layer, { note, more, places });
    return make("li", { className: "map-layer" }, label, note, more);
  }

  legend({ name, legend: { text, image, alt, lang } }) {
    if (!text && !image) {
      return [];
    }
    const figure = make("figure", { className: "map-layer__legend" });
    figure.setAttribute("aria-label", this.t("layerKey", { name }));
    if (image) {
      // Only a key that is looked at is fetched.
      const picture = make("img", { loading: "lazy", src: image, alt });
      if (lang) {
        picture.lang = lang;
      }
      figure.append(picture);
    }
    if (text) {
      figure.append(words("figcaption", "", text, lang));
    }
    return [figure];
  }

  slider(layer) {
    const input = make("input", { type: "range", min: "0", max: "100", step: "10", className: "map-layer__slider" });
    const output = make("span", { className: "map-layer__percent" });
    output.setAttribute("aria-hidden", "true");
    input.value = String(layer.config.opacity);
    input.setAttribute("form", "");
    const refresh = () => {
      output.textContent = this.t("percent", { count: Number(input.value) });
      input.setAttribute("aria-valuetext", output.textContent);
    };
    input.addEventListener("input", () => {
      layer.fade(Number(input.value));
      refresh();
    });
    refresh();
    const text = words("span", "", this.t("overlayOpacity", { name: layer.config.name }));
    return make("label", { className: "map-layer__opacity" }, text, input, output);
  }

  toggle(layer) {
    if (layer.shown) {
      layer.hide();
    } else {
      layer.show();
    }
    this.say(layer.shown ? "layerShown" : "layerHidden", layer.config.name);
  }

  chooseBase(layer) {
    this.base?.hide();
    this.serviceTiles.remove();
    this.base = layer;
    if (layer) {
      layer.show();
    } else {
      this.serviceTiles.addTo(this.map);
    }
    this.say("layerShown", layer ? layer.config.name : this.t("serviceBase"));
  }

  say(key, name) {
    this.status.textContent = this.t(key, { name });
  }

  refresh(layer, { failed = false } = {}) {
    const row = this.rows?.get(layer);
    if (!row) {
      return;
    }
    const { name } = layer.config;
    const advice = layer.zoomAdvice && this.t(layer.zoomAdvice);
    row.note.textContent = layer.failed ? this.t("layerFailed", { name }) : advice;
    row.note.hidden = !layer.shown || !row.note.textContent;
    row.more.hidden = !layer.shown;
    this.listPlaces(row.places, layer);
    this.tellShown();
    if (failed) {
      this.say("layerFailed", name);
    }
  }

  tellShown() {
    const ids = [...this.overlays, ...this.bases].filter(({ shown }) => shown).map(({ config }) => config.id);
    this.map.kuuleLayers = ids;
    this.map.getContainer().dataset.shownLayers = ids.join(" ");
  }

  /** The names of a file's shapes, for those who cannot point at them. */
  listPlaces(places, { names }) {
    if (!names.length || places.childElementCount) {
      return;
    }
    const summary = make("summary", {}, this.t("layerPlaces", { count: names.length }));
    places.append(summary, make("ul", {}, ...names.map((name) => make("li", {}, name))));
    places.hidden = false;
  }
}

/**
 * Puts the layers that `root` names in `data-layers` on the map, or the service's own background map alone. The panel
 * is put into the element of `root` that has `data-map-layers`.
 */
export function addLayers(map, root, serviceTiles, t) {
  map.kuuleLayers = [];
  const source = root?.dataset.layers && document.getElementById(root.dataset.layers);
  if (source) {
    new LayerPanel(map, root, JSON.parse(source.textContent), serviceTiles, t);
  } else {
    serviceTiles.addTo(map);
  }
}
