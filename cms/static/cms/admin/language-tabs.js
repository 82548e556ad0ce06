// Changing language keeps what was typed: a changed form is saved as a draft first, and the draft opens in the
// other language. Without JavaScript the tabs are plain links and Wagtail warns about unsaved changes.

(() => {
  const TABS = "[data-language-tabs]";
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
    const form = link.closest("form");
    if (untouched === "" || fingerprint(form) === untouched) return;
    event.preventDefault();
    form.elements["next-language"].value = link.dataset.language;
    form.requestSubmit();
  });
})();
