/** The outline of a questionnaire: its buttons act in place, focus stays on what was moved, and mice may drag. */

const OUTLINE = "[data-outline]";
const SAID = "[data-outline-said]";

/** Puts what the server answered in place of the outline, and speaks where the thing is now. */
function take(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const outline = fresh.querySelector(OUTLINE);
  if (!outline) return false;
  document.querySelector(OUTLINE).replaceWith(outline);
  const messages = fresh.querySelector(".messages");
  if (messages?.querySelector("li")) document.querySelector(".messages")?.replaceWith(messages);
  outline.querySelector("[autofocus]")?.focus();
  const said = document.querySelector(SAID);
  said.textContent = "";
  // A region that is filled in the same moment as it is emptied is not spoken.
  setTimeout(() => { said.textContent = fresh.querySelector(SAID).textContent; }, 50);
  return true;
}

async function send(form, body) {
  const outline = document.querySelector(OUTLINE);
  outline.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action || location.href, { method: "POST", body, credentials: "same-origin" });
    if (!answer.ok || !take(await answer.text())) throw new Error(String(answer.status));
    const item = new URL(answer.url).searchParams.get("at");
    if (item && !document.activeElement?.closest(OUTLINE)) document.getElementById(`item-${item}`)?.focus();
  } catch {
    location.reload();
  }
}

function onSubmit(event) {
  const { target: form, submitter } = event;
  if (!form.closest(OUTLINE) || !submitter?.name) return;
  event.preventDefault();
  const body = new FormData(form);
  body.append(submitter.name, submitter.value);
  send(form, body);
}

/** The row or page before which the dragged thing would come, given the height of the pointer; null for the end. */
function nextBelow(list, dragged, height) {
  return [...list.children].find((row) => {
    const box = row.getBoundingClientRect();
    return row !== dragged && height < box.top + box.height / 2;
  }) ?? null;
}

function wireDragging() {
  let dragged = null;
  const key = (row) => row?.dataset.item ?? row?.dataset.step ?? "";
  const listOf = (target) => target.closest?.(dragged.dataset.step ? "[data-drop=steps]" : "[data-drop]:not([data-drop=steps])");
  const clear = () => document.querySelectorAll(".kuule-outline__drop").forEach((mark) => mark.remove());

  document.addEventListener("dragstart", (event) => {
    const grip = event.target.closest?.("[data-grip]");
    if (!grip) return;
    dragged = grip.closest("[data-item], [data-step]");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", key(dragged));
    event.dataTransfer.setDragImage(dragged, 12, 12);
    dragged.classList.add("kuule-outline__dragged");
  });
  document.addEventListener("dragover", (event) => {
    const list = dragged && listOf(event.target);
    if (!list) return;
    event.preventDefault();
    clear();
    const mark = document.createElement("li");
    mark.className = "kuule-outline__drop";
    mark.setAttribute("aria-hidden", "true");
    list.insertBefore(mark, nextBelow(list, dragged, event.clientY));
  });
  document.addEventListener("drop", (event) => {
    const list = dragged && listOf(event.target);
    if (!list) return;
    event.preventDefault();
    const before = nextBelow(list, dragged, event.clientY);
    const form = document.querySelector("[data-outline-form]");
    const body = new FormData(form);
    body.append("do", ["to", key(dragged), list.dataset.drop, key(before)].join(" ").trim());
    send(form, body);
  });
  document.addEventListener("dragend", () => {
    dragged?.classList.remove("kuule-outline__dragged");
    dragged = null;
    clear();
  });
}

export function wireOutline() {
  if (!document.querySelector(OUTLINE)) return;
  document.addEventListener("submit", onSubmit);
  wireDragging();
  document.querySelector(`${OUTLINE} [autofocus]`)?.focus();
}
