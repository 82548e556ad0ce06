/** Where the cross is, in words: the ear's stand-in for seeing the map move. */

import { direction, distance } from "./geometry.js";
import { distanceInWords } from "./words.js";

const PAUSE = 700;

export class Whereabouts {
  constructor(drawing) {
    this.drawing = drawing;
    this.landmark = null;
    drawing.map.on("keypan", () => this.saySoon());
  }

  /** The place that distances are told from while nothing has been drawn yet. */
  setLandmark(name, where) {
    this.landmark = { name, where };
  }

  cancel() {
    clearTimeout(this.timer);
  }

  /** Waits for a pause in moving by keys, so as not to speak at every step. */
  saySoon() {
    this.cancel();
    this.timer = setTimeout(() => this.say(), PAUSE);
  }

  say() {
    const { sketch, t, config, canvas } = this.drawing;
    const vertex = sketch?.editing ? sketch.vertices[sketch.chosen] : sketch?.last;
    const origin = vertex ? { name: t("originPrevious"), where: vertex } : this.landmark;
    const cross = this.drawing.centre();
    if (!origin || canvas.near(origin.where, cross, 4)) {
      return;
    }
    const words = {
      distance: distanceInWords(distance(origin.where, cross), t),
      direction: config.messages.directions[direction(origin.where, cross)],
      origin: origin.name,
    };
    this.drawing.say(t("where", words));
  }
}
