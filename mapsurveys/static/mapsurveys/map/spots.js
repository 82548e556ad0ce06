/** The picture of a plan as the ground of a drawing map: positions are pixels east and (negative) south of its corner. */

import { equip, plainMap } from "../../cms/map/base.js";
import { Whereabouts } from "../../cms/map/whereabouts.js";
import { MarkingMap } from "./marking.js";

const L = window.L;
/** Twice as large as the picture itself is close enough. */
const CLOSEST = 1;

/** The hidden field of a spot holds `x,y`, parts of the width and height from the upper left corner. */
export function spotCodec({ width, height }) {
  return {
    read(text) {
      const [x, y] = text.split(",").map(Number);
      if (![x, y].every(Number.isFinite)) {
        throw new Error("not a spot");
      }
      return { kind: "point", vertices: [[x * width, -y * height]], holes: [] };
    },
    write({ vertices: [[x, y]] }) {
      return `${(x / width).toFixed(5)},${(Math.abs(y) / height).toFixed(5)}`;
    },
  };
}

/** Where the cross is on the picture. */
class SpotWhereabouts extends Whereabouts {
  say() {
    const { t, config } = this.drawing;
    const [x, y] = this.drawing.centre();
    const [[south], [, east]] = config.bounds;
    this.drawing.say(t("where", { right: Math.round((100 * x) / east), down: Math.round((100 * y) / south) }));
  }
}

export class SpotsMap extends MarkingMap {
  constructor(list, config, picture) {
    const { width, height } = picture;
    const bounds = [
      [-height, 0],
      [0, width],
    ];
    const messages = { ...config.messages, ...config.messages.onImage };
    super(list, { ...config, messages, bounds, picture: picture.src });
  }

  makeMap(frame) {
    const { bounds, picture } = this.config;
    const [[south], [, east]] = bounds;
    this.container.style.setProperty("--plan-ratio", `${east} / ${-south}`);
    const map = plainMap(this.container, { crs: L.CRS.Simple, zoomSnap: 0.25, maxZoom: CLOSEST, minZoom: -8 });
    map.fitBounds(bounds, { animate: false });
    map.setMinZoom(Math.min(map.getZoom(), CLOSEST));
    map.setMaxBounds(L.latLngBounds(bounds).pad(0.5));
    L.imageOverlay(picture, bounds).addTo(map);
    equip(map, this.container, frame, this.t);
    return map;
  }

  beginView() {
    // It is all in view already, and has been since before its marks were drawn.
  }

  fitRows() {}

  makeWhereabouts() {
    return new SpotWhereabouts(this);
  }
}
