/** Maps of results: every place for staff, hexagons coloured by people for everyone. */

import { whenNear } from "../../cms/map/base.js";
import { ResultsMap } from "../../cms/map/results.js";

const L = window.L;
const METRES_A_DEGREE = 111_320;
/** Corners of a hexagon that lies on a side, as parts of the length of its side. */
const CORNERS = [0, 60, 120, 180, 240, 300].map((angle) => {
  const radians = (angle * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
});

class SurveyMap extends ResultsMap {
  get isHeat() {
    return this.root.dataset.mode === "heat";
  }

  address() {
    const url = super.address();
    if (this.isHeat) {
      const heat = new URL(this.root.dataset.heat, window.location.href);
      url.searchParams.forEach((value, name) => {
        if (["bbox", "zoom", "lang"].includes(name)) {
          heat.searchParams.set(name, value);
        }
      });
      return heat;
    }
    return url;
  }

  receive(answer) {
    this.legend.innerHTML = answer.legend ?? "";
    if (answer.cells) {
      this.showCells(answer);
    } else {
      this.cells = null;
      super.receive(answer);
    }
  }

  get legend() {
    return this.root.querySelector("[data-legend]");
  }

  showCells({ cells, edge, breaks, colours }) {
    this.layers.clearLayers();
    this.cells = cells;
    this.edge = edge;
    cells.forEach(([lon, lat, people]) => {
      const place = breaks.filter((start) => start <= people).length - 1;
      const hexagon = L.polygon(this.corners(lon, lat), {
        className: "map-hexagon",
        fillColor: colours[place],
        fillOpacity: 0.72,
        color: "#14303a",
        weight: 1,
      });
      hexagon.bindTooltip(this.t("heatPeople", { count: people }), { sticky: true });
      this.layers.addLayer(hexagon);
    });
    if (this.fitsAll && cells.length) {
      this.fitCells();
    }
    this.sayMiddle();
  }

  fitCells() {
    this.fitsAll = false;
    const corners = this.cells.flatMap(([lon, lat]) => this.corners(lon, lat));
    this.map.fitBounds(corners, { padding: [24, 24], maxZoom: 14, animate: false });
  }

  corners(lon, lat) {
    const across = this.edge / (METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180));
    const up = this.edge / METRES_A_DEGREE;
    return CORNERS.map(([x, y]) => [lat + y * up, lon + x * across]);
  }

  /** What lies under the middle, for those who do not see the colours. */
  sayMiddle() {
    if (!this.cells.length) {
      this.status.textContent = this.t("heatEmpty");
      return;
    }
    const middle = this.map.getCenter();
    const near = this.cells.find(([lon, lat]) => middle.distanceTo([lat, lon]) < this.edge * 0.9);
    this.status.textContent = near ? this.t("heatMiddle", { count: near[2] }) : this.t("heatNothing");
  }
}

function wireModes(root, map) {
  const buttons = [...root.querySelectorAll("[data-show]")];
  const show = (mode) => {
    root.dataset.mode = mode;
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.show === mode)));
  };
  buttons.forEach((button) => {
    button.addEventListener("click", () => {
      show(button.dataset.show);
      map().fetch();
    });
  });
  show(root.dataset.mode);
}

const config = document.getElementById("map-config");
if (config && L) {
  document.querySelectorAll('[data-map="survey-results"]').forEach((root) => {
    let map = null;
    const build = () => (map ??= new SurveyMap(root, JSON.parse(config.textContent)));
    root.hidden = false;
    wireModes(root, build);
    whenNear(root, build);
  });
}
