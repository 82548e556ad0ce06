/** A link of the list of errors leads to the field itself, and links that leave no trace replace the page. */

const FIELDS = "input:not([type=hidden]), select, textarea, button";

function toField(event) {
  const link = event.target.closest("[data-error-summary] a");
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) {
    return;
  }
  const isSeen = (field) => field.offsetParent !== null;
  const fields = target.matches(FIELDS) ? [target] : [...target.querySelectorAll(FIELDS)].filter(isSeen);
  event.preventDefault();
  target.scrollIntoView();
  (fields.find(({ checked }) => checked) ?? fields[0] ?? target).focus({ preventScroll: true });
}

function replacing(event) {
  const link = event.target.closest("a[data-replace]");
  if (link) {
    event.preventDefault();
    window.location.replace(link.href);
  }
}

export function wireFocus() {
  document.querySelector("[data-error-summary]")?.focus();
  document.addEventListener("click", toField);
  document.addEventListener("click", replacing);
}
