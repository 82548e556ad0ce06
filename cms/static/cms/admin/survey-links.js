/** Buttons that copy a link. They are hidden where the browser can't copy, such as without https. */

const status = document.querySelector("[data-copy-status]");

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  // Said anew each time: a live region passes over what it already holds.
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = button.dataset.copied));
  button.dataset.done = "";
  setTimeout(() => delete button.dataset.done, 2000);
}

if (navigator.clipboard) {
  document.querySelectorAll("[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  });
}
