/** What stands around the drawing map: tools, prompt, buttons, status, and the list of finished shapes. */

import { button } from "./base.js";

const capitalised = (word) => word[0].toUpperCase() + word.slice(1);

export class DrawingPanel {
  constructor(drawing) {
    this.drawing = drawing;
    this.t = drawing.t;
    const find = (name) => drawing.root.querySelector(`[data-${name}]`);
    this.prompt = find("prompt");
    this.actions = find("actions");
    this.status = find("status");
    this.offers = find("offer");
    this.rows = find("shapes");
    this.toolButtons = [...drawing.root.querySelectorAll("[data-tool]")];
    this.toolButtons.forEach((tool) => tool.addEventListener("click", () => this.toggle(tool.dataset.tool)));
    this.mode = "";
  }

  toggle(kind) {
    const { sketch } = this.drawing;
    if (sketch && !sketch.editing && sketch.kind === kind) {
      this.drawing.container.focus();
    } else {
      this.drawing.start(kind);
    }
  }

  /** Shows and speaks one sentence; an offer made with the sentence before it is taken away. */
  say(text) {
    this.offers.replaceChildren();
    this.status.textContent = "";
    // Screen readers speak a live region when it changes, so the same sentence twice must be a change.
    requestAnimationFrame(() => {
      this.status.textContent = text;
    });
  }

  /** A button beside the status, there until the next sentence. */
  offer(label, action) {
    const element = button(label, "map-button", action);
    this.offers.replaceChildren(element);
    return element;
  }

  refresh() {
    const { sketch } = this.drawing;
    this.toolButtons.forEach((tool) => {
      tool.setAttribute("aria-pressed", String(Boolean(sketch && !sketch.editing && sketch.kind === tool.dataset.tool)));
      tool.setAttribute("aria-disabled", String(this.drawing.full));
    });
    this.prompt.textContent = this.t(this.promptKey());
    this.refreshActions(sketch);
    this.refreshRows();
  }

  promptKey() {
    const { sketch, shapes, full, max, tools } = this.drawing;
    if (sketch?.editing) {
      return sketch.kind === "point" ? "promptEditPoint" : "promptEdit";
    }
    if (sketch) {
      return `prompt${capitalised(sketch.kind)}`;
    }
    if (full) {
      return "promptFull";
    }
    if (shapes.length && max === 1) {
      return "promptReplace";
    }
    if (tools.length > 1) {
      return "promptChoose";
    }
    return tools[0] === "point" ? "promptOne" : "promptOneShape";
  }

  refreshActions(sketch) {
    const mode = sketch ? `${sketch.kind} ${sketch.editing}` : "";
    if (mode !== this.mode) {
      this.mode = mode;
      this.actions.replaceChildren(...(sketch ? this.buttonsOf(sketch) : []));
      this.actions.hidden = !sketch;
    }
    if (this.finishButton) {
      this.finishButton.setAttribute("aria-disabled", String(Boolean(sketch?.missing)));
      this.undoButton?.setAttribute("aria-disabled", String(!sketch?.history.length));
    }
  }

  buttonsOf(sketch) {
    const { drawing, t } = this;
    const many = sketch.kind !== "point";
    const plain = (key, action) => button(t(key), `map-button map-button--${key}`, action);
    const main = button(t(sketch.editing ? "moveHere" : "addHere"), "map-button map-button--main", () =>
      drawing.place(drawing.centre()),
    );
    this.undoButton = many ? plain("undo", () => drawing.undo()) : null;
    this.finishButton = many ? plain("finish", () => drawing.finish()) : null;
    const vertexButtons =
      many && sketch.editing
        ? [
            plain("previousPoint", () => drawing.step(-1)),
            plain("nextPoint", () => drawing.step(1)),
            plain("addAfter", () => drawing.insertVertex()),
            plain("removePoint", () => drawing.removeVertex()),
          ]
        : [];
    const cancel = plain("cancel", () => drawing.cancel());
    return [main, ...vertexButtons, this.undoButton, this.finishButton, cancel].filter(Boolean);
  }

  refreshRows() {
    const { drawing } = this;
    this.rows.replaceChildren(...drawing.shapes.map((shape, index) => this.rowOf(shape, index)));
    this.rows.hidden = drawing.shapes.length === 0;
  }

  rowOf(shape, index) {
    const { drawing, t } = this;
    const name = drawing.nameOf(shape, index);
    const size = drawing.sizeOf(shape);
    const row = document.createElement("li");
    row.className = `map-row map-row--${shape.kind}`;
    const title = document.createElement("strong");
    title.className = "map-row__name";
    title.textContent = name;
    const detail = document.createElement("span");
    detail.className = "map-row__size";
    detail.textContent = size;
    const labelled = (key, action) => {
      const element = button(t(key), "map-button", action);
      element.setAttribute("aria-label", t(`${key}Shape`, { shape: size ? `${name}, ${size}` : name }));
      return element;
    };
    const choices = document.createElement("span");
    choices.className = "map-row__choices";
    choices.append(
      labelled("edit", () => drawing.edit(index)),
      labelled("delete", () => drawing.remove(index)),
    );
    row.append(title, detail, choices);
    return row;
  }

  focusRow(index) {
    this.rows.children[index]?.querySelector("button").focus({ preventScroll: true });
  }

  focusTool(kind) {
    (this.toolButtons.find((tool) => tool.dataset.tool === kind) ?? this.toolButtons[0])?.focus();
  }
}
