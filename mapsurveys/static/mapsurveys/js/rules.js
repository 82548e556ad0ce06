/**
 * Shows and leaves out questions as answers change. A rule is a list of groups: it holds when any group does, and a group
 * holds when all its conditions do; the server has decided those that are plain true or false, and checks all again.
 */

import { inAnyPolygon } from "./inside.js";

/** A number as people write it; NaN for anything else. */
const numberIn = (text) => (text?.trim() ? Number(text.replace(/\s/g, "").replace("\u2212", "-").replace(",", ".")) : NaN);

const isFilled = (control) => {
  if (["checkbox", "radio"].includes(control.type)) {
    return control.checked;
  }
  return control.type === "file" ? control.files.length > 0 : Boolean(control.value.trim());
};

/** The fields of one question, found by its name in the form. */
class Answer {
  constructor(block, name) {
    Object.assign(this, { block, name, kind: block.dataset.kind });
  }

  get controls() {
    return [...this.block.querySelectorAll("input, select, textarea")].filter(({ name }) => name);
  }

  chosen(name) {
    return this.controls
      .filter((control) => control.name === name && isFilled(control))
      .map((control) => control.value);
  }

  get marks() {
    const parts = /-(geometry|words|chosen)$/;
    const rows = this.controls.filter(({ name }) => parts.test(name)).filter(isFilled);
    return new Set(rows.map(({ name }) => name.replace(parts, ""))).size;
  }

  get hasMarks() {
    return Boolean(this.block.querySelector("[data-marking]"));
  }

  get isAnswered() {
    if (this.hasMarks) {
      return this.marks > 0;
    }
    if (["single_choice", "multiple_choice", "image_choice"].includes(this.kind)) {
      return this.chosen(this.name).length > 0;
    }
    const own = this.controls.filter(({ name }) => !name.endsWith("-clear"));
    const isStored = this.block.querySelector(".stored-file") && !this.chosen(`${this.name}-clear`).length;
    return Boolean(isStored) || own.some(isFilled);
  }

  hasChosen(value, row) {
    if (this.kind === "ranking") {
      return this.chosen(`${this.name}-${value}`).includes("1");
    }
    if (this.hasMarks) {
      return Boolean(this.block.querySelector(`[data-given="${CSS.escape(value)}"] input[name$="-chosen"]:checked`));
    }
    return this.chosen(row ? `${this.name}-${row}` : this.name).includes(value);
  }

  get number() {
    return numberIn(this.chosen(this.name)[0]);
  }

  /** What is drawn, and the given places that are chosen, as GeoJSON. */
  get shapes() {
    const drawn = this.controls.filter(({ name, value }) => name.endsWith("-geometry") && value.startsWith("{"));
    const given = JSON.parse(document.getElementById(`map-${this.name}-places`)?.textContent ?? "[]");
    const chosen = given.filter(({ id }) => this.hasChosen(id));
    return [...drawn.map(({ value }) => JSON.parse(value)), ...chosen.map(({ geometry }) => geometry)];
  }

  isInside(area) {
    return this.shapes.some((shape) => inAnyPolygon(shape, area));
  }
}

const tests = {
  answered: (answer) => answer.isAnswered,
  chosen: (answer, { value, row }) => answer.hasChosen(value, row),
  equals: (answer, { value }) => answer.number === value,
  at_least: (answer, { value }) => answer.number >= value,
  at_most: (answer, { value }) => answer.number <= value,
  drawn_at_least: (answer, { value }) => answer.marks >= (value || 1),
  drawn_inside: (answer, { value }) => answer.isInside(value),
};

class Rules {
  constructor(form, t) {
    Object.assign(this, { form, t });
    this.told = document.createElement("p");
    this.told.className = "visually-hidden";
    this.told.setAttribute("role", "status");
    form.append(this.told);
    this.first = Number.parseInt(form.querySelector(".question__number, .marking__number")?.textContent ?? "1", 10);
  }

  meets(condition, prefix) {
    if (typeof condition === "boolean") {
      return condition;
    }
    const name = `${prefix}${condition.question}`;
    const block = this.form.querySelector(`[data-name="${CSS.escape(name)}"]`);
    // What is left out has no answer, whatever is still written in it.
    const isMet = Boolean(block) && !block.closest("[data-left-out]") && tests[condition.test](new Answer(block, name), condition);
    return isMet !== Boolean(condition.negate);
  }

  holds(block) {
    const rule = JSON.parse(block.dataset.rule);
    const prefix = block.dataset.name.slice(0, -block.dataset.question.length);
    return rule.some((group) => group.every((condition) => this.meets(condition, prefix)));
  }

  /** Goes through the questions in their order, because one that is left out counts for nothing in the rules after it. */
  obey() {
    const changed = [];
    this.form.querySelectorAll("[data-rule]").forEach((block) => {
      const isShown = this.holds(block);
      if (isShown === "leftOut" in block.dataset) {
        changed.push([isShown ? "questionShown" : "questionHidden", block]);
      }
      block.hidden = !isShown;
      block.toggleAttribute("data-left-out", !isShown);
    });
    this.number();
    return changed;
  }

  /** The questions that are shown, numbered on from those of the pages before. */
  number() {
    const labels = [...this.form.querySelectorAll(":scope > [data-question]")].filter((block) => !("leftOut" in block.dataset));
    const numbers = labels.map((block) => block.querySelector(".question__number, .marking__number")).filter(Boolean);
    numbers.forEach((label, index) => {
      label.textContent = `${this.first + index}.`;
    });
  }

  obeyAloud() {
    const sentences = this.obey().map(([key, block]) => this.t(key, { question: nameOf(block) }));
    if (sentences.length) {
      this.told.textContent = sentences.join(" ");
    }
  }
}

function nameOf(block) {
  return (block.querySelector(".question__text, .information__title, .marking__label") ?? block).textContent.trim();
}

export function wireRules(form, t) {
  const rules = new Rules(form, t);
  rules.obey();
  form.addEventListener("input", () => rules.obeyAloud());
  form.addEventListener("change", () => rules.obeyAloud());
  form.addEventListener("marks:added", () => rules.obey());
}
