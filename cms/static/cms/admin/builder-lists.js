/** Lists of options: rows added, moved and removed in the browser as the server would do it. */

const ROW = "[data-list-row]";
let made = 0;

function say(list, key, values = {}) {
  const words = JSON.parse(document.getElementById("builder-words").textContent);
  const text = Object.entries(values).reduce((sentence, [name, value]) => sentence.replace(`{${name}}`, value), words[key]);
  list.querySelector("[data-list-said]").textContent = text;
}

/** A new row behind `after`, or at the end; the chooser of an image in it comes to life as its script runs. */
function addRow(list, after = null) {
  const key = `new-${Date.now().toString(36)}${(made += 1)}`;
  const html = list.querySelector("[data-list-blank]").innerHTML.replaceAll("__key__", key);
  const row = document.createRange().createContextualFragment(html).querySelector(ROW);
  const rows = list.querySelector("[data-list-rows]");
  rows.insertBefore(row, after?.nextElementSibling ?? null);
  row.querySelector("input:not([type=hidden]), textarea")?.focus();
  say(list, "rowAdded", { count: rows.children.length });
}

function moveRow(list, row, button) {
  const other = button.dataset.listMove === "up" ? row.previousElementSibling : row.nextElementSibling;
  if (other) {
    if (button.dataset.listMove === "up") other.before(row);
    else other.after(row);
  }
  button.focus();
  const rows = [...row.parentElement.children];
  say(list, "rowMoved", { number: rows.indexOf(row) + 1, count: rows.length });
}

function removeRow(list, row) {
  const near = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  (near?.querySelector("[data-list-remove]") ?? list.querySelector("[data-list-add], select"))?.focus();
  say(list, "rowRemoved", { count: list.querySelectorAll(ROW).length });
}

export function wireLists(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-list-add], [data-list-move], [data-list-remove]");
    const list = button?.closest("[data-list]");
    if (!list) return;
    event.preventDefault();
    const row = button.closest(ROW);
    if (button.matches("[data-list-add]")) addRow(list);
    else if (button.matches("[data-list-remove]")) removeRow(list, row);
    else moveRow(list, row, button);
    form.dispatchEvent(new Event("change"));
  });
  // Enter after an option begins the next one; elsewhere it saves.
  form.addEventListener("keydown", (event) => {
    const row = event.target.closest?.(ROW);
    const list = row?.closest("[data-list]");
    if (event.key !== "Enter" || !list?.querySelector("[data-list-blank]") || !event.target.matches("input")) return;
    event.preventDefault();
    addRow(list, row);
  });
}
