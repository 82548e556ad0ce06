/** The questionnaire builder: what its pages do without scripts, done without loading a page anew. */

import { wireOutline } from "./builder-outline.js";
import { wireLists } from "./builder-lists.js";
import { wireRule } from "./builder-rule.js";

/** Only one menu is open; Escape and a click elsewhere close it. */
function wireMenus() {
  const open = () => document.querySelectorAll("details[data-menu][open]");
  document.addEventListener("toggle", ({ target }) => {
    if (!target.matches?.("details[data-menu][open]")) return;
    open().forEach((menu) => menu !== target && menu.removeAttribute("open"));
  }, true);
  document.addEventListener("click", ({ target }) => {
    open().forEach((menu) => menu.contains(target) || menu.removeAttribute("open"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open().forEach((menu) => {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    });
  });
}

/** Asks before leaving a form that has been written in; sending it is no leaving. */
function guardWriting(form) {
  let written = false;
  form.addEventListener("input", () => { written = true; });
  form.addEventListener("change", () => { written = true; });
  form.addEventListener("submit", () => { written = false; });
  document.addEventListener("click", ({ target }) => {
    // language-tabs.js saves what was written before it leaves.
    if (target.closest("[data-language-tabs] a")) written = false;
  }, true);
  window.addEventListener("beforeunload", (event) => {
    if (written) event.preventDefault();
  });
}

function wireColours() {
  document.querySelectorAll("[data-own-colour]").forEach((input) => {
    input.addEventListener("input", () => {
      input.closest(".kuule-colours").querySelector("input[value=own]").checked = true;
    });
  });
}

/** On the page of all texts: leads from one missing text to the next. */
function wireMissing() {
  const button = document.querySelector("[data-next-missing]");
  if (!button) return;
  button.hidden = false;
  const empty = () => [...document.querySelectorAll(".kuule-translate__cell :is(input, textarea)")].filter((field) => !field.value.trim());
  button.addEventListener("click", () => empty()[0]?.focus());
}

document.documentElement.classList.add("kuule-scripted");
wireMenus();
wireColours();
wireMissing();
wireOutline();
document.querySelectorAll("[data-question-form]").forEach((form) => {
  wireLists(form);
  wireRule(form);
});
document.querySelectorAll("[data-question-form], [data-translate-form]").forEach(guardWriting);
document.querySelector("[data-focus], [data-question-form] [autofocus]")?.focus();
