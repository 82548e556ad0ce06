// Changing language keeps what was typed: a changed form is saved as a draft first, and the draft opens in the
// other language. Without JavaScript the tabs are plain links and Wagtail warns about unsaved changes.

(() => {
  const TABS = "[data-language-tabs]";
  const RICH_TEXT_DELAY = 400; // Draftail writes what is typed into its field a quarter of a second later.
  const fingerprint = (form) => new URLSearchParams(new FormData(form)).toString();
  let untouched = "";

  // Rich text and chooser widgets fill their fields after the page has loaded.
  window.addEventListener("load", () =>
    setTimeout(() => {
      const tabs = document.querySelector(TABS);
      if (tabs) untouched = fingerprint(tabs.closest("form"));
    }, 500),
  );

  // On the document, because Wagtail reads its scripts before the form is there.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(`${TABS} [data-language]`);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const form = link.closest("form");
    setTimeout(() => {
      if (untouched === "" || fingerprint(form) === untouched) {
        location.assign(link.href);
        return;
      }
      form.elements["next-language"].value = link.dataset.language;
      form.requestSubmit();
    }, RICH_TEXT_DELAY);
  });

  // Saving right after typing waits for the rich text too, or the last words would be lost.
  let typedAt = 0;
  document.addEventListener("keydown", (event) => {
    if (event.target.isContentEditable) typedAt = Date.now();
  }, true);
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (!form.querySelector(TABS) || Date.now() - typedAt > RICH_TEXT_DELAY) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => {
      submitter?.removeAttribute("disabled"); // Wagtail shows that it works on it; a disabled button is not sent.
      form.requestSubmit(submitter);
    }, RICH_TEXT_DELAY + 50);
  }, true);
})();
