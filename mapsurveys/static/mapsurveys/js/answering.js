/** Brings the pages of answering to life. Everything here is an extra: the forms work without scripts. */

import { translator } from "../../cms/map/words.js";
import { wireBudgets } from "./budget.js";
import { Draft, forgetDrafts } from "./drafts.js";
import { wireFocus } from "./focus.js";
import { wireKiosk } from "./kiosk.js";
import { wireOthers } from "./other.js";
import { wireRankings } from "./ranking.js";
import { wireRules } from "./rules.js";
import { wireScales } from "./scale.js";
import { wireSending } from "./sending.js";

/** The sentences that the server wrote into `element`, as a function (key, values) -> sentence. */
function wordsIn(element) {
  const messages = JSON.parse(element.querySelector("[data-words] script").textContent);
  return translator({ language: document.documentElement.lang, messages });
}

/** Widgets in `scope`: a form, or a place that has just been marked, which brings its own. */
function wireWidgets(scope, t) {
  wireOthers(scope);
  wireScales(scope, t);
  wireRankings(scope, t);
  wireBudgets(scope, t);
}

function randomKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function wireForm(form) {
  const t = wordsIn(form);
  const key = form.elements.form_key;
  // A page that is the same for every reader has no key of its own.
  key.value ||= randomKey();
  const draft = new Draft(form);
  const isRestored = draft.restore();
  wireWidgets(form, t);
  form.addEventListener("marks:added", ({ target }) => wireWidgets(target, t));
  wireRules(form, t);
  draft.follow();
  wireSending(form, draft, t);
  if (isRestored) {
    const note = form.querySelector("[data-restored]");
    note.hidden = false;
    note.textContent = t("restored");
  }
  form.dataset.wired = "";
}

document.querySelectorAll("[data-finished]").forEach((element) => forgetDrafts(element.dataset.finished));
document.querySelectorAll("form[data-answering]").forEach(wireForm);
document.querySelectorAll("[data-kiosk-dialog]").forEach((dialog) => wireKiosk(dialog, wordsIn(dialog)));
wireFocus();
