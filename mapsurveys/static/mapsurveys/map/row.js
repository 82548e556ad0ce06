/** One place that was marked: its hidden fields, its name, what is asked of it. No map here. */

import { button } from "../../cms/map/base.js";

const NO_EFFORT = { vertices: 0, edits: 0, seconds: 0 };
const LONGEST_SUMMARY = 140;

function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** What was answered within `body`, as a person reads it. */
function answersIn(body) {
  const words = [];
  body.querySelectorAll("input, select, textarea").forEach((control) => {
    const hidden = control.parentElement.closest("[hidden]");
    // The body itself is hidden while its row is closed; what a rule hides within it was not asked.
    if ((hidden !== body && body.contains(hidden)) || control.type === "hidden" || control.disabled) {
      return;
    }
    if (control.type === "radio" || control.type === "checkbox") {
      const label = control.checked && (control.labels?.[0]?.textContent ?? "");
      words.push(label || "");
    } else if (control.tagName === "SELECT") {
      words.push(control.value ? control.selectedOptions[0].textContent : "");
    } else {
      words.push(control.value);
    }
  });
  const said = words.map((word) => word.trim().replace(/\s+/g, " ")).filter(Boolean);
  const all = said.join(" · ");
  return all.length > LONGEST_SUMMARY ? `${all.slice(0, LONGEST_SUMMARY - 1).trimEnd()}…` : all;
}

export class MarkRow {
  /** `codec` turns shapes into the text of the hidden field and back; `actions` are what the row's buttons do. */
  constructor(element, { t, shapeName, codec, actions }) {
    Object.assign(this, { element, t, shapeName, codec, number: 0, near: "" });
    const find = (name) => element.querySelector(`[data-mark-${name}]`);
    this.set = element.querySelector("fieldset");
    this.field = find("geometry");
    this.effortField = find("effort");
    [this.badge, this.title, this.sizeText] = [find("badge"), find("name"), find("size")];
    [this.summary, this.choices, this.body, this.words, this.done] =
      ["summary", "choices", "body", "words", "done"].map(find);
    find("remove")?.remove();
    this.key = element.querySelector("input[type=hidden][name$='-key']");
    this.key.value ||= crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`.replace(".", "");
    this.addButtons(actions);
    this.read();
  }

  addButtons(actions) {
    const plain = (action) => button("", "map-button", () => action(this));
    this.openButton = plain(actions.open);
    this.openButton.setAttribute("aria-expanded", "false");
    this.openButton.setAttribute("aria-controls", (this.body.id ||= `${this.set.id}-body`));
    this.editButton = plain(actions.edit);
    this.deleteButton = plain(actions.remove);
    this.choices.append(this.openButton, this.editButton, this.deleteButton);
    this.choices.hidden = false;
    this.done.addEventListener("click", () => actions.done(this));
    this.done.hidden = false;
  }

  /** Takes the place from the hidden field: an earlier answer, or what was sent and refused. */
  read() {
    try {
      this.shape = this.field.value ? this.codec.read(this.field.value) : null;
    } catch {
      this.shape = null;
    }
  }

  get inWords() {
    return !this.shape;
  }

  get hasQuestions() {
    return this.body.querySelectorAll("input, select, textarea").length > 1;
  }

  get hasErrors() {
    return Boolean(this.element.querySelector(".errorlist"));
  }

  /** Nothing is known of it but what the row itself says. */
  get isBlank() {
    return this.inWords && !answersIn(this.body);
  }

  get effort() {
    return { ...NO_EFFORT, ...parse(this.effortField.value) };
  }

  /** Sets the place and adds to what is known of the effort of marking it (R8). */
  setShape(shape, effort) {
    const before = this.effort;
    this.shape = shape;
    this.field.value = this.codec.write(shape);
    const sums = { edits: before.edits + effort.edits, seconds: Math.round(before.seconds + effort.seconds) };
    this.effortField.value = JSON.stringify({ ...before, ...effort, ...sums });
    this.tell();
  }

  /** So that whatever keeps drafts or obeys rules hears of what a person did not type. */
  tell() {
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  get name() {
    const values = { shape: this.shapeName, number: this.number, place: this.near };
    if (this.inWords) {
      return this.t("markNameWords", values);
    }
    return this.t(this.near ? "markNameNear" : "markName", values);
  }

  label(element, key) {
    element.textContent = this.t(key);
    element.setAttribute("aria-label", this.t(`${key}Shape`, { shape: this.name }));
  }

  get editKey() {
    if (this.inWords) {
      return "placeOnMap";
    }
    return this.shape.kind === "point" ? "movePoint" : "reshape";
  }

  refresh({ number, size }) {
    this.number = number;
    this.badge.textContent = String(number);
    this.title.textContent = this.name;
    this.sizeText.textContent = size;
    this.words.hidden = !this.inWords && !this.words.querySelector("input").value;
    this.label(this.openButton, "answers");
    this.label(this.editButton, this.editKey);
    this.label(this.deleteButton, "delete");
    this.element.classList.toggle("is-in-words", this.inWords);
    this.showState();
  }

  get isOpen() {
    return this.element.classList.contains("is-open");
  }

  setOpen(open) {
    this.element.classList.toggle("is-open", open);
    this.showState();
  }

  showState() {
    const asks = this.hasQuestions || !this.words.hidden;
    const open = this.isOpen && asks;
    this.body.hidden = !open;
    this.openButton.hidden = open || !asks;
    this.openButton.setAttribute("aria-expanded", String(open));
    const told = open || !asks ? "" : answersIn(this.body) || this.t("noAnswersYet");
    this.summary.textContent = told;
    this.summary.hidden = !told;
  }

  /** To the first question, or, where a keyboard would pop up over half the screen, to the row itself. */
  focusFirst(hand) {
    const first = [...this.body.querySelectorAll("input, select, textarea, button")].find(
      (control) => control.type !== "hidden" && control.offsetParent,
    );
    const target = hand === "touch" || !first ? this.set : first;
    target.focus({ preventScroll: true });
    this.set.scrollIntoView({ block: "nearest" });
  }

  focusButton() {
    const target = this.openButton.hidden ? this.editButton : this.openButton;
    target.focus({ preventScroll: true });
    this.set.scrollIntoView({ block: "nearest" });
  }
}
