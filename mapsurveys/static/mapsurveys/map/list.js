/** The rows of one question: what was marked, whether on the map or in words. The map is built when it is needed. */

import { button, whenNear } from "../../cms/map/base.js";
import { sizeInWords, translator } from "../../cms/map/words.js";
import { measure } from "../../cms/map/geometry.js";
import { MarkRow } from "./row.js";

/**
 * Fires "marks:added" (bubbling) on a new row, so that widgets and rules in it are wired. To bring back a draft, fire
 * "marks:need" ({detail: [numbers]}) on the question, fill its fields, and fire "marks:filled".
 */
export class MarkList {
  /** `makeMap(list)` makes the map of the block, or is null where there is none. */
  constructor(root, config, { codec, makeMap }) {
    Object.assign(this, { root, config, codec, makeMap });
    this.t = translator(config);
    this.block = root.querySelector("[data-map]");
    this.element = root.querySelector("[data-marks]");
    this.template = root.querySelector("[data-mark-template]");
    this.count = root.querySelector("[data-mark-count]");
    this.limit = Number(this.block?.dataset.max ?? 100);
    this.map = null;
    this.rows = [];
    this.element.querySelectorAll("[data-mark]").forEach((element) => this.adopt(element));
    this.rows.filter((row) => row.isBlank && !row.hasErrors).forEach((row) => this.drop(row));
    this.offerWords();
    root.addEventListener("marks:need", ({ detail }) => detail.forEach((number) => this.need(number)));
    root.addEventListener("marks:filled", () => this.reread());
    this.refresh();
    this.nameAfterPlaces(this.rows);
    if (this.block) {
      this.block.hidden = false;
      root.querySelector("[data-map-manual]")?.removeAttribute("hidden");
      whenNear(this.block, () => this.withMap());
      this.block.addEventListener("focusin", () => this.withMap());
    }
  }

  withMap() {
    this.map ??= this.makeMap?.(this) ?? null;
    return this.map;
  }

  adopt(element) {
    const row = new MarkRow(element, {
      t: this.t,
      shapeName: this.element.dataset.name,
      codec: this.codec,
      actions: {
        open: (chosen) => this.open(chosen),
        done: (chosen) => this.close(chosen),
        edit: (chosen) => this.withMap()?.edit(chosen),
        remove: (chosen) => this.remove(chosen),
      },
    });
    this.rows.push(row);
    row.setOpen(row.hasErrors);
    return row;
  }

  drop(row) {
    row.element.remove();
    this.rows = this.rows.filter((each) => each !== row);
  }

  /** The number in the names of a new row's fields: greater than all there have been. */
  nextNumber() {
    const used = this.rows.map(({ field }) => Number(field.name.split("-").at(-2)));
    this.highest = Math.max(this.highest ?? -1, ...used) + 1;
    return this.highest;
  }

  add(number = this.nextNumber()) {
    const html = this.template.innerHTML.replaceAll("__number__", String(number));
    const element = document.createRange().createContextualFragment(html).querySelector("[data-mark]");
    this.element.append(element);
    const row = this.adopt(element);
    element.dispatchEvent(new CustomEvent("marks:added", { bubbles: true }));
    return row;
  }

  need(number) {
    if (!this.rows.some(({ field }) => Number(field.name.split("-").at(-2)) === number)) {
      this.add(number);
    }
  }

  reread() {
    this.rows.forEach((row) => row.read());
    this.rows.filter((row) => row.isBlank).forEach((row) => this.drop(row));
    this.nameAfterPlaces(this.rows);
    this.refresh();
    this.map?.refresh();
    this.map?.fitRows();
  }

  get full() {
    return this.rows.length >= this.limit;
  }

  get shapes() {
    return this.rows.filter(({ shape }) => shape);
  }

  sizeOf({ shape }) {
    if (!shape || "sizeless" in (this.block?.dataset ?? {})) {
      return "";
    }
    return sizeInWords(shape.kind, measure(shape.kind, shape.vertices), this.config, this.t);
  }

