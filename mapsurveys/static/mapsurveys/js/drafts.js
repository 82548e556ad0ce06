/**
 * Keeps what is typed in this browser until the server has it.
 *
 * A draft names the stored answers that it was begun from (`base`): when other answers to the same page have been
 * stored since, from another device, it is out of date and is not brought back. On a device that many people answer on
 * a form has no name for its draft, and nothing is kept.
 */

const KEPT_DAYS = 60;
const DAY = 24 * 60 * 60 * 1000;

/** The browser's storage; null where it is switched off. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function read(key) {
  try {
    return JSON.parse(storage()?.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** Forgets all drafts whose names begin so. */
export function forgetDrafts(beginning) {
  const kept = storage();
  Object.keys(kept ?? {})
    .filter((key) => key.startsWith(beginning))
    .forEach((key) => kept.removeItem(key));
}

/** Whether the field `name` belongs to one of the questions. */
const isOf = (questions) => (name) => questions.some((id) => name === id || name.startsWith(`${id}-`));

const isFile = (control) => control.type === "file";

export class Draft {
  constructor(form) {
    Object.assign(this, { form, key: form.dataset.draft, base: form.dataset.draftBase });
  }

  /** The names and values of the form now; files cannot be kept. */
  entries() {
    return [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && name !== "code");
  }

  follow() {
    if (!this.key) {
      return;
    }
    const keep = () => this.write(this.key, this.base, this.entries());
    this.form.addEventListener("input", keep);
    this.form.addEventListener("change", keep);
  }

  write(key, base, entries) {
    try {
      storage()?.setItem(key, JSON.stringify({ base, entries, at: Date.now() }));
    } catch {
      // Full or switched off: the form works without it.
    }
  }

  /** Brings back what was typed; false where nothing was. A page that was just refused shows what was sent. */
  restore() {
    const draft = this.key ? read(this.key) : null;
    if (!draft || "refused" in this.form.dataset) {
      return false;
    }
    if (draft.base !== this.base || Date.now() - draft.at > KEPT_DAYS * DAY) {
      forgetDrafts(this.key);
      return false;
    }
    const values = new Map();
    draft.entries.forEach(([name, value]) => values.set(name, [...(values.get(name) ?? []), value]));
    const marked = this.needRows(values);
    const before = JSON.stringify(this.entries());
    this.fill(values);
    marked.forEach((root) => root.dispatchEvent(new CustomEvent("marks:filled")));
    return marked.length > 0 || JSON.stringify(this.entries()) !== before;
  }

  /** Asks the map questions for the rows that the draft has fields of; gives those questions. */
  needRows(values) {
    return [...this.form.querySelectorAll("[data-kind] [data-marking]")].filter((root) => {
      const id = root.closest("[data-question]").dataset.question;
      const numbers = [...values.keys()]
        .filter((name) => name.startsWith(`${id}-`) && name.endsWith("-key"))
        .map((name) => Number(name.slice(id.length + 1, -"-key".length)));
      if (numbers.length) {
        root.dispatchEvent(new CustomEvent("marks:need", { detail: numbers }));
      }
      return numbers.length > 0;
    });
  }

  fill(values) {
    [...this.form.elements].forEach((control) => {
      if (!control.name || isFile(control) || control.type === "submit") {
        return;
      }
      const kept = values.get(control.name);
      if (["checkbox", "radio"].includes(control.type)) {
        control.checked = Boolean(kept?.includes(control.value));
      } else if (kept) {
        [control.value] = kept;
      }
    });
  }

  /** The server has the page, but for what was wrong in the questions `unkept`, which goes on under its new name. */
  sent({ unkept, draft }) {
    if (!this.key) {
      return;
    }
    const left = this.entries().filter(([name]) => isOf(unkept)(name));
    forgetDrafts(this.key);
    if (left.length && draft.key) {
      const whole = this.entries().filter(([name]) => name !== "form_key");
      this.write(draft.key, draft.base, whole);
    }
  }
}
