// Changing language keeps what was typed: a changed form is saved as a draft first, and the draft opens in the
// other language. Without JavaScript the tabs are plain links and Wagtail warns about unsaved changes.

const fingerprint = (form) => new URLSearchParams(new FormData(form)).toString();

function watch(tabs) {
  const form = tabs.closest("form");
  const next = tabs.querySelector('[name="next-language"]');
  let untouched = "";
  // Rich text and chooser widgets fill their fields after the page has loaded.
  window.addEventListener("load", () => setTimeout(() => (untouched = fingerprint(form)), 500));
  tabs.addEventListener("click", (event) => {
    const link = event.target.closest("[data-language]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (untouched === "" || fingerprint(form) === untouched) return;
    event.preventDefault();
    next.value = link.dataset.language;
    form.requestSubmit();
  });
}

document.querySelectorAll("[data-language-tabs]").forEach(watch);