  /** Empty where there is but one to mark: its row says it all. */
  countInWords() {
    if (this.limit === 1) {
      return "";
    }
    return this.t("marked", { count: this.rows.length, limit: this.limit });
  }

  refresh() {
    this.rows.forEach((row, index) => row.refresh({ number: index + 1, size: this.sizeOf(row) }));
    this.element.hidden = this.element.childElementCount === 0;
    this.count.textContent = this.rows.length ? this.countInWords() : "";
    this.wordsButton?.setAttribute("aria-disabled", String(this.full));
  }

  say(text) {
    if (this.map) {
      this.map.say(text);
    } else if (this.block) {
      this.block.querySelector("[data-status]").textContent = text;
    }
  }

  /** One row is open at a time; on the map its place stands out. */
  open(row, { focus = true } = {}) {
    this.clearNotice();
    this.rows.forEach((each) => each.setOpen(each === row));
    this.map?.show(row);
    if (focus) {
      row.focusFirst(this.map?.hand);
    }
  }

  /** Done with a place: the next one, or, when no more fit, its row. */
  close(row) {
    row.setOpen(false);
    this.map?.show(null);
    this.say(this.countInWords());
    if (this.full || !this.block || row.inWords) {
      row.focusButton();
    } else {
      this.withMap().panel.focusTool();
    }
  }

  remove(row) {
    this.clearNotice();
    this.map?.leave(row);
    const index = this.rows.indexOf(row);
    const { name } = row;
    const place = row.element.nextElementSibling;
    this.drop(row);
    row.setOpen(false);
    this.notice = document.createElement("li");
    this.notice.className = "mark mark--gone";
    const text = document.createElement("span");
    text.textContent = this.t("deleted", { shape: name });
    const back = button(this.t("restore"), "map-button", () => this.restore(row, index, place));
    back.setAttribute("aria-label", this.t("restoreShape", { shape: name }));
    this.notice.append(text, back);
    this.element.insertBefore(this.notice, place);
    this.changed();
    this.say(`${this.t("deleted", { shape: name })} ${this.countInWords()}`);
    back.focus({ preventScroll: true });
  }

  restore(row, index, place) {
    this.clearNotice();
    this.element.insertBefore(row.element, place?.isConnected ? place : null);
    this.rows.splice(index, 0, row);
    this.changed();
    this.say(`${this.t("broughtBack", { shape: row.name })} ${this.countInWords()}`);
    row.focusButton();
  }

  clearNotice() {
    this.notice?.remove();
    this.notice = null;
    this.element.hidden = this.element.childElementCount === 0;
  }

  changed() {
    this.refresh();
    this.map?.refresh();
    this.root.dispatchEvent(new Event("change", { bubbles: true }));
  }

  offerWords() {
    this.wordsButton = this.root.querySelector("[data-in-words]");
    this.root.querySelector("[data-in-words-box]").hidden = false;
    this.wordsButton.addEventListener("click", () => {
      if (this.full) {
        this.say(this.t("promptMost"));
        return;
      }
      const row = this.add();
      row.effortField.value = JSON.stringify({ input: "words" });
      this.changed();
      this.open(row, { focus: false });
      row.words.querySelector("input").focus();
      this.say(this.t("inWordsAdded"));
    });
  }

  /** Asks which parts of the city the places are in, a hundred metres about: a name is easier than a number. */
  async nameAfterPlaces(rows) {
    const url = this.config.aroundUrl;
    const drawn = rows.filter(({ shape }) => shape);
    if (!url || !drawn.length || this.root.dataset.marking !== "map") {
      return;
    }
    const at = drawn.map(({ shape }) => shape.vertices[0].map((number) => number.toFixed(3)).join(","));
    try {
      const response = await fetch(`${url}?lang=${this.config.language}&at=${at.join(";")}`);
      const { names } = await response.json();
      drawn.forEach((row, index) => {
        row.near = names[index] ?? "";
      });
      this.refresh();
    } catch {
      // Numbers alone will do.
    }
  }
}
