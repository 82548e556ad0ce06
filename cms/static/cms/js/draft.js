/* Keeps what a resident has typed until it is sent, if the tab reloads or goes astray.
   The words stay in this tab (sessionStorage) and are forgotten when the form is sent; a refused form comes back with its text. */
const KEPT = "text";

for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = `kuule-draft-${form.dataset.draft}`;
  const field = form.elements[KEPT];
  if (!field) continue;
  try {
    const kept = sessionStorage.getItem(key);
    if (kept && !field.value) {
      field.value = kept;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      tell(field);
    }
    field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
    form.addEventListener("submit", () => sessionStorage.removeItem(key));
  } catch {
    // Storage may be switched off: the form works without it.
  }
}

function tell(field) {
  const note = document.createElement("output");
  note.className = "counter";
  note.htmlFor = field.id;
  field.after(note);
  note.textContent = document.querySelector("#draft-words")?.dataset.restored ?? "";
}
