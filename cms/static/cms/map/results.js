/** Maps of what others have said: asks the server for what is in view, clusters far out and shapes close up. */

import { addOutline, button, createMap, pin } from "./base.js";
import { translator } from "./words.js";

const L = window.L;
const PAUSE = 250;
/** The server tells comments apart from this zoom level on. */
const PLACE_ZOOM = 17;
const plural = { comments: "Comments", hearings: "Hearings", places: "Places" };
const link = { comments: "readComment", hearings: "readHearing", places: "readPlace" };

export class ResultsMap {
  constructor(root, config) {
    this.root = root;
    this.config = config;
    this.t = translator(config);
    this.kind = root.dataset.kind;
    this.status = root.querySelector("[data-status]");
    const canvas = root.querySelector("[data-map-canvas]");
    this.map = createMap(canvas, root.querySelector("[data-map-frame]"), config, this.t);
    this.layers = L.layerGroup().addTo(this.map);
    this.origin = null;
    const outline = addOutline(this.map, root.dataset.outline);
    this.setFirstView(outline);
    this.fitsAll = !root.dataset.bounds && !outline;
    this.map.on("moveend", () => this.fetchSoon());
    this.map.on("popupclose", () => this.giveFocusBack());
    canvas.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.map.closePopup();
      }
    });
    this.fetch();
  }

  setFirstView(outline) {
    const { bounds } = this.root.dataset;
    if (bounds) {
      const [west, south, east, north] = JSON.parse(bounds);
      this.map.fitBounds([[south, west], [north, east]], { maxZoom: 16, animate: false });
    } else if (outline) {
      this.map.fitBounds(outline.getBounds(), { maxZoom: 16, animate: false });
    } else {
      this.map.fitBounds(this.config.bounds, { animate: false });
    }
  }

  fetchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(), PAUSE);
  }

  address() {
    const bounds = this.map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const url = new URL(this.root.dataset.url, window.location.href);
    url.searchParams.set("bbox", box.map((degrees) => degrees.toFixed(5)).join(","));
    url.searchParams.set("zoom", String(Math.round(this.map.getZoom())));
    url.searchParams.set("lang", this.config.language);
    return url;
  }

  async fetch() {
    this.request?.abort();
    this.request = new AbortController();
    let answer = null;
    try {
      const response = await fetch(this.address(), { signal: this.request.signal });
      if (!response.ok) {
        throw new Error(response.statusText);
      }
      answer = await response.json();
    } catch (error) {
      if (error.name !== "AbortError") {
        this.status.textContent = this.t("resultsFailed");
      }
      return;
    }
    this.receive(answer);
  }

  receive({ features }) {
    this.show(features);
  }

  show(features) {
    const focused = document.activeElement?.dataset?.feature;
    this.layers.clearLayers();
    features.forEach((feature) => this.showFeature(feature));
    const total = features.reduce((sum, { properties }) => sum + (properties.cluster ? properties.count : 1), 0);
    this.status.textContent = this.t(`inView${plural[this.kind]}`, { count: total });
    if (this.fitsAll) {
      this.fitTo(features);
    } else if (this.wanted) {
      this.openWanted(features);
    } else if (focused) {
      (this.elementOf(focused) ?? this.map.getContainer()).focus({ preventScroll: true });
    }
  }

  /** Brings everything there is into view, once: where a map has no area of its own to begin with. */
  fitTo(features) {
    this.fitsAll = false;
    const everything = L.geoJSON(features).getBounds();
    if (everything.isValid()) {
      this.map.fitBounds(everything, { paddingTopLeft: [56, 72], paddingBottomRight: [72, 48], maxZoom: 14, animate: false });
    }
  }

  openWanted(features) {
    const { geometry, properties } = features.find((feature) => feature.properties.url === this.wanted.address) ?? {};
    if (properties && geometry) {
      this.open(properties, this.wanted.where);
    } else {
      this.map.getContainer().focus({ preventScroll: true });
    }
    this.wanted = null;
  }

  /** Moves to a comment's place, close enough to stand alone, and opens its words once it is there. */
  showPlace([lon, lat], address) {
    this.fitsAll = false;
    this.wanted = { address, where: L.latLng(lat, lon) };
    this.root.scrollIntoView({ block: "center" });
    this.map.setView([lat, lon], PLACE_ZOOM, { animate: false });
    this.fetchSoon();
  }

  elementOf(key) {
    return this.root.querySelector(`[data-feature="${CSS.escape(key)}"]`);
  }

  showFeature(feature) {
    if (feature.properties.cluster) {
      this.showCluster(feature);
      return;
    }
    const { properties } = feature;
    const layer = L.geoJSON(feature, {
      interactive: true,
      style: { className: `map-result is-${properties.status ?? "comment"}` },
      pointToLayer: (point, latlng) => this.marker(latlng, properties),
    });
    const shape = layer.getLayers()[0];
    if (!shape) {
      return;
    }
    this.layers.addLayer(layer);
    // An area knows its centre only once it is on the map.
    const marker = shape instanceof L.Marker ? shape : this.marker(this.anchor(shape), properties);
    layer.addLayer(marker);
    layer.on("click", (event) => this.open(properties, event.latlng));
    this.makeButton(marker, properties);
  }

  /** A place on the shape: the middle vertex of a line, the centre of an area's first part. */
  anchor(shape) {
    if (shape instanceof L.Polygon) {
      return shape.getCenter();
    }
    const path = shape.getLatLngs().flat(2);
    return path[Math.floor(path.length / 2)];
  }

  marker(latlng, properties) {
    return pin(latlng, `map-pin--small is-${properties.status ?? "comment"}`, { interactive: true, keyboard: true });
  }

  nameOf(properties) {
    if (this.kind === "hearings") {
      return `${properties.title}. ${properties.status_text ?? this.t(properties.status)}`;
    }
    return this.t(this.kind === "places" ? "placeMarked" : "commentPlace", { excerpt: properties.excerpt || this.t("noText") });
  }

  /** Leaflet makes a marker focusable; the name, and the keys of a button, are added here. */
  makeButton(marker, properties) {
    const element = marker.getElement();
    element.dataset.feature = properties.url;
    element.setAttribute("aria-label", this.nameOf(properties));
    this.onPress(element, () => this.open(properties, marker.getLatLng()));
  }

  onPress(element, action) {
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        event.stopPropagation();
        action();
      }
    });
  }

  showCluster({ geometry, properties }) {
    const [lon, lat] = geometry.coordinates;
    const { count } = properties;
    const size = Math.round(Math.min(72, 40 + Math.log2(count) * 4));
    const html = document.createElement("span");
    html.textContent = count.toLocaleString(this.config.language);
    const marker = L.marker([lat, lon], {
      icon: L.divIcon({ className: "map-cluster", html, iconSize: [size, size] }),
    });
    this.layers.addLayer(marker);
    const element = marker.getElement();
    element.dataset.feature = `${lon},${lat}`;
    element.setAttribute("aria-label", this.t(`cluster${plural[this.kind]}`, { count }));
    const zoom = () => {
      this.map.setView([lat, lon], Math.min(this.map.getMaxZoom(), this.map.getZoom() + 2));
      this.map.getContainer().focus({ preventScroll: true });
    };
    marker.on("click", zoom);
    this.onPress(element, zoom);
  }

  open(properties, latlng) {
    const box = document.createElement("div");
    box.className = "map-popup";
    const text = document.createElement("p");
    text.className = "map-popup__text";
    text.textContent = properties.title ?? (properties.excerpt || this.t("noText"));
    if (properties.lang) {
      text.lang = properties.lang;
    }
    const whole = document.createElement("a");
    whole.href = this.addressOf(properties.url);
    whole.textContent = this.t(link[this.kind]);
    if (properties.status) {
      const status = document.createElement("p");
      status.className = `map-popup__status is-${properties.status}`;
      status.textContent = properties.status_text ?? this.t(properties.status);
      box.append(status);
    }
    const choices = document.createElement("div");
    choices.className = "map-popup__choices";
    choices.append(whole, button(this.t("closePopup"), "map-popup__close", () => this.map.closePopup()));
    box.append(text, choices);
    this.map.closePopup();
    this.origin = properties.url;
    const { x: width } = this.map.getSize();
    // Clear of the buttons on the map: beside them where there is room, else below them.
    const room = width < 480 ? [[8, 124], [8, 48]] : [[48, 48], [72, 48]];
    L.popup({
      closeButton: false,
      maxWidth: Math.min(320, width - 60),
      minWidth: 236,
      offset: [0, -24],
      autoPanPaddingTopLeft: room[0],
      autoPanPaddingBottomRight: room[1],
    })
      .setLatLng(latlng)
      .setContent(box)
      .openOn(this.map);
    whole.focus({ preventScroll: true });
  }

  /** Back to the comment on this page where it is shown here, else to the page that it is on. */
  addressOf(url) {
    const id = `comment-${url.match(/(\d+)\/$/)?.[1]}`;
    return this.kind === "comments" && document.getElementById(id)?.getClientRects().length ? `#${id}` : url;
  }

  giveFocusBack() {
    const { activeElement } = document;
    if (this.origin && (activeElement === document.body || this.root.contains(activeElement))) {
      (this.elementOf(this.origin) ?? this.map.getContainer()).focus({ preventScroll: true });
    }
    this.origin = null;
  }
}
