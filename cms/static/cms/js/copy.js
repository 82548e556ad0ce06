/* `<button hidden data-copy="#id" data-copied="words">`: shown only where the browser can copy. */
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.querySelector(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  const words = button.querySelector("span") ?? button;
  // A live region inside a button would be lost from the button's name.
  const note = document.createElement("span");
  note.className = "visually-hidden";
  note.setAttribute("role", "status");
  button.after(note);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      words.textContent = button.dataset.copied;
      note.textContent = button.dataset.copied;
    } catch {
      // Permission refused: select the code, so that the browser's own copying works.
      getSelection().selectAllChildren(source);
    }
  });
}
